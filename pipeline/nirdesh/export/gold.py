"""Reviewed reports as gold annotations, for ``nirdesh evaluate`` and for training."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from nirdesh.export.source import Source, sources
from nirdesh.store.corrections import Correction

Row = dict[str, Any]


def gold(db: Database, out: Path) -> int:
    """A line for each report of which every directive was reviewed, in the corpus's format of annotation.

    Returns:
        Number of reports.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with out.open("w", encoding="utf-8") as stream:
        for source in sources(db):
            directives = source.record.directives
            if source.corrections and all(row.id in source.corrections for row in directives):
                stream.write(json.dumps(_annotated(source), ensure_ascii=False) + "\n")
                count += 1
    return count


def _annotated(source: Source) -> Row:
    report = source.record.report
    rows = [_directive(source, row) for row in source.accepted()]
    rows += [_missed(source, one) for one in source.corrections.values() if one.verdict == "missed"]
    return {
        "id": report.id,
        "file": Path(report.source).name,
        "published": report.published,
        "directives": rows,
        "reviewers": sorted({one.who for one in source.corrections.values()}),
    }


def _directive(source: Source, row: Any) -> Row:
    text, names = source.record.report.text, {key: name for key, (_, name) in source.names().items()}
    places = {region.id: region.name for region in source.record.regions}
    correction = source.corrections[row.id]
    made: Row = {
        "evidence": row.evidence.text,
        "action": row.action.text,
        "modality": row.modality,
        "issuer": [names.get(issuer, issuer) for issuer in row.issuers],
        "addressee": [item.text for item in row.addressees],
        "when": [item.edtf for item in row.when if item.edtf],
        "regions": [places[region] for region in row.regions if region in places],
        "target": row.target and row.target.text,
        "purpose": row.purpose and row.purpose.text,
        "condition": row.condition and row.condition.text,
    }
    return made | _changes(correction, text)


def _missed(source: Source, correction: Correction) -> Row:
    text = source.record.report.text
    start, end = correction.changes.get("action", correction.action)
    first = max(text.rfind(mark, 0, start) for mark in "।\n") + 1
    last = min((at for mark in "।\n" if (at := text.find(mark, end)) >= 0), default=len(text))
    made: Row = {"evidence": text[first:last].strip(), "action": text[start:end], "modality": "order"}
    return made | _changes(correction, text)


def _changes(correction: Correction, text: str) -> Row:
    changes = dict(correction.changes)
    if "action" in changes:
        start, end = changes["action"]
        changes["action"] = text[start:end]
    renamed = {"issuers": "issuer", "addressees": "addressee"}
    return {renamed.get(name, name): value for name, value in changes.items()}
