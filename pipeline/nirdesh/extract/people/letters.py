"""Titles written as letter names, and the initials of names that look like them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from nirdesh.extract.lexis import (
    closed,
    common,
    first_like,
    name_share,
    place_ending,
    place_like,
    surname_like,
    unknown,
)
from nirdesh.extract.words import Word, is_initial
from nirdesh.lexicon.files import toml
from nirdesh.lexicon.keys import fold
from nirdesh.lexicon.names import honorifics, second_parts, surnames
from nirdesh.lexicon.organisations import names
from nirdesh.lexicon.posts import Title, post_grammar, post_words, spelt, titles

if TYPE_CHECKING:
    from nirdesh.extract.people.posts import PostSpan

_HALF = 0.5
_APART = 5  # letters of the longest title whose letters stand apart
_NAMED = 3  # words of a name after a title
_LETTERS = 4  # more letter names than the initials of a person


def spelt_out(text: str) -> bool:
    """Whether a word is three or more letter names in a row."""
    return len(text) > 2 and bool(_pattern().fullmatch(text))


@lru_cache(maxsize=1)
def _pattern() -> regex.Pattern[str]:
    letters = sorted(toml("names", "latin.toml")["letters"], key=len, reverse=True)
    return regex.compile(f"(?:{'|'.join(letters)}){{3,6}}")


def stranger(words: list[Word], index: int) -> bool:
    """Whether a word after a surname is a short form or a place (गौड़ डीसीआरबी से, वर्मा मोरखेड़ी)."""
    before, word = words[index - 1].key, words[index]
    if before not in surnames() or before in second_parts() or not unknown(word.key):
        return False
    return place_ending(word.key) or spelt_out(word.text)


def _bears(words: list[Word], span: PostSpan, ends: set[int]) -> bool:
    """Whether the rest of a name follows two letters: a surname, or any name after a title and dots."""
    after = words[span.last].key
    if surname_like(after):
        return True
    before = words[span.first - 1] if span.first else None
    if before is not None and before.gap == "space" and before.key in honorifics().before and _rare(after):
        return True  # श्री एमडी और एक नाम
    return span.first in ends and "." in words[span.first].text and name_share(after) >= _HALF


def initial_titles(words: list[Word], found: list[PostSpan]) -> list[PostSpan]:
    """Titles of two letters that begin a name: जिलाध्यक्ष एसपी सिंह, डॉ. एम.डी. शर्मा, and once so, always so."""
    ends = {span.last for span in found}
    options: dict[str, list[PostSpan]] = {}
    led: set[str] = set()
    for span in found:
        text = "".join(word.key for word in words[span.first : span.last])
        if text not in post_grammar().initials or span.last >= len(words):
            continue
        if words[span.last - 1].gap != "space" or not _bears(words, span, ends):
            continue
        bearer = f"{text} {words[span.last].key}"
        options.setdefault(bearer, []).append(span)
        before = words[span.first - 1] if span.first else None
        if before is None or before.gap not in ("space", "bracket"):
            continue
        field = span.first - 1 in ends and ((before.key,) in names() or before.key in post_grammar().prefixes)
        titled = before.gap == "space" and (span.first in ends or field)
        if before.key in honorifics().before or (titled and not _held(words, span, found)):
            led.add(bearer)
    return [span for bearer in led for span in options[bearer]]


def _held(words: list[Word], span: PostSpan, found: list[PostSpan]) -> bool:
    """कार्यकर्ता पीएम सोनी, where the text has प्रधानमंत्री रमेश सोनी: the letters are a title after all."""
    surname = words[span.last].key
    for post in found:
        if post.group != span.group or post.first == span.first:
            continue
        named = range(post.last + (post.title == span.title), min(len(words), post.last + _NAMED))
        if any(words[n].key == surname and words[n].line == words[post.first].line for n in named):
            return True
    return False


def shortened(word: Word) -> bool:
    """Whether a word is an initial or a shortened first name with its full stop (के. विजयन, अ. रहीम)."""
    return word.dotted and (is_initial(word.text) or word.key in closed("short_given"))


def spaced_initials(words: list[Word]) -> list[bool]:
    """Which words are initials written apart and without full stops, before a surname (एस के सिंह).

    One letter alone counts after a word of respect (श्री के मोहन नायर).
    """
    found = [False] * len(words)
    first = 0
    while first < len(words):
        last = first
        if not is_initial(words[first].text):
            first += 1
            continue
        while last < len(words) and is_initial(words[last].text) and not words[last].dotted:
            last += 1
            if words[last - 1].gap != "space":
                break
        led = first > 0 and _led_by_title(words, first, last)
        if last > first and _links(words, first) and not led:
            first += 1
        if last - first in (2, 3) and last < len(words) and words[last - 1].gap == "space":
            after = words[last].key
            named = surname_like(after) or (not first_like(after) and _rare(after))
            found[first:last] = [named or (led and name_share(after) > _HALF)] * (last - first)
        elif last - first == 1 and first and last < len(words) and words[first].gap == "space":
            respected = words[first - 1].key in closed("plain_respect")
            found[first] = respected and name_share(words[last].key) > _HALF
        first = max(last, first + 1)
    return found


def abbreviates(words: list[Word], last: int) -> bool:
    """Whether the letters before ``last`` go on without a blank, so that they are no title (डी.सी.ए.)."""
    if last >= len(words) or not (words[last - 1].dotted and words[last].dotted):
        return False
    return is_initial(words[last].text) and words[last].start == words[last - 1].end + 1


def _links(words: list[Word], index: int) -> bool:
    """Whether a letter is a conjunction or a case of the word before (राम व एस के सिंह)."""
    key = words[index].key
    if key in closed("conjunctions"):
        return True
    if key not in closed("postpositions") or index == 0 or words[index - 1].gap != "space":
        return False
    return words[index - 1].key not in honorifics().before and words[index + 1].key != key


def _led_by_title(words: list[Word], first: int, last: int) -> bool:
    """अध्यक्ष के सी नायर: two letters right after a title, of which the first is no case mark."""
    before = words[first - 1].key
    titled = before in post_grammar().heads or (before,) in post_grammar().qualifiers
    return last - first == 2 and titled and words[first].key not in closed("conjunctions")


def _rare(key: str) -> bool:
    """Whether a word may be a surname though no list has it."""
    barred = ("postpositions", "conjunctions", "ends", "verbs")
    return unknown(key) and not place_like(key) and not any(key in closed(name) for name in barred)


def spaced_title(words: list[Word], index: int) -> tuple[int, Title] | None:
    """A known title whose letters stand apart (एस डी एम राकेश कुमार) and its end; None without one.

    Two letters are rather the initials of a name, unless a full name follows.
    """
    last = index
    while last < len(words) and last - index < _APART and is_initial(words[last].text):
        last += 1
        if words[last - 1].gap != "space":
            break
    for end in range(last, index + 2, -1):
        known = titles().get((fold("".join(word.text for word in words[index:end])),))
        if known is not None:
            return end, known
    end = index + 2
    if last < end or not _full_name(words, end):
        return None
    known = titles().get((fold("".join(word.text for word in words[index:end])),))
    return (end, known) if known is not None else None


def _full_name(words: list[Word], index: int) -> bool:
    """Whether a first name and a last one stand at ``index``, before which letters are a title (सी ओ क ख)."""
    if index + 1 >= len(words) or words[index].gap != "space" or words[index - 1].gap != "space":
        return False
    first, second = words[index].key, words[index + 1].key
    return first_like(first) and not surname_like(first) and not common(first) and surname_like(second)


def letter_title(words: list[Word], index: int) -> bool:
    """Whether letter names that no list has are a title, for a name follows (एपीओ राम लाल)."""
    word = words[index]
    if word.key in honorifics().before or (index and words[index - 1].key in closed("plain_respect")):
        return False
    if not spelt_out(word.text) or (word.key,) in names() or index + 1 >= len(words) or word.gap != "space":
        return False
    follower = words[index + 1].key
    led = follower in honorifics().before or follower in honorifics().doubtful
    named = led or (first_like(follower) and not common(follower))
    if not named and surname_like(follower) and follower not in post_words() and index + 2 < len(words):
        named = words[index + 1].gap == "space" and first_like(words[index + 2].key)  # सीएसी शेख सलीम
    if not named and unknown(follower) and index + 2 < len(words) and words[index + 1].gap == "space":
        named = surname_like(words[index + 2].key) and not common(words[index + 2].key)
    if not named and len(spelt(word.text)) >= _LETTERS and unknown(follower) and not place_like(follower):
        named = words[index + 1].gap == "comma" or (
            index + 2 < len(words) and words[index + 2].key in closed("actor_marks", "conjunctions")
        )
    return named
