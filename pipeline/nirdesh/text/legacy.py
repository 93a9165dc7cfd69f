"""Where a text is still in a legacy font: by the names of fonts in its markup, and by a character model.

The model (``legacy.tsv.gz``) weighs the three-character pieces of glyph-coded Hindi against those of words in
Latin script; runs of words are taken, not single ones, and a run counts only when it converts into known
Hindi words.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cache

from nirdesh.text import fonts, words
from nirdesh.text.alignment import Aligned, Edit
from nirdesh.text.data import rows

_TOKEN = re.compile(r"\S+")
_WORDLIKE = re.compile("[A-Za-z\u00a1-\u00ff]")
_FOREIGN = re.compile("[!-~\u00a1-\u0192\u2018-\u2122]{2,}")
_OTHER = re.compile(r"[\u0900-\u097f]|https?:|www\.|\w@\w+\.\w|\.(?:com|in|org|html?|jpg|png)\b")
_PLAIN = re.compile("[\u0900-\u0963\u0970-\u097f]+")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,15})\b([^<>]{0,400}?)(/?)>")
_FACE = re.compile(r"(?:face\s*=\s*|font-family\s*:\s*)[\"']?\s*([^\"';>]+)", re.IGNORECASE)
_SWITCH = 7.0
_LEAST_RUN = 9.0
_KNOWN_SHARE = 0.5
_UNSEEN = 0.0
_LONG = 3  # two known words of this length, or one longer than the next figure, speak for a font
_VERY_LONG = 6
_HIGH = re.compile("[\u00a1-\u00ff\u0152-\u0192\u02c6\u02dc\u2018-\u2022\u2030\u2039\u203a\u20ac\u2122]")
_HIGH_WEIGHT = 6.0
# Marks of glyph-coded text that stand alone between blanks: danda, comma, brackets.
_MARKS = frozenset(["A", "]", "&", "\u00bc", "\u00bd", "AA", "%"])
# Abbreviations in capitals keep their Latin letters inside glyph-coded text.
_CAPITALS = re.compile(r"[A-Z]{2,6}[,.]?")
_ENCODINGS = ("krutidev010", "chanakya")


@dataclass(frozen=True, slots=True)
class LegacyRun:
    """A stretch of a text that is in a legacy encoding."""

    start: int
    end: int
    encoding: str


@cache
def _model() -> dict[str, float]:
    return {gram: float(value) for gram, value in rows("legacy.tsv.gz")}


def weight(token: str) -> float:
    """How much a word looks like glyph-coded Hindi rather than a Latin-script word (log odds).

    Example:
        >>> weight("Hkkjrh;") > 0 > weight("government")
        True
    """
    model = _model()
    text = f"^{token}$"
    return sum(model.get(text[i : i + 3], _UNSEEN) for i in range(len(text) - 2))


def find_runs(text: str) -> list[LegacyRun]:
    """Runs of a text that are in a legacy encoding, found by the character model.

    Example:
        >>> find_runs("Hkkjrh; turk ikVhZ dh cSBd gqbZA")
        [LegacyRun(start=0, end=32, encoding='krutidev010')]
        >>> find_runs("The committee met in Lucknow.")
        []
    """
    if not any(_token_weight(m[0]) > 0 for m in _FOREIGN.finditer(text)):
        return []
    tokens = [(m.start(), m.end(), _token_weight(m[0]), m[0] in _MARKS) for m in _TOKEN.finditer(text)]
    if not any(t[2] > 0 for t in tokens):
        return []
    return [run for first, last in _best_runs(tokens) if (run := _verified(text, first, last)) is not None]


def _token_weight(token: str) -> float:
    if _OTHER.search(token) is not None:
        return -20.0
    if token in _MARKS or _WORDLIKE.search(token) is None:
        return 0.0
    if 2 * len(_HIGH.findall(token)) >= len(token) > 1:
        return _HIGH_WEIGHT
    return max(-12.0, min(12.0, weight(token)))


def _best_runs(tokens: list[tuple[int, int, float, bool]]) -> list[tuple[int, int]]:
    """The most likely stretches of legacy words, where a change of font has a cost (two-state Viterbi)."""
    plain, legacy = 0.0, 0.0
    came: list[tuple[bool, bool]] = []
    for _, _, w, _ in tokens:
        from_plain, from_legacy = plain, legacy
        came.append((from_legacy - _SWITCH > from_plain, from_legacy >= from_plain - _SWITCH))
        plain = max(from_plain, from_legacy - _SWITCH)
        legacy = max(from_legacy, from_plain - _SWITCH) + w
    state = legacy > plain
    runs: list[tuple[int, int]] = []
    joined = False
    for i in range(len(tokens) - 1, -1, -1):
        if state and joined:
            runs[-1] = (i, runs[-1][1])
        elif state:
            runs.append((i, i))
        joined = state
        state = came[i][1] if state else came[i][0]
    spans = []
    for first, last in reversed(runs):
        while first < last and tokens[first][2] == 0:
            first += 1
        while last > first and tokens[last][2] == 0 and not tokens[last][3]:
            last -= 1
        if sum(t[2] for t in tokens[first : last + 1]) >= _LEAST_RUN:
            spans.append((tokens[first][0], tokens[last][1]))
    return spans


def _verified(text: str, start: int, end: int) -> LegacyRun | None:
    best: tuple[float, str] | None = None
    for encoding in _ENCODINGS:
        found = _PLAIN.findall(fonts.convert(text[start:end], from_=encoding))
        long = [w for w in found if len(w) > 1]
        known = {w for w in long if w in words.known()}
        share = sum(w in known for w in long) / len(long) if long else 0.0
        sure = sum(len(w) >= _LONG for w in known) >= 2 or any(len(w) > _VERY_LONG for w in known)
        if sure and (best is None or share > best[0]):
            best = (share, encoding)
    if best is None or best[0] < _KNOWN_SHARE:
        return None
    return LegacyRun(start, end, best[1])


def marked_runs(text: str) -> list[LegacyRun]:
    """Text of HTML elements whose font is a legacy one (``<font face="Kruti Dev 010">``).

    Example:
        >>> marked_runs('<p><font face="Kruti Dev 010">cSBd</font> BJP</p>')
        [LegacyRun(start=30, end=34, encoding='krutidev010')]
    """
    runs: list[LegacyRun] = []
    stack: list[tuple[str, str | None]] = []
    at = 0
    for m in _TAG.finditer(text):
        encoding = stack[-1][1] if stack else None
        if encoding is not None and m.start() > at:
            runs.append(LegacyRun(at, m.start(), encoding))
        at = m.end()
        closing, name, attributes, empty = m.groups()
        name = name.lower()
        if closing:
            while stack and stack.pop()[0] != name:
                pass
        elif not empty and name not in ("br", "img", "hr", "input", "meta", "link"):
            face = _FACE.search(attributes)
            stack.append((name, fonts.encoding_of_font(face[1]) if face else encoding))
    return runs


def convert_html(markup: str) -> str:
    """HTML with the text of legacy-font elements in Unicode; nothing else is changed.

    Example:
        >>> convert_html('<font face="DevLys 010">ny</font> BJP')
        '<font face="DevLys 010">दल</font> BJP'
    """
    out: list[str] = []
    at = 0
    for run in marked_runs(markup):
        out.append(markup[at : run.start])
        glyphs = html.unescape(markup[run.start : run.end])
        out.append(html.escape(fonts.convert(glyphs, from_=run.encoding), quote=False))
        at = run.end
    out.append(markup[at:])
    return "".join(out)


def to_unicode(a: Aligned) -> Aligned:
    """Convert the legacy runs of an aligned text, word by word.

    Example:
        >>> from nirdesh.text.alignment import identity
        >>> b = to_unicode(identity("Hkkjrh; turk ikVhZ dh cSBd"))
        >>> b.text, b.to_raw(7, 11)
        ('भारतीय जनता पार्टी की बैठक', (8, 12))
    """
    text = a.text
    runs = marked_runs(text) if "<" in text and ("font" in text or "FONT" in text) else []
    runs = runs or find_runs(text)
    edits = []
    for run in runs:
        for m in _TOKEN.finditer(text, run.start, run.end):
            glyphs = html.unescape(m[0]) if "&" in m[0] and ";" in m[0] and "<" in text else m[0]
            new = fonts.convert(glyphs, from_=run.encoding)
            if _CAPITALS.fullmatch(m[0]) and new not in words.known():
                continue
            if new != m[0]:
                edits.append(Edit(m.start(), m.end(), new, f"font-{run.encoding}"))
    return a.then(edits)
