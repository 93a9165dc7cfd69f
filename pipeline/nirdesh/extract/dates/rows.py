"""The tagger as a filter over JSONL rows, as temporal benchmarks feed it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from typing import Any, cast

from nirdesh.extract.dates.lexicon import read_rows
from nirdesh.extract.dates.numerals import Kind, numerals
from nirdesh.extract.dates.reader import read_row
from nirdesh.extract.dates.tagger import tag
from nirdesh.extract.dates.value import Context

Row = dict[str, Any]


def kind_of(row: Row) -> str:
    """What a row asks for: its own ``kind``, else what its suite tests (``suites.tsv``), else dates."""
    if row.get("kind"):
        return str(row["kind"])
    name = str(row["id"])
    return next((kind for prefix, kind in _suites() if name.startswith(prefix)), "date")


@cache
def _suites() -> tuple[tuple[str, str], ...]:
    return tuple((prefix, kind) for prefix, kind in read_rows("suites.tsv"))


def filter_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """Tag rows ``{"id", "input", "reference"}``; each gives ``{"id", "results"}``.

    A row may name the kind of answer it wants in ``kind``: date (the default: requests and short texts),
    report (as records want it, with EDTF and relation), date-us (month before day in digits), number,
    range, percent, ordinal or basic (ordinals without अंतिम and अगला).

    Example:
        >>> row = {"id": "1", "input": "समिति 3 अगस्त को जाएगी", "reference": "2016-11-07T00:00:00"}
        >>> next(filter_rows([row]))["results"]
        [{'text': '3 अगस्त', 'start': 6, 'end': 13, 'timex': '2017-08-03'}]
    """
    for row in rows:
        text, kind = row["input"], kind_of(row)
        reference = datetime.fromisoformat(row["reference"]) if row.get("reference") else None
        if kind in ("date", "date-us"):
            results = _dates(text, Context(reference, 0, True, month_first=kind == "date-us"))
        elif kind == "report":
            results = _mentions(text, reference)
        else:
            results = _numerals(text, cast(Kind, kind))
        yield {"id": row["id"], "results": results}


def _dates(text: str, context: Context) -> list[Row]:
    return [
        _result(text, tagged.found.start, tagged.found.end, tagged.value.timex if tagged.value else None)
        for tagged in read_row(text, context)
    ]


def _mentions(text: str, reference: datetime | None) -> list[Row]:
    return [
        _result(text, m.span.start, m.span.end, m.timex)
        | {"edtf": m.edtf, "relation": m.relation, "rrule": m.rrule, "rule": m.rule, "anchor": m.anchor}
        for m in tag(text, reference=reference)
    ]


def _numerals(text: str, kind: Kind) -> list[Row]:
    return [_result(text, found.start, found.end, found.value) for found in numerals(text, kind)]


def _result(text: str, start: int, end: int, timex: str | None) -> Row:
    return {"text": text[start:end], "start": start, "end": end, "timex": timex}


def main() -> None:
    """Read rows from standard input, write answers to standard output."""
    rows = (json.loads(line) for line in sys.stdin if line.strip())
    for answer in filter_rows(rows):
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
