"""Districts that are ordinary words too, and places that belong to the name of a train or paper."""

from __future__ import annotations

from collections.abc import Callable

from nirdesh.extract.lexis import closed
from nirdesh.extract.regions.beside import neighbour
from nirdesh.extract.regions.hits import Hit, overlaps
from nirdesh.extract.words import Word
from nirdesh.lexicon.gazetteer import agencies, cue, gazetteer
from nirdesh.lexicon.posts import post_words
from nirdesh.lexicon.quantity import quantity

_CHAIN = 3  # places that hyphens join before a train
_NUMBER = 3  # digits of the longest number of a call or a plate's district


def wary_hits(words: list[Word], hits: list[Hit]) -> list[Hit]:
    """Hits for ordinary words that stand where only a district does (कोटा पहुंचे; मंडी में आठ, शिमला में छह).

    Args:
        words: The text.
        hits: What is known to be a place.
    """
    found = []
    wary = cue("wary")
    for index, word in enumerate(words):
        if word.key not in wary or overlaps(hits, index, index + 1):
            continue
        places = gazetteer().by_key.get(word.key, ())
        states = {place.within for place in places if place.kind == "district"}
        if not states:
            continue
        hit = Hit(index, index + 1, index, index + 1, None, places, "gazetteer")
        goes = _goal(words, index) and (_alone(words, index) or _among(words, hit, hits, _goal))
        counted = _number_after(words, index) and _among(words, hit, hits, _number_after)
        if goes or counted or _seated(words, index):
            found.append(hit)
    return found


def _number_after(words: list[Word], index: int) -> bool:
    """बस्ती पांच, बिजनौर एक: whether a number follows, as in a list of how many there are where."""
    after = neighbour(words, index, 1)
    return after is not None and (after.key.isdecimal() or bool(quantity([after.key])[1]))


def _goal(words: list[Word], index: int) -> bool:
    """Whether a word of place, of going there or of the charge of it follows."""
    after, beyond = neighbour(words, index, 1), neighbour(words, index + 1, 1)
    if after is None or after.key in cue("goal"):
        return after is not None
    return after.key in closed("genitive") and beyond is not None and beyond.key in cue("charged")


def _alone(words: list[Word], index: int) -> bool:
    """Whether the word is no noun with something before it (खेल कोटा में); मंत्री कोटा पहुंचे."""
    before, after = neighbour(words, index, -1), neighbour(words, index, 1)
    if words[index].key not in cue("alone"):
        return False
    if before is None or before.key in cue("free"):
        return True
    return before.key in post_words() and after is not None and after.key not in closed("slot_marks")


def _among(words: list[Word], hit: Hit, hits: list[Hit], stands: Callable[[list[Word], int], bool]) -> bool:
    """Whether the word opens a part of its sentence as another district of its state does."""
    here = words[hit.first].sentence
    states = {place.within for place in hit.places if place.kind == "district"}
    return _opens(words, hit.first) and any(
        words[other.first].sentence == here
        and other.kind is None
        and _opens(words, other.first)
        and stands(words, other.last - 1)
        and states & {place.within for place in other.places if place.kind == "district"}
        for other in hits
    )


def _opens(words: list[Word], index: int) -> bool:
    """Whether a comma, a conjunction or a word that tells who says it stands before."""
    before = neighbour(words, index, -1)
    return (
        before is None
        or before.key in closed("conjunctions")
        or before.key in cue("free")
        or (before.key == words[index].key)
    )


def _seated(words: list[Word], index: int) -> bool:
    """पारिवारिक न्यायालय कोटा, …: the district of a court or jail, where no noun goes on."""
    before, after = neighbour(words, index, -1), neighbour(words, index, 1)
    ends = after is None or after.key in closed("postpositions", "conjunctions", "moved")
    return before is not None and before.key in cue("seated") and ends


def of_route(words: list[Word], hit: Hit) -> bool:
    """सोनपुर-हरिपुर पैसेंजर: a place that a hyphen joins to another in the name of a train."""
    first, last = hit.first, hit.last
    while first and words[first - 1].gap == "hyphen" and last - first < _CHAIN:
        first -= 1
    while last < len(words) and words[last - 1].gap == "hyphen" and last - first < _CHAIN:
        last += 1
    joined = any(word.gap == "hyphen" for word in words[first : last - 1])
    if not joined or hit.kind is not None:
        return False
    return last < len(words) and words[last - 1].gap == "space" and words[last].key in cue("routes")


def of_number(words: list[Word], hit: Hit) -> bool:
    """यूपी-112, यूपी 112 के सिपाही, एमपी-09: the short form of a state in a call number or on a number plate."""
    if words[hit.last - 1].key not in cue("number_states") or hit.last >= len(words):
        return False
    number, gap = words[hit.last].key, words[hit.last - 1].gap
    joined = gap == "hyphen" and number.isdigit() and len(number) <= _NUMBER
    return joined or (gap == "space" and number in cue("call_numbers"))


def of_paper(words: list[Word], hit: Hit) -> bool:
    """हिन्दुस्तान प्रतिनिधि, साभार हिन्दुस्तान: a paper beside its reporter or as a source."""
    if hit.last - hit.first > 1 or words[hit.first].key not in cue("papers"):
        return False
    before, after = neighbour(words, hit.first, -1), neighbour(words, hit.first, 1)
    told = before is not None and before.key in cue("paper_marks")
    return told or (after is not None and after.key in agencies())
