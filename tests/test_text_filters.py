from __future__ import annotations

import json

import pytest

from nirdesh.errors import NirdeshError
from nirdesh.text.filters import normalise_lines
from nirdesh.text.noise import Rates, add_noise
from nirdesh.text.normalise import key, normalise

CLEAN = (
    "चौधरी सभा की बैठक 12 मार्च को हुई। सभापति ने कोई आदेश निर्गत नहीं किया। डॉक्टर निर्मित भवन देखेंगे। "
    "उ.प्र. के किसान बुंदेलखंड से आएंगे। वे पढ़कर गए।"
)


def test_jsonl_keeps_other_fields_and_tells_repairs() -> None:
    out = list(normalise_lines(['{"id": 7, "text": "डाॅ राय"}', ""], format="jsonl", explain=True))
    row = json.loads(out[0])
    assert len(out) == 1
    assert (row["id"], row["text"]) == (7, "डॉ राय")
    assert row["repairs"][0]["rule"] == "sign-candra-o"


@pytest.mark.parametrize("line", ["{", "[1]", '{"body": "x"}'])
def test_bad_json_lines_are_named(line: str) -> None:
    with pytest.raises(NirdeshError, match="Line 1") as error:
        list(normalise_lines([line], format="jsonl"))
    assert error.value.code == "not-json"


def test_noise_is_the_same_for_the_same_seed() -> None:
    assert add_noise(CLEAN, seed=1) == add_noise(CLEAN, seed=1)
    assert len({add_noise(CLEAN, seed=s) for s in range(8)}) > 4
    assert add_noise(CLEAN, rates=Rates(0, 0, 0, 0, 0, 0, 0, 0)) == CLEAN


@pytest.mark.parametrize("seed", range(12))
def test_normalising_takes_the_noise_away(seed: int) -> None:
    noisy = add_noise(
        CLEAN, seed=seed, rates=Rates(font=1.0, danda=1.0, lost=0.0, digits=1.0, spelling=0.3, forms=1.0)
    )
    assert noisy != CLEAN
    assert key(normalise(noisy).text) == key(normalise(CLEAN).text)
