"""Dates, regions, targets, purposes and conditions of drafted directives, by where they stand."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from nirdesh.extract.clauses.entities import Entities, is_feast
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Word, sentences
from nirdesh.extract.directives.earlier import earlier_places
from nirdesh.extract.directives.lexis import is_purposive, sequence_at, word_class
from nirdesh.extract.directives.meant_places import meant_places
from nirdesh.extract.directives.model import Draft
from nirdesh.extract.directives.occasions import day_of_occasion, one_occasion, those_days
from nirdesh.extract.directives.own_places import own_places, reason_end
from nirdesh.extract.directives.regimes import regimes, time_in_force
from nirdesh.extract.directives.shared_times import (
    granted_term,
    leading_term,
    of_all_places,
    opens_after,
    term_told_after,
    time_of_last,
    told_of_noun,
)
from nirdesh.extract.directives.target import target_in
from nirdesh.extract.directives.terms import GRANTED
from nirdesh.extract.directives.told_times import meanwhile, told_time
from nirdesh.mentions import DateMention, Directive, Span

_OCCASION_NEAR = 7  # words after a date in which its occasion stands
_UNBOUND = ("feast-limit",)  # rules of limits that the report gives no day to
_SEASONS = ("fy-pair", "year-pair")  # rules of two years that a season or a session lies in
_INDEFINITE = "indefinite"  # rule of अगले आदेश तक, which dates a state that lasts, no ban and no act
_GOES_ON = "issuer:goes-on-next-paragraph"  # rule of what stands under an order told before


def finish(
    doc: Doc, drafts: Sequence[Draft], entities: Entities, known: Sequence[tuple[Directive, Draft]] = ()
) -> list[tuple[Directive, Draft]]:
    """Directives of ``drafts`` with everything attached, in order.

    Args:
        known: Others that are finished, in order; times and places go on from them as well.
    """
    finished: list[tuple[Directive, Draft]] = []
    made: list[tuple[Directive, Draft]] = []
    waiting = [*reversed(known)]
    territory: tuple[str, ...] = ()
    published = doc._.report.published if doc._.report is not None else None
    in_force = regimes(sentences(doc), entities, published)
    told = one_occasion(sentences(doc), entities, published)
    for draft in drafts:
        while waiting and waiting[-1][0].action.start < draft.action.start:
            finished.append(waiting.pop())
        draft.when = _dates(draft, entities, published)
        if not draft.when and draft.shared is not None:
            draft.when = _dates(replace(draft, scope=draft.shared), entities, published)
        draft.regions = own_places(doc, draft, entities)
        if not draft.when and not draft.regions:
            draft.when, draft.regions = of_all_places(draft, finished)
        if not draft.regions and entities.home is not None and _at_home(draft):
            draft.regions = (entities.home,)
            draft.rules.append("where:home")
        if not draft.regions:
            draft.regions, rule = meant_places(doc, draft, entities)
            draft.rules += [rule] if rule else []
        if not draft.regions and _GOES_ON in draft.rules:
            draft.regions = territory
        elif _GOES_ON not in draft.rules:
            territory = draft.regions if _bounded(draft) else ()
        if not draft.regions:
            draft.regions, rule = earlier_places(doc, draft, entities, finished)
            draft.rules += [rule] if rule else []
        if not draft.when:
            draft.when = granted_term(draft, entities) or leading_term(draft, entities, published)
        if not draft.when:
            draft.when = term_told_after(draft, entities, sentences(doc))
        if not draft.when:
            draft.when, rule = meanwhile(draft, entities, sentences(doc))
            draft.rules += [rule] if rule else []
        if not draft.when:
            _inherit(draft, finished, entities)
        if not draft.when and _until_then(draft):
            draft.when = _limit_before(draft, finished, entities)
        if not draft.when:
            draft.when = those_days(draft, finished, entities)
        if not draft.when:
            draft.when, rule = told_time(draft, entities, sentences(doc))
            draft.rules += [rule] if rule else []
        if not draft.when and finished:
            draft.when, rule = time_of_last(draft, finished, entities)
            draft.rules += [rule] if rule else []
        if not draft.when:
            draft.when = day_of_occasion(draft, finished, entities, told)
            draft.rules += ["when:one-occasion"] if draft.when else []
        if not draft.when:
            draft.when = time_in_force(draft, entities, in_force)
            draft.rules += ["when:in-force"] if draft.when else []
        draft.purpose, draft.condition = _satellites(draft)
        directive = Directive(
            evidence=draft.evidence,
            action=draft.action,
            modality=draft.modality,
            issuers=draft.issuers,
            addressees=draft.addressees,
            when=draft.when,
            regions=draft.regions,
            target=target_in(doc, draft.action),
            purpose=draft.purpose,
            condition=draft.condition,
            rules=tuple(draft.rules),
        )
        finished.append((directive, draft))
        made.append((directive, draft))
    return made


def _bounded(draft: Draft) -> bool:
    """Whether the order is said to hold within a territory (जिले की सीमा में): so does all that it lists."""
    span = draft.scope
    words = draft.clause.sentence.words
    return any(w.key in word_class("territories") for w in words if span.start <= w.start < span.end)


def _at_home(draft: Draft) -> bool:
    """Whether the draft says जिले में, शहर के: the district or town that the report is about."""
    span = draft.scope
    words = [w for w in draft.clause.sentence.words if span.start <= w.start < span.end]
    for j, (word, after) in enumerate(itertools.pairwise(words)):
        if word.key in word_class("home") and after.key in word_class("home_marks"):
            before = words[j - 1] if j else None
            if before is None or before.key not in word_class("other_homes"):
                return True
    return False


def _dates(draft: Draft, entities: Entities, published: str | None) -> tuple[int, ...]:
    """Dates in the draft's scope that bind the action, not a noun in it or a past event."""
    words = draft.clause.sentence.words
    kept = []
    for index in entities.dates_in(draft.scope):
        date = entities.dates[index]
        if date.role == "dateline" or date.edtf is None or date.rule in _UNBOUND:
            continue  # a recurrence or a duration binds no calendar day, nor does होली तक
        if date.role == "past" and not _planned(draft, date, published):
            continue
        barred = draft.clause.group is not None and draft.clause.group.negative
        acts = barred or draft.modality == "prohibition" or "content:infinitive" in draft.rules
        if date.rule == _INDEFINITE and acts:
            continue
        if date.rule in _SEASONS or _long_over(date, published):
            continue  # रबी 2024-25, 2018 के बाद बने भवन
        if is_feast(date) and draft.action.start == date.span.start:
            continue  # होलिका दहन चौक पर होगा
        term = f"frame:{GRANTED}" in draft.rules and date.span.start >= draft.action.end
        if term or (not _modifies_noun(words, date.span, draft) and not _in_name(words, date)):
            kept.append(index)
    reason = reason_end(words, draft.scope)
    kept = [i for i in kept if entities.dates[i].span.start >= reason] or kept
    kept = [i for i in kept if not _of_report(entities.dates[i], published)] or kept
    kept = [i for i in kept if not _meant(words, entities.dates[i])] or kept
    weak = [i for i in kept if is_feast(entities.dates[i]) or entities.dates[i].relation == "after"]
    bound = [i for i in kept if i not in weak] or weak
    told = {(entities.dates[i].edtf, entities.dates[i].relation): i for i in reversed(bound)}
    return tuple(sorted(told.values()))  # आज 24 दिसंबर को: one day, told twice


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


def _planned(draft: Draft, date: DateMention, published: str | None) -> bool:
    """A date in a future clause, in a wish (सभी 5 मई को पहुंचे) or of a ban is none of the past.

    The day on which a ban was laid is (सचिव ने शनिवार को सभा पर रोक लगा दी है).
    """
    group = draft.clause.group
    if "content:ban" in draft.rules:
        return date.relation != "on" or published is None or (date.edtf or "") > published
    ahead = group is not None and (group.mood == "fut" or group.hort_possible)
    return ahead and any(r.startswith("mood:") for r in draft.rules)


def _in_name(words: Sequence[Word], date: DateMention) -> bool:
    """Whether a bare year belongs to the name of a fair, an election or a session (निर्वाचन 2022 के लिए)."""
    before = [w for w in words if w.end <= date.span.start][-1:]
    after = [w for w in words if w.start >= date.span.end][:1]
    if not (date.edtf or "").isdigit() or not before or before[0].pos not in ("NOUN", "PROPN"):
        return False
    return not after or after[0].key not in closed("date_markers")


def _modifies_noun(words: Sequence[Word], span: Span, draft: Draft) -> bool:
    """31 मार्च तक के लंबित मामले, 5 मई को होने वाली बैठक: the date says which, not when to act."""
    after = [w for w in words if w.start >= span.end]
    if not after or _takes_place(after, draft):
        return False
    j = 0
    while j < len(after) and after[j].key in closed("date_markers"):
        j += 1
    if j < len(after) and after[j].key in closed("genitives") and not after[j].verbs:
        following = after[j + 1].key if j + 1 < len(after) else ""
        return following not in closed("date_postpositions") and not _holds(draft, after[j].start)
    if j and j + 1 < len(after) and after[j].key in closed("agentive_participles") and not after[j + 1].verbs:
        return True  # बुधवार को जारी नोटिस
    return not _attends(draft) and any(
        told_of_noun(after, k) for k in range(1, 7) if k < len(after) and after[k].start < draft.action.end
    )


def _takes_place(after: Sequence[Word], draft: Draft) -> bool:
    """20 मई की बैठक में रिपोर्ट रखें: what is done at an occasion is done on its day."""
    near = [w for w in after[:_OCCASION_NEAR] if w.start < draft.action.end]
    if not near or near[0].key in word_class("limits"):
        return False
    for word, following in itertools.pairwise(near):
        if word.is_noun(closed("occasions") | word_class("processions")):
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


_NEAR = 3


def _attends(draft: Draft) -> bool:
    """Whether the action is to be there: then the date of the occasion is its own."""
    words = draft.clause.sentence.words
    inside = [g for g in draft.clause.groups if draft.action.start <= words[g.start].start < draft.action.end]
    return any(
        g.stem in word_class("attending_verbs")
        or (g.host is not None and words[g.host].key in word_class("attending_hosts"))
        for g in inside[-1:]
    )


def _inherit(draft: Draft, finished: list[tuple[Directive, Draft]], entities: Entities) -> None:
    """इन सम्मेलनों में …, जिसके अंतर्गत …: what the directive before it set holds here too."""
    if not finished or opens_after(draft):
        return
    words = draft.clause.sentence.words
    span = draft.scope
    inside = [w for w in words if span.start <= w.start < span.end]
    for directive, other in reversed(finished[-3:]):
        if not directive.when or all(_deadline(entities, i) for i in directive.when):
            continue
        if (directive is finished[-1][0] and _therein(draft, other)) or _refers_to(
            inside, other, attends=_attends(draft)
        ):
            draft.when = directive.when
            if not draft.regions and not _in_that_time(inside, word_class("times")):
                draft.regions = directive.regions
            draft.rules.append("when:context")
            return


def _therein(draft: Draft, other: Draft) -> bool:
    """Whether the draft opens with जिसमें or इसमें right after the other."""
    words = draft.clause.sentence.words
    first = next((w for w in words[draft.clause.start :] if not w.punct), None)
    apart = draft.clause.sentence.index - other.clause.sentence.index
    return first is not None and first.key in word_class("therein") and apart in (0, 1)


def _in_that_time(inside: Sequence[Word], times: frozenset[str]) -> bool:
    """Whether one of ``times`` points at what was told before (इस दौरान, इस मौके)."""
    return len(inside) > 1 and inside[0].key in closed("demonstratives") and inside[1].key in times


def _until_then(draft: Draft) -> bool:
    """Whether the draft begins with तब तक."""
    words = draft.clause.sentence.words
    first = next((j for j, w in enumerate(words) if w.start >= draft.scope.start and not w.punct), None)
    if first is None or any(sequence_at(words, j, first, "until_when") for j in range(first)):
        return False  # जब तक पैसा नहीं मिलता, तब तक …
    return sequence_at(words, first, len(words), "until_then") > 0


def _limit_before(
    draft: Draft, finished: list[tuple[Directive, Draft]], entities: Entities
) -> tuple[int, ...]:
    """The deadline told before in the same sentence (25 मई तक पैमाइश करें, तब तक कोई जुताई न करे)."""
    for directive, other in finished[-1:]:
        if other.clause.sentence is draft.clause.sentence:
            return tuple(i for i in directive.when if _deadline(entities, i))
    return ()


def _deadline(entities: Entities, index: int) -> bool:
    return (entities.dates[index].edtf or "").startswith("../")


def _refers_to(inside: Sequence[Word], other: Draft, *, attends: bool) -> bool:
    """Whether a phrase with a demonstrative names a noun of the other directive, or जिसके opens the clause.

    Who is to be there (सम्मेलन में उपस्थित रहेंगे) needs no demonstrative.
    """
    if not inside:
        return False
    others = [w for w in other.clause.sentence.words if other.scope.start <= w.start < other.scope.end]
    nouns: set[str] = set()
    for word in others:
        nouns |= word.nouns
    nouns -= closed("case_markers") | closed("particles")
    occasion = not nouns.isdisjoint(closed("occasions"))
    if occasion and inside[0].key in closed("continuing"):
        return True
    if _in_that_time(inside, closed("pointing_times")):
        return True
    for i, word in enumerate(inside[:-1]):
        if word.key in closed("demonstratives"):
            for later in inside[i + 1 : i + 4]:
                if later.key in closed("case_markers"):
                    break
                if len(later.key) > 3 and not later.nouns.isdisjoint(nouns & closed("occasions")):
                    return True
    return attends and any(
        not word.nouns.isdisjoint(nouns & closed("occasions"))
        and after.key in word_class("occasion_postpositions")
        for word, after in itertools.pairwise(inside)
    )


def _satellites(draft: Draft) -> tuple[Span | None, Span | None]:
    """Purpose (ताकि …, … के लिए) and condition (यदि …, जहां …) of a draft's clause."""
    purpose = condition = None
    clauses = segment(draft.clause.sentence)
    position = next((i for i, c in enumerate(clauses) if c.end == draft.clause.end), None)
    if position is None:
        return None, None
    if position + 1 < len(clauses) and clauses[position + 1].kind == "purpose":
        purpose = _trimmed(clauses[position + 1])
    if position and clauses[position - 1].kind == "condition":
        condition = _trimmed(clauses[position - 1])
    return purpose or _purpose_phrase(draft), condition


def _trimmed(clause: Clause) -> Span:
    words = clause.sentence.words
    first, last = clause.start, clause.end
    while first < last - 1 and words[first].punct:
        first += 1
    while last - 1 > first and words[last - 1].punct:
        last -= 1
    return clause.sentence.span(first, last)


def _purpose_phrase(draft: Draft) -> Span | None:
    """An infinitive with के लिए or हेतु in the draft's scope (अभियान को सफल बनाने के लिए)."""
    words = draft.clause.sentence.words
    for group in draft.clause.groups:
        if group.mood != "inf" or group.end + 1 >= len(words):
            continue
        last = group.end + 2 if words[group.end].key in word_class("oblique_genitive") else group.end + 1
        if last > len(words) or not is_purposive(words[last - 1]):
            continue
        first = group.start
        while first > draft.clause.body and words[first - 1].start >= draft.scope.start:
            if words[first - 1].punct or words[first - 1].key in closed("nominative_pronouns"):
                break
            first -= 1
        if words[last - 1].end <= draft.scope.end and words[first].start >= draft.scope.start:
            return draft.clause.sentence.span(first, last)
    return None
