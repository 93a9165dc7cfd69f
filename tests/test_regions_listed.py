"""What the lists of spellings and of ordinary words do to places, on short texts of our own."""

from __future__ import annotations

import pytest

from nirdesh.extract.lexis import common
from nirdesh.extract.people import find_entities
from nirdesh.extract.regions import find_regions
from nirdesh.lexicon.gazetteer import latin_places, place_by_id, spellings
from nirdesh.lexicon.keys import fold
from nirdesh.lexicon.names import name_counts, word_list


def test_every_spelling_belongs_to_a_place_of_the_latin_list() -> None:
    known = {(place.state, place.name) for places in latin_places().values() for place in places}
    assert not set(spellings()) - known
    assert all(names and all(names) for names in spellings().values())


def test_a_region_that_contains_others_is_named_in_devanagari() -> None:
    block = next(place for place in latin_places()["pndr"] if (place.kind, place.state) == ("block", "IN-HR"))
    container = place_by_id(block.id)
    assert container is not None
    assert container.name == "पूंडरी"


def test_an_ordinary_word_is_no_part_of_a_name() -> None:
    words = word_list("ordinary-words.tsv")
    counts = [name_counts()[fold(word)] for word in words]
    assert len(set(words)) == len(words)
    assert all(count.listed for count in counts)
    assert not [word for word, count in zip(words, counts, strict=True) if count.name or count.place]
    assert all(common(fold(word)) for word in words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("रांची। झुर्री गांव में शिविर लगेगा।", ["रांची", "झुर्री"]),  # beside a kind word it may be one
        ("रांची। सामान में झुर्री भी मिली।", ["रांची"]),
        ("रांची। हर फल मंडी में शिविर लगेगा।", ["रांची"]),
        ("रांची। मप्र विद्युत कर्मी महासंघ की बैठक हुई।", ["रांची"]),
        ("कैथल। पूंडरी में शिविर लगेगा।", ["कैथल", "पूंडरी"]),
        ("बालोद। रमा देशवाल को थाना प्रभारी दल्लीराजहरा बनाया गया है।", ["बालोद", "दल्लीराजहरा"]),
    ],
)
def test_places_and_ordinary_words(text: str, expected: list[str]) -> None:
    assert [region.name for region in find_regions(text)] == expected


@pytest.mark.parametrize("word", ["इमली", "ट्रेलर", "रूहानियत", "टाइटल"])
def test_things_are_no_people(word: str) -> None:
    text = f"{word} ने लोगों का ध्यान खींचा।"
    assert not find_entities(text, find_regions(text)).people
