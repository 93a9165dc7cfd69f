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
