"""What a run did: counts, timings, versions; the manifest and the exit code."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from nirdesh.run.clock import Clock
from nirdesh.run.outcome import Outcome

# Problems that tell something but leave no report without a record.
NOTES: Final = frozenset({"skipped-files"})


@dataclass(slots=True)
class Summary:
    """Figures of one run.

    Attributes:
        reports: Documents that were opened.
        records: Records written.
        reused: Outcomes taken over from an earlier run.
        outdated: Those among them that an older version made.
        near: Records linked to an earlier one as near duplicates.
        counts: Directives, people … in all records.
        problems: Rows of ``problems.jsonl`` by code.
        clock: Time by stage, added up over all workers.
        wall_seconds: Time from start to end.
    """

    reports: int = 0
    records: int = 0
    reused: int = 0
    outdated: int = 0
    near: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    clock: Clock = field(default_factory=Clock)
    wall_seconds: float = 0.0

    def add(self, outcome: Outcome) -> None:
        """Count a record that was written."""
        self.records += 1
        self.counts.update(outcome.counts)

    @property
    def failures(self) -> int:
        """Problem rows that stand for a report or file without a record."""
        return sum(number for code, number in self.problems.items() if code not in NOTES)

    @property
    def exit_code(self) -> int:
        """0 if everything became a record, 1 if some of it, 2 if nothing.

        Example:
            >>> Summary(records=3).exit_code, Summary(records=2, problems=Counter({"empty": 1})).exit_code
            (0, 1)
            >>> Summary(problems=Counter({"empty": 1})).exit_code
            2
        """
        if not self.records:
            return 2
        return 1 if self.failures else 0

    def as_json(self, **more: object) -> str:
        """The manifest, indented, with a final newline."""
        rows: Mapping[str, object] = {
            "schema": "nirdesh-run/1",
            **more,
            "exit_code": self.exit_code,
            "counts": {
                "reports": self.reports,
                "records": self.records,
                "reused": self.reused,
                "outdated": self.outdated,
                "near": self.near,
                "problems": sum(self.problems.values()),
                **self.counts,
            },
            "problems": dict(sorted(self.problems.items())),
            "seconds": {"wall": round(self.wall_seconds, 3)}
            | {stage: round(value, 3) for stage, value in self.clock.seconds.items()},
        }
        return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
