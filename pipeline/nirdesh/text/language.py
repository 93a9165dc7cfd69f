"""Which language a text is in: Hindi or another that shares its script, or English.

Languages of one script share most words of content, so the function words and endings decide
(``languages.toml``); a text without any of them has no language.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from nirdesh.text import words
from nirdesh.text.characters import plain
from nirdesh.text.data import table

_DEVA = re.compile("[\u0900-\u0963\u0970-\u097f]+")
_LATIN = re.compile("[A-Za-z]+")
_LONGEST = 4000
_FLOOR = 0.0004
_HEAD = 0.05
_SLOPE = 0.75
_OWN = 2.5  # least gain of a word that one language alone has
_SHARED = 0.7
_ENDING = 1.2
_SHORT = 4  # letters of words whose endings say nothing
_LETTER = 0.7
_SURE = 0.9
_LEAST_WORDS = 3
_KNOWN_SHARE = 0.6
_BY_WORDS = 0.6
HINDI = "hi"
UNKNOWN = ("und", 0.0)


@dataclass(frozen=True, slots=True)
class _Profile:
    words: dict[str, float]
    endings: re.Pattern[str] | None
    letters: frozenset[str]
    prior: float

    def ends(self, token: str) -> bool:
        """Whether a longer word has an ending of the language."""
        return self.endings is not None and len(token) > _SHORT and bool(self.endings.search(token))


@cache
def _profiles() -> dict[str, _Profile]:
    """Each word's log gain over an unseen word, by its rank in its list."""
    rows = {code: row for code, row in table("languages.toml").items() if isinstance(row, dict)}
    lists = {code: list(dict.fromkeys(plain(row["words"]).split())) for code, row in rows.items()}
    shared = Counter(w for found in lists.values() for w in found)
    profiles = {}
    for code, row in rows.items():
        gains = {}
        for rank, w in enumerate(lists[code], start=1):
            least = _OWN if shared[w] == 1 else _SHARED
            gains[w] = max(math.log(_HEAD / rank**_SLOPE / _FLOOR), least)
        ends = "|".join(sorted(plain(row.get("endings", "")).split(), key=len, reverse=True))
        profiles[code] = _Profile(
            gains,
            re.compile(rf"(?:{ends})$") if ends else None,
            frozenset(row.get("letters", "")),
            row.get("prior", 0.0),
        )
    return profiles


def scores(text: str) -> dict[str, float]:
    """Log evidence for each language; the text is read to its 4,000th character.

    Endings of other languages count on words that Hindi does not have (not on the titles निरीक्षक, संचालक).

    Example:
        >>> s = scores("बैठक में सभी सचिव आए और सूची दी गई")
        >>> max(s, key=s.get)
        'hi'
    """
    text = plain(text[:_LONGEST])
    deva, latin = _DEVA.findall(text), _LATIN.findall(text)
    totals: dict[str, float] = {}
    for code, profile in _profiles().items():
        tokens = [t.lower() for t in latin] if code == "en" else deva
        total = 0.0
        for token in tokens:
            gain = profile.words.get(token)
            if gain is not None:
                total += gain
            elif profile.ends(token) and (code == HINDI or token not in words.known()):
                total += _ENDING
        if profile.letters:
            total += _LETTER * sum(text.count(c) for c in profile.letters)
        totals[code] = total + profile.prior if total > 0 else 0.0
    return totals


def detect(text: str) -> tuple[str, float]:
    """The language of a text and how sure that is.

    Returns:
        A code (``hi``, ``mr``, ``ne``, ``bho``, ``mai``, ``sa``, ``en``; ``und`` without any) and a share
        between 0 and 1: its evidence against that of the next language.

    Example:
        >>> detect("समिति की बैठक में सभी सचिवों को सूची भेजने के निर्देश दिए गए।")[0]
        'hi'
        >>> detect("समितीच्या बैठकीत सर्व सचिवांना यादी पाठवण्याचे निर्देश देण्यात आले आहेत.")[0]
        'mr'
        >>> detect("12.5")
        ('und', 0.0)
    """
    found = scores(text)
    ordered = sorted(found, key=lambda code: -found[code])
    first, second = found[ordered[0]], found[ordered[1]]
    if first <= 0:
        return _by_words(text)
    return ordered[0], round(1 / (1 + math.exp(min(second - first, 0.0))), 4)


def _by_words(text: str) -> tuple[str, float]:
    """A line of names and nouns is Hindi where the word list knows most of it."""
    tokens = _DEVA.findall(plain(text[:_LONGEST]))
    if len(tokens) < _LEAST_WORDS:
        return UNKNOWN
    share = sum(t in words.known() for t in tokens) / len(tokens)
    return ("hi", _BY_WORDS) if share >= _KNOWN_SHARE else UNKNOWN


def hindi_part(text: str) -> str:
    """The lines of a mixed page that are in Hindi, joined as they stood.

    A line that is too short to tell goes with the lines before it.

    Example:
        >>> hindi_part("The committee has met and will meet.\\nसमिति की बैठक में सभी आए।\\n")
        'समिति की बैठक में सभी आए।\\n'
    """
    kept: list[str] = []
    keep = True
    pending: list[str] = []
    decided = False
    for line in text.splitlines(keepends=True):
        code, sure = detect(line)
        if code != "und" and sure >= _SURE:
            keep = code == "hi"
            if keep:
                kept.extend(p for p in pending if _DEVA.search(p) or not p.strip())
            pending = []
            decided = True
            if keep:
                kept.append(line)
        elif decided and keep and (_DEVA.search(line) or not line.strip()):
            kept.append(line)
        else:
            pending.append(line)
    return "".join(kept) if decided else text
