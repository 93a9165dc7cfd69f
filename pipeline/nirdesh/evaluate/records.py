"""The whole table of record figures: pipeline, keyword baseline and second annotator, side by side.

``python -m nirdesh.evaluate.records corpus`` measures on the project's own splits;
``python -m nirdesh.evaluate.records GOLD.jsonl TEXTS`` on any annotated folder of texts.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, get_args

from nirdesh.analyse import EngineName
from nirdesh.errors import NirdeshError
from nirdesh.evaluate.baseline import keyword_record
from nirdesh.evaluate.corpus import agreement
from nirdesh.evaluate.gold import GoldReport, read_gold, read_splits
from nirdesh.evaluate.score import Scores, score
from nirdesh.ingest.document import Document
from nirdesh.record.models import Record
from nirdesh.run.pipeline import Pipeline

Table = dict[str, dict[str, float]]
ALL: Final = "all check"  # column of all parts whose failures are not read


def make_records(gold: Iterable[GoldReport], texts: Path, engine: EngineName = "spacy") -> list[Record]:
    """Run the pipeline over a folder with the texts of annotated reports.

    Raises:
        NirdeshError: ``no-record`` if a report gives no record.
    """
    reports = list(gold)
    return records_of(reports, {r.id: (texts / r.file).read_bytes().decode("utf-8") for r in reports}, engine)


def records_of(
    gold: Iterable[GoldReport], texts: Mapping[str, str], engine: EngineName = "spacy"
) -> list[Record]:
    """Run the pipeline over texts (id -> text), each with its gold day of publication.

    Raises:
        NirdeshError: ``no-record`` if a report gives no record.
    """
    documents = [
        Document(source=report.file, place=report.file, text=texts[report.id], published=report.published)
        for report in gold
    ]
    records = []
    for document, outcome in zip(documents, Pipeline(engine).process(documents).outcomes, strict=True):
        if outcome.record is None:
            message = outcome.problem.message if outcome.problem else "no reason given"
            raise NirdeshError("no-record", f"{document.source} gave no record: {message}")
        records.append(Record.from_json(outcome.record))
    return records


def baseline(records: Iterable[Record]) -> list[Record]:
    """The keyword baseline over the same reports."""
    return [keyword_record(record) for record in records]


def corpus_table(corpus: Path, engine: EngineName = "spacy") -> tuple[Table, dict[str, Scores]]:
    """Figures on the parts of the corpus, and on those that nobody reads together, and the pipeline's scores.

    Returns:
        Column (``check``, ``check, keywords``, … ``all check``) -> figure -> value; scores by part.
    """
    gold = {report.id: report for report in read_gold(corpus / "gold.jsonl")}
    records = make_records(gold.values(), corpus / "reports", engine)
    second = agreement(corpus)
    table: Table = {"second annotator": second.figures()}
    scores = {}
    unread: list[GoldReport] = []
    for split, ids in read_splits(corpus / "splits.toml").items():
        judged = [gold[report] for report in ids]
        unread += judged if split.startswith("check") else []
        scores[split] = score(judged, records)
        table[split] = scores[split].figures()
        table[f"{split}, keywords"] = score(judged, baseline(records)).figures()
    table[ALL] = score(unread, records).figures()
    return table, scores


def to_markdown(table: Table) -> str:
    """The table in Markdown, one row a figure."""
    names = list(dict.fromkeys(name for column in table.values() for name in column))
    lines = ["| | " + " | ".join(table) + " |", "|---|" + "---|" * len(table)]
    for name in names:
        cells = (f"{column[name]:.3f}" if name in column else "–" for column in table.values())
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def main(argv: list[str] | None = None) -> int:
    """Print the table, and with ``--errors`` what lies behind it."""
    parser = argparse.ArgumentParser(description="Figures of the records.")
    parser.add_argument("gold", type=Path, help="a corpus folder, or a JSONL file of gold reports")
    parser.add_argument("texts", type=Path, nargs="?", help="folder of the texts of a gold file")
    parser.add_argument("--engine", choices=get_args(EngineName), default="spacy")
    parser.add_argument("--errors", metavar="SPLIT", help="list the failures of a split of the corpus")
    options = parser.parse_args(argv)
    if options.gold.is_dir():
        table, scores = corpus_table(options.gold, options.engine)
    else:
        gold = read_gold(options.gold)
        records = make_records(gold, options.texts, options.engine)
        scores = {"pipeline": score(gold, records)}
        table = {
            "pipeline": scores["pipeline"].figures(),
            "keywords": score(gold, baseline(records)).figures(),
        }
    print(to_markdown(table), end="")
    if options.errors:
        for failure in scores[options.errors].failures:
            print(f"{failure.report}\t{failure.kind}\t{failure.what}\t{failure.detail}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
