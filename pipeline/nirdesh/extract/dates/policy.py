"""Which parsed items are time expressions worth reporting, and where they begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from nirdesh.extract.dates.items import Item
from nirdesh.extract.dates.lexicon import Cats, guard_words, load
from nirdesh.extract.dates.nodes import (
    At,
    Cal,
    Clock,
    ClockRange,
    DayPart,
    Duration,
    Next,
    Node,
    Now,
    Open,
    Range,
    Rel,
    Within,
)
from nirdesh.extract.dates.tokens import Token

_CASE: Final = ("mein", "ka", "se", "tak", "ko", "par", "sepehle", "kebaad", "dauran", "beech", "selekar")
_AGE_WINDOW: Final = 5  # tokens after "18 वर्ष" in which आयु or उम्र makes it an age


@dataclass(frozen=True, slots=True)
class Found:
    """An expression with its place in the text and the rule that made it."""

    start: int
    end: int
    node: Node
    rule: str
    starts: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """The tokens around the items of one text."""

    tokens: list[Token]
    starts: dict[int, int]
    ends: dict[int, int]
    profile: str

    def before(self, item: Item, count: int) -> list[str]:
        """Forms of up to ``count`` tokens before an item."""
        first = self.starts[item.start]
        return [token.form for token in self.tokens[max(0, first - count) : first]]

    def after(self, item: Item, count: int) -> list[str]:
        """Forms of up to ``count`` tokens after an item."""
        last = self.ends[item.end]
        return [token.form for token in self.tokens[last : last + count]]


def select(items: list[Item], view: View) -> Iterator[Found]:
    """Expressions among the parsed items of an island."""
    for k, item in enumerate(items):
        node = item.cats.get("node")
        following = items[k + 1].cats if k + 1 < len(items) else {}
        if not isinstance(node, Node):
            node = _loose(item, following, view)
            if node is None:
                continue
        elif not _wanted(items, k, node, following, view):
            continue
        yield Found(
            item.start,
            _end(items, k, node, view),
            node,
            str(item.cats.get("rule", "bare-day")),
            "starts" in item.cats,
        )


def _end(items: list[Item], k: int, node: Node, view: View) -> int:
    item = items[k]
    if view.profile == "suite":
        return _without_tarikh(item, view)
    if isinstance(item.cats.get("dayend"), int):
        return int(str(item.cats["dayend"]))
    if k + 1 < len(items) and "mein" in items[k + 1].cats and _takes_mein(node):
        return items[k + 1].end
    return item.end


def _without_tarikh(item: Item, view: View) -> int:
    """End of the span without a trailing तारीख, which the suites leave outside."""
    last = view.ends[item.end] - 1
    tokens = view.tokens
    if tokens[last].form in guard_words("tarikh") and last > 0 and tokens[last - 1].end > item.start:
        return tokens[last - 1].end
    return item.end


def _takes_mein(node: Node) -> bool:
    if isinstance(node, Cal):
        return node.day is None
    return isinstance(node, (Next, Rel)) and not (isinstance(node, Rel) and node.unit == "D")


def _loose(item: Item, following: Cats, view: View) -> Node | None:
    """A bare number that is a day of the month (15 को), or a bare unit that is all there is."""
    tarikh = "tarikh" in following
    if "dd" in item.cats and (tarikh or (view.profile == "suite" and "ko" in following)):
        return Cal(day=int(str(item.cats["dd"])))
    if "dord" in item.cats and tarikh:
        return Cal(day=int(str(item.cats["dord"])))
    if (
        view.profile == "suite"
        and "unit" in item.cats
        and len(view.tokens) == view.ends[item.end] - view.starts[item.start]
    ):
        from fractions import Fraction

        return Duration(((str(item.cats["unit"]), Fraction(1)),))
    return None


def _chopped(item: Item, view: View) -> bool:
    """Whether a year or month is a piece of a longer run of digits (32-2015, 2015-1-32, 0522-2015)."""
    after = view.after(item, 2)
    last = view.ends[item.end]
    if len(after) == 2 and after[0] in "-/" and after[1].isdecimal() and view.tokens[last].start == item.end:
        return True
    before = view.before(item, 2)
    if view.profile == "report" and before[-1:] == ["/"]:  # a path: uploads/2024/07
        return True
    return len(before) == 2 and before[1] in "-/" and (before[0].isdecimal() or before[0].isascii())


def _year_shown(items: list[Item], k: int, following: Cats, view: View) -> bool:
    """Whether four digits are shown to be a year: by a case marker, brackets, or a list."""
    item = items[k]
    before = view.before(item, 2)
    if any(word in guard_words("act") for word in before):  # अधिनियम, 1987
        return False
    if "par" in following and view.profile == "report":
        return False  # 1916 पर कॉल करें
    if any(cat in following for cat in _CASE):
        return not _counts(item, view, 3 if "se" in following else 2)
    if before[-1:] == ["("] or view.after(item, 1) == [")"]:
        return True
    if (
        k + 2 < len(items)
        and ("co" in following or "aur" in following or "ya" in following)
        and "yr" in items[k + 2].cats
    ):
        return _year_shown(items, k + 2, items[k + 3].cats if k + 3 < len(items) else {}, view)
    return False


def _years_apart(node: Range) -> bool:
    """Whether two bare years may be years (not 1100 से 1650 रुपये, 1480-1590)."""
    ends = [end for end in (node.first, node.last) if isinstance(end, Cal)]
    if len(ends) < 2 or not all(end.year and end.month is None for end in ends):
        return True
    return all(1700 <= (end.year or 0) <= 2100 for end in ends)


def _fraction(item: Item, following: Cats, view: View) -> bool:
    """Whether two numbers with a stroke are no day and month: 12/18 मीटर, मकान नंबर 12/5."""
    return not any(cat in following for cat in _CASE) or any(
        word in guard_words("act") for word in view.before(item, 2)
    )


def _is_year(node: Node) -> bool:
    return isinstance(node, Cal) and node.year is not None and node.month is None


def _counts(item: Item, view: View, window: int) -> bool:
    """Whether what follows is counted (2000 के नोट, 1900 तक पहुंची)."""
    return any(word in guard_words("counted") for word in view.after(item, window))


def _age(item: Item, view: View) -> bool:
    """18 वर्ष की आयु, 15 साल से कम उम्र."""
    return any(word in guard_words("age") for word in view.after(item, _AGE_WINDOW)) or any(
        word in guard_words("age") for word in view.before(item, 2)
    )


def _wanted(items: list[Item], k: int, node: Node, following: Cats, view: View) -> bool:
    item = items[k]
    cats = item.cats
    weak = cats.get("weak") is True and isinstance(node, Cal)
    if isinstance(node, Cal) and node.day is None and _chopped(item, view):
        return False
    if isinstance(node, Range) and view.profile == "report" and not _years_apart(node):
        return False
    if view.profile == "suite":
        return not (
            weak and not any(c in following for c in _CASE) and view.ends[item.end] < len(view.tokens)
        )
    if isinstance(node, Now):
        return False
    if isinstance(node, (Duration, Open)) and isinstance(
        node.point if isinstance(node, Open) else node, Duration
    ):
        return not _age(item, view)
    if isinstance(node, Open) and _is_year(node.point) and _counts(item, view, 1 + (node.side == "since")):
        return False  # 1761 तक पहुंच गई, 2025 से 2275 रुपये
    if (
        cats.get("rule") == "pair-digits-report"
        and isinstance(node, Cal)
        and node.day
        and _fraction(item, following, view)
    ):
        return False
    if cats.get("rule") == "pair-digits-report" and any(
        word in guard_words("paper") for word in view.before(item, 3)
    ):
        return False  # विज्ञापन (01/2020)
    if cats.get("bareday") is False:
        return "tarikh" in following
    if weak:
        return 1700 <= (node.year or 0) <= 2100 and _year_shown(items, k, following, view)  # type: ignore[attr-defined]
    return True


__all__ = ["At", "Clock", "ClockRange", "DayPart", "Found", "View", "select"]


def is_rate(node: Within, following: list[Token]) -> bool:
    """एक दिन में 60 की जांच: so many in each, no deadline."""
    ((_, amount), *more) = node.duration.amounts
    numbers = load().numbers
    return (
        node.bare
        and amount == 1
        and not more
        and any(t.form[0].isdecimal() or t.form in numbers for t in following)
    )
