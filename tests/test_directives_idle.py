"""Reports and sentences in which nothing counts: kinds of reports, threats, kin, old years, petitions."""

from __future__ import annotations

from typing import Any

import pytest
from directed import run

from nirdesh.extract.clauses.lexis import table

GENRES: list[dict[str, Any]] = table("frames/genres.toml")["genre"]


@pytest.mark.parametrize("genre", GENRES, ids=lambda g: g["id"])
def test_free_clauses_of_such_a_report_count_for_nothing(genre: dict[str, Any]) -> None:
    dates = {"10 मई": "2024-05-10"} if "10 मई" in genre["example"] else {}
    assert run(genre["example"], dates=dates)[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "ठेकेदार ने पत्नी को मायके जाने को कहा ।",
        "अंग्रेज कलेक्टर ने आदेश दिया कि कोई जुलूस न निकाला जाए ।",
        "चीन ने कहा कि पड़ोसी देश समझौते का पालन करें ।",
        "संघ के सचिव ने कहा कि मांगें पूरी नहीं हुईं तो उग्र आंदोलन किया जाएगा ।",
        "कार्यकर्ताओं ने मुख्यमंत्री के नाम ज्ञापन सौंपा । ज्ञापन में मानदेय बढ़ाने की मांग की गई है ।",
        "व्यापारियों ने मांग की कि सरकार कर्ज माफ करे ।",
    ],
)
def test_what_binds_nobody(text: str) -> None:
    assert run(text)[1] == ()


def test_what_was_told_in_a_year_that_is_over() -> None:
    assert run("2018 में लिपिकों को सूची बनाने को कहा गया ।", dates={"2018": "2018"})[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "सचिव ने लिपिकों को सूची बनाने को कहा ।",
        "कार्यकर्ताओं ने बीडीओ से पंजिका सुधारने की मांग की ।",
        "संघ के सचिव ने कहा कि वर्षा नहीं हुई तो टैंकर मंगाए जाएंगे ।",
    ],
)
def test_what_still_counts(text: str) -> None:
    assert len(run(text)[1]) == 1
