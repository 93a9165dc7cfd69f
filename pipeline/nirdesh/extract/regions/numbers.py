"""Numbered wards, zones and sectors (वार्ड 12, जोन 11), and where a name beside a type word ends."""

from __future__ import annotations

from nirdesh.extract.lexis import closed, common
from nirdesh.extract.regions.hits import Hit, kind_word_at
from nirdesh.extract.words import Word
from nirdesh.lexicon.gazetteer import KindWord, cue


def numbered(words: list[Word], found: list[Hit], index: int, kind: KindWord) -> None:
    """वार्ड 12, वार्ड संख्या 7, जोन 11, सेक्टर-4."""
    last = last_noun(words, index) + 1
    if last > len(words):
        return
    spelled = kind.numbered and _spelled(words, last - 1)
    if not spelled and not words[last - 1].key.isdigit():
        return
    if last < len(words) and words[last].key in cue("months"):
        return  # अगली पंचायत 16 दिसंबर को
    found.append(Hit(index, last, index, last, kind.kind, (), "typed"))
    while last < len(words):
        start = (
            last + 1 if words[last - 1].gap == "space" and words[last].key in closed("conjunctions") else last
        )
        joined = start > last or words[last - 1].gap == "comma"
        if not joined or start >= len(words) or not words[start].key.isdigit():
            return
        if words[start].gap == "space" and start + 1 < len(words) and not closes_name(words, start + 1):
            return
        found.append(
            Hit(
                start,
                start + 1,
                start,
                start + 1,
                kind.kind,
                (),
                "typed",
                head=(index, last_noun(words, index)),
            )
        )
        last = start + 1


def _spelled(words: list[Word], at: int) -> bool:
    """सेक्टर एक में, जोन द्वितीय का: a number in words that ends the name."""
    if words[at - 1].gap != "space" or words[at].key not in cue("zone_numbers"):
        return False
    last = at + 1
    ends = words[at].gap != "space" or last >= len(words)
    return ends or words[last].key in closed("postpositions") or words[last].key in closed("conjunctions")


def last_noun(words: list[Word], index: int) -> int:
    """End of वार्ड or वार्ड नंबर."""
    last = index + 1
    while last < len(words) and words[last].key in closed("number_nouns"):
        last += 1
    return last


def closes_name(words: list[Word], last: int) -> bool:
    """A postposition, a conjunction or punctuation ends the name."""
    if words[last - 1].gap != "space" or last >= len(words):
        return True
    key = words[last].key
    if key in closed("postpositions") or key in closed("conjunctions") or common(key):
        return True
    return kind_word_at(words, last) is not None
