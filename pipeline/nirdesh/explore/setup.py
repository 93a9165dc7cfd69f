"""What an exploring server was started with; the plugin keeps still on any other Datasette."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

COOKIE = "nirdesh_token"


@dataclass(frozen=True, slots=True)
class Setup:
    """The settings of one server.

    Attributes:
        name: Name of the database in Datasette.
        token: Whoever has it may correct; None if nobody may.
        writable: Whether the file can be written.
    """

    name: str
    token: str | None
    writable: bool


_SETUPS: WeakKeyDictionary[Any, Setup] = WeakKeyDictionary()


def register(datasette: Any, setup: Setup) -> None:
    """Remember the settings of a server."""
    _SETUPS[datasette] = setup


def setup_of(datasette: Any) -> Setup:
    """The settings of a server that we started."""
    return _SETUPS[datasette]


def is_ours(datasette: Any) -> bool:
    """Whether we started this server."""
    return datasette in _SETUPS
