"""Engines (spaCy, Stanza) that turn text into a spaCy ``Doc``."""

from nirdesh.analyse.engine import Engine, EngineName, blank, load_engine

__all__ = ["Engine", "EngineName", "blank", "load_engine"]
