"""Faults while a run works: ``python -m nirdesh.evaluate.faults corpus``.

A feed with bad rows, a report that takes for ever and an unreadable file is run undisturbed. Then the same
run is killed again and again, its disk filled and its journal damaged; it goes on each time, until a last one
ends by itself. Its output has to be the same bytes.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Final

from nirdesh.evaluate import recombined

_FILES: Final = ("records.jsonl", "problems.jsonl")
# What is left when a run was killed between two batches is a page or two.
_TAIL: Final = 20_000
_SMALL: Final = 300_000


def inputs(folder: Path, corpus: Path, count: int) -> Path:
    """A folder with a feed of reports, bad rows among them, and files that can't be read."""
    folder.mkdir()
    with (folder / "a.jsonl").open("w", encoding="utf-8") as stream:
        for number, report in enumerate(recombined.reports(corpus, count)):
            stream.write(recombined.row(report, number, html=number % 2 == 0))
            if number % 500 == 250:
                stream.write('{"id": "broken", "text": \n')
            if number % 700 == 350:
                stream.write(recombined.row(["An English report.", "About ponds and roads."], number, False))
    (folder / "b.pdf").write_bytes(b"%PDF-1.7\nno pages\n")
    (folder / "c.txt").symlink_to(folder / "nowhere.txt")
    # One sentence of 20,000 words: the extractors would take ten minutes for it.
    (folder / "d.txt").write_text("अधिकारी ने कहा कि वे काम समय पर पूरा करें और " * 2_000, encoding="utf-8")
    return folder


class Campaign:
    """One folder of output that is disturbed again and again.

    Args:
        source: Inputs.
        out: Folder for the output.
        seed: Of the random numbers.
    """

    def __init__(self, source: Path, out: Path, seed: int) -> None:
        self._source = source
        self._out = out
        self._random = random.Random(seed)
        self.done: Counter[str] = Counter()

    def start(self, **limits: int) -> subprocess.Popen[bytes]:
        """The command, with a limit on the size of files where one is given."""

        def limit() -> None:
            os.setsid()
            if size := limits.get("size"):
                resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        command = [sys.executable, "-m", "nirdesh.cli", "run", str(self._source), "-o", str(self._out)]
        command += ["--engine", "blank", "--workers", "2", "--seconds", "4"]
        return subprocess.Popen(
            command, preexec_fn=limit, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def kill(self) -> None:
        """Start, wait for a random while, kill a worker or all processes."""
        process = self.start()
        self._await_progress(process)
        time.sleep(self._random.uniform(0, 1.5))
        if self._random.random() < 0.3 and (workers := _children(process.pid)):
            _end(self._random.choice(workers))
            self.done["a worker killed"] += 1
            time.sleep(self._random.uniform(0, 0.5))
        if process.poll() is None:
            self.done["run killed"] += 1
            process.kill()
        else:
            self.done["run had ended"] += 1
        process.wait()

    def fill_disk(self) -> None:
        """A run whose files can't grow beyond a small size."""
        size = _SMALL + self._journal().stat().st_size if self._journal().exists() else _SMALL
        process = self.start(size=size)
        code = process.wait()
        self.done[f"disk full, exit code {code}"] += 1

    def damage(self) -> None:
        """Bytes at the end of the journal, or of its log, are gone or random."""
        for path in (self._journal(), self._journal().with_name("journal.sqlite-wal")):
            if not path.exists() or not path.stat().st_size:
                continue
            raw = bytearray(path.read_bytes())
            size = self._random.randrange(1, min(_TAIL, len(raw)) + 1)
            if self._random.random() < 0.5:
                del raw[-size:]
            else:
                raw[-size:] = self._random.randbytes(size)
            path.write_bytes(raw)
            self.done[f"{path.name} damaged"] += 1

    def end(self) -> int:
        """The last run, undisturbed."""
        return self.start().wait()

    def output(self) -> list[bytes]:
        """What the run wrote."""
        return [(self._out / name).read_bytes() for name in _FILES]

    def _journal(self) -> Path:
        return self._out / "journal.sqlite"

    def _await_progress(self, process: subprocess.Popen[bytes]) -> None:
        """Most kills come once work has begun, some before."""
        if self._random.random() < 0.1:
            return
        part, until = self._out / "records.jsonl.part", time.monotonic() + 120
        while process.poll() is None and time.monotonic() < until:
            if part.exists() and part.stat().st_size:
                return
            time.sleep(0.02)


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _end(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def run(corpus: Path, count: int, kills: int, seed: int = 8) -> tuple[bool, Counter[str]]:
    """The whole campaign: whether the output is the same in the end, and what was done on the way."""
    with tempfile.TemporaryDirectory() as folder:
        source = inputs(Path(folder) / "in", corpus, count)
        calm = Campaign(source, Path(folder) / "calm", seed)
        calm.end()
        wild = Campaign(source, Path(folder) / "wild", seed)
        for number in range(kills):
            wild.kill()
            if number % 20 == 2:
                wild.fill_disk()
            if number % 20 == 4:
                wild.damage()
        wild.done[f"last run, exit code {wild.end()}"] += 1
        records, problems = calm.output()
        wild.done["records"] = records.count(b"\n")
        wild.done["problem rows"] = problems.count(b"\n")
        return wild.output() == [records, problems], wild.done


def main() -> None:
    """Run the campaign and tell what happened."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--reports", type=int, default=5_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=8)
    chosen = parser.parse_args()
    same, done = run(chosen.corpus, chosen.reports, chosen.kills, chosen.seed)
    for what, number in sorted(done.items()):
        print(f"{what}: {number:,}")
    print(f"the same bytes as undisturbed: {same}")
    raise SystemExit(not same)


if __name__ == "__main__":
    main()
