"""Assignments of a report: who is given, loses or changes a post or duty."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc

from nirdesh.extract.assignments.align import Match, match, unnamed
from nirdesh.extract.assignments.lists import list_assignments
from nirdesh.extract.assignments.roles import Role, find_role, places_in
from nirdesh.extract.assignments.triggers import TriggerHit, copula_future, find_triggers
from nirdesh.extract.assignments.triggers import words as listed
from nirdesh.extract.clauses.entities import Entities, entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed, fold, table
from nirdesh.extract.clauses.phrases import marked
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Sentence, Word, sentences
from nirdesh.extract.directives.roles import DVARA, clause_start
from nirdesh.extract.directives.speaker import ids_of
from nirdesh.mentions import Assignment, Change, Span

_NE = frozenset({fold("ने")})
_RECENT = 2005  # without a date of publication, a year before this one is a life story


@dataclass(slots=True)
class _State:
    """Who announced, who gave an order, who acted last, and the assignment before."""

    announcer: tuple[str, ...] = ()
    orderer: tuple[str, ...] = ()
    last: Assignment | None = None
    role: Role | None = None
    person: tuple[str, ...] = ()


class AssignmentExtractor:
    """Reads one document; make a new one for each."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.entities: Entities = entities(doc)
        self.state = _State()
        self.found: list[Assignment] = []
        keys = {fold(t.text) for t in doc}
        self.transfers = not keys.isdisjoint(listed("transfer_signs"))

    def run(self) -> tuple[Assignment, ...]:
        """Assignments in order of their evidence."""
        read = list(sentences(self.doc))
        for sentence in read:
            self._sentence(sentence)
        self.found += list_assignments(self.doc, read, self.entities, self.state.announcer, self.found)
        return _unique(self.found)

    def _sentence(self, sentence: Sentence) -> None:
        for clause in segment(sentence):
            agents = self._agents(clause)
            if clause.kind == "main" or clause.kind == "relative":
                self._clause(clause, agents)
            inside = sentence.words[clause_start(clause) : clause.end]
            if agents and any(w.is_noun(listed("announcing")) for w in inside):
                self.state.announcer = agents
            if agents and any(w.is_noun(listed("ordering")) for w in inside):
                self.state.orderer = agents

    def _agents(self, clause: Clause) -> tuple[str, ...]:
        first = clause_start(clause)
        for phrase in marked(clause, first, clause.end, self.entities, _NE | DVARA):
            ids = ids_of(replace(phrase, case=fold("ने")), self.entities)
            if ids:
                if all(r.kind == "person" for r in self.entities.refs if r.id in ids):
                    self.state.person = ids
                return ids
        keys = clause.word_keys()
        if not closed("subject_pronouns").isdisjoint(keys):
            return self.state.person
        if keys[:2] == [fold("उनके"), fold("अनुसार")] or keys[:2] == [fold("उनके"), fold("मुताबिक")]:
            return self.state.person
        return ()

    def _clause(self, clause: Clause, agents: tuple[str, ...]) -> None:
        first = clause_start(clause)
        if self._long_ago(clause):
            return
        hits = find_triggers(clause)
        for hit in hits:
            adverbial = hit.group.forms[0].form == "impf" and hit.group.end > hit.group.start + 1
            if hit.group.mood == "part" and not adverbial:
                self._participle(clause, hit, first)
                continue
            self._hit(clause, hit, first, agents)
            first = hit.group.end
        future = copula_future(clause)
        if future is not None and not hits:
            self._will_be(clause, first, future, agents)
        if not hits and future is None:
            self._named_in_list(clause, first)

    def _long_ago(self, clause: Clause) -> bool:
        """1985 में प्रधान चुने गए: a year before the report's own tells a life, not news."""
        published = (self.doc._.report.published or "")[:4] if self.doc._.report is not None else ""
        words = clause.sentence.words[clause.start : clause.end]
        years = [
            w.text
            for w in words
            if len(w.text) == 4 and w.text.isdigit() and w.text[:2] in ("18", "19", "20")
        ]
        if not years:
            return False
        return min(int(y) for y in years) < (int(published) if published.isdigit() else _RECENT)

    def _will_be(self, clause: Clause, first: int, future: VerbGroup, agents: tuple[str, ...]) -> None:
        """A जिला संयोजक होंगे; वे अब संयोजक होंगे; यह प्रभार A के पास रहेगा."""
        found = match(clause, first, future.start, self.entities)
        for each in found:
            kept = _kept(clause)
            if each.role is not None and (kept or not each.role.duty):
                self._add(clause, each, "appointed", agents, "assign:will-be")
            elif kept and self.state.last is not None:
                role = self.state.role
                self._add(clause, _with(each, role, ()), "appointed", agents, "assign:this-charge")
        words = clause.sentence.words
        if not found and self._listed_after(clause, first, future):
            return
        if not found and self.state.last is not None and words[first].key in closed("nominative_pronouns"):
            role = find_role(clause.sentence, first + 1, future.start, self.entities)
            if role is not None and not role.duty:
                last = self.state.last
                each = Match(last.assignee, role, (), None, None, ())
                self._replace(clause, last, each, agents)

    def _listed_after(self, clause: Clause, first: int, future: VerbGroup) -> bool:
        """ब्लॉक अध्यक्ष इस प्रकार रहेंगे – R में A, S में B."""
        role = find_role(clause.sentence, first, future.start, self.entities)
        last = len(clause.sentence.words)
        if role is None or future.end >= last:
            return False
        named = match(clause, future.end, last, self.entities)
        for each in named:
            self._add(clause, _with(each, role, each.regions), "appointed", (), "assign:list-after-verb")
        return bool(named)

    def _replace(self, clause: Clause, last: Assignment, each: Match, agents: tuple[str, ...]) -> None:
        """The sentence after a transfer names the new post of the same person."""
        moved = last.change == "transferred"
        if moved:
            self.found.remove(last)
        self._add(clause, each, last.change if moved else "appointed", agents, "assign:they-will-be")

    def _named_in_list(self, clause: Clause, first: int) -> None:
        """मंडल अध्यक्षों की सूची में R से A, S से B के नाम हैं."""
        words = clause.sentence.words
        at = next((j for j in range(first + 2, clause.end - 1) if words[j].key == fold("सूची")), None)
        named = any(w.key == fold("नाम") for w in words[clause.end - 4 : clause.end])
        if at is None or not named or words[at + 1].key != fold("में") or words[at - 1].key != fold("की"):
            return
        role = find_role(clause.sentence, first, at - 1, self.entities)
        if role is None:
            return
        stop = max(j for j in range(first, clause.end) if words[j].key == fold("नाम")) - 1
        for each in match(clause, at + 2, stop, self.entities, genitives=True):
            self._add(clause, _with(each, role, each.regions), "appointed", (), "assign:list-of-names")

    def _hit(self, clause: Clause, hit: TriggerHit, first: int, agents: tuple[str, ...]) -> None:
        rule = f"assign:{hit.trigger.id}"
        moved = hit.trigger.role == "place"
        duty = hit.trigger.role == "duty"
        matches = match(clause, first, hit.end, self.entities, genitives=moved, duty=duty)
        if not matches and hit.trigger.role in ("needed", "duty"):
            self._unnamed(clause, hit, first, agents, rule)
            return
        for found in matches:
            adjusted = self._adjust(clause, hit, found, first)
            if adjusted is not None:
                self._add(clause, adjusted[0], adjusted[1], agents, rule, adjusted[2])

    def _adjust(
        self, clause: Clause, hit: TriggerHit, found: Match, first: int
    ) -> tuple[Match, Change, Role | None] | None:
        """Role and change by what the trigger takes: own post for removals, a place for transfers."""
        kind = hit.trigger.role
        if kind == "own":
            special = found.tail and found.role is not None
            role = found.role if special else found.own or found.role
            regions = found.regions if special else found.own_regions or found.regions
            return (_with(found, role, regions), "removed", None) if role else None
        if kind == "place":
            role = found.role or found.own
            if role is None or not (found.tail or _tail_places(clause, hit, self.entities)):
                role = _tail_phrase(clause, hit) or role
            regions = found.regions if found.tail else _tail_places(clause, hit, self.entities)
            return (_with(found, role, regions), "transferred", found.own) if role else None
        role = found.role
        if role is None:
            return None
        moved = self.transfers and found.tail and found.own is not None and bool(found.own_regions)
        moved = moved and not role.duty and kind == "needed"
        change: Change = "transferred" if moved else hit.trigger.change
        return _with(found, role, found.regions), change, found.own if moved else None

    def _participle(self, clause: Clause, hit: TriggerHit, first: int) -> None:
        """ROLE बनाए गए NAME: the name follows the participle."""
        words = clause.sentence.words
        if hit.group.end >= len(words):
            return
        begins = words[hit.group.end].start
        named = [r for r in self.entities.refs if r.kind == "person" and r.span.start == begins]
        role = find_role(clause.sentence, first, hit.end, self.entities)
        if not named or role is None or hit.trigger.role != "needed":
            return
        regions = places_in(clause.sentence, first, hit.end, self.entities)
        found = Match(named[0].id, role, regions, None, None, ())
        self._add(clause, found, "appointed", (), "assign:participle")

    def _unnamed(
        self, clause: Clause, hit: TriggerHit, first: int, agents: tuple[str, ...], rule: str
    ) -> None:
        pair = unnamed(clause, first, hit.end, self.entities)
        if pair is None or hit.group.mood == "fut":
            return
        phrase, role = pair
        office = self.entities.office(phrase.text, phrase.span)
        found = Match(office, role, (), None, None, ())
        self._add(clause, found, "appointed", agents, rule + "-unnamed")

    def _add(
        self,
        clause: Clause,
        found: Match,
        change: Change,
        agents: tuple[str, ...],
        rule: str,
        from_role: Role | None = None,
    ) -> None:
        if found.role is None or any(w.is_noun(listed("not_roles")) for w in _words_of(found.role)):
            return
        agents = tuple(a for a in agents if a != found.id)
        by, by_rule = agents, "by:ne"
        ordered = any(w.is_noun(listed("ordering")) for w in clause.sentence.words[: clause.body + 4])
        if not by and ordered:
            by, by_rule = self.state.orderer, "by:order"
        if not by:
            by, by_rule = self.state.announcer, "by:announcer"
        by = tuple(b for b in by if b != found.id)
        sentence = clause.sentence
        dates = self.entities.dates_in(Span(sentence.start, sentence.end))
        effective = [i for i in dates if self.entities.dates[i].role not in ("past", "dateline")]
        rules = (rule, by_rule) if by else (rule,)
        self.state.role = found.role
        for region in found.regions or (None,):
            self._record(clause, found, change, region, by, rules, from_role, effective)

    def _record(
        self,
        clause: Clause,
        found: Match,
        change: Change,
        region: str | None,
        by: tuple[str, ...],
        rules: tuple[str, ...],
        from_role: Role | None,
        effective: list[int],
    ) -> None:
        if found.role is None:
            return
        sentence = clause.sentence
        assignment = Assignment(
            evidence=Span(sentence.start, sentence.end),
            assignee=found.id,
            role=found.role.span,
            change=change,
            region=region,
            organisation=found.body,
            by=by,
            from_role=from_role.span if from_role else None,
            effective=effective[0] if effective else None,
            confidence=_confidence(rules[0]),
            rules=rules,
        )
        self.found.append(assignment)
        self.state.last = assignment


def _words_of(role: Role) -> tuple[Word, ...]:
    return role.sentence.words[role.start : role.end]


def _with(found: Match, role: Role | None, regions: tuple[str, ...]) -> Match:
    return replace(found, role=role, regions=regions)


def _kept(clause: Clause) -> bool:
    """X का प्रभार Y के पास रहेगा."""
    return any(w.key in listed("hands") for w in clause.sentence.words[clause.body : clause.end])


def _tail_start(clause: Clause, hit: TriggerHit) -> int:
    words = clause.sentence.words
    marks = (fold("को"), fold("का"))
    return next((j + 1 for j in range(hit.end - 1, clause.body, -1) if words[j].key in marks), hit.end)


def _tail_places(clause: Clause, hit: TriggerHit, known: Entities) -> tuple[str, ...]:
    return places_in(clause.sentence, _tail_start(clause, hit), hit.group.start, known)[-1:]


def _tail_phrase(clause: Clause, hit: TriggerHit) -> Role | None:
    """Place of duty that is no region (पुलिस लाइन भेजा गया)."""
    words = clause.sentence.words
    start = _tail_start(clause, hit)
    end = hit.end
    while end > start and words[end - 1].key in closed("case_markers"):
        end -= 1
    return Role(clause.sentence, start, end) if start < end else None


def _confidence(rule: str) -> float:
    data = table("assignments/confidence.toml")
    return float(data["rules"].get(rule, data["default"]))


def _unique(found: list[Assignment]) -> tuple[Assignment, ...]:
    kept: dict[tuple[str, str | None, str], Assignment] = {}
    for item in found:
        key = (item.assignee, item.region, item.change)
        if key not in kept:
            kept[key] = item
    return tuple(sorted(kept.values(), key=lambda a: (a.evidence.start, a.role.start, a.assignee)))


def extract_assignments(doc: Doc) -> tuple[Assignment, ...]:
    """Assignments of an analysed report."""
    extractor = AssignmentExtractor(doc)
    found = extractor.run()
    used = {a.assignee for a in found} | {b for a in found for b in a.by}
    known = {o.id for o in doc._.offices}
    extra = tuple(o for o in extractor.entities.made.values() if o.id in used and o.id not in known)
    if extra:
        doc._.offices = (*doc._.offices, *extra)
    return found
