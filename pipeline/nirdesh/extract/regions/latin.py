"""Places that the official lists name in Latin letters only, found by the sound of the Devanagari word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from unicodedata import normalize

from nirdesh.extract.lexis import closed, common, first_like, name_share
from nirdesh.extract.regions.beside import neighbour
from nirdesh.extract.regions.hits import LINKS, Hit, covered, in_dateline, kind_word_at
from nirdesh.extract.regions.naming import nameable, nameable_key
from nirdesh.extract.words import Word
from nirdesh.lexicon.gazetteer import (
    LatinPlace,
    Place,
    area_posts,
    cue,
    latin_places,
    place_by_id,
    spelt_places,
)
from nirdesh.lexicon.keys import fold_name
from nirdesh.lexicon.latin import latin
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.posts import post_words
from nirdesh.lexicon.skeleton import likeness, skeleton
from nirdesh.mentions import RegionKind, Span

_NAME = 0.75
_UNNAMED = 0.6
_NUKTA = "\u093c"
_HEAD_VOTE = 2
_ENOUGH = 3
_ALIKE = 0.78
_ALIKE_SHORT = 0.92
_SHORT = 3


@lru_cache(maxsize=16384)
def _spellings(name: str) -> tuple[tuple[str, str], ...]:
    """Latin spellings and their skeletons; a dotted letter may be spelled as the plain one (गुड़ा, Guda)."""
    spelled = dict.fromkeys(map(latin, {name: None, _undotted(name): None}))
    return tuple((form, skeleton(form)) for form in spelled)


@lru_cache(maxsize=16384)
def _alike(name: str, states: frozenset[str] | None = None) -> tuple[tuple[float, LatinPlace], ...]:
    """Places of some states, or of all, that sound like the name, the most alike first."""
    spelt = spelt_places().get(fold_name(name), ())
    best = dict.fromkeys((place for place in spelt if states is None or place.state in states), 1.0)
    for spelled, bones in _spellings(name):
        floor = _ALIKE if len(bones) >= _SHORT else _ALIKE_SHORT
        scores: dict[str, float] = {}
        for place in latin_places().get(bones, ()):
            if states is not None and place.state not in states:
                continue
            if place.name not in scores:
                scores[place.name] = likeness(spelled, place.name, floor)
            if scores[place.name] >= floor:
                best[place] = max(best.get(place, 0.0), scores[place.name])
    return tuple(
        sorted(((score, place) for place, score in best.items()), key=lambda pair: (-pair[0], pair[1]))
    )


def _undotted(name: str) -> str:
    """The name without nuktas."""
    return normalize("NFD", name).replace(_NUKTA, "")


def latin_hits(words: list[Word], hits: list[Hit], seen: Sequence[Span] = ()) -> list[Hit]:
    """Names that only the Latin lists have, in the states that the report is about.

    Args:
        words: The text.
        hits: What the gazetteer found; its places tell the state.
        seen: A model's places; they tell the state where the gazetteer found none.
    """
    states = report_states(hit.places for hit in hits) or _guessed_states(words, seen)
    found: list[Hit] = []
    taken = covered(words, hits)
    index = 0
    while index < len(words):
        hit = None
        if (
            not taken[index]
            and nameable_key(words[index].key)
            and words[index].key not in cue("times")  # इससे पूर्व
            and (states or in_dateline(words, index, index + 1, strict=True))
        ):
            hit = _latin_at(words, taken, index, states)
        if hit is not None:
            found.append(hit)
        index = index + 1 if hit is None else hit.last
    return found


def _guessed_states(words: list[Word], seen: Sequence[Span]) -> frozenset[str]:
    """The state in which most of the report's unknown words are places; the dateline counts double."""
    votes: Counter[str] = Counter()
    tried: set[str] = set()
    starts = {span.start for span in seen}
    for index, word in enumerate(words):
        if word.key in tried or not nameable(word):
            continue
        head = in_dateline(words, index, index + 1, strict=True)
        if not head and not _placed(words, index, index + 1):
            continue
        tried.add(word.key)
        for state in {place.state for _, place in _alike(word.text)}:
            votes[state] += _HEAD_VOTE if head or word.start in starts else 1
    if not votes:
        return frozenset()
    state, count = max(votes.items(), key=lambda pair: (pair[1], pair[0]))
    return frozenset({state}) if count >= _ENOUGH else frozenset()


def _latin_at(words: list[Word], taken: list[bool], index: int, states: frozenset[str]) -> Hit | None:
    """The place that a free word which may name one, or it and the next, is."""
    pair = index + 1 < len(words) and words[index].gap in LINKS and not taken[index + 1]
    for last in (index + 2, index + 1) if pair and nameable(words[index + 1]) else (index + 1,):
        dateline = in_dateline(words, index, last, strict=True)
        if not dateline and not _placed(words, index, last):
            continue
        name = " ".join(word.text for word in words[index:last])
        places = latin_matches(name, states)
        if dateline and not places and name_share(words[index].key) < _NAME and known_sound(name):
            places = any_matches(name, dateline=True)
        if places:
            return Hit(index, last, index, last, None, places, "latin")
    return None


def _placed(words: list[Word], first: int, last: int) -> bool:
    """Whether the words around fit a place: a postposition or list after, no name or title before."""
    before = neighbour(words, first, -1)
    after = neighbour(words, last - 1, 1)
    key = words[first].key
    if before is not None and (
        before.key in honorifics().before or (first_like(before.key) and not common(before.key))
    ):
        return False
    if after is not None and (
        after.key in closed("subject") or after.key in honorifics().after or after.key in cue("never")
    ):
        return False
    bracketed = first > 0 and words[first - 1].gap == "bracket"
    titled = before is not None and before.key in post_words()
    if titled or (bracketed and words[first - 1].key in post_words()):
        if after is None and name_share(key) < _UNNAMED and key not in cue("wary"):
            return True  # एसडीएम करसोग, …
        led = after is not None and (first_like(after.key) or name_share(after.key) > 0.6)
        led = led or (after is not None and after.key in post_words())  # थाना प्रभारी नटेरन निरीक्षक क ख
        return (
            after is not None
            and name_share(key) < 0.6
            and (after.key in closed("genitive", "installed") or led)
        )
    if after is not None and (after.key in closed("moved") or after.key.isdigit()):
        return name_share(key) < _NAME
    free = before is None or any(
        before.key in closed(name) for name in ("postpositions", "with_links", "conjunctions")
    )
    if after is not None and after.key in area_posts() and free:
        return name_share(key) < _UNNAMED and key not in cue("wary") | cue("qualities")  # मनिका विधायक
    if after is not None and after.key not in closed("locative") and after.key not in closed("conjunctions"):
        beside = kind_word_at(words, last) is not None or after.key in cue("branches")
        return beside and name_share(key) < _NAME
    return name_share(key) < _NAME


@lru_cache(maxsize=16384)
def latin_matches(name: str, states: frozenset[str]) -> tuple[Place, ...]:
    """Regions of ``states`` that sound like ``name``, the most alike first.

    Args:
        name: A Devanagari name.
        states: ISO codes of the states that the report is about; without any, nothing matches.

    Example:
        >>> [place.kind for place in latin_matches("झंझारपुर", frozenset({"IN-BR"}))]
        ['assembly_constituency', 'block', 'city', 'subdistrict']
    """
    return tuple(place.place(name) for _, place in _alike(name, states))


def known_sound(name: str) -> bool:
    """Whether a place anywhere in the lists sounds like the name."""
    return bool(_alike(name))


def any_matches(name: str, *, dateline: bool) -> tuple[Place, ...]:
    """Kinds that places of that sound have in any state, codes left out because the state is not known."""
    kinds: dict[RegionKind, None] = dict.fromkeys(place.kind for score, place in _alike(name) if score > 0.95)
    if dateline:
        kinds = {"city": None}
    return tuple(Place("", kind, name, "", "", "", "", "", "") for kind in kinds)


def report_states(places: Iterable[tuple[Place, ...]]) -> frozenset[str]:
    """States that the report's known places lie in: those named, and the commonest of the places' states."""
    named: set[str] = set()
    votes: Counter[str] = Counter()
    for options in places:
        found = {state for place in options for state in (_state(place),) if state}
        if any(place.kind == "state" for place in options):
            named.update(place.id for place in options if place.kind == "state")
        elif len(found) == 1:
            votes[next(iter(found))] += 1
    top = {state for state, count in votes.items() if count * 3 >= max(votes.values())} if votes else set()
    return frozenset(top or named)


def _state(place: Place) -> str:
    current = place
    while current.kind != "state":
        above = place_by_id(current.within)
        if above is None:
            return current.within if current.within.startswith("IN-") else ""
        current = above
    return current.id
