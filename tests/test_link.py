"""Who is who across reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nirdesh.cli import app
from nirdesh.evaluate.link import b_cubed, read
from nirdesh.link import Sighting, alike, find, identify
from nirdesh.link.people import Held, places_of

CORPUS = Path(__file__).parents[1] / "corpus"


def seen(name: str, report: str, place: str = "", title: str = "", party: str = "") -> Sighting:
    held = (Held(title, party or None),) if title else ()
    parties = frozenset({party} if party else ())
    return Sighting(report, "p1", name, "2020-01-01", held, parties, places_of(place))


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("गुरबिंदर सिंह", "Gurvinder Singh", "same"),
        ("कौशलराज नेगी", "कौशल राज नेगी", "same"),
        ("जी.एस. संधू", "गुरबिंदर सिंह संधू", "initials"),
        ("सीता राम वर्मा", "सीता वर्मा", "middle"),
        ("वर्मा", "सीता वर्मा", "surname"),
        ("सीता वर्मा", "गीता वर्मा", None),
        ("", "गीता वर्मा", None),
    ],
)
def test_names_agree_by_sound(one: str, other: str, agreement: str | None) -> None:
    assert alike(one, other) == agreement
    assert alike(other, one) == agreement


def test_one_name_in_two_states_is_two_people() -> None:
    made = identify([seen("राजेश कुमार", "r1", "पटना"), seen("राजेश कुमार", "r2", "जयपुर")])
    assert len(made) == 2


def test_heads_of_two_parties_are_two_people() -> None:
    title = "जिलाध्यक्ष"
    a = seen("राजेश कुमार", "r1", "कानपुर नगर", title, "क दल")
    b = seen("राजेश कुमार", "r2", "कानपुर नगर", title, "ख दल")
    assert len(identify([a, b])) == 2


def test_a_doubt_is_told_on_both_sides() -> None:
    one, other = identify([seen("सीता वर्मा", "r1", "पटना"), seen("वर्मा", "r2", "पटना")])[:2]
    assert other.key in one.doubts
    assert one.key in other.doubts


def test_people_of_one_report_stay_two() -> None:
    assert len(identify([seen("सीता वर्मा", "r1"), Sighting("r1", "p2", "सीता वर्मा", "2020-01-01")])) == 2


def test_the_order_of_sightings_does_not_matter() -> None:
    rows = [sighting for _, sighting in read(CORPUS / "people.jsonl")]
    keys = [[i.key for i in identify(order)] for order in (rows, rows[::-1])]
    assert keys[0] == keys[1]


def test_invented_sightings_are_put_together() -> None:
    rows = read(CORPUS / "people.jsonl")
    made = identify(s for _, s in rows)
    found = {s.report: i.key for i in made for s in i.sightings}
    precision, recall, _ = b_cubed({s.report: who for who, s in rows}, found)
    assert precision >= 0.98
    assert recall >= 0.93


def test_find_takes_either_script() -> None:
    made = identify([seen("मीनाक्षी तोमर", "r1"), seen("राजेश कुमार", "r2")])
    assert [i.name for i in find(made, "minakshi tomar")] == ["मीनाक्षी तोमर"]
    assert find(made, "Nobody") == []


def test_the_command_lists_posts_over_time(tmp_path: Path) -> None:
    rows = [
        {"id": "1", "published": "2020-01-05", "text": "हरदोई। जिलाधिकारी मीनाक्षी तोमर ने बैठक की।"},
        {"id": "2", "published": "2022-01-05", "text": "सीतापुर। मंडलायुक्त मीनाक्षी तोमर ने जांच की।"},
    ]
    feed = tmp_path / "feed.jsonl"
    feed.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    runner = CliRunner()
    assert runner.invoke(app, ["run", str(feed), "-o", str(tmp_path / "out")]).exit_code == 0
    records = str(tmp_path / "out" / "records.jsonl")
    result = runner.invoke(app, ["people", records, "Meenakshi Tomar", "--json"])
    assert result.exit_code == 0, result.output
    found = [json.loads(line) for line in result.output.splitlines()]
    assert {post["title"] for row in found for post in row["posts"]} == {"जिलाधिकारी", "मंडलायुक्त"}
    assert "मीनाक्षी तोमर" in runner.invoke(app, ["people", records, "तोमर"]).output
