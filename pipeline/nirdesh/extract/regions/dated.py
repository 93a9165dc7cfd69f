"""Places of a plan by days, some of them known (24 नवंबर को कसारी, 25 को सेरेनदाग व चामा, …)."""

from __future__ import annotations

from nirdesh.extract.lexis import closed, common, first_like, name_share, place_like, surname_like
from nirdesh.extract.regions.hits import Hit, overlaps
from nirdesh.extract.regions.naming import nameable
from nirdesh.extract.words import Word
from nirdesh.lexicon.gazetteer import cue
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.posts import post_words

_LONGEST = 2  # words of the longest place
_FEWEST = 3  # days that make a plan
_NAME = 0.8
_LINKS = ("space", "hyphen")


def dated_hits(words: list[Word], hits: list[Hit]) -> list[Hit]:
    """Hits for the places after each day of a plan that no list has.

    Args:
        words: The text.
        hits: What is known to be a place.
    """
    dative = closed("dative")
    marks = [n for n in range(1, len(words) - 1) if words[n].key in dative and _day(words, n - 1)]
    plans: dict[int, list[list[tuple[int, int]]]] = {}
    for mark in marks:
        items = _items(words, mark + 1)
        if items:
            plans.setdefault(words[mark].line, []).append(items)
    found: list[Hit] = []
    for slots in plans.values():
        known = any(
            overlaps(hits, *item) or place_like(words[item[1] - 1].key) for items in slots for item in items
        )
        if len(slots) < _FEWEST or not known:
            continue
        found += [
            Hit(first, last, first, last, None, (), "model")
            for items in slots
            for first, last in items
            if not overlaps(hits, first, last)
        ]
    return found


def _day(words: list[Word], index: int) -> bool:
    """Whether a day ends at ``index`` (24 नवंबर, 24)."""
    if words[index].gap != "space":
        return False
    if words[index].key.isdigit():
        return True
    return index > 0 and words[index].key in cue("months") and words[index - 1].key.isdigit()


def _items(words: list[Word], first: int) -> list[tuple[int, int]]:
    """Names after a day, parted by commas and conjunctions, up to the next day or a word of place."""
    items: list[tuple[int, int]] = []
    start = first
    while start < len(words):
        last = start
        while last < len(words) and last - start < _LONGEST and _name(words[last]):
            last += 1
            if words[last - 1].gap not in _LINKS:
                break
        if last == start or _person(words, start, last):
            return items
        after = words[last] if last < len(words) and words[last - 1].gap in _LINKS else None
        if after is None:
            items.append((start, last))
            if words[last - 1].gap != "comma":
                return items
            start = last
        elif after.key in closed("conjunctions"):
            items.append((start, last))
            start = last + 1
        else:
            return [*items, (start, last)] if after.key in closed("inside") | cue("listed_units") else items
    return items


def _name(word: Word) -> bool:
    return nameable(word) and word.key not in cue("months") and not common(word.key)


def _person(words: list[Word], first: int, last: int) -> bool:
    """Whether a name can be somebody's rather than a place's."""
    keys = [word.key for word in words[first:last]]
    if any(key in honorifics().before or key in post_words() for key in keys):
        return True
    full = len(keys) > 1 and (first_like(keys[0]) or surname_like(keys[-1]))
    return full or name_share(keys[0]) > _NAME
