"""Tables under headings of columns: a row to a line, or a cell to a line (all invented)."""

from __future__ import annotations

import pytest
from assigned import Given, assignments

from nirdesh.run.pipeline import Pipeline

ORDER = "जिलाधिकारी रमेश खन्ना ने मेले के लिए ड्यूटी चार्ट जारी किया है।"
MOVES = "पुलिस अधीक्षक रमेश खन्ना ने चार अफसरों के तबादले किए हैं।"


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline("spacy")


def read(pipeline: Pipeline, *lines: str) -> list[Given]:
    return assignments(pipeline, "जिले में नई तैनाती", *lines)


def test_titles_head_columns_of_names(pipeline: Pipeline) -> None:
    rows = ("स्थान\tमजिस्ट्रेट\tपुलिस प्रभारी", "रेत घाट\tमोहन सोनी\tकमल पटेल", "नाव घाट\tहेमा राणा\tदिनेश उइके")
    assert read(pipeline, ORDER, "", *rows) == [
        ("मोहन सोनी", "मजिस्ट्रेट", "रेत घाट", "appointed"),
        ("कमल पटेल", "पुलिस प्रभारी", "रेत घाट", "appointed"),
        ("हेमा राणा", "मजिस्ट्रेट", "नाव घाट", "appointed"),
        ("दिनेश उइके", "पुलिस प्रभारी", "नाव घाट", "appointed"),
    ]


def test_columns_tell_from_where_to_where(pipeline: Pipeline) -> None:
    rows = (
        "| नाम | पद | कहां से | कहां |",
        "| मोहन सोनी | उप यंत्री | वृत्त खुरई | वृत्त रहली |",
        "| हेमा राणा | सहायक यंत्री | वृत्त रहली | वृत्त खुरई |",
    )
    assert read(pipeline, MOVES, "", *rows) == [
        ("मोहन सोनी", "उप यंत्री", "वृत्त रहली", "transferred"),
        ("हेमा राणा", "सहायक यंत्री", "वृत्त खुरई", "transferred"),
    ]


def test_the_new_post_is_the_role_and_else_the_rank(pipeline: Pipeline) -> None:
    rows = (
        "क्र. | नाम | वर्तमान पदस्थापना | नवीन पदस्थापना",
        "1 | उनि. मोहन सोनी | थाना खुरई | थाना प्रभारी रहली",
        "2 | उनि. हेमा राणा | थाना रहली | थाना खुरई",
    )
    assert read(pipeline, MOVES, "", *rows) == [
        ("मोहन सोनी", "थाना प्रभारी", "रहली", "transferred"),
        ("हेमा राणा", "उनि.", "खुरई", "transferred"),
    ]


def test_a_heading_says_what_those_named_are(pipeline: Pipeline) -> None:
    rows = ("पटवारी का नाम | नया हल्का", "मोहन सोनी | खुरई", "हेमा राणा | टिकरिया", "बाबूलाल | मोरखेड़ी")
    assert read(pipeline, MOVES, "", *rows) == [
        ("मोहन सोनी", "पटवारी", "खुरई", "transferred"),
        ("हेमा राणा", "पटवारी", "टिकरिया", "transferred"),
        ("बाबूलाल", "पटवारी", "मोरखेड़ी", "transferred"),
    ]


def test_cells_stand_one_to_a_line(pipeline: Pipeline) -> None:
    order = "निम्न अधिकारियों को उनके नाम के सम्मुख अंकित कार्य हेतु नोडल अधिकारी नियुक्त किया जाता है :-"
    rows = ("क्र.", "नाम व पदनाम", "सौंपा गया कार्य", "मोबाइल नं.")
    rows += ("1", "श्री मोहन सोनी, उप संचालक", "मतदाता जागरूकता", "98xxx1")
    rows += ("2", "श्रीमती हेमा राणा, तहसीलदार", "वाहन व्यवस्था", "98xxx2")
    assert read(pipeline, order, *rows) == [
        ("मोहन सोनी", "नोडल अधिकारी", None, "appointed"),
        ("हेमा राणा", "नोडल अधिकारी", None, "appointed"),
    ]
    rows = ("पाली", "पदाधिकारी", "सहायक", "प्रथम", "मोहन सोनी", "कमल पटेल", "द्वितीय", "हेमा राणा", "दिनेश उइके")
    assert read(pipeline, ORDER, *rows) == [
        ("मोहन सोनी", "पदाधिकारी", None, "appointed"),
        ("कमल पटेल", "सहायक", None, "appointed"),
        ("हेमा राणा", "पदाधिकारी", None, "appointed"),
        ("दिनेश उइके", "सहायक", None, "appointed"),
    ]


def test_a_table_of_results_is_none(pipeline: Pipeline) -> None:
    rows = ("नाम | पद | अंक", "मोहन सोनी | खिलाड़ी | 20", "हेमा राणा | खिलाड़ी | 30")
    assert read(pipeline, "खेलकूद प्रतियोगिता में ये विजेता रहे।", "", *rows) == []


def test_the_new_post_or_place_stands_first_and_whence_in_a_bracket(pipeline: Pipeline) -> None:
    rows = (
        "खुरई थाना प्रभारी : पु.अ.नि. मोहन सोनी (वर्तमान - साइबर सेल)",
        "रहली थाना प्रभारी : पु.अ.नि. हेमा राणा (वर्तमान - पुलिस केंद्र)",
        "यातायात प्रभारी : स.अ.नि. कमल पटेल (वर्तमान - महिला थाना)",
    )
    assert read(pipeline, MOVES, "", *rows) == [
        ("मोहन सोनी", "थाना प्रभारी", "खुरई", "transferred"),
        ("हेमा राणा", "थाना प्रभारी", "रहली", "transferred"),
        ("कमल पटेल", "यातायात प्रभारी", None, "transferred"),
    ]
    moves = "बीएसए रमेश खन्ना ने सात ब्लॉकों में खंड शिक्षा अधिकारी बदले हैं। तबादले की सूची -"
    rows = (
        "खुरई - मोहन सोनी (पूर्व में बीना)",
        "बीना - हेमा राणा (पूर्व में नगर क्षेत्र)",
        "नगर क्षेत्र - कमल पटेल (पूर्व में खुरई)",
    )
    assert read(pipeline, moves, "", *rows) == [
        ("मोहन सोनी", "खंड शिक्षा अधिकारी", "खुरई", "transferred"),
        ("हेमा राणा", "खंड शिक्षा अधिकारी", "बीना", "transferred"),
        ("कमल पटेल", "खंड शिक्षा अधिकारी", "नगर क्षेत्र", "transferred"),
    ]
