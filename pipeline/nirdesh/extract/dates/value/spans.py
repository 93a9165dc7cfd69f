"""Values of intervals, open ends and lists."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, datetime, timedelta

from nirdesh.extract.dates.almanac import DAY, add_months, safe_date
from nirdesh.extract.dates.nodes import (
    At,
    Cal,
    Clock,
    DayPart,
    Indefinite,
    Kal,
    LastOf,
    Multi,
    Node,
    Now,
    Open,
    Part,
    Range,
    Rel,
    Shift,
    Weekday,
)
from nirdesh.extract.dates.value.core import Context, Value, day_value, iso, resolve, resolves
from nirdesh.extract.dates.value.days import day_month_order, fixed_value, kal_value
from nirdesh.extract.dates.value.lengths import shifted
from nirdesh.extract.dates.value.times import clock_text

_LONGEST = 31  # days of an interval that a list of days spells out


@resolves(Range)
def _range(node: Range, ctx: Context) -> Value | None:
    a, b = _fill(node.first, node.last, ctx)
    first = resolve(a, _opening(a, b, ctx))
    if first is None or (first.edtf is None and first.timex is None):
        return None
    last = _resolve_after(b, first, ctx)
    if last is None:
        return None
    if first.start and last.end and last.end < first.start:
        return None
    left = "" if first.edtf is None else first.edtf.split("/")[0]
    right = "" if last.edtf is None else last.edtf.split("/")[-1]
    tleft = (first.timex or left).split("/")[0]
    tright = (last.timex or right).split("/")[-1]
    if "REF" in tleft:
        tleft = left
    if "T23:59:59" in tright or "REF" in tright:
        tright = right
    if not left or not right or "{" in left or "X" in left.replace("XXXX-", ""):
        return None
    return Value(
        first.start, last.end, f"{left}/{right}", f"{tleft}/{tright}", first.relative or last.relative
    )


def _opening(a: Node, b: Node, ctx: Context) -> Context:
    """What the start of an interval is resolved in: कल से 31 मार्च तक … लागू की गई है begins tomorrow."""
    if not isinstance(a, Kal) or ctx.tense >= 0 or ctx.suite or ctx.today is None:
        return ctx
    last = resolve(b, replace(ctx, tense=1))
    ahead = last is not None and last.end is not None and last.end > ctx.today + a.n * DAY
    return replace(ctx, tense=1) if ahead else ctx


def _fill(a: Node, b: Node, ctx: Context) -> tuple[Node, Node]:
    """Give one end's year to the other; two ends without year are placed together."""
    if isinstance(a, At) and isinstance(b, Clock):
        return a, At(a.day, b)
    if not (isinstance(a, Cal) and isinstance(b, Cal)):
        return a, b
    if a.swap and b.swap:
        a, b = day_month_order(a, ctx), day_month_order(b, ctx)
    free_a = a.year is None and a.year_rel is None and a.month_rel is None and a.month is not None
    free_b = b.year is None and b.year_rel is None and b.month_rel is None and b.month is not None
    order = ((a.month or 1), (a.day or 1)) > ((b.month or 1), (b.day or 1))
    if free_a and b.year is not None:
        return replace(a, year=b.year - (1 if order and b.month else 0)), b
    if free_b and a.year is not None:
        return a, replace(b, year=a.year + (1 if order and a.month else 0))
    if free_a and free_b and ctx.today is not None and a.mod is None:
        year = _range_year(a, b, order, ctx, ctx.today)
        return replace(a, year=year), replace(b, year=year + (1 if order else 0))
    return a, b


def _range_year(a: Cal, b: Cal, wraps: bool, ctx: Context, today: date) -> int:
    options: list[tuple[date, date, int]] = []
    for year in (today.year - 1, today.year, today.year + 1):
        first = fixed_value(year, a.month, a.day, True)
        last = fixed_value(year + (1 if wraps else 0), b.month, b.day, True)
        if first and last and first.start and last.end:
            options.append((first.start, last.end, year))
    if not options:
        leap = [y for y in range(today.year, today.year + 9) if safe_date(y, 2, 29)]
        return leap[0] if leap else today.year
    if ctx.tense < 0 and not any(timedelta(0) <= o[0] - today <= timedelta(days=31) for o in options):
        return max((o for o in options if o[0] <= today), default=options[0])[2]
    if ctx.tense > 0:
        return min((o for o in options if o[1] >= today - timedelta(days=30)), default=options[-1])[2]
    return min(
        options,
        key=lambda o: 0 if o[0] <= today <= o[1] else min(abs((o[0] - today).days), abs((o[1] - today).days)),
    )[2]


def _resolve_after(node: Node, first: Value, ctx: Context) -> Value | None:
    """The end of an interval, on or after its start."""
    start = first.start
    told = node.day if isinstance(node, At) else node
    if isinstance(told, Rel) and told.told and told.unit == "D":  # … से अगले दिन सुबह तक
        if start is not None:
            return day_value(start + told.n * DAY)
        text = days_from((first.edtf or "").split("/")[0], told.n)
        return Value(None, None, text, text, True)
    if isinstance(node, LastOf) and start is None and node.duration.amounts[-1][0] in ("D", "W"):
        return _last_without_year(node, first)
    if start is None:
        return resolve(node, ctx)
    if isinstance(node, Weekday) and node.mod is None and node.week is None:
        return day_value(start + timedelta(days=(node.wd - start.isoweekday()) % 7 or 7))
    if isinstance(node, Cal) and node.year is None and node.year_rel is None and node.month_rel is None:
        if node.month is not None:
            for year in (start.year, start.year + 1):
                made = fixed_value(year, node.month, node.day, True)
                if made is not None and made.end is not None and made.end >= start:
                    return made
        elif node.day is not None:
            for k in (0, 1, 2):
                month = add_months(date(start.year, start.month, 1), k)
                day = safe_date(month.year, month.month, node.day) if month else None
                if day is not None and day >= start:
                    return day_value(day)
    if isinstance(node, Shift) and isinstance(node.base, Now) and ctx.now is not None:
        moment = shifted(datetime.combine(start, datetime.min.time()), node.duration, node.sign)
        return day_value(moment.date()) if moment else None
    if isinstance(node, Kal):
        return kal_value(
            node,
            replace(ctx, tense=1 if first.start and ctx.today and first.start >= ctx.today else ctx.tense),
        )
    return resolve(node, ctx)


def _last_without_year(node: LastOf, first: Value) -> Value:
    """12 मई से तीन दिन तक, in a report whose year is unknown."""
    unit, amount = node.duration.amounts[-1]
    text = days_from((first.edtf or "").split("/")[0], int(amount) * (7 if unit == "W" else 1) - 1)
    return Value(None, None, text, text, True)


@resolves(Open)
def _open(node: Open, ctx: Context) -> Value | None:
    if ctx.tense < 0 and not ctx.suite and node.side == "until":
        ctx = replace(ctx, tense=0)  # an order given in the past still has its deadline ahead
    if isinstance(node.point, (Clock, DayPart)):
        time = clock_text(node.point) if isinstance(node.point, Clock) else None
        timex = (f"../{time}" if node.side in ("before", "until") else f"{time}/..") if time else None
        return Value(None, None, None, timex)
    if node.side == "before" and isinstance(node.point, Part) and node.point.which == "end" and not ctx.suite:
        node = Open(node.point.within, "until")  # माह की समाप्ति से पहले
    value = resolve(node.point, ctx)
    if value is None or value.edtf is None:
        return None
    left, right = value.edtf.split("/")[0], value.edtf.split("/")[-1]
    timed = isinstance(node.point, At)
    stamp = value.timex if timed and value.timex else None
    if left.startswith("{") or ".." in value.edtf:
        return None
    if node.side == "before":
        return _before(node, value, left, stamp, ctx)
    if node.side == "until":
        return Value(
            None, value.end, f"../{right}", f"../{stamp.split('/')[-1] if stamp else right}", value.relative
        )
    if node.side == "since":
        return Value(
            value.start, None, f"{left}/..", f"{stamp.split('/')[0] if stamp else left}/..", value.relative
        )
    after = value.end + DAY if value.end is not None and not stamp else None
    text = iso(after) if after is not None else right
    return Value(
        after, None, f"{text}/..", f"{stamp if stamp else (text if after else right)}/..", value.relative
    )


@resolves(Indefinite)
def _indefinite(node: Indefinite, ctx: Context) -> Value | None:
    start = resolve(node.start or Now(), replace(ctx, tense=max(ctx.tense, 0)))
    if start is None or start.edtf is None or not start.edtf[0].isdigit() or "/" in start.edtf:
        return None
    return Value(start.start, None, f"{start.edtf}/..", f"{start.edtf}/..", start.relative)


def days_from(text: str, days: int) -> str:
    """The day so far from one without year; before 1 March that is 28 February, as in most years."""
    if len(text) != len("XXXX-MM-DD") or "X" in text[5:]:
        return text
    month, number = int(text[5:7]), int(text[8:])
    day = date(2000 if (month, number) == (2, 29) else 2001, month, number) + days * DAY
    return f"XXXX-{day.month:02d}-{day.day:02d}"


def _each_day(text: str) -> list[str]:
    """The days of an interval within a list (26 एवं 28 से 31 दिसंबर); anything else as it is."""
    day, _, last = text.partition("/")
    days = [day]
    while len(day) == len(last) == len("YYYY-MM-DD") and len(days) <= _LONGEST:
        if days[-1] == last:
            return days
        days.append(
            iso(date.fromisoformat(days[-1]) + DAY) if days[-1][0].isdigit() else days_from(days[-1], 1)
        )
    return [text]


def _before(node: Open, value: Value, left: str, stamp: str | None, ctx: Context) -> Value:
    """15 से पहले ends on the 14th in a record; the suites name the bound itself."""
    if value.start is not None and not stamp and not ctx.suite:
        day = value.start - DAY
        return Value(None, day, f"../{iso(day)}", f"../{iso(day)}", value.relative)
    if value.start is None and not stamp and not ctx.suite:
        left = days_from(left, -1)
    timex = f"../{stamp}" if stamp else f"../{iso(value.start)}" if value.start else f"../{left}"
    return Value(None, value.start, f"../{left}", timex, value.relative)


@resolves(Multi)
def _multi(node: Multi, ctx: Context) -> Value | None:
    items = list(node.items)
    values: list[Value] = []
    anchor_ctx = ctx
    for item in items:
        after = bool(values) and isinstance(item, Weekday)
        value = _resolve_after(item, values[-1], ctx) if after else resolve(item, anchor_ctx)
        if value is None or value.edtf is None:
            return None
        values.append(value)
    texts = list(itertools.chain.from_iterable(_each_day(value.edtf or "") for value in values))
    joined = "{" + ",".join(texts) + "}"
    return Value(values[0].start, values[-1].end, joined, joined, any(v.relative for v in values))
