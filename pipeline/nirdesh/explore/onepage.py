"""One page that holds all it needs, for e-mail."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, PackageLoader
from sqlite_utils import Database

from nirdesh.explore.pages import report_context
from nirdesh.record import Record
from nirdesh.store.answers import counts, due
from nirdesh.store.query import Question, ask

_REPORTS: Final = 40


def write_page(db: Database, out: Path, question: Question, *, limit: int = 200) -> int:
    """Write the page.

    Args:
        db: The database.
        out: The file.
        question: Which directives.
        limit: At most so many, the latest; the reports of the first 40 are shown whole.

    Returns:
        Number of directives on the page.
    """
    rows = ask(db, question, limit=limit)
    environment = Environment(loader=PackageLoader("nirdesh.explore"), autoescape=True)
    html = environment.get_template("nirdesh_onepage.html").render(
        css=(files("nirdesh.explore") / "assets" / "nirdesh.css").read_text("utf-8"),
        rows=rows,
        due=[row for row in due(db, question, limit=-1) if row["due"]][-limit:],
        months=_months(counts(db, question, "month")),
        pairs=_pairs(rows),
        reports=_reports(db, rows),
    )
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(html, encoding="utf-8")
    return len(rows)


def _months(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Directives of each month, with their share of the fullest."""
    totals: dict[str, int] = {}
    for row in rows:
        totals[row["period"] or "?"] = totals.get(row["period"] or "?", 0) + row["directives"]
    most = max(totals.values(), default=1)
    return [
        {"month": month, "count": count, "share": count / most} for month, count in sorted(totals.items())
    ]


def _pairs(rows: list[dict[str, Any]]) -> list[tuple[str, str, int]]:
    found: dict[tuple[str, str], int] = {}
    for row in rows:
        if row["issuers"] and row["addressees"]:
            key = (row["issuers"], row["addressees"])
            found[key] = found.get(key, 0) + 1
    return sorted(((*key, count) for key, count in found.items()), key=lambda pair: (-pair[2], pair[:2]))[:50]


def _reports(db: Database, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    query = "SELECT x.json FROM records x JOIN reports r ON r.n = x.report WHERE r.id = ?"
    ids = list(dict.fromkeys(row["report_id"] for row in rows))[:_REPORTS]
    records = (Record.from_json(next(iter(db.query(query, [identity])))["json"]) for identity in ids)
    return [report_context(record, {}) for record in records]
