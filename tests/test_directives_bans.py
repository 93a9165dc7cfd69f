"""Bans: what is banned before its agent, and what only says how long an order or ban is in force."""

from __future__ import annotations

import pytest
from directed import doc_of, quote, run

from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import sentences
from nirdesh.extract.directives.mood import settled


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "बालू के उठाव पर सचिव रमा देशवाल ने रोक लगा दी है ।",
            "बालू के उठाव पर सचिव रमा देशवाल ने रोक लगा दी है",
        ),
        (
            "मेले में झूला लगाने पर सचिव रमा देशवाल ने पूर्ण प्रतिबंध लगाया है ।",
            "मेले में झूला लगाने पर सचिव रमा देशवाल ने पूर्ण प्रतिबंध लगाया है",
        ),
        ("बैठक के मंच पर सचिव रमा देशवाल ने पॉलीथिन पर रोक लगा दी है ।", "पॉलीथिन पर रोक लगा दी है"),
    ],
)
def test_what_is_banned_may_stand_before_its_agent(text: str, expected: str) -> None:
    doc, found = run(text, people=("रमा देशवाल",))
    assert [(d.modality, quote(doc, d.action), d.issuers) for d in found] == [
        ("prohibition", expected, ("p1",))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "लिपिक के वेतन पर सचिव रमा देशवाल ने रोक लगा दी है ।",
        "सड़क पर सचिव रमा देशवाल ने रोक लगा दी ।",
        "ठेके के नवीनीकरण पर सचिव रमा देशवाल ने रोक लगा दी थी ।",
    ],
)
def test_a_stopped_pay_or_an_old_ban_is_none(text: str) -> None:
    assert run(text, people=("रमा देशवाल",))[1] == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("यह निषेधाज्ञा 10 मई तक प्रभावशील रहेगी ।", True),
        ("उक्त आदेश 10 मई तक की अवधि के लिए प्रभावी रहेंगे ।", True),
        ("यह प्रतिबंध तत्काल लागू होगा ।", True),
        ("10 मई तक शहर में कर्फ्यू लागू रहेगा ।", False),
        ("मेले में पॉलीथिन पर प्रतिबंध लागू रहेगा ।", False),
    ],
)
def test_how_long_an_order_is_in_force_is_settled_by_its_words(text: str, expected: bool) -> None:
    (sentence,) = sentences(doc_of(text))
    assert [settled(clause) for clause in segment(sentence)] == [expected]
