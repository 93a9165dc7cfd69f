"""Regions, their kinds and counts on short texts of our own."""

from __future__ import annotations

import pytest

from nirdesh.extract.regions import find_regions


def regions(text: str) -> list[tuple[str, str, int | None]]:
    return [(region.name, region.kind, region.count) for region in find_regions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("सभी 52 विधानसभाओं में शिविर लगेंगे।", [("सभी 52 विधानसभाओं", "assembly_constituency", 52)]),
        ("दो लाख 10 हजार बूथों पर काम होगा।", [("दो लाख 10 हजार बूथों", "party_unit", 210000)]),
        (
            "कानपुर, झांसी और चित्रकूट मंडल के अधिकारी आए।",
            [("कानपुर", "division", None), ("झांसी", "division", None), ("चित्रकूट", "division", None)],
        ),
        ("भाजपा कानपुर बुन्देलखण्ड क्षेत्र की बैठक हुई।", [("कानपुर बुन्देलखण्ड क्षेत्र", "party_region", None)]),
        ("गांवों में शिविर लगेंगे।", []),
        (
            "रहीमपुर, मानपुर कलां और सोनपुरवा गांवों में पानी भरा।",
            [("रहीमपुर", "village", None), ("मानपुर कलां", "village", None), ("सोनपुरवा", "village", None)],
        ),
        ("बस्ती में पानी भर गया और लोग परेशान रहे।", []),
        ("मथुरा प्रसाद ने कहा।", []),
    ],
)
def test_regions(text: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert regions(text) == expected


def test_dateline_is_a_city_and_codes_are_given() -> None:
    found = find_regions("औरैया। उत्तर प्रदेश के इटावा जिले में बैठक हुई।")
    assert [(region.name, region.kind) for region in found] == [
        ("औरैया", "city"),
        ("उत्तर प्रदेश", "state"),
        ("इटावा", "district"),
    ]
    assert found[2].codes.lgd == "139"
    assert found[2].within == "r2"
    assert found[1].codes.wikidata == "Q1498"
