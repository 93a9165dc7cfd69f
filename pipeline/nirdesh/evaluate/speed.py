"""Speed and memory of whole runs: ``python -m nirdesh.evaluate.speed corpus``.

Everything is processor time of ``nirdesh run`` from pages to records, since other work may share the machine;
the wall clock is told beside it. Models are loaded in it.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from nirdesh.evaluate import recombined

_MEGABYTE = 1_000_000


@dataclass(slots=True)
class Measured:
    """One run.

    Attributes:
        cpu: Processor seconds of all its processes.
        main: Those of the process that reads and writes.
        wall: Seconds by the clock.
        peak: Greatest resident size of a worker, shared pages included, in MB.
        sizes: Reports done, and proportional size of all processes in MB, as time went on.
        stages: Processor seconds by stage.
    """

    reports: int
    words: int
    workers: int
    cpu: float = 0.0
    main: float = 0.0
    wall: float = 0.0
    peak: float = 0.0
    sizes: list[tuple[int, float]] = field(default_factory=list)
    stages: dict[str, float] = field(default_factory=dict)


def measure(feed: Path, words: int, count: int, workers: int, out: Path, engine: str = "spacy") -> Measured:
    """Run once, in a fresh folder, and look at its processes while it runs."""
    command = [sys.executable, "-m", "nirdesh.cli", "run", str(feed), "-o", str(out)]
    command += ["--workers", str(workers), "--engine", engine]
    found = Measured(count, words, workers)
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    watcher = threading.Thread(target=_watch, args=(process, out, found), daemon=True)
    watcher.start()
    process.wait()
    found.wall = time.monotonic() - started
    watcher.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    found.cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    found.stages = {name: value for name, value in manifest["seconds"].items() if name != "wall"}
    return found


def _watch(process: subprocess.Popen[bytes], out: Path, found: Measured) -> None:
    done = _Done(out / "records.jsonl.part")
    while process.poll() is None:
        sizes = [(pid, _size(pid)) for pid in (process.pid, *_children(process.pid))]
        found.peak = max([found.peak, *(rss for pid, (rss, _) in sizes if pid != process.pid)])
        found.main = max(found.main, _seconds(process.pid))
        found.sizes.append((done.count(), sum(pss for _, (_, pss) in sizes)))
        time.sleep(1.0)


def _children(pid: int) -> Iterator[int]:
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return
    yield from map(int, text.split())


def _size(pid: int) -> tuple[float, float]:
    """Resident and proportional size in MB."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0.0, 0.0
    kb = {line.split(":")[0]: float(line.split()[1]) for line in text.splitlines()[1:]}
    return kb.get("Rss", 0) * 1024 / _MEGABYTE, kb.get("Pss", 0) * 1024 / _MEGABYTE


def _seconds(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class _Done:
    """Records written so far; only what is new in the file is read."""

    def __init__(self, path: Path) -> None:
        self._path, self._read, self._lines = path, 0, 0

    def count(self) -> int:
        try:
            with self._path.open("rb") as stream:
                stream.seek(self._read)
                for block in iter(lambda: stream.read(1 << 22), b""):
                    self._read += len(block)
                    self._lines += block.count(b"\n")
        except OSError:
            pass  # not yet there, or renamed at the end
        return self._lines


def first_record(corpus: Path) -> tuple[float, float]:
    """Wall and processor seconds from the start of the command to its first record."""
    with tempfile.TemporaryDirectory() as folder:
        feed = Path(folder) / "one.jsonl"
        recombined.write(feed, corpus, 1)
        before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        command = [sys.executable, "-m", "nirdesh.cli", "run", str(feed), "-o", "-"]
        subprocess.run(command, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return time.monotonic() - started, cpu


def told(found: Measured) -> str:
    """Figures of a run as lines of text."""
    shared = found.cpu / found.reports
    lines = [
        f"{found.reports:,} reports, {found.words:,} words, workers: {found.workers}",
        f"  processor {found.cpu:.1f} s (main process {found.main:.1f} s), wall {found.wall:.1f} s",
        f"  {found.words / found.cpu:,.0f} words and {found.reports / found.cpu:.1f} reports a processor "
        f"second, {1000 * shared:.1f} ms a report",
        f"  largest worker {found.peak:.0f} MB resident",
    ]
    bound = max(found.main, (found.cpu - found.main) / found.workers)
    lines.append(f"  busiest process {bound:.1f} s: the wall time on free cores")
    quarter = [size for done, size in found.sizes if done >= 1_000]
    if quarter:
        early, late = median(quarter[:9]), median(quarter[-9:])  # some processes end before the last
        lines.append(
            f"  all processes, shared pages once: {early:.0f} MB at 1,000 reports, {late:.0f} MB at the end"
        )
    total = sum(found.stages.values()) or 1.0
    parts = ", ".join(f"{name} {value / total:.0%}" for name, value in found.stages.items())
    return "\n".join([*lines, f"  by stage: {parts}"])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--reports", type=int, default=2_000)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--engine", default="spacy")
    chosen = parser.parse_args()
    wall, cpu = first_record(chosen.corpus)
    print(f"first record after {wall:.2f} s by the clock, {cpu:.2f} s of processor time", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        feed = Path(folder) / "feed.jsonl"
        words = recombined.write(feed, chosen.corpus, chosen.reports)
        runs = []
        for workers in chosen.workers:
            out = Path(folder) / f"out{workers}"
            runs.append(measure(feed, words, chosen.reports, workers, out, chosen.engine))
            print(told(runs[-1]), flush=True)
        whole = {(Path(folder) / f"out{run.workers}/records.jsonl").read_bytes() for run in runs}
        print(f"the same bytes from all: {len(whole) == 1}")


if __name__ == "__main__":
    main()
