"""Speed beside others, on the same pages and in one process: ``python -m nirdesh.evaluate.baselines corpus``.

The analysis alone by each engine (tokens to trees and entities), and from page to analysed text by
trafilatura and the spaCy pipeline, without extractors. Processor time; loading is not counted.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura

from nirdesh.analyse import EngineName, load_engine
from nirdesh.evaluate import recombined
from nirdesh.evaluate.samples import page
from nirdesh.ingest.build import to_report
from nirdesh.ingest.document import Document
from nirdesh.report import Report
from nirdesh.run import Pipeline


def measure(corpus: Path, count: int) -> dict[str, tuple[float, float]]:
    """Words and reports a processor second by what was done."""
    read = list(recombined.reports(corpus, count + 5))
    pages = [page(paragraphs) for paragraphs in read]
    made = [to_report(Document(str(n), str(n), html=markup)) for n, markup in enumerate(pages)]
    reports = [report for report in made if isinstance(report, Report)]
    words = sum(len(report.text.split()) for report in reports[5:])
    found: dict[str, tuple[float, float]] = {}

    def timed(name: str, step: Callable[[int], object]) -> None:
        for number in range(5):
            step(number)  # lexicons and caches
        began = time.process_time()
        for number in range(5, count + 5):
            step(number)
        seconds = time.process_time() - began
        found[name] = words / seconds, count / seconds

    pipeline = Pipeline("spacy")
    documents = [Document(str(n), str(n), html=markup) for n, markup in enumerate(pages)]
    timed("nirdesh, page to record", lambda n: pipeline.process([documents[n]]))
    names: tuple[EngineName, ...] = ("spacy", "stanza")
    for name in names:
        engine = load_engine(name)
        if name == "stanza":
            import torch

            torch.set_num_threads(1)
        timed(f"analysis by {name}", lambda n, e=engine: list(e.pipe([reports[n]])))  # type: ignore[misc]
        if name == "spacy":
            timed(
                "trafilatura and the spaCy pipeline",
                lambda n, e=engine: e.nlp(trafilatura.extract(pages[n]) or ""),  # type: ignore[misc]
            )
    return found


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--reports", type=int, default=60)
    chosen = parser.parse_args()
    print("| what | words a second | reports a second |\n|---|---|---|")
    for name, (words, reports) in measure(chosen.corpus, chosen.reports).items():
        print(f"| {name} | {words:,.0f} | {reports:.1f} |")


if __name__ == "__main__":
    main()
