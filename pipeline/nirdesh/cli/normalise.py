"""``nirdesh normalise``: clean text, and what was repaired."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from nirdesh.cli.filters import text_lines, write_text
from nirdesh.cli.terminal import add

if TYPE_CHECKING:
    from nirdesh.text.alignment import Aligned

EXAMPLES = """
echo 'उ0प्र0 में १२ बैठकें हुई हैं ।श्री राय आए' | nirdesh normalise
# What was changed where, and by which rule
nirdesh normalise --explain report.txt
# Rows {"id", "input"}, as other tools make them
nirdesh normalise --jsonl rows.jsonl > clean.jsonl
"""


class Profile(StrEnum):
    """What the clean text is for."""

    analysis = "analysis"
    key = "key"
    display = "display"


def normalise(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE", help="Text or rows; standard input if none.", show_default=False),
    ] = None,
    profile: Annotated[
        Profile,
        typer.Option(
            help="analysis: as our models read it; display: damage repaired, the rest as published; "
            "key: for comparing spellings."
        ),
    ] = Profile.analysis,
    explain: Annotated[bool, typer.Option("--explain", help="Tell every change with its rule.")] = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Rows {"id", "input"} in, {"id", "text", "repairs"} out.')
    ] = False,
) -> None:
    """Repair what fonts, converters and scrapers broke, and change nothing else.

    Text is read and written line by line. With --explain each line is followed by its changes, indented:
    rule, place in the line as published, what stood there and what it became.
    """
    from nirdesh.text.normalise import normalise as normalise_text

    if jsonl:
        _rows(files or [], profile)
        return
    for line in text_lines(files or ()):
        body = line.rstrip("\r\n")
        aligned = normalise_text(body, profile.value)
        write_text(aligned.text + line[len(body) :])
        if explain:
            _explain(aligned)


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "normalise", normalise, EXAMPLES)


def _explain(aligned: Aligned) -> None:
    for repair in aligned.repairs:
        write_text(f"    {repair.rule} {repair.start}:{repair.end} {repair.before!r} -> {repair.after!r}\n")


def _rows(files: list[str], profile: Profile) -> None:
    from nirdesh.cli.filters import Row, answer_rows
    from nirdesh.text.normalise import normalise as normalise_text

    def answer(row: Row) -> Row:
        aligned = normalise_text(row["input"], profile.value)
        repairs = [
            {
                "rule": repair.rule,
                "start": repair.start,
                "end": repair.end,
                "before": repair.before,
                "after": repair.after,
            }
            for repair in aligned.repairs
        ]
        return {"text": aligned.text, "repairs": repairs}

    answer_rows(files, answer)
