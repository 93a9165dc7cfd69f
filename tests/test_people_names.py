"""Where names begin and end: shortened parts, rare first names, words that follow a name."""

from __future__ import annotations

import pytest

from nirdesh.extract.people import find_entities
from nirdesh.extract.regions import find_regions


def people(text: str) -> dict[str, list[str]]:
    found = find_entities(text, find_regions(text))
    return {person.name: [post.title for post in person.posts] for person in found.people}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("थानाध्यक्ष विकास कु. सिंह और प्रमोद कु. राय ने कहा।", {"विकास कु. सिंह": ["थानाध्यक्ष"], "प्रमोद कु. राय": []}),
        ("रमेश ओझा कु. सीमा वर्मा को लेकर आए।", {"रमेश ओझा": [], "सीमा वर्मा": []}),
        ("मौके पर फा. अल्बर्ट खलखो, सुशाना बागे, सुनीता भी थीं.", {"अल्बर्ट खलखो": [], "सुशाना बागे": [], "सुनीता": []}),
        ("बैठक को सत्तन मुखिया, रमेश साह ने संबोधित किया।", {"सत्तन मुखिया": [], "रमेश साह": []}),
        ("मोर्चा की लीला वर्मा ने कहा। राम लीला मैदान भरा था।", {"लीला वर्मा": []}),
        ("हर पाल से लोग आएं।", {}),
        ("संचालन रमेश मास्टर ने किया।", {"रमेश मास्टर": []}),
        ("सरपंच सीमा देवी मिठाई लेकर पहुंचीं।", {"सीमा देवी": ["सरपंच"]}),
        ("सरपंच राम बाई आदिवासी, रमेश वर्मा थे।", {"राम बाई आदिवासी": ["सरपंच"], "रमेश वर्मा": []}),
        ("बैठक में रमेश लाल आदिवासी समाज के लोग लाए।", {}),
        ("पुअनि रीता कुमारी हरिहरपुर ओपी अध्यक्ष बनायी गयीं।", {"रीता कुमारी": ["पुअनि", "ओपी अध्यक्ष"]}),
        ("उनके शिष्य रामदास को गद्दी मिली।", {"रामदास": []}),
        ("जिलाध्यक्ष सैय्यद नदीम रिजवी आए।", {"सैय्यद नदीम रिजवी": ["जिलाध्यक्ष"]}),
    ],
)
def test_where_a_name_ends(text: str, expected: dict[str, list[str]]) -> None:
    assert people(text) == expected
