"""Nouns that can act: their classes, and the forms in which they stand in a text."""

from __future__ import annotations

import pytest
from directed import NLP, quote, run
from test_directives_speakers import told

from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.words import sentences
from nirdesh.extract.directives.signs import is_office


def class_of(word: str) -> str | None:
    doc = NLP(word)
    return actor_class(next(iter(sentences(doc))).words[0])


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("ठेलेवाले", "office"),
        ("प्लंबरों", "office"),
        ("ऑटोचालकों", "office"),
        ("मछलीपालक", "office"),
        ("मौलवियों", "office"),
        ("बटाईदार", "public"),
        ("गांववालों", "public"),
        ("श्रोताओं", "public"),
        ("दंपति", "public"),
        ("उपसमिति", "body"),
        ("नगरपंचायत", "body"),
        ("एटीएस", "body"),
        ("कालेजों", "body"),
        ("जलसहियाओं", "office"),
        ("पशुसखियों", "office"),
        ("केंद्राध्यक्षों", "office"),
        ("ताजियादारों", "office"),
        ("प्रहरियों", "office"),
        ("व्यवसायियों", "public"),
        ("वरिष्ठजनों", "public"),
        ("परिवादी", "public"),
        ("एफपीओ", "body"),
    ],
)
def test_classes(word: str, expected: str) -> None:
    assert class_of(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("उपसरपंचों", "office"),
        ("सहप्रबंधक", "office"),
        ("पार्षदगण", "office"),
        ("भक्तजन", "public"),
        ("संयोजिकाओं", "office"),
        ("गायिका", "public"),
        ("अभिनेत्रियों", "public"),
        ("सदस्याएं", "office"),
        ("टीचर्स", "office"),
        ("वालंटियर्स", "office"),
        ("महासमिति", "body"),
    ],
)
def test_forms(word: str, expected: str) -> None:
    assert class_of(word) == expected


@pytest.mark.parametrize(
    "word", ["निर्देशिका", "महापुरुषों", "उपमंडल", "प्रांगण", "भोजन", "गार्ड", "मंडला", "विधवा", "कवि", "बालिका"]
)
def test_no_actors(word: str) -> None:
    """Things, places, and words that open compounds (विधवा पेंशन, कवि सम्मेलन, ट्री गार्ड)."""
    assert class_of(word) is None


def test_a_trade_can_be_told_but_has_no_authority() -> None:
    assert not is_office("प्लंबर")
    assert told("सभी प्लंबर 5 मई तक पंजीयन कराएंगे ।", dates={"5 मई तक": "../2024-05-05"}) == [["सभी प्लंबर"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("सभी होटल 5 मई तक अग्निशमन यंत्र लगवाएं ।", ["सभी होटल"]),
        ("रमा देशवाल ने कहा कि हर निजी लैब 5 मई तक रिपोर्ट भेजे ।", ["हर निजी लैब"]),
        ("पुलिस बल 5 मई तक गांव का निरीक्षण करेगा ।", ["पुलिस बल"]),
        ("सभी लेखक 5 मई तक पंजीयन कराएंगे ।", ["सभी लेखक"]),
        ("रमा देशवाल ने कहा कि सभी होटल 5 मई तक सील करें ।", []),
    ],
)
def test_words_that_act_only_after_others(text: str, expected: list[str]) -> None:
    people = ("रमा देशवाल",) if "रमा" in text else ()
    assert told(text, people=people, dates={"5 मई तक": "../2024-05-05"}) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("रमा देशवाल ने किसानों की समस्याएं सुनीं और उनसे पंजीयन कराने को कहा ।", ["किसानों"]),
        ("रमा देशवाल ने दुकानदारों को बुलाया। उन्हें सूची भेजने के निर्देश दिए ।", ["दुकानदारों"]),
        ("“सूची भेजें,” रमा देशवाल ने आंदोलनकारियों से कहा ।", ["आंदोलनकारियों"]),
        ("रमा देशवाल ने पत्रकारों से कहा कि सूची भेजें ।", []),
        ("रमा देशवाल ने कहा कि जिन थाना प्रभारियों ने सूची नहीं दी है, वे रिपोर्ट भेजें ।", ["थाना प्रभारियों"]),
        ("बकौल रमा देशवाल, सभी दुकानदार 5 मई तक पंजीयन कराएंगे ।", ["सभी दुकानदार"]),
    ],
)
def test_groups_that_are_told(text: str, expected: list[str]) -> None:
    dates = {"5 मई तक": "../2024-05-05"} if "5 मई" in text else None
    assert told(text, people=("रमा देशवाल",), dates=dates) == [expected]


def test_a_source_after_its_mark() -> None:
    doc, (directive,) = run(
        "बकौल रमा देशवाल, सभी दुकानदार 5 मई तक पंजीयन कराएंगे ।",
        people=("रमा देशवाल",),
        dates={"5 मई तक": "../2024-05-05"},
    )
    assert directive.issuers == ("p1",)
    assert quote(doc, directive.action) == "पंजीयन कराएंगे"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("रमा देशवाल ने कहा कि ठेले वाले सड़क पर कूड़ा न डालें ।", ["ठेले वाले"]),
        ("रमा देशवाल ने कहा कि मेले में आने वाले अपने साथ पानी रखें ।", ["मेले में आने वाले"]),
        ("रमा देशवाल ने बताया कि गांव से आने वाले भारी वाहन नहर होकर जाएंगे ।", ["गांव से आने वाले भारी वाहन"]),
        ("रमा देशवाल ने बताया कि पांच बसें नहर होकर जाएंगी ।", []),
    ],
)
def test_those_who_sell_come_or_drive(text: str, expected: list[str]) -> None:
    assert told(text, people=("रमा देशवाल",)) == [expected]


@pytest.mark.parametrize(
    ("text", "issuers", "expected"),
    [
        ("आदेश जारी करते हुए रमा देशवाल ने दुकानदारों को सूची भेजने को कहा है ।", ("p1",), ["दुकानदारों"]),
        ("रमा देशवाल ने बताया कि सभी चालकों के लिए बीमा कराना अनिवार्य होगा ।", ("p1",), ["सभी चालकों"]),
        ("व्यापार मंडल की दुकानदारों से अपील है कि सूची भेजें ।", ("व्यापार मंडल",), ["दुकानदारों"]),
        ("रमा देशवाल: सभी दुकानदार सूची भेजें ।", ("p1",), ["सभी दुकानदार"]),
        ("सभी दुकानदार सूची भेजें - रमा देशवाल", ("p1",), ["सभी दुकानदार"]),
    ],
)
def test_who_orders_and_whom(text: str, issuers: tuple[str, ...], expected: list[str]) -> None:
    doc, (directive,) = run(text, people=("रमा देशवाल",) if "रमा" in text else ())
    assert directive.issuers == issuers
    assert [quote(doc, a.span) for a in directive.addressees] == expected


def test_kinds_of_houses_before_those_who_run_them() -> None:
    text = "होटल, ढाबा और धर्मशाला संचालक 5 मई तक सूची भेजें । यह निर्देश रमा देशवाल ने दिए ।"
    found = told(text, people=("रमा देशवाल",), dates={"5 मई तक": "../2024-05-05"})
    assert found == [["होटल, ढाबा और धर्मशाला संचालक"]]


def test_a_place_of_work_after_those_who_are_counted() -> None:
    text = "रमा देशवाल ने निर्देश दिए कि सभी अधिकारी परिसर में पौधे लगाएं ।"
    assert told(text, people=("रमा देशवाल",)) == [["सभी अधिकारी"]]
