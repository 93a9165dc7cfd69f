"""Dates, regions, targets, purposes and conditions of drafted directives, by where they stand."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Word, sentences
from nirdesh.extract.directives.earlier import earlier_places
from nirdesh.extract.directives.lexis import is_purposive, sequence_at, word_class
from nirdesh.extract.directives.meant_places import meant_places
from nirdesh.extract.directives.model import Draft
from nirdesh.extract.directives.occasions import (
    day_of_occasion,
    one_occasion,
    those_days,
)
from nirdesh.extract.directives.own_dates import attends, own_dates
from nirdesh.extract.directives.own_places import own_places
from nirdesh.extract.directives.protests import day_of_protest, place_of_protest
from nirdesh.extract.directives.regimes import regimes, time_in_force
from nirdesh.extract.directives.scenes import opening_place, scene_of, scenes
from nirdesh.extract.directives.shared_times import (
    granted_term,
    leading_term,
    of_all_places,
    opens_after,
    term_told_after,
    time_of_last,
)
from nirdesh.extract.directives.target import target_in
from nirdesh.extract.directives.territory import territory_meant
from nirdesh.extract.directives.told_times import meanwhile, one_time, told_time
from nirdesh.mentions import Directive, Span

_MEANWHILE = 2  # sentences after the one that इस दौरान points back at
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
    set_at = scenes(doc, sentences(doc), entities)
    for draft in drafts:
        while waiting and waiting[-1][0].action.start < draft.action.start:
            finished.append(waiting.pop())
        draft.when = own_dates(draft, entities, published)
        if not draft.when and draft.shared is not None:
            draft.when = own_dates(replace(draft, scope=draft.shared), entities, published)
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
        if not draft.regions:
            draft.regions, rule = territory_meant(doc, draft, entities, finished)
            draft.rules += [rule] if rule else []
        if not draft.regions:
            draft.regions = opening_place(doc, draft, entities)
            draft.rules += ["where:opening"] if draft.regions else []
        if not draft.regions:
            draft.regions, rule = scene_of(draft, set_at, entities)
            draft.rules += [rule] if rule else []
        if not draft.when:
            draft.when = granted_term(draft, entities) or leading_term(draft, entities, published)
        if not draft.when:
            draft.when = term_told_after(draft, entities, sentences(doc))
        if not draft.when:
            draft.when, rule = meanwhile(draft, entities, sentences(doc))
            draft.rules += [rule] if rule else []
        if not draft.when:
            _inherit(draft, _whole(draft), finished, entities)
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
            draft.when, rule = day_of_protest(draft, finished, entities)
            draft.rules += [rule] if rule else []
        if not draft.when:
            draft.when = day_of_occasion(draft, finished, entities, told)
            draft.rules += ["when:one-occasion"] if draft.when else []
        if not draft.regions:
            draft.regions, rule = place_of_protest(draft, finished, entities)
            draft.rules += [rule] if rule else []
        if not draft.when:
            draft.when = time_in_force(draft, entities, in_force)
            draft.rules += ["when:in-force"] if draft.when else []
        draft.when = one_time(draft, entities)
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


def _whole(draft: Draft) -> Draft:
    """The draft with the members before it of its list, under one verb: सागर के धरने में A, दमोह में B रहेंगे."""
    if "split:gapped" not in draft.rules:
        return draft
    clause = draft.clause
    span = clause.sentence.span(clause.body, clause.end)
    return replace(draft, scope=span, action=span)


def _inherit(draft: Draft, whole: Draft, finished: list[tuple[Directive, Draft]], entities: Entities) -> None:
    """इन सम्मेलनों में …, जिसके अंतर्गत …: what the directive before it set holds here too."""
    if not finished or opens_after(draft):
        return
    words = draft.clause.sentence.words
    span = whole.scope
    inside = [w for w in words if span.start <= w.start < span.end]
    for directive, other in reversed(finished[-3:]):
        if not directive.when or all(_deadline(entities, i) or _year(entities, i) for i in directive.when):
            continue
        far = draft.clause.sentence.index - other.clause.sentence.index > _MEANWHILE and _in_that_time(
            inside, closed("pointing_times")
        )
        if (directive is finished[-1][0] and _therein(draft, other)) or (
            not far and _refers_to(inside, other, attends=attends(whole))
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


def _year(entities: Entities, index: int) -> bool:
    """Whether a date is a whole year, in which nothing takes place but itself."""
    return (entities.dates[index].edtf or "").isdigit()


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
