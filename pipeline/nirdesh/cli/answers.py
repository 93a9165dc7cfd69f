"""Rows of an answer as a table, JSON lines, CSV or Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Annotated, Any, Final

import typer

from nirdesh.cli.filters import write_text
from nirdesh.cli.terminal import console, safe

Row = dict[str, Any]
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


class Format(StrEnum):
    """How rows are written."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"
    md = "md"


class Language(StrEnum):
    """Language of headings and values."""

    en = "en"
    hi = "hi"


FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How the rows are written.")]
LanguageOption = Annotated[
    Language, typer.Option("--lang", help="Language of headings, of tables and Markdown.")
]


def write(
    title: str,
    rows: Sequence[Row],
    columns: Sequence[str],
    form: Format = Format.table,
    language: Language = Language.en,
) -> None:
    """Write rows to standard output.

    Args:
        title: Heading of a table.
        rows: The rows.
        columns: Which of their fields a table or Markdown shows; JSON lines and CSV have all.
        form: How to write.
        language: Of headings and fixed values in tables and Markdown.
    """
    if form is Format.jsonl:
        write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    elif form is Format.csv:
        write_text(as_csv(rows))
    elif form is Format.md:
        write_text(_markdown(rows, columns, language))
    else:
        _table(title, rows, columns, language)


def as_csv(rows: Iterable[Row]) -> str:
    """CSV with a heading; a text that a spreadsheet would run as a formula gets an apostrophe before it.

    Example:
        >>> as_csv([{"a": "=1+1", "b": None}])
        "a,b\\r\\n'=1+1,\\r\\n"
    """
    stream = io.StringIO()
    writer = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(stream, list(row))
            writer.writeheader()
        writer.writerow({name: _harmless(value) for name, value in row.items()})
    return stream.getvalue()


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _markdown(rows: Sequence[Row], columns: Sequence[str], language: Language) -> str:
    head = [_label("columns", column, language) for column in columns]
    lines = [head, ["---"] * len(columns)]
    lines += [[_escaped(_shown(row[column], language)) for column in columns] for row in rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _escaped(text: str) -> str:
    """Text as Markdown shows it literally, on one line."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>|#&" else char for char in " ".join(text.split()))


def _table(title: str, rows: Sequence[Row], columns: Sequence[str], language: Language) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(title=_label("titles", title, language), title_justify="left", show_lines=True)
    for column in columns:
        table.add_column(_label("columns", column, language), overflow="fold")
    for row in rows:
        table.add_row(*(Text(safe(_shown(row[column], language))) for column in columns))
    console().print(table)


def _shown(value: object, language: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.2f}"
    text = str(value)
    return _label("values", text, language)


def _label(section: str, word: str, language: Language) -> str:
    if language is Language.en:
        return word.replace("_", " ") if section == "columns" else word
    from nirdesh.lexicon.files import toml

    return str(toml("labels", "hi.toml")[section].get(word, word))
