"""Questions that a researcher thinks in, and the directives that answer them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlite_utils import Database

from nirdesh.errors import NirdeshError
from nirdesh.store.find import entities, expression, places

# As long as a set has fewer rows than this, it is walked instead of the whole table.
_SMALL: Final = 2000
COLUMNS: Final = (
    "published", "issuers", "addressees", "action", "modality", "starts", "due", "rrule", "regions",
    "confidence", "verdict", "id", "report_id", "title", "publisher", "source", "evidence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """Which directives are asked for; what is None does not matter.

    Attributes:
        issuer: Name or post of whoever gives them, in any script and spelling.
        to: Name or post of whoever is to act.
        region: A place, with all that lies within it. A directive without a place of its own is found by the
            place of its report's dateline.
        due_from: First ISO day of the deadline.
        due_before: Last ISO day of the deadline.
        modality: ``order``, ``obligation``, ``request``, ``prohibition`` or ``announcement``.
        party: A party that the report names.
        text: Words of the action or of its sentence; in double quotes, side by side.
        since: First ISO day of publication.
        until: Last ISO day of publication.
        verdict: What a reviewer says: ``right``, ``wrong``, ``corrected``, or ``none``.
        confidence: Least probability.
    """

    issuer: str | None = None
    to: str | None = None
    region: str | None = None
    due_from: str | None = None
    due_before: str | None = None
    modality: str | None = None
    party: str | None = None
    text: str | None = None
    since: str | None = None
    until: str | None = None
    verdict: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A part of a question: ``rows`` selects the numbers it allows, ``test`` tests one directive ``d``."""

    rows: str
    test: str
    values: tuple[Any, ...]


def ask(
    db: Database, question: Question, *, limit: int = 50, offset: int = 0, by_due: bool = False
) -> list[dict[str, Any]]:
    """The directives that answer a question, the latest first.

    Args:
        db: The database.
        question: What is asked.
        limit: At most so many.
        offset: Leave out so many.
        by_due: The nearest deadline first, instead of the latest report.

    Returns:
        Rows of :data:`COLUMNS`; names are joined by ``; ``.
    """
    numbers = directive_numbers(db.conn, question, limit=limit, offset=offset, by_due=by_due)
    return list(_listed(db, numbers))


def directive_numbers(
    connection: sqlite3.Connection,
    question: Question,
    *,
    limit: int = -1,
    offset: int = 0,
    by_due: bool = False,
) -> list[int]:
    """Numbers of the directives that answer a question."""
    made = select(connection, question)
    if made is None:
        return []
    source, values = made
    # The index gives its rows in this order, so a page is read without sorting all that was found.
    latest = "found.n DESC" if source.startswith("(") else "d.n DESC"
    order = "d.due, d.n" if by_due else latest
    query = f"SELECT d.n FROM {source} ORDER BY {order} LIMIT ? OFFSET ?"
    return [row[0] for row in connection.execute(query, (*values, limit, offset))]


def select(connection: sqlite3.Connection, question: Question) -> tuple[str, tuple[Any, ...]] | None:
    """``FROM`` and ``WHERE`` over ``directives d`` with their values; None if a name is unknown."""
    conditions, tests, values = _conditions(connection, question)
    if conditions is None:
        return None
    small = [condition for condition in conditions if _is_small(connection, condition)]
    first = small[0] if small else next((one for one in conditions if "_fts" in one.rows), None)
    parts = list(tests)
    if first is None:
        bound = list(values)
        source = "directives d"
    else:
        rows = first.rows if "_fts" in first.rows else f"SELECT DISTINCT n FROM ({first.rows})"
        source = f"({rows}) found CROSS JOIN directives d ON d.n = found.n"
        bound = [*first.values, *values]
    for condition in conditions:
        if condition is not first:
            parts.append(condition.test)
            bound.extend(condition.values)
    where = f" WHERE {' AND '.join(parts)}" if parts else ""
    return source + where, tuple(bound)


def _is_small(connection: sqlite3.Connection, condition: Condition) -> bool:
    query = f"SELECT count(*) FROM ({condition.rows} LIMIT {_SMALL})"
    return int(connection.execute(query, condition.values).fetchone()[0]) < _SMALL


def _conditions(
    connection: sqlite3.Connection, question: Question
) -> tuple[list[Condition] | None, list[str], list[Any]]:
    """Sets of directives, and tests on columns with their values; no sets at all if a name is unknown."""
    sets: list[Condition] = []
    for name, table in ((question.issuer, "directive_issuers"), (question.to, "directive_addressees")):
        if name is not None:
            condition = _named(connection, name, table)
            if condition is None:
                return None, [], []
            sets.append(condition)
    if question.region is not None:
        found = places(connection, question.region)
        if not found:
            return None, [], []
        sets.append(_linked("directive_places", "place", found))
    if question.party is not None:
        found = entities(connection, question.party, ("organisation",))
        if not found:
            return None, [], []
        sets.append(_party(found))
    if question.text is not None:
        asked = expression(connection, question.text)
        if asked is None:
            return None, [], []
        match = "SELECT rowid AS n FROM directives_fts WHERE directives_fts MATCH ?"
        sets.append(Condition(f"{match}", f"EXISTS ({match} AND rowid = d.n)", (asked,)))
    return sets, *_tests(question)


def _named(connection: sqlite3.Connection, name: str, table: str) -> Condition | None:
    """Directives given by, or to, somebody of that name or with that post in the report."""
    found = entities(connection, name)
    if not found:
        return None
    own = _linked(table, "entity", found)
    offices = entities(connection, name, ("office",))
    if not offices:
        return own
    marks = ", ".join(map(str, offices))
    holders = (
        f"SELECT l.directive AS n FROM posts t JOIN directives h ON h.report = t.report"
        f" JOIN {table} l ON l.directive = h.n AND l.entity = t.entity WHERE t.office IN ({marks})"
    )
    test = (
        f"EXISTS (SELECT 1 FROM {table} l JOIN posts t ON t.entity = l.entity AND t.report = d.report"
        f" WHERE l.directive = d.n AND t.office IN ({marks}))"
    )
    return Condition(f"SELECT n FROM ({own.rows} UNION ALL {holders})", f"({own.test} OR {test})", ())


def _linked(table: str, column: str, numbers: list[int]) -> Condition:
    """Directives linked to any of some numbers.

    Numbers are ours, so they stand in the statement, which may hold more of them than parameters. The plus
    keeps SQLite from looking up every number for every directive.
    """
    marks = ", ".join(map(str, numbers))
    rows = f"SELECT directive AS n FROM {table} WHERE {column} IN ({marks})"
    test = f"EXISTS (SELECT 1 FROM {table} l WHERE l.directive = d.n AND +l.{column} IN ({marks}))"
    return Condition(rows, test, ())


def _party(numbers: list[int]) -> Condition:
    marks = ", ".join(map(str, numbers))
    named = f"FROM organisations o WHERE o.kind = 'party' AND o.entity IN ({marks})"
    rows = f"SELECT n FROM directives WHERE report IN (SELECT o.report {named})"
    return Condition(rows, f"EXISTS (SELECT 1 {named} AND o.report = d.report)", ())


def _tests(question: Question) -> tuple[list[str], list[Any]]:
    verdict = "(SELECT v.verdict FROM corrections v WHERE v.directive = d.id ORDER BY v.at DESC LIMIT 1)"
    given = (
        ("d.modality = ?", question.modality),
        ("d.due >= ?", question.due_from),
        ("d.due <= ?", question.due_before),
        ("d.published >= ?", question.since),
        ("d.published <= ?", question.until),
        ("d.confidence >= ?", question.confidence),
        (f"coalesce({verdict}, 'none') = ?", question.verdict),
    )
    tests = [test for test, value in given if value is not None]
    return tests, [value for _, value in given if value is not None]


def _listed(db: Database, numbers: list[int]) -> Iterator[dict[str, Any]]:
    for start in range(0, len(numbers), 500):
        part = numbers[start : start + 500]
        marks = ", ".join("?" * len(part))
        query = f"SELECT n, {', '.join(COLUMNS)} FROM directive_list WHERE n IN ({marks})"
        rows = {row.pop("n"): row for row in db.query(query, part)}
        yield from (rows[number] for number in part)


def within(days: str, today: date) -> tuple[str, str]:
    """First and last day of a span from today, written ``7d``, ``2w`` or ``1m``.

    Example:
        >>> within("7d", date(2026, 1, 24))
        ('2026-01-24', '2026-01-31')
    """
    lengths = {"d": 1, "w": 7, "m": 30, "y": 365}
    number, unit = days[:-1], days[-1:]
    if not (number.isascii() and number.isdigit() and unit in lengths and len(number) <= 4):
        hint = "Write it as 7d, 2w, 1m or 1y."
        raise NirdeshError("bad-span", f"{days!r} is no span of time.", hint=hint, stage="sink")
    return today.isoformat(), (today + timedelta(days=int(number) * lengths[unit])).isoformat()
