"""``nirdesh timeline``: what happened when."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from nirdesh.cli import questions as ask_for
from nirdesh.cli.answers import Format, FormatOption, Language, LanguageOption, write
from nirdesh.cli.load import Database
from nirdesh.cli.terminal import add

EXAMPLES = """
# What the records tell of a district, day by day
nirdesh timeline --region बहराइच
# How many directives a month, of each kind
nirdesh timeline --by month --text सफाई --format csv
"""


class Period(StrEnum):
    """What is counted together."""

    day = "day"
    month = "month"
    year = "year"


def timeline(
    db: Database = Path("nirdesh.db"),
    issuer: ask_for.Issuer = None,
    to: ask_for.To = None,
    region: ask_for.Region = None,
    party: ask_for.Party = None,
    text: ask_for.Text = None,
    modality: ask_for.ModalityOption = None,
    since: ask_for.Since = None,
    until: ask_for.Until = None,
    by: Annotated[
        Period | None, typer.Option(help="Count directives instead of listing.", show_default=False)
    ] = None,
    limit: ask_for.Limit = 200,
    form: FormatOption = Format.table,
    lang: LanguageOption = Language.en,
) -> None:
    """List directives, assignments and events day by day, or count directives.

    A directive stands on the day by which it is due, else on the day of the report. Assignments and events
    are listed when only --issuer, --region, --since and --until are given.
    """
    from nirdesh.store import open_database
    from nirdesh.store.answers import counts
    from nirdesh.store.answers import timeline as listed

    asked = ask_for.question(
        issuer=issuer,
        to=to,
        region=region,
        party=party,
        text=text,
        modality=modality,
        since=since,
        until=until,
    )
    opened = open_database(db)
    if by is not None:
        write("Timeline", counts(opened, asked, by.value), ("period", "modality", "directives"), form, lang)
        return
    rows = listed(opened, asked, limit=limit)
    write("Timeline", rows, ("day", "what", "kind", "who", "text", "place"), form, lang)


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "timeline", timeline, EXAMPLES)
