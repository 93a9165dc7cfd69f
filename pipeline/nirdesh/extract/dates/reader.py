"""From text to resolved expressions: parsing, the governing verb, and what a report itself settles.

A suite row is resolved against its reference alone. In a report three more things count: deadlines run from
the day of speaking where the report gives it (मंगलवार को कहा, तीन दिन में), a bare day takes its month from the
dates around it (3 फरवरी को यहां, 5 को वहां), and headlines leave the month out (बैठक सात को).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final, Literal

from nirdesh.extract.dates.almanac import safe_date
from nirdesh.extract.dates.foreign import foreign_dates
from nirdesh.extract.dates.grammar import load_grammar, run_layer
from nirdesh.extract.dates.items import scan
from nirdesh.extract.dates.lexicon import guard_words, load
from nirdesh.extract.dates.nodes import (
    At,
    Cal,
    Kal,
    Lasting,
    Multi,
    Node,
    Now,
    Open,
    Range,
    Rel,
    Shift,
    Weekday,
    Within,
)
from nirdesh.extract.dates.policy import Found, View, is_rate, select
from nirdesh.extract.dates.tense import SENTENCE_END, Governor, governor, is_genitive
from nirdesh.extract.dates.tokens import Token, tokenise
from nirdesh.extract.dates.value import Context, Value, resolve

Profile = Literal["report", "suite"]
STATE_WINDOW: Final = 5  # how many words after तक a state may stand (31 मार्च तक सभी विद्यालय बंद)
GAP_WINDOW: Final = 12  # tokens between two days of a gapped list
ERGATIVE_WINDOW: Final = 1  # ने right before a weekday makes it past
SPEAKING: Final = timedelta(days=6)  # how long before publication a report's day of speaking may lie


@dataclass(frozen=True, slots=True)
class Draft:
    """An expression that is found but not resolved.

    Attributes:
        tense: Of the governing verb: 1, -1, 0 unknown.
        state: Whether what is said lasts until, or holds from, the time named.
        genitive: Whether का, के or की follows (आज सुबह 9 बजे तक के आंकड़े).
        event: Whether it counts from an event that is no date (मतदान से 48 घंटे पहले).
    """

    found: Found
    tense: int
    state: bool
    genitive: bool
    event: bool = False


@dataclass(frozen=True, slots=True)
class Tagged:
    """A resolved expression, before it is written in one convention or another."""

    draft: Draft
    value: Value | None

    @property
    def found(self) -> Found:
        """Where and what it is."""
        return self.draft.found


def parse(
    text: str, profile: Profile, no_verbs: frozenset[int] = frozenset()
) -> tuple[list[Token], list[Draft]]:
    """Expressions of a text, in order, with their verbs."""
    tokens = tokenise(text)
    layers = load_grammar()
    starts = {token.start: i for i, token in enumerate(tokens)}
    ends = {token.end: i + 1 for i, token in enumerate(tokens)}
    view = View(tokens, starts, ends, profile)
    drafts: list[Draft] = []
    for items in scan(tokens, prose=profile == "report"):
        for layer in layers:
            run_layer(layer, items, profile)
        for found in select(items, view):
            verb = governor(tokens, ends[found.end], starts[found.start], no_verbs)
            drafts.append(_draft(found, verb, tokens, starts[found.start], ends[found.end]))
    return tokens, drafts


def _draft(found: Found, verb: Governor, tokens: list[Token], before: int, after: int) -> Draft:
    tense = _forced(found.node, verb)
    if isinstance(found.node, (Weekday, Kal)) and any(
        token.form in guard_words("ergative") for token in tokens[max(0, before - ERGATIVE_WINDOW) : before]
    ):
        tense = tense if _qualified(found.node) else -1  # मंत्री ने सोमवार को
    if isinstance(found.node, Within) and is_rate(found.node, tokens[after : after + 1]):
        tense = 0
    tense = 1 if found.rule == "within-term" else tense  # 15 दिन का समय दिया
    genitive = after < len(tokens) and is_genitive(tokens[after].form)
    event = (
        isinstance(found.node, Shift)
        and isinstance(found.node.base, Now)
        and _is(tokens, before - 1, "event")
    ) or (isinstance(found.node, Within) and before > 1 and tokens[before - 1].form in guard_words("since"))
    return Draft(found, tense, verb.state or _state(tokens, after), genitive, event)


def _state(tokens: list[Token], after: int) -> bool:
    """Whether what follows तक lasts until then (बंद, स्थगित, लागू) rather than is done by then."""
    states = guard_words("state")
    if after < len(tokens) and tokens[after].form in guard_words("not_until"):
        return True  # 16 जुलाई तक नहीं खुलेंगे
    for token in tokens[after : after + STATE_WINDOW]:
        if token.form in SENTENCE_END:
            break
        if token.form in states:
            return True
    return False


def _qualified(node: Node) -> bool:
    return isinstance(node, Weekday) and node.mod is not None


def _forced(node: Node, verb: Governor) -> int:
    """Qualifiers that look ahead or back outweigh the verb (आगामी, बीते, तक)."""
    inner = node.first if isinstance(node, Range) else node.point if isinstance(node, Open) else node
    if isinstance(inner, Cal) and inner.mod:
        return inner.mod
    if isinstance(inner, Weekday) and inner.mod in ("coming", "next", "last"):
        return -1 if inner.mod == "last" else 1
    if isinstance(node, Open) and verb.tense == 0 and node.side == "until":
        return 1
    return verb.tense


def read_row(text: str, context: Context) -> Iterator[Tagged]:
    """Expressions of one utterance, each resolved against the reference alone."""
    _, drafts = parse(text, "suite")
    for draft in drafts:
        yield Tagged(draft, resolve(draft.found.node, replace(context, tense=draft.tense)))


def read_report(text: str, context: Context, no_verbs: frozenset[int] = frozenset()) -> list[Tagged]:
    """Expressions of a report, resolved against its publication and what it says itself."""
    tokens, drafts = parse(text, "report", no_verbs)
    drafts = [*drafts, *_gapped(tokens, drafts)]
    drafts = sorted([*drafts, *_gapped_before(tokens, drafts)], key=_start)
    drafts = [*drafts, *_headline_days(tokens, drafts)]
    if context.now is not None:
        drafts = [*drafts, *_occasion_days(tokens, drafts)]
    drafts = sorted(_with_foreign(text, tokens, drafts, context), key=_start)
    spoken = _speaking_day(drafts, context)
    months = _Months.of(drafts)
    if context.now is None and context.doc_year is None:
        context = replace(context, told=_told_day(drafts))
    return [_resolve_draft(draft, months, spoken, context) for draft in drafts]


def _resolve_draft(draft: Draft, months: _Months, spoken: date | None, context: Context) -> Tagged:
    ctx, node = replace(context, tense=draft.tense), draft.found.node
    if spoken is not None and _runs_from_speaking(node):
        ctx = replace(ctx, now=datetime.combine(spoken, datetime.min.time()))
    if isinstance(node, Cal):
        node = months.complete(node, draft.found.start)
    if ctx.told is not None and _only_dates(node):
        ctx = replace(ctx, now=datetime.combine(ctx.told, datetime.min.time()))
    if isinstance(node, Open) and node.side == "since" and not draft.state and draft.tense >= 0:
        # 22 मई से आपूर्ति शुरू करें names the start; 2013 से बन रहा था, 1 जून से रोक hold on
        node = node.point
        draft = replace(draft, found=replace(draft.found, node=node, starts=True))
    unsettled = draft.event or (isinstance(node, Rel) and node.told)
    return Tagged(draft, None if unsettled else resolve(node, ctx))


def _told_day(drafts: list[Draft]) -> date | None:
    """The first day that a report without publication gives in full, if all such days are of one year."""
    whole = [cal for draft in drafts for cal in _days_of(draft.found.node) if cal.year]
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


def _speaking_day(drafts: list[Draft], context: Context) -> date | None:
    """The day on which what is reported was said: the first past day of the report, if it is recent.

    One with a time of day (रविवार की रात) counts only where there is no other.
    """
    plain = [draft.found.node for draft in drafts if draft.tense < 0]
    timed = [node.day for node in plain if isinstance(node, At)]
    for node in (*plain, *timed):
        if not isinstance(node, (Weekday, Kal)) or (isinstance(node, Weekday) and node.mod == "last"):
            continue  # पिछले मंगलवार is told, not spoken on
        value = resolve(node, replace(context, tense=-1))
        day = value.start if value is not None else None
        if context.today and day is not None and timedelta(0) <= context.today - day <= SPEAKING:
            return day
    return None


def _days_of(node: Node) -> list[Cal]:
    items: tuple[Node, ...] = (node,)
    if isinstance(node, Multi):
        items = node.items
    elif isinstance(node, Range):
        items = (node.first, node.last)
    inner = [item.point if isinstance(item, Open) else item for item in items]
    inner = [item.day if isinstance(item, At) else item for item in inner]
    return [item for item in inner if isinstance(item, Cal) and item.day and item.month]


@dataclass(frozen=True, slots=True)
class _Months:
    """Months that a report gives to its days: by day, and in the order of the text."""

    by_day: dict[int, Cal]
    starts: list[int]
    days: list[Cal]

    @classmethod
    def of(cls, drafts: list[Draft]) -> _Months:
        """Collect the dated days of all expressions."""
        dated = [(draft.found.start, cal) for draft in drafts for cal in _days_of(draft.found.node)]
        by_day: dict[int, Cal] = {}
        for _, cal in dated:
            by_day.setdefault(cal.day or 0, cal)
        return cls(by_day, [start for start, _ in dated], [cal for _, cal in dated])

    def complete(self, node: Cal, start: int) -> Cal:
        """A bare day with the month of the same day elsewhere, else of the date before it."""
        if node.day is None or node.month is not None or node.month_rel is not None:
            return node
        chosen = self.by_day.get(node.day)
        before = bisect_left(self.starts, start) - 1
        if chosen is None and before >= 0 and (self.days[before].day or 0) < node.day:
            chosen = self.days[before]
        return node if chosen is None else replace(node, month=chosen.month, year=chosen.year)


def _number(tokens: list[Token], i: int) -> int | None:
    """A day of the month at token ``i``, in digits or one word."""
    form = tokens[i].form
    if form.isdecimal() and len(form) <= 2:
        value = int(form)
    else:
        word = load().numbers.get(form)
        if word is None or word.kind != "unit" or word.ordinal:
            return None
        value = int(word.value)
    return value if 1 <= value <= 31 else None


def _gapped(tokens: list[Token], drafts: list[Draft]) -> Iterator[Draft]:
    """3 फरवरी को कलायत, 5 को गुहला और 9 को राजौंद: the later days have no month, also after a stop."""
    ends = {token.end: i + 1 for i, token in enumerate(tokens)}
    for draft in drafts:
        base = draft.found.node
        i = ends[draft.found.end]
        if not (isinstance(base, Cal) and base.day and base.month) or not _is(tokens, i, "dative"):
            continue
        last, left = base.day, GAP_WINDOW
        while left and i + 2 < len(tokens):
            i, left = i + 1, left - 1
            stop = tokens[i - 1].form in SENTENCE_END
            day = _number(tokens, i) if _is(tokens, i + 1, "dative") else None
            if stop and day is None:
                break
            if day is not None and day > last and (stop or _is(tokens, i - 1, "link")):
                found = Found(tokens[i].start, tokens[i].end, replace(base, day=day, wd=None), "gapped-day")
                yield replace(draft, found=found)
                last, left = day, GAP_WINDOW


def _gapped_before(tokens: list[Token], drafts: list[Draft]) -> Iterator[Draft]:
    """27 को कलायत, 28 को गुहला तथा 29 नवंबर को राजौंद: the earlier days have no month."""
    taken = _covered(tokens, drafts)
    starts = {token.start: i for i, token in enumerate(tokens)}
    for draft in drafts:
        base = draft.found.node
        if not (isinstance(base, Cal) and base.day and base.month):
            continue
        i, first, left = starts[draft.found.start], base.day, GAP_WINDOW
        while left and i > 1:
            i, left = i - 1, left - 1
            if tokens[i].form in SENTENCE_END or i in taken:
                break
            day = _number(tokens, i) if _is(tokens, i + 1, "dative") else None
            if day is not None and day < first:
                found = Found(tokens[i].start, tokens[i].end, replace(base, day=day, wd=None), "gapped-day")
                yield replace(draft, found=found)
                first, left = day, GAP_WINDOW


def _headline_days(tokens: list[Token], drafts: list[Draft]) -> Iterator[Draft]:
    """बैठक सात को at a line's end, प्रशिक्षण 15 से before a comma; in a headline any day that the body dates."""
    taken = _covered(tokens, drafts)
    dated = {cal.day for draft in drafts for cal in _days_of(draft.found.node)}
    headline = next((i for i, token in enumerate(tokens) if token.form == "\n"), 0)
    for i in range(1, len(tokens) - 1):
        day = _number(tokens, i)
        if day is None or tokens[i].form == "एक" or not _is(tokens, i + 1, "dative", "ablative"):
            continue
        after = tokens[i + 2].form if i + 2 < len(tokens) else "\n"
        closes = after == "\n" or (after == "," and _is(tokens, i + 1, "ablative"))
        if (closes or (i < headline and day in dated)) and not {i, i + 1} & taken.keys():
            found = Found(tokens[i].start, tokens[i + 1].end, Cal(day=day), "headline-day")
            yield Draft(found, 1, False, False)


def _occasion_days(tokens: list[Token], drafts: list[Draft]) -> Iterator[Draft]:
    """28 को गोष्ठी होगी, बैठक 17 को होगी: a bare day of what is planned, which is named beside it."""
    taken = _covered(tokens, drafts)
    for i in range(1, len(tokens) - 2):
        day = _number(tokens, i)
        if day is None or not _is(tokens, i + 1, "dative") or {i, i + 1} & taken.keys():
            continue
        if (day <= _FEW and not tokens[i].form.isdecimal()) or _is(tokens, i - 1, "ablative"):
            continue  # दो को, पांच में से 3 को
        beside = _is(tokens, i - 1, "occasion") or _occasion_after(tokens, i + 2)
        if beside and governor(tokens, i + 2, i).tense > 0:
            yield Draft(Found(tokens[i].start, tokens[i].end, Cal(day=day), "bare-day"), 1, False, False)


_FEW = 2  # numbers in words up to which को marks people rather than a day
_OCCASION_WINDOW = 6


def _occasion_after(tokens: list[Token], first: int) -> bool:
    for i in range(first, min(first + _OCCASION_WINDOW, len(tokens) - 1)):
        if tokens[i].form in SENTENCE_END:
            return False
        if _is(tokens, i, "occasion"):
            return not is_genitive(tokens[i + 1].form) and not _is(tokens, i + 1, "inside")
    return False


def _covered(tokens: list[Token], drafts: list[Draft]) -> dict[int, Draft]:
    """Index of every token that lies in an expression -> that expression."""
    at = {token.start: i for i, token in enumerate(tokens)}
    covered: dict[int, Draft] = {}
    for draft in drafts:
        i = at[draft.found.start]
        while i < len(tokens) and tokens[i].start < draft.found.end:
            covered[i] = draft
            i += 1
    return covered


def _with_foreign(text: str, tokens: list[Token], drafts: list[Draft], context: Context) -> list[Draft]:
    """The drafts and the dates in odd Latin spellings, which take the place of their pieces (a bare year)."""
    covered = _covered(tokens, drafts)
    made: list[Draft] = []
    dropped: set[int] = set()
    for found in foreign_dates(text, tokens, context.now):
        touched = {id(d): d for i in found.tokens if (d := covered.get(i)) is not None}
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


def _is(tokens: list[Token], i: int, *kinds: str) -> bool:
    return 0 <= i < len(tokens) and any(tokens[i].form in guard_words(kind) for kind in kinds)
