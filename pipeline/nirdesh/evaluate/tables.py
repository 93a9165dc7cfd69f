"""Writes measured figures into the tables of README and docs.

``python -m nirdesh.evaluate.tables corpus --data ../shared`` measures and rewrites each table under a comment
``<!-- figures: NAME -->``: cell by cell, where its column and its row are measured; the other cells (targets,
figures of other tools) stay. A column is named by its heading, or by what stands in backticks there; a row
by its first cell up to a bracket. Without ``--data`` the columns that need it stay as they are.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import regex
from spacy.tokens import Doc

from nirdesh.analyse import EngineName, load_engine
from nirdesh.assemble import assemble
from nirdesh.evaluate.entities import reference_figures
from nirdesh.evaluate.events import events_table
from nirdesh.evaluate.gold import read_gold, read_splits
from nirdesh.evaluate.noise import noise_table
from nirdesh.evaluate.reader import documents
from nirdesh.evaluate.records import Table, baseline, corpus_table, make_records
from nirdesh.evaluate.score import score
from nirdesh.evaluate.standoff import measure, read_standoff
from nirdesh.evaluate.tagger import BEFORE
from nirdesh.extract.people.component import annotate

PAGES: Final = ("README.md", "docs/benchmarks.md", "docs/benchmarks/*.md")
ENGINES: Final[tuple[EngineName, ...]] = ("spacy", "stanza", "blank")
_MARK: Final = regex.compile(r"(?m)^<!-- figures: ([\w-]+) -->\n((?:\|.*\n)+)")
_FIGURE: Final = regex.compile(r"-?\d+\.\d+")
_CODE: Final = regex.compile(r"`([^`]+)`")


def cells(line: str) -> list[str]:
    """The cells of a row of a Markdown table.

    Example:
        >>> cells("| people | 0.980 |")
        ['people', '0.980']
    """
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def named(heading: str) -> str:
    """The measured column that a heading means: what stands in backticks, or the whole of it.

    Example:
        >>> named("other states, `check_fifth`")
        'check_fifth'
    """
    code = _CODE.search(heading)
    return code[1] if code else heading


def filled(rows: str, table: Table) -> str:
    """A Markdown table with the figures of ``table`` (column -> row -> value) where it has them.

    Example:
        >>> filled("| | `a` | target |\\n|---|---|---|\\n| x (F1) | 0.1 | 0.9 |\\n", {"a": {"x": 0.25}})
        '| | `a` | target |\\n|---|---|---|\\n| x (F1) | 0.250 | 0.9 |\\n'
    """
    head, rule, *body = rows.splitlines()
    columns = [named(heading) for heading in cells(head)]
    lines = [head, rule]
    for line in body:
        label, *values = cells(line)
        for i, column in enumerate(columns[1:]):
            value = table.get(column, {}).get(label.partition(" (")[0])
            if value is not None and _FIGURE.fullmatch(values[i]):
                values[i] = f"{value:.3f}"
        lines.append(f"| {' | '.join([label, *values])} |")
    return "\n".join(lines) + "\n"


def marked(page: str) -> Iterator[tuple[str, str]]:
    """The marked tables of a page: name and rows."""
    for found in _MARK.finditer(page):
        yield found[1], found[2]


def rewritten(page: str, tables: Mapping[str, Table]) -> str:
    """A page with all marked tables filled that ``tables`` has."""

    def fill(found: regex.Match[str]) -> str:
        mark = found[0].partition("\n")[0]
        return f"{mark}\n{filled(found[2], tables[found[1]]) if found[1] in tables else found[2]}"

    return str(_MARK.sub(fill, page))


def pages(root: Path) -> list[Path]:
    """The pages that may hold marked tables."""
    return sorted(path for pattern in PAGES for path in root.glob(pattern))


def records_table(corpus: Path, data: Path | None) -> Table:
    """Figures of records on all parts of the corpus, the benchmark's reports, the seeds and newspapers.

    Those of references on the corpus alone.
    """
    table, _ = corpus_table(corpus)
    gold = {report.id: report for report in read_gold(corpus / "gold.jsonl")}
    for split, ids in read_splits(corpus / "splits.toml").items():
        judged = [gold[report] for report in ids]
        table[split] |= reference_figures(judged, make_records(judged, corpus / "reports"))
    if data:
        for name, file, texts in (
            ("bench dev", "bench/records/dev.gold.jsonl", "bench/records/dev"),
            ("seeds", "bench/records/seeds.gold.jsonl", "seeds"),
        ):
            judged = read_gold(data / file)
            records = make_records(judged, data / texts)
            table[name] = score(judged, records).figures()
            table[f"{name}, keywords"] = score(judged, baseline(records)).figures()
    newspapers = standoff_table(corpus / "newspapers", data)
    return table | {f"newspapers {split}": figures for split, figures in newspapers.items()}


def engines_table(corpus: Path) -> Table:
    """Figures of every part with each engine: ``check, stanza`` and so on."""
    whole: Table = {}
    for engine in ENGINES:
        table, _ = corpus_table(corpus, engine)
        whole |= {f"{split}, {engine}": figures for split, figures in table.items()}
    return whole


def standoff_table(folder: Path, data: Path | None) -> Table:
    """Figures on documents that are annotated by number, and the keyword baseline's; empty without data."""
    if not data:
        return {}
    table, _ = measure(read_standoff(folder, data), read_splits(folder / "splits.toml"))
    return table


def tagger_table(corpus: Path) -> Table:
    """F1 of people on every part (column), by the rules alone and with the trained tagger of names (rows)."""
    gold = {report.id: report for report in read_gold(corpus / "gold.jsonl")}
    texts = [(r, (corpus / "reports" / r.file).read_bytes().decode("utf-8")) for r in gold.values()]
    engine = load_engine("spacy")
    docs = [doc for _, doc in documents(engine, texts, BEFORE)]
    ways: dict[str, Callable[[Doc], Doc]] = {
        "rules alone": annotate,
        "with the tagger": engine.nlp.create_pipe("nirdesh_people"),
    }
    table: Table = {split: {} for split in read_splits(corpus / "splits.toml")}
    for name, people in ways.items():
        records = list(assemble(people(doc) for doc in docs))
        for split, ids in read_splits(corpus / "splits.toml").items():
            table[split][name] = score([gold[report] for report in ids], records).figures()["people"]
    return table


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what the pages ask for and rewrite them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument(
        "--data", type=Path, help="folder with the benchmarks, the treebank and the newspapers"
    )
    parser.add_argument("--only", nargs="+", help="names of tables")
    options = parser.parse_args(arguments)
    corpus, data = options.corpus, options.data
    makers: dict[str, Callable[[], Table]] = {
        "records": lambda: records_table(corpus, data),
        "noise": lambda: noise_table(corpus, seed=0),
        "engines": lambda: engines_table(corpus),
        "events": lambda: events_table(corpus),
        "tagger": lambda: tagger_table(corpus),
        "treebank": lambda: standoff_table(corpus / "treebank", data),
    }
    found = pages(corpus.parent)
    wanted = {name for path in found for name, _ in marked(path.read_text("utf-8"))}
    chosen = wanted & set(options.only or wanted)
    tables = {name: makers[name]() for name in sorted(chosen)}
    for path in found:
        path.write_text(rewritten(path.read_text("utf-8"), tables), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
