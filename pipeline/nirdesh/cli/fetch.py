"""Unpacking an archive of models beside the old ones and putting it in their place."""

from __future__ import annotations

import shutil
import tarfile
import tempfile
import urllib.request
import zipfile
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.error import URLError
from urllib.parse import urlsplit

from nirdesh.analyse.models import CARD, SHIPPED
from nirdesh.errors import NirdeshError

MOST_BYTES: Final = 2_000_000_000
_SECONDS: Final = 60


def fetch_models(source: str, folder: Path) -> list[str]:
    """Put the models of an archive into ``folder``; returns their names.

    Raises:
        NirdeshError: If the archive can't be had, is no archive, or holds paths that lead out of it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".fetch-") as scratch:
        archive = Path(scratch) / PurePosixPath(urlsplit(source).path).name
        try:
            _get(source, archive)
            unpacked = Path(scratch) / "unpacked"
            _unpack(archive, unpacked)
        except (URLError, OSError, tarfile.TarError, zipfile.BadZipFile) as error:
            hint = "Check the address; nothing was changed."
            raise NirdeshError("download", f"{source} can't be fetched: {error}.", hint=hint) from error
        return [name for name, place in SHIPPED.items() if _take(unpacked, place, folder)]


def _get(source: str, archive: Path) -> None:
    if urlsplit(source).scheme not in {"http", "https"}:
        shutil.copyfile(source, archive)
        return
    with urllib.request.urlopen(source, timeout=_SECONDS) as answer, archive.open("wb") as out:
        shutil.copyfileobj(answer, out)


def _unpack(archive: Path, folder: Path) -> None:
    if zipfile.is_zipfile(archive):
        with zipfile.ZipFile(archive) as packed:
            _check_size(sum(item.file_size for item in packed.infolist()))
            packed.extractall(folder)  # leaves out absolute paths and ..
        return
    with tarfile.open(archive) as packed:
        _check_size(sum(item.size for item in packed.getmembers()))
        packed.extractall(folder, filter="data")


def _check_size(size: int) -> None:
    if size > MOST_BYTES:
        raise NirdeshError("download", f"The archive unpacks to {size:,} bytes.", hint="Nothing was changed.")


def _take(unpacked: Path, place: str, folder: Path) -> bool:
    """Move one model into its place; the archive may have a folder of its own around the models."""
    card = next((path for path in sorted(unpacked.rglob(CARD)) if _is_at(path.parent, place)), None)
    if card is None:
        return False
    target = folder / place
    target.parent.mkdir(parents=True, exist_ok=True)
    old = target.with_name(target.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    card.parent.rename(target)
    shutil.rmtree(old, ignore_errors=True)
    return True


def _is_at(folder: Path, place: str) -> bool:
    wanted = PurePosixPath(place).parts
    return folder.parts[-len(wanted) :] == wanted
