"""Who acts where no list knows the noun, whom an order tells late, and terms that are granted afterwards."""

from __future__ import annotations

import pytest
from test_directives_whom import whom

from nirdesh.api import read_text

_BDO = "सोनपुर। बीडीओ मोहन ठाकुर ने "


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("सर्राफ अपनी दुकानों में 5 मई तक अलार्म लगवाएं।", "सर्राफ"),
        ("अखाड़ों के उस्ताद 5 मई तक शर्तों का पालन करें।", "अखाड़ों के उस्ताद"),
        ("सखी मंडल की दीदियां 5 मई तक ड्रेस सिलेंगी।", "सखी मंडल की दीदियां"),
    ],
)
def test_a_subject_that_no_list_knows_acts_on_something(text: str, doer: str) -> None:
    assert whom(_BDO + "कहा कि " + text) == [[doer]]


@pytest.mark.parametrize(
    "text",
    [
        "सूची कार्यालय को 5 मई तक भेज दें।",
        "फोटो नहीं काम 5 मई तक दिखाएं।",
        "अंक 5 मई तक अपलोड कर दें।",
        "पौधे 5 मई तक लगाए जाएं।",
    ],
)
def test_a_thing_before_the_verb_does_not_act(text: str) -> None:
    assert whom(_BDO + "कहा कि " + text) == [[]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("टूटे पुलों की सूची 5 मई तक बनाने को संबंधित अभियंता को कहा।", [["संबंधित अभियंता"]]),
        (
            "एसडीओ को चारे, सिविल सर्जन को पानी और पशुपालन अधिकारी को 5 मई तक दवा की व्यवस्था करने के निर्देश दिए।",
            [["एसडीओ"], ["सिविल सर्जन"], ["पशुपालन अधिकारी"]],
        ),
        ("होटल संचालकों की बैठक ली और कहा कि 5 मई तक कैमरे चालू करें।", [["होटल संचालकों"]]),
        ("पंचायत सचिवों की बैठक ली। कहा कि 5 मई तक वसूली करें।", [["पंचायत सचिवों"]]),
        ("लिपिक को जांच सौंपी और रिपोर्ट 7 दिन में मांगी है।", [["लिपिक"]]),
    ],
)
def test_whom_an_order_tells_stands_elsewhere(text: str, told: list[list[str]]) -> None:
    assert whom(_BDO + text) == told


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("सूची बनाने का निर्देश दिया और तीन दिन का समय दिया।", ["../2024-03-04"]),
        ("सूची बनाने का निर्देश दिया। एक सप्ताह का अल्टीमेटम दिया।", ["../2024-03-08"]),
        ("सूची बनाने का निर्देश दिया। इससे पहले हड़ताली कर्मियों ने सरकार को काम पर लौटने की शर्त बताई।", []),
    ],
)
def test_a_term_is_granted_after_the_order(text: str, when: list[str]) -> None:
    record = read_text(_BDO + "लिपिकों को " + text, published="2024-03-01")
    assert [w.edtf for w in record.directives[0].when] == when


def test_what_a_later_sentence_calls_an_appeal_is_a_request() -> None:
    text = "सोनपुर। आप सब 18 मई को मैदान पहुंचें। यह आह्वान किसान यूनियन के जिलाध्यक्ष मोहन ठाकुर ने किया।"
    assert [d.modality for d in read_text(text, published="2024-03-01").directives] == ["request"]


def test_a_name_that_means_hope_is_none() -> None:
    text = "सोनपुर। बीडीओ आशा ठाकुर ने कहा कि सभी मुखिया 5 मई तक सूची भेजें।"
    assert whom(text) == [["सभी मुखिया"]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("बच्चों को मोबाइल देकर 5 मई से स्कूल न भेजें।", [[]]),
        ("5 मई को शिविर लगेगा, जहां डॉक्टर मरीजों की जांच करेंगे।", [[], ["डॉक्टर"]]),
    ],
)
def test_where_something_goes_or_takes_place_does_not_act(text: str, told: list[list[str]]) -> None:
    assert whom(_BDO + "कहा कि " + text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("राज्य सरकार और नगर पालिकाओं को 5 मई तक सूची बनाने का निर्देश दिया।", [["राज्य सरकार", "नगर पालिकाओं"]]),
        ("लिपिक से काम की स्थिति पूछी और 5 मई तक सूची बनाने को कहा।", [["लिपिक"]]),
        (
            "लिपिक को नोटिस भेजा है तथा चार सप्ताह में रिपोर्ट मांगी है।",
            [["लिपिक"]],
        ),
        (
            "कहा कि तीन टीमें बनाई गई हैं जो 5 मई तक घरों की जांच करेंगी।",
            [["तीन टीमें"]],
        ),
    ],
)
def test_those_who_are_told_stand_before(text: str, told: list[list[str]]) -> None:
    assert whom(_BDO + text) == told


def test_the_place_told_before_has_all_days_of_a_list() -> None:
    text = "कहा कि 5 मई को सोनपुर तथा 7 मई को हाजीपुर में शिविर लगेगा, जहां डॉक्टर मरीजों की जांच करेंगे।"
    last = read_text(_BDO + text, published="2024-03-01").directives[-1]
    assert [w.edtf for w in last.when] == ["2024-05-05", "2024-05-07"]


def test_a_noun_may_end_a_list_of_acts_at_a_meeting_that_somebody_led() -> None:
    text = "सोनपुर। एसपी मोहन ठाकुर की अध्यक्षता में मासिक अपराध गोष्ठी हुई। "
    text += "गोष्ठी में 5 मई तक सूची बनाने, गश्त बढ़ाने और वारंटियों की गिरफ्तारी के निर्देश दिए गए।"
    record = read_text(text, published="2024-03-01")
    names = {person.id: person.name for person in record.people}
    assert [d.action.text for d in record.directives] == ["सूची बनाने", "गश्त बढ़ाने", "वारंटियों की गिरफ्तारी"]
    assert {names[i] for d in record.directives for i in d.issuers} == {"मोहन ठाकुर"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("लिपिक को निर्देश दिया कि थानों में महिला डेस्क की स्थिति पर 5 मई तक रिपोर्ट दें।", ["लिपिक"]),
        ("लिपिक को निर्देश दिया कि 5 मई तक पीड़ित परिवार को चेक मिल जाना चाहिए।", ["लिपिक"]),
    ],
)
def test_who_gets_something_or_names_a_desk_does_not_act(text: str, told: list[str]) -> None:
    assert whom(_BDO + text) == [told]


def test_things_that_will_do_something_are_no_plan() -> None:
    assert whom(_BDO + "कहा कि नई मशीनें सफाई का काम आसान बनाएंगी।") == []
