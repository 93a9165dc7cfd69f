"""How two strings, and two lists of items, are compared when records are scored."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

import regex

HONORIFICS: Final = frozenset(
    ("श्री", "श्रीमती", "सुश्री", "जी", "डॉ", "डा", "डॉक्टर", "मा", "माननीय", "पं", "पंडित", "कुंवर_")
)
POSTPOSITIONS: Final = frozenset(
    ("में", "से", "को", "का", "की", "के", "ने", "पर", "तक", "एवं", "और", "व", "तथा", "भी", "ही", "तो")
)
_NOT_WORD: Final = regex.compile(r"[^\p{L}\p{N}_\u0900-\u097f]+")
_DIGITS: Final = str.maketrans("०१२३४५६७८९", "0123456789")

Gold = TypeVar("Gold")
Found = TypeVar("Found")


def normalised(text: str | None) -> str:
    """Lower case, one space between words, nukta, joiners and chandrabindu folded, ASCII digits.

    Example:
        >>> normalised("हाँ,  फ़ोन–२")
        'हां फोन 2'
    """
    folded = unicodedata.normalize("NFKD", text or "")
    folded = folded.replace("\u093c", "").replace("\u0901", "\u0902")
    folded = folded.replace("\u200c", "").replace("\u200d", "")
    return " ".join(_NOT_WORD.sub(" ", folded).lower().translate(_DIGITS).split())


def content_words(text: str | None) -> list[str]:
    """Words of ``text`` without postpositions and connectives."""
    return [word for word in normalised(text).split() if word not in POSTPOSITIONS]


def word_f1(first: str | None, second: str | None) -> float:
    """Harmonic mean of the shares of content words that two texts have in common.

    Example:
        >>> word_f1("सभी जिलाध्यक्ष", "जिलाध्यक्ष")
        0.6666666666666666
    """
    a, b = content_words(first), content_words(second)
    if not a or not b:
        return 0.0
    return 2 * sum((Counter(a) & Counter(b)).values()) / (len(a) + len(b))


def directive_similarity(first: tuple[str, str], second: tuple[str, str]) -> float:
    """How alike two directives are by their actions, or their evidence where the actions share enough words.

    Args:
        first: Action and evidence of one.
        second: Action and evidence of the other.
    """
    action = word_f1(first[0], second[0])
    return max(action, 0.9 * word_f1(first[1], second[1]) if action >= 0.3 else 0.0)


def name_key(name: str | None) -> str:
    """A person's name without honorifics, as it is compared."""
    return " ".join(word for word in normalised(name).split() if word not in HONORIFICS)


def same_names(first: Iterable[str], second: Iterable[str]) -> bool:
    """Whether two lists name the same people or bodies."""
    return {name_key(name) for name in first} == {name_key(name) for name in second}


def edtf_key(value: str | None) -> str:
    """An EDTF value as it is compared (set brackets and spaces off)."""
    return (value or "").strip().replace(" ", "").strip("{}[]")


def edtf_keys(values: Iterable[str | None]) -> set[str]:
    """EDTF values as they are compared, a set of days as its days.

    Example:
        >>> edtf_keys(["{2022-10-30,2022-10-31}"]) == edtf_keys(["2022-10-30", "2022-10-31"])
        True
    """
    return {key for value in values for key in edtf_key(value).split(",")}


def match(
    gold: Sequence[Gold],
    found: Sequence[Found],
    similarity: Callable[[Gold, Found], float],
    floor: float,
) -> dict[int, int]:
    """Greedy one-to-one matching by falling similarity.

    Returns:
        Index in ``gold`` -> index in ``found`` for pairs whose similarity is at least ``floor``.
    """
    scored = sorted(
        ((similarity(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for value, i, j in scored:
        if value < floor:
            break
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


@dataclass(slots=True)
class Tally:
    """Counts behind a precision, recall and F1."""

    hits: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, hits: int, extra: int, missed: int) -> None:
        """Count one report."""
        self.hits += hits
        self.extra += extra
        self.missed += missed

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was found."""
        return self.hits / (self.hits + self.extra) if self.hits + self.extra else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 where there is none."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Share:
    """How many of some judged items are right."""

    right: int = 0
    judged: int = 0

    def add(self, right: bool) -> None:
        """Judge one item."""
        self.right += bool(right)
        self.judged += 1

    @property
    def value(self) -> float:
        """The share, 0 where nothing was judged."""
        return self.right / self.judged if self.judged else 0.0
