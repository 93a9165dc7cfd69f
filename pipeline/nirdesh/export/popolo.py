"""Popolo (popoloproject.com): people, organisations, posts, memberships, areas and events of all reports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from nirdesh.export.source import Source, sources
from nirdesh.record import content_id
from nirdesh.store.edtf import days

Row = dict[str, Any]
Kinds = dict[str, dict[str, Row]]
# Posts of no named organisation still need one in Popolo.
_NOBODY = "unknown"


def popolo(db: Database, out: Path) -> int:
    """One Popolo document.

    Returns:
        Number of people.
    """
    kinds: Kinds = {
        name: {} for name in ("persons", "organizations", "posts", "memberships", "areas", "events")
    }
    for source in sources(db):
        _add(kinds, source)
    document = {name: [rows[identity] for identity in sorted(rows)] for name, rows in kinds.items()}
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return len(document["persons"])


def _add(kinds: Kinds, source: Source) -> None:
    record, ids, areas = source.record, source.entity_ids(), source.place_ids()
    link = [{"url": url}] if (url := record.report.url) else []
    for row in record.organisations:
        body = kinds["organizations"].setdefault(
            ids[row.id], {"id": ids[row.id], "name": row.name, "classification": row.kind, "sources": []}
        )
        _sources(body, link)
    for region in record.regions:
        area: Row = {
            "id": areas[region.id],
            "name": region.name,
            "classification": region.kind,
            "identifier": region.codes.lgd or region.codes.eci or region.codes.wikidata,
            "parent_id": areas.get(region.within or ""),
        }
        if region.lat is not None and region.lon is not None:
            area["geometry"] = {"type": "Point", "coordinates": [region.lon, region.lat]}
        kinds["areas"].setdefault(areas[region.id], area)
    for person in record.people:
        made = kinds["persons"].setdefault(
            ids[person.id],
            {"id": ids[person.id], "name": person.name, "other_names": [], "sources": []},
        )
        other = {"name": person.latin, "note": "Latin spelling"}
        if person.latin and other not in made["other_names"]:
            made["other_names"].append(other)
        _sources(made, link)
        for post in person.posts:
            _post(kinds, source, ids[person.id], post, ids, areas)
    for event in record.events:
        bounds = [days(when.edtf) for when in event.when]
        identity = content_id(record.report.id, "event", event.name, str(event.evidence.start))
        people = sorted(
            {*event.chair, *event.chief_guests, *event.speakers, *event.conveners, *event.attendees}
        )
        names = source.names()
        kinds["events"][identity] = {
            "id": identity,
            "name": event.name,
            "classification": event.kind,
            "description": event.evidence.text,
            "start_date": min((first for first, _ in bounds if first), default=None),
            "end_date": max((last for _, last in bounds if last), default=None),
            "location": "; ".join(row.name for row in record.regions if row.id in event.regions) or None,
            "attendees": [
                {"id": ids[one], "name": names[one][1]}
                for one in people
                if one in ids and names[one][0] == "person"
            ],
            "sources": link,
        }


def _post(
    kinds: Kinds, source: Source, person: str, post: Any, ids: dict[str, str], areas: dict[str, str]
) -> None:
    body = ids.get(post.organisation or "", _NOBODY)
    if body == _NOBODY:
        kinds["organizations"].setdefault(_NOBODY, {"id": _NOBODY, "name": "not named in the report"})
    area = areas.get(post.region or "")
    identity = content_id("post", post.title, body, area)
    kinds["posts"].setdefault(
        identity,
        {"id": identity, "label": post.title, "role": post.title, "organization_id": body, "area_id": area},
    )
    held = content_id("membership", person, identity)
    day = source.record.report.published
    kinds["memberships"].setdefault(
        held,
        # The day of a report is when somebody held a post, not when it began.
        {
            "id": held,
            "person_id": person,
            "organization_id": body,
            "post_id": identity,
            "role": post.title,
            "area_id": area,
            "end_date": day if post.former else None,
        },
    )


def _sources(row: Row, link: list[Row]) -> None:
    row["sources"].extend(one for one in link if one not in row["sources"])
