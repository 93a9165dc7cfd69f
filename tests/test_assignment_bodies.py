"""Posts of parties, unions and associations in whole reports. Invented people and bodies."""

from __future__ import annotations

import pytest
from assigned import assignments

from nirdesh.run.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline("spacy")


def test_the_team_of_who_holds_a_post_at_a_place(pipeline: Pipeline) -> None:
    found = assignments(
        pipeline,
        "संघ की टीम घोषित",
        "किसान दल के सीकर जिलाध्यक्ष मोहन ठाकुर ने अपनी नई टीम घोषित कर दी है। "
        "टीम में रमा देशवाल को उपाध्यक्ष व सलीम बारी को सचिव बनाया गया है।",
    )
    assert found == [
        ("रमा देशवाल", "उपाध्यक्ष", "सीकर", "appointed"),
        ("सलीम बारी", "सचिव", "सीकर", "appointed"),
    ]


def test_the_team_of_who_leads_the_town(pipeline: Pipeline) -> None:
    found = assignments(
        pipeline,
        "संघ की सूची जारी",
        "अजमेर। सेवा दल के शहर अध्यक्ष मोहन ठाकुर ने अपनी कार्यकारिणी की सूची जारी की है। सचिव: रमा देशवाल, सलीम बारी।",
    )
    assert [place for _, _, place, _ in found] == ["अजमेर", "अजमेर"]


def test_duties_of_labels_with_commas_desks_and_brackets(pipeline: Pipeline) -> None:
    found = assignments(
        pipeline,
        "मेला समिति की बैठक",
        "समिति की बैठक में मेले की तैयारी को लेकर सदस्यों के बीच काम बांटा गया जो इस प्रकार है-",
        "- रोशनी, माइक : रमेश सोनी, कमल पटेल (तार समिति देगी)",
        "- खोया पाया केंद्र : सुनीता वर्मा",
        "- झूला : दिनेश यादव",
    )
    assert [row[:2] for row in found] == [
        ("रमेश सोनी", "रोशनी, माइक"),
        ("कमल पटेल", "रोशनी, माइक"),
        ("सुनीता वर्मा", "खोया पाया केंद्र"),
        ("दिनेश यादव", "झूला"),
    ]


@pytest.mark.parametrize("verb", ["रखे गए हैं", "शामिल हैं", "को रखा गया है"])
def test_seats_in_a_body_of_titles(pipeline: Pipeline, verb: str) -> None:
    line = f"समिति का गठन हुआ। संरक्षक मंडल में रमेश सोनी और कमल पटेल {verb}।"
    found = assignments(pipeline, "समिति बनी", line)
    assert [row[:2] for row in found] == [("रमेश सोनी", "संरक्षक मंडल"), ("कमल पटेल", "संरक्षक मंडल")]


@pytest.mark.parametrize(
    "line",
    [
        "नई टीम में अध्यक्ष रमेश सोनी, सचिव कमल पटेल और प्रवक्ता सुनीता वर्मा शामिल हैं।",
        "संघ की नई कार्यकारिणी में रमेश सोनी अध्यक्ष, कमल पटेल सचिव और सुनीता वर्मा प्रवक्ता हैं।",
        "रमेश सोनी मंच के अध्यक्ष, कमल पटेल सचिव और सुनीता वर्मा प्रवक्ता मनोनीत।",
    ],
)
def test_posts_that_a_new_team_has(pipeline: Pipeline, line: str) -> None:
    assert [row[:2] for row in assignments(pipeline, "संघ की बैठक", line)] == [
        ("रमेश सोनी", "अध्यक्ष"),
        ("कमल पटेल", "सचिव"),
        ("सुनीता वर्मा", "प्रवक्ता"),
    ]


def test_who_is_put_out_for_another_loses_the_post(pipeline: Pipeline) -> None:
    found = assignments(pipeline, "मंच की बैठक", "मंच ने रमेश सोनी को हटाकर कमल पटेल को जिलाध्यक्ष बनाया है।")
    assert {(row[0], row[1], row[3]) for row in found} == {
        ("रमेश सोनी", "जिलाध्यक्ष", "removed"),
        ("कमल पटेल", "जिलाध्यक्ष", "appointed"),
    }


def test_a_society_with_its_level_and_place(pipeline: Pipeline) -> None:
    found = assignments(
        pipeline,
        "समाज की बैठक",
        "धनगर समाज परिक्षेत्र छुरिया की वार्षिक बैठक हुई। बैठक में रमेश सोनी को अध्यक्ष चुना गया।",
    )
    assert found == [("रमेश सोनी", "अध्यक्ष", "छुरिया", "appointed")]


ROWS = (("संरक्षक", "रमेश सोनी"), ("अध्यक्ष", "कमल पटेल"), ("महासचिव", "सुनीता वर्मा"), ("सचिव", "दिनेश यादव"))


@pytest.mark.parametrize(
    "head", ["निम्न पदाधिकारी सर्वसम्मति से चुने गए", "नए पदाधिकारी इस प्रकार हैं :-", "नवीन कार्यकारिणी"]
)
@pytest.mark.parametrize("row", ["{1}, {0}", "■ {0} ▶ {1}", "| {0} | {1} |"])
def test_posts_of_rows_under_a_heading_for_all(pipeline: Pipeline, head: str, row: str) -> None:
    top = ["| पद | नाम |", "|---|---|"] if row.startswith("|") else []
    found = assignments(pipeline, "मंडल की बैठक हुई", head, *top, *(row.format(*each) for each in ROWS))
    assert [each[1::-1] for each in found] == list(ROWS)


def test_a_run_of_posts_under_a_heading(pipeline: Pipeline) -> None:
    found = assignments(pipeline, "मंडल की नवीन कार्यकारिणी", ", ".join(map(" ".join, ROWS)) + "।")
    assert [each[1::-1] for each in found] == list(ROWS)


def test_the_father_of_who_is_chosen_is_given_nothing(pipeline: Pipeline) -> None:
    rows = [f"{k}. {name} पुत्र श्री मोहन सोनी - {post}" for k, (post, name) in enumerate(ROWS, 1)]
    found = assignments(pipeline, "मंडल की बैठक हुई", "नवीन कार्यकारिणी का गठन किया गया।", *rows)
    assert "मोहन सोनी" not in {each[0] for each in found}


def test_the_wife_of_somebody_may_be_chosen(pipeline: Pipeline) -> None:
    line = "पूर्व सरपंच मोहन सोनी की पत्नी सुनीता वर्मा को समिति का अध्यक्ष चुना गया।"
    assert [row[:2] for row in assignments(pipeline, "समिति की बैठक", line)] == [("सुनीता वर्मा", "अध्यक्ष")]


def test_seats_in_a_body_by_a_label(pipeline: Pipeline) -> None:
    rows = ("अध्यक्ष - रमा देशवाल", "सचिव - मोहन ठाकुर", "कार्यकारिणी - सलीम बारी, उषा नेगी")
    found = assignments(pipeline, "व्यापार संघ का चुनाव", "व्यापार संघ का चुनाव हुआ।", *rows)
    assert [row[:2] for row in found] == [
        ("रमा देशवाल", "अध्यक्ष"),
        ("मोहन ठाकुर", "सचिव"),
        ("सलीम बारी", "कार्यकारिणी"),
        ("उषा नेगी", "कार्यकारिणी"),
    ]


def test_the_first_post_behind_its_name_and_the_others_before_theirs(pipeline: Pipeline) -> None:
    line = "कमेटी में नईम अहमद फिर से सदर, नायब सदर मंजूर कुरैशी व शफीक सैफी, खजांची अब्दुल रऊफ चुने गए।"
    assert [row[:2] for row in assignments(pipeline, "कमेटी की बैठक", line)] == [
        ("नईम अहमद", "सदर"),
        ("मंजूर कुरैशी", "नायब सदर"),
        ("शफीक सैफी", "नायब सदर"),
        ("अब्दुल रऊफ", "खजांची"),
    ]


def test_the_post_that_is_left_before_who_leaves_it(pipeline: Pipeline) -> None:
    found = assignments(pipeline, "संघ में बदलाव", "संघ के महासचिव पद से रमेश सोनी ने इस्तीफा दे दिया।")
    assert [(*row[:2], row[3]) for row in found] == [("रमेश सोनी", "महासचिव", "removed")]
