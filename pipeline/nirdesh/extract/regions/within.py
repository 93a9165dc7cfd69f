"""Which region lies in which: along the chains of the gazetteer, within a report and for any two regions.

A chain goes from block, tehsil or seat to district, from there to the party regions that have the district,
and to the state and the country.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from nirdesh.lexicon.gazetteer import Place, gazetteer, party_regions, place_by_id
from nirdesh.lexicon.keys import fold_name
from nirdesh.mentions import Region
from nirdesh.record.models import RegionRow


def ancestors(place: Place) -> list[str]:
    """Ids of the regions that contain ``place``, nearest first.

    Example:
        >>> kanpur = gazetteer().by_id["d157"]
        >>> [place.name for i in ancestors(kanpur) if (place := place_by_id(i))]
        ['कानपुर बुंदेलखंड', 'उत्तर प्रदेश', 'भारत']
    """
    chain: list[str] = []
    current: Place | None = place
    while current is not None:
        chain += [region for region in party_regions().get(current.id, ()) if region not in chain]
        above = current.within
        if not above or above in chain:
            break
        chain.append(above)
        current = place_by_id(above)
    return chain


def with_within(regions: Sequence[tuple[Region, Place | None]]) -> list[Region]:
    """Link every region to the smallest region of the report that contains it.

    Args:
        regions: Regions of a report with the place of the lists that each means.
    """
    owner = {place.id: region.id for region, place in regions if place is not None and place.id}
    linked = []
    for region, place in regions:
        chain = ancestors(place) if place is not None else []
        within = next((owner[i] for i in chain if i in owner and owner[i] != region.id), None)
        linked.append(replace(region, within=within) if within else region)
    return linked


def find_place(region: Region | RegionRow) -> Place | None:
    """The place of the lists that a region means: by its codes, else by its name where one place has it.

    A town without a code of its own that a district is named after counts as a place in that district.
    """
    codes = region.codes
    for scheme, code in (("lgd", codes.lgd), ("eci", codes.eci), ("wikidata", codes.wikidata)):
        if code:
            return _by_code().get((region.kind, scheme, code)) or place_by_id(f"l-{region.kind}-{code}")
    names = (region.name, region.name.rpartition(" ")[0])  # कानपुर बुंदेलखंड क्षेत्र is listed without क्षेत्र
    named = next((found for name in names if (found := gazetteer().by_key.get(fold_name(name)))), ())
    same = [place for place in named if place.kind == region.kind]
    if not same and region.kind == "city":
        return _town_of([place for place in named if place.kind == "district"])
    return same[0] if len(same) == 1 else None


def _town_of(districts: list[Place]) -> Place | None:
    if len(districts) != 1:
        return None
    district = districts[0]
    return Place("", "city", district.name, district.id, "", "", "", "", "")


@lru_cache(maxsize=1)
def _by_code() -> dict[tuple[str, str, str], Place]:
    return {
        (place.kind, scheme, code): place
        for place in gazetteer().by_id.values()
        for scheme, code in (("lgd", place.lgd), ("eci", place.eci), ("wikidata", place.wikidata))
        if code
    }


def lies_within(inner: Region | RegionRow, outer: Region | RegionRow) -> bool | None:
    """Whether one region lies within another.

    Args:
        inner: A region of a report or of a record.
        outer: Another one, of the same or another report.

    Returns:
        None where the lists do not know one of the two, so that nothing can be said.

    Example:
        >>> from nirdesh.extract.regions import find_regions
        >>> text = "बिल्हौर विधानसभा, कानपुर नगर जिले और भाजपा कानपुर बुंदेलखंड क्षेत्र में काम होगा, आगरा जिले में नहीं।"
        >>> seat, district, party, other = find_regions(text)
        >>> lies_within(seat, district), lies_within(seat, party), lies_within(seat, other)
        (True, True, False)
    """
    small, large = find_place(inner), find_place(outer)
    if small is None or large is None or not large.id:
        return None
    return small.id == large.id or large.id in ancestors(small)
