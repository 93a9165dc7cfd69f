"""What became of one document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nirdesh.errors import Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """A record or a problem, never both.

    Attributes:
        report: Report id, or None where no report came out.
        record: The record as a line of JSON without newline.
        problem: What kept the document from becoming a record; ``source`` is filled in when it is written.
        counts: How many directives, people … the record has.
        keep: Whether a later run may take it over; a crash is tried again.
        near: MinHash signature of the report's words, for finding near duplicates.
        current: Whether this version of nirdesh made it.
    """

    report: str | None = None
    record: str | None = None
    problem: Problem | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    keep: bool = True
    near: bytes = b""
    current: bool = True
