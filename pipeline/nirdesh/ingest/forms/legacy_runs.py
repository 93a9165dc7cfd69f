"""Text with the font of each stretch, as documents keep it: legacy fonts are converted, the rest stays."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from nirdesh.text import fonts
from nirdesh.text.alignment import identity
from nirdesh.text.legacy import to_unicode

DOUBT: Final = (
    "legacy-font",
    "Text in an old font (Kruti Dev, Chanakya) was converted to Unicode; quotes are of what came out.",
)


def converted(stretches: Iterable[tuple[str, str | None]]) -> tuple[str, bool]:
    """Text of stretches with their fonts' names, and whether a font was converted.

    Example:
        >>> converted([("ftyk ", "Kruti Dev 010"), ("BJP", "Arial")])
        ('जिला BJP', True)
    """
    encoded = ((text, fonts.encoding_of_font(font) if font else None) for text, font in stretches)
    parts: list[str] = []
    found = False
    for encoding, group in groupby(encoded, key=lambda stretch: stretch[1]):
        text = "".join(text for text, _ in group)
        found = found or bool(encoding and text.strip())
        parts.append(fonts.convert(text, from_=encoding) if encoding else text)
    return "".join(parts), found


def unmarked(text: str) -> tuple[str, bool]:
    """Text whose font is not known: stretches that read as a legacy font are converted.

    Example:
        >>> unmarked("Hkkjrh; turk ikVhZ dh cSBd gqbZA")
        ('भारतीय जनता पार्टी की बैठक हुई।', True)
    """
    made = to_unicode(identity(text)).text
    return made, made != text
