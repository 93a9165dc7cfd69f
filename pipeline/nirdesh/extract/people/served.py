"""Titles that a sentence says somebody holds or wins, with other words between title and name."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from itertools import pairwise

from nirdesh.extract.lexis import closed, place_like, unknown
from nirdesh.extract.people.letters import spelt_out
from nirdesh.extract.people.posts import PostSpan
from nirdesh.extract.people.runs import NameHit
from nirdesh.extract.words import Word
from nirdesh.lexicon.organisations import heads, names
from nirdesh.lexicon.posts import post_grammar, titles

_PARTY = 4  # words between पद पर and who wins it (भाजपा के क ने)
_BEFORE = 3  # words between who wins a post and its title
_RELATIVE = 5  # words between जो and a title (जो अब तक सोनपुर की एसपी थीं)
_REACH = 30  # words after a title in which it is won
_FIELD = 7  # words between a title and its holder, for body and place
_PLACE = 2  # words of a place after a title
_COPULA = 4  # words between a title and थे, for its place
_PREDICATE = 14  # words between who opens a sentence and what it says that he is


def served(words: list[Word], hits: list[NameHit], post: PostSpan) -> list[NameHit]:
    """Who is stationed in the post, wins it, or is told to hold it in a relative clause."""
    found = (
        _stationed(words, hits, post)
        or _winner(words, hits, post)
        or _became(words, hits, post)
        or _relative(words, hits, post)
        or headed(words, hits, post)
    )
    return [found] if found is not None else predicate(words, hits, post)


def opens_list(words: list[Word], starts: Collection[int], post: PostSpan) -> bool:
    """उपाध्यक्ष में क, ख, सचिव में ग: में between a title and a name."""
    return (
        post.last + 1 in starts
        and words[post.last - 1].gap == "space"
        and words[post.last].key in closed("within_post")
        and words[post.last].gap == "space"
    )


def _past_post(words: list[Word], index: int) -> int:
    """First word after पद पर or के पद पर at ``index``, or 0."""
    if index < len(words) and words[index].key in closed("genitive"):
        index += 1
    keys = [word.key for word in words[index : index + 2]]
    on = len(keys) > 1 and keys[0] in closed("post_nouns") and keys[1] in closed("apart")
    return index + 2 if on else 0


def _stationed(words: list[Word], hits: list[NameHit], post: PostSpan) -> NameHit | None:
    """आवासीय आयुक्त के पद पर तैनात क."""
    index = _past_post(words, post.last)
    first = index
    while index and index < len(words) and words[index].key in closed("stationed"):
        index += 1
    return next((hit for hit in hits if hit.outer_first == index), None) if index > first else None


def _became(words: list[Word], hits: list[NameHit], post: PostSpan) -> NameHit | None:
    """क को जिला अध्यक्ष बनने पर बधाई दी; क के अध्यक्ष बनने की खुशी में."""
    after = [word.key for word in words[post.last : post.last + 2]]
    if len(after) < 2 or after[0] not in closed("to_become") or after[1] not in closed("occasions"):
        return None
    near = [
        hit
        for hit in hits
        if 0 < post.first - hit.outer_last <= _FIELD
        and words[hit.first].sentence == words[post.first].sentence
        and words[hit.outer_last].key in closed("dative", "genitive")
    ]
    return near[-1] if near else None


def _winner(words: list[Word], hits: list[NameHit], post: PostSpan) -> NameHit | None:
    """क ने अध्यक्ष पद पर जीत दर्ज की; अध्यक्ष पद पर भाजपा के क ने ख को शिकस्त दी."""
    index = _past_post(words, post.last)
    sentence = words[post.first].sentence
    rest = [word.key for word in words[post.last :][:_REACH] if word.sentence == sentence]
    if not index or not any(key in closed("winning") for key in rest):
        return None
    acting = [h for h in hits if h.outer_last < len(words) and words[h.outer_last].key in closed("agent")]
    for hit in acting:
        if words[hit.first].sentence != sentence:
            continue
        if 0 <= hit.outer_first - index <= _PARTY or 0 < post.first - hit.outer_last <= _BEFORE:
            return hit
    return None


def _relative(words: list[Word], hits: list[NameHit], post: PostSpan) -> NameHit | None:
    """क, जो अब तक तहसीलदार हरिपुर थे."""
    sentence = words[post.first].sentence
    opens = next(
        (
            n
            for n in range(post.first - 1, max(-1, post.first - 1 - _RELATIVE), -1)
            if words[n].key in closed("relative_subject") and words[n].sentence == sentence
        ),
        None,
    )
    if opens is None or any(word.gap != "space" for word in words[opens : post.first]):
        return None
    after = words[post.last : post.last + _COPULA]
    copula = next((n for n, word in enumerate(after) if word.key in closed("being")), None)
    if copula is None or any(word.gap != "space" for word in after[:copula]):
        return None
    before = [h for h in hits if 0 <= opens - h.outer_last <= _BEFORE and words[h.first].sentence == sentence]
    return before[-1] if before else None


def predicate(words: list[Word], hits: list[NameHit], post: PostSpan) -> list[NameHit]:
    """क ख सोनपुर सेवा संगठन के संचालक हैं।: the sentence tells of those who open it, and ends in the copula."""
    sentence = words[post.first].sentence
    inside = [h for h in hits if words[h.first].sentence == sentence and h.outer_last <= post.first]
    if post.plural or not inside or not _closes(words, post.last) or not _opens_sentence(words, inside[0]):
        return []
    last = inside[-1].outer_last
    joined = all(
        words[n].gap == "comma" or words[n].key in closed("conjunctions")
        for one, other in pairwise(inside)
        for n in (range(one.outer_last, other.outer_first) or (one.outer_last - 1,))
    )
    between = words[last : post.first]
    if not joined or not 0 < len(between) <= _PREDICATE or any(word.gap != "space" for word in between):
        return []
    barred = ("agent", "dative", "apart", "clause", "conjunctions", "relatives", "indefinite", "inside")
    if any(word.key in closed(name) for name in barred for word in between):
        return []
    return [] if between[0].key in closed("genitive") else inside


def _closes(words: list[Word], index: int) -> bool:
    """Whether the copula, with particles before it, stands at ``index`` and ends the sentence."""
    while index < len(words) and words[index - 1].gap == "space" and words[index].key in closed("particles"):
        index += 1
    if index >= len(words) or words[index - 1].gap != "space" or words[index].key not in closed("be"):
        return False
    end = index + 1 >= len(words) or words[index].gap in ("stop", "line")
    return end or words[index + 1].sentence != words[index].sentence


def _opens_sentence(words: list[Word], hit: NameHit) -> bool:
    """Whether nothing but a place and where somebody lives stands before a name in its sentence."""
    index = hit.outer_first - 1
    while index >= 0 and words[index].sentence == words[hit.first].sentence:
        if words[index].gap not in ("space", "comma"):
            return False
        key = words[index].key
        told = place_like(key) or unknown(key) or key in closed("genitive") or key in closed("resident")
        if not told:
            return False
        index -= 1
    return True


def headed(words: list[Word], hits: list[NameHit], post: PostSpan) -> NameHit | None:
    """संपदा अधिकारी, विकास प्राधिकरण, सोनपुर क: the body and place of the post stand before its holder."""
    if words[post.last - 1].gap != "comma":
        return _placed(words, hits, post)
    beside = next((h for h in hits if h.outer_first == post.last and h.post is None), None)
    if beside is not None:
        return beside if _introduced(words, hits, beside, post) else None
    hit = next((h for h in hits if h.outer_first > post.last), None)
    if hit is None or hit.post is not None or hit.outer_first - post.last > _FIELD:
        return None
    between = words[post.last : hit.outer_first]
    if any(word.gap not in ("space", "comma") for word in between):
        return None
    barred = ("postpositions", "conjunctions", "clause", "ends", "copula", "indefinite")
    if any(word.key in closed(name) for name in barred for word in between):
        return None
    if any(other.outer_last == post.first and other.post is None for other in hits):
        return None  # ग घ, जिलाध्यक्ष, सोनपुर: his who stands before it
    return hit if names_field(between) or (_acts(words, hit) and _of_area(post, between)) else None


def _acts(words: list[Word], hit: NameHit) -> bool:
    return hit.outer_last < len(words) and words[hit.outer_last].key in closed("agent")


def _of_area(post: PostSpan, between: list[Word]) -> bool:
    """उपायुक्त, सोनपुर श्रीमती क ख; अनुमंडल पदाधिकारी, सदर क ख: only the area between a title and its holder."""
    if post.role or post.plural or len(between) > _PLACE or any(word.gap != "space" for word in between):
        return False
    return all(_area_word(word.key) for word in between)


def _area_word(key: str) -> bool:
    return key in closed("area_words") or place_like(key) or unknown(key)


def _introduced(words: list[Word], hits: list[NameHit], hit: NameHit, post: PostSpan) -> bool:
    """मंत्रालय के संयुक्त सचिव, क ख ने: title and comma open the sentence or follow a body or place; one acts.

    So does who is given something in a row of such (सचिव, क ख को सोनपुर, अध्यक्ष, ग घ को हरिपुर).
    """
    if post.role or post.plural or hit.outer_last >= len(words) or words[hit.outer_last - 1].gap != "space":
        return False
    mark = words[hit.outer_last].key
    before = words[post.first - 1] if post.first else None
    if mark in closed("dative"):
        return before is not None and (_inside(before) or _next_given(words, hits, post))
    if mark not in closed("agent"):
        return False
    if before is None or before.gap in ("stop", "line"):
        return True
    return before.gap == "space" and (before.key in closed("genitive") or place_like(before.key))


def _inside(before: Word) -> bool:
    return before.gap == "space" and before.key in closed("within_post")


def _next_given(words: list[Word], hits: list[NameHit], post: PostSpan) -> bool:
    """Whether the one before in the sentence is given something, and the title is next in the row."""
    before = words[post.first - 1]
    if before.gap != "comma" and before.key not in closed("conjunctions"):
        return False
    here = words[post.first].sentence
    inside = [hit for hit in hits if words[hit.first].sentence == here and hit.outer_last < post.first]
    return bool(inside) and words[inside[-1].outer_last].key in closed("dative")


def _placed(words: list[Word], hits: list[NameHit], post: PostSpan) -> NameHit | None:
    """बीएमओ सोनपुर, डॉ. क ख ने: title and place open the sentence, and the one named next acts."""
    if post.role or (post.first and words[post.first - 1].gap not in ("stop", "line")):
        return None
    for last in range(post.last + 1, min(len(words), post.last + _PLACE + 1)):
        named = place_like(words[last - 1].key) or unknown(words[last - 1].key)
        if words[last - 2].gap != "space" or not named:
            return None
        hit = next((h for h in hits if h.outer_first == last and h.post is None), None)
        if hit is not None and words[last - 1].gap == "comma":
            acts = hit.outer_last < len(words) and words[hit.outer_last].key in closed("agent")
            return hit if acts and words[hit.outer_last - 1].gap == "space" else None
    return None


def names_field(between: list[Word]) -> bool:
    """Whether the words are bodies, fields of work and places, a body or field first."""
    if any(word.key in post_grammar().heads or (word.key,) in titles() for word in between):
        return False
    told = [word.key in _fields() or spelt_out(word.text) for word in between]
    return told[0] and all(yes or place_like(word.key) for yes, word in zip(told, between, strict=True))


@lru_cache(maxsize=1)
def _fields() -> frozenset[str]:
    """Words of fields of work and of the names of bodies."""
    phrases = [*post_grammar().qualifiers, *heads(), *names()]
    return post_grammar().prefixes | {key for phrase in phrases for key in phrase}
