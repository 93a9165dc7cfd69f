"""The one day of a protest or gathering, on which all that is told of it is done: धरना देंगे, ज्ञापन सौंपेंगे."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.lexis import sequence_at, word_class
from nirdesh.extract.directives.model import Draft
from nirdesh.extract.directives.occasions import says_that_day
from nirdesh.extract.directives.own_dates import attends
from nirdesh.extract.directives.shared_times import by_night, opens_after
from nirdesh.mentions import Directive

_DAY = "YYYY-MM-DD"
_REACH = 12  # sentences that a protest reaches
_PLANNED = ("announcement", "prohibition")  # what is done at it, and what isn't while it lasts
_CARRIED = 6  # words before लाएं in which who is brought along stands


def day_of_protest(
    draft: Draft, finished: Sequence[tuple[Directive, Draft]], entities: Entities
) -> tuple[tuple[int, ...], str]:
    """Indices of the day of the protest that the draft is a part of, and the rule; both empty for none."""
    if not finished or entities.dates_in(draft.scope) or _on_a_condition(draft):
        return (), ""
    if opens_after(draft) and not any(w.is_noun(word_class("petitions")) for w in _inside(draft, entities)):
        return (), ""  # इसके बाद ज्ञापन सौंपेंगे is on the day, इसके बाद हड़ताल होगी may be any
    last, other = finished[-1]
    beside = other.clause.sentence is draft.clause.sentence
    if beside and _single(last, entities) and attends(other) and _brings(draft):
        return last.when, "when:brought-along"
    held = [
        (directive, told)
        for directive, told in finished
        if draft.clause.sentence.index - told.clause.sentence.index <= _REACH
        and _single(directive, entities)
        and (attends(told) or _names(_inside(told, entities)))
    ]
    if _keeps_shut(draft):
        held = [(d, told) for d, told in held if _names(_inside(told, entities)) & word_class("standstills")]
    days = {entities.dates[i].edtf for directive, _ in held for i in directive.when}
    own = _inside(draft, entities)
    part = says_that_day(own) or _done_after(draft, held, entities) or _part_of_it(draft, held, entities)
    if len(days) != 1 or not part:
        return (), ""
    return held[-1][0].when, "when:protest"


def place_of_protest(
    draft: Draft, finished: Sequence[tuple[Directive, Draft]], entities: Entities
) -> tuple[tuple[str, ...], str]:
    """Where the protest takes place on whose day the draft's act of protest is done, and the rule."""
    if "when:protest" not in draft.rules or draft.modality != "announcement":
        return (), ""
    if not any(g.host is not None for g in _acts(draft)) or says_that_day(_inside(draft, entities)):
        return (), ""
    days = {entities.dates[i].edtf for i in draft.when}
    told = {d.regions for d, _ in finished if d.regions and {entities.dates[i].edtf for i in d.when} == days}
    return (told.pop(), "where:protest") if len(told) == 1 else ((), "")


def _inside(draft: Draft, entities: Entities) -> list[Word]:
    """Words of the draft's scope that are no part of a date (18 मार्च is no march)."""
    run = draft.clause.sentence.words
    return [w for w in run if draft.scope.start <= w.start < draft.scope.end and not entities.in_date(w)]


def _single(directive: Directive, entities: Entities) -> bool:
    """Whether what is told is done on one day."""
    dates = [entities.dates[i] for i in directive.when]
    return len(dates) == 1 and dates[0].relation == "on" and len(dates[0].edtf or "") == len(_DAY)


def _names(words: Sequence[Word]) -> frozenset[str]:
    """Nouns of protests among words."""
    return frozenset(noun for w in words for noun in w.nouns & word_class("protests"))


def _acts(draft: Draft) -> list[VerbGroup]:
    words = draft.clause.sentence.words
    return [g for g in draft.clause.groups if draft.action.start <= words[g.start].start < draft.action.end]


def _on_a_condition(draft: Draft) -> bool:
    """यदि मांग नहीं मानी तो …, अन्यथा …, मांग पूरी होने तक …: a threat, or what lasts."""
    words = [w for w in draft.clause.sentence.words if w.start < draft.scope.end]
    threats = word_class("supposing") | word_class("or_else") | word_class("not_at_once") | word_class("then")
    if any(w.key in threats for w in words):
        return True
    run = [w for w in words if w.start >= draft.scope.start]
    if by_night(run):
        return True
    return any(
        after.key in word_class("limits") and word.key not in word_class("clock")
        for word, after in itertools.pairwise(run)
    )


def _brings(draft: Draft) -> bool:
    """… पहुंचें और 20 साथी लाएं, झंडा साथ लाना सुनिश्चित करें."""
    words = draft.clause.sentence.words
    for group in _acts(draft):
        if not word_class("carrying_verbs").isdisjoint(group.stems):
            near = words[max(group.start - _CARRIED, 0) : group.start]
            return any(w.is_noun(word_class("brought_people")) or w.key in word_class("along") for w in near)
    return False


def _part_of_it(draft: Draft, held: Sequence[tuple[Directive, Draft]], entities: Entities) -> bool:
    """Whether the draft tells an act of protest, or what stays shut or open on the day of one."""
    group = next(iter(_acts(draft)[::-1]), None)
    if group is None or _at_another(_inside(draft, entities)):
        return False
    words = draft.clause.sentence.words
    host = words[group.host] if group.host is not None else None
    if _keeps_shut(draft):
        return True
    if draft.modality not in _PLANNED or group.mood not in ("fut", "hort"):
        return False
    if draft.modality == "announcement":
        told = frozenset().union(*(_names(_inside(other, entities)) for _, other in held))
        if host is not None and host.is_noun(word_class("protest_acts")):
            return True
        subject = next((w for w in _inside(draft, entities) if w.is_noun(told)), None) if told else None
        if subject is not None and not group.negative and group.stem in word_class("taking_place"):
            return True
        if _joins(draft, group):
            return True
    shut = any(_names(_inside(other, entities)) & word_class("standstills") for _, other in held)
    return shut and _stands_still(draft, group, host)


def _at_another(words: Sequence[Word]) -> bool:
    """मतदान के दिन, मेले के दौरान, अगले दिन: what has another day."""
    return any(
        (words[j - 1].key in word_class("other_days") and words[j].key in word_class("day"))
        or sequence_at(words, j, len(words), "day_of")
        or sequence_at(words, j, len(words), "meanwhile")
        for j in range(1, len(words))
    )


def _stands_still(draft: Draft, group: VerbGroup, host: Word | None) -> bool:
    """दुकानें बंद रहेंगी, एंबुलेंस को नहीं रोका जाएगा."""
    if host is not None and host.key in word_class("shut_or_open"):
        return True
    return group.negative and group.stem in word_class("stopping_verbs")


def _keeps_shut(draft: Draft) -> bool:
    """दुकानें बंद रखने का अनुरोध: whether others are asked to keep shut what stands still on the day."""
    group = next(iter(_acts(draft)[::-1]), None)
    if draft.modality != "request" or group is None or group.host is None:
        return False
    host = draft.clause.sentence.words[group.host]
    return host.key in word_class("kept_shut") and group.stem in word_class("keeping_verbs")


def _joins(draft: Draft, group: VerbGroup) -> bool:
    """महिलाएं भी थाली लेकर निकलेंगी: who else goes out on the day."""
    words = draft.clause.sentence.words[: group.start]
    also = any(w.key in word_class("too") for w in words if w.start >= draft.scope.start)
    return also and not group.negative and group.stem in word_class("setting_out")


def _done_after(draft: Draft, held: Sequence[tuple[Directive, Draft]], entities: Entities) -> bool:
    """धरने के बाद ज्ञापन सौंपा जाएगा: after a protest told before, on its day."""
    told = frozenset().union(*(_names(_inside(other, entities)) for _, other in held))
    words = _inside(draft, entities)
    return draft.modality == "announcement" and any(
        words[j].is_noun(told)
        and not (j and words[j - 1].key in closed("demonstratives"))
        and sequence_at(words, j + 1, len(words), "afterwards") > 0
        for j in range(len(words) - 1)
    )
