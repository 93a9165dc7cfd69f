"""Sightings of people in records, and the identities that they make up; what is doubtful stays told apart."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from nirdesh.lexicon.files import toml
from nirdesh.lexicon.gazetteer import Place, gazetteer
from nirdesh.lexicon.posts import split_key, titles
from nirdesh.lexicon.skeleton import skeleton
from nirdesh.link.names import alike, commonness, name_words
from nirdesh.record.ids import content_id
from nirdesh.record.models import PersonRow, Record


@dataclass(frozen=True, slots=True)
class Held:
    """A post as one report tells it."""

    title: str
    organisation: str | None = None
    region: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person in one report.

    Attributes:
        published: ISO day, or "" where unknown.
        parties: Names of the parties that the person's posts belong to.
        places: Ids of the gazetteer's districts and states that the person's posts, or the dateline, lie in.
    """

    report: str
    person: str
    name: str
    published: str
    posts: tuple[Held, ...] = ()
    parties: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


@dataclass(slots=True)
class Identity:
    """One person over several reports.

    Attributes:
        key: From the first sighting, so that it stays while reports are added after it.
        doubts: Keys of identities that may be the same person.
    """

    key: str
    sightings: list[Sighting]
    doubts: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The longest name that a report gives."""
        return max((s.name for s in self.sightings), key=lambda name: (len(name.split()), len(name)))

    def posts(self) -> Iterator[tuple[str, str, Held]]:
        """Day, report and post of all sightings, by day."""
        for seen in sorted(self.sightings, key=lambda s: (s.published, s.report)):
            for held in seen.posts:
                yield seen.published, seen.report, held


def sightings(records: Iterable[Record]) -> Iterator[Sighting]:
    """The people of records, one by one."""
    for record in records:
        regions = {region.id: region for region in record.regions}
        parties = {o.id for o in record.organisations if o.kind == "party"}
        dateline = places_of(record.report.place, None)
        for person in record.people:
            yield _sighting(record, person, regions, parties, dateline)


def _sighting(
    record: Record, person: PersonRow, regions: dict[str, Any], parties: set[str], dateline: frozenset[str]
) -> Sighting:
    own = [regions[p.region] for p in person.posts if p.region in regions]
    places = frozenset().union(*(places_of(region.name, region) for region in own)) or dateline
    held = tuple(
        Held(p.title, p.organisation, regions[p.region].name if p.region in regions else None, p.former)
        for p in person.posts
    )
    bodies = frozenset(p.organisation for p in person.posts if p.organisation in parties)
    day = record.report.published or ""
    return Sighting(record.report.id, person.id, person.name, day, held, bodies, places)


def places_of(name: str | None, region: Any = None) -> frozenset[str]:
    """Ids of the districts and states that a place is, or lies in."""
    from nirdesh.lexicon.keys import fold_name

    if not name:
        return frozenset()
    found = gazetteer().by_key.get(fold_name(name), ())
    code = region.codes.lgd if region is not None else None
    chosen = [place for place in found if code and place.lgd == code] or [
        place for place in found if place.kind in ("district", "state")
    ]
    if len({place.id for place in chosen}) != 1:
        chosen = chosen[:1] if len({_state(place) for place in chosen}) == 1 else []
    return frozenset(i for place in chosen for i in _upward(place))


def _upward(place: Place) -> Iterator[str]:
    known = gazetteer().by_id
    current: Place | None = place
    while current is not None:
        if current.kind in ("district", "state"):
            yield current.id
        current = known.get(current.within)


def _state(place: Place) -> str:
    return next((i for i in _upward(place) if gazetteer().by_id[i].kind == "state"), "")


def odds(one: Sighting, other: Sighting) -> float:
    """Natural log-odds that two sightings are one person; minus infinity where the names disagree."""
    agreement = alike(one.name, other.name)
    if agreement is None or one.report == other.report:
        return -math.inf
    weights = toml("link", "people.toml")
    total = float(weights["name"][agreement])
    shared = max(commonness(one.name), commonness(other.name))
    total += weights["name"]["rare"] if shared == 0 else weights["name"]["common"] if shared == 1 else 0.0
    return (
        total
        + _by_place(one, other, weights["place"])
        + _by_post(one, other, weights["post"])
        + _by_time(one, other, weights["time"])
    )


def _kind(places: frozenset[str], kind: str) -> set[str]:
    return {i for i in places if gazetteer().by_id[i].kind == kind}


def _by_place(one: Sighting, other: Sighting, weights: dict[str, float]) -> float:
    total = 0.0
    for kind in ("district", "state"):
        a, b = _kind(one.places, kind), _kind(other.places, kind)
        if a and b:
            total += weights[f"same_{kind}"] if a & b else weights[f"other_{kind}"]
    return total


def _by_post(one: Sighting, other: Sighting, weights: dict[str, float]) -> float:
    total = 0.0
    a, b = ({_post_key(p.title) for p in s.posts} for s in (one, other))
    if a & b:
        total += weights["same"]
    elif {key.split()[-1] for key in a if key} & {key.split()[-1] for key in b if key}:
        total += weights["related"]
    kinds = [{_post_kind(p.title) for p in s.posts} - {"other"} for s in (one, other)]
    if kinds[0] and kinds[1] and not kinds[0] & kinds[1]:
        total += weights["other_kind"]
    bodies = [{p.organisation for p in s.posts if p.organisation} for s in (one, other)]
    if bodies[0] & bodies[1]:
        total += weights["body"]
    if one.parties and other.parties and not one.parties & other.parties:
        total += weights["other_party"]
    return total


def _post_key(title: str) -> str:
    known = titles().get(split_key(title))
    return known.group if known is not None else " ".join(split_key(title))


def _post_kind(title: str) -> str:
    """``party``, ``elected``, ``office`` (administration, police, courts) or ``other``."""
    known = titles().get(split_key(title))
    kind = known.kind if known is not None else "other"
    return "office" if kind in ("admin", "police", "judicial") else kind


def _by_time(one: Sighting, other: Sighting, weights: dict[str, float]) -> float:
    if not one.published or not other.published:
        return 0.0
    apart = abs(int(one.published[:4]) - int(other.published[:4]))
    return weights["far"] if apart > weights["years_apart"] else 0.0


def _block(name: str) -> str:
    """Sightings with different blocks are never compared: sound of the last word."""
    words = name_words(name)
    return skeleton(words[-1].replace("v", "b")) if words else ""


def identify(seen: Iterable[Sighting]) -> list[Identity]:
    """Group sightings into identities, in the order of their first sighting.

    A sighting joins the identity whose sightings fit best on average, if that is likely enough. Identities
    that fit almost as well, or not quite enough, are kept among its doubts.

    Example:
        >>> a = Sighting("r1", "p1", "तेंजिन लामो", "2020-01-01", (Held("बीडीओ"),))
        >>> b = Sighting("r2", "p3", "Tenzin Lamo", "2021-01-01", (Held("बीडीओ"),))
        >>> [len(identity.sightings) for identity in identify([a, b])]
        [2]
    """
    limits = toml("link", "people.toml")
    blocks: defaultdict[str, list[Identity]] = defaultdict(list)
    made: list[Identity] = []
    for sighting in sorted(seen, key=lambda s: (s.published or "9999", s.report, s.person)):
        rivals = sorted(
            ((_fit(identity, sighting), identity) for identity in blocks[_block(sighting.name)]),
            key=lambda pair: (-pair[0], pair[1].key),
        )
        near = [identity for score, identity in rivals if score >= limits["doubt"]]
        if rivals and rivals[0][0] >= limits["link"]:
            chosen = rivals[0][1]
            chosen.sightings.append(sighting)
            near.remove(chosen)
        else:
            chosen = Identity(content_id("person", sighting.report, sighting.person), [sighting])
            blocks[_block(sighting.name)].append(chosen)
            made.append(chosen)
        _doubt(chosen, near)
    return made


def _fit(identity: Identity, sighting: Sighting) -> float:
    scores = [odds(known, sighting) for known in identity.sightings]
    if min(scores) == -math.inf and any(s.report == sighting.report for s in identity.sightings):
        return -math.inf
    told = [score for score in scores if score > -math.inf]
    return (max(told) + sum(told) / len(told)) / 2 if told else -math.inf


def _doubt(chosen: Identity, near: Sequence[Identity]) -> None:
    for other in near:
        if other.key not in chosen.doubts:
            chosen.doubts.append(other.key)
            other.doubts.append(chosen.key)


def find(identities: Iterable[Identity], name: str) -> list[Identity]:
    """Identities that a name in either script may mean, the best agreement first.

    Example:
        >>> found = identify([Sighting("r1", "p1", "अनूप गुप्ता", "")])
        >>> [identity.name for identity in find(found, "anoop gupta")]
        ['अनूप गुप्ता']
    """
    order = ("same", "middle", "initials", "surname")
    ranked = []
    for number, identity in enumerate(identities):
        agreements = [a for s in identity.sightings if (a := alike(s.name, name))]
        if agreements:
            ranked.append((min(order.index(a) for a in agreements), number, identity))
    return [identity for *_, identity in sorted(ranked, key=lambda row: row[:2])]
