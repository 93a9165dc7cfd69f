"""Titles of one word that need a word before them, where the text shows that they stand alone."""

from __future__ import annotations

from nirdesh.extract.lexis import closed, common, first_like, place_like, surname_like, unknown
from nirdesh.extract.people.segment import initials
from nirdesh.extract.words import Word
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.posts import post_grammar

_NAME = 4  # words of a name at most
_FULL = 2  # words of a full name at least


def alone(words: list[Word], index: int, ends: frozenset[int]) -> bool:
    """Whether the word at ``index`` is a title by itself.

    ``ends``: where the other titles of the text end.
    """
    served = words[index].key in post_grammar().served and _stands_for(words, index)
    served = served or _leads(words, index)
    listed = words[index].key in post_grammar().bound and _closes_row(words, index)
    return served or listed or _member_after(words, index, ends) or _elder(words, index, ends)


def named(words: list[Word], index: int) -> bool:
    """Whether a name seems to begin at ``index``, with or without a word of respect."""
    while index < len(words) and words[index].key in honorifics().before:
        index += 1
    if index >= len(words) or common(words[index].key):
        return False
    return first_like(words[index].key) or initials(words[index].text)


def _stands_for(words: list[Word], index: int) -> bool:
    """Whether a name follows the word after a genitive, or stands before it between commas (क ख, सर्जन, …)."""
    before, word = words[index - 1], words[index]
    if word.gap == "comma":
        return before.gap == "comma" and surname_like(before.key) and not common(before.key)
    at = index + 1
    while at < len(words) and words[at].key in post_grammar().given:
        at += 1  # शाखा की सदर नियुक्त की गईं क ख
    return word.gap == "space" and before.key in closed("genitive") and named(words, at)


def _leads(words: list[Word], index: int) -> bool:
    """संगठन के प्रमुख क ख ने: a full name follows a head that is an adjective as well, and no thing bears it."""
    word = words[index]
    if word.key not in closed("leading") or word.gap != "space":
        return False
    if words[index - 1].key not in closed("genitive") or words[index - 1].gap != "space":
        return False
    first = index + 1
    if first < len(words) and words[first].key in closed("be"):
        return word.key not in closed("officers")  # क ख संगठन के प्रमुख थे
    while first < len(words) and words[first].key in honorifics().before and words[first].gap == "space":
        first += 1
    last = first
    while last < min(len(words), first + _NAME) and _name_part(words, last):
        last += 1
        if words[last - 1].gap != "space":
            break
    if last - first < _FULL or not (named(words, first) or unknown(words[first].key)):
        return False
    after = words[last].key if last < len(words) and words[last - 1].gap == "space" else ""
    strange = any(unknown(part.key) for part in words[first:last])
    return after in closed("agent") if strange else after not in closed("bearers", "sites", "place_kinds")


def _name_part(words: list[Word], index: int) -> bool:
    """Whether the word may stand in a name: no ordinary one, no mark, no place or thing."""
    key = words[index].key
    barred = any(key in closed(name) for name in ("postpositions", "conjunctions", "ends", "bearers"))
    return not (barred or common(key) or (place_like(key) and not surname_like(key)))


def _closes_row(words: list[Word], index: int) -> bool:
    """Whether the word stands between a dash after a name and a comma (क ख - सदस्य, सलाहकार समिति)."""
    before, word = words[index - 1], words[index]
    dashed = before.gap in ("punct", "hyphen") and word.gap in ("comma", "line")
    return dashed and surname_like(before.key) and not common(before.key)


def _member_after(words: list[Word], index: int, ends: frozenset[int]) -> bool:
    """अध्यक्ष क, सदस्य ख व ग: after the holder of another title of the same sentence."""
    before, word = words[index - 1], words[index]
    listed = before.gap == "comma" or (before.gap == "space" and before.key in closed("conjunctions"))
    if word.key not in closed("member_words") or word.gap != "space" or not listed:
        return False
    earlier = any(n <= index and words[n - 1].sentence == word.sentence for n in ends)
    return earlier and named(words, index + 1)


def _elder(words: list[Word], index: int, ends: frozenset[int]) -> bool:
    """कमेटी की बैठक सदर हाजी क की सदारत में: no area before a word of respect and a name."""
    before, word = words[index - 1], words[index]
    if word.key not in closed("elders") or word.gap != "space" or index in ends or place_like(before.key):
        return False
    after = words[index + 1].key if index + 1 < len(words) else ""
    return after in honorifics().before and named(words, index + 1)


def of_council(words: list[Word], last: int) -> bool:
    """Whether the title that ends at ``last`` is part of a body's name (सलाहकार समिति, संरक्षक मंडल)."""
    grammar = post_grammar()
    if last >= len(words) or words[last - 1].gap != "space":
        return False
    return words[last - 1].key in grammar.councils and words[last].key in grammar.council_nouns
