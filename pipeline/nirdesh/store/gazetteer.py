"""What the gazetteer knows of places that reports name: what contains them, and where they lie."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from nirdesh.lexicon.gazetteer import Place, gazetteer
from nirdesh.lexicon.keys import fold_name

Row = dict[str, Any]
# Kinds of which one name means one place, where the gazetteer has it once.
_BY_NAME = frozenset({"country", "state", "division", "district"})


def container_of(row: Row) -> Place | None:
    """The place that contains a region of a record, or None where the gazetteer does not tell.

    Example:
        >>> codes = {"lgd": "157", "wikidata": None, "eci": None}
        >>> container_of({"name": "कानपुर नगर", "kind": "district", "codes": codes}).name
        'उत्तर प्रदेश'
        >>> codes = dict.fromkeys(codes)
        >>> container_of({"name": "हरदोई", "kind": "city", "codes": codes}).kind
        'district'
    """
    known = find(row)
    if known is not None:
        return gazetteer().by_id.get(known.within)
    if row["kind"] == "city":
        # A district has the name of the town that it is governed from.
        return _only(row["name"], "district")
    return None


def find(row: Row) -> Place | None:
    """The place of the gazetteer that a region of a record means."""
    codes = row["codes"]
    for scheme in ("lgd", "eci", "wikidata"):
        if codes[scheme]:
            return _by_code().get((row["kind"], scheme, codes[scheme]))
    return _only(row["name"], row["kind"]) if row["kind"] in _BY_NAME else None


def as_region(place: Place) -> Row:
    """A place of the gazetteer as a region row of a record."""
    codes = {"lgd": place.lgd or None, "wikidata": place.wikidata or None, "eci": place.eci or None}
    lat, lon = (float(value) if value else None for value in (place.lat, place.lon))
    return {"name": place.name, "kind": place.kind, "codes": codes, "lat": lat, "lon": lon}


@lru_cache(maxsize=1)
def _by_code() -> dict[tuple[str, str, str], Place]:
    return {
        (place.kind, scheme, code): place
        for place in gazetteer().by_id.values()
        for scheme, code in (("lgd", place.lgd), ("eci", place.eci), ("wikidata", place.wikidata))
        if code
    }


def _only(name: str, kind: str) -> Place | None:
    found = [place for place in gazetteer().by_key.get(fold_name(name), ()) if place.kind == kind]
    return found[0] if len(found) == 1 else None
