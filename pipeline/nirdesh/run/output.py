"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from nirdesh.errors import NirdeshError


class Lines:
    """Lines of a file that takes its name only when all of them are written.

    Args:
        stream: Where the bytes go.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._digest = sha256()
        self.count = 0

    def write(self, line: str) -> None:
        """One line; the newline is added."""
        raw = line.encode() + b"\n"
        self._stream.write(raw)
        self._digest.update(raw)
        self.count += 1

    def flush(self) -> None:
        """Hand on what is buffered."""
        self._stream.flush()

    @property
    def sha256(self) -> str:
        """Hash of everything written."""
        return self._digest.hexdigest()


@contextmanager
def whole_file(path: Path) -> Iterator[Lines]:
    """Lines for ``path``: written beside it, brought to disk and renamed at the end of the block.

    If the block fails, the old file stays as it was.
    """
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as stream:
            yield Lines(stream)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def prepare(folder: Path) -> Path:
    """Make the output folder, and find out before any work whether it can be written.

    Raises:
        NirdeshError: ``output-folder``.
    """
    probe = folder / ".write-test"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"nirdesh")
        probe.unlink()
    except (FileExistsError, NotADirectoryError) as error:
        hint = "Give the name of a folder with -o, or `-o -` for standard output."
        raise NirdeshError("output-folder", f"{folder} is a file, not a folder.", hint=hint) from error
    except OSError as error:
        hint = "Change its rights or give another folder with -o."
        reason = error.strerror or str(error)
        raise NirdeshError("output-folder", f"{folder} can't be written: {reason}.", hint=hint) from error
    return folder
