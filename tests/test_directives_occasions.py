"""Days of what is told for an occasion, or for rules, whose day stands elsewhere in the report."""

from __future__ import annotations

from datetime import date

import pytest
from directed import doc_of, quote

from nirdesh.extract.dates.tagger import tag
from nirdesh.extract.directives.extractor import Extractor

PERSON = "रमा देशवाल"
DAY = date(2024, 3, 3)
RALLY = "संघ की रैली 10 मार्च को गांधी मैदान में होगी । पिछली बार भीड़ बहुत थी । "
RACE = "रविवार को होने वाली दौड़ की तैयारी पूरी है । "


def times(text: str) -> dict[str, list[str]]:
    """Values of the dates of each directive, by its action."""
    doc = doc_of(text, people=(PERSON,))
    doc._.dates = tuple(m for m in tag(text, reference=DAY) if m.edtf is not None or m.rrule or m.adrift)
    found = [directive for directive, _ in Extractor(doc).candidates()]
    return {quote(doc, d.action): [doc._.dates[i].edtf for i in d.when] for d in found}


@pytest.mark.parametrize(
    ("told", "action"),
    [
        ("रमा देशवाल ने कहा कि सभी सदस्य सुबह नौ बजे तक चौक पर पहुंच जाएं ।", "चौक पर पहुंच"),
        ("रमा देशवाल ने कहा कि रैली में कोई लाठी न लाए ।", "लाठी"),
        ("रमा देशवाल ने बताया कि सदस्य दस बजे बस अड्डे पर एकत्र होकर नारे लगाएंगे ।", "नारे"),
        ("रमा देशवाल ने सदस्यों को अपना झंडा और पहचान पत्र साथ लाने के निर्देश दिए ।", "पहचान"),
        ("रमा देशवाल ने दुकानदारों से दोपहर तीन बजे तक दुकानें बंद रखने की अपील की ।", "दुकानें"),
        ("रमा देशवाल ने बताया कि रैली सुबह आठ बजे चौक से रवाना होगी ।", "रवाना"),
        ("रमा देशवाल ने कहा कि रैली के दिन कोई सदस्य मंच पर न चढ़े ।", "मंच"),
        ("रमा देशवाल ने कहा कि सदस्य दस बजे हाजिर हों और अपना झंडा साथ लाएं ।", "झंडा"),
    ],
)
def test_what_is_told_for_the_one_occasion_of_a_report_has_its_day(told: str, action: str) -> None:
    found = times(RALLY + told)
    assert [value for act, value in found.items() if action in act] == [["2024-03-10"]]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (RALLY + "रमा देशवाल ने कहा कि हर गांव से ट्रैक्टर जुटाएं ।", "ट्रैक्टर"),
        (RALLY + "रमा देशवाल ने कहा कि सभी सचिव शाम छह बजे तक रिपोर्ट भेजें ।", "रिपोर्ट"),
        (RALLY + "रमा देशवाल ने कहा कि थाने में मोबाइल साथ लेकर न आएं ।", "मोबाइल"),
        (RALLY + "रमा देशवाल ने कहा कि किसी भी रैली में लाठी न लाएं ।", "लाठी"),
        (RALLY + "रमा देशवाल ने कहा कि रोजाना शाम सात बजे कार्यालय पहुंचें ।", "कार्यालय पहुंचें"),
        (RALLY + "सभा 12 मार्च को होगी । पुल बन गया है । रमा देशवाल ने कहा कि सुबह नौ बजे तक पहुंचें ।", "पहुंचें"),
        (RALLY + "पुल बन गया है । रमा देशवाल ने कहा कि शाम सात बजे के बाद नाव न चलाएं ।", "नाव"),
        ("संघ की रैली 2 मार्च को हुई थी । रमा देशवाल ने कहा कि रैली में लाठी न लाएं ।", "लाठी"),
        ("रमा देशवाल ने कहा कि सूची 10 मार्च तक दें । वे कल नौ बजे पहुंचीं । बैठक में समय पर पहुंचें ।", "समय पर"),
    ],
)
def test_preparations_habits_and_other_occasions_have_no_day(text: str, action: str) -> None:
    assert [value for act, value in times(text).items() if action in act] == [[]]


def test_the_day_of_something_is_the_one_on_which_it_takes_place() -> None:
    text = RACE + "रमा देशवाल ने दुकानदारों से दौड़ वाले दिन दुकानें बंद रखने की अपील की ।"
    assert times(text)["दौड़ वाले दिन दुकानें बंद रखने"] == ["2024-03-03"]
    text = "परीक्षा 10 मार्च को होगी । अगली परीक्षा 14 मार्च को होगी । "
    text += "रमा देशवाल ने कहा कि परीक्षा वाले दिन पर्चे थाने से उठाएं ।"
    assert [v for act, v in times(text).items() if "पर्चे" in act] == [[]]


def test_on_both_days_is_on_those_told_before() -> None:
    text = "रमा देशवाल ने 10 व 11 मार्च को होने वाली परीक्षा के लिए आदेश जारी किए हैं । "
    text += "आदेशों के अनुसार परीक्षा के दोनों दिन फोटोकॉपी की दुकानें बंद रहेंगी ।"
    assert [v for act, v in times(text).items() if "दुकानें" in act] == [["{2024-03-10,2024-03-11}"]]
    text = "सोनभद्र मेमू 7 से 10 मार्च तक रद्द रहेगी । चुनार पैसेंजर भी इन्हीं तिथियों में नहीं चलेगी ।"
    assert [v for act, v in times(text).items() if "चुनार" in act] == [["2024-03-07/2024-03-10"]]


def test_a_list_of_decisions_holds_from_the_day_told_under_it() -> None:
    text = (
        "रमा देशवाल की अध्यक्षता में हुई पंचायत में ये निर्णय लिए गए -\n"
        "1. शादी में डीजे नहीं बजाया जाएगा\n"
        "2. मृत्युभोज में मिठाई नहीं परोसी जाएगी\n"
        "ये निर्णय 1 अप्रैल से लागू होंगे ।"
    )
    found = times(text)
    assert [v for act, v in found.items() if "डीजे" in act or "मिठाई" in act] == [["2024-04-01"]] * 2


def test_an_hour_of_that_day_is_on_the_day_told_before() -> None:
    text = "पर्ची 13 मार्च को निकाली जाएगी । रमा देशवाल ने कहा कि सभी सदस्य उस दिन 11 बजे तक पहुंच जाएं ।"
    assert list(times(text).values())[-1] == ["2024-03-13"]
    text = "रमा देशवाल ने कहा कि सभी दल 11 मार्च को दो बजे तक पहुंच जाएं । चौक पर नो एंट्री उस दिन सुबह से लागू रहेगी ।"
    assert list(times(text).values())[-1] == ["2024-03-11"]
    values = [
        m.edtf for m in tag("कर्ज 48 घंटे के अंदर माफ होगा । जिस दिन काम हो उसी दिन मजदूरी दें ।", reference=DAY)
    ]
    assert values == ["../2024-03-05", None]


def test_until_further_orders_gives_no_day() -> None:
    text = "रमा देशवाल ने कहा कि पुल से भारी वाहनों को अगले आदेश तक नहीं जाने दिया जाएगा ।"
    assert list(times(text).values()) == [[]]


def test_in_the_same_period_is_in_the_one_told_before() -> None:
    text = "घाट पर 12 से 15 मार्च के बीच काम चलेगा । रमा देशवाल ने कहा कि सभी नाविक इस अवधि में नाव न चलाएं ।"
    assert list(times(text).values())[-1] == ["2024-03-12/2024-03-15"]


def test_a_day_in_brackets_tells_the_occasion_too() -> None:
    text = "रविवार (10 मार्च) के जुलूस की तैयारी पूरी है । बैठक में सब आए । "
    text += "रमा देशवाल ने बताया कि जुलूस सुबह नौ बजे चौक से रवाना होगा ।"
    assert list(times(text).values())[-1] == ["2024-03-10"]


def test_a_day_that_something_is_for_is_not_the_one_on_which_it_is_done() -> None:
    text = "रमा देशवाल ने कहा कि सभी सचिव 14 मार्च के लिए अपने नाम 9 मार्च तक भेजें ।"
    assert list(times(text).values()) == [["../2024-03-09"]]
