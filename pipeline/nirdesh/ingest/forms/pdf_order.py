r"""Devanagari in the order of the glyphs on paper, as many PDF writers leave it: into the order of speech.

Such a text has the short i before its consonant (िकया for किया) and the reph behind its syllable (कायर् for
कार्य). In the order of speech no word begins with a short i; where many do, the whole page is turned.
"""

from __future__ import annotations

from typing import Final

import regex

_I: Final = "\u093f"
_CLUSTER: Final = r"(?:[\u0915-\u0939\u0958-\u095f]\u093c?\u094d)*[\u0915-\u0939\u0958-\u095f]\u093c?"
_SIGNS: Final = r"[\u093e\u0940-\u094c\u0901\u0902]*"
_STRAY: Final = regex.compile(rf"(?<![\u0915-\u0939\u0958-\u095f\u093c]){_I}")
_SHORT_I: Final = regex.compile(rf"{_I}(\u0930\u094d)?({_CLUSTER})")
_REPH: Final = regex.compile(rf"({_CLUSTER})({_I}?{_SIGNS})\u0930\u094d")
_LEAST: Final = 2
_SHARE: Final = 0.15


def logical(text: str) -> str:
    r"""``text`` with signs where Unicode has them, if it is in the order of glyphs.

    Example:
        >>> logical("बैठक में िनदेर्श िदए िक कायर् पूरा िकया जाए")
        'बैठक में निर्देश दिए कि कार्य पूरा किया जाए'
        >>> logical("निर्देश दिए")
        'निर्देश दिए'
    """
    stray = len(_STRAY.findall(text))
    if stray < _LEAST or stray < text.count(_I) * _SHARE:
        return text
    text = _SHORT_I.sub(rf"\1\2{_I}", text)
    return str(_REPH.sub("\u0930\u094d\\1\\2", text))
