"""One record as rows of the tables."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from nirdesh.store.edtf import days
from nirdesh.store.identity import Identities
from nirdesh.store.tables import COLUMNS

Row = dict[str, Any]
DAY: Final = 10_000_000
_PARTS: Final = {
    "chair": "chair",
    "chief_guests": "chief_guest",
    "speakers": "speaker",
    "conveners": "convener",
    "attendees": "attendee",
}
_REPORT: Final = COLUMNS["reports"].split()[1:-1]
# Relations whose last day is when the action must be done.
_BINDING: Final = frozenset({"by", "on", "during", "until", "before"})


def day_number(published: str | None) -> int:
    """Where the numbers of a day's reports begin; reports without a day come first.

    Example:
        >>> day_number("2026-01-24") > day_number("2026-01-23") > day_number(None)
        True
    """
    try:
        return date.fromisoformat(published or "").toordinal() * DAY
    except ValueError:
        return 0


class Writer:
    """Turns records into rows; the same record with the same numbers gives the same rows.

    Args:
        identities: Numbers of entities and places.
        add: Takes a row of a table.
        number: Gives the next number of a table.
        dated: Gives the next number of a table of a day.
    """

    def __init__(
        self,
        identities: Identities,
        add: Callable[[str, tuple[Any, ...]], None],
        number: Callable[[str], int],
        dated: Callable[[str, int], int],
    ) -> None:
        self._identities = identities
        self._add = add
        self._number = number
        self._dated = dated

    def write(self, record: Row, line: str, sha: str) -> int:
        """Add every row of a record and give the report's number."""
        report = record["report"]
        day = day_number(report["published"])
        n = self._dated("reports", day)
        self._add("reports", (n, *(report[name] for name in _REPORT), sha))
        self._add("records", (n, line))
        places = self._regions(n, record["regions"])
        entities = self._entities(n, record, places, report["published"])
        dates = self._dates(n, record["dates"])
        spare = next((places[row["id"]] for row in record["regions"] if row["name"] == report["place"]), None)
        for row in record["directives"]:
            self._directive(row, n, day, report["published"], entities, places, dates, spare)
        for row in record["assignments"]:
            self._assignment(row, n, report["published"], entities, places)
        for row in record["events"]:
            self._event(row, n, report["published"], entities, places)
        for row in record["problems"]:
            values = (row["stage"], row["code"], row["message"])
            self._add("problems", (self._number("problems"), n, report["source"], *values))
        return n

    def _regions(self, report: int, rows: list[Row]) -> dict[str, int]:
        places: dict[str, int] = {}
        for row in rows:
            place = places[row["id"]] = self._identities.place(row)
            values = (row["id"], place, row["name"], row["kind"], row["count"])
            self._add("regions", (self._number("regions"), report, *values))
        for row in rows:
            container = places.get(row["within"] or "")
            if container and container != places[row["id"]]:
                self._add("place_within", (places[row["id"]], container))
        return places

    def _entities(
        self, report: int, record: Row, places: dict[str, int], published: str | None
    ) -> dict[str, int]:
        """Ids of the record's people, organisations and offices, with their numbers."""
        entity, found = self._identities.entity, {}
        add, number = self._add, self._number
        for row in record["organisations"]:
            n = found[row["id"]] = entity("organisation", row["name"], "", row["kind"])
            add("organisations", (number("organisations"), report, n, row["name"], row["kind"]))
        for row in record["offices"]:
            n = found[row["id"]] = entity("office", row["title"])
            seat = (found.get(row["organisation"]), places.get(row["region"]))
            add("offices", (number("offices"), report, n, row["title"], *seat))
        for row in record["people"]:
            n = found[row["id"]] = entity("person", row["name"], row["latin"])
            person = number("people")
            add("people", (person, report, row["id"], n, row["name"], row["latin"], json.dumps(row["part"])))
            for post in row["posts"]:
                office = (entity("office", post["title"]), post["title"])
                where = (found.get(post["organisation"]), places.get(post["region"]), int(post["former"]))
                quote = (published, post["text"], post["start"], post["end"])
                add("posts", (number("posts"), report, person, n, *office, *where, *quote))
        return found

    def _dates(self, report: int, rows: list[Row]) -> dict[str, int]:
        found = {}
        for row in rows:
            n = found[row["id"]] = self._number("dates")
            names = ("id", "text", "start", "end", "edtf", "relation", "rrule", "role")
            self._add("dates", (n, report, *(row[name] for name in names), *days(row["edtf"])))
        return found

    def _directive(
        self,
        row: Row,
        report: int,
        day: int,
        published: str | None,
        entities: dict[str, int],
        places: dict[str, int],
        dates: dict[str, int],
        spare: int | None,
    ) -> None:
        n = self._dated("directives", day)
        action, evidence, target = row["action"], row["evidence"], row["target"] or {}
        starts, due = _bounds(row["when"])
        rrule = next((w["rrule"] for w in (*row["when"], *row["recurrence"]) if w["rrule"]), None)
        values = (
            n, row["id"], report, published, row["modality"],
            action["text"], action["start"], action["end"],
            evidence["text"], evidence["start"], evidence["end"],
            starts, due, rrule, target.get("text"), target.get("value"), target.get("unit"),
            (row["purpose"] or {}).get("text"), (row["condition"] or {}).get("text"),
            row["confidence"], json.dumps(row["rules"], ensure_ascii=False),
        )  # fmt: skip
        self._add("directives", values)
        for issuer in row["issuers"]:
            if issuer in entities:
                self._add("directive_issuers", (entities[issuer], n))
        for item in row["addressees"]:
            number = entities.get(item["person"]) or entities.get(item["organisation"])
            number = number or self._identities.entity("group", item["text"])
            self._add("directive_addressees", (number, n, item["text"], item["start"], item["end"]))
        for item in (*row["when"], *row["recurrence"]):
            if item["date"] in dates:
                self._add("directive_dates", (n, dates[item["date"]], item["relation"]))
        for region in row["regions"]:
            if region in places:
                self._add("directive_places", (places[region], n, 1))
        if not row["regions"] and spare is not None:
            self._add("directive_places", (spare, n, 0))

    def _assignment(
        self, row: Row, report: int, published: str | None, entities: dict[str, int], places: dict[str, int]
    ) -> None:
        n, evidence = self._number("assignments"), row["evidence"]
        assignee = entities.get(row["assignee"]) or self._identities.entity("group", row["assignee"])
        values = (
            row["role"]["text"], row["change"], places.get(row["region"]), entities.get(row["organisation"]),
            (row["from_role"] or {}).get("text"), (row["effective"] or {}).get("edtf"),
            evidence["text"], evidence["start"], evidence["end"], row["confidence"],
        )  # fmt: skip
        self._add("assignments", (n, row["id"], report, published, assignee, *values))
        for giver in row["by"]:
            if giver in entities:
                self._add("assignment_givers", (n, entities[giver]))

    def _event(
        self, row: Row, report: int, published: str | None, entities: dict[str, int], places: dict[str, int]
    ) -> None:
        n, evidence = self._number("events"), row["evidence"]
        bounds = [days(when["edtf"]) for when in row["when"]]
        first = min((first for first, _ in bounds if first), default=None)
        last = max((last for _, last in bounds if last), default=None)
        quote = (evidence["text"], evidence["start"], evidence["end"])
        self._add("events", (n, report, published, row["kind"], row["name"], *quote, first, last))
        for field, part in _PARTS.items():
            for person in row[field]:
                if person in entities:
                    self._add("event_people", (n, entities[person], part))
        for region in row["regions"]:
            if region in places:
                self._add("event_places", (n, places[region]))


def _bounds(rows: list[Row]) -> tuple[str | None, str | None]:
    """First day on which the action may begin, and last day by which it must be done."""
    starts, dues = [], []
    for row in rows:
        first, last = days(row["edtf"])
        if first:
            starts.append(first)
        if last and row["relation"] in _BINDING:
            dues.append(last)
    return min(starts, default=None), max(dues, default=None)


Buffers = defaultdict[str, list[tuple[Any, ...]]]
