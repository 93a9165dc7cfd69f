"""Words of a text with the breaks between them: the plain view that the entity rules work on.

The spaCy and the Stanza engine cut words differently; rules for who somebody is must not depend on that.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

import regex

from nirdesh.lexicon.files import toml
from nirdesh.lexicon.keys import fold
from nirdesh.lexicon.posts import post_grammar, titles

Gap = Literal["space", "hyphen", "slash", "comma", "bracket", "punct", "stop", "line"]

_WORD: Final = regex.compile(r"[\p{L}\p{M}\p{Nd}\u200c\u200d]+")
_RANK: Final[dict[Gap, int]] = {
    "space": 0,
    "hyphen": 1,
    "slash": 2,
    "bracket": 3,
    "punct": 3,
    "comma": 4,
    "stop": 5,
    "line": 6,
}
_GAPS: Final[dict[str, Gap]] = {
    "-": "hyphen",
    "–": "hyphen",
    "/": "slash",
    ",": "comma",
    ";": "comma",
    "،": "comma",
    "(": "bracket",
    ")": "bracket",
    "[": "bracket",
    "]": "bracket",
    "।": "stop",
    "॥": "stop",
    "|": "stop",
    "?": "stop",
    "!": "stop",
    "。": "stop",
    "\n": "line",
    "\u2028": "line",
}


@dataclass(slots=True, eq=False)
class Word:
    """A word with what separates it from the next one; shared, so leave it as it is.

    Attributes:
        key: ``fold(text)``.
        gap: The strongest separator up to the next word.
        sentence: Running number of the sentence.
        line: Running number of the line.
        dotted: A full stop that belongs to the word (an initial, an abbreviation) follows it.
    """

    text: str
    key: str
    start: int
    end: int
    gap: Gap
    sentence: int
    line: int
    dotted: bool = False


@lru_cache(maxsize=1)
def _letters() -> frozenset[str]:
    single = [chr(code) for code in (*range(ord("क"), ord("ह") + 1), *range(ord("A"), ord("Z") + 1))]
    latin = toml("names", "latin.toml")
    return frozenset(fold(letter) for letter in [*latin["letters"], *latin["letter_spellings"], *single])


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    return frozenset(fold(word) for word in toml("names", "closed.toml")["abbreviations"])


@lru_cache(maxsize=1)
def _postpositions() -> frozenset[str]:
    return frozenset(fold(word) for word in toml("names", "closed.toml")["postpositions"])


@lru_cache(maxsize=16384)
def is_initial(text: str) -> bool:
    """Whether the word is the name of a Latin letter, or one letter, as in initials of names.

    Example:
        >>> is_initial("वी"), is_initial("आर"), is_initial("राम")
        (True, True, False)
    """
    return fold(text) in _letters()


def _gap(text: str, word: str, start: int, end: int) -> tuple[Gap, bool]:
    """The strongest separator in ``text[start:end]`` and whether its full stop belongs to ``word``."""
    best: Gap = "space"
    dotted = False
    for offset in range(start, end):
        char = text[offset]
        if char in ".॰":
            if text[offset + 1 : offset + 2] in (")", "/"):
                continue  # (को.), वि./रा.
            if offset == start and (is_initial(word) or fold(word) in _abbreviations()):
                dotted = True
                continue
            found: Gap = "stop"
        elif char.isspace() and char not in "\n\u2028":
            continue
        else:
            found = _GAPS.get(char, "punct")
        if _RANK[found] > _RANK[best]:
            best = found
    return best, dotted


@lru_cache(maxsize=4)
def scan(text: str) -> list[Word]:
    """Cut ``text`` into words.

    Args:
        text: A report's normalised text.

    Returns:
        Its words in order, offsets in code points of ``text``; the list is shared, so leave it as it is.

    Example:
        >>> [(w.text, w.gap) for w in scan("वी. झिमोमी, सचिव। बैठक")]
        [('वी', 'space'), ('झिमोमी', 'comma'), ('सचिव', 'stop'), ('बैठक', 'line')]
    """
    spans = [match.span() for match in _WORD.finditer(text)]
    words: list[Word] = []
    sentence = line = 0
    whole = len(text)
    for (start, end), (following, _) in zip(spans, [*spans[1:], (whole, 0)], strict=False):
        word = text[start:end]
        key = fold(word)
        if following == end + 1 and following < whole and text[end] == " ":
            words.append(Word(word, key, start, end, "space", sentence, line))
            continue
        gap, dotted = _gap(text, word, end, following)
        if following == whole:
            gap = "line"
        if (
            gap == "stop"
            and text[end:following] == "."
            and text[end - 1].isdigit()
            and text[following].isdigit()
        ):
            gap = "punct"
        if gap == "hyphen" and key in _postpositions() and text[end:following] == "-":
            key += "-"  # को-ऑपरेटिव: no case marker
        words.append(Word(word, key, start, end, gap, sentence, line, dotted))
        if gap in ("stop", "line"):
            sentence += 1
        if gap == "line":
            line += 1
    return _joined(words, text) if any(word.dotted for word in words) else words


def line_ranges(words: list[Word]) -> list[tuple[int, int]]:
    """First word and one past the last word of each line.

    Example:
        >>> line_ranges(scan("क ख\\nग"))
        [(0, 2), (2, 3)]
    """
    ends = [index + 1 for index, word in enumerate(words) if word.gap == "line"]
    return list(zip([0, *ends], ends, strict=False))


def _joined(words: list[Word], text: str) -> list[Word]:
    """Letter names with full stops that together are a title (एस.एस.पी.) or its field as one word."""
    out: list[Word] = []
    index = 0
    while index < len(words):
        last = index
        while last + 1 < len(words) and words[last].dotted and words[last + 1].start - words[last].end <= 1:
            last += 1
        while last > index:
            key = "".join(word.key for word in words[index : last + 1])
            if (key,) in titles() or (key,) in post_grammar().qualifiers:
                break
            last -= 1
        first, end = words[index], words[last]
        if last > index:
            joined = "".join(word.key for word in words[index : last + 1])
            whole = text[first.start : end.end]
            first = Word(whole, joined, first.start, end.end, end.gap, first.sentence, first.line, end.dotted)
        out.append(first)
        index = last + 1
    return out
