"""Deadlines of all directives as an iCalendar file."""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database

from nirdesh.store.answers import due
from nirdesh.store.calendar import icalendar
from nirdesh.store.query import Question


def ics(db: Database, out: Path) -> int:
    """Every deadline, those of directives that a reviewer called wrong left out.

    Returns:
        Number of deadlines.
    """
    rows = [row for row in due(db, Question(due_from="0001-01-01"), limit=-1) if row["verdict"] != "wrong"]
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(icalendar(rows), encoding="utf-8", newline="")
    return len(rows)
