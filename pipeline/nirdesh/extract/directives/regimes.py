"""Times of bans, diversions and rules in force, which what they lay down shares though it names no day."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from nirdesh.extract.clauses.entities import Entities, is_feast
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence, Word, is_item
from nirdesh.extract.directives.lexis import sequence_at, word_class
from nirdesh.extract.directives.model import Draft
from nirdesh.mentions import DateMention, Modality, Span

_NEAR = 12  # words after a date in which what is in force stands
_REACH = 12  # sentences that what is in force reaches
_PERIODS = ("during", "until")  # relations of what has an end
_MUST = "mood:must-order"  # rule of what an order lays down
_OPENING = 3  # first words in which यह आदेश stands

Kind = Literal["orders", "traffic", "rules", "rules told"]
_LAID_DOWN: dict[Kind, frozenset[Modality]] = {
    "orders": frozenset({"prohibition", "obligation"}),
    "traffic": frozenset({"prohibition", "obligation", "announcement", "order"}),
    "rules": frozenset({"prohibition", "obligation", "announcement"}),
    "rules told": frozenset({"prohibition", "obligation", "announcement"}),
}


@dataclass(frozen=True, slots=True)
class Regime:
    """What is in force at a time.

    Attributes:
        kind: The class of phrases that names it.
        date: Index of its time.
        sentence: The sentence that says so.
        back: Whether that sentence points back at what was told before (यह आदेश 5 मई से लागू होगा).
        listed: Indices of the sentences of the list that ends right before it.
        since: Index of the sentence before it in which a ban is laid first; its own for none.
    """

    kind: Kind
    date: int
    sentence: Sentence
    back: bool
    listed: frozenset[int]
    since: int


def regimes(read: Sequence[Sentence], entities: Entities, published: str | None) -> list[Regime]:
    """Everything that the report says to be in force, in order."""
    found: list[Regime] = []
    for index, date in enumerate(entities.dates):
        if not _lasts(date, published):
            continue
        sentence = next((s for s in read if s.start <= date.span.start < s.end), None)
        if sentence is not None and sentence.block not in ("headline", "dateline") and not _aside(sentence):
            kinds = list(_kinds(sentence.words, date))
            listed = _listed(read, sentence) if any(back for _, back in kinds) else frozenset()
            since = _laid_at(read, sentence)
            found += [Regime(kind, index, sentence, back, listed, since) for kind, back in kinds]
    return found


def _laid_at(read: Sequence[Sentence], told: Sentence) -> int:
    """Index of the first sentence that lays a ban (पटाखों पर रोक लगाई); of ``told`` for none."""
    for sentence in read:
        if sentence.index >= told.index:
            break
        if sentence.block in ("headline", "dateline") or _aside(sentence):
            continue
        words = sentence.words
        orders = any(sequence_at(words, j, len(words), "prohibitory_orders") for j in range(len(words)))
        if orders or any(w.key in closed("bans") for w in words):
            return sentence.index
    return told.index


def _aside(sentence: Sentence) -> bool:
    """बता दें कि 14 मई तक लॉकडाउन है: what the report only recalls."""
    return any(w.key in word_class("reporter_openers") for w in sentence.words[:_OPENING])


def _listed(read: Sequence[Sentence], after: Sentence) -> frozenset[int]:
    """Indices of the items of the list right before a sentence."""
    before = [s for s in read if s.index < after.index]
    return frozenset(s.index for s in itertools.takewhile(is_item, reversed(before)))


def time_in_force(draft: Draft, entities: Entities, told: Sequence[Regime]) -> tuple[int, ...]:
    """Index of the time of the ban, diversion or rule that the draft belongs to; empty for none."""
    sentence = draft.clause.sentence
    before = Span(sentence.start, draft.scope.start)  # 3 मई से मेला लगेगा, | वहां प्रवेश वर्जित रहेगा
    own = any(entities.dates[i].edtf for i in entities.dates_in(draft.scope))
    if not told or own or any(_lasts(entities.dates[i], None) for i in entities.dates_in(before)):
        return ()
    words = [w for w in sentence.words if draft.scope.start <= w.start < draft.scope.end]
    for regime in reversed(told):
        apart = sentence.index - regime.sentence.index
        laid_down = draft.modality in _LAID_DOWN[regime.kind] or _MUST in draft.rules
        if not laid_down or not -_REACH <= apart <= _REACH:
            continue
        if not apart:
            continue
        binds = draft.modality in ("prohibition", "obligation")
        if regime.kind != "traffic" and binds and regime.since <= sentence.index < regime.sentence.index:
            return (regime.date,)
        laid_before = regime.since < regime.sentence.index
        goes_on = binds and laid_before and sentence.paragraph == regime.sentence.paragraph
        if (apart < 0) != regime.back and not goes_on:
            continue
        beside = sentence.paragraph == regime.sentence.paragraph or sentence.index in regime.listed
        if regime.kind == "traffic":
            beside = any(w.is_noun(word_class("vehicles")) for w in words)
        elif regime.kind == "orders":
            beside = beside or not regime.back
        if beside:
            return (regime.date,)
    return ()


def _lasts(date: DateMention, published: str | None) -> bool:
    """Whether a date is a day or a period that isn't over, and no deadline."""
    value = date.edtf
    if value is None or date.role == "dateline" or is_feast(date) or value.startswith(".."):
        return False
    ends = value.strip("{}").split("/")[-1].split(",")[-1]
    over = published is not None and ends[:1].isdigit() and ends < published[: len(ends)]
    if date.relation == "on" and date.role == "past":
        return False  # बुधवार को कर्फ्यू की अवधि बढ़ाने का एलान किया: the day on which somebody says so
    return date.relation in ("on", "from", *_PERIODS) and not over


def _kinds(words: Sequence[Word], date: DateMention) -> Iterator[tuple[Kind, bool]]:
    """What a sentence says to be in force at a date: its kind, and whether it points back."""
    after = [w for w in words if w.start >= date.span.end][:_NEAR]
    holds = any(w.key in word_class("in_force") for w in after)
    if words[0].key in word_class("orders_told"):  # प्रतिबंध 5 से 9 मई तक रहेगा
        holds = holds or any(f.stem in word_class("lasting_verbs") for w in after[:_OPENING] for f in w.verbs)
    told_before = any(_names(words, j, "rules told") for j in _pointed_at(words))
    for kind in _LAID_DOWN:
        named = next((j for j in range(len(words)) if _names(words, j, kind)), None)
        if named is None:
            continue
        back = named in _pointed_at(words)
        near = date.relation != "from" and _names_near(after, date, kind)
        if kind == "orders" and told_before and not back:
            continue  # यह रोक लॉकडाउन की अवधि 14 मई तक प्रभावी रहेगी
        if kind == "traffic":
            lasts = date.relation in _PERIODS and (holds or near)
            told = lasts or (_on_a_day(date) and _ahead(words, date))
        elif kind == "rules told":
            told = holds and back
        else:
            told = holds or (near and kind == "orders")
        if told:
            yield kind, back


def _on_a_day(date: DateMention) -> bool:
    """18 मार्च को, 18 मार्च को 6 बजे से: a day, or hours of one."""
    return date.relation == "on" or (date.relation == "from" and "T" in (date.timex or ""))


def _ahead(words: Sequence[Word], date: DateMention) -> bool:
    """18 मार्च को मार्ग परिवर्तित रहेगा: whether the last verb of a sentence says what is to be on a day."""
    last = next((w for w in reversed(words) if w.verbs and w.start >= date.span.end), None)
    return last is not None and any(form.form.startswith("fut") for form in last.verbs)


def _pointed_at(words: Sequence[Word]) -> list[int]:
    """Indices of the first words that stand right after a demonstrative (यह आदेश …), and an order that opens.

    So आदेश 5 से 9 मई तक लागू रहेगा points back without one.
    """
    near = range(1, min(_OPENING, len(words)))
    opens = [0] if words and words[0].key in word_class("orders_told") else []
    return [*opens, *(j for j in near if words[j - 1].key in closed("demonstratives"))]


def _names_near(after: Sequence[Word], date: DateMention, kind: Kind) -> bool:
    """Whether words after a date name something of a kind; beside a day it is no circumstance.

    So 5 मई को कर्फ्यू रहेगा says what holds, and 5 मई को लॉकडाउन के बीच सचिव पहुंचेंगे does not.
    """
    for j in range(len(after)):
        size = _names(after, j, kind)
        following = after[j + size : j + size + 1]
        if size and (date.relation != "on" or all(w.verbs or w.punct for w in following)):
            return True
    return False


def _names(words: Sequence[Word], j: int, kind: Kind) -> int:
    """Size of the phrase at ``j`` that names something of a kind; 0 for none."""
    if kind == "orders":
        return sequence_at(words, j, len(words), "prohibitory_orders")
    if kind == "traffic":
        return sequence_at(words, j, len(words), "traffic_plans")
    if kind == "rules":
        return sequence_at(words, j, len(words), "rules")
    return sequence_at(words, j, len(words), "rules_told")


def laid_down(clause: Clause) -> bool:
    """नए कोड के तहत इमारतों को ऑडिट कराना होगा: whether a clause says by what rule it binds."""
    words = clause.sentence.words
    return any(
        words[j].key in word_class("rule_names") and sequence_at(words, j + 1, clause.end, "under_rules")
        for j in range(clause.body, clause.end - 2)
    )
