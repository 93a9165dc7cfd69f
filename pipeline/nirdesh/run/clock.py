"""Processor seconds by stage."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time


class Clock:
    """Adds up the processor time that each stage took; clocks of several workers add up too.

    Example:
        >>> clock = Clock()
        >>> with clock.stage("ingest"):
        ...     pass
        >>> list(clock.seconds)
        ['ingest']
    """

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure what is done in the block."""
        started = process_time()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + process_time() - started

    def add(self, other: Clock) -> None:
        """Take over the seconds of another clock."""
        for name, value in other.seconds.items():
            self.seconds[name] = self.seconds.get(name, 0.0) + value
