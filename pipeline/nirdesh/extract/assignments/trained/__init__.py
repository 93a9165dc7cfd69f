"""The trained reader of assignments: it reads the people to whom the rules give nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from nirdesh.analyse.models import model_path
from nirdesh.analyse.neural.component import word_vectors
from nirdesh.extract.assignments.lists_of_words import words
from nirdesh.extract.assignments.trained.inputs import Inputs, Vectors, inputs_of
from nirdesh.extract.assignments.trained.network import Model, load
from nirdesh.extract.assignments.trained.reading import Read, Reading
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import table
from nirdesh.mentions import Assignment, Span

NAME: Final = "hi_assignments"
RULE: Final = "assign:trained"


@dataclass(frozen=True, slots=True)
class Reader:
    """A model and the word vectors that it was trained with."""

    model: Model
    vectors: Vectors

    def more(self, doc: Doc, entities: Entities, known: Sequence[Assignment]) -> Iterator[Assignment]:
        """Assignments of people who have none in ``known``."""
        have = {assignment.assignee for assignment in known}
        if all(person.id in have for person in doc._.people):
            return
        bounds = table("assignments/confidence.toml")["trained"]
        inputs = inputs_of(doc, entities, self.vectors, self.model.values)
        document = Read(inputs, self.model)
        readings = document.readings(have)
        sure = [reading for reading in readings if reading.sure >= bounds["sure"]]
        if not known and len(sure) < bounds["many"] and not any(r.sure >= bounds["alone"] for r in sure):
            return
        for reading in sure:
            if not _unfinished(reading, inputs):
                place = document.place(reading.person, reading.role)
                givers = document.givers(reading.person, reading.role)
                givers.pop(reading.id, None)
                open_place = _doubt(place[1]) if place is not None else 0.0
                open_giver = max(map(_doubt, givers.values()), default=0.0)
                open_fields = open_place > bounds["place_doubt"] or open_giver > bounds["giver_doubt"]
                if open_fields or reading.change_sure < bounds["change"]:
                    continue
                region = place[0] if place is not None and place[1] >= bounds["place"] else None
                by = tuple(who for who, share in givers.items() if share >= bounds["giver"])
                yield replace(_assignment(reading, inputs, entities), region=region, by=by)


def _unfinished(reading: Reading, inputs: Inputs) -> bool:
    """Whether a role is only the beginning of a title (सह, उप)."""
    begin, end = reading.role
    return all(word.key in words("title_openers") for word in inputs.words[begin:end])


def _doubt(share: float) -> float:
    """How far a probability is from certainty, from 0 to 0.5."""
    return min(share, 1 - share)


def reader(nlp: Language) -> Reader:
    """The shipped reader with the word vectors of a pipeline.

    Raises:
        NirdeshError: When the model is missing or damaged; the message says what to run.
    """
    return Reader(_shipped(), word_vectors(nlp))


@lru_cache(maxsize=1)
def _shipped() -> Model:
    return load(model_path(NAME))


def _assignment(reading: Reading, inputs: Inputs, entities: Entities) -> Assignment:
    begin, end = reading.role
    role = Span(inputs.words[begin].start, inputs.words[end - 1].end)
    sentence = inputs.read[inputs.sentence[reading.person[0]]]
    dates = entities.dates_in(Span(sentence.start, sentence.end))
    effective = [i for i in dates if entities.dates[i].role not in ("past", "dateline")]
    return Assignment(
        evidence=Span(sentence.start, sentence.end),
        assignee=reading.id,
        role=role,
        change=reading.change,
        effective=effective[0] if effective else None,
        confidence=round(reading.sure, 4),
        rules=(RULE,),
    )
