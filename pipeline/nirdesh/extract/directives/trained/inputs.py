"""What the trained reader of directives sees of a document: states, classes and numbers of each word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from nirdesh.analyse.neural.component import word_states
from nirdesh.extract.assignments.trained.inputs import NER, entity_columns
from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Sentence, Word, item_body, sentences, text_of
from nirdesh.extract.directives.frames import find_hits
from nirdesh.extract.pairs import Candidate, candidates, marks_of
from nirdesh.extract.sequence import Floats

# Classes of each word, in the order of the columns; the open ones have their values in the model.
COLUMNS: Final = (
    *("entity", "entity_start", "title", "ner", "pos", "dep", "block", "actor", "key", "frame", "mood"),
    *("clause", "frame_before"),
)
OPEN: Final = ("pos", "dep", "block", "actor", "key", "frame", "mood", "clause")
SHARED: Final = {"frame_before": "frame"}  # columns with the values of another
NUMBERS: Final = 12
_FAR: Final = 9  # paragraphs after which a frame is forgotten


@dataclass(frozen=True, slots=True)
class Inputs:
    """One document as the network reads it; ``n`` words.

    Attributes:
        vectors: The analyser's states of each word in its sentence, ``(n, width)``.
        classes: ``(n, len(COLUMNS))`` numbers of classes.
        numbers: ``(n, NUMBERS)``.
        marks: As of :class:`nirdesh.extract.pairs.Layout`.
        sentence: Number of each word's sentence; ``paragraph`` likewise.
        actors: Mentions of people, offices and bodies.
    """

    words: tuple[Word, ...]
    read: tuple[Sentence, ...]
    vectors: npt.NDArray[np.float16]
    classes: npt.NDArray[np.int64]
    numbers: Floats
    marks: npt.NDArray[np.int64]
    sentence: tuple[int, ...]
    paragraph: tuple[int, ...]
    actors: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What clauses and layout tell of one word."""

    frame: str
    mood: str
    clause: str
    frame_before: str
    numbers: tuple[float, ...]


def rows(read: Sequence[Sentence], text: str) -> Iterator[Row]:
    """One row for each word of a document, in order."""
    before, since, colon, end = "", 0, False, 0
    for sentence in read:
        body = item_body(sentence)
        count = len(sentence.words)
        told = [_told(clause) for clause in segment(sentence)]
        far = min(sentence.paragraph - since, _FAR) if before else _FAR
        for k, word in enumerate(sentence.words):
            gap = text[end : word.start]
            end = word.end
            frame, mood, kind = next((own for begin, stop, own in told if begin <= k < stop), ("", "", ""))
            flags = ("\n" in gap, "\t" in gap, k < body, k == 0, bool(word.verbs), word.text[:1].isdigit())
            places = (word.punct, min(k, 20) / 20, min(count, 40) / 40, k == count - 1, far / _FAR, colon)
            numbers = (*map(float, flags), *map(float, places))
            yield Row(frame, mood, kind, before, numbers)
        colon = sentence.words[-1].text in ":-–—"
        here = next((frame for _, _, (frame, _, _) in told if frame), "")
        if here:
            before, since = here, sentence.paragraph


def _told(clause: Clause) -> tuple[int, int, tuple[str, str, str]]:
    """Words of a clause, its frame, the mood of its verb and its kind."""
    hits, group = find_hits(clause), clause.group
    frame = hits[0].frame.id if hits else ""
    mood = f"{group.mood}:{group.passive}:{group.negative}" if group is not None else ""
    return clause.start, clause.end, (frame, mood, f"{clause.kind}:{clause.content}")


def inputs_of(doc: Doc, entities: Entities, values: Mapping[str, Mapping[str, int]]) -> Inputs:
    """One document as the network reads it.

    Args:
        values: Number of each value of the columns in ``OPEN``, from 1; others count as 0.
    """
    read = sentences(doc)
    words = tuple(word for sentence in read for word in sentence.words)
    starts = [word.start for word in words]
    told = list(rows(read, text_of(doc)))
    tokens = [doc[word.token] for word in words]
    open_columns = {
        "pos": [word.pos for word in words],
        "dep": [word.dep for word in words],
        "block": [sentence.block for sentence in read for _ in sentence.words],
        "actor": [actor_class(word) or "" for word in words],
        "key": [word.key for word in words],
        "frame": [row.frame for row in told],
        "mood": [row.mood for row in told],
        "clause": [row.clause for row in told],
        "frame_before": [row.frame_before for row in told],
    }
    kind, first, title = entity_columns(doc, entities, starts)
    ner = [NER.index(t.ent_type_) * 2 + (t.ent_iob_ == "B") if t.ent_type_ in NER[1:] else 0 for t in tokens]
    columns = [kind, first, title, np.array(ner, dtype=np.int64)]
    for name, column in open_columns.items():
        numbers = values[SHARED.get(name, name)]
        columns.append(np.array([numbers.get(value, 0) for value in column], dtype=np.int64))
    return Inputs(
        words,
        read,
        word_states(doc)[[word.token for word in words]],
        np.stack(columns, axis=1),
        np.array([row.numbers for row in told], dtype=np.float32).reshape(-1, NUMBERS),
        marks_of(words),
        tuple(sentence.index for sentence in read for _ in sentence.words),
        tuple(sentence.paragraph for sentence in read for _ in sentence.words),
        candidates(starts, ((ref.span, ref.id) for ref in entities.refs)),
    )
