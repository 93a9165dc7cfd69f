"""Assignments of annotated lists: what the rules find, and what a reader adds."""

from __future__ import annotations

from nirdesh.analyse.models import model_path
from nirdesh.evaluate.gold import GoldReport
from nirdesh.evaluate.lists import measure

TEXT = "सागर, 4 मई। युवा मंच के जिलाध्यक्ष रमेश खन्ना ने मोहन सोनी को जिला सचिव और सुनीता उइके को कोषाध्यक्ष बनाया है।"


def gold(*given: tuple[str, str]) -> GoldReport:
    rows = [
        {
            "evidence": TEXT[13:],
            "assignee": name,
            "role": role,
            "region": None,
            "by": ["रमेश खन्ना"],
            "change": "appointed",
        }
        for name, role in given
    ]
    return GoldReport.model_validate({"id": "x", "file": "x.txt", "published": None, "assignments": rows})


def test_rules_and_readers_are_measured_on_the_same_reports() -> None:
    folder = model_path("hi_assignments")
    right = gold(("मोहन सोनी", "जिला सचिव"), ("सुनीता उइके", "कोषाध्यक्ष"))
    scores = measure([(right, TEXT)], [folder])
    assert list(scores) == ["rules alone", "as shipped", str(folder)]
    assert {s.tallies["assignments"].f1 for s in scores.values()} == {1.0}
    wrong = measure([(gold(("मोहन सोनी", "जिला सचिव")), TEXT)])["rules alone"].tallies["assignments"]
    assert (wrong.hits, wrong.extra, wrong.missed) == (1, 1, 0)
