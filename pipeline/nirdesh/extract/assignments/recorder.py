"""What an extractor of assignments keeps while it reads, and how it records one."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from nirdesh.extract.assignments.adjust import Adjusted, Vacancy, succeeds, vacancy
from nirdesh.extract.assignments.align import Match
from nirdesh.extract.assignments.branches import of_branch
from nirdesh.extract.assignments.continued import goes_on
from nirdesh.extract.assignments.deputies import is_deputy, names_no_place
from nirdesh.extract.assignments.givers import Givers, acts_unnamed
from nirdesh.extract.assignments.lists_of_words import has_noun, has_phrase, has_word, phrase_at
from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.assignments.places import opening_place
from nirdesh.extract.assignments.replaced import places_replaced
from nirdesh.extract.assignments.roles import Role
from nirdesh.extract.assignments.told_titles import several
from nirdesh.extract.assignments.triggers import duty_rules
from nirdesh.extract.clauses.entities import Entities, entities
from nirdesh.extract.clauses.lexis import table
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Sentence, Word, sentences
from nirdesh.mentions import Assignment, Change, Span

_TOLD = 5  # sentences from one that tells of removals to those that name who was removed
_LATER = 250  # code points from an assignment to the sentence that tells who gave it
_OPENING = 5  # words in which a sentence says that it tells of another matter
LEFT = (
    "assign:resign",
    "assign:quit",
    "assign:retire",
    "assign:retire-early",
    "assign:retire-willingly",
    "assign:take-oath",
    "assign:take-charge",
    "assign:join",
    "assign:won",
    "assign:greeted",
    "assign:keep-back",
)  # acts of the person, given by nobody


@dataclass(slots=True)
class State:
    """The assignment before, its role, and the post that somebody just left."""

    last: Assignment | None = None
    role: Role | None = None
    vacant: Vacancy | None = None
    lost: Role | None = None
    opened: Role | None = None  # a post that a sentence fills without naming anybody
    lost_by: tuple[str, ...] = ()
    ousted: int = -2  # sentence in which people who were not named lost a post
    leaving: tuple[int, tuple[Match, ...]] = (-2, ())  # sentence that told of a resignation, and whose it is


class Recorder:
    """The assignments of one document so far; its reader is a subclass."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.entities: Entities = entities(doc)
        self.givers = Givers(self.entities)
        self.state = State()
        self.found: list[Assignment] = []
        keys = {word.key for sentence in sentences(doc) for word in sentence.words}
        self.transfers = not keys.isdisjoint(listed("transfer_signs") | listed("weak_transfer_signs"))
        self.shuffle = False
        self.before: Sentence | None = None
        self.read: list[Sentence] = []
        self.branch: tuple[str, int] | None = None  # place, and where the report first names it
        self.moved: Role | None = None  # title of all who are transferred
        self.newly: Role | None = None  # title of all who are put in anew (नए तहसीलदारों की पदस्थापना)
        self.section: Role | None = None  # the same in a part of a list with a heading of its own
        self.filled = False  # whether the sentences before tell that posts are filled, and go on with them
        self.runs: list[tuple[Clause, int]] = []  # clauses without a verb that may go on with them
        self.title: Role | None = None  # title that a sentence announced for those after it
        self.shared: Role | None = None  # duty that was shared out among several last
        self.body: Role | None = None  # committee of inquiry that was formed last
        self.posted: Role | None = None  # title of all who are posted (दंडाधिकारियों की तैनाती)
        self.label: tuple[int, tuple[str, ...]] = (-1, ())  # paragraph, and places of the label that opens it
        self.headings: dict[int, tuple[str, ...]] = {}  # lines that are only a place
        self.under: tuple[str, ...] = ()  # place of the last of them
        self.spent: tuple[int, int] = (
            -1,
            0,
        )  # sentence, and where a post ends that a clause before took from it
        self.published = (doc._.report.published or "") if doc._.report is not None else ""

    # records ------------------------------------------------------------------------------------------------

    def _give(self, clause: Clause, found: Iterable[Match], agents: tuple[str, ...], rule: str) -> None:
        """Record each match as somebody who is given something."""
        for each in found:
            self._add(clause, Adjusted(each, "appointed"), agents, rule)

    def _add(self, clause: Clause, adjusted: Adjusted, agents: tuple[str, ...], rule: str) -> None:
        found = adjusted.match
        if found.role is None or has_noun("not_roles", words_of(found.role)[-1 * found.role.duty :]):
            return
        by, by_rule = self.givers.by(clause, tuple(a for a in agents if a != found.id))
        by = tuple(b for b in by if b != found.id) if rule not in LEFT else ()
        titled = self.title is not None and (
            found.role.span == self.title.span or (several(self.title) and bool(found.regions))
        )  # नए प्रभारियों की नियुक्ति की है … सागर का जिम्मा A संभालेंगे
        if by_rule == "by:announcer" and rule in duty_rules() and not titled and self._only_does(clause):
            by = ()
        if not by and rule not in LEFT:
            by, by_rule = self._as_before(clause, adjusted), "by:as-before"
            by = by or self._who_ousted(clause, adjusted.change)
        rules = (rule, by_rule) if by else (rule,)
        regions = found.regions or self._taken_over(clause, adjusted) or self._of_chief(clause, found.role)
        self.state.role = found.role
        if not regions and self.label[0] == clause.sentence.paragraph:
            regions = self.label[1]
        regions = regions or self.under
        if not regions and agents:
            regions = opening_place(clause, self.entities)
        comes = rule == "assign:take-charge" and has_noun("moved_officers", words_of(found.role))
        of_town = comes or (rule not in LEFT and has_word("of_town", words_of(found.role)))
        if not regions and of_town and self.entities.home:
            regions = (self.entities.home,)
        if not regions and rule not in LEFT:
            regions = self._of_level(found.role)
        if not regions and self.branch is not None and not self.transfers:
            place, told = self.branch
            regions = (place,) if told < clause.sentence.end and of_branch(words_of(found.role)) else ()
        for region in regions or (None,):
            self._record(clause, adjusted, region, by, rules)
        left = vacancy(adjusted)
        if left is not None:
            self.state.vacant = left

    def _of_level(self, role: Role) -> tuple[str, ...]:
        """प्रखंड अध्यक्ष: the only place of that level that the report names."""
        levels = table("assignments/closed.toml")["unit_kinds"]
        kinds = next((levels[w.key] for w in words_of(role)[:1] if w.key in levels), ())
        units = {region.id for region in self.doc._.regions if region.kind in kinds}
        return tuple(units) if len(units) == 1 else ()

    def _of_chief(self, clause: Clause, role: Role) -> tuple[str, ...]:
        """सागर में A को प्रभारी बनाया है. वहीं B को सह प्रभारी बनाया है: the place of the one whose deputy B is."""
        last = self.state.last
        if last is None or last.region is None or not names_no_place(clause, self.entities):
            return ()
        return (last.region,) if is_deputy(role, self.state.role) else ()

    def _only_does(self, clause: Clause) -> bool:
        """A काम देखेंगे: nobody is said to give it; in a report of transfers only in A के पास रहेगा."""
        group = clause.group
        if group is None or group.mood != "fut":
            return False
        if group.host is not None and clause.sentence.words[group.host].is_noun(listed("details")):
            return False  # A की ड्यूटी रहेगी
        return not self.shuffle or group.stem in listed("go_on")

    def completed(self, item: Assignment) -> Assignment:
        """An assignment with the place of the branch that the report is about, where it has none."""
        if item.region is not None or self.branch is None or self.transfers:
            return item
        role = [w for line in self.read for w in line.words if item.role.start <= w.start < item.role.end]
        return replace(item, region=self.branch[0]) if of_branch(role) else item

    def _as_before(self, clause: Clause, adjusted: Adjusted) -> tuple[str, ...]:
        """X ने A को सचिव बनाया है. इसी तरह B को … बनाया गया है: the one who gave the post before."""
        last = self.state.last
        if last is None or self.before is None or _elected(clause):
            return ()
        on = goes_on(clause.sentence)
        if not on and not acts_unnamed(clause) and not self._same_list(clause, adjusted):
            return ()
        first = self.read[max(clause.sentence.index - 1 - on, 0)]  # इसके साथ ही, a sentence between
        vacant = self.state.vacant
        if vacant is not None and succeeds(clause, vacant, named=True):  # … उन पर आरोप था. उनके स्थान पर B को
            first = self.read[max(min(first.index, vacant.sentence), clause.sentence.index - _TOLD)]
        near = first.start <= last.evidence.start <= clause.sentence.start
        return tuple(b for b in last.by if b != adjusted.match.id) if near else ()

    def _who_ousted(self, clause: Clause, change: Change) -> tuple[str, ...]:
        """X ने दो शिक्षकों को निलंबित किया. … शिक्षक A को निलंबित किया गया है: who acted on those not named."""
        group = clause.group
        passive = group is not None and group.passive and group.mood == "perf"
        near = 0 < clause.sentence.index - self.state.ousted <= _TOLD
        apart = has_phrase("other_matters", clause.sentence.words[:_OPENING])  # दूसरी ओर विभाग में …
        return self.state.lost_by if change == "removed" and passive and near and not apart else ()

    def _same_list(self, clause: Clause, adjusted: Adjusted) -> bool:
        """X ने निरीक्षक A को सागर भेजा है. B को … बनाया गया है: a list of officers goes on in the passive."""
        change, found = adjusted.change, adjusted.match
        named = [*words_of(found.role), *(words_of(found.own) if found.own else ())] if found.role else []
        of_officers = self.transfers or change == "removed" or has_noun("moved_officers", named)
        group, before, last = clause.group, self.before, self.state.last
        told = group is not None and group.mood == "perf" and not group.negative
        told = told and group is not None and (group.passive or group.stem in listed("got"))
        gone = {each.change == "removed" for each in (last,) if each is not None} | {change == "removed"}
        vacant = self.state.vacant
        follows = vacant is not None and succeeds(clause, vacant, named=True)  # उनकी जगह B को
        here = before is not None and before.paragraph == clause.sentence.paragraph
        return told and here and (follows or (of_officers and len(gone) == 1))

    def _told_later(self, sentence: Sentence, begins: int) -> None:
        """यह मनोनयन X ने किया है; सूची X ने जारी की: posts told just before are given by X.

        Args:
            begins: How many assignments were found before the sentence.
        """
        givers = self.givers.announcer
        polled = any(
            one.key in listed("polls") and has_noun("generic", [other])
            for one, other in itertools.pairwise(sentence.words)
        )
        told = self.read[: sentence.index + 1] if polled else ()
        chosen = {s.start for s in told if any(map(_elected, segment(s)))}
        for k, item in enumerate(self.found[:begins]):
            if item.evidence.start in chosen:
                continue  # A अध्यक्ष चुने गए. निर्वाचन अधिकारी ने यह घोषणा की
            near = sentence.start - item.evidence.end < _LATER
            if near and not item.by and item.rules[0] not in LEFT and item.assignee not in givers:
                self.found[k] = replace(item, by=givers, rules=(*item.rules, "by:told-later"))

    def _taken_over(self, clause: Clause, adjusted: Adjusted) -> tuple[str, ...]:
        """Places of the post that the assignee takes over, or of the one just told (वहां का प्रभार)."""
        role = adjusted.match.role
        if adjusted.change == "removed" or (adjusted.change == "transferred" and role is adjusted.match.own):
            return ()  # who keeps his rank succeeds nobody
        if role is not None and (replacing := places_replaced(clause, role, self.entities)):
            return replacing
        vacant = self.state.vacant
        if vacant is not None and succeeds(clause, vacant):
            same = role is None or role.duty or words_of(role)[-1].key == words_of(vacant.role)[-1].key
            return vacant.regions if same or succeeds(clause, vacant, named=True) else ()
        if vacant is not None and role is not None and _of_left_unit(role, vacant):
            return vacant.regions
        opens = phrase_at("going_on", role.sentence.words, 0) if role else 0  # वहीं कक्ष प्रभारी A के स्थान पर
        before = role.sentence.words[max(role.start - 3, opens) : role.end] if role else ()
        if has_word("there", before):
            if has_word("same_place", before) and adjusted.match.own_regions:
                return adjusted.match.own_regions
            region = self.state.last.region if self.state.last else None
            return (region,) if region else ()
        return ()

    def _record(
        self,
        clause: Clause,
        adjusted: Adjusted,
        region: str | None,
        by: tuple[str, ...],
        rules: tuple[str, ...],
    ) -> None:
        found = adjusted.match
        if found.role is None:
            return
        sentence = clause.sentence
        dates = self.entities.dates_in(Span(sentence.start, sentence.end))
        effective = [i for i in dates if self.entities.dates[i].role not in ("past", "dateline")]
        assignment = Assignment(
            evidence=Span(sentence.start, sentence.end),
            assignee=found.id,
            role=found.role.span,
            change=adjusted.change,
            region=region,
            organisation=found.body,
            by=by,
            from_role=adjusted.from_role.span if adjusted.from_role else None,
            effective=effective[0] if effective else None,
            confidence=_confidence(rules[0]),
            rules=rules,
        )
        self.found.append(assignment)
        self.state.last = assignment


def _elected(clause: Clause) -> bool:
    """चुना गया, निर्वाचित किया गया: those who met gave it."""
    group = clause.group
    if group is None:
        return False
    host = clause.sentence.words[group.host].key if group.host is not None else ""
    return group.stem in listed("electing_stems") or host in listed("elected")


def _of_left_unit(role: Role, vacant: Vacancy) -> bool:
    """चौकी का चार्ज, थाने की कमान right after the post of such a unit was left: the unit is that one."""
    run = role.sentence.words
    at = role.start - 1 if role.start and run[role.start - 1].key in listed("genitive") else role.start
    unit = run[at - 1] if at else None
    near = 0 <= role.sentence.index - vacant.sentence <= 1
    return role.duty and near and unit is not None and unit.key in listed("police_units")


def words_of(role: Role) -> tuple[Word, ...]:
    """Words that name a role."""
    return role.sentence.words[role.start : role.end]


def _confidence(rule: str) -> float:
    data = table("assignments/confidence.toml")
    return float(data["rules"].get(rule, data["default"]))
