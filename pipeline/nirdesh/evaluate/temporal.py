"""Figures of the date tagger beside their targets: suites, dated reports, dates in the wild, speed.

``python -m nirdesh.evaluate.temporal --data ../shared`` prints one table. The data are read where they
lie and never copied; without dateparser its speed stays out.
"""

from __future__ import annotations

import argparse
import json
import lzma
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from nirdesh.extract.dates import tag

Row = dict[str, Any]
SpanPair = tuple[int, int]
Tagger = Callable[[str], list[SpanPair]]

# suite file -> (target overlap F1, target value accuracy); what dateparser reaches comes from the same run
TARGETS: Final[dict[str, tuple[float, float]]] = {
    "recognizers_date": (98, 96),
    "recognizers_period": (97, 95),
    "recognizers_duration": (98, 96),
    "recognizers_set": (96, 95),
    "recognizers_holiday": (95, 95),
    "recognizers_datetime": (95, 92),
    "recognizers_number": (97, 97),
    "recognizers_ordinal": (97, 97),
    "duckling_duration": (97, 97),
    "duckling_numeral": (97, 97),
    "duckling_ordinal": (97, 97),
}
# name -> (file, tag); beside them what dateparser and HeidelTime reached there (precision, recall)
WILD: Final = {
    "HiNER TIMEX": ("hiner-original-part.conll.xz", "TIMEX", "61 / 66", "72 / 36"),
    "IL-NER NETI": ("il-ner-hi-dev.txt.xz", "NETI", "46 / 78", "61 / 27"),
}
SPEED_CHARACTERS: Final = 200_000


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    what: str
    reached: str
    target: str
    peers: str = ""


def suites(data: Path) -> Iterator[Figure]:
    """Overlap F1, exact F1 and value accuracy of every suite on its development half."""
    home = data.resolve() / "bench" / "temporal"
    files = sorted(path.name for path in home.glob("*.dev.jsonl"))
    command = [
        sys.executable,
        "score.py",
        "--json",
        *files,
        "--",
        sys.executable,
        "-m",
        "nirdesh.extract.dates",
    ]
    answer = subprocess.run(command, cwd=home, capture_output=True, check=True, text=True)
    for name, parts in json.loads(answer.stdout)["files"].items():
        suite = name.removesuffix(".dev")
        overlap, value = TARGETS.get(suite, (0.0, 0.0))
        for part, figures in parts.items():
            reached = f"{figures['overlap_PRF'][2]} / {figures['exact_PRF'][2]} / {figures['value_acc']}"
            target = f"≥ {overlap:g} / 90 / {value:g}" if part == "date" else "none for times of day"
            yield Figure(f"{suite}, {part}: overlap F1 / exact F1 / value", reached, target)


def seeds(data: Path) -> Figure:
    """Every date expression of the three seed reports."""
    rows = _jsonl(data / "bench" / "temporal" / "seeds_gold.jsonl")
    right = total = 0
    for row in rows:
        text = next((data / "seeds").glob(f"{row['seed']}_*.txt")).read_text(encoding="utf-8")
        at = _find(text, row["context"], row["n"])
        start = at + row["context"].index(row["text"]) if at >= 0 else -1
        found = [
            m
            for m in tag(text, reference=date.fromisoformat(row["reference"]))
            if m.span.start < start + len(row["text"]) and start < m.span.end
        ]
        total += 1
        recurs = row["edtf"].endswith("(set)")
        right += any((m.rrule is not None) if recurs else m.edtf == row["edtf"] for m in found)
    return Figure("seed reports: dates with the right value", f"{right} of {total}", "all")


def _find(text: str, context: str, n: int) -> int:
    """Where the n-th occurrence of a context starts, whatever its white space; -1 where it is missing."""
    if context not in text:
        return _loose(text, context)
    at = -1
    for _ in range(min(n, text.count(context))):
        at = text.index(context, at + 1)
    return at


def _loose(text: str, context: str) -> int:
    """Where a context stands whose white space differs."""
    first = context.split()[0]
    at = text.find(first)
    while at >= 0:
        if " ".join(text[at : at + 3 * len(context)].split()).startswith(context):
            return at
        at = text.find(first, at + 1)
    return -1


def records(gold: Path, texts: Path, name: str, only: frozenset[str] | None = None) -> Figure:
    """Dates of annotated reports: found (overlap of words) and right among the valued ones."""
    found = right = valued = total = 0
    for row in _jsonl(gold):
        if only is not None and row["id"] not in only:
            continue
        text = (texts / str(row["file"]).rsplit("/", 1)[-1]).read_text(encoding="utf-8")
        published = date.fromisoformat(row["published"]) if row.get("published") else None
        mentions = tag(text, reference=published)
        for item in row.get("dates", []):
            if item.get("optional"):
                continue
            total += 1
            hits = [m for m in mentions if _same_words(text[m.span.start : m.span.end], item["text"])]
            found += bool(hits)
            if item["value"] is not None:
                valued += 1
                right += any(_bare(m.edtf) == _bare(item["value"]) for m in hits)
    share = 100 * right / valued if valued else 0.0
    return Figure(f"{name}: found; value right", f"{found} of {total}; {share:.1f} % of {valued}", "≥ 98 %")


def _same_words(mine: str, gold: str) -> bool:
    a, b = set(mine.split()), set(gold.split())
    return bool(a & b) and 2 * len(a & b) >= 0.25 * (len(a) + len(b))


def _bare(value: str | None) -> str:
    return (value or "").strip("{}[]").lstrip("./")


def wild(data: Path, tagger: Tagger) -> Iterator[tuple[str, str]]:
    """Span precision and recall on the time tags of NER corpora (overlap, one to one)."""
    for name, (file, kind, _, _) in WILD.items():
        hits = mine = gold_count = 0
        for text, gold in _tagged_sentences(data / "data" / "ner" / file, kind):
            spans = tagger(text)
            hits += _matches(spans, gold)
            mine += len(spans)
            gold_count += len(gold)
        yield name, f"{100 * hits / max(mine, 1):.1f} / {100 * hits / max(gold_count, 1):.1f}"


def _matches(mine: list[SpanPair], gold: list[SpanPair]) -> int:
    used: set[int] = set()
    for start, end in gold:
        for i, (a, b) in enumerate(mine):
            if i not in used and a < end and start < b:
                used.add(i)
                break
    return len(used)


def _tagged_sentences(path: Path, kind: str) -> Iterator[tuple[str, list[SpanPair]]]:
    words: list[str] = []
    tags: list[str] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in [*lines, ""]:
            cells = line.split("\t") if "\t" in line else line.split()
            if len(cells) >= 2:
                words.append(cells[0].strip())
                tags.append(cells[-1].strip())
            elif words:
                yield " ".join(words), _gold_spans(words, tags, kind)
                words, tags = [], []


def _gold_spans(words: list[str], tags: list[str], kind: str) -> list[SpanPair]:
    spans: list[list[int]] = []
    at, inside = 0, False
    for word, label in zip(words, tags, strict=True):
        if label == f"B-{kind}":
            spans.append([at, at + len(word)])
            inside = True
        elif label == f"I-{kind}" and inside:
            spans[-1][1] = at + len(word)
        else:
            inside = False
        at += len(word) + 1
    return [(start, end) for start, end in spans]


def speed(data: Path) -> Figure:
    """Characters per second (CPU, one core) of the tagger and of dateparser's search over the same rows."""
    rows = [row for path in (data / "bench" / "temporal").glob("*.dev.jsonl") for row in _jsonl(path)]
    texts = [row["input"] for row in rows][:2000]
    with lzma.open(data / "data" / "text" / "mann-ki-baat-hi.txt.xz", "rt", encoding="utf-8") as speech:
        prose = speech.read(SPEED_CHARACTERS)
    texts += [line for line in prose.splitlines() if line.strip()]
    anchor = datetime(2020, 3, 1)
    ours = _rate(texts, lambda text: tag(text, reference=anchor))
    peer = _peer_search(anchor)
    theirs = _rate(texts, peer) if peer is not None else 0.0
    ratio = f", {ours / theirs:.1f} times dateparser's {theirs:,.0f}" if theirs else ""
    return Figure("speed, characters per second and core", f"{ours:,.0f}{ratio}", "≥ 3 times the faster peer")


def _peer_search(anchor: datetime) -> Callable[[str], object] | None:
    try:
        from dateparser.search import search_dates
    except ImportError:
        return None
    settings = {"RELATIVE_BASE": anchor}
    return lambda text: search_dates(text, languages=["hi"], settings=settings)


def _rate(texts: Iterable[str], work: Callable[[str], object]) -> float:
    texts = list(texts)
    work(texts[0])
    started = time.process_time()
    for text in texts:
        work(text)
    return sum(map(len, texts)) / max(time.process_time() - started, 1e-9)


def _jsonl(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def table(data: Path, corpus: Path | None) -> Iterator[Figure]:
    """All figures."""
    yield from suites(data)
    yield seeds(data)
    bench = data / "bench" / "records"
    yield records(bench / "dev.gold.jsonl", bench / "dev", "report benchmark, development part")
    if corpus is not None and (corpus / "gold.jsonl").is_file():
        splits = tomllib.loads((corpus / "splits.toml").read_text(encoding="utf-8"))
        for split, ids in splits.items():
            yield records(corpus / "gold.jsonl", corpus / "reports", f"own corpus, {split}", frozenset(ids))
    anchor = date(2015, 6, 1)
    reached = dict(wild(data, lambda text: [(m.span.start, m.span.end) for m in tag(text, reference=anchor)]))
    for name, (_, _, dateparser, heideltime) in WILD.items():
        peers = f"dateparser {dateparser}, HeidelTime {heideltime}"
        yield Figure(f"{name}: precision / recall", reached[name], "above both peers", peers)
    yield speed(data)


def main() -> None:
    """Print the table as Markdown."""
    parser = argparse.ArgumentParser(prog="python -m nirdesh.evaluate.temporal", description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=Path("../shared"), help="folder with bench/, data/ and seeds/"
    )
    parser.add_argument(
        "--corpus", type=Path, default=Path("corpus"), help="own corpus with gold.jsonl and reports/"
    )
    options = parser.parse_args()
    print("| what | reached | target | peers |\n|---|---|---|---|")
    for figure in table(options.data, options.corpus):
        print(f"| {figure.what} | {figure.reached} | {figure.target} | {figure.peers} |", flush=True)


if __name__ == "__main__":
    main()
