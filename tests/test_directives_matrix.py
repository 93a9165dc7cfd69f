from __future__ import annotations

from typing import Any

import pytest
from directed import quote, run

DATES = {"5 मई": "2024-05-05"}


def actions(text: str, **given: Any) -> list[str]:
    doc, found = run(text, **given)
    return [quote(doc, d.action) for d in found]


@pytest.mark.parametrize(
    "text",
    [
        "सचिव ने कहा कि यह उचित नहीं होगा कि लिपिकों को छुट्टी दी जाए ।",
        "सचिव ने कहा कि इसका मतलब यह नहीं है कि लिपिक सूची न भेजें ।",
        "रमा देशवाल ने यह कभी नहीं कहा कि लिपिक सूची भेजें ।",
        "रमा देशवाल ने लिपिकों से सूची भेजने को नहीं कहा है ।",
        "सचिव ने कहा कि तब तक दल वहां पहुंच चुका होगा ।",
        "सचिव ने सवालों पर कुछ भी बोलने से मना कर दिया ।",
        "वे ट्रकों को राज्य में घुसने से मना कर रहे हैं ।",
        "सचिव ने कहा कि ऐसे मार्ग बंद हैं, जिनके कारण आवाजाही रोक दी जाए ।",
    ],
)
def test_what_is_denied_judged_refused_or_presumed_is_no_directive(text: str) -> None:
    assert actions(text, people=("रमा देशवाल",)) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("सचिव ने कहा कि यह सुनिश्चित करें कि कोई छात्र न छूटे ।", "सुनिश्चित करें कि कोई छात्र न छूटे"),
        ("सचिव ने हाथियों को छेड़ने से मना किया है ।", "हाथियों को छेड़ने से मना किया है"),
        (
            "सचिव ने कहा कि जिन भवनों में लार्वा मिले उनका पट्टा निरस्त किया जाए ।",
            "जिन भवनों में लार्वा मिले उनका पट्टा निरस्त किया जाए",
        ),
        ("सचिव ने बताया कि 5 मई को मामले की सुनवाई होगी ।", "मामले की सुनवाई होगी"),
    ],
)
def test_what_is_alike_and_a_directive(text: str, action: str) -> None:
    assert actions(text, dates=DATES if "5 मई" in text else None) == [action]


@pytest.mark.parametrize(
    "text",
    [
        "रमा देशवाल ने कहा कि सूची बनाई जाए । उल्लेखनीय है कि 5 मई को मेला लगेगा ।",
        "रमा देशवाल ने कहा कि सूची बनाई जाए । उधर, नगर निगम 5 मई से अभियान चलाएगा ।",
        "संघ ने सूची बनाने का निर्णय लिया । आयुक्त मोहन कोली 5 मई को गांव का दौरा करेंगे ।",
    ],
)
def test_the_report_tells_its_own_plans(text: str) -> None:
    _, found = run(text, people=("रमा देशवाल",), dates=DATES)
    assert found[-1].issuers == ()


def test_an_order_about_an_order_of_its_own_is_no_pointer_back() -> None:
    assert actions("रमा देशवाल ने लिपिकों को इस आदेश का प्रचार करने का निर्देश दिया ।", people=("रमा देशवाल",)) == [
        "इस आदेश का प्रचार करने"
    ]


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("रमा देशवाल का यह भी कहना है कि सूची 5 मई को जारी की जाएगी ।", ("p1",)),
        ("मोहन कोली ने बताया कि उनके वकील रमा देशवाल ने लिपिक को सूची भेजने को कहा है ।", ("p1",)),
        ("अफसरों की कमी से जूझ रही सेना ने तय किया है कि शिविर लगाए जाएं ।", ("सेना",)),
        ("समिति मामला सदन में उठाने का निर्णय कर चुकी है ।", ("समिति",)),
    ],
)
def test_who_speaks_behind_particles_possessors_and_participles(text: str, issuers: tuple[str, ...]) -> None:
    _, found = run(text, people=("रमा देशवाल", "मोहन कोली"), dates=DATES if "5 मई" in text else None)
    assert [d.issuers for d in found] == [issuers]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("हाईकोर्ट ने केंद्र को रिपोर्ट सौंपने का निर्देश दिया ।", ["केंद्र"]),
        ("हाईकोर्ट ने सभी राज्यों को रिपोर्ट सौंपने का निर्देश दिया ।", ["सभी राज्यों"]),
        ("सचिव ने लिपिकों को सलाह दी कि इस विवाद पर वे दबाव के आगे न झुकें ।", ["लिपिकों"]),
        ("सचिव ने कहा कि परिजनों से संगठन संबंधी चर्चा न करें ।", []),
    ],
)
def test_whom_levels_of_government_and_inner_pronouns_mean(text: str, told: list[str]) -> None:
    doc, found = run(text)
    assert [quote(doc, a.span) for d in found for a in d.addressees] == told


def test_a_name_before_another_phrase_is_the_doer() -> None:
    text = "5 मई को मोहन ठाकुर मंडल सचिव रमा देशवाल को सूची सौंपेंगे ।"
    _, found = run(text, people=("मोहन ठाकुर", "रमा देशवाल"), dates=DATES)
    assert [a.person for d in found for a in d.addressees] == ["p1"]


def test_what_an_unmet_condition_threatens_is_no_directive() -> None:
    assert actions("संघ ने कहा कि यदि मांगें नहीं मानी गईं तो संघ धरना देगा ।") == []
    assert actions("संघ ने कहा कि 5 मई को संघ धरना देगा ।", dates=DATES) == ["धरना देगा"]


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("प्रदेश सरकार ने सत्र बुलाया और 5 मई को बैठक रखने का फैसला किया ।", ("प्रदेश सरकार",)),
        ("रमा देशवाल आज लिपिकों को 5 मई तक सूची भेजने के निर्देश दिए ।", ("p1",)),
    ],
)
def test_who_acts_before_or_opens_the_sentence_decides(text: str, issuers: tuple[str, ...]) -> None:
    before = "मोहन कोली ने कहा कि भवन नया है । "
    _, found = run(before + text, people=("रमा देशवाल", "मोहन कोली"), dates=DATES)
    assert [d.issuers for d in found] == [issuers]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("पीठ ने कहा कि बच्चों को बचाने का काम स्थायी होना चाहिए ।", []),
        ("हाईकोर्ट ने कहा कि देरी की स्थिति में संबंधित सचिव को हाजिर होना होगा ।", ["संबंधित सचिव"]),
        ("हाईकोर्ट ने इन राज्यों से रिपोर्ट देने को कहा ।", ["इन राज्यों"]),
        ("सभी लिपिकों को निर्देश दिया गया कि 5 मई तक सूची भेजेंगे ।", ["सभी लिपिकों"]),
    ],
)
def test_whom_inner_acts_conditions_and_futures_leave_as_told(text: str, told: list[str]) -> None:
    doc, found = run(text, dates=DATES if "5 मई" in text else None)
    assert [quote(doc, a.span) for d in found for a in d.addressees] == told
