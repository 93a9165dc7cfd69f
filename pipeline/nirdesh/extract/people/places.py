"""Places that are only words of somebody's name (लोकेंद्र सिंह चंपावत) are no regions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nirdesh.mentions import EntityMention, Office, Person, Post, Region, Span


def without_names(regions: Iterable[Region], people: Iterable[Person]) -> tuple[Region, ...]:
    """The regions that the report names apart from its people; mentions inside a name are left out.

    Args:
        regions: Regions of the report.
        people: Its people; only names of more than one word are looked at.
    """
    names = [mention.span for person in people for mention in person.mentions if " " in person.name]
    left = [replace(region, mentions=_apart(region.mentions, names)) for region in regions]
    kept = [region for region in left if region.mentions]
    ids = {region.id for region in kept}
    return tuple(
        region if region.within in ids or region.within is None else replace(region, within=None)
        for region in kept
    )


def _apart(mentions: Iterable[EntityMention], names: list[Span]) -> tuple[EntityMention, ...]:
    return tuple(m for m in mentions if not any(name.contains(m.span) for name in names))


def within_known(person: Person, ids: frozenset[str]) -> Person:
    """The person with posts over regions of ``ids`` only."""
    posts = tuple(_over_known(post, ids) for post in person.posts)
    return person if posts == person.posts else replace(person, posts=posts)


def _over_known(post: Post, ids: frozenset[str]) -> Post:
    return post if post.region is None or post.region in ids else replace(post, region=None)


def office_within_known(office: Office, ids: frozenset[str]) -> Office:
    """The office over a region of ``ids`` or over none."""
    return office if office.region is None or office.region in ids else replace(office, region=None)
