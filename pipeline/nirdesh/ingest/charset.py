"""Bytes to text: UTF-8 first, byte order marks and UTF-16, then the charset that a page declares."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import Final

import regex

from nirdesh.errors import NirdeshError, Problem
from nirdesh.ingest.document import problem

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC: Final = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a media file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
)
_CONTROL: Final = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a\x1b"))
_DEVANAGARI: Final = regex.compile(r"\p{Devanagari}{2}")
_DECLARED: Final = regex.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text from bytes; ``lost`` counts places where bytes that mean nothing became U+FFFD."""

    text: str
    lost: int = 0

    def doubts(self, place: str) -> tuple[Problem, ...]:
        """What to tell about it, if anything."""
        if not self.lost:
            return ()
        message = (
            f"{self.lost} damaged letters stand as \ufffd in the text. Fetch the source again if you can."
        )
        return (problem("damaged-bytes", message, place),)


def decode(raw: bytes, *, markup: bool = False, declared: str | None = None) -> Decoded:
    """The text of ``raw``; a few damaged bytes in UTF-8 are tolerated, another encoding is not.

    Args:
        raw: The whole file or row.
        markup: Whether a charset declared in ``<meta>`` or ``<?xml`` counts.
        declared: The charset that came with it (HTTP, MIME), which goes before the page's own.

    Raises:
        NirdeshError: ``empty``, ``binary`` or ``wrong-encoding``; the message says what to do.

    Example:
        >>> decode("निर्देश".encode("utf-16"))
        Decoded(text='निर्देश', lost=0)
    """
    if not raw.strip():
        raise _error("empty", "The file has no content.", "Remove it or scrape it again.")
    encoding = _marked(raw) or _unmarked_utf16(raw)
    if encoding is None:
        _refuse_binary(raw)
        encoding = "utf-8"
    try:
        return Decoded(_usable(raw.decode(encoding)))
    except UnicodeDecodeError as error:
        return _second_try(raw, error, markup=markup, declared=declared)


def refuse_rows(head: bytes) -> None:
    """Refuse a file that can't be cut into rows, by its first bytes, rather than each of its lines.

    Raises:
        NirdeshError: ``wrong-encoding`` for UTF-16 and UTF-32, ``binary`` for a known kind of other file.
    """
    encoding = _marked(head) or _unmarked_utf16(head)
    if encoding and encoding != "utf-8-sig":
        name = encoding.upper().replace("6-", "6")
        hint = f"Convert it first: `iconv -f {name} -t UTF-8`."
        raise _error("wrong-encoding", f"Rows have to be UTF-8, and this is {name}.", hint)
    if kind := _kind(head):
        raise _binary(kind)


def _marked(raw: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), None)


def _unmarked_utf16(raw: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of Devanagari text is 0x09, of ASCII 0x00."""
    sample = raw[:4000]
    half = len(sample) // 2
    if half < 2 or b"\x00" not in sample:
        return None
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[offset::2]
        if (high.count(0x09) + high.count(0x00) + high.count(0x20)) / half > 0.9:
            return encoding
    return None


def _refuse_binary(raw: bytes) -> None:
    kind = _kind(raw)
    sample = raw[:100_000]
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    if kind or b"\x00" in sample or controls > len(sample) * 0.02:
        raise _binary(kind or "binary data")


def _kind(raw: bytes) -> str | None:
    return next((name for magic, name in _MAGIC if raw.startswith(magic)), None)


def _binary(kind: str) -> NirdeshError:
    hint = "Its name ends in that of another kind; rename it (.pdf, .docx, .zip …) or leave it out."
    return _error("binary", f"This is {kind}, not text.", hint)


def _second_try(raw: bytes, error: UnicodeDecodeError, *, markup: bool, declared: str | None) -> Decoded:
    if (decoded := _damaged(raw)) is not None:
        return decoded
    if declared is None or declared.lower() in {"utf-8", "utf8", "us-ascii"}:
        declared = _declared(raw) if markup else None
    if declared:
        try:
            return Decoded(_usable(raw.decode(declared)))
        except (LookupError, ValueError):
            message = f"The page declares {declared}, but its bytes are neither that nor UTF-8."
            raise _error("wrong-encoding", message, "Save it as UTF-8.") from error
    raise _error(
        "wrong-encoding",
        f"Not UTF-8: byte {error.start} is 0x{raw[error.start]:02x}.",
        "Convert it first, for instance with `iconv -f UTF-16 -t UTF-8`; text in an old font "
        "such as Kruti Dev with `nirdesh convert`.",
    ) from error


def _damaged(raw: bytes) -> Decoded | None:
    """UTF-8 with a few bytes gone wrong, as cut-off downloads have them; None for anything else."""
    text = raw.decode("utf-8", "replace")
    lost = text.count("\ufffd") - raw.count("\ufffd".encode())
    if lost > max(3, len(text) // 1000) or not _DEVANAGARI.search(text):
        return None
    if text.endswith("\ufffd"):  # cut off inside the last letter
        text, lost = text[:-1], lost - 1
    return Decoded(_usable(text), lost)


def _declared(raw: bytes) -> str | None:
    match = _DECLARED.search(raw[:4096])
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii", "replace").lower()
    return name if name not in {"utf-8", "utf8"} else None


def _usable(text: str) -> str:
    """``text`` without a byte order mark; refuses what no text file holds."""
    if "\x00" in text:
        raise _error("binary", "There are NUL characters in it.", "Check how it was made.")
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise _error("empty", "The file has no content.", "Remove it or scrape it again.")
    return text


def _error(code: str, message: str, hint: str) -> NirdeshError:
    return NirdeshError(code, message, hint=hint, stage="ingest")
