"""JSON-LD: schema.org articles with their actions, and W3C Web Annotations of the evidence."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database

from nirdesh.export.source import Source, sources
from nirdesh.record.models import Quote
from nirdesh.store.edtf import days

Row = dict[str, Any]
SCHEMA: Final = "https://schema.org"
ANNOTATION: Final = "http://www.w3.org/ns/anno.jsonld"
_AROUND: Final = 32
_BODIES: Final = {"government": "GovernmentOrganization", "department": "GovernmentOrganization"}


def schema_org(db: Database, out: Path) -> int:
    """One ``NewsArticle`` a line, with people, organisations, places, events and actions.

    Returns:
        Number of articles.
    """
    return _lines(db, out, lambda source: iter([article(source)]))


def web_annotation(db: Database, out: Path) -> int:
    """One annotation a line; the report is its target, the evidence is selected by quote and position.

    Returns:
        Number of annotations.
    """
    return _lines(db, out, annotated)


def _lines(db: Database, out: Path, make: Callable[[Source], Iterator[Row]]) -> int:
    out.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with out.open("w", encoding="utf-8") as stream:
        for source in sources(db):
            for row in make(source):
                stream.write(json.dumps(row, ensure_ascii=False) + "\n")
                count += 1
    return count


def article(source: Source) -> Row:
    """A report as a ``NewsArticle``."""
    record, ids, places = source.record, source.entity_ids(), source.place_ids()
    report = record.report
    urn = {local: f"urn:nirdesh:{identity}" for local, identity in ids.items()}
    bodies = {row.id: row for row in record.organisations}
    mentions = [
        _some(
            {
                "@type": "Person",
                "@id": urn[row.id],
                "name": row.name,
                "alternateName": row.latin,
                "jobTitle": [post.title for post in row.posts],
                "worksFor": [
                    {"@id": urn[post.organisation]} for post in row.posts if post.organisation in bodies
                ],
            }
        )
        for row in record.people
    ]
    mentions += [
        {
            "@type": _BODIES.get(row.kind, "Organization"),
            "@id": urn[row.id],
            "name": row.name,
            "additionalType": row.kind,
        }
        for row in record.organisations
    ]
    mentions += [{"@type": "Role", "@id": urn[row.id], "roleName": row.title} for row in record.offices]
    mentions += [_place(row, places) for row in record.regions]
    mentions += [_event(source, row, urn, places) for row in record.events]
    return _some(
        {
            "@context": SCHEMA,
            "@type": "NewsArticle",
            "@id": f"urn:nirdesh:{report.id}",
            "identifier": report.id,
            "headline": report.title,
            "articleBody": report.text,
            "inLanguage": report.language,
            "datePublished": report.published,
            "url": report.url,
            "author": report.author and {"@type": "Person", "name": report.author},
            "publisher": report.publisher and {"@type": "Organization", "name": report.publisher},
            "contentLocation": report.place and {"@type": "Place", "name": report.place},
            "mentions": mentions,
            "about": [_action(row, urn, places) for row in source.accepted()],
        }
    )


def _action(row: Any, urn: dict[str, str], places: dict[str, str]) -> Row:
    """A directive as an ``Action`` that is to be done; its agent is whoever is to do it."""
    bounds = [days(when.edtf) for when in row.when]
    agents = [
        {"@id": urn[found]}
        if (found := item.person or item.organisation) in urn
        else {"@type": "Organization", "name": item.text}
        for item in row.addressees
    ]
    return _some(
        {
            "@type": "Action",
            "@id": f"urn:nirdesh:{row.id}",
            "name": row.action.text,
            "description": row.evidence.text,
            "additionalType": row.modality,
            "actionStatus": f"{SCHEMA}/PotentialActionStatus",
            "agent": agents,
            "participant": [{"@id": urn[issuer]} for issuer in row.issuers if issuer in urn],
            "startTime": min((first for first, _ in bounds if first), default=None),
            "endTime": max((last for _, last in bounds if last), default=None),
            "location": [
                {"@id": f"urn:nirdesh:{places[region]}"} for region in row.regions if region in places
            ],
        }
    )


def _event(source: Source, row: Any, urn: dict[str, str], places: dict[str, str]) -> Row:
    bounds = [days(when.edtf) for when in row.when]
    people = sorted({*row.chief_guests, *row.speakers, *row.attendees})
    return _some(
        {
            "@type": "Event",
            "name": row.name,
            "description": row.evidence.text,
            "additionalType": row.kind,
            "startDate": min((first for first, _ in bounds if first), default=None),
            "endDate": max((last for _, last in bounds if last), default=None),
            "location": [
                {"@id": f"urn:nirdesh:{places[region]}"} for region in row.regions if region in places
            ],
            "organizer": [{"@id": urn[one]} for one in (*row.chair, *row.conveners) if one in urn],
            "attendee": [{"@id": urn[one]} for one in people if one in urn],
        }
    )


def _place(row: Any, places: dict[str, str]) -> Row:
    geo = None
    if row.lat is not None and row.lon is not None:
        geo = {"@type": "GeoCoordinates", "latitude": row.lat, "longitude": row.lon}
    within = places.get(row.within or "")
    return _some(
        {
            "@type": "AdministrativeArea" if row.codes.lgd else "Place",
            "@id": f"urn:nirdesh:{places[row.id]}",
            "name": row.name,
            "additionalType": row.kind,
            "geo": geo,
            "identifier": [f"{scheme}:{code}" for scheme, code in row.codes.model_dump().items() if code],
            "containedInPlace": {"@id": f"urn:nirdesh:{within}"} if within else None,
        }
    )


def annotated(source: Source) -> Iterator[Row]:
    """Every directive, assignment and named entity of a report as an annotation."""
    record = source.record
    for row in record.directives:
        body = {
            "modality": row.modality,
            "confidence": row.confidence,
            "action": row.action.text,
            "verdict": source.verdict(row.id),
        }
        yield _annotation(source, row.id, "directive", row.evidence, _some(body))
    for assignment in record.assignments:
        body = {"change": assignment.change, "role": assignment.role.text}
        yield _annotation(source, assignment.id, "assignment", assignment.evidence, body)
    for kind, rows in (
        ("person", record.people),
        ("organisation", record.organisations),
        ("region", record.regions),
    ):
        for entity in rows:
            for number, mention in enumerate(entity.mentions):
                identity = f"{record.report.id}-{entity.id}-{number}"
                yield _annotation(source, identity, kind, mention, {"name": entity.name})
    for date in record.dates:
        yield _annotation(source, f"{record.report.id}-{date.id}", "date", date, _some({"edtf": date.edtf}))


def _annotation(source: Source, identity: str, tag: str, quote: Quote, body: Row) -> Row:
    report = source.record.report
    reviewed = source.corrections.get(identity)
    selectors = [
        _some(
            {
                "type": "TextQuoteSelector",
                "exact": quote.text,
                "prefix": report.text[max(0, quote.start - _AROUND) : quote.start],
                "suffix": report.text[quote.end : quote.end + _AROUND],
            }
        ),
        {"type": "TextPositionSelector", "start": quote.start, "end": quote.end},
    ]
    return _some(
        {
            "@context": ANNOTATION,
            "id": f"urn:nirdesh:{identity}",
            "type": "Annotation",
            "motivation": "identifying",
            "creator": {"id": "urn:nirdesh:program", "type": "Software", "name": "nirdesh"},
            "created": reviewed.at if reviewed else None,
            "body": [
                {"type": "TextualBody", "purpose": "tagging", "value": tag},
                {
                    "type": "TextualBody",
                    "purpose": "describing",
                    "format": "application/json",
                    "value": json.dumps(body, ensure_ascii=False, sort_keys=True),
                },
            ],
            "target": {"source": report.url or f"urn:nirdesh:{report.id}", "selector": selectors},
        }
    )


def _some(row: Row) -> Row:
    return {name: value for name, value in row.items() if value not in (None, [], "")}
