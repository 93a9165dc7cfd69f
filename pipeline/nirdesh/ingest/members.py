"""One named stream, whatever it is: unpacked if need be and handed to its reader."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO, Final, cast

from nirdesh.errors import NirdeshError, Problem
from nirdesh.ingest.document import Document, problem, shown
from nirdesh.ingest.limits import MAX_DEPTH
from nirdesh.ingest.plain import read_text
from nirdesh.ingest.registry import guess_suffix, known_suffixes, reader_for, suffix_of
from nirdesh.ingest.streams import FAULTS, buffered, unpacked

# Between an archive and its member in ``Document.source``.
INSIDE: Final = "!/"


def read_named(stream: BinaryIO, name: str, source: str) -> Iterator[Document | Problem]:
    """Every report in a stream, or the problem that kept it from being read.

    Damage in the middle ends the stream with a problem; what came before it stands.

    Args:
        stream: Bytes from the start.
        name: File name; its ending tells the kind, its first bytes where the ending does not.
        source: What to call it in problems.

    Raises:
        OSError: When reading itself fails.
    """
    try:
        content = unpacked(buffered(stream), source)
        head = cast(io.BufferedReader, content).peek(1 << 10)
        reader = reader_for(suffix_of(name)) or reader_for(guess_suffix(head)) or read_text
        yield from reader(content, source)
    except NirdeshError as error:
        yield error.as_problem(source)
    except FAULTS as error:
        message = (
            f"The compressed file is damaged or cut off ({error or type(error).__name__}). Fetch it again."
        )
        yield problem("broken-gzip", message, source)


def read_member(stream: BinaryIO, name: str, archive: str) -> Iterator[Document | Problem]:
    """Every report in a member of an archive; a member is only read, never written anywhere.

    Args:
        stream: The member's bytes.
        name: Its name within the archive, which may be anything.
        archive: What to call the archive.
    """
    source = f"{archive}{INSIDE}{shown(name)}"
    if source.count(INSIDE) > MAX_DEPTH:
        message = f"Archives are nested more than {MAX_DEPTH} deep. Unpack the outer one first."
        yield problem("nested-archives", message, source)
        return
    try:
        yield from read_named(stream, name, source)
    except OSError as error:
        yield problem("unreadable", f"Reading failed: {error.strerror or error}.", source)


def is_readable(name: str) -> bool:
    """Whether a member is of a kind that is read; hidden files and folders of the archiver are not.

    Example:
        >>> is_readable("a/b.docx"), is_readable("__MACOSX/b.docx"), is_readable(".b.txt")
        (True, False, False)
    """
    parts = [part for part in name.split("/") if part not in {"", ".", ".."}]
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    return not hidden and suffix_of(name) in known_suffixes()
