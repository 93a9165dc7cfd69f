"""Inputs that would stop a run or never end, through ``nirdesh.ingest.read``."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from nirdesh.errors import Problem
from nirdesh.ingest import read, rows
from nirdesh.report import Report

REPORT = "मंडल प्रभारी दिनेश वर्णवाल ने कार्यकर्ताओं से कहा कि वे रविवार को बूथ समिति की बैठक करें।"


def ingest(*inputs: Path | str) -> tuple[list[Report], list[Problem]]:
    problems: list[Problem] = []
    return list(read(inputs, on_problem=problems.append)), problems


def test_values_nested_deeply_are_no_metadata(tmp_path: Path) -> None:
    deep = "[" * 900 + '"x"' + "]" * 900
    (tmp_path / "a.jsonl").write_text(f'{{"text": "{REPORT}", "author": {deep}}}\n', encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{REPORT} दूसरी बार।", encoding="utf-8")
    (tmp_path / "metadata.jsonl").write_text(
        f'{{"file_name": "b.txt", "author": {deep}, "publisher": "दर्पण"}}\n', encoding="utf-8"
    )
    reports, problems = ingest(tmp_path)
    assert problems == []
    assert [(report.author, report.publisher) for report in reports] == [(None, None), (None, "दर्पण")]


def test_bad_rows_of_metadata_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    described = (
        '{"file_name": "a.txt", "published": "2026-01-02"}',
        '{"file_name": " ", "title": "x"}',
        '{"file_name": "a.txt", "title": "\\ud800"}',
    )
    (tmp_path / "metadata.jsonl").write_text("\n".join(described), encoding="utf-8")
    (report,), problems = ingest(tmp_path)
    assert report.published == "2026-01-02"
    assert [(problem.code, problem.source) for problem in problems] == [
        ("broken-metadata", f"{tmp_path}/metadata.jsonl:3")
    ]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(REPORT, encoding="utf-8")
    os.mkfifo(tmp_path / "a.txt")
    for given in (tmp_path, f"{tmp_path}/*.txt"):
        reports, problems = ingest(given)
        assert len(reports) == 1
        assert [(problem.code, problem.source) for problem in problems] == [
            ("unreadable", f"{tmp_path}/a.txt")
        ]


def test_linked_folders_are_not_followed_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    for name in ("one", "two", "three"):
        (tmp_path / name).symlink_to(tmp_path)
    for pattern in ("**/*.txt", "**"):
        (report,), problems = ingest(f"{tmp_path}/{pattern}")
        assert (report.source, problems) == (f"{tmp_path}/a.txt", [])
    (problem,) = ingest(tmp_path)[1]
    assert problem.code == "skipped-files"
    assert "3 that are links to folders" in problem.message


def test_patterns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("a.txt", "b/c.txt", "b/.hidden.txt", ".git/d.txt")
    for number, name in enumerate(names):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{REPORT} क्रमांक {number}।", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "b")
    found = {
        "../**/*.txt": ["../a.txt", "../b/c.txt"],
        "../**": ["../a.txt", "../b/c.txt"],
        "*": ["c.txt"],
        "../.g*/*.txt": ["../.git/d.txt"],
        f"{tmp_path}/[ab].txt": [f"{tmp_path}/a.txt"],
    }
    for pattern, expected in found.items():
        assert [report.source for report in ingest(pattern)[0]] == expected


@pytest.mark.parametrize("name", ["", "x" * 5000, "a\0b", "x" * 5000 + "*"])
def test_names_that_no_file_can_have(name: str) -> None:
    reports, problems = ingest(name)
    assert (reports, [problem.code for problem in problems]) == ([], ["no-such-file"])


def test_rows_that_are_no_utf8_are_told_once(tmp_path: Path) -> None:
    text = json.dumps({"text": REPORT}, ensure_ascii=False) + "\n"
    (tmp_path / "a.jsonl").write_bytes((text * 3).encode("utf-16"))
    (tmp_path / "b.jsonl").write_bytes((text * 3).encode("utf-16-be"))
    (tmp_path / "c.jsonl").write_bytes(b"PAR1" + b"\x00\n" * 20)
    problems = ingest(tmp_path)[1]
    assert [(problem.code, problem.source) for problem in problems] == [
        ("wrong-encoding", f"{tmp_path}/a.jsonl"),
        ("wrong-encoding", f"{tmp_path}/b.jsonl"),
        ("binary", f"{tmp_path}/c.jsonl"),
    ]
    assert "iconv -f UTF-16BE -t UTF-8" in problems[1].message


def test_a_broken_row_is_told_by_its_column(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": \n', encoding="utf-8")
    (problem,) = ingest(tmp_path)[1]
    assert problem.message.startswith("Not valid JSON: Expecting value at column 9.")


def test_a_row_without_end_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MAX_BYTES", 1000)
    monkeypatch.setattr(rows, "MAX_SKIPPED", 5000)
    rows_of = [json.dumps({"text": f"{REPORT} {number}"}) + "\n" for number in range(4)]
    (tmp_path / "a.jsonl").write_text(rows_of[0] + "x" * 4000 + "\n" + rows_of[1], encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(rows_of[2] + "x" * 7000 + "\n" + rows_of[3], encoding="utf-8")
    reports, problems = ingest(tmp_path)
    assert [report.text[-1] for report in reports] == ["0", "1", "2"]
    assert [(problem.code, problem.source) for problem in problems] == [
        ("too-large", f"{tmp_path}/a.jsonl:2"),
        ("too-large", f"{tmp_path}/b.jsonl"),
    ]
