"""The analyser as the spaCy component ``nirdesh_analyser``; needs sentence starts, sets everything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, cast

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab
from threadpoolctl import ThreadpoolController

from nirdesh.analyse.annotate import annotate, sentence_places
from nirdesh.analyse.models import model_path
from nirdesh.analyse.neural.layers import Floats
from nirdesh.analyse.neural.model import Analyser, Vectors, load, save
from nirdesh.errors import NirdeshError

NAME: Final = "nirdesh_analyser"


@lru_cache(maxsize=1)
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()


def one_thread() -> AbstractContextManager[Any]:
    """Numpy with one thread: a report is too little work to share, more threads wait for each other."""
    limit: AbstractContextManager[Any] = _libraries().limit(limits=1, user_api="blas")
    return limit


class AnalyserComponent:
    """Sets tag, pos, morph, lemma, head, dep and entities of every token, and its states as ``doc.tensor``.

    Args:
        guideline: Whose rules ``doc.ents`` follow: ``press`` (the project's own), ``hiner`` or ``il-ner``.
        also: Further guidelines, whose spans go to ``doc.spans[<guideline>]``.
    """

    def __init__(self, vocab: Vocab, guideline: str = "press", also: Sequence[str] = ()) -> None:
        self.vocab = vocab
        self.guideline = guideline
        self.also = list(also)
        self.analyser: Analyser | None = None
        self.source: tuple[Any, ...] | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Analyse one document; all its sentences go through the encoder together."""
        if self.analyser is None:
            raise NirdeshError(
                "no-model", "The analyser has no weights.", hint="Load it from models/hi_nirdesh."
            )
        places = sentence_places(doc)
        if not places:
            return doc
        words = [[doc[i].text for i in place] for place in places]
        with one_thread():
            found, states = self.analyser(words, [self.guideline, *self.also])
        doc = annotate(doc, places, found[0])
        doc.tensor = cast("Any", _rows(len(doc), places, states))  # declared as of 64 bits
        for name, sentences in zip(self.also, found[1:], strict=True):
            doc.spans[name] = [
                Span(doc, place[start], place[end - 1] + 1, label)
                for place, sentence in zip(places, sentences, strict=True)
                for start, end, label in sentence.entities
            ]
        return doc

    def pipe(self, stream: Iterable[Doc], **_: Any) -> Iterator[Doc]:
        """One document at a time, so that a result never depends on what else is in the batch."""
        for doc in stream:
            yield self(doc)

    def use(self, meta: dict[str, Any], weights: dict[str, Any], table: Any) -> None:
        """Take fresh weights, as training leaves them."""
        self.source = (meta, weights, table)

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Write the weights that :meth:`use` took."""
        if self.source is None:
            raise NirdeshError(
                "no-model", "There are no fresh weights to write.", hint="Copy the model's folder."
            )
        save(Path(path), *self.source)

    def from_disk(self, path: str | Path, **_: Any) -> AnalyserComponent:
        """Read the weights."""
        self.analyser = load(Path(path))
        return self


def _rows(tokens: int, places: Sequence[Sequence[int]], states: Floats) -> npt.NDArray[np.float16]:
    """States of the words of sentences as rows of tokens, ``(tokens, width)``; nought for blanks."""
    rows = np.zeros((tokens, states.shape[1]), dtype=np.float16)
    rows[[i for place in places for i in place]] = states
    return rows


def word_states(doc: Doc) -> npt.NDArray[np.float16]:
    """The analyser's states of the tokens of an analysed document, ``(tokens, width)``.

    Where another engine has analysed it, the shipped analyser reads its sentences once more.
    """
    if doc.tensor.ndim == 2 and len(doc.tensor) == len(doc):
        return cast("npt.NDArray[np.float16]", doc.tensor)
    places = sentence_places(doc)
    with one_thread():
        states = _shipped().first([[doc[i].text for i in place] for place in places]).states
    return _rows(len(doc), places, states)


def word_vectors(nlp: Language) -> Vectors:
    """Word vectors of the analyser in a pipeline, or of the shipped one where the pipeline has none."""
    component = nlp.get_pipe(NAME) if nlp.has_pipe(NAME) else None
    found = component.analyser if isinstance(component, AnalyserComponent) else None
    return found.vectors if found is not None else _shipped().vectors


@lru_cache(maxsize=1)
def _shipped() -> Analyser:
    return load(model_path("hi_nirdesh") / NAME)


@Language.factory(
    NAME,
    assigns=["token.tag", "token.pos", "token.morph", "token.lemma", "token.dep", "token.head", "doc.ents"],
    requires=["token.is_sent_start"],
    default_config={"guideline": "press", "also": []},
)
def create_analyser(nlp: Language, name: str, guideline: str, also: list[str]) -> AnalyserComponent:
    """Registered maker for spaCy configurations."""
    return AnalyserComponent(nlp.vocab, guideline, also)
