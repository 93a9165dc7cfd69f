"""Reading files of records for the commands that show or score them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from nirdesh.errors import NirdeshError

if TYPE_CHECKING:
    from nirdesh.record import Record


def read_records(path: Path) -> Iterator[Record]:
    """The records of a JSONL file, in order.

    Raises:
        NirdeshError: If the file can't be read or a line of it is no record; the message names the line.
    """
    from pydantic import ValidationError

    from nirdesh.record import Record

    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield Record.from_json(line)
                except ValidationError as error:
                    first = error.errors()[0]
                    where = ".".join(str(part) for part in first["loc"])
                    message = f"{path}:{number} is no record: {where}: {first['msg']}."
                    raise NirdeshError("bad-record", message, hint="Make it with `nirdesh run`.") from error
    except UnicodeDecodeError as error:
        raise NirdeshError("bad-record", f"{path} is no text.", hint="Make it with `nirdesh run`.") from error
    except OSError as error:
        message = f"{path}: {error.strerror or error}."
        raise NirdeshError("unreadable", message, hint="Check the path.") from error


def is_records(path: Path) -> bool:
    """Whether a file begins with a record."""
    try:
        with path.open("rb") as stream:
            return stream.read(200).lstrip().startswith(b'{"schema":"nirdesh/')
    except OSError:
        return False
