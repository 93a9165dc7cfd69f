"""Loaders of the language data that this layer reads (``nirdesh/lexicon/data/text*``)."""

from __future__ import annotations

import gzip
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from nirdesh.errors import NirdeshError


def _read(name: str) -> bytes:
    path = files("nirdesh.lexicon").joinpath("data", "text", name)
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NirdeshError(
            "no-data", f"The data file text/{name} is missing.", hint="Install nirdesh again."
        ) from error


@cache
def table(name: str) -> dict[str, Any]:
    """A TOML file of ``lexicon/data/text``; do not change what it returns."""
    return tomllib.loads(_read(name).decode("utf-8"))


def rows(name: str) -> list[list[str]]:
    """Rows of a tab-separated file (``.tsv`` or ``.tsv.gz``) without its ``#`` header lines."""
    data = _read(name)
    if name.endswith(".gz"):
        data = gzip.decompress(data)
    lines = data.decode("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def words(value: str) -> frozenset[str]:
    """The words of a blank-separated list.

    Example:
        >>> sorted(words("है हैं"))
        ['है', 'हैं']
    """
    return frozenset(value.split())
