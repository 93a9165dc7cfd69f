"""Text made ready for searching: folded words cut to stems, the same when stored and when asked for."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from nirdesh.lexicon.files import toml
from nirdesh.lexicon.latin import latin
from nirdesh.lexicon.skeleton import skeleton
from nirdesh.text.keys import key

# Raised when the same text would fold to other stems, so that older files are indexed anew.
VERSION: Final = "1"
_WORD: Final = re.compile(r"[\w\u0900-\u0963\u0970-\u097f\u200c\u200d]+")
_DEVANAGARI: Final = re.compile(r"[\u0900-\u097f]")
_MOST: Final = 64


def words(text: str) -> list[str]:
    """Words of a text as written; matras and joiners belong to their word.

    Example:
        >>> words("क्षेत्रीय बैठक, 15 जून।")
        ['क्षेत्रीय', 'बैठक', '15', 'जून']
    """
    return _WORD.findall(text)


@lru_cache(maxsize=1)
def _endings() -> tuple[int, tuple[str, ...]]:
    data = toml("search", "words.toml")
    listed = {key(f"क{ending}")[1:] for ending in data["endings"].split()}
    return int(data["shortest"]), tuple(sorted(listed, key=lambda ending: (-len(ending), ending)))


@lru_cache(maxsize=1)
def stop_stems() -> frozenset[str]:
    """Stems of words that questions are asked without."""
    return frozenset(stem(word) for word in toml("search", "words.toml")["stop"].split())


@lru_cache(maxsize=262144)
def form(word: str) -> str:
    """A word with spelling variants folded together; long ones are cut, so that nobody fills the index.

    Example:
        >>> form("हिन्दी") == form("हिंदी"), form("फ़ैसला") == form("फैसला")
        (True, True)
    """
    return "".join(key(word).split())[:_MOST]


@lru_cache(maxsize=262144)
def stem(word: str) -> str:
    """What the forms of a word share.

    Example:
        >>> stem("निर्देशों") == stem("निर्देश"), stem("दिन") == stem("दीन")
        (True, False)
    """
    folded = form(word)
    if not _DEVANAGARI.search(folded):
        return folded
    shortest, endings = _endings()
    for ending in endings:
        if folded.endswith(ending) and len(folded) - len(ending) >= shortest:
            return folded[: -len(ending)]
    return folded


def stems(text: str) -> str:
    """A text as the full-text index holds it.

    Example:
        >>> stems("सभी नालों की सफ़ाई") == stems("सभी नाले की सफाई")
        True
    """
    return " ".join([stem(word) for word in _WORD.findall(text)])


@lru_cache(maxsize=65536)
def spelled(word: str) -> str:
    """A word in small Latin letters, whatever its script.

    Example:
        >>> spelled("नालों"), spelled("Anoop")
        ('nalon', 'anoop')
    """
    return (latin(word) if _DEVANAGARI.search(word) else word).lower()


def undotted(word: str) -> str:
    """A word without nuktas.

    Example:
        >>> undotted("बड़ौत") == "बडौत"
        True
    """
    return unicodedata.normalize("NFD", word).replace("\u093c", "")


def bones(word: str) -> str:
    """The consonants by which a word is found from the other script.

    Example:
        >>> bones("अनूप") == bones("anoop")
        True
    """
    return skeleton(spelled(word))


def is_devanagari(text: str) -> bool:
    """Whether a text has a Devanagari letter."""
    return _DEVANAGARI.search(text) is not None
