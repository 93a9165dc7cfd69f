"""Places that a larger place before them shows (चांडिल प्रखंड के सिंगाती में)."""

from __future__ import annotations

from nirdesh.extract.lexis import closed, common, name_share, place_ending, place_like, unknown
from nirdesh.extract.regions.hits import Hit, kind_word_at, overlaps, retyped
from nirdesh.extract.regions.naming import nameable
from nirdesh.extract.words import Word
from nirdesh.lexicon.gazetteer import cue
from nirdesh.mentions import RegionKind

_LARGER: frozenset[RegionKind] = frozenset({"block", "subdistrict", "assembly_constituency"})
_TOWNS = frozenset({"city", "district", "division", "state", "country"})
_LONGEST = 2
_NAME = 0.6
_REACH = 4  # words to the type word of the next larger place


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
            end = found[known].last
            if _small(found[known]) and (_closed(words, end) or _goes_on(words, end)):
                found[known] = retyped(found[known], "other" if _site(words, end) else "village")
            elif _small(found[known]):
                _spread(words, found, known)
            continue
        ends = range(first + 1, min(len(words), first + _LONGEST + 1))
        last = next((last for last in ends if _closed(words, last) or _goes_on(words, last)), None)
        if last is not None and not overlaps(found, first, last) and _unlisted(words, first, last):
            kind: RegionKind = "other" if _site(words, last) else "village"
            found.append(Hit(first, last, first, last, kind, (), "nested"))
    return sorted(found, key=lambda hit: (hit.first, hit.last))


def _spread(words: list[Word], found: list[Hit], known: int) -> None:
    """… ब्लॉक के सिंगाती, झिरी और मदवा में: all names of a list that a word of place closes."""
    run = [known]
    while True:
        end = found[run[-1]].last
        start = end + 1 if end < len(words) and words[end].key in closed("conjunctions") else end
        if start == end and words[end - 1].gap != "comma":
            break
        item = next((n for n, hit in enumerate(found) if hit.first == start and _small(hit)), None)
        if item is None:
            return
        run.append(item)
    if len(run) > 1 and _closed(words, found[run[-1]].last):
        for n in run:
            found[n] = retyped(found[n], "other" if _site(words, found[n].last) else "village")


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
    near = key in closed("genitive") and words[last].gap == "space"
    near = near and (beyond in cue("near") or beyond in cue("village_folk") or beyond in cue("belongs"))
    return near or key in cue("reaching")


def _goes_on(words: list[Word], last: int) -> bool:
    """चांडिल प्रखंड के सिंगाती, ईचागढ़ प्रखंड के …: a comma, and another larger place of that kind with its own."""
    start = last + 1 if last < len(words) and words[last].key in closed("conjunctions") else last
    if start == last and words[last - 1].gap != "comma":
        return False
    for index in range(start + 1, min(len(words), start + _REACH)):
        match = kind_word_at(words, index)
        if match is not None and match[0].kind in _LARGER and match[1] < len(words):
            return words[match[1]].key in closed("genitive")
    return False


def _site(words: list[Word], last: int) -> bool:
    """Whether a name ends in a word for a part of a town (खेदापाली चौक, देवाटन मोहल्ला)."""
    return words[last - 1].key in closed("sites") or kind_word_at(words, last - 1) is not None


def _small(hit: Hit) -> bool:
    return hit.kind is None and hit.count is None and not {place.kind for place in hit.places} & _TOWNS


def _unlisted(words: list[Word], first: int, last: int) -> bool:
    """Whether the words can name a village that no list has."""
    for word in words[first:last]:
        if not nameable(word) or common(word.key) or name_share(word.key) > _NAME:
            return False
    return all(unknown(w.key) or place_like(w.key) or place_ending(w.key) for w in words[first:last])


def within_larger(words: list[Word], first: int) -> bool:
    """चांडिल प्रखंड के | सिंगाती, ईचागढ़ प्रखंड के …: an item that the larger place before it has."""
    if first < 2 or words[first - 1].key not in closed("genitive") or words[first - 1].gap != "space":
        return False
    return any(
        match is not None and match[1] == first - 1
        for index in range(max(0, first - 3), first - 1)
        for match in [kind_word_at(words, index)]
    )
