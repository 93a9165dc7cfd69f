from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import pytest

from nirdesh.extract.dates import tag
from nirdesh.lexicon.files import data_path

EXAMPLES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    data_path("dates", "examples.toml").read_text(encoding="utf-8")
)


def unmark(text: str) -> tuple[str, str]:
    """The sentence without brackets and what stood in them."""
    start, end = text.index("["), text.index("]")
    return text[:start] + text[start + 1 : end] + text[end + 1 :], text[start + 1 : end]


@pytest.mark.parametrize("case", EXAMPLES["case"], ids=lambda case: case["text"])
def test_example_is_read_as_the_data_says(case: dict[str, Any]) -> None:
    text, quote = unmark(case["text"])
    reference = date.fromisoformat(case["ref"]) if case["ref"] else None
    found = [m for m in tag(text, reference=reference) if m.edtf or m.rrule]
    assert len(found) == 1, found
    mention = found[0]
    core = text[mention.span.start : mention.span.end]
    assert core in (quote, quote + " में")
    assert (mention.edtf or "", mention.relation) == (case["edtf"], case["relation"])
    assert (mention.rrule or "") == case.get("rrule", "")


@pytest.mark.parametrize("case", EXAMPLES["none"], ids=lambda case: case["text"])
def test_no_date_is_invented(case: dict[str, Any]) -> None:
    found = [m for m in tag(case["text"], reference=date(2024, 5, 6)) if m.edtf or m.rrule]
    assert found == []
