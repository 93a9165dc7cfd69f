"""Blocks of short lines without a verb: titles over names or below them, places over both, rows of cells.

What each line or cell is (a name, a title, a place) tells how the block is built, and its order which title
and place belong to which name.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nirdesh.extract.assignments.announced import title_over
from nirdesh.extract.assignments.assignees import word_range
from nirdesh.extract.assignments.line_roles import SEPARATORS
from nirdesh.extract.assignments.list_heads import line_people
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word, words
from nirdesh.extract.assignments.open_places import only_place
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.roles import is_role
from nirdesh.extract.clauses.entities import Entities, Ref
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import Sentence
from nirdesh.mentions import Assignment, Span

_LINE = 12  # words of the longest line of a block
_TITLE = 6  # words of the longest title that fills a line or cell
_RANKS = 4  # words of a rank before a name that fills a line or cell
_BEFORE = 3  # sentences before a block among which one tells that posts are filled
_FEWEST = 2  # names that make a block
_CONFIDENCE = 0.7
_LEADERS = ("..", "…")
_NAME, _TITLED, _PLACE, _OTHER = "name", "title", "place", "other"


@dataclass(frozen=True, slots=True)
class Cell:
    """Words ``first`` to ``last`` (excluded) of a line, and what they are."""

    line: Sentence
    first: int
    last: int
    kind: str
    people: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """Offsets of the cell."""
        return self.line.span(self.first, self.last)


def whole_lines(read: Sequence[Sentence], text: str) -> list[Sentence]:
    """Sentences of one line as one: a bar or the full stop of an abbreviation ends no cell's line."""
    lines: list[Sentence] = []
    for sentence in read:
        before = lines[-1] if lines else None
        if before is not None and "\n" not in text[before.end : sentence.start]:
            joined = (*before.words, *sentence.words)
            lines[-1] = replace(before, words=joined, end=sentence.end, kept={})
        else:
            lines.append(sentence)
    return lines


def block_assignments(
    read: Sequence[Sentence],
    entities: Entities,
    announcer: tuple[str, ...],
    known: Sequence[Assignment],
    text: str,
    moved: bool,
) -> list[Assignment]:
    """Assignments of the blocks of a report that stand after a sentence by which posts are filled.

    Args:
        text: The report, for its line breaks.
        moved: Whether the report tells of transfers first.
    """
    taken = {a.assignee for a in known}
    found: list[Assignment] = []
    lines = whole_lines(read, text)
    for first, last in _blocks(lines):
        if not _opened(lines[max(first - _BEFORE, 0) : first]):
            continue
        rows = [_cells(line, entities) for line in lines[first:last]]
        alone = [c for row in rows if len(row) == 1 for c in row]
        title = _announced(read, lines[first].start, entities)
        read_rows = [*_stacked(alone), *_in_rows(rows), *_under_places(alone, title)]
        for name, title, place in read_rows:
            for person in name.people:
                if person not in taken:
                    found.append(_assignment(person, name, title, place, announcer, moved))
    return found


def _blocks(lines: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Runs of short lines without a verb, headlines apart."""
    first = None
    for number, line in enumerate(lines):
        if _short(line):
            first = number if first is None else first
        elif first is not None:
            yield first, number
            first = None
    if first is not None:
        yield first, len(lines)


def _short(line: Sentence) -> bool:
    if sum(not w.punct for w in line.words) > _LINE or line.block in ("headline", "dateline"):
        return False
    if has_word("dative", line.words) or has_word("ergative", line.words):
        return False
    return all(clause.group is None for clause in segment(line))


def _opened(before: Sequence[Sentence]) -> bool:
    """Whether one of the sentences before tells that posts are filled, and none that people were there."""
    if any(has_word("present", s.words) or has_noun("contests", s.words) for s in before):
        return False
    return any(has_noun("staffing", s.words) or has_noun("dealt", s.words) for s in before)


def _cells(line: Sentence, entities: Entities) -> list[Cell]:
    """The cells of a line: parted by bars or leading dots, else the line as one."""
    run = line.words
    cuts = [-1, *(j for j in range(len(run)) if _parts(run[j].text)), len(run)]
    return [_cell(line, a + 1, b, entities) for a, b in itertools.pairwise(cuts) if b > a + 1]


def _parts(text: str) -> bool:
    return text == "|" or text.startswith(_LEADERS)


def _cell(line: Sentence, first: int, last: int, entities: Entities) -> Cell:
    """What some words of a line are, the mark before them and the punctuation after them apart."""
    run = line.words
    while first < last - 1 and (run[first].punct or run[first].key.strip(".)").isdigit()):
        first += 1
    while last > first + 1 and run[last - 1].punct and run[last - 1].text != ")":
        last -= 1
    people = people_of(line, first, last, entities)
    if people:
        ids = tuple(dict.fromkeys(r.id for r in people))
        return Cell(line, first, last, _NAME if only_names(line, first, last, entities) else _OTHER, ids)
    regions = places_in(line, first, last, entities)
    if regions and only_place(line, first, last, entities):
        return Cell(line, first, last, _PLACE, (), regions)
    end = next((j for j in range(first, last) if run[j].text == "("), last)
    titled = first < end <= first + _TITLE and is_role(run[end - 1])
    titled = titled and not any(run[j].text in SEPARATORS for j in range(first, end))
    return Cell(line, first, last, _TITLED if titled else _OTHER, (), regions)


def people_of(line: Sentence, first: int, last: int, entities: Entities) -> list[Ref]:
    """People that words ``first`` to ``last`` (excluded) of a line name."""
    return [ref for ref in line_people(line, entities) if line.span(first, last).contains(ref.span)]


def only_names(line: Sentence, first: int, last: int, entities: Entities) -> bool:
    """Whether a line is a list of names, each with a rank, a bracket or nothing more."""
    inside: set[int] = set()
    for ref in people_of(line, first, last, entities):
        place = word_range(line, ref)
        if place is not None:
            inside.update(range(*place))
    run = line.words
    depth = 0
    before = 0
    for j in range(first, last):
        depth += run[j].text == "("
        if j in inside or depth or run[j].punct or run[j].key in closed("honorifics"):
            before = 0 if j in inside else before
        elif run[j].key in closed("list_conjunctions") or run[j].key in words("suffixes"):
            continue
        else:
            before += 1
            if before > _RANKS or j > max(inside, default=last):
                return False
        depth -= run[j].text == ")"
    return not any(run[j].text in (*SEPARATORS, "|") for j in range(first, last))


def _stacked(cells: Sequence[Cell]) -> Iterator[tuple[Cell, Cell, Cell | None]]:
    """Names with their titles and places, where titles and names stand on lines of their own."""
    order = [cell.kind for cell in cells if cell.kind in (_NAME, _TITLED)]
    if (
        order.count(_NAME) < _FEWEST
        or order.count(_TITLED) < 1
        or any(c.people for c in cells if c.kind == _OTHER)
    ):
        return
    if order[0] == _TITLED and order[-1] == _NAME:
        yield from _under_titles(cells)
    elif order[0] == _NAME and order[-1] == _TITLED and order.count(_NAME) <= order.count(_TITLED) + 1:
        yield from _over_titles(cells)


def _under_titles(cells: Sequence[Cell]) -> Iterator[tuple[Cell, Cell, Cell | None]]:
    """सागर / सचिव / क ख / ग घ: each name has the last title and place above it."""
    title: Cell | None = None
    place: Cell | None = None
    for cell in cells:
        if cell.kind == _NAME and title is not None:
            yield cell, title, place
        elif cell.kind == _TITLED:
            title = cell
        elif cell.kind != _NAME:
            place = cell if cell.kind == _PLACE else None
            title = None if cell.kind == _OTHER else title


def _over_titles(cells: Sequence[Cell]) -> Iterator[tuple[Cell, Cell, Cell | None]]:
    """क ख / सचिव / सागर: each name has the title right below it, the place below that or above the name."""
    starts = [k for k, cell in enumerate(cells) if cell.kind == _NAME]
    above = cells[0].kind == _PLACE
    for k, stop in zip(starts, [*starts[1:], len(cells)], strict=True):
        below = cells[k + 1 : stop]
        if not below or below[0].kind not in (_TITLED, _OTHER):
            continue
        place = cells[k - 1] if above and k else next((c for c in below[1:] if c.regions), None)
        yield cells[k], below[0], place


def _announced(read: Sequence[Sentence], start: int, entities: Entities) -> Cell | None:
    """The title that the sentences before an offset announce for those named after it."""
    at = next((k for k, sentence in enumerate(read) if sentence.start >= start), 0)
    title = title_over(read, at, entities)
    return Cell(title.sentence, title.start, title.end, _TITLED) if title is not None else None


def _under_places(cells: Sequence[Cell], title: Cell | None) -> Iterator[tuple[Cell, Cell, Cell | None]]:
    """सागर / क ख / ग घ / दमोह / च छ: names under the places where each gets the title announced before."""
    order = [cell.kind for cell in cells]
    if title is None or _TITLED in order or order.count(_PLACE) < _FEWEST or order[0] != _PLACE:
        return
    place: Cell | None = None
    for cell in cells:
        if cell.kind == _PLACE:
            place = cell
        elif cell.kind == _NAME:
            yield cell, title, place


def _in_rows(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[Cell, Cell, Cell | None]]:
    """1 | क ख | सचिव | सागर: each name with the title and place of its row, or the title over its column."""
    wide = [row for row in rows if len(row) > 1]
    if sum(any(c.people for c in row) for row in wide) < _FEWEST:
        return
    head = next((row for row in wide if not any(c.people for c in row)), ())
    for row in wide:
        titles = [c for c in row if c.kind == _TITLED]
        for k, cell in enumerate(row):
            if not cell.people:
                continue
            over = head[k] if len(head) == len(row) and head[k].kind == _TITLED else None
            title = over or next(reversed(titles), None)
            if title is not None:
                places = [c for c in row if c.regions and not c.people]
                yield cell, title, next(reversed(places), None)


def _assignment(
    person: str, name: Cell, title: Cell, place: Cell | None, announcer: tuple[str, ...], moved: bool
) -> Assignment:
    own = place.regions[-1:] if place is not None else ()
    return Assignment(
        evidence=Span(min(name.line.start, title.line.start), max(name.line.end, title.line.end)),
        assignee=person,
        role=title.span,
        change="transferred" if moved else "appointed",
        region=own[0] if own else None,
        by=tuple(a for a in announcer if a != person),
        confidence=_CONFIDENCE,
        rules=("assign:block",),
    )
