"""Known places beside the title of who is over one, which other readings of the word would hide.

सोनपुर के नए एसडीएम, सोनपुर एसओ क ख को, क को एसडीएम सोनपुर, क ख, एसडीएम सोनपुर को: the word is that of a name, an
ordinary one, or one of another state.
"""

from __future__ import annotations

from functools import lru_cache

from nirdesh.extract.lexis import closed, common, first_like, place_ending, surname_like
from nirdesh.extract.regions.beside import neighbour
from nirdesh.extract.regions.hits import Hit, overlaps
from nirdesh.extract.regions.latin import any_matches, known_sound
from nirdesh.extract.regions.naming import nameable
from nirdesh.extract.words import Word
from nirdesh.lexicon.gazetteer import Place, cue, gazetteer
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.posts import titles

_TITLE = 4  # words of the longest title
_GIVEN = 7  # words back to को
_KINDS = frozenset({"admin", "police"})
_LEVELS = frozenset({"station", "circle", "tehsil", "block", "district", "subdivision"})
_TOWN = (Place("", "city", "", "", "", "", "", "", ""),)


def posted_hits(words: list[Word], hits: list[Hit]) -> list[Hit]:
    """Hits for such places.

    Args:
        words: The text.
        hits: What is known to be a place.
    """
    found: list[Hit] = []
    openers = _openers()
    for index, word in enumerate(words):
        if word.key not in openers:
            continue
        last = _title_end(words, index)
        if last is None:
            continue
        for at, where in ((_before(words, index), True), (_after(words, index, last), False)):
            if at is None or overlaps([*hits, *found], at, at + 1):
                continue
            places = _places(words, at)
            if (
                places is None
                and not where
                and _given(words, index, named=True)
                and first_like(words[at].key)
            ):
                places = ()  # क को एसडीएम बीना बनाया: a first name too, but another is given the post
            if places is not None and _free(words, at, index, last, before=where):
                found.append(Hit(at, at + 1, at, at + 1, None, places, "posted"))
    return found + _handed(words, [*hits, *found])


def _handed(words: list[Word], hits: list[Hit]) -> list[Hit]:
    """क को सोनपुर, ख को हरिपुर भेजा; क को सोनपुर का प्रभार दिया: a listed place behind a name and को."""
    found = []
    datives = closed("dative")
    for mark in [n for n, word in enumerate(words) if word.key in datives and word.gap == "space"]:
        at = mark + 1
        if not 0 < mark < len(words) - 1:
            continue
        if overlaps(hits, at, at + 1) or not _name_before(words, mark) or not _handed_on(words, at):
            continue
        key = words[at].key
        if common(key) or first_like(key) or key.endswith(tuple(cue("plurals"))):
            continue
        if surname_like(key) and not place_ending(key):
            continue
        places = _places(words, at)
        if places is not None:
            found.append(Hit(at, at + 1, at, at + 1, None, places, "posted"))
    return found


def _handed_on(words: list[Word], at: int) -> bool:
    """Whether a comma, who gets the next, a verb of moving or a duty in the genitive follows."""
    after = neighbour(words, at, 1)
    if after is None:
        return words[at].gap == "comma"
    if after.key in closed("conjunctions", "moved"):
        return True
    charge = neighbour(words, at + 1, 1)
    if charge is not None and charge.key in cue("beside_duties"):
        charge = neighbour(words, at + 2, 1)
    return after.key in closed("genitive") and charge is not None and charge.key in cue("charged")


@lru_cache(maxsize=1)
def _over() -> frozenset[tuple[str, ...]]:
    """Keys of the titles whose holders are over a place of their own."""
    return frozenset(
        key for key, title in titles().items() if title.kind in _KINDS and title.level in _LEVELS
    )


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    return frozenset(key[0] for key in _over())


def _title_end(words: list[Word], index: int) -> int | None:
    """One past the longest such title that begins at a word."""
    for length in range(min(_TITLE, len(words) - index), 0, -1):
        chunk = words[index : index + length]
        if any(word.gap not in ("space", "hyphen") for word in chunk[:-1]):
            continue
        if tuple(word.key for word in chunk) in _over():
            return index + length
    return None


def _before(words: list[Word], index: int) -> int | None:
    """The word before a title, or before का and नया that lead to it."""
    at = index - 1
    if at >= 0 and words[at].gap == "space" and words[at].key in cue("qualities"):
        at -= 1
    if at >= 0 and words[at].gap == "space" and words[at].key in closed("genitive"):
        at -= 1
    elif at != index - 1:
        return None
    return at if at >= 0 and words[at].gap == "space" else None


def _after(words: list[Word], index: int, last: int) -> int | None:
    """The word behind a title that somebody else is given (क को एसडीएम …), or that stands beside a name."""
    if last >= len(words) or words[last - 1].gap != "space":
        return None
    after = words[last + 1] if last + 1 < len(words) and words[last].gap == "space" else None
    ends = closed("postpositions", "conjunctions", "moved")
    if after is not None and after.key not in ends and after.key not in cue("given_verbs"):
        return None
    if _given(words, index) and not (after is not None and after.key in closed("dative")):
        return last
    return last if index and words[index - 1].gap == "comma" and _ends_name(words, index - 1) else None


def _given(words: list[Word], index: int, *, named: bool = False) -> bool:
    """Whether को stands before the title, behind a name if that is asked, with no clause between them."""
    for n in range(index - 1, max(-1, index - _GIVEN), -1):
        if words[n].gap != "space" or words[n].key in closed("clause"):
            return False
        if words[n].key in closed("dative"):
            return not named or _name_before(words, n)
    return False


def _name_before(words: list[Word], mark: int) -> bool:
    """Whether a part of a name stands before a case marker."""
    before = neighbour(words, mark, -1)
    return before is not None and (surname_like(before.key) or first_like(before.key))


def _ends_name(words: list[Word], at: int) -> bool:
    """Whether a full name ends at a word."""
    before = neighbour(words, at, -1)
    return before is not None and first_like(before.key) and surname_like(words[at].key)


def _places(words: list[Word], at: int) -> tuple[Place, ...] | None:
    """What the lists have under a word, None where it is none of theirs."""
    word = words[at]
    if word.key in cue("no_posts") or not (nameable(word) or word.key in gazetteer().by_key):
        return None
    listed = gazetteer().by_key.get(word.key, ())
    if common(word.key) and not listed:
        return None
    places = listed or any_matches(word.text, dateline=False)
    if places or known_sound(word.text) or place_ending(word.key):
        return places or _TOWN
    return None


def _free(words: list[Word], at: int, first: int, last: int, *, before: bool) -> bool:
    """Whether the word is no part of a name or of a longer title."""
    key = words[at].key
    if not before:
        return True
    if (key, *(word.key for word in words[first:last])) in titles():
        return False
    led = neighbour(words, at, -1)
    owned = at + 1 < first and words[at + 1].key in closed("genitive")
    free = led is None or led.key in closed("postpositions", "conjunctions") or led.key in cue("free")
    if not owned:
        return free and not first_like(key) and _holds(words, last)
    if free or led is None or common(led.key):
        return True
    named = surname_like(led.key) or first_like(led.key)
    return named and not surname_like(key) and not first_like(key)


def _holds(words: list[Word], last: int) -> bool:
    """Whether somebody's name, or what is done with the holder, stands behind the title."""
    after = neighbour(words, last - 1, 1)
    if after is None:
        return False
    return (
        first_like(after.key)
        or after.key in closed("actor_marks", "genitive")
        or after.key in honorifics().before
    )
