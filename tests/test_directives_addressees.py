"""Whom a directive tells, in the shapes that programmes and press notes of organisations take."""

from __future__ import annotations

from typing import Any

import pytest
from directed import quote, run
from test_directives_speakers import said, told

from nirdesh import read_text


def actions(text: str, **given: Any) -> list[str]:
    return [action for action, _ in said(text, **given)]


def test_what_is_taken_along_does_not_act() -> None:
    text = "5 मई को पार्टी कार्यालय सहित गांव तक पार्टी कार्यकर्ता पौधे लगाएंगे ।"
    assert told(text, dates={"5 मई": "2024-05-05"}) == [["पार्टी कार्यकर्ता"]]


def test_by_whose_direction_is_no_part_of_the_doer() -> None:
    text = "प्रदेश नेतृत्व के निर्देशानुसार जिला संगठन 5 मई को यात्रा निकालेगा ।"
    assert told(text, dates={"5 मई": "2024-05-05"}) == [["जिला संगठन"]]


def test_a_sentence_that_runs_on_gives_no_doer() -> None:
    text = "मांगों का समर्थन किया गया बैठक में सभी शिक्षक 5 मई को धरना देंगे ।"
    assert told(text, dates={"5 मई": "2024-05-05"}) == [["सभी शिक्षक"]]


def test_a_called_meeting_is_planned() -> None:
    text = "5 मई को सभी सचिवों की बैठक कार्यालय पर आहूत की गई है ।"
    assert actions(text, dates={"5 मई": "2024-05-05"}) == ["सभी सचिवों की बैठक कार्यालय पर आहूत की गई है"]
    assert actions("सभी सचिवों की बैठक कार्यालय पर आहूत की गई है ।") == []


def test_guidance_is_no_order() -> None:
    text = "तैयारियों को सचिव रमा देशवाल के दिशा निर्देशन में अंतिम रूप दिया गया ।"
    assert actions(text, people=("रमा देशवाल",)) == []


def test_needful_orders_for_a_noun_say_nothing() -> None:
    text = "रमा देशवाल ने संगठन की मजबूती के लिए आवश्यक निर्देश दिए ।"
    assert actions(text, people=("रमा देशवाल",)) == []
    text = "रमा देशवाल ने बीडीओ को सूची भेजने के लिए निर्देश दिए ।"
    assert actions(text, people=("रमा देशवाल",)) == ["सूची भेजने"]


def test_in_which_they_were_told_goes_on() -> None:
    text = "जिसमें सभी बीडीओ को 5 मई तक सूची भेजने के लिए कहा गया है ।"
    doc, (directive,) = run(text, dates={"5 मई तक": "../2024-05-05"})
    assert quote(doc, directive.action).endswith("सूची भेजने")
    assert [quote(doc, a.span) for a in directive.addressees] == ["सभी बीडीओ"]


def test_several_who_will_be_there() -> None:
    text = "सचिव ने बताया कि 5 मई को बैठक में रमा देशवाल, मोहन ठाकुर और सलीम बारी उपस्थित रहेंगे ।"
    people = ("रमा देशवाल", "मोहन ठाकुर", "सलीम बारी")
    assert told(text, people=people, dates={"5 मई": "2024-05-05"}) == [list(people)]


@pytest.mark.parametrize(
    "text",
    [
        "रमा देशवाल ने बैठक ली। मोहन ठाकुर ने स्थिति बताई। रमा देशवाल ने उनसे कहा कि सूची भेजें और 5 मई तक काम पूरा करें।",
        "रमा देशवाल ने बैठक ली। मोहन ठाकुर ने स्थिति बताई। रमा देशवाल ने उन्हें सूची भेजने के निर्देश दिए।",
    ],
)
def test_a_pronoun_says_who_is_told(text: str) -> None:
    record = read_text(f"जिलाधिकारी {text}", published="2024-03-01")
    names = {person.id: person.name for person in record.people}
    assert record.directives
    for found in record.directives:
        assert [names[told.person] for told in found.addressees if told.person] == ["मोहन ठाकुर"]
        assert [names[who] for who in found.issuers] == ["रमा देशवाल"]


def test_a_relative_clause_without_noun_says_who_is_told() -> None:
    text = "जिनके पास रसीद बची है वे 5 मई तक उसे कार्यालय में जमा करा दें ।"
    assert told(text, dates={"5 मई": "2024-05-05"}) == [["जिनके पास रसीद बची है"]]
