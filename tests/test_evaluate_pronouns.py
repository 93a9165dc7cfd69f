"""Fitting and measuring whom pronouns mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from nirdesh.analyse import load_engine
from nirdesh.evaluate.pronouns import Example, Passage, fit, judge, read_passages, to_toml, unmark

CORPUS = Path(__file__).parents[1] / "corpus"


def test_marks_are_counted_by_their_words() -> None:
    passage = unmark("क आए। [उन्होंने|क] कहा। ख ने कहा कि उन्होंने देखा। [उन पर|ख] आरोप है।")
    assert passage.text == "क आए। उन्होंने कहा। ख ने कहा कि उन्होंने देखा। उन पर आरोप है।"
    assert passage.meant == {("उन्होंने", 0): "क", ("उन", 0): "ख"}


def test_weights_learn_what_tells_the_right_one() -> None:
    right, wrong = {"said": 1.0, "near": 1.0}, {"near": 1.0}
    found = [Example("agent", [wrong, right], 1), Example("agent", [right, wrong], 0)] * 5
    weights = fit(found, "agent", ridge=0.1)
    assert weights["said"] > 1
    assert "near" not in weights
    assert '"said" = ' in to_toml({"agent": weights})


def test_wrong_ones_are_told() -> None:
    passage = Passage("x", "रमेश वर्मा ने कहा। उन्होंने देखा।", {("उन्होंने", 0): "सलीम राणा"})
    counts, wrong = judge(load_engine("spacy"), [passage])
    assert counts == {"agent": 1}
    assert wrong == ["x: उन्होंने: रमेश वर्मा, not सलीम राणा"]


@pytest.mark.parametrize("file", ["pronouns.jsonl", "pronouns_check.jsonl", "pronouns_check_more.jsonl"])
def test_everybody_meant_is_named_in_the_passage(file: str) -> None:
    for passage in read_passages(CORPUS / file):
        assert passage.meant
        assert all(name in passage.text for name in passage.meant.values()), passage.id


def test_most_pronouns_of_unseen_passages_are_resolved() -> None:
    counts, _ = judge(load_engine("spacy"), read_passages(CORPUS / "pronouns_check.jsonl"))
    right = sum(value for name, value in counts.items() if name.endswith(" right"))
    assert right / sum(value for name, value in counts.items() if not name.endswith(" right")) > 0.74
