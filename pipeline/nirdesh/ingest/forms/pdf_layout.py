"""From pieces on a page to lines in reading order, and from lines to paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median
from typing import Final

import regex

from nirdesh.ingest.forms.pdf_pieces import Piece
from nirdesh.text import fonts

_GUTTER: Final = 0.9  # of a letter's height; narrower gaps lie between words
_WORD_GAP: Final = 0.15
_CELL_GAP: Final = 2.0
_LEAST_LINES: Final = 3
_LONG_COLUMN: Final = 12
_LEAST_WIDTH: Final = 14  # letters in a line; cells of tables have fewer
_MOST_GAPS: Final = 4
_MARGIN: Final = 0.12
_FULL: Final = 0.85
_DIGITS: Final = regex.compile(r"\d+")
_PAGE_NUMBER: Final = regex.compile(
    r"[\s\-–—|(\[]*(?:(?:पृष्ठ|पेज|page)\s*(?:सं\S*|no\.?)?\s*[:\-]?\s*)?\d{1,3}"
    r"(?:\s*(?:/|of|का|में से)\s*\d{1,3})?[\s\-–—|)\]]*",
    regex.IGNORECASE,
)
_END: Final = regex.compile(r"[।॥?!:|][\"'”’)\]]*$")
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text.

    Attributes:
        width: Left and right edge of the column it stands in.
        legacy: Whether a part of it was in a legacy font.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    width: Span
    legacy: bool = False


def page_lines(found: Sequence[Piece]) -> list[Line]:
    """Lines of a page in reading order: full-width lines, then columns from left to right."""
    visible = [piece for piece in found if piece.text.strip()]
    return _ordered(_rows(visible, found)) if visible else []


def _rows(visible: Sequence[Piece], found: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces on the same baseline, from the top down; within a row in the order of writing."""
    blanks = [piece for piece in found if not piece.text.strip()]
    rows: list[list[Piece]] = []
    order = {id(piece): number for number, piece in enumerate(found)}
    for piece in sorted([*visible, *blanks], key=lambda piece: -piece.y):
        if rows and rows[-1][0].y - piece.y < 0.35 * max(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    kept = [row for row in rows if any(piece.text.strip() for piece in row)]
    return [sorted(row, key=lambda piece: order[id(piece)]) for row in kept]


def _ordered(rows: list[list[Piece]]) -> list[Line]:
    lines: list[Line] = []
    at = 0
    while at < len(rows):
        if block := _columns(rows, at):
            end, gutter = block
            for side in _split(rows[at:end], gutter):
                lines += _ordered(side)
            at = end
        else:
            end = at + 1
            while end < len(rows) and not _columns(rows, end):
                end += 1
            lines += _straight(rows[at:end])
            at = end
    return lines


def _straight(rows: list[list[Piece]]) -> list[Line]:
    width = (min(p.left for row in rows for p in row), max(p.right for row in rows for p in row))
    return [_line(row, width) for row in rows]


def _columns(rows: list[list[Piece]], at: int) -> tuple[int, Span] | None:
    """Where a block of columns that begins with row ``at`` ends, and its gutter; None where none begins."""
    gaps = _gaps(rows[at])
    best: tuple[int, Span] | None = None
    for gap in gaps:
        left_edge, right_edge = gap
        end, both = at, 0
        for row in rows[at:]:
            narrowed = _narrowed(row, (left_edge, right_edge))
            if narrowed is None:
                break
            left_edge, right_edge = narrowed
            both += any(p.right <= left_edge for p in row) and any(p.left >= right_edge for p in row)
            end += 1
        gutter = (left_edge, right_edge)
        if both and _is_prose(rows[at:end], gutter) and (best is None or end > best[0]):
            best = (end, gutter)
    return best


def _gaps(row: list[Piece]) -> list[Span]:
    """White space within a row that is wide enough for a gutter."""
    found = []
    shown = sorted((piece for piece in row if piece.text.strip()), key=lambda piece: piece.left)
    edge = shown[0].right
    for piece in shown[1:]:
        if piece.left - edge > _GUTTER * piece.size:
            found.append((edge, piece.left))
        edge = max(edge, piece.right)
    return sorted(found, key=lambda gap: gap[0] - gap[1])[:_MOST_GAPS]


def _narrowed(row: list[Piece], gutter: Span) -> Span | None:
    """The gutter as far as a row leaves it free, or None where it does not."""
    left, right = gutter
    least = _GUTTER * min(piece.size for piece in row)
    for piece in row:
        if not piece.text.strip() or piece.right <= left or piece.left >= right:
            continue
        middle = (piece.left + piece.right) / 2
        if middle < (left + right) / 2:
            left = max(left, piece.right)
        else:
            right = min(right, piece.left)
        if right - left < least:
            return None
    return left, right


def _split(rows: list[list[Piece]], gutter: Span) -> list[list[list[Piece]]]:
    middle = sum(gutter) / 2
    left = [[piece for piece in row if piece.left < middle] for row in rows]
    right = [[piece for piece in row if piece.left >= middle] for row in rows]
    return [[row for row in side if any(piece.text.strip() for piece in row)] for side in (left, right)]


def _is_prose(rows: list[list[Piece]], gutter: Span) -> bool:
    """Whether both sides hold lines of running text; a table is read row by row instead.

    Beside a long column a text may end with a line or two.
    """
    left, right = _split(rows, gutter)
    shown = [[sum(len(piece.text) for piece in row) for row in side] for side in (left, right)]
    if len(left) >= _LONG_COLUMN and len(right) < _LEAST_LINES:
        return median(shown[0]) >= _LEAST_WIDTH
    return all(len(lengths) >= _LEAST_LINES and median(lengths) >= _LEAST_WIDTH for lengths in shown)


def _line(row: list[Piece], width: Span) -> Line:
    parts: list[tuple[str, str | None]] = []
    edge: float | None = None
    for piece in _in_order(row):
        gap = None if edge is None else piece.left - edge
        ends_blank = not parts or parts[-1][0].endswith((" ", "\t"))
        if gap is not None and gap > _CELL_GAP * piece.size:
            parts.append(("\t", piece.encoding))
        elif gap is not None and gap > _WORD_GAP * piece.size and not ends_blank and piece.text[:1] != " ":
            parts.append((" ", piece.encoding))
        parts.append((piece.text, piece.encoding))
        edge = piece.right if edge is None else max(edge, piece.right)
    text = ""
    for encoding, group in groupby(parts, key=lambda part: part[1]):
        stretch = "".join(part for part, _ in group)
        text += fonts.convert(stretch, from_=encoding) if encoding else stretch
    shown = [piece for piece in row if piece.text.strip()]
    return Line(
        regex.sub(r" {2,}", " ", text).strip(),
        min(piece.left for piece in shown),
        max(piece.right for piece in shown),
        median(piece.y for piece in shown),
        median(piece.size for piece in shown),
        width,
        any(piece.encoding for piece in shown),
    )


def _in_order(row: list[Piece]) -> list[Piece]:
    """The order of writing, where it runs on to the right; else by place, stretch by stretch."""
    stretches: list[list[Piece]] = []
    for piece in row:
        last = stretches[-1][-1] if stretches else None
        if last is not None and abs(piece.left - last.right) < piece.size:
            stretches[-1].append(piece)
        else:
            stretches.append([piece])
    stretches.sort(key=lambda stretch: stretch[0].left)
    return [piece for stretch in stretches for piece in stretch]


def without_margins(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages without running heads, feet and page numbers: lines at an edge that come back on other pages."""
    seen: Counter[str] = Counter()
    edges = []
    for lines in pages:
        at_edge = _at_edge(lines)
        edges.append(at_edge)
        seen.update({_shape(line) for line in at_edge})
    least = max(2, (len(pages) + 1) // 2)
    kept = []
    for lines, at_edge in zip(pages, edges, strict=True):
        drop = {
            id(line) for line in at_edge if seen[_shape(line)] >= least or _PAGE_NUMBER.fullmatch(line.text)
        }
        kept.append([line for line in lines if id(line) not in drop])
    return kept


def _shape(line: Line) -> str:
    return str(_DIGITS.sub("0", " ".join(line.text.split())))


def _at_edge(lines: list[Line]) -> list[Line]:
    if len(lines) < 2:
        return []
    top, bottom = max(line.y for line in lines), min(line.y for line in lines)
    height = max(top - bottom, 1.0)
    by_height = sorted(lines, key=lambda line: -line.y)
    outer = [*by_height[:2], *by_height[-2:]]
    return [line for line in outer if min(top - line.y, line.y - bottom) <= _MARGIN * height]


def paragraphs(lines: Sequence[Line]) -> str:
    """Lines in reading order joined to paragraphs, one a line."""
    out: list[str] = []
    last: Line | None = None
    for line in lines:
        if last is not None and _continues(last, line):
            out[-1] = f"{out[-1]} {line.text}"
        else:
            out.append(line.text)
        last = line
    return "\n".join(out)


def _continues(last: Line, line: Line) -> bool:
    """Whether a line goes on with the paragraph of the one before it."""
    if abs(last.size - line.size) > 0.1 * line.size or "\t" in last.text or "\t" in line.text:
        return False
    span = last.width[1] - last.width[0]
    full = last.right - last.width[0] >= _FULL * span
    if last.width != line.width or line.y > last.y:  # from the foot of a column or page to the next
        return full and not _END.search(last.text)
    spacing = last.y - line.y
    if spacing > 2.2 * line.size:
        return False
    indented = line.left - line.width[0] > 0.8 * line.size and last.left - last.width[0] < 0.4 * line.size
    return full and not (indented and bool(_END.search(last.text)))
