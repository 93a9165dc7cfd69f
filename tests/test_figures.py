"""The figures in README and docs are of one measuring."""

from __future__ import annotations

import tomllib
from pathlib import Path

from nirdesh.evaluate.tables import cells, marked, named, pages, rewritten

ROOT = Path(__file__).parent.parent


def test_a_figure_reads_the_same_on_every_page() -> None:
    told: dict[tuple[str, str, str], dict[str, list[str]]] = {}
    for path in pages(ROOT):
        for name, rows in marked(path.read_text("utf-8")):
            head, _, *body = rows.splitlines()
            columns = [named(heading) for heading in cells(head)]
            for label, *values in map(cells, body):
                assert len(values) == len(columns) - 1, label
                for column, value in zip(columns[1:], values, strict=True):
                    key = (name, column, label.partition(" (")[0])
                    if value != "–":  # not shown there
                        told.setdefault(key, {}).setdefault(value, []).append(path.name)
    assert {key: pages for key, pages in told.items() if len(pages) > 1} == {}
    assert len(told) > 200


def test_no_table_shows_less_than_the_gate_demands() -> None:
    floors = tomllib.loads((ROOT / "corpus/gate.toml").read_text("utf-8"))["floors"]
    (rows,) = (
        rows for name, rows in marked((ROOT / "docs/benchmarks.md").read_text("utf-8")) if name == "records"
    )
    head, _, *body = rows.splitlines()
    checked = 0
    for label, *values in map(cells, body):
        for column, value in zip(cells(head)[1:], values, strict=True):
            if label in floors.get(column, {}):
                assert float(value) >= floors[column][label], (column, label)
                checked += 1
    assert checked > 100


def test_only_measured_cells_change() -> None:
    page = (
        "text\n\n<!-- figures: records -->\n| | target | other states, `b` |\n|---|---|---|\n"
        "| people (F1) | 0.9 | 0.500 |\n| places | 0.9 | – |\n\n| | `b` |\n|---|---|\n| people | 0.500 |\n"
    )
    after = rewritten(page, {"records": {"b": {"people": 0.75, "dates": 0.9}}})
    assert "| people (F1) | 0.9 | 0.750 |" in after
    assert "| places | 0.9 | – |" in after
    assert after.endswith("| people | 0.500 |\n")
    assert rewritten(page, {"noise": {}}) == page
