"""Tokens of Hindi text with offsets, and the folding under which their spellings are compared."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

import regex

# Runs of Devanagari letters and marks, of Latin letters, of digits of one script, or one other character.
_TOKEN: Final = regex.compile(
    r"[\u0900-\u0963\u0971-\u097F\u200c\u200d]+|[A-Za-z]+|[0-9]+|[\u0966-\u096F]+|\n|[^\s\u0900-\u0963\u0971-\u097FA-Za-z0-9\u0966-\u096F]"
)
_COMPOSED: Final = {
    0x0929: "न",
    0x0931: "र",
    0x0934: "ळ",
    0x0958: "क",
    0x0959: "ख",
    0x095A: "ग",
    0x095B: "ज",
    0x095C: "ड",
    0x095D: "ढ",
    0x095E: "फ",
    0x095F: "य",
}
_FOLD_CHARS: Final = {
    **_COMPOSED,
    0x093C: None,  # nukta: हफ़्ते, हफ्ते
    0x200C: None,  # ZWNJ
    0x200D: None,  # ZWJ
    0x0901: "ं",  # पाँच, पांच
    0x0945: "ॅ",
    0x0972: "ऍ",
}
# Half nasals are written as anusvara (सितम्बर, सितंबर); र्इ, ाॅ and ाे are font-conversion damage (मर्इ, बाॅबी).
_FOLD_PAIRS: Final = (
    ("म्ब", "ंब"),
    ("म्भ", "ंभ"),
    ("म्प", "ंप"),
    ("म्फ", "ंफ"),
    ("न्त", "ंत"),
    ("न्थ", "ंथ"),
    ("न्द", "ंद"),
    ("न्ध", "ंध"),
    ("न्ट", "ंट"),
    ("न्ड", "ंड"),
    ("ण्ट", "ंट"),
    ("ण्ठ", "ंठ"),
    ("ण्ड", "ंड"),
    ("ण्ढ", "ंढ"),
    ("ञ्च", "ंच"),
    ("ञ्ज", "ंज"),
    ("ङ्क", "ंक"),
    ("ङ्ग", "ंग"),
    ("र्इ", "ई"),
    ("ाॅ", "ॉ"),
    ("ाे", "ो"),
    ("ाै", "ौ"),
    ("ंं", "ं"),
    ("ेे", "े"),
)


class Token(NamedTuple):
    """One token: its folded form and its place in the text (code points, end exclusive)."""

    form: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Spelling under which words are compared.

    Example:
        >>> fold("सितम्बर") == fold("सितंबर"), fold("हफ़्ते"), fold("मर्इ")
        (True, 'हफ्ते', 'मई')
    """
    folded = word.translate(_FOLD_CHARS)
    for old, new in _FOLD_PAIRS:
        if old in folded:
            folded = folded.replace(old, new)
    if folded.endswith("र्") and len(folded) > 3:  # a reph typed after its letter: माचर् for मार्च
        folded = folded[:-3] + "र्" + folded[-3]
    if folded.endswith("यें"):
        folded = folded[:-3] + "एं"
    elif folded.endswith("ये"):
        folded = folded[:-2] + "ए"
    elif folded.endswith("यी"):
        folded = folded[:-2] + "ई"
    return folded.lower() or word


def tokenise(text: str) -> list[Token]:
    """Split ``text`` into tokens; white space but line breaks separates and is dropped.

    Example:
        >>> [t.form for t in tokenise("27वें दिन, 3.5साल")]
        ['27', 'वें', 'दिन', ',', '3', '.', '5', 'साल']
    """
    make = Token._make
    return [make((fold(m[0]), *m.span())) for m in _TOKEN.finditer(text)]
