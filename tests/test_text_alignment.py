from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nirdesh.text.alignment import Aligned, Edit, align, identity


@st.composite
def edits_for(draw: st.DrawFn, text: str) -> list[Edit]:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return [Edit(a, b, draw(st.text(alphabet="कखग ab", max_size=3)), "r") for a, b in pairs]


@st.composite
def chains(draw: st.DrawFn) -> Aligned:
    a = identity(draw(st.text(alphabet="कखगघ abc", max_size=30)))
    for _ in range(draw(st.integers(1, 3))):
        a = a.then(draw(edits_for(a.text)))
    return a


@given(chains())
def test_total_and_monotone_both_ways(a: Aligned) -> None:
    for source, target, go in ((a.text, a.raw, a.to_raw), (a.raw, a.text, a.to_clean)):
        last = (0, 0)
        for k in range(len(source)):
            start, end = go(k, k + 1)
            assert 0 <= start <= end <= len(target)
            assert start >= last[0]
            assert end >= last[1]
            last = (start, end)
        start, end = go(0, len(source))
        assert 0 <= start <= end <= len(target)


@given(chains())
def test_wider_spans_map_to_wider_spans(a: Aligned) -> None:
    n = len(a.text)
    whole = a.to_raw(0, n)
    for s in range(0, n, 3):
        for e in range(s + 1, n + 1, 3):
            left, right = a.to_raw(s, e)
            assert whole[0] <= left <= right <= whole[1]
            assert left <= a.to_raw(s, s + 1)[0]
            assert right >= a.to_raw(e - 1, e)[1]


@given(chains())
def test_outside_of_edits_characters_are_the_same(a: Aligned) -> None:
    raw_at = at = 0
    for raw_start, raw_end, start, end in a.spans.rows():
        assert raw_start - raw_at == start - at
        raw_at, at = raw_end, end
    assert len(a.raw) - raw_at == len(a.text) - at


@given(st.text(alphabet="कख ab", max_size=20), st.data())
def test_compose_equals_then(text: str, data: st.DataObject) -> None:
    a = align(text, data.draw(edits_for(text)))
    more = data.draw(edits_for(a.text))
    assert a.then(more).spans == a.compose(align(a.text, more)).spans
    assert a.then(more).text == a.compose(align(a.text, more)).text


def test_edit_is_no_wider_than_the_change() -> None:
    a = align("विजय चैथाईवाला", [Edit(5, 14, "चौथाईवाला", "au")])
    assert a.spans.raw_start.tolist() == []
    a = align("श्री बाॅबी जी", [Edit(5, 10, "बॉबी", "o")])
    assert list(a.spans.rows()) == [(6, 8, 6, 7)]
    assert a.repairs[0].before == "बाॅबी"


def test_characters_replaced_one_for_one_are_told() -> None:
    a = identity("कक्षा १२").with_text("कक्षा 12")
    assert [(r.rule, r.start, r.before, r.after) for r in a.repairs] == [
        ("digit", 6, "१", "1"),
        ("digit", 7, "२", "2"),
    ]


def test_spans_outside_the_text_are_refused() -> None:
    with pytest.raises(IndexError, match="does not lie inside"):
        identity("कख").to_raw(1, 3)
    with pytest.raises(ValueError, match="sorted"):
        align("कख", [Edit(1, 2, "", "r"), Edit(0, 1, "", "r")])
