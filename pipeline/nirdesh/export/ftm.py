"""FollowTheMoney entities, for OpenSanctions, Aleph and OpenAleph.

A directive becomes an ``UnknownLink`` from issuer to addressee where both are entities; FollowTheMoney
has no schema for an order; others stay as ``Note`` on whoever is known.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database

from nirdesh.export.source import Source, sources
from nirdesh.record import content_id
from nirdesh.record.models import PersonRow, WhenRow
from nirdesh.store.edtf import days

_BODIES: Final = {"government": "PublicBody", "department": "PublicBody"}
_COUNTRY: Final = "in"
Values = dict[str, list[str]]


def ftm(db: Database, out: Path) -> int:
    """Entities as JSON lines, each id once, with the values of all reports.

    Returns:
        Number of entities.
    """
    merged: dict[str, tuple[str, dict[str, dict[str, None]]]] = {}
    for source in sources(db):
        for identity, schema, values in entities(source):
            kept = merged.setdefault(identity, (schema, {}))[1]
            for name, items in values.items():
                kept.setdefault(name, {}).update(dict.fromkeys(items))
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8") as stream:
        for identity, (schema, properties) in sorted(merged.items()):
            row = {
                "id": identity,
                "schema": schema,
                "properties": {name: list(items) for name, items in sorted(properties.items()) if items},
            }
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")
    return len(merged)


def entities(source: Source) -> Iterator[tuple[str, str, Values]]:
    """Id, schema and properties of everything in one record."""
    record, ids = source.record, source.entity_ids()
    report = record.report
    article = content_id("article", report.id)
    yield (
        article,
        "Article",
        _some(
            title=report.title,
            author=report.author,
            publishedAt=report.published,
            publisher=report.publisher,
            sourceUrl=_url(report.url),
            language="hin",
            bodyText=report.text,
        ),
    )
    for body in record.organisations:
        yield (
            ids[body.id],
            _BODIES.get(body.kind, "Organization"),
            _some(name=body.name, classification=body.kind, country=_COUNTRY, proof=article),
        )
    for office in record.offices:
        yield ids[office.id], "Position", _some(name=office.title, country=_COUNTRY, proof=article)
    for person in record.people:
        yield (
            ids[person.id],
            "Person",
            _some(
                name=person.name,
                alias=person.latin,
                position=[post.title for post in person.posts],
                country=_COUNTRY,
                proof=article,
            ),
        )
        yield from _posts(source, person, ids, article)
    yield from _directives(source, ids, article)
    for row in record.events:
        first, last = _bounds(row.when)
        involved = {*row.chair, *row.chief_guests, *row.speakers, *row.conveners, *row.attendees}
        places = {region.id: region.name for region in record.regions}
        yield (
            content_id(article, "event", row.name, str(row.evidence.start)),
            "Event",
            _some(
                name=row.name,
                keywords=row.kind,
                startDate=first,
                endDate=last,
                description=row.evidence.text,
                location=[places[region] for region in row.regions if region in places],
                involved=sorted(ids[person] for person in involved if person in ids),
                proof=article,
            ),
        )


def _posts(
    source: Source, person: PersonRow, ids: dict[str, str], article: str
) -> Iterator[tuple[str, str, Values]]:
    places = {region.id: region.name for region in source.record.regions}
    for post in person.posts:
        place = places.get(post.region or "")
        position = content_id("position", post.title, post.organisation, place)
        yield (
            position,
            "Position",
            _some(
                name=post.title,
                country=_COUNTRY,
                subnationalArea=place,
                proof=article,
                organization=ids.get(post.organisation or ""),
            ),
        )
        yield (
            content_id("occupancy", ids[person.id], position),
            "Occupancy",
            _some(
                holder=ids[person.id],
                post=position,
                date=source.record.report.published,
                proof=article,
                status="ended" if post.former else "current",
            ),
        )


def _directives(source: Source, ids: dict[str, str], article: str) -> Iterator[tuple[str, str, Values]]:
    for row in source.accepted():
        first, last = _bounds(row.when)
        to = [ids[found] for item in row.addressees if (found := item.person or item.organisation) in ids]
        issuers = [ids[issuer] for issuer in row.issuers if issuer in ids]
        for issuer in issuers:
            for addressee in to:
                yield (
                    content_id(row.id, issuer, addressee),
                    "UnknownLink",
                    _some(
                        subject=issuer,
                        object=addressee,
                        role=row.modality,
                        description=row.action.text,
                        summary=row.evidence.text,
                        startDate=first,
                        endDate=last,
                        proof=article,
                        recordId=row.id,
                        date=source.record.report.published,
                    ),
                )
        if not (issuers and to):
            yield (
                content_id(row.id, "note"),
                "Note",
                _some(
                    name=row.modality,
                    description=row.action.text,
                    summary=row.evidence.text,
                    entity=[*issuers, *to],
                    proof=article,
                    createdAt=source.record.report.published,
                ),
            )


def _bounds(rows: list[WhenRow]) -> tuple[str | None, str | None]:
    bounds = [days(row.edtf) for row in rows]
    first = min((first for first, _ in bounds if first), default=None)
    return first, max((last for _, last in bounds if last), default=None)


def _some(**values: Any) -> Values:
    """Properties that have a value, as lists."""
    lists = {name: value if isinstance(value, list) else [value] for name, value in values.items()}
    kept = {name: [item for item in items if item] for name, items in lists.items()}
    return {name: items for name, items in kept.items() if items}


def _url(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None
