"""One assignment said twice is recorded once: in headline and body, or before and after its details."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nirdesh.extract.assignments.recorder import LEFT
from nirdesh.mentions import Assignment, Span

_ACTS = frozenset(("by:ne", "by:behalf"))  # rules of givers who act in the sentence itself


def unique(found: Sequence[Assignment], heads: Sequence[Span], text: str) -> tuple[Assignment, ...]:
    """Assignments without repetitions: the body before headlines, one with a place before one without."""
    kept: dict[tuple[str, str | None, str, str], Assignment] = {}
    for item in found:
        key = (item.assignee, item.region, item.change, _last_word(item, text))
        told = kept.get(key)
        if told is None or (_inside(told, heads) and not _inside(item, heads)):
            kept[key] = item
        elif item.by and not told.by and told.rules[0] not in LEFT and not _ACTS.isdisjoint(item.rules):
            kept[key] = replace(told, by=item.by, rules=(*told.rules, "by:told-again"))
    chosen = [a for a in kept.values() if not any(_covers(b, a, heads, text) for b in kept.values())]
    return tuple(sorted(chosen, key=lambda a: (a.evidence.start, a.role.start, a.assignee)))


def _inside(item: Assignment, heads: Sequence[Span]) -> bool:
    return any(head.contains(item.evidence) for head in heads)


def _last_word(item: Assignment, text: str) -> str:
    return text[item.role.start : item.role.end].split()[-1]


def _covers(other: Assignment, item: Assignment, heads: Sequence[Span], text: str) -> bool:
    """Whether ``other`` tells all that ``item`` does, and better."""
    if other is item or other.assignee != item.assignee:
        return False
    headline, body = _inside(item, heads), not _inside(other, heads)
    same = _last_word(other, text) == _last_word(item, text)
    if other.change != item.change:  # appointed in the headline, transferred in the body
        return headline and body and same and "removed" not in (other.change, item.change)
    if headline and body:
        return True
    return same and item.region is None and other.region is not None and (not headline or not body)
