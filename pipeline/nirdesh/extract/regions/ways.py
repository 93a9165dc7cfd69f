"""Unlisted places by the way that goes there, by their list or their school (सोनवल से आगे; सोनवल व झिरी में)."""

from __future__ import annotations

from functools import lru_cache

from nirdesh.extract.lexis import closed, common, first_like, name_share, place_like, surname_like, unknown
from nirdesh.extract.regions.hits import Hit, kind_word_at, overlaps
from nirdesh.extract.regions.lists import runs
from nirdesh.extract.regions.naming import lettered, nameable_key
from nirdesh.extract.words import Word
from nirdesh.lexicon.files import toml
from nirdesh.lexicon.gazetteer import cue
from nirdesh.lexicon.keys import fold
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.posts import post_words

_GOES = 5  # words from होते हुए to the verb of motion
_SEAT = 3  # words of the longest institution
_NAME = 0.6


def way_hits(words: list[Word], hits: list[Hit]) -> list[Hit]:
    """Hits for names that no source has where only a place stands.

    Args:
        words: The text.
        hits: What is known to be a place.
    """
    found = []
    for n, word in enumerate(words):
        if not bare(word) or overlaps(hits, n, n + 1) or _belongs(words, n):
            continue
        if seated(words, n, "schools"):
            found.append(Hit(n, n + 1, n, n + 1, None, (), "school"))
        elif seated(words, n, "posts") or _reached(words, n) or headed(words, n + 1):
            found.append(Hit(n, n + 1, n, n + 1, None, (), "model"))
    found += _routes(words, [*hits, *found])
    return found + _listed(words, [*hits, *found])


def bare(word: Word) -> bool:
    """Whether no source has the word, and it is neither a plural nor letters."""
    return _bare(word.key, word.text)


@lru_cache(maxsize=16384)
def _bare(key: str, text: str) -> bool:
    if not unknown(key) or key.endswith(_plurals()):
        return False
    return nameable_key(key) and not lettered(text)


@lru_cache(maxsize=1)
def _plurals() -> tuple[str, ...]:
    return tuple(cue("plurals"))


def _reached(words: list[Word], n: int) -> bool:
    """सोनवल से आगे, सोनवल की तरफ न जाएं; संगम पर सोनवल के पास."""
    if words[n].gap != "space":
        return False
    if _phrase_at(words, n + 1, "ways"):
        return True
    opens = not n or words[n - 1].gap in ("stop", "line")
    opens = opens or (words[n - 1].gap == "space" and words[n - 1].key in cue("near_after"))
    return opens and _phrase_at(words, n + 1, "nearby") is not None


def headed(words: list[Word], at: int, *, small: bool = False) -> bool:
    """सोनवल के (पूर्व) सरपंच, सोनवल सरपंच राम लाल, सोनवल सरपंच ने: before the title of who is over a village.

    ``small``: those who are over larger places do not count.
    """
    owned = at < len(words) and words[at - 1].gap == "space" and words[at].key in closed("genitive")
    if owned:
        at += 1
        if at + 1 < len(words) and (words[at].key in cue("qualities") or words[at].key in cue("many")):
            at += 1
    if at >= len(words) or words[at - 1].gap != "space":
        return False
    rural = words[at].key in cue("village_folk" if owned else "village_heads")
    if not rural and (small or words[at].key not in cue("local_heads")):
        return False
    after = words[at + 1] if at + 1 < len(words) and words[at].gap == "space" else None
    return owned or (after is not None and (first_like(after.key) or after.key in closed("actor_marks")))


def _routes(words: list[Word], hits: list[Hit]) -> list[Hit]:
    """सोनवल, झिरी होते हुए मदवा पहुंचेगा: the places of a way that somebody goes."""
    found: list[Hit] = []
    openers = _phrases("through")
    for n in range(1, len(words)):
        if words[n].key not in openers or words[n - 1].gap != "space":
            continue
        phrase = _phrase_at(words, n, "through")
        if phrase is None:
            continue
        goal = n + len(phrase)
        if not any(word.key.startswith(tuple(cue("motions"))) for word in words[goal : goal + _GOES]):
            continue
        ends = [n - 1, *([goal] if goal < len(words) and words[goal - 1].gap == "space" else [])]
        while ends[0] and bare(words[ends[0]]) and words[ends[0] - 1].gap == "comma":
            ends.insert(0, ends[0] - 1)
        found += [
            Hit(at, at + 1, at, at + 1, None, (), "model")
            for at in ends
            if bare(words[at]) and not overlaps([*hits, *found], at, at + 1)
        ]
    return found


@lru_cache(maxsize=3)
def _phrases(name: str) -> dict[str, list[tuple[str, ...]]]:
    """Phrases of a list by their first word."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for text in toml("gazetteer", "kinds.toml")["cues"][name]:
        phrase = tuple(fold(word) for word in text.split())
        by_first.setdefault(phrase[0], []).append(phrase)
    return by_first


def _phrase_at(words: list[Word], index: int, name: str) -> tuple[str, ...] | None:
    """The phrase of a list that stands at a place."""
    for phrase in _phrases(name).get(words[index].key, ()) if index < len(words) else ():
        chunk = words[index : index + len(phrase)]
        if tuple(word.key for word in chunk) == phrase and all(word.gap == "space" for word in chunk[:-1]):
            return phrase
    return None


def _belongs(words: list[Word], n: int) -> bool:
    """Whether the word goes on a name or title before it (नासिर सोनवल की ओर)."""
    if not n or words[n - 1].gap != "space":
        return False
    before = words[n - 1]
    named = first_like(before.key) or surname_like(before.key) or name_share(before.key) > _NAME
    named = named and not common(before.key) and before.key not in closed("postpositions")
    if n + 2 < len(words) and words[n + 2].key in cue("dwelling") and words[n + 1].key in closed("genitive"):
        return False  # राम लाल सोनवल का रहने वाला
    if before.key in post_words():
        return not (seated(words, n, "posts") or seated(words, n, "schools"))
    return named or before.key in honorifics().before


def seated(words: list[Word], n: int, sort: str) -> bool:
    """प्राथमिक विद्यालय सोनवल में, उपकेंद्र सोनवल: an institution of which each place has its own."""
    after = words[n + 1] if n + 1 < len(words) and words[n].gap == "space" else None
    ends = closed("postpositions") | closed("conjunctions")
    if after is not None and after.key not in ends and kind_word_at(words, n + 1) is None:
        return False
    for first in range(max(0, n - _SEAT), n):
        if any(word.gap not in ("space", "bracket") for word in words[first:n]):
            continue
        if tuple(word.key for word in words[first:n]) in institutions(sort):
            return True
    return False


@lru_cache(maxsize=2)
def institutions(sort: str) -> frozenset[tuple[str, ...]]:
    """Keys of the words for institutions of one sort: ``schools`` (of villages) or ``posts``."""
    names: list[str] = toml("gazetteer", "kinds.toml")["institutions"][sort]
    return frozenset(tuple(fold(word) for word in name.split()) for name in names)


def _listed(words: list[Word], hits: list[Hit]) -> list[Hit]:
    """सोनवल, झिरी व मदवा में: single names that no source has, in a list that a word of place closes."""
    found: list[Hit] = []
    for run in runs(words):
        if len(run) < 2 or any(last - first > 1 for first, last in run):
            continue
        at, end = run[-1]
        joined = words[at - 1].key in closed("conjunctions")
        placed = end < len(words) and words[end - 1].gap == "space" and words[end].key in cue("list_places")
        if not placed and end < len(words) and words[end - 1].gap == "space":
            placed = words[end].key in cue("list_owns") and overlaps(hits, *run[-2])
        placed = placed or headed(words, end, small=True)
        new = [item for item in run if not overlaps(hits, *item)]
        if not (joined and placed and all(_single(words[first]) for first, _ in new)):
            continue
        if sum(bare(words[first]) for first, _ in new) * 2 >= len(new):
            found += [Hit(first, last, first, last, None, (), "model") for first, last in new]
    return found


def _single(word: Word) -> bool:
    """Whether a word alone can name a place of a list."""
    return bare(word) or (place_like(word.key) and not first_like(word.key))
