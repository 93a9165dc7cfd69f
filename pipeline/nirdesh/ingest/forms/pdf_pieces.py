"""What PDFium knows of a page's text: pieces in the order in which the page writes them."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from nirdesh.ingest.forms import refused
from nirdesh.ingest.limits import MAX_CHARACTERS
from nirdesh.text.fonts import encoding_of_font

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_MOST_OBJECTS: Final = 200_000
_DEEPEST: Final = 4
_CONTROLS: Final = dict.fromkeys([*range(0x20), 0x7F, 0xFFFE, 0xFFFF, 0xFFFD], None)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text written in one go.

    Attributes:
        text: Its letters; what is in a legacy font stands in glyph codes.
        left: Edges in points; ``y`` is the baseline, upwards.
        encoding: Legacy encoding of its font, or None.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    encoding: str | None = None


def pieces(page: PdfPage) -> tuple[list[Piece], int]:
    """The pieces of a page in the order of writing, and how many letters say nothing.

    PDFium's own order sorts by place and so tears vowel signs from their consonants.
    A glyph without a letter of its own (the second of a syllable) gives a piece without text.

    Raises:
        NirdeshError: ``too-large``.
    """
    import pypdfium2.raw as pdfium

    text_page = page.get_textpage()
    try:
        count = pdfium.FPDFText_CountChars(text_page)
        if count > MAX_CHARACTERS:
            raise refused("too-large", "A page holds too many letters.", "Leave it out.")
        letters, broken = _letters(pdfium, text_page, count)
        found = []
        for number, item in enumerate(page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT], max_depth=_DEEPEST)):
            if number > _MOST_OBJECTS:
                raise refused("too-large", "A page holds too many pieces of text.", "Leave it out.")
            chars = letters.get(_address(item.raw))
            if chars:
                found.append(_piece(pdfium, text_page, item.raw, chars))
        return found, broken
    finally:
        text_page.close()


def _address(pointer: Any) -> int:
    return int(ctypes.cast(pointer, ctypes.c_void_p).value or 0)


def _letters(pdfium: Any, text_page: Any, count: int) -> tuple[dict[int, list[int]], int]:
    """Numbers of the letters of each object, and how many have no meaning."""
    letters: dict[int, list[int]] = defaultdict(list)
    broken = 0
    for index in range(count):
        if pdfium.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        address = _address(pdfium.FPDFText_GetTextObject(text_page, index))
        letters[address].append(index)
        broken += pdfium.FPDFText_HasUnicodeMapError(text_page, index) == 1
    return letters, broken


def _piece(pdfium: Any, text_page: Any, item: Any, chars: list[int]) -> Piece:
    known = (index for index in chars if pdfium.FPDFText_HasUnicodeMapError(text_page, index) != 1)
    codes = (pdfium.FPDFText_GetUnicode(text_page, index) for index in known)
    text = "".join(chr(code) for code in codes if code < 0x110000 and not 0xD800 <= code < 0xE000)
    text = text.translate(_CONTROLS)
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item, *map(ctypes.byref, edges))
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, chars[0], ctypes.byref(x), ctypes.byref(y))
    size = pdfium.FPDFText_GetFontSize(text_page, chars[0])
    matrix = pdfium.FS_MATRIX()
    if pdfium.FPDFText_GetMatrix(text_page, chars[0], ctypes.byref(matrix)):
        size *= (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
    left, right = min(x.value, edges[0].value), edges[2].value
    name = _font_name(pdfium, item)
    return Piece(text, left, max(left, right), y.value, max(1.0, min(size, 500.0)), encoding_of(name))


def _font_name(pdfium: Any, item: Any) -> str:
    font = pdfium.FPDFTextObj_GetFont(item)
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
    return buffer.value.decode("utf-8", "replace")


@lru_cache(maxsize=256)
def encoding_of(name: str) -> str | None:
    """Legacy encoding of a font's name.

    Example:
        >>> encoding_of("ABCDEF+KrutiDev010"), encoding_of("Mangal")
        ('krutidev010', None)
    """
    return encoding_of_font(name) if name else None
