"""Slips and habits of real reports: nouns with a hyphen, missing stops, idioms, acts inside acts."""

from __future__ import annotations

import pytest
from test_directives import quote, run

from nirdesh.ingest.build import to_report
from nirdesh.ingest.document import Document
from nirdesh.run.pipeline import Pipeline

PERSON = "रमा देशवाल"


def read(text: str, **given: object) -> list[tuple[str, list[str], list[str]]]:
    doc, found = run(text, people=(PERSON,), **given)
    return [
        (quote(doc, d.action), [quote(doc, a.span) for a in d.addressees], list(d.issuers)) for d in found
    ]


@pytest.mark.parametrize("noun", ["दिशा-निर्देश", "दिशा - निर्देश", "दिशा निर्देश", "आदेश-निर्देश"])
@pytest.mark.parametrize("link", ["के", "हेतु", "के लिए", "हेतु आवश्यक"])
def test_a_noun_with_a_hyphen_has_its_content_before_it(noun: str, link: str) -> None:
    ((action, whom, _),) = read(f"सचिव रमा देशवाल ने अधीक्षक को वार्ड साफ रखने {link} {noun} दिए ।")
    assert (action, whom) == ("वार्ड साफ रखने", ["अधीक्षक"])
    assert read(f"सचिव रमा देशवाल ने स्वच्छता के संबंध में {noun} दिए ।") == []


def test_what_they_are_told_to_be_is_subjunctive() -> None:
    text = "सचिव रमा देशवाल ने लिपिकों को निर्देश दिया कि वे अपने कक्ष में उपस्थित रहे ।"
    ((action, whom, _),) = read(text)
    assert action == "अपने कक्ष में उपस्थित रहे"
    assert whom == ["लिपिकों"]
    assert read("सचिव रमा देशवाल ने निर्देश दिए और बैठक में सभी लिपिक उपस्थित रहे ।") == []


def test_taking_along_is_one_act() -> None:
    (first, second) = read("सचिव रमा देशवाल ने कहा कि लिपिक फार्म भरें और सूची ले जाकर कार्यालय में जमा करें ।")
    assert first[0] == "फार्म भरें"
    assert second[0] == "सूची ले जाकर कार्यालय में जमा करें"


def test_about_it_is_no_verb() -> None:
    ((action, _, _),) = read("सचिव रमा देशवाल ने कहा कि मेले को ले सभी थानेदार गश्त बढ़ाएं ।")
    assert action.endswith("गश्त बढ़ाएं")
    assert read("सचिव रमा देशवाल ने कहा कि लिपिक बच्चों को ले जाएं ।")[0][0] == "बच्चों को ले जाएं"


def test_told_with_a_genitive() -> None:
    ((action, whom, _),) = read("चिकित्सकों को अपने जिले में पहुंचने का कहा गया है ।")
    assert (action, whom) == ("अपने जिले में पहुंचने", ["चिकित्सकों"])


def test_a_stop_that_is_missing_before_who_said_it() -> None:
    ((action, whom, issuers),) = read("सभी बीडीओ गांवों में जाएं उक्त बातें सचिव रमा देशवाल ने कहीं ।")
    assert (action, whom, issuers) == ("गांवों में जाएं", ["सभी बीडीओ"], ["p1"])


def test_who_does_what_a_protest_is_against_is_not_told_to_protest() -> None:
    dates = {"5 मई": "2024-05-05"}
    text = "निर्णय लिया गया कि नगर निगम द्वारा दुकानें हटाए जाने के विरोध में 5 मई को धरना दिया जाएगा ।"
    ((_, whom, _),) = read(text, dates=dates)
    assert whom == []
    ((_, whom, _),) = read("नगर निगम द्वारा 5 मई को शिविर लगाया जाएगा ।", dates=dates)
    assert whom == ["नगर निगम"]


def test_who_is_made_something_is_not_told_to_act() -> None:
    ((_, whom, _),) = read("सचिव रमा देशवाल ने कहा कि मोहन को सरपंच बनाने के लिए बीडीओ को काम करना होगा ।")
    assert whom == ["बीडीओ"]
    ((_, whom, _),) = read("सचिव रमा देशवाल ने कहा कि सभी बीडीओ को सूची बनाने के लिए शिविर लगाना होगा ।")
    assert whom == ["सभी बीडीओ"]


def test_they_may_be_told_to_stay_united() -> None:
    ((action, whom, _),) = read("सचिव रमा देशवाल ने कार्यकर्ताओं को एकजुट रहने को कहा ।")
    assert (action, whom) == ("एकजुट रहने", ["कार्यकर्ताओं"])
    ((_, whom, _),) = read("सचिव रमा देशवाल ने कार्यकर्ताओं को एकजुट करने को कहा ।")
    assert whom == []


def test_whose_orders_a_plan_follows_is_not_told_to_act() -> None:
    text = "मुख्य सचिव राजस्व विभाग के निर्देशानुसार 5 मई को जनसुनवाई होगी ।"
    ((_, whom, _),) = read(text, dates={"5 मई": "2024-05-05"})
    assert whom == []


def test_who_spoke_before_also_requests() -> None:
    text = "सचिव रमा देशवाल ने बताया कि 5 मई को शिविर लगेगा । सभी किसानों से अनुरोध है कि आवेदन जमा करें ।"
    (_, (_, whom, issuers)) = read(text, dates={"5 मई": "2024-05-05"})
    assert whom == ["सभी किसानों"]
    assert issuers == ["p1"]


def test_a_postposition_ends_the_name_of_who_speaks() -> None:
    text = "मेले के चलते जयपुर यातायात पुलिस ने वाहन न लाने की सलाह दी है ।"
    ((_, _, issuers),) = read(text)
    assert issuers == ["जयपुर यातायात पुलिस"]


@pytest.mark.parametrize("told", ["सौपें", "सौंपें", "पहुचाएं", "पहुंचाएं"])
def test_misspelt_stems_are_verbs(told: str) -> None:
    ((action, _, _),) = read(f"सचिव रमा देशवाल ने कहा कि सभी लिपिक समय पर सूची {told} ।")
    assert action.endswith(told)


def test_what_was_not_managed_is_no_order() -> None:
    order = "सचिव रमा देशवाल ने सभी लिपिकों को सूची भेजने का निर्देश दिया ।\n"
    assert len(read(order + "समीक्षा में पाया गया कि सात काम अब तक शुरू नहीं हो सके हैं ।")) == 1


def test_the_year_in_the_name_of_a_fair_is_no_date_of_the_act() -> None:
    lines = (
        "सागर। सचिव ने कहा कि पुस्तक मेला 2018 के लिए सभी लिपिक 27 मार्च तक सूची भेजें।",
        "वर्ष 2018 में सभी लिपिक नई सूची बनाएं।",
    )
    document = Document(source="x", place="x", text="\n".join(lines), published="2018-03-13")
    record = Pipeline("spacy").record(to_report(document))
    assert [[day.edtf for day in d.when] for d in record.directives] == [["../2018-03-27"], ["2018"]]


def test_a_line_of_a_list_is_no_signature() -> None:
    rows = "बड़ा घाट - लिपिक मोहन ठाकुर, माली सलीम बारी\nछोटा घाट - चौकीदार रमा देशवाल\n"
    ((_, _, issuers),) = read(f"घाटों पर तैनाती\n{rows}सभी लिपिक 27 मार्च तक सूची भेजेंगे ।")
    assert issuers == []
