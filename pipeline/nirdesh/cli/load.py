"""``nirdesh load``: records into a database."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nirdesh.cli.terminal import add, console
from nirdesh.errors import NirdeshError, Problem

if TYPE_CHECKING:
    from nirdesh.store import Loaded

EXAMPLES = """
# The records of a run; loading them twice changes nothing
nirdesh load out/records.jsonl -d nirdesh.db
# Several files, or a stream
nirdesh run reports/ -o - | nirdesh load - -d nirdesh.db
# Only bring an older database up to date
nirdesh load -d nirdesh.db
"""

Database = Annotated[
    Path, typer.Option("--db", "-d", metavar="FILE", help="The database, made by `nirdesh load`.")
]


def load(
    records: Annotated[
        list[Path] | None,
        typer.Argument(metavar="RECORDS", help="Files of records; - is standard input.", show_default=False),
    ] = None,
    db: Database = Path("nirdesh.db"),
    link: Annotated[
        bool | None,
        typer.Option(
            "--link/--no-link",
            help="Decide who is who across reports; up to 20,000 people that is done unasked.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Load records into a SQLite database.

    A report that is in the database already is replaced if its record has changed. Problems come from the
    problems.jsonl beside the records. Corrections by reviewers are kept.
    """
    load_file(records or [], db, link)


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "load", load, EXAMPLES)


def load_file(paths: list[Path], db: Path, link: bool | None = None) -> Loaded:
    """Load files of records and print what came of it."""
    from nirdesh.store import load as load_records

    lines = (line for path in paths for line in _lines(path))
    loaded = load_records(lines, db, problems=[row for path in paths for row in _problems(path)])
    text = f"{loaded.reports:,} reports with {loaded.directives:,} directives loaded into {db}"
    if loaded.unchanged:
        text += f"; {loaded.unchanged:,} unchanged"
    if loaded.replaced:
        text += f"; {loaded.replaced:,} replaced"
    if loaded.corrections_kept:
        text += f"; {loaded.corrections_kept:,} corrections moved to changed directives"
    text += _linked(db, link, loaded.reports)
    console().print(f"{text}.\nAsk it with: nirdesh query -d {db}", markup=False, soft_wrap=True)
    return loaded


def _linked(db: Path, wanted: bool | None, fresh: int) -> str:
    """What linking people gave, where it was wanted or is quick."""
    from nirdesh.store.identities import MANY, link, people_count

    if wanted is False or (wanted is None and (not fresh or people_count(db) > MANY)):
        return ""
    return f"; {link(db):,} people told apart"


def _lines(path: Path) -> Iterator[bytes]:
    if str(path) == "-":
        yield from sys.stdin.buffer
        return
    try:
        stream = path.open("rb")
    except OSError as error:
        reason = f"{path}: {error.strerror or error}."
        raise NirdeshError("unreadable", reason, hint="Check the path.") from error
    with stream:
        yield from stream


def _problems(path: Path) -> Iterator[Problem]:
    beside = path.parent / "problems.jsonl"
    if str(path) != "-" and beside.is_file():
        with beside.open(encoding="utf-8") as stream:
            for line in stream:
                row = json.loads(line)
                yield Problem(row["stage"], row["code"], row["message"], row["source"])
