"""Parquet and CSV: one table for each kind of thing, joined by ids."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database

from nirdesh.export.source import Source, sources
from nirdesh.store.edtf import days

Row = dict[str, Any]
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_BATCH: Final = 20_000
# Column -> type: s text, i whole number, f number, b truth, l list of texts.
TABLES: Final[dict[str, dict[str, str]]] = {
    "reports": dict.fromkeys(
        (
            "id",
            "source",
            "url",
            "publisher",
            "author",
            "title",
            "place",
            "published",
            "published_from",
            "language",
            "text",
        ),
        "s",
    ),
    "people": {
        "report": "s",
        "id": "s",
        "entity": "s",
        "name": "s",
        "latin": "s",
        "part": "l",
        "mentions": "i",
    },
    "posts": {
        "report": "s",
        "person": "s",
        "title": "s",
        "organisation": "s",
        "region": "s",
        "former": "b",
        "text": "s",
        "start": "i",
        "end": "i",
    },
    "offices": {"report": "s", "id": "s", "entity": "s", "title": "s", "organisation": "s", "region": "s"},
    "organisations": {"report": "s", "id": "s", "entity": "s", "name": "s", "kind": "s"},
    "regions": {
        "report": "s",
        "id": "s",
        "entity": "s",
        "name": "s",
        "kind": "s",
        "count": "i",
        "within": "s",
        "lgd": "s",
        "wikidata": "s",
        "eci": "s",
        "lat": "f",
        "lon": "f",
    },
    "dates": {
        "report": "s",
        "id": "s",
        "text": "s",
        "start": "i",
        "end": "i",
        "edtf": "s",
        "first_day": "s",
        "last_day": "s",
        "relation": "s",
        "rrule": "s",
        "timex": "s",
        "role": "s",
    },
    "directives": {
        "report": "s",
        "id": "s",
        "published": "s",
        "modality": "s",
        "action": "s",
        "action_start": "i",
        "action_end": "i",
        "evidence": "s",
        "evidence_start": "i",
        "evidence_end": "i",
        "issuers": "l",
        "issuer_names": "l",
        "addressees": "l",
        "addressee_ids": "l",
        "dates": "l",
        "edtf": "l",
        "regions": "l",
        "region_names": "l",
        "target": "s",
        "target_value": "f",
        "target_unit": "s",
        "purpose": "s",
        "condition": "s",
        "confidence": "f",
        "rules": "l",
        "verdict": "s",
        "reviewer": "s",
        "reviewed": "s",
        "changes": "s",
        "note": "s",
    },
    "assignments": {
        "report": "s",
        "id": "s",
        "assignee": "s",
        "assignee_name": "s",
        "role": "s",
        "change": "s",
        "region": "s",
        "organisation": "s",
        "by": "l",
        "from_role": "s",
        "effective": "s",
        "evidence": "s",
        "evidence_start": "i",
        "evidence_end": "i",
        "confidence": "f",
    },
    "events": {
        "report": "s",
        "id": "s",
        "kind": "s",
        "name": "s",
        "evidence": "s",
        "evidence_start": "i",
        "evidence_end": "i",
        "edtf": "l",
        "regions": "l",
        "chair": "l",
        "chief_guests": "l",
        "speakers": "l",
        "conveners": "l",
        "attendees": "l",
    },
    "problems": {"report": "s", "stage": "s", "code": "s", "message": "s"},
}


def parquet(db: Database, out: Path) -> int:
    """A folder with one Parquet file for each table; lists stay lists.

    Returns:
        Number of directives.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {
        "s": pa.string(),
        "i": pa.int64(),
        "f": pa.float64(),
        "b": pa.bool_(),
        "l": pa.list_(pa.string()),
    }
    out.mkdir(parents=True, exist_ok=True)
    writers = {}
    try:
        for name, columns in TABLES.items():
            schema = pa.schema([(column, types[kind]) for column, kind in columns.items()])
            writers[name] = pq.ParquetWriter(out / f"{name}.parquet", schema, compression="zstd")
        count = 0
        for batch in _batches(db):
            for name, rows in batch.items():
                writers[name].write_table(pa.Table.from_pylist(rows, schema=writers[name].schema))
            count += len(batch["directives"])
        return count
    finally:
        for writer in writers.values():
            writer.close()


def comma_separated(db: Database, out: Path) -> int:
    """A folder with one CSV file for each table; lists are joined by ``; ``.

    A text that a spreadsheet would run as a formula gets an apostrophe before it.

    Returns:
        Number of directives.
    """
    out.mkdir(parents=True, exist_ok=True)
    count = 0
    streams = {name: (out / f"{name}.csv").open("w", encoding="utf-8", newline="") for name in TABLES}
    try:
        writers = {name: csv.DictWriter(streams[name], list(columns)) for name, columns in TABLES.items()}
        for writer in writers.values():
            writer.writeheader()
        for batch in _batches(db):
            for name, rows in batch.items():
                writers[name].writerows({key: _cell(value) for key, value in row.items()} for row in rows)
            count += len(batch["directives"])
        return count
    finally:
        for stream in streams.values():
            stream.close()


def _cell(value: object) -> object:
    text = "; ".join(map(str, value)) if isinstance(value, list) else value
    return f"'{text}" if isinstance(text, str) and text.startswith(_FORMULA) else text


def _batches(db: Database) -> Iterator[dict[str, list[Row]]]:
    batch: dict[str, list[Row]] = {name: [] for name in TABLES}
    for source in sources(db):
        for name, rows in rows_of(source).items():
            batch[name].extend(rows)
        if len(batch["directives"]) >= _BATCH:
            yield batch
            batch = {name: [] for name in TABLES}
    yield batch


def rows_of(source: Source) -> dict[str, list[Row]]:
    """Rows of every table for one record; every row has all columns of its table."""
    record, entities, places = source.record, source.entity_ids(), source.place_ids()
    report, names = record.report.id, {local: name for local, (_, name) in source.names().items()}
    regions = {row.id: row.name for row in record.regions}

    def joined(rows: Iterable[Any], **more: Any) -> list[Row]:
        """Rows of models as they stand, with the report's id and computed columns."""
        return [
            {"report": report, **row.model_dump(), **{key: make(row) for key, make in more.items()}}
            for row in rows
        ]

    made = {
        "reports": [record.report.model_dump()],
        "people": joined(
            record.people, entity=lambda row: entities[row.id], mentions=lambda row: len(row.mentions)
        ),
        "posts": [
            {"report": report, "person": person.id, **post.model_dump()}
            for person in record.people
            for post in person.posts
        ],
        "offices": joined(record.offices, entity=lambda row: entities[row.id]),
        "organisations": joined(record.organisations, entity=lambda row: entities[row.id]),
        "regions": joined(
            record.regions,
            entity=lambda row: places[row.id],
            lgd=lambda row: row.codes.lgd,
            wikidata=lambda row: row.codes.wikidata,
            eci=lambda row: row.codes.eci,
        ),
        "dates": joined(
            record.dates, first_day=lambda row: days(row.edtf)[0], last_day=lambda row: days(row.edtf)[1]
        ),
        "directives": [_directive(source, row, names, regions) for row in record.directives],
        "assignments": joined(
            record.assignments,
            assignee_name=lambda row: names.get(row.assignee, row.assignee),
            role=lambda row: row.role.text,
            from_role=lambda row: row.from_role and row.from_role.text,
            effective=lambda row: row.effective and row.effective.edtf,
            **_evidence(),
        ),
        "events": joined(record.events, edtf=lambda row: _edtf(row.when), **_evidence()),
        "problems": joined(record.problems),
    }
    return {
        name: [{column: row[column] for column in TABLES[name]} for row in rows]
        for name, rows in made.items()
    }


def _directive(source: Source, row: Any, names: dict[str, str], regions: dict[str, str]) -> Row:
    record, reviewed, target = source.record, source.corrections.get(row.id), row.target
    return {
        "report": record.report.id,
        "id": row.id,
        "published": record.report.published,
        "modality": row.modality,
        "action": row.action.text,
        "action_start": row.action.start,
        "action_end": row.action.end,
        "evidence": row.evidence.text,
        "evidence_start": row.evidence.start,
        "evidence_end": row.evidence.end,
        "issuers": row.issuers,
        "issuer_names": [names.get(issuer, issuer) for issuer in row.issuers],
        "addressees": [item.text for item in row.addressees],
        "addressee_ids": [found for item in row.addressees if (found := item.person or item.organisation)],
        "dates": [item.date for item in row.when],
        "edtf": _edtf(row.when),
        "regions": row.regions,
        "region_names": [regions.get(region, region) for region in row.regions],
        "target": target and target.text,
        "target_value": target and target.value,
        "target_unit": target and target.unit,
        "purpose": row.purpose and row.purpose.text,
        "condition": row.condition and row.condition.text,
        "confidence": row.confidence,
        "rules": row.rules,
        "verdict": reviewed and reviewed.verdict,
        "reviewer": reviewed and reviewed.who,
        "reviewed": reviewed and reviewed.at,
        "changes": _json(reviewed.changes) if reviewed else None,
        "note": reviewed and reviewed.note,
    }


def _evidence() -> dict[str, Any]:
    return {
        "evidence": lambda row: row.evidence.text,
        "evidence_start": lambda row: row.evidence.start,
        "evidence_end": lambda row: row.evidence.end,
        "id": lambda row: getattr(row, "id", f"e{row.evidence.start}-{row.evidence.end}"),
    }


def _edtf(rows: Iterable[Any]) -> list[str]:
    return [row.edtf for row in rows if row.edtf]


def _json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, sort_keys=True)
