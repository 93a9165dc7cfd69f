"""What the extractors find in an analysed report.

Every ``start``/``end`` counts Unicode code points of ``doc.text``, the normalised text; ``assemble`` maps
them back to ``report.text`` through the alignment. Ids are unique in one report. An organisation's id is its
name and an office's id is its title, so that a record reads without a join; people are ``p1``, ``p2`` … and
regions ``r1``, ``r2`` … in order of first mention.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Relation = Literal["by", "on", "during", "from", "until", "every", "before", "after"]
DateRole = Literal["deadline", "scheduled", "past", "dateline", "other"]
Modality = Literal["order", "obligation", "request", "prohibition", "announcement"]
OrganisationKind = Literal["party", "government", "department", "committee", "other"]
RegionKind = Literal[
    "country",
    "state",
    "division",
    "district",
    "subdistrict",
    "block",
    "city",
    "village",
    "ward",
    "assembly_constituency",
    "parliamentary_constituency",
    "party_region",
    "party_unit",
    "other",
]
Change = Literal["appointed", "removed", "transferred"]
EventKind = Literal["meeting", "conference", "campaign", "tour", "rally", "training", "other"]
MentionKind = Literal["name", "short", "post", "pronoun"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character.

        Example:
            >>> Span(0, 3).overlaps(Span(2, 5)), Span(0, 3).overlaps(Span(3, 5))
            (True, False)
        """
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression with its value.

    Attributes:
        edtf: EDTF (ISO 8601-2) value; ``XXXX`` for an unknown year; None where the expression has no calendar
            value (a recurrence or a bare duration).
        rrule: RFC 5545 recurrence rule (``FREQ=DAILY``) or None.
        timex: TIMEX3 value, durations and sets included (``P15D``), or None.
        rule: Id of the grammar rule that made the value.
        anchor: ISO day that a relative expression was resolved against, or None.
        adrift: Whether the value is only missing because nobody knows what day to count from (तीन दिन में in a
            report without a day of publication).
    """

    span: Span
    edtf: str | None
    relation: Relation
    role: DateRole
    rrule: str | None = None
    timex: str | None = None
    rule: str = ""
    anchor: str | None = None
    adrift: bool = False


@dataclass(frozen=True, slots=True)
class EntityMention:
    """One place in the text that refers to an entity."""

    span: Span
    kind: MentionKind = "name"


@dataclass(frozen=True, slots=True)
class Post:
    """A post that the report gives to a person, quoted at ``span``."""

    title: str
    span: Span
    organisation: str | None = None
    region: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the report; ``name`` is the fullest form, normalised, without honorific."""

    id: str
    name: str
    latin: str
    posts: tuple[Post, ...]
    mentions: tuple[EntityMention, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """A post that acts or is addressed without its holder's name (मुख्य सचिव); its id is its title."""

    id: str
    title: str
    mentions: tuple[EntityMention, ...]
    organisation: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """A party, government body, department or committee; id is its name in the report's fullest form."""

    id: str
    name: str
    kind: OrganisationKind
    mentions: tuple[EntityMention, ...]


@dataclass(frozen=True, slots=True)
class Codes:
    """Official codes of a region: LGD, Wikidata, Election Commission, Census of 2011."""

    lgd: str | None = None
    wikidata: str | None = None
    eci: str | None = None
    census: str | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A named place or a counted class of places (सभी 52 विधानसभाओं has ``count`` 52).

    Attributes:
        within: Id of another region of the same report that contains it, or None.
        lat: Degrees north.
        lon: Degrees east.
    """

    id: str
    name: str
    kind: RegionKind
    mentions: tuple[EntityMention, ...]
    count: int | None = None
    within: str | None = None
    codes: Codes = Codes()
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is to act: a quote, linked to a person or an organisation where it names one."""

    span: Span
    person: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A quantity that the action is to reach (52 विधानसभाओं: value 52, unit विधानसभा)."""

    span: Span
    value: float | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Directive:
    """One required, requested, forbidden or scheduled action.

    Attributes:
        issuers: Ids of people, organisations or offices.
        when: Indices into the report's date mentions.
        regions: Ids of regions.
        rules: Ids of the rules (or models) that made each decision, for explanation.
        confidence: Probability that the directive is right, 0 to 1.
    """

    evidence: Span
    action: Span
    modality: Modality
    issuers: tuple[str, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    when: tuple[int, ...] = ()
    regions: tuple[str, ...] = ()
    target: Target | None = None
    purpose: Span | None = None
    condition: Span | None = None
    confidence: float = 0.5
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """A post or duty given to, taken from or moved with a person.

    Attributes:
        assignee: Id of a person or an office.
        by: Ids of people, organisations or offices.
        effective: Index into the report's date mentions, or None.
    """

    evidence: Span
    assignee: str
    role: Span
    change: Change
    region: str | None = None
    organisation: str | None = None
    by: tuple[str, ...] = ()
    from_role: Span | None = None
    effective: int | None = None
    confidence: float = 0.5
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting, conference, campaign … with the people who took part (ids) and its dates (indices)."""

    kind: EventKind
    name: Span
    evidence: Span
    when: tuple[int, ...] = ()
    regions: tuple[str, ...] = ()
    chair: tuple[str, ...] = ()
    chief_guests: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    conveners: tuple[str, ...] = ()
    attendees: tuple[str, ...] = ()
