"""What the actions of the grammar share."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

from nirdesh.extract.dates.grammar import Action, Slots
from nirdesh.extract.dates.items import Digits, Item
from nirdesh.extract.dates.lexicon import Cats
from nirdesh.extract.dates.nodes import Cal, Clock, Duration, Kal, Node, Nth, Range, Rel, Span, Weekday

ACTIONS: Final[dict[str, Action]] = {}


CLOCK_UNITS: Final = frozenset({"H", "MIN", "S"})


CONTAINERS: Final = {
    "Y": "yr",
    "M": "mon",
    "W": "wk",
    "Q": "qt",
    "D": "day",
    "WE": "we",
    "DEC": "decade",
    "CEN": "cen",
    "FY": "fy",
    "AY": "fy",
    "HY": "hy",
    "FN": "fn",
}


def action(function: Action) -> Action:
    """Register an action under its name."""
    ACTIONS[function.__name__] = function
    return function


def glued(slots: Slots, first: int, last: int) -> bool:
    """Whether the matched items ``first`` to ``last`` touch, or are evenly spaced by one blank at most."""
    items: list[Item] = slots["@"]
    gaps = [items[k + 1].start - items[k].end for k in range(first, last)]
    return max(gaps) == 0


def point(node: Node, kind: str) -> Cats:
    """Categories of a date-like node: ``P`` for any, and its kind."""
    return {"P": node, kind: node, "node": node}


def cal_cats(node: Cal) -> Cats:
    """Categories of a calendar date by its grain; none where it is no date."""
    if node.day is not None and not 1 <= node.day <= 31:
        return {}
    return point(
        node,
        "day"
        if node.day is not None
        else "mon"
        if node.month is not None or node.month_rel is not None
        else "yr",
    )


def whole_number(value: Any) -> int | None:
    """The value as an integer, or None where it is none."""
    number = Fraction(value)
    return int(number) if number.denominator == 1 else None


def plain(value: Any) -> int:
    """The number of digits or of a number word."""
    return value.value if isinstance(value, Digits) else int(value)


@action
def veto(slots: Slots) -> Cats | None:
    """No rule may apply here (बिहार दिवस से संबंधित)."""
    return {"veto": True}


def clock_cats(clock: Clock) -> Cats:
    """Categories of a time of day."""
    return {"clk": clock, "node": clock}


def container(node: Any, units: tuple[str, ...]) -> bool:
    """Whether a node is one of these units, so that others can be counted in it."""
    if isinstance(node, Rel):
        return node.unit in units
    if isinstance(node, Cal):
        return node.day is None and (
            ("M" in units) if (node.month or node.month_rel is not None) else ("Y" in units)
        )
    if isinstance(node, Span):
        return node.unit in units
    return isinstance(node, Nth) and node.unit in units


def grain_day(node: Node) -> bool:
    """Whether a node is a single day."""
    return (
        (isinstance(node, Rel) and node.unit == "D")
        or isinstance(node, (Kal, Weekday))
        or (isinstance(node, Cal) and node.day is not None)
    )


def duration_cats(node: Duration) -> Cats:
    """Categories of a length of time."""
    return {"dur": node, "node": node}


def range_cats(first: Node, last: Node) -> Cats:
    """Categories of an interval."""
    node = Range(first, last)
    return {"rng": node, "node": node}
