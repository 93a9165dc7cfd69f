"""Characters: one for one, dropped, NFC, and signs in an order that no spelling has."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache
from typing import NamedTuple

from nirdesh.text.alignment import Aligned, Edit
from nirdesh.text.data import table

# Two signs in a row that may not follow each other, or a vowel letter with a sign (`signs.toml`).
_SUSPECT_SIGNS = re.compile(
    "[\u093e-\u094c][\u093c\u093e-\u094d]|[\u0900-\u0903][\u0900-\u0903\u093c\u093e-\u094d]"
    "|\u094d[\u0905-\u0914\u093e-\u094d]|[\u0905-\u0914][\u093c\u093e-\u094d]|\u093c\u093c"
)
_NUKTA_FORMS = re.compile("(?:[\u0958-\u095f]|[\u0928\u0930\u0933]\u093c)[\u093c\u094d]*")
_NUKTA_LATE = re.compile("[\u0900-\u097f]?[\u093c\u094d]{0,8}\u094d\u093c[\u093c\u094d]{0,8}")
_MAX_WORD = 80  # no Hindi word is longer; the rules look back and forth over the whole word
_NEWLINES = re.compile("\r\n?")
# Not between two numbers, which with a dash would be a span of years.
_COLUMN = re.compile(r"(?:(?<=[^\s|–—\d-])|(?<=\d)(?= +\D))(?: {3,}|[ ]*\t[ \t]*)(?=[^\s|])")
_BLANKS = re.compile("  +| +(?=\n)")
_TAG = re.compile(
    r"</?(br|p|div|b|i|u|em|strong|span|font|a|h[1-6]|li|ul|ol|td|tr|table|center|small|sup|sub)\b[^<>\n]{0,300}>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")
# Marks of bold type in messages (*सूची जारी*): a pair on one line, each beside a word.
_BOLD = re.compile(
    r"(?<![0-9A-Za-z\u0900-\u097f*])(\*{1,2})[^\s*](?:[^*\n]{0,200}[^\s*])?(\*{1,2})(?![0-9A-Za-z*])"
)
_BREAKING = frozenset(["br", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr"])
# A stretch that NFC may change: a character with marks or Hangul vowels after it, or one outside of Latin.
_CLUSTER = re.compile(
    "[^\\s]?[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u093c\u094d\u09bc\u09be\u09d7"
    "\u0a3c\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u1161-\u1175\u11a8-\u11c2]+"
    "|[^\x00-\u02ff]"
)


# Unicode has no decimal digit beyond the supplementary multilingual plane.
_LAST_DIGIT = 0x1FFFF


class _Tables(NamedTuple):
    fold: dict[str, str]
    drop: dict[str, str]
    drop_class: re.Pattern[str]


@cache
def _tables() -> _Tables:
    data = table("characters.toml")
    fold = {c: row["to"] for row in data["fold"] for c in row["chars"]}
    for code in range(0x80, _LAST_DIGIT + 1):
        char = chr(code)
        if char.isdecimal():
            fold[char] = str(unicodedata.decimal(char))
    drop = {c: row["rule"] for row in data["drop"] for c in row["chars"]}
    escaped = "".join(re.escape(c) for c in sorted(drop))
    return _Tables(fold, drop, re.compile(f"[{escaped}]"))


@cache
def _sign_rules() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    return tuple((r["id"], re.compile(r["find"]), r["to"]) for r in table("signs.toml")["rule"])


def plain(text: str) -> str:
    """Characters folded, invisible ones dropped, NFC: what keys start from, without alignment.

    Example:
        >>> plain("\u0967\u200d कक्षा")
        '1 कक्षा'
    """
    t = _tables()
    present = set(text)
    for char in present & t.drop.keys():
        text = text.replace(char, "")
    for char in present & t.fold.keys():
        text = text.replace(char, t.fold[char])
    return unicodedata.normalize("NFC", text)


@cache
def _no_marks() -> frozenset[str]:
    """Characters in a text of which only nukta and virama can offend against NFC."""
    ranges = [(0x00, 0x100), (0x900, 0x951), (0x955, 0x980), (0x2010, 0x2028), (0x2030, 0x203B)]
    return frozenset(chr(c) for low, high in ranges for c in range(low, high)) | {
        "\u200b",
        "\u200c",
        "\u200d",
    }


def fold(a: Aligned, present: set[str] | None = None) -> Aligned:
    """Replace characters one for one: digits, blanks, quotes, dashes, look-alikes.

    Args:
        a: The text so far.
        present: Characters that occur in it, where the caller knows them (more does no harm).
    """
    table_ = _tables().fold
    text = a.text
    for char in (set(text) if present is None else present) & table_.keys():
        text = text.replace(char, table_[char])
    return a if text is a.text else a.with_text(text)


def drop(a: Aligned, present: set[str] | None = None) -> Aligned:
    """Remove invisible characters and controls; carriage returns become newlines."""
    t = _tables()
    if not t.drop.keys().isdisjoint(set(a.text) if present is None else present):
        a = a.then([Edit(m.start(), m.end(), "", t.drop[m[0]]) for m in t.drop_class.finditer(a.text)])
    if "\r" in a.text:
        a = a.then([Edit(m.start(), m.end(), "\n", "newline") for m in _NEWLINES.finditer(a.text)])
    return a


def markup(a: Aligned) -> Aligned:
    """Remove HTML tags and entities that a scraper left in the text, and the marks of bold type."""
    if "<" in a.text and ">" in a.text:
        edits = [
            Edit(m.start(), m.end(), "\n" if m[1].lower() in _BREAKING else " ", "html-tag")
            for m in _TAG.finditer(a.text)
        ]
        a = a.then(edits)
    if "&" in a.text:
        found = ((m, html.unescape(m[0])) for m in _ENTITY.finditer(a.text))
        a = a.then([Edit(m.start(), m.end(), new, "html-entity") for m, new in found if new != m[0]])
    if "*" in a.text:
        marks = (m.span(n) for m in _BOLD.finditer(a.text) for n in (1, 2))
        a = a.then([Edit(start, end, "", "bold") for start, end in marks])
    return a


def compose(a: Aligned, present: set[str] | None = None) -> Aligned:
    """Bring the text to NFC; nukta letters end as two code points, as NFC has them (composition exclusions).

    Example:
        >>> from nirdesh.text.alignment import identity
        >>> b = compose(identity("\u095c"))
        >>> len(b.text), b.to_raw(0, 2), b.repairs[0].rule
        (2, (0, 1), 'nukta-form')
    """
    plain_ = (set(a.text) if present is None else present) <= _no_marks()
    forms = [_NUKTA_FORMS]
    if "\u094d\u093c" in a.text:
        forms.append(_NUKTA_LATE)
    for pattern in forms:
        found = ((m, unicodedata.normalize("NFC", m[0])) for m in pattern.finditer(a.text))
        a = a.then([Edit(m.start(), m.end(), new, "nukta-form") for m, new in found if new != m[0]])
    if plain_ or unicodedata.is_normalized("NFC", a.text):
        return a
    clusters = ((m, unicodedata.normalize("NFC", m[0])) for m in _CLUSTER.finditer(a.text))
    b = a.then([Edit(m.start(), m.end(), new, "nfc") for m, new in clusters if new != m[0]])
    if unicodedata.is_normalized("NFC", b.text):
        return b
    lines = ((m, unicodedata.normalize("NFC", m[0])) for m in re.finditer("[^\n]+", a.text))
    return a.then([Edit(m.start(), m.end(), new, "nfc") for m, new in lines if new != m[0]])


def mend_signs(word: str) -> tuple[str, list[str]]:
    """Apply ``signs.toml`` to one word until nothing changes.

    Example:
        >>> mend_signs("नियुक्ित")
        ('नियुक्ति', ['i-in-conjunct'])
    """
    rules: list[str] = []
    if len(word) > _MAX_WORD or _SUSPECT_SIGNS.search(word) is None:
        return word, rules
    for _ in range(4):
        before = word
        for rule, pattern, to in _sign_rules():
            new = pattern.sub(to, word)
            if new != word:
                rules.append(rule)
                word = new
        if word == before:
            break
    return unicodedata.normalize("NFC", word), rules


def columns(a: Aligned) -> Aligned:
    """A dash between the cells of a table that is set with blanks or tabs, where two lines have three cells.

    Example:
        >>> from nirdesh.text.alignment import identity
        >>> columns(identity("सचिव     रमा     सागर\\nमंत्री    मोहन    दमोह")).text
        'सचिव – रमा – सागर\\nमंत्री – मोहन – दमोह'
    """
    if "   " not in a.text and "\t" not in a.text:
        return a
    found: list[re.Match[str]] = []
    rows = start = 0
    for line in a.text.split("\n"):
        gaps = list(_COLUMN.finditer(a.text, start, start + len(line)))
        if len(gaps) > 1:
            rows += 1
            found += gaps
        start += len(line) + 1
    return a.then([Edit(m.start(), m.end(), " – ", "column") for m in found]) if rows > 1 else a


def squeeze(a: Aligned) -> Aligned:
    """One blank between words, none at the end of a line."""
    return a.then([Edit(m.start(), m.end(), _blank(m), "space") for m in _BLANKS.finditer(a.text)])


def _blank(m: re.Match[str]) -> str:
    return "" if m.end() < len(m.string) and m.string[m.end()] == "\n" else " "
