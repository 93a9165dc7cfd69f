"""Stories of old, first holders of posts, what is printed on things, hoaxes, wishes about others."""

from __future__ import annotations

from dataclasses import replace

import pytest
from directed import NLP, doc_of, run

from nirdesh.extract.assignments.gates import late
from nirdesh.extract.clauses.entities import entities
from nirdesh.extract.clauses.words import sentences
from nirdesh.extract.directives.bygone import first_holders, told_of_old
from nirdesh.extract.directives.extractor import Extractor
from nirdesh.extract.directives.quoted import hoaxed


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("बुजुर्ग किस्सा सुनाते हैं । 1921 में कस्बे ने लगान रोका । कप्तान ने बाजार खाली कराने का आदेश दिया ।", {1, 2}),
        ("आंदोलन याद है । 1938 की वह रात लंबी थी । सेठ ने कहा कि कोई न जाए । आज हवेली खंडहर है ।", {1, 2}),
        ("पुल 1962 में बना था । सचिव ने मरम्मत के निर्देश दिए ।", set()),
        ("बुजुर्ग जुटे । सचिव ने बताया कि 1921 में कस्बे ने लगान रोका । उन्होंने सूची बनाने के निर्देश दिए ।", set()),
    ],
)
def test_a_story_of_old_goes_on_until_the_report_comes_back(text: str, old: set[int]) -> None:
    assert told_of_old(sentences(NLP(text)), "2019-08-01") == old


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("संस्थान 1893 में खुला था, रमन उसके पहले निदेशक बने ।", {0}),
        ("छावनी 1869 में बसी । कर्नल ह्यूम इसके प्रथम कमांडेंट बने ।", {1}),
        ("रवि चौधरी जिले के पहले कलेक्टर बने ।", set()),
    ],
)
def test_who_held_a_post_first_is_no_news(text: str, told: set[int]) -> None:
    assert first_holders(sentences(NLP(text)), "2019-08-01") == told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ग्रुप में मैसेज आया - ' सब लोग खाट जमा करें । रमन प्रभारी होंगे ' । बाद में शरारत पकड़ी गई ।", {0, 1}),
        ("एक संदेश में लिपिक को हटाने को कहा गया । जांच में संदेश फर्जी निकला ।", {0}),
        ("ग्रुप में मैसेज आया कि सभी लिपिक सूची भेजें ।", set()),
    ],
)
def test_a_message_that_is_called_a_hoax_orders_nothing(text: str, found: set[int]) -> None:
    assert hoaxed(sentences(NLP(text))) == found


@pytest.mark.parametrize(
    "text",
    [
        "सचिव ने बताया कि बिल के पीछे छपा है कि शिकायत का निपटारा किया जाएगा ।",
        "दफ्तर की दीवार पर साफ लिखा है कि कर्मचारी पहचान पत्र पहनकर आएं ।",
        "हर बार यही लिखा आता है कि अभ्यर्थी कागजात साथ लाएं ।",
        "तहसीलदार का हुक्म था कि हर घर दो रुपये जमा करे ।",
        "सचिव ने दावा किया कि 5 मई के बाद सब सदस्य साथ होंगे ।",
        "सचिव ने कहा कि विपक्ष के नेता अपनी यात्रा पर ध्यान दें ।",
    ],
)
def test_what_is_printed_claimed_or_advised_binds_nobody(text: str) -> None:
    assert run(text)[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "नोटिस में लिखा है कि दुकानदार सात दिन में ठेले हटा लें ।",
        "सचिव ने लिखा है कि सभी लिपिक सूची भेजें ।",
        "कृषि अधिकारी ने किसानों को सलाह दी कि बुवाई देर से करें ।",
    ],
)
def test_what_somebody_lays_down_in_writing_counts(text: str) -> None:
    assert len(run(text)[1]) == 1


def test_the_advice_of_an_expert_goes_on() -> None:
    text = "मनोवैज्ञानिक रमा देशवाल ने छात्रों को सलाह दी कि देर तक न जागें । अभिभावक तुलना न करें ।"
    assert run(text, people=("रमा देशवाल",))[1] == ()


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("राजा मोहन देशवाल ने रानी के लिए महल बनवाने का आदेश दिया ।", "मोहन देशवाल"),
        ("रोग विशेषज्ञ रमा देशवाल की सलाह है कि साबुन कम लगाएं ।", "रमा देशवाल"),
    ],
)
def test_rulers_by_name_and_experts_whose_advice_it_is(text: str, called: str) -> None:
    doc = doc_of(text, people=(called,))
    doc._.people = tuple(replace(p, posts=()) for p in doc._.people)
    assert Extractor(doc).candidates() == []


def test_who_has_died_gets_no_post() -> None:
    text = "लेखक मोहन देशवाल का शुक्रवार को निधन हो गया । रमा देशवाल के पिता का निधन हो गया ।"
    doc = doc_of(text, people=("मोहन देशवाल", "रमा देशवाल"))
    assert late(sentences(doc), entities(doc)) == {"p1"}
