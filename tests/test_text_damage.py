from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nirdesh.text.damage import candidates, repair_word
from nirdesh.text.data import table
from nirdesh.text.normalise import normalise

CLASSES = table("damage.toml")["class"]


@pytest.mark.parametrize("row", CLASSES, ids=lambda r: r["id"])
def test_every_class_mends_its_example_and_leaves_its_counter_example(row: dict[str, Any]) -> None:
    damaged, clean = (unicodedata.normalize("NFC", w) for w in row["example"])
    a = normalise(damaged)
    assert a.text == clean
    assert a.repairs[-1].rule == row["id"]
    untouched = unicodedata.normalize("NFC", row["untouched"])
    assert normalise(untouched).text == untouched


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("चैथाईवाला", "चौथाईवाला"),
        ("बाॅबी", "बॉबी"),
        ("सिं=”ह", "सिंह"),
        ("अन्र्तगत", "अंतर्गत"),
        ("चैहान", "चौहान"),
        ("कोर्इ", "कोई"),
        ("नियुक्ित", "नियुक्ति"),
        ("निमर्ित", "निर्मित"),
        ("कत्र्तव्य", "कर्त्तव्य"),
        ("केन्दि्रत", "केन्द्रित"),
    ],
)
def test_kinds_seen_in_reports(damaged: str, clean: str) -> None:
    assert normalise(damaged).text == clean


@pytest.mark.parametrize("word", ["चैत्र", "चैनल", "चैन", "चैतन्य", "चैक", "एंड्र्यू", "निडर", "रोड", "सर्वर", "मार्शल"])
def test_right_words_stay(word: str) -> None:
    assert normalise(word).text == word


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="कतनपरशसहचडढअइईािीैौं़्", max_size=12))
def test_repairing_any_word_ends_and_stays_repaired(word: str) -> None:
    word = unicodedata.normalize("NFC", word)
    for text, _ in candidates(word):
        assert text != word
    found = repair_word(word)
    if found is not None:
        assert found[0] != word
