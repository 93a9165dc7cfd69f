"""Titles that are surnames as well (धर्मेंद्र प्रधान)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nirdesh.extract.lexis import common, first_like
from nirdesh.extract.words import Word
from nirdesh.lexicon.posts import post_grammar

if TYPE_CHECKING:
    from nirdesh.extract.people.posts import PostSpan


def ends_name(words: list[Word], span: PostSpan, found: list[PostSpan]) -> bool:
    """Whether a one-word title ends a name here (मुन्ना दरोगा, धर्मेंद्र प्रधान).

    An ordinary word can begin such a name after another title (जिला मंत्री विकास प्रधान).
    """
    if span.first and _whole(words, span, found):
        return True
    if words[span.first].key not in post_grammar().surnames or span.first == 0:
        return False
    if span.last - span.first > 1 and not _begins_level(words, span):
        return False
    before = words[span.first - 1]
    titled = bool(found) and found[-1].last == span.first - 1 and not found[-1].role
    if before.gap != "space" or not first_like(before.key) or (common(before.key) and not titled):
        return False
    after = words[span.last] if span.last < len(words) and words[span.first].gap == "space" else None
    return after is None or not first_like(after.key) or common(after.key)


def _whole(words: list[Word], span: PostSpan, found: list[PostSpan]) -> bool:
    """Whether first name and surname stand right after another title (मंत्री विकास प्रधान)."""
    after_title = bool(found) and found[-1].last == span.first and words[span.first - 1].gap == "space"
    named = span.last - span.first == 2 and words[span.last - 1].key in post_grammar().surnames
    return after_title and named and first_like(words[span.first].key)


def _begins_level(words: list[Word], span: PostSpan) -> bool:
    """Whether the words after the first of a title are one of a level (संजीव प्रधान | प्रदेश महासचिव)."""
    rest = [word.key for word in words[span.first + 1 : span.last]]
    return rest[0] in post_grammar().body_levels and len(rest) > 1
