"""The shipped Stanza package ``models/stanza/hi`` behind the same kind of ``Doc``.

Words and sentences come from the project's own tokenizer, so both engines see the same tokens. Stanza and
torch are imported only when this engine is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nirdesh.analyse import sentences, tokenizer
from nirdesh.analyse.annotate import Words, annotate, sentence_places
from nirdesh.analyse.models import model_path
from nirdesh.errors import NirdeshError

NAME: Final = "nirdesh_stanza"
PROCESSORS: Final = {
    "pos": "tagger.pt",
    "lemma": "lemmatizer.pt",
    "depparse": "parser.pt",
    "ner": "nertagger.pt",
}
VECTORS: Final = "vectors.pt"


class StanzaComponent:
    """Runs a Stanza pipeline over the tokens that are there."""

    def __init__(self, pipeline: Any) -> None:
        self.pipeline = pipeline

    def __call__(self, doc: Doc) -> Doc:
        """Analyse one document; all its sentences go to Stanza together."""
        places = sentence_places(doc)
        if not places:
            return doc
        words = [[doc[i].text for i in place] for place in places]
        analysed = self.pipeline(words)
        return annotate(doc, places, [words_of(sentence) for sentence in analysed.sentences])

    def pipe(self, stream: Iterable[Doc], **_: Any) -> Iterator[Doc]:
        """One document at a time, so that a result never depends on what else is in the batch."""
        for doc in stream:
            yield self(doc)


def words_of(sentence: Any) -> Words:
    """Attributes of a Stanza sentence."""
    words = sentence.words
    return Words(
        [word.xpos or "UNK" for word in words],
        [word.upos or "X" for word in words],
        [word.feats or "" for word in words],
        [word.lemma or word.text for word in words],
        [word.head for word in words],
        ["ROOT" if word.head == 0 else word.deprel for word in words],
        bioes_spans([token.ner for token in sentence.tokens]),
    )


def bioes_spans(tags: Sequence[str | None]) -> list[tuple[int, int, str]]:
    """Entity spans of a BIOES column; a span without its end is closed where the next one begins.

    Example:
        >>> bioes_spans(["B-PERSON", "E-PERSON", "O", "S-POST"])
        [(0, 2, 'PERSON'), (3, 4, 'POST')]
    """
    spans: list[tuple[int, int, str]] = []
    start, label = -1, ""
    for i, tag in enumerate([*tags, "O"]):
        prefix, _, name = (tag or "O").partition("-")
        if start >= 0 and (prefix in ("O", "B", "S") or name != label):
            spans.append((start, i, label))
            start = -1
        if prefix != "O" and start < 0:
            start, label = i, name
    return spans


def load_stanza(models: Path | None = None, *, package: Path | None = None) -> Language:
    """Load the shipped package, or any other folder with the same files; word vectors need not be there.

    Raises:
        NirdeshError: When it is missing or damaged, or Stanza is not installed.
    """
    folder = package or model_path("stanza", models)
    try:
        import stanza
        import torch
    except ImportError as error:
        raise NirdeshError(
            "no-stanza",
            "The engine stanza needs the packages stanza and torch.",
            hint="Run `pip install 'nirdesh[stanza]'`.",
            stage="analyse",
        ) from error
    torch.set_num_threads(1)
    there = {name: folder / file for name, file in PROCESSORS.items() if (folder / file).is_file()}
    paths: dict[str, Any] = {f"{name}_model_path": str(path) for name, path in there.items()}
    if (folder / VECTORS).is_file():
        paths |= {f"{name}_pretrain_path": str(folder / VECTORS) for name in ("pos", "depparse")}
    pipeline = stanza.Pipeline(
        "hi",
        dir=str(folder.parent),
        package=None,
        processors=",".join(["tokenize", *there]),
        tokenize_pretokenized=True,
        download_method=None,
        use_gpu=False,
        logging_level="ERROR",
        **paths,
    )
    nlp = spacy.blank("hi", config={"nlp": {"tokenizer": {"@tokenizers": tokenizer.NAME}}})
    nlp.add_pipe(sentences.NAME)
    nlp.add_pipe(NAME, config={"pipeline": None})
    component: Any = nlp.get_pipe(NAME)
    component.pipeline = pipeline
    return nlp


@Language.factory(NAME, requires=["token.is_sent_start"], default_config={"pipeline": None})
def create_stanza(nlp: Language, name: str, pipeline: Any) -> StanzaComponent:
    """Registered maker; the pipeline is set by :func:`load_stanza`."""
    return StanzaComponent(pipeline)
