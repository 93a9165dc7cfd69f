"""Deadlines as an iCalendar file (RFC 5545), for calendars and reminders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, Final

_ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
_CONTROL: Final = dict.fromkeys((*range(9), *range(11, 32), 127))
_WIDTH: Final = 75


def icalendar(rows: Iterable[dict[str, Any]], *, name: str = "nirdesh") -> str:
    """A calendar with one all-day event for the last day of each directive.

    Args:
        rows: Answers of :func:`nirdesh.store.query.ask` that have a ``due``.
        name: Shown by calendar programs.

    Returns:
        Lines ended by CRLF, folded at 75 bytes. Ids are the directives' own, so a newer file replaces what an
        older one brought in.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//nirdesh//nirdesh//EN",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for row in rows:
        lines += _event(row)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(row: dict[str, Any]) -> list[str]:
    day = date.fromisoformat(row["due"])
    stamp = (row["published"] or row["due"]).replace("-", "")
    who = " → ".join(part for part in (row["issuers"], row["addressees"]) if part)
    more = [part for part in (who, row["evidence"], row["title"], row["source"]) if part]
    lines = [
        "BEGIN:VEVENT",
        f"UID:{row['id']}@nirdesh",
        f"DTSTAMP:{stamp}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(row['action'])}",
        "DESCRIPTION:" + _text("\n".join(more)),
        f"CATEGORIES:{row['modality']}",
        "TRANSP:TRANSPARENT",
    ]
    if row["regions"]:
        lines.append(f"LOCATION:{_text(row['regions'])}")
    return [*lines, "END:VEVENT"]


def _text(value: str) -> str:
    return value.translate(_CONTROL).translate(_ESCAPES)


def _folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 bytes; the parts after the first begin with a blank."""
    part, size = "", 0
    for char in line:
        width = len(char.encode())
        if size + width > _WIDTH:
            yield part
            part, size = " ", 1
        part += char
        size += width
    yield part
