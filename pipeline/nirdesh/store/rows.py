"""One record as rows of the tables."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from itertools import count
from operator import itemgetter
from typing import Any, Final

from nirdesh.store.edtf import days
from nirdesh.store.identity import Identities
from nirdesh.store.known import Known
from nirdesh.store.names import Resolve
from nirdesh.store.tables import COLUMNS, DAY, NUMBERED, Rows

Row = dict[str, Any]
_PARTS: Final = {
    "chair": "chair",
    "chief_guests": "chief_guest",
    "speakers": "speaker",
    "conveners": "convener",
    "attendees": "attendee",
}
_REPORT: Final = itemgetter(*COLUMNS["reports"].split()[1:-1])
_DATE: Final = itemgetter("id", "text", "start", "end", "edtf", "relation", "rrule", "role")
_QUOTE: Final = itemgetter("text", "start", "end")
_NONE: Final[Row] = {}
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
        known: What the file holds.
        resolve: Kind and name to the key of an entity.

    Attributes:
        rows: The rows so far, by table.
    """

    def __init__(self, known: Known, resolve: Resolve) -> None:
        self._known = known
        self._identities = Identities(known, self._add, resolve)
        self._number = {table: count(known.last(table) + 1).__next__ for table in NUMBERED}
        self._last: dict[tuple[str, int], int] = {}
        self.rows: Rows = {}
        self.take()

    def take(self) -> Rows:
        """Give the rows away and begin with none."""
        made, self.rows = self.rows, {table: [] for table in COLUMNS}
        self._append = {table: rows.append for table, rows in self.rows.items()}
        return made

    def write(self, record: Row, sha: str, place: int) -> int:
        """Add every row of a record and give the report's number.

        Args:
            record: The record with all its fields.
            sha: SHA-256 of its line.
            place: Where the line stands in its batch; the row of ``records`` has it in place of the line.
        """
        report = record["report"]
        published = report["published"]
        day = day_number(published)
        n = self._dated("reports", day)
        self._add("reports", (n, *_REPORT(report), sha))
        self._add("records", (n, place))
        places = self._regions(n, record["regions"])
        entities = self._entities(n, record, places, published)
        dates = self._dates(n, record["dates"])
        spare = next((places[row["id"]] for row in record["regions"] if row["name"] == report["place"]), None)
        for row in record["directives"]:
            self._directive(row, n, day, published, entities, places, dates, spare)
        for row in record["assignments"]:
            self._assignment(row, n, published, entities, places)
        for row in record["events"]:
            self._event(row, n, published, entities, places)
        for row in record["problems"]:
            self.problem(n, report["source"], row["stage"], row["code"], row["message"])
        return n

    def problem(self, report: int | None, source: str | None, stage: str, code: str, message: str) -> None:
        """Add a problem of a report, or of a file that gave none."""
        self._add("problems", (self._number["problems"](), report, source, stage, code, message))

    def widen(self) -> None:
        """Add the places that contain the new ones."""
        self._identities.widen()

    def _add(self, table: str, row: tuple[Any, ...]) -> None:
        self._append[table](row)

    def _dated(self, table: str, day: int) -> int:
        """The next number of a day."""
        last = self._last.get((table, day))
        if last is None:
            last = self._known.last(table, day) or day
        self._last[table, day] = last + 1
        return last + 1

    def _regions(self, report: int, rows: list[Row]) -> dict[str, int]:
        places: dict[str, int] = {}
        add, number, find = self._append["regions"], self._number["regions"], self._identities.place
        for row in rows:
            name = row["id"]
            place = places[name] = find(row)
            add((number(), report, name, place, row["name"], row["kind"], row["count"]))
        for row in rows:
            container = places.get(row["within"] or "")
            if container and container != places[row["id"]]:
                self._add("place_within", (places[row["id"]], container))
        return places

    def _entities(
        self, report: int, record: Row, places: dict[str, int], published: str | None
    ) -> dict[str, int]:
        """Ids of the record's people, organisations and offices, with their numbers."""
        entity = self._identities.entity
        found: dict[str, int] = {}
        add, number = self._append["organisations"], self._number["organisations"]
        for row in record["organisations"]:
            n = found[row["id"]] = entity("organisation", row["name"], "", row["kind"])
            add((number(), report, n, row["name"], row["kind"]))
        add, number = self._append["offices"], self._number["offices"]
        for row in record["offices"]:
            n = found[row["id"]] = entity("office", row["title"])
            seat = (found.get(row["organisation"]), places.get(row["region"]))
            add((number(), report, n, row["title"], *seat))
        add, number = self._append["people"], self._number["people"]
        for row in record["people"]:
            name, latin = row["name"], row["latin"]
            n = found[row["id"]] = entity("person", name, latin)
            person = number()
            add((person, report, row["id"], n, name, latin, _listed(tuple(row["part"]))))
            for post in row["posts"]:
                title = post["title"]
                where = (found.get(post["organisation"]), places.get(post["region"]), int(post["former"]))
                quote = (published, post["text"], post["start"], post["end"])
                ids = (self._number["posts"](), report, person, n, entity("office", title), title)
                self._add("posts", (*ids, *where, *quote))
        return found

    def _dates(self, report: int, rows: list[Row]) -> dict[str, int]:
        found = {}
        add, number = self._append["dates"], self._number["dates"]
        for row in rows:
            n = found[row["id"]] = number()
            add((n, report, *_DATE(row), *days(row["edtf"])))
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
        target, when = row["target"] or _NONE, row["when"]
        starts, due = _bounds(when) if when else (None, None)
        if row["recurrence"]:
            when = [*when, *row["recurrence"]]
        rrule = next((item["rrule"] for item in when if item["rrule"]), None) if when else None
        values = (
            n, row["id"], report, published, row["modality"],
            *_QUOTE(row["action"]), *_QUOTE(row["evidence"]),
            starts, due, rrule, target.get("text"), target.get("value"), target.get("unit"),
            (row["purpose"] or _NONE).get("text"), (row["condition"] or _NONE).get("text"),
            row["confidence"], _listed(tuple(row["rules"])),
        )  # fmt: skip
        self._append["directives"](values)
        for issuer in row["issuers"]:
            if issuer in entities:
                self._add("directive_issuers", (entities[issuer], n))
        for item in row["addressees"]:
            number = entities.get(item["person"]) or entities.get(item["organisation"])
            number = number or self._identities.entity("group", item["text"])
            self._add("directive_addressees", (number, n, *_QUOTE(item)))
        for item in when:
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
        n, evidence = self._number["assignments"](), row["evidence"]
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
        n, evidence = self._number["events"](), row["evidence"]
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


@lru_cache(maxsize=16384)
def _listed(names: tuple[str, ...]) -> str:
    """A list of names as JSON."""
    return json.dumps(names, ensure_ascii=False)
