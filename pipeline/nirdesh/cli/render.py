"""A record on a terminal: the report with coloured evidence, and tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from nirdesh.cli.terminal import safe

if TYPE_CHECKING:
    from nirdesh.record import Record
    from nirdesh.record.models import DirectiveRow, PostRow, Quote, WhenRow

# Later styles lie over earlier ones.
STYLES: Final = {
    "directive": "on grey19",
    "assignment": "on dark_green",
    "action": "underline",
    "person": "bold cyan",
    "organisation": "magenta",
    "region": "green",
    "date": "bold yellow",
}


def render(record: Record, terminal: Console) -> None:
    """Print one record."""
    report = record.report
    head = Text(safe(report.title or ""), style="bold")
    facts = (report.source, report.publisher, report.place, report.published, report.url)
    head.append("\n" + safe(" · ".join(fact for fact in facts if fact)), style="dim not bold")
    terminal.print(Panel(head, expand=False))
    terminal.print(highlighted(record))
    terminal.print(_legend(), "\n")
    for table in tables(record):
        terminal.print(table)
    for problem in record.problems:
        terminal.print(Text(problem.code, style="yellow"), Text(safe(problem.message)))


def highlighted(record: Record) -> Text:
    """The report's text, evidence and mentions in colour; nothing is added or left out."""
    text = Text(safe(record.report.text))

    def mark(style: str, quotes: Iterable[Quote]) -> None:
        for quote in quotes:
            text.stylize(STYLES[style], quote.start, quote.end)

    mark("directive", (row.evidence for row in record.directives))
    mark("assignment", (row.evidence for row in record.assignments))
    mark("action", (row.action for row in record.directives))
    mark("organisation", (quote for row in record.organisations for quote in row.mentions))
    mark("region", (quote for row in record.regions for quote in row.mentions))
    mark("person", (quote for row in record.people for quote in row.mentions))
    mark("date", record.dates)
    return text


def _legend() -> Text:
    legend = Text("\n")
    for name, style in STYLES.items():
        legend.append(name, style=style).append("  ")
    return legend


def tables(record: Record) -> list[Table]:
    """One table for each kind of row that the record has."""
    names = {row.id: row.name for row in record.people}
    names |= {row.id: row.name for row in record.organisations}
    names |= {row.id: row.title for row in record.offices}
    places = {row.id: row.name for row in record.regions}
    made = [
        _directives(record, names, places),
        _assignments(record, names, places),
        _events(record, names, places),
        _people(record, places),
        _bodies(record),
        _regions(record, places),
        _dates(record),
    ]
    return [table for table in made if table.row_count]


Names = Mapping[str, str]


def _directives(record: Record, names: Names, places: Names) -> Table:
    columns = ("action", "modality", "who says", "who does", "when", "where", "sure")
    return _table("Directives", columns, (_directive(row, names, places) for row in record.directives))


def _assignments(record: Record, names: Names, places: Names) -> Table:
    rows = (
        (
            names.get(row.assignee, row.assignee),
            row.role.text,
            row.change,
            places.get(row.region or "", ""),
            _join(names.get(ref, ref) for ref in row.by),
            _when([row.effective] if row.effective else []),
        )
        for row in record.assignments
    )
    return _table("Assignments", ("who", "post or duty", "change", "where", "by", "from"), rows)


def _events(record: Record, names: Names, places: Names) -> Table:
    rows = (
        (
            row.name,
            row.kind,
            _when(row.when),
            _join(places.get(ref, ref) for ref in row.regions),
            _join(names.get(ref, ref) for ref in row.chair),
            str(len({*row.attendees, *row.speakers, *row.chief_guests, *row.conveners, *row.chair})),
        )
        for row in record.events
    )
    return _table("Events", ("event", "kind", "when", "where", "chair", "present"), rows)


def _people(record: Record, places: Names) -> Table:
    rows = (
        (row.name, row.latin, _join(_post(post, places) for post in row.posts), _join(row.part))
        for row in record.people
    )
    return _table("People", ("name", "Latin", "posts", "part"), rows)


def _bodies(record: Record) -> Table:
    rows = [(row.name, str(row.kind)) for row in record.organisations]
    rows += [(row.title, "office") for row in record.offices]
    return _table("Organisations and offices", ("name", "kind"), rows)


def _regions(record: Record, places: Names) -> Table:
    rows = (
        (row.name, row.kind, _number(row.count), places.get(row.within or "", ""), row.codes.lgd or "")
        for row in record.regions
    )
    return _table("Regions", ("name", "kind", "count", "within", "LGD"), rows)


def _dates(record: Record) -> Table:
    rows = ((row.text, row.edtf or "", row.relation, row.rrule or "", row.role) for row in record.dates)
    return _table("Dates", ("text", "EDTF", "relation", "repeats", "role"), rows)


def _table(title: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", show_lines=title == "Directives")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(safe(cell)) for cell in row))
    return table


def _directive(row: DirectiveRow, names: Names, places: Names) -> tuple[str, ...]:
    whom = (
        names.get(item.person or "", names.get(item.organisation or "", item.text)) for item in row.addressees
    )
    return (
        " ".join(row.action.text.split()),
        row.modality,
        _join(names.get(ref, ref) for ref in row.issuers),
        _join(whom),
        _when(row.when),
        _join(places.get(ref, ref) for ref in row.regions),
        f"{row.confidence:.2f}",
    )


def _post(post: PostRow, places: Names) -> str:
    more = _join(filter(None, (places.get(post.region or "", ""), "former" if post.former else "")))
    return f"{post.title} ({more})" if more else post.title


def _when(rows: Iterable[WhenRow]) -> str:
    return _join(row.edtf or row.rrule or row.date for row in rows)


def _join(parts: Iterable[str]) -> str:
    return ", ".join(parts)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
