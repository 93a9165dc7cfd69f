"""What the tests of lists share: a report made of lines, and the assignments that are read in it."""

from __future__ import annotations

from nirdesh.ingest.build import to_report
from nirdesh.ingest.document import Document
from nirdesh.report import Report
from nirdesh.run.pipeline import Pipeline

Given = tuple[str, str, str | None, str]


def assignments(pipeline: Pipeline, headline: str, *lines: str) -> list[Given]:
    """Who is given what, where, and how that changes it, in the order of the record."""
    text = "\n".join([headline, "", *lines, ""])
    report = to_report(Document(source="x", place="x", text=text, published="2024-05-13"))
    assert isinstance(report, Report)
    record = pipeline.record(report)
    people = {person.id: person.name for person in record.people}
    places = {region.id: region.name for region in record.regions}
    return [
        (people.get(a.assignee, a.assignee), a.role.text, places.get(a.region or ""), a.change)
        for a in record.assignments
    ]
