"""Streams behind compression, with limits: a few MB of gzip or zstd unpack to any length."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final, cast

from nirdesh.errors import NirdeshError
from nirdesh.ingest.limits import MAX_RATIO, MAX_SPOOLED, MIN_BOMB, megabytes

# What a damaged or hostile compressed stream raises.
FAULTS: Final = (EOFError, zlib.error, gzip.BadGzipFile, lzma.LZMAError)
_GZIP: Final = b"\x1f\x8b"
_ZSTD: Final = (b"\x28\xb5\x2f\xfd", b"\x50\x2a\x4d\x18")
_BZIP2: Final = b"BZh"
_XZ: Final = b"\xfd7zXZ\x00"
_BLOCK: Final = 1 << 16


class _Counted(io.RawIOBase):
    """A stream that knows how much was read from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill ``buffer`` from the stream."""
        view = cast(memoryview, buffer)
        raw = self._stream.read(len(view))
        view[: len(raw)] = raw
        self.count += len(raw)
        return len(raw)


class Guarded(io.RawIOBase):
    """Unpacked bytes that stop where they grow out of all proportion to the packed ones.

    Args:
        unpacked: The stream to read.
        packed: How many packed bytes were read so far.
        name: What it is called in the error.
    """

    def __init__(self, unpacked: BinaryIO, packed: _Counted, name: str) -> None:
        self._unpacked = cast(io.BufferedReader, unpacked)
        self._packed = packed
        self._name = name
        self._count = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill ``buffer``.

        Raises:
            NirdeshError: ``bomb``.
        """
        view = cast(memoryview, buffer)
        raw = self._unpacked.read1(len(view))  # what is whole before damage is handed on first
        view[: len(raw)] = raw
        self._count += len(raw)
        refuse_bomb(self._count, self._packed.count, self._name)
        return len(raw)


def refuse_bomb(unpacked: int, packed: int, name: str) -> None:
    """Stop at data that unpack to an absurd size.

    Raises:
        NirdeshError: ``bomb``.

    Example:
        >>> refuse_bomb(50_000_000, 20_000, "a.gz")
        >>> refuse_bomb(5_000_000_000, 5_000_000, "a.gz")
        Traceback (most recent call last):
        nirdesh.errors.NirdeshError: bomb: a.gz unpacks to over 500 times its size, 5e+03 MB so far. ...
    """
    if unpacked > MIN_BOMB and unpacked > MAX_RATIO * max(packed, 1):
        message = f"{name} unpacks to over {MAX_RATIO} times its size, {megabytes(unpacked)} so far."
        raise NirdeshError("bomb", message, hint="Leave it out.", stage="ingest")


def unpacked(stream: BinaryIO, name: str) -> BinaryIO:
    """The stream itself, or what is in it if it is gzip, zstd, bzip2 or xz.

    Args:
        stream: Has ``peek``.
        name: What it is called in errors.
    """
    head = cast(io.BufferedReader, stream).peek(6)[:6]
    kind = next((kind for magic, kind in _KINDS if head.startswith(magic)), None)
    if kind is None:
        return stream
    counted = _Counted(stream)
    packed = io.BufferedReader(counted, _BLOCK)
    if kind == "zstd":
        inner = _zstd(packed)
    elif kind == "gzip":
        inner = cast(BinaryIO, gzip.GzipFile(fileobj=packed))
    else:
        opener = {"bzip2": bz2.BZ2File, "xz": lzma.LZMAFile}[kind]
        inner = cast(BinaryIO, opener(packed))
    return buffered(cast(BinaryIO, Guarded(inner, counted, name)))


_KINDS: Final = ((_GZIP, "gzip"), *((magic, "zstd") for magic in _ZSTD), (_BZIP2, "bzip2"), (_XZ, "xz"))


def _zstd(packed: object) -> BinaryIO:
    import zstandard

    # A window of 128 MB, as `zstd --long=27` writes; a larger one is refused by the library.
    content = cast(BinaryIO, packed)
    reader = zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(
        content, read_across_frames=True
    )
    return cast(BinaryIO, io.BufferedReader(_Translated(reader, zstandard.ZstdError), _BLOCK))


class _Translated(io.RawIOBase):
    """zstd whose damage is told as that of the standard library's formats."""

    def __init__(self, stream: object, fault: type[Exception]) -> None:
        self._stream = cast(BinaryIO, stream)
        self._fault = fault

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill ``buffer``."""
        view = cast(memoryview, buffer)
        try:
            raw = self._stream.read(len(view))
        except self._fault as error:
            raise EOFError(str(error)) from error
        view[: len(raw)] = raw
        return len(raw)


def buffered(stream: BinaryIO) -> BinaryIO:
    """The stream with ``peek`` and ``readline``."""
    if isinstance(stream, io.BufferedReader):
        return cast(BinaryIO, stream)
    return cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, stream), _BLOCK))


def _can_seek(stream: BinaryIO) -> bool:
    try:
        return stream.seekable()
    except AttributeError:  # tarfile's streamed members have the method, but not what it asks
        return False


@contextmanager
def seekable(stream: BinaryIO, name: str) -> Iterator[BinaryIO]:
    """The stream, or a temporary copy of one that can't be read from any place (standard input, archives).

    Raises:
        NirdeshError: ``too-large``.
    """
    if _can_seek(stream):
        yield stream
        return
    with tempfile.TemporaryFile() as copy:
        size = 0
        while block := stream.read(1 << 20):
            size += len(block)
            if size > MAX_SPOOLED:
                message = f"{name} is larger than {megabytes(MAX_SPOOLED)} and can't be streamed."
                raise NirdeshError(
                    "too-large", message, hint="Unpack it and give it as a file.", stage="ingest"
                )
            copy.write(block)
        copy.seek(0)
        yield cast(BinaryIO, copy)
