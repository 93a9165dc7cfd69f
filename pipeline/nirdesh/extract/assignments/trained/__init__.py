"""The trained reader of assignments: it reads what the rules leave open."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from nirdesh.analyse.models import model_path
from nirdesh.analyse.neural.component import word_vectors
from nirdesh.extract.assignments.assignees import names_body
from nirdesh.extract.assignments.lists_of_words import words
from nirdesh.extract.assignments.trained.inputs import Inputs, Vectors, inputs_of
from nirdesh.extract.assignments.trained.network import Model, load
from nirdesh.extract.assignments.trained.reading import Read, Reading
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import table
from nirdesh.extract.clauses.words import text_of
from nirdesh.extract.sequence import Place
from nirdesh.mentions import Assignment, Span

NAME: Final = "hi_assignments"
RULE: Final = "assign:trained"
PLACE_RULE: Final = "place:trained"
_SERVED: Final = 4  # words behind a place among which stands that somebody serves there
_SIGNED: Final = 3  # words from the end of a letter to the name under it


@dataclass(frozen=True, slots=True)
class Reader:
    """A model and the word vectors that it was trained with."""

    model: Model
    vectors: Vectors

    def complete(self, doc: Doc, entities: Entities, known: Sequence[Assignment]) -> tuple[Assignment, ...]:
        """What the rules found with the places that they left open, and assignments of others.

        Places that nobody knew are made in ``entities``.
        """
        have = {assignment.assignee for assignment in known}
        if all(a.region for a in known) and all(person.id in have for person in doc._.people):
            return tuple(known)
        inputs = inputs_of(doc, entities, self.vectors, self.model.values)
        reading = _DocumentReading(entities, Read(inputs, self.model), text_of(doc))
        return *map(reading.placed, known), *reading.more(known)


@dataclass(frozen=True, slots=True)
class _DocumentReading:
    """One document under the reader."""

    entities: Entities
    read: Read
    text: str

    def placed(self, assignment: Assignment) -> Assignment:
        """An assignment of the rules with a place, where it has none and the networks see one."""
        person, role = self._person(assignment), self._words(assignment.role)
        if assignment.region is not None or person is None or role[0] >= role[1]:
            return assignment
        region = self._region(person, role, "fill_place")
        if region is not None and assignment.change != "removed" and self._left(region, assignment.evidence):
            region = None
        rules = (*assignment.rules, PLACE_RULE) if region is not None else assignment.rules
        return replace(assignment, region=region, rules=rules)

    def _left(self, region: str, evidence: Span) -> bool:
        """सागर में पदस्थ A को मंत्रालय में लगाया: whether a sentence only tells that somebody served at a place."""
        places = [at for at, name in self.entities.regions if name == region and evidence.contains(at)]
        return bool(places) and all(self._serves(at) for at in places)

    def _serves(self, place: Span) -> bool:
        """Whether में or पर and a word for serving stand behind a place."""
        words_ = self.read.inputs.words
        first = bisect_left([word.start for word in words_], place.end)
        after = [word.key for word in words_[first : first + _SERVED]]
        return any(a in words("stations") and b in words("serving") for a, b in pairwise(after))

    def more(self, known: Sequence[Assignment]) -> Iterator[Assignment]:
        """Assignments of people who have none in ``known``."""
        bounds = _bounds()
        givers_known = {giver for assignment in known for giver in assignment.by}
        readings = self.read.readings({assignment.assignee for assignment in known} | givers_known)
        sure = [reading for reading in readings if reading.sure >= bounds["sure"]]
        if not known and not enough(sure):
            return
        wary = bool(known) and (len(known) < bounds["many"] or all(assignment.by for assignment in known))
        for reading in sure:
            if _unfinished(reading, self.read.inputs) or reading.change_sure < bounds["change"]:
                continue
            if self._signs(reading.person):
                continue
            if self._polled(reading.person) or names_body(self.read.inputs.words, reading.person[1]):
                continue
            givers = self.read.givers(reading.person, reading.role)
            by = tuple(w for w, share in givers.items() if share >= bounds["giver"] and w != reading.id)
            weak = wary and not by and reading.sure < bounds["giverless"]
            if weak:
                by = _likely_giver(reading, givers, known)
                if not by or reading.change_sure < bounds["weak_change"]:
                    continue
            yield replace(
                _assignment(reading, self.read.inputs, self.entities),
                region=self._region(reading.person, reading.role, "weak_place" if weak else "place"),
                by=by,
            )

    def _signs(self, person: Place) -> bool:
        """भवदीय / क ख: who signs a letter is given nothing in it."""
        before = self.read.inputs.words[max(person[0] - _SIGNED, 0) : person[0]]
        return any(word.key in words("letter_ends") for word in before)

    def _polled(self, person: Place) -> bool:
        """A 41 मतों से जीते: who is won by votes is given nothing."""
        inputs = self.read.inputs
        run = inputs.read[inputs.sentence[person[0]]].words
        return any(a.key in words("poll") and b.key in words("ablative") for a, b in pairwise(run))

    def _region(self, person: Place, role: Place, bound: str) -> str | None:
        """Id of the region of an assignment, where one is likely enough."""
        place = self.read.place(person, role)
        if place is None or place[1] < _bounds()[bound]:
            return None
        new = next((c.place for c in self.read.new_places if c.id == place[0]), None)
        if new is None:
            return place[0]
        words = self.read.inputs.words
        span = Span(words[new[0]].start, words[new[1] - 1].end)
        known = next((name for at, name in self.entities.regions if at == span), None)
        return known or self.entities.place(" ".join(self.text[span.start : span.end].split()), span)

    def _words(self, span: Span) -> Place:
        starts = [word.start for word in self.read.inputs.words]
        return bisect_left(starts, span.start), bisect_left(starts, span.end)

    def _person(self, assignment: Assignment) -> Place | None:
        """The mention of an assignee in the evidence, or the one nearest to the role."""
        begin, end = self._words(assignment.evidence)
        role, _ = self._words(assignment.role)
        places = [c.place for c in self.read.inputs.people if c.id == assignment.assignee]
        inside = [place for place in places if begin <= place[0] < end]
        return min(inside or places, key=lambda place: abs(place[0] - role), default=None)


def _likely_giver(
    reading: Reading, givers: Mapping[str, float], known: Sequence[Assignment]
) -> tuple[str, ...]:
    """Who gave what is less sure: the likeliest, or who gave most of the few that the rules found."""
    bounds = _bounds()
    share, who = max(((share, who) for who, share in givers.items() if who != reading.id), default=(0.0, ""))
    if share >= bounds["weak_giver"]:
        return (who,)
    given = Counter(assignment.by for assignment in known if assignment.by)
    if not given or len(known) >= bounds["many"]:
        return ()
    most = given.most_common(1)[0][0]
    return () if reading.id in most else most


def enough(sure: Sequence[Reading]) -> bool:
    """Whether readings of a report in which the rules found nothing are sure, or many, enough to count."""
    bounds = _bounds()
    if any(reading.sure >= bounds["alone"] for reading in sure):
        return True
    mean = sum(reading.sure for reading in sure) / max(len(sure), 1)
    return len(sure) >= bounds["many"] and (len(sure) >= bounds["list"] or mean >= bounds["few"])


def _bounds() -> dict[str, float]:
    bounds: dict[str, float] = table("assignments/confidence.toml")["trained"]
    return bounds


def _unfinished(reading: Reading, inputs: Inputs) -> bool:
    """Whether a role is only the beginning of a title (सह, उप)."""
    begin, end = reading.role
    return all(word.key in words("title_openers") for word in inputs.words[begin:end])


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
