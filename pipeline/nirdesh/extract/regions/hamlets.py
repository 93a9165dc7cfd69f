"""Names of villages that a word of them shows: सोनवल कलां, ढाणी झिरनाव, चक 5 एमएल."""

from __future__ import annotations

from nirdesh.extract.lexis import closed, first_like, place_like, surname_like, unknown
from nirdesh.extract.regions.hits import Hit
from nirdesh.extract.regions.naming import nameable
from nirdesh.extract.words import Word
from nirdesh.lexicon.gazetteer import cue
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.posts import post_words, spelt


def hamlet_hits(words: list[Word]) -> list[Hit]:
    """Villages that the last or first word of their names shows."""
    found = []
    for index, word in enumerate(words):
        if word.key in cue("rural_ends") and index and words[index - 1].gap == "space":
            if _bears(words, index - 1):
                found.append(Hit(index - 1, index + 1, index - 1, index + 1, "village", (), "hamlet"))
        elif word.key in cue("hamlets") and word.gap == "space" and index + 1 < len(words):
            last = _hamlet_end(words, index)
            if last:
                found.append(Hit(index, last, index, last, "village", (), "hamlet"))
    return found


def _bears(words: list[Word], index: int) -> bool:
    """Whether the word may be the first of such a name: one of places or an unknown one, and no person's."""
    word = words[index]
    before = words[index - 1] if index and words[index - 1].gap == "space" else None
    if before is not None and (before.key in honorifics().before or before.key in post_words()):
        return False
    return nameable(word) and (place_like(word.key) or unknown(word.key)) and not first_like(word.key)


def _hamlet_end(words: list[Word], index: int) -> int:
    """End of the name of a hamlet that begins at ``index``, 0 without one."""
    after = words[index + 1]
    if after.key.isdigit():
        numbered = after.gap == "space" and index + 2 < len(words) and bool(spelt(words[index + 2].text))
        return index + 3 if numbered else 0
    known = first_like(after.key) or surname_like(after.key)
    if not nameable(after) or not unknown(after.key) or known or after.key in closed("postpositions"):
        return 0
    return index + 2
