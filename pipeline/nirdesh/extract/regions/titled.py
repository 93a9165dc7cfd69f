"""Places right after a title that are no holder's name (बीडीओ सोनपुर को; क को … थाना प्रभारी सोनवल)."""

from __future__ import annotations

from functools import lru_cache

from nirdesh.extract.lexis import closed, common, first_like, name_share, place_like, surname_like, unknown
from nirdesh.extract.regions.hits import Hit, overlaps
from nirdesh.extract.regions.latin import any_matches
from nirdesh.extract.regions.naming import nameable
from nirdesh.extract.words import Word
from nirdesh.lexicon.gazetteer import Place, gazetteer
from nirdesh.lexicon.names import NO_COUNTS, honorifics, name_counts
from nirdesh.lexicon.posts import post_grammar, titles

_NAME = 0.6
_MIDDLE = 8
_GIVEN = 7  # words back to को
_TITLE = 4  # words of the longest title
_PAIR = 2  # words of a name of two
_OVER = frozenset({"admin", "police"})
_AREAS = frozenset({"station", "circle", "tehsil", "block", "subdivision"})


def titled_hits(words: list[Word], hits: list[Hit]) -> list[Hit]:
    """Names after a title that are no holder's (प्रबंधक झलप श्री क ख; क को … थाना प्रभारी नटेरन, …).

    Args:
        words: The text.
        hits: What is known to be a place.
    """
    found = []
    heads = _title_words()
    for index in range(len(words) - 2):
        at = index + 1
        if words[index].gap != "space" or words[index].key not in heads or overlaps(hits, at, at + 1):
            continue
        over = _over_area(words, index)
        places = _pair(words, hits, at) if over else ()
        if places:
            found.append(Hit(at, at + _PAIR, at, at + _PAIR, None, places, "model"))
            continue
        places = _listed_area(words, at) if over else ()
        if places or _unlisted_area(words, index, over=over):
            found.append(Hit(at, at + 1, at, at + 1, None, places, "model"))
    return found


@lru_cache(maxsize=1)
def _title_words() -> frozenset[str]:
    """Words that are titles or end them."""
    return post_grammar().heads.union(key[0] for key in titles() if len(key) == 1)


def _over_area(words: list[Word], index: int) -> bool:
    """Whether the title that ends at ``index`` is over an area (तहसीलदार, सरपंच, चौकी प्रभारी)."""
    key = words[index].key
    known = titles().get((key,))
    if known is None and key in post_grammar().bound:
        return True
    if known is not None and (known.kind in _OVER or known.level == "village"):
        return True
    for first in range(max(0, index - _TITLE + 1), index):
        title = titles().get(tuple(word.key for word in words[first : index + 1]))
        spaced = all(word.gap in ("space", "hyphen") for word in words[first:index])
        if title is not None and spaced and title.kind in _OVER:
            return True
    return False


def _pair(words: list[Word], hits: list[Hit], at: int) -> tuple[Place, ...]:
    """The places of two words after a title where no name goes on (थाना प्रभारी नांगल चौधरी को)."""
    one, two = words[at], words[at + 1]
    if one.gap not in ("space", "hyphen") or overlaps(hits, at + 1, at + _PAIR):
        return ()
    if not nameable(one) or common(one.key) or first_like(one.key) or name_share(one.key) > _NAME:
        return ()
    if not nameable(two) or not _closes(words, at + 1):
        return ()
    return any_matches(f"{one.text} {two.text}", dateline=False)


def _closes(words: list[Word], at: int) -> bool:
    """Whether a comma, a mark or a verb ends what begins with the title."""
    if words[at].gap == "comma" or at + 1 >= len(words):
        return True
    ends = closed("postpositions", "conjunctions", "human_verbs")
    return words[at].gap == "space" and words[at + 1].key in ends


def _listed_area(words: list[Word], at: int) -> tuple[Place, ...]:
    """The places that the word after a title may be, where no name goes on (बीडीओ सोनपुर को)."""
    other = words[at]
    if not nameable(other) or common(other.key) or first_like(other.key) or not _closes(words, at):
        return ()
    if surname_like(other.key) or name_share(other.key) > _NAME:
        return _town_of_surname(words, at)
    return any_matches(other.text, dateline=False)


def _town_of_surname(words: list[Word], at: int) -> tuple[Place, ...]:
    """उपजिलाधिकारी घोसी को: a town that is a surname too, where nobody bears it or acts."""
    key, after = words[at].key, words[at + 1].key
    if words[at].gap == "space" and after in closed("agent"):
        return ()
    borne = any(
        word.key == key and words[n].gap == "space" and first_like(words[n].key)
        for n, word in enumerate(words[1:])
    )
    return () if borne else gazetteer().by_key.get(key, ())


def _unlisted_area(words: list[Word], index: int, *, over: bool) -> bool:
    """Whether a word that no source has stands after the title as its area, not as its holder."""
    other, after = words[index + 1], words[index + 2]
    if not nameable(other) or not unknown(other.key):
        return False
    named = over and other.gap == "space" and _names_holder(words, index + 2)
    closes = other.gap == "comma" or after.key in closed("conjunctions", "moved")
    led = other.gap == "space" and after.key in honorifics().before
    if named or led or (closes and _given(words, index)):
        return True
    told = over and other.gap == "space" and after.key in closed("dative") and not first_like(other.key)
    return told and _in_charge(words, index)


def _in_charge(words: list[Word], index: int) -> bool:
    """Whether each of several areas has its own holder of the title (चौकी प्रभारी, तहसीलदार, बीडीओ)."""
    for first in range(max(0, index - _TITLE + 1), index + 1):
        title = titles().get(tuple(word.key for word in words[first : index + 1]))
        if title is not None and title.kind in _OVER and title.level in _AREAS:
            return True
    return False


def _names_holder(words: list[Word], index: int) -> bool:
    """Whether a full name of the lists begins at ``index`` (एसडीएम काजा | शिखा वर्मा)."""
    if index + 1 >= len(words) or words[index].gap != "space":
        return False
    first, second = words[index].key, words[index + 1].key
    counts = name_counts().get(first, NO_COUNTS)
    if counts.middle * _MIDDLE > counts.first:
        return False  # कलेक्टर क प्रकाश वर्मा: the word before may be the first name
    return first_like(first) and not common(first) and not place_like(first) and surname_like(second)


def _given(words: list[Word], index: int) -> bool:
    """Whether somebody is given the title that ends at ``index`` (क को … थाना प्रभारी)."""
    for n in range(index - 1, max(-1, index - _GIVEN), -1):
        if words[n].gap != "space" or words[n].key in closed("clause"):
            return False
        if words[n].key in closed("dative"):
            return True
    return False
