"""Which words titles are made of, and before which words none can begin."""

from __future__ import annotations

from functools import lru_cache

from nirdesh.extract.lexis import closed, unknown
from nirdesh.extract.people.letters import spelt_out
from nirdesh.extract.words import Word, is_initial
from nirdesh.lexicon.names import NO_COUNTS, name_counts
from nirdesh.lexicon.organisations import party_words
from nirdesh.lexicon.posts import post_grammar, post_words, titles

COMPOUND = "ाध्यक्ष"
_LISTED = 5  # words of a listed title
_FEW = 2


def may_open(words: list[Word], index: int) -> bool:
    """Whether a title may begin at ``index``, by its word and the next one alone."""
    word = words[index]
    if _opener(word.key, word.text) or _opens_listed(words, index):
        return True
    if word.gap != "space" or index + 1 == len(words):
        return False
    grammar = post_grammar()
    return words[index + 1].key in grammar.bound and word.key not in grammar.fresh


def _opens_listed(words: list[Word], index: int) -> bool:
    """Whether a listed title begins with a word that otherwise only tells where it is (स्थानीय निकाय मंत्री)."""
    if words[index].key not in post_grammar().fresh:
        return False
    keys = tuple(word.key for word in words[index : index + _LISTED])
    return any(keys[:size] in titles() for size in range(2, _LISTED + 1))


@lru_cache(maxsize=16384)
def _opener(key: str, text: str) -> bool:
    """Whether a word of a title or a letter name is the word."""
    if key in post_grammar().fresh:
        return False
    return vocabulary(key) or is_initial(text) or spelt_out(text)


@lru_cache(maxsize=16384)
def vocabulary(key: str) -> bool:
    """Whether any title has the word."""
    grammar = post_grammar()
    if key in post_words() or key in grammar.inner or key in party_words() or key.endswith(COMPOUND):
        return True
    return compound(key)


@lru_cache(maxsize=16384)
def compound(key: str) -> bool:
    """Whether a word that no list has ends in a title (पालकमंत्री, प्रधानपाठक)."""
    known = post_grammar().compound
    return key.endswith(tuple(known)) and key not in known and (unknown(key) or _rare(key))


def _rare(key: str) -> bool:
    """Whether texts have the word once or twice, and never as a name (गृहसचिव)."""
    counts = name_counts().get(key, NO_COUNTS)
    return not counts.name and not counts.place and counts.plain <= _FEW and not counts.listed


@lru_cache(maxsize=1)
def row_heads() -> frozenset[str]:
    """Heads that need a word before them, and their plurals, which a row may show as titles by themselves."""
    grammar = post_grammar()
    heads = grammar.bound | grammar.served | closed("elders")
    plurals = {form for form, head in grammar.plural_heads.items() if head in heads}
    return frozenset(plurals | (heads - grammar.plural_heads.keys()))
