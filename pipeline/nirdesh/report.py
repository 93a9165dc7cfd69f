"""A report as the stages hand it on, before anything is extracted from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from nirdesh.errors import Problem

PublishedFrom = Literal["metadata", "dateline", "url", "option"]
BlockKind = Literal["headline", "subheadline", "dateline", "byline", "body"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of ``Report.text`` with its place in the layout; offsets are code points."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """One published report.

    Attributes:
        id: Content hash; the same report always gets the same id.
        source: Path, URL or the input row's own id.
        text: The text as published, boilerplate removed and nothing else changed. A headline that
            stands in the published text stays in it.
        published: ISO day (``2026-01-24``) or None.
        blocks: Layout of ``text``, in order, not overlapping.
        problems: What was doubtful when it was read.
    """

    id: str
    source: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    place: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    language: str = "hi"
    blocks: tuple[Block, ...] = field(default=())
    problems: tuple[Problem, ...] = field(default=())
