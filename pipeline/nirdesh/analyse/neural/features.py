"""What the analyser sees of a word: its key, pieces of it, its ends, and the name lists that it stands in.

The key forgets what real text writes in two ways (nukta, joiners, nasal letters, digits), so the analyser
reads both spellings alike. Changing anything here means training anew: ``VERSION`` is kept in the model.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt
import regex

VERSION: Final = 1
PIECE_ROWS: Final = 1 << 16
END_ROWS: Final = 1 << 14
LISTS: Final = (
    "first_name",
    "last_name",
    "district",
    "seat",
    "block",
    "village",
    "city",
    "post",
    "department",
    "calendar",
)
SHAPES: Final = 6

_PLAIN: Final = str.maketrans(
    {
        # NFC takes the other nukta letters apart but puts these three together.
        "\u0929": "न",
        "\u0931": "र",
        "\u0934": "ळ",
        "़": None,
        "\u200c": None,
        "\u200d": None,
        "ँ": "ं",
        "ॉ": "ा",
        "ऑ": "आ",
        "|": "।",
        **{chr(0x966 + digit): "0" for digit in range(10)},
        **{str(digit): "0" for digit in range(10)},
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("–—−‐", "-"),
    }
)
_NASAL: Final = regex.compile("ङ्(?=[कखगघ])|ञ्(?=[चछजझ])|ण्(?=[टठडढ])|न्(?=[तथदध])|म्(?=[पफबभ])")


@lru_cache(maxsize=1 << 14)
def spelling_key(word: str) -> str:
    """The word without differences of spelling.

    Example:
        >>> spelling_key("हिन्दी") == spelling_key("हिंदी"), spelling_key("१२"), spelling_key("फ़ोन")
        (True, '00', 'फोन')
    """
    return str(_NASAL.sub("ं", unicodedata.normalize("NFC", word).translate(_PLAIN))).lower()


def piece_rows(key: str) -> list[int]:
    """Hashed rows of the word's pieces of two to five characters, its edges marked."""
    marked = f"<{key}>"
    length = len(marked)
    rows = [
        crc32(marked[i : i + size].encode()) % PIECE_ROWS
        for size in (2, 3, 4, 5)
        for i in range(length - size + 1)
    ]
    return rows[:96] or [0]


def end_rows(key: str) -> list[int]:
    """Hashed rows of the word's last one to four and first one to three characters."""
    ends = [f"s{key[-size:]}" for size in (1, 2, 3, 4)] + [f"p{key[:size]}" for size in (1, 2, 3)]
    return [crc32(end.encode()) % END_ROWS for end in ends]


def shape(word: str) -> tuple[float, ...]:
    """Digits, Latin letters, capitals, punctuation, one letter with a full stop, length."""
    return (
        float(any(letter.isdecimal() for letter in word)),
        float(any("a" <= letter <= "z" or "A" <= letter <= "Z" for letter in word)),
        float(word[:1].isupper()),
        float(not any(letter.isalnum() for letter in word)),
        float(len(word) > 1 and word[-1] == "." and word[0].isalpha()),
        min(len(word), 12) / 12.0,
    )


@dataclass(frozen=True, slots=True)
class WordTable:
    """Known words and name lists of a model.

    Attributes:
        words: Key -> row of the word table; row 0 is for unknown words.
        lists: Hashes of keys for each name in ``LISTS``.
    """

    words: Mapping[str, int]
    lists: tuple[frozenset[int], ...]

    def flags(self, word: str, key: str) -> npt.NDArray[np.float32]:
        """Membership in the name lists and the shape, as one row of floats."""
        number = crc32(key.encode())
        member = [float(number in known) for known in self.lists]
        return np.array([*member, *shape(word)], dtype=np.float32)
