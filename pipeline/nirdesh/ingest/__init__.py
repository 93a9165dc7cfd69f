"""Sources: one small file each, one registry, every report as ``Report``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from nirdesh.errors import Problem
from nirdesh.ingest.document import Document
from nirdesh.report import Report

__all__ = ["Document", "open_inputs", "read"]


def open_inputs(inputs: Iterable[str | Path], unready: Collection[Path] = ()) -> Iterator[Document | Problem]:
    """Every report behind files, folders, globs and ``-``, not yet read, in the order given.

    Streams: rows of JSONL and files of a folder are opened one after the other.

    Args:
        inputs: What the user gave.
        unready: Files to leave out for now.
    """
    from nirdesh.ingest.opening import documents
    from nirdesh.ingest.paths import find

    for found in find(inputs):
        if isinstance(found, Problem):
            yield found
        elif found.path not in unready:
            yield from documents(found)


def read(
    inputs: Iterable[str | Path],
    *,
    published: str | None = None,
    published_default: str | None = None,
    on_problem: Callable[[Problem], None],
) -> Iterator[Report]:
    """The reports behind files, folders, globs and ``-`` (standard input), in order, one at a time.

    Args:
        inputs: Files of any kind in ``registry``, plain or packed; folders are searched, sorted by name.
        published: ISO day of publication that overrides what the reports say.
        published_default: ISO day for reports that do not say.
        on_problem: Called with everything that gave no report: unreadable files, broken rows, reports in
            other languages, and repetitions of a report already read.

    Example:
        >>> problems = []
        >>> list(read(["no such file.txt"], on_problem=problems.append)), problems[0].code
        ([], 'no-such-file')
    """
    from nirdesh.ingest.build import Options, to_report
    from nirdesh.ingest.repeats import Repeats

    options = Options(published, published_default)
    repeats = Repeats()
    for item in open_inputs(inputs):
        result = item if isinstance(item, Problem) else to_report(item, options)
        if isinstance(result, Report) and isinstance(item, Document):
            result = repeats.check(result.id, item.place) or result
        if isinstance(result, Problem):
            on_problem(result)
        else:
            yield result
