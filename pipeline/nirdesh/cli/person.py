"""``nirdesh person``: everything the records say of somebody."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nirdesh.cli.answers import Format, FormatOption, Language, LanguageOption, write
from nirdesh.cli.load import Database
from nirdesh.cli.questions import Limit
from nirdesh.cli.terminal import add, console, safe
from nirdesh.errors import NirdeshError

EXAMPLES = """
nirdesh person "मीनाक्षी तोमर"
nirdesh person "minakshi tomar" --format jsonl
"""
_SECTIONS = {
    "posts": ("Posts", ("title", "organisation", "place", "first_seen", "last_seen", "reports")),
    "duties": ("Duties", ("published", "role", "change", "place", "from_role", "given_by")),
    "given": ("Given", ("published", "addressees", "action", "modality", "due", "regions")),
    "received": ("Received", ("published", "issuers", "action", "modality", "due", "regions")),
    "events": ("Events", ("published", "kind", "name", "part", "first_day")),
}


def person(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="In any script; a part will do.", show_default=False)
    ],
    db: Database = Path("nirdesh.db"),
    limit: Limit = 5,
    form: FormatOption = Format.table,
    lang: LanguageOption = Language.en,
) -> None:
    """Show posts, duties, directives given and received, and events of a person.

    Everybody whose name fits is shown, those in most reports first. Name, place, post, party and time decide
    who is one person across reports (see `nirdesh people`); doubts are told.
    CSV has one row for each fact, under `section`.
    """
    from nirdesh.store import open_database
    from nirdesh.store.persons import persons

    found = persons(open_database(db), name, limit=limit)
    if not found:
        hint = "Try a part of the name, or look with: nirdesh query --to NAME"
        raise NirdeshError("no-person", f"Nobody named {name!r} is in {db}.", hint=hint)
    if form is Format.jsonl:
        write("", found, (), form)
        return
    if form is Format.csv:
        write("", [_flat(one["name"], section, row) for one in found for section in _SECTIONS
                   for row in one[section]], (), form)  # fmt: skip
        return
    for one in found:
        head = f"{one['name']} ({one['latin']}), {one['reports']} reports"
        if form is Format.md:
            typer.echo(f"\n## {safe(head)}")
        else:
            console().print(f"\n{safe(head)}", style="bold", markup=False)
        if one["doubts"]:
            typer.echo(safe(f"May be the same person: {', '.join(one['doubts'])}"))
        for section, (title, columns) in _SECTIONS.items():
            if one[section]:
                if form is Format.md:
                    typer.echo(f"\n### {title}\n")
                write(title, one[section], columns, form, lang)


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "person", person, EXAMPLES)


def _flat(name: str, section: str, row: dict[str, object]) -> dict[str, object]:
    """A fact of any section under the columns that all share."""
    what = row.get("action") or row.get("title") or row.get("role") or row.get("name")
    when = row.get("published") or row.get("first_seen")
    where = row.get("regions") or row.get("place")
    kind = row.get("modality") or row.get("change") or row.get("kind")
    other = row.get("issuers") if section == "received" else row.get("addressees") or row.get("given_by")
    return {"person": name, "section": section, "day": when, "kind": kind, "what": what, "where": where,
            "other": other, "due": row.get("due"), "report_id": row.get("report_id")}  # fmt: skip
