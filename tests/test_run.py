"""Runs over real files: what is written, what is done again, what survives."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from nirdesh.errors import NirdeshError, Problem
from nirdesh.ingest import read
from nirdesh.ingest.build import Options
from nirdesh.record import Record, check_evidence
from nirdesh.run import Pipeline, Plan, Setup, dry_run, run
from nirdesh.run.journal import Journal
from nirdesh.run.outcome import Outcome

TEXT = (
    "भंडारा प्रखंड के सभी सचिवों को निर्देश\n\n"
    "रांची, 12 मार्च। उपायुक्त सुनयना टोपनो ने प्रखंड {number} के सभी पंचायत सचिवों को निर्देश दिए कि वे "
    "{day} मार्च तक पेंशन के लंबित आवेदन निपटाएं। उन्होंने कहा कि शिविर में पेयजल की व्यवस्था सुनिश्चित की जाए।\n"
)


def text(number: int) -> str:
    return TEXT.format(number=number, day=13 + number % 18)


def make(folder: Path, count: int) -> Path:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(text(number), encoding="utf-8")
    return folder


def plan(
    source: Path | str, out: Path, *, workers: int = 1, limit: int | None = None, **options: str
) -> Plan:
    return Plan([str(source)], out, Setup("blank", Options(**options), workers), limit)


def records(out: Path) -> list[Record]:
    lines = (out / "records.jsonl").read_text(encoding="utf-8").splitlines()
    return [check_evidence(Record.from_json(line)) for line in lines]


def problems(out: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (out / "problems.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_run_writes_records_problems_and_manifest(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 20), tmp_path / "deep" / "out"
    (source / "007.txt").write_text("", encoding="utf-8")
    summary = run(plan(source, out, published="2026-03-12"))
    found = records(out)
    assert [Path(record.report.source).name for record in found] == [
        f"{number:03}.txt" for number in range(20) if number != 7
    ]
    assert {record.report.published for record in found} == {"2026-03-12"}
    assert [row["source"] for row in problems(out)] == [(source / "007.txt").as_posix()]
    assert (summary.records, summary.exit_code) == (19, 1)
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["counts"]["records"] == 19
    assert manifest["counts"]["dates"] == sum(len(record.dates) for record in found) > 0
    assert manifest["problems"] == {"empty": 1}
    assert manifest["options"]["published"] == "2026-03-12"
    assert {"wall", "ingest", "analyse", "dates", "assemble"} <= set(manifest["seconds"])
    assert sorted(path.name for path in out.iterdir()) == [
        "journal.sqlite",
        "manifest.json",
        "problems.jsonl",
        "records.jsonl",
    ]


def test_a_second_run_does_no_work_twice(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 20), tmp_path / "out"
    (source / "english.txt").write_text(
        "This is a report in English about ponds and roads.", encoding="utf-8"
    )
    first = run(plan(source, out))
    before = (out / "records.jsonl").read_bytes(), (out / "problems.jsonl").read_bytes()
    second = run(plan(source, out))
    assert (first.reused, second.reused) == (0, 21)
    assert second.clock.seconds == {}
    assert second.counts == first.counts
    assert before == ((out / "records.jsonl").read_bytes(), (out / "problems.jsonl").read_bytes())


def test_only_what_changed_is_done_again(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 10), tmp_path / "out"
    run(plan(source, out))
    (source / "003.txt").write_text(text(77), encoding="utf-8")
    (source / "005.txt").unlink()
    summary = run(plan(source, out))
    assert (summary.records, summary.reused) == (9, 8)
    assert "प्रखंड 77" in records(out)[3].report.text
    assert run(plan(source, out, published="2026-03-12")).reused == 0


def test_the_number_of_workers_changes_nothing(tmp_path: Path) -> None:
    source = make(tmp_path / "in", 70)
    (source / "010.txt").write_bytes(b"%PDF-1.7\n\x00")
    (source / "020.txt").write_text(text(21), encoding="utf-8")
    for workers in (1, 3):
        run(plan(source, tmp_path / f"out{workers}", workers=workers))
    for name in ("records.jsonl", "problems.jsonl"):
        assert (tmp_path / "out1" / name).read_bytes() == (tmp_path / "out3" / name).read_bytes()
    assert [row["code"] for row in problems(tmp_path / "out1")] == ["binary", "duplicate-report"]


def test_reports_to_records_from_python(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 3), tmp_path / "out"
    run(replace(plan(source, out), near=False))
    told: list[Problem] = []
    made = [record.to_json() for record in Pipeline("blank").records(read([source], on_problem=told.append))]
    assert made == (out / "records.jsonl").read_text(encoding="utf-8").splitlines()
    assert told == []


def test_limit_counts_reports(tmp_path: Path) -> None:
    source = make(tmp_path / "in", 6)
    (source / "000.txt").write_text("", encoding="utf-8")
    summary = run(plan(source, tmp_path / "out", limit=3))
    assert (summary.reports, summary.records) == (3, 3)


def test_nothing_usable(tmp_path: Path) -> None:
    summary = run(plan(tmp_path / "none.txt", tmp_path / "out"))
    assert (summary.records, summary.exit_code) == (0, 2)
    assert [row["code"] for row in problems(tmp_path / "out")] == ["no-such-file"]
    assert records(tmp_path / "out") == []


def test_dry_run_reads_and_writes_nothing(tmp_path: Path) -> None:
    source = make(tmp_path / "in", 3)
    (source / "bad.txt").write_text(text(1), encoding="utf-8")
    seen: list[str] = []
    told: list[Problem] = []
    summary = dry_run(
        plan(source, tmp_path / "out"),
        on_report=lambda report: seen.append(report.source),
        on_problem=told.append,
    )
    assert (summary.reports, summary.records, len(seen)) == (4, 3, 3)
    assert [problem.code for problem in told] == ["duplicate-report"]
    assert not (tmp_path / "out").exists()


def test_output_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x", encoding="utf-8")
    with pytest.raises(NirdeshError, match=r"output-folder: .*is a file, not a folder.*-o") as caught:
        run(plan(make(tmp_path / "in", 1), tmp_path / "out"))
    assert caught.value.code == "output-folder"


@pytest.mark.skipif(sys.platform != "linux", reason="nobody can write to /proc")
def test_output_folder_that_can_not_be_written(tmp_path: Path) -> None:
    with pytest.raises(NirdeshError, match=r"output-folder: /proc/out can't be written: .* another folder"):
        run(plan(make(tmp_path / "in", 1), Path("/proc/out")))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_leaves_the_old_records(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 3), tmp_path / "out"
    run(plan(source, out))
    before = (out / "records.jsonl").read_bytes()
    make(source, 5)
    (out / "records.jsonl.part").symlink_to("/dev/full")
    with pytest.raises(NirdeshError, match=r"No space left.*goes on where it stopped"):
        run(plan(source, out))
    assert (out / "records.jsonl").read_bytes() == before
    (out / "records.jsonl.part").unlink(missing_ok=True)
    assert run(plan(source, out)).records == 5


def test_a_damaged_journal_only_costs_time(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 3), tmp_path / "out"
    run(plan(source, out))
    before = (out / "records.jsonl").read_bytes()
    (out / "journal.sqlite").write_bytes(b"this is no database " * 100)
    assert run(plan(source, out)).reused == 0
    assert (out / "records.jsonl").read_bytes() == before


def test_two_runs_do_not_share_a_folder(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 1), tmp_path / "out"
    out.mkdir()
    with Journal(out, "v"), pytest.raises(NirdeshError, match="Another run is writing"):
        run(plan(source, out))


def test_journal_tells_what_other_versions_made(tmp_path: Path) -> None:
    done = Outcome("9f", '{"schema":"nirdesh/1"}', counts={"dates": 2}, near=b"\x01\x02")
    with Journal(tmp_path, "one") as journal:
        journal.add([("k", done), ("crash", Outcome(problem=Problem("extract", "x", "y"), keep=False))])
        assert journal.get("k") == done
        assert journal.get("crash") is None
    with Journal(tmp_path, "two") as journal:
        assert journal.get("k") == replace(done, current=False)


def _rows(first: int, last: int) -> bytes:
    rows = ({"id": f"n{number}", "text": text(number)} for number in range(first, last))
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def _start(out: Path, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "nirdesh.cli", "run", "-", "--engine", "blank", "-o", str(out), *more]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def _wait(condition: object, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_killed_run_goes_on(tmp_path: Path) -> None:
    out = tmp_path / "out"
    process = _start(out)
    assert process.stdin is not None
    process.stdin.write(_rows(0, 40))
    process.stdin.flush()
    # Two batches of 16 are in the journal, eight rows wait for more.
    _wait(
        lambda: (out / "journal.sqlite-wal").exists() and (out / "journal.sqlite-wal").stat().st_size > 20_000
    )
    time.sleep(0.3)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert not (out / "records.jsonl").exists()
    feed = tmp_path / "feed.jsonl"
    feed.write_bytes(_rows(0, 50))
    summary = run(plan(feed, out))
    assert summary.records == 50
    assert summary.reused >= 16
    run(plan(feed, tmp_path / "undisturbed"))
    assert (out / "records.jsonl").read_bytes() == (tmp_path / "undisturbed/records.jsonl").read_bytes()


def _children(process: subprocess.Popen[bytes]) -> list[Path]:
    pids = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [Path("/proc") / pid for pid in pids]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_killed_worker_costs_nothing_and_none_outlives_the_run(tmp_path: Path) -> None:
    out = tmp_path / "out"
    process = _start(out, "--workers", "2")
    assert process.stdin is not None
    process.stdin.write(_rows(0, 128))
    process.stdin.flush()
    _wait(
        lambda: (out / "journal.sqlite-wal").exists() and (out / "journal.sqlite-wal").stat().st_size > 20_000
    )
    os.kill(int(_children(process)[0].name), signal.SIGKILL)
    process.communicate(_rows(128, 160))
    assert process.returncode == 0
    assert [record.report.source for record in records(out)] == [f"n{number}" for number in range(160)]

    process = _start(tmp_path / "other", "--workers", "2")
    assert process.stdin is not None
    process.stdin.write(_rows(0, 64))
    process.stdin.flush()
    _wait(lambda: len(_children(process)) >= 2)
    workers = _children(process)
    process.kill()
    process.communicate()
    _wait(lambda: not any(worker.exists() for worker in workers))


def test_an_extractor_that_fails_costs_only_its_own_findings(tmp_path: Path) -> None:
    def broken(doc):
        raise ZeroDivisionError("no share of nothing")

    pipeline = Pipeline("blank")
    pipeline._components = [
        (name, broken if name == "events" else step) for name, step in pipeline._components
    ]
    report = next(read([make(tmp_path / "in", 1)], on_problem=lambda problem: None))
    record = pipeline.record(report)
    assert record.directives
    assert [problem.code for problem in record.problems] == ["extractor-failed"]
    assert "ZeroDivisionError" in record.problems[0].message
