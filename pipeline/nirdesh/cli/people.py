"""``nirdesh people``: who is who across the reports of a run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from nirdesh.cli.records import read_records
from nirdesh.cli.terminal import add, console

EXAMPLES = """
# Everybody who stands in more than one report, with how often
nirdesh people out/records.jsonl
# One person's posts over time; any script and spelling
nirdesh people out/records.jsonl "Meenakshi Tomar"
# For other tools
nirdesh people out/records.jsonl "मीनाक्षी तोमर" --json | jq .posts
"""


def people(
    records: Annotated[Path, typer.Argument(metavar="RECORDS", help="File of records.")],
    name: Annotated[str, typer.Argument(help="A name in either script; without it, everybody.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a person.")] = False,
) -> None:
    """List people across reports, and the posts of a person over time.

    Names are compared by sound; post, place, party and time decide who is one person. Where that is
    doubtful, people stay apart and the doubt is told.
    """
    from rich.table import Table

    from nirdesh.link import find, identify, sightings

    made = identify(sightings(read_records(records)))
    chosen = find(made, name) if name else [i for i in made if len(i.sightings) > 1]
    if as_json:
        for identity in chosen:
            posts = [
                {"published": day or None, "report": report, "title": held.title, "region": held.region,
                 "organisation": held.organisation, "former": held.former}
                for day, report, held in identity.posts()
            ]  # fmt: skip
            row = {"key": identity.key, "name": identity.name, "reports": len(identity.sightings)}
            typer.echo(json.dumps(row | {"posts": posts, "doubts": identity.doubts}, ensure_ascii=False))
        return
    named = {identity.key: identity.name for identity in made}
    for identity in chosen:
        table = Table("day", "post", "place", "organisation", title=identity.name, title_justify="left")
        for day, _, held in identity.posts():
            title = f"{held.title} (former)" if held.former else held.title
            table.add_row(day or "–", title, held.region or "", held.organisation or "")
        console().print(table)
        console().print(f"{len(identity.sightings)} reports", style="dim")
        if identity.doubts:
            told = ", ".join(f"{named[key]} ({key[:8]})" for key in identity.doubts)
            console().print(f"May be the same person: {told}", style="dim")
    if not chosen:
        console().print("Nobody found.")


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "people", people, EXAMPLES)
