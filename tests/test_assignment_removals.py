"""Suspensions, removals and transfers of officials in whole reports. Invented people and offices."""

from __future__ import annotations

import pytest
from assigned import assignments

from nirdesh.run.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline("spacy")


@pytest.mark.parametrize("verb", ["निलंबित कर दिया है", "लाइन हाजिर किया है", "हटा दिया है"])
def test_a_title_that_means_a_person_is_the_post_that_is_lost(pipeline: Pipeline, verb: str) -> None:
    found = assignments(
        pipeline,
        "थाने में कार्रवाई",
        f"सीतापुर। एसपी ने थाना प्रभारी को {verb}। थाना प्रभारी महेश सोनकर पर बदसलूकी का आरोप था।",
    )
    assert found == [("महेश सोनकर", "थाना प्रभारी", None, "removed")]
