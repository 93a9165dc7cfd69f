"""The filters that several commands share."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nirdesh.cli.run import day

if TYPE_CHECKING:
    from nirdesh.store.query import Question


class Modality(StrEnum):
    """What binds the addressee."""

    order = "order"
    obligation = "obligation"
    request = "request"
    prohibition = "prohibition"
    announcement = "announcement"


class Verdict(StrEnum):
    """What a reviewer says of a directive."""

    right = "right"
    wrong = "wrong"
    corrected = "corrected"
    none = "none"


def _option(help_text: str, metavar: str = "NAME") -> Any:
    return typer.Option(metavar=metavar, help=help_text, show_default=False)


Issuer = Annotated[str | None, _option("Who gives it: name or post, any script (अनूप गुप्ता, anoop gupta).")]
To = Annotated[str | None, _option("Who is to act: name, post or group (पंचायत सचिव).")]
Region = Annotated[str | None, _option("Where, with all that lies within (कानपुर, Kanpur).")]
Party = Annotated[str | None, _option("A party that the report names (भाजपा).")]
Text = Annotated[
    str | None,
    _option('Words of the action or its sentence, in any form; "in quotes" side by side.', "WORDS"),
]
DueBefore = Annotated[str | None, _option("Due on this day at the latest.", "DATE")]
DueAfter = Annotated[str | None, _option("Due on this day at the earliest.", "DATE")]
DueWithin = Annotated[str | None, _option("Due from today on within 7d, 2w, 1m or 1y.", "SPAN")]
Since = Annotated[str | None, _option("Published on this day or later.", "DATE")]
Until = Annotated[str | None, _option("Published on this day or before.", "DATE")]
Confidence = Annotated[
    float | None, typer.Option(min=0, max=1, metavar="P", help="At least so sure.", show_default=False)
]
Today = Annotated[str | None, _option("Count --due-within from this day instead of today.", "DATE")]
ModalityOption = Annotated[Modality | None, typer.Option("--modality", help="Kind.", show_default=False)]
VerdictOption = Annotated[
    Verdict | None,
    typer.Option("--verdict", help="What a reviewer says; none: not reviewed.", show_default=False),
]
Limit = Annotated[int, typer.Option(min=1, metavar="N", help="At most so many rows.")]


def question(*, due_within: str | None = None, today: str | None = None, **filters: Any) -> Question:
    """A question from options, with its days checked."""
    from nirdesh.store.query import Question, within

    for name in ("due_from", "due_before", "since", "until"):
        filters[name] = day(filters.get(name), f"--{name.replace('_', '-')}")
    if due_within is not None:
        start = dt.date.fromisoformat(day(today, "--today") or dt.date.today().isoformat())
        filters["due_from"], filters["due_before"] = within(due_within, start)
    return Question(**{name: None if value is None else _plain(value) for name, value in filters.items()})


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, StrEnum) else value
