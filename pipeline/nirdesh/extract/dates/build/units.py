"""Units counted from the anchor, parts and ordinal members of units."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

from nirdesh.extract.dates.build.core import (
    CLOCK_UNITS,
    CONTAINERS,
    action,
    container,
    grain_day,
    point,
    whole_number,
)
from nirdesh.extract.dates.grammar import Slots
from nirdesh.extract.dates.items import Digits
from nirdesh.extract.dates.lexicon import Cats
from nirdesh.extract.dates.nodes import Cal, Duration, Kal, Next, Nth, Part, Range, Rel, Span, Vague, Weekday

_SIGNS: Final = ("mod", "comingmod", "pastmod", "lastmod", "that", "my")


@action
def rel_unit(slots: Slots) -> Cats | None:
    """अगले महीने, गत वर्ष, उसी सप्ताह, वर्तमान तिमाही."""
    unit = str(slots["u"])
    n = next((int(slots[key]) for key in _SIGNS if key in slots), 0)
    if unit in CLOCK_UNITS:
        return {"node": Next(Duration(((unit, Fraction(1)),)), n), "clocknext": True} if n else None
    if "plural" in slots["@"][-1].cats:
        return {"node": Vague(n), "vague": True}
    if "lastmod" in slots and unit != "Q":
        return {"lastunit": unit, "node": Rel(unit, n) if unit == "D" else None}
    # अगले दिन and उस दिन count from the day that the text speaks of
    node = Rel(unit, n, told="that" in slots or (unit == "D" and bool({"mod", "pastmod"} & slots.keys())))
    if "lastmod" in slots:
        return point(node, "qt") | {"lastunit": unit}
    return point(node, CONTAINERS.get(unit, "day"))


@action
def bare_unit(slots: Slots) -> Cats | None:
    """A unit that stands for the current one (सप्ताहांत में)."""
    node = Rel(str(slots["u"]), 0)
    return point(node, CONTAINERS.get(node.unit, "day"))


@action
def financial_year(slots: Slots) -> Cats | None:
    """वित्तीय वर्ष 2024-25, 2024-25."""
    value = slots["y"]
    if isinstance(value, Span):
        return point(Span(str(slots.get("u", "FY")), value.year), "fy")
    return point(Span(str(slots.get("u", "FY")), int(value)), "fy")


@action
def years(slots: Slots) -> Cats | None:
    """रबी 2024-25, सत्र 2024-25: two years, where nobody says that they are financial ones."""
    first = slots["y"].year
    node = Range(Cal(year=first), Cal(year=first + 1))
    return point(node, "fy")


@action
def decade(slots: Slots) -> Cats | None:
    """1970 के दशक, 70 के दशक, नब्बे के दशक."""
    value = whole_number(slots["n"])
    if value is None or value % 10 or value > 2200:
        return None
    return point(Span("DEC", value, value < 100), "decade")


@action
def century(slots: Slots) -> Cats | None:
    """21वीं सदी."""
    value = whole_number(slots["n"])
    return point(Span("CEN", (value - 1) * 100), "cen") if value and value <= 30 else None


@action
def nth(slots: Slots) -> Cats | None:
    """तीसरा सप्ताह, पहली तिमाही, दूसरा शनिवार, with or without what it is counted in."""
    n = -1 if "last" in slots else whole_number(slots["n"])
    if n is None or n == 0 or n > 53:
        return None
    outer = slots.get("o")
    if "w" in slots:
        wd = slots["w"].wd if isinstance(slots["w"], Weekday) else int(slots["w"])
        if n > 5 or (outer is not None and not container(outer, ("M", "Y"))):
            return None
        node = Nth(n, "D", wd, outer)
        return point(node, "wdp" if outer is None else "day") | ({"nthwd": node} if outer is None else {})
    unit = str(slots["u"])
    if "ou" in slots:
        outer = Rel(str(slots["ou"]), 0)
    if outer is not None and not container(outer, _PARENTS.get(unit, ())):
        return None
    return point(Nth(n, unit, None, outer), CONTAINERS.get(unit, "day")) | (
        {"weak": True} if outer is None else {}
    )


_PARENTS: Final = {
    "W": ("M", "Y", "Q"),
    "Q": ("Y", "FY"),
    "HY": ("Y", "FY"),
    "M": ("Y", "Q"),
    "D": ("W", "M", "Y"),
    "WE": ("M",),
    "FN": ("M",),
    "DEC": ("CEN",),
    "Y": ("DEC", "CEN"),
}


@action
def nth_week_year(slots: Slots) -> Cats | None:
    """सप्ताह 31, 31वां सप्ताह."""
    n = slots["n"].value if isinstance(slots["n"], Digits) else whole_number(slots["n"])
    return point(Nth(n, "W", None, Rel("Y", 0)), "wk") if n and 1 <= n <= 53 else None


@action
def week_of(slots: Slots) -> Cats | None:
    """10 अप्रैल के सप्ताह, 18 तारीख वाली सप्ताह."""
    base = slots["b"] if "b" in slots else Cal(day=whole_number(slots["d"]))
    return point(Part(base, "week"), "wk")


@action
def part(slots: Slots) -> Cats | None:
    """माह के अंत, अगले सप्ताह की शुरुआत, मार्च के बीच."""
    outer = slots["o"] if "o" in slots else Rel(str(slots["ou"]), 0)
    which = str(slots.get("which", "mid"))
    kind = "part"
    if isinstance(outer, (Rel, Cal, Kal, Weekday)) and grain_day(outer):
        if which != "end":
            return None
        kind = "dayend"
    return point(Part(outer, which), kind)


@action
def part_end(slots: Slots) -> Cats | None:
    """माहांत, वर्षांत."""
    return point(Part(Rel(str(slots["ou"]), 0), "end"), "part")


@action
def rest(slots: Slots) -> Cats | None:
    """सप्ताह के बाकी दिन, बाकी के साल."""
    outer = slots["o"] if "o" in slots else Rel(str(slots["ou"]), 0)
    return point(Part(outer, "rest"), "part")


@action
def later(slots: Slots) -> Cats | None:
    """इस हफ्ते बाद में, इस सप्ताह इससे पहले."""
    return point(Part(slots["o"], "late" if "late" in slots else "early"), "part")


@action
def nth_month_wd(slots: Slots) -> Cats | None:
    """जुलाई के पहले शुक्रवार."""
    return nth({"n": slots["n"], "w": slots["w"], "o": Cal(month=int(slots["m"])), "@": slots["@"]})


@action
def nth_month_unit(slots: Slots) -> Cats | None:
    """जनवरी के पहले हफ्ते; without this rule पहले would be the first of January."""
    month = Cal(month=int(slots["m"]), year=int(slots["y"]) if "y" in slots else None)
    return nth({"n": slots["n"], "u": slots["u"], "o": month, "@": slots["@"]})


@action
def nth_lastwd(slots: Slots) -> Cats | None:
    """अप्रैल के अंतिम सोमवार, माह के अंतिम शनिवार."""
    outer = slots["o"] if "o" in slots else Rel(str(slots["ou"]), 0)
    return nth({"last": 1, "w": slots["w"], "o": outer, "@": slots["@"]})


@action
def nth_last(slots: Slots) -> Cats | None:
    """जुलाई के आखिरी हफ्ते: अंतिम + unit was read as one."""
    args: dict[str, Any] = {"last": 1, "u": slots["u2"], "@": slots["@"]}
    args.update({key: slots[key] for key in ("o", "ou") if key in slots})
    return nth(args)
