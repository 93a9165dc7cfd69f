"""Every command as users type it."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
import regex
import typer
from typer.testing import CliRunner, Result

from nirdesh.analyse.models import CARD
from nirdesh.cli import app, filters
from nirdesh.cli.reference import commands, examples, reference

REPORT = (
    "उपायुक्त ने दिए पेंशन शिविर के निर्देश\n\n"
    "रांची, 12 मार्च। उपायुक्त सुनयना टोपनो ने सभी पंचायत सचिवों को निर्देश दिए कि वे 25 मार्च तक पेंशन के लंबित "
    "आवेदन निपटाएं। उन्होंने कहा कि शिविर में पेयजल की व्यवस्था सुनिश्चित की जाए।\n"
)
COMMANDS = list(commands(app))


def call(*arguments: str | Path, text: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=text)


def flat(result: Result) -> str:
    return " ".join(result.output.split())


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "शिविर.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def out(report: Path) -> Path:
    folder = report.parent / "out"
    assert call("run", report, "-o", folder, "--engine", "blank", "--published", "2026-03-13").exit_code == 0
    return folder


@pytest.mark.parametrize(("path", "text"), [row[:2] for row in COMMANDS], ids=[row[0] for row in COMMANDS])
def test_every_command_has_help_with_examples(path: str, text: str) -> None:
    result = call(*path.split()[1:], "--help")
    assert result.exit_code == 0
    assert "Usage: " in result.output
    assert len(text.split("\n")[0]) > 10
    assert any(line.startswith(("nirdesh", "echo", "zcat")) for line in examples(text))


@pytest.mark.parametrize(("path", "text"), [row[:2] for row in COMMANDS], ids=[row[0] for row in COMMANDS])
def test_examples_are_commands_that_exist(path: str, text: str) -> None:
    used = 0
    for line in examples(text):
        for part in regex.split(r" && | \| | > ", line):
            if part.startswith("nirdesh "):
                _parse(shlex.split(part)[1:])
                used += part.startswith(path)
    assert used > 0


def _parse(words: list[str]) -> None:
    command: Any = typer.main.get_command(app)
    while hasattr(command, "commands"):
        command = command.commands[words.pop(0)]
    command.make_context("nirdesh", words)  # raises a usage error


def test_the_reference_is_current() -> None:
    kept = Path(__file__).parent.parent / "docs" / "cli-reference.md"
    assert kept.read_text(encoding="utf-8") == reference(), (
        "python -m nirdesh.cli.reference > docs/cli-reference.md"
    )


def test_help_is_quick() -> None:
    """Help costs hardly more than that of a command of one line made with the same library."""
    bare = "import typer; app = typer.Typer(); app.command()(lambda: None); app(['--help'])"

    def seconds(*arguments: str) -> float:
        before = os.times()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        after = os.times()
        # Processor time, so that a busy machine does not count.
        return after.children_user + after.children_system - before.children_user - before.children_system

    runs = [(seconds("-m", "nirdesh.cli", "--help"), seconds("-c", bare)) for _ in range(5)]
    ours, theirs = map(min, zip(*runs, strict=True))
    assert ours < 1.6 * theirs


def test_help_loads_no_heavy_library() -> None:
    heavy = {"spacy", "torch", "pydantic", "lxml", "trafilatura", "dateparser"}
    code = "import sys, nirdesh.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert heavy.isdisjoint(loaded.split())


def test_version() -> None:
    assert regex.fullmatch(r"nirdesh \d+\.\d+\.\d+\n", call("--version").output)


def test_run_prints_a_summary(report: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    result = call("run", report, tmp_path / "empty.txt", "-o", tmp_path / "out", "--engine", "blank")
    assert result.exit_code == 1
    assert "records" in result.output
    assert f"empty {(tmp_path / 'empty.txt').as_posix()}: The file has no content." in flat(result)
    assert "nirdesh show" in result.output


def test_run_streams_to_standard_output(report: Path, tmp_path: Path, out: Path) -> None:
    command = [sys.executable, "-m", "nirdesh.cli", "run", str(report), str(tmp_path / "none.txt")]
    done = subprocess.run(
        [*command, "-o", "-", "--engine", "blank", "--published", "2026-03-13"],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == (out / "records.jsonl").read_bytes()
    assert "none.txt: no-such-file" in done.stderr.decode()


def test_run_stops_quietly_when_its_reader_goes(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"id": n, "text": f"{REPORT} क्रमांक {n}।"}) + "\n" for n in range(200))
    (tmp_path / "feed.jsonl").write_text(rows, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "nirdesh.cli",
        "run",
        str(tmp_path / "feed.jsonl"),
        "-o",
        "-",
        "--engine",
        "blank",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b'{"schema":"nirdesh/1"')
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
        assert process.wait() == 141


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["run"], "Missing argument"),
        (["run", "x.txt", "--workers", "0"], "Invalid value for '--workers'"),
        (
            ["run", "x.txt", "--published", "24/01/2026"],
            "bad-date: --published 24/01/2026 is no day. Write it as",
        ),
        (["run", "x.txt", "--engine", "other"], "Invalid value for '--engine'"),
        (["show", "nothing"], "no-such-file: There is no file nothing"),
        (["evaluate", "none.jsonl", "none.jsonl"], "unreadable: none.jsonl"),
        (["convert", "none.txt"], "unreadable: none.txt: No such file or directory. Check the path."),
        (["dates", "none.jsonl"], "unreadable: none.jsonl"),
        (["schema", "-o", "none/schema.json"], "unusable-file: none/schema.json: No such file or directory."),
        (["show", "x" * 5000], "File name too long. Check the path and its rights."),
        (["models", "download"], "no-address: Where is the release? Add --from"),
        (["nothing"], "No such command 'nothing'"),
    ],
)
def test_wrong_use_is_told_with_exit_code_2(
    arguments: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = call(*arguments)
    assert result.exit_code == 2
    assert words in regex.sub(r"[\s│╭╮╰╯─]+", " ", result.output)


def test_output_folder_that_can_not_be_written(report: Path) -> None:
    result = call("run", report, "-o", report, "--engine", "blank")
    assert result.exit_code == 2
    assert "output-folder" in result.output
    assert "is a file, not a folder" in result.output


def test_dry_run_lists_what_would_be_read(report: Path, tmp_path: Path) -> None:
    result = call("run", report, tmp_path / "none.txt", "--dry-run", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "उपायुक्त ने दिए पेंशन शिविर के निर्देश" in flat(result)
    assert "1 reports would be read" in result.output
    assert not (tmp_path / "out").exists()


def test_show_a_report_and_its_record(report: Path, out: Path) -> None:
    shown = call("show", report, "--engine", "blank", "--published", "2026-03-13")
    assert shown.exit_code == 0
    assert "लंबित आवेदन निपटाएं" in flat(shown)
    assert "2026-03-25" in shown.output
    assert call("show", out / "records.jsonl").output == shown.output
    row = json.loads((out / "records.jsonl").read_text(encoding="utf-8"))
    assert json.loads(call("show", out / "records.jsonl", "--json").output) == row
    for name in (row["report"]["id"][:8], "शिविर.txt"):
        assert call("show", name, "--records", out / "records.jsonl").output == shown.output
    assert call("show", out / "records.jsonl", "--row", "2").exit_code == 2
    assert "no-record" in call("show", "ffff", "--records", out / "records.jsonl").output


def test_a_report_can_not_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "feed.json").write_text(
        json.dumps([{"text": REPORT + "\x1b]0;x\x07 [red]", "id": "\x1b[2J"}, {"title": "[bold]"}]),
        encoding="utf-8",
    )
    for command in ("show", "run"):
        more = ["-o", tmp_path / "out"] if command == "run" else []
        result = call(command, tmp_path / "feed.json", "--engine", "blank", *more)
        assert "\x1b]" not in result.output
        assert "\x1b[2J" not in result.output
    assert "[red]" in call("show", tmp_path / "feed.json", "--engine", "blank").output
    assert "feed.json[2]" in flat(result)


def test_show_tells_why_a_file_has_no_record(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    result = call("show", tmp_path / "empty.txt", "--engine", "blank")
    assert result.exit_code == 2
    assert "empty.txt: The file has no content." in flat(result)


def test_schema_on_screen_and_in_a_file(tmp_path: Path) -> None:
    result = call("schema")
    assert json.loads(result.output)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert call("schema", "-o", tmp_path / "s.json").exit_code == 0
    assert (tmp_path / "s.json").read_text(encoding="utf-8") == result.output


def test_evaluate_scores_records(out: Path, tmp_path: Path) -> None:
    gold = {
        "id": "शिविर",
        "file": "शिविर.txt",
        "published": "2026-03-13",
        "domain": "administration",
        "dates": [
            {"text": "12 मार्च", "value": "2026-03-12", "role": "other"},
            {"text": "25 मार्च तक", "value": "../2026-03-25", "role": "deadline"},
        ],
        "people": [],
        "regions": [],
        "directives": [],
        "assignments": [],
    }
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold) + "\n", encoding="utf-8")
    result = call("evaluate", tmp_path / "gold.jsonl", out / "records.jsonl", "--json")
    assert result.exit_code == 0
    assert json.loads(result.output)["dates"] == 1.0
    shown = call("evaluate", tmp_path / "gold.jsonl", out / "records.jsonl", "--failures", "5")
    assert "precision" in shown.output
    bad = call("evaluate", out / "records.jsonl", out / "records.jsonl")
    assert (bad.exit_code, "bad-gold" in bad.output) == (2, True)
    bad = call("evaluate", tmp_path / "gold.jsonl", tmp_path / "gold.jsonl")
    assert (bad.exit_code, "gold.jsonl:1 is no record" in flat(bad)) == (2, True)


def test_evaluate_one_split(out: Path, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "splits.toml").write_text('develop = ["x"]\n', encoding="utf-8")
    files = (tmp_path / "gold.jsonl", out / "records.jsonl", "--splits", tmp_path / "splits.toml")
    assert call("evaluate", *files, "--split", "develop").exit_code == 0
    wrong = call("evaluate", *files, "--split", "check")
    assert (wrong.exit_code, "Use one of develop" in wrong.output) == (2, True)


def test_dates_answers_rows() -> None:
    rows = '{"id": "1", "input": "शिविर 6 फरवरी तक चलेगा", "reference": "2026-01-20"}\n\n'
    result = call("dates", text=rows)
    assert result.exit_code == 0
    (answer,) = map(json.loads, result.output.splitlines())
    (found,) = answer["results"]
    assert answer["id"] == "1"
    assert "शिविर 6 फरवरी तक चलेगा"[found["start"] : found["end"]] == found["text"]
    assert "2026-02-06" in found["timex"]


@pytest.mark.parametrize("command", [["dates"], ["entities", "--engine", "blank"]])
def test_filters_go_on_after_a_bad_row(command: list[str]) -> None:
    rows = (
        '{"id": 1, "input": "बैठक"}\n{broken\n[1]\n{"id": 2, "input": 5}\n'
        '{"id": 4, "input": "x", "reference": "soon"}\n{"id": 3, "input": ""}\n'
    )
    result = CliRunner().invoke(app, command, input=rows)
    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [1, 3]
    assert result.stderr.count("stdin:") == 4
    assert CliRunner().invoke(app, command, input="x\n").exit_code == 2
    half = CliRunner().invoke(app, command, input='{"id": 5, "input": "\\ud800 बैठक"}\n')
    assert (half.exit_code, "stdin:1" in half.stderr) == (2, True)


def test_rows_of_any_length_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filters, "MAX_ROW", 2_000_000)
    rows = json.dumps({"id": 1, "input": "x" * 2_000_000}) + '\n{"id": 2, "input": "बैठक"}\n'
    result = CliRunner().invoke(app, ["dates"], input=rows)
    assert (result.exit_code, result.stdout) == (1, '{"id": 2, "results": []}\n')
    assert "too-large: stdin:1: over 2 MB." in result.stderr


def test_entities_quote_the_text_as_given() -> None:
    text = "उ0प्र0 के रांची में १२ मार्च को बैठक हुई"
    result = call("entities", "--engine", "blank", text=json.dumps({"id": 1, "input": text}))
    found = {row["label"]: row for row in json.loads(result.output)["results"]}
    assert found["TIMEX"]["text"] == "१२ मार्च"
    for row in found.values():
        assert text[row["start"] : row["end"]] == row["text"]


def test_normalise_lines_and_explains() -> None:
    text = "उ0प्र0 में १२ बैठकें\n\nकल।परसों"
    assert call("normalise", text=text).output == "उ.प्र. में 12 बैठकें\n\nकल। परसों\n"
    assert "  11:12 digit १ -> 1\n" in call("normalise", "--explain", text=text).output
    assert "१२" in call("normalise", "--profile", "display", text=text).output


def test_normalise_rows_and_passes_the_rest_on() -> None:
    row = {"id": 1, "text": "दिनांक १२", "url": "https://n.example.org/"}
    answer = json.loads(call("normalise", "--jsonl", "--explain", text=json.dumps(row)).output)
    assert (answer["id"], answer["text"], answer["url"]) == (1, "दिनांक 12", "https://n.example.org/")
    assert [repair["rule"] for repair in answer["repairs"]] == ["digit", "digit"]
    assert json.loads(call("normalise", "--jsonl", "--field", "body", text='{"body": "१"}').output) == {
        "body": "1"
    }
    mixed = CliRunner().invoke(app, ["normalise", "--jsonl"], input='{broken\n{"text": "१"}\n{"text": 5}\n')
    assert (mixed.exit_code, json.loads(mixed.stdout)) == (1, {"text": "1"})
    assert "stdin:1" in mixed.stderr
    assert "stdin:3" in mixed.stderr
    assert call("normalise", "--jsonl", text="x").exit_code == 2


def test_convert_there_and_back(tmp_path: Path) -> None:
    assert call("convert", "--from", "krutidev010", text="Hkkjrh; turk\n").output == "भारतीय जनता\n"
    (tmp_path / "a.txt").write_text("पंचायत सचिव\nशिविर", encoding="utf-8")
    legacy = call("convert", "--from", "unicode", "--to", "krutidev010", tmp_path / "a.txt").output
    assert call("convert", text=legacy).output == "पंचायत सचिव\nशिविर\n"
    assert "unknown-font" in call("convert", "--from", "other", text="x").output
    assert "not UTF-8" in call("convert", "--from", "unicode", "--to", "krutidev010", text=b"\xe9\n").output


def _models(folder: Path) -> None:
    for name in ("hi_nirdesh", "hi_people", "hi_assignments", "hi_directives", "stanza/hi"):
        (folder / name).mkdir(parents=True)
        (folder / name / "weights").write_bytes(b"w")
        card = {"version": "1", "licence": "MIT", "size": 1, "sha256": "0", "figures": {"F1": 0.9}}
        (folder / name / CARD).write_text(json.dumps(card), encoding="utf-8")


def test_models_are_fetched_checked_and_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _models(tmp_path / "release-1" / "models")
    with tarfile.open(tmp_path / "models.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "release-1", "release-1")
    monkeypatch.setenv("NIRDESH_MODELS", str(tmp_path / "here"))
    assert call("models", "verify").exit_code == 2
    for _ in range(2):
        result = call("models", "download", "--from", tmp_path / "models.tar.gz")
        assert result.exit_code == 0
        assert "hi_nirdesh, hi_people, hi_assignments, hi_directives, stanza now in" in result.output
    assert sorted(path.name for path in (tmp_path / "here").iterdir()) == [
        "hi_assignments",
        "hi_directives",
        "hi_nirdesh",
        "hi_people",
        "stanza",
    ]
    verified = call("models", "verify")
    assert (verified.exit_code, verified.output.count("damaged")) == (2, 5)  # the cards' digests are wrong
    assert "hi_nirdesh" in call("models", "list").output
    assert call("models").output == call("models", "list").output


def test_a_hostile_archive_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIRDESH_MODELS", str(tmp_path / "here"))
    with tarfile.open(tmp_path / "bad.tar", "w") as archive:
        entry = tarfile.TarInfo("../outside")
        archive.addfile(entry)
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as packed:
        packed.writestr("readme.txt", "no model")
    (tmp_path / "text.tar.gz").write_bytes(b"no archive")
    for name in ("bad.tar", "other.zip", "text.tar.gz", "none.tar.gz"):
        result = call("models", "download", "--from", tmp_path / name)
        assert result.exit_code == 2
        assert name in flat(result)
    assert not (tmp_path / "outside").exists()
    assert list((tmp_path / "here").iterdir()) == []
