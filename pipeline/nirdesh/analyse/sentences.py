"""Rule sentence splitter for press text, as the spaCy component ``nirdesh_sentences``.

A sentence ends at a danda or what stands for it (``|``, a full stop that belongs to no abbreviation), at
question and exclamation marks, with or without a blank after them, and at every line break. Closing quotes
stay with the sentence that they close.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, cast

import numpy
from spacy.language import Language
from spacy.tokens import Doc

from nirdesh.lexicon.files import toml

NAME: Final = "nirdesh_sentences"


@dataclass(frozen=True, slots=True)
class Marks:
    """What ends and what opens a sentence."""

    ends: frozenset[str]
    lookalikes: frozenset[str]
    closing: frozenset[str]
    both: frozenset[str]
    starters: frozenset[str]
    titles: frozenset[str]
    bar: str
    joined: frozenset[tuple[str, str]]


@lru_cache(maxsize=1)
def marks() -> Marks:
    """The marks of ``tokens.toml``."""
    data = toml("analyse", "tokens.toml")
    rules = data["sentence"]
    closing = frozenset(rules["closing"])
    return Marks(
        frozenset(rules["ends"]),
        frozenset(rules["lookalikes"]),
        closing,
        closing & frozenset(rules["opening"]),
        frozenset(rules["starters"]),
        frozenset(f"{word}." for word in data["abbreviations"]["title"]),
        rules["table_bar"],
        frozenset((pair[0], pair[1]) for pair in rules["joined"]),
    )


def is_end(word: str) -> bool:
    """Whether a token always ends a sentence (a run of dandas and the like)."""
    ends = marks().ends
    return word in ends or (word[0] in ends and all(letter in ends for letter in word))


def _is_number(word: str) -> bool:
    return word.isdecimal() or (len(word) == 1 and word.isalpha())


def _ends_here(words: Sequence[str], spaces: Sequence[bool], i: int, first: int) -> bool:
    """Whether the sentence that began at ``first`` ends with token ``i``."""
    word = words[i]
    following = words[i + 1] if i + 1 < len(words) else ""
    known = marks()
    if is_end(word):
        if word == known.bar and words[first] == known.bar:
            return False  # a row of a table: | नाम | दायित्व |
        if (word, following) in known.joined and not spaces[i]:
            return False
        return i > first and not (following == ")" and word in "?!")
    if word == ".":
        enumerator = i == first + 1 and _is_number(words[first])
        glued_latin = not spaces[i] and following[:1].isascii() and following[:1].isalnum()
        return not enumerator and not glued_latin
    if word in known.lookalikes:
        return i > first and spaces[i - 1] and (spaces[i] or not following.strip())
    if len(word) > 1 and word[-1] == "." and word[0] != ".":
        return following in known.starters and word not in known.titles
    return False


def _closes(words: Sequence[str], spaces: Sequence[bool], i: int, first: int) -> bool:
    """Whether token ``i``, right after an end, closes a quote of the sentence that began at ``first``."""
    word = words[i]
    known = marks()
    if is_end(word) or word == ".":
        return True
    if word not in known.closing:
        return False
    if word not in known.both:
        return True
    if not spaces[i - 1]:
        return True
    return words[first:i].count(word) % 2 == 1


def sentence_starts(words: Sequence[str], spaces: Sequence[bool]) -> list[int]:
    """Indices of the tokens that begin a sentence.

    Args:
        words: Tokens, white space tokens included.
        spaces: Whether a blank follows each token.

    Example:
        >>> sentence_starts(["आए", "।", "वे", "गए"], [False, False, True, False])
        [0, 2]
    """
    starts: list[int] = []
    first = -1
    i = 0
    total = len(words)
    while i < total:
        word = words[i]
        if word.isspace():
            if "\n" in word or "\r" in word or "\u2028" in word or "\u2029" in word:
                first = -1
            i += 1
            continue
        if first < 0:
            first = i
            starts.append(i)
        if _ends_here(words, spaces, i, first):
            i += 1
            while i < total and _closes(words, spaces, i, first):
                i += 1
            first = -1
            continue
        i += 1
    if starts and starts[0] != 0:
        starts[0] = 0
    return starts


@Language.component(NAME, assigns=["token.is_sent_start", "doc.sents"])
def split_sentences(doc: Doc) -> Doc:
    """Set the sentence starts of a ``Doc``; white space belongs to the sentence before it.

    A block of the layout (``doc._.blocks``) begins a sentence as well.
    """
    words = [token.text for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    starts = set(sentence_starts(words, spaces))
    if words:
        starts.add(0)
    blocks = doc._.blocks if doc.has_extension("blocks") else ()
    offsets = [token.idx for token in doc] if blocks else []
    for block in blocks:
        begin = bisect_left(offsets, block.start)
        if begin < len(words) and not words[begin].isspace():
            starts.add(begin)
    column = numpy.full(len(doc), -1, dtype="int64")
    column[sorted(starts)] = 1
    return doc.from_array(["SENT_START"], cast("Any", column.astype("uint64").reshape(-1, 1)))
