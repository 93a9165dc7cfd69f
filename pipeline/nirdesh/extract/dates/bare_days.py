"""Days of the month without their month: in lists (3 फरवरी को …, 5 को …), in headlines, beside occasions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from nirdesh.extract.dates.drafting import Draft, covered, days_of, is_kind
from nirdesh.extract.dates.lexicon import load
from nirdesh.extract.dates.nodes import At, Cal, Multi, Node, Open, Range
from nirdesh.extract.dates.policy import Found
from nirdesh.extract.dates.tense import SENTENCE_END, governor, is_genitive
from nirdesh.extract.dates.tokens import Token

GAP_WINDOW: Final = 12  # tokens between two days of a gapped list


@dataclass(frozen=True, slots=True)
class Months:
    """Months that a report gives to its days: by day, and in the order of the text."""

    by_day: dict[int, Cal]
    starts: list[int]
    days: list[Cal]

    @classmethod
    def of(cls, drafts: list[Draft]) -> Months:
        """Collect the dated days of all expressions."""
        dated = [(draft.found.start, cal) for draft in drafts for cal in days_of(draft.found.node)]
        by_day: dict[int, Cal] = {}
        for _, cal in dated:
            by_day.setdefault(cal.day or 0, cal)
        return cls(by_day, [start for start, _ in dated], [cal for _, cal in dated])

    def complete(self, node: Node, start: int) -> Node:
        """An expression of bare days with their months."""
        if isinstance(node, Cal):
            return self._dated(node, start)
        if isinstance(node, At) and isinstance(node.day, Cal):
            return replace(node, day=self._dated(node.day, start))
        if isinstance(node, Open) and isinstance(node.point, Cal):
            return replace(node, point=self._dated(node.point, start))
        if isinstance(node, Range) and isinstance(node.first, Cal) and isinstance(node.last, Cal):
            last = self._dated(node.last, start)
            bare = node.first.day is not None and node.first.month is None and node.first.month_rel is None
            first = replace(last, day=node.first.day) if bare and last.month else node.first
            return Range(first, last)
        return node

    def _dated(self, node: Cal, start: int) -> Cal:
        """A bare day with the month of the same day elsewhere, else of the date before it."""
        if node.day is None or node.month is not None or node.month_rel is not None:
            return node
        chosen = self.by_day.get(node.day)
        if chosen is None and len({(cal.year, cal.month) for cal in self.days}) == 1:
            chosen = self.days[0]
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


def gapped(tokens: list[Token], drafts: list[Draft]) -> Iterator[Draft]:
    """3 फरवरी को कलायत, 5 को गुहला और 9 तक राजौंद: the later days have no month, also after a stop."""
    ends = {token.end: i + 1 for i, token in enumerate(tokens)}
    for draft in drafts:
        node = draft.found.node
        base = node.day if isinstance(node, At) else node
        i = ends[draft.found.end]
        if not (isinstance(base, Cal) and base.day and base.month):
            continue
        if node is base and not is_kind(tokens, i, "dative"):
            continue
        last, left = base.day, GAP_WINDOW
        while left and i + 2 < len(tokens):
            i, left = i + 1, left - 1
            stop = tokens[i - 1].form in SENTENCE_END
            day = _number(tokens, i) if is_kind(tokens, i + 1, "dative", "until") else None
            if stop and day is None:
                break
            if tokens[i - 2].form.isdecimal() and is_kind(tokens, i + 1, "until"):
                continue  # कक्षा 6 और 8 तक
            if day is not None and day > last and (stop or is_kind(tokens, i - 1, "link")):
                if (pair := _pair(tokens, i, last)) is not None:
                    yield _both(tokens, i, replace(base, day=pair, wd=None), draft)
                    last, left = day, GAP_WINDOW
                    continue
                yield _gap_filled(tokens, i, replace(base, day=day, wd=None), draft)
                last, left = day, GAP_WINDOW


def _pair(tokens: list[Token], i: int, after: int) -> int | None:
    """15 व 16 को: the day that stands with the one at token ``i`` under one को."""
    joined = is_kind(tokens, i + 1, "dative") and is_kind(tokens, i - 1, "link") and tokens[i - 1].form != ","
    first, last = (_number(tokens, i - 2), _number(tokens, i)) if joined and i > 1 else (None, None)
    return first if first is not None and last is not None and after < first < last else None


def _both(tokens: list[Token], i: int, first: Cal, like: Draft) -> Draft:
    """Two days under one को, the later at token ``i``."""
    days = Multi((first, replace(first, day=_number(tokens, i))))
    return replace(like, found=Found(tokens[i - 2].start, tokens[i].end, days, "gapped-day"))


def _gap_filled(tokens: list[Token], i: int, day: Cal, like: Draft) -> Draft:
    """The day at token ``i``, a limit where तक follows."""
    if not is_kind(tokens, i + 1, "until"):
        return replace(like, found=Found(tokens[i].start, tokens[i].end, day, "gapped-day"))
    verb = governor(tokens, i + 2, i)
    found = Found(tokens[i].start, tokens[i + 1].end, Open(day, "until"), "gapped-day")
    return Draft(found, verb.tense or 1, verb.state, False)


def gapped_before(tokens: list[Token], drafts: list[Draft]) -> Iterator[Draft]:
    """27 को कलायत, 28 को गुहला तथा 29 नवंबर को राजौंद: the earlier days have no month."""
    taken = covered(tokens, drafts)
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
            day = _number(tokens, i) if is_kind(tokens, i + 1, "dative") else None
            pair = _pair(tokens, i, 0) if day is not None and day < first else None
            if pair is not None:
                yield _both(tokens, i, replace(base, day=pair, wd=None), draft)
                i, first, left = i - 2, pair, GAP_WINDOW
            elif day is not None and day < first:
                found = Found(tokens[i].start, tokens[i].end, replace(base, day=day, wd=None), "gapped-day")
                yield replace(draft, found=found)
                first, left = day, GAP_WINDOW


def headline_days(tokens: list[Token], drafts: list[Draft]) -> Iterator[Draft]:
    """बैठक सात को at a line's end, प्रशिक्षण 15 से before a comma; in a headline any that the body dates."""
    taken = covered(tokens, drafts)
    dated = {cal.day for draft in drafts for cal in days_of(draft.found.node)}
    headline = next((i for i, token in enumerate(tokens) if token.form == "\n"), 0)
    for i in range(len(tokens) - 1):
        day = _number(tokens, i)
        if day is None or tokens[i].form == "एक" or {i, i + 1} & taken.keys():
            continue
        told = i < headline and day in dated
        after = tokens[i + 2].form if i + 2 < len(tokens) else "\n"
        if is_kind(tokens, i + 1, "until"):
            first = _number(tokens, i - 2) if i > 1 and is_kind(tokens, i - 1, "ablative") else None
            if told and first is not None and first < day:
                yield _planned(tokens, i - 2, i + 1, Range(Cal(day=first), Cal(day=day)))
            elif told:
                yield _planned(tokens, i, i + 1, Open(Cal(day=day), "until"))
        elif is_kind(tokens, i + 1, "dative", "ablative"):
            closes = after == "\n" or (after == "," and is_kind(tokens, i + 1, "ablative"))
            ranges = is_kind(tokens, i + 3, "until") and after.isdecimal()
            ranges = ranges or is_kind(tokens, i + 2, "comparing")  # 5 से अधिक लोग
            if not ranges and (told or (closes and i)):
                yield _planned(tokens, i, i + 1, Cal(day=day))


def _planned(tokens: list[Token], first: int, last: int, node: Node) -> Draft:
    return Draft(Found(tokens[first].start, tokens[last].end, node, "headline-day"), 1, False, False)


def bare_limits(tokens: list[Token], drafts: list[Draft]) -> Iterator[Draft]:
    """कि 24 तक सूची दें: a bare day in digits as a deadline, where a clause or its object ends before it."""
    taken = covered(tokens, drafts)
    dated = {cal.day for draft in drafts for cal in days_of(draft.found.node)}
    for i in range(1, len(tokens) - 2):
        form = tokens[i].form
        if not form.isdecimal() or not is_kind(tokens, i + 1, "until") or {i, i + 1} & taken.keys():
            continue
        counted = i > 1 and tokens[i - 2].form.isdecimal()  # कक्षा 6 और 8 तक
        opens = (is_kind(tokens, i - 1, "opener") and not counted) or tokens[i - 1].form in SENTENCE_END
        if int(form) in dated and not counted and not is_kind(tokens, i - 1, "numbered", "ablative"):
            opens = True  # सभी विद्यार्थी 15 तक भरें फॉर्म, where the report dates a 15th
        if is_kind(tokens, i + 2, "goes_on") and not counted and not is_kind(tokens, i - 1, "numbered"):
            yield replace(_planned(tokens, i, i + 1, Open(Cal(day=int(form)), "until")), state=True)
            continue  # वितरण 28 तक चलेगा
        day = _number(tokens, i)
        if day is None or not opens or is_genitive(tokens[i + 2].form) or tokens[i + 2].form.isdecimal():
            continue
        if governor(tokens, i + 2, i).tense > 0 and not is_kind(tokens, i + 2, "counted", "state"):
            yield _planned(tokens, i, i + 1, Open(Cal(day=day), "until"))


def occasion_days(tokens: list[Token], drafts: list[Draft]) -> Iterator[Draft]:
    """28 को गोष्ठी होगी, बैठक 17 को होगी: a bare day of what is planned, which is named beside it."""
    taken = covered(tokens, drafts)
    told = _days_told(drafts) | _days_near(drafts)
    for i in range(1, len(tokens) - 2):
        day = _number(tokens, i)
        if day is None or not is_kind(tokens, i + 1, "dative") or {i, i + 1} & taken.keys():
            continue
        if (day <= _FEW and not tokens[i].form.isdecimal()) or is_kind(tokens, i - 1, "ablative"):
            continue  # दो को, पांच में से 3 को
        beside = is_kind(tokens, i - 1, "occasion") or _occasion_after(tokens, i + 2)
        beside = beside or (
            tokens[i].form.isdecimal() and day in told
        )  # 20 से 23 सितंबर तक … गाड़ी 22 को नहीं चलेगी
        if beside and governor(tokens, i + 2, i).tense > 0:
            yield Draft(Found(tokens[i].start, tokens[i].end, Cal(day=day), "bare-day"), 1, False, False)


def start_days(tokens: list[Token], drafts: list[Draft]) -> Iterator[Draft]:
    """कि 20 से रात में भी दवा मिलेगी: a bare day in digits that opens what will begin."""
    taken = covered(tokens, drafts)
    for i in range(1, len(tokens) - 2):
        day = _number(tokens, i) if tokens[i].form.isdecimal() else None
        if day is None or not is_kind(tokens, i + 1, "ablative") or {i, i + 1} & taken.keys():
            continue
        counted = i > 1 and tokens[i - 2].form.isdecimal()
        opens = (is_kind(tokens, i - 1, "opener") and not counted) or tokens[i - 1].form in SENTENCE_END
        measured = is_kind(tokens, i + 2, "comparing") or tokens[i + 2].form.isdecimal()
        measured = measured or _number(tokens, i + 2) is not None  # 30 से 40 किलोमीटर
        if opens and not measured and governor(tokens, i + 2, i).tense > 0:
            yield Draft(Found(tokens[i].start, tokens[i].end, Cal(day=day), "bare-day"), 1, False, False)


def _days_told(drafts: list[Draft]) -> set[int]:
    """Days of the intervals within one month that the report tells."""
    told: set[int] = set()
    for draft in drafts:
        node = draft.found.node
        if isinstance(node, Range) and isinstance(node.first, Cal) and isinstance(node.last, Cal):
            first, last = node.first, node.last
            if last.month and first.month in (None, last.month) and first.day and last.day:
                told |= set(range(first.day, last.day + 1))
    return told


def _days_near(drafts: list[Draft]) -> set[int]:
    """Days that the report dates, and those beside them (29 दिसंबर को ताला जड़ेंगे … 28 को ट्रॉली रोक लें)."""
    dated = {cal.day for draft in drafts for cal in days_of(draft.found.node) if cal.day}
    return {day + step for day in dated for step in (-1, 0, 1)}


_FEW = 2  # numbers in words up to which को marks people rather than a day
_OCCASION_WINDOW = 6


def _occasion_after(tokens: list[Token], first: int) -> bool:
    for i in range(first, min(first + _OCCASION_WINDOW, len(tokens) - 1)):
        if tokens[i].form in SENTENCE_END:
            return False
        if is_kind(tokens, i, "occasion"):
            return not is_genitive(tokens[i + 1].form) and not is_kind(tokens, i + 1, "inside")
    return False
