from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nirdesh.errors import NirdeshError
from nirdesh.text.alignment import identity
from nirdesh.text.data import table
from nirdesh.text.fonts import convert, encoding_of_font, from_legacy, to_legacy
from nirdesh.text.legacy import convert_html, find_runs, marked_runs, to_unicode
from nirdesh.text.normalise import normalise

# Glyph codes as typists write them, with the sentence they show.
KRUTIDEV = [
    ("pkSFkkbZ pkS/kjh pSr", "चौथाई चौधरी चैत"),
    ("dksbZ gqbZ xbZa", "कोई हुई गईं"),
    ("fu;qfDr ifÜpe", "नियुक्ति पश्चिम"),
    ("fufeZr /kkfeZd", "निर्मित धार्मिक"),
    ("dÙkZO; vUrxZr", "कर्त्तव्य अन्तर्गत"),
    ('iz/kku Øe jk"Vª', "प्रधान क्रम राष्ट्र"),
    ("cM+h i<+kbZ Q+kby", "बड़ी पढ़ाई फ़ाइल"),
    ("MkWDVj", "डॉक्टर"),
    ("flag fganh", "सिंह हिंदी"),
    ("cSBd gqbZA vk,¡xs] tk,¡xsA", "बैठक हुई। आएँगे, जाएँगे।"),
]


@pytest.mark.parametrize(("glyphs", "text"), KRUTIDEV)
def test_kruti_dev_is_read(glyphs: str, text: str) -> None:
    assert convert(glyphs, from_="krutidev010") == unicodedata.normalize("NFC", text)


def test_chanakya_is_read() -> None:
    assert convert("ÖæÚUÌèØ ÁÙÌæ ÂæÅUèü ·¤è ÕñÆU·¤", from_="chanakya") == "भारतीय जनता पार्टी की बैठक"


LETTERS = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"
SYLLABLES = st.builds(
    lambda vowel, cluster, matra, sign: (vowel or "्".join(cluster) + matra) + sign,
    st.sampled_from(["", "", "", *"अआइईउऊऋएऐओऔऑ"]),
    st.lists(st.sampled_from([*LETTERS, "ड़", "ढ़", "ज़", "फ़"]), min_size=1, max_size=4),
    st.sampled_from(["", *"ािीुूृेैोौॉ"]),
    st.sampled_from(["", "", "ं", "ँ"]),
)


@settings(max_examples=500, deadline=None)
@given(st.lists(SYLLABLES, min_size=1, max_size=5))
def test_own_round_trip_loses_nothing(syllables: list[str]) -> None:
    word = unicodedata.normalize("NFC", "".join(syllables))
    assert from_legacy(to_legacy(word)) == word


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_any_text_goes_through(text: str) -> None:
    convert(text, from_="krutidev010")
    convert(text, from_="chanakya")
    "".join(r.text for r in to_legacy(text))


def test_unknown_encodings_are_named() -> None:
    with pytest.raises(NirdeshError, match="Known: chanakya"):
        convert("x", from_="shusha")
    with pytest.raises(NirdeshError, match="must be unicode"):
        convert("x", from_="krutidev010", to="chanakya")


@pytest.mark.parametrize("family", table("fonts.toml")["family"], ids=lambda f: f["encoding"])
def test_font_names(family: dict[str, str]) -> None:
    assert encoding_of_font(family["example"]) == family["encoding"]
    assert encoding_of_font(family["other"]) is None


def test_glyph_coded_text_is_found_beside_english() -> None:
    text = "Press note of the committee. lfefr dh cSBd esa ABC ds lHkh lfpo vk,A It was held on Monday."
    a = normalise(text)
    assert a.text == "Press note of the committee. समिति की बैठक में ABC के सभी सचिव आए। It was held on Monday."
    start = a.text.index("बैठक")
    assert a.raw[slice(*a.to_raw(start, start + 4))] == "cSBd"


@pytest.mark.parametrize(
    "text",
    [
        "The government of India has asked all states to send reports.",
        "Samiti ki baithak mein sabhi sachiv aaye.",
        "UP BJP CM PM MLA ASHA PHC CHC 2024-25",
        "https://example.org/a?b=c&d=e user@example.org",
        "विभाग ने WhatsApp पर आदेश भेजा।",
    ],
)
def test_latin_script_is_no_glyph_code(text: str) -> None:
    assert find_runs(text) == []
    assert normalise(text).text == text


def test_font_elements_of_html() -> None:
    page = '<p><font face="Kruti Dev 010">cSBd</font> BJP <span style="font-family:DevLys">ny</span></p>'
    assert [page[r.start : r.end] for r in marked_runs(page)] == ["cSBd", "ny"]
    assert ">बैठक<" in convert_html(page)
    assert normalise(page).text.split() == ["बैठक", "BJP", "दल"]


def test_whole_legacy_document_keeps_offsets() -> None:
    text = "lfefr dh cSBd esa lfpo vk,A\ncSBd dh v/;{krk lHkkifr us dhA"
    a = to_unicode(identity(text))
    assert a.text == "समिति की बैठक में सचिव आए।\nबैठक की अध्यक्षता सभापति ने की।"
