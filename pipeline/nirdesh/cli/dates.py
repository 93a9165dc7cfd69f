"""``nirdesh dates``: time expressions in rows."""

from __future__ import annotations

import typer


def register(app: typer.Typer) -> None:
    """Add the command."""
