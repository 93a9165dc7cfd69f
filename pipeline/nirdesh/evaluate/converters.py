"""The usual Kruti Dev converters, step by step as they are published, to measure the damage that they leave.

Public converters share one procedure (replacements in a fixed order, then the short i, then the reph) and
differ in the order of these steps and in what they take for a vowel sign. Tables are read from the measuring
data (``krutidev/*.tsv``); nothing here converts a user's text: that is :mod:`nirdesh.text.fonts`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

_MATRAS = "\u093e\u093f\u0940\u0941\u0942\u0943\u0947\u0948\u094b\u094c\u0902:\u0901\u0945"
_VOWELS = "\u0905\u0906\u0907\u0908\u0909\u090a\u090f\u0910\u0913\u0914"


def _table(path: Path) -> list[tuple[str, str]]:
    lines = path.read_text(encoding="utf-8").split("\n")[1:]
    return [(c[1], c[2]) for c in (line.split("\t") for line in lines) if len(c) >= 3 and c[1]]


@dataclass(frozen=True, slots=True)
class UsualConverter:
    """One published procedure.

    Attributes:
        to_glyphs: Replacements from Unicode, in order.
        to_text: Replacements to Unicode, in order.
        reph_first: The reph is moved while इ and ई are still being put together (bZ becomes र्इ).
        blind: The short i is not taken for a vowel sign when the reph is moved (निर्मित becomes निमर्ित).
    """

    to_glyphs: list[tuple[str, str]]
    to_text: list[tuple[str, str]]
    reph_first: bool = False
    blind: bool = False

    def round_trip(self, word: str) -> str:
        """Unicode to Kruti Dev to Unicode."""
        return self.read(self.write(word))

    def write(self, text: str) -> str:
        """Unicode to glyph codes: short i forward, reph backward, then the table."""
        text = re.sub("((?:.\u094d)*.)\u093f", r"f\1", text) if "\u093f" in text else text
        text += "  "
        at = text.find("\u0930\u094d")
        while at > 0:
            end = at + 2
            while end + 1 < len(text) and text[end + 1] in _MATRAS:
                end += 1
            text = text[:at] + text[at + 2 : end + 1] + "Z" + text[end + 1 :]
            at = text.find("\u0930\u094d")
        text = text[:-2]
        for find, to in self.to_glyphs:
            text = text.replace(find, to)
        return text

    def read(self, text: str) -> str:
        """Glyph codes to Unicode."""
        for find, to in self.to_text:
            if self.reph_first and find in ("bZ", "b\u00b1"):
                continue
            text = text.replace(find, to)
        text = re.sub("f(.)", "\\1\u093f", text.replace("\u00b1", "Z\u0902"))
        text = re.sub("\u093f\u094d(.)", "\u094d\\1\u093f", text)
        return self._reph(text)

    def _reph(self, text: str) -> str:
        skip = _MATRAS if self.reph_first else _MATRAS + _VOWELS
        if self.blind:
            skip = skip.replace("\u093f", "")
        at = text.find("Z")
        while at > 0:
            start = at - 1
            while start > 0 and text[start] in skip:
                start -= 1
            text = text[:start] + "\u0930\u094d" + text[start:at] + text[at + 1 :]
            at = text.find("Z")
        return unicodedata.normalize("NFC", text)


def usual_converters(data: Path) -> dict[str, UsualConverter]:
    """The published pairs of tables with each order of steps."""
    folder = data / "krutidev"
    write = _table(folder / "unicode-to-krutidev010.tsv")
    first = _table(folder / "krutidev010-to-unicode.tsv")
    second = _table(folder / "krutidev010-to-unicode-variant2.tsv")
    return {
        "table 1": UsualConverter(write, first),
        "table 2": UsualConverter(write, second),
        "table 2, reph first": UsualConverter(write, second, reph_first=True),
        "table 2, reph first, blind to ि": UsualConverter(write, second, reph_first=True, blind=True),
    }
