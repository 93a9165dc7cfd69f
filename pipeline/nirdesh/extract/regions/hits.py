"""Places where a text names a region, before they are put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from nirdesh.extract.lexis import closed, common, first_like, name_share, place_like, surname_like
from nirdesh.extract.words import Word
from nirdesh.lexicon.files import toml
from nirdesh.lexicon.gazetteer import Place, cue, gazetteer, kind_words
from nirdesh.lexicon.keys import fold
from nirdesh.lexicon.names import honorifics
from nirdesh.mentions import RegionKind

_LONGEST = 5
_LINKS = ("space", "hyphen")


@dataclass(frozen=True, slots=True)
class Hit:
    """A named place in the words ``first:last``.

    Attributes:
        outer: One past the last word of the mention, type word included.
        inner: First word of the mention, type word included.
        kind: What a word beside it says, or None.
        places: What the gazetteer has under this name.
        count: Number of places of a counted class.
        rule: Which rule found it.
    """

    first: int
    last: int
    inner: int
    outer: int
    kind: RegionKind | None
    places: tuple[Place, ...]
    rule: str
    count: int | None = None
    joined: bool = False


@lru_cache(maxsize=1)
def _never() -> frozenset[str]:
    return cue("never")


def window_key(words: list[Word], first: int, last: int) -> str | None:
    """Key of the words ``first:last`` as one name, None where something but a space or hyphen parts them."""
    for word in words[first : last - 1]:
        if word.gap not in _LINKS:
            return None
    return "".join(word.key for word in words[first:last])


def gazetteer_hits(words: list[Word]) -> list[Hit]:
    """Longest gazetteer names in the text, those left out that read better as something else."""
    by_key = gazetteer().by_key
    hits: list[Hit] = []
    index = 0
    while index < len(words):
        step = 1
        for last in range(min(len(words), index + _LONGEST), index, -1):
            key = window_key(words, index, last)
            if key is None or key not in by_key:
                continue
            hit = Hit(index, last, index, last, None, by_key[key], "gazetteer")
            if plausible(words, hit):
                hits.append(hit)
                step = last - index
                break
        index += step
    return hits


def neighbour(words: list[Word], index: int, step: int) -> Word | None:
    """The word beside ``index`` when only a space parts them."""
    other = index + step
    if not 0 <= other < len(words):
        return None
    left = words[min(index, other)]
    return words[other] if left.gap == "space" else None


def plausible(words: list[Word], hit: Hit) -> bool:
    """Whether a gazetteer name is a place here and not a common word, a person or a part of another name."""
    after = neighbour(words, hit.last - 1, 1)
    before = neighbour(words, hit.first, -1)
    if after is not None and after.key in _never():
        return False
    typed = kind_word_at(words, hit.last) if after else None
    if typed and typed[0].kind != "other":
        return True
    if any(place.kind in ("state", "country") for place in hit.places) and hit.last - hit.first > 1:
        return True
    if before is not None and before.key in honorifics().before:
        return False
    if _inside_person(before, after):
        return False
    if hit.last - hit.first > 1:
        return True
    word = words[hit.first]
    if common(word.key) or name_share(word.key) > 0.8:
        return typed is not None
    if all(place.kind in ("block", "assembly_constituency", "other", "party_region") for place in hit.places):
        return place_like(word.key) and _in_place_slot(words, hit, after)
    return True


def _inside_person(before: Word | None, after: Word | None) -> bool:
    """मथुरा प्रसाद, राम अवध यादव."""
    if after is not None and surname_like(after.key) and not common(after.key) and not place_like(after.key):
        return True
    return (
        before is not None
        and after is None
        and first_like(before.key)
        and not common(before.key)
        and name_share(before.key) > 0.7
    )


def _in_place_slot(words: list[Word], hit: Hit, after: Word | None) -> bool:
    """Whether a postposition, a comma or another place follows."""
    if after is None:
        return True
    return after.key in closed("locative") or after.key in closed("conjunctions") or common(after.key)


def kind_word_at(words: list[Word], index: int) -> tuple[KindMatch, int] | None:
    """The longest type word that begins at ``index`` and the index after it."""
    table = kind_words()
    for length in (3, 2, 1):
        chunk = words[index : index + length]
        if len(chunk) < length or any(word.gap not in _LINKS for word in chunk[:-1]):
            continue
        entries = table.get(tuple(word.key for word in chunk))
        if entries:
            entry = entries[0]
            return KindMatch(entry.kind, entry.side, entry.joined, entry.known, entry.plural), index + length
    return None


@dataclass(frozen=True, slots=True)
class KindMatch:
    """What a type word says; see ``lexicon.gazetteer.KindWord``."""

    kind: RegionKind
    side: str
    joined: bool
    known: bool
    plural: bool


def overlaps(hits: list[Hit], first: int, last: int) -> bool:
    """Whether one of ``hits`` shares a word with ``first:last``."""
    return any(hit.inner < last and first < hit.outer for hit in hits)


def retyped(
    hit: Hit, kind: RegionKind, *, outer: int | None = None, inner: int | None = None, joined: bool = False
) -> Hit:
    """The hit with the kind that a type word gives it."""
    return replace(
        hit,
        kind=kind,
        outer=hit.outer if outer is None else outer,
        inner=hit.inner if inner is None else inner,
        joined=joined,
    )


@lru_cache(maxsize=1)
def agencies() -> frozenset[str]:
    """Keys of news agencies and bylines that follow a dateline's place."""
    return frozenset(fold(word) for word in toml("gazetteer", "kinds.toml")["dateline"]["agencies"])
