"""Dates in the words of a directive that bind what is to be done, not a noun in it or a past event."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from nirdesh.extract.clauses.entities import Entities, is_feast
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.lexis import sequence_at, word_class
from nirdesh.extract.directives.model import Draft
from nirdesh.extract.directives.own_places import reason_end
from nirdesh.extract.directives.shared_times import told_of_noun
from nirdesh.extract.directives.terms import GRANTED
from nirdesh.mentions import DateMention, Span

_OCCASION_NEAR = 7  # words after a date in which its occasion stands
_UNBOUND = ("feast-limit",)  # rules of limits that the report gives no day to
_SEASONS = ("fy-pair", "year-pair")  # rules of two years that a season or a session lies in
_INDEFINITE = "indefinite"  # rule of अगले आदेश तक, which dates a state that lasts, no ban and no act
_PERIODS = ("during", "until")  # relations of what has an end
_LENGTH = "until-dur"  # rule of तीन दिन तक
_SHIFT = "after-dur"  # rule of तीन दिन बाद
_BESIDE = 2  # code points between a length and the day that it leads to
_NEAR = 3  # words from a date to the occasion that is to be held


def own_dates(draft: Draft, entities: Entities, published: str | None) -> tuple[int, ...]:
    """Dates in the draft's scope that bind the action, not a noun in it or a past event."""
    words = draft.clause.sentence.words
    kept = []
    for index in entities.dates_touching(draft.scope):
        date = entities.dates[index]
        if date.role == "dateline" or date.edtf is None or date.rule in _UNBOUND:
            continue  # a recurrence or a duration binds no calendar day, nor does होली तक
        if date.role == "past" and not _planned(draft, date, published):
            continue
        barred = draft.clause.group is not None and draft.clause.group.negative
        acts = barred or draft.modality == "prohibition" or "content:infinitive" in draft.rules
        if date.rule == _INDEFINITE and acts:
            continue
        if date.rule in _SEASONS or _long_over(date, published) or _looked_into(draft, date, published):
            continue  # रबी 2024-25, 2018 के बाद बने भवन
        if is_feast(date) and draft.action.start == date.span.start:
            continue  # होलिका दहन चौक पर होगा
        if (date.rule == _LENGTH and _each_for_himself(words)) or _of_condition(words, date.span):
            continue
        term = f"frame:{GRANTED}" in draft.rules and date.span.start >= draft.action.end
        if date.relation == "from" and _stands_still([w for w in words if w.start >= date.span.end], draft):
            continue
        limits = date.role == "deadline"
        if term or not (_modifies_noun(words, date.span, draft, limits=limits) or _in_name(words, date)):
            kept.append(index)
    reason = reason_end(words, draft.scope)
    kept = [i for i in kept if entities.dates[i].span.start >= reason] or kept
    overtaken = _overtaken_end(words, draft.scope)
    kept = [i for i in kept if entities.dates[i].span.start >= overtaken] or kept
    kept = [i for i in kept if not _said_again(entities, i, kept)]
    kept = [i for i in kept if not _of_report(entities.dates[i], published)] or kept
    kept = [i for i in kept if not _meant(words, entities.dates[i])] or kept
    weak = [i for i in kept if is_feast(entities.dates[i]) or entities.dates[i].relation == "after"]
    bound = [i for i in kept if i not in weak] or weak
    told = {(entities.dates[i].edtf, entities.dates[i].relation): i for i in reversed(bound)}
    return tuple(sorted(told.values()))  # आज 24 दिसंबर को: one day, told twice


def _each_for_himself(words: Sequence[Word]) -> bool:
    """14 दिन तक क्वारंटीन में रहेंगे: a length that counts for everybody from a day of his own."""
    return any(w.key in word_class("kept_apart") for w in words)


def _of_condition(words: Sequence[Word], span: Span) -> bool:
    """10 दिन में यदि लक्षण दिखें तो …: a time before यदि is that of the condition."""
    after = next((w for w in words if w.start >= span.end and w.key not in closed("date_markers")), None)
    return after is not None and after.key in word_class("supposing")


def _overtaken_end(words: Sequence[Word], scope: Span) -> int:
    """Where what comes before the act ends (10 मई तक सर्वे कराने के बाद | 12 मई से काम शुरू होगा)."""
    inside = [j for j, w in enumerate(words) if scope.start <= w.start < scope.end]
    ends = [
        words[j + size - 1].end
        for j in inside[1:]
        if any(form.form.startswith("inf") for form in words[j - 1].verbs)
        and (size := sequence_at(words, j, inside[-1] + 1, "afterwards"))
    ]
    return max(ends, default=scope.start)


def _said_again(entities: Entities, index: int, kept: Sequence[int]) -> bool:
    """चार दिन बाद 5 मार्च को: a length before the day that it leads to."""
    date = entities.dates[index]
    if date.rule != _SHIFT:
        return False
    others = [entities.dates[i] for i in kept if i != index]
    return any(0 <= d.span.start - date.span.end <= _BESIDE and d.relation == "on" for d in others)


def _long_over(date: DateMention, published: str | None) -> bool:
    """Whether a time with के बाद begins before the report's year."""
    begins = (date.edtf or "")[:4]
    return date.relation == "after" and begins.isdigit() and published is not None and begins < published[:4]


def _of_report(date: DateMention, published: str | None) -> bool:
    """Whether a date says in full when the report was published (20 मई 2018, हरदा: …)."""
    return date.edtf == published and date.anchor is None and date.relation == "on"


def _meant(words: Sequence[Word], date: DateMention) -> bool:
    """इस दिन के लिए आवेदन 6 मई तक दें: the first day only says what it is for."""
    after = next((j for j, w in enumerate(words) if w.start >= date.span.end), len(words))
    return date.relation == "on" and sequence_at(words, after, len(words), "meant_for") > 0


_HELD = frozenset({"content:ban", "mood:closed-until", "mood:extended-until"})  # what holds for a time


def _planned(draft: Draft, date: DateMention, published: str | None) -> bool:
    """A date in a future clause, in a wish (सभी 5 मई को पहुंचे) or of a ban is none of the past.

    The day on which a ban was laid is (सचिव ने शनिवार को सभा पर रोक लगा दी है).
    """
    group = draft.clause.group
    if date.relation in _PERIODS and published is not None and (date.edtf or "").split("/")[-1] > published:
        return True  # कल से 31 मई तक … लागू की गई है
    if not _HELD.isdisjoint(draft.rules):
        return date.relation != "on" or published is None or (date.edtf or "") > published
    ahead = group is not None and (group.mood == "fut" or group.hort_possible)
    if _over(date, published) and date.anchor is None and "/" in (date.edtf or ""):
        return False  # 1 अप्रैल 2022 से 31 मार्च 2023 के बीच हुई खरीद की जांच करेगी
    return ahead and any(r.startswith("mood:") for r in draft.rules)


def _over(date: DateMention, published: str | None) -> bool:
    """Whether a date with a year of its own ends before the report."""
    end = (date.edtf or "").split("/")[-1]
    return published is not None and end[:1].isdigit() and end < published[: len(end)]


def _looked_into(draft: Draft, date: DateMention, published: str | None) -> bool:
    """Whether a period is one that an inquiry is about (2021 से 2023 के बीच की खरीद की जांच करेगी)."""
    group = draft.clause.group
    if group is None or group.host is None or date.anchor is not None or "/" not in (date.edtf or ""):
        return False
    host = draft.clause.sentence.words[group.host]
    known = published is not None and not _over(date, published)
    return host.key in word_class("inquiries_had") and date.relation == "during" and not known


def _in_name(words: Sequence[Word], date: DateMention) -> bool:
    """Whether a bare year belongs to the name of a fair, an election or a session (निर्वाचन 2022 के लिए)."""
    before = [w for w in words if w.end <= date.span.start][-1:]
    after = [w for w in words if w.start >= date.span.end][:1]
    if not (date.edtf or "").isdigit() or not before or before[0].pos not in ("NOUN", "PROPN"):
        return False
    return not after or after[0].key not in closed("date_markers")


def _modifies_noun(words: Sequence[Word], span: Span, draft: Draft, *, limits: bool) -> bool:
    """31 मार्च तक के लंबित मामले, 5 मई को होने वाली बैठक: the date says which, not when to act.

    Args:
        limits: Whether the date is a deadline.
    """
    after = [w for w in words if w.start >= span.end]
    if not after or _takes_place(after, draft):
        return False
    j = 0
    while j < len(after) and after[j].key in closed("date_markers"):
        j += 1
    if j < len(after) and after[j].key in closed("genitives") and not after[j].verbs:
        following = after[j + 1].key if j + 1 < len(after) else ""
        if following in word_class("days_set") and any(
            w.key in word_class("set_for") for w in after[j + 2 :]
        ):
            return False  # सुनवाई के लिए 5 मई की तारीख तय की
        return following not in closed("date_postpositions") and not _holds(draft, after[j].start)
    if j and j + 1 < len(after) and after[j].key in closed("agentive_participles") and not after[j + 1].verbs:
        return True  # बुधवार को जारी नोटिस
    if not limits and _happened(after[j:], draft.action.end):
        return True
    near = [k for k in range(1, 7) if k < len(after) and after[k].start < draft.action.end]
    if limits:  # 20 मई तक बिना अनुमति के चल रहे केंद्रों की सूची दें: when to act
        near = [k for k in near if k <= j + 1 or after[k].key not in word_class("ongoing_participles")]
    return not attends(draft) and any(told_of_noun(after, k) for k in near)


def _happened(after: Sequence[Word], end: int) -> bool:
    """5 मई को | हुई घटना, 1 मई से | शुरू हुआ अभियान: a date of what a noun tells of."""
    run = [w for w in after[:3] if w.start < end]
    run = run[1:] if run and run[0].key in word_class("beginnings") else run[:2]
    if len(run) < 2 or not any(form.form == "perf" for form in run[0].verbs):
        return False
    closing = closed("particles") | closed("negation") | closed("list_conjunctions") | word_class("then")
    return not (run[1].verbs or run[1].punct or run[1].key in closing)


def _stands_still(after: Sequence[Word], draft: Draft) -> bool:
    """22 मार्च से बंद | बसों को चलाएंगे: what has been so since then, not when to act."""
    group = draft.clause.group
    if group is None or len(after) < 2 or after[0].key not in word_class("standing_states"):
        return False
    host = draft.clause.sentence.words[group.host] if group.host is not None else None
    noun = after[1]
    joins = noun.punct or noun.key in closed("particles") | closed("negation") | closed("list_conjunctions")
    return host is not after[0] and not noun.verbs and not joins


def _takes_place(after: Sequence[Word], draft: Draft) -> bool:
    """20 मई की बैठक में रिपोर्ट रखें: what is done at an occasion is done on its day."""
    near = [w for w in after[:_OCCASION_NEAR] if w.start < draft.action.end]
    if not near or near[0].key in word_class("limits"):
        return False
    if any(sequence_at(near, j, len(near), "day_of") for j in range(2, len(near))):
        return True  # 5 मई के मेले के दिन
    for word, following in itertools.pairwise(near):
        if word.is_noun(closed("occasions") | word_class("processions") | word_class("standstills")):
            return following.key in word_class("inessive")
    return any(sequence_at(near, j, len(near), "afterwards") for j in (2, 3))  # रविवार की प्रार्थना के बाद


def _holds(draft: Draft, start: int) -> bool:
    """16 दिसंबर की रैली निकालने: what is to be done is to hold the occasion itself."""
    words = draft.clause.sentence.words
    inside = [g for g in draft.clause.groups if draft.action.start <= words[g.start].start < draft.action.end]
    for group in inside[-1:]:
        if group.host is not None and words[group.host].start > start:
            between = [w for w in words[: group.host] if w.start > start]
            near = len(between) < _NEAR and not any(w.key in closed("case_markers") for w in between)
            return near and words[group.host].is_noun(closed("occasions"))
    return False


def attends(draft: Draft) -> bool:
    """Whether the action is to be there: then the date of the occasion is its own."""
    words = draft.clause.sentence.words
    inside = [g for g in draft.clause.groups if draft.action.start <= words[g.start].start < draft.action.end]
    return any(
        g.stem in word_class("attending_verbs")
        or (g.host is not None and words[g.host].key in word_class("attending_hosts"))
        for g in inside[-1:]
    )
