"""Profiles of normalising: what analysis, matching keys and display need.

The published text never changes; every function here returns a clean text aligned with it.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

from nirdesh.text import characters, joins, keys, legacy, punctuation, wrapping
from nirdesh.text.alignment import Aligned, identity
from nirdesh.text.repair import repair_words

Profile = Literal["analysis", "key", "display"]
_MAX_PASSES = 6
# Rules after which no rule of an earlier stage can apply: a text with no other change needs no second pass.
_SETTLED = frozenset(["nukta-form", "space", "space-after", "danda"])


def normalise(raw: str, profile: Profile = "analysis") -> Aligned:
    """Repair what fonts, converters and scrapers broke, and change nothing else.

    Args:
        raw: The text as published.
        profile: ``analysis`` (NFC, ASCII digits, plain quotes and dashes, danda, damaged words repaired),
            ``key`` (analysis, then what spelling variants differ in is folded; lower case) or ``display``
            (damage repaired, but digits, quotes and dashes as published).

    Returns:
        The clean text with the way back. Normalising it again changes nothing.

    Example:
        >>> a = normalise("उ0प्र0 में १२ बैठकें हुई हैं ।श्री राय आए")
        >>> a.text
        'उ.प्र. में 12 बैठकें हुई हैं। श्री राय आए'
        >>> start = a.text.index("श्री राय")
        >>> a.raw[slice(*a.to_raw(start, start + 8))]
        'श्री राय'
    """
    a = _pass(identity(raw), profile)
    for _ in range(_MAX_PASSES):
        if all(r.rule in _SETTLED for r in a.recorded):
            break
        b = _pass(identity(a.text), profile)
        if b.text == a.text:
            break
        a = a.compose(b)
    return a


def _pass(a: Aligned, profile: Profile) -> Aligned:
    a = legacy.to_unicode(a)
    a = characters.markup(a)
    present = set(a.text)
    a = characters.drop(a, present)
    if profile != "display":
        a = characters.columns(a) if profile == "analysis" else a
        a = characters.fold(a, present)
    a = characters.compose(a, present)
    a = characters.squeeze(a)
    if profile != "display":
        a = wrapping.unwrap(a)
    a = punctuation.punctuate(a)
    a = joins.rejoin(a)
    a = repair_words(a)
    return keys.fold(a) if profile == "key" else a


def nfc(text: str) -> str:
    """NFC, the form of every clean text; nukta letters are two code points in it.

    Example:
        >>> len(nfc("\u095c"))
        2
    """
    return unicodedata.normalize("NFC", text)


def key(text: str) -> str:
    """A matching key: the same for spellings that Hindi writers use for one word.

    Folded are nukta, chandrabindu and homorganic nasals to anusvara, glide letters (गयी/गई, किये/किए), ZWJ,
    case, dots, and blanks at the ends. A key is for comparing, never for showing.

    Example:
        >>> key("बुन्देलखण्ड") == key("बुंदेलखंड"), key("कौशल  राज") == key("कौशल राज")
        (True, True)
    """
    return keys.key(text)
