"""Which columns the loader fills, and in which order of tables."""

from __future__ import annotations

from typing import Any, Final

Rows = dict[str, list[tuple[Any, ...]]]
# The numbers of a day's reports and directives begin at its ordinal times this.
DAY: Final = 10_000_000
# Parents stand before their children, so that foreign keys hold row by row.
COLUMNS: Final[dict[str, str]] = {
    "entities": "n kind name latin key organisation_kind other_names",
    "places": "n name latin kind lgd wikidata eci lat lon key other_names",
    "place_within": "place container",
    "reports": "n id source url publisher author title place published published_from language text sha",
    "records": "report json",
    "people": "n report id entity name latin part",
    "posts": "n report person entity office title organisation place former published text start end",
    "offices": "n report entity title organisation place",
    "organisations": "n report entity name kind",
    "regions": "n report id place name kind count",
    "dates": "n report id text start end edtf relation rrule role first_day last_day",
    "directives": (
        "n id report published modality action action_start action_end evidence evidence_start evidence_end"
        " starts due rrule target target_value target_unit purpose condition confidence rules"
    ),
    "directive_issuers": "entity directive",
    "directive_addressees": "entity directive text start end",
    "directive_dates": "directive date relation",
    "directive_places": "place directive stated",
    "assignments": (
        "n id report published assignee role change place organisation from_role effective"
        " evidence evidence_start evidence_end confidence"
    ),
    "assignment_givers": "assignment entity",
    "events": "n report published kind name evidence evidence_start evidence_end first_day last_day",
    "event_people": "event entity part",
    "event_places": "event place",
    "problems": "n report source stage code message",
}
# Tables without a number of their own, whose rows may say the same twice.
LINKS: Final = frozenset(
    {"place_within", "directive_issuers", "directive_addressees", "directive_dates", "directive_places",
     "assignment_givers", "event_people", "event_places"}
)  # fmt: skip
# Tables whose rows are not made in the order of their numbers.
DATED: Final = frozenset({"reports", "records", "directives"})
# Which columns the full-text tables take their words from.
TEXTS: Final = {
    "entities_fts": ("entities", ("name", "other_names")),
    "places_fts": ("places", ("name", "other_names")),
    "reports_fts": ("reports", ("title", "text")),
    "directives_fts": ("directives", ("action", "evidence")),
}
NUMBERED: Final = tuple(
    name
    for name, columns in COLUMNS.items()
    if columns.startswith("n ") and name not in ("reports", "directives")
)


def insertion(table: str) -> str:
    """The statement that inserts a row of a table; of ``records``, with JSON in UTF-8."""
    columns = COLUMNS[table].split()
    names = ", ".join(f'"{name}"' for name in columns)
    verb = "INSERT OR IGNORE" if table in LINKS else "INSERT"
    marks = "?, CAST(? AS TEXT)" if table == "records" else ", ".join("?" * len(columns))
    return f"{verb} INTO {table} ({names}) VALUES ({marks})"
