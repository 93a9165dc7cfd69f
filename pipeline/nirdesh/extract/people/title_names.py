"""Titles that are surnames as well (धर्मेंद्र प्रधान), and words before titles that are no part of them."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from nirdesh.extract.lexis import closed, common, first_like, place_like, surname_like
from nirdesh.extract.people.lone import named
from nirdesh.extract.words import Word
from nirdesh.lexicon.gazetteer import cue
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.posts import post_grammar, titles

_CLAUSE = 9  # words of a name between a title and the verb that gives it

if TYPE_CHECKING:
    from nirdesh.extract.people.posts import PostSpan


def ends_name(words: list[Word], span: PostSpan, found: list[PostSpan]) -> bool:
    """Whether a one-word title ends a name here (मुन्ना दरोगा, धर्मेंद्र प्रधान).

    An ordinary word can begin such a name after another title (जिला मंत्री विकास प्रधान).
    """
    if span.first and (_whole(words, span, found) or _led(words, span)):
        return True
    if _given(words, span):
        return True
    if words[span.first].key not in post_grammar().surnames or span.first == 0:
        return False
    if span.last - span.first > 1 and not _begins_level(words, span):
        return False
    before = words[span.first - 1]
    titled = bool(found) and found[-1].last == span.first - 1 and not found[-1].role
    if before.gap != "space" or not first_like(before.key) or (common(before.key) and not titled):
        return False
    if titled and span.last - span.first > 1:
        return True  # प्राचार्य अनिल प्रधान | खंड शिक्षा अधिकारी क
    after = words[span.last] if span.last < len(words) and words[span.first].gap == "space" else None
    return after is None or not first_like(after.key) or common(after.key)


def _led(words: list[Word], span: PostSpan) -> bool:
    """Whether a short form of a first name stands right before a title of one word (मो. नाजिर)."""
    before = words[span.first - 1]
    return span.last - span.first == 1 and before.key in honorifics().led and before.gap == "space"


def _given(words: list[Word], span: PostSpan) -> bool:
    """Whether a title that is a first name as well stands before one surname alone (नाजिर अंसारी ने)."""
    key = words[span.first].key
    if span.last - span.first > 1 or key not in post_grammar().given_names or span.last >= len(words):
        return False
    after = words[span.last]
    if words[span.first].gap != "space" or not surname_like(after.key) or first_like(after.key):
        return False
    further = words[span.last + 1].key if span.last + 1 < len(words) and after.gap == "space" else ""
    return not (surname_like(further) or first_like(further))


def _whole(words: list[Word], span: PostSpan, found: list[PostSpan]) -> bool:
    """Whether first name and surname stand right after another title (मंत्री विकास प्रधान)."""
    after_title = bool(found) and found[-1].last == span.first and words[span.first - 1].gap == "space"
    named = span.last - span.first == 2 and words[span.last - 1].key in post_grammar().surnames
    return after_title and named and first_like(words[span.first].key)


def _begins_level(words: list[Word], span: PostSpan) -> bool:
    """Whether after its first word a title is one of a level or a listed one (संजीव प्रधान | प्रदेश महासचिव)."""
    rest = [word.key for word in words[span.first + 1 : span.last]]
    return len(rest) > 1 and (rest[0] in post_grammar().body_levels or tuple(rest) in titles())


def trimmed(words: list[Word], span: PostSpan, found: list[PostSpan]) -> PostSpan:
    """A title without the word before it that only links it to what stands there."""
    if span.last - span.first < 2 or not span.first:
        return span
    first = span.first
    apart = _links(words, first, found) or _besides(words, first) or _again(words, first)
    earlier = _earlier(words, first)
    if not apart and not earlier and not _event(words, span):
        return span
    text = " ".join(word.text for word in words[span.first + 1 : span.last])
    known = titles().get(tuple(word.key for word in words[span.first + 1 : span.last]))
    group = known.group if earlier and known is not None else text
    return replace(span, first=first + 1, title=text, group=group, former=span.former and not earlier)


def parted(words: list[Word], span: PostSpan) -> list[PostSpan]:
    """The duty that is given and the post of its holder, where they stand together.

    कक्ष का प्रभारी | संयुक्त आयुक्त क को बनाया, कक्ष के प्रभारी | लेखपाल क होंगे; in प्रभारी तहसीलदार क ने कहा the first
    word belongs to the post.
    """
    first, last = span.first, span.last
    keys = [word.key for word in words[first:last]]
    owned = first > 0 and words[first - 1].key in closed("genitive") and words[first - 1].gap == "space"
    if not owned or len(keys) < 2 or keys[0] not in closed("given_duties", "body_heads") or span.plural:
        return [span]
    leads = keys[0] in closed("body_heads")
    if leads and (tuple(keys) in titles() or getattr(titles().get(tuple(keys[1:])), "kind", "") != "police"):
        return [span]
    known = tuple(keys[1:]) in titles() or keys[-1] in post_grammar().heads or len(keys) > 2
    if not known or not (leads or _bestowed(words, last)):
        return [span]
    duty, own = (
        " ".join(word.text for word in run) for run in (words[first : first + 1], words[first + 1 : last])
    )
    return [
        replace(span, last=first + 1, title=duty, group=duty),
        replace(span, first=first + 1, title=own, group=own),
    ]


def _bestowed(words: list[Word], index: int) -> bool:
    """Whether the clause after a title gives somebody a post (क को बनाया गया, क होंगे)."""
    for n in range(index, min(len(words), index + _CLAUSE)):
        if words[n].sentence != words[index - 1].sentence or words[n].key in closed("agent"):
            return False
        if words[n].key in closed("dative"):
            return any(word.key in closed("appointing") for word in words[n + 1 : n + 3])
        if words[n].key in closed("becoming"):
            return n > index and words[n - 1].key not in closed("attending")
        if words[n].gap not in ("space", "bracket", "hyphen"):
            return False
    return False


def _links(words: list[Word], first: int, found: list[PostSpan]) -> bool:
    """After another title सह joins two titles and begins none (सिविल सर्जन सह अधीक्षक)."""
    if words[first].key not in closed("with_links") or words[first - 1].gap not in ("space", "hyphen"):
        return False
    return any(p.last == first and not p.role for p in found)


def _again(words: list[Word], first: int) -> bool:
    """तीसरी बार | जिलाध्यक्ष: the word counts how often."""
    counted = words[first - 1].key in cue("ordinals") and words[first - 1].gap == "space"
    return counted and words[first].key in closed("count_words")


def _earlier(words: list[Word], first: int) -> bool:
    """इसके पूर्व | मुख्यमंत्री, बैठक से पूर्व | मुख्यमंत्री, बोलने से पूर्व | मुख्यमंत्री: the word says when."""
    before = words[first - 1]
    if words[first].key not in closed("time_before") or before.gap != "space":
        return False
    if before.key in closed("before_this"):
        return True
    if first < 2 or words[first - 2].gap != "space" or before.key not in closed("from_mark"):
        return False
    noun = words[first - 2].key
    return noun in closed("events_before") or (noun.endswith("ने") and common(noun) and not place_like(noun))


def _event(words: list[Word], span: PostSpan) -> bool:
    """का चुनाव | जिला उपाध्यक्ष क की: the word ends the phrase before, for a level begins the title."""
    owned = words[span.first - 1].key in closed("genitive")
    begins = words[span.first + 1].key in post_grammar().body_levels and span.last - span.first > 2
    return owned and begins and words[span.first].key in closed("event_words")


def _besides(words: list[Word], first: int) -> bool:
    """क ख के अतिरिक्त खंड प्रभारी: after a name the word says that others came as well."""
    if (
        first < 2
        or words[first].key not in closed("besides")
        or words[first - 1].key not in closed("genitive")
    ):
        return False
    name = words[first - 2].key
    return surname_like(name) and not place_like(name)


def past_body(keys: list[str], index: int) -> int:
    """First word of a title after the body that it is in (महिला आयोग उपाध्यक्ष), unless a list has both."""
    grammar = post_grammar()
    modifiers = grammar.former | grammar.acting
    if any(
        tuple(keys[start:]) in titles() for start in range(len(keys) - 1) if set(keys[:start]) <= modifiers
    ):
        return index
    body = next((j for j in range(len(keys) - 2, -1, -1) if keys[j] in grammar.parted), None)
    return index if body is None else index + body + 1


def ranked(keys: list[str]) -> int:
    """How many words are the title of a station's head, before a rank (थाना प्रभारी | उप निरीक्षक); or 0."""
    for size in range(1, len(keys)):
        if "".join(keys[:size]) in closed("station_heads"):
            return size if "".join(keys[size:]) in closed("police_ranks") else 0
    return 0


def awaits(words: list[Word], span: PostSpan) -> bool:
    """Whether a short title only says that somebody waits for a post (क ख को एपीओ किया गया)."""
    waiting = span.last - span.first == 1 and words[span.first].key in closed("waiting_titles")
    return waiting and (words[span.first].gap != "space" or not named(words, span.last))


@lru_cache(maxsize=1)
def own_titles() -> frozenset[str]:
    """Prefixes that are titles of their own before an elected post."""
    return frozenset(closed("own_titles"))
