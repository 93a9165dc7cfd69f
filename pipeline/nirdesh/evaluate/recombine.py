"""Large files of records for measuring the store: records of a run, recombined."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from nirdesh.record.ids import content_id

FIRST_DAY = date(2019, 1, 1)


def recombine(records: Sequence[str], directives: int, *, days: int = 2000, seed: int = 7) -> Iterator[str]:
    """Lines of records with new ids, new names of people and days of publication that go on, as in a feed.

    Args:
        records: Lines to recombine; those without a directive are left out.
        directives: At least so many directives are made.
        days: Over how many days they are spread.
        seed: The same seed gives the same lines.

    Yields:
        Lines of JSON; every quote stays where it stood in its report.
    """
    draw = random.Random(seed)
    templates = [made for made in map(json.loads, records) if made["directives"]]
    names = [person["name"].split() for made in templates for person in made["people"]]
    firsts = sorted({name[0] for name in names})
    lasts = sorted({name[-1] for name in names if len(name) > 1})
    latins = _latins(templates)
    made = count = 0
    while made < directives:
        record = draw.choice(templates)
        day = FIRST_DAY + timedelta(days=days * made // directives)
        record = {**record, "report": {**record["report"], "id": content_id("recombined", str(count))}}
        record["report"].update(published=day.isoformat(), source=f"recombined/{count}")
        record["people"] = [_renamed(person, draw, firsts, lasts, latins) for person in record["people"]]
        record["directives"] = [
            {**row, "id": content_id(record["report"]["id"], str(index))}
            for index, row in enumerate(record["directives"])
        ]
        made += len(record["directives"])
        count += 1
        yield json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def _latins(templates: list[dict[str, Any]]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for made in templates:
        for person in made["people"]:
            hindi, latin = person["name"].split(), person["latin"].split()
            if len(hindi) == len(latin):
                pairs.update(zip(hindi, latin, strict=True))
    return pairs


def _renamed(
    person: dict[str, Any], draw: random.Random, firsts: list[str], lasts: list[str], latins: dict[str, str]
) -> dict[str, Any]:
    name = [draw.choice(firsts), draw.choice(lasts)]
    return {
        **person,
        "name": " ".join(name),
        "latin": " ".join(latins.get(word, word) for word in name),
    }
