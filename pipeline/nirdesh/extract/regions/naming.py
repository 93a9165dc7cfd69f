"""Which words can be part of a place name that no list has."""

from __future__ import annotations

from functools import lru_cache

from nirdesh.extract.lexis import closed, common, often, place_ending
from nirdesh.extract.words import Word
from nirdesh.lexicon.gazetteer import cue
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.organisations import party_words
from nirdesh.lexicon.posts import post_words, spelt

_INITIALS = 3
_CLERK = 12  # words from a revenue clerk to his circle
_VIRAMA = "\u094d"


def nameable(word: Word, *, beside: bool = False) -> bool:
    """Whether the word can be part of a place name that no list has, ``beside`` a kind word or not."""
    return nameable_key(word.key, beside)


@lru_cache(maxsize=4096)
def lettered(text: str) -> bool:
    """Whether the word is letter names alone, as no village is called (पीडीए पंचायत)."""
    return len(spelt(text)) >= _INITIALS


@lru_cache(maxsize=1)
def _barred() -> frozenset[str]:
    return closed("quantifiers", "never_names") | cue("plain") | cue("ordinals")


@lru_cache(maxsize=1)
def _adjectival() -> tuple[str, ...]:
    return (_VIRAMA, *cue("to_come"), *cue("adjectives"))


@lru_cache(maxsize=16384)
def nameable_key(key: str, beside: bool = False) -> bool:
    """Whether the word with a folded key can be part of such a name."""
    if key.isascii() or len(key) < 2 or key in _barred():
        return False
    if key.endswith(_adjectival()) or key in party_words():
        return False
    if key in cue("second") or place_ending(key):
        return True
    if any(char.isdigit() for char in key) or key in post_words():
        return False
    if often(key) if beside else common(key):
        return False
    return key not in honorifics().before and key not in closed("postpositions")


def of_clerk(words: list[Word], index: int) -> bool:
    """पटवारी क को सोनवल हल्का सौंपा: a circle of a village's revenue clerk, of whom the sentence speaks."""
    near = words[max(0, index - _CLERK) : index + _CLERK]
    return any(word.key in cue("clerks") for word in near if word.sentence == words[index].sentence)
