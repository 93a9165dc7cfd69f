"""PDF files by PDFium: the text layer, by its fonts and places; pictures of text are told, or read by OCR."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import regex

from nirdesh.ingest.forms import Formed, refused
from nirdesh.ingest.forms.legacy_runs import DOUBT, unmarked
from nirdesh.ingest.forms.pdf_layout import Line, page_lines, paragraphs, without_margins
from nirdesh.ingest.forms.pdf_order import logical
from nirdesh.ingest.forms.pdf_pieces import Piece, pieces
from nirdesh.ingest.limits import MAX_CHARACTERS

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MOST_PAGES: Final = 500
_BROKEN_SHARE: Final = 0.3
_LETTER: Final = regex.compile(r"\p{L}")
_OCR_DOUBT: Final = ("ocr", "Pages without a text layer were read by OCR, which makes mistakes.")


def read(blob: bytes, ocr: bool = False) -> Formed:
    """Text of a PDF, one paragraph a line: column after column, without running heads and page numbers.

    Args:
        blob: The file.
        ocr: Whether pages that are pictures are read by Tesseract.

    Raises:
        NirdeshError: ``broken-pdf``, ``encrypted``, ``too-large``, ``image-only`` or ``broken-text-layer``.
    """
    document = _open(blob)
    try:
        count = len(document)
        if count > MOST_PAGES:
            message = f"The PDF has {count:,} pages, over the limit of {MOST_PAGES}."
            raise refused("too-large", message, "Split it into one report each.")
        return _Reading(document, ocr).formed()
    finally:
        document.close()


def _open(blob: bytes) -> PdfDocument:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(blob)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise refused("encrypted", "The PDF is locked by a password.", "Unlock it first.") from error
        raise refused("broken-pdf", "The PDF is damaged or cut off.", "Fetch it again.") from error


class _Reading:
    """One document, page by page."""

    def __init__(self, document: PdfDocument, ocr: bool) -> None:
        self._document = document
        self._ocr = ocr
        self._pictures: list[int] = []
        self._unreadable: list[int] = []
        self._by_ocr: dict[int, str] = {}

    def formed(self) -> Formed:
        """The text of all pages."""
        pages: list[list[Line]] = []
        length = 0
        for number in range(len(self._document)):
            found = self._page(number)
            length += sum(len(piece.text) for piece in found)
            if length > MAX_CHARACTERS:
                message = f"The PDF holds more than {MAX_CHARACTERS:,} characters."
                raise refused("too-large", message, "Split it into one report each.")
            pages.append(page_lines(found))
        kept = without_margins(pages)
        legacy = any(line.legacy for page in kept for line in page)
        text = logical("\n".join(self._texts(kept)))
        if not legacy:
            text, legacy = unmarked(text)
        self._refuse_empty(text)
        return Formed(text, self._doubts(legacy))

    def _texts(self, pages: list[list[Line]]) -> Iterator[str]:
        """Paragraphs, running on from page to page; what OCR read stands where its page does."""
        lines: list[Line] = []
        for number, page in enumerate(pages):
            if number in self._by_ocr:
                yield paragraphs(lines)
                yield self._by_ocr[number]
                lines = []
            lines += page
        yield paragraphs(lines)

    def _page(self, number: int) -> list[Piece]:
        import pypdfium2

        try:
            page = self._document[number]
        except pypdfium2.PdfiumError:
            self._unreadable.append(number + 1)
            return []
        try:
            found, broken = pieces(page)
            letters = sum(len(_LETTER.findall(piece.text)) for piece in found)
            if not letters and not broken:
                self._picture(page, number)
            elif broken > (letters + broken) * _BROKEN_SHARE:
                self._unreadable.append(number + 1)
                if self._ocr:
                    self._read_picture(page, number)
                return []
            return found
        finally:
            page.close()

    def _picture(self, page: PdfPage, number: int) -> None:
        from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_PATH

        kinds = {item.type for item in page.get_objects(max_depth=3)}
        if not kinds & {FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_PATH}:
            return  # an empty page
        self._pictures.append(number + 1)
        if self._ocr:
            self._read_picture(page, number)

    def _read_picture(self, page: PdfPage, number: int) -> None:
        from nirdesh.ingest.forms.ocr import recognise

        self._by_ocr[number] = recognise(page)

    def _refuse_empty(self, text: str) -> None:
        if text.strip():
            return
        if self._unreadable:
            message = "The letters of its text layer say nothing (a font without a table of letters)."
            raise refused("broken-text-layer", message, "Give --ocr to have its pages read as pictures.")
        if self._pictures:
            message = f"The PDF holds pictures only ({len(self._pictures)} pages), no text."
            raise refused("image-only", message, "Give --ocr to have them read.")
        raise refused("empty", "The PDF has no text.", "Leave it out.")

    def _doubts(self, legacy: bool) -> tuple[tuple[str, str], ...]:
        doubts = [DOUBT] if legacy else []
        if self._by_ocr:
            doubts.append(_OCR_DOUBT)
        left = [page for page in self._pictures if page - 1 not in self._by_ocr]
        if left:
            told = f"Pages {_listed(left)} are pictures and were not read. Give --ocr to have them read."
            doubts.append(("image-pages", told))
        left = [page for page in self._unreadable if page - 1 not in self._by_ocr]
        if left:
            told = f"The text layer of pages {_listed(left)} is unreadable. Give --ocr to have them read."
            doubts.append(("broken-text-layer", told))
        return tuple(doubts)


def _listed(pages: list[int]) -> str:
    shown = ", ".join(map(str, pages[:10]))
    return f"{shown}, …" if len(pages) > 10 else shown
