"""Orders as reports of district administrations tell them."""

from __future__ import annotations

from typing import Any

import pytest
from directed import quote, run


def told(text: str, **given: Any) -> list[tuple[str, list[str]]]:
    """Action and addressees of each directive."""
    doc, found = run(text, **given)
    return [(quote(doc, d.action), [quote(doc, a.span) for a in d.addressees]) for d in found]


def test_a_future_under_an_order_keeps_whom_the_order_tells() -> None:
    text = "आयुक्त ने सभी पदाधिकारी को निर्देश दिए कि योजनाओं का प्रचार करेंगे ।"
    assert told(text) == [("योजनाओं का प्रचार करेंगे", ["सभी पदाधिकारी"])]


def test_whoever_fills_the_room_between_order_and_verb_is_told() -> None:
    assert told("आयुक्त ने नाले साफ कराने के निर्देश सीजीओ को दिए ।") == [("नाले साफ कराने", ["सीजीओ"])]


def test_an_infinitive_before_whom_somebody_tells() -> None:
    text = "आयुक्त ने फसल का आकलन कर सूची प्रस्तुत करने कृषि विभाग के अधिकारियों को कहा ।"
    assert told(text) == [("फसल का आकलन कर सूची प्रस्तुत करने", ["कृषि विभाग के अधिकारियों"])]


def test_an_action_noun_after_an_infinitive_is_an_act_of_its_own() -> None:
    text = "आयुक्त ने स्कूलों में पानी की व्यवस्था करने एवं नहर में पाइप डालने वालों के खिलाफ कार्रवाई के निर्देश दिए ।"
    actions = [action for action, _ in told(text)]
    assert actions == ["स्कूलों में पानी की व्यवस्था करने", "नहर में पाइप डालने वालों के खिलाफ कार्रवाई"]


def test_what_an_order_is_for_is_no_act_where_its_content_follows() -> None:
    text = "आयुक्त ने चोरी रोकने के लिए थाना प्रभारियों को निर्देशित किया कि गश्त बढ़ाएं ।"
    assert told(text) == [("गश्त बढ़ाएं", ["थाना प्रभारियों"])]
    assert told("आयुक्त ने चोरी रोकने के लिए थाना प्रभारियों को निर्देशित किया ।") == [
        ("चोरी रोकने", ["थाना प्रभारियों"])
    ]


def test_whom_this_order_was_given_to_may_stand_before_it() -> None:
    text = "आयुक्त ने कहा कि शिकायतों को लंबित न रखा जाए । बैठक में आयुक्त ने अधिकारियों को यह निर्देश दिए ।"
    assert told(text) == [("शिकायतों को लंबित न रखा जाए", ["अधिकारियों"])]


def test_whom_the_issuer_heard_is_not_told() -> None:
    text = "लिपिकों से जानकारी लेने के बाद आयुक्त ने सूची बनाने के निर्देश दिए ।"
    assert told(text) == [("सूची बनाने", [])]


@pytest.mark.parametrize(
    "action",
    [
        "ग्रामीण क्षेत्रों में पेयजल की व्यवस्था करें",
        "शहरी एवं ग्रामीण क्षेत्रों में पेयजल की व्यवस्था करें",
        "सामान्य मामलों के अलावा पुराने मामले निपटाएं",
        "महिला संबंधी अपराधों पर ध्यान रखें",
        "थाना क्षेत्र में रात की गश्त करें",
    ],
)
def test_a_word_that_says_of_what_kind_a_noun_is_acts_not(action: str) -> None:
    assert told(f"आयुक्त ने अधिकारियों को निर्देश दिए कि {action} ।") == [(action, ["अधिकारियों"])]


def test_the_same_word_alone_is_a_doer() -> None:
    assert told("आयुक्त ने कहा कि ग्रामीण रात में घरों में ही रहें ।")[0][1] == ["ग्रामीण"]


def test_an_agent_begins_after_a_direct_genitive_and_a_quantifier_opens_one() -> None:
    text = "आयुक्त ने निर्देश दिए कि पुराने मामलों का संबंधित तहसीलदार द्वारा निपटारा किया जाए ।"
    assert told(text)[0][1] == ["संबंधित तहसीलदार"]
    text = "आयुक्त ने निर्देश दिए कि अधिक से अधिक जांच समस्त निरीक्षक द्वारा की जाए ।"
    assert told(text)[0][1] == ["समस्त निरीक्षक"]


def test_the_aforesaid_act_is_told_by_other_sentences() -> None:
    text = "लाउडस्पीकर अब बिना अनुमति नहीं बजा सकेंगे । आयुक्त ने उक्त प्रतिबंधात्मक कार्रवाई के आदेश जारी किए हैं ।"
    assert [action for action, _ in told(text)] == ["लाउडस्पीकर अब बिना अनुमति नहीं बजा सकेंगे"]
    assert told("आयुक्त ने उक्त नाले की सफाई के आदेश दिए ।") == [("उक्त नाले की सफाई", [])]


def test_slips_in_the_past_of_giving_are_read() -> None:
    assert told("आयुक्त ने तहसीलदार को सूची भेजने के निर्देश दियें ।") == [("सूची भेजने", ["तहसीलदार"])]


def test_the_occasion_of_an_order_is_nobody_told() -> None:
    text = "आयुक्त ने मेले को लेकर सभी पुलिस अधिकारियों को मुस्तैद रहने एवं रात की गश्त करने के निर्देश दिए ।"
    assert told(text) == [
        ("मुस्तैद रहने", ["सभी पुलिस अधिकारियों"]),
        ("रात की गश्त करने", ["सभी पुलिस अधिकारियों"]),
    ]


def test_who_is_paid_is_not_told() -> None:
    text = "आयुक्त ने काम में तेजी लाने व लाभार्थियों को तीन किस्तों में भुगतान करने का निर्देश दिया ।"
    assert [addressees for _, addressees in told(text)] == [[], []]


def test_the_object_of_a_relative_is_no_part_of_who_acts() -> None:
    text = "आयुक्त ने टीम बनाने का निर्देश दिया । जिसकी सूची एसडीओ शाम तक उपलब्ध कराएंगे ।"
    assert told(text)[1][1] == ["एसडीओ"]


def test_an_order_without_agent_is_of_the_only_one_who_led() -> None:
    text = "पुलिस उपायुक्त ने अपराधों की समीक्षा की । गश्त करने के निर्देश थानेदारों को दिए गए ।"
    _, (order,) = run(text)
    assert order.issuers == ("पुलिस उपायुक्त",)
    two = "आयुक्त ने पुल का निरीक्षण किया । महापौर ने बैठक ली । थानेदारों को गश्त करने के निर्देश दिए गए ।"
    _, (order,) = run(two)
    assert order.issuers == ()
    _, (order,) = run("आयुक्त ने बैठक में भाग लिया । थानेदारों को गश्त करने के निर्देश दिए गए ।")
    assert order.issuers == ()
