"""Imperatives to those whom one calls तुम, wishes of one by many, and accused who are told nothing."""

from __future__ import annotations

import pytest
from directed import NLP, quote, run
from spacy.tokens import Doc

from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import sentences
from nirdesh.extract.directives.agreement import clashes


def told(text: str) -> list[tuple[str, str]]:
    doc, found = run(text, people=("रमा देशवाल",))
    return [(d.modality, quote(doc, d.action)) for d in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("आयुक्त ने कहा कि ठेकेदार का बिल रोको ।", []),
        ("पूर्व मंत्री ने कहा कि सरकार बदलो ।", []),
        ("किसान नेता ने कहा कि कुर्सी छोड़ो ।", []),
        ("सचिव ने लिपिकों से कहा कि पंजी साथ लेकर आना ।", [("order", "पंजी साथ लेकर आना")]),
    ],
)
def test_a_familiar_imperative_is_said_to_somebody(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("अमला", True), ("बल", True), ("जवान", False)],
)
def test_one_by_many_wants_a_singular_past(noun: str, expected: bool) -> None:
    text = f"{noun} मौजूद रहे ।"
    words = text.split()
    doc = Doc(NLP.vocab, words, pos=["NOUN", "ADJ", "VERB", "PUNCT"])
    (clause,) = segment(sentences(doc)[0])
    assert clashes(clause, doc) is expected


def test_an_accused_is_told_nothing_by_the_order_that_commits_them() -> None:
    assert told("अदालत ने दोनों आरोपियों को जेल भेजने के आदेश दिए ।") == []
    sent = told("अदालत ने थाना प्रभारी को आरोपी जेल भेजने के आदेश दिए ।")
    assert sent == [("order", "आरोपी जेल भेजने")]
