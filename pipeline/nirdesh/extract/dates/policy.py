"""Which parsed items are time expressions worth reporting, and where they begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from nirdesh.extract.dates.items import Item
from nirdesh.extract.dates.nodes import At, Cal, Clock, ClockRange, DayPart, Duration, Next, Node, Now, Open, Rel, Within
from nirdesh.extract.dates.tokens import Token


@dataclass(frozen=True, slots=True)
class Found:
    """An expression with its place in the text and the rule that made it."""

    start: int
    end: int
    node: Node
    rule: str


_TARIKH: Final = frozenset({"तारीख", "तिथि", "तिथी", "तरीख"})
_CASE: Final = ("mein", "ka", "se", "tak", "ko", "par", "sepehle", "kebaad", "dauran", "beech", "selekar")


def select(items: list[Item], tokens: list[Token], starts: dict[int, int], ends: dict[int, int], profile: str) -> Iterator[Found]:
    """Expressions among the parsed items of an island."""
    for k, item in enumerate(items):
        node = item.cats.get("node")
        following = items[k + 1].cats if k + 1 < len(items) else {}
        if not isinstance(node, Node):
            node = _loose(item, following, profile)
            if node is None:
                continue
        elif not _wanted(item, node, following, profile, tokens, ends):
            continue
        end = item.end
        if profile == "suite":
            end = _without_tarikh(item, tokens, ends)
        if profile == "report" and "mein" in following and _takes_mein(node):
            end = items[k + 1].end
        yield Found(item.start, end, node, str(item.cats.get("rule", "loose")))


def _without_tarikh(item: Item, tokens: list[Token], ends: dict[int, int]) -> int:
    """End of the span without a trailing तारीख, which the suites leave outside."""
    last = ends[item.end] - 1
    if tokens[last].form in _TARIKH and last > 0 and tokens[last - 1].end > item.start:
        return tokens[last - 1].end
    return item.end


def _takes_mein(node: Node) -> bool:
    if isinstance(node, Cal):
        return node.day is None
    return isinstance(node, (Next, Rel)) and not (isinstance(node, Rel) and node.unit == "D")


def _loose(item: Item, following: object, profile: str) -> Node | None:
    """A bare number that the suites take for a day of the month (15 को)."""
    if profile != "suite" or not isinstance(following, dict):
        return None
    if "dd" in item.cats and ("ko" in following or "tarikh" in following):
        return Cal(day=int(str(item.cats["dd"])))
    if "dord" in item.cats and "tarikh" in following:
        return Cal(day=int(str(item.cats["dord"])))
    return None


def _chopped(item: Item, tokens: list[Token], ends: dict[int, int]) -> bool:
    """Whether a year or month is a piece of a longer run of digits (32-2015, 2015-1-32)."""
    last = ends[item.end]
    if last + 1 < len(tokens) and tokens[last].form in "-/" and tokens[last + 1].form.isdigit() and tokens[last].start == item.end:
        return True
    first = last - 1
    while first > 0 and tokens[first].start > item.start:
        first -= 1
    return first >= 2 and tokens[first - 1].form in "-/" and tokens[first - 2].form.isdigit()


def _wanted(item: Item, node: Node, following: dict[str, object], profile: str, tokens: list[Token], ends: dict[int, int]) -> bool:
    cats = item.cats
    if isinstance(node, Cal) and node.day is None and _chopped(item, tokens, ends):
        return False
    if profile == "suite":
        return not (cats.get("weak") is True and isinstance(node, Cal) and not any(c in following for c in _CASE) and ends[item.end] < len(tokens))
    if isinstance(node, (Clock, ClockRange, DayPart, Duration, Now)):
        return False
    if isinstance(node, Open) and isinstance(node.point, (Clock, DayPart, Duration)):
        return False
    if "bareday" in cats and "w" not in cats:
        return "tarikh" in following
    if cats.get("weak") is True and isinstance(node, Cal):
        return any(c in following for c in _CASE) and 1800 <= (node.year or 0) <= 2100
    if isinstance(node, Within) and node.bare:
        return True
    return not isinstance(node, At) or True
