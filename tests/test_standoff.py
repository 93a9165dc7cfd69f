"""Standoff annotations of a treebank: a treebank of three own sentences, read, quoted and scored."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import pytest

from nirdesh.errors import NirdeshError
from nirdesh.evaluate.news_text import NEWSPAPERS, Story, read_stories
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
    annotated = [ROW, {"id": "b"}]
    (tmp_path / "own.jsonl").write_text("".join(json.dumps(row) + "\n" for row in annotated), "ascii")
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
    assert main([*common, str(folder), "--split", "other"]) == 2
    assert "develop, check" in capsys.readouterr().err
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


STORY = ["सफाई पर बैठक", "नगर आयुक्त रेखा नेगी ने अभियंता मोहन साह को 20 जून तक नाले साफ कराने के निर्देश दिए ।"]


def _at(words: str) -> str:
    start = "\n".join(STORY).index(words)
    return f"{start}-{start + len(words)}"


@pytest.fixture
def newspapers(tmp_path: Path) -> Path:
    """A collection of one file with one story, and its annotation."""
    collection = tmp_path / NEWSPAPERS
    collection.parent.mkdir(parents=True)
    files = ['<doc id="x.txt">', "पहले की खबर", *STORY, "</doc>", '<doc id="y.txt">', "और कुछ", "</doc>"]
    collection.write_bytes(lzma.compress("\n".join(files).encode()))
    directive = {
        "evidence": _at(STORY[1]),
        "action": _at("20 जून तक नाले साफ कराने"),
        "issuer": [_at("रेखा नेगी")],
        "addressee": [f"{_at('मोहन')}+{_at('साह')}"],
        "modality": "order",
        "when": ["../2020-06-20"],
    }
    row = {
        "id": "n1",
        "source": "x.txt",
        "lines": [2, 3],
        "published": "2020-06-13",
        "people": [
            {"name": _at("रेखा नेगी"), "posts": [_at("नगर आयुक्त")]},
            {"name": _at("मोहन साह"), "posts": [_at("अभियंता")]},
        ],
        "dates": [{"text": _at("20 जून तक"), "value": "../2020-06-20"}],
        "directives": [directive],
    }
    (tmp_path / "news.jsonl").write_text(json.dumps(row) + "\n", "ascii")
    return tmp_path


def test_stories_of_newspapers_are_scored_whole(newspapers: Path) -> None:
    ((gold, text),) = read_standoff(newspapers, newspapers)
    assert text == "\n".join(STORY)
    assert gold.directives[0].addressee == ["मोहन साह"]
    assert gold.people[0].posts == ["नगर आयुक्त"]
    table, scores = measure([(gold, text)], {"develop": ["n1"]})
    assert table["develop"]["people"] == table["develop"]["dates"] == 1.0
    assert scores["develop"].failures == []


@pytest.mark.parametrize("row", [{"source": "x.txt", "lines": [2, 4]}, {"source": "z.txt", "lines": [1, 1]}])
def test_a_story_outside_the_collection_is_an_error(newspapers: Path, row: dict[str, object]) -> None:
    with pytest.raises(NirdeshError, match="no story n2"):
        read_stories(newspapers / NEWSPAPERS, {"n2": row})


@pytest.mark.parametrize("reference", ["", "5", "4-4", "0-99", "a-b"])
def test_a_reference_outside_the_story_is_an_error(reference: str) -> None:
    with pytest.raises(NirdeshError, match="bad-reference"):
        Story("n1", "नाले साफ").quote(reference)


def test_missing_newspapers_are_named(tmp_path: Path) -> None:
    with pytest.raises(NirdeshError, match="no-newspapers"):
        read_stories(tmp_path / NEWSPAPERS, {})
