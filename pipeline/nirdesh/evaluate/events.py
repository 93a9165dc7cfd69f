"""Figures of events on the corpus: ``python -m nirdesh.evaluate.events corpus``.

An event of gold and one of a record are one where the words of name and sentence agree, more easily where the
kind does; F1 for events and for the people in each part of those that match, the share of right kinds.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from nirdesh.evaluate.gold import GoldEvent, GoldReport, read_gold, read_splits
from nirdesh.evaluate.matching import match, name_key, word_f1
from nirdesh.evaluate.records import Table, make_records, to_markdown
from nirdesh.record import Record
from nirdesh.record.models import EventRow

PARTS: Final = ("chair", "chief_guests", "speakers", "conveners", "attendees")
FLOOR: Final = 0.3


def alike(gold: GoldEvent, found: EventRow) -> float:
    """How well two events agree, from 0 to 1: words of the name before those of the sentence."""
    words = 0.6 * word_f1(gold.name, found.name) + 0.4 * word_f1(gold.evidence, found.evidence.text)
    return words if gold.kind == found.kind else 0.7 * words


def figures(gold: Iterable[GoldReport], records: Iterable[Record]) -> dict[str, float]:
    """F1 of events and of each part, share of right kinds, over the reports whose events are annotated."""
    by_file = {Path(record.report.source).name: record for record in records}
    counts: Counter[str] = Counter()
    for report in gold:
        if report.events:
            _count(counts, report, by_file[Path(report.file).name])
    if not counts:
        return {}
    out = {"events": _f1(counts, "events"), "kind right": counts["kind"] / max(1, counts["events right"])}
    return out | {part.replace("_", " "): _f1(counts, part) for part in PARTS}


def _count(counts: Counter[str], report: GoldReport, record: Record) -> None:
    names = {person.id: person.name for person in record.people}
    names |= {body.id: body.name for body in record.organisations}
    names |= {office.id: office.title for office in record.offices}
    pairs = match(report.events, record.events, alike, FLOOR)
    counts["events right"] += len(pairs)
    counts["events gold"] += len(report.events)
    counts["events found"] += len(record.events)
    for i, j in pairs.items():
        gold, found = report.events[i], record.events[j]
        counts["kind"] += gold.kind == found.kind
        for part in PARTS:
            wanted = {name_key(name) for name in getattr(gold, part)}
            have = {name_key(names[row]) for row in getattr(found, part)}
            counts[f"{part} right"] += len(wanted & have)
            counts[f"{part} gold"] += len(wanted)
            counts[f"{part} found"] += len(have)


def _f1(counts: Counter[str], what: str) -> float:
    return 2 * counts[f"{what} right"] / max(1, counts[f"{what} gold"] + counts[f"{what} found"])


def events_table(corpus: Path) -> Table:
    """A column for each split that has events."""
    gold = {report.id: report for report in read_gold(corpus / "gold.jsonl")}
    table: Table = {}
    for split, ids in read_splits(corpus / "splits.toml").items():
        judged = [gold[i] for i in ids if gold[i].events]
        if judged:
            table[split] = figures(judged, make_records(judged, corpus / "reports"))
    return table


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    print(to_markdown(events_table(parser.parse_args().corpus)), end="")


if __name__ == "__main__":
    main()
