from __future__ import annotations

import time
from datetime import date, datetime

import edtf as edtf_library
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nirdesh.extract.dates import filter_rows, tag
from nirdesh.extract.dates.edtf import is_valid
from nirdesh.extract.dates.lexicon import load
from nirdesh.extract.dates.numerals import numerals

WORDS = sorted(
    {*load().phrases, *load().numbers, "को", "होगा", "था", "।", "\n", "0", "31", "2024", "५", "29", "रहेंगे"}
)
SOUP = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
# Rare categories (seasons, half-years) as often as those of many words.
CATEGORIES: dict[str, list[str]] = {}
for phrase, entry in sorted(load().phrases.items()):
    for category in entry.cats:
        CATEGORIES.setdefault(category, []).append(phrase)
EVEN = st.lists(
    st.sampled_from(sorted(CATEGORIES)).flatmap(lambda category: st.sampled_from(CATEGORIES[category])),
    max_size=8,
).map(" ".join)
GLUED = st.lists(st.sampled_from([*WORDS, "", "-", "/", ":", ".", ","]), max_size=12).map("".join)
TEXTS = st.one_of(st.text(max_size=80), SOUP, EVEN, GLUED)
ANCHORS = st.one_of(st.none(), st.dates(), st.datetimes())


def check(text: str, anchor: date | datetime | None) -> None:
    """Whatever the text, spans lie in it, do not overlap, and values are EDTF."""
    end = 0
    for mention in tag(text, reference=anchor):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
        if mention.edtf is not None:
            assert is_valid(mention.edtf), mention.edtf
            # The library reads ../2024-02-06 and XXXX-02-06, but fails on ../XXXX-02-06 of the contract.
            year = "2024" if ".." in mention.edtf else "XXXX"
            edtf_library.parse_edtf(mention.edtf.replace("XXXX", year))


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, ANCHORS)
def test_any_text_gives_valid_values(text: str, anchor: date | datetime | None) -> None:
    check(text, anchor)


@pytest.mark.parametrize(
    "text",
    [
        "इस साल गर्मी",
        "दो साल तीन छमाही",
        "हर पहले जुमे",
        "20 से सन् 2024 अंतिम रविवार तक",
        "दूसरे सोमवार से शनिवार, दो बजे से 8:45 बजे",
        "अगले साल की जून में 12 से 5 तक",
    ],
)
def test_words_in_unlikely_order_give_valid_values(text: str) -> None:
    check(text, date(2025, 4, 4))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.one_of(st.none(), st.datetimes()))
def test_the_filter_survives_any_text(text: str, anchor: datetime | None) -> None:
    row = {"id": "x", "input": text, "reference": anchor.isoformat() if anchor else None}
    for result in next(filter_rows([row]))["results"]:
        assert text[result["start"] : result["end"]] == result["text"]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from(["number", "range", "percent", "ordinal", "basic"]))
def test_numerals_survive_any_text(text: str, kind: str) -> None:
    for found in numerals(text, kind):  # type: ignore[arg-type]
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    [
        "5 ",
        "दो हजार ",
        "21 फरवरी से ",
        "28, ",
        "अगले ",
        "के बाद ",
        "1-",
        "12:",
        "हर माह की 5 तारीख ",
        "अ",
        "बजे 5 ",
    ],
)
def test_time_grows_with_length_only(piece: str) -> None:
    def cost(times: int) -> float:
        text = piece * times
        started = time.process_time()
        tag(text, reference=date(2024, 1, 1))
        return time.process_time() - started

    cost(200)
    small, large = min(cost(2000), cost(2000)), min(cost(16000), cost(16000))
    assert large < 0.05 or large / max(small, 1e-4) < 24, (small, large)  # linear is 8, quadratic 64
