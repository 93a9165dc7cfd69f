"""Orders that are the report themselves, and who acts between a name and its post."""

from __future__ import annotations

import pytest

from nirdesh.ingest.build import to_report
from nirdesh.ingest.document import Document
from nirdesh.report import Report
from nirdesh.run.pipeline import Pipeline

TOP = ("कार्यालय कलेक्टर जिला सागर", "क्रमांक 1146 दिनांक 18/03/2019", "// आदेश //")
DUTY = "मेले के लिए तहसीलदार मोहन सोनी को प्रभारी अधिकारी नियुक्त किया जाता है।"
SIGNED = ("(रमेश खन्ना)", "कलेक्टर सागर", "प्रतिलिपि :-", "1. आयुक्त सागर की ओर सूचनार्थ।")


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline("spacy")


def read(pipeline: Pipeline, *lines: str) -> list[tuple[str, str, str | None, list[str]]]:
    report = to_report(Document(source="x", place="x", text="\n".join([*lines, ""]), published="2024-05-13"))
    assert isinstance(report, Report)
    record = pipeline.record(report)
    names = {person.id: person.name for person in record.people}
    names |= {office.id: office.title for office in record.offices}
    places = {region.id: region.name for region in record.regions}
    return [
        (names[a.assignee], a.role.text, places.get(a.region or ""), [names[giver] for giver in a.by])
        for a in record.assignments
    ]


def test_who_signs_an_order_gives_its_posts(pipeline: Pipeline) -> None:
    assert read(pipeline, *TOP, DUTY, *SIGNED) == [("मोहन सोनी", "प्रभारी अधिकारी", None, ["रमेश खन्ना"])]


def test_an_order_may_be_signed_by_a_post_alone(pipeline: Pipeline) -> None:
    assert read(pipeline, *TOP, DUTY, "कलेक्टर, सागर")[0][3] == ["कलेक्टर"]


def test_the_heading_of_an_order_may_be_long(pipeline: Pipeline) -> None:
    top = ("नगर निगम", "कार्यालय-ज्ञाप संख्या 43/अधि-1/06 दिनांक 17.1.2006")
    assert read(pipeline, *top, DUTY, "(प्रबन्ध निदेशक)")[0][3] == ["प्रबन्ध निदेशक"]


def test_who_signs_a_press_note_passes_it_on(pipeline: Pipeline) -> None:
    assert read(pipeline, "प्रेस विज्ञप्ति", DUTY, "भवदीय", "(रमेश खन्ना)", "मीडिया प्रभारी")[0][3] == []


def test_a_report_is_not_signed_by_whom_it_names_last(pipeline: Pipeline) -> None:
    assert read(pipeline, "सागर में तैनाती", DUTY, "मौके पर रमेश खन्ना मौजूद रहे।")[0][3] == []


def test_who_acts_between_a_name_and_the_verb_keeps_his_own_post(pipeline: Pipeline) -> None:
    text = "खुरई के राजस्व कर्मचारी मोहन सोनी को डीएम रमेश खन्ना ने गुरुवार को निलंबित कर दिया।"
    assert read(pipeline, text) == [("मोहन सोनी", "राजस्व कर्मचारी", "खुरई", ["रमेश खन्ना"])]
    text = "मोहन सोनी को मंडल अध्यक्ष रमेश खन्ना ने सचिव नियुक्त किया है।"
    assert read(pipeline, text) == [("मोहन सोनी", "सचिव", None, ["रमेश खन्ना"])]


def test_a_name_inside_a_word_breaks_no_block(pipeline: Pipeline) -> None:
    text = "\n".join(("आदेश", "", "केन्द्र : टी.पी. कॉलेज", "केन्द्राधीक्षक", "मोहन सोनी", "", "सागर", ""))
    report = to_report(Document(source="x", place="x", text=text, published="2024-05-13"))
    assert isinstance(report, Report)
    assert [problem.code for problem in pipeline.record(report).problems] == []


@pytest.mark.parametrize(
    ("headline", "role", "place", "by"),
    [
        ("संगठन ने मोहन सोनी को बनाया सागर का जिलाध्यक्ष", "जिलाध्यक्ष", "सागर", ["संगठन"]),
        ("संगठन ने बनाया मोहन सोनी को प्रदेश सचिव", "प्रदेश सचिव", None, ["संगठन"]),
        ("मोहन सोनी बने व्यापार मंडल के अध्यक्ष", "अध्यक्ष", None, []),
    ],
)
def test_a_headline_tells_the_post_after_its_verb(
    pipeline: Pipeline, headline: str, role: str, place: str | None, by: list[str]
) -> None:
    assert read(pipeline, headline, "सागर। कार्यकर्ताओं में खुशी है।") == [("मोहन सोनी", role, place, by)]


def test_what_a_headline_says_of_another_gives_no_post(pipeline: Pipeline) -> None:
    assert not read(pipeline, "संगठन ने मोहन सोनी को बनाया निशाना, बोले सचिव", "सागर। बैठक हुई।")


def test_a_sentence_without_a_verb_goes_on_with_the_posts(pipeline: Pipeline) -> None:
    told = "सागर में रमेश खन्ना केंद्र प्रभारी और मोहन सोनी सह प्रभारी होंगे।"
    goes_on = "दमोह में सुनीता उइके केंद्र प्रभारी, कमल पटेल सह प्रभारी।"
    assert [row[:2] for row in read(pipeline, f"{told} {goes_on}")] == [
        ("रमेश खन्ना", "केंद्र प्रभारी"),
        ("मोहन सोनी", "सह प्रभारी"),
        ("सुनीता उइके", "केंद्र प्रभारी"),
        ("कमल पटेल", "सह प्रभारी"),
    ]


def test_an_officer_told_by_the_title_with_its_seat(pipeline: Pipeline) -> None:
    text = "हजारीबाग। अनुमंडल पदाधिकारी, सदर को निर्माण की साप्ताहिक जांच हेतु नोडल पदाधिकारी बनाया गया है।"
    assert [row[:2] for row in read(pipeline, text)] == [("अनुमंडल पदाधिकारी, सदर", "नोडल पदाधिकारी")]
    text = "हजारीबाग। डीएम रमेश खन्ना ने एसडीओ सदर सीमा राय के साथ अस्पताल देखा। "
    text += "एसडीओ सदर को निर्माण का नोडल पदाधिकारी बनाया गया है।"
    assert [row[:2] for row in read(pipeline, text)] == [("सीमा राय", "नोडल पदाधिकारी")]
    assert read(pipeline, "हजारीबाग। संबंधित अधिकारी को जांच का प्रभारी बनाया गया है।") == []
