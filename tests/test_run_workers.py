"""Workers that crash, hang or take too much memory; redoing, watching, near duplicates."""

from __future__ import annotations

import ctypes
import faulthandler
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc
from test_run import make, problems, records, text

from nirdesh.errors import NirdeshError, Problem
from nirdesh.ingest.build import Options
from nirdesh.ingest.document import Document
from nirdesh.run import Pipeline, Plan, Setup, pipeline, run, worker
from nirdesh.run.journal import Journal
from nirdesh.run.near import LEAST, NearReports, signature, similarity
from nirdesh.run.outcome import Outcome
from nirdesh.run.watch import watch

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="workers are forked with the saboteur in them"
)
SABOTEUR = "test_saboteur"


@Language.component(SABOTEUR)
def saboteur(doc: Doc) -> Doc:
    """Does what a fault in a library would do, where a report has a word for it."""
    if "सेगफॉल्ट" in doc.text:
        faulthandler.disable()
        ctypes.string_at(0)
    if "अनंत" in doc.text:
        while True:
            pass
    if "सोना" in doc.text:
        time.sleep(3600)
    if "स्मृति" in doc.text:
        held = [bytes(10_000_000) for _ in range(100)]
        assert held
    if "एकबार" in doc.text:
        mark = Path(os.environ["NIRDESH_MARK"])
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return doc


@pytest.fixture(autouse=True)
def _with_saboteur(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(pipeline, "EXTRACTORS", (*pipeline.EXTRACTORS, SABOTEUR))
    monkeypatch.setattr(worker, "_own", None)
    yield
    worker._own = None


def plan(source: Path, out: Path, workers: int = 1, **more: object) -> Plan:
    limits = {name: more.pop(name) for name in ("seconds", "megabytes") if name in more}
    return Plan([str(source)], out, Setup("blank", Options(), workers, **limits), **more)


def spoil(source: Path, number: int, word: str) -> None:
    (source / f"{number:03}.txt").write_text(text(number) + f"\n{word} की बैठक हुई।\n", encoding="utf-8")


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(
    ("word", "code", "limits"),
    [
        ("सेगफॉल्ट", "worker-died", {}),
        ("अनंत", "time-limit", {"seconds": 1.0}),
        ("स्मृति", "memory-limit", {"megabytes": 300}),
    ],
)
def test_a_bad_report_costs_itself_alone(
    word: str, code: str, limits: dict[str, object], workers: int, tmp_path: Path
) -> None:
    source = make(tmp_path / "in", 40)
    run(plan(source, tmp_path / "undisturbed"))
    spoil(source, 20, word)
    summary = run(plan(source, tmp_path / "out", workers, **limits))
    assert [row["code"] for row in problems(tmp_path / "out")] == [code]
    assert problems(tmp_path / "out")[0]["source"] == f"{source}/020.txt"
    assert (summary.records, summary.exit_code) == (39, 1)
    whole = (tmp_path / "undisturbed/records.jsonl").read_text(encoding="utf-8").splitlines()
    left = (tmp_path / "out/records.jsonl").read_text(encoding="utf-8").splitlines()
    assert left == whole[:20] + whole[21:]
    again = run(plan(source, tmp_path / "out", workers, **limits))
    assert again.reused == 39  # the bad one is tried again


def test_a_report_that_sleeps_is_ended_too(tmp_path: Path) -> None:
    source = make(tmp_path / "in", 3)
    spoil(source, 1, "सोना")
    run(plan(source, tmp_path / "out", seconds=0.4))
    assert [row["code"] for row in problems(tmp_path / "out")] == ["time-limit"]


def test_a_worker_killed_from_outside_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIRDESH_MARK", str(tmp_path / "mark"))
    source = make(tmp_path / "in", 1)
    spoil(source, 0, "एकबार")
    assert run(plan(source, tmp_path / "out")).exit_code == 0
    assert (tmp_path / "mark").exists()


def test_missing_models_are_told(tmp_path: Path) -> None:
    with pytest.raises(NirdeshError, match="no-engine"):
        run(Plan([str(make(tmp_path / "in", 1))], tmp_path / "out", Setup("none")))  # type: ignore[arg-type]
    manifest = tmp_path / "out/manifest.json"
    assert not manifest.exists() or json.loads(manifest.read_text())["status"] == "stopped"


def test_redo(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 4), tmp_path / "out"
    (source / "002.txt").write_text("", encoding="utf-8")
    (source / "003.txt").write_text("An English report about ponds and roads.", encoding="utf-8")
    run(plan(source, out))
    with Journal(out, "x") as journal:
        done = journal.get
        assert done is not None
        journal._database.execute("UPDATE done SET version = 'older' WHERE rowid = 1")  # type: ignore[union-attr]
        journal._database.commit()  # type: ignore[union-attr]
    summary = run(plan(source, out))
    assert (summary.reused, summary.outdated) == (3, 1)
    assert run(plan(source, out, redo="problems")).reused == 2
    assert run(plan(source, out, redo="outdated")).reused == 2
    assert run(plan(source, out, redo="outdated")).reused == 3
    assert run(plan(source, out, redo="all")).reused == 0


@pytest.mark.parametrize("where", ["tail", "middle", "head", "cut", "rows"])
def test_a_journal_damaged_anywhere_only_costs_time(where: str, tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 64), tmp_path / "out"
    run(plan(source, out))
    before = (out / "records.jsonl").read_bytes()
    journal = out / "journal.sqlite"
    raw = bytearray(journal.read_bytes())
    if where == "rows":
        with Journal(out, "x") as opened:
            opened._database.execute("UPDATE done SET body = substr(body, 1, 40)")  # type: ignore[union-attr]
            opened._database.commit()  # type: ignore[union-attr]
    elif where == "cut":
        journal.write_bytes(raw[: len(raw) * 2 // 3 + 7])
    else:
        at = {"tail": len(raw) - 6000, "middle": len(raw) // 2, "head": 20}[where]
        raw[at : at + 5000] = os.urandom(5000)
        journal.write_bytes(raw)
    assert run(plan(source, out)).records == 64
    assert (out / "records.jsonl").read_bytes() == before


def test_the_manifest_tells_how_far_a_run_came(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 2), tmp_path / "out"
    run(plan(source, out))
    assert json.loads((out / "manifest.json").read_text())["status"] == "complete"
    (out / "records.jsonl.part").symlink_to("/dev/full")
    with pytest.raises(NirdeshError):
        run(plan(make(source, 3), out))
    manifest = json.loads((out / "manifest.json").read_text())
    assert (manifest["status"], "error" in manifest) == ("stopped", True)


def test_a_full_disk_has_its_own_exit_code(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 3), tmp_path / "out"
    out.mkdir()
    (out / "records.jsonl.part").symlink_to("/dev/full")
    command = [sys.executable, "-m", "nirdesh.cli", "run", str(source), "-o", str(out), "--engine", "blank"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "goes on where it stopped" in done.stderr
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_near_duplicates_are_linked_to_the_first(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    reports = Path(__file__).parent.parent / "corpus/reports"
    first, other = ((reports / name).read_text(encoding="utf-8") for name in ("a01.txt", "a02.txt"))
    (source / "a.txt").write_text(first, encoding="utf-8")
    (source / "b.txt").write_text(other, encoding="utf-8")
    (source / "c.txt").write_text(
        "डीएम ने दिए निर्देश\n" + first + "\nसंवाद सूत्र के अनुसार बैठक देर तक चली।\n", "utf-8"
    )
    (source / "d.txt").write_text(first.replace("बहराइच", "बहराईच", 1), encoding="utf-8")
    for workers in (1, 2):
        out = tmp_path / f"out{workers}"
        summary = run(plan(source, out, workers))
        found = records(out)
        assert [record.report.near is None for record in found] == [True, True, False, False]
        assert {record.report.near.first for record in found[2:]} == {found[0].report.id}  # type: ignore[union-attr]
        assert all(record.report.near.similarity >= 0.8 for record in found[2:])  # type: ignore[union-attr]
        assert (summary.near, summary.records) == (2, 4)
    assert (tmp_path / "out1/records.jsonl").read_bytes() == (tmp_path / "out2/records.jsonl").read_bytes()
    run(plan(source, tmp_path / "off", near=False))
    assert all(record.report.near is None for record in records(tmp_path / "off"))


def test_near_duplicates_are_found_by_the_first_report_of_each_band() -> None:
    draw, seen = random.Random(5), NearReports()
    kept: list[bytes] = []
    bands: dict[tuple[int, bytes], int] = {}
    for number in range(600):
        near = bytearray(draw.randbytes(200) if number < 300 else draw.choice(kept))
        for at in draw.sample(range(100), draw.randint(5, 60) if number >= 300 else 0):
            near[2 * at] ^= 1
        keys = [(band, bytes(near[10 * band : 10 * band + 10])) for band in range(20)]
        alike = sorted({bands[key] for key in keys if key in bands})
        first = next((other for other in alike if similarity(bytes(near), kept[other]) >= LEAST), None)
        found = seen.check(str(len(kept)), bytes(near))
        assert (int(found.first) if found else None) == first
        if first is None:
            for key in keys:
                bands.setdefault(key, len(kept))
            kept.append(bytes(near))
    assert 310 < len(kept) < 590


def test_no_table_of_words_grows_with_the_number_of_reports() -> None:
    own = Pipeline("blank")
    vocab = own.engine.nlp.vocab
    sizes = []
    for batch in range(4):
        names = ", ".join(f"{name} वर्मा" for name in _names(batch))
        whole = f"{text(batch) * 20}बैठक में {names} मौजूद रहे।"
        [outcome] = own.process([Document(f"{batch}", f"{batch}", text=whole)]).outcomes
        assert outcome.record
        sizes.append((len(vocab), len(vocab.strings), len(vocab.strings._map)))
    assert sizes[-1] == sizes[1]
    assert sizes[-1][2] < 100


def _names(batch: int) -> Iterator[str]:
    """Some words that no other batch has."""
    for number in range(300):
        yield "".join(chr(0x915 + int(digit)) for digit in f"{batch}{number:03}")


def test_corpus_reports_are_no_near_duplicates() -> None:
    seen = NearReports()
    for path in sorted((Path(__file__).parent.parent / "corpus/reports").glob("*.txt")):
        assert seen.check(path.name, signature(path.read_text(encoding="utf-8"))) is None


def test_similarity_is_close_to_jaccard() -> None:
    words = [f"शब्द{number}" for number in range(2_000)]
    for shared in (0.5, 0.7, 0.9):
        cut = int(1_000 * shared)
        one, two = words[:1_000], words[:cut] + words[1_000 : 2_000 - cut]
        true = (cut - 2) / (2 * 998 - cut + 2)
        assert abs(similarity(signature(" ".join(one)), signature(" ".join(two))) - true) < 0.12


def test_watching_takes_files_that_rest(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 1), tmp_path / "out"
    steps = 0

    def pause(seconds: float) -> bool:
        nonlocal steps
        steps += 1
        if steps == 3:
            (source / "001.txt").write_text(text(1)[:80], encoding="utf-8")
        elif steps == 4:
            (source / "001.txt").write_text(text(1), encoding="utf-8")
        elif steps == 7:
            (source / "000.txt").unlink()
        return steps < 9

    told: list[Problem] = []
    seen = [
        (steps, summary.records)
        for summary in watch(plan(source, out), seconds=1, pause=pause, on_problem=told.append)
    ]
    assert seen == [(1, 1), (5, 2), (8, 1)] or seen == [(1, 1), (5, 2), (7, 1)]
    assert [record.report.source for record in records(out)] == [f"{source}/001.txt"]
    assert told == []
    with pytest.raises(NirdeshError, match="watch"):
        next(watch(Plan(["-"], out), seconds=1, pause=pause))


def test_watching_from_the_shell_ends_with_sigterm(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 1), tmp_path / "out"
    command = [sys.executable, "-m", "nirdesh.cli", "run", str(source), "-o", str(out), "--engine", "blank"]
    process = subprocess.Popen([*command, "--watch", "0.2"], stdout=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while not (out / "records.jsonl").exists():
        assert time.monotonic() < until
        time.sleep(0.1)
    time.sleep(0.5)
    process.terminate()
    assert process.wait(30) == 0


def test_errors_survive_the_way_between_processes() -> None:
    import pickle

    error = pickle.loads(pickle.dumps(NirdeshError("no-model", "It is missing.", hint="Make it.", stage="x")))
    assert (str(error), error.stage) == ("no-model: It is missing. Make it.", "x")


def test_outcomes_with_problems_are_kept(tmp_path: Path) -> None:
    problem = Outcome(problem=Problem("ingest", "empty", "x"))
    with Journal(tmp_path, "v") as journal:
        journal.add([("k", problem)])
        assert journal.get("k") == problem
