"""Words of time expressions, compiled once from the data files into one phrase table."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Final

from nirdesh.extract.dates.tokens import fold, tokenise

_DATA: Final = resources.files("nirdesh.lexicon") / "data" / "dates"
Category = str
Cats = dict[Category, object]

_ORDINAL_SUFFIXES: Final = ("वां", "वीं", "वें", "वा", "वी", "वे")


def read_rows(name: str) -> list[list[str]]:
    """Rows of a data file without its header line and comments, split at tabs."""
    text = (_DATA / name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("# ")]
    return rows[1:]


@dataclass(slots=True)
class Phrase:
    """Node of the phrase table: categories of the phrase that ends here, and longer phrases."""

    cats: Cats = field(default_factory=dict)
    next: dict[str, Phrase] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number word: its kind (see ``numbers.tsv``) and value, and whether it is an ordinal."""

    kind: str
    value: Fraction
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that the scanner looks up.

    Attributes:
        phrases: First token -> phrase table.
        numbers: Folded word -> number word.
        ordinal_suffixes: What may follow digits to make an ordinal (27वें, 1ली, 29th).
    """

    phrases: dict[str, Phrase]
    numbers: dict[str, NumberWord]
    ordinal_suffixes: frozenset[str]


def _value(text: str) -> object:
    return int(text) if text.lstrip("-").isdigit() else text


def add_phrase(table: dict[str, Phrase], form: str, category: str, value: object) -> None:
    """Enter a phrase; a category that it already has stays."""
    words = [token.form for token in tokenise(form)]
    node = table.setdefault(words[0], Phrase())
    for word in words[1:]:
        node = node.next.setdefault(word, Phrase())
    node.cats.setdefault(category, value)


def _number_words() -> dict[str, NumberWord]:
    table: dict[str, NumberWord] = {}
    for forms, kind, value in read_rows("numbers.tsv"):
        for form in forms.split("|"):
            word = "".join(token.form for token in tokenise(form))
            table.setdefault(word, NumberWord(kind, Fraction(value)))
            if kind in ("unit", "hundred", "mult", "tens"):
                for suffix in _ORDINAL_SUFFIXES:
                    table.setdefault(word + suffix, NumberWord(kind, Fraction(value), ordinal=True))
    for forms, value in read_rows("ordinals.tsv"):
        for form in forms.split("|"):
            for token in tokenise(form):
                table[token.form] = NumberWord("unit", Fraction(value), ordinal=True)
    return table


@cache
def load() -> Lexicon:
    """The compiled lexicon (read once).

    Example:
        >>> load().phrases["जनवरी"].cats
        {'month': 1}
    """
    phrases: dict[str, Phrase] = {}
    for forms, category, value in read_rows("words.tsv"):
        for form in forms.split("|"):
            add_phrase(phrases, form, category, _value(value))
            if category == "unit":
                add_phrase(phrases, form, "u" + value, value)
    for forms, key, _rule in read_rows("holidays.tsv"):
        for form in forms.split("|"):
            add_phrase(phrases, form, "holiday", key)
    suffixes = frozenset(
        [
            *_ORDINAL_SUFFIXES,
            "ला",
            "ली",
            "ले",
            "रा",
            "री",
            "रे",
            "था",
            "थी",
            "थे",
            "ठा",
            "ठी",
            "ठे",
            "th",
            "st",
            "nd",
            "rd",
        ]
    )
    return Lexicon(phrases, _number_words(), suffixes)


@cache
def guard_words(kind: str) -> frozenset[str]:
    """Words that tell a date from something else, by kind (``guards.tsv``)."""
    return frozenset(
        fold(form)
        for forms, row_kind in read_rows("guards.tsv")
        if row_kind == kind
        for form in forms.split("|")
    )
