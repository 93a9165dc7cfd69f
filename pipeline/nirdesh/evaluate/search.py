"""How well questions find what they ask for: ``python -m nirdesh.evaluate.search``."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex

from nirdesh.store import load, open_database
from nirdesh.store.query import Question, ask

QUESTIONS = Path("corpus/search.tsv")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, what answers it, and what was found."""

    filter: str
    question: str
    expected: frozenset[str]
    found: frozenset[str]

    @property
    def recall(self) -> float:
        """Share of the answers that were found."""
        return len(self.expected & self.found) / len(self.expected) if self.expected else 1.0

    @property
    def precision(self) -> float:
        """Share of what was found that answers the question."""
        return len(self.expected & self.found) / len(self.found) if self.found else 1.0


def evaluate(lines: Sequence[str], questions: Path) -> list[Asked]:
    """Ask every question of records.

    Args:
        lines: Lines of ``records.jsonl``.
        questions: The table of questions; those that no record answers are left out.
    """
    facts = {identity: fact for line in lines for identity, fact in _facts(json.loads(line))}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "search.db"
        load(lines, path)
        db = open_database(path)
        asked = []
        for field, question, answers in read_questions(questions):
            pattern = regex.compile(answers)
            expected = frozenset(identity for identity, fact in facts.items() if pattern.search(fact[field]))
            if expected:
                asked_for: dict[str, Any] = {field: question}
                rows = ask(db, Question(**asked_for), limit=len(facts))
                found = frozenset(str(row["id"]) for row in rows)
                asked.append(Asked(field, question, expected, found))
        return asked


def read_questions(path: Path) -> Iterator[tuple[str, str, str]]:
    """Filter, question and regular expression of the answers."""
    rows = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    for row in rows[1:]:
        field, question, answers = row.split("\t")
        yield field, question, answers


def _facts(record: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """Id of each directive, and the words of the record that a question is about."""
    names = {row["id"]: row["name"] for row in record["organisations"]}
    names |= {row["id"]: row["title"] for row in record["offices"]}
    for row in record["people"]:
        names[row["id"]] = " ; ".join((row["name"], *(post["title"] for post in row["posts"])))
    places = {row["id"]: row["name"] for row in record["regions"]}
    for row in record["directives"]:
        to = [
            part
            for item in row["addressees"]
            for part in (item["text"], names.get(item["person"]), names.get(item["organisation"]))
        ]
        where = [places[region] for region in row["regions"]] or [record["report"]["place"] or ""]
        yield (
            row["id"],
            {
                "issuer": " ; ".join(names.get(issuer, "") for issuer in row["issuers"]),
                "to": " ; ".join(part for part in to if part),
                "region": " ; ".join(where),
                "text": " ".join(f"{row['action']['text']} {row['evidence']['text']}".split()),
            },
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print recall and precision, and the questions that fell short."""
    parser = argparse.ArgumentParser(prog="python -m nirdesh.evaluate.search", description=main.__doc__)
    parser.add_argument("records", nargs="?", type=Path, default=Path("out/records.jsonl"))
    parser.add_argument("--questions", type=Path, default=QUESTIONS)
    options = parser.parse_args(arguments)
    asked = evaluate(options.records.read_text("utf-8").splitlines(), options.questions)
    kinds = ["all", *dict.fromkeys(one.filter for one in asked)]
    print("| filter | questions | recall | precision | found whole |\n|---|---|---|---|---|")
    for kind in kinds:
        rows = [one for one in asked if kind in ("all", one.filter)]
        recall, precision = (sum(values) / len(rows) for values in _rates(rows))
        whole = sum(one.recall == 1 for one in rows)
        print(f"| {kind} | {len(rows)} | {recall:.3f} | {precision:.3f} | {whole} |")
    for one in asked:
        if one.recall < 1 or one.precision < 1:
            print(
                f"{one.filter} {one.question}: {len(one.expected & one.found)} of {len(one.expected)} found,"
                f" {len(one.found - one.expected)} others"
            )


def _rates(rows: Sequence[Asked]) -> tuple[list[float], list[float]]:
    return [one.recall for one in rows], [one.precision for one in rows]


if __name__ == "__main__":
    main()
