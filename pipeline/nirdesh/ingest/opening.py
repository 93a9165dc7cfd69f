"""Opening what was found and handing it to its reader."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from typing import BinaryIO, cast

from nirdesh.errors import Problem
from nirdesh.ingest.document import Document, problem
from nirdesh.ingest.members import read_named
from nirdesh.ingest.paths import Found
from nirdesh.ingest.sidecar import described


def documents(found: Found) -> Iterator[Document | Problem]:
    """Every report in one file, or the problem that kept it from being read.

    A fault in the middle of a file (a damaged archive, a lost network folder) ends that file with a problem;
    what came before it stands.
    """
    try:
        with _open(found) as stream:
            for item in read_named(stream, found.path.name if found.path else "", found.source):
                yield described(item, found.path) if found.path and isinstance(item, Document) else item
    except FileNotFoundError:
        yield problem("no-such-file", "There is no such file any more, or it is a broken link.", found.source)
    except PermissionError:
        hint = "Change its rights (chmod u+r) or run as a user who may read it."
        yield problem("no-permission", f"The file may not be read. {hint}", found.source)
    except OSError as error:
        yield problem("unreadable", f"Reading failed: {error.strerror or error}.", found.source)


def _open(found: Found) -> BinaryIO:
    if found.path is None:
        return cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, _Unclosed(sys.stdin.buffer)), 1 << 16))
    return found.path.open("rb", buffering=1 << 16)


class _Unclosed(io.RawIOBase):
    """Standard input behind a buffer that may be closed without closing standard input."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = cast(io.BufferedReader, stream)

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill ``buffer`` from the stream."""
        return self._stream.readinto1(cast(bytearray, buffer))
