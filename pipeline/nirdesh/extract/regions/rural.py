"""Whether the words beside a name that no list has make it a village (सोनवल के सरपंच, विद्यालय सोनवल)."""

from __future__ import annotations

from nirdesh.extract.lexis import closed
from nirdesh.extract.regions.hits import Hit
from nirdesh.extract.regions.ways import headed, seated
from nirdesh.extract.words import Word
from nirdesh.lexicon.gazetteer import cue

_LARGER = frozenset({"block", "subdistrict", "city", "assembly_constituency"})
_NO_VILLAGES = frozenset({"district", "division", "state", "country"})
_NEAR = 8  # words on either side among which a part of a town is looked for


def rural(words: list[Word], hit: Hit, hits: list[Hit]) -> bool:
    """Whether the name is a village's.

    Args:
        words: The text.
        hit: The name, with no type word beside it.
        hits: All names.
    """
    here = words[hit.first].sentence
    near = words[max(0, hit.first - _NEAR) : hit.last + _NEAR]
    if hit.kind is not None or any(w.key in cue("town_parts") for w in near if w.sentence == here):
        return False
    if seated(words, hit.first, "schools") or headed(words, _list_end(words, hit, hits), small=True):
        return True
    return _resident(words, hit) or _in_larger(words, hit, hits)


def _resident(words: list[Word], hit: Hit) -> bool:
    """सोनवल निवासी, निवासी सोनवल, in a report that speaks of no council of a town."""
    before = words[hit.first - 1].key if hit.first and words[hit.first - 1].gap == "space" else ""
    after = words[hit.last].key if hit.last < len(words) and words[hit.last - 1].gap == "space" else ""
    if not {before, after} & closed("resident"):
        return False
    return not any(word.key in cue("councils") or word.key in cue("town_parts") for word in words)


def _list_end(words: list[Word], hit: Hit, hits: list[Hit]) -> int:
    """One past the last name of the list that the name stands in (सोनवल, झिरी और मदवा | के ग्रामीण)."""
    end = hit.outer
    while end < len(words):
        start = end + 1 if words[end].key in closed("conjunctions") else end
        if start == end and words[end - 1].gap != "comma":
            break
        other = next((each for each in hits if each.first == start), None)
        if other is None:
            break
        end = other.outer
    return end


def _in_larger(words: list[Word], hit: Hit, hits: list[Hit]) -> bool:
    """कोलारस के सोनवल में: behind the genitive of a tehsil or block that heads no district."""
    at = hit.inner - 1
    if at < 1 or words[at].gap != "space" or words[at].key not in closed("genitive"):
        return False
    other = next((each for each in hits if each.outer == at), None)
    if other is None or words[at - 1].gap != "space" or other.count is not None:
        return False
    kinds = {place.kind for place in other.places}
    return other.kind in _LARGER or (
        other.kind is None and bool(kinds & _LARGER) and not kinds & _NO_VILLAGES
    )
