"""Fields of work after a title, with or without brackets (सचिव नगर विकास, उप निदेशक (निर्माण))."""

from __future__ import annotations

from functools import lru_cache

from nirdesh.extract.lexis import closed, common, first_like, place_like, surname_like
from nirdesh.extract.people.lone import named
from nirdesh.extract.regions.latin import any_matches
from nirdesh.extract.words import Word, is_initial
from nirdesh.lexicon.keys import fold
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.organisations import heads, names, party_words
from nirdesh.lexicon.posts import PostGrammar, post_grammar, titles

_FIELD = 6  # words of a field or body after a title
_BRACKET = 4  # words of a field in brackets
_INNER_GAPS = ("space", "slash", "hyphen")


def field_end(words: list[Word], first: int, last: int) -> int:
    """End of the field after the title in ``first:last``, or ``last``."""
    end = _qualifier_end(words, last, post_grammar())
    if end < len(words) and end > first:
        return _bracket_end(words, first, end)
    return end


def _qualifier_end(words: list[Word], last: int, grammar: PostGrammar) -> int:
    """End of the field after a head (सचिव नगर विकास), or ``last``."""
    if words[last - 1].key not in grammar.qualified or words[last - 1].gap not in (
        "space",
        "bracket",
        "hyphen",
    ):
        return last
    for length in (4, 3, 2, 1):
        chunk = words[last : last + length]
        if len(chunk) < length or any(word.gap != "space" for word in chunk[:-1]):
            continue
        if tuple(word.key for word in chunk) in grammar.qualifiers:
            follower = (
                words[last + length] if last + length < len(words) and chunk[-1].gap == "space" else None
            )
            sided = chunk[-1].key in closed("sides") and follower is not None and place_like(follower.key)
            often = follower is not None and follower.key in closed("count_words")
            if not sided and not often and not _names_body(words, last, length):
                return last + length
    return last


def _names_body(words: list[Word], index: int, length: int) -> bool:
    """Whether a field of ``length`` words goes on to the name of a body (आयुक्त | नगर पालिक निगम)."""
    if index + length >= len(words) or words[index + length - 1].gap != "space":
        return False
    keys = [word.key for word in words[index : index + _FIELD]]
    return (keys[length],) in heads() or any(
        tuple(keys[:end]) in names() for end in range(length + 1, len(keys) + 1)
    )


def _bracket_end(words: list[Word], first: int, last: int) -> int:
    """End of the field in brackets after a title, where words of titles make it or a name follows.

    So in उप निदेशक (निर्माण) क ख and अपर समाहर्ता (विभागीय जांच) क ख, but not in एसडीएम (सदर).
    """
    if words[last - 1].gap != "bracket" or (first and words[first - 1].gap == "bracket"):
        return last
    end = next((n + 1 for n in range(last, min(len(words), last + _BRACKET)) if words[n].gap == "bracket"), 0)
    if not end or any(word.gap not in _INNER_GAPS for word in words[last : end - 1]):
        return last
    inner = words[last:end]
    if any(_alien(word) for word in inner):
        return last
    if all(word.key in _field_words() for word in inner) and not (end < len(words) and _area(words[end])):
        return end
    return end if end < len(words) and named(words, end) else last


def _area(word: Word) -> bool:
    """Whether the word after a bracket may be the area of the title before it (एसडीएम (सिविल) करसोग)."""
    known = place_like(word.key) or bool(any_matches(word.text, dateline=False))
    return known and not first_like(word.key)


def _alien(word: Word) -> bool:
    """Whether a word in brackets after a title is a place, a name, a party, a mark or another title."""
    key = word.key
    if key in _field_words():
        return False
    if (
        (key,) in titles()
        or (key,) in post_grammar().roles
        or key in party_words()
        or (key,) in names()
        or key in honorifics().before
    ):
        return True
    if any(char.isdigit() for char in key) or is_initial(word.text):
        return True
    if any(key in closed(name) for name in _BARRED):
        return True
    return (first_like(key) or surname_like(key) or place_like(key)) and not common(key)


_BARRED = ("postpositions", "conjunctions", "ends", "verbs", "retired", "area_words", "sides", "states")


@lru_cache(maxsize=1)
def _field_words() -> frozenset[str]:
    """Words of fields of work, and those that say that somebody only acts in a post."""
    grammar = post_grammar()
    fields = grammar.prefixes - grammar.levels
    fields |= {key for phrase in grammar.qualifiers for key in phrase}
    fields |= grammar.acting | {fold("प्रभारी")}
    return frozenset(fields) - closed("area_words") - closed("sides")
