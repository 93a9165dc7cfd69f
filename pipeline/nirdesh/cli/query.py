"""``nirdesh query``: directives that answer a question."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nirdesh.cli import questions as ask_for
from nirdesh.cli.answers import Format, FormatOption, Language, LanguageOption, write
from nirdesh.cli.load import Database
from nirdesh.cli.terminal import add
from nirdesh.errors import NirdeshError

EXAMPLES = """
# Who gave it: any script, any spelling
nirdesh query --issuer "अनूप गुप्ता"
nirdesh query --issuer "anoop gupta" --region कानपुर
# What is due within a week, as CSV
nirdesh query --due-within 7d --format csv
# Words in any form: निर्देशों finds निर्देश, nala finds नालों
nirdesh query --text "नालों की सफाई" --modality order --since 2023-06-01
# Anything else in SQL; the tables are in docs/database.md
nirdesh query --sql "select modality, count(*) from directives group by modality"
"""
SHOWN = ("published", "issuers", "addressees", "action", "modality", "due", "regions", "verdict")
_HIDDEN = ("sqlite_",)


def query(
    db: Database = Path("nirdesh.db"),
    issuer: ask_for.Issuer = None,
    to: ask_for.To = None,
    region: ask_for.Region = None,
    party: ask_for.Party = None,
    text: ask_for.Text = None,
    modality: ask_for.ModalityOption = None,
    due_before: ask_for.DueBefore = None,
    due_after: ask_for.DueAfter = None,
    due_within: ask_for.DueWithin = None,
    since: ask_for.Since = None,
    until: ask_for.Until = None,
    verdict: ask_for.VerdictOption = None,
    confidence: ask_for.Confidence = None,
    sql: Annotated[
        str | None, typer.Option(metavar="SELECT", help="Ask in SQL instead.", show_default=False)
    ] = None,
    limit: ask_for.Limit = 50,
    form: FormatOption = Format.table,
    lang: LanguageOption = Language.en,
    today: ask_for.Today = None,
) -> None:
    """Find directives, the latest first.

    All filters must hold. Names, places and words are found in Devanagari and Latin letters and in other
    spellings. A directive that names no place counts for the place of its report's dateline.
    """
    from nirdesh.store import open_database
    from nirdesh.store.query import ask

    opened = open_database(db)
    if sql is not None:
        rows = _selected(opened, sql)
        write("Rows", rows, list(rows[0]) if rows else [], form, lang)
        return
    asked = ask_for.question(
        issuer=issuer, to=to, region=region, party=party, text=text, modality=modality,
        due_from=due_after, due_before=due_before, due_within=due_within, since=since, until=until,
        verdict=verdict, confidence=confidence, today=today,
    )  # fmt: skip
    rows = ask(opened, asked, limit=limit + 1)
    write("Directives", rows[:limit], SHOWN, form, lang)
    if len(rows) > limit:
        typer.echo(f"There are more than {limit}; see them with --limit {limit * 10}.", err=True)
    elif not rows:
        typer.echo("Nothing found. Leave a filter out, or look at all with: nirdesh query", err=True)


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "query", query, EXAMPLES)


def _selected(db: object, sql: str) -> list[dict[str, object]]:
    import sqlite3
    from typing import cast

    from sqlite_utils import Database as Opened

    try:
        return list(cast(Opened, db).query(sql))
    except (sqlite3.Error, ValueError) as error:
        hint = "Only SELECT can be asked; `.tables` of sqlite3 or docs/database.md name the tables."
        raise NirdeshError("bad-sql", f"{error}.", hint=hint) from error
