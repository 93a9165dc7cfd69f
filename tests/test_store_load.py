"""Records into the database, once, twice and changed."""

from __future__ import annotations

import json
import multiprocessing
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from typer.testing import CliRunner

from nirdesh.cli import app
from nirdesh.errors import NirdeshError, Problem
from nirdesh.lexicon.files import toml
from nirdesh.record import Record
from nirdesh.record.plain import read_plain
from nirdesh.store import create, load, open_database
from nirdesh.store.database import migrations, sql
from nirdesh.store.fold import stem, stems
from nirdesh.store.tables import COLUMNS, TEXTS

DATA = Path(__file__).parent / "data"
LINES = (DATA / "records.jsonl").read_text("utf-8").splitlines()


@pytest.fixture
def db(tmp_path: Path) -> Path:
    load(LINES, tmp_path / "n.db")
    return tmp_path / "n.db"


def counts(path: Path) -> dict[str, int]:
    db = open_database(path)
    return {table: db[table].count for table in [*COLUMNS, "words", "corrections"]}


def changed(line: str, **report: Any) -> str:
    record = json.loads(line)
    record["report"].update(report)
    return json.dumps(record, ensure_ascii=False)


def test_every_row_of_the_records_is_there(db: Path) -> None:
    records = [json.loads(line) for line in LINES]
    have = counts(db)
    for table in (
        "people",
        "offices",
        "organisations",
        "regions",
        "dates",
        "directives",
        "assignments",
        "events",
    ):
        assert have[table] == sum(len(record[table]) for record in records), table
    assert have["posts"] == sum(len(person["posts"]) for record in records for person in record["people"])
    kept = [row["json"] for row in open_database(db).query("SELECT json FROM records ORDER BY report")]
    assert sorted(kept) == sorted(LINES)


def test_the_file_is_sound(db: Path) -> None:
    opened = open_database(db)
    assert not list(opened.query("PRAGMA foreign_key_check"))
    assert [tuple(row.values()) for row in opened.query("PRAGMA integrity_check")] == [("ok",)]
    for view in opened.view_names():
        list(opened.query(f"SELECT * FROM {view} LIMIT 3"))


def test_a_second_load_changes_nothing(db: Path) -> None:
    before, rows = counts(db), list(open_database(db).query("SELECT * FROM directives"))
    loaded = load(LINES, db)
    assert (loaded.reports, loaded.unchanged, loaded.rows) == (0, len(LINES), 0)
    assert counts(db) == before
    assert list(open_database(db).query("SELECT * FROM directives")) == rows


def test_a_changed_report_is_replaced_whole(db: Path) -> None:
    before = counts(db)
    loaded = load([changed(LINES[0], title="अनोखाशब्द")], db)
    assert (loaded.reports, loaded.replaced) == (1, 1)
    after = counts(db)
    assert {name: after[name] for name in COLUMNS} == {name: before[name] for name in COLUMNS}
    search = "SELECT rowid FROM reports_fts WHERE reports_fts MATCH ?"
    opened = open_database(db)
    assert len(list(opened.query(search, [f'title:"{stem("अनोखाशब्द")}"']))) == 1
    title = stems(json.loads(LINES[0])["report"]["title"])
    assert not list(opened.query(search, [f'title:"{title}"']))


def test_loading_in_two_steps_gives_the_same_directives_as_in_one(tmp_path: Path, db: Path) -> None:
    for line in reversed(LINES):
        load([line], tmp_path / "steps.db")
    query = "SELECT id, action, due, issuers, addressees, regions FROM directive_list ORDER BY id"
    steps, once = (list(open_database(path).query(query)) for path in (tmp_path / "steps.db", db))
    assert [{**row, "regions": sorted((row["regions"] or "").split("; "))} for row in steps] == [
        {**row, "regions": sorted((row["regions"] or "").split("; "))} for row in once
    ]


def test_later_reports_have_higher_numbers(db: Path) -> None:
    days = [
        row["published"] or ""
        for row in open_database(db).query("SELECT published FROM directives ORDER BY n")
    ]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "Line 2 is no record"),
        ('{"schema":"other"}', "Line 2 is no record"),
        ('{"schema":"nirdesh/1"}', "report: Field required"),
        (changed(LINES[1], language=3), "report.language: Input should be a valid string"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_kept(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(NirdeshError) as caught:
        load([LINES[0], line], tmp_path / "n.db")
    assert told in str(caught.value)
    assert open_database(tmp_path / "n.db")["reports"].count == 0


def test_problems_of_a_run_replace_those_of_the_last(db: Path) -> None:
    load([], db, problems=[Problem("ingest", "empty", "The file has no content.", "a.txt")])
    load([], db, problems=[Problem("ingest", "not-hindi", "Another language.", "b.txt")])
    query = "SELECT source, code FROM problems WHERE report IS NULL"
    assert [tuple(row.values()) for row in open_database(db).query(query)] == [("b.txt", "not-hindi")]


def test_an_older_file_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with sqlite3.connect(path) as old:
        old.executescript(migrations()[0])
        old.execute("PRAGMA application_id = 1852404324")
        old.execute("PRAGMA user_version = 1")
    with pytest.raises(NirdeshError, match=r"old-database: .*nirdesh load"):
        open_database(path)
    load(LINES[:1], path)
    opened = open_database(path)
    assert opened["reports"].count == 1
    assert "corrections" in opened.table_names()
    assert len(opened.view_names()) == sql("views.sql").count("CREATE VIEW")


def test_foreign_and_newer_files_are_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE t (x)")
    with pytest.raises(NirdeshError, match="not-ours"):
        create(tmp_path / "other.db")
    create(tmp_path / "new.db").conn.execute("PRAGMA user_version = 99")
    with pytest.raises(NirdeshError, match=r"newer-database: .*schema 99"):
        open_database(tmp_path / "new.db")
    with pytest.raises(NirdeshError, match=r"no-database: .*nirdesh load"):
        open_database(tmp_path / "none.db")
    (tmp_path / "text.db").write_text("no database at all, only text " * 50)
    with pytest.raises(NirdeshError, match="bad-database"):
        create(tmp_path / "text.db")


def test_another_folding_makes_the_index_anew(db: Path) -> None:
    with sqlite3.connect(db) as connection:
        connection.execute("UPDATE meta SET value = 'older' WHERE key = 'folding'")
        connection.execute("DELETE FROM words")
    load([], db)
    opened = open_database(db)
    assert opened["words"].count > 100
    assert len(
        list(opened.query("SELECT rowid FROM directives_fts WHERE directives_fts MATCH ?", [stem("नाले")]))
    )


def test_words_of_the_search_table_fold_as_they_should() -> None:
    data = toml("search", "words.toml")
    for group in data["same"]:
        assert len({stem(word) for word in group}) == 1, group
    for group in data["other"]:
        assert len({stem(word) for word in group}) == len(group), group


def test_matras_stay_in_their_word() -> None:
    connection = create(":memory:").conn
    connection.execute("INSERT INTO entities_fts (rowid, name) VALUES (1, 'क्षेत्रीय दिन')")
    find = "SELECT count(*) FROM entities_fts WHERE entities_fts MATCH ?"
    got = [connection.execute(find, [word]).fetchone()[0] for word in ("क्षेत्रीय", "दिन", "दीन", "क्षेत्र")]
    assert got == [1, 1, 0, 0]


def test_the_command_loads_what_a_run_wrote(tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    records.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["load", str(records), "-d", str(tmp_path / "n.db")])
    assert result.exit_code == 0
    assert f"{len(LINES)} reports" in result.output
    assert open_database(tmp_path / "n.db")["reports"].count == len(LINES)


def test_a_run_can_load_its_records_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(json.loads(LINES[0])["report"]["text"], encoding="utf-8")
    command = [
        "run",
        tmp_path / "a.txt",
        "-o",
        tmp_path / "out",
        "--engine",
        "blank",
        "--db",
        tmp_path / "n.db",
    ]
    assert CliRunner().invoke(app, [str(word) for word in command]).exit_code == 0
    assert open_database(tmp_path / "n.db")["reports"].count == 1
    result = CliRunner().invoke(
        app, ["run", str(tmp_path / "a.txt"), "-o", "-", "--db", str(tmp_path / "n.db")]
    )
    assert (result.exit_code, "no-folder" in result.output) == (2, True)


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small batches, made ready in a second process."""
    if sys.platform != "linux":
        pytest.skip("processes are forked on Linux only")
    loading = import_module("nirdesh.store.load")
    monkeypatch.setattr(loading, "_BATCH", 3)
    monkeypatch.setattr(loading, "possible", lambda: True)


def everything(path: Path) -> dict[str, list[Any]]:
    connection = open_database(path).conn
    found = {
        table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
        for table in [*COLUMNS, "words"]
    }
    for table in TEXTS:
        connection.execute(f"CREATE VIRTUAL TABLE temp.v_{table} USING fts5vocab(main, {table}, 'instance')")
        found[table] = connection.execute(f"SELECT * FROM v_{table}").fetchall()
    return found


def test_a_second_process_gives_the_same_database(tmp_path: Path, db: Path, beside: None) -> None:
    problem = Problem("ingest", "empty", "The file has no content.", "a.txt")
    load([], db, problems=[problem])
    told: list[int] = []
    loaded = load(LINES, tmp_path / "two.db", problems=[problem], on_done=told.append)
    assert (loaded.reports, told[-1]) == (len(LINES), len(LINES))
    assert len(told) > 2
    assert everything(tmp_path / "two.db") == everything(db)
    assert load(LINES, tmp_path / "two.db").rows == 0


def test_a_report_that_comes_again_changed_is_replaced_in_a_second_process_too(
    tmp_path: Path, beside: None
) -> None:
    again = [LINES[0], changed(LINES[0], title="अ"), *LINES[1:], LINES[1], changed(LINES[2], title="आ")]
    loaded = load(again, tmp_path / "n.db")
    assert (loaded.reports, loaded.replaced, loaded.unchanged) == (len(LINES) + 2, 2, 1)
    opened = open_database(tmp_path / "n.db")
    assert opened["reports"].count == len(LINES)
    assert not list(opened.query("PRAGMA foreign_key_check"))
    assert {row["title"] for row in opened.query("SELECT title FROM reports")} >= {"अ", "आ"}


def test_a_bad_line_is_named_by_a_second_process(tmp_path: Path, beside: None) -> None:
    with pytest.raises(NirdeshError, match=f"Line {len(LINES) + 1} is no record"):
        load([*LINES, "{"], tmp_path / "n.db")
    assert open_database(tmp_path / "n.db")["reports"].count == 0


def test_a_second_process_that_is_killed_ends_the_load_and_nothing_is_kept(
    tmp_path: Path, beside: None
) -> None:
    def lines() -> Iterator[str]:
        yield from LINES[:9]
        for child in multiprocessing.active_children():
            child.kill()
            child.join()
        yield from LINES[9:] * 20

    with pytest.raises(NirdeshError, match=r"worker: .*load again"):
        load(lines(), tmp_path / "n.db")
    assert load(LINES, tmp_path / "n.db").reports == len(LINES)


def test_a_load_that_is_killed_leaves_a_sound_file_that_a_second_load_completes(tmp_path: Path) -> None:
    code = """
import os, signal, sys
from importlib import import_module
loading = import_module("nirdesh.store.load")
loading._BATCH = 2
die = lambda n: n > 5 and os.kill(os.getpid(), signal.SIGKILL)
loading.load(sys.stdin, sys.argv[1], on_done=die)
"""
    path, lines = tmp_path / "n.db", "\n".join(LINES)
    command = [sys.executable, "-c", code, str(path)]
    assert subprocess.run(command, input=lines, encoding="utf-8", check=False).returncode < 0
    assert load(LINES, path).reports == len(LINES)
    assert [tuple(row.values()) for row in open_database(path).query("PRAGMA integrity_check")] == [("ok",)]


def test_plain_records_are_the_models_fields() -> None:
    for line in LINES:
        assert read_plain(line) == Record.from_json(line).model_dump(by_alias=True)


@pytest.mark.parametrize("change", [{"language": 3}, {"start": 1}, {"id": None}, {"published_from": "air"}])
def test_plain_reading_finds_the_same_faults(change: dict[str, Any]) -> None:
    line = changed(LINES[0], **change)
    with pytest.raises(ValidationError) as plain:
        read_plain(line)
    with pytest.raises(ValidationError) as model:
        Record.from_json(line)
    told = [[(fault["loc"], fault["msg"]) for fault in caught.value.errors()] for caught in (plain, model)]
    assert told[0] == told[1]
