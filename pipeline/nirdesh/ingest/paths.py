"""From what a user types to the files that it means: files, folders, globs and ``-`` for standard input."""

from __future__ import annotations

import glob
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import regex

from nirdesh.errors import Problem
from nirdesh.ingest.document import problem, shown
from nirdesh.ingest.registry import known_suffixes, suffix_of
from nirdesh.ingest.sidecar import faults, is_sidecar

STDIN: Final = "-"
_STARS: Final = regex.compile(r"\*+")


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
        elif not name:
            yield problem("no-such-file", "An empty name was given. Check the command.", name)
        elif _is_folder(path := Path(name)):
            yield from _folder(path)
        elif _exists(path):
            yield Found(path, shown(path))
        elif glob.has_magic(name):
            yield from _glob(name)
        else:
            yield problem("no-such-file", "There is no such file or folder. Check the path.", shown(name))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a folder on the way that may not be entered, or a name that is too long
        return False


def _exists(path: Path) -> bool:
    try:
        path.lstat()
    except PermissionError:
        return True  # opening it will tell what is wrong
    except (OSError, ValueError):
        return False
    return True


def _glob(pattern: str) -> Iterator[Found | Problem]:
    paths = sorted(_matches(Path(pattern)), key=str)
    if not paths:
        yield problem("no-such-file", "No file matches this pattern. Check it, and quote it.", shown(pattern))
    for path in paths:
        if _is_folder(path):
            if "**" not in pattern:
                yield from _folder(path)
        else:
            yield _plain_file(path)


def _matches(pattern: Path) -> Iterator[Path]:
    """Files and folders that a pattern means, hidden ones only where it names them.

    Unlike ``glob.glob``, ``Path.glob`` follows no linked folders under ``**``: two that lead back to where
    they stand would keep it going for ever.
    """
    root = Path(pattern.anchor)  # Path.glob takes no absolute pattern
    parts = [part if part == "**" else _STARS.sub("*", part) for part in pattern.relative_to(root).parts]
    if parts[-1] == "**":
        parts.append("*")  # else only folders
    hidden = any(map(_is_hidden, parts))
    for path in root.glob("/".join(parts)):
        if hidden or not any(map(_is_hidden, path.parts)):
            yield path


def _is_hidden(name: str) -> bool:
    return name.startswith(".") and name not in {".", ".."}


def _plain_file(path: Path) -> Found | Problem:
    """The file, unless it is a pipe or device, which may wait or go on for ever."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return Found(path, shown(path))  # opening it will tell what is wrong
    if stat.S_ISREG(mode):
        return Found(path, shown(path))
    message = "It is a pipe or a device, not a plain file. Leave it out, or name it itself to have it tried."
    return problem("unreadable", message, shown(path))


def _folder(root: Path) -> Iterator[Found | Problem]:
    refused: list[OSError] = []
    skipped: Counter[str] = Counter()
    count = 0
    for folder, names, files in os.walk(root, onerror=refused.append):
        names[:] = sorted(name for name in names if not name.startswith("."))
        skipped["that are links to folders"] += sum((Path(folder) / name).is_symlink() for name in names)
        for name in sorted(files):
            path = Path(folder) / name
            if name.startswith("."):
                continue
            if is_sidecar(path):
                yield from faults(path)
            elif suffix_of(name) in known_suffixes():
                count += 1
                yield _plain_file(path)
            else:
                skipped[f"with {path.suffix.lower() or 'no suffix'}"] += 1
    for error in refused:
        yield problem("no-permission", "This folder can't be read. Check its rights.", shown(error.filename))
    if kinds := ", ".join(f"{number} {kind}" for kind, number in sorted(skipped.items()) if number):
        message = f"Files of other kinds were left alone: {kinds}. Name one itself to have it tried."
        yield problem("skipped-files", message, shown(root))
    if not count and not refused:
        kinds = " ".join(sorted(known_suffixes()))
        yield problem("empty-folder", f"The folder holds no report; {kinds} are read.", shown(root))
