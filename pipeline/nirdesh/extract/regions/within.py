"""Which region lies in which: along the gazetteer's chains, within a report and for any two regions."""

from __future__ import annotations

from dataclasses import replace

from nirdesh.lexicon.gazetteer import Place, gazetteer
from nirdesh.lexicon.keys import fold
from nirdesh.mentions import Region


def ancestors(place: Place, by_id: dict[str, Place]) -> list[str]:
    """Ids of the regions that contain ``place``, nearest first."""
    chain: list[str] = []
    current = place
    while current.within and current.within in by_id and current.within not in chain:
        chain.append(current.within)
        current = by_id[current.within]
    return chain


def with_within(regions: list[Region]) -> list[Region]:
    """Link every region to the smallest region of the report that contains it."""
    table = gazetteer()
    rows = {region.id: _row_of(region) for region in regions}
    owner = {row.id: identity for identity, row in rows.items() if row is not None}
    linked = []
    for region in regions:
        row = rows[region.id]
        chain = ancestors(row, table.by_id) if row is not None else []
        within = next(
            (owner[identity] for identity in chain if identity in owner and owner[identity] != region.id),
            None,
        )
        linked.append(replace(region, within=within) if within else region)
    return linked


def _row_of(region: Region) -> Place | None:
    options = gazetteer().by_key.get(
        "".join(fold(part) for part in region.name.replace("-", " ").split()), ()
    )
    fitting = [p for p in options if p.kind == region.kind] or [p for p in options if region.kind == "city"]
    if region.codes.lgd:
        fitting = [p for p in fitting if p.lgd == region.codes.lgd] or fitting
    return fitting[0] if fitting else None
