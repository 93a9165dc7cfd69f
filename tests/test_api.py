"""The front door for Python, and the notebook that walks through it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

import nirdesh
from nirdesh.errors import NirdeshError, Problem
from nirdesh.export.tables import TABLES
from nirdesh.store import load

HERE = Path(__file__).parent
RECORDS = HERE / "data" / "records.jsonl"
LINES = RECORDS.read_text("utf-8").splitlines()


def test_importing_loads_nothing() -> None:
    code = "import sys, nirdesh; print(*sorted(n for n in sys.modules if n.startswith(('nirdesh', 'spacy'))))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.split() == ["nirdesh"]
    with pytest.raises(AttributeError, match="nothing"):
        _ = nirdesh.nothing  # type: ignore[attr-defined]


def test_records_of_a_run_and_of_a_database_are_the_same(tmp_path: Path) -> None:
    load(LINES, tmp_path / "n.db")
    of_file = [record.to_json() for record in nirdesh.read(RECORDS)]
    of_database = [record.to_json() for record in nirdesh.read(tmp_path / "n.db")]
    assert sorted(of_file) == sorted(of_database)
    ids = [[row["id"] for row in json.loads(line)["directives"]] for line in of_file]
    assert ids == [[row["id"] for row in json.loads(line)["directives"]] for line in LINES]


def test_problems_are_raised_or_told(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(NirdeshError, match="empty"):
        list(nirdesh.read(tmp_path, engine="blank"))
    told: list[Problem] = []
    assert list(nirdesh.read(tmp_path, engine="blank", on_problem=told.append)) == []
    assert [problem.code for problem in told] == ["empty"]
    with pytest.raises(NirdeshError):
        nirdesh.read_text("", engine="blank")


def test_tables_hold_every_row() -> None:
    tables = nirdesh.to_pandas(nirdesh.read(RECORDS))
    assert list(tables) == list(TABLES)
    records = [json.loads(line) for line in LINES]
    for name in ("directives", "people", "regions", "dates"):
        assert len(tables[name]) == sum(len(record[name]) for record in records)
    assert not nirdesh.to_pandas([])["directives"].size
    joined = tables["directives"].merge(tables["reports"], left_on="report", right_on="id")
    assert len(joined) == len(tables["directives"])


@pytest.mark.filterwarnings("ignore")
def test_the_notebook_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notebook: Any = nbformat.read(HERE.parent / "docs" / "notebooks" / "reports-to-plot.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert all(not cell.get("outputs") for cell in notebook.cells)
    (tmp_path / "corpus").symlink_to(HERE.parent / "corpus")
    client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}})
    client.execute()
    assert (tmp_path / "deadlines.png").stat().st_size > 5_000
