"""Villages and blocks that a type word has shown, named again without it (ग्राम सोनपुर में …, सोनपुर में …)."""

from __future__ import annotations

from nirdesh.extract.lexis import closed, common, first_like, name_share, surname_like
from nirdesh.extract.regions.beside import neighbour
from nirdesh.extract.regions.hits import Hit
from nirdesh.extract.words import Word
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.posts import post_words, titles
from nirdesh.mentions import RegionKind

_KINDS: frozenset[RegionKind] = frozenset({"village", "block", "subdistrict"})
_NAME = 0.6


def repeated_hits(words: list[Word], hits: list[Hit]) -> list[Hit]:
    """Hits for the bare names of places that are shown elsewhere, where they stand as places do.

    Args:
        words: The text.
        hits: All hits, with the kinds that type words give them.
    """
    shown: dict[str, list[Hit]] = {}
    for hit in hits:
        bare = not (hit.places or hit.joined) and hit.count is None and hit.head is None
        if bare and hit.kind in _KINDS and all(_own(word.key) for word in words[hit.first : hit.last]):
            shown.setdefault(words[hit.first].key, []).append(hit)
    if not shown:
        return []
    taken = {index for hit in hits for index in range(hit.inner, hit.outer)}
    found: list[Hit] = []
    for index, word in enumerate(words):
        if word.key not in shown or index in taken:
            continue
        same = next((hit for hit in shown[word.key] if _again(words, index, hit)), None)
        if same is not None:
            last = index + same.last - same.first
            found.append(Hit(index, last, index, last, same.kind, (), "repeated"))
    return found


def _own(key: str) -> bool:
    """Whether the word is no ordinary one and no name of a person."""
    return not (common(key) or first_like(key) or surname_like(key) or name_share(key) > _NAME)


def _again(words: list[Word], index: int, hit: Hit) -> bool:
    """Whether the name stands at ``index`` and a postposition or the title of who is over it follows."""
    last = index + hit.last - hit.first
    if [word.key for word in words[index:last]] != [word.key for word in words[hit.first : hit.last]]:
        return False
    before, after = neighbour(words, index, -1), neighbour(words, last - 1, 1)
    if before is not None and (
        before.key in post_words() or before.key in honorifics().before or first_like(before.key)
    ):
        return False
    return after is not None and (after.key in closed("locative") or (after.key,) in titles())
