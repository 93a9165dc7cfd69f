"""Tables under headings of columns as columns and rows: a row to a line, or a cell to a line."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nirdesh.extract.assignments.headings import (
    DUTY,
    NAME,
    NEW,
    NOW,
    NUMBER,
    OPEN,
    OTHER,
    PLACE,
    POST,
    TITLE,
    Column,
    column,
)
from nirdesh.extract.assignments.list_heads import line_people
from nirdesh.extract.assignments.unparted import COLUMNS, heads_unparted, unparted_row
from nirdesh.extract.clauses.entities import Entities, Ref
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import Sentence

_CELL = 14  # words of the longest cell on a line of its own
_FEWEST = 2  # rows that make a table
_STACKED = 3  # columns of a table whose cells stand one to a line
_BARS = ("|", "||")
_DASHES = ("-", "–", "—", "--", "---")
_COLONS = frozenset(":")
_LEADERS = ("..", "……", "…")


@dataclass(frozen=True, slots=True)
class Cell:
    """Words ``first`` to ``last`` (excluded) of a line; none for an empty cell."""

    line: Sentence
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows, each as long as the columns, and the line that the headings begin at."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    start: int


def tables(lines: Sequence[Sentence], entities: Entities) -> Iterator[Table]:
    """The tables among the lines of a report, in order."""
    number = 0
    while number < len(lines):
        table, after = _wide(lines, number, entities)
        if table is None:
            table, after = _unparted(lines, number, entities)
        if table is None:
            table, after = _stacked(lines, number, entities)
        if table is not None:
            yield table
        number = max(after, number + 1)


def _wide(lines: Sequence[Sentence], number: int, entities: Entities) -> tuple[Table | None, int]:
    """A table whose rows are lines, with its headings at a line."""
    head = lines[number]
    marks = _separators(head)
    columns = _headings(head, marks, entities)
    if columns is None:
        return None, number
    rows: list[tuple[Cell, ...]] = []
    after = number + 1
    while after < len(lines) and _headings(lines[after], marks, entities) is None:
        row = _aligned(_cells(lines[after], marks), columns)
        told = _tells(lines[after])
        if row is not None and not (told and len(columns) == _FEWEST):
            rows.append(row)
        elif told or not _separators(lines[after]):
            break
        after += 1
    return _made(columns, rows, head.start, entities), after


def _unparted(lines: Sequence[Sentence], number: int, entities: Entities) -> tuple[Table | None, int]:
    """A table whose rows are lines, nothing parting their cells."""
    if not heads_unparted(lines[number], entities):
        return None, number
    rows = []
    after = number + 1
    while after < len(lines) and (found := unparted_row(lines[after], entities)) is not None:
        rows.append(tuple(Cell(lines[after], *part) for part in found))
        after += 1
    return _made(COLUMNS, rows, lines[number].start, entities), after


def _headings(line: Sentence, marks: frozenset[str], entities: Entities) -> list[Column] | None:
    """The columns whose headings a line is, numbers before the others apart."""
    if not marks:
        return None
    found = [column(c.line, c.first, c.last, entities) for c in _cells(line, marks) if c.first < c.last]
    columns = [c for c in found if c is not None]
    if len(columns) < len(found) or not _sound(columns):
        return None
    return columns[next((k for k, c in enumerate(columns) if c.kind != NUMBER), 0) :]


def _stacked(lines: Sequence[Sentence], number: int, entities: Entities) -> tuple[Table | None, int]:
    """A table whose headings and cells are lines."""
    columns: list[Column] = []
    at = number
    while at < len(lines) and not _separators(lines[at]):
        found = column(lines[at], 0, len(lines[at].words), entities)
        if found is None:
            break
        columns.append(found)
        at += 1
    best, most, after = None, 0, number
    for width in range(_STACKED, len(columns) + 1):
        if not _sound(columns[:width]):
            continue
        rows, end = _stack(lines, number + width, columns[:width], entities)
        made = _made(columns[:width], rows, lines[number].start, entities)
        named = _named(made, entities) if made is not None else 0
        if named > most:
            best, most, after = made, named, end
    return best, after


def _named(table: Table, entities: Entities) -> int:
    """People in the columns of people of a table."""
    columns = [k for k, c in enumerate(table.columns) if c.kind in (NAME, TITLE)]
    return sum(bool(cell_people(row[k], entities)) for row in table.rows for k in columns)


def _stack(
    lines: Sequence[Sentence], first: int, columns: Sequence[Column], entities: Entities
) -> tuple[list[tuple[Cell, ...]], int]:
    rows = []
    width = len(columns)
    while first + width <= len(lines):
        row = tuple(Cell(line, 0, len(line.words)) for line in lines[first : first + width])
        if any(len(cell.line.words) > _CELL or _tells(cell.line) for cell in row):
            break
        if not _fit(row, columns, entities):
            break
        rows.append(row)
        first += width
    return rows, first


def _fit(row: Sequence[Cell], columns: Sequence[Column], entities: Entities) -> bool:
    """Whether lines are the cells of a row: numbers and somebody where there have to be."""
    cells = list(zip(row, columns, strict=True))
    if any(c.kind == NUMBER and not any(w.key[:1].isdigit() for w in cell.line.words) for cell, c in cells):
        return False
    named = [bool(cell_people(cell, entities)) for cell, c in cells if c.kind in (NAME, TITLE, OPEN)]
    return any(named) and all(cell_people(cell, entities) for cell, c in cells if c.kind == NAME)


def _sound(columns: Sequence[Column]) -> bool:
    """Whether headings are those of a table of people with posts, duties or places."""
    kinds = [c.kind for c in columns]
    people = kinds.count(NAME) + kinds.count(TITLE)
    told = {POST, NEW, DUTY, PLACE, OTHER, NUMBER, NOW}
    if kinds.count(NAME) > 1 or kinds.count(OPEN) > 1:
        return False
    if people + kinds.count(OPEN) == 0 or not told & set(kinds):
        return kinds.count(TITLE) > 1 and len(kinds) == kinds.count(TITLE)
    return NAME in kinds or PLACE in kinds or NUMBER in kinds or OTHER in kinds


def _made(
    columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]], start: int, entities: Entities
) -> Table | None:
    """A table of enough rows, its open columns made titles where people stand in them."""
    settled = list(columns)
    for k, heading in enumerate(columns):
        if heading.kind in (OPEN, TITLE):
            named = sum(bool(cell_people(row[k], entities)) for row in rows)
            settled[k] = (
                Column(TITLE, heading.role)
                if named * 2 > len(rows)
                else Column(POST if heading.kind == TITLE else OTHER)
            )
    people = [k for k, c in enumerate(settled) if c.kind in (NAME, TITLE)]
    named = sum(any(cell_people(row[k], entities) for k in people) for row in rows)
    return Table(tuple(settled), tuple(rows), start) if named >= _FEWEST else None


def _aligned(cells: Sequence[Cell], columns: Sequence[Column]) -> tuple[Cell, ...] | None:
    """Cells of a row by columns; numbers before them are left out, and what tells nothing may lack behind."""
    cells = list(cells)
    while len(cells) > 1 and len(cells) > len(columns) and _numeric(cells[0]):
        del cells[0]
    short = len(columns) - len(cells)
    if short < 0 or len(cells) < _FEWEST or any(c.kind != OTHER for c in columns[len(cells) :]):
        return None
    last = cells[-1]
    return (*cells, *(Cell(last.line, last.last, last.last) for _ in range(short)))


def _numeric(cell: Cell) -> bool:
    run = cell.line.words[cell.first : cell.last]
    return all(w.punct or w.key.strip(".)").isdigit() for w in run)


def _tells(line: Sentence) -> bool:
    """Whether a line is a sentence and no row."""
    return any(c.group is not None and c.group.finite for c in segment(line))


def _separators(line: Sentence) -> frozenset[str]:
    """What parts the cells of a line: bars where there are some, else the kind of mark that comes first."""
    kinds = [kind for j in range(len(line.words)) if (kind := _separator(line, j))]
    if "bar" in kinds:
        return frozenset(("bar",))
    return frozenset(kinds[:1])


def _separator(line: Sentence, j: int) -> str:
    run = line.words
    text = run[j].text
    if text in _BARS:
        return "bar"
    if not run[j].punct or not 0 < j < len(run) - 1:
        return ""
    if text.startswith(_LEADERS):
        return "leaders"
    apart = run[j - 1].end < run[j].start or run[j - 1].text == ":"
    if text in _DASHES:
        return "dash" if run[j - 1].end < run[j].start and run[j].end < run[j + 1].start else ""
    double = run[j - 1].text == ":" or run[j + 1].text == ":" or len(text) > 1
    return "colons" if set(text) <= _COLONS and double and apart else ""


def _cells(line: Sentence, marks: frozenset[str]) -> list[Cell]:
    cuts = [j for j in range(len(line.words)) if _separator(line, j) in marks]
    cuts = [j for k, j in enumerate(cuts) if k == 0 or j > cuts[k - 1] + 1 or "bar" in marks]
    bounds = [-1, *cuts, len(line.words)]
    cells = [Cell(line, a + 1, b) for a, b in itertools.pairwise(bounds)]
    while cells and cells[0].first >= cells[0].last:
        del cells[0]
    while cells and cells[-1].first >= cells[-1].last:
        del cells[-1]
    return cells


def cell_people(cell: Cell, entities: Entities) -> list[Ref]:
    """People of a cell: the first, and others that only commas and conjunctions part from them."""
    if cell.first >= cell.last:
        return []
    span = cell.line.span(cell.first, cell.last)
    refs = [ref for ref in line_people(cell.line, entities) if span.contains(ref.span)]
    kept = refs[:1]
    for before, ref in itertools.pairwise(refs):
        between = [w for w in cell.line.words if before.span.end <= w.start < ref.span.start]
        plain = closed("honorifics") | closed("list_conjunctions")
        if not all(w.text in (",", "/") or w.key in plain for w in between):
            break
        kept.append(ref)
    return kept
