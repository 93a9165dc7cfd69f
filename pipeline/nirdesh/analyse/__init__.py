"""Engines (spaCy, Stanza) that turn text into a spaCy ``Doc``.

spaCy takes a second to import, so it is imported when an engine is asked for: commands that only look at
models or at finished work do not wait for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nirdesh.analyse.engine import Engine, EngineName, blank, load_engine

__all__ = ["Engine", "EngineName", "blank", "load_engine"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("nirdesh.analyse.engine"), name)
