"""The one day of the occasion that a report is about, and what is told for it without that day."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from nirdesh.extract.clauses.entities import Entities, is_feast
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.extract.directives.lexis import affixes, sequence_at, word_class
from nirdesh.extract.directives.model import Draft
from nirdesh.extract.directives.shared_times import by_night
from nirdesh.mentions import DateMention, Directive

_DAY = "YYYY-MM-DD"
_AFTER = 12  # words after the day in which its occasion stands
_BEFORE = 3  # words before it in which the same stands
_MEANT = frozenset({"when:one-occasion", "when:same-day"})  # rules of a day that is only meant
_THAT_DAY = "rel-that"  # rule of उस दिन
_INSIDE = (",", ")")  # signs after a day that do not part it from its occasion: 12 मई (रविवार) को रैली
_GUEST = "mood:guest-of-honour"  # rule of who speaks or presides at an occasion


@dataclass(frozen=True, slots=True)
class Occasion:
    """The one day ahead that a report tells of.

    Attributes:
        date: Index of the first date that names the day.
        names: Nouns of what takes place on it.
    """

    date: int
    names: frozenset[str]


def one_occasion(read: Sequence[Sentence], entities: Entities, published: str | None) -> Occasion | None:
    """The occasion of a report that tells of one day ahead alone, deadlines aside; None for any other."""
    ahead = [(i, d) for i, d in enumerate(entities.dates) if _ahead(d, published)]
    ahead = [(i, d) for i, d in ahead if not _supposed(d, read)]
    days = {d.edtf for _, d in ahead if not is_feast(d)} or {d.edtf for _, d in ahead}
    day = days.pop() if len(days) == 1 else None
    if day is None or len(day) != len(_DAY):
        return None
    ahead = [(i, d) for i, d in ahead if d.edtf == day]
    names: set[str] = set()
    for _, date in ahead:
        names |= _takes_place(date, read)
    return Occasion(ahead[0][0], frozenset(names))


def _ahead(date: DateMention, published: str | None) -> bool:
    """Whether a date that isn't over says when something is, not by when."""
    value = date.edtf
    if value is None or date.role in ("past", "dateline", "deadline") or date.relation in ("by", "before"):
        return False
    ends = value.removesuffix("/..").strip("{}").split("/")[-1].split(",")[-1]
    return published is None or not ends[:1].isdigit() or ends > published[: len(ends)]


def _supposed(date: DateMention, read: Sequence[Sentence]) -> bool:
    """यदि मांग नहीं मानी तो 20 मई से …: a day of what may never be."""
    before = (
        w for s in read if s.start <= date.span.start < s.end for w in s.words if w.end <= date.span.start
    )
    return any(w.key in word_class("supposing") for w in before)


def _takes_place(date: DateMention, read: Sequence[Sentence]) -> set[str]:
    """Nouns of occasions that stand beside a day in its sentence."""
    sentence = next((s for s in read if s.start <= date.span.start < s.end), None)
    if sentence is None:
        return set()
    before = [w for w in sentence.words if w.end <= date.span.start][-_BEFORE:]
    after = [w for w in sentence.words if w.start >= date.span.end][:_AFTER]
    beside = itertools.chain(
        itertools.takewhile(lambda w: not w.punct, reversed(before)),
        itertools.takewhile(lambda w: not w.punct or w.text in _INSIDE, after),
    )
    return {noun for word in beside for noun in word.nouns & word_class("one_day_occasions")}


def day_of_occasion(
    draft: Draft,
    finished: Sequence[tuple[Directive, Draft]],
    entities: Entities,
    told: Occasion | None,
) -> tuple[int, ...]:
    """Index of the day of the report's one occasion, if what is told is done at it; empty if not."""
    if told is None:
        return ()
    if entities.dates[told.date].span.start > draft.scope.start:
        return ()
    words = [w for w in draft.clause.sentence.words if draft.scope.start <= w.start < draft.scope.end]
    inside = [entities.dates[i] for i in entities.dates_in(draft.scope)]
    if inside:
        return (told.date,) if all(_that_day(date, words) for date in inside) else ()
    if says_that_day(words) or _GUEST in draft.rules or _done_at(words, told.names):
        return (told.date,)
    run = draft.clause.sentence.words
    acts = [g for g in draft.clause.groups if draft.action.start <= run[g.start].start < draft.action.end]
    comes = any(_comes(draft, group) for group in acts)
    hours = any(w.key in word_class("clock") for w in words)
    if hours and (
        comes or _until_hour(words) or any(_named(words, j, told.names) for j in range(len(words)))
    ):
        return (told.date,)
    comes = comes or any(g.stem in word_class("carrying_verbs") for g in acts[-1:])
    brings = (
        told.names and draft.modality != "prohibition" and any(w.key in word_class("along") for w in words)
    )
    return (told.date,) if comes and (brings or _goes_on(draft, finished, entities, told)) else ()


def says_that_day(words: Sequence[Word]) -> bool:
    """उस दिन, इस दिन."""
    return any(
        word.key in word_class("pointing_at_day") and after.key in word_class("day")
        for word, after in itertools.pairwise(words)
    )


def _that_day(date: DateMention, words: Sequence[Word]) -> bool:
    """Whether a date is उस दिन, and no day told near it says which."""
    first = next((w for w in words if w.start >= date.span.start), None)
    that = first is not None and first.key in word_class("that")
    return that and date.edtf is None and date.rule == _THAT_DAY


def _goes_on(
    draft: Draft, finished: Sequence[tuple[Directive, Draft]], entities: Entities, told: Occasion
) -> bool:
    """Whether the act told right before it in its sentence has the day of the occasion without naming it."""
    if not finished or finished[-1][1].clause.sentence is not draft.clause.sentence:
        return False
    directive, other = finished[-1]
    same = [entities.dates[i].edtf for i in directive.when] == [entities.dates[told.date].edtf]
    return same and not _MEANT.isdisjoint(other.rules)


def _done_at(words: Sequence[Word], names: frozenset[str]) -> bool:
    """रैली में, सभा के दौरान, ट्रायल में: at the occasion, which no other word sets apart."""
    for j in range(len(words) - 1):
        if _named(words, j, names) and (
            words[j + 1].key in word_class("inessive")
            or any(sequence_at(words, j + 1, len(words), kind) for kind in ("during", "meanwhile", "day_of"))
        ):
            return True
    return False


def _named(words: Sequence[Word], j: int, names: frozenset[str]) -> bool:
    """Whether the word at ``j`` names the occasion, and no other one (किसी सभा, सभाओं)."""
    apart = {w.key for w in words[max(j - 2, 0) : j]} & word_class("other_occasions")
    several = words[j].key.endswith(affixes("oblique_plural_endings"))
    return not apart and not several and words[j].is_noun(names)


def _until_hour(words: Sequence[Word]) -> bool:
    """दोपहर तीन बजे तक दुकानें बंद रखें: on that day, unless something written is sent (रिपोर्ट भेजें)."""
    if any(w.is_noun(word_class("written_things")) for w in words) or by_night(words):
        return False
    return any(
        word.key in word_class("clock") and after.key in word_class("limits")
        for word, after in itertools.pairwise(words)
    )


def _comes(draft: Draft, group: VerbGroup) -> bool:
    """Whether the act is to come or to be there (पहुंचें, उपस्थित रहें, एकत्र होकर, रिपोर्ट करें)."""
    words = draft.clause.sentence.words
    host = words[group.host].key if group.host is not None else ""
    reports = host in word_class("reporting_hosts") and group.stem in word_class("reporting_verbs")
    return reports or group.stem in word_class("attending_verbs") or host in word_class("attending_hosts")


def those_days(
    draft: Draft, finished: Sequence[tuple[Directive, Draft]], entities: Entities
) -> tuple[int, ...]:
    """The several days told before, where the draft points at all of them (दोनों दिन, इन्हीं तिथियों में)."""
    words = [w for w in draft.clause.sentence.words if draft.scope.start <= w.start < draft.scope.end]
    if not any(sequence_at(words, j, len(words), "those_days") for j in range(len(words))):
        return ()
    for directive, _ in reversed(finished):
        several = tuple(i for i in directive.when if _several(entities.dates[i]))
        if several:
            return several
    told = [i for i, d in enumerate(entities.dates) if d.span.start < draft.scope.start]
    return tuple(i for i in told if _several(entities.dates[i]) and entities.dates[i].role != "past")[-1:]


def _several(date: DateMention) -> bool:
    return (date.edtf or "").startswith("{") or "/" in (date.edtf or "").lstrip("./")
