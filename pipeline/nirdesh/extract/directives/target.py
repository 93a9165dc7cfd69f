"""The quantity that an action is to reach: प्रत्येक बूथ पर 5 कार्यकर्ता, सभी 52 विधानसभाओं, दो बसों."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from spacy.tokens import Doc, Token

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed, fold, table
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.lexis import word_class
from nirdesh.mentions import Span, Target


@cache
def _numbers() -> dict[str, float]:
    return {fold(word): float(value) for word, value in table("clauses/quantities.toml")["numbers"].items()}


@cache
def _scales() -> dict[str, float]:
    return {fold(word): float(value) for word, value in table("clauses/quantities.toml")["scales"].items()}


# Longer ones are account or telephone numbers.
_LONGEST = 16
_SCALED: Final = 100
_REACH: Final = 4  # words from the number to the end of what it counts
_NOUNS: Final = ("NOUN", "PROPN")
_JOINED: Final = ("-", "–", "+")
_CANDRABINDU: Final = chr(0x901)
_ANUSVARA: Final = chr(0x902)


def number(text: str) -> float | None:
    """Value of a number in digits or of a small number word.

    Example:
        >>> number("1,200"), number("५२"), number("दो"), number("बूथ")
        (1200.0, 52.0, 2.0, None)
        >>> number("¹"), number("9" * 5000)
        (None, None)
    """
    plain = text.replace(",", "")
    if plain.isdecimal() and len(plain) < _LONGEST:  # not ¹, not ½
        return float(int(plain))
    return _numbers().get(fold(text))


def counted(clause: Clause, entities: Entities) -> bool:
    """Whether a number outside dates stands in the clause (5 टैंकर भेजे जाएंगे); एक may only be an article."""
    words = clause.sentence.words[clause.body : clause.end]
    many = [w for w in words if w.key not in word_class("indefinite")]
    return any(number(w.text) is not None and not entities.in_date(w) for w in many)


@dataclass(frozen=True, slots=True)
class _Quantity:
    """A counted or a distributive noun: its tokens, and what it counts."""

    start: int
    end: int
    value: float | None
    unit: str
    counts: bool  # more than an article


def target_in(doc: Doc, action: Span) -> Target | None:
    """What an action is to reach: its first counted noun, or a distributive one (प्रत्येक मतदाता), no date.

    A count goes before the group that it holds for (हर बूथ पर 5 कार्यकर्ता), and that before a single एक.
    """
    part = doc.char_span(action.start, action.end, alignment_mode="expand")
    tokens = [t for t in part or () if action.start <= t.idx and not t.is_space]
    dates = [d.span for d in doc._.dates]
    free = [not any(s.start <= t.idx < s.end for s in dates) for t in tokens]
    found = [q for i in range(len(tokens)) if free[i] and (q := _quantity(tokens, i)) is not None]
    groups = [q for q in found if q.value is None]
    counts = [
        q for q in found if q.value is not None and (q.counts or any(g.start < q.start for g in groups))
    ]
    best = next(iter((*counts, *groups, *found)), None)
    if best is None:
        return None
    last = tokens[best.end - 1]
    return Target(Span(tokens[best.start].idx, last.idx + len(last.text)), best.value, best.unit)


def _quantity(tokens: Sequence[Token], i: int) -> _Quantity | None:
    """The quantity that begins at token ``i``."""
    if i and (tokens[i - 1].text in _JOINED or _value(tokens[i - 1].text) is not None):
        return None  # फार्म-7, the rest of दो सौ
    distributive = fold(tokens[i].text) in _words("distributives")
    value = _value(tokens[i].text)
    j = i + 1
    if value is not None:
        value, j = _whole(tokens, i, value)
    elif not distributive or (j < len(tokens) and _value(tokens[j].text) is not None):
        return None
    j = _more_than(tokens, j)
    end = _noun(tokens, j)
    if end is None or _during(tokens, end):
        return None
    if value is None and fold(tokens[end - 1].text) in _words("not_groups"):
        return None
    start, value = _with_fraction(tokens, i, value)
    if value is not None:
        start = _qualified(tokens, start)
    unit = " ".join([*(t.text for t in tokens[j : end - 1]), _base(tokens[end - 1])])
    return _Quantity(start, end, value, unit, fold(tokens[i].text) not in word_class("indefinite"))


def _qualified(tokens: Sequence[Token], start: int) -> int:
    """First token of what bounds the number at ``start``: कुल 20, कम से कम 20, अधिक से अधिक 20."""
    before = [fold(t.text) for t in tokens[max(start - 3, 0) : start]]
    doubled = before[:1] == before[2:] != [] and before[1] in _words("than")
    if doubled and before[0] in _words("comparatives"):
        return start - 3
    return start - 1 if before and before[-1] in _words("qualifiers") else start


def _with_fraction(tokens: Sequence[Token], i: int, value: float | None) -> tuple[int, float | None]:
    """Index of the first token and value of a number with the fraction before it (साढ़े तीन, पौने दो)."""
    part = _fractions().get(fold(tokens[i - 1].text)) if i else None
    if part is None or value is None:
        return i, value
    scaled = value >= _SCALED and value % _SCALED == 0  # सवा सौ, साढ़े तीन सौ
    one = next(s for s in sorted(_scales().values(), reverse=True) if value % s == 0) if scaled else 1.0
    return i - 1, value + part * one


def _whole(tokens: Sequence[Token], i: int, value: float) -> tuple[float, int]:
    """Value of a number of several words (दो सौ, डेढ़ लाख, चार-चार) and the token after it."""
    j = i + 1
    while j < len(tokens) and fold(tokens[j].text) in _scales():
        value *= _scales()[fold(tokens[j].text)]
        j += 1
    again = j + 1 if j < len(tokens) and tokens[j].text in _JOINED else j
    if again < len(tokens) and tokens[again].text == tokens[i].text:  # each
        j = again + 1
    return value, j


def _more_than(tokens: Sequence[Token], j: int) -> int:
    """The token after से अधिक, or ``j``."""
    comparative = j + 1 < len(tokens) and fold(tokens[j + 1].text) in _words("comparatives")
    return j + 2 if comparative and fold(tokens[j].text) in _words("than") else j


def _noun(tokens: Sequence[Token], j: int) -> int | None:
    """End of the noun at ``j``, its adjectives and compounds included; None where there is none."""
    last = min(j + _REACH, len(tokens))
    while j < last - 1 and tokens[j].pos_ == "ADJ" and tokens[j].head.i > tokens[j].i:
        if fold(tokens[j].text) in _words("made_of"):
            return None  # तीन दिवसीय, 11 सदस्यीय
        j += 1
    if j >= len(tokens) or not _counts_as_unit(tokens[j]):
        return None
    measured = fold(tokens[j].text) in _words("measures")
    while not measured and j < last - 1 and tokens[j].head == tokens[j + 1] and tokens[j + 1].pos_ in _NOUNS:
        j += 1
    return j + 1


def _counts_as_unit(token: Token) -> bool:
    unit = fold(token.text)
    if unit in _words("not_units") | _words("made_of") or unit in closed("case_markers"):
        return False
    return any(c.isalpha() for c in unit) and token.pos_ in (*_NOUNS, "ADJ", "ADV", "NUM", "X", "")


def _during(tokens: Sequence[Token], end: int) -> bool:
    """Whether it is a span of time that something takes, not what it is to reach (तीन दिन का राशन is)."""
    unit, *after = tokens[end - 1 : end + 2]
    if len(after) > 1 and fold(after[0].text) in closed("genitives") and after[1].pos_ in _NOUNS:
        return False
    if fold(unit.text) not in word_class("time_units") and fold(_base(unit)) not in word_class("time_units"):
        return False
    return unit.dep_ == "k7t" or (end < len(tokens) and fold(tokens[end].text) in closed("case_markers"))


def _base(token: Token) -> str:
    """Direct singular of a noun, in the spelling of the text."""
    lemma = token.lemma_ or token.text
    if fold(lemma) == fold(token.text):
        return token.text
    return lemma if _CANDRABINDU in token.text else lemma.replace(_CANDRABINDU, _ANUSVARA)


def _value(text: str) -> float | None:
    """Value of a number, of a collective one (तीनों) or of a fraction (डेढ़, 2.75); None of 08133."""
    whole, _, rest = text.partition(".")
    if whole.isdecimal() and rest.isdecimal():
        return float(text)
    value = number(text) if text[:1] != "0" else None
    return value if value is not None else _further().get(fold(text))


@cache
def _fractions() -> dict[str, float]:
    rows = table("clauses/quantities.toml")["fractions"]
    return {fold(word): float(value) for word, value in rows.items()}


@cache
def _further() -> dict[str, float]:
    rows = table("clauses/quantities.toml")["further"]
    return {fold(word): float(value) for word, value in rows.items()}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in table("clauses/quantities.toml")[name]["words"])
