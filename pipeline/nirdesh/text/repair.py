"""Repair of the words of a text: signs in order, damaged words, fused words.

Only words that the word list does not know are looked at, each spelling once, so clean text costs one scan.
"""

from __future__ import annotations

import re
from functools import lru_cache

from nirdesh.text import damage, joins, words
from nirdesh.text.alignment import Aligned, Edit
from nirdesh.text.characters import mend_signs

_WORD = re.compile("[\u0900-\u0963\u0970-\u097f]+")


def repair_words(a: Aligned) -> Aligned:
    """Repair the words of an aligned text that are no words as they stand.

    Example:
        >>> from nirdesh.text.alignment import identity
        >>> b = repair_words(identity("श्री चैहान ने चैत्र में"))
        >>> b.text, b.repairs[0].rule, b.to_raw(5, 10)
        ('श्री चौहान ने चैत्र में', 'vowel-au', (5, 10))
        >>> repair_words(identity("ऐलान कियाअनुशासन की बात")).text
        'ऐलान किया\\nअनुशासन की बात'
    """
    text = a.text
    unknown = set(_WORD.findall(text)) - words.known()
    found = {w: new for w in unknown if (new := mended(w)) is not None}
    if not found:
        return a
    edits = []
    for m in _WORD.finditer(text):
        new = found.get(m[0])
        if new is not None:
            edits.append(Edit(m.start(), m.end(), *new))
    return a.then(edits)


@lru_cache(maxsize=4096)
def mended(word: str) -> tuple[str, str] | None:
    """What an unknown word becomes, with the rules that say so; None for a word left as it is.

    Example:
        >>> mended("नियुक्ित"), mended("चैत्र")
        (('नियुक्ति', 'i-in-conjunct'), None)
    """
    new, rules = mend_signs(word)
    repaired = damage.repair_word(new)
    if repaired is not None:
        new = repaired[0]
        rules.append(repaired[1])
    if new not in words.known():
        cut = joins.cut_of(new)
        if cut is not None:
            at, blank = cut
            new = new[:at] + blank + new[at:]
            rules.append("fused")
    return None if new == word else (new, "+".join(rules))
