"""``nirdesh due``: what is due when."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from nirdesh.cli import questions as ask_for
from nirdesh.cli.answers import Format, Language, LanguageOption, write
from nirdesh.cli.filters import write_text
from nirdesh.cli.load import Database
from nirdesh.cli.run import day
from nirdesh.cli.terminal import add

EXAMPLES = """
# From today on
nirdesh due
# Everything that was due in a month, in a district
nirdesh due --since 2023-06-01 --until 2023-06-30 --region बहराइच
# Into a calendar program
nirdesh due --to "अधिशासी अधिकारी" --format ics > due.ics
"""


class DueFormat(StrEnum):
    """How deadlines are written."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"
    md = "md"
    ics = "ics"


def due(
    db: Database = Path("nirdesh.db"),
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="First day; today if not given.", show_default=False)
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Last day.", show_default=False)] = None,
    issuer: ask_for.Issuer = None,
    to: ask_for.To = None,
    region: ask_for.Region = None,
    party: ask_for.Party = None,
    text: ask_for.Text = None,
    modality: ask_for.ModalityOption = None,
    limit: ask_for.Limit = 200,
    form: Annotated[DueFormat, typer.Option("--format", "-f", help="ics is iCalendar.")] = DueFormat.table,
    lang: LanguageOption = Language.en,
) -> None:
    """List what is due, the nearest deadline first."""
    from nirdesh.store import open_database
    from nirdesh.store.answers import due as listed
    from nirdesh.store.calendar import icalendar

    first = day(since, "--since") or dt.date.today().isoformat()
    asked = ask_for.question(
        issuer=issuer, to=to, region=region, party=party, text=text, modality=modality,
        due_from=first, due_before=day(until, "--until"),
    )  # fmt: skip
    rows = listed(open_database(db), asked, limit=limit)
    if form is DueFormat.ics:
        write_text(icalendar(rows))
        return
    columns = ("due", "issuers", "addressees", "action", "modality", "regions", "published")
    write("Due", rows, columns, Format(form.value), lang)
    if not rows:
        typer.echo(f"Nothing is due from {first} on. Earlier ones: nirdesh due --since 2000-01-01", err=True)


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "due", due, EXAMPLES)
