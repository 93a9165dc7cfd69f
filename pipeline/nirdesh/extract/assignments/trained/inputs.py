"""What the trained reader sees of a document: word vectors, classes and numbers of each word, and candidates.

Names, places and dates are hidden: the reader sees what kind of thing stands there, never which.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from nirdesh.extract.assignments.triggers import find_triggers
from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import Sentence, Word, item_body, sentences, text_of
from nirdesh.extract.pairs import (
    PAIR_NUMBERS,
    Candidate,
    candidates,
    marks_of,
    pair_row,
    words_in,
)
from nirdesh.extract.sequence import Floats, Place
from nirdesh.mentions import Span

# Classes of each word, in the order of the columns; the open ones have their values in the model.
COLUMNS: Final = (
    *("entity", "entity_start", "title", "pos", "dep", "trigger", "block", "actor", "key"),
    *("ner", "clause_trigger", "trigger_before", "sentence_trigger", "head_key", "head_trigger"),
)
OPEN: Final = ("pos", "dep", "trigger", "block", "actor", "key")
ENTITY: Final = ("", "name", "short", "pronoun", "post", "office", "body", "region", "date")
NER: Final = ("", "PERSON", "POST", "TIMEX", "LOCATION", "ORGANIZATION")
HIDDEN: Final = tuple(ENTITY.index(name) for name in ("name", "short", "region", "date"))
NUMBERS: Final = 14
UNNAMED: Final = ("pronoun",)  # mentions that are no candidates for who gives a post

_FAR = 9  # paragraphs after which a trigger is forgotten


class Vectors(Protocol):
    """Word vectors of an analyser."""

    def of(self, words: Sequence[str]) -> Floats:
        """Vectors of words, ``(n, width)``."""
        ...


@dataclass(frozen=True, slots=True)
class Inputs:
    """One document as the network reads it; ``n`` words.

    Attributes:
        vectors: ``(n, width)``; nought for hidden words.
        classes: ``(n, len(COLUMNS))`` numbers of classes.
        numbers: ``(n, NUMBERS)``.
        actors: People, offices and bodies that may give a post.
        marks: ``(n, 3)`` whether a word is को, joins a list, or is a verb, summed from the start of the text.
        sentence: Number of each word's sentence; ``paragraph`` likewise.
    """

    words: tuple[Word, ...]
    read: tuple[Sentence, ...]
    vectors: Floats
    classes: npt.NDArray[np.int64]
    numbers: Floats
    marks: npt.NDArray[np.int64]
    sentence: tuple[int, ...]
    paragraph: tuple[int, ...]
    people: tuple[Candidate, ...]
    regions: tuple[Candidate, ...]
    actors: tuple[Candidate, ...]


def entity_columns(doc: Doc, entities: Entities, starts: Sequence[int]) -> tuple[npt.NDArray[np.int64], ...]:
    """Columns ``entity``, ``entity_start`` and ``title``; what is put later wins."""
    kind, first, title = (np.zeros(len(starts), dtype=np.int64) for _ in range(3))

    def put(span: Span, name: str) -> None:
        begin, end = words_in(starts, span)
        kind[begin:end] = ENTITY.index(name)
        first[begin:end] = 0
        first[begin : min(begin + 1, end)] = 1

    for person in doc._.people:
        for post in person.posts:
            begin, end = words_in(starts, post.span)
            title[begin:end] = 2 if post.former else 1
    for date in entities.dates:
        put(date.span, "date")
    for span, _ in entities.regions:
        put(span, "region")
    for ref_kind, name in (("organisation", "body"), ("office", "office")):
        for ref in entities.refs:
            if ref.kind == ref_kind:
                put(ref.span, name)
    for ref in entities.refs:
        if ref.kind == "person":
            put(ref.span, ref.mention)
    return kind, first, title


@dataclass(slots=True)
class _Row:
    """What is told of one word beside its vector and its entities."""

    trigger: str
    clause_trigger: str
    before: str
    here: str
    numbers: tuple[float, ...]


def _rows(read: Sequence[Sentence], text: str) -> Iterator[_Row]:
    before, since, colon, end = "", 0, False, 0
    for sentence in read:
        body = item_body(sentence)
        triggers: dict[int, str] = {}
        clauses: dict[int, str] = {}
        for clause in segment(sentence):
            hits = find_triggers(clause)
            for hit in hits:
                clauses |= dict.fromkeys(range(clause.start, clause.end), hits[-1].trigger.role)
                triggers |= dict.fromkeys(range(hit.group.start, hit.group.end), hit.trigger.role)
                for k in range(hit.end, hit.group.start):
                    triggers.setdefault(k, "host")
        here = next(iter(triggers.values()), "")
        count = len(sentence.words)
        far = min(sentence.paragraph - since, _FAR) if before else _FAR
        for k, word in enumerate(sentence.words):
            gap = text[end : word.start]
            end = word.end
            flags = ("\n" in gap, "\t" in gap, k < body, k == 0, bool(word.verbs), word.text[:1].isdigit())
            places = (word.punct, min(k, 20) / 20, min(count, 40) / 40, k == count - 1, far / _FAR, colon)
            numbers = (*map(float, flags), *map(float, places))
            yield _Row(triggers.get(k, ""), clauses.get(k, ""), before, here, numbers)
        colon = sentence.words[-1].text in ":-–—"
        if here:
            before, since = here, sentence.paragraph


def inputs_of(
    doc: Doc, entities: Entities, vectors: Vectors, values: Mapping[str, Mapping[str, int]]
) -> Inputs:
    """One document as the network reads it.

    Args:
        values: Number of each value of the columns in ``OPEN``, from 1; others count as 0.
    """
    read = sentences(doc)
    words = tuple(word for sentence in read for word in sentence.words)
    starts = [word.start for word in words]
    kind, first, title = entity_columns(doc, entities, starts)
    hidden = np.isin(kind, HIDDEN)
    rows = list(_rows(read, text_of(doc)))
    place = {word.token: i for i, word in enumerate(words)}
    heads = [place.get(doc[word.token].head.i, i) for i, word in enumerate(words)]
    triggers = [values["trigger"].get(row.trigger, 0) for row in rows]
    keys = [0 if hidden[i] else values["key"].get(word.key, 0) for i, word in enumerate(words)]
    tokens = [doc[word.token] for word in words]
    blocks = [sentence.block for sentence in read for _ in sentence.words]
    columns = (
        *(kind, first, title),
        [values["pos"].get(word.pos, 0) for word in words],
        [values["dep"].get(word.dep, 0) for word in words],
        triggers,
        [values["block"].get(block, 0) for block in blocks],
        [values["actor"].get(actor_class(word) or "", 0) for word in words],
        keys,
        [NER.index(t.ent_type_) * 2 + (t.ent_iob_ == "B") if t.ent_type_ in NER[1:] else 0 for t in tokens],
        [values["trigger"].get(row.clause_trigger, 0) for row in rows],
        [values["trigger"].get(row.before, 0) for row in rows],
        [values["trigger"].get(row.here, 0) for row in rows],
        [keys[head] for head in heads],
        [triggers[head] for head in heads],
    )
    headline = any(r.trigger and b in ("headline", "subheadline") for r, b in zip(rows, blocks, strict=True))
    many = min(sum(bool(row.trigger) for row in rows), 10) / 10
    rest = np.tile(np.array([headline, many], dtype=np.float32), (len(words), 1))
    found = vectors.of([word.text for word in words]).astype(np.float32)
    found[hidden] = 0
    people = [r for r in entities.refs if r.kind == "person" and r.mention != "post"]
    return Inputs(
        words,
        read,
        found,
        np.stack([np.asarray(column, dtype=np.int64) for column in columns], axis=1),
        np.concatenate([np.array([row.numbers for row in rows], dtype=np.float32), rest], axis=1),
        marks_of(words),
        tuple(sentence.index for sentence in read for _ in sentence.words),
        tuple(sentence.paragraph for sentence in read for _ in sentence.words),
        candidates(starts, ((r.span, r.id) for r in people)),
        candidates(starts, entities.regions),
        candidates(starts, ((r.span, r.id) for r in entities.refs if r.mention not in UNNAMED)),
    )


def link_numbers(inputs: Inputs, person: Place, role: Place, others: Sequence[Place]) -> Floats:
    """How candidates stand to a person and to the role of that person, ``(n, 2 * PAIR_NUMBERS)``."""
    firsts = np.sort(np.array([person[0], *(c.place[0] for c in inputs.people)], dtype=np.int64))
    seconds = np.sort(np.array([a for a, _ in others], dtype=np.int64))
    here = {inputs.sentence[a] for a, _ in others}
    rows = [[pair_row(inputs, one, p, firsts, seconds, here) for one in (person, role)] for p in others]
    return np.array(rows, dtype=np.float32).reshape(-1, 2 * PAIR_NUMBERS)
