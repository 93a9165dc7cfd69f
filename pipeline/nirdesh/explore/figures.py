"""Figures that the pages show, each with one question to the database."""

from __future__ import annotations

import calendar
import sqlite3
from datetime import date, timedelta
from typing import Any, Final

from sqlite_utils import Database

from nirdesh.store.query import Question, select

Rows = list[dict[str, Any]]
MODALITIES: Final = ("order", "obligation", "request", "prohibition", "announcement")
# Facets are counted over the latest so many directives of an answer.
FACETED: Final = 50_000
_TABLES: Final = ("reports", "directives", "assignments", "events", "people", "places", "problems")

_FACETS: Final = {
    "modality": "SELECT d.modality AS value, count(*) AS count FROM hits JOIN directives d ON d.n = hits.n"
    " GROUP BY 1 ORDER BY 2 DESC",
    "issuer": "SELECT e.name AS value, count(*) AS count FROM hits JOIN directive_issuers i"
    " ON i.directive = hits.n JOIN entities e ON e.n = i.entity GROUP BY e.n ORDER BY 2 DESC LIMIT 8",
    "region": "SELECT p.name AS value, count(*) AS count FROM (SELECT l.place FROM hits"
    " JOIN directive_places l ON l.directive = hits.n) x JOIN places p ON p.n = x.place GROUP BY p.n"
    " ORDER BY 2 DESC LIMIT 8",
    "year": "SELECT substr(d.published, 1, 4) AS value, count(*) AS count FROM hits"
    " JOIN directives d ON d.n = hits.n WHERE d.published IS NOT NULL GROUP BY 1 ORDER BY 1 DESC LIMIT 12",
}


def facets(db: Database, question: Question) -> tuple[int, dict[str, Rows]]:
    """How many directives answer a question, at most :data:`FACETED`, and how they divide."""
    made = select(db.conn, question)
    if made is None:
        return 0, {}
    source, values = made
    hits = f"WITH hits AS MATERIALIZED (SELECT d.n FROM {source} ORDER BY d.n DESC LIMIT {FACETED}) "
    total = _one(db, f"{hits} SELECT count(*) FROM hits", values)
    return total, {name: list(db.query(hits + query, values)) for name, query in _FACETS.items()}


def dashboard(db: Database) -> dict[str, Any]:
    """Counts of everything, directives by month, and who gives and where most."""
    return {
        "counts": [(table, _one(db, f"SELECT count(*) FROM {table}")) for table in _TABLES],
        "months": months(db),
        "modalities": list(
            db.query("SELECT modality AS value, count(*) AS count FROM directives GROUP BY 1 ORDER BY 2 DESC")
        ),
        "issuers": list(
            db.query(
                "SELECT e.n, e.name AS value, count(*) AS count FROM directive_issuers i"
                " JOIN entities e ON e.n = i.entity GROUP BY e.n ORDER BY 3 DESC, 2 LIMIT 10"
            )
        ),
        "regions": list(
            db.query(
                "SELECT p.name AS value, count(*) AS count FROM directive_places l"
                " JOIN places p ON p.n = l.place GROUP BY p.n ORDER BY 2 DESC, 1 LIMIT 10"
            )
        ),
        "verdicts": list(
            db.query("SELECT verdict AS value, count(*) AS count FROM verdicts GROUP BY 1 ORDER BY 1")
        ),
    }


def months(db: Database) -> Rows:
    """Directives of each month and modality, by the day of their report."""
    query = (
        "SELECT substr(published, 1, 7) AS month, modality, count(*) AS count FROM directives"
        " WHERE published IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2"
    )
    return list(db.query(query))


def deadlines(db: Database, month: str) -> tuple[list[list[dict[str, Any]]], Rows]:
    """The weeks of a month (YYYY-MM), each day with what is due on it, and all of that in one list."""
    first = date.fromisoformat(f"{month}-01")
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    query = (
        "SELECT d.due, d.id, d.action, d.modality, r.id AS report_id FROM directives d"
        " JOIN reports r ON r.n = d.report WHERE d.due BETWEEN ? AND ? ORDER BY d.due, d.n LIMIT 500"
    )
    rows = list(db.query(query, [first.isoformat(), last.isoformat()]))
    by_day: dict[str, Rows] = {}
    for row in rows:
        by_day.setdefault(row["due"], []).append(row)
    start = first - timedelta(days=first.weekday())
    weeks = []
    while start <= last:
        days = [start + timedelta(days=offset) for offset in range(7)]
        weeks.append(
            [
                {"day": day.isoformat(), "number": day.day, "inside": day.month == first.month,
                 "due": by_day.get(day.isoformat(), [])}
                for day in days
            ]
        )  # fmt: skip
        start += timedelta(days=7)
    return weeks, rows


def busiest_month(db: Database) -> str:
    """The latest month with a deadline, or this one where there is none."""
    found = _one(db, "SELECT max(due) FROM directives WHERE due IS NOT NULL")
    return str(found)[:7] if found else date.today().isoformat()[:7]


def places_with_coordinates(db: Database) -> tuple[Rows, int]:
    """Places with coordinates and the directives in them and in all they contain; how many have none."""
    query = """
        WITH RECURSIVE inside(top, n) AS (
            SELECT n, n FROM places WHERE lat IS NOT NULL AND lon IS NOT NULL
            UNION SELECT inside.top, w.place FROM place_within w JOIN inside ON w.container = inside.n
        )
        SELECT p.name, p.kind, p.lat, p.lon, count(DISTINCT l.directive) AS directives
        FROM inside JOIN places p ON p.n = inside.top LEFT JOIN directive_places l ON l.place = inside.n
        GROUP BY p.n ORDER BY directives DESC, p.name
    """
    return list(db.query(query)), int(_one(db, "SELECT count(*) FROM places WHERE lat IS NULL"))


def network(db: Database, most: int = 80) -> Rows:
    """Who instructs whom, the pairs with most directives first."""
    return list(db.query(f"SELECT * FROM who_instructs_whom ORDER BY directives DESC, issuer LIMIT {most}"))


def _one(db: Database, query: str, values: tuple[Any, ...] = ()) -> Any:
    connection: sqlite3.Connection = db.conn
    return connection.execute(query, values).fetchone()[0]
