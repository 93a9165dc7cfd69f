"""Names of one word beside titles, and what shows that one word beside a title is its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from nirdesh.extract.lexis import closed, common, first_like, name_share, place_like, surname_like, unknown
from nirdesh.extract.people.posts import PostSpan
from nirdesh.extract.people.rows import aged
from nirdesh.extract.people.runs import Marks
from nirdesh.extract.regions.latin import any_matches
from nirdesh.extract.words import Word
from nirdesh.lexicon.names import honorifics, name_counts

_GIVEN_WITHIN = 7
_SURE = 0.8  # share of name uses of a word that is a name alone
_ROWS = 2  # lines of names with their titles that make a list
_AGE = 2  # digits of an age
_HALF = 0.5
_OFTEN = 5  # uses as a first name
_ITEM = 5  # words of a title and a name before a comma
_ROW_GAPS = ("hyphen", "punct", "comma")


def given_before(words: list[Word], post: PostSpan) -> bool:
    """क को … थाना प्रभारी ख: somebody is given the title, so the one word after it is a place."""
    for index in range(post.first - 1, max(-1, post.first - _GIVEN_WITHIN), -1):
        word = words[index]
        if word.gap != "space" or word.key in closed("clause"):
            return False
        if word.key in closed("dative"):
            return True
    return False


def held_before(marks: Marks, post: PostSpan) -> bool:
    """क ख ब्लॉक अध्यक्ष बांसी; क ख, ब्लॉक अध्यक्ष बांसी: a name stands before, so the one word after is a place."""
    before = marks.words[post.first - 1] if post.first else None
    if before is None or before.gap not in ("space", "comma") or marks.label[post.first - 1]:
        return False
    if common(before.key) or post.first < _ROWS:
        return surname_like(before.key) and not common(before.key)
    given = marks.words[post.first - 2]
    if surname_like(before.key):
        return True
    named = given.gap == "space" and not common(given.key) and first_like(before.key)
    return named and (first_like(given.key) or surname_like(given.key))


def listed_next(marks: Marks, post: PostSpan, index: int) -> bool:
    """प्रमुख क ख, नगर प्रचारक विपिन, …: a first name after a title; the item before has its own title."""
    words = marks.words
    word, before = words[index], words[post.first - 1]
    if before.gap != "comma" or not (first_like(word.key) and word.gap == "comma"):
        return False
    town = place_like(word.key) or bool(any_matches(word.text, dateline=False))
    return not town and any(marks.label[n] == "post" for n in range(max(0, post.first - _ITEM), post.first))


def its_place(marks: Marks, post: PostSpan, index: int) -> bool:
    """क ख, सचिव सोनपुर ने: the one word after a title is the place of who holds it before."""
    if not held_before(marks, post):
        return False
    word = marks.words[index]
    stranger = unknown(word.key) and not first_like(word.key)
    return stranger or place_like(word.key) or bool(any_matches(word.text, dateline=False))


def known_single(marks: Marks, posts: Sequence[PostSpan], index: int) -> bool:
    """Whether one word alone is a person: with an age, or a well-known name with ने, जी or a word of kin."""
    word = marks.words[index]
    if aged(marks, index):
        return True
    if index + 1 >= len(marks.words) or word.gap != "space" or marks.label[index]:
        return False
    title = next((p for p in posts if p.last == index), None)
    if title is not None and its_place(marks, title, index):
        return False
    after = marks.words[index + 1].key
    if marks.seen[index] and after in closed("item_ends"):
        return name_share(word.key) >= _HALF
    counts = name_counts().get(word.key)
    if counts is None or name_share(word.key) < _SURE or counts.first < _OFTEN:
        return False
    return after in closed("kin_links", "agent") or after in honorifics().after


def singles(marks: Marks, posts: Sequence[PostSpan]) -> Iterator[int]:
    """First names alone before a title: in such rows (रघुनाथ - सचिव), or as subject (रामरती सरपंच ने)."""
    words = marks.words
    starts = {post.first: post for post in posts if not post.role and not post.plural}
    rows = [first for first in starts if first and _heads_row(words, first)]
    lines = {words[first].line for first in rows}
    for first, post in starts.items():
        if not first or not _sure(marks, first - 1):
            continue
        number = first > 1 and words[first - 2].text.isdigit()
        opens = first == 1 or words[first - 2].line != words[first - 1].line or number
        rowed = opens and len(lines) >= _ROWS and words[first - 1].gap in _ROW_GAPS
        spaced = words[first - 1].gap == "space" and _apart(words, first - 1)
        if rowed or (spaced and _subject(words, post.last)):
            yield first - 1


def listed_singles(marks: Marks) -> Iterator[int]:
    """First names alone in a list (शबनम, फूलमती और रामधनी ने) or with their age (रामधनी (40) और …)."""
    words = marks.words
    index = 0
    while index < len(words):
        if not _sure(marks, index):
            index += 1
            continue
        run = _run(marks, index)
        if len(run) >= _ROWS and _of_people(words, run):
            yield from run
        elif _old(words, index):
            yield index
        index = run[-1] + 1


def _run(marks: Marks, index: int) -> list[int]:
    """The sure first names that commas and a conjunction join from ``index`` on."""
    words = marks.words
    run: list[int] = []
    while index < len(words) and _sure(marks, index):
        run.append(index)
        joined = index + 2 < len(words) and words[index].gap == "space"
        if words[index].gap == "comma":
            index += 1
        elif joined and words[index + 1].key in closed("conjunctions"):
            index += 2
        else:
            break
    return run


def _of_people(words: list[Word], run: list[int]) -> bool:
    """Whether somebody acts or is acted on after a list, and nothing that ends a list stands before it."""
    first, last = run[0], run[-1]
    if sum(words[index].key in closed("deities", "named_things") for index in run) * 2 >= len(run):
        return False
    if last + 1 >= len(words) or words[last].gap != "space" or not _apart_of_list(words, first):
        return False
    after = words[last + 1].key
    if after in closed("actor_marks") or (after in closed("ends") and len(run) > _ROWS):
        return True
    done = words[last + 2].key if last + 2 < len(words) else ""
    return after in closed("genitive") and done in closed("undergone")


def _apart_of_list(words: list[Word], first: int) -> bool:
    before = words[first - 1] if first else None
    if before is None or before.gap in ("stop", "line", "comma"):
        return True
    return before.gap == "space" and (before.key in closed("genitive") or before.key in closed("villagers"))


def _old(words: list[Word], index: int) -> bool:
    """Whether an age in brackets follows."""
    age = words[index + 1] if index + 1 < len(words) else None
    bracketed = age is not None and words[index].gap == age.gap == "bracket"
    return bracketed and age is not None and age.text.isdigit() and len(age.text) == _AGE


def _heads_row(words: list[Word], first: int) -> bool:
    """Whether a title stands after a dash or comma and one to three words at the head of a line."""
    if words[first - 1].gap not in _ROW_GAPS or words[first - 1].line != words[first].line:
        return False
    index = first - 1
    while index and words[index - 1].line == words[first].line:
        index -= 1
        if first - index > 5:
            return False
    return True


def _sure(marks: Marks, index: int) -> bool:
    return _first_name(marks.words[index].key) and marks.label[index] in ("", "region")


@lru_cache(maxsize=16384)
def _first_name(key: str) -> bool:
    return first_like(key) and name_share(key) >= _SURE and not place_like(key) and not common(key)


def _apart(words: list[Word], index: int) -> bool:
    """Whether nothing before the word belongs to it."""
    before = words[index - 1] if index else None
    return before is None or before.gap in ("stop", "line", "comma") or before.key in closed("conjunctions")


def _subject(words: list[Word], last: int) -> bool:
    return last < len(words) and words[last - 1].gap == "space" and words[last].key in closed("agent")
