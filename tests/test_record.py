"""The record contract: schema, evidence check, bytes."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pydantic
import pytest

from nirdesh.errors import NirdeshError
from nirdesh.record import Record, check_evidence, content_id, record_schema, schema_json
from nirdesh.record.models import DirectiveRow, PersonRow, Quote, ReportRow

TEXT = "जिलाधिकारी ने कहा कि सभी अधिकारी समय पर पहुंचें।"


def record(**fields: object) -> Record:
    return Record(report=ReportRow(id="r", source="a.txt", text=TEXT), **fields)


def directive(text: str = "समय पर पहुंचें", **fields: object) -> DirectiveRow:
    start = TEXT.find(text)
    quote = Quote(text=text, start=start, end=start + len(text))
    return DirectiveRow(id="1", evidence=quote, action=quote, modality="order", confidence=0.5, **fields)


def test_kept_schema_is_current():
    kept = Path(__file__).parents[1] / "docs" / "record.schema.json"
    assert kept.read_text("utf-8") == schema_json(), "run `nirdesh schema > docs/record.schema.json`"


def test_records_validate_against_the_published_schema():
    jsonschema.Draft202012Validator.check_schema(record_schema())
    validator = jsonschema.Draft202012Validator(record_schema())
    import json

    row = json.loads(record(directives=[directive()]).to_json())
    validator.validate(row)
    row["directives"][0]["modality"] = "wish"
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(row)


def test_json_round_trip_keeps_every_byte():
    line = record(directives=[directive()]).to_json()
    assert Record.from_json(line).to_json() == line
    assert line.startswith('{"schema":"nirdesh/1"')


def test_evidence_must_stand_where_it_is_quoted():
    check_evidence(record(directives=[directive()]))
    wrong = Quote(text="समय पर", start=0, end=6)
    with pytest.raises(NirdeshError) as caught:
        check_evidence(record(directives=[directive().model_copy(update={"action": wrong})]))
    assert caught.value.code == "evidence-offset"


def test_nothing_refers_to_what_the_record_lacks():
    with pytest.raises(NirdeshError) as caught:
        check_evidence(record(directives=[directive(issuers=["p1"])]))
    assert caught.value.code == "dangling-id"
    person = PersonRow(id="p1", name="मोहन", latin="Mohan")
    check_evidence(record(people=[person], directives=[directive(issuers=["p1"])]))


def test_unknown_fields_are_refused():
    with pytest.raises(pydantic.ValidationError):
        record(surprise=1)


def test_ids_depend_on_every_part_and_its_place():
    ids = {content_id("अ", "ब"), content_id("ब", "अ"), content_id("अब"), content_id("अ", "ब", None)}
    assert len(ids) == 4
