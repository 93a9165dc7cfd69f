"""What the README shows is what comes out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import regex

from nirdesh.ingest.build import Options, to_report
from nirdesh.ingest.document import Document
from nirdesh.report import Report
from nirdesh.run.pipeline import Pipeline

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def holds(whole: Any, part: Any) -> bool:
    """Whether every value of ``part`` stands at its place in ``whole``."""
    if isinstance(part, dict):
        return all(key in whole and holds(whole[key], value) for key, value in part.items())
    if isinstance(part, list):
        return len(whole) == len(part) and all(map(holds, whole, part))
    return bool(whole == part)


def test_the_example_is_true() -> None:
    quoted = "\n".join(regex.findall(r"(?m)^> (.*)$", README)[:2])
    (shown,) = regex.findall(r"(?s)```json\n(.*?)```", README)
    report = to_report(Document("readme", "readme", text=quoted), Options(published="2022-06-01"))
    assert isinstance(report, Report)
    record = json.loads(Pipeline("spacy").record(report).to_json())
    expected = json.loads(shown)
    for name, rows in expected.items():
        assert holds(record[name], rows), name
