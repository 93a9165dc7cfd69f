"""Runs on a real Ray cluster of two nodes, one of which is killed on the way."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_run import make, problems, text

from nirdesh.errors import NirdeshError
from nirdesh.ingest.build import Options
from nirdesh.run import Plan, Setup, run

ray = pytest.importorskip("ray")
pytestmark = [pytest.mark.timeout(600), pytest.mark.filterwarnings("ignore")]


@pytest.fixture(scope="module")
def cluster() -> Iterator[object]:
    from ray.cluster_utils import Cluster

    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "object_store_memory": 80_000_000})
    made.worker = made.add_node(num_cpus=1, object_store_memory=80_000_000)
    ray.init(address=made.address, log_to_driver=False, logging_level="ERROR")
    yield made
    ray.shutdown()
    made.shutdown()


def plan(source: Path, out: Path, on: str = "ray", **more: object) -> Plan:
    return Plan([str(source)], out, Setup("blank", Options(), 2), on=on, **more)  # type: ignore[arg-type]


def test_the_same_bytes_as_locally_with_a_node_killed(cluster: object, tmp_path: Path) -> None:
    source = make(tmp_path / "in", 150)
    (source / "010.txt").write_bytes(b"\x00\x01")
    (source / "020.txt").write_text(text(21), encoding="utf-8")
    run(plan(source, tmp_path / "local", "local"))
    done = threading.Event()
    counted = 0

    def on_done() -> None:
        nonlocal counted
        counted += 1
        if counted == 20:
            done.set()

    def kill() -> None:
        done.wait(300)
        cluster.remove_node(cluster.worker, allow_graceful=False)  # type: ignore[attr-defined]

    killer = threading.Thread(target=kill)
    killer.start()
    summary = run(plan(source, tmp_path / "ray", parquet=True), on_done=on_done)
    done.set()
    killer.join()
    assert (summary.reused, summary.records) == (0, 148)
    for name in ("records.jsonl", "problems.jsonl"):
        assert (tmp_path / "ray" / name).read_bytes() == (tmp_path / "local" / name).read_bytes()

    import pyarrow.parquet as pq

    table = pq.read_table(tmp_path / "ray/records.parquet").to_pydict()
    assert "\n".join(table["record"]) + "\n" == (tmp_path / "local/records.jsonl").read_text(encoding="utf-8")
    assert table["published"] == [None] * 148 or set(table["published"]) <= {None, "2026-03-12"}

    began = time.monotonic()
    (source / "003.txt").write_text(text(777), encoding="utf-8")
    again = run(plan(source, tmp_path / "ray", limit=30))
    assert (again.reused, again.reports) == (29, 30)
    assert problems(tmp_path / "ray")[0]["code"] == "binary"
    assert time.monotonic() - began < 300


def test_standard_input_is_refused(cluster: object, tmp_path: Path) -> None:
    with pytest.raises(NirdeshError, match="ray-input"):
        run(plan(Path("-"), tmp_path / "out"))
