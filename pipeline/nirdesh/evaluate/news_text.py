"""Stories of a newspaper collection that is kept elsewhere, and quotes of them by offset."""

from __future__ import annotations

import lzma
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import regex

from nirdesh.errors import NirdeshError

NEWSPAPERS: Final = "text/no-licence/newspapers-2020.txt.xz"
_OPENED: Final = regex.compile(r'<doc id="([^"]+)">')
_CLOSED: Final = "</doc>"


@dataclass(frozen=True, slots=True)
class Story:
    """One story: some lines of a file of the collection.

    Attributes:
        published: Always None: rows of annotations tell the day.
    """

    id: str
    text: str
    published: None = None

    def quote(self, reference: str) -> str:
        """The words that a reference such as ``12-30`` (code points) stands for; ``+`` joins parts.

        Raises:
            NirdeshError: ``bad-reference`` if it is malformed or points outside the story.

        Example:
            >>> Story("n1", "नाले साफ कराएं").quote("0-4+9-14")
            'नाले कराएं'
        """
        return " ".join(self._part(part, reference) for part in reference.split("+"))

    def _part(self, part: str, reference: str) -> str:
        start, dash, end = part.partition("-")
        if dash and start.isdecimal() and end.isdecimal() and int(start) < int(end) <= len(self.text):
            return self.text[int(start) : int(end)]
        raise NirdeshError("bad-reference", f"{reference} is no part of story {self.id}.")


def read_stories(path: Path, rows: Mapping[str, Mapping[str, Any]]) -> dict[str, Story]:
    """The stories of rows that name their ``source`` (a file of the collection) and ``lines``.

    Args:
        path: The collection: ``<doc id="...">``, a paragraph a line, ``</doc>``; numbers of lines begin at 1.

    Raises:
        NirdeshError: ``no-newspapers`` if the file is missing, ``bad-reference`` if it lacks a story.
    """
    if not path.is_file():
        raise NirdeshError(
            "no-newspapers",
            f"The newspaper collection is not at {path}.",
            hint=f"Give a folder that holds {NEWSPAPERS} (or data/{NEWSPAPERS}) with --data; "
            "it can't be part of this repository.",
        )
    wanted = {row["source"] for row in rows.values()}
    files: dict[str, list[str]] = {}
    current: list[str] | None = None
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            opened = _OPENED.match(line)
            if opened is not None:
                current = files.setdefault(opened[1], []) if opened[1] in wanted else None
            elif line.startswith(_CLOSED):
                current = None
            elif current is not None:
                current.append(line.rstrip("\n"))
    stories = {}
    for name, row in rows.items():
        first, last = row["lines"]
        found = files.get(row["source"], [])[first - 1 : last]
        if len(found) != last - first + 1:
            raise NirdeshError("bad-reference", f"The newspaper collection has no story {name}.")
        stories[name] = Story(name, "\n".join(found))
    return stories
