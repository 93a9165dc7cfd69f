"""Which clauses are directives, and the action and addressee of each."""

from __future__ import annotations

from dataclasses import replace

import pytest
from directed import doc_of, quote, run

from nirdesh.extract.directives.extractor import Extractor


def read(text: str, **given: object) -> list[tuple[str, list[str]]]:
    doc, found = run(text, **given)
    return [(quote(doc, d.action), [quote(doc, a.span) for a in d.addressees]) for d in found]


@pytest.mark.parametrize("told", ["कहा", "निर्देशित किया"])
def test_an_infinitive_right_before_the_frame_is_its_content(told: str) -> None:
    assert read(f"उपायुक्त ने तहसीलदार को छाया की व्यवस्था करने तथा रात में धान ढककर रखने {told} ।") == [
        ("छाया की व्यवस्था करने", ["तहसीलदार"]),
        ("रात में धान ढककर रखने", ["तहसीलदार"]),
    ]


def test_who_gets_what_is_handed_over_is_not_told_to_act() -> None:
    text = "सभी सरपंचों को प्रचार करने और यात्रियों की सूची जिला सचिव को सौंपने का निर्देश दिया गया ।"
    assert read(text)[1] == ("यात्रियों की सूची जिला सचिव को सौंपने", ["सभी सरपंचों"])
    assert read("आयुक्त ने कहा कि सूची जिला सचिव को भेजनी है ।") == [("सूची जिला सचिव को भेजनी है", [])]


def test_it_is_requested_that() -> None:
    text = "हवाई अड्डे जाने वाले यात्रियों से अनुरोध है कि वे सामान कम रखें ।"
    assert read(text) == [("सामान कम रखें", ["हवाई अड्डे जाने वाले यात्रियों"])]


def test_what_is_open_is_no_addressee() -> None:
    assert read("रविवार को कार्यालय खुला रहेगा ।")[0][1] == []


def test_a_number_of_people_told_before_may_be_asked() -> None:
    text = "आयुक्त ने तीन अभियंताओं को फटकार लगाई । तीनों से स्पष्टीकरण मांगा गया है ।"
    assert read(text) == [("स्पष्टीकरण मांगा गया है", ["तीनों"])]


def test_a_future_joined_to_that_of_a_doer_shares_the_doer() -> None:
    text = "हर ब्लॉक अध्यक्ष पैदल चलेंगे और रात किसी गांव में रुकेंगे ।"
    assert read(text)[1] == ("रात किसी गांव में रुकेंगे", ["हर ब्लॉक अध्यक्ष"])


def test_a_camp_that_is_to_be_held_is_no_opinion() -> None:
    text = "सचिव ने कहा कि हर गांव में शिविर लगे तथा पटवारी वहां मौजूद रहें ।"
    assert read(text)[1] == ("वहां मौजूद रहें", ["पटवारी"])


def test_a_row_that_opens_with_its_date_may_name_a_recipient() -> None:
    text = "1 अगस्त - प्राचार्यों को ज्ञापन\n\n5 अगस्त - हस्ताक्षर अभियान"
    dates = {"1 अगस्त": "2024-08-01", "5 अगस्त": "2024-08-05"}
    assert len(read(text, dates=dates)) == 2


def test_a_gapped_list_under_an_order_or_a_duty() -> None:
    text = "आयुक्त ने अभियंता को रीवा का पुल 15 मई तक और सतना का छात्रावास 20 जून तक पूरा करने के निर्देश दिए ।"
    dates = {"15 मई तक": "../2024-05-15", "20 जून तक": "../2024-06-20"}
    assert read(text, dates=dates) == [
        ("रीवा का पुल 15 मई तक", ["अभियंता"]),
        ("सतना का छात्रावास 20 जून तक पूरा करने", ["अभियंता"]),
    ]


def test_days_in_brackets_make_no_gapped_list() -> None:
    text = "अमावस्या (15 मई), पंचमी (20 जून) को घाट पर मेला लगेगा ।"
    assert len(read(text, dates={"15 मई": "2024-05-15", "20 जून": "2024-06-20"})) == 1


def test_what_is_to_be_told_belongs_to_the_action() -> None:
    text = "आयोग ने कहा कि कलेक्टर यह भी बताएं कि खनन पर क्या कदम उठाए गए ।"
    assert read(text)[0][0].endswith("कि खनन पर क्या कदम उठाए गए")


def test_a_noun_under_a_polite_request_is_no_action() -> None:
    assert read("सभी नागरिकों से सहयोग का अनुरोध है ।") == []


def test_statements_of_a_notice_without_a_verb() -> None:
    text = "रमा देशवाल ने आदेश जारी किया । बारात पर 15 मई तक रोक । सारे दफ्तर 20 जून तक बंद ।"
    dates = {"15 मई तक": "../2024-05-15", "20 जून तक": "../2024-06-20"}
    _, found = run(text, people=("रमा देशवाल",), dates=dates)
    assert [d.modality for d in found] == ["prohibition", "announcement"]
    assert run("बारात के लिए सड़क बंद ।")[1] == ()


def test_days_without_a_verb_after_a_plan_go_on_with_it() -> None:
    text = "मतदान 15 मई को होगा । 18 मई को जांच तथा 20 जून तक नाम वापसी ।"
    dates = {"15 मई": "2024-05-15", "18 मई": "2024-05-18", "20 जून तक": "../2024-06-20"}
    assert [action for action, _ in read(text, dates=dates)][1:] == ["18 मई को जांच", "20 जून तक नाम वापसी"]
    assert len(read(text.removeprefix("मतदान 15 मई को होगा ।"), dates={"18 मई": "2024-05-18"})) == 0


def test_what_is_done_to_somebody_does_not_tell_them_to_act() -> None:
    text = (
        "उपायुक्त ने बीडीओ को लापरवाह कर्मचारियों को तत्काल निलंबित करने और विद्यालयों को 5 मई तक बंद रखने के निर्देश दिए ।"
    )
    assert read(text, dates={"5 मई": "2024-05-05"}) == [
        ("लापरवाह कर्मचारियों को तत्काल निलंबित करने", ["बीडीओ"]),
        ("विद्यालयों को 5 मई तक बंद रखने", ["बीडीओ"]),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "सचिव ने कहा कि पांच हजार से अधिक बकाया रखने वाले उपभोक्ता बिल जमा करें ।",
            "पांच हजार से अधिक बकाया रखने वाले उपभोक्ता",
        ),
        ("सचिव ने कहा कि नए किसान ऋण पुस्तिका और बैंक पासबुक की प्रति जमा करें ।", "नए किसान"),
        ("सचिव ने कहा कि नर्सिंग कॉलेज छात्र-छात्राओं की उपस्थिति दर्ज कराएं ।", "नर्सिंग कॉलेज"),
        ("सचिव ने कहा कि स्कूल बंद रखने का निर्णय जिलाधिकारी स्वयं लेंगे ।", "जिलाधिकारी"),
    ],
)
def test_the_doer_before_other_nouns(text: str, told: str) -> None:
    assert read(text)[0][1] == [told]


def test_a_name_that_opens_that_of_an_institute_is_no_issuer() -> None:
    text = "रमा देशवाल कृषि विश्वविद्यालय ने किसानों को सलाह दी है कि वे सिंचाई करें ।"
    _, (found,) = run(text, people=("रमा देशवाल",))
    assert found.issuers == ("रमा देशवाल कृषि विश्वविद्यालय",)


def test_whoever_publishes_a_notice_speaks_in_it() -> None:
    text = "भर्ती कार्यालय द्वारा अधिसूचना जारी की गई है । पंजीयन 5 मई से होगा ।"
    _, (found,) = run(text, dates={"5 मई से": "2024-05-05"})
    assert found.issuers == ("भर्ती कार्यालय",)


def test_the_text_of_an_order_issued_on_behalf_goes_on() -> None:
    text = "सचिव की ओर से आदेश जारी किया गया है । जारी आदेश के अनुसार डीजे प्रतिबंधित रहेगा । चौक पर परिचालन बंद रहेगा ।"
    _, found = run(text)
    assert [d.issuers for d in found] == [("सचिव",), ("सचिव",)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("सचिव ने कहा कि जिन संघों ने ट्रायल नहीं कराए हैं, उन्हें ट्रायल कराने होंगे ।", "संघों"),
        ("सचिव ने कहा कि सदस्य अपने परिवार सहित पारंपरिक वेश में आएं ।", "सदस्य"),
        ("सचिव ने कहा कि अब परिजनों को पंजीकरण करवाना होगा ।", "परिजनों"),
        ("सचिव ने कांवड़ियों से नियमों का पालन करने का अनुरोध किया ।", "कांवड़ियों"),
    ],
)
def test_who_is_told(text: str, told: str) -> None:
    assert read(text)[0][1] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "सचिव ने कहा कि सचिव और लेखाकार के पद के लिए मतदान होगा ।",
        "सचिव ने कहा कि विभाग द्वारा अनुशंसित दवा का छिड़काव करें ।",
    ],
)
def test_nobody_is_told(text: str) -> None:
    assert read(text)[0][1] == []


def test_the_paper_of_an_order_is_no_part_of_the_act() -> None:
    text = "बोर्ड ने सभी लिपिकों को पत्र जारी कर सूची भेजने को कहा है ।"
    assert read(text) == [("सूची भेजने", ["सभी लिपिकों"])]


def test_who_guidelines_are_for_is_whom_they_tell() -> None:
    text = "पुलिस ने पूजा समितियों के लिए दिशानिर्देश जारी किए हैं । मंच पर पंखे लगाएं ।"
    assert read(text) == [("मंच पर पंखे लगाएं", ["पूजा समितियों"])]


def test_whose_advice_it_is() -> None:
    _, (found,) = run("अधीक्षक रमा देशवाल की सलाह है कि लोग पानी पीते रहें ।", people=("रमा देशवाल",))
    assert found.issuers == ("p1",)


def test_both_of_them_speak() -> None:
    text = "मोहन ठाकुर व रमा देशवाल ने मार्ग देखा । दोनों अधिकारियों ने लोगों से नियमों का पालन करने का अनुरोध किया ।"
    _, (found,) = run(text, people=("मोहन ठाकुर", "रमा देशवाल"))
    assert found.issuers == ("p1", "p2")


def test_a_letter_and_a_warning_may_tell_somebody_to_act() -> None:
    assert read("विभाग ने निगम को नालियां साफ कराने के लिए पत्र लिखा है ।") == [("नालियां साफ कराने", ["निगम"])]
    assert read("आयुक्त ने ठेकेदार को सफाई पूरी करने की चेतावनी दी ।") == [("सफाई पूरी करने", ["ठेकेदार"])]
    assert read("यूनियन ने अधिकारियों को आंदोलन करने की चेतावनी दी ।") == []
    assert read("आयुक्त ने सफाई पूरी करने की बात कही ।") == []


def test_whom_a_letter_went_to_is_told_what_stands_in_it() -> None:
    text = "रमा देशवाल ने सभी थानाध्यक्षों को पत्र लिखा है । पत्र में कहा गया है कि रात में गश्त करें ।"
    assert read(text, people=("रमा देशवाल",)) == [("रात में गश्त करें", ["सभी थानाध्यक्षों"])]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("आयुक्त ने उपायुक्त श्रम रोजगार को भुगतान कराने के निर्देश दिए ।", "उपायुक्त श्रम रोजगार"),
        ("आयुक्त ने कहा कि इसके लिए प्रधानाध्यापक लोगों को प्रेरित करें ।", "प्रधानाध्यापक"),
        ("आयुक्त ने कहा कि चालक वाहन धीरे चलाएं ।", "चालक"),
        ("आयुक्त ने रजिस्ट्रार जनरल को सूची देने के निर्देश दिए ।", "रजिस्ट्रार जनरल"),
    ],
)
def test_whom_an_order_names(text: str, told: str) -> None:
    assert read(text)[0][1] == [told]


def test_who_performs_a_courtesy_is_not_meant_by_the_pronoun() -> None:
    text = "रमा देशवाल ने बैठक ली । संचालन मोहन ठाकुर ने किया । उन्होंने कहा कि लिपिक सूची भेजें ।"
    _, (found,) = run(text, people=("रमा देशवाल", "मोहन ठाकुर"))
    assert found.issuers == ("p1",)


def test_whoever_enacts_a_section_speaks_in_its_text() -> None:
    text = "रमा देशवाल ने धारा 144 लागू कर दी है । आदेशों में कहा गया है कि लोग चौक पर एकत्रित नहीं होंगे ।"
    _, (found,) = run(text, people=("रमा देशवाल",))
    assert (found.issuers, found.modality) == (("p1",), "prohibition")


def test_what_an_order_is_about_is_no_act() -> None:
    assert read("आयुक्त ने पटाखों के संबंध में आदेश जारी किया ।") == []


def test_a_heading_says_whom_its_items_tell() -> None:
    text = (
        "रमा देशवाल ने परामर्श जारी किया है ।\n\nजनसाधारण के लिए सलाह\n• पानी पीते रहें\n\n"
        "अभिभावकों के लिए निर्देश:\n1. बच्चों को टोपी पहनाकर भेजें ।\n2. लिपिक सूची भेजें ।"
    )
    assert [told for _, told in read(text, people=("रमा देशवाल",))] == [["जनसाधारण"], ["अभिभावकों"], ["लिपिक"]]
    _, found = run(text, people=("रमा देशवाल",))
    assert {d.issuers for d in found} == {("p1",)}


def test_a_protest_in_a_gapped_list() -> None:
    text = "18 मई को चौक पर धरना, 20 मई को मार्च तथा 22 मई को मांग पत्र सौंपा जाएगा ।"
    dates = {"18 मई": "2024-05-18", "20 मई": "2024-05-20", "22 मई": "2024-05-22"}
    assert len(read(text, dates=dates)) == 3


def test_what_happens_to_something_is_told_with_it() -> None:
    assert read("सचिव ने बताया कि महापंचायत 5 मई को होगी ।", dates={"5 मई को": "2024-05-05"})[0][1] == []
    text = "सचिव ने बताया कि छोटे स्कूल 5 मई से मर्ज होंगे ।"
    assert read(text, dates={"5 मई से": "2024-05-05"}) == [("छोटे स्कूल 5 मई से मर्ज होंगे", [])]


@pytest.mark.parametrize(
    ("text", "action", "told"),
    [
        (
            "आयुक्त ने अभियंता को तार काटने और रिपोर्ट उपायुक्त को देने के निर्देश दिए ।",
            "रिपोर्ट उपायुक्त को देने",
            ["अभियंता"],
        ),
        (
            "कृषि विभाग से आए सहायक निदेशक को खेतों की सूची बनाने के लिए कहा गया ।",
            "खेतों की सूची बनाने",
            ["कृषि विभाग से आए सहायक निदेशक"],
        ),
        (
            "सचिव ने कहा कि बिना अनुमति कोई लेखपाल मुख्यालय नहीं छोड़ेगा ।",
            "बिना अनुमति कोई लेखपाल मुख्यालय नहीं छोड़ेगा",
            ["कोई लेखपाल"],
        ),
    ],
)
def test_whom_words_around_name(text: str, action: str, told: list[str]) -> None:
    assert read(text)[-1] == (action, told)


def test_a_feeling_shown_while_ordering_is_no_part_of_the_order() -> None:
    text = "मंत्री ने बैठक ली । लिपिक के काम पर नाराजगी जताते हुए उन्हें एपीओ करने के निर्देश दिए ।"
    assert read(text)[0][0] == "उन्हें एपीओ करने"


def test_a_negation_after_a_subjunctive() -> None:
    _, found = run("सचिव ने कहा कि कोई किसान पंजीयन से छूटे नहीं ।")
    assert [d.modality for d in found] == ["prohibition"]


def test_a_form_that_cannot_be_past_beside_its_subject_is_a_subjunctive() -> None:
    doc = doc_of("सचिव ने कहा कि पंप को निर्बाध बिजली मिले ।")
    power = next(token for token in doc if token.text == "बिजली")
    power.pos_ = "NOUN"
    assert Extractor(doc).candidates() == []
    power.set_morph("Gender=Fem|Number=Sing")
    assert [d.modality for d, _ in Extractor(doc).candidates()] == ["obligation"]


def test_a_feast_that_the_clause_is_about_belongs_to_the_action() -> None:
    doc = doc_of("सचिव ने कहा कि होलिका दहन चौक पर ही किया जाएगा ।", dates={"होलिका दहन": "2024-03-24"})
    doc._.dates = tuple(replace(date, rule="holiday") for date in doc._.dates)
    [(found, _)] = Extractor(doc).candidates()
    assert quote(doc, found.action).startswith("होलिका दहन")
    assert found.when == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("चिकित्सा विभाग एंबुलेंस के साथ मेडिकल टीम तैनात रखेगा ।", "चिकित्सा विभाग"),
        ("शिकायत मिलने पर बीडीओ मौके पर जाकर जांच करेंगे ।", "बीडीओ"),
        ("सिविल सर्जन ने बुजुर्गों को सुबह की सैर से बचने की सलाह दी ।", "बुजुर्गों"),
    ],
)
def test_the_one_who_acts_or_is_advised(text: str, told: str) -> None:
    assert read(text)[0][1] == [told]
