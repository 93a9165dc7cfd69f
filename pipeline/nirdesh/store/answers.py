"""What happened when, and what is due."""

from __future__ import annotations

import sqlite3
from typing import Any, Final

from sqlite_utils import Database

from nirdesh.store.find import entities, places
from nirdesh.store.query import Question, ask, directive_numbers, select

Rows = list[dict[str, Any]]
PERIODS: Final = {"day": 10, "month": 7, "year": 4}


def due(db: Database, question: Question, *, limit: int = 200) -> Rows:
    """Directives with a deadline that answer a question, the nearest first."""
    rows = ask(db, question, limit=limit, by_due=True)
    return [row for row in rows if row["due"]]


def counts(db: Database, question: Question, period: str) -> Rows:
    """How many directives of each modality were published in each day, month or year.

    Args:
        db: The database.
        question: Which directives.
        period: ``day``, ``month`` or ``year``.
    """
    made = select(db.conn, question)
    if made is None:
        return []
    source, values = made
    query = (
        f"SELECT substr(d.published, 1, {PERIODS[period]}) AS period, d.modality, count(*) AS directives"
        f" FROM {source} GROUP BY 1, 2 ORDER BY 1, 2"
    )
    return list(db.query(query, values))


def timeline(db: Database, question: Question, *, limit: int = 200) -> Rows:
    """Directives, assignments and events in the order of their days.

    Directives stand on the day by which they are due, or on the day of the report. Assignments and events
    are there if the question asks only for people, places and days of publication.
    """
    rows: Rows = []
    for number in directive_numbers(db.conn, question, limit=limit):
        rows.extend(db.query(_DIRECTIVE, [number]))
    if not any((question.to, question.party, question.text, question.modality, question.verdict,
                question.due_from, question.due_before, question.confidence)):  # fmt: skip
        rows += _others(db, question, _ASSIGNMENT, limit)
        rows += _others(db, question, _EVENT, limit)
    rows.sort(key=lambda row: (row["day"] or "", row["what"], row["text"]))
    return rows[-limit:]


_DIRECTIVE: Final = """
SELECT coalesce(due, starts, published) AS day, 'directive' AS what, modality AS kind, issuers AS who,
    action AS text, regions AS place, report_id FROM directive_list WHERE n = ?
"""
_ASSIGNMENT: Final = """
SELECT x.published AS day, 'assignment' AS what, x.change AS kind, e.name AS who, x.role AS text,
    p.name AS place, r.id AS report_id
FROM assignments x JOIN reports r ON r.n = x.report JOIN entities e ON e.n = x.assignee
LEFT JOIN places p ON p.n = x.place WHERE {tests} ORDER BY x.published DESC LIMIT :limit
"""
_EVENT: Final = """
SELECT coalesce(x.first_day, x.published) AS day, 'event' AS what, x.kind,
    (SELECT group_concat(DISTINCT e.name) FROM event_people y JOIN entities e ON e.n = y.entity
        WHERE y.event = x.n) AS who, x.name AS text,
    (SELECT group_concat(p.name, '; ') FROM event_places y JOIN places p ON p.n = y.place
        WHERE y.event = x.n) AS place, r.id AS report_id
FROM events x JOIN reports r ON r.n = x.report WHERE {tests} ORDER BY x.published DESC LIMIT :limit
"""
_PERSON: Final = {
    _ASSIGNMENT: (
        "(x.assignee IN ({n}) OR x.n IN (SELECT assignment FROM assignment_givers WHERE entity IN ({n})))"
    ),
    _EVENT: "x.n IN (SELECT event FROM event_people WHERE entity IN ({n}))",
}
_PLACE: Final = {
    _ASSIGNMENT: "x.place IN ({n})",
    _EVENT: "x.n IN (SELECT event FROM event_places WHERE place IN ({n}))",
}


def _others(db: Database, question: Question, query: str, limit: int) -> Rows:
    connection: sqlite3.Connection = db.conn
    tests = ["1"]
    if question.issuer is not None:
        found = entities(connection, question.issuer)
        tests.append(_PERSON[query].format(n=", ".join(map(str, found)) or "NULL"))
    if question.region is not None:
        found = places(connection, question.region)
        tests.append(_PLACE[query].format(n=", ".join(map(str, found)) or "NULL"))
    if question.since is not None:
        tests.append("x.published >= :since")
    if question.until is not None:
        tests.append("x.published <= :until")
    values = {"since": question.since, "until": question.until, "limit": limit}
    return list(db.query(query.format(tests=" AND ".join(tests)), values))
