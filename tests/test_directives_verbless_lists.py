"""Statements without a verb: what a decision ends, bans on an act, days of a protest, duties."""

from __future__ import annotations

import pytest
from directed import quote, run


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        (
            "पंचायत में ये फैसले लिए गए:\n"
            "1. मृत्युभोज पूरी तरह बंद ।\n2. रात दस बजे के बाद निकासी नहीं ।\n3. दहेज में गाड़ी देने पर रोक ।",
            ["मृत्युभोज पूरी तरह बंद", "रात दस बजे के बाद निकासी नहीं", "दहेज में गाड़ी देने पर रोक"],
        ),
        (
            "विभाग ने निर्देश दिए कि सूची लगाई जाए । डायरी में इंद्राज करना अनिवार्य ।",
            ["सूची लगाई जाए", "डायरी में इंद्राज करना अनिवार्य"],
        ),
    ],
)
def test_statements_without_a_verb(text: str, actions: list[str]) -> None:
    doc, found = run(text)
    assert [quote(doc, d.action) for d in found] == actions


def test_the_days_of_a_protest_that_was_announced() -> None:
    text = "संघ ने आंदोलन का ऐलान किया । 5 मई को कार्यालयों पर प्रदर्शन, 9 मई को मशाल जुलूस व 12 मई को हड़ताल ।"
    doc, found = run(text, dates={"5 मई को": "2024-05-05", "9 मई को": "2024-05-09", "12 मई को": "2024-05-12"})
    assert [quote(doc, d.action) for d in found] == [
        "5 मई को कार्यालयों पर प्रदर्शन",
        "9 मई को मशाल जुलूस",
        "12 मई को हड़ताल",
    ]
