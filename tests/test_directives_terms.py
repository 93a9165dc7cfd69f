"""Courts, terms, answers and circumstances, as reports of administration and courts tell them."""

from __future__ import annotations

import pytest
from directed import quote, run

PERSON = "रमा देशवाल"
Found = tuple[str, list[str], list[str], str]


def read(text: str, **given: object) -> list[Found]:
    """Action, addressees, issuers and modality of each directive."""
    doc, found = run(text, people=(PERSON,), **given)
    return [
        (quote(doc, d.action), [quote(doc, a.span) for a in d.addressees], list(d.issuers), d.modality)
        for d in found
    ]


def actions(text: str, **given: object) -> list[str]:
    return [action for action, _, _, _ in read(text, **given)]


def test_who_is_given_time_has_to_act_by_then() -> None:
    text = "अदालत ने निगम को जवाब दाखिल करने के लिए 15 मई तक का समय दिया ।"
    doc, (found,) = run(text, dates={"15 मई तक": "../2024-05-15"})
    assert quote(doc, found.action) == "जवाब दाखिल करने"
    assert [quote(doc, a.span) for a in found.addressees] == ["निगम"]
    assert found.when == (0,)
    assert actions("अदालत ने युवाओं को खेल सीखने के लिए समय दिया ।") == []


def test_an_answer_that_is_due_needs_no_addressee() -> None:
    text = "रमा देशवाल ने नाराजगी जताते हुए तीन दिनों के भीतर रिपोर्ट मांगी है ।"
    assert actions(text) == ["तीन दिनों के भीतर रिपोर्ट मांगी है"]
    assert actions("रमा देशवाल ने रिपोर्ट मांगी है ।") == []


def test_whom_an_answer_is_asked_of_may_stand_before_who_asks() -> None:
    ((_, whom, _, _),) = read("सहायक अभियंता से रमा देशवाल ने 5 मई तक रिपोर्ट मांगी है ।")
    assert whom == ["सहायक अभियंता"]
    ((_, whom, _, _),) = read("रमा देशवाल ने आरडीपी से तीन दिन में जवाब मांगा ।")
    assert whom == ["आरडीपी"]


def test_who_is_told_after_the_noun_takes_the_order() -> None:
    ((action, whom, _, _),) = read(
        "रमा देशवाल ने इन लिपिकों को एक दिन का वेतन नहीं देने का निर्देश कोषाधिकारी को दिया ।"
    )
    assert whom == ["कोषाधिकारी"]
    assert action.startswith("इन लिपिकों को")


@pytest.mark.parametrize(
    "text",
    [
        "याचिका में तालाब से कब्जे हटाने की मांग की गई है ।",
        "याचिकाकर्ता रमा देशवाल ने कोर्ट से अनुरोध किया कि सभी कब्जे हटाए जाएं ।",
        "अधिवक्ता रमा देशवाल ने कोर्ट को बताया कि अर्जी की प्रति देना अनिवार्य है ।",
        "अधिवक्ता रमा देशवाल ने दलील दी कि कब्जे हटाए जाएं ।",
        "सचिव रमा देशवाल ने गांवों से आएं लोगों की बात सुनी ।",
        "रमा देशवाल ने बताया कि यह नियम तब तक रहेगा जब तक कि आदेश वापस न ले लिया जाए ।",
        "परिपत्र में कहा गया है कि अनाज कहां रखा जा रहा है ।",
    ],
)
def test_what_nobody_is_bound_by(text: str) -> None:
    assert actions(text) == []


def test_neither_nor_forbids() -> None:
    text = "रमा देशवाल ने कहा कि कोई भी दुकानदार न तो आग जलाएगा और न ही पटाखे बेचेगा ।"
    assert [(whom, modality) for _, whom, _, modality in read(text)] == [
        (["दुकानदार"], "prohibition"),
        (["दुकानदार"], "prohibition"),
    ]


def test_what_is_to_be_found_out_is_part_of_the_order() -> None:
    text = "रमा देशवाल ने बीडीओ को निर्देश दिए कि यह पता करें कि अनाज कहां रखा जा रहा है ।"
    assert actions(text) == ["यह पता करें कि अनाज कहां रखा जा रहा है"]


def test_circumstances_before_an_order() -> None:
    text = "रमा देशवाल ने इस देरी को गंभीरता से लेते हुए जांच टीम बनाने के निर्देश दिए ।"
    assert actions(text) == ["जांच टीम बनाने"]
    text = "रमा देशवाल की अध्यक्षता में हुई बैठक में हर वार्ड में शिविर लगाने के निर्देश दिए गए ।"
    assert actions(text) == ["हर वार्ड में शिविर लगाने"]
    text = "रमा देशवाल ने पिछली बैठक के निर्देशानुसार वार्डों में शिविर लगाने के निर्देश दिए ।"
    assert actions(text) == ["वार्डों में शिविर लगाने"]


def test_whom_a_document_is_for_is_told_what_it_says() -> None:
    text = "रमा देशवाल ने सभी राज्यों के लिए एडवाइजरी जारी की । एडवाइजरी में अफवाहों पर नजर रखने को कहा गया है ।"
    ((action, whom, _, _),) = read(text)
    assert (action, whom) == ("अफवाहों पर नजर रखने", ["सभी राज्यों"])


def test_likewise_opens_no_phrase() -> None:
    text = "रमा देशवाल ने धारा 144 लागू की है । इसी प्रकार कलेक्टर कार्यालय परिसर में कोई भी व्यक्ति प्रवेश नहीं कर सकेगा ।"
    ((action, whom, _, _),) = read(text)
    assert action.startswith("कलेक्टर कार्यालय परिसर में")
    assert whom == ["व्यक्ति"]


def test_this_time_points_at_no_order_before() -> None:
    text = "रमा देशवाल ने धारा 144 लागू की है । कलेक्टर के आदेशानुसार इस दौरान जुलूस पर प्रतिबंध रहेगा ।"
    assert len(actions(text)) == 1


def test_on_the_spot_belongs_to_who_is_there() -> None:
    ((_, whom, _, _),) = read("रमा देशवाल ने मौके पर मौजूद अधिकारियों को सूची भेजने के निर्देश दिए ।")
    assert whom == ["मौके पर मौजूद अधिकारियों"]


def test_plural_with_a_long_vowel() -> None:
    ((_, whom, _, _),) = read("रमा देशवाल ने संबंधित पदाधिकारीयों को सूची भेजने के निर्देश दिए ।")
    assert whom == ["संबंधित पदाधिकारीयों"]


def test_who_declares_a_holiday_speaks_on() -> None:
    text = "रमा देशवाल ने विद्यालयों में अवकाश घोषित किया है । जिसमें कक्षा 8 तक के सभी विद्यालय 19 दिसंबर को बंद रहेंगे ।"
    ((_, _, issuers, _),) = read(text, dates={"19 दिसंबर": "XXXX-12-19"})
    assert issuers


def test_who_is_asked_while_an_order_is_given_is_told() -> None:
    text = "रमा देशवाल ने विद्युत विभाग के अधिकारियों से आपूर्ति की जानकारी लेते हुए तार बदलने के निर्देश दिए ।"
    ((action, whom, _, _),) = read(text)
    assert (action, whom) == ("तार बदलने", ["विद्युत विभाग के अधिकारियों"])
    ((action, whom, _, _),) = read("रमा देशवाल ने सचिव से मुलाकात की और उन्हें काम शुरू करने को कहा ।")
    assert (action, whom) == ("काम शुरू करने", ["सचिव"])


def test_what_is_to_be_ensured_is_no_doer() -> None:
    ((_, whom, _, _),) = read("रमा देशवाल ने निर्देश दिए कि सुचारू विद्युत प्रबंधन सुनिश्चित करें ।")
    assert whom == []


def test_a_title_before_an_oblique_one_is_no_doer() -> None:
    text = "प्रभारी सचिवों के साथ सभी वरिष्ठ अधिकारी 5 मई को बैठक में शामिल होंगे ।"
    ((_, whom, _, _),) = read(text, dates={"5 मई": "2024-05-05"})
    assert whom == ["सभी वरिष्ठ अधिकारी"]


def test_those_who_are_not_named_are_told_too() -> None:
    text = "सचिव ने बीडीओ रमा देशवाल एवं वहां मौजूद अन्य अधिकारियों को घाट साफ रखने के निर्देश दिए ।"
    ((_, whom, _, _),) = read(text)
    assert len(whom) == 2


def test_about_an_act_orders_it() -> None:
    ((action, whom, _, _),) = read("रमा देशवाल ने बीडीओ को नालियां साफ कराने को लेकर निर्देश दिया ।")
    assert (action, whom) == ("नालियां साफ कराने", ["बीडीओ"])


def test_who_gets_to_know_is_not_told_to_act() -> None:
    ((_, whom, _, _),) = read("रमा देशवाल ने संदेह होने पर तुरंत पुलिस को सूचित करने के निर्देश दिए ।")
    assert whom == []
    ((_, whom, _, _),) = read("रमा देशवाल ने लोगों को परेशानी न हो इसका ध्यान रखने को कहा ।")
    assert whom == []


def test_the_agent_after_a_reason_orders() -> None:
    text = "मौसम विभाग द्वारा जारी चेतावनी को देखते हुए शासन द्वारा सभी बीडीओ को सूची भेजने के निर्देश दिए गए ।"
    ((_, _, issuers, _),) = read(text)
    assert issuers == ["शासन"]


def test_what_the_told_do_beside_an_act_belongs_to_it() -> None:
    ((action, _, _, _),) = read("सभी बीडीओ को गांवों का निरीक्षण करते हुए सूची बनाने के निर्देश दिए गए ।")
    assert action == "गांवों का निरीक्षण करते हुए सूची बनाने"


def test_what_somebody_is_charged_with_is_not_ordered() -> None:
    text = "रमा देशवाल ने झूठी रिपोर्ट देने और जांच न करने के आरोप में लिपिक के खिलाफ कार्रवाई करने के निर्देश दिए ।"
    assert len(actions(text)) == 1
    text = "रमा देशवाल ने आवेदक को सूचना न देने के कारण लिपिक का वेतन काटने के निर्देश दिए ।"
    ((_, whom, _, _),) = read(text)
    assert whom == []


def test_lying_tells_nothing() -> None:
    text = "रमा देशवाल ने कहा कि लिपिक ने झूठ बोला, इसलिए कार्रवाई होनी चाहिए ।"
    assert all(issuers != ["लिपिक"] for _, _, issuers, _ in read(text))


def test_papers_handed_over_before_an_order() -> None:
    text = "रमा देशवाल ने आवेदनों को बीडीओ को सौंपते हुए दस दिन में निपटाने के निर्देश दिए ।"
    ((action, whom, _, _),) = read(text)
    assert (action, whom) == ("दस दिन में निपटाने", ["बीडीओ"])


def test_who_is_told_acts_though_nobody_is_named_again() -> None:
    ((_, whom, _, _),) = read("सभी लिपिकों से कहा गया है कि सूची के साथ विवरण भी संलग्न करेंगे ।")
    assert whom == ["सभी लिपिकों"]


def test_a_clause_that_restricts_a_noun_is_no_plan() -> None:
    text = "रमा देशवाल ने आदेश दिया कि बिक्री केवल उन्हीं स्थानों पर होगी जिन्हें प्रशासन द्वारा चुना जाएगा ।"
    assert actions(text) == ["बिक्री केवल उन्हीं स्थानों पर होगी"]


def test_titles_with_full_stops_act() -> None:
    ((_, whom, _, _),) = read("रमा देशवाल ने कहा कि सभी बी.डी.ओ. 5 मई तक सूची भेजें ।")
    assert whom == ["सभी बी.डी.ओ."]
    ((_, whom, _, _),) = read("रमा देशवाल ने एस.पी. और एस.डी.एम. को शिविर लगाने के निर्देश दिए ।")
    assert whom == ["एस.पी.", "एस.डी.एम."]


@pytest.mark.parametrize(
    ("text", "date", "edtf"),
    [
        ("सभी सचिवों को 23 मई की बैठक में सूची रखनी होगी ।", "23 मई", "2024-05-23"),
        ("23 मई को आयोजित होने वाली बैठक में सचिव सूची रखेंगे ।", "23 मई", "2024-05-23"),
        ("23 मई की शाम बाजार बंद रहेंगे ।", "23 मई", "2024-05-23"),
        ("23 मई को होने वाले समारोह के लिए हर गांव से दो बसें जाएंगी ।", "23 मई", "2024-05-23"),
    ],
)
def test_what_is_done_at_an_occasion_is_done_on_its_day(text: str, date: str, edtf: str) -> None:
    _, found = run(text, dates={date: edtf})
    assert [d.when for d in found] == [(0,)]


def test_the_limit_of_a_clause_holds_for_what_lasts_until_then() -> None:
    text = "रमा देशवाल ने कहा कि लेखपाल 25 मई तक पैमाइश करें , तब तक कोई खेत नहीं जोतेगा ।"
    _, found = run(text, people=(PERSON,), dates={"25 मई तक": "../2024-05-25"})
    assert [d.when for d in found] == [(0,), (0,)]
