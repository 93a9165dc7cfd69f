"""Normalising and converting as filters over lines: what the command line wires to files and pipes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any, Literal

from nirdesh.errors import NirdeshError
from nirdesh.text import fonts
from nirdesh.text.alignment import Aligned
from nirdesh.text.normalise import Profile, normalise

Format = Literal["text", "jsonl"]


def normalise_lines(
    lines: Iterable[str],
    *,
    profile: Profile = "analysis",
    format: Format = "text",
    explain: bool = False,
    field: str = "text",
) -> Iterator[str]:
    """Normalise a stream line by line.

    Args:
        lines: Lines with or without their ends.
        profile: As in :func:`nirdesh.text.normalise.normalise`.
        format: ``text`` (each line is text) or ``jsonl`` (each line is an object with the text in ``field``).
        explain: Follow each text line by one line per change, indented, with its rule and place; in ``jsonl``
            add a list ``repairs`` to the object.
        field: Where a JSON object has its text.

    Raises:
        NirdeshError: ``not-json`` for a line that is no object with the field.

    Example:
        >>> list(normalise_lines(["श्री चैहान आए ।\\n"], explain=True))
        ['श्री चौहान आए।', '  5:10 vowel-au चैहान -> चौहान', "  13:14 space ' ' -> ''"]
    """
    for number, line in enumerate(lines, start=1):
        text = line.rstrip("\r\n")
        if format == "jsonl":
            if text.strip():
                yield _json_line(text, number, profile, field, explain)
            continue
        a = normalise(text, profile)
        yield a.text
        if explain:
            yield from (f"  {change}" for change in explain_changes(a))


def explain_changes(a: Aligned) -> Iterator[str]:
    """One line per change: place in the raw text, rule, before and after.

    Example:
        >>> list(explain_changes(normalise("बाॅबी १")))
        ['0:5 sign-candra-o बाॅबी -> बॉबी', '6:7 digit १ -> 1']
    """
    for r in a.repairs:
        yield f"{r.start}:{r.end} {r.rule} {_shown(r.before)} -> {_shown(r.after)}"


def _shown(text: str) -> str:
    return text if text.strip() and text.isprintable() else repr(text)


def _json_line(text: str, number: int, profile: Profile, field: str, explain: bool) -> str:
    row = _object(text, number, field)
    a = normalise(row[field], profile)
    row[field] = a.text
    if explain:
        row["repairs"] = [asdict(r) for r in a.repairs]
    return json.dumps(row, ensure_ascii=False)


def _object(text: str, number: int, field: str) -> dict[str, Any]:
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        raise NirdeshError(
            "not-json",
            f"Line {number} is not JSON: {error.msg}.",
            hint="Give plain text lines, or fix the line.",
            stage="normalise",
        ) from error
    if not isinstance(row, dict) or not isinstance(row.get(field), str):
        raise NirdeshError(
            "not-json",
            f"Line {number} has no text in the field {field!r}.",
            hint="Name the field that holds the text.",
            stage="normalise",
        )
    return row


def convert_lines(lines: Iterable[str], *, from_: str = "krutidev010", to: str = "unicode") -> Iterator[str]:
    """Convert a stream between a legacy font encoding and Unicode, line by line, without their ends.

    Example:
        >>> list(convert_lines(["Hkkjrh; turk\\n"], from_="krutidev010"))
        ['भारतीय जनता']
    """
    for line in lines:
        yield fonts.convert(line.rstrip("\r\n"), from_=from_, to=to)
