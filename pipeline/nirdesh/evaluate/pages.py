"""Quality of reading pages: ``python -m nirdesh.evaluate.pages corpus``.

Main text by the F1 of its words (as often as they occur), the headline left out on both sides, and the day of
publication, on ten made-up layouts; beside trafilatura and htmldate alone on the same pages.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import mean
from typing import Final

import htmldate
import trafilatura

from nirdesh.evaluate.layouts import LAYOUTS
from nirdesh.ingest.build import to_report
from nirdesh.ingest.document import Document
from nirdesh.report import Report
from nirdesh.text.layout import read_layout

_FIRST: Final = date(2019, 1, 5)


@dataclass(frozen=True, slots=True)
class Case:
    """A page with its truth."""

    layout: str
    title: str
    text: str
    day: date
    markup: str


def cases(corpus: Path, each: int, seed: int = 8) -> Iterator[Case]:
    """Pages of every layout: reports of the corpus without their own headline and boilerplate.

    Reports that tell their own day are left out, because the page's day is made up.
    """
    draw = random.Random(seed)
    paths = [path for path in sorted((corpus / "reports").glob("*.txt")) if not _dated(path)]
    for name, layout in LAYOUTS.items():
        for path in draw.sample(paths, each):
            known = read_layout(path.read_text(encoding="utf-8"))
            body = [known.text[b.start : b.end] for b in known.blocks if b.kind in ("body", "dateline")]
            texts = [line for line in "".join(body).splitlines() if line.strip()]
            day = _FIRST + timedelta(days=draw.randrange(2_300))
            title = (known.title or texts[0])[:120]
            yield Case(name, title, " ".join(texts), day, layout(title, texts, day))


def _dated(path: Path) -> bool:
    made = to_report(Document("text", "text", text=path.read_text(encoding="utf-8")))
    return isinstance(made, Report) and made.published is not None


def overlap(found: str, true: str, title: str) -> float:
    """F1 of words as often as they occur, those of the headline's line left out."""
    lines = [line for line in found.splitlines() if " ".join(line.split()) != " ".join(title.split())]
    one, two = Counter(" ".join(lines).split()), Counter(true.split())
    common = (one & two).total()
    return 2 * common / (one.total() + two.total()) if common else 0.0


@dataclass(slots=True)
class Score:
    """Sums over pages."""

    ours: list[float]
    theirs: list[float]
    our_days: list[bool]
    their_days: list[bool]


def measure(corpus: Path, each: int) -> dict[str, Score]:
    """Scores by layout."""
    scores = {name: Score([], [], [], []) for name in LAYOUTS}
    for case in cases(corpus, each):
        made = to_report(Document("page", "page", html=case.markup))
        score = scores[case.layout]
        score.ours.append(overlap(made.text, case.text, case.title) if isinstance(made, Report) else 0.0)
        score.our_days.append(isinstance(made, Report) and made.published == case.day.isoformat())
        score.theirs.append(overlap(trafilatura.extract(case.markup) or "", case.text, case.title))
        score.their_days.append(htmldate.find_date(case.markup, original_date=True) == case.day.isoformat())
    return scores


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--each", type=int, default=12)
    chosen = parser.parse_args()
    scores = measure(chosen.corpus, chosen.each)
    print(
        "| layout | text, nirdesh | text, trafilatura | day, nirdesh | day, htmldate |\n|---|---|---|---|---|"
    )
    for name, s in scores.items():
        print(_row(name, s))
    every = Score([], [], [], [])
    for score in scores.values():
        for field in ("ours", "theirs", "our_days", "their_days"):
            getattr(every, field).extend(getattr(score, field))
    print(_row(f"all {len(every.ours)} pages", every))


def _row(name: str, score: Score) -> str:
    values = (score.ours, score.theirs, score.our_days, score.their_days)
    return f"| {name} | " + " | ".join(f"{mean(value):.3f}" for value in values) + " |"


if __name__ == "__main__":
    main()
