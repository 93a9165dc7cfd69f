"""Suspensions, removals and transfers of officials in whole reports. Invented people and offices."""

from __future__ import annotations

import pytest
from assigned import assignments

from nirdesh.run.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline("spacy")


@pytest.mark.parametrize("verb", ["निलंबित कर दिया है", "लाइन हाजिर किया है", "हटा दिया है"])
def test_a_title_that_means_a_person_is_the_post_that_is_lost(pipeline: Pipeline, verb: str) -> None:
    found = assignments(
        pipeline,
        "थाने में कार्रवाई",
        f"सीतापुर। एसपी ने थाना प्रभारी को {verb}। थाना प्रभारी महेश सोनकर पर बदसलूकी का आरोप था।",
    )
    assert found == [("महेश सोनकर", "थाना प्रभारी", None, "removed")]


def test_where_an_officer_served_is_no_new_place(pipeline: Pipeline) -> None:
    line = "भोपाल। दस अफसरों के तबादले हुए हैं। रीवा में पदस्थ अपर आयुक्त महेश सोनकर को मंत्रालय में पदस्थ किया गया है।"
    assert assignments(pipeline, "अफसरों के तबादले", line) == [("महेश सोनकर", "अपर आयुक्त", None, "transferred")]


def test_a_call_number_is_no_place(pipeline: Pipeline) -> None:
    line = "सीतापुर। एसपी ने यूपी-112 के आरक्षी महेश सोनकर को निलंबित किया है।"
    assert assignments(pipeline, "सिपाही निलंबित", line) == [("महेश सोनकर", "आरक्षी", None, "removed")]


def test_the_branch_of_a_town_by_its_genitive(pipeline: Pipeline) -> None:
    line = "सीतापुर। छात्र परिषद के बिसवां नगर की नई इकाई घोषित हुई। महेश सोनकर को नगर मंत्री बनाया गया।"
    assert assignments(pipeline, "इकाई घोषित", line) == [("महेश सोनकर", "नगर मंत्री", "बिसवां", "appointed")]


def test_the_duty_that_a_heading_tells_of_holders_of_a_post(pipeline: Pipeline) -> None:
    found = assignments(
        pipeline,
        "मंत्रियों को जिले मिले",
        "रायपुर। मुख्यमंत्री ने मंत्रियों को जिलों का प्रभार दे दिया है।",
        "मंत्री और उनके प्रभार वाले जिले",
        "• सुरेश सोनकर- रायगढ़, जशपुर",
        "• मंत्री महेश उइके- कोरबा",
        "• मंत्री दिनेश साहू- धमतरी",
    )
    assert [(role, place) for _, role, place, _ in found] == [
        ("प्रभार", "रायगढ़"),
        ("प्रभार", "जशपुर"),
        ("प्रभार", "कोरबा"),
        ("प्रभार", "धमतरी"),
    ]


def test_those_named_before_lose_each_the_post_at_its_place(pipeline: Pipeline) -> None:
    text = "शिविर में हल्का सोनपुर के पटवारी रमन मरकाम और हल्का कोसमी की पटवारी सविता धुर्वे अनुपस्थित थे। "
    text += "एसडीएम आरती नागेश ने दोनों पटवारियों को निलंबित कर दिया।"
    assert [row[:4] for row in assignments(pipeline, "पटवारी निलंबित", text)] == [
        ("रमन मरकाम", "पटवारी", "सोनपुर", "removed"),
        ("सविता धुर्वे", "पटवारी", "कोसमी", "removed"),
    ]


def test_the_post_before_the_first_of_a_list_is_lost_by_all(pipeline: Pipeline) -> None:
    text = "बैठक में नहीं आने पर पंचायत सचिव लोकेश पटेल, घनश्याम साहू और टीकाराम निषाद का वेतन रोका गया। "
    text += "सीईओ ने तीनों को निलंबित कर दिया है।"
    assert {row[1] for row in assignments(pipeline, "पटवारी निलंबित", text)} == {"पंचायत सचिव"}
    text = "लेखपाल आशा रावत व कानूनगो भुवन जोशी गायब रहे, जिस पर डीएम रमेश खन्ना ने दोनों को निलंबित कर दिया।"
    assert [row[:2] for row in assignments(pipeline, "पटवारी निलंबित", text)] == [
        ("आशा रावत", "लेखपाल"),
        ("भुवन जोशी", "कानूनगो"),
    ]
