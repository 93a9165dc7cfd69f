"""From what a user types to the files that it means: files, folders, globs and ``-`` for standard input."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nirdesh.errors import Problem
from nirdesh.ingest.document import problem, shown
from nirdesh.ingest.registry import known_suffixes, suffix_of
from nirdesh.ingest.sidecar import faults, is_sidecar

STDIN: Final = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """One file to read; ``path`` is None for standard input."""

    path: Path | None
    source: str


def find(inputs: Iterable[str | Path]) -> Iterator[Found | Problem]:
    """The files behind ``inputs``, in the order given, each folder and glob sorted by name."""
    for given in inputs:
        name = str(given)
        if name == STDIN:
            yield Found(None, "stdin")
        elif (path := Path(name)).is_dir():
            yield from _folder(path)
        elif _exists(path):
            yield Found(path, shown(path))
        elif glob.has_magic(name):
            yield from _glob(name)
        else:
            yield problem("no-such-file", "There is no such file or folder. Check the path.", shown(name))


def _exists(path: Path) -> bool:
    try:
        path.lstat()
    except PermissionError:
        return True  # opening it will tell what is wrong
    except (OSError, ValueError):
        return False
    return True


def _glob(pattern: str) -> Iterator[Found | Problem]:
    # Path.glob takes no absolute pattern.
    names = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207
    if not names:
        yield problem("no-such-file", "No file matches this pattern. Check it, and quote it.", shown(pattern))
    for name in names:
        path = Path(name)
        if path.is_dir():
            if "**" not in pattern:
                yield from _folder(path)
        else:
            yield Found(path, shown(path))


def _folder(root: Path) -> Iterator[Found | Problem]:
    refused: list[OSError] = []
    skipped: Counter[str] = Counter()
    count = 0
    for folder, names, files in os.walk(root, onerror=refused.append):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            path = Path(folder) / name
            if name.startswith("."):
                continue
            if is_sidecar(path):
                yield from faults(path)
            elif suffix_of(name) in known_suffixes():
                count += 1
                yield Found(path, shown(path))
            else:
                skipped[path.suffix.lower() or "no suffix"] += 1
    for error in refused:
        yield problem("no-permission", "This folder can't be read. Check its rights.", shown(error.filename))
    if skipped:
        kinds = ", ".join(f"{number} with {suffix}" for suffix, number in sorted(skipped.items()))
        message = f"Files of other kinds were left alone: {kinds}. Name a file itself to have it tried."
        yield problem("skipped-files", message, shown(root))
    if not count and not refused:
        kinds = " ".join(sorted(known_suffixes()))
        yield problem("empty-folder", f"The folder holds no report; {kinds} are read.", shown(root))
