"""``nirdesh run``: reports in, records out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nirdesh.cli.terminal import add, console, safe, warn
from nirdesh.errors import NirdeshError, Problem

if TYPE_CHECKING:
    from nirdesh.report import Report
    from nirdesh.run import Plan, Summary

EXAMPLES = """
# A folder of scraped reports, results in out/
nirdesh run reports/ -o out
# One report, with the day it was published
nirdesh run बैठक.txt --published 2026-01-24 -o out
# A feed from another tool, records straight into the next one
zcat feed.jsonl.gz | nirdesh run - -o - | jq '.directives[].action.text'
# Into a database at once, to be asked with nirdesh query
nirdesh run reports/ -o out --db nirdesh.db
# A folder that a scraper fills, looked at every minute
nirdesh run inbox/ -o out --watch 60
# On a Ray cluster
nirdesh run archive/ -o out --on ray --address auto --workers 64
# After an update of nirdesh
nirdesh run reports/ -o out --redo outdated
# What would be read, and what is wrong with the rest
nirdesh run "archive/**/*.html" --dry-run
"""


class RedoChoice(StrEnum):
    """Finished reports that a user can have done again."""

    changed = "changed"
    outdated = "outdated"
    problems = "problems"
    all = "all"


class OnChoice(StrEnum):
    """Places where a user can have the work done."""

    local = "local"
    ray = "ray"


class EngineChoice(StrEnum):
    """Engines that a user can ask for."""

    spacy = "spacy"
    stanza = "stanza"
    blank = "blank"


def run(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help="Files (text, HTML, JSONL, CSV, Parquet, PDF, DOCX, ODT, RTF, EML, feeds, WARC, ZIP, TAR; "
            "also packed), folders, quoted globs; - is standard input.",
            show_default=False,
        ),
    ],
    out: Annotated[
        str, typer.Option("--out", "-o", metavar="FOLDER", help="Folder for the results; - streams records.")
    ] = "out",
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="Day of publication (2026-01-24), whatever the reports say.",
            show_default=False,
        ),
    ] = None,
    published_default: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Day of publication for reports that do not tell theirs.", show_default=False
        ),
    ] = None,
    engine: Annotated[
        EngineChoice, typer.Option(help="What analyses the sentences; blank needs no model.")
    ] = EngineChoice.spacy,
    workers: Annotated[int, typer.Option("--workers", "-w", min=1, help="Processes to share the work.")] = 1,
    limit: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Read only the first N reports.", show_default=False),
    ] = None,
    redo: Annotated[
        RedoChoice,
        typer.Option(help="Finished reports to do again: made by an older version, problems, or all."),
    ] = RedoChoice.changed,
    watch: Annotated[
        float | None,
        typer.Option(
            metavar="SECONDS", help="Look every so often for new and changed files.", show_default=False
        ),
    ] = None,
    on: Annotated[OnChoice, typer.Option(help="Where the work is done.")] = OnChoice.local,
    address: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Ray cluster for --on ray (auto: one that runs here).",
            show_default=False,
        ),
    ] = None,
    seconds: Annotated[
        float, typer.Option(min=1, help="Processor time that one report may take.", show_default=True)
    ] = 120.0,
    megabytes: Annotated[
        int, typer.Option(min=200, help="Memory that a worker may take beside the models.")
    ] = 2000,
    near: Annotated[bool, typer.Option(help="Link near duplicates to the first of them.")] = True,
    parquet: Annotated[bool, typer.Option("--parquet", help="Also write records.parquet.")] = False,
    ocr: Annotated[bool, typer.Option("--ocr", help="Read pictures in PDF files with Tesseract.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read the inputs, write nothing.")] = False,
    db: Annotated[
        Path | None,
        typer.Option(
            "--db", metavar="FILE", help="Also load the records into this database.", show_default=False
        ),
    ] = None,
) -> None:
    """Turn reports into records.

    Writes records.jsonl, problems.jsonl and manifest.json. Finished reports are not done again by a second
    run, and a broken run goes on where it stopped.

    Exit code: 0 all reports became records, 1 some did not (see problems.jsonl), 2 none did, or the command
    is wrong, 3 stopped before the end (disk full, folder in use): the same command goes on. The status in
    manifest.json is running, complete or stopped.
    """
    from nirdesh.ingest.build import Options
    from nirdesh.run import Plan, Setup

    options = Options(day(published, "--published"), day(published_default, "--published-default"), ocr)
    folder = None if out == "-" else Path(out)
    if db is not None and folder is None:
        raise NirdeshError("no-folder", "--db needs a folder for the results.", hint="Give one with --out.")
    setup = Setup(engine.value, options, workers, seconds, megabytes)
    plan = Plan(inputs, folder, setup, limit, redo.value, near, parquet, on.value, address)
    summary = _dry(plan) if dry_run else _real(plan) if watch is None else _watched(plan, watch)
    if db is not None and folder is not None and summary.records and not dry_run:
        from nirdesh.cli.load import load_file

        load_file([folder / "records.jsonl"], db)
    raise typer.Exit(summary.exit_code)


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "run", run, EXAMPLES)


def day(value: str | None, option: str) -> str | None:
    """An ISO day that a user gave, checked."""
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise NirdeshError(
            "bad-date", f"{option} {value} is no day.", hint="Write it as 2026-01-24."
        ) from error


def _real(plan: Plan) -> Summary:
    from nirdesh.run import run as run_plan

    problems: list[Problem] = []

    def on_problem(problem: Problem) -> None:
        if plan.out is None:
            warn(problem)
        elif len(problems) < _SHOWN:
            problems.append(problem)

    with _progress(plan) as on_done:
        summary = run_plan(plan, on_problem=on_problem, on_done=on_done)
    _tell(plan, summary, problems)
    return summary


_SHOWN = 5


def _watched(plan: Plan, seconds: float) -> Summary:
    """Run after run until Ctrl-C or SIGTERM; the exit code is that of the last."""
    import signal
    from threading import Event

    from nirdesh.run import Summary
    from nirdesh.run.watch import watch

    ended = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    last = Summary()
    problems: list[Problem] = []

    def on_problem(problem: Problem) -> None:
        if len(problems) < _SHOWN:
            problems.append(problem)

    for last in watch(plan, seconds=seconds, pause=lambda time: not ended.wait(time), on_problem=on_problem):
        _tell(plan, last, problems)
        problems.clear()
    return last


@contextmanager
def _progress(plan: Plan) -> Iterator[Callable[[], None]]:
    """A bar on a terminal, nothing elsewhere."""
    terminal = console(stderr=True)
    if not terminal.is_terminal:
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from nirdesh.ingest.estimate import estimate

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=terminal, transient=True) as progress:
        task = progress.add_task("reports", total=plan.limit or estimate(plan.inputs))
        yield lambda: progress.advance(task)


def _tell(plan: Plan, summary: Summary, problems: list[Problem]) -> None:
    from rich.table import Table
    from rich.text import Text

    terminal = console(stderr=plan.out is None)
    table = Table(title="nirdesh run", title_justify="left", show_header=False, min_width=44)
    table.add_column("what")
    table.add_column("number", justify="right")
    table.add_row("reports read", f"{summary.reports:,}")
    table.add_row("[bold]records[/bold]", f"[bold]{summary.records:,}[/bold]")
    if summary.reused:
        table.add_row("  of an earlier run", f"{summary.reused:,}")
    if summary.outdated:
        table.add_row("  [yellow]made by an older version[/yellow]", f"[yellow]{summary.outdated:,}[/yellow]")
    if summary.near:
        table.add_row("  near duplicates", f"{summary.near:,}")
    for name, number in summary.counts.items():
        table.add_row(name, f"{number:,}")
    table.add_section()
    for code, number in sorted(summary.problems.items()):
        table.add_row(f"[yellow]{code}[/yellow]", f"[yellow]{number:,}[/yellow]")
    table.add_section()
    table.add_row("seconds", f"{summary.wall_seconds:.1f}")
    terminal.print(table)
    for problem in problems:
        row = Text(problem.code, style="yellow").append(
            safe(f" {problem.source}: {problem.message}"), style="default"
        )
        terminal.print(row, soft_wrap=True)
    if summary.outdated:
        terminal.print("Have the outdated ones made anew with: --redo outdated")
    if plan.out is not None:
        more = sum(summary.problems.values()) - len(problems)
        if more > 0:
            terminal.print(f"… and {more} more in {plan.out / 'problems.jsonl'}", markup=False)
        if summary.records:
            records = plan.out / "records.jsonl"
            terminal.print(
                f"Records are in {records}; read one with: nirdesh show {records}",
                soft_wrap=True,
                markup=False,
            )


def _dry(plan: Plan) -> Summary:
    from rich.table import Table
    from rich.text import Text

    from nirdesh.run import dry_run

    terminal = console()
    table = Table(title="Would be read", title_justify="left")
    for name in ("report", "published", "from", "place", "title", "characters"):
        table.add_column(name, justify="right" if name == "characters" else "left", overflow="fold")

    def on_report(report: Report) -> None:
        if table.row_count < _DRY_ROWS:
            title = (report.title or report.text.lstrip().split("\n", 1)[0])[:50]
            cells = (report.source, report.published or "", report.published_from or "", report.place or "")
            table.add_row(*(Text(safe(cell)) for cell in (*cells, title, f"{len(report.text):,}")))

    summary = dry_run(plan, on_report=on_report, on_problem=warn)
    terminal.print(table)
    terminal.print(f"{summary.records:,} reports would be read; {sum(summary.problems.values()):,} problems.")
    return summary


_DRY_ROWS = 50
