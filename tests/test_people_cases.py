"""Names and posts in the shapes that lists, notices and rows of a report take."""

from __future__ import annotations

import pytest

from nirdesh.extract.people import find_entities
from nirdesh.extract.people.new_posts import title_within
from nirdesh.extract.regions import find_regions
from nirdesh.extract.words import scan
from nirdesh.mentions import Span


def people(text: str) -> dict[str, list[str]]:
    found = find_entities(text, find_regions(text))
    return {person.name: [post.title for post in person.posts] for person in found.people}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("जिलाधिकारी कविता नेगवाल ने कहा कि काम करें।", {"कविता नेगवाल": ["जिलाधिकारी"]}),
        ("डीएसपी कप्तान सिंह ने टीम को बधाई दी।", {"कप्तान सिंह": ["डीएसपी"]}),
        ("सिविल सर्जन सह अस्पताल अधीक्षक डॉ. मीना लाल आईं।", {"मीना लाल": ["सिविल सर्जन", "अस्पताल अधीक्षक"]}),
        (
            "जिला निर्वाचन पदाधिकारी-सह-डीएम सलीम राणा ने बताया।",
            {"सलीम राणा": ["जिला निर्वाचन पदाधिकारी", "डीएम"]},
        ),
        ("नवनियुक्त जिलाध्यक्ष सलीम राणा का स्वागत हुआ।", {"सलीम राणा": ["जिलाध्यक्ष"]}),
        ("सरपंच रामलाल मीणा विजयी रहे।", {"रामलाल मीणा": ["सरपंच"]}),
        (
            "अध्यक्ष: मोहिनी शर्मा, सचिव: अकरम अली व रमेश वर्मा",
            {"मोहिनी शर्मा": ["अध्यक्ष"], "अकरम अली": ["सचिव"], "रमेश वर्मा": ["सचिव"]},
        ),
        ("आरोपी रामू पुत्र श्यामलाल को पकड़ा गया।", {"रामू": [], "श्यामलाल": []}),
        ("सुरेश यादव संयोजक पद से हटाए गए।", {"सुरेश यादव": ["संयोजक"]}),
        ("विधायक सुरेश यादव को राज्यमंत्री बनाया जा सकता है।", {"सुरेश यादव": ["विधायक"]}),
        ("डॉ. रमेश वर्मा 'राजू' को सचिव बनाया।", {"रमेश वर्मा 'राजू'": ["सचिव"]}),
        ("मीडिया का काम विकास मेहता देखेंगे।", {"विकास मेहता": []}),
        ("सचिव गोपन एस.पी. नौटियाल आए।", {"एस.पी. नौटियाल": ["सचिव गोपन"]}),
        (
            "एडीएम डी.सी. मिश्रा व सीएमओ डॉ. एमडी शर्मा आए।",
            {"डी.सी. मिश्रा": ["एडीएम"], "एमडी शर्मा": ["सीएमओ"]},
        ),
        ("एसपी यादव ने कहा।", {"यादव": ["एसपी"]}),
        ("सरपंच प्रतिनिधि राजू यादव आए।", {"राजू यादव": ["सरपंच प्रतिनिधि"]}),
        ("एसडीएम (सिविल) करसोग टेक चंद वर्मा आए।", {"टेक चंद वर्मा": ["एसडीएम"]}),
        ("एसडीएम कविता ने कहा।", {"कविता": ["एसडीएम"]}),
        (
            "राजेश यादव-अध्यक्ष, सुनीता देवी-सचिव चुने गए।",
            {"राजेश यादव": ["अध्यक्ष"], "सुनीता देवी": ["सचिव"]},
        ),
        ("पु.अ.नि. रमेश यादव निलंबित किए गए।", {"रमेश यादव": ["पु.अ.नि"]}),
        ("अपर सचिव (वित्त) आर.के. दहिया आए।", {"आर.के. दहिया": ["अपर सचिव वित्त"]}),
        ("जस्टिस रमेश वर्मा ने आदेश दिया।", {"रमेश वर्मा": ["जस्टिस"]}),
        ("निदेशक बागवानी रमेश वर्मा आए।", {"रमेश वर्मा": ["निदेशक बागवानी"]}),
        ("रमेश वर्मा को लोकायुक्त के पद की शपथ दिलाई गई।", {"रमेश वर्मा": ["लोकायुक्त"]}),
        (
            "आरक्षी पुनीत राय, सोनू भारती को निलंबित किया।",
            {"पुनीत राय": ["आरक्षी"], "सोनू भारती": ["आरक्षी"]},
        ),
        ("जिलाधिकारी वैशाली शेंडे को पत्र दिया।", {"वैशाली शेंडे": ["जिलाधिकारी"]}),
        ("साधनसेवी रमेश यादव आए।", {"रमेश यादव": ["साधनसेवी"]}),
        ("प्रभावती राव बोलीं कि रैली होगी।", {"प्रभावती राव": []}),
    ],
)
def test_shapes_of_names_and_posts(text: str, expected: dict[str, list[str]]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "महात्मा गांधी मार्ग बंद रहेगा।",
        "राम नवमी पर शोभायात्रा निकलेगी।",
        "ज्योति कलश यात्रा सुबह निकलेगी।",
        "विजय जुलूस नहीं निकलेगा।",
        "डीएम साहब ने कहा कि काम करें।",
        "लोकसभा (Lok Sabha) सीटों की सूची आई।",
    ],
)
def test_things_with_a_name_are_no_persons(text: str) -> None:
    assert people(text) == {}


def test_a_name_ends_where_the_model_says() -> None:
    text = "अध्यक्ष श्यामलाल सहारे ने कहा।"
    seen = [Span(text.index("श्यामलाल"), text.index(" ने"))]
    assert [person.name for person in find_entities(text, (), seen).people] == ["श्यामलाल सहारे"]
    assert [person.name for person in find_entities(text).people] == ["श्यामलाल"]


def test_a_syllable_before_a_hyphen_is_no_case_marker() -> None:
    assert [word.key for word in scan("एआर को-ऑपरेटिव को")][1::2] == ["को-", "को"]


def test_rows_of_titles_and_names() -> None:
    rows = ["जिला उपाध्यक्ष", "रतनलाल वर्मा", "शबनम बानो", "कोषाध्यक्ष", "अशोक गुप्ता"]
    expected = {"रतनलाल वर्मा": ["जिला उपाध्यक्ष"], "शबनम बानो": ["जिला उपाध्यक्ष"], "अशोक गुप्ता": ["कोषाध्यक्ष"]}
    assert people("\n".join(rows)) == expected


def test_posts_in_brackets_stay_in_their_row() -> None:
    text = "• अनुराधा पाल (मुख्य विकास अधिकारी)\n• रमेश वर्मा (अपर आयुक्त)"
    assert people(text) == {"अनुराधा पाल": ["मुख्य विकास अधिकारी"], "रमेश वर्मा": ["अपर आयुक्त"]}


def test_duty_for_one_occasion_is_no_post() -> None:
    assert title_within("जिला प्रवासी") == ""
    assert title_within("जिसके संयोजक") == "संयोजक"


@pytest.mark.parametrize(
    ("text", "seen", "expected"),
    [
        (
            "नगर अध्यक्ष झुंझुपल्ली नरसिंह यादव ने कहा।",
            "झुंझुपल्ली नरसिंह यादव",
            {"झुंझुपल्ली नरसिंह यादव": ["नगर अध्यक्ष"]},
        ),
        ("लोकेंद्र सिंह चंपावत को मंत्री बनाया गया।", "", {"लोकेंद्र सिंह चंपावत": ["मंत्री"]}),
        ("चालक शेख निसार गंभीर रूप से जख्मी है।", "शेख निसार", {"शेख निसार": ["चालक"]}),
        ("केंद्र व्यवस्थापक प्रश्नपत्र के बंडल खोलें।", "", {}),
        ("अपर सचिव नमामि बिष्ट आईं।", "नमामि बिष्ट", {"नमामि बिष्ट": ["अपर सचिव"]}),
        ("सीनियर डीईएन (को.) सुधीर घोष बोले।", "", {"सुधीर घोष": ["सीनियर डीईएन"]}),
        ("कीट वैज्ञानिक डॉ. महेश जोशी बोले।", "", {"महेश जोशी": ["कीट वैज्ञानिक"]}),
        (
            "पीडी ओमप्रकाश पटेल डीसी नरेगा शिवकली वर्मा आए।",
            "",
            {"ओमप्रकाश पटेल": ["पीडी"], "शिवकली वर्मा": ["डीसी नरेगा"]},
        ),
        (
            "दल बना। अन्य सदस्य- मान बहादुर थापा, जिया लाल।",
            "",
            {"मान बहादुर थापा": ["सदस्य"], "जिया लाल": ["सदस्य"]},
        ),
    ],
)
def test_edges_of_names(text: str, seen: str, expected: dict[str, list[str]]) -> None:
    spans = [Span(text.index(seen), text.index(seen) + len(seen))] if seen else []
    found = find_entities(text, find_regions(text), spans)
    assert {person.name: [post.title for post in person.posts] for person in found.people} == expected


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("वरीय पुलिस अधीक्षक सलीम राणा ने बैठक ली। एसएसपी ने गश्त के निर्देश दिए।", "एसएसपी"),
        ("पुलिस अधीक्षक सलीम राणा ने बैठक ली। कप्तान ने गश्त के निर्देश दिए।", "कप्तान"),
        ("मुख्य सचिव मीना लाल ने समीक्षा की। सीएस ने कहा कि काम तेज करें।", "सीएस"),
        ("डीआइजी सलीम राणा पहुंचे। डीआईजी ने कहा कि गश्त बढ़ाएं।", "डीआईजी"),
        ("अंचल अधिकारी सलीम राणा आए। सीओ ने नापी का निर्देश दिया।", "सीओ"),
        ("क्षेत्राधिकारी सलीम राणा आए। सीओ ने गश्त का निर्देश दिया।", "सीओ"),
        ("जनपद पंचायत के सीईओ सलीम राणा आए। जनपद सीईओ को नोटिस मिला।", "जनपद सीईओ"),
        ("मुख्य अतिथि विधायक सलीम राणा रहे। मुख्य अतिथि ने कहा कि काम करें।", "मुख्य अतिथि"),
        ("सलीम राणा मुख्य वक्ता के रूप में आए। मुख्य वक्ता ने कहा कि काम करें।", "मुख्य वक्ता"),
        ("मीना लाल को नगर मंत्री बनाया गया। मंत्री ने आभार जताया। कार्यालय मंत्री सुरेश यादव रहे।", "मंत्री"),
    ],
)
def test_another_form_of_a_post_means_its_holder(text: str, reference: str) -> None:
    found = find_entities(text, find_regions(text))
    at = text.index(f"। {reference} ") + 2
    named = [p.name for p in found.people if any(m.span.start == at for m in p.mentions)]
    assert named == [found.people[0].name]


@pytest.mark.parametrize(
    "text",
    [
        "जिला विकास अधिकारी सलीम राणा आए। डीसी ने कहा कि काम करें।",
        "कप्तान ने कहा कि टीम तैयार है।",
        "अपर पुलिस अधीक्षक सलीम राणा आए। एसपी ने कहा कि काम करें।",
    ],
)
def test_a_lesser_post_is_not_meant(text: str) -> None:
    found = find_entities(text, find_regions(text))
    assert all(m.kind != "post" for p in found.people for m in p.mentions)


def test_a_new_paragraph_may_turn_to_another_person() -> None:
    text = "लेखक रमेश वर्मा नहीं रहे। रमेश वर्मा 86 के थे। सलीम राणा ने दीया जलाया।"
    text += "\nरमेश वर्मा 1958 में बने। उन्होंने पुस्तकें लिखीं।"
    found = find_entities(text, find_regions(text))
    at = text.index("उन्होंने")
    assert [p.name for p in found.people if any(m.span.start == at for m in p.mentions)] == ["रमेश वर्मा"]


def test_in_whose_place_somebody_came() -> None:
    text = "रमेश वर्मा का तबादला हुआ। इनके स्थान पर सलीम राणा आए।"
    found = find_entities(text, find_regions(text))
    at = text.index("इनके")
    assert [p.name for p in found.people if any(m.span.start == at for m in p.mentions)] == ["रमेश वर्मा"]
