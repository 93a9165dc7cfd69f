"""``nirdesh convert``: text in a legacy font to Unicode."""

from __future__ import annotations

from typing import Annotated

import typer

from nirdesh.cli.terminal import add

EXAMPLES = """
echo 'Hkkjrh; turk' | nirdesh convert --from krutidev010
nirdesh convert --from krutidev010 purani-file.txt > nayi-file.txt
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    pass
