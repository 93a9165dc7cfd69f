"""How fast the pages of ``nirdesh explore`` answer: ``python -m nirdesh.evaluate.pages``."""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from nirdesh.evaluate.recombine import recombine
from nirdesh.explore.app import make_app
from nirdesh.store import load, open_database

_ROUNDS = 5


def addresses(database: Path) -> list[str]:
    """The pages that are timed, with a report and a name of the database."""
    db = open_database(database)
    query = "SELECT r.id FROM reports r JOIN directives d ON d.report = r.n ORDER BY r.n DESC LIMIT 1"
    report = db.execute(query).fetchone()[0]
    month = db.execute("SELECT substr(due, 1, 7) FROM directives WHERE due > '2019-06' LIMIT 1").fetchone()[0]
    entity = db.execute("SELECT entity FROM directive_issuers GROUP BY 1 ORDER BY count(*) DESC").fetchone()[
        0
    ]
    name = database.stem
    return [
        "/", "/search", "/search?q=nalon+ki+safai", "/search?modality=order&region=uttar+pradesh",
        f"/report/{report}", f"/entity/{entity}", "/timeline", f"/calendar?month={month}", "/map", "/network",
        f"/{name}/directives", f"/{name}/directives?_facet=modality", f"/{name}/due_soon?from_day=2019-06-01",
    ]  # fmt: skip


async def measure(site: Any, address: str) -> tuple[float, float, int]:
    """Median and first seconds of a page, and its bytes."""
    times = []
    for _ in range(_ROUNDS + 1):
        start = perf_counter()
        answer = await site.client.get(address)
        times.append(perf_counter() - start)
    return statistics.median(times[1:]), times[0], len(answer.content)


def main(arguments: Sequence[str] | None = None) -> None:
    """Load recombined records and time every page."""
    parser = argparse.ArgumentParser(prog="python -m nirdesh.evaluate.pages", description=main.__doc__)
    parser.add_argument("records", nargs="?", type=Path, default=Path("out/records.jsonl"))
    parser.add_argument("--directives", type=int, default=50_000)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pages.db"
        load(recombine(options.records.read_text("utf-8").splitlines(), options.directives), path)
        site = make_app(path, read_only=True)
        print(f"{options.directives:,} directives\n| page | median ms | first ms | kB |\n|---|---|---|---|")
        for address in addresses(path):
            median, first, size = asyncio.run(measure(site, address))
            print(f"| `{address[:60]}` | {1000 * median:.0f} | {1000 * first:.0f} | {size / 1000:.0f} |")


if __name__ == "__main__":
    main()
