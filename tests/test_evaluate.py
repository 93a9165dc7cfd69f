"""Scorer, agreement, gold checks and the quality gate."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nirdesh.errors import NirdeshError
from nirdesh.evaluate import empty, events
from nirdesh.evaluate.agreement import as_record
from nirdesh.evaluate.gate import Gate, corpus_hash, faults, measure, raised, read_gate
from nirdesh.evaluate.gold import GoldDirective, GoldReport, quote_faults
from nirdesh.evaluate.score import score
from nirdesh.evaluate.settle import settle

TEXT = "नगर आयुक्त रेखा नेगी ने 5 मार्च तक सभी वार्डों में नाले साफ करने के निर्देश दिए।\nउन्होंने कहा कि पार्षद रोज निगरानी करें।"
GOLD = GoldReport.model_validate(
    {
        "id": "x1",
        "file": "x1.txt",
        "dates": [{"text": "5 मार्च तक", "value": "../XXXX-03-05"}],
        "people": [{"name": "रेखा नेगी", "posts": ["नगर आयुक्त"]}],
        "regions": [{"text": "सभी वार्डों", "kind": "ward"}],
        "directives": [
            {
                "evidence": TEXT.split("\n")[0],
                "action": "नाले साफ करने",
                "issuer": ["रेखा नेगी"],
                "addressee": [],
                "modality": "order",
                "when": ["../XXXX-03-05"],
            },
            {
                "evidence": TEXT.split("\n")[1],
                "action": "रोज निगरानी करें",
                "issuer": ["रेखा नेगी"],
                "addressee": ["पार्षद"],
                "modality": "order",
            },
        ],
        "refs": [{"text": "उन्होंने", "context": "उन्होंने कहा कि", "person": "रेखा नेगी"}],
    }
)


def test_an_annotation_scores_perfectly_against_itself():
    figures = score([GOLD], [as_record(GOLD, TEXT)]).figures()
    assert set(figures.values()) <= {0.0, 1.0}
    assert {name for name, value in figures.items() if value == 0.0} == {"assignments"}


def test_a_wrong_issuer_costs_the_whole_directive_but_not_its_discovery():
    other = GOLD.model_copy(deep=True)
    other.directives[0].issuer[:] = ["राज्य सरकार"]
    scores = score([GOLD], [as_record(other, TEXT)])
    assert scores.tallies["directives"].f1 == 1.0
    assert scores.tallies["whole directives"].hits == 1
    assert [failure.kind for failure in scores.failures] == ["directive issuer"]


def test_a_second_reading_of_a_day_is_right_too():
    day = GOLD.dates[0].model_copy(update={"value": "../XXXX-03-04"})
    gold = GOLD.model_copy(update={"dates": [day]})
    assert score([gold], [as_record(GOLD, TEXT)]).figures()["date value"] == 0.0
    twice = day.model_copy(update={"value_alt": ["../XXXX-03-05"]})
    gold = GOLD.model_copy(update={"dates": [twice]})
    assert score([gold], [as_record(GOLD, TEXT)]).figures()["date value"] == 1.0


def test_a_missing_record_counts_as_empty():
    scores = score([GOLD], [])
    assert scores.tallies["directives"].missed == 2
    assert scores.shares["report has a record"].value == 0.0


def test_restatements_are_neither_hit_nor_miss():
    repeated = GOLD.model_copy(deep=True)
    extra = repeated.directives[0].model_copy(
        update={"action": "सभी वार्डों में सफाई के निर्देश", "evidence": "सफाई"}
    )
    found = GOLD.model_copy(update={"directives": [*GOLD.directives, extra]})
    repeated.directives[0].repeats[:] = ["सभी वार्डों में सफाई के निर्देश"]
    assert score([GOLD], [as_record(found, TEXT)]).tallies["directives"].extra == 1
    assert score([repeated], [as_record(found, TEXT)]).tallies["directives"].extra == 0


def test_quotes_of_the_gold_are_checked_against_the_report():
    assert list(quote_faults(GOLD, TEXT)) == []
    assert len(list(quote_faults(GOLD, TEXT.replace("नाले", "नाली")))) == 2


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "x1.txt").write_text(TEXT, "utf-8")
    (tmp_path / "gold.jsonl").write_text(GOLD.model_dump_json() + "\n", "utf-8")
    (tmp_path / "splits.toml").write_text('develop = ["x1"]\ncheck = ["x1"]\n', "utf-8")
    return tmp_path


def test_gate_notices_a_fall_a_changed_corpus_and_a_hand_edit(corpus: Path):
    good = measure(corpus, [as_record(GOLD, TEXT)])
    path = corpus / "gate.toml"
    path.write_text(raised(None, corpus, good).to_toml(), "utf-8")
    gate = read_gate(path)
    assert faults(gate, corpus, good) == []
    assert any("whole directives" in fault for fault in faults(gate, corpus, measure(corpus, [])))
    (corpus / "reports" / "x1.txt").write_text(TEXT + " ", "utf-8")
    assert "corpus" in faults(gate, corpus, good)[0]
    path.write_text(path.read_text("utf-8").replace("0.99", "0.10"), "utf-8")
    with pytest.raises(NirdeshError, match="gate-seal"):
        read_gate(path)


def test_raising_the_gate_never_lowers_a_floor(corpus: Path):
    high = Gate(corpus_hash(corpus), {"develop": {"people": 0.9}, "check": {}})
    assert raised(high, corpus, measure(corpus, [])).floors["develop"]["people"] == 0.9


def test_events_are_matched_by_words_and_their_people_counted():
    said = {"kind": "meeting", "name": "समीक्षा बैठक", "evidence": TEXT.split("\n")[0], "chair": ["रेखा नेगी"]}
    gold = GOLD.model_copy(update={"events": [events.GoldEvent.model_validate(said)]})
    record = as_record(GOLD, TEXT)
    quote = record.directives[0].evidence
    row = events.EventRow(id="e1", kind="meeting", name="बैठक", evidence=quote, chair=[record.people[0].id])
    found = events.figures([gold], [record.model_copy(update={"events": [row]})])
    assert (found["events"], found["kind right"], found["chair"], found["attendees"]) == (1, 1, 1, 0)
    assert events.figures([gold], [record])["events"] == 0


def test_reports_in_which_nothing_counts_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        {"id": "e1", "file": "e1.txt", "text": "सागर। कल शाम तेज हवा के साथ वर्षा हुई और कई पेड़ गिरे।"},
        {"id": "e2", "file": "e2.txt", "text": "सागर। कलेक्टर मोहन ठाकुर ने सचिवों को नाली साफ कराने के निर्देश दिए।"},
    ]
    path = tmp_path / "empty.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    empty.main([str(path), "--show"])
    said = capsys.readouterr().out
    assert "left empty: 1 of 2, 0.500" in said
    assert [line.split("\t")[0] for line in said.splitlines() if "\t" in line] == ["e2.txt"]


def test_two_annotations_are_settled_by_the_first() -> None:
    told = {"evidence": "नाली साफ कराएं", "action": "नाली साफ कराएं", "modality": "order", "when": []}
    given = {"assignee": "रमा उइके", "role": "सचिव", "evidence": "", "region": None, "by": []}
    one = {"directives": [{**told, "issuer": ["क"], "addressee": []}], "assignments": [given]}
    other = {**told, "modality": "request", "when": ["2024-03-01"], "issuer": ["क"], "addressee": ["सचिव"]}
    extra = {**other, "action": "रिपोर्ट भेजें", "evidence": "रिपोर्ट भेजें"}
    two = {"directives": [other, extra], "assignments": [{**given, "by": ["ख"], "region": None}]}
    made = settle(one, two)
    first, second = made["directives"]
    assert (first["modality"], first["modality_alt"], first["when_alt"]) == (
        "order",
        ["request"],
        [["2024-03-01"]],
    )
    assert first["addressee_alt"] == ["सचिव"]
    assert "issuer_alt" not in first
    assert second["optional"]
    assert "optional" not in first
    assert made["assignments"][0]["by_alt"] == ["ख"]
    assert "when_alt" not in one["directives"][0]


def test_names_have_several_further_readings() -> None:
    one = {"issuer": ["क"], "addressee": [], "issuer_alt": ["ख"]}
    base = {"evidence": "सूची दें", "action": "सूची दें", "modality": "order", "when": [], "regions": []}
    made = settle(
        {"directives": [base | one]}, {"directives": [base | {"issuer": ["ग"], "addressee": ["सचिव"]}]}
    )["directives"][0]
    assert made["issuer_alt"] == [["ख"], ["ग"]]
    assert GoldDirective.model_validate(made).issuer_alt == [["ख"], ["ग"]]
    assert GoldDirective.model_validate(made).addressee_alt == [["सचिव"]]
