from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nirdesh.text.language import detect, hindi_part

HINDI = "समिति की बैठक में सभापति ने सभी सचिवों को निर्देश दिए कि वे सोमवार तक सूची भेजें।"
PARAGRAPHS = [
    ("hi", HINDI),
    ("mr", "समितीच्या बैठकीत अध्यक्षांनी सर्व सचिवांना सोमवारपर्यंत यादी पाठवण्याचे निर्देश दिले आहेत."),
    ("ne", "समितिको बैठकमा अध्यक्षले सबै सचिवहरूलाई सोमबारसम्म सूची पठाउन निर्देशन दिएका छन्।"),
    ("bho", "समिति के बैठक में सभापति सब सचिव लोगन के कहलन कि सोमार ले सूची भेज देवे के चाहीं, काम रुकल बा।"),
    ("mai", "समितिक बैठकमे सभापति सभ सचिवकेँ कहलनि जे सोम दिन धरि सूची पठाओल जाए, काज रुकल अछि।"),
    ("sa", "समितेः सभायां सभापतिः सर्वान् सचिवान् अवदत् यत् सोमवासरपर्यन्तं सूची प्रेषणीया इति।"),
    ("en", "At the meeting the chairman told all the secretaries to send their lists by Monday."),
]


@pytest.mark.parametrize(("code", "text"), PARAGRAPHS)
def test_language_of_a_paragraph(code: str, text: str) -> None:
    found, sure = detect(text)
    assert found == code
    assert sure > 0.9


def test_hindi_part_of_a_mixed_page() -> None:
    page = "\n".join([HINDI, "12.5", PARAGRAPHS[6][1], "Read more", HINDI, PARAGRAPHS[1][1]]) + "\n"
    assert hindi_part(page) == f"{HINDI}\n{HINDI}\n"
    assert hindi_part("सूची") == "सूची"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_has_a_code_and_a_share(text: str) -> None:
    code, sure = detect(text)
    assert code in {"hi", "mr", "ne", "bho", "mai", "sa", "en", "und"}
    assert 0.0 <= sure <= 1.0


def test_a_list_of_titles_and_names_is_hindi() -> None:
    ranks = "\n".join(["मुख्य निरीक्षक मोहन सोनी", "पर्यवेक्षक हेमा राणा", "संचालक कमल पटेल", "अधीक्षक : दिनेश उइके"])
    assert detect(f"क्रमांक 12 ड्यूटी दिनांक 15.08.2017\n{ranks}")[0] == "hi"
