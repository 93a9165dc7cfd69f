"""Records as plain dicts, validated like :class:`Record` but without making objects of them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pydantic_core import SchemaValidator, core_schema

from nirdesh.record.models import Record


def read_plain(line: str | bytes) -> dict[str, Any]:
    """Read a line that ``Record.to_json`` wrote as a dict, with the fields that it leaves out filled in.

    Twice as fast as ``Record.from_json`` followed by a dump.

    Raises:
        pydantic.ValidationError: As ``Record.from_json`` does, with the same message.

    Example:
        >>> made = read_plain('{"schema": "nirdesh/1", "report": {"id": "a", "source": "a.txt", "text": ""}}')
        >>> made["report"]["language"], made["directives"]
        ('hi', [])
    """
    made: dict[str, Any] = _validator().validate_json(line)
    return made


@lru_cache(maxsize=1)
def _validator() -> SchemaValidator:
    return SchemaValidator(_plain(Record.__pydantic_core_schema__))


def _plain(schema: Any) -> Any:
    """A schema of pydantic-core with each model in it made a dict of the same fields."""
    if isinstance(schema, list):
        return [_plain(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") != "model":
        kept = {"default", "metadata", "serialization"}
        return {name: value if name in kept else _plain(value) for name, value in schema.items()}
    fields = {}
    for name, field in schema["schema"]["fields"].items():
        inner = _plain(field["schema"])
        # A default of a model is a model: a dict needs the dict of its fields.
        default = inner.get("default")
        if hasattr(default, "model_dump"):
            inner = {**inner, "default": default.model_dump()}
        shown = field.get("validation_alias", name)
        fields[shown] = core_schema.typed_dict_field(inner, required=inner["type"] != "default")
    return core_schema.typed_dict_schema(fields, extra_behavior="forbid", ref=schema.get("ref"))
