from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nirdesh.text.boilerplate import dates_in_address, rule_of
from nirdesh.text.data import table
from nirdesh.text.dateline import find_dateline
from nirdesh.text.layout import DateHint, read_layout

PAGE = """![लेखक](https://example.org/p.jpg)
![](https://example.org/files/17_03_2022-sabha_2206_0.jpg)
Updated: Thu, 17 Mar 2022 09:10 AM (IST)
सहकार सभा की बैठक 20 मार्च को होगी

सचिव तैयारी पूरी करें

बिल्हौर, सहकार सभा की बैठक 20 मार्च को होगी। सभी सचिव तैयारी पूरी करें और सूची भेजें।

यह भी पढ़ें: दूसरी सभा की बैठक
तैयारी की समीक्षा
सभापति ने कहा कि हर शाखा अपना लेखा जमा करे और सदस्यों को सूचना दे।
Leave a Reply
Your email address will not be published. *
"""


def test_page_is_told_apart() -> None:
    r = read_layout(PAGE)
    assert [(b.kind, r.text[b.start : b.end][:14]) for b in r.blocks] == [
        ("headline", "सहकार सभा की ब"),
        ("subheadline", "सचिव तैयारी पू"),
        ("dateline", "बिल्हौर,"),
        ("body", "सहकार सभा की ब"),
        ("subheadline", "तैयारी की समीक"),
        ("body", "सभापति ने कहा "),
    ]
    assert r.title == "सहकार सभा की बैठक 20 मार्च को होगी"
    assert r.place == "बिल्हौर"
    assert r.date_hints == (
        DateHint("2022-03-17", "line", "17 Mar 2022"),
        DateHint("2022-03-17", "url", "17_03_2022"),
    )
    assert [rule for rule, _ in r.removed] == [
        "picture",
        "picture",
        "meta",
        "also-read",
        "comment-form",
        "comment-form",
    ]


def test_kept_lines_stand_as_they_stood() -> None:
    r = read_layout(PAGE)
    assert "होगी\n\nसचिव" in r.text
    assert "भेजें।\n\nतैयारी" in r.text


@pytest.mark.parametrize("example", table("datelines.toml")["example"])
def test_dateline_examples(example: dict[str, Any]) -> None:
    found = find_dateline(example["text"])
    place, date = (found.place or "", found.date) if found else ("", None)
    assert (place, date) == (example["place"], example.get("date"))
    if "rest" in example:
        assert found is not None
        assert example["text"][found.end :].strip() == example["rest"]


@pytest.mark.parametrize("rule", table("boilerplate.toml")["line"], ids=lambda r: r["id"])
def test_boilerplate_examples(rule: dict[str, Any]) -> None:
    dropped = rule_of(rule["drop"])
    assert dropped is not None
    assert dropped.id == rule["id"]
    assert rule_of(rule["keep"]) is None


LINES = [*PAGE.splitlines(), "लखनऊ, 12 मार्च।", "", "\u00a0", "रायग\u095d : बैठक है।", "x" * 400]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*PAGE.splitlines(), "लखनऊ, 12 मार्च।", "", "\u00a0", "रायग\u095d : बैठक है।", "x" * 400]
        ),
        max_size=9,
    )
)
def test_blocks_are_ordered_and_cover_the_text(lines: list[str]) -> None:
    r = read_layout("\n".join(lines))
    at = 0
    for b in r.blocks:
        assert r.text[at : b.start].strip() == ""
        assert b.start < b.end
        at = b.end
    assert r.text[at:].strip() == ""
    assert read_layout(r.text).text == r.text


def test_given_title_names_the_headline() -> None:
    r = read_layout("राज्य\nसभा की बैठक होगी\nसभापति ने कहा कि बैठक होगी और सब आएंगे।", title="सभा की बैठक होगी")
    assert [b.kind for b in r.blocks] == ["subheadline", "headline", "body"]
    assert r.title == "सभा की बैठक होगी"


def test_one_line_is_body() -> None:
    assert [b.kind for b in read_layout("सभी सचिव सूची भेजें").blocks] == ["body"]


def test_composed_letters_keep_offsets() -> None:
    found = find_dateline("रायग\u095d, 3 मई।\u200d बैठक हुई।")
    assert found is not None
    assert found.quote == "रायग\u095d, 3 मई।"
    assert found.end == len(found.quote)


def test_days_in_addresses() -> None:
    assert dates_in_address("/2023/11/05/khabar-12345678.html") == [("2023-11-05", "2023/11/05")]
    assert dates_in_address("photo-99-99-2020.jpg") == []
