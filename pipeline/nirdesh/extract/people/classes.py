"""Titles of a class that a sentence announces and the next one, or the rows below, fill with names."""

from __future__ import annotations

from nirdesh.extract.lexis import closed
from nirdesh.extract.people.posts import PostSpan
from nirdesh.extract.people.runs import NameHit
from nirdesh.extract.words import Word

_LEAST = 2
_ENDING = 7  # words at the end of the sentence, where its verb stands


def announced_class(words: list[Word], hits: list[NameHit], post: PostSpan) -> list[NameHit]:
    """Holders of a title that is announced without names (विकासखंडों के लिए नोडल अधिकारी नियुक्त किए हैं।).

    The sentence speaks of an appointment and names nobody but who appoints (क ने); the next one of the same
    line gives duties to two persons at least, each with a place (क को ख, ग को घ का दायित्व).
    """
    sentence = words[post.first].sentence
    own = list(range(*_bounds(words, post.first)))
    ending = [index for index in own[-_ENDING:] if index >= post.last]
    if not any(words[index].key in closed("appointing") for index in ending):
        return []
    if any(not _appoints(words, hit) for hit in hits if words[hit.first].sentence == sentence):
        return []
    first = own[-1] + 1
    if first >= len(words) or words[first].line != words[post.first].line:
        return []
    _, last = _bounds(words, first)
    if not any(word.key in closed("charge") | closed("duty") for word in words[first:last]):
        return []
    inside = [hit for hit in hits if first <= hit.first < last and not _appoints(words, hit)]
    return inside if len(inside) >= _LEAST else []


def _bounds(words: list[Word], index: int) -> tuple[int, int]:
    """Word range of the sentence of ``index``."""
    sentence = words[index].sentence
    first = last = index
    while first > 0 and words[first - 1].sentence == sentence:
        first -= 1
    while last < len(words) and words[last].sentence == sentence:
        last += 1
    return first, last


def _appoints(words: list[Word], hit: NameHit) -> bool:
    """Whether ने follows: the person acts."""
    after = words[hit.outer_last].key if hit.outer_last < len(words) else ""
    return after in closed("agent")
