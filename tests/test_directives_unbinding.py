"""What looks like a directive and binds nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from directed import doc_of

from nirdesh.extract.directives.extractor import Extractor
from nirdesh.mentions import Post, Span


def actions(text: str, title: str = "सचिव", **given: object) -> list[str]:
    """Actions that the rules find where the people of ``given`` hold the post ``title``."""
    doc = doc_of(text, **given)  # type: ignore[arg-type]
    doc._.people = tuple(replace(p, posts=(Post(title, Span(0, 1)),)) for p in doc._.people)
    return [doc.text[d.action.start : d.action.end] for d, _ in Extractor(doc).candidates()]


NOTHING = [
    "रमा देशवाल ने कहा कि बुजुर्ग महीनों तक दफ्तर के चक्कर लगाएं, यह शर्म की बात है ।",
    "रमा देशवाल ने कहा कि एक भी बच्चा छूटने न पाए, यही हमारा लक्ष्य है ।",
    "रमा देशवाल ने कहा कि नहर की कीमत केवल किसान चुकाएं, ऐसा नहीं हो सकता ।",
    "कर्मचारियों ने 'ठेका प्रथा बंद की जाए', 'वेतन समय पर दिया जाए' के नारे लगाए ।",
    "रमा देशवाल ने पूछा कि 'हर गांव में सड़क बनाई जाएगी' कहने वाले अब कहां हैं ।",
    "अदालत ने तीनों आरोपियों को 14 दिन की न्यायिक हिरासत में भेजने के आदेश दिए ।",
    "रमा देशवाल ने कहा कि हम सब आगे बढ़ें और गांव का विकास करें ।",
    "रमा देशवाल ने भगवान से प्रार्थना की कि सबको समय पर अन्न मिले ।",
    "सभा में दिवंगत की आत्मा की शांति के लिए प्रार्थना की गई ।",
    "न्यायाधीश ने आरोपी को तीन दिन की रिमांड पर पुलिस को सौंपने का आदेश दिया ।",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nobody_is_bound(text: str) -> None:
    assert actions(text, people=("रमा देशवाल",)) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("रमा देशवाल ने कहा कि हर केंद्र पर पानी रहे, यह सुनिश्चित करें ।", "हर केंद्र पर पानी रहे, यह सुनिश्चित करें"),
        ("रमा देशवाल ने कहा कि सभी बीडीओ गांवों में जाएं, यह उनकी जिम्मेदारी है ।", "गांवों में जाएं"),
        ("मेला समिति ने लोगों से प्रार्थना की कि वे समय पर पहुंचें ।", "समय पर पहुंचें"),
        ("एसपी ने थानाध्यक्षों को वारंटियों को पकड़कर जेल भेजने के निर्देश दिए ।", "वारंटियों को पकड़कर जेल भेजने"),
    ],
)
def test_what_is_only_near_it_binds(text: str, action: str) -> None:
    assert actions(text, people=("रमा देशवाल",)) == [action]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("शिकायत मिली तो एजेंसी का प्रभार ले लिया जाएगा", []),
        ("शिकायत मिली तो उसकी जांच कराई जाएगी", ["उसकी जांच कराई जाएगी"]),
        ("जो सदस्य काम नहीं करेगा, उसे बदल दिया जाएगा", []),
        ("जो सदस्य नहीं आ पाएगा, उसे घर पर पर्ची दी जाएगी", ["उसे घर पर पर्ची दी जाएगी"]),
        ("लापरवाही करने वाले सदस्यों को पद से हटा दिया जाएगा", []),
        ("अच्छा काम करने वाले सदस्यों को सम्मानित किया जाएगा", ["अच्छा काम करने वाले सदस्यों को सम्मानित किया जाएगा"]),
        ("सौ सदस्य नहीं बने तो पद छोड़ना होगा", []),
        (
            "लोग सड़क पर गाड़ी न खड़ी करें, वरना वह उठवा ली जाएगी और मालिक को खर्च देना होगा",
            ["सड़क पर गाड़ी न खड़ी करें"],
        ),
    ],
)
def test_a_penalty_is_no_plan(said: str, found: list[str]) -> None:
    assert actions(f"रमा देशवाल ने कहा कि {said} ।", people=("रमा देशवाल",)) == found


def test_who_threatens_goes_on() -> None:
    text = (
        "रमा देशवाल ने बताया कि शिविर 5 मई तक चलेगा । सदस्य पर्ची साथ लाएं । अधूरे फार्म रद्द कर दिए जाएंगे । "
        "शिविर का समय समिति तय करेगी ।"
    )
    doc = doc_of(text, people=("रमा देशवाल",))
    *_, (last, _) = Extractor(doc).candidates()
    assert last.issuers == ("p1",)


@pytest.mark.parametrize(
    ("title", "wish", "found"),
    [
        ("जिलाध्यक्ष", "सरकार शर्त हटाए, कर्ज माफ करे और किसानों को मुआवजा दे", []),
        ("राज्यपाल", "सरकार हर जिले में छात्रावास खोले", ["हर जिले में छात्रावास खोले"]),
        ("जिलाध्यक्ष", "कार्यकर्ता गांवों में जाएं", ["गांवों में जाएं"]),
        ("बाल रोग विशेषज्ञ", "अभिभावक बच्चों को धूप में न भेजें", []),
        ("मुख्य चिकित्सा अधिकारी", "अभिभावक बच्चों को धूप में न भेजें", ["बच्चों को धूप में न भेजें"]),
    ],
)
def test_opponents_and_experts_bind_nobody(title: str, wish: str, found: list[str]) -> None:
    text = f"{title} रमा देशवाल ने कहा कि {wish} ।"
    assert actions(text, title, people=("रमा देशवाल",)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "हाईकोर्ट में याचिका पर बहस हुई । निगम के वकील रमा देशवाल ने कहा कि याचिका खारिज की जाए । "
            "कोर्ट ने कहा कि निगम दो सप्ताह में जवाब दे ।",
            ["दो सप्ताह में जवाब दे"],
        ),
        ("अभियोजन ने कहा कि आरोपी को राहत न दी जाए ।", []),
        ("निगम के वकील का कहना है कि याचिका खारिज की जाए । हाईकोर्ट में बहस पूरी हुई ।", []),
        (
            "संघ की बैठक में अधिवक्ता रमा देशवाल ने कहा कि सभी अधिवक्ता काली पट्टी बांधें ।",
            ["काली पट्टी बांधें"],
        ),
    ],
)
def test_counsel_pleads_and_bids_nobody(text: str, found: list[str]) -> None:
    assert actions(text, people=("रमा देशवाल",)) == found
