"""Whether a pronoun means a group of people named before it (किसानों से कहा कि वे) rather than one person."""

from __future__ import annotations

from functools import lru_cache

from nirdesh.extract.lexis import closed
from nirdesh.extract.words import Word
from nirdesh.lexicon.files import toml
from nirdesh.lexicon.keys import fold
from nirdesh.lexicon.posts import plurals, post_grammar

_OF_PEOPLE = ("office", "trade", "public")


def grouped(words: list[Word], index: int, named: frozenset[int] = frozenset()) -> bool:
    """Whether the pronoun at ``index`` takes up a relative clause or a group of people of its sentence.

    A pronoun of one (वह, उसे) takes up no group, and one relative is taken up once (जिन … उनकी सूची उन्हें दें).
    What somebody said to a group of himself is about him (पत्रकारों से कहा कि उन्हें पत्र नहीं मिला).
    ``named`` holds the last words of people, who are no group (सर्जन).
    """
    start = index
    while start > 0 and words[start - 1].sentence == words[index].sentence:
        start -= 1
    if _correlated(words, start, index):
        return True
    if words[index].key in closed("pronouns_one"):
        return False
    met = next((n for n in range(index - 1, start - 1, -1) if n not in named and _group(words, n)), None)
    if met is None:
        return False
    said = any(words[n].key in closed("content") for n in range(met, index))
    return not (said and words[index].key not in closed("possessives") and _told(words, index))


def _correlated(words: list[Word], start: int, index: int) -> bool:
    """Whether a relative word stands before the pronoun that no other pronoun has taken up."""
    for n in range(index - 1, start - 1, -1):
        if words[n].key in closed("pronouns_loose"):
            return False
        if words[n].key in closed("relatives"):
            return True
    return False


def _group(words: list[Word], index: int) -> bool:
    """Whether a plural of people with a case mark stands at ``index``."""
    word = words[index]
    if word.gap != "space" or words[index + 1].key not in closed("group_marks"):
        return False
    return word.key in _people() or word.key.endswith(_endings())


def _told(words: list[Word], index: int) -> bool:
    """Whether the clause of the pronoun tells what has happened, and asks for nothing."""
    last = index
    while last < len(words) - 1 and words[last].gap in ("space", "hyphen", "bracket"):
        last += 1
    key = words[last].key
    return key.endswith(tuple(closed("told_endings"))) and not key.endswith(tuple(closed("asked_endings")))


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    """Oblique plurals of nouns of people."""
    classes = toml("clauses", "actors.toml")["classes"]
    found = {fold(form) for name in _OF_PEOPLE for noun in classes[name] for form in plurals(noun)}
    return frozenset(found | post_grammar().plural_heads.keys())


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    """Their endings (शिविरार्थियों, दुकानदारों)."""
    endings = toml("clauses", "actors.toml")["endings"]
    nouns = [*(noun for name in _OF_PEOPLE for noun in endings[name]), *closed("agentive")]
    return tuple(dict.fromkeys(form for noun in nouns for form in plurals(noun)))
