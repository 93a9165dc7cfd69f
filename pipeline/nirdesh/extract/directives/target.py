"""The quantity that an action is to reach: प्रत्येक बूथ पर 5 कार्यकर्ता, सभी 52 विधानसभाओं, दो बसों."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

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


def target_in(doc: Doc, action: Span) -> Target | None:
    """First counted noun of an action, or a distributive one (प्रत्येक मतदाता), outside its dates."""
    data = table("clauses/quantities.toml")
    every = {fold(w) for w in data["distributives"]["words"]}
    not_units = {fold(w) for w in data["not_units"]["words"]}
    part = doc.char_span(action.start, action.end, alignment_mode="expand")
    tokens = [t for t in part or () if action.start <= t.idx and not t.is_space]
    dates = [d.span for d in doc._.dates]
    for i, token in enumerate(tokens[:-1]):
        if any(s.start <= token.idx < s.end for s in dates):
            continue
        value = number(token.text)
        distributive = fold(token.text) in every
        if value is None and not distributive:
            continue
        j = i + 1
        while j < len(tokens) - 1 and fold(tokens[j].text) in _scales() and value is not None:
            value *= _scales()[fold(tokens[j].text)]
            j += 1
        unit = fold(tokens[j].text)
        if (
            unit in not_units
            or unit in closed("case_markers")
            or (not unit.isalpha() and not any(c.isalpha() for c in unit))
        ):
            continue
        start = i
        if i and fold(tokens[i - 1].text) in {fold(w) for w in data["qualifiers"]["words"]}:
            start = i - 1
        span = Span(tokens[start].idx, tokens[j].idx + len(tokens[j].text))
        return Target(span, value, tokens[j].text)
    return None
