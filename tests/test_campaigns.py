"""Short versions of the long campaigns; the commands for the long ones are in docs/benchmarks/batches.md."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import mean

import pytest

from nirdesh.evaluate import faults, mutations, pages, recombined, speed

CORPUS = Path(__file__).parent.parent / "corpus"


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_faults_change_nothing() -> None:
    same, done = faults.run(CORPUS, 60, 5)
    assert same, done
    assert done["run killed"] >= 3
    assert done["records"] == 60
    assert done["disk full, exit code 3"] == 1, done


def test_every_damaged_file_is_told_of() -> None:
    result = mutations.campaign(CORPUS, 230, seed=77)
    assert result.lost == []
    assert result.rows == result.items >= 230
    assert not {"worker-died", "internal-error", "time-limit"} & set(result.problems)


def test_pages_of_ten_layouts() -> None:
    scores = pages.measure(CORPUS, 6).values()
    assert sum(len(score.ours) for score in scores) == 60
    assert mean(value for score in scores for value in score.ours) >= 0.95
    assert mean(value for score in scores for value in score.our_days) >= 0.97
    assert min(mean(score.ours) for score in scores) >= 0.9


def test_recombined_reports_are_different_and_the_same_every_time(tmp_path: Path) -> None:
    made = ["\n".join(report) for report in recombined.reports(CORPUS, 300)]
    assert len(set(made)) == 300
    assert made[:20] == ["\n".join(report) for report in recombined.reports(CORPUS, 20)]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_speed_is_measured(tmp_path: Path) -> None:
    words = recombined.write(tmp_path / "feed.jsonl", CORPUS, 20)
    found = speed.measure(tmp_path / "feed.jsonl", words, 20, 1, tmp_path / "out", "blank")
    assert 0 < sum(found.stages.values()) < found.cpu
    assert "20 reports" in speed.told(found)
