"""The quality gate: the corpus is the one that was measured, and no figure falls below its floor.

``corpus/gate.toml`` pins a hash of the corpus and a floor for every figure of both splits, sealed by a hash
of its own, so that a floor changes only through this module: ``make gate-raise`` lifts each floor to what is
measured now less a margin and never lowers one.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nirdesh.errors import NirdeshError
from nirdesh.evaluate.gold import GoldReport, read_gold, read_splits
from nirdesh.evaluate.score import Scores, score
from nirdesh.record.models import Record

# A floor stands this far below the figure it was raised to: one report more or less must not break a build.
MARGIN: Final = 0.01


@dataclass(frozen=True, slots=True)
class Gate:
    """The pinned corpus hash and the floors: split -> figure -> least value."""

    corpus_sha256: str
    floors: dict[str, dict[str, float]]

    def seal(self) -> str:
        """Hash over everything that the gate holds."""
        body = [self.corpus_sha256]
        body += [f"{split}/{name}={value:.3f}" for split, name, value in self._rows()]
        return hashlib.sha256("\n".join(body).encode("utf-8")).hexdigest()

    def _rows(self) -> list[tuple[str, str, float]]:
        return [
            (split, name, value)
            for split in sorted(self.floors)
            for name, value in sorted(self.floors[split].items())
        ]

    def to_toml(self) -> str:
        """The file's text."""
        lines = [
            "# Written by `make gate-raise`; a floor changes only through it.",
            f'corpus_sha256 = "{self.corpus_sha256}"',
            f'seal = "{self.seal()}"',
        ]
        for split in sorted(self.floors):
            lines += ["", f"[floors.{split}]"]
            lines += [f'"{name}" = {value:.3f}' for name, value in sorted(self.floors[split].items())]
        return "\n".join(lines) + "\n"


def corpus_hash(corpus: Path) -> str:
    """SHA-256 over the gold, the splits and every report of the corpus."""
    digest = hashlib.sha256()
    for path in [corpus / "gold.jsonl", corpus / "splits.toml", *sorted((corpus / "reports").iterdir())]:
        digest.update(path.name.encode("utf-8"))
        digest.update(path.read_bytes())
    return digest.hexdigest()


def read_gate(path: Path) -> Gate:
    """Read the gate.

    Raises:
        NirdeshError: ``gate-seal`` if the file was edited by hand.
    """
    raw = tomllib.loads(path.read_text("utf-8"))
    gate = Gate(raw["corpus_sha256"], {split: dict(floors) for split, floors in raw["floors"].items()})
    if raw["seal"] != gate.seal():
        raise NirdeshError(
            "gate-seal", f"{path.name} was edited by hand.", hint="Restore it from version control."
        )
    return gate


def measure(corpus: Path, records: Iterable[Record]) -> dict[str, Scores]:
    """Scores of the records on each split of the corpus."""
    gold = {report.id: report for report in read_gold(corpus / "gold.jsonl")}
    splits = read_splits(corpus / "splits.toml")
    found = list(records)
    return {split: score(_pick(gold, ids), found) for split, ids in splits.items()}


def _pick(gold: dict[str, GoldReport], ids: Iterable[str]) -> list[GoldReport]:
    return [gold[report] for report in ids]


def held(scores: Scores) -> dict[str, float]:
    """Figures that floors are for.

    Who, whom, how, when and where of directives are held for those that the rules find: the floors were
    raised on them, and a reader that finds further, harder ones is not refused for it. What it finds counts
    in the F1 of directives and of whole ones like all others.
    """
    figures = {name: value for name, value in scores.figures().items() if name not in scores.by_rule}
    return figures | {f"{name}, by rule": round(share.value, 4) for name, share in scores.by_rule.items()}


def faults(gate: Gate, corpus: Path, measured: dict[str, Scores]) -> list[str]:
    """What the gate refuses, in words; empty if it passes."""
    found = []
    if gate.corpus_sha256 != corpus_hash(corpus):
        found.append("The corpus is not the one that the floors were measured on: run `make gate-raise`.")
    for split, floors in gate.floors.items():
        figures = held(measured[split])
        for name, floor in floors.items():
            value = figures.get(name, 0.0)
            if value < floor:
                found.append(f"{split}: {name} is {value:.3f}, below its floor {floor:.3f}.")
    return found


def raised(gate: Gate | None, corpus: Path, measured: dict[str, Scores]) -> Gate:
    """A gate for the present corpus with every floor at least where it was."""
    floors: dict[str, dict[str, float]] = {}
    for split, scores in measured.items():
        old = gate.floors.get(split, {}) if gate else {}
        new = {name: math.floor((value - MARGIN) * 1000) / 1000 for name, value in held(scores).items()}
        floors[split] = {name: max(old.get(name, 0.0), new.get(name, 0.0), 0.0) for name in old | new}
    return Gate(corpus_hash(corpus), floors)


def main(argv: list[str] | None = None) -> int:
    """Check the gate, or raise it; exit status 1 if it refuses."""
    parser = argparse.ArgumentParser(description="Check or raise the quality gate.")
    parser.add_argument("records", type=Path, help="records.jsonl of a run over the corpus")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument(
        "--raise", action="store_true", dest="lift", help="lift floors to what is measured now"
    )
    options = parser.parse_args(argv)
    with options.records.open(encoding="utf-8") as lines:
        records = [Record.from_json(line) for line in lines]
    measured = measure(options.corpus, records)
    path = options.corpus / "gate.toml"
    if options.lift:
        gate = raised(read_gate(path) if path.exists() else None, options.corpus, measured)
        path.write_text(gate.to_toml(), "utf-8")
    found = faults(read_gate(path), options.corpus, measured)
    print("\n".join(found) or "The quality gate passes.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
