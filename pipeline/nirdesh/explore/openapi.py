"""The JSON side of the server as OpenAPI, made from one table; served at ``/-/nirdesh/openapi.json``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

import nirdesh
from nirdesh.explore.figures import MODALITIES
from nirdesh.explore.setup import setup_of

PATH: Final = "/-/nirdesh/openapi.json"
VERDICTS: Final = ("right", "wrong", "corrected", "none")
_TABLES: Final = ("directives", "reports", "entities", "places", "directive_list", "due_list", "persons")
Schema = dict[str, Any]
_TEXT: Final[Schema] = {"type": "string", "maxLength": 200}
_DAY: Final[Schema] = {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"}
_COUNTED: Final[Schema] = {
    "type": "object",
    "required": ["value", "count"],
    "properties": {"value": {"type": ["string", "null"]}, "count": {"type": "integer", "minimum": 1}},
}
_ROWS: Final[Schema] = {"type": "array", "items": {"type": "object"}}
_ERROR: Final[Schema] = {"type": "object", "required": ["error"]}


@dataclass(frozen=True, slots=True)
class Call:
    """One address that answers in JSON.

    Attributes:
        method: ``get`` or ``post``.
        path: With ``{database}`` for the name of the database.
        told: What it gives, in one sentence.
        parameters: Of the query, with their schemas; those marked ``path`` stand in the address.
        body: Schema of what is sent.
        answers: Schemas by status.
    """

    method: str
    path: str
    told: str
    parameters: dict[str, Schema]
    answers: dict[int, Schema]
    body: Schema | None = None
    fixed: dict[str, str] = field(default_factory=dict)


CALLS: Final = (
    Call(
        "get",
        "/search",
        "Directives that answer a question, the latest first, fifty to a page, with facets.",
        {
            "q": _TEXT, "issuer": _TEXT, "to": _TEXT, "region": _TEXT, "party": _TEXT, "text": _TEXT,
            "modality": {"type": "string", "enum": list(MODALITIES)},
            "verdict": {"type": "string", "enum": list(VERDICTS)},
            "since": _DAY, "until": _DAY,
            "page": {"type": "integer", "minimum": 0, "maximum": 99999},
        },
        {
            200: {
                "type": "object",
                "required": ["total", "rows", "facets"],
                "properties": {
                    "total": {"type": "integer", "minimum": 0},
                    "rows": {**_ROWS, "maxItems": 50},
                    "facets": {
                        "type": "object",
                        "additionalProperties": {"type": "array", "items": _COUNTED},
                    },
                },
            }
        },
        fixed={"_format": "json"},
    ),
    Call(
        "get",
        "/{database}/{table}.json",
        "Rows of a table or view; `_q` searches in any script.",
        {
            "table": {"type": "string", "enum": list(_TABLES)},
            "_q": _TEXT,
            "_size": {"type": "integer", "minimum": 1, "maximum": 1000},
        },
        {200: _ROWS, 400: _ERROR},
        fixed={"_shape": "array"},
    ),
    Call(
        "post",
        "/correct",
        "Write one correction of a directive; needs the token as a bearer.",
        {},
        {
            200: {"type": "object", "required": ["directive", "verdict"]},
            400: {"type": "object", "required": ["error", "message"]},
            403: {"type": "object", "required": ["error", "message"]},
        },
        body={
            "type": "object",
            "required": ["directive", "verdict", "who"],
            "properties": {
                "directive": {"type": "string"},
                "verdict": {"type": "string", "enum": ["right", "wrong", "corrected"]},
                "who": {"type": "string", "minLength": 1},
                "modality": {"type": "string", "enum": ["", *MODALITIES]},
                "note": {"type": ["string", "null"], "maxLength": 2000},
                "changes": {"type": "object"},
            },
        },
    ),
)  # fmt: skip


def description(database: str) -> Schema:
    """The whole description, for a database of this name in Datasette.

    Example:
        >>> sorted(description("n")["paths"])
        ['/correct', '/n/{table}.json', '/search']
    """
    paths: Schema = {}
    for call in CALLS:
        path = call.path.replace("{database}", database)
        paths.setdefault(path, {})[call.method] = _operation(call)
    return {
        "openapi": "3.1.0",
        "info": {"title": "nirdesh explore", "version": nirdesh.__version__},
        "paths": paths,
        "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }


async def serve(datasette: Any, request: Any) -> Any:
    """Answer with the description."""
    from datasette.utils.asgi import Response

    return Response.json(description(setup_of(datasette).name))


def _operation(call: Call) -> Schema:
    fixed = {name: {"type": "string", "enum": [value]} for name, value in call.fixed.items()}
    made: Schema = {
        "summary": call.told,
        "parameters": [
            _parameter(call, name, schema) for name, schema in {**call.parameters, **fixed}.items()
        ],
        "responses": {
            str(status): {
                "description": "Done." if status == 200 else "Refused.",
                "content": {"application/json": {"schema": schema}},
            }
            for status, schema in call.answers.items()
        },
    }
    if call.body:
        made["requestBody"] = {"required": True, "content": {"application/json": {"schema": call.body}}}
        made["security"] = [{"token": []}]
    return made


def _parameter(call: Call, name: str, schema: Schema) -> Schema:
    where = "path" if f"{{{name}}}" in call.path else "query"
    return {"name": name, "in": where, "required": where == "path" or name in call.fixed, "schema": schema}
