"""``nirdesh dates``: time expressions in rows."""

from __future__ import annotations

from typing import Annotated

import typer

from nirdesh.cli.filters import Row, run_filter
from nirdesh.cli.terminal import add

EXAMPLES = """
echo '{"id": "1", "input": "बैठक 6 फरवरी तक करें", "reference": "2026-01-20"}' | nirdesh dates
nirdesh dates rows.jsonl > answers.jsonl
"""


def dates(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE", help="Rows (JSONL); standard input if none.", show_default=False),
    ] = None,
) -> None:
    """Find time expressions in rows and give their TIMEX3 values.

    Rows {"id", "input", "reference"} in, rows {"id", "results": [{"text", "start", "end", "timex"}]} out;
    reference is the day or time that relative expressions count from, or null.

    Exit code: 0 all rows answered, 1 some were no rows, 2 none was.
    """
    from nirdesh.extract.dates import filter_rows

    def answer(row: Row) -> list[Row]:
        results: list[Row] = next(filter_rows([row]))["results"]
        return results

    run_filter(files or (), answer)


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "dates", dates, EXAMPLES)
