"""Lists of people who are moved, and of those who come in their place. Invented people and offices."""

from __future__ import annotations

import pytest
from assigned import assignments

from nirdesh.run.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline("spacy")


def test_who_follows_in_a_list_of_moves_goes_to_a_place_of_its_own(pipeline: Pipeline) -> None:
    line = (
        "सागर। पुलिस विभाग में तबादले हुए। हेड कांस्टेबल राजू भदौरिया को भिंड से मुरैना, विजय तोमर को ग्वालियर "
        "श्याम जादौन को श्योपुर, आरक्षक नरेश गुर्जर को दतिया पदस्थ किया गया है।"
    )
    assert assignments(pipeline, "पुलिस में तबादले", line) == [
        ("राजू भदौरिया", "हेड कांस्टेबल", "मुरैना", "transferred"),
        ("विजय तोमर", "हेड कांस्टेबल", "ग्वालियर", "transferred"),
        ("श्याम जादौन", "हेड कांस्टेबल", "श्योपुर", "transferred"),
        ("नरेश गुर्जर", "आरक्षक", "दतिया", "transferred"),
    ]


def test_who_comes_from_elsewhere_goes_to_the_place_before_the_verb(pipeline: Pipeline) -> None:
    line = "सीहोर। सूची जारी हुई। इनके स्थान पर भोपाल से तहसीलदार राजेश सोनी और इंदौर से संजय नागर सीहोर आ रहे हैं।"
    assert assignments(pipeline, "तहसीलदारों के तबादले", line) == [
        ("राजेश सोनी", "तहसीलदार", "सीहोर", "transferred"),
        ("संजय नागर", "तहसीलदार", "सीहोर", "transferred"),
    ]


def test_a_new_holder_in_a_headline_is_not_who_left_the_post(pipeline: Pipeline) -> None:
    line = "बाजपुर। मंडल के मौजूदा अध्यक्ष सुरेश जैन का कार्यकाल इसी माह पूरा हो रहा है।"
    found = assignments(pipeline, "रमेश शर्मा होंगे व्यापार मंडल के नए अध्यक्ष", line)
    assert found == [("रमेश शर्मा", "अध्यक्ष", None, "appointed")]


def test_where_somebody_is_from_stands_between_name_and_verb(pipeline: Pipeline) -> None:
    line = "सीहोर। मेले के लिए कमेटी गठित हुई है, जिसके अध्यक्ष मोहन पटेल रेहटी वाले होंगे।"
    assert assignments(pipeline, "समाज की बैठक", line) == [("मोहन पटेल", "अध्यक्ष", None, "appointed")]


def test_what_an_officer_is_put_to_is_the_duty_before_the_title(pipeline: Pipeline) -> None:
    line = "सीहोर। शिविर में भोजन की व्यवस्था के लिए महामंत्री दीपक सोनी और मंत्री अजय राय को लगाया गया है।"
    assert assignments(pipeline, "शिविर कल से", line) == [
        ("दीपक सोनी", "भोजन की व्यवस्था", None, "appointed"),
        ("अजय राय", "भोजन की व्यवस्था", None, "appointed"),
    ]
    line = "सीहोर। निगरानी के लिए मोहन राय को सेक्टर मजिस्ट्रेट लगाया गया है।"
    assert assignments(pipeline, "मेला कल से", line) == [("मोहन राय", "सेक्टर मजिस्ट्रेट", None, "appointed")]


def test_a_post_in_a_bracket_is_that_of_the_name_before_it_alone(pipeline: Pipeline) -> None:
    lines = (
        "सागर : मध्यप्रदेश टीम का ऐलान संघ के सचिव महेश सोनकर ने किया।",
        "मध्यप्रदेश टीम बालक वर्ग में नितिन जैन (कप्तान), हेमंत राय (उपकप्तान), पंकज सोनी, मो. आरिफ एवं राहुल यादव।",
        "कोच - अनिल शुक्ला, प्रबंधक : विजय चौबे",
    )
    found = assignments(pipeline, "खो-खो चैंपियनशिप के लिए टीम घोषित", *lines)
    assert [(name, post) for name, post, _, _ in found] == [
        ("नितिन जैन", "कप्तान"),
        ("हेमंत राय", "उपकप्तान"),
        ("अनिल शुक्ला", "कोच"),
        ("विजय चौबे", "प्रबंधक"),
    ]


def test_a_post_of_a_level_is_at_the_only_place_of_that_level(pipeline: Pipeline) -> None:
    line = "गोड्डा। पोड़ैयाहाट प्रखंड में सम्मेलन हुआ। इसमें मालती वर्मा को प्रखंड अध्यक्ष बनाया गया है।"
    assert assignments(pipeline, "सम्मेलन हुआ", line) == [("मालती वर्मा", "प्रखंड अध्यक्ष", "पोड़ैयाहाट", "appointed")]
