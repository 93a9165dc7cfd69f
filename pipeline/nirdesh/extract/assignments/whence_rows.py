"""Rows of transfers with the new post or place first: सचिव सागर - क ख (दमोह से); सागर : ग घ (पूर्व में दमोह)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nirdesh.extract.assignments.assignees import word_range
from nirdesh.extract.assignments.blocks import whole_lines
from nirdesh.extract.assignments.line_roles import SEPARATORS, separates
from nirdesh.extract.assignments.list_heads import line_people
from nirdesh.extract.assignments.lists_of_words import has_word, words
from nirdesh.extract.assignments.open_places import open_place
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.roles import find_role, rank_before
from nirdesh.extract.assignments.row_titles import title_of_rows
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import Sentence
from nirdesh.mentions import Assignment, Span

_FEWEST = 3  # rows that make a list
_LABEL = 7  # words of the longest label
_RANK = 4  # words between the mark and the name
_CONFIDENCE = 0.7


@dataclass(frozen=True, slots=True)
class Row:
    """Words of the label, of the name and of the bracket behind it, which may be empty."""

    line: Sentence
    label: tuple[int, int]
    name: tuple[int, int]
    bracket: tuple[int, int]
    person: str


def whence_rows(
    read: Sequence[Sentence],
    entities: Entities,
    announcer: tuple[str, ...],
    known: Sequence[Assignment],
    text: str,
    moved: Span | None,
) -> list[Assignment]:
    """Assignments of such rows in a report of transfers; most have a bracket that tells whence.

    Args:
        known: What others read; its people are left to them.
        text: The report, for its line breaks.
        moved: Title of all who are transferred.
    """
    rows = [row for line in whole_lines(read, text) for row in _rows(line, entities)]
    told = [row for row in rows if row.bracket[0] < row.bracket[1]]
    if len(rows) < _FEWEST or len(told) * 2 < len(rows):
        return []
    taken = {a.assignee for a in known}
    first = next(k for k, s in enumerate(read) if s.start >= rows[0].line.start)
    last = next((k for k, s in enumerate(read) if s.start >= rows[-1].line.end), len(read))
    title = title_of_rows(read, first, last, entities)
    shared = title.span if title is not None else moved
    made = (_made(row, shared, entities, announcer) for row in rows if row.person not in taken)
    return [each for each in made if each is not None]


def _rows(line: Sentence, entities: Entities) -> Iterator[Row]:
    """The rows of a line: one, or several with commas between them behind a heading and its colon."""
    run = line.words
    if line.block in ("headline", "dateline") or has_word("dative", run) or has_word("ergative", run):
        return
    if any(clause.group is not None and clause.group.finite for clause in segment(line)):
        return
    cuts = [j for j, depth in enumerate(_depths(line)) if run[j].text == "," and not depth]
    first = next((j + 1 for j in range(len(run)) if cuts and run[j].text == ":" and j < cuts[0]), 0)
    for begin, end in zip([first, *(c + 1 for c in cuts)], [*cuts, len(run)], strict=True):
        row = _row(line, begin, end, entities)
        if row is not None:
            yield row


def _depths(line: Sentence) -> list[int]:
    found, depth = [], 0
    for word in line.words:
        depth += word.text == "("
        found.append(depth)
        depth -= word.text == ")"
    return found


def _row(line: Sentence, first: int, last: int, entities: Entities) -> Row | None:
    run = line.words
    while first < last and (run[first].punct or run[first].key.strip(".)").isdigit()):
        first += 1
    mark = next((j for j in range(first + 1, last) if run[j].text in SEPARATORS and separates(run, j)), None)
    if mark is None or mark - first > _LABEL:
        return None
    places = ((ref, at) for ref in line_people(line, entities) if (at := word_range(line, ref)) is not None)
    named = [(ref, at) for ref, at in places if mark < at[0] < last]
    if not named or named[0][1][0] - mark > _RANK + 1:
        return None
    if has_word("continuing", run[mark:last]):
        return None
    ref, name = named[0]
    opens = name[1] < last and run[name[1]].text == "("
    close = next((j for j in range(name[1], last) if run[j].text == ")"), last) if opens else name[1]
    if any(at[0] < close and at[0] != name[0] and not opens for _, at in named):
        return None
    rest = range(close + 1 if opens else close, last)
    if any(not run[j].punct for j in rest):
        return None
    bracket = (name[1] + 1, close) if opens else (name[1], name[1])
    return Row(line, (first, mark), name, bracket, ref.id)


def _made(row: Row, shared: Span | None, entities: Entities, announcer: tuple[str, ...]) -> Assignment | None:
    line, (first, last) = row.line, row.label
    role = find_role(line, first, last, entities)
    if role is not None and any(place == role.span for place, _ in entities.regions):
        role = None
    known = places_in(line, first, last, entities) or entities.regions_in(line.span(first, last))
    place = known[-1] if known else None
    if place is None and role is not None:
        place = open_place(line, role.end, last, entities) or open_place(line, first, role.start, entities)
    elif place is None:
        place = open_place(line, first, last, entities) or _unit(line, first, last, entities)
    rank = rank_before(line, row.label[1] + 1, row.name[0], entities)
    given = role.span if role is not None else line.span(first, last) if place is None else shared
    given = given or (rank.span if rank is not None else None)
    if given is None:
        return None
    whence = line.span(*row.bracket) if row.bracket[0] < row.bracket[1] else None
    return Assignment(
        evidence=Span(line.words[first].start, line.words[max(row.name[1], row.bracket[1]) - 1].end),
        assignee=row.person,
        role=given,
        change="transferred",
        region=place,
        by=tuple(a for a in announcer if a != row.person),
        from_role=whence,
        confidence=_CONFIDENCE,
        rules=("assign:whence-row",),
    )


def _unit(line: Sentence, first: int, last: int, entities: Entities) -> str | None:
    """The place of a label that ends in the kind of one (नगर क्षेत्र)."""
    kind = line.words[last - 1].key in words("place_nouns") | words("sites")
    return entities.place(line.text(first, last), line.span(first, last)) if kind else None
