"""Dates, weekdays, months, festivals and seasons."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from nirdesh.extract.dates.build.core import CONTAINERS, action, cal_cats, plain, point, whole_number
from nirdesh.extract.dates.build.digits import two_digit_year
from nirdesh.extract.dates.grammar import Slots
from nirdesh.extract.dates.items import Digits
from nirdesh.extract.dates.lexicon import Cats
from nirdesh.extract.dates.nodes import (
    Asap,
    Cal,
    Holiday,
    Indefinite,
    Kal,
    NextWeekdays,
    Now,
    Nth,
    Rel,
    Season,
    Span,
    Tithi,
    Weekday,
)


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
        day_number = day.value if isinstance(day, Digits) else whole_number(day)
        if day_number is None or not 1 <= day_number <= 31:
            return None
    node = Cal(
        year=int(year) if year is not None else None,
        month=int(month) if month is not None else None,
        day=day_number,
        wd=slots.get("w"),
    )
    return cal_cats(node) | ({"bare": True} if month is None and year is None else {})


@action
def cal_short(slots: Slots) -> Cats | None:
    """5 मार्च '24."""
    return cal({**slots, "y": two_digit_year(int(slots["y"]), 2)})


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
    return cal_cats(replace(base, **changes))


@action
def cal_within(slots: Slots) -> Cats | None:
    """A month or day placed in another unit: अगले साल जून, अगले महीने की 20 तारीख, दो हजार अठारह के फरवरी."""
    outer = slots["o"]
    month, day = slots.get("m"), slots.get("d")
    if isinstance(outer, Rel) and outer.unit == "Y":
        return cal_cats(
            Cal(year_rel=outer.n, month=month, day=whole_number(day) if day is not None else None)
        )
    if isinstance(outer, Rel) and outer.unit == "M" and day is not None:
        return cal_cats(Cal(month_rel=outer.n, day=whole_number(day)))
    if isinstance(outer, Cal) and outer.month is None and outer.day is None and month is not None:
        return cal_cats(replace(outer, month=int(month), day=whole_number(day) if day is not None else None))
    if (
        isinstance(outer, Cal)
        and outer.day is None
        and outer.month is not None
        and day is not None
        and month is None
    ):
        return cal_cats(replace(outer, day=whole_number(day)))
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
    day = whole_number(slots["d"])
    if not day or (day == 1 and any("wordnum" in item.cats for item in slots["@"])):
        return None  # एक is an article
    w = slots.get("w")
    named = "tarikh" in slots["@"][-1].cats
    return cal_cats(Cal(day=day, wd=w.wd if isinstance(w, Weekday) else w)) | {"bareday": named}


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
def indefinite(slots: Slots) -> Cats | None:
    """अगले आदेश तक, 1 मई से अगले आदेश तक."""
    return {"node": Indefinite(slots.get("p")), "further": True}


@action
def season(slots: Slots) -> Cats | None:
    """Seasons, with a year, इस साल or इस, अगले before."""
    year_slot = slots.get("y")
    outer = year_slot if isinstance(year_slot, Rel) else slots.get("o")
    y = year_slot.year if isinstance(year_slot, Cal) else None if isinstance(year_slot, Rel) else year_slot
    rel = outer.n if isinstance(outer, Rel) else int(slots["mod"]) if "mod" in slots else None
    return point(Season(str(slots["s"]), int(y) if y is not None else None, rel, slots.get("which")), "sea")


@action
def season_part(slots: Slots) -> Cats | None:
    """गर्मियों के दौरान, गर्मियों के बीच."""
    return point(replace(slots["s"], which="mid"), "sea")


@action
def holiday(slots: Slots) -> Cats | None:
    """होली, गणतंत्र दिवस."""
    return point(Holiday(str(slots["h"])), "hol")


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
            plain(y) - int(slots["sv"]) if y is not None and "sv" in slots else None,
        ),
        "day",
    )


@action
def samvat(slots: Slots) -> Cats | None:
    """विक्रम संवत 2081."""
    return point(Span("SAMVAT", plain(slots["y"]) - int(slots["sv"])), "fy")


@action
def keep(slots: Slots) -> Cats | None:
    """A date inside words that add nothing to its value (दिनांक 5 मई)."""
    return cal_cats(slots["b"])


@action
def keep_rday(slots: Slots) -> Cats | None:
    """कल भर."""
    return point(slots["p"], "rday")


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
    n = whole_number(slots["n"])
    if n is None or not 1 < n < 53:
        return None
    node = NextWeekdays(slots["w"].wd, n, sign)
    return point(node, "wds")


@action
def in_year(slots: Slots) -> Cats | None:
    """अगले साल जून, 2016 में अप्रैल, 2019 में 26 जून, पिछले वर्ष इसी माह."""
    outer, base = slots["o"], slots["b"]
    if base == Rel("M", 0) and isinstance(outer, Rel) and outer.unit == "Y" and outer.n:
        return cal_cats(Cal(year_rel=outer.n, month_rel=0))
    if not isinstance(base, Cal) or base.year is not None or base.month is None or base.mod is not None:
        return None
    if isinstance(outer, Rel) and outer.unit == "Y":
        return cal_cats(replace(base, year_rel=outer.n))
    if isinstance(outer, Cal) and outer.year is not None and outer.month is None:
        return cal_cats(replace(base, year=outer.year))
    return None
