"""From the mentions on an analysed ``Doc`` to one checked record.

The extractors count code points of the normalised text; a record quotes the report as published. This module
maps the one to the other and gives everything its id, in a stable order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from spacy.tokens import Doc

from nirdesh.extract.clauses.words import text_of
from nirdesh.extract.people.new_posts import with_new_posts
from nirdesh.mentions import (
    Addressee,
    Assignment,
    DateMention,
    Directive,
    EntityMention,
    Event,
    Office,
    Organisation,
    Person,
    Post,
    Region,
    Span,
    Target,
)
from nirdesh.record import check_evidence, content_id
from nirdesh.record.models import (
    AddresseeRow,
    AssignmentRow,
    BlockRow,
    CodesRow,
    DateRow,
    DirectiveRow,
    EventRow,
    MentionRow,
    OfficeRow,
    OrganisationRow,
    Part,
    PersonRow,
    PostRow,
    ProblemRow,
    Quote,
    Record,
    RegionRow,
    RepairRow,
    ReportRow,
    TargetRow,
    WhenRow,
)
from nirdesh.report import Report
from nirdesh.text.alignment import Aligned

Item = TypeVar("Item")
Row = TypeVar("Row")
PART_ORDER: Final[tuple[Part, ...]] = (
    "issuer",
    "speaker",
    "chair",
    "chief_guest",
    "convener",
    "attendee",
    "assignee",
)


def assemble(docs: Iterable[Doc]) -> Iterator[Record]:
    """Turn each analysed report into its record, in the same order.

    Args:
        docs: Docs with ``doc._.report`` and ``doc._.aligned`` set and the extractors' attributes filled.

    Raises:
        NirdeshError: If a quote does not stand in the report; the evidence check names it.
    """
    for doc in docs:
        yield check_evidence(_Assembler(doc).record())


class _Assembler:
    """Holds one report's alignment while its rows are made."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.report: Report = doc._.report
        self.aligned: Aligned = doc._.aligned
        self.text = text_of(doc)
        self.dates = _group_dates(doc._.dates, self.text)
        self.date_row = {index: row for row, indices in enumerate(self.dates) for index in indices}
        self.problems = [
            ProblemRow(stage=problem.stage, code=problem.code, message=problem.message)
            for problem in self.report.problems
        ]

    def record(self) -> Record:
        doc = self.doc._
        parts = _parts(doc.directives, doc.assignments, doc.events)
        people = with_new_posts(doc.people, doc.assignments, self.text)
        return Record(
            report=self._report(),
            dates=[self._date(row, indices) for row, indices in enumerate(self.dates)],
            people=[self._person(person, parts[person.id]) for person in people],
            offices=[self._office(office) for office in doc.offices],
            organisations=[self._organisation(organisation) for organisation in doc.organisations],
            regions=[self._region(region) for region in doc.regions],
            directives=self._rows("directive", doc.directives, self._directive),
            assignments=self._rows("assignment", doc.assignments, self._assignment),
            events=self._rows("event", doc.events, self._event),
            repairs=self._repairs(),
            problems=self.problems,
        )

    def _rows(self, kind: str, items: Iterable[Item], make: Callable[[Item], Row]) -> list[Row]:
        """Rows of the items; one whose quotes have no place in the text becomes a problem of the record."""
        rows = []
        for item in items:
            try:
                rows.append(make(item))
            except IndexError as error:
                message = f"A {kind} was left out: {error}. This is a fault of nirdesh."
                self.problems.append(ProblemRow(stage="extract", code="bad-span", message=message))
        return rows

    def _raw(self, span: Span) -> tuple[str, int, int]:
        start, end = self.aligned.to_raw(span.start, span.end)
        if start >= end:
            raise IndexError(f"span {span.start}:{span.end} is empty")
        return self.report.text[start:end], start, end

    def _quote(self, span: Span) -> Quote:
        text, start, end = self._raw(span)
        return Quote(text=text, start=start, end=end)

    def _maybe(self, span: Span | None) -> Quote | None:
        return None if span is None else self._quote(span)

    def _mentions(self, mentions: Iterable[EntityMention]) -> list[MentionRow]:
        rows = []
        for mention in sorted(mentions, key=lambda mention: mention.span):
            text, start, end = self._raw(mention.span)
            rows.append(MentionRow(text=text, start=start, end=end, kind=mention.kind))
        return rows

    def _spelt(self, name: str, mentions: Iterable[EntityMention]) -> str:
        """A name with the report's own signs of abbreviation: उ0प्र0, where the stages read उ.प्र."""
        for mention in mentions:
            raw = self._raw(mention.span)[0]
            if len(raw) == len(name) and all(a in (".", b) for a, b in zip(name, raw, strict=True)):
                return raw
        return name

    def _report(self) -> ReportRow:
        report = self.report
        return ReportRow(
            id=report.id,
            source=report.source,
            url=report.url,
            publisher=report.publisher,
            author=report.author,
            title=report.title,
            place=report.place,
            published=report.published,
            published_from=report.published_from,
            language=report.language,
            text=report.text,
            blocks=[BlockRow(kind=block.kind, start=block.start, end=block.end) for block in report.blocks],
        )

    def _date(self, row: int, indices: list[int]) -> DateRow:
        mentions = [self.doc._.dates[index] for index in indices]
        first: DateMention = mentions[0]
        text, start, end = self._raw(first.span)
        return DateRow(
            id=f"d{row + 1}",
            text=text,
            start=start,
            end=end,
            edtf=first.edtf,
            relation=first.relation,
            rrule=first.rrule,
            timex=first.timex,
            role=first.role,
            rule=first.rule,
            anchor=first.anchor,
            mentions=[self._quote(mention.span) for mention in mentions],
        )

    def _when(self, indices: Iterable[int]) -> list[WhenRow]:
        rows: dict[int, WhenRow] = {}
        for index in indices:
            date: DateMention = self.doc._.dates[index]
            row = self.date_row[index]
            rows.setdefault(
                row, WhenRow(date=f"d{row + 1}", edtf=date.edtf, relation=date.relation, rrule=date.rrule)
            )
        return [rows[row] for row in sorted(rows)]

    def _post(self, post: Post) -> PostRow:
        text, start, end = self._raw(post.span)
        return PostRow(
            title=post.title,
            organisation=post.organisation,
            region=post.region,
            former=post.former,
            text=text,
            start=start,
            end=end,
        )

    def _person(self, person: Person, parts: set[Part]) -> PersonRow:
        return PersonRow(
            id=person.id,
            name=person.name,
            latin=person.latin,
            posts=[self._post(post) for post in person.posts],
            part=[part for part in PART_ORDER if part in parts],
            mentions=self._mentions(person.mentions),
        )

    def _office(self, office: Office) -> OfficeRow:
        return OfficeRow(
            id=office.id,
            title=office.title,
            organisation=office.organisation,
            region=office.region,
            mentions=self._mentions(office.mentions),
        )

    def _organisation(self, organisation: Organisation) -> OrganisationRow:
        return OrganisationRow(
            id=organisation.id,
            name=organisation.name,
            kind=organisation.kind,
            mentions=self._mentions(organisation.mentions),
        )

    def _region(self, region: Region) -> RegionRow:
        codes = region.codes
        return RegionRow(
            id=region.id,
            name=self._spelt(region.name, region.mentions),
            kind=region.kind,
            count=region.count,
            within=region.within,
            codes=CodesRow(lgd=codes.lgd, wikidata=codes.wikidata, eci=codes.eci, census=codes.census),
            lat=region.lat,
            lon=region.lon,
            mentions=self._mentions(region.mentions),
        )

    def _addressee(self, addressee: Addressee) -> AddresseeRow:
        text, start, end = self._raw(addressee.span)
        return AddresseeRow(
            text=text, start=start, end=end, person=addressee.person, organisation=addressee.organisation
        )

    def _target(self, target: Target | None) -> TargetRow | None:
        if target is None:
            return None
        text, start, end = self._raw(target.span)
        return TargetRow(text=text, start=start, end=end, value=target.value, unit=target.unit)

    def _directive(self, directive: Directive) -> DirectiveRow:
        action = self._quote(directive.action)
        return DirectiveRow(
            id=content_id(self.report.id, "directive", str(action.start), str(action.end)),
            evidence=self._quote(directive.evidence),
            action=action,
            modality=directive.modality,
            issuers=list(directive.issuers),
            addressees=[self._addressee(addressee) for addressee in directive.addressees],
            when=self._when(directive.when),
            recurrence=self._when(self._recurrences(directive)),
            regions=list(directive.regions),
            target=self._target(directive.target),
            purpose=self._maybe(directive.purpose),
            condition=self._maybe(directive.condition),
            confidence=round(directive.confidence, 4),
            rules=list(directive.rules),
        )

    def _recurrences(self, directive: Directive) -> list[int]:
        """Recurrences (प्रतिदिन) that stand in the action, or beside it in a sentence of its own."""
        evidence = directive.evidence
        alone = sum(other.evidence == evidence for other in self.doc._.directives) == 1
        place = evidence if alone else directive.action
        dates: tuple[DateMention, ...] = self.doc._.dates
        return [index for index, date in enumerate(dates) if date.rrule and place.contains(date.span)]

    def _assignment(self, assignment: Assignment) -> AssignmentRow:
        role = self._quote(assignment.role)
        effective = self._when([assignment.effective]) if assignment.effective is not None else []
        return AssignmentRow(
            id=content_id(
                self.report.id, "assignment", assignment.assignee, str(role.start), assignment.region or ""
            ),
            evidence=self._quote(assignment.evidence),
            assignee=assignment.assignee,
            role=role,
            region=assignment.region,
            organisation=assignment.organisation,
            by=list(assignment.by),
            change=assignment.change,
            from_role=self._maybe(assignment.from_role),
            effective=effective[0] if effective else None,
            confidence=round(assignment.confidence, 4),
            rules=list(assignment.rules),
        )

    def _event(self, event: Event) -> EventRow:
        name = self._quote(event.name)
        return EventRow(
            id=content_id(self.report.id, "event", str(name.start), str(name.end)),
            kind=event.kind,
            name=self.text[event.name.start : event.name.end],
            evidence=self._quote(event.evidence),
            when=self._when(event.when),
            regions=list(event.regions),
            chair=list(event.chair),
            chief_guests=list(event.chief_guests),
            speakers=list(event.speakers),
            conveners=list(event.conveners),
            attendees=list(event.attendees),
        )

    def _repairs(self) -> list[RepairRow]:
        rows = []
        for repair in self.aligned.repairs:
            text = self.report.text[repair.start : repair.end]
            if text:
                rows.append(
                    RepairRow(
                        text=text, start=repair.start, end=repair.end, repaired=repair.after, rule=repair.rule
                    )
                )
        return rows


def _group_dates(dates: Iterable[DateMention], text: str) -> list[list[int]]:
    """Indices of date mentions that say the same in the same words, grouped, by first mention."""
    groups: dict[tuple[str, str | None, str | None], list[int]] = {}
    for index, date in enumerate(dates):
        words = " ".join(text[date.span.start : date.span.end].split())
        groups.setdefault((words, date.edtf, date.rrule), []).append(index)
    return list(groups.values())


def _parts(
    directives: Iterable[Directive], assignments: Iterable[Assignment], events: Iterable[Event]
) -> defaultdict[str, set[Part]]:
    """What each id does in the report."""
    parts: defaultdict[str, set[Part]] = defaultdict(set)
    for directive in directives:
        for issuer in directive.issuers:
            parts[issuer].add("issuer")
    for assignment in assignments:
        parts[assignment.assignee].add("assignee")
    for event in events:
        roles: tuple[tuple[Part, tuple[str, ...]], ...] = (
            ("speaker", event.speakers),
            ("chair", event.chair),
            ("chief_guest", event.chief_guests),
            ("convener", event.conveners),
            ("attendee", event.attendees),
        )
        for part, ids in roles:
            for entity in ids:
                parts[entity].add(part)
    return parts
