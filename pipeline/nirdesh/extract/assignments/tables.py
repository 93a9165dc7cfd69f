"""Assignments in tables under headings of columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nirdesh.extract.assignments.announced import title_over
from nirdesh.extract.assignments.assignees import word_range
from nirdesh.extract.assignments.blocks import whole_lines
from nirdesh.extract.assignments.class_roles import class_role
from nirdesh.extract.assignments.grids import Cell, cell_people, tables
from nirdesh.extract.assignments.headings import DUTY, NAME, NEW, NOW, PLACE, POST, TITLE, Column
from nirdesh.extract.assignments.line_roles import heading_role
from nirdesh.extract.assignments.list_heads import given_to_all, of_several
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word
from nirdesh.extract.assignments.open_places import open_place
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.recorder import words_of
from nirdesh.extract.assignments.roles import find_role, rank_before
from nirdesh.extract.clauses.entities import Entities, Ref
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.words import Sentence
from nirdesh.mentions import Assignment, Span

_BEFORE = 2  # sentences before a table that may tell that it is no list of posts
_PLACE_WORDS = 6  # words of the longest cell that is a place
_CONFIDENCE = 0.7


def table_assignments(
    read: Sequence[Sentence],
    entities: Entities,
    announcer: tuple[str, ...],
    text: str,
    moved: Span | None,
    transfers: bool,
) -> list[Assignment]:
    """Assignments of the rows of such tables.

    Args:
        text: The report, for its line breaks.
        moved: Title of all who are transferred.
        transfers: Whether the report is about transfers.
    """
    lines = whole_lines(read, text)
    found: list[Assignment] = []
    for table in tables(lines, entities):
        before = [s for s in read if s.start < table.start]
        if any(has_word("present", s.words) or has_noun("contests", s.words) for s in before[-_BEFORE:]):
            continue
        reader = _Reader(entities, announcer, _title(before, entities), moved, transfers)
        for row in table.rows:
            found += reader.row(table.columns, row)
    return found


def _title(before: Sequence[Sentence], entities: Entities) -> Span | None:
    """Title that a sentence before the table gives to all in it."""
    over = heading_role(before[-1], entities) if before else None
    given = given_to_all(before[-1], entities) if before and over is None else over
    if given is not None and not given.duty and not of_several(given):
        return given.span
    if not before:
        return None
    announced = title_over([*before, before[-1]], len(before), entities)
    announced = announced or class_role(before[-1], entities, "genitive")
    generic = announced is not None and has_noun("generic", words_of(announced))
    return announced.span if announced is not None and not generic else None


@dataclass(frozen=True, slots=True)
class _Reader:
    entities: Entities
    announcer: tuple[str, ...]
    title: Span | None
    moved: Span | None
    transfers: bool

    def row(self, columns: Sequence[Column], row: Sequence[Cell]) -> Iterator[Assignment]:
        """Assignments of a row."""
        kinds = {c.kind: k for k, c in reversed(list(enumerate(columns)))}
        name = kinds.get(NAME)
        if name is not None:
            yield from self._named(columns, row, kinds)
        place = self._place(row[kinds[PLACE]]) if PLACE in kinds else None
        for heading, cell in zip(columns, row, strict=True):
            if heading.kind == TITLE and heading.role is not None and name is None:
                for ref in cell_people(cell, self.entities):
                    yield self._made(row, ref.id, heading.role.span, place, None, moves=False)

    def _named(
        self, columns: Sequence[Column], row: Sequence[Cell], kinds: dict[str, int]
    ) -> Iterator[Assignment]:
        """The person in the column of names, with the post, duty or place that the row tells."""
        people = cell_people(row[kinds[NAME]], self.entities)
        if len(people) != 1:
            return
        headed = columns[kinds[NAME]].role
        post = self._post(row[kinds[POST]]) if POST in kinds else None
        own = post or (headed.span if headed is not None else None)
        place = self._place(row[kinds[PLACE]]) if PLACE in kinds else None
        now = row[kinds[NOW]] if NOW in kinds else None
        if NEW in kinds:
            new = row[kinds[NEW]]
            role, place = self._new(new, own, row[kinds[NAME]], people[0])
            if role is None:
                return
            moves = now is not None or self.transfers
            left = self._left(new, now)
            if left is not None:
                yield replace(self._made(row, people[0].id, *left, now, moves=moves), change="removed")
            else:
                yield self._made(row, people[0].id, role, place, now, moves=moves)
            return
        duty = row[kinds[DUTY]] if DUTY in kinds else None
        told = self._text(duty) if duty is not None else None
        role = (headed.span if headed is not None else None) or self.title or told or post
        if role is not None:
            yield self._made(row, people[0].id, role, place, now, moves=self.transfers and now is not None)

    def _new(self, cell: Cell, own: Span | None, named: Cell, ref: Ref) -> tuple[Span | None, str | None]:
        """Post and place of a cell that tells where somebody goes."""
        if cell.first >= cell.last:
            return None, None
        line, first, last = cell.line, cell.first, cell.last
        role = find_role(line, first, last, self.entities)
        if role is not None and any(place == role.span for place, _ in self.entities.regions):
            role = None
        regions = places_in(line, first, last, self.entities)
        if role is not None:
            place = regions[-1] if regions else open_place(line, role.end, last, self.entities)
            return role.span, place
        shared = self._rank(named, ref) or own or self.title or self.moved
        place = regions[-1] if regions else open_place(line, first, last, self.entities)
        return shared or line.span(first, last), place

    def _left(self, new: Cell, now: Cell | None) -> tuple[Span, str | None] | None:
        """Post and place that somebody leaves who waits for another (तहसीलदार, सागर | एपीओ)."""
        if now is None or not has_word("unposted", new.line.words[new.first : new.last]):
            return None
        role = find_role(now.line, now.first, now.last, self.entities)
        if role is None:
            return None
        regions = places_in(now.line, now.first, now.last, self.entities)
        place = regions[-1] if regions else open_place(now.line, role.end, now.last, self.entities)
        return role.span, place

    def _rank(self, cell: Cell, ref: Ref) -> Span | None:
        """The rank before the name in its cell (निरीक्षक क ख, उनि. ग घ)."""
        at = word_range(cell.line, ref)
        rank = rank_before(cell.line, cell.first, at[0], self.entities) if at is not None else None
        return rank.span if rank is not None else None

    def _post(self, cell: Cell) -> Span | None:
        role = find_role(cell.line, cell.first, cell.last, self.entities)
        return role.span if role is not None else self._text(cell)

    def _text(self, cell: Cell) -> Span | None:
        """The words of a cell without marks around them."""
        first, last = _trimmed(cell)
        return cell.line.span(first, last) if first < last else None

    def _place(self, cell: Cell) -> str | None:
        """The place of a cell; one that nobody knew is made."""
        first, last = _trimmed(cell)
        if first >= last:
            return None
        line = cell.line
        known = places_in(line, first, last, self.entities)
        if known:
            return known[-1]
        run = line.words[first:last]
        named = self.entities.inside(line.span(first, last))
        plain = not any(w.verbs or w.key in closed("case_markers") for w in run)
        if not plain or named or len(run) > _PLACE_WORDS or all(w.key[:1].isdigit() for w in run):
            return None
        return self.entities.place(line.text(first, last), line.span(first, last))

    def _made(
        self,
        row: Sequence[Cell],
        person: str,
        role: Span,
        place: str | None,
        now: Cell | None,
        *,
        moves: bool,
    ) -> Assignment:
        before = self._text(now) if now is not None else None
        return Assignment(
            evidence=Span(row[0].line.start, row[-1].line.end),
            assignee=person,
            role=role,
            change="transferred" if moves else "appointed",
            region=place,
            by=tuple(a for a in self.announcer if a != person),
            from_role=before,
            confidence=_CONFIDENCE,
            rules=("assign:table",),
        )


def _trimmed(cell: Cell) -> tuple[int, int]:
    first, last = cell.first, cell.last
    run = cell.line.words
    while first < last and (run[first].punct and run[first].text != "("):
        first += 1
    while last > first and run[last - 1].punct and run[last - 1].text != ")":
        last -= 1
    return first, last
