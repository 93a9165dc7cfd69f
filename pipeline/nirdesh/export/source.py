"""What every export starts from: records in a stable order, their corrections, stable ids of entities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlite_utils import Database

from nirdesh.record import Record, content_id
from nirdesh.record.models import DirectiveRow
from nirdesh.store.corrections import Correction, corrections_of
from nirdesh.store.names import entity_key, place_key


@dataclass(frozen=True, slots=True)
class Source:
    """A record with the latest corrections of its directives, by directive id."""

    record: Record
    corrections: dict[str, Correction] = field(default_factory=dict)

    def verdict(self, directive: str) -> str | None:
        """What a reviewer says of a directive, or None."""
        found = self.corrections.get(directive)
        return found.verdict if found else None

    def accepted(self) -> list[DirectiveRow]:
        """Directives that no reviewer called wrong."""
        return [row for row in self.record.directives if self.verdict(row.id) != "wrong"]

    def names(self) -> dict[str, tuple[str, str]]:
        """Kind and name of each person, organisation and office of the record, by local id."""
        record = self.record
        found = {row.id: ("organisation", row.name) for row in record.organisations}
        found |= {row.id: ("office", row.title) for row in record.offices}
        return found | {row.id: ("person", row.name) for row in record.people}

    def entity_ids(self) -> dict[str, str]:
        """Id across reports of each person, organisation and office of the record, by local id."""
        return {local: entity_id(kind, name) for local, (kind, name) in self.names().items()}

    def place_ids(self) -> dict[str, str]:
        """Id across reports of each region of the record, by local id."""
        return {
            row.id: content_id(
                "place", place_key(row.name, row.kind, row.codes.lgd, row.codes.wikidata, row.codes.eci)
            )
            for row in self.record.regions
        }


def entity_id(kind: str, name: str) -> str:
    """The id of a person or body, the same in every run and every export.

    Example:
        >>> entity_id("person", "अनूप गुप्ता") == entity_id("person", "Anoop Gupta")
        True
    """
    return content_id(kind, entity_key(kind, name))


def sources(db: Database) -> Iterator[Source]:
    """Every record of a database, in the order of report ids."""
    reviewed: dict[str, dict[str, Correction]] = {}
    for correction in corrections_of(db):
        reviewed.setdefault(correction.report, {})[correction.directive] = correction
    query = "SELECT r.id, x.json FROM records x JOIN reports r ON r.n = x.report ORDER BY r.id"
    for row in db.query(query):
        yield Source(Record.from_json(row["json"]), reviewed.get(row["id"], {}))
