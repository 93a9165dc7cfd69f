"""Reviewing in Label Studio or doccano: tasks out, corrections back in.

Both tools count UTF-16 units as JavaScript does; records count code points. Without emoji the two agree.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, get_args

from sqlite_utils import Database

from nirdesh.errors import NirdeshError
from nirdesh.export.source import Source, sources
from nirdesh.mentions import Modality
from nirdesh.record.models import DirectiveRow
from nirdesh.store.corrections import Correction

Row = dict[str, Any]
_ALIKE: Final = 0.5
_MOST: Final = 500_000_000

CONFIG: Final = (
    "<View>\n"
    '  <Header value="$title"/>\n'
    '  <Labels name="label" toName="text">\n'
    + "".join(f'    <Label value="{modality}"/>\n' for modality in get_args(Modality))
    + '  </Labels>\n  <Text name="text" value="$text"/>\n</View>\n'
)
"""Labeling configuration of a Label Studio project: one label for each modality, over the actions."""


def label_studio(db: Database, out: Path) -> int:
    """Tasks with the machine's actions as predictions and earlier corrections as annotations.

    The labeling configuration is written beside it, as ``.xml``.

    Returns:
        Number of tasks.
    """
    tasks = [_task(source) for source in sources(db)]
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(tasks, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    out.with_suffix(".xml").write_text(CONFIG, encoding="utf-8")
    return len(tasks)


def doccano(db: Database, out: Path) -> int:
    """Lines for doccano's sequence labelling, the actions of directives labelled by modality.

    Returns:
        Number of reports.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with out.open("w", encoding="utf-8") as stream:
        for source in sources(db):
            units = Units(source.record.report.text)
            label = [
                [units.out(row.action.start), units.out(row.action.end), row.modality]
                for row in source.record.directives
            ]
            made = {"text": source.record.report.text, "label": label, "report": source.record.report.id}
            stream.write(json.dumps(made, ensure_ascii=False) + "\n")
            count += 1
    return count


def _task(source: Source) -> Row:
    report = source.record.report
    units = Units(report.text)
    results = [_result(row, units) for row in source.record.directives]
    task: Row = {
        "data": {
            "text": report.text,
            "title": report.title or "",
            "report": report.id,
            "source": report.source,
        },
        "predictions": [{"model_version": "nirdesh", "result": results}],
    }
    if source.corrections:
        task["annotations"] = [{"result": list(_reviewed(source, results, units)), "was_cancelled": False}]
    return task


def _result(row: DirectiveRow, units: Units) -> Row:
    value = {
        "start": units.out(row.action.start),
        "end": units.out(row.action.end),
        "text": row.action.text,
        "labels": [row.modality],
    }
    return {
        "id": row.id,
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": value,
        "score": row.confidence,
    }


def _reviewed(source: Source, results: list[Row], units: Units) -> Iterator[Row]:
    text = source.record.report.text
    known = {result["id"] for result in results}
    for result in results:
        correction = source.corrections.get(result["id"])
        if correction is None or correction.verdict == "right":
            yield result
        elif correction.verdict == "corrected":
            yield _changed(result, correction, text, units)
    for identity, correction in source.corrections.items():
        if correction.verdict == "missed" and identity not in known:
            start, end = correction.changes.get("action", correction.action)
            value = {
                "start": units.out(start),
                "end": units.out(end),
                "text": text[start:end],
                "labels": [correction.changes.get("modality", "order")],
            }
            yield {"id": identity, "from_name": "label", "to_name": "text", "type": "labels", "value": value}


def _changed(result: Row, correction: Correction, text: str, units: Units) -> Row:
    value = dict(result["value"])
    if "modality" in correction.changes:
        value["labels"] = [correction.changes["modality"]]
    if "action" in correction.changes:
        start, end = correction.changes["action"]
        value.update(start=units.out(start), end=units.out(end), text=text[start:end])
    return {**result, "value": value}


def read_review(db: Database, path: Path, who: str | None = None) -> Iterator[Correction]:
    """Corrections from a Label Studio export (JSON) or a doccano export (JSONL).

    A span with the machine's place and label is right, one that was moved or relabelled is corrected, one
    that is gone is wrong, and a new one was missed. Reports that nobody annotated are left out.

    Args:
        db: The database that the tasks came from.
        path: The exported file.
        who: Name of the reviewer, where the file does not tell.

    Raises:
        NirdeshError: If the file is of neither kind or is about reports that are not in the database.
    """
    by_report = {source.record.report.id: source for source in sources(db)}
    for row in _tasks(path):
        source = by_report.get(row["report"])
        if source is None:
            hint = "Import into the database that the tasks were exported from."
            raise NirdeshError(
                "no-report", f"{path}: report {row['report']} is not here.", hint=hint, stage="sink"
            )
        yield from _compared(source, row, who)


def _tasks(path: Path) -> Iterator[Row]:
    """Report, reviewer, time, tool and spans of every reviewed task."""
    if path.stat().st_size > _MOST:
        raise NirdeshError("too-large", f"{path} is over 500 MB.", hint="Split it.", stage="sink")
    text = path.read_text("utf-8")
    try:
        if text.lstrip().startswith("["):
            for task in json.loads(text):
                yield from _label_studio_task(task)
        else:
            for line in text.splitlines():
                if line.strip():
                    yield _doccano_row(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"{path} is no export of Label Studio (JSON) or doccano (JSONL): {error!r}."
        hint = "Export as JSON from Label Studio, or as JSONL from doccano, with the field report."
        raise NirdeshError("bad-review", message, hint=hint, stage="sink") from error


def _label_studio_task(task: Row) -> Iterator[Row]:
    for annotation in task.get("annotations", ()):
        if annotation.get("was_cancelled"):
            continue
        by = annotation.get("completed_by")
        spans = [
            (
                item.get("id"),
                int(item["value"]["start"]),
                int(item["value"]["end"]),
                str(item["value"]["labels"][0]),
            )
            for item in annotation["result"]
            if item.get("type") == "labels"
        ]
        yield {
            "report": task["data"]["report"],
            "who": by.get("email") if isinstance(by, dict) else by and str(by),
            "at": annotation.get("updated_at") or annotation.get("created_at"),
            "via": "label-studio",
            "spans": spans,
        }


def _doccano_row(row: Row) -> Row:
    label: Any = row.get("label", row.get("labels", []))
    spans = [(None, int(start), int(end), str(name)) for start, end, name in label]
    meta = row.get("meta") or {}
    return {
        "report": row.get("report") or meta["report"],
        "who": row.get("annotated_by"),
        "at": None,
        "via": "doccano",
        "spans": spans,
    }


def _compared(source: Source, row: Row, who: str | None) -> Iterator[Correction]:
    """What a reviewer's spans say of each directive of a report."""
    report = source.record.report
    units = Units(report.text)
    named = who or row["who"]
    if not named:
        hint = "Say who reviewed them with --who."
        raise NirdeshError("no-reviewer", "The file names no reviewer.", hint=hint, stage="sink")
    at = str(row["at"] or "")
    spans = [
        (identity, units.back(start), units.back(end), label) for identity, start, end, label in row["spans"]
    ]
    left = list(spans)
    common: Row = {"who": named, "at": at, "via": row["via"], "report": report.id}
    for directive in source.record.directives:
        span = _match(directive, left)
        if span is None:
            yield Correction(directive.id, "wrong", **common)
            continue
        left.remove(span)
        changes: Row = {}
        if (span[1], span[2]) != (directive.action.start, directive.action.end):
            changes["action"] = [span[1], span[2]]
        if span[3] != directive.modality:
            changes["modality"] = span[3]
        yield Correction(directive.id, "corrected" if changes else "right", changes=changes, **common)
    for _, start, end, label in left:
        changes = {"action": [start, end], "modality": label}
        yield Correction("", "missed", changes=changes, action=(start, end), **common)


def _match(
    directive: DirectiveRow, spans: list[tuple[Any, int, int, str]]
) -> tuple[Any, int, int, str] | None:
    """The span that stands for a directive: the one with its id, else the one that shares most with it."""
    own = next((span for span in spans if span[0] == directive.id), None)
    if own is not None:
        return own
    action = directive.action
    best, most = None, 0.0
    for span in spans:
        shared = min(action.end, span[2]) - max(action.start, span[1])
        whole = max(action.end, span[2]) - min(action.start, span[1])
        if shared / whole > most:
            best, most = span, shared / whole
    return best if most >= _ALIKE else None


class Units:
    """Places in a text as UTF-16 units and as code points.

    Example:
        >>> units = Units("क😀ख")
        >>> units.out(2), units.back(3)
        (3, 2)
    """

    def __init__(self, text: str) -> None:
        self._wide = [index for index, char in enumerate(text) if ord(char) > 0xFFFF]

    def out(self, place: int) -> int:
        """UTF-16 units before a code point."""
        return place + sum(index < place for index in self._wide)

    def back(self, place: int) -> int:
        """Code points before a UTF-16 unit."""
        for index in self._wide:
            if index + 1 >= place:
                break
            place -= 1
        return place
