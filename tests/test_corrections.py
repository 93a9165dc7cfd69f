"""Corrections: given, kept over new runs, taken from review tools, and turned into gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from nirdesh.cli import app
from nirdesh.errors import NirdeshError
from nirdesh.evaluate.gold import quote_faults, read_gold
from nirdesh.evaluate.score import score
from nirdesh.export import export
from nirdesh.export.review import CONFIG, read_review
from nirdesh.record import Record
from nirdesh.store import load, open_database
from nirdesh.store.corrections import Correction, correct, corrections_of
from nirdesh.store.query import Question, ask

DATA = Path(__file__).parent / "data"
LINES = (DATA / "records.jsonl").read_text("utf-8").splitlines()
FIRST = json.loads(LINES[0])
IDS = [row["id"] for row in FIRST["directives"]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    load(LINES[:2], tmp_path / "n.db")
    return tmp_path / "n.db"


def verdicts(path: Path) -> dict[str, str]:
    return {one.directive: one.verdict for one in corrections_of(open_database(path))}


def test_a_correction_is_kept_with_who_and_when(path: Path) -> None:
    assert correct(path, [Correction(IDS[0], "wrong", "रीता", note="not an order")]) == 1
    (kept,) = corrections_of(open_database(path))
    assert (kept.verdict, kept.who, kept.note, kept.report) == (
        "wrong",
        "रीता",
        "not an order",
        FIRST["report"]["id"],
    )
    assert kept.at.endswith("+00:00")
    (row,) = ask(open_database(path), Question(verdict="wrong"))
    assert row["id"] == IDS[0]
    assert len(ask(open_database(path), Question(verdict="none"), limit=99)) == 17


def test_the_latest_word_counts_and_the_same_word_is_kept_once(path: Path) -> None:
    words = [Correction(IDS[0], "wrong", "a", at="2026-01-01T00:00:00+00:00"),
             Correction(IDS[0], "right", "b", at="2026-01-02T00:00:00+00:00")]  # fmt: skip
    assert (correct(path, words), correct(path, words)) == (2, 0)
    assert verdicts(path) == {IDS[0]: "right"}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (Correction("none", "wrong", "a"), "there is no directive none"),
        (Correction(IDS[0], "maybe", "a"), "'maybe' is no verdict"),
        (Correction(IDS[0], "wrong", "  "), "nobody is named"),
        (Correction(IDS[0], "right", "a", changes={"modality": "order"}), "has changes"),
        (Correction(IDS[0], "corrected", "a", changes={"modality": "wish"}), "is no modality"),
        (Correction(IDS[0], "corrected", "a", changes={"action": [5, 999999]}), "outside the report"),
        (Correction(IDS[0], "corrected", "a", changes={"action": ["a", 3]}), "outside the report"),
        (Correction(IDS[0], "corrected", "a", changes={"title": ["x"]}), "can't be corrected"),
        (Correction(IDS[0], "corrected", "a", changes={"when": "2020"}), "must be a list of texts"),
        (Correction("", "missed", "a", report="none"), "there is no report none"),
    ],
)
def test_what_is_not_allowed_is_refused_whole(path: Path, given: Correction, told: str) -> None:
    with pytest.raises(NirdeshError) as caught:
        correct(path, [Correction(IDS[1], "right", "a"), given])
    assert told in str(caught.value)
    assert verdicts(path) == {}


def test_corrections_outlive_a_run_that_gives_other_ids(path: Path) -> None:
    correct(path, [Correction(IDS[0], "wrong", "a"), Correction(IDS[1], "right", "a")])
    changed = json.loads(LINES[0])
    changed["directives"][0]["id"] = "feedfeedfeedfeed"
    changed["directives"][0]["action"]["start"] += 4
    changed["directives"][0]["action"]["text"] = changed["directives"][0]["action"]["text"][4:]
    del changed["directives"][1]
    loaded = load([json.dumps(changed)], path)
    assert (loaded.replaced, loaded.corrections_kept) == (1, 1)
    assert verdicts(path) == {"feedfeedfeedfeed": "wrong", IDS[1]: "right"}
    load(LINES[:1], path)
    assert verdicts(path) == {IDS[0]: "wrong", IDS[1]: "right"}


def reviewed(path: Path, tmp_path: Path) -> list[dict[str, Any]]:
    export(open_database(path), "label-studio", tmp_path / "t.json")
    tasks = json.loads((tmp_path / "t.json").read_text("utf-8"))
    assert (tmp_path / "t.xml").read_text("utf-8") == CONFIG
    task = next(task for task in tasks if task["data"]["report"] == FIRST["report"]["id"])
    results = task["predictions"][0]["result"]
    results[1]["value"]["labels"] = ["announcement"]
    results[2]["value"]["start"] += 6
    del results[0]
    results.append({"type": "labels", "value": {"start": 0, "end": 9, "labels": ["request"]}})
    task["annotations"] = [
        {"completed_by": {"email": "r@example.org"}, "updated_at": "2026-02-01T10:00:00Z", "result": results},
        {"completed_by": {"email": "x@example.org"}, "was_cancelled": True, "result": []},
    ]
    return tasks


def test_label_studio_round_trip(path: Path, tmp_path: Path) -> None:
    tasks = reviewed(path, tmp_path)
    (tmp_path / "back.json").write_text(json.dumps(tasks), encoding="utf-8")
    result = CliRunner().invoke(app, ["import", str(tmp_path / "back.json"), "-d", str(path)])
    assert result.exit_code == 0, result.output
    assert "8 new corrections of 8" in result.output
    found = {one.directive: one for one in corrections_of(open_database(path))}
    assert {one: found[one].verdict for one in IDS} == {
        IDS[0]: "wrong",
        IDS[1]: "corrected",
        IDS[2]: "corrected",
        **dict.fromkeys(IDS[3:], "right"),
    }
    assert found[IDS[1]].changes == {"modality": "announcement"}
    assert {one.who for one in found.values()} == {"r@example.org"}
    assert {one.at for one in found.values()} == {"2026-02-01T10:00:00Z"}
    (missed,) = [one for one in found.values() if one.verdict == "missed"]
    assert missed.changes == {"action": [0, 9], "modality": "request"}
    assert correct(path, read_review(open_database(path), tmp_path / "back.json")) == 0
    export(open_database(path), "label-studio", tmp_path / "again.json")
    again = json.loads((tmp_path / "again.json").read_text("utf-8"))
    (results,) = [task["annotations"][0]["result"] for task in again if "annotations" in task]
    assert [row["value"]["labels"] for row in results][:1] == [["announcement"]]
    assert len(results) == len(IDS)


def test_doccano_round_trip(path: Path, tmp_path: Path) -> None:
    export(open_database(path), "doccano", tmp_path / "d.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "d.jsonl").read_text("utf-8").splitlines()]
    row = next(row for row in rows if row["report"] == FIRST["report"]["id"])
    for start, end, label in row["label"]:
        assert label in {one["modality"] for one in FIRST["directives"]}
        assert row["text"][start:end] in {one["action"]["text"] for one in FIRST["directives"]}
    row["label"] = row["label"][1:]
    (tmp_path / "back.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert (
        "no-reviewer"
        in CliRunner().invoke(app, ["import", str(tmp_path / "back.jsonl"), "-d", str(path)]).output
    )
    words = ["import", str(tmp_path / "back.jsonl"), "-d", str(path), "--who", "R. Verma"]
    assert CliRunner().invoke(app, words).exit_code == 0
    assert verdicts(path) == {IDS[0]: "wrong", **dict.fromkeys(IDS[1:], "right")}


@pytest.mark.parametrize(
    "text", ["[1]", "{}", "[{}]", '[{"annotations": [{"result": 3}]}]', "no json", '{"label": [[1]]}']
)
def test_foreign_files_are_refused(path: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    if text == "[{}]":
        assert list(read_review(open_database(path), tmp_path / "x.json")) == []
        return
    with pytest.raises(NirdeshError, match="bad-review"):
        list(read_review(open_database(path), tmp_path / "x.json"))


def test_emoji_are_counted_as_the_tools_do(tmp_path: Path) -> None:
    record = json.loads(LINES[0])
    shift, text = 2, "😀 " + record["report"]["text"]
    record["report"]["text"] = text
    for row in record["directives"]:
        for quote in (row["action"], row["evidence"]):
            quote["start"] += shift
            quote["end"] += shift
    load([json.dumps(record)], tmp_path / "e.db")
    export(open_database(tmp_path / "e.db"), "doccano", tmp_path / "d.jsonl")
    row = json.loads((tmp_path / "d.jsonl").read_text("utf-8"))
    wide = text.encode("utf-16-le")
    for (start, end, _), one in zip(row["label"], record["directives"], strict=True):
        assert wide[2 * start : 2 * end].decode("utf-16-le") == one["action"]["text"]
    found = list(read_review(open_database(tmp_path / "e.db"), tmp_path / "d.jsonl", "me"))
    assert {one.verdict for one in found} == {"right"}


def test_reviewed_reports_become_gold_that_evaluate_reads(path: Path, tmp_path: Path) -> None:
    tasks = reviewed(path, tmp_path)
    (tmp_path / "back.json").write_text(json.dumps(tasks), encoding="utf-8")
    correct(path, read_review(open_database(path), tmp_path / "back.json"))
    assert export(open_database(path), "gold", tmp_path / "gold.jsonl") == 1
    (gold,) = read_gold(tmp_path / "gold.jsonl")
    assert not list(quote_faults(gold, FIRST["report"]["text"]))
    assert len(gold.directives) == len(IDS)  # one wrong, one missed
    scores = score([gold], [Record.from_json(LINES[0])])
    tally = scores.tallies["directives"]
    assert (tally.hits, tally.extra, tally.missed) == (6, 1, 1)


def test_correct_and_query_from_the_command_line(path: Path) -> None:
    words = ["correct", IDS[0], "corrected", "--who", "रीता", "--modality", "obligation", "-d", str(path)]
    result = CliRunner().invoke(app, [*words, "--changes", '{"addressees": ["नगर पालिका"]}'])
    assert result.exit_code == 0, result.output
    (kept,) = corrections_of(open_database(path))
    assert kept.changes == {"addressees": ["नगर पालिका"], "modality": "obligation"}
    shown = (
        CliRunner().invoke(app, ["query", "-d", str(path), "--verdict", "corrected", "-f", "jsonl"]).stdout
    )
    assert json.loads(shown)["id"] == IDS[0]
    assert "bad-correction" in CliRunner().invoke(app, [*words, "--changes", "[]"]).output
