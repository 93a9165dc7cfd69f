"""``nirdesh show``: one report with its evidence highlighted, and its record as tables."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nirdesh.cli.records import is_records, read_records
from nirdesh.cli.run import EngineChoice, day
from nirdesh.cli.terminal import add, console
from nirdesh.errors import NirdeshError

if TYPE_CHECKING:
    from nirdesh.record import Record

EXAMPLES = """
# Read a report and show at once what is found in it
nirdesh show बैठक.txt --published 2026-01-24
# The third record of a run, and one by its id or by the name of its file
nirdesh show out/records.jsonl --row 3
nirdesh show 9f3ac2 --records out/records.jsonl
# The same as JSON, indented
nirdesh show out/records.jsonl --row 3 --json
"""


def show(
    target: Annotated[
        str,
        typer.Argument(
            metavar="RECORD|FILE",
            help="A report, a file of records, or the id (its beginning will do) or source of a record.",
            show_default=False,
        ),
    ],
    records: Annotated[
        Path, typer.Option(metavar="FILE", help="Where ids and sources are looked up.")
    ] = Path("out/records.jsonl"),
    row: Annotated[int, typer.Option(min=1, metavar="N", help="Which record or report of the file.")] = 1,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day of publication of a report.", show_default=False)
    ] = None,
    engine: Annotated[EngineChoice, typer.Option(help="What analyses a report.")] = EngineChoice.spacy,
    as_json: Annotated[bool, typer.Option("--json", help="Print the record as indented JSON.")] = False,
) -> None:
    """Show one report with its evidence highlighted and its record as tables."""
    path = Path(target)
    if is_records(path):
        record = next(islice(read_records(path), row - 1, None), None)
        if record is None:
            raise NirdeshError("no-row", f"{path} has no record {row}.", hint="Give a smaller --row.")
    elif path.exists():
        record = _made(target, row, day(published, "--published"), engine)
    else:
        record = _found(target, records)
    if as_json:
        typer.echo(record.model_dump_json(by_alias=True, indent=2))
        return
    from nirdesh.cli.render import render

    render(record, console())


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "show", show, EXAMPLES)


def _made(target: str, row: int, published: str | None, engine: EngineChoice) -> Record:
    """The record of a report that is read now."""
    from nirdesh.errors import Problem
    from nirdesh.ingest import read
    from nirdesh.run.pipeline import Pipeline

    problems: list[Problem] = []
    reports = read([target], published=published, on_problem=problems.append)
    report = next(islice(reports, row - 1, None), None)
    if report is None and problems:
        last = problems[-1]
        raise NirdeshError(last.code, f"{last.source}: {last.message}", stage=last.stage)
    if report is None:
        raise NirdeshError("no-row", f"{target} has no report {row}.", hint="Give a smaller --row.")
    return Pipeline(engine.value).record(report)


def _found(target: str, records: Path) -> Record:
    """The record with an id or source."""
    if not records.exists():
        message = f"There is no file {target}, and no {records} to look for a record in."
        raise NirdeshError("no-such-file", message, hint="Check the path, or give --records.")
    for record in read_records(records):
        source = record.report.source
        if record.report.id.startswith(target) or target in {source, Path(source).name}:
            return record
    message = f"No record in {records} has the id or source {target!r}."
    raise NirdeshError("no-record", message, hint='Look at the ids with: grep -o \'"id":"[^"]*\' FILE')
