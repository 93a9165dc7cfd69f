"""Characters: one for one, dropped, NFC, and signs in an order that no spelling has."""

from __future__ import annotations

import html
import re
import sys
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from nirdesh.text.alignment import Aligned, Edit
from nirdesh.text.data import table

# Two signs in a row that may not follow each other, or a vowel letter with a sign (`signs.toml`).
_SUSPECT_SIGNS = re.compile(
    "[\u093e-\u094c][\u093c\u093e-\u094d]|[\u0900-\u0903][\u0900-\u0903\u093c\u093e-\u094d]"
    "|\u094d[\u0905-\u0914\u093e-\u094d]|[\u0905-\u0914][\u093c\u093e-\u094d]|\u093c\u093c"
)
_WORD = re.compile("[\u0900-\u0963\u0970-\u097f]+")
_NEWLINES = re.compile("\r\n?")
_BLANKS = re.compile("  +| +(?=\n)")
_TAG = re.compile(
    r"</?(br|p|div|b|i|u|em|strong|span|font|a|h[1-6]|li|ul|ol|td|tr|table|center|small|sup|sub)\b[^<>\n]{0,300}>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")
_BREAKING = frozenset(["br", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr"])
# A stretch that NFC may change: a character with marks or Hangul vowels after it, or one outside of Latin.
_CLUSTER = re.compile(
    "[^\\s]?[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u093c\u094d\u09bc\u09be\u09d7"
    "\u0a3c\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u1161-\u1175\u11a8-\u11c2]+"
    "|[^\x00-\u02ff]"
)


class _Tables(NamedTuple):
    fold: dict[int, str]
    foldable: re.Pattern[str]
    drop: re.Pattern[str]
    drop_rule: dict[str, str]


@cache
def _tables() -> _Tables:
    data = table("characters.toml")
    fold = {ord(c): row["to"] for row in data["fold"] for c in row["chars"]}
    for code in range(0x80, sys.maxunicode + 1):
        char = chr(code)
        if char.isdecimal():
            fold[code] = str(unicodedata.decimal(char))
    drop_rule = {c: row["rule"] for row in data["drop"] for c in row["chars"]}
    return _Tables(fold, _class(map(chr, fold)), _class(drop_rule), drop_rule)


def _class(chars: Iterable[str]) -> re.Pattern[str]:
    escaped = "".join(re.escape(c) for c in sorted(chars))
    return re.compile(f"[{escaped}]")


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
    if t.drop.search(text) is not None:
        text = t.drop.sub("", text)
    if t.foldable.search(text) is not None:
        text = text.translate(t.fold)
    return unicodedata.normalize("NFC", text)


def fold(a: Aligned) -> Aligned:
    """Replace characters one for one: digits, blanks, quotes, dashes, look-alikes."""
    t = _tables()
    if t.foldable.search(a.text) is None:
        return a
    return a.with_text(a.text.translate(t.fold))


def drop(a: Aligned) -> Aligned:
    """Remove invisible characters and controls; carriage returns become newlines."""
    t = _tables()
    edits = [Edit(m.start(), m.end(), "", t.drop_rule[m[0]]) for m in t.drop.finditer(a.text)]
    a = a.then(edits)
    if "\r" in a.text:
        a = a.then([Edit(m.start(), m.end(), "\n", "newline") for m in _NEWLINES.finditer(a.text)])
    return a


def markup(a: Aligned) -> Aligned:
    """Remove HTML tags and entities that a scraper left in the text."""
    if "<" in a.text and ">" in a.text:
        edits = [
            Edit(m.start(), m.end(), "\n" if m[1].lower() in _BREAKING else " ", "html-tag")
            for m in _TAG.finditer(a.text)
        ]
        a = a.then(edits)
    if "&" in a.text:
        found = ((m, html.unescape(m[0])) for m in _ENTITY.finditer(a.text))
        a = a.then([Edit(m.start(), m.end(), new, "html-entity") for m, new in found if new != m[0]])
    return a


def compose(a: Aligned) -> Aligned:
    """Bring the text to NFC; nukta letters end as two code points, as NFC has them (composition exclusions).

    Example:
        >>> from nirdesh.text.alignment import identity
        >>> b = compose(identity("\u095c"))
        >>> len(b.text), b.to_raw(0, 2), b.repairs[0].rule
        (2, (0, 1), 'nfc')
    """
    text = a.text
    if unicodedata.is_normalized("NFC", text):
        return a
    edits = []
    for m in _CLUSTER.finditer(text):
        new = unicodedata.normalize("NFC", m[0])
        if new != m[0]:
            edits.append(Edit(m.start(), m.end(), new, "nfc"))
    b = a.then(edits)
    if unicodedata.is_normalized("NFC", b.text):
        return b
    lines = [(m.start(), m.end(), m[0]) for m in re.finditer("[^\n]+", text)]
    whole = [(s, e, line, unicodedata.normalize("NFC", line)) for s, e, line in lines]
    return a.then([Edit(s, e, new, "nfc") for s, e, line, new in whole if new != line])


def order_signs(a: Aligned) -> Aligned:
    """Mend sequences of signs that no spelling has (``signs.toml``), word by word."""
    text = a.text
    if _SUSPECT_SIGNS.search(text) is None:
        return a
    edits: list[Edit] = []
    for m in _WORD.finditer(text):
        if _SUSPECT_SIGNS.search(m[0]) is not None:
            new, rules = mend_signs(m[0])
            if new != m[0]:
                edits.append(Edit(m.start(), m.end(), new, "+".join(rules)))
    return a.then(edits)


def mend_signs(word: str) -> tuple[str, list[str]]:
    """Apply ``signs.toml`` to one word until nothing changes.

    Example:
        >>> mend_signs("नियुक्ित")
        ('नियुक्ति', ['i-in-conjunct'])
    """
    rules: list[str] = []
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


def squeeze(a: Aligned) -> Aligned:
    """One blank between words, none at the end of a line."""
    return a.then([Edit(m.start(), m.end(), _blank(m), "space") for m in _BLANKS.finditer(a.text)])


def _blank(m: re.Match[str]) -> str:
    return "" if m.end() < len(m.string) and m.string[m.end()] == "\n" else " "
