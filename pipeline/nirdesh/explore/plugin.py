"""The Datasette plugin: routes, who may correct, functions for SQL, headers."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from typing import Any, Final

from datasette import hookimpl
from datasette.filters import FilterArguments

from nirdesh.explore import openapi, pages, review
from nirdesh.explore.setup import COOKIE, is_ours
from nirdesh.store.find import expression
from nirdesh.store.fold import stems

_SEARCHED: Final = {"reports", "directives", "entities", "places"}
_READING: Final = ("GET", "HEAD", "OPTIONS")
# A null as such, or as Datasette writes one in a path: it would go into SQL as part of a name.
_NULL: Final = re.compile(rb"\0|[%~]00")
_HOSTS: Final = {"127.0.0.1", "localhost"}
# Datasette's own pages have small scripts of their own in the page; ours have none.
_POLICY: Final = (
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none';"
    " base-uri 'none'; form-action 'self'; script-src 'self'{more}"
)
_OWN: Final = ("/", "/search", "/timeline", "/calendar", "/map", "/network")


@hookimpl
def register_routes(datasette: Any) -> list[tuple[str, Callable[..., Any]]]:
    """Our pages."""
    if not is_ours(datasette):
        return []
    return [
        (r"^/$", pages.dashboard),
        (r"^/search$", pages.search),
        (r"^/report/(?P<id>[0-9a-zA-Z_-]+)$", pages.report),
        (r"^/entity/(?P<n>\d{1,15})$", pages.entity),
        (r"^/timeline$", pages.timeline),
        (r"^/calendar$", pages.deadlines),
        (r"^/map$", pages.places),
        (r"^/network$", pages.network),
        (r"^/correct$", review.correct),
        (r"^/-/sign-in$", review.sign_in),
        (rf"^{openapi.PATH}$", openapi.serve),
    ]


@hookimpl
def actor_from_request(datasette: Any, request: Any) -> dict[str, str] | None:
    """Whoever has the token, in a cookie or as a bearer, is the reviewer."""
    if not is_ours(datasette):
        return None
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
    if review.holds_token(datasette, request.cookies.get(COOKIE) or bearer):
        return {"id": "reviewer"}
    return None


@hookimpl
def prepare_connection(conn: sqlite3.Connection, datasette: Any) -> None:
    """``nirdesh_stems(text)`` and ``nirdesh_match(text)``, so that SQL can search as the pages do."""
    if is_ours(datasette):
        conn.create_function(
            "nirdesh_stems", 1, lambda text: stems(str(text or ""))[:100_000], deterministic=True
        )


@hookimpl
def filters_from_request(request: Any, table: str, database: str, datasette: Any) -> Any:
    """``?_q=`` on a table page: search it in any script and form."""
    asked = request.args.get("_q")
    if not is_ours(datasette) or not asked or table not in _SEARCHED:
        return None

    async def inner() -> FilterArguments:
        match = await datasette.get_database(database).execute_fn(lambda conn: expression(conn, asked))
        where = f"n IN (SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH :nirdesh_q)"
        return FilterArguments(
            [where], params={"nirdesh_q": match or '""'}, human_descriptions=[f"found by “{asked}”"]
        )

    return inner


@hookimpl
def extra_css_urls(datasette: Any) -> list[str]:
    """More contrast on Datasette's own pages."""
    return ["/assets/datasette.css"] if is_ours(datasette) else []


@hookimpl
def extra_js_urls(datasette: Any) -> list[str]:
    """Labels and a language on Datasette's own pages."""
    return ["/assets/datasette.js"] if is_ours(datasette) else []


@hookimpl
def menu_links(datasette: Any) -> list[dict[str, str]]:
    """Ways from Datasette's own pages to ours."""
    if not is_ours(datasette):
        return []
    names = {"/": "Overview", "/search": "Search", "/timeline": "Timeline", "/calendar": "Deadlines",
             "/map": "Map", "/network": "Network"}  # fmt: skip
    return [{"href": href, "label": label} for href, label in names.items()]


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[Any], Any]:
    """Only local names are answered, and no page may load or run anything from elsewhere."""
    if not is_ours(datasette):
        return lambda app: app

    def wrap(app: Any) -> Any:
        async def guarded(scope: dict[str, Any], receive: Any, send: Any) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            host = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
            if host.rpartition(":")[0] not in _HOSTS and host not in _HOSTS:
                await _refuse(send, 400, b"Open this server as http://127.0.0.1")
                return
            asked = scope["path"].encode() + b"?" + scope["query_string"]
            if not _is_own(scope["path"]) and _NULL.search(asked):
                await _refuse(send, 400, b"No address has a null character.")
                return
            if not _may(scope["method"], scope["path"]):
                await _refuse(send, 405, b"This address is read with GET.")
                return
            await app(scope, receive, _with_headers(scope["path"], send))

        return guarded

    return wrap


def _is_own(path: str) -> bool:
    return path in _OWN or path.startswith(("/report/", "/entity/"))


def _may(method: str, path: str) -> bool:
    """Whether a method is for an address; Datasette fails on others where it should refuse."""
    return method in _READING or (method == "POST" and (path == "/correct" or path.startswith("/-/")))


def _with_headers(path: str, send: Any) -> Any:
    policy = _POLICY.format(more="" if _is_own(path) else " 'unsafe-inline'")

    async def sending(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            more = [
                (b"content-security-policy", policy.encode()),
                (b"x-content-type-options", b"nosniff"),
                (b"referrer-policy", b"no-referrer"),
            ]
            message = {**message, "headers": [*message["headers"], *more]}
        await send(message)

    return sending


async def _refuse(send: Any, status: int, message: bytes) -> None:
    headers = [(b"content-type", b"text/plain")]
    if status == 405:
        headers.append((b"allow", ", ".join(_READING).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": message})
