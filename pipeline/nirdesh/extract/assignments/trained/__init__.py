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
        bounds = table("assignments/confidence.toml")["trained"]
        have = {assignment.assignee for assignment in known}
        inputs = inputs_of(doc, entities, self.vectors, self.model.values)
        document = Read(inputs, self.model)
        readings = document.readings()
        if not known and not any(reading.sure >= bounds["alone"] for reading in readings):
            return
        for reading in readings:
            if reading.sure >= bounds["sure"] and reading.id not in have:
                made = _assignment(reading, inputs, entities)
                place = document.place(reading.person, reading.role)
                region = place[0] if place is not None and place[1] >= bounds["place"] else None
                likely = document.givers(reading.person, reading.role)
                by = tuple(
                    who for who, share in likely.items() if share >= bounds["giver"] and who != reading.id
                )
                yield replace(made, region=region, by=by)


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
