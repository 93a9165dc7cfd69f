"""Places that a larger place before them shows (चांडिल प्रखंड के सिंगाती में)."""

from __future__ import annotations

from nirdesh.extract.lexis import closed, common, name_share, place_ending, place_like, unknown
from nirdesh.extract.regions.hits import Hit, overlaps, retyped
from nirdesh.extract.regions.naming import nameable
from nirdesh.extract.words import Word
from nirdesh.lexicon.gazetteer import cue
from nirdesh.mentions import RegionKind

_LARGER: frozenset[RegionKind] = frozenset({"block", "subdistrict", "assembly_constituency"})
_TOWNS = frozenset({"city", "district", "division", "state", "country"})
_LONGEST = 2
_NAME = 0.6


def nested_hits(words: list[Word], hits: list[Hit]) -> list[Hit]:
    """The hits with the villages after a block, tehsil, seat or police station, which no list need have.

    Args:
        words: The text.
        hits: Places with the kinds that type words give them.
    """
    found = list(hits)
    for hit in hits:
        first = _first_within(words, hit)
        if first is None:
            continue
        known = next((n for n, other in enumerate(found) if other.first == first), None)
        if known is not None:
            if _small(found[known]) and _closed(words, found[known].last):
                found[known] = retyped(found[known], "village")
            continue
        last = next((last for last in range(first + 1, first + _LONGEST + 1) if _closed(words, last)), None)
        if last is not None and not overlaps(found, first, last) and _unlisted(words, first, last):
            found.append(Hit(first, last, first, last, "village", (), "nested"))
    return sorted(found, key=lambda hit: (hit.first, hit.last))


def _first_within(words: list[Word], hit: Hit) -> int | None:
    """The word after the genitive of a larger place (… प्रखंड के | सिंगाती), or None."""
    station = hit.kind == "other" and words[hit.outer - 1].key in cue("stations")
    if hit.count is not None or not (hit.kind in _LARGER or station) or hit.outer + 1 >= len(words):
        return None
    linked = words[hit.outer - 1].gap == "space" and words[hit.outer].gap == "space"
    return hit.outer + 1 if linked and words[hit.outer].key in closed("genitive") else None


def _closed(words: list[Word], last: int) -> bool:
    """Whether a word of place follows (सिंगाती में, सिंगाती के पास)."""
    if last + 1 >= len(words) or words[last - 1].gap != "space":
        return False
    key, beyond = words[last].key, words[last + 1].key
    near = key in closed("genitive") and words[last].gap == "space" and beyond in cue("near")
    return near or key in cue("reaching")


def _small(hit: Hit) -> bool:
    return hit.kind is None and hit.count is None and not {place.kind for place in hit.places} & _TOWNS


def _unlisted(words: list[Word], first: int, last: int) -> bool:
    """Whether the words can name a village that no list has."""
    for word in words[first:last]:
        if not nameable(word) or common(word.key) or name_share(word.key) > _NAME:
            return False
    return all(unknown(w.key) or place_like(w.key) or place_ending(w.key) for w in words[first:last])
