"""Entities and places of all reports, each with one number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nirdesh.store.aliases import other_names, place_names
from nirdesh.store.fold import spelled
from nirdesh.store.gazetteer import Row, as_region, container_of, find
from nirdesh.store.known import Known
from nirdesh.store.names import Resolve, place_key

Add = Callable[[str, tuple[Any, ...]], None]


class Identities:
    """Numbers of entities and places, found by key in the file or given anew.

    Args:
        known: What the file holds.
        add: Takes a new row of ``entities`` or ``places``.
        resolve: Kind and name to key.
    """

    def __init__(self, known: Known, add: Add, resolve: Resolve) -> None:
        self._known = known
        self._add = add
        self._resolve = resolve
        self._entities: dict[tuple[str, str], int] = {}
        self._by_name: dict[tuple[str, str], int] = {}
        self._places: dict[str, int] = {}
        self._next = {table: known.last(table) + 1 for table in ("entities", "places")}
        self.new_places: list[tuple[int, Row]] = []

    def entity(self, kind: str, name: str, latin: str = "", organisation_kind: str | None = None) -> int:
        """Number of a person, organisation, office or group."""
        number = self._by_name.get((kind, name))
        if number is not None:
            return number
        key = self._resolve(kind, name)
        number = self._entities.get((kind, key))
        if number is None:
            number = self._known.entity(kind, key)
        if number is None:
            number = self._number("entities")
            shown = latin or " ".join(spelled(word).capitalize() for word in name.split())
            others = other_names(kind, name)
            self._add("entities", (number, kind, name, shown, key, organisation_kind, others))
        self._entities[kind, key] = self._by_name[kind, name] = number
        return number

    def place(self, row: Row) -> int:
        """Number of the place that a region row of a record names."""
        codes = row["codes"]
        key = place_key(row["name"], row["kind"], codes["lgd"], codes["wikidata"], codes["eci"])
        number = self._places.get(key)
        if number is None:
            number = self._known.place(key)
        if number is None:
            number = self._number("places")
            known = find(row)
            name = known.name if known else row["name"]
            shown = " ".join(spelled(word).capitalize() for word in name.split())
            values = (codes["lgd"], codes["wikidata"], codes["eci"], row["lat"], row["lon"])
            others = place_names(name, known.id if known else None)
            if name != row["name"]:
                others = f"{row['name']}; {others}"
            self._add("places", (number, name, shown, row["kind"], *values, key, others))
            self.new_places.append((number, row))
        self._places[key] = number
        return number

    def widen(self) -> None:
        """Add the places that contain the new ones, so that asking for a district finds its blocks."""
        while self.new_places:
            number, row = self.new_places.pop()
            container = container_of(row)
            if container is not None:
                outer = self.place(as_region(container))
                if outer != number:
                    self._add("place_within", (number, outer))

    def _number(self, table: str) -> int:
        number = self._next[table]
        self._next[table] = number + 1
        return number
