"""The trained reader of directives: it reads acts that the rules leave out, with who tells whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from spacy.tokens import Doc

from nirdesh.analyse.models import model_path
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed, table
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.directives.boxes import box_speakers
from nirdesh.extract.directives.frames import find_hits
from nirdesh.extract.directives.model import Draft
from nirdesh.extract.directives.roles import clause_start, doers, trim_span
from nirdesh.extract.directives.trained.inputs import Inputs, inputs_of
from nirdesh.extract.directives.trained.network import Model, load
from nirdesh.extract.directives.trained.reading import Read, Reading
from nirdesh.extract.pairs import words_in
from nirdesh.extract.sequence import Place
from nirdesh.mentions import Addressee, Directive, Span

NAME: Final = "hi_directives"
RULE: Final = "directive:trained"
_TO_FRAME: Final = 3  # words between an act and its frame
ADDRESSEE_RULE: Final = "addressee:trained"


@dataclass(frozen=True, slots=True)
class Reader:
    """A model that reads what the rules leave open."""

    model: Model

    def read(self, doc: Doc, entities: Entities) -> DocumentReading:
        """A document under the reader."""
        return DocumentReading(entities, Read(inputs_of(doc, entities, self.model.values), self.model))


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """One document under the reader."""

    entities: Entities
    read: Read

    def doubts_all(self, known: Sequence[Directive]) -> bool:
        """Whether the networks take none of the directives of a report for one; of a note they can't tell."""
        bounds = _bounds()
        if len(self.read.inputs.words) < bounds["note"]:
            return False
        return all(self.read.sure(self._act(directive)) < bounds["quiet"] for directive in known)

    def drafts(self, known: Sequence[Directive]) -> list[tuple[Draft, float]]:
        """Acts beside those of ``known``, in order, and the probability that each is right in all."""
        least = _bounds()["sure" if known else "alone"]
        readings = [
            reading
            for reading in self.read.readings
            if reading.sure >= least
            and not any(self._span(reading.act).overlaps(d.action) for d in known)
            and not inner(*_clause_of(self.read.inputs, reading.act))
        ]
        acts = sorted([*(reading.act for reading in readings), *map(self._act, known)])
        tell = {directive.evidence.start: directive.issuers for directive in known if directive.issuers}
        lines = self.read.inputs.read
        tell |= {lines[n].start: ids for n, ids in box_speakers(lines, self.entities).items()}
        right = _bounds()["right"]
        return [(self._draft(reading, acts, tell), round(reading.sure * right, 4)) for reading in readings]

    def completed(self, found: Sequence[Directive]) -> list[Directive]:
        """Directives with who is told where that is open and the networks are sure."""
        least, acts = _bounds()["open_addressee"], sorted(map(self._act, found))
        done = []
        for directive in found:
            told = directive.addressees or self._addressees(acts, self._act(directive), least)
            if told != directive.addressees:
                directive = replace(directive, addressees=told, rules=(*directive.rules, ADDRESSEE_RULE))
            done.append(directive)
        return done

    def _act(self, directive: Directive) -> Place:
        begin, end = words_in(self.read.starts, directive.action)
        return begin, max(end, begin + 1)

    def _span(self, place: Place) -> Span:
        words = self.read.inputs.words
        return Span(words[place[0]].start, words[place[1] - 1].end)

    def _draft(self, reading: Reading, acts: Sequence[Place], tell: Mapping[int, tuple[str, ...]]) -> Draft:
        """An act with who tells and who is told.

        Args:
            acts: All acts of the document.
            tell: Who tells in the sentences of other directives and in boxes, by the sentence's first letter.
        """
        clause, first, last = _clause_of(self.read.inputs, reading.act)
        sentence = clause.sentence
        issuers = tell.get(sentence.start) or self._issuers(acts, reading.act)
        action = trim_span(sentence, first, last)
        wide = sentence.span(min(first, clause_start(clause)), max(last, clause.end))
        return Draft(
            clause,
            Span(sentence.start, sentence.end),
            action,
            action if self.entities.dates_in(action) else wide,
            reading.modality,
            issuers,
            self._addressees(acts, reading.act, _bounds()["addressee"]) or self._doers(clause, reading),
            [RULE],
            headline=sentence.block in ("headline", "subheadline"),
            implicit=not issuers,
        )

    def _doers(self, clause: Clause, reading: Reading) -> tuple[Addressee, ...]:
        """Who is to act by the words of the clause (कोई दुकानदार तंबू न गाड़े), where it is no plan."""
        if reading.modality == "announcement":
            return ()
        return doers(clause, clause_start(clause), self.entities)[0]

    def _issuers(self, acts: Sequence[Place], act: Place) -> tuple[str, ...]:
        """Who is the likeliest to tell."""
        shares = self.read.issuers(acts, act).items()
        share, who = max(((share, who) for who, share in shares), default=(0.0, ""))
        return (who,) if share >= _bounds()["issuer"] else ()

    def _addressees(self, acts: Sequence[Place], act: Place, least: float) -> tuple[Addressee, ...]:
        shares = self.read.addressees(acts, act)
        told = [self._span(place) for place, share in shares.items() if share >= least]
        found: list[Addressee] = []
        for span in sorted(told):
            refs = [ref for ref in self.entities.inside(span) if ref.kind != "office"]
            person = next((ref.id for ref in refs if ref.kind == "person"), None)
            body = next((ref.id for ref in refs if ref.span == span and ref.kind == "organisation"), None)
            if person is None or all(person != known.person for known in found):
                found.append(Addressee(span, person, None if person else body))
        return tuple(found)


def inner(clause: Clause, first: int, last: int) -> bool:
    """नाके लगाने के लिए …, ले जाने वाले वाहन: an infinitive that belongs to a noun or tells what something is for.

    What is ordered by an infinitive stands before its frame (लगाने के निर्देश दिए) or before others like it.
    """
    words = clause.sentence.words
    infinitives = [group for group in clause.groups if group.mood == "inf"]
    if not any(first <= group.start and group.end == last for group in infinitives):
        return False
    while last < len(words) and (words[last].punct or words[last].key in closed("list_conjunctions")):
        last = next((group.end for group in infinitives if group.start >= last), len(words))
    return last < len(words) and not any(0 <= hit.noun - last <= _TO_FRAME for hit in find_hits(clause))


def _clause_of(inputs: Inputs, act: Place) -> tuple[Clause, int, int]:
    """The clause in which an act ends, and the act's words within their sentence."""
    number = inputs.sentence[act[0]]
    sentence = next(s for s in inputs.read if s.index == number)
    before = inputs.sentence.index(number)
    first, last = act[0] - before, min(act[1] - before, len(sentence.words))
    while first and sentence.words[first].key in closed("case_markers") | closed("particles"):
        first -= 1  # an act does not begin with what belongs to the word before it
    clauses = segment(sentence)
    clause = next((c for c in clauses if c.start <= last - 1 < c.end), clauses[-1])
    return clause, first, last


def _bounds() -> dict[str, float]:
    bounds: dict[str, float] = table("frames/reader.toml")["bounds"]
    return bounds


def reader() -> Reader:
    """The shipped reader.

    Raises:
        NirdeshError: When the model is missing or damaged; the message says what to run.
    """
    return Reader(_shipped())


@lru_cache(maxsize=1)
def _shipped() -> Model:
    return load(model_path(NAME))
