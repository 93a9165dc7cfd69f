from __future__ import annotations

from typing import Any

import pytest
from spacy.tokens import Doc
from test_directives import quote, run

from nirdesh.mentions import Directive


def said(text: str, **given: Any) -> list[tuple[str, tuple[str, ...]]]:
    """Action and issuers of each directive."""
    doc, found = run(text, **given)
    return [(quote(doc, d.action), d.issuers) for d in found]


def first(text: str, **given: Any) -> tuple[Doc, Directive]:
    doc, found = run(text, **given)
    return doc, found[0]


@pytest.mark.parametrize("told", ["बताया", "कहा", "आदेश दिया", "निर्देश दिया गया"])
def test_ki_written_as_a_genitive_opens_what_was_said(told: str) -> None:
    agent = "को" if told.endswith("गया") else "ने"
    ((action, _),) = said(f"रमा देशवाल {agent} {told} की सभी बीडीओ 5 मई तक सूची भेजें ।", people=("रमा देशवाल",))
    assert action == "5 मई तक सूची भेजें"


def test_saying_needs_no_complementizer_after_its_agent() -> None:
    ((action, issuers),) = said("रमा देशवाल ने कहा सभी बीडीओ गांवों में जाएं ।", people=("रमा देशवाल",))
    assert (action, issuers) == ("गांवों में जाएं", ("p1",))


def test_the_noun_of_an_order_after_its_verb() -> None:
    text = "रमा देशवाल ने नालों की सफाई कराने के दिए निर्देश, बीडीओ को सूची भेजने के भी दिए निर्देश।"
    assert said(text, people=("रमा देशवाल",)) == [
        ("नालों की सफाई कराने", ("p1",)),
        ("सूची भेजने", ("p1",)),
    ]


def test_a_place_between_the_noun_of_an_order_and_its_verb() -> None:
    doc, directive = first("इसके अतिरिक्त थाना प्रभारियों को शाम को गश्त करने के निर्देश बैठक में दिए गए ।")
    assert quote(doc, directive.action) == "शाम को गश्त करने"
    assert [quote(doc, a.span) for a in directive.addressees] == ["थाना प्रभारियों"]


def test_besides_opens_another_clause() -> None:
    text = "सूची बनाने का निर्देश बीडीओ को दिया गया साथ ही रमा देशवाल ने सचिव को पुल देखने को कहा ।"
    assert [action for action, _ in said(text, people=("रमा देशवाल",))] == ["सूची बनाने", "पुल देखने"]


def test_who_did_something_by_dvara_speaks_after_it() -> None:
    text = "रमा देशवाल द्वारा घाटों का निरीक्षण किया गया । साथ ही निर्देशित किया कि घाटों पर बिजली लगाई जाए ।"
    assert said(text, people=("रमा देशवाल",)) == [("घाटों पर बिजली लगाई जाए", ("p1",))]
    text = "रमा देशवाल द्वारा बीडीओ को सूची भेजने के निर्देश दिए ।"
    assert said(text, people=("रमा देशवाल",)) == [("सूची भेजने", ("p1",))]


def test_who_led_the_meeting_is_meant_by_the_pronoun_after() -> None:
    text = "रमा देशवाल की अध्यक्षता में बैठक हुई । उन्होंने कहा कि सभी बीडीओ गांवों में जाएं ।"
    assert said(text, people=("रमा देशवाल",)) == [("गांवों में जाएं", ("p1",))]


def test_the_agent_of_a_participle_is_not_told_to_act() -> None:
    doc, directive = first("सचिव ने कहा कि विभाग द्वारा दिए गए आवेदनों की जांच की जाए ।")
    assert directive.addressees == ()
    assert quote(doc, directive.action).endswith("जांच की जाए")


@pytest.mark.parametrize("purpose", ["इस हेतु", "उसके लिए"])
def test_a_pronoun_is_no_content(purpose: str) -> None:
    assert said(f"{purpose} बीडीओ को निर्देशित किया गया ।") == []


def test_a_conclusion_is_no_goal() -> None:
    text = "रमा देशवाल ने कहा कि बाढ़ की आशंका है, इसलिए सभी बीडीओ गांवों में जाएं ।"
    assert said(text, people=("रमा देशवाल",)) == [("गांवों में जाएं", ("p1",))]


def test_who_is_quoted_by_a_speaker_does_not_take_over() -> None:
    text = (
        "रमा देशवाल ने कहा कि मोहन कोली ने बीडीओ को सूची भेजने के निर्देश दिए हैं । "
        "सभी सचिव 5 मई तक बैठक करें । उन्होंने कहा कि हर गांव में शिविर लगाएं ।"
    )
    found = said(text, people=("रमा देशवाल", "मोहन कोली"))
    assert found == [
        ("सूची भेजने", ("p2",)),
        ("5 मई तक बैठक करें", ("p1",)),
        ("हर गांव में शिविर लगाएं", ("p1",)),
    ]
