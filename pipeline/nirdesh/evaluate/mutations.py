"""Damaged files of every format: ``python -m nirdesh.evaluate.mutations corpus --count 10000``.

Files of every format are changed at random: bits flipped, bytes cut, doubled, replaced by those of another
format or by values that parsers stumble over. Whole runs over folders of them have to end, and every report
of every file has to be told of in a record or a problem row.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from nirdesh.evaluate import recombined
from nirdesh.evaluate.samples import every_format
from nirdesh.ingest import open_inputs
from nirdesh.run import Plan, Setup, run
from nirdesh.run.plan import PROBLEMS, RECORDS

_BATCH: Final = 500
_NASTY: Final = (
    b"\x00",
    b"\xff\xff\xff\xff",
    b"\x7f\xff\xff\xff",
    b"<" * 50,
    b"{" * 200,
    b'"',
    b"\n" * 100,
    b"&x;",
    b"%PDF-",
    b"PK\x03\x04",
    b"-1",
    b"999999999999999999999",
    "\u202e\ufeff".encode(),
    "कि".encode()[:-1],
)


def mutated(raw: bytes, draw: random.Random, others: list[bytes]) -> bytes:
    """``raw`` with one to eight faults."""
    data = bytearray(raw)
    for _ in range(draw.randint(1, 8)):
        if not data:
            break
        at, size = draw.randrange(len(data)), draw.randint(1, max(1, len(data) // 8))
        kind = draw.randrange(7)
        if kind == 0:
            data[at] ^= 1 << draw.randrange(8)
        elif kind == 1:
            del data[at : at + size]
        elif kind == 2:
            del data[at:]
        elif kind == 3:
            data[at:at] = data[at : at + size]
        elif kind == 4:
            data[at : at + 4] = draw.choice(_NASTY)
        elif kind == 5:
            other = draw.choice(others)
            start = draw.randrange(len(other))
            data[at : at + size] = other[start : start + size]
        else:
            data[at : at + size] = draw.randbytes(size)
    return bytes(data)


@dataclass(slots=True)
class Result:
    """What became of the files of a campaign.

    Attributes:
        records: How many records came out.
        problems: Problem rows by code.
        items: What the readers found in the files: reports and problems.
        rows: Rows of records and problems that were written; as many as items.
        lost: Files in which nothing was found, not even a problem.
        seconds: The longest that a folder took, by the clock.
    """

    records: int = 0
    problems: Counter[str] = field(default_factory=Counter)
    items: int = 0
    rows: int = 0
    lost: list[str] = field(default_factory=list)
    seconds: float = 0.0


def campaign(corpus: Path, count: int, seed: int = 8, keep: Path | None = None) -> Result:
    """Run over ``count`` damaged files, folder by folder."""
    result = Result()
    for first in range(0, count, _BATCH):
        with tempfile.TemporaryDirectory() as folder:
            source, out = Path(folder) / "in", Path(folder) / "out"
            source.mkdir()
            names = _write(source, corpus, range(first, min(count, first + _BATCH)), seed)
            began = time.monotonic()
            summary = run(Plan([str(source)], out, Setup("blank", workers=2, seconds=20.0, megabytes=1_000)))
            result.seconds = max(result.seconds, time.monotonic() - began)
            result.records += summary.records
            result.problems.update(summary.problems)
            rows = sum((out / name).read_bytes().count(b"\n") for name in (RECORDS, PROBLEMS))
            items = {name: sum(1 for _ in open_inputs([source / name])) for name in names}
            lost = [name for name, number in items.items() if not number]
            result.lost += lost
            result.rows += rows
            result.items += sum(items.values())
            if keep is not None:
                _keep(keep, source, out, lost)
    return result


def _write(source: Path, corpus: Path, numbers: range, seed: int) -> list[str]:
    """Files named by their number, so that each can be found again."""
    names: list[str] = []
    for number in numbers:
        draw = random.Random(f"{seed}/{number}")
        if number % 50 == 0 or not names:
            (paragraphs,) = recombined.reports(corpus, 1, seed=seed + number)
            good = every_format(paragraphs)
            kinds = sorted(good)
            others = list(good.values())
        kind = kinds[number % len(kinds)]
        name = f"f{number:06}-{kind}"
        (source / name).write_bytes(mutated(good[kind], draw, others))
        names.append(name)
    return names


def _keep(keep: Path, source: Path, out: Path, lost: list[str]) -> None:
    """Copy what went wrong, for looking at it."""
    bad = {"internal-error", "worker-died", "time-limit", "memory-limit", "extractor-failed"}
    rows = (json.loads(line) for line in (out / PROBLEMS).read_text("utf-8").splitlines())
    names = {Path(row["source"].split("!/")[0].split("#")[0]).name for row in rows if row["code"] in bad}
    for path in source.iterdir():
        if path.name in names or path.name in lost:
            keep.mkdir(exist_ok=True)
            (keep / path.name).write_bytes(path.read_bytes())


def main() -> None:
    """Run the campaign and tell what happened."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--keep", type=Path, help="folder for files that went wrong")
    chosen = parser.parse_args()
    result = campaign(chosen.corpus, chosen.count, chosen.seed, chosen.keep)
    print(f"{chosen.count:,} files: {result.records:,} records; longest folder {result.seconds:.0f} s")
    for code, number in result.problems.most_common():
        print(f"  {code}: {number:,}")
    print(f"reports and problems found: {result.items:,}, told of: {result.rows:,}")
    print(f"files of which nothing is told: {len(result.lost)} {result.lost[:10]}")
    raise SystemExit(bool(result.lost) or result.items != result.rows)


if __name__ == "__main__":
    main()
