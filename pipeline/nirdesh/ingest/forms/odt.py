"""OpenDocument texts (.odt): paragraphs and headings, legacy fonts by style."""

from __future__ import annotations

from typing import Final

from lxml import etree

from nirdesh.ingest.forms import Formed
from nirdesh.ingest.forms.legacy_runs import DOUBT, converted, unmarked
from nirdesh.ingest.forms.packages import missing, open_package, part

_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_MAIN: Final = "content.xml"
_MOST_BLANKS: Final = 100
_LEFT_OUT: Final = frozenset(
    {f"{_TEXT}note", f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_OFFICE}automatic-styles"}
)


def read(blob: bytes, ocr: bool = False) -> Formed:
    """Text of a document; a row of a table is one line, its cells apart by tabs.

    Raises:
        NirdeshError: ``broken-document``, ``encrypted`` or ``too-large``.
    """
    with open_package(blob) as package:
        root = part(package, _MAIN)
        if root is None:
            raise missing(_MAIN)
        styles = part(package, "styles.xml")
    walk = _Walk(_fonts(root, styles))
    for event, element in etree.iterwalk(root, events=("start", "end")):
        walk.start(element) if event == "start" else walk.end(element)
    text = "\n".join(walk.lines)
    legacy = walk.legacy
    if not legacy:
        text, legacy = unmarked(text)
    return Formed(text, (DOUBT,) if legacy else ())


def _fonts(*roots: etree._Element | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for root in roots:
        for style in root.iter(f"{_STYLE}style") if root is not None else ():
            for properties in style.iter(f"{_STYLE}text-properties"):
                if face := properties.get(f"{_STYLE}font-name"):
                    found[style.get(f"{_STYLE}name", "")] = face
    return found


class _Walk:
    """Lines out of the starts and ends of elements."""

    def __init__(self, fonts: dict[str, str]) -> None:
        self.lines: list[str] = []
        self.legacy = False
        self._fonts = fonts
        self._line: list[tuple[str, str | None]] = []
        self._faces: list[str | None] = []
        self._rows = self._skip = 0

    def start(self, element: etree._Element) -> None:
        if element.tag in _LEFT_OUT:
            self._skip += 1
        style = element.get(f"{_TEXT}style-name", "") if isinstance(element.tag, str) else ""
        before = self._faces[-1] if self._faces else None
        self._faces.append(self._fonts.get(style, before))
        self._rows += element.tag == f"{_TABLE}table-row"
        if element.tag == f"{_TEXT}s":
            count = element.get(f"{_TEXT}c", "1")
            self._add(" " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS))
        elif element.tag == f"{_TEXT}tab":
            self._add("\t")
        elif element.tag == f"{_TEXT}line-break":
            self._end_line()
        if self._inside(element):
            self._add(element.text)

    def end(self, element: etree._Element) -> None:
        self._faces.pop()
        if element.tag in {f"{_TEXT}p", f"{_TEXT}h"}:
            self._add(" ") if self._rows else self._end_line()
        elif element.tag == f"{_TABLE}table-cell":
            self._add("\t")
        elif element.tag == f"{_TABLE}table-row":
            self._rows -= 1
            if not self._rows:
                self._end_line()
        if element.tag in _LEFT_OUT:
            self._skip -= 1
        parent = element.getparent()
        if parent is not None and self._inside(parent):
            self._add(element.tail)

    @staticmethod
    def _inside(element: etree._Element) -> bool:
        return isinstance(element.tag, str) and element.tag in {
            f"{_TEXT}p",
            f"{_TEXT}h",
            f"{_TEXT}span",
            f"{_TEXT}a",
        }

    def _add(self, text: str | None) -> None:
        if text and not self._skip:
            self._line.append((text, self._faces[-1] if self._faces else None))

    def _end_line(self) -> None:
        text, found = converted(self._line)
        self.legacy = self.legacy or found
        self.lines.append(text)
        self._line = []
