"""JSON Schema (2020-12) of the record, made from the models."""

from __future__ import annotations

import json

from nirdesh.record.models import Record


def record_schema() -> dict[str, object]:
    """The schema as a dictionary, with ``$schema`` and a title.

    Example:
        >>> record_schema()["$schema"]
        'https://json-schema.org/draft/2020-12/schema'
    """
    schema = Record.model_json_schema(by_alias=True, mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "nirdesh/1",
        "description": "One Hindi report as a structured record of directives, assignments and events.",
        **{key: value for key, value in schema.items() if key not in {"title", "description"}},
    }


def schema_json() -> str:
    """The schema as indented JSON with a final newline, as it is kept in ``docs/record.schema.json``."""
    return json.dumps(record_schema(), ensure_ascii=False, indent=2) + "\n"
