"""Tables of transfers whose cells stand one to a line: headings first, then as many lines for each row."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.assignments.blocks import whole_lines
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word, words
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.roles import find_role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.words import Sentence
from nirdesh.mentions import Assignment, Span

_CELL = 10  # words of the longest cell
_HEADING = 4  # words of the longest heading of a column
_COLUMNS = 3  # columns that make a table: name, post now, new post
_CONFIDENCE = 0.7


def cell_assignments(
    read: Sequence[Sentence], entities: Entities, announcer: tuple[str, ...], text: str
) -> list[Assignment]:
    """Assignments of the rows of such tables.

    Args:
        announcer: Who ordered the transfers.
        text: The report, for its line breaks.
    """
    found: list[Assignment] = []
    read = whole_lines(read, text)
    i = 0
    while i < len(read):
        columns = _columns(read, i)
        if columns is None:
            i += 1
            continue
        width = len(columns)
        i += width
        while i + width <= len(read) and all(len(line.words) <= _CELL for line in read[i : i + width]):
            row = _row(read[i : i + width], columns, entities, announcer)
            if row is None:
                break
            found.append(row)
            i += width
    return found


def _columns(read: Sequence[Sentence], first: int) -> list[str] | None:
    """What the columns are whose headings begin at ``first``; None where no table does."""
    kinds: list[str] = []
    for line in read[first:]:
        kind = _heading(line)
        if kind is None:
            break
        kinds.append(kind)
    whole = len(kinds) >= _COLUMNS and kinds.count("name") == 1 and kinds.count("new") == 1
    return kinds if whole else None


def _heading(line: Sentence) -> str | None:
    run = line.words
    if len(run) > _HEADING or has_word("dative", run) or has_word("ergative", run):
        return None
    if has_word("now_heads", run):
        return "now"
    if has_noun("new_heads", run):
        return "new"
    if has_word("name_heads", run):
        return "name"
    other = words("column_heads") | words("other_heads")
    return "other" if any(w.key.rstrip(".") in other for w in run) else None


def _row(
    cells: Sequence[Sentence], columns: Sequence[str], entities: Entities, announcer: tuple[str, ...]
) -> Assignment | None:
    name, new = cells[columns.index("name")], cells[columns.index("new")]
    people = {r.id for r in entities.inside(Span(name.start, name.end)) if r.kind == "person"}
    if len(people) != 1:
        return None
    (person,) = people
    now = cells[columns.index("now")] if "now" in columns else None
    role = find_role(new, 0, len(new.words), entities)
    regions = places_in(new, 0, len(new.words), entities)
    return Assignment(
        evidence=Span(cells[0].start, cells[-1].end),
        assignee=person,
        role=role.span if role is not None else Span(new.start, new.end),
        change="transferred" if now is not None else "appointed",
        region=regions[-1] if regions else None,
        by=tuple(a for a in announcer if a != person),
        from_role=Span(now.start, now.end) if now is not None else None,
        confidence=_CONFIDENCE,
        rules=("assign:cells",),
    )
