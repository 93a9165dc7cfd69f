"""Blocks of short lines: titles over names, rows of cells, places as headings."""

from __future__ import annotations

import pytest
from assigned import assignments

from nirdesh.ingest.build import to_report
from nirdesh.ingest.document import Document
from nirdesh.run.pipeline import Pipeline

ORDER = "युवा मंच के जिलाध्यक्ष रमेश खन्ना ने पदाधिकारियों की सूची जारी की है।"
DUTIES = "जिलाधिकारी रमेश खन्ना ने मेले के लिए अधिकारियों को जिम्मेदारी सौंपी है।"
MEETING = "युवा मंच की बैठक में रमेश खन्ना मौजूद रहे।"


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline("spacy")


def read(pipeline: Pipeline, *lines: str) -> list[tuple[str, str, str | None]]:
    return [row[:3] for row in assignments(pipeline, "सागर में नई टीम", *lines)]


def test_titles_stand_over_names(pipeline: Pipeline) -> None:
    found = read(pipeline, ORDER, "", "उपाध्यक्ष", "मोहन सोनी", "सुनीता उइके", "", "सचिव", "कमल पटेल")
    assert found == [
        ("मोहन सोनी", "उपाध्यक्ष", None),
        ("सुनीता उइके", "उपाध्यक्ष", None),
        ("कमल पटेल", "सचिव", None),
    ]


def test_titles_stand_below_names(pipeline: Pipeline) -> None:
    found = read(pipeline, ORDER, "", "मोहन सोनी", "उपाध्यक्ष", "कमल पटेल", "सचिव")
    assert found == [("मोहन सोनी", "उपाध्यक्ष", None), ("कमल पटेल", "सचिव", None)]


def test_cells_of_a_row_belong_together(pipeline: Pipeline) -> None:
    rows = ("क्रमांक | नाम | पद | स्थान", "1 | मोहन सोनी | सचिव | खुरई", "2 | सुनीता उइके | मंत्री | रहली")
    found = read(pipeline, ORDER, "", *rows)
    assert found == [("मोहन सोनी", "सचिव", "खुरई"), ("सुनीता उइके", "मंत्री", "रहली")]


def test_a_block_after_a_meeting_is_no_list_of_posts(pipeline: Pipeline) -> None:
    assert read(pipeline, MEETING, "", "उपाध्यक्ष", "मोहन सोनी", "", "सचिव", "कमल पटेल") == []


def test_lines_that_are_only_a_place_head_what_stands_below(pipeline: Pipeline) -> None:
    duty = "सफाई की जिम्मेदारी तहसीलदार {} को दी गई है।"
    found = read(pipeline, DUTIES, "", "खुरई", duty.format("मोहन सोनी"), "रहली", duty.format("कमल पटेल"))
    named = [(person, place) for person, _, place in found if person in ("मोहन सोनी", "कमल पटेल")]
    assert named == [("मोहन सोनी", "खुरई"), ("कमल पटेल", "रहली")]


def test_titles_beside_names_line_after_line_are_posts(pipeline: Pipeline) -> None:
    body = "युवा मंच की बॉडी का ऐलान हो गया है।"
    found = read(pipeline, body, "", "मोहन सोनी, कमल पटेल - उपाध्यक्ष", "सुनीता उइके - सचिव", "हेमा राणा - खजांची")
    assert found == [
        ("मोहन सोनी", "उपाध्यक्ष", None),
        ("कमल पटेल", "उपाध्यक्ष", None),
        ("सुनीता उइके", "सचिव", None),
        ("हेमा राणा", "खजांची", None),
    ]
    assert read(pipeline, MEETING, "", "मोहन सोनी - उपाध्यक्ष", "सुनीता उइके - सचिव", "हेमा राणा - मंत्री") == []


def test_one_title_before_several_names_of_a_line(pipeline: Pipeline) -> None:
    found = read(pipeline, ORDER, "", "उपाध्यक्ष मोहन सोनी, कमल पटेल", "सचिव सुनीता उइके")
    assert found == [
        ("मोहन सोनी", "उपाध्यक्ष", None),
        ("कमल पटेल", "उपाध्यक्ष", None),
        ("सुनीता उइके", "सचिव", None),
    ]


def test_names_under_places_get_the_title_that_was_announced(pipeline: Pipeline) -> None:
    body = "युवा मंच के जिलाध्यक्ष रमेश खन्ना ने रविवार को कस्बों में प्रभारी बनाए हैं।"
    found = read(pipeline, body, "", "खुरई", "मोहन सोनी", "कमल पटेल", "", "रहली", "सुनीता उइके")
    assert found == [
        ("मोहन सोनी", "प्रभारी", "खुरई"),
        ("कमल पटेल", "प्रभारी", "खुरई"),
        ("सुनीता उइके", "प्रभारी", "रहली"),
    ]


def test_an_arrow_leads_to_the_new_post(pipeline: Pipeline) -> None:
    body = "गृह विभाग ने पुलिस अधिकारियों के तबादले किए हैं।"
    found = read(pipeline, body, "", "मोहन सोनी >> आईजी, सागर", "कमल पटेल >> एसपी, दमोह")
    assert found == [("मोहन सोनी", "आईजी", "सागर"), ("कमल पटेल", "एसपी", "दमोह")]


def test_marks_of_bold_type_are_no_part_of_names(pipeline: Pipeline) -> None:
    body = "युवा मंच के जिलाध्यक्ष *रमेश खन्ना* ने क्षेत्रों में *सीट प्रभारी* नियुक्त किए हैं"
    found = read(pipeline, body, "👉 खुरई - *मोहन सोनी*", "👉 रहली - *कमल पटेल*")
    assert found == [("मोहन सोनी", "सीट प्रभारी", "खुरई"), ("कमल पटेल", "सीट प्रभारी", "रहली")]


TRANSFERS = "राजस्व विभाग ने गुरुवार को तबादला सूची जारी की।"
POSTED = "उपायुक्त रमेश खन्ना के आदेश पर अधिकारियों की घाटों पर प्रतिनियुक्ति की गई है।"
ROWS = (
    "1. मोहन सोनी, उपखंड अधिकारी, सागर",
    "2. सुनीता उइके, उप सचिव, शिक्षा विभाग, भोपाल",
    "3. कमल पटेल, भू-प्रबंध अधिकारी, दमोह",
    "4. अनिल दुबे, तहसीलदार, हटवारा",
)


def test_rows_of_name_post_and_place(pipeline: Pipeline) -> None:
    assert read(pipeline, TRANSFERS, "", *ROWS) == [
        ("मोहन सोनी", "उपखंड अधिकारी", "सागर"),
        ("सुनीता उइके", "उप सचिव", "भोपाल"),
        ("कमल पटेल", "भू-प्रबंध अधिकारी", "दमोह"),
        ("अनिल दुबे", "तहसीलदार", "हटवारा"),
    ]


def test_rows_of_people_who_were_there_give_no_post(pipeline: Pipeline) -> None:
    assert not read(pipeline, MEETING, "", "उपस्थित :", *ROWS)


def test_sites_over_labels(pipeline: Pipeline) -> None:
    first = ("हटवारा घाट", "दंडाधिकारी - मोहन सोनी", "सहायक दंडाधिकारी - सुनीता उइके")
    second = ("पुराना डैम", "दंडाधिकारी - कमल पटेल", "सहायक दंडाधिकारी - अनिल दुबे")
    assert read(pipeline, POSTED, "", *first, "", *second) == [
        ("मोहन सोनी", "दंडाधिकारी", "हटवारा घाट"),
        ("सुनीता उइके", "सहायक दंडाधिकारी", "हटवारा घाट"),
        ("कमल पटेल", "दंडाधिकारी", "पुराना डैम"),
        ("अनिल दुबे", "सहायक दंडाधिकारी", "पुराना डैम"),
    ]


def test_labels_under_a_heading_of_workers_are_their_duties(pipeline: Pipeline) -> None:
    lines = ("स्वयंसेवक", "मंच सज्जा : मोहन सोनी", "विद्युत व्यवस्था : सुनीता उइके", "अतिथि आवास : कमल पटेल")
    assert [role for _, role, _ in read(pipeline, "समिति ने मेले के काम बांटे।", "", *lines)] == [
        "मंच सज्जा",
        "विद्युत व्यवस्था",
        "अतिथि आवास",
    ]


def givers(pipeline: Pipeline, text: str) -> dict[str, list[str]]:
    record = pipeline.record(to_report(Document(source="x", place="x", text=text, published="2024-05-13")))
    names = {person.id: person.name for person in record.people}
    return {names[a.assignee]: [names.get(b, b) for b in a.by] for a in record.assignments}


SHUFFLE = "सागर, 4 मई। नगर विकास विभाग ने दो अभियंताओं का तबादला किया है। "
MOVES = (
    "\n1. श्री मोहन सोनी, सहायक अभियंता, दमोह से अवर अभियंता, सागर"
    "\n2. श्री कमल पटेल, अवर अभियंता, कटनी से सहायक अभियंता, रीवा\n"
)


def test_each_list_has_the_giver_who_was_told_before_it(pipeline: Pipeline) -> None:
    later = "इधर, पुलिस अधीक्षक ने थाना प्रभारियों को भी बदला है। निरीक्षक उमेश सोनी को कोतवाली की जिम्मेदारी दी गई है।"
    by = givers(pipeline, SHUFFLE + MOVES + later)
    assert by["मोहन सोनी"] == by["कमल पटेल"] == ["नगर विकास विभाग"]
    assert by["उमेश सोनी"] == ["पुलिस अधीक्षक"]


def test_who_issued_the_order_over_a_list_gets_no_post_in_it(pipeline: Pipeline) -> None:
    by = givers(pipeline, SHUFFLE + "अवर सचिव सुनीता उइके द्वारा जारी आदेश के अनुसार-" + MOVES)
    assert by.keys() == {"मोहन सोनी", "कमल पटेल"}
