"""What the police check and where people are served: their first noun names nobody who acts."""

from __future__ import annotations

import pytest
from directed import quote, run


@pytest.mark.parametrize(
    ("text", "action", "told"),
    [
        ("किरायेदारों का पुलिस सत्यापन कराएं", "किरायेदारों का पुलिस सत्यापन कराएं", ["दुकानदारों"]),
        ("मेले में किसान सहायता केंद्र खोलें", "मेले में किसान सहायता केंद्र खोलें", ["दुकानदारों"]),
        ("किसान सहायता केंद्र से बीज लें", "सहायता केंद्र से बीज लें", ["किसान"]),
    ],
)
def test_who_opens_a_longer_noun_is_told_nothing(text: str, action: str, told: list[str]) -> None:
    doc, found = run(f"सचिव ने दुकानदारों से कहा कि {text} ।")
    assert [quote(doc, d.action) for d in found] == [action]
    assert [quote(doc, a.span) for a in found[0].addressees] == told


def test_what_an_office_calls_necessary_for_each_binds() -> None:
    doc, found = run("कलेक्टर ने कहा कि नियम कड़े हैं । हर बस में कैमरा व घंटी होना जरूरी है ।")
    assert [(d.modality, quote(doc, d.action)) for d in found] == [("obligation", "हर बस में कैमरा व घंटी होना")]
    assert run("विधायक ने कहा कि हर बच्चे का पढ़ना जरूरी है ।")[1] == ()
