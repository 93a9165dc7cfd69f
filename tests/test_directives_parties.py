"""Directives of parties, unions and schools: whom they call upon, what their meetings decide."""

from __future__ import annotations

from typing import Any

import pytest
from directed import doc_of, quote, run
from test_directives_speakers import said, told
from test_whole_directives import read

from nirdesh.extract.directives.extractor import Extractor
from nirdesh.mentions import Directive
from nirdesh.report import Block


def headed(headline: str, body: str, **given: Any) -> tuple[Directive, ...]:
    """What the rules find in a report with a headline."""
    doc = doc_of(f"{headline}\n{body}", **given)
    size = len(headline)
    doc._.blocks = (Block("headline", 0, size), Block("body", size + 1, len(doc.text)))
    return tuple(directive for directive, _ in Extractor(doc).candidates())


def actions(text: str, **given: Any) -> list[str]:
    return [action for action, _ in said(text, **given)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("सचिव ने सभी शिक्षकों से सम्मेलन में शामिल होने की अपील की ।", ["सभी शिक्षकों"]),
        ("सचिव ने बैठक में मौजूद कार्यकर्ताओं से डटे रहने का आग्रह किया ।", ["बैठक में मौजूद कार्यकर्ताओं"]),
        ("सचिव ने कार्यकर्ताओं को हर मतदाता से संपर्क करने को कहा ।", ["कार्यकर्ताओं"]),
        ("सचिव ने सफाई रखने का सभी शिक्षकों को आदेश दिया ।", ["सभी शिक्षकों"]),
        ("सचिव ने महिला एवं बाल विकास विभाग को शिविर लगाने के निर्देश दिए ।", ["महिला एवं बाल विकास विभाग"]),
        ("इसके तहत सभी कार्यकर्ता सभाएं करेंगे ।", ["सभी कार्यकर्ता"]),
        (
            "सभी पंचायतों के अध्यक्ष, सभी मंत्री और सचिव इस बैठक में शामिल होंगे ।",
            ["सभी पंचायतों के अध्यक्ष", "सभी मंत्री", "सचिव"],
        ),
        ("प्रधानमंत्री कई योजनाओं को लेकर मंत्रियों के साथ बात करेंगे ।", ["प्रधानमंत्री"]),
    ],
)
def test_whom_they_call_upon(text: str, expected: list[str]) -> None:
    assert told(text)[0] == expected


def test_what_is_founded_beside_the_act_does_not_act() -> None:
    assert read("सचिव ने कहा कि उस गांव को आदर्श पंचायत बनाकर कार्य करें ।")[0][1] == []


def test_the_second_of_a_pair_has_the_case_of_both() -> None:
    assert told("सचिव ने कहा कि स्थानीय सांसद-विधायक से अवलोकन कराएं ।") == [[]]


def test_an_infinitive_right_before_an_appeal_or_a_needful_order() -> None:
    assert actions("सचिव ने नागरिकों से मतदान करने अपील की ।") == ["मतदान करने"]
    assert actions("सचिव ने बीडीओ को गड्ढे भरने आवश्यक निर्देश दिए ।") == ["गड्ढे भरने"]
    assert actions("सचिव ने कार्यकर्ताओं को घर-घर जाने का भी कहा ।") == ["घर-घर जाने"]


def test_what_a_task_is_for_is_no_task() -> None:
    assert actions("रैली को सफल बनाने के लिए सभी पदाधिकारियों को जिम्मेदारी दी गई ।") == []


def test_a_decision_on_two_days_is_two_plans() -> None:
    text = "बैठक में 9 मई को गोष्ठी तथा 15 मई को रक्तदान शिविर आयोजित करने का निर्णय लिया गया ।"
    dates = {"9 मई": "2024-05-09", "15 मई": "2024-05-15"}
    doc, found = run(text, dates=dates)
    assert [quote(doc, d.action) for d in found] == [
        "9 मई को गोष्ठी",
        "15 मई को रक्तदान शिविर आयोजित करने",
    ]
    assert [len(d.when) for d in found] == [1, 1]


def test_the_day_of_a_wish_in_the_form_of_a_past() -> None:
    text = "सचिव ने कहा कि हर कार्यकर्ता 5 मई को सागर पहुंचे ।"
    _, (directive,) = run(text, dates={"5 मई": "2024-05-05"})
    assert len(directive.when) == 1


def test_meanwhile_points_at_no_place() -> None:
    text = "सागर में बैठक हुई । वहीं हर पंचायत में कमेटी का गठन किया जाएगा ।"
    _, (directive,) = run(text, places=("सागर",))
    assert directive.regions == ()


def test_a_meeting_held_on_orders_is_no_order() -> None:
    text = (
        "बैठक में सूची तैयार करने का निर्देश दिया गया । रमा देशवाल ने बताया कि तैयारी की समीक्षा की गई । "
        "प्रदेश अध्यक्ष के निर्देशानुसार यह बैठक बुलाई गई है ।"
    )
    assert said(text, people=("रमा देशवाल",))[0][1] != ("प्रदेश अध्यक्ष",)


def test_a_participle_in_the_form_of_a_wish() -> None:
    assert actions("सचिव ने शिक्षकों को निर्देश दिए । उन्होंने पिछले माह लगाएं गए शिविरों की जानकारी ली ।") == []


def test_an_inverted_headline_says_what_is_ordered() -> None:
    headline = "रमा देशवाल ने पदाधिकारियों को जनाधार बढ़ाने के दिए निर्देश"
    (directive,) = headed(headline, "बैठक हुई ।", people=("रमा देशवाल",))
    assert (directive.modality, directive.issuers) == ("order", ("p1",))


def test_a_word_of_respect_may_belong_to_the_name() -> None:
    text = "सह मंत्री रमा देशवाल जी ने बताया कि अभियान 22 जुलाई से चलेगा ।"
    assert said(text, people=("रमा देशवाल जी",), dates={"22 जुलाई से": "2024-07-22/.."})[0][1] == ("p1",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("यह कार्यक्रम छात्र संघ द्वारा आयोजित किया जाएगा ।", ["छात्र संघ"]),
        ("सभी विभागों और निगमों के कर्मचारी 5 मई को सभा करेंगे ।", ["सभी विभागों और निगमों के कर्मचारी"]),
        ("यात्रा का मुख्यमंत्री जी शुभारंभ करेंगे ।", ["मुख्यमंत्री"]),
    ],
)
def test_who_will_act(text: str, expected: list[str]) -> None:
    assert told(text)[0] == expected


def test_the_next_sentence_drops_the_doer() -> None:
    text = "पार्टी के कार्यकर्ता गांवों में जाएंगे । लोगों की समस्याएं सुनेंगे ।"
    assert told(text) == [["पार्टी के कार्यकर्ता"], ["पार्टी के कार्यकर्ता"]]
    text = "पार्टी के कार्यकर्ता गांवों में जाएंगे । चौक पर शिविर लगेंगे ।"
    assert told(text)[1] == []


def test_a_wish_joined_to_one() -> None:
    text = "सचिव ने कहा कि केंद्र पर पहुंचे और साथियों को भी लेकर आएं ।"
    assert actions(text) == ["केंद्र पर पहुंचे", "साथियों को भी लेकर आएं"]


def test_who_called_upon_them_inside_a_telling() -> None:
    text = "रमा देशवाल ने बताया कि मोहन ठाकुर द्वारा सभी सदस्यों को आह्वान किया गया है कि वे शिविर में आएं ।"
    people = ("रमा देशवाल", "मोहन ठाकुर")
    assert said(text, people=people) == [("शिविर में आएं", ("p2",))]
    assert told(text, people=people) == [["सभी सदस्यों"]]


def test_whose_journey_it_is_says_nothing_of_who_orders() -> None:
    text = "रमा देशवाल ने बैठक ली । उन्होंने मोहन ठाकुर द्वारा शुरू होने वाली यात्रा के लिए मार्ग साफ करने के निर्देश दिए ।"
    assert said(text, people=("रमा देशवाल", "मोहन ठाकुर"))[0][1] == ("p1",)


def test_a_headline_names_the_speaker_of_a_report_that_names_none() -> None:
    headline = "सभी कार्यकर्ता बूथ पर जुटें : रमा देशवाल"
    body = "बैठक में कार्यकर्ताओं को घर-घर जाने के निर्देश दिए गए ।"
    bidden, directive = headed(headline, body, people=("रमा देशवाल",))
    assert bidden.issuers == directive.issuers == ("p1",)


def test_a_report_called_an_appeal_asks() -> None:
    body = "रमा देशवाल ने कहा कि मतदान जरूर करें ।"
    (directive,) = headed("मतदाताओं से रमा देशवाल की अपील", body, people=("रमा देशवाल",))
    assert directive.modality == "request"


def test_a_threat_that_hangs_on_what_is_not_done() -> None:
    assert actions("इसके बाद भी भुगतान नहीं हुआ तो संघ आंदोलन करेगा ।") == []


def test_work_given_and_going_on_is_no_order() -> None:
    text = "कार्यकर्ताओं को जिम्मेदारी सौंपी जा रही है । नए लोगों को जोड़ने का काम किया जा रहा है ।"
    assert actions(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("पार्टी स्थापना दिवस पर संगठन 28 मई को रैली निकालेगा ।", ["संगठन"]),
        ("शिक्षक कल्याण संघ के आह्वान पर सभी चालक 28 मई को अवकाश पर रहेंगे ।", ["सभी चालक"]),
        ("सचिव ने समितियों को गठित करने का निर्देश दिया ।", []),
        ("बैठक में राज्यपाल को ज्ञापन भेजने का निर्णय लिया गया ।", []),
        ("सभी कार्यकर्ताओं को सचिव ने निर्देशित करते हुए सदस्य बनाने का निर्देश दिया ।", ["सभी कार्यकर्ताओं"]),
    ],
)
def test_what_opens_a_name_or_undergoes_the_act(text: str, expected: list[str]) -> None:
    assert told(text, dates={"28 मई": "2024-05-28"} if "28 मई" in text else {})[0] == expected


def test_how_a_demand_is_made_is_no_part_of_it() -> None:
    text = "संघ ने तहसील पहुंचकर दफ्तर में ज्ञापन देकर सड़क बनवाए जाने की मांग की ।"
    assert actions(text) == ["सड़क बनवाए जाने"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("बैठक में निर्णय लिया गया कि पहले शासन, प्रशासन को ज्ञापन देंगे ।", []),
        ("छात्र-छात्राएं अध्यक्ष समेत सभी पदों का फैसला करेंगे ।", ["छात्र-छात्राएं"]),
        ("सचिव ने कहा कि संगठन में अधिक से अधिक महिलाओं को जोड़ना है ।", []),
        ("सचिव ने सभी जिलों को 48 घंटे में रिपोर्ट देने को कहा ।", ["सभी जिलों"]),
        ("सचिव ने तैनाती समाप्त करने हेतु सिविल सर्जन से चिकित्सकों की सूची मांगी ।", ["सिविल सर्जन"]),
        ("पार्टी 28 मई से 'हाथ से हाथ जोड़ो' अभियान चलाएगी ।", ["पार्टी"]),
    ],
)
def test_lists_with_one_marker_and_what_is_asked_of_whom(text: str, expected: list[str]) -> None:
    assert told(text)[0] == expected


def test_a_meeting_is_no_document() -> None:
    text = "बैठक रमा देशवाल की अध्यक्षता में हुई । जिसमें 26 मई को हवन करने का निर्णय लिया गया ।"
    assert said(text, people=("रमा देशवाल",), dates={"26 मई": "2024-05-26"})[0][1] == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("सचिव ने कहा कि उससे निपटने के लिए पार्टी कार्यकर्ता हमेशा सतर्क रहें ।", ["पार्टी कार्यकर्ता"]),
        ("सचिव ने कहा कि मतदाता पुनरीक्षण 28 मई तक चलेगा ।", []),
        ("प्रदेश में किसान एक बार फिर रेलवे स्टेशन पर प्रदर्शन करेंगे ।", ["किसान"]),
        ("सचिव ने शिविर में सहयोग देने वालों से समय पर पहुंचने की अपील की ।", ["शिविर में सहयोग देने वालों"]),
        ("सचिव ने कहा कि आप सभी जागरूक होकर फॉर्म जमा करें ।", []),
    ],
)
def test_doers_apart_from_pronouns_and_compounds(text: str, expected: list[str]) -> None:
    assert told(text, dates={"28 मई तक": "../2024-05-28"} if "28 मई" in text else {})[0] == expected
