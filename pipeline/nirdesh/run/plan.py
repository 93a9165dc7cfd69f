"""What to run, wherever it runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from nirdesh.run.outcome import Outcome
from nirdesh.run.worker import Setup

RECORDS: Final = "records.jsonl"
PROBLEMS: Final = "problems.jsonl"
PARQUET: Final = "records.parquet"
MANIFEST: Final = "manifest.json"
Redo = Literal["changed", "outdated", "problems", "all"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to run.

    Attributes:
        inputs: Files, folders, globs, ``-``.
        out: Folder for the results; None streams records to ``stream``.
        setup: Engine, options and number of workers.
        limit: Read at most so many reports.
        redo: Which finished reports are done again: only new and changed ones, those that an older version
            made, those that became problems, or all.
        near: Whether near duplicates are looked for.
        parquet: Whether the records are also written to ``records.parquet``.
        on: Where the work is done: on this machine or on a Ray cluster.
        address: Of the Ray cluster; None starts or finds one as Ray does.
        unready: Files that are still being written, as ``watch`` sees them.
    """

    inputs: Sequence[str]
    out: Path | None
    setup: Setup = field(default_factory=Setup)
    limit: int | None = None
    redo: Redo = "changed"
    near: bool = True
    parquet: bool = False
    on: Literal["local", "ray"] = "local"
    address: str | None = None
    unready: frozenset[Path] = frozenset()

    def takes_over(self, outcome: Outcome) -> bool:
        """Whether a finished outcome stands."""
        if self.redo == "outdated":
            return outcome.current
        if self.redo == "problems":
            return outcome.problem is None
        return self.redo == "changed"
