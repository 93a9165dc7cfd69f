"""Datasette over one database with our plugin, for this machine only."""

from __future__ import annotations

import os
import secrets
import socket
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from nirdesh.errors import NirdeshError
from nirdesh.explore.setup import Setup, register
from nirdesh.lexicon.files import toml
from nirdesh.store import open_database

HERE: Final = Path(str(files("nirdesh.explore")))
_SETTINGS: Final = {
    "allow_download": False,
    "default_page_size": 50,
    "max_returned_rows": 1000,
    "sql_time_limit_ms": 3000,
    "facet_time_limit_ms": 200,
    "num_sql_threads": 2,
    "suggest_facets": False,
}


def make_app(database: str | Path, *, token: str | None = None, read_only: bool = False) -> Any:
    """A Datasette that shows a database.

    Args:
        database: Made by ``nirdesh load``.
        token: Whoever has it may correct; None makes a new one.
        read_only: Nobody may correct, and the file is opened as immutable.

    Returns:
        A ``datasette.app.Datasette``; ``setup_of`` tells its settings.

    Raises:
        NirdeshError: If the file is no database of ours, or Datasette is not installed.
    """
    path = Path(database)
    open_database(path).conn.close()
    try:
        from datasette.app import Datasette, DatasetteClient
        from datasette.plugins import pm
    except ModuleNotFoundError as error:
        hint = "Install it with: pip install 'nirdesh[explore]'"
        raise NirdeshError("no-library", f"{error.name} is not installed.", hint=hint) from error
    from datasette import handle_exception  # only after the app, which registers it

    from nirdesh.explore import plugin

    # With rich, Datasette prints every local variable of a failed request and fails where no page is.
    handle_exception.rich = None
    if not pm.has_plugin("nirdesh"):
        pm.register(plugin, name="nirdesh")
    writable = not read_only and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    name = path.stem
    opened = {"files": [str(path)]} if writable else {"files": [], "immutables": [str(path)]}
    made = Datasette(
        **opened,
        metadata=_metadata(name),
        template_dir=str(HERE / "templates"),
        static_mounts=[("assets", str(HERE / "assets"))],
        settings=_SETTINGS,
    )
    register(made, Setup(name, (token or secrets.token_urlsafe(24)) if writable else None, writable))
    # The client that came with it knew nothing of our routes yet.
    made.client = DatasetteClient(made)
    return made


def _metadata(name: str) -> dict[str, Any]:
    """Titles, labels of foreign keys, hidden tables and canned queries, from ``queries.toml``."""
    data = toml("explore", "queries.toml")
    tables = {table: {"label_column": column} for table, column in data["labels"].items()}
    for table in data["hidden"]:
        tables[table] = {"hidden": True}
    queries = {
        query["name"]: {"title": query["title"], "sql": query["sql"].strip(), "hide_sql": True}
        for query in data["query"]
    }
    return {"title": "nirdesh", "databases": {name: {"tables": tables, "queries": queries}}}


def serve(datasette: Any, port: int) -> None:
    """Answer on this machine's own address until interrupted.

    Raises:
        NirdeshError: If the port is taken.
    """
    import uvicorn

    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError as error:
            hint = "Give another one with --port."
            raise NirdeshError("port-taken", f"Port {port} is taken.", hint=hint) from error

    uvicorn.run(datasette.app(), host="127.0.0.1", port=port, log_level="warning", lifespan="on")
