"""Bans, aims and plans of newspapers: what counts, how binding it is, and what only looks like it."""

from __future__ import annotations

import pytest
from directed import quote, run

from nirdesh import read_text

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
        "रमा देशवाल ने कहा कि दो लोगों की तलाश है, जिनके खिलाफ कुर्की के आदेश जारी किए गए हैं ।",
        "रमा देशवाल ने कहा कि दोषियों को छोड़ देना सारे कस्बे में अपराध को बढ़ावा देना होगा ।",
        "रमा देशवाल ने कहा कि यह कस्बे का दूसरा सम्मेलन होगा ।",
        "रमा देशवाल ने कहा कि पुल बनने पर कस्बा बड़े नगरों की श्रेणी में शामिल हो जाएगा ।",
        "रमा देशवाल ने कहा कि ऐसे गांव देखे गए जहां पानी भरेगा ।",
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "सभी का टोपी पहनना, दो हाथ की दूरी रखना और रसीद दिखाना जरूरी होगा ।",
            [
                ("obligation", "टोपी पहनना"),
                ("obligation", "दो हाथ की दूरी रखना"),
                ("obligation", "रसीद दिखाना"),
            ],
        ),
        ("घाट की दीवारों पर नारे लिखना भी प्रतिबंधित है ।", [("prohibition", "घाट की दीवारों पर नारे लिखना")]),
        ("घाट पर आज भी प्लास्टिक प्रतिबंधित है ।", []),
        (
            "रमा देशवाल ने बताया कि चौक पर केंद्र खोला गया है, जहां यात्रियों को फॉर्म भरना होगा ।",
            [("obligation", "जहां यात्रियों को फॉर्म भरना होगा")],
        ),
        (
            "चालकों को राज्य सरकार पांच हजार रुपये की मदद देगी ।",
            [("announcement", "चालकों को राज्य सरकार पांच हजार रुपये की मदद देगी")],
        ),
        ("नई सड़क व्यापार को मदद देगी ।", []),
    ],
)
def test_acts_that_are_judged_or_planned(text: str, found: list[tuple[str, str]]) -> None:
    assert read(text) == found


def test_who_demanded_goes_on_to_demand() -> None:
    text = "रमा देशवाल ने बैठक बुलाने की मांग की है । रमा देशवाल ने कहा कि मंत्री बोर्ड की बैठक शीघ्र बुलाएं ।"
    assert [m for m, _ in read(text)] == ["request", "request"]


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


@pytest.mark.parametrize(("start", "found"), [("1 जून", []), ("1 जुलाई", ["announcement"])])
def test_what_was_closed_before_the_report_is_no_news(start: str, found: list[str]) -> None:
    text = f"विभाग ने जानकारी दी । सभी पुस्तकालयों को {start} से 15 जुलाई तक बंद कर दिया गया है ।"
    record = read_text(text, published="2024-06-20")
    assert [d.modality for d in record.directives] == found


def test_a_particle_may_stand_before_what_is_announced() -> None:
    text = "रमा देशवाल ने 1 जुलाई को धरना देने का भी ऐलान किया है ।"
    assert read(text, dates={"1 जुलाई": "2024-07-01"}) == [("announcement", "धरना देने")]
    assert read("रमा देशवाल ने मैदान पर दुकानें लगाने का भी ऐलान किया है ।") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("रमा देशवाल ने बीडीओ को सूची भेजने का रविवार को निर्देश दिया ।", [("order", "सूची भेजने")]),
        ("रमा देशवाल ने लोगों से घर पर रहने की शनिवार को अपील की ।", [("request", "घर पर रहने")]),
        ("कलेक्टर ने हर वार्ड में शिविर लगाने का शुक्रवार को फैसला किया ।", [("announcement", "हर वार्ड में शिविर लगाने")]),
        ("रमा देशवाल ने रविवार को निर्देश दिया ।", []),
    ],
)
def test_a_day_may_stand_before_the_noun_of_a_frame(text: str, found: list[tuple[str, str]]) -> None:
    assert read(text) == found


def test_what_one_may_have_to_do_is_a_condition() -> None:
    text = "रमा देशवाल ने निर्देश दिए कि किसी पर कार्रवाई करनी पड़े तो संकोच न करें ।"
    assert read(text) == [("prohibition", "संकोच न करें")]
    text = "रमा देशवाल ने कहा कि कचरा जलाना पूरे शहर में आज से बंद करना होगा ।"
    assert read(text) == [("obligation", "कचरा जलाना पूरे शहर में आज से बंद करना होगा")]


def test_what_is_not_to_be_wanting_is_no_ban() -> None:
    text = "रमा देशवाल ने निर्देश दिए कि किसी भी केंद्र पर पानी की कमी न हो ।"
    assert read(text) == [("order", "किसी भी केंद्र पर पानी की कमी न हो")]
    text = "रमा देशवाल ने निर्देश दिए कि किसी भी केंद्र पर शोर न हो ।"
    assert read(text) == [("prohibition", "किसी भी केंद्र पर शोर न हो")]


def test_what_is_not_to_happen_is_an_aim() -> None:
    assert read("रमा देशवाल ने कहा कि मेले में भीड़ न हो इसलिए रास्ता बदला गया है ।") == []
