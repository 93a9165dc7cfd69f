"""All lists of a report, by what each is built like; what the ones read first name is not read again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nirdesh.extract.assignments.blocks import block_assignments
from nirdesh.extract.assignments.label_rows import label_rows
from nirdesh.extract.assignments.lists import list_assignments
from nirdesh.extract.assignments.lists_of_words import words
from nirdesh.extract.assignments.portfolio_rows import portfolio_rows
from nirdesh.extract.assignments.tables import table_assignments
from nirdesh.extract.assignments.whence_rows import whence_rows
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.words import Sentence
from nirdesh.mentions import Assignment, Span


def listed_assignments(
    read: Sequence[Sentence],
    entities: Entities,
    announcer: tuple[str, ...],
    known: Sequence[Assignment],
    text: str,
    *,
    transfers: bool,
    shuffle: bool,
    moved: Span | None,
    branch: tuple[str, int] | None,
    headings: Mapping[int, tuple[str, ...]],
) -> list[Assignment]:
    """Assignments of the lists and tables of a report.

    Args:
        known: What its sentences gave.
        text: The report, for its line breaks and cells.
        transfers: Whether it is about transfers.
        shuffle: Whether its headline or first sentence tells of them.
        moved: Title of all who are transferred.
        branch: Place of the branch that it is about, and where it is told first.
        headings: Lines that are only a place, and the place.
    """
    dealt, done = portfolio_rows(read, entities, announcer)
    read = [line for line in read if line not in done]
    tables = table_assignments(read, entities, announcer, text, moved, transfers)
    found = [*dealt, *tables]
    (beside,) = words("beside")
    charged = [a for a in known if beside in text[a.evidence.start : a.evidence.end]]  # अतिरिक्त प्रभार
    known = [a for a in known if a not in charged]
    if transfers or shuffle:
        found += whence_rows(read, entities, announcer, [*known, *found], text, moved)
    found += block_assignments(read, entities, announcer, [*known, *found], text, shuffle)
    found += list_assignments(
        *(read, entities, announcer, [*known, *found], transfers, moved, branch), headings=headings
    )
    found = [a for a in found if not any(_same_row(a, b) for b in charged)]
    if shuffle or tables:
        return found
    rows, starts = label_rows(read, entities, announcer, [*known, *found], text)
    given = {a.assignee for a in known}
    lines = [Span(s.start, s.end) for s in read if s.start in starts]
    found = [a for a in found if not any(line.contains(a.evidence) for line in lines)]
    return [*found, *(row for row in rows if row.assignee not in given)]


def _same_row(one: Assignment, other: Assignment) -> bool:
    """Whether two assignments are of one person and told by the same words."""
    apart = one.evidence.end <= other.evidence.start or other.evidence.end <= one.evidence.start
    return one.assignee == other.assignee and not apart
