"""Names and posts as newspapers tell of them: heads of bodies, predicates, governments, words that only look so."""

from __future__ import annotations

import pytest

from nirdesh.extract.people import find_entities
from nirdesh.extract.regions import find_regions


def people(text: str) -> dict[str, list[str]]:
    found = find_entities(text, find_regions(text))
    return {person.name: [post.title for post in person.posts] for person in found.people}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("पड़ोसी देश के प्रधान मंत्री सलीम राणा ने कहा।", {"सलीम राणा": ["प्रधान मंत्री"]}),
        ("स्थानीय निकाय मंत्री सलीम राणा ने कहा।", {"सलीम राणा": ["स्थानीय निकाय मंत्री"]}),
        ("स्थानीय विधायक सलीम राणा ने कहा।", {"सलीम राणा": ["विधायक"]}),
        ("केंद्रीय गृहसचिव सलीम राणा ने बात की।", {"सलीम राणा": ["केंद्रीय गृहसचिव"]}),
        ("सलीम राणा को जांचकर्ता बनाया गया है।", {"सलीम राणा": ["जांचकर्ता"]}),
        ("इसके पूर्व मुख्यमंत्री सलीम राणा ने सलाह दी।", {"सलीम राणा": ["मुख्यमंत्री"]}),
        ("बैठक से पूर्व मुख्यमंत्री सलीम राणा ने सलाह दी।", {"सलीम राणा": ["मुख्यमंत्री"]}),
        ("लखनऊ से पूर्व विधायक सलीम राणा आए।", {"सलीम राणा": ["पूर्व विधायक"]}),
        ("थाने के पूर्व प्रभारी सलीम राणा आए।", {"सलीम राणा": ["पूर्व प्रभारी"]}),
    ],
)
def test_titles(text: str, expected: dict[str, list[str]]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("सुरक्षा विभाग के प्रमुख एंजेलो मोरेली ने बताया।", {"एंजेलो मोरेली": ["प्रमुख"]}),
        ("मंत्रालय की अधिकारी सुनीता वर्मा ने बताया।", {"सुनीता वर्मा": ["अधिकारी"]}),
        ("शहर के प्रमुख राम मंदिर में पूजा हुई।", {}),
        ("शहर के प्रमुख महावीर प्रसाद बाजार में भीड़ रही।", {"महावीर प्रसाद": []}),
        ("जिले के प्रमुख व्यापारी सलीम राणा ने कहा।", {"सलीम राणा": []}),
    ],
)
def test_heads_of_bodies(text: str, expected: dict[str, list[str]]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("सलीम राणा पहल नामक संगठन के संचालक हैं।", {"सलीम राणा": ["संचालक"]}),
        ("गीता वर्मा नगर पालिका की अध्यक्ष रह चुकी हैं।", {"गीता वर्मा": ["अध्यक्ष"]}),
        ("डॉ. सलीम राणा शोध संस्था के प्रमुख थे।", {"सलीम राणा": ["प्रमुख"]}),
        ("सलीम राणा और गीता वर्मा सोनपुर के पार्षद हैं।", {"सलीम राणा": ["पार्षद"], "गीता वर्मा": ["पार्षद"]}),
        ("सलीम राणा के पिता सोनपुर के सरपंच हैं।", {"सलीम राणा": []}),
        ("सलीम राणा के भाई डीएम थे।", {"सलीम राणा": []}),
    ],
)
def test_predicates(text: str, expected: dict[str, list[str]]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("सलीम कुमार सरकार ने बजट दिया।", {"सलीम कुमार": []}),
        ("लेखक बाल गंगाधर वर्मा ने लेख लिखा।", {"बाल गंगाधर वर्मा": []}),
        ("सलीम अहमद दुबेई में काम करते हैं।", {"सलीम अहमद": []}),
        ("सलीम जहां दुबई से नहीं आ सकते थे वहीं दूसरा पक्ष भी नहीं आया।", {}),
        ("शबनम जहां ने कहा कि वहां जाएं।", {"शबनम जहां": []}),
        ("जस्टिस सलीम राणा जैकेट, कोट और गाउन के बिना आए।", {"सलीम राणा": ["जस्टिस"]}),
        ("राम मनोहर लोहिया अस्पतालों में जांच होगी।", {}),
    ],
)
def test_ends_of_names(text: str, expected: dict[str, list[str]]) -> None:
    assert people(text) == expected


def test_surname_of_a_shorter_form() -> None:
    text = "प्रीति गांधी ने आग्रह किया। दल की प्रीति गांधी वाधवा ने मांग की। गांधी ने कहा।"
    found = find_entities(text, find_regions(text)).people
    assert [(p.name, [text[m.span.start : m.span.end] for m in p.mentions]) for p in found] == [
        ("प्रीति गांधी वाधवा", ["प्रीति गांधी", "प्रीति गांधी वाधवा", "गांधी"])
    ]
