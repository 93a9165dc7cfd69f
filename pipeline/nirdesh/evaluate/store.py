"""Speed of the store on a large database: ``python -m nirdesh.evaluate.store``."""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Callable, Sequence
from os import times
from pathlib import Path
from time import perf_counter

from sqlite_utils import Database

from nirdesh.evaluate.recombine import recombine
from nirdesh.store import load, open_database
from nirdesh.store.answers import counts, due
from nirdesh.store.persons import persons
from nirdesh.store.query import Question, ask

_ROUNDS = 5


def questions(db: Database) -> dict[str, Callable[[], object]]:
    """What is timed; names and days are taken from the database."""
    row = db.execute("SELECT max(published), min(published) FROM directives").fetchone()
    last = str(row[0])
    name = db.execute(
        "SELECT e.name FROM entities e JOIN directive_issuers i ON i.entity = e.n"
        " WHERE e.kind = 'person' LIMIT 1"
    ).fetchone()[0]
    return {
        "all, latest first": lambda: ask(db, Question()),
        "--issuer NAME": lambda: ask(db, Question(issuer=name)),
        "--issuer singh (Latin, part of a name)": lambda: ask(db, Question(issuer="singh")),
        "--to जिलाधिकारी (name or post)": lambda: ask(db, Question(to="जिलाधिकारी")),
        "--region 'uttar pradesh' (with all within)": lambda: ask(db, Question(region="uttar pradesh")),
        "--due-before": lambda: ask(db, Question(due_before="2020-01-01", due_from="2019-06-01")),
        "--modality prohibition --since": lambda: ask(db, Question(modality="prohibition", since=last[:4])),
        "--party bjp": lambda: ask(db, Question(party="bjp")),
        "--issuer NAME --region UP --modality order": lambda: ask(
            db, Question(issuer=name, region="UP", modality="order")
        ),
        "due, nearest first": lambda: due(db, Question(due_from="2020-01-01"), limit=50),
        "text: बैठक (common)": lambda: ask(db, Question(text="बैठक")),
        "text: नालों की सफाई": lambda: ask(db, Question(text="नालों की सफाई")),
        "text: nalon ki safai": lambda: ask(db, Question(text="nalon ki safai")),
        "text: शिविर, with --issuer NAME": lambda: ask(db, Question(text="शिविर", issuer=name)),
        "text: no match": lambda: ask(db, Question(text="क्ष्वूग्ज़")),
        "person NAME": lambda: persons(db, name, limit=1),
        "timeline --by month (counts all)": lambda: counts(db, Question(), "month"),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Load recombined records and time questions over them."""
    parser = argparse.ArgumentParser(prog="python -m nirdesh.evaluate.store", description=main.__doc__)
    parser.add_argument("records", nargs="?", type=Path, default=Path("out/records.jsonl"))
    parser.add_argument("--directives", type=int, default=1_000_000)
    parser.add_argument(
        "--database", type=Path, help="Keep the database here; one that is there is only asked."
    )
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = options.database or Path(folder) / "large.db"
        if not path.exists():
            _load(options.records.read_text("utf-8").splitlines(), options.directives, path)
        db = open_database(path)
        print(f"{db['directives'].count:,} directives, {path.stat().st_size / 1e6:,.0f} MB")
        print("| question | median ms | first ms |\n|---|---|---|")
        for name, question in questions(db).items():
            first, *later = [_seconds(question) for _ in range(_ROUNDS)]
            print(f"| {name} | {1000 * statistics.median(later):.1f} | {1000 * first:.1f} |")


def _load(lines: Sequence[str], directives: int, path: Path) -> None:
    records = path.with_suffix(".jsonl")
    with records.open("w", encoding="utf-8") as out:
        out.writelines(f"{line}\n" for line in recombine(lines, directives))
    wall, before = perf_counter(), times()
    with records.open("rb") as stream:
        loaded = load(stream, path)
    wall, after = perf_counter() - wall, times()
    records.unlink()
    here = after.user + after.system - before.user - before.system
    beside = after.children_user + after.children_system - before.children_user - before.children_system
    print(
        f"{loaded.reports:,} reports, {loaded.directives:,} directives, {loaded.rows:,} rows in {wall:.1f} s;"
        f" processor time {here:.1f} s here, {beside:.1f} s in the process beside"
    )
    for name, count in (
        ("rows", loaded.rows),
        ("directives", loaded.directives),
        ("reports", loaded.reports),
    ):
        rates = (count / wall, count / max(here, beside), count / (here + beside))
        print(
            "{}: {:,.0f} a second; {:,.0f} of the busier process's time; {:,.0f} of both".format(name, *rates)
        )


def _seconds(question: Callable[[], object]) -> float:
    start = perf_counter()
    question()
    return perf_counter() - start


if __name__ == "__main__":
    main()
