"""Sentences of which one directive was once lost, and what stands near them."""

from __future__ import annotations

import pytest
from directed import quote, run

DATES = {"10 मई": "2024-05-10"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "सचिव ने कहा कि जब तक पाइप नहीं आते टैंकर से पानी देना बंद न किया जाए ।",
            ["टैंकर से पानी देना बंद न किया जाए"],
        ),
        (
            "सचिव ने कहा कि दुकानदार फुटपाथ खाली करें, पिछले साल की गलती न दोहराएं ।",
            ["फुटपाथ खाली करें", "पिछले साल की गलती न दोहराएं"],
        ),
        ("नगर निगम नाले साफ कराएगा तो जलकल विभाग टंकियां धुलवाएगा ।", ["नाले साफ कराएगा", "टंकियां धुलवाएगा"]),
        ("यदि नगर निगम सूची देगा तो जलकल विभाग टंकियां धुलवाएगा ।", ["टंकियां धुलवाएगा"]),
        (
            "अगली बैठक 10 मई को होगी जिसमें सभी बीडीओ भाग लेंगे, पंजी साथ लानी होगी ।",
            ["भाग लेंगे", "पंजी साथ लानी होगी"],
        ),
        ("आयोग ने बीडीओ को पत्र भेजकर सात दिन में रिपोर्ट देने को लिखा है ।", ["सात दिन में रिपोर्ट देने"]),
        ("सचिव ने कहा कि जहां गंदगी मिले तुरंत चालान करें ।", ["तुरंत चालान करें"]),
        ("सचिव ने कहा कि यदि सड़क पर लगे ठेले न हटें तो चालान करें ।", ["चालान करें"]),
        ("सचिव ने बताया कि सभी बीडीओ को नई पंजी खोलने को कहा गया है ।", ["नई पंजी खोलने"]),
        ("सचिव ने बताया कि 10 मई को मेहंदी स्पर्धा रखी गई है ।", ["मेहंदी स्पर्धा रखी गई है"]),
        ("10 मई को शिविर लगेंगे, शाम तक काउंटर खुला रखा जाएगा ।", ["शाम तक काउंटर खुला रखा जाएगा"]),
        ("किसान सभा ने 10 मई को तहसील घेराव का ऐलान किया है ।", ["तहसील घेराव"]),
        ("सचिव ने दुकानदारों से कहा कि वे 10 मई तक हटा लें ।", ["10 मई तक हटा लें"]),
        (
            "सचिव ने कहा कि मेला नहीं लगेगा । हालांकि, पुराने भवन में कक्षाएं आयोजित होंगी ।",
            ["पुराने भवन में कक्षाएं आयोजित होंगी"],
        ),
        (
            "सचिव ने कहा कि भीड़ न लगाएं । बंद गली में किसी को घूमने की इजाजत नहीं है ।",
            ["बंद गली में किसी को घूमने"],
        ),
        (
            "सचिव ने बताया कि संचलन चौक से होते हुए वापस पार्क पहुंचेगा ।",
            ["संचलन चौक से होते हुए वापस पार्क पहुंचेगा"],
        ),
    ],
)
def test_what_is_to_be_done_is_found(text: str, expected: list[str]) -> None:
    doc, found = run(text, dates={k: v for k, v in DATES.items() if k in text})
    told = [quote(doc, d.action) for d in found]
    assert told[-len(expected) :] == expected


@pytest.mark.parametrize(
    "text",
    [
        "सचिव ने जीत का ऐलान किया ।",
        "किसान सभा ने तहसील घेराव का ऐलान किया है ।",
        "चिकित्सक ने कहा कि शरीर आराम की मांग करता है ।",
        "सचिव ने कहा कि पुलिस कार्रवाई करेगी तो जाम खत्म होगा ।",
        "मोहल्ले के लोग बाहर निकलेंगे, तो दिक्कतें बढ़ सकती हैं ।",
        "हालांकि कक्षाएं आयोजित होंगी, लेकिन परिणाम की चिंता बनी हुई है ।",
        "सचिव ने कहा कि मेला टला है । संभव है कि यह तारीख और आगे बढ़े ।",
        "सचिव ने कहा कि बांध में दस फुट से ज्यादा पानी नहीं आ सकता है ।",
    ],
)
def test_what_is_near_it_binds_nobody(text: str) -> None:
    assert run(text)[1] == ()


def test_a_person_who_looks_after_something_has_a_duty_and_no_directive() -> None:
    text = "सचिव ने बताया कि पेयजल रमा देशवाल देखेंगी और स्टैंड की व्यवस्था नगर पालिका देखेगी ।"
    doc, found = run(text, people=("रमा देशवाल",))
    assert [quote(doc, d.action) for d in found] == ["स्टैंड की व्यवस्था नगर पालिका देखेगी"]


def test_points_without_a_copula_bind() -> None:
    text = "कुलसचिव ने हिदायतें जारी कीं :\n1. शपथपत्र ऑनलाइन भरना अनिवार्य\n2. कमरे में हीटर रखना पूरी तरह वर्जित\n"
    _, found = run(text)
    assert [d.modality for d in found] == ["obligation", "prohibition"]


def test_all_those_days_are_the_days_told_before() -> None:
    text = "27 एवं 28 मई को शिविर लगेंगे , इन दोनों दिन काउंटर खुला रखा जाएगा ।"
    _, found = run(text, dates={"27 एवं 28 मई": "{2024-05-27,2024-05-28}"})
    assert [d.when for d in found] == [(0,), (0,)]


def counted(text: str) -> list[str]:
    doc, found = run(text, people=("रमा देशवाल",))
    return [quote(doc, d.action) for d in found if d.modality == "order"]


@pytest.mark.parametrize(
    "acts",
    [
        "इनमें रात में गश्त बढ़ाना और पासपोर्ट की जांच करना शामिल है ।",
        "इनमें रात में गश्त बढ़ाने, पासपोर्ट की जांच करने सहित अन्य शामिल हैं ।",
        "जिनमें रात में गश्त बढ़ाना तथा पासपोर्ट की जांच करना प्रमुख है ।",
    ],
)
def test_acts_counted_up_after_an_order_that_names_none(acts: str) -> None:
    text = f"सचिव रमा देशवाल ने थाना प्रभारियों को कई निर्देश दिए । {acts}"
    assert [a.removesuffix("ा").removesuffix("े") for a in counted(text)] == [
        "रात में गश्त बढ़ान",
        "पासपोर्ट की जांच करन",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "सचिव रमा देशवाल ने योजनाओं की समीक्षा की । इनमें तालाब बनाना और सड़क सुधारना शामिल है ।",
        "सचिव रमा देशवाल ने युवाओं को खेलने का अवसर दिया ।",
        "सचिव रमा देशवाल ने बच्चों को प्रतिभा दिखाने का मौका दिया ।",
        "सचिव रमा देशवाल ने नाराजगी के साथ निर्देश दिए ।",
    ],
)
def test_lists_of_works_chances_and_moods_are_no_orders(text: str) -> None:
    assert counted(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("अदालत ने निगम को जवाब दाखिल करने का अंतिम अवसर दिया ।", ["जवाब दाखिल करने"]),
        ("अदालत ने निगम को जवाब के लिए चार सप्ताह का समय दिया ।", ["जवाब"]),
        ("अदालत ने जल निगम के सचिव को सोमवार को तलब किया ।", ["सोमवार को तलब किया"]),
    ],
)
def test_a_court_grants_time_or_summons(text: str, expected: list[str]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("सचिव रमा देशवाल ने पाली, बूंदी और टोंक कलेक्टरों को सूची पूरी करने के निर्देश दिए ।", "पाली, बूंदी और टोंक कलेक्टरों"),
        ("बैठक में बीडीओ को सूची भेजने का निर्देश रमा देशवाल द्वारा दिया गया ।", "बीडीओ"),
    ],
)
def test_officers_of_several_places_and_orders_by_somebody_told_late(text: str, addressee: str) -> None:
    doc, (found,) = run(text, people=("रमा देशवाल",), places=("पाली", "बूंदी", "टोंक") if "पाली" in text else ())
    assert ([quote(doc, a.span) for a in found.addressees], found.issuers) == ([addressee], ("p1",))


def test_by_whom_an_inquiry_is_had_is_not_told() -> None:
    doc, (found,) = run("सचिव ने कहा कि पुराने मामलों की मजिस्ट्रेट जांच कराकर रिपोर्ट दें ।")
    assert [quote(doc, a.span) for a in found.addressees] == []


def test_rules_that_a_body_makes_go_on_over_sentences() -> None:
    text = (
        "आबकारी विभाग ने सभी दुकानों के लिए नियम बनाए हैं । दफ्तर में दूरी का पूरा पालन होना चाहिए । "
        "सभी कर्मचारियों का एप पर रजिस्ट्रेशन भी जरूरी है ।"
    )
    doc, found = run(text)
    told = ["दफ्तर में दूरी का पूरा पालन होना चाहिए", "सभी कर्मचारियों का एप पर रजिस्ट्रेशन भी जरूरी है"]
    assert [(quote(doc, d.action), d.modality) for d in found] == [(t, "obligation") for t in told]


def test_a_regime_for_days_to_come_is_an_order() -> None:
    text = "रामपुर जिले में 10 से 15 जुलाई तक धारा 144 लागू की गई है ।"
    _, found = run(text, dates={"10 से 15 जुलाई तक": "2024-07-10/2024-07-15"})
    assert [d.modality for d in found] == ["order"]
    assert run("रामपुर जिले में धारा 144 लागू की गई है ।")[1] == ()


def test_what_is_to_be_ensured_is_one_directive_where_a_pronoun_says_who() -> None:
    text = "सचिव ने बीडीओ के साथ बैठक के दौरान उन्हें यह सुनिश्चित करने के लिए कहा कि सड़कों पर कोई भीड़ न हो ।"
    doc, found = run(text)
    assert [quote(doc, d.action) for d in found] == ["सड़कों पर कोई भीड़ न हो"]


def test_who_hears_demands_is_not_demanded() -> None:
    assert run("बैठक में पार्षदों ने मंत्री के सामने पांच मांगें रखीं ।")[1] == ()


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("नए आदेश के अनुसार सभी चालकों को 10 मई तक पंजीकरण कराना होगा ।", "obligation"),
        ("सचिव ने कहा कि इस साल दसवीं की परीक्षाएं नहीं होंगी ।", "announcement"),
        ("सचिव ने कहा कि छात्रों को बस का किराया नहीं देना होगा ।", "announcement"),
        ("सचिव ने कहा कि नगर निगम भ्रामक पोस्टरों पर भी रोक लगाएगा ।", "announcement"),
        ("सचिव ने कहा कि 10 मई से सभी केंद्रों में पंजीकरण अनिवार्य कर दिया जाएगा ।", "announcement"),
        ("सचिव ने कहा कि सभी बीडीओ 10 मई को सम्मेलन में भाग लेंगें ।", "announcement"),
        ("सचिव ने कहा कि सदर अस्पताल में आइसोलेशन वार्ड बनेगा ।", "announcement"),
        ("परिवहन निगम ने कहा कि वह मेले के लिए अलग खिड़की खोलेगा ।", "announcement"),
    ],
)
def test_how_binding_what_is_laid_down_is(text: str, modality: str) -> None:
    _, found = run(text, dates={k: v for k, v in DATES.items() if k in text})
    assert [d.modality for d in found] == [modality]


def test_what_one_must_do_stays_an_obligation_where_the_order_is_told_later() -> None:
    text = "सभी चालकों को 10 मई तक पंजीकरण कराना होगा । ये निर्देश सचिव ने दिए ।"
    _, found = run(text, dates=DATES)
    assert [d.modality for d in found] == ["obligation"]


def test_who_says_that_he_will_ask_asks() -> None:
    text = "सचिव ने कहा कि बाजार बंद रहेंगे । मैं दुकानदारों से आग्रह करूंगा कि वे भीड़ न लगाएं ।"
    doc, found = run(text)
    asked = found[-1]
    assert (quote(doc, asked.action), asked.modality) == ("भीड़ न लगाएं", "request")
    assert [quote(doc, told.span) for told in asked.addressees] == ["दुकानदारों"]


def test_an_adjective_makes_nothing_necessary() -> None:
    _, found = run("सचिव ने कहा कि केवल अनिवार्य सेवाएं खुली रहेंगी ।")
    assert [d.modality for d in found] == ["announcement"]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("सचिव ने बताया कि राज्य सरकार वायुसेना की भी सहायता लेगी ।", ["राज्य सरकार"]),
        ("सचिव ने बताया कि एक किलोमीटर का पूरा इलाका नगर निगम सील करेगा ।", ["नगर निगम"]),
        ("सचिव ने कहा कि मजदूरों को सूची में पंजीकृत किया जाना चाहिए ।", []),
    ],
)
def test_bodies_act_on_areas_and_with_other_bodies(text: str, doer: list[str]) -> None:
    doc, found = run(text)
    assert [quote(doc, a.span) for d in found for a in d.addressees] == doer
