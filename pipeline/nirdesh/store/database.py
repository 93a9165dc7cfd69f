"""The database file: opening, schema versions, errors."""

from __future__ import annotations

import re
import sqlite3
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from nirdesh.errors import NirdeshError
from nirdesh.store.fold import VERSION as FOLDING

_PACKAGE: Final = files("nirdesh.store")
APPLICATION: Final = 0x6E697264  # "nird", by which `file` and we tell such a database from others
_NUMBER: Final = re.compile(r"(\d{4})_")


@lru_cache(maxsize=1)
def migrations() -> tuple[str, ...]:
    """The steps from an empty file to the newest schema; version n is reached after n of them.

    Example:
        >>> migrations()[0].lstrip().startswith("-- Records of reports as tables.")
        True
    """
    folder = _PACKAGE / "migrations"
    found = {
        int(match[1]): item.read_text("utf-8")
        for item in folder.iterdir()
        if (match := _NUMBER.match(item.name))
    }
    return tuple(found[number] for number in sorted(found))


def sql(name: str) -> str:
    """An SQL file of this package."""
    return (_PACKAGE / name).read_text("utf-8")


def create(path: str | Path) -> Database:
    """Open a database for writing, made or brought to the newest schema first.

    Args:
        path: The file; ``:memory:`` keeps it in memory.

    Raises:
        NirdeshError: If the file is no database of ours, is newer than this program or can't be written.
    """
    try:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        _migrate(connection, str(path))
        _index_again(connection)
    except sqlite3.Error as error:
        raise _failed(path, error) from error
    return Database(connection)


def open_database(path: str | Path) -> Database:
    """Open a database for reading only.

    Raises:
        NirdeshError: If there is no such file, or it is no database of ours or of another schema version.
    """
    if not Path(path).is_file():
        raise NirdeshError(
            "no-database",
            f"There is no database {path}.",
            hint=f"Make it with `nirdesh load RECORDS -d {path}`.",
            stage="sink",
        )
    try:
        connection = sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro", uri=True)
        version = _version(connection, str(path))
    except sqlite3.Error as error:
        raise _failed(path, error) from error
    if version < len(migrations()):
        raise NirdeshError(
            "old-database",
            f"{path} has schema {version}, this nirdesh reads schema {len(migrations())}.",
            hint=f"Bring it up to date with `nirdesh load -d {path}`.",
            stage="sink",
        )
    return Database(connection)


def _version(connection: sqlite3.Connection, path: str) -> int:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION and tables:
        raise NirdeshError(
            "not-ours",
            f"{path} is a database of another program.",
            hint="Give another file with -d.",
            stage="sink",
        )
    if version > len(migrations()):
        raise NirdeshError(
            "newer-database",
            f"{path} has schema {version}; this nirdesh knows {len(migrations())}.",
            hint="Use a newer nirdesh.",
            stage="sink",
        )
    return version


def _migrate(connection: sqlite3.Connection, path: str) -> None:
    version = _version(connection, path)
    if version == len(migrations()):
        return
    steps = migrations()[version:]
    script = "\n".join(
        ["BEGIN IMMEDIATE;", *_drop_views(connection), *steps, sql("views.sql"),
         f"PRAGMA application_id = {APPLICATION};", f"PRAGMA user_version = {len(migrations())};", "COMMIT;"]
    )  # fmt: skip
    try:
        connection.executescript(script)
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    if version == 0:
        connection.execute("INSERT INTO meta VALUES ('folding', ?)", (FOLDING,))
        add_indexes(connection)


def _drop_views(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")
    return [f'DROP VIEW "{name}";' for (name,) in rows]


def add_indexes(connection: sqlite3.Connection) -> None:
    """Add the indexes that are missing."""
    for statement in sql("indexes.sql").split(";"):
        connection.execute(statement)


def drop_indexes(connection: sqlite3.Connection) -> None:
    """Take the indexes off for a first load, which is quicker without them."""
    for name in re.findall(r"EXISTS (\w+) ON", sql("indexes.sql")):
        connection.execute(f"DROP INDEX IF EXISTS {name}")


def _index_again(connection: sqlite3.Connection) -> None:
    """Rebuild the full-text index of a file whose words were folded in another way."""
    from nirdesh.store.index import rebuild

    row = connection.execute("SELECT value FROM meta WHERE key = 'folding'").fetchone()
    if row is None or row[0] != FOLDING:
        rebuild(connection)
        connection.execute("INSERT OR REPLACE INTO meta VALUES ('folding', ?)", (FOLDING,))


def _failed(path: str | Path, error: sqlite3.Error) -> NirdeshError:
    return NirdeshError(
        "bad-database",
        f"{path}: {error}.",
        hint="Check the path and its rights, or load the records into a new file.",
        stage="sink",
    )
