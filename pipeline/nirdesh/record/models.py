"""The record contract ``nirdesh/1`` as Pydantic models.

One report in, one ``Record`` out. Every quote counts Unicode code points of ``report.text``, and
``report.text[start:end] == text`` holds for each of them: ``nirdesh.record.check`` enforces it.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from nirdesh.mentions import (
    Change,
    DateRole,
    EventKind,
    MentionKind,
    Modality,
    OrganisationKind,
    RegionKind,
    Relation,
)
from nirdesh.report import BlockKind, PublishedFrom

SCHEMA_NAME: Final = "nirdesh/1"
Part = Literal["issuer", "speaker", "chair", "chief_guest", "convener", "attendee", "assignee"]
Probability = Annotated[float, Field(ge=0, le=1)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Quote(_Model):
    """Words of the report exactly as published; offsets are code points of ``report.text``."""

    text: str
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]


class MentionRow(Quote):
    """One place that refers to an entity; ``kind`` tells a name from a pronoun or a bare post."""

    kind: MentionKind = "name"


class BlockRow(_Model):
    """A part of the layout of ``report.text``."""

    kind: BlockKind
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]


class NearRow(_Model):
    """The first report of the same run that says nearly the same."""

    first: Annotated[str, Field(description="Id of the first such report in the order of reading.")]
    similarity: Annotated[float, Field(description="Estimated share of common word triples, 0 to 1.")]


class ReportRow(_Model):
    """The report and where it comes from."""

    id: str
    source: str
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    title: str | None = None
    place: Annotated[str | None, Field(description="Place of the dateline.")] = None
    published: Annotated[str | None, Field(description="ISO day, or null.")] = None
    published_from: PublishedFrom | None = None
    language: str = "hi"
    text: str
    blocks: list[BlockRow] = []
    near: Annotated[NearRow | None, Field(description="Set where this is a near duplicate.")] = None


class DateRow(Quote):
    """A time expression with its value in EDTF (ISO 8601-2), its recurrence and what it is in the report."""

    id: str
    edtf: str | None = None
    relation: Relation
    rrule: Annotated[str | None, Field(description="RFC 5545 rule where it recurs.")] = None
    timex: Annotated[str | None, Field(description="TIMEX3 value, durations and sets included.")] = None
    role: DateRole
    rule: Annotated[str, Field(description="Grammar rule that made the value.")] = ""
    anchor: Annotated[str | None, Field(description="Day that a relative value was counted from.")] = None
    mentions: list[Quote] = []


class PostRow(Quote):
    """A post as the report gives it to a person."""

    title: str
    organisation: str | None = None
    region: str | None = None
    former: bool = False


class PersonRow(_Model):
    """One person of the report."""

    id: str
    name: str
    latin: str
    posts: list[PostRow] = []
    part: list[Part] = []
    mentions: list[MentionRow] = []


class OfficeRow(_Model):
    """A post that acts or is addressed without its holder's name; its id is its title."""

    id: str
    title: str
    organisation: str | None = None
    region: str | None = None
    mentions: list[MentionRow] = []


class OrganisationRow(_Model):
    """An organisation; its id is its name in the report's fullest form."""

    id: str
    name: str
    kind: OrganisationKind
    mentions: list[MentionRow] = []


class CodesRow(_Model):
    """Official codes of a region."""

    lgd: str | None = None
    wikidata: str | None = None
    eci: str | None = None
    census: Annotated[str | None, Field(description="Code of the Census of 2011.")] = None


class RegionRow(_Model):
    """A named place, or a counted class of places (then ``count`` says how many)."""

    id: str
    name: str
    kind: RegionKind
    count: int | None = None
    within: str | None = None
    codes: CodesRow = CodesRow()
    lat: float | None = None
    lon: float | None = None
    mentions: list[MentionRow] = []


class AddresseeRow(Quote):
    """Who is to act, linked to a person or organisation of the record where it names one."""

    person: str | None = None
    organisation: str | None = None


class WhenRow(_Model):
    """What binds the action in time; ``date`` is the id of a date of the record."""

    date: str
    edtf: str | None = None
    relation: Relation
    rrule: str | None = None


class TargetRow(Quote):
    """A quantity that the action is to reach."""

    value: float | None = None
    unit: str | None = None


class DirectiveRow(_Model):
    """One required, requested, forbidden or scheduled action.

    ``issuers`` are ids of people, organisations or offices.
    """

    id: str
    evidence: Quote
    action: Quote
    modality: Modality
    issuers: list[str] = []
    addressees: list[AddresseeRow] = []
    when: list[WhenRow] = []
    recurrence: Annotated[
        list[WhenRow], Field(description="Recurrences of the action, with their rrule.")
    ] = []
    regions: list[str] = []
    target: TargetRow | None = None
    purpose: Quote | None = None
    condition: Quote | None = None
    confidence: Probability
    rules: Annotated[list[str], Field(description="Rules or models that made the decisions.")] = []


class AssignmentRow(_Model):
    """A post or duty given, taken or moved.

    ``assignee`` and ``by`` are ids of people, organisations or offices.
    """

    id: str
    evidence: Quote
    assignee: str
    role: Quote
    region: str | None = None
    organisation: str | None = None
    by: list[str] = []
    change: Change
    from_role: Quote | None = None
    effective: WhenRow | None = None
    confidence: Probability
    rules: list[str] = []


class EventRow(_Model):
    """A meeting, conference, campaign … with its people (ids), dates and places."""

    id: str
    kind: EventKind
    name: str
    evidence: Quote
    when: list[WhenRow] = []
    regions: list[str] = []
    chair: list[str] = []
    chief_guests: list[str] = []
    speakers: list[str] = []
    conveners: list[str] = []
    attendees: list[str] = []


class ProblemRow(_Model):
    """What could not be read or was doubtful."""

    stage: str
    code: str
    message: str


class RepairRow(Quote):
    """A place where damaged text was read as something else, and by which rule."""

    repaired: str
    rule: str


class Record(_Model):
    """Everything that one report says, in the contract's order of fields."""

    schema_: Annotated[Literal["nirdesh/1"], Field(alias="schema")] = SCHEMA_NAME
    report: ReportRow
    dates: list[DateRow] = []
    people: list[PersonRow] = []
    offices: list[OfficeRow] = []
    organisations: list[OrganisationRow] = []
    regions: list[RegionRow] = []
    directives: list[DirectiveRow] = []
    assignments: list[AssignmentRow] = []
    events: list[EventRow] = []
    repairs: list[RepairRow] = []
    problems: list[ProblemRow] = []

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    def to_json(self) -> str:
        """The record as one line of JSON without a newline; the same record gives the same bytes."""
        return self.model_dump_json(by_alias=True)

    @classmethod
    def from_json(cls, line: str | bytes) -> Record:
        """Read a line that ``to_json`` wrote; raises ``pydantic.ValidationError`` on anything else."""
        return cls.model_validate_json(line)
