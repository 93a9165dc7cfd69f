"""Word processors' files are ZIP archives of XML: one part of them, read within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from lxml import etree

from nirdesh.ingest.forms import refused

_MOST_XML: Final = 60_000_000
_PARTS: Final = 5_000


# zipfile raises NotImplementedError for compressions it lacks, RuntimeError for encrypted parts.
_FAULTS = (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, RuntimeError, EOFError)


def open_package(blob: bytes) -> zipfile.ZipFile:
    """The archive in the bytes of a file.

    Raises:
        NirdeshError: ``broken-document``.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(blob))
    except _FAULTS as error:
        raise _broken(str(error)) from error
    if len(package.infolist()) > _PARTS:
        raise refused("too-large", f"The document has more than {_PARTS:,} parts.", "Leave it out.")
    return package


def part(package: zipfile.ZipFile, name: str) -> etree._Element | None:
    """The root of a part, or None where there is no such part.

    Entities are not resolved, nothing is fetched, and a part over the limit is refused.

    Raises:
        NirdeshError: ``broken-document``, ``encrypted`` or ``too-large``.
    """
    try:
        info = package.getinfo(name)
    except KeyError:
        return None
    if info.flag_bits & 1:
        raise refused("encrypted", "The document is locked by a password.", "Unlock it first.")
    try:
        with package.open(info) as stream:
            raw = stream.read(_MOST_XML + 1)
    except _FAULTS as error:
        raise _broken(f"{name}: {error}") from error
    if len(raw) > _MOST_XML:
        raise refused("too-large", f"{name} unpacks to more than 60 MB.", "Leave it out.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _broken(f"{name}: {error}") from error


def missing(name: str) -> Exception:
    """The error of a package that lacks its main part."""
    return _broken(f"{name} is not in it")


def _broken(why: str) -> Exception:
    return refused(
        "broken-document",
        f"The document is damaged ({why[:200]}).",
        "Open and save it again, or leave it out.",
    )
