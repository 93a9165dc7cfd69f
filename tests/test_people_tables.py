"""Titles given by lists, tables, contests and announcements, and whom pronouns mean (all invented)."""

from __future__ import annotations

import pytest

from nirdesh.extract.people import find_entities
from nirdesh.extract.regions import find_regions


def posts(text: str) -> dict[str, list[str]]:
    return {p.name: [post.title for post in p.posts] for p in find_entities(text).people}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "संघ में प्रधान के लिए नरेश वर्मा, उपप्रधान के लिए ममता राठी तथा सचिव के लिए राजेश शर्मा निर्वाचित हुए।",
            {"नरेश वर्मा": ["प्रधान"], "ममता राठी": ["उपप्रधान"], "राजेश शर्मा": ["सचिव"]},
        ),
        ("सचिव पद के लिए नरेश वर्मा और राजेश शर्मा के बीच मुकाबला है।", {"नरेश वर्मा": [], "राजेश शर्मा": []}),
        (
            "1- मनोज वर्मा — विशेष सचिव — निदेशक\n2- शाहिद रजा — प्रतीक्षारत — विशेष सचिव",
            {"मनोज वर्मा": ["विशेष सचिव", "निदेशक"], "शाहिद रजा": ["विशेष सचिव"]},
        ),
        (
            "निरीक्षक\nनसीम खान: सोनपुर\nकरण सिंह यादव: हरिपुर\n"
            "आरक्षक\nरमेश वर्मा व सुरेश शर्मा लाइन भेजे गए।",
            {
                "नसीम खान": ["निरीक्षक"], "करण सिंह यादव": ["निरीक्षक"],
                "रमेश वर्मा": ["आरक्षक"], "सुरेश शर्मा": ["आरक्षक"],
            },
        ),
        (
            "कलेक्टर रमेश वर्मा ने विकासखंडों के लिए नोडल अधिकारी नियुक्त किए हैं। आदेश में तहसीलदार भारती शर्मा को सोनपुर"
            " तथा नेहा यादव को हरिपुर का दायित्व दिया गया है।",
            {
                "रमेश वर्मा": ["कलेक्टर"],
                "भारती शर्मा": ["नोडल अधिकारी", "तहसीलदार"], "नेहा यादव": ["नोडल अधिकारी"],
            },
        ),
        (
            "दल ने आठ हलकों में प्रभारी लगा दिए हैं। सिरसा में बलदेव सिंह मांगेआना, रतिया में गुरदास रोड़ी व डबवाली में"
            " राजेन्द्र वर्मा को यह काम दिया है।",
            {"बलदेव सिंह मांगेआना": ["प्रभारी"], "गुरदास रोड़ी": ["प्रभारी"], "राजेन्द्र वर्मा": ["प्रभारी"]},
        ),
        (
            "रमेश वर्मा ने प्रभारियों के नाम की घोषणा कर दी। रीगा-उमेश चंद्र झा, सुरसंड - राजमंगल पासवान।",
            {"रमेश वर्मा": [], "उमेश चंद्र झा": ["प्रभारी"], "राजमंगल पासवान": ["प्रभारी"]},
        ),
        (
            "प्राचार्यों को शिक्षकों की सूची भेजने की हिदायत दी गई। सोनपुर में रमेश वर्मा, हरिपुर में सुरेश शर्मा होंगे।",
            {"रमेश वर्मा": [], "सुरेश शर्मा": []},
        ),
        ("सदस्य - नितिन अग्रवाल, संजय यादव", {"नितिन अग्रवाल": ["सदस्य"], "संजय यादव": ["सदस्य"]}),
        ("पालकमंत्री राजेश वर्मा ने बैठक ली।", {"राजेश वर्मा": ["पालकमंत्री"]}),
        ("शाखा की सलाहकार सुनीता शर्मा आईं।", {"सुनीता शर्मा": ["सलाहकार"]}),
        ("एसडीएम सोनवलपुर श्री राजेश वर्मा ने बैठक की।", {"राजेश वर्मा": ["एसडीएम"]}),
        (
            "रमेश वर्मा को थाने से थाना प्रभारी नटेरन, सुरेश शर्मा को लाइन पदस्थ किया है।",
            {"रमेश वर्मा": ["थाना प्रभारी"], "सुरेश शर्मा": []},
        ),
    ],
)  # fmt: skip
def test_titles_go_to_the_names_that_the_list_gives_them(text: str, expected: dict[str, list[str]]) -> None:
    assert {name: found for name, found in posts(text).items() if name in expected} == expected
    assert not set(posts(text)) - set(expected)


@pytest.mark.parametrize("name", ["दिलीप कु. ठाकुर", "ए. के. रमण", "कन्हैया प्र. मंडल"])
def test_shortened_words_stay_inside_names(name: str) -> None:
    (person,) = find_entities(f"जिलाधिकारी {name} ने बैठक की।").people
    assert person.name == name


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("जिलाधिकारी रमेश वर्मा ने बैठक की। चोरों ने उन्हें घेर लिया।", "उन्हें", "रमेश वर्मा"),
        ("एसपी रमेश वर्मा ने सुरेश यादव को हटाया। शाम को सुनीता शर्मा को उनकी जगह भेजा गया।", "उनकी", "सुरेश यादव"),
        ("रमेश वर्मा ने किसानों से कहा कि वे खेत में पानी भरें।", "वे", None),
    ],
)
def test_pronouns(text: str, pronoun: str, name: str | None) -> None:
    at = text.index(pronoun)
    people = find_entities(text).people
    meant = [p.name for p in people for m in p.mentions if m.span.start == at and m.kind == "pronoun"]
    assert meant == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("उन्नाव के मुख्य विकास अधिकारी ने कहा।", "उन्नाव", "district"),
        ("एडीएम (वित्त एवं राजस्व) बलिया का तबादला हुआ।", "बलिया", "district"),
        ("बरेली की नगर आयुक्त आईं।", "बरेली", "city"),
        ("सुनील वर्मा (41) निवासी भंजरवाल घायल हुए।", "भंजरवाल", "village"),
        ("हिमाचल प्रदेश में शिमला के धरमपुर (मंडी) में सभा हुई।", "मंडी", "district"),
    ],
)
def test_kinds_by_posts_and_words_beside(text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(region.name, region.kind) for region in find_regions(text)]


def test_a_word_said_twice_is_no_place() -> None:
    assert find_regions("पल-पल की खबर मोहल्ला-मोहल्ला पहुंची।") == ()
