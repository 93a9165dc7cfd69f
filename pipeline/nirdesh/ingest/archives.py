"""ZIP and TAR: every member of a known kind, read in place; nothing is unpacked to the disk."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO, Final, cast

from nirdesh.errors import Problem
from nirdesh.ingest.document import Document, problem
from nirdesh.ingest.members import is_readable, read_member
from nirdesh.ingest.registry import suffix_of
from nirdesh.ingest.streams import FAULTS, buffered, refuse_bomb, seekable

_MOST_MEMBERS: Final = 10_000_000
# zipfile raises NotImplementedError for compressions it lacks, RuntimeError for encrypted members.
_ZIP_FAULTS: Final = (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, *FAULTS)


class _Budgeted(io.RawIOBase):
    """A member whose bytes count towards what its whole archive may unpack to."""

    def __init__(self, stream: object, budget: _Budget) -> None:
        self._stream = cast(BinaryIO, stream)
        self._budget = budget

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill ``buffer``."""
        view = cast(memoryview, buffer)
        raw = self._stream.read(len(view))
        view[: len(raw)] = raw
        self._budget.spend(len(raw))
        return len(raw)


class _Budget:
    """How much an archive may unpack to."""

    def __init__(self, packed: int, name: str) -> None:
        self._packed = packed
        self._name = name
        self._spent = 0

    def spend(self, count: int) -> None:
        """Count unpacked bytes.

        Raises:
            NirdeshError: ``bomb``.
        """
        self._spent += count
        refuse_bomb(self._spent, self._packed, self._name)


def read_zip(stream: BinaryIO, source: str) -> Iterator[Document | Problem]:
    """Members of a ZIP archive, sorted by name."""
    with seekable(stream, source) as archive:
        try:
            size = archive.seek(0, io.SEEK_END)
            archive.seek(0)
            package = zipfile.ZipFile(archive)
        except (*_ZIP_FAULTS, OSError) as error:
            yield problem("broken-archive", f"The ZIP archive is damaged ({error}). Fetch it again.", source)
            return
        budget = _Budget(size, source)
        skipped: Counter[str] = Counter()
        for info in sorted(package.infolist(), key=lambda info: info.filename):
            if info.is_dir():
                continue
            if not is_readable(info.filename):
                skipped[_kind(info.filename)] += 1
                continue
            yield from _zip_member(package, info, source, budget)
        yield from _skipped(skipped, source)


def _zip_member(
    package: zipfile.ZipFile, info: zipfile.ZipInfo, source: str, budget: _Budget
) -> Iterator[Document | Problem]:
    place = f"{source}!/{info.filename}"
    if info.flag_bits & 1:
        yield problem("encrypted", "It is locked by a password. Unpack it first.", place)
        return
    try:
        with package.open(info) as member:
            wrapped = buffered(cast(BinaryIO, _Budgeted(member, budget)))
            yield from read_member(wrapped, info.filename, source)
    except (*_ZIP_FAULTS, OSError) as error:
        message = f"This member of the archive is damaged ({error}). Fetch the archive again."
        yield problem("broken-archive", message, place)


def read_tar(stream: BinaryIO, source: str) -> Iterator[Document | Problem]:
    """Members of a TAR archive in their order, streamed; links and devices are left out."""
    skipped: Counter[str] = Counter()
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for number, info in enumerate(archive):
                archive.members = []  # type: ignore[attr-defined]  # it would keep every member for ever
                if info.isdir():
                    continue
                if not info.isreg() or not is_readable(info.name) or number >= _MOST_MEMBERS:
                    skipped[_kind(info.name) if info.isreg() else "that are links or devices"] += 1
                    continue
                if (member := archive.extractfile(info)) is not None:
                    yield from read_member(buffered(cast(BinaryIO, member)), info.name, source)
    except (tarfile.TarError, ValueError, OverflowError, RecursionError) as error:
        yield problem("broken-archive", f"The TAR archive is damaged ({error}). Fetch it again.", source)
    yield from _skipped(skipped, source)


def _kind(name: str) -> str:
    return f"with {suffix_of(name) or 'no suffix'}"


def _skipped(skipped: Counter[str], source: str) -> Iterator[Problem]:
    if kinds := ", ".join(f"{number} {kind}" for kind, number in sorted(skipped.items())[:20]):
        message = f"Members of other kinds were left alone: {kinds}."
        yield problem("skipped-files", message, source)
