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
        ("अध्यक्ष रमेश वर्मा और महासचिव सलीम राणा आए। जिला महासचिव ने कहा।", "जिला महासचिव", "सलीम राणा"),
        ("रमेश वर्मा अध्यक्ष, सलीम राणा सचिव चुने गए। नए अध्यक्ष ने कहा।", "अध्यक्ष", "रमेश वर्मा"),
        ("एसडीओ रमेश वर्मा (52) ने बताया। उन्होंने", "उन्होंने", "रमेश वर्मा"),
        ("सीओ रमेश वर्मा ने बताया कि सलीम राणा पकड़ा गया। उसने जुर्म माना।", "उसने", "सलीम राणा"),
        ("डीएम रमेश वर्मा ने सिविल सर्जन गीता देवी से कहा कि वे दवा मंगाएं।", "वे", "गीता देवी"),
        ("डीएम रमेश वर्मा ने बताया कि लिपिक सलीम राणा को हटाया गया है। उनका वेतन भी रुकेगा।", "उनका", "सलीम राणा"),
        ("पूर्व विधायक रमेश वर्मा नहीं रहे। पूर्व विधायक के निधन पर शोक है।", "पूर्व", "रमेश वर्मा"),
        ("विधायक राजेश वर्मा आए। मंत्री बी.डी. वर्मा पहुंचे। वर्मा ने कहा।", "वर्मा", "बी.डी. वर्मा"),
        (
            "स्वास्थ्य विभाग के संयुक्त सचिव रमेश वर्मा आए। स्वास्थ्य मंत्रालय के संयुक्त सचिव ने कहा।",
            "संयुक्त सचिव",
            "रमेश वर्मा",
        ),
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
        ("विधायक रमेश वर्मा आए। पूर्व विधायक ने कहा।", "विधायक"),
        ("डीएम रमेश वर्मा ने कहा कि समस्या बताएं, उसके निराकरण के लिए हम हैं।", "उसके"),
        ("एसपी रमेश वर्मा आए। थानाध्यक्षों को हटाया गया, उनके स्थान पर नए भेजे गए।", "उनके"),
        ("सदर एसडीएम रमेश वर्मा आए। तीनों एसडीएम को पत्र भेजा गया।", "एसडीएम"),
        ("अध्यक्ष रमेश वर्मा आए। अध्यक्ष के चुनाव पर चर्चा हुई।", "अध्यक्ष"),
        ("डीम्ड टू बी विश्वविद्यालय में बी.डी. वर्मा आए।", "बी विश्व"),
    ],
)
def test_nobody_is_meant(text: str, word: str) -> None:
    assert meant(text, word) == []


def test_a_title_before_its_holder_is_named_means_whoever_has_it() -> None:
    text = "बैठक हुई\nमंडल अध्यक्ष रिपोर्ट दें। इस मौके पर मंडल अध्यक्ष रमेश वर्मा मौजूद थे।"
    found = find_entities(text, find_regions(text))
    (person,), at = found.people, text.index("मंडल अध्यक्ष")
    assert all(mention.span.start != at for mention in person.mentions)
    assert [office.title for office in found.offices] == ["मंडल अध्यक्ष"]
    told = "बैठक हुई\nडीएम ने कहा कि काम करें। बाद में डीएम रमेश वर्मा ने पौधा लगाया।"
    assert len(find_entities(told, find_regions(told)).offices) == 0


@pytest.mark.parametrize(
    ("place", "count"),
    [("", 1), ("हरिपुर के ", 0)],
)
def test_who_is_told_by_title_may_be_named_later_by_the_same_title(place: str, count: int) -> None:
    text = f"सोनपुर में वर्षा\nजांच के निर्देश एसडीएम को दिए गए।\n{place}एसडीएम सलीम राणा बैठक में रहे।"
    found = find_entities(text, find_regions(text))
    at = text.index("एसडीएम")
    held = [p for p in found.people if any(m.span.start == at for m in p.mentions)]
    assert len(held) == count
    assert all(post.title == "एसडीएम" for person in held for post in person.posts)


def test_titles_of_all_areas_mean_no_holder() -> None:
    text = "सोनपुर में वर्षा\nदोनों प्रखंड के बीडीओ को पत्र भेजा गया।\nबीडीओ सलीम राणा बैठक में रहे।"
    found = find_entities(text, find_regions(text))
    assert [len(person.mentions) for person in found.people] == [1]


def test_another_name_of_a_person_is_meant_later() -> None:
    text = "प्रखंड अध्यक्ष सलीम राणा उर्फ पप्पू वर्मा आए। बैठक में पप्पू वर्मा ने कहा।"
    assert meant(text, "पप्पू") == ["सलीम राणा"]
    assert meant("सलीम राणा आए। बैठक में पप्पू वर्मा ने कहा।", "पप्पू") == ["पप्पू वर्मा"]


def test_a_garden_is_nobody() -> None:
    found = find_entities("सम्मेलन गोविंद वाटिका में होगा।", find_regions("सम्मेलन गोविंद वाटिका में होगा।"))
    assert found.people == ()


def test_the_holder_in_another_ministry_is_somebody_else() -> None:
    text = "स्वास्थ्य मंत्रालय के संयुक्त सचिव रमेश वर्मा आए। गृह मंत्रालय की संयुक्त सचिव ने कहा।"
    assert meant(text, "संयुक्त सचिव") == []


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("प्रखंड शिक्षा पदाधिकारी गीता वर्मा आईं। बीईओ ने जांच की।", ["प्रखंड शिक्षा पदाधिकारी", "बीईओ"]),
        ("वन प्रमंडल पदाधिकारी गीता वर्मा आईं। डीएफओ ने जांच की।", ["वन प्रमंडल पदाधिकारी", "डीएफओ"]),
        ("शिविर में SDM ने जांच की।\nएसडीएम गीता वर्मा ने नोटिस दिया।", ["एसडीएम"]),
        ("सीएमएचओ गीता वर्मा आईं। पत्र सीएमएचओ एवं सीएमओ को मिला।", ["सीएमएचओ"]),
        ("चौकी प्रभारी गीता वर्मा आईं। सात चौकी इंचार्ज बदले गए।", ["चौकी प्रभारी"]),
        ("पुलिस अधीक्षक गीता वर्मा आईं। सूची अधीक्षक शाखा को दें।", ["पुलिस अधीक्षक"]),
    ],
)
def test_other_forms_of_a_title(text: str, titles: list[str]) -> None:
    (person,) = find_entities(text).people
    assert [post.title for post in person.posts] == titles


def test_the_office_of_a_holder_is_given_to_nobody() -> None:
    text = "गीता वर्मा को सदस्य तथा राज्यपाल सचिवालय के सचिव मोहन लाल को अध्यक्ष बनाया गया।"
    found = {person.name: [post.title for post in person.posts] for person in find_entities(text).people}
    assert "राज्यपाल" not in found["गीता वर्मा"]
