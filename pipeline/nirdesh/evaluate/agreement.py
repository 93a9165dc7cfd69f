"""A gold annotation in the shape of a record, so that one annotator can be scored against another."""

from __future__ import annotations

from nirdesh.evaluate.gold import GoldAssignment, GoldDirective, GoldReport
from nirdesh.evaluate.matching import name_key
from nirdesh.record.ids import content_id
from nirdesh.record.models import (
    AddresseeRow,
    AssignmentRow,
    DateRow,
    DirectiveRow,
    OfficeRow,
    PersonRow,
    PostRow,
    Quote,
    Record,
    RegionRow,
    ReportRow,
    WhenRow,
)


def as_record(gold: GoldReport, text: str) -> Record:
    """The annotation as a record of ``text``; what the contract has and the guide lacks stays empty.

    Names that are not among the annotation's people become offices, so that issuers known by post only count.
    """
    return _Builder(gold, text).record()


class _Builder:
    def __init__(self, gold: GoldReport, text: str) -> None:
        self.gold = gold
        self.text = text
        self.people = {name_key(person.name): f"p{i + 1}" for i, person in enumerate(gold.people)}
        self.regions = {" ".join(region.text.split()): f"r{i + 1}" for i, region in enumerate(gold.regions)}
        self.region_rows = [
            RegionRow(id=f"r{i + 1}", name=region.text, kind=region.kind, count=region.count)
            for i, region in enumerate(gold.regions)
        ]
        self.offices: dict[str, OfficeRow] = {}

    def record(self) -> Record:
        gold = self.gold
        directives = [self._directive(i, directive) for i, directive in enumerate(gold.directives)]
        assignments = [self._assignment(i, assignment) for i, assignment in enumerate(gold.assignments)]
        return Record(
            report=ReportRow(
                id=content_id(self.text), source=gold.file, published=gold.published, text=self.text
            ),
            dates=[
                DateRow(
                    id=f"d{i + 1}",
                    **self._quote(date.text).model_dump(),
                    edtf=date.value,
                    relation="on",
                    role="other",
                )
                for i, date in enumerate(gold.dates)
            ],
            people=[
                PersonRow(
                    id=f"p{i + 1}",
                    name=person.name,
                    latin="",
                    posts=[PostRow(title=post, **self._quote(post).model_dump()) for post in person.posts],
                )
                for i, person in enumerate(gold.people)
            ],
            directives=directives,
            assignments=assignments,
            regions=self.region_rows,
            offices=list(self.offices.values()),
        )

    def _quote(self, words: str) -> Quote:
        start = max(self.text.find(words), 0)
        return Quote(text=words, start=start, end=start + len(words))

    def _entity(self, name: str) -> str:
        known = self.people.get(name_key(name))
        if known is None:
            self.offices.setdefault(name, OfficeRow(id=name, title=name))
            return name
        return known

    def _region(self, words: str) -> str:
        key = " ".join(words.split())
        if key not in self.regions:
            self.regions[key] = f"r{len(self.regions) + 1}"
            self.region_rows.append(RegionRow(id=self.regions[key], name=words, kind="other"))
        return self.regions[key]

    def _directive(self, index: int, gold: GoldDirective) -> DirectiveRow:
        return DirectiveRow(
            id=str(index),
            evidence=self._quote(gold.evidence),
            action=self._quote(gold.action),
            modality=gold.modality,
            issuers=[self._entity(name) for name in gold.issuer],
            addressees=[
                AddresseeRow(**self._quote(words).model_dump(), person=self.people.get(name_key(words)))
                for words in gold.addressee
            ],
            when=[WhenRow(date=f"g{i}", edtf=value, relation="on") for i, value in enumerate(gold.when)],
            regions=[self._region(words) for words in gold.regions],
            confidence=1.0,
        )

    def _assignment(self, index: int, gold: GoldAssignment) -> AssignmentRow:
        return AssignmentRow(
            id=str(index),
            evidence=self._quote(gold.evidence),
            assignee=self._entity(gold.assignee),
            role=self._quote(gold.role),
            region=self._region(gold.region) if gold.region else None,
            by=[self._entity(name) for name in gold.by],
            change=gold.change or "appointed",
            confidence=1.0,
        )
