"""What a report costs more on Ray than locally: ``python -m nirdesh.evaluate.cluster_cost corpus``.

Processor time of all processes for a long and a short feed; their difference leaves starting out.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from nirdesh.evaluate import recombined
from nirdesh.run import Plan, Setup, run


def seconds_of_session() -> float:
    """Processor seconds of this process, its descendants and the dead ones they have waited for."""
    parents: dict[int, tuple[int, float]] = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            fields = (entry / "stat").read_bytes().rpartition(b")")[2].split()
        except OSError:
            continue
        ticks = sum(map(int, fields[11:15]))
        parents[int(entry.name)] = int(fields[1]), ticks / os.sysconf("SC_CLK_TCK")
    mine = {os.getpid()}
    while more := {pid for pid, (parent, _) in parents.items() if parent in mine} - mine:
        mine |= more
    return sum(parents[pid][1] for pid in mine if pid in parents)


def once(corpus: Path, count: int, on: Any, engine: Any) -> dict[str, Any]:
    """Run in this process and tell the processor time, and the hash of the records."""
    with tempfile.TemporaryDirectory() as folder:
        feed, out = Path(folder) / "feed.jsonl", Path(folder) / "out"
        recombined.write(feed, corpus, count)
        began = seconds_of_session()
        run(Plan([str(feed)], out, Setup(engine, workers=1), on=on))
        seconds = seconds_of_session() - began
        manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    return {"seconds": seconds, "sha256": manifest["records"]["sha256"]}


def main() -> None:
    """Compare, each run in a fresh process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--reports", type=int, nargs=2, default=[100, 500])
    parser.add_argument("--engine", default="spacy")
    parser.add_argument("--once", help="used by itself: where to run")
    chosen = parser.parse_args()
    if chosen.once:
        print(json.dumps(once(chosen.corpus, chosen.reports[0], chosen.once, chosen.engine)))
        return
    few, many = chosen.reports
    each = {}
    for on in ("local", "ray"):
        made = []
        for count in (few, many):
            command = [sys.executable, "-m", __spec__.name, str(chosen.corpus), "--once", on]
            command += ["--engine", chosen.engine, "--reports", str(count), "0"]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            made.append(json.loads(done.stdout.splitlines()[-1]))
        each[on] = (made[1]["seconds"] - made[0]["seconds"]) / (many - few), made[1]["sha256"]
        print(f"{on}: {1000 * each[on][0]:.1f} ms a report, {made[0]['seconds']:.1f} s for {few}", flush=True)
    (local, here), (cluster, there) = each["local"], each["ray"]
    print(f"on Ray {cluster / local - 1:+.1%}; the same bytes: {here == there}")


if __name__ == "__main__":
    main()
