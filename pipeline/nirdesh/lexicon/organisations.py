"""Loaders for parties, bodies of government, departments and committees."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, cast

from nirdesh.lexicon.files import table, toml
from nirdesh.lexicon.keys import fold
from nirdesh.lexicon.posts import split_key
from nirdesh.mentions import OrganisationKind


class Body(NamedTuple):
    """A row of ``organisations.tsv``."""

    kind: OrganisationKind
    name: str
    aliases: tuple[str, ...]
    weak: tuple[str, ...]


class Head(NamedTuple):
    """A word that ends the names of bodies; ``open`` ones take field words before them."""

    kind: OrganisationKind
    open: bool


@lru_cache(maxsize=1)
def bodies() -> tuple[Body, ...]:
    """All bodies, in the order of the file."""
    return tuple(
        Body(
            cast(OrganisationKind, row["kind"]),
            row["name"],
            tuple(alias for alias in row["aliases"].split(";") if alias),
            tuple(alias for alias in row.get("weak", "").split(";") if alias),
        )
        for row in table("organisations", "organisations.tsv")
    )


class Claimant(NamedTuple):
    """A body that short common words may mean: its place in the file, its kind, the words' first keys."""

    order: int
    kind: OrganisationKind
    keys: tuple[str, ...]


@lru_cache(maxsize=1)
def claimants() -> dict[str, Claimant]:
    """Name -> body, of those that have weak forms.

    Example:
        >>> "पार्टी" in claimants()["भारतीय जनता पार्टी"].keys
        True
    """
    return {
        body.name: Claimant(order, body.kind, tuple(split_key(form)[0] for form in body.weak))
        for order, body in enumerate(bodies())
        if body.weak
    }


@lru_cache(maxsize=1)
def names() -> dict[tuple[str, ...], Body]:
    """Keys of a name's or alias's words -> the body.

    Example:
        >>> names()[split_key("बीजेपी")].name
        'भारतीय जनता पार्टी'
    """
    found: dict[tuple[str, ...], Body] = {}
    for body in bodies():
        for form in (body.name, *body.aliases):
            found.setdefault(split_key(form.replace(",", " ").replace(".", " ")), body)
    return found


@lru_cache(maxsize=1)
def heads() -> dict[tuple[str, ...], Head]:
    """Keys of head words of names that are built by pattern."""
    return {
        split_key(entry["word"]): Head(entry["kind"], entry["open"])
        for entry in toml("organisations", "grammar.toml")["head"]
    }


@lru_cache(maxsize=8)
def name_words(part: str) -> frozenset[str]:
    """Keys of the words of a part of built names: ``fields``, ``joints``, ``loose_joints`` …"""
    return frozenset(fold(word) for word in toml("organisations", "grammar.toml")[part])


@lru_cache(maxsize=1)
def party_words() -> frozenset[str]:
    """Keys of single words that show a report of party life."""
    found = {fold("पार्टी"), fold("मोर्चा"), fold("संगठनात्मक")}
    for body in bodies():
        if body.kind == "party":
            found.update(fold(alias) for alias in body.aliases if " " not in alias)
    return frozenset(found)
