"""``nirdesh normalise``: clean text, and what was repaired."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

import typer

from nirdesh.cli.filters import text_lines, write_text
from nirdesh.cli.terminal import add, complain
from nirdesh.errors import NirdeshError

EXAMPLES = """
echo 'उ0प्र0 में १२ बैठकें हुई हैं ।श्री राय आए' | nirdesh normalise
# What was changed where, and by which rule
nirdesh normalise --explain report.txt
# A feed, its texts cleaned and the rest of each row passed on
nirdesh normalise --jsonl feed.jsonl > clean.jsonl
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
    jsonl: Annotated[bool, typer.Option("--jsonl", help="The input is rows of JSON, one a line.")] = False,
    field: Annotated[
        str, typer.Option(metavar="NAME", help="Where a row has its text; the rest of it is passed on.")
    ] = "text",
) -> None:
    """Repair what fonts, converters and scrapers broke, and change nothing else.

    Line by line. With --explain each line is followed by its changes, indented: place in the line as
    published, rule, what stood there and what it became; rows get a list "repairs" instead.

    Exit code: 0 all done, 1 some rows were broken, 2 all were.
    """
    from nirdesh.text.filters import normalise_lines

    good = bad = 0
    kind: Literal["text", "jsonl"] = "jsonl" if jsonl else "text"
    for place, line in text_lines(files or ()):
        try:
            answer = list(
                normalise_lines([line], profile=profile.value, format=kind, explain=explain, field=field)
            )
        except (NirdeshError, RecursionError) as error:
            bad += 1
            complain(NirdeshError("broken-row", f"{place}: {error}"))
            continue
        good += 1
        write_text("".join(f"{item}\n" for item in answer))
    if bad:
        raise typer.Exit(1 if good else 2)


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "normalise", normalise, EXAMPLES)
