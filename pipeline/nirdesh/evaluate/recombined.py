"""Any number of different reports out of the corpus: paragraphs recombined, with invented names."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from nirdesh.evaluate.samples import page

_SYLLABLES: Final = [c + v for c in "कगचजतदनपबमरलवसह" for v in ("", "ा", "ि", "ी", "ु", "े", "ो")]
_ADDRESS: Final = "https://darpan.example/2026/03/12/"
_PARAGRAPHS: Final = 4


def reports(corpus: Path, count: int, seed: int = 8) -> Iterator[list[str]]:
    """Paragraphs of ``count`` reports, the headline first; the same seed gives the same reports.

    Each has three invented names, so that the number of different words grows with the number of reports.

    Args:
        corpus: Folder with ``reports/*.txt``.
        count: How many.
        seed: Of the random numbers.
    """
    read = [
        [" ".join(line.split()) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        for path in sorted((corpus / "reports").glob("*.txt"))
    ]
    heads = [lines[0] for lines in read]
    bodies = [line for lines in read for line in lines[1:] if len(line) > 80]
    for number in range(count):
        draw = random.Random(f"{seed}/{number}")
        yield [draw.choice(heads), *draw.sample(bodies, _PARAGRAPHS), _names(draw, number)]


def _names(draw: random.Random, number: int) -> str:
    names = ["".join(draw.choices(_SYLLABLES, k=draw.randint(2, 4))) for _ in range(3)]
    return f"बैठक में {names[0]} वर्मा, {names[1]} सिंह और {names[2]} मौजूद रहे। क्रमांक {number} की सूची भेजी गई।"


def row(report: Sequence[str], number: int, html: bool = True) -> str:
    """A report as a line of JSONL, as a page or as text."""
    fields = {"id": f"n{number}", "url": f"{_ADDRESS}{number}"}
    fields |= {"html": page(report)} if html else {"text": "\n".join(report)}
    return json.dumps(fields, ensure_ascii=False) + "\n"


def write(path: Path, corpus: Path, count: int, html: bool = True) -> int:
    """A feed of ``count`` reports; returns the number of words in them."""
    words = 0
    with path.open("w", encoding="utf-8") as stream:
        for number, report in enumerate(reports(corpus, count)):
            words += sum(len(line.split()) for line in report)
            stream.write(row(report, number, html))
    return words
