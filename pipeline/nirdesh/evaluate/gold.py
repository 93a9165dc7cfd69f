"""Gold annotations of reports: the format, its check against the report, and the corpus splits."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict

from nirdesh.mentions import Change, EventKind, Modality, RegionKind

TEXT: Final = "text"  # field of reports that carry their texts


def _as_list(value: object) -> object:
    return [] if value is None else value if isinstance(value, list) else [value]


def _ignored(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


def _as_readings(value: object) -> object:
    names = _as_list(value)
    listed = isinstance(names, list) and any(isinstance(name, list) for name in names)
    return names if value is None or listed else [names]


Strings = Annotated[list[str], BeforeValidator(_as_list)]
# Further readings of a list of names: one list, or a list of such lists (an empty one: nobody).
Readings = Annotated[list[list[str]], BeforeValidator(_as_readings)]


class GoldItem(BaseModel):
    """What every annotated item may carry: whether it is optional or in doubt."""

    # Annotators may leave notes of their own beside what is scored.
    model_config = ConfigDict(extra="allow", frozen=True)

    optional: bool = False
    doubt: bool = False
    doubt_fields: list[str] = []

    @property
    def soft(self) -> bool:
        """Neither required nor punished: existence or extent is in doubt."""
        doubtful = not self.doubt_fields or bool({"existence", "segmentation"} & set(self.doubt_fields))
        return self.optional or (self.doubt and doubtful)


class GoldDate(GoldItem):
    """A time expression and its EDTF value (None: no calendar value); ``value_alt`` are other readings."""

    text: str
    value: str | None = None
    value_alt: Annotated[list[str | None], BeforeValidator(_as_list)] = []
    role: str | None = None


class GoldPerson(GoldItem):
    """A person by the fullest name; ``aliases`` are other names in the report, also damaged forms."""

    name: str
    aliases: list[str] = []
    posts: list[str] = []
    org: str | None = None


class GoldRegion(GoldItem):
    """A named place or a counted class of places."""

    text: str
    kind: RegionKind
    kind_alt: Strings = []
    count: int | None = None


class GoldDirective(GoldItem):
    """One action; ``*_alt`` are second defensible readings, ``repeats`` its restatements."""

    evidence: str
    action: str
    issuer: Strings = []
    issuer_alt: Readings = []
    addressee: Strings = []
    addressee_alt: Readings = []
    modality: Modality
    modality_alt: Strings = []
    when: Strings = []
    when_alt: list[Any] | str | None = None
    regions: Strings = []
    target: str | None = None
    purpose: str | None = None
    condition: str | None = None
    repeats: Strings = []
    also_evidence: Annotated[list[Any], BeforeValidator(_as_list)] = []
    group: str | None = None


class GoldAssignment(GoldItem):
    """A post or duty given, taken or moved."""

    evidence: str
    assignee: str
    role: str
    role_alt: Strings = []
    region: str | None = None
    region_alt: Strings = []
    org: str | None = None
    by: Strings = []
    by_alt: Readings = []
    change: Change | None = "appointed"
    change_alt: Strings = []


class GoldEvent(GoldItem):
    """A meeting, conference, campaign …"""

    kind: EventKind
    name: str
    evidence: str
    chair: Strings = []
    chief_guests: Strings = []
    speakers: Strings = []
    conveners: Strings = []
    attendees: Strings = []


class GoldIgnore(GoldItem):
    """A tempting sentence that is nothing of the kind, with the reason."""

    text: str
    why: str = ""


class GoldReference(GoldItem):
    """A pronoun, short name or post in its context, and the person it refers to."""

    text: str
    context: str
    person: str


class GoldReport(GoldItem):
    """One annotated report."""

    id: str
    file: str
    published: str | None = None
    domain: str = "other"
    state: str | None = None
    dates: list[GoldDate] = []
    people: list[GoldPerson] = []
    regions: list[GoldRegion] = []
    directives: list[GoldDirective] = []
    assignments: list[GoldAssignment] = []
    events: list[GoldEvent] = []
    ignore: list[Annotated[GoldIgnore, BeforeValidator(_ignored)]] = []
    refs: list[GoldReference] = []


def read_gold(path: Path) -> list[GoldReport]:
    """Read a JSONL file of annotated reports, in order."""
    with path.open(encoding="utf-8") as lines:
        return [GoldReport.model_validate_json(line) for line in lines if line.strip()]


def read_texts(path: Path) -> list[tuple[GoldReport, str]]:
    """Read a JSONL file of annotated reports that carry their texts, in order."""
    return [(report, str((report.model_extra or {})[TEXT])) for report in read_gold(path)]


def read_splits(path: Path) -> dict[str, list[str]]:
    """Read ``splits.toml``: name of a split -> ids of its reports."""
    return {name: list(ids) for name, ids in tomllib.loads(path.read_text("utf-8")).items()}


def ids_of(splits: Mapping[str, Sequence[str]], part: str) -> list[str]:
    """Reports of ``develop`` or ``check``, those that came later included.

    Example:
        >>> ids_of({"develop": ["a"], "check": ["b"], "develop_more": ["c"]}, "develop")
        ['a', 'c']
    """
    return [report for name, ids in splits.items() if name.partition("_")[0] == part for report in ids]


def quote_faults(gold: GoldReport, text: str) -> Iterator[str]:
    """Every quote of the annotation that does not stand in the report, and every name or place not in it."""
    flat = " ".join(text.split())

    def missing(what: str, quote: str | None) -> Iterator[str]:
        if quote and " ".join(quote.split()) not in flat:
            yield f"{gold.id}: {what} not in the report: {quote}"

    for date in gold.dates:
        yield from missing("date", date.text)
    for directive in gold.directives:
        yield from missing("directive evidence", directive.evidence)
        yield from missing("action", directive.action)
        yield from missing("purpose", directive.purpose)
        yield from missing("condition", directive.condition)
    for assignment in gold.assignments:
        yield from missing("assignment evidence", assignment.evidence)
    for event in gold.events:
        yield from missing("event evidence", event.evidence)
    for reference in gold.refs:
        yield from missing("reference context", reference.context)
        if reference.text not in reference.context:
            yield f"{gold.id}: reference {reference.text} not in its context: {reference.context}"
