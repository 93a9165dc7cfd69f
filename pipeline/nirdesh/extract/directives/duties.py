"""Doers that stand elsewhere: a vocative, a holder of a duty, the doer of the plan joined before."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.lexis import affixes, word_class
from nirdesh.extract.directives.model import Draft
from nirdesh.extract.directives.roles import as_addressees, clause_start, doers, phrase_class, trim_span
from nirdesh.mentions import Addressee, Span

_CALLED = 3  # words of the longest vocative
_SHARED = (
    "mood:forbidden-state",
    "mood:forbidden",
    "mood:necessary",
    "mood:doing-is-banned",
    "mood:doing-will-be-necessary",
    "mood:will-be-necessary",
    "mood:will-be-necessary-too",
)  # what a list of acts may have in common

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Duty:
    """An act that somebody answers for: its words ``start`` to ``end``, and who."""

    start: int
    end: int
    addressees: tuple[Addressee, ...]


def vocative(clause: Clause, first: int, entities: Entities) -> tuple[tuple[Addressee, ...], int]:
    """साथियों, 20 मई को भोपाल पहुंचो: whom an imperative calls, and the word after the comma."""
    group, words = clause.group, clause.sentence.words
    if group is None or group.mood != "hort":
        return (), first
    end = next(
        (j for j in range(first, min(first + _CALLED + 1, group.start)) if words[j].text == ","), first
    )
    called = words[first:end]
    if not called or not called[-1].key.endswith(affixes("oblique_plural_endings")):
        return (), first
    if any(w.punct or w.verbs or w.key in closed("case_markers") for w in called):
        return (), first
    phrase = Phrase(clause.sentence, first, end, end, "")
    if called[-1].key not in word_class("called") and phrase_class(phrase, entities) is None:
        return (), first
    return as_addressees(phrase, entities, named=False), end + 1


def duty(clause: Clause, entities: Entities) -> Duty | None:
    """गश्त कराने की जिम्मेदारी थानेदार की होगी: an act whose holder is named by a post, not a person."""
    group, words = clause.group, clause.sentence.words
    if group is None or group.negative or group.mood not in ("fut", "pres") or len(group.forms) > 1:
        return None
    last = group.start - 1
    owned = words[last].key in closed("genitives") | word_class("superessive")
    if group.stem not in closed("duty_verbs") or not owned:
        return None
    first = clause_start(clause)
    acts = {g.end: g for g in clause.groups if g.mood == "inf" and words[g.end].key in closed("genitives")}
    for noun in range(first + 1, last):
        if not words[noun].is_noun(word_class("duties")) or words[noun - 1].key not in closed("genitives"):
            continue
        if noun - 1 in acts:
            who = Phrase(clause.sentence, noun + 1, last, last, words[last].key)
            start, end = first, noun - 1
        elif last in acts:
            who = Phrase(clause.sentence, first, noun - 1, noun - 1, words[noun - 1].key)
            start, end = noun + 1, last
        else:
            continue
        told = as_addressees(who, entities) if who.start < who.end and phrase_class(who, entities) else ()
        return Duty(start, end, told) if told and all(a.person is None for a in told) else None
    return None


def joined_doers(clause: Clause, previous: Clause | None, entities: Entities) -> tuple[Addressee, ...]:
    """X आरक्षित रहेंगे और उपस्थिति देंगे: who does what a plan before और tells goes on; so who has a reason to."""
    group = clause.group
    before = previous.group if previous is not None else None
    if group is None or before is None or previous is None:
        return ()
    if _for_that_reason(previous, clause):
        return doers(previous, clause_start(previous), entities)[0]
    if previous.end != clause.start:
        return ()
    joined = clause.sentence.words[clause.start].key in closed("list_conjunctions")
    alike = group.mood == before.mood == "fut" and not group.passive and not before.passive
    plural = group.forms[-1].plural and before.forms[-1].plural
    stands = group.stem in word_class("stative_verbs")
    if not joined or not alike or not plural or stands:
        return ()
    return doers(previous, clause_start(previous), entities)[0]


def _for_that_reason(previous: Clause, clause: Clause) -> bool:
    """कर्मी मानदेय न मिलने से नाराज हैं, इसलिए धरना देंगे: a plan of those of whom its reason was told."""
    group, before, words = clause.group, previous.group, clause.sentence.words
    if group is None or before is None or group.passive or before.passive or group.mood != "fut":
        return False
    opens = words[clause.start].key in word_class("conclusive_connectives")
    beside = all(w.punct for w in words[previous.end : clause.start])
    now = before.mood in ("pres", "prog", "perf") and any(f.plural for f in before.forms)
    return opens and beside and now and group.forms[-1].plural


def minded_by(previous: Clause | None, clause: Clause, entities: Entities) -> tuple[Addressee, ...]:
    """गंदगी न दिखे, इसका ध्यान सफाई निरीक्षक रखें; इसकी जिम्मेदारी निगम की होगी: who sees to the wish before."""
    group, words = clause.group, clause.sentence.words
    if group is None or group.passive or previous is None or clause.start < previous.end:
        return ()
    first = clause_start(clause)
    if words[first].key not in word_class("genitive_pointers") | word_class("cataphoric_pronouns"):
        return ()
    what = word_class("ensuring_hosts") | word_class("duties")
    mind = next((j for j in range(first + 1, group.start) if words[j].key in what), None)
    if mind is None or any(w.key in word_class("complementizer") for w in words[clause.end : clause.end + 1]):
        return ()
    start, end = (mind + 1, group.start) if mind + 1 < group.start else (first + 1, mind)
    while start < end and words[start].key in word_class("genitive_pointers") | closed("particles"):
        start += 1
    while start < end and words[end - 1].key in closed("case_markers") | closed("particles"):
        end -= 1
    phrase = Phrase(clause.sentence, start, end, end, "")
    if start >= end or phrase_class(phrase, entities) not in ("person", "office", "body"):
        return ()
    return as_addressees(phrase, entities)


def split_acts(draft: Draft, start: int, end: int) -> list[Draft]:
    """पुतला जलाना, सभा करना तथा माइक बजाना प्रतिबंधित होगा: one draft for each act, else none."""
    clause, words = draft.clause, draft.clause.sentence.words
    group = clause.group
    if group is None or draft.rules[0] not in _SHARED:
        return []
    acts = [g for g in clause.groups if g.forms[-1].form == "inf" and start < g.start < group.start]
    ends = [g.end for g in acts]
    joined = all(words[e].text == "," or words[e].key in closed("list_conjunctions") for e in ends[:-1])
    if len(acts) < _SEVERAL or not joined or words[ends[-1]].text == ",":
        return []
    begins = [start, *(e + 1 for e in ends[:-1])]
    if any(e <= b for b, e in zip(begins, ends, strict=True)):
        return []
    before = Span(draft.scope.start, words[start].start)
    shared = before if before.start < before.end else None
    rules = [*draft.rules, "split:acts"]
    pieces = []
    for begin, last in zip(begins, [*ends[:-1], end], strict=True):
        span, scope = trim_span(clause.sentence, begin, last), clause.sentence.span(begin, last)
        pieces.append(replace(draft, action=span, scope=scope, rules=rules, shared=shared))
    return pieces
