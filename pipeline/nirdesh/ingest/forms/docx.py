"""Word documents (.docx): the paragraphs of the body, without headers, footers and deletions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from nirdesh.ingest.forms import Formed
from nirdesh.ingest.forms.legacy_runs import DOUBT, converted, unmarked
from nirdesh.ingest.forms.packages import missing, open_package, part

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT: Final = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FACES: Final = ("ascii", "hAnsi", "cs")
_MAIN: Final = "word/document.xml"


def read(blob: bytes, ocr: bool = False) -> Formed:
    """Text of a document; a row of a table is one line, its cells apart by tabs.

    Raises:
        NirdeshError: ``broken-document``, ``encrypted`` or ``too-large``.
    """
    with open_package(blob) as package:
        root = part(package, _MAIN)
        if root is None:
            raise missing(_MAIN)
        styles = part(package, "word/styles.xml")
    fonts = _Fonts(styles)
    legacy = False
    lines = []
    for line in _lines(root, fonts):
        text, found = converted(line)
        legacy = legacy or found
        lines.append(text)
    text = "\n".join(lines)
    if not legacy:
        text, legacy = unmarked(text)
    return Formed(text, (DOUBT,) if legacy else ())


def _name(element: etree._Element) -> str:
    tag = element.tag
    return tag.replace(_STRICT, _W, 1).removeprefix(_W) if isinstance(tag, str) else ""


def _value(element: etree._Element, name: str) -> str | None:
    value = element.get(f"{_W}{name}") or element.get(f"{_STRICT}{name}")
    return str(value) if value else None


class _Fonts:
    """Which font a run is in: its own, its paragraph style's, or the document's."""

    def __init__(self, styles: etree._Element | None) -> None:
        self._of_style: dict[str, str] = {}
        self._default: str | None = None
        for element in styles.iter() if styles is not None else ():
            if _name(element) != "rFonts" or (face := _face(element)) is None:
                continue
            parents = [_name(parent) for parent in element.iterancestors()]
            if "rPrDefault" in parents:
                self._default = face
            style = next((parent for parent in element.iterancestors() if _name(parent) == "style"), None)
            if style is not None and (name := _value(style, "styleId")):
                self._of_style[name] = face
                if _value(style, "default") == "1" and _value(style, "type") == "paragraph":
                    self._default = face

    def of(self, own: str | None, style: str | None) -> str | None:
        return own or self._of_style.get(style or "") or self._default


def _face(element: etree._Element) -> str | None:
    return next((face for name in _FACES if (face := _value(element, name))), None)


class _Line(list[tuple[str, str | None]]):
    """A line as stretches with their fonts."""


def _lines(root: etree._Element, fonts: _Fonts) -> Iterator[_Line]:
    """Paragraphs and rows of tables, walked without recursion: documents may nest without end."""
    line, own, style, row, skip = _Line(), None, None, 0, 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = _name(element)
        if element.tag == _FALLBACK or name in {"del", "moveFrom", "instrText"}:
            skip += 1 if event == "start" else -1
        if skip:
            continue
        if event == "start":
            if name == "r":
                own = None
            elif name == "rFonts":
                own = _face(element)
            elif name == "pStyle":
                style = _value(element, "val")
            elif name == "t" and element.text:
                line.append((element.text, fonts.of(own, style)))
            elif name in {"tab", "noBreakHyphen"} and _name(element.getparent()) == "r":
                line.append(("\t" if name == "tab" else "-", None))
            elif name in {"br", "cr"}:
                yield line
                line = _Line()
            elif name == "tr":
                row += 1
        elif name == "p":
            style = own = None
            if row:
                line.append((" ", None))
            else:
                yield line
                line = _Line()
        elif name == "tc":
            line.append(("\t", None))
        elif name == "tr":
            row -= 1
            if not row:
                yield line
                line = _Line()
    if line:
        yield line
