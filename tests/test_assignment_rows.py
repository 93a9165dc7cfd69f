"""Rows of places and names under one title that stands before, over or behind them."""

from __future__ import annotations

import pytest
from assigned import assignments

from nirdesh.run.pipeline import Pipeline

NAMED = "युवा मंच के जिलाध्यक्ष रमेश खन्ना ने मंडलों के लिए प्रभारी नियुक्त करते हुए कहा कि सब काम में जुटें।"
PEOPLE = ("मोहन सोनी", "सुनीता उइके", "कमल पटेल")
PLACES = ("खुरई", "रहली", "बंडा")
ORDER = "कलेक्टर ने तबादले के आदेश जारी किए हैं।"


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline("spacy")


def read(pipeline: Pipeline, *lines: str, headline: str = "सागर में बैठक") -> list[tuple[str, str, str | None]]:
    return [row[:3] for row in assignments(pipeline, headline, *lines)]


@pytest.mark.parametrize("mark", [" : ", " → ", " | ", " -- "])
def test_a_title_that_is_filled_before_holds_for_rows(pipeline: Pipeline, mark: str) -> None:
    rows = [place + mark + name for place, name in zip(PLACES, PEOPLE, strict=True)]
    want = [(name, "प्रभारी", place) for place, name in zip(PLACES, PEOPLE, strict=True)]
    assert read(pipeline, NAMED, "", *rows) == want


def test_a_second_title_beside_the_second_name_of_a_row(pipeline: Pipeline) -> None:
    rows = [place + " - " + name for place, name in zip(PLACES, PEOPLE, strict=True)]
    rows[0] += ", सहप्रभारी लोकेश जोशी"
    found = [row[:2] for row in read(pipeline, NAMED, "", *rows)]
    assert found[:2] == [("मोहन सोनी", "प्रभारी"), ("लोकेश जोशी", "सहप्रभारी")]


def test_a_title_of_a_level_holds_for_a_list_of_transfers(pipeline: Pipeline) -> None:
    told = "निगम ने उपायुक्त स्तर के अधिकारियों के तबादले किए हैं। सुनीता उइके अब बंडा जाएंगी।"
    assert read(pipeline, told, headline="तबादले")[-1] == ("सुनीता उइके", "उपायुक्त", "बंडा")


def test_places_and_names_on_lines_of_their_own(pipeline: Pipeline) -> None:
    lines = [line for pair in zip(PLACES, PEOPLE, strict=True) for line in pair]
    want = [(name, "प्रभारी", place) for place, name in zip(PLACES, PEOPLE, strict=True)]
    assert read(pipeline, NAMED, "", *lines) == want


def test_a_title_behind_the_rows(pipeline: Pipeline) -> None:
    rows = [f"{place} -> {name}" for place, name in zip(PLACES, PEOPLE, strict=True)]
    after = "इन सभी वार्ड प्रभारियों को रोज रिपोर्ट देनी होगी।"
    found = read(pipeline, "युवा मंच की सूची जारी हुई।", "", *rows, after)
    assert found == [(n, "वार्ड प्रभारियों", p) for p, n in zip(PLACES, PEOPLE, strict=True)]


def test_rows_without_a_title_give_nothing(pipeline: Pipeline) -> None:
    rows = [f"{place} : {name}" for place, name in zip(PLACES, PEOPLE, strict=True)]
    assert read(pipeline, "युवा मंच की बैठक में कार्यकर्ता मौजूद रहे।", "", *rows) == []


def test_rows_from_a_post_behind_a_comma_to_a_new_one(pipeline: Pipeline) -> None:
    rows = (
        "➤ श्री मोहन सोनी, डिप्टी कलेक्टर – अनुविभागीय अधिकारी (राजस्व) खुरई",
        "➤ सुश्री सुनीता उइके, एसडीएम खुरई – एसडीएम रहली",
        "➤ श्री कमल पटेल, पुलिस लाइन – थाना प्रभारी बंडा",
    )
    found = read(pipeline, ORDER, "", *rows, headline="सागर में तबादले")
    assert found == [
        ("मोहन सोनी", "अनुविभागीय अधिकारी (राजस्व)", "खुरई"),
        ("सुनीता उइके", "एसडीएम", "रहली"),
        ("कमल पटेल", "थाना प्रभारी", "बंडा"),
    ]


def test_a_post_before_its_body_behind_a_name(pipeline: Pipeline) -> None:
    rows = (
        "1. श्री मोहन सोनी- अध्यक्ष, खेल विकास समिति",
        "2. श्रीमती सुनीता उइके- उपाध्यक्ष, ग्राम पंचायत सलाहकार परिषद",
        "3. श्री कमल पटेल- सदस्य, सैनिक कल्याण सलाहकार समिति",
    )
    found = read(pipeline, "सरकार ने दायित्वों की सूची जारी की है।", "", *rows)
    posts = [("मोहन सोनी", "अध्यक्ष"), ("सुनीता उइके", "उपाध्यक्ष"), ("कमल पटेल", "सदस्य")]
    assert [row[:2] for row in found] == posts


def test_a_charge_beside_the_post_of_a_row(pipeline: Pipeline) -> None:
    rows = (
        "➤ श्री मोहन सोनी, डिप्टी कलेक्टर – एसडीएम खुरई",
        "➤ सुश्री सुनीता उइके, एसडीएम खुरई – एसडीएम रहली",
        "सुनीता उइके जनपद पंचायत बंडा के सीईओ का अतिरिक्त प्रभार भी संभालेंगी।",
    )
    found = read(pipeline, ORDER, "", *rows, headline="सागर में तबादले")
    assert [row[:2] for row in found] == [
        ("मोहन सोनी", "एसडीएम"),
        ("सुनीता उइके", "एसडीएम"),
        ("सुनीता उइके", "सीईओ"),
    ]


def test_rows_that_give_a_new_post_behind_the_one_now(pipeline: Pipeline) -> None:
    rows = (
        "▪ मोहन सोनी, एसडीएम, खुरई को सिटी मजिस्ट्रेट, सागर",
        "▪ सुनीता उइके, सिटी मजिस्ट्रेट, सागर को एसडीएम, खुरई",
        "▪ कमल पटेल, तहसीलदार, रहली को प्रबंधक, बंडा का अतिरिक्त कार्यभार",
    )
    found = assignments(pipeline, "दमोह में तबादले", "राज्य सरकार ने तबादले के आदेश जारी किए हैं।", "", *rows)
    assert [(name, change) for name, _, _, change in found] == [
        ("मोहन सोनी", "transferred"),
        ("सुनीता उइके", "transferred"),
        ("कमल पटेल", "appointed"),
    ]
    assert [row[1:3] for row in found[:2]] == [("सिटी मजिस्ट्रेट", "सागर"), ("एसडीएम", "खुरई")]


def test_copies_of_an_order_give_nothing(pipeline: Pipeline) -> None:
    rows = (
        "1. मोहन सोनी, तहसीलदार, खुरई को सूचनार्थ",
        "2. सुनीता उइके, सचिव, बार एसोसिएशन को आवश्यक कार्यवाही हेतु",
    )
    assert read(pipeline, "कलेक्टर ने तबादले की नीति पर बात की।", "", "प्रतिलिपि:", *rows) == []


def test_rows_of_matters_of_an_office(pipeline: Pipeline) -> None:
    found = assignments(
        pipeline,
        "आयुक्त ने कार्य बांटे",
        "नए आदेश में:",
        "▪ उपायुक्त रमेश सोनी - गृहकर से मुक्त, जलकल",
        "▪ सहायक आयुक्त अनवर अली - अतिक्रमण के साथ उद्यान",
        "▪ अधीक्षक महेश वर्मा - नामांतरण शाखा (मूल काम के साथ)",
    )
    assert found == [
        ("रमेश सोनी", "गृहकर", None, "removed"),
        ("रमेश सोनी", "जलकल", None, "appointed"),
        ("अनवर अली", "उद्यान", None, "appointed"),
        ("महेश वर्मा", "नामांतरण शाखा", None, "appointed"),
    ]


def test_a_title_that_is_told_to_be_as_follows_holds_for_rows_with_posts_of_their_own(
    pipeline: Pipeline,
) -> None:
    lines = ["जिला स्कूल - कनीय अभियंता मोहन सोनी", "आदर्श विद्यालय : महिला पर्यवेक्षिका सुनीता उइके"]
    told = "सागर. शहर के केंद्रों पर स्टैटिक दंडाधिकारी इस प्रकार हैं:-"
    found = read(pipeline, told, *lines, headline="मैट्रिक परीक्षा")
    assert found == [(name, "स्टैटिक दंडाधिकारी", "सागर") for name in PEOPLE[:2]]


def test_people_who_are_told_to_be_present_as_follows_get_nothing(pipeline: Pipeline) -> None:
    lines = ["रहली - अभियंता मोहन सोनी", "बंडा - पर्यवेक्षिका सुनीता उइके"]
    assert read(pipeline, "बैठक में मौजूद दंडाधिकारी इस प्रकार हैं:-", *lines) == []


def test_whose_paper_it_is_gets_nothing_in_its_rows(pipeline: Pipeline) -> None:
    told = "जिला प्रधान रमेश खन्ना की तरफ से जारी पत्र के मुताबिक-"
    rows = [f"{place} - {name}" for place, name in zip(PLACES, PEOPLE, strict=True)]
    found = read(pipeline, told, *rows, "को हलका इंचार्ज लगाया गया है।")
    assert [row[0] for row in found] == list(PEOPLE)


def test_a_row_without_a_name_does_not_end_the_list_of_a_title(pipeline: Pipeline) -> None:
    found = assignments(
        pipeline,
        "मेले की उप समितियों के संयोजक तय",
        "ऊना। मेले की तैयारी के लिए बैठक हुई। विभिन्न उप समितियों के संयोजक इस प्रकार हैं:",
        "- पशु प्रदर्शनी – उप निदेशक पशुपालन अजय परमार",
        "- यंत्र प्रदर्शनी – विषय वाद विशेषज्ञ रमन जसवाल",
        "- पार्किंग : डीएसपी कुलविंदर भाटिया",
        "- साफ-सफाई – कार्यकारी अधिकारी नगर परिषद",
        "- कुश्ती : जिला खेल अधिकारी तिलक राणा और तहसीलदार विपन शर्मा (सह संयोजक)",
    )
    assert [row[:2] for row in found] == [
        ("अजय परमार", "संयोजक"),
        ("रमन जसवाल", "संयोजक"),
        ("कुलविंदर भाटिया", "संयोजक"),
        ("तिलक राणा", "संयोजक"),
        ("विपन शर्मा", "सह संयोजक"),
    ]
