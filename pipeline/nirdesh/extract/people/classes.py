"""Titles of a class that a sentence announces and the next one, or the rows below, fill with names."""

from __future__ import annotations

from nirdesh.extract.lexis import closed
from nirdesh.extract.people.posts import PostSpan
from nirdesh.extract.people.runs import NameHit
from nirdesh.extract.words import Word
from nirdesh.lexicon.posts import post_grammar, split_key, titles

_LEAST = 2
_NEAR = 5  # words after the title: प्रभारियों के नाम की घोषणा
_TITLE = 3  # words after को to the end of a title
_ENDING = 7  # words at the end of the sentence, where its verb stands


def announced_class(words: list[Word], hits: list[NameHit], post: PostSpan) -> list[NameHit]:
    """Holders of a title that is announced without names (विकासखंडों के लिए नोडल अधिकारी नियुक्त किए हैं।).

    The sentence speaks of an appointment and names nobody but who appoints (क ने); the next one of the same
    line gives duties to two persons at least, each with a place (क को ख, ग को घ का दायित्व), or lists them
    at their places (सोनपुर में क, हरिपुर - ख), and so may the ones after it.
    """
    sentence = words[post.first].sentence
    own = list(range(*_bounds(words, post.first)))
    ending = [index for index in own[-_ENDING:] if index >= post.last]
    near = [index for index in own if post.last <= index < post.last + _NEAR]
    listed = any(words[index].key in closed("list_nouns", "announcing") for index in near)
    announced = (
        post.plural and listed and any(words[index].key in closed("announcing") for index in own[-_ENDING:])
    )
    if not announced and not any(words[index].key in closed("appointing") for index in ending):
        return []
    if any(not _appoints(words, hit) for hit in hits if words[hit.first].sentence == sentence):
        return []
    found: list[NameHit] = []
    first = own[-1] + 1
    while first < len(words) and words[first].line == words[post.first].line:
        _, last = _bounds(words, first)
        inside = [hit for hit in hits if first <= hit.first < last and not _appoints(words, hit)]
        if any(_given_another(words, hit, post) or _of_another(hit, post) for hit in inside):
            break
        charged = not found and any(word.key in closed("charge", "duty") for word in words[first:last])
        placed = sum(_placed(words, hit) for hit in inside)
        if len(inside) < _LEAST or not (charged or placed >= _LEAST):
            break
        found += inside
        first = last
    return found


def _given_another(words: list[Word], hit: NameHit, post: PostSpan) -> bool:
    """Whether the sentence gives the person a title itself (क को नगर अध्यक्ष बनाया)."""
    if hit.outer_last >= len(words) or words[hit.outer_last].key not in closed("dative"):
        return False
    after = words[hit.outer_last + 1 : hit.outer_last + 1 + _TITLE]
    heads = (word.key for word in after if word.gap in ("space", "comma", "stop", "line"))
    title = next((key for key in heads if key in post_grammar().heads or (key,) in titles()), "")
    return bool(title) and title not in split_key(post.title)


def _of_another(hit: NameHit, post: PostSpan) -> bool:
    """Whether another post of a body stands before the name (27 सचिव बनाए। प्रवक्ता क, …)."""
    if hit.post is None or post.last - post.first > 1:
        return False
    return hit.post.kind == post.kind == "party" and hit.post.group != post.group


def _placed(words: list[Word], hit: NameHit) -> bool:
    """Whether a place stands before the name (सोनपुर में क, सोनपुर - क)."""
    before = words[hit.outer_first - 1] if hit.outer_first else None
    return before is not None and (before.gap in ("hyphen", "punct") or before.key in closed("slot_marks"))


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
