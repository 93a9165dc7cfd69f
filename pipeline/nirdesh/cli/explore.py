"""``nirdesh explore`` and ``nirdesh report``: the database in the browser, and on one page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nirdesh.cli import questions as ask_for
from nirdesh.cli.load import Database
from nirdesh.cli.terminal import add, console

EXPLORE_EXAMPLES = """
nirdesh explore nirdesh.db
# Another port, nobody may correct
nirdesh explore nirdesh.db --port 8020 --read-only
"""
REPORT_EXAMPLES = """
# The latest 200 directives on one page
nirdesh report summary.html
# One district, one year
nirdesh report बहराइच.html --region बहराइच --since 2023-01-01
"""


def explore(
    db: Annotated[
        Path, typer.Argument(metavar="DATABASE", help="Made by `nirdesh load`.")
    ] = Path("nirdesh.db"),
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port on this machine.")] = 8011,
    read_only: Annotated[bool, typer.Option("--read-only", help="Nobody may correct.")] = False,
    token: Annotated[
        str | None,
        typer.Option(
            envvar="NIRDESH_TOKEN", metavar="TEXT", help="The reviewers' token; a new one if not given.",
            show_default=False,
        ),
    ] = None,
    open_browser: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:  # fmt: skip
    """Show a database in the browser, with Datasette.

    Answers only on this machine (127.0.0.1). Nothing is loaded from elsewhere. Whoever opens the printed
    address with the token may correct directives; all the rest is read-only.
    """
    from nirdesh.explore.app import make_app, serve
    from nirdesh.explore.setup import setup_of

    made = make_app(db, token=token, read_only=read_only)
    given = setup_of(made).token
    address = f"http://127.0.0.1:{port}/"
    console().print(f"Reading: {address}", markup=False, soft_wrap=True)
    if given:
        console().print(f"Correcting: {address}-/sign-in?token={given}", markup=False, soft_wrap=True)
    if open_browser:
        typer.launch(f"{address}-/sign-in?token={given}" if given else address)
    serve(made, port)


def report(
    out: Annotated[Path, typer.Argument(metavar="OUT.html", help="The page.", show_default=False)],
    db: Database = Path("nirdesh.db"),
    issuer: ask_for.Issuer = None,
    region: ask_for.Region = None,
    party: ask_for.Party = None,
    text: ask_for.Text = None,
    since: ask_for.Since = None,
    until: ask_for.Until = None,
    limit: ask_for.Limit = 200,
) -> None:
    """Write one page for e-mail: figures, deadlines, who instructs whom, reports with their evidence.

    The page holds everything it needs, has no scripts and loads nothing.
    """
    from nirdesh.explore.onepage import write_page
    from nirdesh.store import open_database

    asked = ask_for.question(issuer=issuer, region=region, party=party, text=text, since=since, until=until)
    count = write_page(open_database(db), out, asked, limit=limit)
    console().print(f"{count:,} directives written to {out}", markup=False, soft_wrap=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    add(app, "explore", explore, EXPLORE_EXAMPLES)
    add(app, "report", report, REPORT_EXAMPLES)
