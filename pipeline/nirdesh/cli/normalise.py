"""``nirdesh normalise``: clean text, and what was repaired."""

from __future__ import annotations

import typer

from nirdesh.cli.terminal import add

EXAMPLES = """
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    # add(app, "normalise", normalise, EXAMPLES)
