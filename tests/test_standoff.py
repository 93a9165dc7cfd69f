"""Standoff annotations of a treebank: a treebank of three own sentences, read, quoted and scored."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import pytest

from nirdesh.errors import NirdeshError
from nirdesh.evaluate.standoff import main, measure, read_standoff
from nirdesh.evaluate.treebank_text import TREEBANK, TreebankDocument, blanks, read_documents

SENTENCES = {
    "a": [
        "नगर आयुक्त रेखा नेगी ने बैठक की ।",
        "NULL उन्होंने अभियंता मोहन साह को निर्देश दिए कि 20 जून तक सभी नाले साफ कराएं ।",
    ],
    "b": ["मेले में ' लोक - गीत ' ( पुराने ) गाए गए ।"],
}
ROW = {
    "id": "a",
    "directives": [
        {
            "evidence": "2:2-17",
            "action": "2:10-16",
            "issuer": ["1:3-4"],
            "addressee": ["2:4-5"],
            "modality": "order",
            "when": ["../2004-06-20"],
        }
    ],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Data folder and annotations as the command expects them."""
    lines = []
    for document, sentences in SENTENCES.items():
        for number, sentence in enumerate(sentences, 1):
            lines += [f"# doc = {document}", f"# sent_id = {document}-s{number}", "# date = 13/6/2004"]
            rows = enumerate(sentence.split(), 1)
            lines += [f"{n}\t{form}\t" + "\t".join("_" * 8) for n, form in rows] + [""]
    treebank = tmp_path / "data" / TREEBANK
    treebank.parent.mkdir(parents=True)
    treebank.write_bytes(lzma.compress("\n".join(lines).encode()))
    rows = [ROW, {"id": "b"}]
    (tmp_path / "own.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "ascii")
    (tmp_path / "splits.toml").write_text('develop = ["a"]\ncheck = ["b"]\n')
    return tmp_path


def test_documents_read_as_in_print(folder: Path) -> None:
    documents = read_documents(folder / "data" / TREEBANK, {"a", "b"})
    assert documents["b"].text == "मेले में 'लोक-गीत' (पुराने) गाए गए।"
    assert documents["b"].quote("1:3-7") == "'लोक-गीत'"
    assert documents["a"].published == "2004-06-13"
    assert documents["a"].text.count("NULL") == 0
    assert documents["a"].quote("2:2") == "उन्होंने"
    assert documents["a"].quote("1:8-2:2") == "। उन्होंने"
    assert documents["a"].quote("1:3-4+2:16") == "रेखा नेगी कराएं"


@pytest.mark.parametrize("reference", ["", "3", "1:9", "1:4-3", "2:1", "1:2-9:1", "1:2-3,4"])
def test_a_reference_outside_the_document_is_an_error(folder: Path, reference: str) -> None:
    document = read_documents(folder / "data" / TREEBANK, {"a"})["a"]
    with pytest.raises(NirdeshError, match="bad-reference"):
        document.quote(reference)


def test_annotations_become_gold_reports(folder: Path) -> None:
    (gold, text), (empty, _) = read_standoff(folder, folder)
    assert gold.directives[0].issuer == ["रेखा नेगी"]
    assert gold.directives[0].action == "20 जून तक सभी नाले साफ कराएं"
    assert gold.directives[0].evidence in text
    assert gold.published == "2004-06-13"
    assert empty.directives == []


def test_only_what_is_annotated_is_scored(folder: Path) -> None:
    table, scores = measure(read_standoff(folder, folder), {"develop": ["a"]})
    assert table["develop"]["whole directives"] == 1.0
    assert not {"people", "dates", "regions", "directive regions"} & set(table["develop"])
    assert scores["develop"].failures == []


def test_the_command_prints_splits_and_names_what_is_missing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    common = ["--corpus", str(folder), "--data"]
    assert main([*common, str(folder), "--split", "develop", "--errors"]) == 0
    out = capsys.readouterr().out
    assert "develop: 1 documents, 1 directives" in out
    assert "check" not in out
    assert main([*common, str(folder / "nowhere")]) == 2
    assert TREEBANK in capsys.readouterr().err


def test_unknown_documents_are_named(folder: Path) -> None:
    with pytest.raises(NirdeshError, match="no document x"):
        read_documents(folder / "data" / TREEBANK, {"a", "x"})


def test_a_document_grows_by_sentences() -> None:
    document = TreebankDocument("d")
    document.add(1, {1: "एक", 2: "।"})
    document.add(2, {1: "दो", 2: "।"})
    assert document.text == "एक। दो।"
    assert blanks(["एक"]) == [False]
