"""Corrections find their directive again after a run has given it another id."""

from __future__ import annotations

import sqlite3

_LOST = """
SELECT c.id, c.report, c.action_start, c.action_end FROM corrections c
WHERE NOT EXISTS (SELECT 1 FROM directives d WHERE d.id = c.directive)
"""
_NEAREST = """
SELECT d.id, min(d.action_end, :end) - max(d.action_start, :start) AS shared,
    max(d.action_end, :end) - min(d.action_start, :start) AS whole
FROM directives d JOIN reports r ON r.n = d.report
WHERE r.id = :report AND d.action_start < :end AND d.action_end > :start
ORDER BY shared * 1.0 / whole DESC, d.n LIMIT 1
"""
_ENOUGH = 0.5


def rematch(connection: sqlite3.Connection) -> int:
    """Point corrections whose directive is gone to the one that now stands at its words.

    Returns:
        How many corrections were moved. One whose words no directive shares by half stays as it is.
    """
    moved = 0
    for identity, report, start, end in connection.execute(_LOST).fetchall():
        values = {"report": report, "start": start, "end": end}
        found = connection.execute(_NEAREST, values).fetchone()
        if found and found[1] >= _ENOUGH * found[2]:
            connection.execute("UPDATE corrections SET directive = ? WHERE id = ?", (found[0], identity))
            moved += 1
    return moved
