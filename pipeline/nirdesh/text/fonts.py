"""Legacy Devanagari fonts: glyph codes to Unicode and back.

A legacy font shows Devanagari for Latin codes, in the order of the glyphs on paper: the short i stands before
its syllable and the reph after it. The tables (``krutidev010.tsv``, ``chanakya.tsv``) say what each glyph
writes; the converter puts the signs where Unicode has them, syllable by syllable.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal

from nirdesh.errors import NirdeshError
from nirdesh.text import characters
from nirdesh.text.data import rows, table
from nirdesh.text.punctuation import stops, word_before

Encoding = Literal["krutidev010", "devlys010", "chanakya"]
_NUKTA, _VIRAMA, _I = "\u093c", "\u094d", "\u093f"
_MATRAS = frozenset(
    "\u093e\u093f\u0940\u0941\u0942\u0943\u0944\u0945\u0946\u0947\u0948\u0949\u094a\u094b\u094c"
)
_SIGNS = frozenset("\u0900\u0901\u0902\u0903")
_CONSONANT = re.compile("[\u0915-\u0939]")
_DEVA_WORD = re.compile("[\u0900-\u0963\u0970-\u097f]+")
_SYLLABLE = re.compile(
    "(?P<reph>\u0930\u094d(?=[\u0915-\u0939]))?"
    "(?P<cluster>(?:[\u0915-\u0939]\u093c?\u094d)*[\u0915-\u0939]\u093c?)(?P<matra>[\u093e-\u094c]?)"
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font: legacy glyph codes, or text that stands for itself."""

    text: str
    legacy: bool


@dataclass(frozen=True, slots=True)
class _Font:
    read: dict[str, str]
    glyphs: re.Pattern[str]
    write: dict[str, str]
    letters: re.Pattern[str]
    short_i: str
    reph: str


@cache
def _font(name: str) -> _Font:
    files = table("fonts.toml")["table"]
    if name not in files:
        raise NirdeshError(
            "unknown-font",
            f"No table for the font encoding {name!r}.",
            hint=f"Known: {', '.join(sorted(files))}.",
        )
    read: dict[str, str] = {}
    write: dict[str, str] = {}
    for glyphs, text, use in rows(files[name]):
        read.setdefault(glyphs, unicodedata.normalize("NFC", text))
        if use == "both":
            write.setdefault(unicodedata.normalize("NFC", text), glyphs)
    short_i, reph = write.pop("I", ""), write.pop("R", "")
    return _Font(read, _longest(read), write, _longest(write), short_i, reph)


def _longest(keys: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(k) for k in sorted(keys, key=len, reverse=True)) or "(?!)")


def convert(text: str, *, from_: str = "krutidev010", to: str = "unicode") -> str:
    """Convert between a legacy encoding and Unicode, taking the whole text for one font.

    Args:
        text: Glyph codes, or Unicode text where ``from_`` is ``unicode``.
        from_: ``krutidev010``, ``devlys010``, ``chanakya`` or ``unicode``.
        to: The same names; one of the two is ``unicode``.

    Raises:
        NirdeshError: ``unknown-font`` for an encoding without a table.

    Example:
        >>> convert("pkSFkkbZ fuekZ.k", from_="krutidev010")
        'चौथाई निर्माण'
        >>> convert("चौथाई निर्माण", from_="unicode", to="krutidev010")
        'pkSFkkbZ fuekZ.k'
    """
    if from_ == "unicode":
        return "".join(run.text for run in to_legacy(text, to))
    if to != "unicode":
        raise NirdeshError(
            "unknown-font", "One side of a conversion must be unicode.", hint="Convert in two steps."
        )
    return _read(text, _font(from_))


def to_legacy(text: str, encoding: str = "krutidev010") -> list[Run]:
    """Unicode to glyph codes, with what the font cannot write (Latin letters …) in runs of its own.

    Example:
        >>> to_legacy("दल BJP")
        [Run(text='ny ', legacy=True), Run(text='BJP', legacy=False)]
    """
    font = _font(encoding)
    text = unicodedata.normalize("NFC", text)
    runs: list[Run] = []
    for piece, legacy in _syllables(text, font):
        if runs and (runs[-1].legacy == legacy or piece.isspace()):
            runs[-1] = Run(runs[-1].text + piece, runs[-1].legacy)
        else:
            runs.append(Run(piece, legacy))
    return runs


def from_legacy(runs: list[Run], encoding: str = "krutidev010") -> str:
    """The Unicode text of runs in a legacy font and others.

    Example:
        >>> from_legacy([Run("ny ", True), Run("BJP", False)])
        'दल BJP'
    """
    font = _font(encoding)
    return "".join(_read(r.text, font) if r.legacy else r.text for r in runs)


def _syllables(text: str, font: _Font) -> list[tuple[str, bool]]:
    out: list[tuple[str, bool]] = []
    at = 0
    while at < len(text):
        m = _SYLLABLE.match(text, at)
        if m is not None:
            written = _write_syllable(m, font)
            out.append((m[0], False) if written is None else (written, True))
            at = m.end()
            continue
        letter = font.letters.match(text, at)
        if letter is not None and _is_read_back(letter, font):
            out.append((font.write[letter[0]], True))
            at = letter.end()
        else:
            char = text[at]
            out.append((char, char.isspace() or (char.isascii() and char.isdigit())))
            at += 1
    return out


def _is_read_back(m: re.Match[str], font: _Font) -> bool:
    """Colon and visarga are one glyph: only what the reader will take it for is written with it."""
    if m[0] not in ":ः":
        return True
    return _as_colon(m.string, m.start()) == m[0]


def _write_syllable(m: re.Match[str], font: _Font) -> str | None:
    cluster, matra = m["cluster"], m["matra"]
    short = matra == _I
    body = _write(cluster if short else cluster + matra, font)
    if body is None:
        return None
    return (font.short_i if short else "") + body + (font.reph if m["reph"] else "")


def _write(text: str, font: _Font) -> str | None:
    out: list[str] = []
    at = 0
    while at < len(text):
        m = font.letters.match(text, at)
        if m is None:
            return None
        out.append(font.write[m[0]])
        at = m.end()
    return "".join(out)


def _read(text: str, font: _Font) -> str:
    """Glyph codes to Unicode: pieces of the table, with short i, reph, nukta and rakar in their places."""
    out: list[str] = []
    waiting = ""
    waiting_reph = False
    complete = False
    at = 0
    for m in font.glyphs.finditer(text):
        if at < m.start():
            _flush(out, waiting, reph=waiting_reph and complete)
            waiting, waiting_reph, complete = "", False, False
            out.extend(text[at : m.start()])
        at = m.end()
        piece = font.read[m[0]]
        if waiting and complete and piece[:1] not in (_VIRAMA, _NUKTA):
            _flush(out, waiting, reph=waiting_reph)
            waiting, waiting_reph, complete = "", False, False
        if "I" in piece:
            out.extend(waiting)
            waiting = _I + piece[piece.index("I") + 1 :]
            waiting_reph, complete = piece.startswith("R"), False
            continue
        if "R" in piece:
            before, _, after = piece.partition("R")
            out.extend(before)
            _put_reph(out)
            out.extend(after)
            continue
        _put(out, piece)
        complete = bool(piece) and (_CONSONANT.match(piece[-1]) is not None or piece[-1] == _NUKTA)
    _flush(out, waiting, reph=waiting_reph and complete)
    out.extend(text[at:])
    return _tidy("".join(out))


def _flush(out: list[str], waiting: str, *, reph: bool) -> None:
    """Write the short i that waited for its syllable, with the reph that came with it."""
    if reph:
        _put_reph(out)
    out.extend(waiting)


def _put(out: list[str], piece: str) -> None:
    """Append a piece; a subscript or nukta goes before the vowel signs that already stand there."""
    if piece[:1] in (_VIRAMA, _NUKTA):
        at = _before_signs(out)
        if 0 < at < len(out) and (_CONSONANT.match(out[at - 1]) or out[at - 1] == _NUKTA):
            out[at:at] = piece
            return
    out.extend(piece)


def _put_reph(out: list[str]) -> None:
    """Insert र् before the syllable that ends the text."""
    at = _before_signs(out)
    start = at
    while start > 0:
        step = 2 if out[start - 1] == _NUKTA and start > 1 else 1
        if not _CONSONANT.match(out[start - step]):
            break
        start -= step
        if start > 1 and out[start - 1] == _VIRAMA:
            start -= 1
            continue
        break
    if start == at:
        out.extend("र" + _VIRAMA)
    else:
        out[start:start] = ["र", _VIRAMA]


def _before_signs(out: list[str]) -> int:
    at = len(out)
    while at > 0 and (out[at - 1] in _MATRAS or out[at - 1] in _SIGNS):
        at -= 1
    return at


def _tidy(text: str) -> str:
    """Signs in their order, and the colon that is a visarga."""
    text = _DEVA_WORD.sub(lambda m: characters.mend_signs(m[0])[0], text)
    text = unicodedata.normalize("NFC", text)
    return re.sub("[:ः]", lambda m: _as_colon(m.string, m.start()), text)


def _as_colon(text: str, at: int) -> str:
    """Whether the glyph at ``at`` is a visarga or a colon."""
    word = word_before(text, at).rstrip("ः")
    s = stops()
    inside = at + 1 < len(text) and _DEVA_WORD.match(text, at + 1) is not None
    if word and ((inside and word in s.inside) or (not inside and word + "ः" in s.visarga)):
        return "ः"
    return ":"


def encoding_of_font(name: str) -> str | None:
    """The encoding of a font by its name (in HTML, CSS or a PDF); None for a font that is no legacy one.

    Example:
        >>> encoding_of_font("ABCDEF+KrutiDev010-Bold"), encoding_of_font("Mangal") is None
        ('krutidev010', True)
    """
    low = re.sub(r"[^a-z0-9]", "", name.split("+", 1)[-1].casefold())
    for row in table("fonts.toml")["family"]:
        if re.match(row["name"], low):
            return str(row["encoding"])
    return None
