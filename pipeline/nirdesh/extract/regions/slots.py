"""Places of a list of places and holders in a sentence (सोनपुर में क, हरिपुर में ख), some of them known."""

from __future__ import annotations

from itertools import groupby

from nirdesh.extract.lexis import closed, first_like, unknown
from nirdesh.extract.regions.hits import Hit, overlaps
from nirdesh.extract.regions.naming import nameable
from nirdesh.extract.words import Word
from nirdesh.lexicon.gazetteer import Place, gazetteer
from nirdesh.lexicon.names import honorifics, second_parts
from nirdesh.lexicon.posts import post_grammar, post_words

_LONGEST = 3  # words of the longest place
_FEWEST = 2  # places that make a list


def slot_hits(words: list[Word], hits: list[Hit]) -> list[Hit]:
    """Hits for the places that no list has.

    Args:
        words: The text.
        hits: What is known to be a place.
    """
    found: list[Hit] = []
    marks = closed("zone_marks")
    ends = [n for n in range(1, len(words) - 1) if words[n].key in marks and opens_holder(words, n + 1)]
    for _, run in groupby(ends, key=lambda n: (words[n].sentence, words[n].key)):
        slots = [slot for n in run if (slot := _slot(words, n)) is not None]
        known = [slot for slot in slots if overlaps(hits, *slot)]
        if not known or len(slots) < _FEWEST:
            continue
        found += [
            Hit(first, last, first, last, None, (), "model")
            for first, last in slots
            if (first, last) not in known
            and all(nameable(word) for word in words[first:last])
            and not _district(words, first, last)
        ]
        found += [
            Hit(first, last, first, last, None, places, "gazetteer")
            for first, last in slots
            if (first, last) not in known and (places := _district(words, first, last))
        ]
    return found


def _slot(words: list[Word], mark: int) -> tuple[int, int] | None:
    """The words between a comma or conjunction and the mark, where nobody's name is among them."""
    first = mark
    while first and mark - first <= _LONGEST and words[first - 1].gap in ("space", "hyphen"):
        if words[first - 1].key in closed("conjunctions"):
            break
        first -= 1
    if not 0 < mark - first <= _LONGEST or first_like(words[first].key):
        return None
    return first, mark


def _district(words: list[Word], first: int, last: int) -> tuple[Place, ...]:
    """The district that an ordinary word names where other places stand in its slot (बस्ती में क, एटा में ख)."""
    places = gazetteer().by_key.get("".join(word.key for word in words[first:last]), ())
    return places if any(place.kind == "district" for place in places) else ()


def opens_holder(words: list[Word], index: int) -> bool:
    """Whether a person with title, honorific or name can begin at ``index``."""
    word = words[index]
    if word.key in post_words() or word.key in honorifics().before or first_like(word.key):
        return True
    if word.key in post_grammar().former:
        return True
    after = words[index + 1].key if index + 1 < len(words) and word.gap == "space" else ""
    return after in second_parts() and unknown(word.key)


def side_hits(words: list[Word], hits: list[Hit]) -> list[Hit]:
    """Parts of a town or district by their side (पूर्वी क्षेत्र, दक्षिण जोन)."""
    zones = closed("zones")
    return [
        Hit(n - 1, n + 1, n - 1, n + 1, "other", (), "model")
        for n in range(1, len(words))
        if words[n].key in zones
        and words[n - 1].gap == "space"
        and words[n - 1].key in closed("sides")
        and (n < 2 or words[n - 2].gap != "space" or not nameable(words[n - 2]))
        and not overlaps(hits, n - 1, n + 1)
    ]
