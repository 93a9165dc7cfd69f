"""The evidence check: every quote of a record stands in its report, word for word."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from nirdesh.errors import NirdeshError
from nirdesh.record.models import Quote, Record


def quotes(node: object) -> Iterator[Quote]:
    """Every quote in a record or in a part of one, in document order of the fields."""
    if isinstance(node, Quote):
        yield node
    if isinstance(node, BaseModel):
        for name in type(node).model_fields:
            yield from quotes(getattr(node, name))
    elif isinstance(node, list | tuple):
        for item in node:
            yield from quotes(item)


def check_evidence(record: Record) -> Record:
    """Return ``record`` unchanged if every quote and every reference in it holds.

    Raises:
        NirdeshError: ``evidence-offset`` where a quote does not stand in ``report.text`` at its offsets,
            ``dangling-id`` where something refers to an entity that the record does not have.
    """
    text = record.report.text
    for quote in quotes(record):
        if not quote.text or text[quote.start : quote.end] != quote.text:
            raise NirdeshError(
                "evidence-offset",
                f"The quote {quote.text[:60]!r} does not stand at {quote.start}:{quote.end} of the report.",
                hint="This is a fault of nirdesh: please report it with the input.",
                stage="record",
            )
    known = _known_ids(record)
    for ref in _references(record):
        if ref not in known:
            message = f"The record refers to {ref!r}, which it does not have."
            raise NirdeshError("dangling-id", message, stage="record")
    return record


def _known_ids(record: Record) -> set[str]:
    groups = (record.dates, record.people, record.offices, record.organisations, record.regions)
    return {row.id for group in groups for row in group}


def _references(record: Record) -> Iterator[str]:
    for person in record.people:
        for post in person.posts:
            yield from filter(None, (post.organisation, post.region))
    for office in record.offices:
        yield from filter(None, (office.organisation, office.region))
    for region in record.regions:
        yield from filter(None, (region.within,))
    for directive in record.directives:
        yield from directive.issuers
        yield from directive.regions
        yield from (when.date for when in directive.when)
        for addressee in directive.addressees:
            yield from filter(None, (addressee.person, addressee.organisation))
    for assignment in record.assignments:
        yield assignment.assignee
        yield from assignment.by
        yield from filter(None, (assignment.region, assignment.organisation))
        if assignment.effective:
            yield assignment.effective.date
    for event in record.events:
        people = (event.chair, event.chief_guests, event.speakers, event.conveners, event.attendees)
        for ids in (*people, event.regions):
            yield from ids
        yield from (when.date for when in event.when)
