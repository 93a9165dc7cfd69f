"""Measures who is who across reports on invented sightings: ``python -m nirdesh.evaluate.link corpus``.

``corpus/people.jsonl`` has one sighting a line with the person that it is of (``who``).
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path

from nirdesh.link import Sighting, identify
from nirdesh.link.people import Held, places_of


def read(path: Path) -> list[tuple[str, Sighting]]:
    """Who, and the sighting, of each line."""
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        held = tuple(Held(post["title"], next(iter(row["parties"]), None)) for post in row["posts"])
        sighting = Sighting(
            row["report"],
            "p1",
            row["name"],
            row["published"],
            held,
            frozenset(row["parties"]),
            places_of(row["place"]),
        )
        out.append((row["who"], sighting))
    return out


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1: for each item, how much of its group is right and how much of it is there.

    Example:
        >>> b_cubed({"a": "x", "b": "x", "c": "y"}, {"a": "1", "b": "1", "c": "2"})
        (1.0, 1.0, 1.0)
    """
    groups = [_members(labels) for labels in (gold, found)]
    precision = recall = 0.0
    for item in gold:
        wanted, have = groups[0][gold[item]], groups[1][found[item]]
        precision += len(wanted & have) / len(have)
        recall += len(wanted & have) / len(wanted)
    precision, recall = precision / len(gold), recall / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def pairwise(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the pairs of items that stand in one group.

    Example:
        >>> pairwise({"a": "x", "b": "x", "c": "y"}, {"a": "1", "b": "1", "c": "1"})
        (0.3333333333333333, 1.0, 0.5)
    """
    true, told = (
        {pair for pair in combinations(sorted(gold), 2) if labels[pair[0]] == labels[pair[1]]}
        for labels in (gold, found)
    )
    precision = len(true & told) / max(1, len(told))
    recall = len(true & told) / max(1, len(true))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _members(labels: Mapping[str, str]) -> dict[str, set[str]]:
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for item, label in labels.items():
        groups[label].add(item)
    return groups


def main(arguments: Sequence[str] | None = None) -> None:
    """Print B-cubed figures, beside those of taking equal names for one person, and what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--show", action="store_true", help="list groups that are wrong")
    chosen = parser.parse_args(arguments)
    rows = read(chosen.corpus / "people.jsonl")
    gold = {s.report: who for who, s in rows}
    made = identify(s for _, s in rows)
    found = {s.report: identity.key for identity in made for s in identity.sightings}
    for name, labels in (("linked", found), ("equal names", {s.report: s.name for _, s in rows})):
        precision, recall, both = b_cubed(gold, labels)
        pairs = pairwise(gold, labels)
        print(
            f"{name}: B-cubed P {precision:.3f} R {recall:.3f} F1 {both:.3f}, "
            f"pairs P {pairs[0]:.3f} R {pairs[1]:.3f} F1 {pairs[2]:.3f}"
        )
    print(f"{len(rows)} sightings of {len(set(gold.values()))} people, {len(made)} identities")
    if chosen.show:
        for identity in made:
            people = {gold[s.report] for s in identity.sightings}
            whole = {s for s, who in gold.items() if who in people}
            if len(people) > 1 or len(whole) > len(identity.sightings):
                print(
                    sorted(people), [(s.name, s.published) for s in identity.sightings], len(identity.doubts)
                )


if __name__ == "__main__":
    main()
