"""Words broken by a foreign character, and words that lost the blank between them."""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache

from nirdesh.text import words
from nirdesh.text.alignment import Aligned, Edit
from nirdesh.text.punctuation import is_final, stops, word_before

_DEVA = "\u0900-\u0963\u0970-\u097f"
_WORD = re.compile(f"[{_DEVA}]+")
# What a bad font or keyboard left inside a word: नी=ति, प्रशा'सन, कार्यkक्रम.
_INTRUDER = re.compile(rf"[=\"'*+~^{{}}\[\]<>\\@#$%&;A-Za-z]{{1,3}}(?=[{_DEVA}])")
_SIGN = re.compile("[\u0900-\u0903\u093a-\u094f]")
_LEAST_JOINED = 3
_LEAST_PART = 10
_MIN_FUSED = 5
_MAX_FUSED = 30
_MARGIN = 5.0


def rejoin(a: Aligned) -> Aligned:
    """Remove a foreign character from inside a word where that makes a known word of unknown parts.

    Example:
        >>> from nirdesh.text.alignment import identity
        >>> rejoin(identity('नीरज सिं="ह')).text
        'नीरज सिंह'
    """
    text = a.text
    edits: list[Edit] = []
    for m in _INTRUDER.finditer(text):
        left = word_before(text, m.start())
        right = _WORD.match(text, m.end())
        if not left or right is None or (edits and edits[-1].end > m.start() - len(left)):
            continue
        if _belongs(left, right[0]):
            edits.append(Edit(m.start(), m.end(), "", "intruder"))
    return a.then(edits)


def _belongs(left: str, right: str) -> bool:
    counts = words.counts()
    if counts.get(left + right, 0) < _LEAST_JOINED:
        return False
    parts = [p for p in (left, right) if len(p) > 1 and counts.get(p, 0) >= _LEAST_JOINED]
    return len(parts) < 2


@cache
def _total() -> int:
    return sum(words.counts().values())


@lru_cache(maxsize=4096)
def cut_of(word: str) -> tuple[int, str] | None:
    """Where an unknown word falls into a finite verb and a known word, with what goes between them.

    Example:
        >>> cut_of("कियाअनुशासन"), cut_of("हैदराबादी")
        ((4, '\\n'), None)
    """
    if not _MIN_FUSED <= len(word) <= _MAX_FUSED:
        return None
    counts = words.counts()
    best: tuple[float, int] | None = None
    for at in range(2, len(word) - 1):
        left, right = word[:at], word[at:]
        if _SIGN.match(right) or not is_final(left, line_end=False):
            continue
        if counts.get(right, 0) < _LEAST_PART or (len(right) < 3 and right not in stops().short):
            continue
        score = math.log((counts.get(left, 0) + 1) / _total()) + math.log(counts[right] / _total())
        if best is None or score > best[0]:
            best = (score, at)
    if best is None or best[0] < words.log_probability(word) + _MARGIN:
        return None
    at = best[1]
    return at, " " if word[at:] in stops().continuing else "\n"
