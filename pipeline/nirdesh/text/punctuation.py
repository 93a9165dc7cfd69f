"""Marks that stand for other marks: danda, colon and visarga, abbreviation dots, blanks around them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from nirdesh.text.alignment import Aligned, Edit
from nirdesh.text.data import table, words

_DEVA = "\u0900-\u0963\u0970-\u097f"
_BAR = re.compile("[|lI]{1,3}(?![A-Za-z0-9|])")
_STOP = re.compile(rf"\.(?<=[{_DEVA}]\.)(?!\.)")
_VISARGA = re.compile(rf"ः(?![{_DEVA}])")
_COLON = re.compile(rf":(?<=[{_DEVA}]:)")
_ABBREVIATION = re.compile(rf"[0oO॰](?<=[{_DEVA}].)(?![0-9A-Za-z])")
_DANDA = re.compile("[।॥]")
_BLANK_AFTER = re.compile(rf"[।॥?!](?=[{_DEVA}])|[।॥](?=[A-Za-z0-9(\[])")
_MANY = re.compile("।{2,}")
_WORD_BEFORE = re.compile(rf"[{_DEVA}]+")
_CELL = re.compile(r" \| ")
_CELLS = 2  # bars of the shortest row of a table
_ADVERBS = ("त", "श")  # before a visarga at the end of adverbs (नियमतः, क्रमशः)
_SYLLABLE = 1  # letters of a word that may be a syllable of another
_MAX_WORD = 40
_MAX_ABBREVIATION = 4


class _Stops(NamedTuple):
    final: frozenset[str]
    weak: frozenset[str]
    endings: tuple[str, ...]
    visarga: frozenset[str]
    colon: frozenset[str]
    inside: frozenset[str]
    continuing: frozenset[str]
    short: frozenset[str]


@cache
def stops() -> _Stops:
    """The word lists of ``stops.toml``."""
    t = table("stops.toml")
    return _Stops(
        words(t["final"]),
        words(t["weak"]),
        tuple(t["endings"].split()),
        words(t["visarga"]),
        words(t["colon"]),
        words(t["inside"]),
        words(t["continuing"]),
        words(t["short"]),
    )


def word_before(text: str, at: int) -> str:
    """The Devanagari word that ends at ``at``, at most 40 characters of it.

    Example:
        >>> word_before("बैठक है|", 7)
        'है'
    """
    start = at
    while start > 0 and at - start < _MAX_WORD and _is_deva(text[start - 1]):
        start -= 1
    return text[start:at]


def _is_deva(char: str) -> bool:
    return "\u0900" <= char <= "\u0963" or "\u0970" <= char <= "\u097f"


def is_final(word: str, *, line_end: bool) -> bool:
    """Whether a sentence may end with the word.

    Example:
        >>> is_final("करेंगे", line_end=False), is_final("बैठक", line_end=True)
        (True, False)
    """
    s = stops()
    if word in s.weak:
        return line_end
    return word in s.final or (len(word) > 3 and word.endswith(s.endings))


def _line_end(text: str, at: int) -> bool:
    rest = text[at : at + 3].lstrip(" ")
    return (not rest and at + 3 >= len(text)) or rest.startswith("\n")


def _bars(text: str) -> list[Edit]:
    """`|`, Latin l or I where a danda must stand."""
    edits = []
    for m in _BAR.finditer(text):
        start, end = m.span()
        glued = start > 0 and _is_deva(text[start - 1])
        at = start if glued else start - 1
        if not glued and not (start > 1 and text[start - 1] == " " and _is_deva(text[start - 2])):
            continue
        mark = m[0]
        if mark.strip("|") and len(mark) > 1:
            continue
        after = text[end : end + 1]
        opens = not after or after.isspace() or after in "\"'”’)" or _is_deva(after)
        final = is_final(word_before(text, at), line_end=_line_end(text, end))
        sure = mark == "l" or (glued and mark == "|" and _line_end(text, end))
        if opens and final and mark == "|" and not glued and _in_row(text, start - 1):
            continue  # नाम | कहां थे | कहां भेजा
        if opens and (final or sure):
            edits.append(Edit(start, end, "।", "danda"))
    return edits


def _in_row(text: str, at: int) -> bool:
    """Whether half of the bars of a line stand where no sentence ends, as between cells of a table."""
    first = text.rfind("\n", 0, at) + 1
    last = text.find("\n", at)
    line = text[first : last if last >= 0 else len(text)]
    marks = [m.start() for m in _CELL.finditer(line)]
    if len(marks) < _CELLS:
        return False
    inside = sum(not is_final(word_before(line, place), line_end=False) for place in marks)
    return inside * 2 >= len(marks)


def _full_stops(text: str) -> list[Edit]:
    edits = []
    for m in _STOP.finditer(text):
        at = m.start()
        after = text[at + 1 : at + 2]
        if (not after or after.isspace() or after in "\"'”’)" or _is_deva(after)) and is_final(
            word_before(text, at), line_end=_line_end(text, at + 1)
        ):
            edits.append(Edit(at, at + 1, "।", "danda"))
    return edits


def _colons(text: str) -> list[Edit]:
    s = stops()
    edits = []
    for m in _VISARGA.finditer(text):
        at = m.start()
        word = word_before(text, at)
        learned = f"{word}ः" in s.visarga or word.endswith(_ADVERBS)
        if not word or (not learned and len(word) > _SYLLABLE):
            edits.append(Edit(at, at + 1, ":", "colon"))  # देहरादूनः जिले में …
    for m in _COLON.finditer(text):
        at = m.start()
        stem = word_before(text, at)
        inside = at + 1 < len(text) and _is_deva(text[at + 1])
        if stem in (s.inside if inside else s.colon):
            edits.append(Edit(at, at + 1, "ः", "visarga"))
    return sorted(edits)


def _abbreviations(text: str) -> list[Edit]:
    """0, o or ॰ as abbreviation dot: उ0प्र0, डा॰."""
    edits = []
    for m in _ABBREVIATION.finditer(text):
        at = m.start()
        word = word_before(text, at)
        if m[0] == "॰" or len(word) <= _MAX_ABBREVIATION:
            edits.append(Edit(at, at + 1, ".", "abbreviation"))
    return edits


def _blanks_before(text: str) -> list[Edit]:
    edits = []
    for m in _DANDA.finditer(text):
        at = start = m.start()
        while start > 0 and text[start - 1] == " ":
            start -= 1
        if start < at:
            edits.append(Edit(start, at, "", "space"))
    return edits


def punctuate(a: Aligned) -> Aligned:
    """Mend marks and the blanks around the danda.

    Example:
        >>> from nirdesh.text.alignment import identity
        >>> punctuate(identity("उ0प्र0 में बैठक हुई ।सब आए|")).text
        'उ.प्र. में बैठक हुई। सब आए।'
    """
    for rule in (_abbreviations, _colons, _bars, _full_stops):
        a = a.then(rule(a.text))
    text = a.text
    if "।" not in text and "॥" not in text and "?" not in text and "!" not in text:
        return a
    a = a.then(_blanks_before(text))
    if "।।" in a.text:
        a = a.then([Edit(m.start(), m.end(), "।", "danda") for m in _MANY.finditer(a.text)])
    return a.then([Edit(m.end(), m.end(), " ", "space-after") for m in _BLANK_AFTER.finditer(a.text)])
