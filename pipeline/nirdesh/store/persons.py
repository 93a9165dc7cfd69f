"""What the records say of a person, or of any entity."""

from __future__ import annotations

from typing import Any, Final

from sqlite_utils import Database

from nirdesh.store.find import entities

Rows = list[dict[str, Any]]
_MOST: Final = 200

_POSTS: Final = """
SELECT t.title, o.name AS organisation, p.name AS place, t.former, min(t.published) AS first_seen,
    max(t.published) AS last_seen, count(DISTINCT t.report) AS reports
FROM posts t LEFT JOIN entities o ON o.n = t.organisation LEFT JOIN places p ON p.n = t.place
WHERE {own:t.report:t.entity} GROUP BY t.title, t.organisation, t.place, t.former ORDER BY first_seen, t.title
"""
_DUTIES: Final = """
SELECT a.published, a.role, a.change, p.name AS place, o.name AS organisation, a.from_role, a.effective,
    (SELECT group_concat(g.name, '; ') FROM assignment_givers b JOIN entities g ON g.n = b.entity
        WHERE b.assignment = a.n) AS given_by, r.id AS report_id
FROM assignments a JOIN reports r ON r.n = a.report LEFT JOIN places p ON p.n = a.place
LEFT JOIN entities o ON o.n = a.organisation WHERE {own:a.report:a.assignee} ORDER BY a.published, a.n
"""
_EVENTS: Final = """
SELECT e.published, e.kind, e.name, group_concat(x.part, '; ') AS part, e.first_day, e.last_day,
    r.id AS report_id
FROM event_people x JOIN events e ON e.n = x.event JOIN reports r ON r.n = e.report
WHERE {own:e.report:x.entity} GROUP BY e.n ORDER BY e.published, e.n
"""
_DIRECTED: Final = """
SELECT published, issuers, addressees, action, modality, due, regions, verdict, id, report_id
FROM directive_list WHERE n IN (
    SELECT l.directive FROM {table} l JOIN directives d ON d.n = l.directive
    WHERE {own:d.report:l.entity} ORDER BY l.directive DESC LIMIT {most}
) ORDER BY n DESC
"""


def persons(db: Database, name: str, *, limit: int = 10) -> Rows:
    """The people a name may mean, those in most reports first.

    Args:
        db: The database.
        name: In any script; a part of the name will do.
        limit: At most so many.

    Returns:
        For each ``name``, ``latin``, ``reports``, ``doubts`` (others who may be the same person) and,
        as rows, ``posts``, ``duties``, ``given``, ``received`` and ``events``. People that were not linked
        across reports are joined by name.
    """
    numbers = entities(db.conn, name, ("person",))
    query = (
        "SELECT coalesce(p.identity, 'name ' || p.entity) AS key, p.identity, p.entity, count(*) AS reports"
        " FROM people p WHERE {} GROUP BY 1 ORDER BY reports DESC, min(p.report) LIMIT ?"
    )
    named = f"p.entity IN ({', '.join(map(str, numbers)) or 'NULL'})"
    found = list(db.query(query.format(named), [limit]))
    made = [
        _identity(db, row["identity"]) if row["identity"] else _by_name(db, row["entity"]) for row in found
    ]
    return sorted(made, key=lambda row: (-row["reports"], row["name"]))


def person(db: Database, row: dict[str, Any]) -> dict[str, Any]:
    """An entity (with its number as ``n``) with everything that the records say."""
    return {**row, **_facts(db, f"{{entity}} = {int(row['n'])}")}


def _by_name(db: Database, entity: int) -> dict[str, Any]:
    query = (
        "SELECT e.n, e.name, e.latin, (SELECT count(DISTINCT p.report) FROM people p WHERE p.entity = e.n)"
        " AS reports FROM entities e WHERE e.n = ?"
    )
    return person(db, next(iter(db.query(query, [entity])))) | {"doubts": []}


def _identity(db: Database, key: str) -> dict[str, Any]:
    rows = list(db.query("SELECT report, entity, name, latin FROM people WHERE identity = ?", [key]))
    fullest = max(rows, key=lambda row: (len(row["name"].split()), len(row["name"])))
    pairs = ", ".join(f"({row['report']}, {row['entity']})" for row in rows)
    doubts = db.query(
        "SELECT DISTINCT p.name FROM identity_doubts d JOIN people p ON p.identity = d.other"
        " WHERE d.identity = ? ORDER BY p.name",
        [key],
    )
    return {
        "identity": key,
        "name": fullest["name"],
        "latin": fullest["latin"],
        "reports": len({row["report"] for row in rows}),
        "doubts": [row["name"] for row in doubts],
        **_facts(db, f"({{report}}, {{entity}}) IN (VALUES {pairs})"),
    }


def _facts(db: Database, own: str) -> dict[str, Rows]:
    """Everything about an entity; ``own`` tests columns ``{report}`` and ``{entity}``."""
    directed = {
        name: _DIRECTED.replace("{table}", table).replace("{most}", str(_MOST))
        for name, table in (("given", "directive_issuers"), ("received", "directive_addressees"))
    }
    queries = {"posts": _POSTS, "duties": _DUTIES, **directed, "events": _EVENTS}
    return {name: list(db.query(_tested(query, own))) for name, query in queries.items()}


def _tested(query: str, own: str) -> str:
    """A query with ``{own:REPORT:ENTITY}`` filled in."""
    before, _, rest = query.partition("{own:")
    columns, _, after = rest.partition("}")
    report, entity = columns.split(":")
    return f"{before}{own.format(report=report, entity=entity)}{after}"
