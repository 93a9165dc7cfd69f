"""Engines: one way from reports to analysed spaCy ``Doc`` objects, whatever model does the work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import spacy
from spacy.language import Language
from spacy.tokens import Doc

# Importing these registers the tokenizer and the sentence splitter with spaCy.
from nirdesh.analyse import sentences, tokenizer
from nirdesh.analyse.extensions import register_extensions
from nirdesh.errors import NirdeshError
from nirdesh.report import Block, Report
from nirdesh.text.normalise import normalise

EngineName = Literal["spacy", "stanza", "blank"]
_BATCH = 16
_KEPT = ("vectors", "lookups")


@dataclass(frozen=True, slots=True)
class Engine:
    """A pipeline with its name; extractors are added to ``nlp`` by whoever wants them.

    Attributes:
        name: ``spacy``, ``stanza`` or ``blank``.
        nlp: The spaCy pipeline that does the work; Stanza's models run as a component of it.
    """

    name: EngineName
    nlp: Language

    def prepare(self, report: Report) -> Doc:
        """The tokenised clean text of one report, with ``doc._.report``, ``aligned`` and ``blocks``."""
        aligned = normalise(report.text)
        doc = self.nlp.make_doc(aligned.text)
        doc._.report = report
        doc._.aligned = aligned
        blocks: list[Block] = []
        for block in report.blocks:
            start, end = aligned.to_clean(block.start, block.end)
            last = blocks[-1] if blocks else None
            if last is not None and last.kind == block.kind and "\n" not in aligned.text[last.end : start]:
                blocks[-1] = replace(last, end=end)  # lines that were cut at a width
            else:
                blocks.append(replace(block, start=start, end=end))
        doc._.blocks = tuple(blocks)
        return doc

    def pipe(self, reports: Iterable[Report]) -> Iterator[Doc]:
        """Analyse a stream of reports, in order."""
        yield from self.nlp.pipe((self.prepare(report) for report in reports), batch_size=_BATCH)

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        """Forget the words of the block at its end: spaCy would keep every one for ever.

        Its memory zones take words out of tables but keep their places, so that the tables would double again
        and again; reading the vocabulary anew makes them small.
        """
        with self.nlp.memory_zone():
            yield
        self.nlp.vocab.from_bytes(self.nlp.vocab.to_bytes(exclude=_KEPT))


def blank() -> Language:
    """Tokenizer and sentence splitter, no model.

    Example:
        >>> [sent.text for sent in blank()("डॉ. वर्मा आए।बैठक हुई").sents]
        ['डॉ. वर्मा आए।', 'बैठक हुई']
    """
    register_extensions()
    nlp = spacy.blank("hi", config={"nlp": {"tokenizer": {"@tokenizers": tokenizer.NAME}}})
    nlp.add_pipe(sentences.NAME)
    return nlp


def load_engine(name: EngineName = "spacy", *, models: Path | None = None) -> Engine:
    """Load an engine.

    Args:
        name: ``spacy`` (the shipped pipeline), ``stanza`` (the shipped package; imports torch) or ``blank``.
        models: Folder of the models; by default the one that ships with the project.

    Raises:
        NirdeshError: When the engine is unknown or its model is missing or damaged.
    """
    register_extensions()
    if name == "blank":
        return Engine(name, blank())
    if name == "spacy":
        from nirdesh.analyse.spacy_engine import load_spacy

        return Engine(name, load_spacy(models))
    if name == "stanza":
        from nirdesh.analyse.stanza_engine import load_stanza

        return Engine(name, load_stanza(models))
    raise NirdeshError(
        "no-engine", f"There is no engine {name!r}.", hint="Use spacy, stanza or blank.", stage="analyse"
    )
