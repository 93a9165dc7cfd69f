"""Every export, read back by the tool that it is for."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import conllu
import icalendar
import jsonschema
import pyarrow.parquet as pq
import pytest
import rdflib
from popolo_data.importer import Popolo
from sqlite_utils import Database
from typer.testing import CliRunner

from nirdesh.cli import app
from nirdesh.cli.export import Target
from nirdesh.errors import NirdeshError
from nirdesh.export import FORMATS, export
from nirdesh.export.linked import ANNOTATION, SCHEMA
from nirdesh.export.tables import TABLES
from nirdesh.store import load, open_database
from nirdesh.store.corrections import Correction, correct

DATA = Path(__file__).parent / "data"
DOCS = Path(__file__).parent.parent / "docs"
LINES = (DATA / "records.jsonl").read_text("utf-8").splitlines()
RECORDS = [json.loads(line) for line in LINES]
TEXTS = {record["report"]["id"]: record["report"]["text"] for record in RECORDS}
DIRECTIVES = [row for record in RECORDS for row in record["directives"]]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("export") / "n.db"
    load(LINES, made)
    correct(
        made,
        [
            Correction(DIRECTIVES[0]["id"], "wrong", "tester"),
            Correction(DIRECTIVES[1]["id"], "right", "tester"),
        ],
    )
    return made


@pytest.fixture(scope="module")
def db(path: Path) -> Database:
    return open_database(path)


def lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_every_format_is_offered_documented_and_stable(db: Database, tmp_path: Path) -> None:
    assert [target.value for target in Target] == list(FORMATS)
    told = (DOCS / "exports.md").read_text("utf-8")
    for name in FORMATS:
        assert f"`{name}`" in told
        if name in ("conllu", "docbin", "parquet"):
            continue
        for folder in ("one", "two"):
            export(db, name, tmp_path / folder / name)
        one, two = (tmp_path / folder / name for folder in ("one", "two"))
        files = sorted(one.iterdir()) if one.is_dir() else [one]
        assert all(
            file.read_bytes() == (two / file.name if one.is_dir() else two).read_bytes() for file in files
        )
    with pytest.raises(NirdeshError, match="no-format"):
        export(db, "xml", tmp_path / "x")


def test_parquet_keeps_lists_types_and_verdicts(db: Database, tmp_path: Path) -> None:
    assert export(db, "parquet", tmp_path) == len(DIRECTIVES)
    tables = {name: pq.read_table(tmp_path / f"{name}.parquet") for name in TABLES}
    rows = {row["id"]: row for row in tables["directives"].to_pylist()}
    assert rows.keys() == {row["id"] for row in DIRECTIVES}
    for record in RECORDS:
        for row in record["directives"]:
            made = rows[row["id"]]
            assert made["issuers"] == row["issuers"]
            assert made["action"] == TEXTS[made["report"]][made["action_start"] : made["action_end"]]
    assert (rows[DIRECTIVES[0]["id"]]["verdict"], rows[DIRECTIVES[0]["id"]]["reviewer"]) == (
        "wrong",
        "tester",
    )
    assert tables["people"].num_rows == sum(len(record["people"]) for record in RECORDS)
    assert str(tables["directives"].schema.field("confidence").type) == "double"


def test_csv_joins_lists_and_runs_no_formula(tmp_path: Path) -> None:
    record = json.loads(LINES[0])
    record["report"]["title"] = "=HYPERLINK(1)"
    load([json.dumps(record)], tmp_path / "h.db")
    export(open_database(tmp_path / "h.db"), "csv", tmp_path / "csv")
    with (tmp_path / "csv" / "reports.csv").open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert row["title"] == "'=HYPERLINK(1)"
    assert row["text"] == TEXTS[row["id"]]
    with (tmp_path / "csv" / "directives.csv").open(encoding="utf-8", newline="") as stream:
        assert len(list(csv.DictReader(stream))) == len(record["directives"])


def test_follow_the_money_accepts_every_entity(db: Database, tmp_path: Path) -> None:
    from followthemoney import model

    count = export(db, "ftm", tmp_path / "e.json")
    proxies = [model.get_proxy(row) for row in lines(tmp_path / "e.json")]
    assert len(proxies) == count
    known = {proxy.id for proxy in proxies}
    for proxy, row in zip(proxies, lines(tmp_path / "e.json"), strict=True):
        proxy.schema.validate(proxy.to_dict())
        for name, values in row["properties"].items():
            prop = proxy.schema.get(name)
            assert prop is not None, (row["schema"], name)
            for value in values:
                if prop.type.name == "entity":
                    assert value in known, (row["schema"], name)
                else:
                    assert prop.type.validate(value) or prop.type.name in ("name", "text", "string"), (
                        name,
                        value,
                    )
    schemata = {proxy.schema.name for proxy in proxies}
    assert {"Person", "Article", "Occupancy", "Position", "UnknownLink", "Event", "PublicBody"} <= schemata
    actions = {value for proxy in proxies for value in proxy.get("description", quiet=True)}
    assert DIRECTIVES[1]["action"]["text"] in actions
    assert DIRECTIVES[0]["action"]["text"] not in actions  # a reviewer called it wrong


TEXT = {"type": ["string", "null"]}
DAY = {"type": ["string", "null"], "pattern": r"^\d{4}(-\d\d){0,2}$"}
ID = {"type": "string", "minLength": 1}
LINKS = {
    "type": "array",
    "items": {"type": "object", "required": ["url"], "properties": {"url": {"type": "string"}}},
}
POPOLO = {  # the classes and properties of the Popolo specification that are used here
    "persons": {"id": ID, "name": TEXT, "sources": LINKS, "other_names": {
        "type": "array", "items": {"type": "object", "required": ["name"]}}},
    "organizations": {"id": ID, "name": TEXT, "classification": TEXT, "sources": LINKS},
    "posts": {"id": ID, "label": TEXT, "role": TEXT, "organization_id": ID, "area_id": TEXT},
    "memberships": {"id": ID, "person_id": ID, "organization_id": ID, "post_id": TEXT, "role": TEXT,
                    "area_id": TEXT, "start_date": DAY, "end_date": DAY},
    "areas": {"id": ID, "name": TEXT, "classification": TEXT, "identifier": TEXT, "parent_id": TEXT,
              "geometry": {"type": "object"}},
    "events": {"id": ID, "name": TEXT, "classification": TEXT, "description": TEXT, "start_date": DAY,
               "end_date": DAY, "location": TEXT, "attendees": {"type": "array"}, "sources": LINKS},
}  # fmt: skip


def test_popolo_is_read_by_a_popolo_library(db: Database, tmp_path: Path) -> None:
    export(db, "popolo", tmp_path / "p.json")
    document = json.loads((tmp_path / "p.json").read_text("utf-8"))
    assert set(document) == set(POPOLO)
    for kind, properties in POPOLO.items():
        schema = {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            "required": ["id"],
        }
        for row in document[kind]:
            jsonschema.validate(row, schema)
    ids = {kind: {row["id"] for row in rows} for kind, rows in document.items()}
    for row in document["memberships"]:
        assert row["person_id"] in ids["persons"]
        assert row["post_id"] in ids["posts"]
        assert row["organization_id"] in ids["organizations"]
    read = Popolo(document)
    assert {person.name for person in read.persons} == {row["name"] for row in document["persons"]}
    (one,) = [person for person in read.persons if person.name == "रमाकांत दुबे"]
    assert [(held.role, held.organization.name) for held in one.memberships] == [
        ("अधिशासी अधिकारी", "नगर पालिका")
    ]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_schema_org_uses_only_its_terms(db: Database, tmp_path: Path) -> None:
    export(db, "schema-org", tmp_path / "s.jsonl")
    rows = lines(tmp_path / "s.jsonl")
    graph = rdflib.Graph()
    for row in rows:
        assert row["@context"] == SCHEMA
        row["@context"] = {"@vocab": f"{SCHEMA}/"}  # the remote context's only part that is needed
        graph.parse(data=json.dumps(row), format="json-ld")
    used = {term for triple in graph for term in triple[1:] if str(term).startswith(SCHEMA)}
    unknown = {str(term) for term in used if str(term).removeprefix(f"{SCHEMA}/") not in rdflib.SDO}
    assert not unknown
    actions = set(graph.subjects(rdflib.RDF.type, rdflib.SDO.Action))
    assert len(actions) == len({row["id"] for row in DIRECTIVES}) - 1
    assert len(set(graph.subjects(rdflib.RDF.type, rdflib.SDO.NewsArticle))) == len(RECORDS)


WEB_ANNOTATION = {  # what the W3C Web Annotation Data Model requires, and the selectors used here
    "type": "object",
    "required": ["@context", "id", "type", "target"],
    "properties": {
        "@context": {"const": ANNOTATION},
        "id": {"type": "string", "format": "uri"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["identifying", "tagging", "describing"]},
        "created": {"type": "string", "format": "date-time"},
        "body": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "value"],
                "properties": {"type": {"const": "TextualBody"}},
            },
        },
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "properties": {
                "source": {"type": "string"},
                "selector": {
                    "type": "array",
                    "items": {
                        "oneOf": [
                            {"required": ["exact"], "properties": {"type": {"const": "TextQuoteSelector"}}},
                            {
                                "required": ["start", "end"],
                                "properties": {"type": {"const": "TextPositionSelector"}},
                            },
                        ]
                    },
                },
            },
        },
    },
}


def test_web_annotations_select_their_quotes(db: Database, tmp_path: Path) -> None:
    count = export(db, "web-annotation", tmp_path / "a.jsonl")
    rows = lines(tmp_path / "a.jsonl")
    assert len(rows) == count == len({row["id"] for row in rows})
    validator = jsonschema.Draft202012Validator(WEB_ANNOTATION, format_checker=jsonschema.FormatChecker())
    for row in rows:
        validator.validate(row)
        quote, place = row["target"]["selector"]
        text = TEXTS[row["target"]["source"].removeprefix("urn:nirdesh:")]
        found = text[place["start"] : place["end"]]
        assert found == quote["exact"]
        context = quote.get("prefix", "") + found + quote.get("suffix", "")
        assert context in text


def test_calendar_leaves_out_what_is_wrong(db: Database, tmp_path: Path) -> None:
    count = export(db, "ics", tmp_path / "due.ics")
    events = icalendar.Calendar.from_ical((tmp_path / "due.ics").read_bytes()).walk("VEVENT")
    assert len(events) == count > 30
    ids = {str(event["UID"]).partition("@")[0] for event in events}
    assert DIRECTIVES[0]["id"] not in ids
    assert ids <= {row["id"] for row in DIRECTIVES}


def test_trees_and_spans_are_read_back(tmp_path: Path) -> None:
    from spacy.tokens import DocBin

    import nirdesh.analyse

    load(LINES[:2], tmp_path / "two.db")
    db = open_database(tmp_path / "two.db")
    count = export(db, "conllu", tmp_path / "r.conllu")
    sentences = conllu.parse((tmp_path / "r.conllu").read_text("utf-8"))
    assert len(sentences) == count > 10
    for sentence in sentences:
        heads = [token["head"] for token in sentence]
        assert heads.count(0) == 1
        assert all(
            0 <= head <= len(sentence) and head != token["id"]
            for head, token in zip(heads, sentence, strict=True)
        )
        built = "".join(
            token["form"] + ("" if (token["misc"] or {}).get("SpaceAfter") == "No" else " ")
            for token in sentence
        )
        assert built.replace("\u00a0", " ").strip() == sentence.metadata["text"]
        assert sentence.to_tree() is not None
    marked = {
        value for sentence in sentences for token in sentence for value in (token["misc"] or {}).items()
    }
    assert ("Entity", "PERSON") in marked
    assert ("Action", "order") in marked
    export(db, "docbin", tmp_path / "r.spacy")
    docs = list(DocBin().from_disk(tmp_path / "r.spacy").get_docs(nirdesh.analyse.blank().vocab))
    assert {doc.user_data["report"] for doc in docs} == {record["report"]["id"] for record in RECORDS[:2]}
    for doc in docs:
        record = next(record for record in RECORDS if record["report"]["id"] == doc.user_data["report"])
        assert doc.text == record["report"]["text"]
        kept = [span.label_ for span in doc.spans["directives"]]
        assert kept == [row["modality"] for row in record["directives"]]
        for span, row in zip(doc.spans["actions"], record["directives"], strict=True):
            assert row["action"]["text"] in span.text


def test_the_command_tells_what_it_wrote(path: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(
        app, ["export", "-d", str(path), "--to", "ftm", "-o", str(tmp_path / "e.json")]
    )
    assert result.exit_code == 0
    assert "entities written to" in result.output
