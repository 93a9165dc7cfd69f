"""Titles given away from a name, lists of titles, and the data files behind them."""

from __future__ import annotations

import pytest

from nirdesh.extract.people import find_entities
from nirdesh.extract.people.posts import find_posts
from nirdesh.extract.regions import find_regions
from nirdesh.extract.words import scan
from nirdesh.lexicon.files import DATA, read_text
from nirdesh.lexicon.gazetteer import gazetteer, kind_words
from nirdesh.lexicon.posts import post_grammar, split_key, titles


def posts(text: str) -> dict[str, list[str]]:
    found = find_entities(text, find_regions(text)).people
    return {person.name: [post.title for post in person.posts] for person in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("प्रमुख सचिव नगर विकास ने कहा", ["प्रमुख सचिव नगर विकास"]),
        ("प्रदेश महामंत्री एवं क्षेत्रीय प्रभारी आए", ["प्रदेश महामंत्री", "क्षेत्रीय प्रभारी"]),
        ("खंड विकास एवं पंचायत अधिकारी आए", ["खंड विकास एवं पंचायत अधिकारी"]),
        ("राष्ट्रीय टीम के सदस्य आए", ["राष्ट्रीय टीम के सदस्य"]),
        ("अंतरिम अध्यक्ष आईं", ["अंतरिम अध्यक्ष"]),
        ("संबंधित अधिकारी आएंगे", []),
        ("मुख्य ब्लॉक शिक्षा अधिकारी आए", ["मुख्य ब्लॉक शिक्षा अधिकारी"]),
        ("अधिशासी अभियंता नलकूप आए", ["अधिशासी अभियंता नलकूप"]),
        ("एडीजी कानून व्यवस्था आए", ["एडीजी कानून व्यवस्था"]),
        ("भूमि सुधार उप समाहर्ता आए", ["भूमि सुधार उप समाहर्ता"]),
        ("प्रांत धर्म जागरण प्रमुख आए", ["प्रांत धर्म जागरण प्रमुख"]),
        ("सभी प्रखंड मुख्यालयों में", []),
        ("धरना प्रदर्शन कर तहसीलदार को पत्र दिया", ["तहसीलदार"]),
        ("कर अधीक्षक आए", ["कर अधीक्षक"]),
        ("एस डी एम मोहन लाल वर्मा आए", ["एस डी एम"]),
        ("डॉ. एस पी सिंह आए", []),
        ("निदेशक एनईपी मोहन लाल वर्मा आए", ["निदेशक"]),
        ("विकास की बात हुई", []),
    ],
)
def test_titles(text: str, expected: list[str]) -> None:
    assert [post.title for post in find_posts(scan(text)) if not post.role] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "सचिव मोहन लाल यादव की ओर से जारी बयान के अनुसार रवि वर्मा को संयोजक नियुक्त किया गया है।",
            {"मोहन लाल यादव": ["सचिव"], "रवि वर्मा": ["संयोजक"]},
        ),
        (
            "मोहन लाल यादव को अध्यक्ष एवं सोनपुर के मुखिया रवि वर्मा को उपाध्यक्ष चुना गया।",
            {"मोहन लाल यादव": ["अध्यक्ष"], "रवि वर्मा": ["मुखिया", "उपाध्यक्ष"]},
        ),
        (
            "बैठक में गीता वर्मा को संयोजक, मोहन लाल यादव को सह संयोजक बनाया गया।",
            {"गीता वर्मा": ["संयोजक"], "मोहन लाल यादव": ["सह संयोजक"]},
        ),
        (
            "उपाध्यक्ष पद पर रमेश गुप्ता, सलीम अंसारी व कमला देवी को नियुक्त किया गया।",
            {"रमेश गुप्ता": ["उपाध्यक्ष"], "सलीम अंसारी": ["उपाध्यक्ष"], "कमला देवी": ["उपाध्यक्ष"]},
        ),
        ("शहर महामंत्री का प्रभार अब सुनीता पटेल देखेंगी।", {"सुनीता पटेल": ["शहर महामंत्री"]}),
        ("पूर्व विधायक व वरिष्ठ नेता मोहन यादव आए।", {"मोहन यादव": ["पूर्व विधायक"]}),
        ("सुरेश पाल को मुख्य सचिव ने पत्र भेजा।", {"सुरेश पाल": []}),
        ("रमेश गुप्ता, ग्राम विकास समिति के अध्यक्ष ने कहा।", {"रमेश गुप्ता": ["अध्यक्ष"]}),
        ("सुनीता पटेल (ग्राम विकास समिति की अध्यक्ष) ने कहा।", {"सुनीता पटेल": ["अध्यक्ष"]}),
        ("क्षेत्रीय वनाधिकारी रवि वर्मा आए। रेंज अधिकारी ने कहा।", {"रवि वर्मा": ["क्षेत्रीय वनाधिकारी", "रेंज अधिकारी"]}),
        (
            "जिला शिक्षा अधिकारी (प्रारंभिक) गीता वर्मा आईं। डीईओ ने कहा।",
            {"गीता वर्मा": ["जिला शिक्षा अधिकारी प्रारंभिक", "डीईओ"]},
        ),
        ("पांच ब्लॉक अध्यक्ष और रमेश गुप्ता आए।", {"रमेश गुप्ता": []}),
    ],
)
def test_titles_given_by_the_sentence(text: str, expected: dict[str, list[str]]) -> None:
    assert posts(text) == expected


def test_surname_and_said_pronouns_go_to_the_person() -> None:
    text = "जिलाध्यक्ष रमेश कटियार ने बैठक ली। कटियार ने कहा कि काम बढ़े। उनका कहना है कि समय कम है।"
    person = find_entities(text).people[0]
    assert [mention.kind for mention in person.mentions] == ["name", "short", "pronoun"]


def test_pronoun_without_a_clear_person_is_left() -> None:
    text = "रमेश कटियार और सुरेश पाल आए। वे बोले।"
    kinds = {mention.kind for person in find_entities(text).people for mention in person.mentions}
    assert kinds == {"name"}


def test_every_title_of_the_lexicon_is_found_whole() -> None:
    lost = [
        title.title
        for key, title in titles().items()
        if key == split_key(title.title) and key[-1] not in post_grammar().bound
        if [post.title for post in find_posts(scan(title.title))][:1]
        != [" ".join(w.text for w in scan(title.title))]
    ]
    assert len(lost) <= len(titles()) // 50, lost


@pytest.mark.parametrize("folder", ["posts", "organisations", "names", "gazetteer"])
def test_data_files_name_source_and_licence(folder: str) -> None:
    for path in sorted((DATA / folder).iterdir()):
        head = "\n".join(line for line in read_text(path).split("\n")[:14] if line.startswith("#")).lower()
        assert "licence" in head or "facts" in head, path.name
        assert "version" in head, path.name


def test_gazetteer_rows_hang_together() -> None:
    table = gazetteer()
    assert len([place for place in table.by_id.values() if place.kind == "assembly_constituency"]) == 403
    dangling = [
        place.id for place in table.by_id.values() if place.within and place.within not in table.by_id
    ]
    assert dangling == []
    assert {word.kind for words in kind_words().values() for word in words} >= {"district", "village", "ward"}
