"""``nirdesh schema``: the record as JSON Schema."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nirdesh.cli.terminal import add

EXAMPLES = """
nirdesh schema > record.schema.json
# Check a file of records with another tool
nirdesh schema -o record.schema.json && check-jsonschema --schemafile record.schema.json record.json
"""


def schema(
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="Write it to a file.", show_default=False),
    ] = None,
) -> None:
    """Print the JSON Schema (2020-12) of a record."""
    from nirdesh.record import schema_json

    if out is None:
        typer.echo(schema_json(), nl=False)
    else:
        out.write_text(schema_json(), encoding="utf-8")


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "schema", schema, EXAMPLES)
