"""Runs of name words and the evidence that a person is named there."""

from __future__ import annotations

from dataclasses import dataclass

from nirdesh.extract.lexis import (
    closed,
    common,
    first_like,
    may_begin,
    may_continue,
    name_share,
    place_like,
    surname_like,
    unknown,
)
from nirdesh.extract.people.posts import PostSpan
from nirdesh.extract.people.segment import segment
from nirdesh.extract.words import Word, is_initial
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.posts import post_grammar, post_words

_MAX_RUN = 80
_STRONG = 0.7


@dataclass(frozen=True, slots=True)
class NameHit:
    """A person's name in the words ``first:last``.

    Attributes:
        outer_first: First word with the honorifics.
        outer_last: One past the last word with जी.
        respected: An honorific stands before or after the name.
        post: The title that the name follows directly, or None.
        rule: What shows that it is a name.
    """

    first: int
    last: int
    outer_first: int
    outer_last: int
    respected: bool
    post: PostSpan | None
    rule: str


class Marks:
    """Which words are already something else: title, body or region."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.label: list[str] = [""] * len(words)

    def mark(self, first: int, last: int, label: str) -> None:
        """Label the words ``first:last``."""
        for index in range(first, last):
            self.label[index] = label


def initials(text: str) -> bool:
    """Whether a word is one or more letter names (आर, डीके, आरसी).

    Example:
        >>> initials("डीके"), initials("राम")
        (True, False)
    """
    return is_initial(text) or any(
        is_initial(text[:cut]) and initials(text[cut:]) for cut in range(1, len(text))
    )


def namey(marks: Marks, index: int) -> bool:
    """Whether the word can be part of a personal name, by what it is and what it is not."""
    word = marks.words[index]
    key = word.key
    if marks.label[index] in ("post", "organisation") or any(char.isdigit() for char in key):
        return False
    if key in closed("postpositions") or key in closed("conjunctions"):
        return is_initial(word.text) and word.dotted
    if key in honorifics().before and key not in honorifics().doubtful and name_share(key) < _STRONG:
        return False
    if key in closed("ends") or key in closed("demonstrative") or key in post_grammar().given:
        return False
    if key in post_words() and not (name_share(key) >= 0.5 and not unknown(key)):
        return False
    if key in honorifics().after and not word.dotted:
        return False
    if initials(word.text) and (word.dotted or len(word.text) > 1):
        return True
    return not common(key)


def _opens(marks: Marks, index: int) -> bool:
    """An ordinary word that is a first name too, before a word that ends names (विकास गुप्ता, भगवान स्वरूप)."""
    words = marks.words
    if index + 1 >= len(words) or words[index].gap != "space" or marks.label[index] or marks.label[index + 1]:
        return False
    after = words[index + 1].key
    return may_begin(words[index].key) and may_continue(after)


def _continues(marks: Marks, index: int) -> bool:
    return not marks.label[index] and may_continue(marks.words[index].key)


def run_end(marks: Marks, first: int, *, respected: bool = False) -> int:
    """End of the run of name words that begins at ``first``.

    After an honorific a surname may begin it (श्री राय).
    """
    last = first
    while last < len(marks.words) and last - first < _MAX_RUN:
        inside = (respected or last > first) and _continues(marks, last)
        if not namey(marks, last) and not inside and not _opens(marks, last):
            break
        if marks.label[last] == "region" and name_share(marks.words[last].key) < _STRONG:
            break
        last += 1
        if marks.words[last - 1].gap != "space":
            break
    return last


def skip_honorifics(words: list[Word], index: int) -> int:
    """First word after the honorifics at ``index``."""
    while index < len(words):
        key = words[index].key
        titled = key in honorifics().before
        doubtful = key in honorifics().doubtful and index + 2 < len(words) and words[index].gap == "space"
        if not titled and not (doubtful and first_like(words[index + 1].key)):
            return index
        if words[index].gap not in ("space", "stop") or (words[index].gap == "stop" and not titled):
            return index + 1
        index += 1
    return index


def split_run(words: list[Word], first: int, last: int, *, single: bool) -> list[tuple[int, int]]:
    """Divide a run into persons; initials stay with the word after them."""
    if single and last - first <= 3:
        return [(first, last)]
    units: list[tuple[int, int]] = []
    index = first
    while index < last:
        end = index
        while end < last - 1 and is_initial(words[end].text):
            end += 1
        units.append((index, end + 1))
        index = end + 1
    parts = segment([words[end - 1].text for _, end in units])
    return [(units[a][0], units[b - 1][1]) for a, b in parts]


def follows_name(words: list[Word], last: int) -> bool:
    """Whether what stands after ``last`` fits the end of a name."""
    if last >= len(words) or words[last - 1].gap != "space":
        return True
    key = words[last].key
    return (
        key in closed("postpositions")
        or key in closed("conjunctions")
        or key in closed("ends")
        or key in honorifics().after
        or key in post_words()
    )


def strong_run(words: list[Word], first: int, last: int) -> bool:
    """Whether the words are a full name by the lists alone."""
    keys = [word.key for word in words[first:last]]
    if len(keys) < 2 or any(unknown(key) for key in keys[:1]):
        return False
    shares = [
        name_share(keys[0]),
        *(max(name_share(key), 0.6 if may_continue(key) else 0.0) for key in keys[1:]),
    ]
    if not first_like(keys[0]) and shares[0] < _STRONG:
        return False
    end = surname_like(keys[-1]) or shares[-1] >= _STRONG
    return end and min(shares) >= 0.35 and sum(shares) / len(shares) >= 0.6 and not all(map(place_like, keys))


def weak_run(words: list[Word], first: int, last: int) -> bool:
    """Whether the words may be a name where the place in the sentence asks for one."""
    keys = [word.key for word in words[first:last]]
    if len(keys) == 1:
        return name_share(keys[0]) >= 0.5
    shares = [max(name_share(key), 0.6 if may_continue(key) else 0.0) for key in keys]
    if may_begin(keys[0]):
        shares[0] = max(shares[0], 0.5)
    return sum(shares) / len(shares) >= 0.45 and shares[0] >= 0.2
