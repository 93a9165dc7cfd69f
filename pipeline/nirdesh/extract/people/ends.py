"""Where a name ends, by what stands in it and after it."""

from __future__ import annotations

from nirdesh.extract.lexis import closed, first_like, place_like, surname_like, unknown
from nirdesh.extract.people.letters import stranger
from nirdesh.extract.words import Word
from nirdesh.lexicon.names import honorifics, second_parts, surnames
from nirdesh.lexicon.posts import post_words

_FULL = 2  # words of a full name at least
_CLAUSES = 25  # words of two clauses


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


def closing_word(words: list[Word], first: int, index: int) -> bool:
    """An ordinary word that is the surname where the name ends after it (गुलाब बाई आदिवासी, लल्लन मास्टर)."""
    if words[index].key not in closed("last_words") or words[index - 1].gap != "space":
        return False
    return first_like(words[first].key) and follows_name(words, index + 1)


def ended(words: list[Word], labels: list[str], first: int, index: int, *, free: bool) -> bool:
    """Whether the name from ``first`` on ends before ``index``; ``free``: no title or respect leads it."""
    if index - first < _FULL:
        return index > first and where(words, index)
    told = stranger(words, index) or _placed(words, first, index) or where(words, index)
    return told or past_name(words, labels, first, index) or (free and governs(words, first, index))


def where(words: list[Word], index: int) -> bool:
    """क | जहां सोनपुर से नहीं आ सके, वहीं ख …: the word is no name, for a word that answers it follows."""
    if words[index].key not in closed("where") or words[index].gap != "space":
        return False
    if follows_name(words, index + 1):
        return False  # शबनम जहां ने, शबनम जहां और
    sentence = words[index].sentence
    rest = (word for word in words[index + 2 : index + _CLAUSES] if word.sentence == sentence)
    return any(word.key in closed("there") for word in rest)


def _placed(words: list[Word], first: int, index: int) -> bool:
    """अहमद | दुबेई में: after a full name a word that no list has, before में, is where somebody is."""
    if not unknown(words[index].key) or words[index].gap != "space" or index + 1 >= len(words):
        return False
    before = words[index - 1].key
    full = before in surnames() and first_like(words[first].key) and not unknown(words[first].key)
    return full and words[index + 1].key in closed("within_post")


def past_name(words: list[Word], labels: list[str], first: int, index: int) -> bool:
    """Whether a full name ends before ``index``: what is brought, or the place of the post, comes after it.

    रोशनी देवी | लड्डू लेकर पहुंचीं, नीतू कुमारी | गढ़पुरा ओपी अध्यक्ष बनाई गईं, राम सिंह | सोनपुर वाले.
    """
    if index - first < _FULL or index + 1 >= len(words) or words[index].gap != "space":
        return False
    key = words[index].key
    if key in surnames() or key in second_parts():
        return False
    if words[index + 1].key in closed("carrying"):
        return True
    if words[index + 1].key in closed("of_place", "place_kinds"):
        return not (surname_like(key) or first_like(key))
    return place_like(key) and labels[index + 1] == "post" and not (surname_like(key) or first_like(key))


def governs(words: list[Word], first: int, index: int) -> bool:
    """Whether a full name ends before the word for its bearer's government (कमल नाथ | सरकार ने)."""
    if index - first < _FULL or words[index].key not in closed("governments"):
        return False
    before = words[index - 1].key
    return before in surnames() or before in second_parts()


def shortened_name(words: list[Word], index: int) -> bool:
    """Whether a word of respect is a shortened part of a name instead (बिनोद कु. सिंह)."""
    if not index or index + 1 >= len(words) or not words[index].dotted:
        return False
    if words[index].key not in closed("abbreviations") or words[index - 1].gap != "space":
        return False
    before, after = words[index - 1].key, words[index + 1].key
    ends = not first_like(after) or follows_name(words, index + 2)
    return first_like(before) and surname_like(after) and ends
