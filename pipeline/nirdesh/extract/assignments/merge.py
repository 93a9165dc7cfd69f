"""One assignment said twice is recorded once: in headline and body, or before and after its details."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.mentions import Assignment, Span


def unique(found: Sequence[Assignment], heads: Sequence[Span], text: str) -> tuple[Assignment, ...]:
    """Assignments without repetitions: the body before headlines, one with a place before one without."""
    kept: dict[tuple[str, str | None, str, str], Assignment] = {}
    for item in found:
        key = (item.assignee, item.region, item.change, _last_word(item, text))
        kept.setdefault(key, item)
    chosen = [a for a in kept.values() if not any(_covers(b, a, heads, text) for b in kept.values())]
    return tuple(sorted(chosen, key=lambda a: (a.evidence.start, a.role.start, a.assignee)))


def _last_word(item: Assignment, text: str) -> str:
    return text[item.role.start : item.role.end].split()[-1]


def _covers(other: Assignment, item: Assignment, heads: Sequence[Span], text: str) -> bool:
    """Whether ``other`` tells all that ``item`` does, and better."""
    if other is item or (other.assignee, other.change) != (item.assignee, item.change):
        return False
    headline = any(h.contains(item.evidence) for h in heads)
    body = not any(h.contains(other.evidence) for h in heads)
    if headline and body:
        return True
    same = _last_word(other, text) == _last_word(item, text)
    return same and item.region is None and other.region is not None and (not headline or not body)
