"""Bans, aims and plans of newspapers: what counts, how binding it is, and what only looks like it."""

from __future__ import annotations

import pytest
from directed import quote, run

WHO = "रमा देशवाल"


def read(text: str, dates: dict[str, str] | None = None) -> list[tuple[str, str]]:
    """Modality and action of each directive, in order."""
    doc, found = run(text, people=(WHO,) if WHO in text else (), dates=dates)
    return [(d.modality, quote(doc, d.action)) for d in found]


@pytest.mark.parametrize(
    "text",
    [
        "सचिव ने बताया कि बांध कमजोर है । इस कारण नहर में नौका पर भी रोक लगी हुई है ।",
        "रमा देशवाल ने बताया कि जाल बिछाए गए हैं, जिससे मच्छरों के फैलाव पर रोक लगाई जा सके ।",
        "लू से बचने के लिए स्वास्थ्य विभाग ने एडवाइजरी जारी की है ।",
        "रमा देशवाल ने कहा कि मेरा इस ठेके से कोई लेना देना नहीं है ।",
        "केंद्र ने निर्देश जारी किए । इस योजना का उद्देश्य हर गांव तक पानी पहुंचाना है ।",
    ],
)
def test_neither_a_state_nor_an_aim_binds(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "modality", "action"),
    [
        ("नगर परिषद ने पॉलीथिन की बिक्री पर रोक लगा दी है ।", "prohibition", "पॉलीथिन की बिक्री पर रोक लगा दी है"),
        (
            "कलेक्टर ने बाजार में जुलूसों पर रोक लगाने का निर्णय लिया ।",
            "prohibition",
            "बाजार में जुलूसों पर रोक लगाने",
        ),
        ("कलेक्टर ने हर वार्ड में शिविर लगाने का निर्णय लिया ।", "announcement", "हर वार्ड में शिविर लगाने"),
        ("कलेक्टर ने दुकानदारों को बाजार नहीं आने को कहा ।", "prohibition", "बाजार नहीं आने"),
        ("कलेक्टर ने दुकानदारों को बाजार आने को कहा ।", "order", "बाजार आने"),
        (
            "रविवार को किसी भी ट्रेन में जनरल कोच नहीं होगा ।",
            "announcement",
            "रविवार को किसी भी ट्रेन में जनरल कोच नहीं होगा",
        ),
        ("मरम्मत तक पुराने भवन में कक्षाएं नहीं लगेंगी ।", "prohibition", "मरम्मत तक पुराने भवन में कक्षाएं नहीं लगेंगी"),
    ],
)
def test_a_ban_is_told_from_a_plan(text: str, modality: str, action: str) -> None:
    assert read(text) == [(modality, action)]


def test_what_is_to_be_ensured_is_one_directive() -> None:
    text = "रमा देशवाल ने सभी होटल संचालकों से यह सुनिश्चित करने को कहा है कि वे रसोई साफ रखें ।"
    assert read(text) == [("order", "रसोई साफ रखें")]
    text = "रमा देशवाल ने सभी होटल संचालकों को यह सुनिश्चित करने को कहा है कि रसोई साफ रहे ।"
    assert read(text) == [("order", "सुनिश्चित करने को कहा है कि रसोई साफ रहे")]


@pytest.mark.parametrize(
    "text",
    [
        "1 जुलाई को जिला कार्यालय में बोर्ड की बैठक होने वाली है ।",
        "1 जुलाई से तीन शहरों के लिए नई बस सेवा शुरू की जा रही है ।",
        "सभी पुस्तकालयों को 1 जुलाई तक बंद कर दिया गया है ।",
        "अदालत ने अगली सुनवाई के लिए 1 जुलाई की तारीख तय की है ।",
    ],
)
def test_a_day_ahead_announces(text: str) -> None:
    assert [m for m, _ in read(text, dates={"1 जुलाई": "2024-07-01"})] == ["announcement"]


@pytest.mark.parametrize(
    "text",
    [
        "शहर की तस्वीर जल्द बदलने वाली है ।",
        "गांव में नई बस सेवा शुरू की जा रही है ।",
        "सभी पुस्तकालयों को बंद कर दिया गया है ।",
        "अदालत ने सुनवाई के लिए नियम तय किए हैं ।",
    ],
)
def test_without_a_day_nothing_is_announced(text: str) -> None:
    assert read(text) == []


def test_a_particle_may_stand_before_what_is_announced() -> None:
    text = "रमा देशवाल ने 1 जुलाई को धरना देने का भी ऐलान किया है ।"
    assert read(text, dates={"1 जुलाई": "2024-07-01"}) == [("announcement", "धरना देने")]
    assert read("रमा देशवाल ने मैदान पर दुकानें लगाने का भी ऐलान किया है ।") == []
