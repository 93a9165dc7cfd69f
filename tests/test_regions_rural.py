"""Kinds of places that no list has, by the words beside them, and of the heads of rows."""

from __future__ import annotations

import pytest

from nirdesh.extract.regions import find_regions


def kinds(text: str) -> dict[str, str]:
    return {region.name: region.kind for region in find_regions(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("बांदा। झिरनावा के लेखापाल को हटाया गया।", {"बांदा": "city", "झिरनावा": "village"}),
        ("बांदा। झिरनावा के पूर्व प्रधान ने सड़क मांगी।", {"बांदा": "city", "झिरनावा": "village"}),
        (
            "बांदा। झिरनावा, मदवाही और कुसमेली के ग्रामीण आए।",
            {"बांदा": "city", "झिरनावा": "village", "मदवाही": "village", "कुसमेली": "village"},
        ),
        ("मृतक राम लाल यादव झिरनावा का रहने वाला था।", {"झिरनावा": "village"}),
        ("झिरनावा प्रधान से बात हुई।", {}),
        ("जींद के किसान धरने पर बैठे।", {"जींद": "city"}),
        ("घटना झंझारपुर थाना क्षेत्र के झिरनावा की है।", {"झंझारपुर": "other", "झिरनावा": "village"}),
        ("पटवारी को झिरनावा हल्का का प्रभार सौंपा गया।", {"झिरनावा": "other"}),
        ("वे अचानक झिरनावा पहुंचे।", {"झिरनावा": "other"}),
        (
            "जायल ब्लॉक के झिरनावा, सलोनिया और कुटवाली में पंप लगेंगे।",
            {"जायल": "block", "झिरनावा": "village", "सलोनिया": "village", "कुटवाली": "village"},
        ),
        ("झिरनावा और कुसमेली के लोगों को आगाह किया गया।", {"झिरनावा": "village", "कुसमेली": "village"}),
        ("हाई स्कूल झिरनावा में जांच हुई।", {"झिरनावा": "village"}),
        ("गोंडा, कर्नलगंज। नगर में जाम लगा।", {"गोंडा": "city", "कर्नलगंज": "city"}),
        ("जांजगीर-चांपा, 4 मई 2022। बैठक हुई।", {"जांजगीर-चांपा": "district"}),
        (
            "जिलों में प्रभारी बनाए गए -\nचूरू - राम लाल यादव\nसीकर - श्याम लाल मीणा\nनागौर - मोहन लाल शर्मा",
            {"चूरू": "district", "सीकर": "district", "नागौर": "district"},
        ),
        (
            "प्रखंडों में प्रभारी बनाए गए -\nकोलेबिरा - राम लाल यादव\nकुरडेग व केरसई - श्याम लाल\nबोलबा - मोहन लाल शर्मा",
            {"कोलेबिरा": "block", "कुरडेग": "block", "केरसई": "block", "बोलबा": "block"},
        ),
    ],
)
def test_kind(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected
