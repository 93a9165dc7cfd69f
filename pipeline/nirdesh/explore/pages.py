"""The pages: each reads what it shows in one go and hands it to a template."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, Final

from sqlite_utils import Database

from nirdesh.explore import figures
from nirdesh.explore.highlight import marks, pieces
from nirdesh.explore.setup import setup_of
from nirdesh.record import Record
from nirdesh.store.corrections import corrections_of
from nirdesh.store.persons import person
from nirdesh.store.query import Question, ask

PAGE: Final = 50
_MONTH: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])$")
_FIELDS: Final = ("issuer", "to", "region", "party", "text", "modality", "since", "until", "verdict")
_RECORD: Final = "SELECT x.json FROM records x JOIN reports r ON r.n = x.report WHERE r.id = ?"
_ENTITY: Final = """
SELECT e.n, e.kind, e.name, e.latin, e.other_names,
    (SELECT count(DISTINCT p.report) FROM people p WHERE p.entity = e.n) AS reports
FROM entities e WHERE e.n = ?
"""
Context = dict[str, Any]


async def dashboard(datasette: Any, request: Any) -> Any:
    """Counts and charts."""
    figure = await _read(datasette, figures.dashboard)
    return await _page(datasette, request, "home", figure | {"data": {"months": figure["months"]}})


async def search(datasette: Any, request: Any) -> Any:
    """Directives that answer a question, with facets."""
    asked, given = _asked(request)
    page = _number(request.args.get("page"))

    def read(db: Database) -> Context:
        total, facets = figures.facets(db, asked)
        return {"rows": ask(db, asked, limit=PAGE, offset=PAGE * page), "total": total, "facets": facets}

    found = await _read(datasette, read)
    if request.args.get("_format") == "json":
        return _json({"total": found["total"], "rows": found["rows"], "facets": found["facets"]})
    more = PAGE * (page + 1) < found["total"]
    return await _page(
        datasette, request, "search",
        found | {"given": given, "page": page, "more": more, "faceted": figures.FACETED, "size": PAGE},
    )  # fmt: skip


async def report(datasette: Any, request: Any) -> Any:
    """A report with its evidence highlighted, and its record."""
    identity = request.url_vars["id"]

    def read(db: Database) -> Context | None:
        row = next(iter(db.query(_RECORD, [identity])), None)
        if row is None:
            return None
        record = Record.from_json(row["json"])
        entities = db.query(
            "SELECT p.id, p.entity FROM people p JOIN reports r ON r.n = p.report WHERE r.id = ?", [identity]
        )
        verdicts = {one.directive: one for one in corrections_of(db, identity)}
        return report_context(record, {one["id"]: one["entity"] for one in entities}) | {"verdicts": verdicts}

    found = await _read(datasette, read)
    if found is None:
        return await _missing(datasette, request, f"There is no report {identity}.")
    return await _page(datasette, request, "report", found)


def report_context(record: Record, entities: dict[str, int]) -> Context:
    """What the template of a report needs."""
    names = {row.id: row.name for row in record.people}
    names |= {row.id: row.name for row in record.organisations}
    names |= {row.id: row.title for row in record.offices}
    return {
        "record": record, "pieces": list(pieces(record.report.text, marks(record))), "names": names,
        "regions": {row.id: row.name for row in record.regions}, "entities": entities,
        "modalities": figures.MODALITIES,
    }  # fmt: skip


async def entity(datasette: Any, request: Any) -> Any:
    """Everything about a person, body or office."""
    number = int(request.url_vars["n"])

    def read(db: Database) -> Context | None:
        row = next(iter(db.query(_ENTITY, [number])), None)
        return None if row is None else person(db, row)

    found = await _read(datasette, read)
    if found is None:
        return await _missing(datasette, request, f"There is no entity {number}.")
    return await _page(datasette, request, "entity", {"one": found})


async def timeline(datasette: Any, request: Any) -> Any:
    """Directives of each month."""
    rows = await _read(datasette, figures.months)
    return await _page(datasette, request, "timeline", {"months": rows, "data": {"months": rows}})


async def deadlines(datasette: Any, request: Any) -> Any:
    """A month of deadlines."""
    month = request.args.get("month") or await _read(datasette, figures.busiest_month)
    if not _MONTH.match(month) or month < "0002":
        return await _missing(datasette, request, f"{month} is no month; write it as 2026-01.")
    weeks, rows = await _read(datasette, lambda db: figures.deadlines(db, month))
    year, number = int(month[:4]), int(month[5:])
    before = f"{year - (number == 1):04d}-{(number - 2) % 12 + 1:02d}"
    after = f"{year + (number == 12):04d}-{number % 12 + 1:02d}"
    context = {"month": month, "weeks": weeks, "rows": rows, "before": before, "after": after}
    return await _page(datasette, request, "calendar", context)


async def places(datasette: Any, request: Any) -> Any:
    """Places on a map, and as a table."""
    rows, without = await _read(datasette, figures.places_with_coordinates)
    return await _page(
        datasette, request, "map", {"rows": rows, "without": without, "data": {"places": rows}}
    )


async def network(datasette: Any, request: Any) -> Any:
    """Who instructs whom."""
    rows = await _read(datasette, figures.network)
    return await _page(datasette, request, "network", {"rows": rows, "data": {"pairs": rows}})


async def _read(datasette: Any, read: Callable[[Database], Any]) -> Any:
    database = datasette.get_database(setup_of(datasette).name)
    return await database.execute_fn(lambda connection: read(Database(connection)))


async def _page(datasette: Any, request: Any, name: str, context: Context) -> Any:
    from datasette.utils.asgi import Response

    setup = setup_of(datasette)
    more = {
        "database": setup.name,
        "page_name": name,
        "reviewer": request.actor,
        "can_correct": setup.writable,
    }
    html = await datasette.render_template(f"nirdesh_{name}.html", more | context, request=request)
    return Response.html(html)


async def _missing(datasette: Any, request: Any, message: str) -> Any:
    from datasette.utils.asgi import Response

    context = {"message": message, "page_name": "missing", "database": setup_of(datasette).name}
    html = await datasette.render_template("nirdesh_missing.html", context, request=request)
    return Response.html(html, status=404)


def _json(value: object) -> Any:
    from datasette.utils.asgi import Response

    return Response(json.dumps(value, ensure_ascii=False), content_type="application/json; charset=utf-8")


def _asked(request: Any) -> tuple[Question, dict[str, str]]:
    """The question of an address, and its fields as given; senseless days and choices are left out."""
    given = {name: value.strip() for name in _FIELDS if (value := request.args.get(name) or "").strip()}
    query = (request.args.get("q") or "").strip()
    checks = {
        "modality": figures.MODALITIES,
        "verdict": ("right", "wrong", "corrected", "none"),
    }
    kept = {name: value for name, value in given.items() if name not in checks or value in checks[name]}
    for name in ("since", "until"):
        if name in kept and not re.match(r"\d{4}(-\d\d(-\d\d)?)?$", kept[name]):
            del kept[name]
    if query:
        kept["text"] = f"{kept.get('text', '')} {query}".strip()
    if "until" in kept:
        kept["until"] += "-12-31"[len(kept["until"]) - 4 :]
    return Question(**kept), given | ({"q": query} if query else {})  # type: ignore[arg-type]


def _number(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else 0
