"""Events of a report, built sentence by sentence: a noun phrase names one, later clauses give it people."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from spacy.tokens import Doc

from nirdesh.extract.clauses.entities import Entities, entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed, fold, table
from nirdesh.extract.clauses.phrases import marked, phrase_start
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Sentence, Word, sentences
from nirdesh.extract.directives.frames import find_hits
from nirdesh.extract.directives.roles import clause_start, trim_span
from nirdesh.extract.directives.speaker import ids_of
from nirdesh.mentions import Event, EventKind, Span

_NE = frozenset({fold("ने")})
_PARTS = ("chair", "chief_guests", "speakers", "conveners", "attendees")


@dataclass(slots=True)
class _Draft:
    kind: EventKind
    head: str
    name: Span
    evidence: Span
    when: tuple[int, ...]
    regions: tuple[str, ...]
    planned: bool
    people: dict[str, list[str]] = field(default_factory=lambda: {part: [] for part in _PARTS})

    def add(self, part: str, ids: tuple[str, ...]) -> None:
        """Add people to a part, once each."""
        for person in ids:
            if person not in self.people[part]:
                self.people[part].append(person)


@lru_cache(maxsize=1)
def kinds() -> dict[str, EventKind]:
    """Folded event noun -> kind.

    Example:
        >>> kinds()["बैठक"]
        'meeting'
    """
    return {fold(n): kind for kind, nouns in table("events/events.toml")["kinds"].items() for n in nouns}


def _kind(word: Word) -> tuple[str, EventKind] | None:
    for noun, kind in kinds().items():
        if word.is_noun(frozenset({noun})):
            return noun, kind
    return None


class EventExtractor:
    """Reads one document; make a new one for each."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.entities: Entities = entities(doc)
        self.drafts: list[_Draft] = []

    def run(self) -> tuple[Event, ...]:
        """Events in order of their first mention."""
        for sentence in sentences(self.doc):
            for clause in segment(sentence):
                self._name(sentence, clause)
                self._people(clause)
        return tuple(self._event(d) for d in self.drafts)

    def _event(self, draft: _Draft) -> Event:
        parts = {part: tuple(ids) for part, ids in draft.people.items()}
        return Event(draft.kind, draft.name, draft.evidence, draft.when, draft.regions, **parts)

    # naming -------------------------------------------------------------------------------------------------

    def _name(self, sentence: Sentence, clause: Clause) -> None:
        first = clause_start(clause)
        for j in range(first, clause.end):
            found = _kind(sentence.words[j])
            if found is None or self._inside_compound(sentence, j, clause.end):
                continue
            start = self._name_start(clause, j, first)
            bare = (
                start == j
                or sentence.words[start].key in closed("deictics")
                or _pointing(sentence.words[start])
            )
            self._mention(sentence, clause, found, start, j, bare)

    def _inside_compound(self, sentence: Sentence, j: int, end: int) -> bool:
        """सम्मेलन स्थल, बैठक कक्ष, अभियान प्रभारी: the noun only modifies another."""
        if j + 1 >= end:
            return False
        after = sentence.words[j + 1]
        if after.punct or after.verbs or after.key in closed("case_markers") | closed("particles"):
            return False
        if after.key in closed("list_conjunctions") or after.key in closed("quantifiers"):
            return False
        return _kind(after) is not None or after.key not in {
            fold(v) for v in table("events/events.toml")["held"]["verbs"]
        }

    def _name_start(self, clause: Clause, j: int, first: int) -> int:
        start = phrase_start(clause, j + 1, first, self.entities)
        words = clause.sentence.words
        held = [k for k in range(start, j) if words[k].key == fold("आयोजित")]
        start = max([start, *(k + 1 for k in held)])
        while start < j and (words[start].key in closed("drop_names") or words[start].punct):
            start += 1
        return start

    def _with_place(self, clause: Clause, start: int, j: int) -> int:
        """Start of the phrase with में or पर before a bare event noun (मंडलों में प्रवास)."""
        words = clause.sentence.words
        first = clause_start(clause)
        if start > first + 1 and words[start - 1].key in (fold("में"), fold("पर")):
            return phrase_start(clause, start - 1, first, self.entities)
        return start

    def _mention(
        self, sentence: Sentence, clause: Clause, found: tuple[str, EventKind], start: int, j: int, bare: bool
    ) -> None:
        noun, kind = found
        known = [d for d in self.drafts if d.head == noun]
        group = clause.group
        planned = group is not None and (
            group.mood in ("fut", "hort", "oblig") or _still_to_come(clause, group)
        )
        scope = sentence.span(clause_start(clause), clause.end)
        dates = tuple(i for i in self.entities.dates_in(scope) if self.entities.dates[i].role != "dateline")
        headline = sentence.block in ("headline", "subheadline")
        held = kind in table("events/events.toml")["held"]["kinds"]
        other = planned and bool(dates) and known and known[-1].planned and set(dates) != set(known[-1].when)
        if other and known[-1].when:
            start, bare = (self._with_place(clause, start, j) if start >= j - 1 else start), False
        elif known and (bare or not planned or not dates):
            self._join(known[-1], dates, planned, sentence, start, j, bare)
            return
        if headline or (bare and not held) or not (held or (planned and (dates or not bare))):
            return
        self.drafts.append(
            _Draft(
                kind,
                noun,
                trim_span(sentence, start, j + 1),
                Span(sentence.start, sentence.end),
                dates,
                tuple(self.entities.regions_in(scope)),
                planned,
            )
        )

    def _join(
        self,
        draft: _Draft,
        dates: tuple[int, ...],
        planned: bool,
        sentence: Sentence,
        start: int,
        j: int,
        bare: bool,
    ) -> None:
        """A later mention of a known event may name it more fully or date it."""
        if not draft.when and dates and planned == draft.planned:
            draft.when = dates
        span = trim_span(sentence, start, j + 1)
        if not bare and draft.name.end - draft.name.start <= len(draft.head) + 1 < span.end - span.start:
            draft.name = span

    # people -------------------------------------------------------------------------------------------------

    def _current(self, clause: Clause) -> _Draft | None:
        first = clause_start(clause)
        for word in clause.sentence.words[first : clause.end]:
            found = _kind(word)
            if found is not None:
                same = [d for d in self.drafts if d.head == found[0]]
                ahead = clause.group is not None and clause.group.mood in ("fut", "hort", "oblig")
                held = [d for d in same if d.planned == ahead] or same
                if held:
                    return held[-1]
        meetings = [
            d for d in self.drafts if d.kind in table("events/events.toml")["held"]["kinds"] and not d.planned
        ]
        return (
            meetings[0]
            if meetings
            else (self.drafts[0] if self.drafts and not self.drafts[0].planned else None)
        )

    def _people(self, clause: Clause) -> None:
        draft = self._current(clause)
        if draft is None:
            return
        first = clause_start(clause)
        words = clause.sentence.words
        roles = {
            part: frozenset(fold(w) for w in ws) for part, ws in table("events/events.toml")["roles"].items()
        }
        agents: tuple[str, ...] = ()
        for phrase in marked(clause, first, clause.end, self.entities, _NE):
            agents = tuple(i for i in ids_of(phrase, self.entities) if self._is_person(i)) or agents
        keys = [w.key for w in words[first : clause.end]]
        group = clause.group
        for part in ("chair", "conveners", "speakers"):
            if agents and any(k in roles[part] for k in keys):
                draft.add(part, agents)
        self._genitive_chair(clause, draft, roles["chair"])
        self._chief_guest(clause, draft)
        if agents and any(h.frame.cls in ("say", "order", "request") for h in find_hits(clause)):
            draft.add("speakers", agents)
        if group is None:
            return
        host = words[group.host].key if group.host is not None else ""
        attending = host in roles["attendees"] and (group.mood in ("perf", "past", "part", "hort"))
        if attending or fold("शिरकत") in keys:
            span = clause.sentence.span(first, clause.end)
            named = [r.id for r in self.entities.inside(span) if r.kind == "person"]
            draft.add("attendees", tuple(n for n in named if n not in draft.people["chair"]))
        if host in roles["speakers"] and group.mood == "fut":
            span = clause.sentence.span(first, clause.end)
            draft.add("speakers", tuple(r.id for r in self.entities.inside(span) if r.kind == "person"))

    def _is_person(self, ref: str) -> bool:
        return any(r.id == ref and r.kind == "person" for r in self.entities.refs)

    def _genitive_chair(self, clause: Clause, draft: _Draft, nouns: frozenset[str]) -> None:
        """X की अध्यक्षता में."""
        words = clause.sentence.words
        for j in range(clause_start(clause) + 2, clause.end):
            if words[j].key in nouns and words[j - 1].key == fold("की"):
                ends = {words[j - 2].end}
                draft.add(
                    "chair",
                    tuple(r.id for r in self.entities.refs if r.kind == "person" and r.span.end in ends),
                )

    def _chief_guest(self, clause: Clause, draft: _Draft) -> None:
        """मुख्य अतिथि (के रूप में) X: the first person named after it."""
        words = clause.sentence.words
        for j in range(clause_start(clause), clause.end - 1):
            if words[j].key == fold("मुख्य") and words[j + 1].key == fold("अतिथि"):
                begins = words[j + 1].end
                later = [
                    r
                    for r in self.entities.refs
                    if r.kind == "person" and begins <= r.span.start < begins + 60
                ]
                if later:
                    draft.add("chief_guests", (later[0].id,))


def _still_to_come(clause: Clause, group: VerbGroup) -> bool:
    """होना सुनिश्चित हुआ है, and a transitive form without ने that is read as a wish (योजना बनाये)."""
    host = clause.sentence.words[group.host].key if group.host is not None else ""
    return host in closed("settled") or (group.hort_possible and group.stem not in closed("intransitive"))


def _pointing(word: Word) -> bool:
    return word.key in closed("pointing")


def extract_events(doc: Doc) -> tuple[Event, ...]:
    """Events of an analysed report."""
    return EventExtractor(doc).run()
