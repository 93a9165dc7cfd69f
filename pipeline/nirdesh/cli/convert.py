"""``nirdesh convert``: text between legacy fonts and Unicode."""

from __future__ import annotations

from typing import Annotated

import typer

from nirdesh.cli.filters import text_lines, write_text
from nirdesh.cli.terminal import add

EXAMPLES = """
echo 'Hkkjrh; turk' | nirdesh convert --from krutidev010
nirdesh convert --from krutidev010 purani-file.txt > nayi-file.txt
# And back, for a printer that knows nothing else
echo 'सभी कार्यकर्ता बैठक में आएं' | nirdesh convert --from unicode --to krutidev010
"""


def convert(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE", help="Text files; standard input if none.", show_default=False),
    ] = None,
    source: Annotated[
        str, typer.Option("--from", metavar="FONT", help="krutidev010, devlys010, chanakya or unicode.")
    ] = "krutidev010",
    target: Annotated[str, typer.Option("--to", metavar="FONT", help="The same names.")] = "unicode",
) -> None:
    """Convert text in a legacy font to Unicode, or back.

    The whole text is taken to be in one font, as it comes out of a word processor or a PDF.
    """
    from nirdesh.text.filters import convert_lines

    # Glyph codes above 127 come as they stood on Windows.
    fallback = None if source == "unicode" else "cp1252"
    lines = (line for _, line in text_lines(files or (), fallback))
    for converted in convert_lines(lines, from_=source, to=target):
        write_text(converted + "\n")


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "convert", convert, EXAMPLES)
