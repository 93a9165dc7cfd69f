"""The record explained field by field: ``python -m nirdesh.record.reference > docs/record.md``."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from nirdesh.record.schema import record_schema

_HEAD = """# The record, field by field

Made from the models and `pipeline/nirdesh/record/fields.toml` by `python -m nirdesh.record.reference`; a test
keeps it current. The same as JSON Schema: [record.schema.json](record.schema.json).

Three rules hold everywhere: every quote stands in `report.text` at its `start` and `end`; what the report
does not say is null or empty; the same input gives the same bytes.
"""


def reference() -> str:
    """Markdown with a table of fields for every part of a record."""
    schema: dict[str, Any] = record_schema()
    parts: dict[str, Any] = {"Record": schema, **schema["$defs"]}
    meanings = tomllib.loads((files("nirdesh.record") / "fields.toml").read_text("utf-8"))
    order = list(dict.fromkeys(["Record", *(name for name in meanings if name in parts), *parts]))
    return (
        "\n".join([_HEAD, *(line for name in order for line in _part(name, parts[name], meanings))]).rstrip()
        + "\n"
    )


def _part(name: str, part: dict[str, Any], meanings: dict[str, dict[str, str]]) -> Iterator[str]:
    yield f"## {name}\n"
    yield " ".join(part.get("description", "").replace("``", "`").split()) + "\n"
    yield "| field | type | meaning |\n|---|---|---|"
    for field, value in part["properties"].items():
        inherited = meanings["Quote"].get(field, "") if {"start", "end"} <= set(part["properties"]) else ""
        told = meanings.get(name, {}).get(field) or value.get("description") or inherited
        yield f"| `{field}` | {_type(value)} | {told} |"
    yield ""


def _type(value: dict[str, Any]) -> str:
    if "$ref" in value:
        target = value["$ref"].rpartition("/")[2]
        return f"[{target}](#{target.lower()})"
    if "anyOf" in value:
        return " or ".join(_type(one) for one in value["anyOf"])
    if value.get("type") == "array":
        return f"list of {_type(value['items'])}"
    if "enum" in value:
        return ", ".join(f"`{one}`" for one in value["enum"])
    return str(value.get("type", "text"))


if __name__ == "__main__":
    sys.stdout.buffer.write(reference().encode())
