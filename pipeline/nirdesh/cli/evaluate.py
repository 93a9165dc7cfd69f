"""``nirdesh evaluate``: records against a gold annotation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nirdesh.cli.terminal import add, console
from nirdesh.errors import NirdeshError

if TYPE_CHECKING:
    from nirdesh.evaluate.gold import GoldReport
    from nirdesh.evaluate.score import Scores
    from nirdesh.record import Record

EXAMPLES = """
nirdesh run corpus/reports -o out && nirdesh evaluate corpus/gold.jsonl out/records.jsonl
# What was missed or invented, at most 20 lines of each kind
nirdesh evaluate corpus/gold.jsonl out/records.jsonl --failures 20
# Only the reports of one split, as JSON
nirdesh evaluate corpus/gold.jsonl out/records.jsonl --splits corpus/splits.toml --split develop --json
"""


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Annotated reports (JSONL).", show_default=False)
    ],
    records: Annotated[
        Path,
        typer.Argument(
            metavar="RECORDS", help="records.jsonl of a run over the same files.", show_default=False
        ),
    ],
    splits: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="splits.toml with the reports of each split.", show_default=False),
    ] = None,
    split: Annotated[
        str | None, typer.Option(metavar="NAME", help="Score only this split.", show_default=False)
    ] = None,
    failures: Annotated[
        int, typer.Option(min=0, metavar="N", help="Show up to N failures of each kind.")
    ] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Score records against gold annotations.

    Reports are matched by the name of their file. Shown are precision, recall and F1 of people, dates,
    regions, directives and assignments, and how many of their values are right.
    """
    from nirdesh.evaluate.score import score

    wanted = _selected(_read_gold(gold), splits, split)
    scores = score(wanted, _read_records(records))
    if as_json:
        typer.echo(json.dumps(scores.figures(), ensure_ascii=False, indent=2))
        return
    _tables(scores, len(wanted))
    _failures(scores, failures)


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "evaluate", evaluate, EXAMPLES)


def _read_gold(path: Path) -> list[GoldReport]:
    from pydantic import ValidationError

    from nirdesh.evaluate.gold import read_gold

    try:
        return read_gold(path)
    except OSError as error:
        raise _unreadable(path, error) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "row"
        message = f"{path} is no gold annotation: {where}: {first['msg']}."
        raise NirdeshError("bad-gold", message, hint="See corpus/README.md for the format.") from error


def _read_records(path: Path) -> list[Record]:
    from nirdesh.cli.records import read_records

    return list(read_records(path))


def _selected(gold: list[GoldReport], splits: Path | None, split: str | None) -> list[GoldReport]:
    if split is None:
        return gold
    from nirdesh.evaluate.gold import read_splits

    if splits is None:
        raise NirdeshError("no-splits", "--split needs --splits.", hint="Add --splits corpus/splits.toml.")
    named = read_splits(splits)
    if split not in named:
        raise NirdeshError(
            "no-split", f"There is no split {split!r}.", hint=f"Use one of {', '.join(named)}."
        )
    wanted = set(named[split])
    return [report for report in gold if report.id in wanted]


def _unreadable(path: Path, error: OSError) -> NirdeshError:
    return NirdeshError("unreadable", f"{path}: {error.strerror or error}.", hint="Check the path.")


def _tables(scores: Scores, reports: int) -> None:
    from rich.table import Table

    found = Table(title=f"Found ({reports} reports)", title_justify="left")
    for name in ("what", "precision", "recall", "F1", "right", "invented", "missed"):
        found.add_column(name, justify="left" if name == "what" else "right")
    for name, tally in scores.tallies.items():
        rates = (f"{value:.3f}" for value in (tally.precision, tally.recall, tally.f1))
        found.add_row(name, *rates, str(tally.hits), str(tally.extra), str(tally.missed))
    right = Table(title="Right among what was found", title_justify="left")
    right.add_column("what")
    right.add_column("share", justify="right")
    right.add_column("of", justify="right")
    for name, share in scores.shares.items():
        right.add_row(name, f"{share.value:.3f}", str(share.judged))
    terminal = console()
    terminal.print(found)
    terminal.print(right)


def _failures(scores: Scores, most: int) -> None:
    from collections import defaultdict

    kinds = defaultdict(list)
    for failure in scores.failures:
        kinds[failure.kind].append(failure)
    terminal = console()
    for kind, rows in kinds.items() if most else ():
        terminal.print(f"\n[bold]{kind}[/bold] ({len(rows)})")
        for row in rows[:most]:
            terminal.print(f"  {row.report}: {row.what}", markup=False, soft_wrap=True)
            if row.detail:
                terminal.print(f"    {row.detail}", markup=False, soft_wrap=True)
