"""Whom pronouns, bare titles and नेता mean."""

from __future__ import annotations

import pytest

from nirdesh.extract.people import find_entities
from nirdesh.extract.regions import find_regions


def meant(text: str, word: str) -> list[str]:
    """Names of the people that the last ``word`` of the text means."""
    at = text.rindex(word)
    found = find_entities(text, find_regions(text))
    return [p.name for p in found.people if any(m.span.start <= at < m.span.end for m in p.mentions)]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("मंत्री रमेश वर्मा का स्वागत हुआ। सलीम राणा बैठक के मुख्य अतिथि थे। उन्होंने", "उन्होंने", "सलीम राणा"),
        ("डीएम रमेश वर्मा आए। सलीम राणा को नोडल अधिकारी बनाया गया है तथा वे", "वे", "सलीम राणा"),
        ("डीएम रमेश वर्मा ने दुकानदारों से कहा कि वह खुद नालों को देखेंगे।", "वह", "रमेश वर्मा"),
        ("रमेश वर्मा ने पत्रकारों से कहा कि उन्हें कोई पत्र नहीं मिला।", "उन्हें", "रमेश वर्मा"),
        ("रमेश वर्मा ने कहा कि जिन सड़कों का काम रुका है, उनकी सूची उन्हें दी जाए।", "उन्हें", "रमेश वर्मा"),
        ("सलीम राणा को अलग करते हुए उनके स्थान पर गीता देवी को लगाया।", "उनके", "सलीम राणा"),
        ("किसान मोर्चा जिलाध्यक्ष रमेश वर्मा ने कहा कि लड़ेंगे। भाजपा नेता ने याद दिलाया।", "नेता", "रमेश वर्मा"),
        ("अपर जिला न्यायाधीश गीता देवी की अदालत में सुनवाई हुई। जज ने कहा।", "जज", "गीता देवी"),
        ("डीपीओ स्थापना सलीम राणा आए। डीपीओ ने कहा।", "डीपीओ", "सलीम राणा"),
        ("रमेश वर्मा अध्यक्ष, सलीम राणा सचिव चुने गए। नए अध्यक्ष ने कहा।", "अध्यक्ष", "रमेश वर्मा"),
        ("एसडीओ रमेश वर्मा (52) ने बताया। उन्होंने", "उन्होंने", "रमेश वर्मा"),
    ],
)
def test_who_is_meant(text: str, word: str, name: str) -> None:
    assert meant(text, word) == [name]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("डीएम रमेश वर्मा ने दुकानदारों से कहा कि वे समय पर पहुंचें।", "वे"),
        ("डीएम रमेश वर्मा ने किसानों से कहा कि उन्हें पानी मिलेगा।", "उन्हें"),
        ("जिलाध्यक्ष रमेश वर्मा आए। एक नेता ने नाम न छापने को कहा।", "नेता"),
        ("अपर आयुक्त रमेश वर्मा आएंगे। पंचायत में आयुक्त का कार्यालय है।", "आयुक्त"),
    ],
)
def test_nobody_is_meant(text: str, word: str) -> None:
    assert meant(text, word) == []


def test_another_name_of_a_person_is_meant_later() -> None:
    text = "प्रखंड अध्यक्ष सलीम राणा उर्फ पप्पू वर्मा आए। बैठक में पप्पू वर्मा ने कहा।"
    assert meant(text, "पप्पू") == ["सलीम राणा"]
    assert meant("सलीम राणा आए। बैठक में पप्पू वर्मा ने कहा।", "पप्पू") == ["पप्पू वर्मा"]


def test_a_garden_is_nobody() -> None:
    found = find_entities("सम्मेलन गोविंद वाटिका में होगा।", find_regions("सम्मेलन गोविंद वाटिका में होगा।"))
    assert found.people == ()
