"""What the rules of the grammar build; every action gets the slots of its rule and may refuse the match."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any, Final

from nirdesh.extract.dates.grammar import Action, Slots
from nirdesh.extract.dates.items import Digits, Item
from nirdesh.extract.dates.lexicon import Cats
from nirdesh.extract.dates.nodes import (
    Asap,
    Cal,
    Clock,
    Duration,
    Holiday,
    Kal,
    Lasting,
    Next,
    NextWeekdays,
    Node,
    Now,
    Nth,
    Open,
    Part,
    Range,
    Rel,
    Season,
    Shift,
    Span,
    Tithi,
    Weekday,
    Within,
)

ACTIONS: Final[dict[str, Action]] = {}
_UNITS_DESCENDING: Final = ("CEN", "DEC", "Y", "FY", "Q", "M", "FN", "W", "D", "BD", "H", "MIN", "S")
_CLOCK_UNITS: Final = frozenset({"H", "MIN", "S"})
CONTAINERS: Final = {
    "Y": "yr",
    "M": "mon",
    "W": "wk",
    "Q": "qt",
    "D": "day",
    "WE": "we",
    "DEC": "dec",
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


def _cal(node: Cal) -> Cats:
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


def _int(value: Any) -> int | None:
    number = Fraction(value)
    return int(number) if number.denominator == 1 else None


# -- digits -----------------------------------------------------------------------------------------------------------
def two_digit_year(value: int, width: int) -> int:
    """Year of a date written with two digits (89 is 1989, 07 is 2007)."""
    if width > 2:
        return value
    return value + (2000 if value < 50 else 1900)


@action
def numdate(slots: Slots) -> Cats | None:
    """21-04-2016, 2015/08/12, 13.5.2015, 06/06/12."""
    a, b, c = slots["a"], slots["b"], slots["c"]
    items: list[Item] = slots["@"]
    gaps = {items[k + 1].start - items[k].end for k in range(4)}
    if max(gaps) > 1 or items[1].cats.keys() != items[3].cats.keys():
        return None
    if a.width == 4 and b.width <= 2 and c.width <= 2:
        return _ymd(a.value, b.value, c.value, False)
    if c.width not in (2, 4) or a.width > 2 or b.width > 2:
        return None
    if c.width == 4 and not 1000 <= c.value <= 2200:
        return None
    return _ymd(two_digit_year(c.value, c.width), b.value, a.value, True)


def _ymd(year: int | None, month: int, day: int, swappable: bool) -> Cats | None:
    swap = swappable and 1 <= day <= 12 and 1 <= month <= 12
    if month > 12 and swappable and day <= 12:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _cal(Cal(year=year, month=month, day=day, swap=swap))


@action
def numpair(slots: Slots) -> Cats | None:
    """11/2016, 2016 - 11, 22/04, 4-23, 2014-2018, 2024-25."""
    a, b, sep = slots["a"], slots["b"], slots["sep"]
    items: list[Item] = slots["@"]
    left, right = items[1].start - items[0].end, items[2].start - items[1].end
    if max(left, right) > 1:
        return None
    text = "sl" if "sl" in items[1].cats else "da"
    if a.width == 4 and b.width <= 2 and 1000 <= a.value <= 2200:
        if b.width == 2 and b.value == (a.value + 1) % 100:
            return {
                "fypair": Span("FY", a.value),
                **({"mon": Cal(year=a.value, month=b.value)} if 1 <= b.value <= 12 else {}),
            }
        return _cal(Cal(year=a.value, month=b.value)) if 1 <= b.value <= 12 else None
    if b.width == 4 and a.width <= 2 and 1000 <= b.value <= 2200:
        return _cal(Cal(year=b.value, month=a.value)) if 1 <= a.value <= 12 else None
    if a.width == 4 and b.width == 4 and 1000 <= a.value < b.value <= 2200 and text == "da":
        return {"yrpair": Range(Cal(year=a.value), Cal(year=b.value))}
    if (
        a.width == 4
        and b.width == 4
        and text == "da"
        and a.value % 100 < 60
        and b.value % 100 < 60
        and b.value < 2400
    ):
        return {"quad": (a, b, text)}
    if a.width <= 2 and b.width <= 2:
        cats: Cats = {"pair": (a, b, text)}
        if text == "sl":
            made = _ymd(None, b.value, a.value, True)
            if made:
                cats.update(made)
        return cats
    return None if sep is None else None


@action
def numpair_report(slots: Slots) -> Cats | None:
    """2024-25 and 2016 - 17 are financial years, 1929 - 31 and 1873-1945 are spans; 2016-11 is a month only when glued."""
    a, b = slots["a"], slots["b"]
    items: list[Item] = slots["@"]
    touching = glued(slots, 0, 2)
    if "da" in items[1].cats and a.width == 4 and 1000 <= a.value <= 2200:
        if b.width == 2 and b.value == (a.value + 1) % 100:
            return {"fypair": Span("FY", a.value)}
        if b.width == 2 and b.value > 12 and b.value > a.value % 100:
            return {"yrpair": Range(Cal(year=a.value), Cal(year=a.value // 100 * 100 + b.value))}
        if b.width == 4 and a.value < b.value <= 2200:
            return {"yrpair": Range(Cal(year=a.value), Cal(year=b.value))}
    return numpair(slots) if touching else None


@action
def decimal_day(slots: Slots) -> Cats | None:
    """7.6 as a day and month, where something says that it is one."""
    a, b = slots["d"]
    return _ymd(None, b.value, a.value, True)


@action
def clock_digits(slots: Slots) -> Cats | None:
    """8:00, 17:49:19."""
    h, m = slots["h"], slots["m"]
    second = slots.get("s")
    items: list[Item] = slots["@"]
    if any(items[k + 1].start != items[k].end for k in range(len(items) - 1)):
        return None
    if h.value > 24 or m.width != 2 or m.value > 59 or (second is not None and second.value > 59):
        return None
    return _clock(
        Clock(
            h.value % 24,
            m.value,
            second.value if second else None,
            fixed=h.value > 12 or (h.value == 0 and h.width == 2),
        )
    )


# -- clock ------------------------------------------------------------------------------------------------------------
def _clock(clock: Clock) -> Cats:
    return {"clk": clock, "node": clock}


def _hour(value: Any) -> Clock | None:
    number = Fraction(value)
    hour = int(number)
    minute = int((number - hour) * 60)
    if not 0 <= hour <= 24:
        return None
    return Clock(hour % 24, minute if number.denominator != 1 else None, fixed=hour > 12)


@action
def hour_clock(slots: Slots) -> Cats | None:
    """सात बजे, साढ़े सात बजे."""
    if "h" in slots and isinstance(slots["h"], Clock):
        return _clock(slots["h"])
    if "x" in slots:  # 9.30 बजे
        h, m = slots["x"]
        return (
            _clock(Clock(h.value, m.value, fixed=h.value > 12))
            if h.value < 24 and m.width == 2 and m.value < 60
            else None
        )
    clock = _hour(slots["h"])
    return _clock(clock) if clock else None


@action
def hour_minute(slots: Slots) -> Cats | None:
    """आठ बजकर तीस मिनट, सात तीस; आठ बजने में तीन मिनट counts back."""
    h, m = int(slots["h"]), int(slots["m"])
    if not 0 <= h <= 24 or not 0 <= m < 60:
        return None
    if "back" in slots:
        total = (h * 60 - m) % 1440
        return _clock(Clock(total // 60, total % 60))
    return _clock(Clock(h % 24, m, fixed=h > 12))


@action
def compact_clock(slots: Slots) -> Cats | None:
    """340 pm, 0730."""
    d: Digits = slots["d"]
    if d.width not in (3, 4):
        return None
    h, m = divmod(d.value, 100)
    return _clock(half_day(Clock(h, m), str(slots["p"]))) if h < 24 and m < 60 else None


def half_day(clock: Clock, part: str) -> Clock:
    """The hour that a part of the day or am/pm makes of a twelve-hour time (रात 8 बजे is 20:00)."""
    h = clock.hour
    if clock.fixed and h > 12:
        return clock
    if part in ("am", "MO"):
        h = 0 if h == 12 and part == "am" else h
    elif part in ("pm", "PM", "EV"):
        h = h + 12 if h < 12 else h
    elif part == "AF":
        h = h + 12 if h < 10 else h
    elif part == "NI":
        h = 0 if h == 12 else h + 12 if 4 < h < 12 else h
    return replace(clock, hour=h % 24, fixed=True)


@action
def part_clock(slots: Slots) -> Cats | None:
    """शाम 5 बजे, 7:56 am."""
    clock = slots["c"] if "c" in slots else _hour(slots["h"])
    if not isinstance(clock, Clock):
        return None
    return _clock(half_day(clock, str(slots["p"])))


@action
def part_loose(slots: Slots) -> Cats | None:
    """सुबह 7 without बजे."""
    clock = _hour(slots["h"])
    if clock is None:
        return None
    made = replace(half_day(clock, str(slots["p"])), loose=True)
    return _clock(made)


@action
def part_minutes(slots: Slots) -> Cats | None:
    """रात ग्यारह पाँच."""
    h, m = int(slots["h"]), int(slots["m"])
    return _clock(half_day(Clock(h, m), str(slots["p"]))) if 0 < h <= 24 else None


@action
def lunch_clock(slots: Slots) -> Cats | None:
    """1 बजे दोपहर के खाने के वक्त."""
    return _clock(half_day(slots["c"], "AF"))


@action
def part_near(slots: Slots) -> Cats | None:
    """दोपहर के आसपास."""
    return _clock(Clock(12, fixed=True)) if slots["p"] in ("AF", "PM") else None


@action
def two_words(slots: Slots) -> Cats | None:
    """दस पैंतालीस, ग्यारह पाँच: two number words that make no number."""
    if not all("wordnum" in item.cats for item in slots["@"]) or not 0 < int(slots["h"]) <= 24:
        return None
    return _clock(Clock(int(slots["h"]) % 24, int(slots["m"])))


@action
def instant(slots: Slots) -> Cats | None:
    """आधी रात, मध्याह्न."""
    h, m = str(slots["i"]).split(":")
    return _clock(Clock(int(h), int(m), fixed=True)) | {"moment": True}


@action
def keep_clock(slots: Slots) -> Cats | None:
    """The time inside words that add nothing to its value (लगभग 8 बजे)."""
    return _clock(slots["c"])


# -- calendar ---------------------------------------------------------------------------------------------------------
@action
def cal(slots: Slots) -> Cats | None:
    """Any combination of weekday, day, month and year."""
    day = slots.get("d")
    month = slots.get("m")
    year = slots.get("y")
    if isinstance(year, Digits):
        if year.width == 2:
            year = two_digit_year(year.value, 2)
        elif year.width == 4:
            year = year.value
        else:
            return None
    if "era" in slots and int(slots["era"]) < 0:
        return None
    day_number = None
    if day is not None:
        day_number = day.value if isinstance(day, Digits) else _int(day)
        if day_number is None or not 1 <= day_number <= 31:
            return None
    node = Cal(
        year=int(year) if year is not None else None,
        month=int(month) if month is not None else None,
        day=day_number,
        wd=slots.get("w"),
    )
    return _cal(node) | ({"bare": True} if month is None and year is None else {})


@action
def cal_fill(slots: Slots) -> Cats | None:
    """A date to which a year, weekday or qualifier is added."""
    base = slots["b"]
    if not isinstance(base, Cal):
        return None
    changes: dict[str, Any] = {}
    if "y" in slots:
        if base.year is not None:
            return None
        y = slots["y"]
        changes["year"] = y.year if isinstance(y, Cal) else int(y)
    if "w" in slots:
        changes["wd"] = slots["w"] if isinstance(slots["w"], int) else slots["w"].wd
    if "mod" in slots:
        if base.year is not None:
            return None
        changes["mod"] = int(slots["mod"])
    return _cal(replace(base, **changes))


@action
def cal_within(slots: Slots) -> Cats | None:
    """A month or day placed in another unit: अगले साल जून, अगले महीने की 20 तारीख, दो हजार अठारह के फरवरी."""
    outer = slots["o"]
    month, day = slots.get("m"), slots.get("d")
    if isinstance(outer, Rel) and outer.unit == "Y":
        return _cal(Cal(year_rel=outer.n, month=month, day=_int(day) if day is not None else None))
    if isinstance(outer, Rel) and outer.unit == "M" and day is not None:
        return _cal(Cal(month_rel=outer.n, day=_int(day)))
    if isinstance(outer, Cal) and outer.month is None and outer.day is None and month is not None:
        return _cal(replace(outer, month=int(month), day=_int(day) if day is not None else None))
    if (
        isinstance(outer, Cal)
        and outer.day is None
        and outer.month is not None
        and day is not None
        and month is None
    ):
        return _cal(replace(outer, day=_int(day)))
    return None


@action
def year(slots: Slots) -> Cats | None:
    """A year by itself."""
    value = slots["y"]
    if isinstance(value, Digits):
        if value.width not in (3, 4) or value.value == 0:
            return None
        value = value.value
    return point(Cal(year=int(value)), "yr")


@action
def day_bare(slots: Slots) -> Cats | None:
    """A bare day of the month (15 को, 5 तारीख)."""
    day = _int(slots["d"])
    if day == 1 and any("wordnum" in item.cats for item in slots["@"]):
        return None  # एक is an article
    w = slots.get("w")
    return _cal(Cal(day=day, wd=w.wd if isinstance(w, Weekday) else w)) | {"bareday": True} if day else None


@action
def weekday(slots: Slots) -> Cats | None:
    """A weekday, plain or qualified."""
    mods = {
        ("mod", 1): "next",
        ("mod", 0): "this",
        ("mod", -1): "last",
        ("comingmod", 1): "coming",
        ("pastmod", -1): "last",
        ("lastmod", -1): "last",
        ("that", 0): None,
    }
    mod = next(
        (
            mods[(key, int(slots[key]))]
            for key in ("mod", "comingmod", "pastmod", "lastmod", "that")
            if key in slots
        ),
        None,
    )
    return point(Weekday(int(slots["w"]), mod), "wdp")


@action
def weekday_week(slots: Slots) -> Cats | None:
    """अगले हफ्ते शुक्रवार, शुक्रवार को अगले सप्ताह."""
    week, wd = slots["o"], slots["w"]
    if not isinstance(week, Rel) or week.unit != "W" or not isinstance(wd, Weekday):
        return None
    return point(Weekday(wd.wd, None, week.n), "wdp")


@action
def today(slots: Slots) -> Cats | None:
    """आज, बीते कल."""
    return point(Rel("D", int(slots["t"])), "rday")


@action
def kal(slots: Slots) -> Cats | None:
    """कल, परसों."""
    return point(Kal(int(slots["t"])), "rday")


@action
def now(slots: Slots) -> Cats | None:
    """अब, अभी."""
    return {"nowp": Now(), "node": Now()}


@action
def asap(slots: Slots) -> Cats | None:
    """जल्द से जल्द."""
    return {"node": Asap(), "asapnode": True}


@action
def rel_unit(slots: Slots) -> Cats | None:
    """अगले महीने, गत वर्ष, उसी सप्ताह, वर्तमान तिमाही."""
    unit = str(slots["u"])
    n = next(
        (int(slots[key]) for key in ("mod", "comingmod", "pastmod", "lastmod", "that", "my") if key in slots),
        0,
    )
    if unit in _CLOCK_UNITS:
        return {"node": Next(Duration(((unit, Fraction(1)),)), n), "clocknext": True} if n else None
    if "lastmod" in slots and unit != "Q":
        return {"lastunit": unit, "node": Rel(unit, n) if unit == "D" else None}
    node = Rel(unit, n, undefined="that" in slots)
    if "lastmod" in slots:
        return point(node, "qt") | {"lastunit": unit}
    return point(node, CONTAINERS.get(unit, "day")) | (
        {"weak": node} if ("my" in slots or "that" in slots) else {}
    )


@action
def bare_unit(slots: Slots) -> Cats | None:
    """A unit that stands for the current one (सप्ताहांत में)."""
    node = Rel(str(slots["u"]), 0)
    return point(node, CONTAINERS.get(node.unit, "day"))


@action
def season(slots: Slots) -> Cats | None:
    """Seasons, with a year or इस, अगले before."""
    year_slot = slots.get("y")
    y = year_slot.year if isinstance(year_slot, Cal) else year_slot
    rel = slots["o"].n if isinstance(slots.get("o"), Rel) else int(slots["mod"]) if "mod" in slots else None
    return point(Season(str(slots["s"]), int(y) if y is not None else None, rel, slots.get("which")), "sea")


@action
def season_part(slots: Slots) -> Cats | None:
    """गर्मियों के दौरान, गर्मियों के बीच."""
    return point(replace(slots["s"], which="mid"), "sea")


@action
def financial_year(slots: Slots) -> Cats | None:
    """वित्तीय वर्ष 2024-25, 2024-25."""
    value = slots["y"]
    if isinstance(value, Span):
        return point(Span(str(slots.get("u", "FY")), value.year), "fy")
    return point(Span(str(slots.get("u", "FY")), int(value)), "fy")


@action
def decade(slots: Slots) -> Cats | None:
    """1970 के दशक, 70 के दशक, नब्बे के दशक."""
    value = _int(slots["n"])
    if value is None or value % 10 or value > 2200:
        return None
    return point(Span("DEC", value, value < 100), "dec")


@action
def century(slots: Slots) -> Cats | None:
    """21वीं सदी."""
    value = _int(slots["n"])
    return point(Span("CEN", (value - 1) * 100), "cen") if value and value <= 30 else None


@action
def nth(slots: Slots) -> Cats | None:
    """तीसरा सप्ताह, पहली तिमाही, दूसरा शनिवार, with or without what it is counted in."""
    n = -1 if "last" in slots else _int(slots["n"])
    if n is None or n == 0 or n > 53:
        return None
    outer = slots.get("o")
    if "w" in slots:
        wd = slots["w"].wd if isinstance(slots["w"], Weekday) else int(slots["w"])
        if n > 5 or (outer is not None and not _container(outer, ("M", "Y"))):
            return None
        node = Nth(n, "D", wd, outer)
        return point(node, "wdp" if outer is None else "day") | ({"nthwd": node} if outer is None else {})
    unit = str(slots["u"])
    if "ou" in slots:
        outer = Rel(str(slots["ou"]), 0)
    if outer is not None and not _container(outer, _PARENTS.get(unit, ())):
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


def _container(node: Any, units: tuple[str, ...]) -> bool:
    if isinstance(node, Rel):
        return node.unit in units
    if isinstance(node, Cal):
        return node.day is None and (
            ("M" in units) if (node.month or node.month_rel is not None) else ("Y" in units)
        )
    if isinstance(node, Span):
        return node.unit in units
    return isinstance(node, Nth) and node.unit in units


@action
def nth_week_year(slots: Slots) -> Cats | None:
    """सप्ताह 31, 31वां सप्ताह."""
    n = slots["n"].value if isinstance(slots["n"], Digits) else _int(slots["n"])
    return point(Nth(n, "W", None, Rel("Y", 0)), "wk") if n and 1 <= n <= 53 else None


@action
def week_of(slots: Slots) -> Cats | None:
    """10 अप्रैल के सप्ताह, 18 तारीख वाली सप्ताह."""
    base = slots["b"] if "b" in slots else Cal(day=_int(slots["d"]))
    return point(Part(base, "week"), "wk")


@action
def part(slots: Slots) -> Cats | None:
    """माह के अंत, अगले सप्ताह की शुरुआत, मार्च के बीच."""
    outer = slots["o"] if "o" in slots else Rel(str(slots["ou"]), 0)
    which = str(slots["which"]) if "which" in slots else "mid"
    kind = "part"
    if isinstance(outer, (Rel, Cal, Kal, Weekday)) and _grain_day(outer):
        if which != "end":
            return None
        kind = "dayend"
    return point(Part(outer, which), kind)


def _grain_day(node: Node) -> bool:
    return (
        (isinstance(node, Rel) and node.unit == "D")
        or isinstance(node, (Kal, Weekday))
        or (isinstance(node, Cal) and node.day is not None)
    )


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
def holiday(slots: Slots) -> Cats | None:
    """होली, दीपावली 2024, 2018 के ईस्टर, पिछले साल दिवाली."""
    y = slots.get("y")
    rel = slots["o"].n if isinstance(slots.get("o"), Rel) else None
    mod = int(slots["mod"]) if "mod" in slots else None
    return point(
        Holiday(
            str(slots["h"]), int(y.year if isinstance(y, Cal) else y) if y is not None else None, rel, mod
        ),
        "hol",
    )


@action
def holiday_keep(slots: Slots) -> Cats | None:
    """क्रिसमस के दिन."""
    return point(slots["h"], "hol")


@action
def tithi(slots: Slots) -> Cats | None:
    """चैत्र शुक्ल नवमी, कार्तिक पूर्णिमा, माघ अमावस्या."""
    t = int(slots["t"])
    y = slots.get("y")
    dark = bool(int(slots["pk"])) if "pk" in slots else t == 30
    if "pk" not in slots and t not in (15, 30):
        return None
    return point(
        Tithi(
            int(slots["m"]),
            15 if t == 30 else t,
            dark,
            int(y) - int(slots["sv"]) if y is not None and "sv" in slots else None,
        ),
        "day",
    )


@action
def samvat(slots: Slots) -> Cats | None:
    """विक्रम संवत 2081."""
    year_value = int(slots["y"]) - int(slots["sv"])
    return point(Span("SAMVAT", year_value), "fy")


# -- durations --------------------------------------------------------------------------------------------------------
def _duration(node: Duration) -> Cats:
    return {"dur": node, "node": node}


@action
def duration(slots: Slots) -> Cats | None:
    """तीन दिन, डेढ़ घंटा, कुछ सप्ताह, पूरे महीने, सप्ताह भर."""
    unit = str(slots["u"])
    vague = "some" in slots
    n = Fraction(slots["some"]) if vague else Fraction(slots["n"]) if "n" in slots else Fraction(1)
    if n <= 0 or n > 100000:
        return None
    return _duration(Duration(((unit, n),), vague=vague, whole="whole" in slots))


@action
def duration_join(slots: Slots) -> Cats | None:
    """2 साल 3 महीने, 1 घंटा और 30 मिनट: units must fall."""
    a, b = slots["a"], slots["b"]
    last = _UNITS_DESCENDING.index(a.amounts[-1][0])
    first = _UNITS_DESCENDING.index(b.amounts[0][0])
    if first <= last or a.vague or b.vague:
        return None
    return _duration(Duration(a.amounts + b.amounts))


@action
def duration_mod(slots: Slots) -> Cats | None:
    """एक घंटे से ज्यादा, 4 दिन से अधिक; लगभग एक साल."""
    mod = "more" if "more" in slots else "less" if "less" in slots else None
    return _duration(replace(slots["d"], mod=mod))


def _clocky(node: Duration) -> bool:
    return any(unit in _CLOCK_UNITS for unit, _ in node.amounts)


@action
def shift(slots: Slots) -> Cats | None:
    """दो दिन बाद, कल से दो दिन पहले, 2 वर्ष 21 दिन बाद."""
    sign = -1 if "pehle" in slots else 1
    base = slots.get("o", Now())
    mod = "before" if "mb" in slots else "after" if "ma" in slots else None
    if slots["d"].whole:
        return None
    node = Shift(base, slots["d"], -1 if "mb" in slots else sign, mod)
    return point(node, "shift")


@action
def next_span(slots: Slots) -> Cats | None:
    """अगले 3 महीने, पिछले कुछ दिन, 2 आगामी महीने."""
    sign = next(int(slots[key]) for key in ("mod", "comingmod", "pastmod", "lastmod") if key in slots)
    d: Duration = slots["d"] if "d" in slots else Duration(((str(slots["u"]), Fraction(slots["n"])),))
    if sign == 0:
        return None
    return {"node": Next(d, sign), "nspan": Next(d, sign)}


@action
def within(slots: Slots) -> Cats | None:
    """5 दिनों के भीतर, अगले 10 महीनों के भीतर, आज से 2 सप्ताह के भीतर, दो सप्ताह में."""
    d = slots["d"].duration if isinstance(slots["d"], Next) else slots["d"]
    if isinstance(slots["d"], Next) and slots["d"].sign < 0:
        return None
    if d.whole:
        return None
    node = Within(d, slots.get("o"), bare="bare" in slots)
    return {"node": node, "within": node, "P": node}


@action
def within_after(slots: Slots) -> Cats | None:
    """कल के बाद 3 दिन से कम."""
    node = Within(slots["d"], slots["o"])
    return {"node": node, "within": node}


@action
def day_range(slots: Slots) -> Cats | None:
    """एक से 8 फरवरी, इस महीने 4 से 22: bare days of one month."""
    pair = slots.get("p")
    first = pair[0].value if pair else _int(slots["a"])
    outer = slots.get("o")
    if pair is not None and outer is not None:
        base = _month_of(outer)
        if base is None or not (1 <= first <= 31 and 1 <= pair[1].value <= 31):
            return None
        return _range(replace(base, day=first), replace(base, day=pair[1].value))
    last = slots.get("b")
    if (
        isinstance(last, Cal)
        and last.day is not None
        and last.month is not None
        and first
        and 1 <= first <= 31
    ):
        if isinstance(outer, Cal) and outer.month is None and last.year is None:
            last = replace(last, year=outer.year)
        elif outer is not None:
            return None
        # 28 से 3 मार्च starts in the month before
        if first > last.day:
            month = last.month - 1 or 12
            return _range(Cal(year=last.year, month=month, day=first), last)
        return _range(replace(last, day=first, swap=False, wd=None), last)
    if pair is not None and "m" in slots:
        y = slots.get("y")
        base = Cal(month=int(slots["m"]), year=int(y) if y is not None else None)
        if not (1 <= first < pair[1].value <= 31):
            return None
        return _range(replace(base, day=first), replace(base, day=pair[1].value))
    base = _month_of(outer)
    end = _int(last) if last is not None and not isinstance(last, Cal) else None
    if base is None or end is None or first is None or not (1 <= first <= 31 and 1 <= end <= 31):
        return None
    return _range(replace(base, day=first), replace(base, day=end))


def _month_of(node: Any) -> Cal | None:
    if isinstance(node, Rel) and node.unit == "M":
        return Cal(month_rel=node.n)
    if isinstance(node, Cal) and node.day is None and (node.month is not None or node.month_rel is not None):
        return node
    return None


def _range(first: Node, last: Node) -> Cats:
    node = Range(first, last)
    return {"rng": node, "node": node}


@action
def point_range(slots: Slots) -> Cats | None:
    """21 फरवरी से 3 मार्च तक, 2014 से 2018, जनवरी-फरवरी 2017."""
    a, b = slots["a"], slots["b"]
    if isinstance(a, Weekday) and isinstance(b, Weekday) and a.week is not None and b.week is None:
        b = replace(b, week=a.week)
    if isinstance(b, Nth) and isinstance(a, Nth) and a.within is None and b.within is not None:
        a = replace(a, within=b.within)
    return _range(a, b)


@action
def week_range(slots: Slots) -> Cats | None:
    """अगले सप्ताह बुधवार और शुक्रवार के बीच, बुधवार से शुक्रवार तक अगले सप्ताह."""
    week, days = slots["o"], slots["r"]
    if not (
        isinstance(week, Rel)
        and week.unit == "W"
        and isinstance(days.first, Weekday)
        and isinstance(days.last, Weekday)
    ):
        return None
    return _range(replace(days.first, week=week.n), replace(days.last, week=week.n))


@action
def year_range(slots: Slots) -> Cats | None:
    """2020 में 26 जून से 28 जून तक."""
    y, r = slots["y"], slots["r"]
    if not (
        isinstance(r.first, Cal) and isinstance(r.last, Cal) and r.first.year is None and r.last.year is None
    ):
        return None
    return _range(replace(r.first, year=y.year), replace(r.last, year=y.year))


@action
def keep_range(slots: Slots) -> Cats | None:
    """The interval with its markers (… तक, … के मध्य)."""
    return {"rng": slots["r"], "node": slots["r"], "marked": True}


@action
def open_point(slots: Slots) -> Cats | None:
    """X से पहले, X के बाद, X से, X तक."""
    side = next(side for side in ("before", "after", "since", "until") if side in slots)
    p = slots["p"]
    node = Open(p, side)  # type: ignore[arg-type]
    return {"node": node, "opn": node}


@action
def drop(slots: Slots) -> Cats | None:
    """Not a time expression: the words are taken out of the grammar's reach."""
    return {"dropped": True}


@action
def keep(slots: Slots) -> Cats | None:
    """A date inside words that add nothing to its value (दिनांक 5 मई)."""
    return _cal(slots["b"])


@action
def starts_on(slots: Slots) -> Cats | None:
    """1 फरवरी से शुरू: the day on which it starts."""
    return {"node": slots["p"], "starts": True}


@action
def keep_rday(slots: Slots) -> Cats | None:
    """कल भर."""
    return point(slots["p"], "rday")


@action
def dur_until(slots: Slots) -> Cats | None:
    """तीन दिनों तक: so long, from the anchor on where it lies ahead."""
    d = slots["d"]
    if d.whole or d.vague or any(unit in _CLOCK_UNITS for unit, _ in d.amounts):
        return None
    return {"node": Lasting(d), "lasting": True}


@action
def keep_point(slots: Slots) -> Cats | None:
    """A point inside words that add nothing to its value (21 तारीख के आसपास)."""
    return {"P": slots["p"], "node": slots["p"]}


@action
def month_word(slots: Slots) -> Cats | None:
    """नवंबर, इस सितंबर, अगले जून."""
    mod = next((int(slots[key]) for key in ("mod",) if key in slots), None)
    return point(Cal(month=int(slots["m"]), mod=mod), "mon")


@action
def year_weak(slots: Slots) -> Cats | None:
    """Four digits or number words that may be a year."""
    return point(Cal(year=int(slots["y"])), "yr") | {"weak": True, "num": Fraction(slots["y"])}


@action
def quarter_code(slots: Slots) -> Cats | None:
    """2017 q1, 2019-h2."""
    cal_year = Cal(year=int(slots["y"]))
    unit = "Q" if "quarter" in slots["@"][-1].cats else "HY"
    return point(Nth(int(slots["q"]), unit, None, cal_year), CONTAINERS[unit])


@action
def weekday_last(slots: Slots) -> Cats | None:
    """अंतिम सोमवार: the last of its month, or the last one before the anchor."""
    wd = int(slots["w"])
    return point(Weekday(wd, "last"), "wdp") | {"lastwd": wd}


@action
def nth_month_wd(slots: Slots) -> Cats | None:
    """जुलाई के पहले शुक्रवार."""
    return nth({"n": slots["n"], "w": slots["w"], "o": Cal(month=int(slots["m"])), "@": slots["@"]})


@action
def nth_lastwd(slots: Slots) -> Cats | None:
    """अप्रैल के अंतिम सोमवार."""
    return nth({"last": 1, "w": slots["w"], "o": slots["o"], "@": slots["@"]})


@action
def nth_last(slots: Slots) -> Cats | None:
    """जुलाई के आखिरी हफ्ते: अंतिम + unit was read as one."""
    args: dict[str, Any] = {"last": 1, "u": slots["u2"], "@": slots["@"]}
    args.update({key: slots[key] for key in ("o", "ou") if key in slots})
    return nth(args)


@action
def holiday_fill(slots: Slots) -> Cats | None:
    """A festival with its year: होली 2016, पिछले साल दिवाली, क्रिसमस के दिन."""
    node: Holiday = slots["h"]
    y = slots.get("y")
    if isinstance(y, Cal) and y.year is not None and y.month is None:
        node = replace(node, year=y.year)
    elif isinstance(y, Rel) and y.unit == "Y":
        node = replace(node, year_rel=y.n)
    elif y is not None:
        return None
    if "mod" in slots:
        node = replace(node, mod=int(slots["mod"]))
    return point(node, "hol")


@action
def next_weekdays(slots: Slots) -> Cats | None:
    """अगले दो रविवार: the next two of them."""
    sign = -1 if "pastmod" in slots["@"][0].cats or int(slots["mod"]) < 0 else 1
    n = _int(slots["n"])
    if n is None or not 1 < n < 53:
        return None
    node = NextWeekdays(slots["w"].wd, n, sign)
    return point(node, "wds")


@action
def in_year(slots: Slots) -> Cats | None:
    """अगले साल जून, 2016 में अप्रैल, 2019 में 26 जून."""
    outer, base = slots["o"], slots["b"]
    if not isinstance(base, Cal) or base.year is not None or base.month is None or base.mod is not None:
        return None
    if isinstance(outer, Rel) and outer.unit == "Y":
        return _cal(replace(base, year_rel=outer.n))
    if isinstance(outer, Cal) and outer.year is not None and outer.month is None:
        return _cal(replace(base, year=outer.year))
    return None


@action
def next_keep(slots: Slots) -> Cats | None:
    """अगले एक माह में."""
    return {"node": slots["d"], "nspan": slots["d"], "P": slots["d"]}


@action
def range_dash(slots: Slots) -> Cats | None:
    """जनवरी-फरवरी 2017, 18 नवंबर-19 दिसंबर: both ends of one kind."""
    a, b = slots["a"], slots["b"]
    same = (Cal, Weekday, Nth)
    if not (isinstance(a, same) and type(a) is type(b)):
        return None
    if isinstance(a, Cal) and isinstance(b, Cal) and (a.day is None) != (b.day is None):
        return None
    return _range(a, b)


@action
def range_now(slots: Slots) -> Cats | None:
    """22 जनवरी से अभी तक."""
    return _range(slots["a"], Rel("D", 0))


@action
def at_most(slots: Slots) -> Cats | None:
    """ज्यादा से ज्यादा कल."""
    return {"node": Open(slots["p"], "until"), "opn": True}


@action
def open_since(slots: Slots) -> Cats | None:
    """अगस्त से."""
    node = slots["p"]
    if not (isinstance(node, Cal) and node.day is None and node.year is None and node.mod is None):
        return None
    return {"node": Open(node, "since"), "opn": True}


@action
def compare(slots: Slots) -> Cats | None:
    """<= 2019."""
    sides: Final = {"cmple": "until", "cmpge": "since", "cmplt": "before", "cmpgt": "after"}
    side = next(value for key, value in sides.items() if key in slots["@"][0].cats)
    return {"node": Open(slots["p"], side), "opn": True}  # type: ignore[arg-type]
