"""Items of a list of places: whether they stand beside each other, and whether one may be a place."""

from __future__ import annotations

from nirdesh.extract.lexis import closed, first_like, name_share, place_like, surname_like
from nirdesh.extract.words import Word
from nirdesh.lexicon.gazetteer import cue
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.posts import post_words

_NAME_SHARE = 0.6
_TYPED_SHARE = 0.9


def adjoins(words: list[Word], end: int, start: int) -> bool:
    """Whether only a comma or a conjunction stands between the words ``end`` and ``start``."""
    if end == start:
        return words[end - 1].gap in ("comma", "slash", "hyphen")
    return (
        start == end + 1
        and words[end].key in closed("conjunctions")
        and words[end].gap == "space"
        and words[end - 1].gap in ("space", "comma")
    )


def place_item(words: list[Word], first: int, last: int, *, typed: bool = False) -> bool:
    """Whether a list item that no list has may be a place rather than a person or a thing."""
    keys = [word.key for word in words[first:last]]
    if any(key in honorifics().before or key in post_words() for key in keys) or keys[-1] in cue("never"):
        return False
    if any(place_like(key) for key in keys):
        return True
    if len(keys) > 1 and first_like(keys[0]) and surname_like(keys[-1]):
        return False
    return all(name_share(key) <= (_TYPED_SHARE if typed else _NAME_SHARE) for key in keys)
