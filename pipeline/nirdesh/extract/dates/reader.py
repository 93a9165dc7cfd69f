"""From text to resolved expressions: parsing, the governing verb, and what a report itself settles.

A suite row is resolved against its reference alone. In a report three more things count: deadlines run from
the day of speaking where the report gives it (मंगलवार को कहा, तीन दिन में), a bare day takes its month from the
dates around it (3 फरवरी को यहां, 5 को वहां), and headlines leave the month out (बैठक सात को).
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from nirdesh.extract.dates.almanac import safe_date
from nirdesh.extract.dates.bare_days import (
    Months,
    bare_limits,
    gapped,
    gapped_before,
    headline_days,
    occasion_days,
    start_days,
)
from nirdesh.extract.dates.doubtful import (
    is_alternative,
    is_excepted,
    is_habit,
    is_loose_part,
    is_nowadays,
    is_procession,
)
from nirdesh.extract.dates.drafting import Draft, covered, days_of, parse
from nirdesh.extract.dates.foreign import foreign_dates
from nirdesh.extract.dates.lexicon import guard_words
from nirdesh.extract.dates.nodes import (
    At,
    Cal,
    Kal,
    Lasting,
    LastOf,
    Multi,
    Next,
    Node,
    Now,
    Open,
    Range,
    Rel,
    Shift,
    Weekday,
    Within,
)
from nirdesh.extract.dates.policy import Found
from nirdesh.extract.dates.tense import SENTENCE_END
from nirdesh.extract.dates.tokens import Token
from nirdesh.extract.dates.value import Context, Value, resolve

SOME_DAY: Final = datetime(2001, 1, 10)  # to see whether only the day to count from is missing
DATELINE: Final = 150  # code points in which a dateline stands
_CLOCK: Final = ("H", "MIN", "S")
WRITTEN: Final = timedelta(days=2)  # how long before publication the day of the dateline may lie
SPEAKING: Final = timedelta(days=6)  # how long before publication a report's day of speaking may lie


@dataclass(frozen=True, slots=True)
class Tagged:
    """A resolved expression, before it is written in one convention or another."""

    draft: Draft
    value: Value | None
    adrift: bool = False

    @property
    def found(self) -> Found:
        """Where and what it is."""
        return self.draft.found


def read_row(text: str, context: Context) -> Iterator[Tagged]:
    """Expressions of one utterance, each resolved against the reference alone."""
    _, drafts = parse(text, "suite")
    for draft in drafts:
        yield Tagged(draft, resolve(draft.found.node, replace(context, tense=draft.tense)))


def read_report(text: str, context: Context, no_verbs: frozenset[int] = frozenset()) -> list[Tagged]:
    """Expressions of a report, resolved against its publication and what it says itself."""
    tokens, drafts = parse(text, "report", no_verbs)
    drafts = [*drafts, *gapped(tokens, drafts)]
    drafts = sorted([*drafts, *gapped_before(tokens, drafts)], key=_start)
    drafts = [draft for draft in drafts if not is_procession(draft, tokens)]
    drafts = [*drafts, *headline_days(tokens, drafts)]
    drafts = [*drafts, *bare_limits(tokens, drafts)]
    if context.now is not None:
        drafts = [*drafts, *occasion_days(tokens, drafts)]
        drafts = [*drafts, *start_days(tokens, drafts)]
    drafts = sorted(_with_foreign(text, tokens, drafts, context), key=_start)
    drafts = [_day_before(draft, drafts[:i], tokens) for i, draft in enumerate(drafts)]
    drafts = _standards(drafts, tokens)
    drafts = [draft for draft in drafts if not is_nowadays(draft, tokens) and not is_habit(draft, tokens)]
    drafts = [draft for draft in drafts if not is_excepted(draft, tokens)]
    drafts = [draft for draft in drafts if not is_alternative(draft, drafts, tokens)]
    drafts = [draft for draft in drafts if not is_loose_part(draft, drafts, tokens)]
    drafts = [_from_start(draft, drafts[:i], tokens) for i, draft in enumerate(drafts)]
    spoken = _speaking_day(drafts, context)
    months = Months.of(drafts)
    if context.now is None and context.doc_year is None:
        context = replace(context, told=_told_day(drafts))
    opening = _dateline(tokens, drafts)
    written = _day_written(opening, context)
    days = {
        d.found.start: spoken.day for d in drafts if spoken is not None and _from_speaking(d, spoken, tokens)
    }
    if written is not None:
        head = text.find("\n") if context.now is not None else -1  # a headline's today is that of the paper
        days |= {
            d.found.start: written
            for d in drafts
            if d.found.start not in days and d.found.start > head and _is_today(d.found.node)
        }
    opening = opening if context.now is None else None
    return [_resolve_draft(draft, months, days.get(draft.found.start), context, opening) for draft in drafts]


def _from_start(draft: Draft, earlier: list[Draft], tokens: list[Token]) -> Draft:
    """14 मार्च से मेला लगेगा जिसमें तीन दिन तक …: a length counts from the start told before it in the sentence."""
    node = draft.found.node
    if not isinstance(node, Lasting) or draft.tense <= 0:
        return draft
    ends = [token.end for token in tokens if token.form in SENTENCE_END and token.end <= draft.found.start]
    for other in reversed(earlier):
        if other.found.start < max(ends, default=0):
            break
        point = other.found.node
        starts = isinstance(point, Open) and point.side == "since"
        day = point.point if isinstance(point, Open) else point
        if (starts or other.found.starts) and other.tense > 0 and isinstance(day, Cal) and day.day:
            span = Range(day, LastOf(day, node.duration))
            return replace(draft, found=replace(draft.found, node=span))
    return draft


def _resolve_draft(
    draft: Draft, months: Months, spoken: date | None, context: Context, opening: Cal | None
) -> Tagged:
    ctx, node = replace(context, tense=draft.tense), draft.found.node
    if spoken is not None:
        ctx = replace(ctx, now=datetime.combine(spoken, datetime.min.time()))
    limit = isinstance(node, Open) and ctx.now is None
    if isinstance(node, (Cal, At)) or limit or draft.found.rule == "headline-day":
        node = months.complete(node, draft.found.start)
    if ctx.told is not None and _only_dates(node):
        ctx = replace(ctx, now=datetime.combine(ctx.told, datetime.min.time()))
    if isinstance(node, Open) and node.side == "since" and _starts(draft):
        # 22 मई से आपूर्ति शुरू करें names the start; 2013 से बन रहा था, 1 जून से रोक hold on
        node = node.point
        draft = replace(draft, found=replace(draft.found, node=node, starts=True))
    unsettled = draft.event or _told_day_of(node) or _told_shift(draft)
    value = None if unsettled else resolve(node, ctx)
    if opening is not None and (isinstance(node, Within) or _is_today(node)) and not unsettled:
        value = _from_dateline(node, opening, ctx) or value
    unknown = ctx.now is None and not unsettled and (value is None or value.start is None)
    event = draft.event and not (isinstance(node, Shift) and node.duration.amounts[-1][0] in _CLOCK)
    event = event or (_told_day_of(node) and not isinstance(node, Rel))
    return Tagged(draft, value, event or (unknown and _counts(node, ctx)))


def _counts(node: Node, ctx: Context) -> bool:
    """Whether an expression would have a value if one knew the day of the report.

    What came two years later in a story counts from the story, not from the report.
    """
    if isinstance(node, Shift) and node.sign > 0 and ctx.tense < 0:
        return False
    value = resolve(node, replace(ctx, now=SOME_DAY))
    return value is not None and value.relative and value.edtf is not None


def _dateline(tokens: list[Token], drafts: list[Draft]) -> Cal | None:
    """The day in the dateline of a report that has no other (बैतूल, 12 दिसंबर:)."""
    after = {token.end: tokens[i + 1].form for i, token in enumerate(tokens[:-1])}
    for draft in drafts:
        node = draft.found.node
        if draft.found.start > DATELINE:
            break
        if (
            isinstance(node, Cal)
            and node.day
            and node.month
            and after.get(draft.found.end, "") in "-–—:।(/|\n"
        ):
            return node
    return None


def _day_written(opening: Cal | None, context: Context) -> date | None:
    """The day in the dateline, where the report was published a day or two later."""
    value = resolve(opening, context) if opening is not None else None
    day, today = (value.start if value is not None else None), context.today
    return day if day and today and timedelta(0) < today - day <= WRITTEN else None


def _is_today(node: Node) -> bool:
    """आज, कल, आज शाम तक: what counts from the day on which it was written."""
    inner = node.point if isinstance(node, Open) else node
    inner = inner.day if isinstance(inner, At) else inner
    return inner == Rel("D", 0) or isinstance(inner, Kal)


def _from_dateline(node: Node, day: Cal, ctx: Context) -> Value | None:
    """A deadline in days, or today and tomorrow, from a dateline, which may have no year."""
    now = safe_date(day.year or SOME_DAY.year, day.month or 0, day.day or 0)
    if now is None:
        return None
    value = resolve(node, replace(ctx, now=datetime.combine(now, datetime.min.time())))
    if day.year is not None:
        return value
    if (
        value is None
        or value.edtf is None
        or {d.year for d in (value.start, value.end) if d} != {SOME_DAY.year}
    ):
        return None
    text = value.edtf.replace(f"{SOME_DAY.year}-", "XXXX-")
    return Value(None, None, text, text, True)


def _day_before(draft: Draft, earlier: list[Draft], tokens: list[Token]) -> Draft:
    """एक दिन पूर्व of what is planned counts from the day told before it in the sentence, if any."""
    node = draft.found.node
    if not isinstance(node, Shift) or not isinstance(node.base, Now) or node.sign > 0 or draft.tense <= 0:
        return draft
    ends = [token.end for token in tokens if token.form in SENTENCE_END and token.end <= draft.found.start]
    opens = max(ends, default=0)
    for other in earlier:
        if other.found.start >= opens and days_of(other.found.node):
            base = replace(node, base=days_of(other.found.node)[0])
            return replace(draft, found=replace(draft.found, node=base))
    return replace(draft, event=True)


def _standards(drafts: list[Draft], tokens: list[Token]) -> list[Draft]:
    """48 घंटे में उठान और 72 घंटे में भुगतान: hours of a standing rule, counted from each case of its own."""
    stops = [token.start for token in tokens if token.form in SENTENCE_END]
    hours: dict[int, set[Node]] = {}
    for draft in drafts:
        node = draft.found.node
        if isinstance(node, Within) and node.duration.amounts[-1][0] == "H":
            hours.setdefault(bisect_left(stops, draft.found.start), set()).add(node)
    several = {sentence for sentence, nodes in hours.items() if len(nodes) > 1}
    return [
        replace(draft, event=True)
        if draft.found.node in hours.get(sentence := bisect_left(stops, draft.found.start), set())
        and sentence in several
        else draft
        for draft in drafts
    ]


def _starts(draft: Draft) -> bool:
    """Whether a day with से is the one on which something starts; only what is in force goes on."""
    return draft.begins or (draft.tense >= 0 and not draft.in_force)


def _told_day_of(node: Node) -> bool:
    """Whether an expression counts from the day just spoken of (उसी दिन, उसी दिन शाम तक)."""
    inner = node.point if isinstance(node, Open) else node
    inner = inner.day if isinstance(inner, At) else inner
    return isinstance(inner, Rel) and inner.told


def _told_shift(draft: Draft) -> bool:
    """Whether a length with पहले or बाद counts from what is told: दो साल बाद बने, 45 मिनट पहले निकलें."""
    node = draft.found.node
    if not isinstance(node, Shift) or not isinstance(node.base, Now):
        return False
    return (node.sign > 0 and draft.tense < 0) or node.duration.amounts[-1][0] in _CLOCK[1:]


def _told_day(drafts: list[Draft]) -> date | None:
    """The first day that a report without publication gives in full, if all such days are of one year."""
    whole = [cal for draft in drafts for cal in days_of(draft.found.node) if cal.year]
    if not whole or len({cal.year for cal in whole}) > 1:
        return None
    first = whole[0]
    return safe_date(first.year or 0, first.month or 0, first.day or 0)


def _only_dates(node: Node) -> bool:
    """Whether an expression is made of calendar dates alone, so that only the year may be missing."""
    if isinstance(node, Multi):
        return all(_only_dates(item) for item in node.items)
    if isinstance(node, Range):
        return _only_dates(node.first) and _only_dates(node.last)
    inner = node.point if isinstance(node, Open) else node
    return isinstance(inner, Cal) and bool(inner.day and inner.month) and not inner.month_rel


def _start(draft: Draft) -> int:
    return draft.found.start


def _runs_from_speaking(node: Node) -> bool:
    if isinstance(node, Shift):
        return isinstance(node.base, Now) and node.sign > 0
    return isinstance(node, (Within, Lasting))


@dataclass(frozen=True, slots=True)
class _Speaking:
    """The day on which what is reported was said, and where the report tells it."""

    day: date
    start: int


def _from_speaking(draft: Draft, spoken: _Speaking, tokens: list[Token]) -> bool:
    """Whether an expression counts from the day of speaking: a length, or आज in what was said to be done.

    सोमवार को … ने कहा कि आज ही सूचना दें: the listeners' today.
    """
    node = draft.found.node
    if _runs_from_speaking(node):
        return True
    if isinstance(node, Next):
        return node.sign > 0 and node.duration.amounts[-1][0] != "D"  # अगले दो दिन: from the report on
    if not _is_today(node) or draft.tense <= 0 or draft.found.start < spoken.start:
        return False
    first = next((k for k, token in enumerate(tokens) if token.start == draft.found.start), 0)
    before = itertools.takewhile(lambda t: t.form not in SENTENCE_END, reversed(tokens[:first]))
    after = itertools.takewhile(lambda t: t.form not in SENTENCE_END, tokens[first:])
    return any(token.form in guard_words("telling") for token in (*before, *after))


def _speaking_day(drafts: list[Draft], context: Context) -> _Speaking | None:
    """The day on which what is reported was said: the first past day of the report, if it is recent.

    One with a time of day (रविवार की रात) counts only where there is no other.
    """
    plain = [(d.found.node, d.found.start) for d in drafts if d.tense < 0 and not d.overtaken]
    timed = [(node.day, start) for node, start in plain if isinstance(node, At)]
    for node, start in (*plain, *timed):
        if not isinstance(node, (Weekday, Kal)) or (isinstance(node, Weekday) and node.mod == "last"):
            continue  # पिछले मंगलवार is told, not spoken on
        value = resolve(node, replace(context, tense=-1))
        day = value.start if value is not None else None
        if context.today and day is not None and timedelta(0) <= context.today - day <= SPEAKING:
            return _Speaking(day, start)
    return None


def _with_foreign(text: str, tokens: list[Token], drafts: list[Draft], context: Context) -> list[Draft]:
    """The drafts and the dates in odd Latin spellings, which take the place of their pieces (a bare year)."""
    taken = covered(tokens, drafts)
    made: list[Draft] = []
    dropped: set[int] = set()
    for found in foreign_dates(text, tokens, context.now):
        touched = {id(d): d for i in found.tokens if (d := taken.get(i)) is not None}
        spans = [(d.found.start, d.found.end) for d in touched.values()]
        whole = (found.start, found.end) in spans
        if whole or not all(found.start <= a and b <= found.end for a, b in spans):
            continue
        if made and found.start < made[-1].found.end:
            continue
        day = found.day
        node = Cal(year=day.year if found.has_year else None, month=day.month, day=day.day)
        made.append(Draft(Found(found.start, found.end, node, "dateparser"), 0, False, False))
        dropped |= touched.keys()
    return [*(draft for draft in drafts if id(draft) not in dropped), *made]
