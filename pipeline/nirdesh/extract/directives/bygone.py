"""Sentences of a story of old (1942 की वह रात …), until the report comes back to its own day."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.extract.directives.lexis import sequence_at, word_class
from nirdesh.extract.directives.quoted import hoaxed
from nirdesh.mentions import Assignment, Span

_LONG = 15  # years between what a story tells and the report
_RECENT = 1998  # without a date of publication, a year before this one is long over
_SPELLED = 4  # digits of a year
_FIRST = 1500  # what comes before it is no year
_OPENING = 4  # first sentences, the headline among them, that tell what a report is about
_MOMENT = 3  # words after the genitive of a year in which the moment stands (1942 की वह रात)
_HOLDS = 4  # words from पहले to the title of a first holder (पहले जिला कलेक्टर बने)


def told_of_old(read: Sequence[Sentence], published: str) -> frozenset[int]:
    """Indices of the sentences that tell of days long over, in a report that is about them.

    Args:
        read: Sentences of the report.
        published: ISO day of publication, empty for none.
    """
    limit = _limit(published)
    opening = read[:_OPENING]
    if not any(has_old_year(s, limit) and _set_in(s, limit) for s in opening):
        return frozenset()
    heads = [w for s in opening if s.block in ("headline", "subheadline") for w in s.words]
    signs = any(w.is_noun(word_class("tellings")) for s in opening for w in s.words)
    if not signs and not any(w.key in word_class("headline_tellings") for w in heads):
        return frozenset()
    found: set[int] = set()
    old = False
    for sentence in read:
        if old and _returns(sentence):
            old = False
        old = old or (has_old_year(sentence, limit) and _set_in(sentence, limit))
        if old:
            found.add(sentence.index)
    return frozenset(found)


def in_news(found: Sequence[Assignment], read: Sequence[Sentence], published: str) -> tuple[Assignment, ...]:
    """Assignments but those of a story of old, of who held a post first, or of a hoax."""
    old = frozenset[int]()
    if found:
        old = told_of_old(read, published) | first_holders(read, published) | hoaxed(read)
    spans = [Span(s.start, s.end) for s in read if s.index in old]
    return tuple(a for a in found if not any(s.start <= a.evidence.start < s.end for s in spans))


def first_holders(read: Sequence[Sentence], published: str) -> frozenset[int]:
    """Indices of the sentences that tell who first held a post, in a year long over or right after one."""
    limit = _limit(published)
    return frozenset(
        sentence.index
        for number, sentence in enumerate(read)
        if _first(sentence.words)
        and any(has_old_year(s, limit) for s in read[max(number - 1, 0) : number + 1])
    )


def _limit(published: str) -> int:
    return int(published[:4]) - _LONG if published[:4].isdigit() else _RECENT


def has_old_year(sentence: Sentence, limit: int) -> bool:
    """Whether a year before ``limit`` stands in a sentence."""
    return any(_year(w, limit) for w in sentence.words)


def _year(word: Word, limit: int) -> bool:
    if len(word.text) != _SPELLED or not word.text.isdecimal():
        return False
    return _FIRST <= int(word.text) < limit  # int reads Devanagari digits, too


def _set_in(sentence: Sentence, limit: int) -> bool:
    """1921 में कस्बे ने लगान रोका, 1975 की रात: what happened then is told (not 1962 में बना पुल जर्जर है)."""
    words = sentence.words
    for j, word in enumerate(words[:-1]):
        if not _year(word, limit):
            continue
        if words[j + 1].key in closed("genitives"):
            after = words[j + 2 : j + 2 + _MOMENT]
            if any(w.is_noun(word_class("moments")) for w in after):
                return True
        elif words[j + 1].key in word_class("inessive") | word_class("dative"):
            told = next((c for c in segment(sentence) if c.end > j and c.group is not None), None)
            if told is None or told.content:
                continue  # 1921 में | जब कस्बे ने लगान रोका, but not सचिव ने बताया कि 1921 में …
            group = told.group
            verb = next((k for k in range(j + 2, len(words)) if words[k].verbs), len(words))
            if group is not None and group.mood in ("perf", "past") and verb >= group.start:
                return True
    return False


def _returns(sentence: Sentence) -> bool:
    """आज …, अब …, शनिवार को …: the report's own day."""
    words = sentence.words
    return any(w.key in word_class("own_day") for w in words) or any(
        sequence_at(words, j, len(words), "own_days") for j in range(len(words))
    )


def _first(words: Sequence[Word]) -> bool:
    """डॉ. रमन उसके पहले निदेशक बने, इसके प्रथम कुलपति थे."""
    for j, word in enumerate(words[:-1]):
        if word.key not in word_class("firsts") or words[j - 1].key not in closed("genitives") | word_class(
            "its"
        ):
            continue
        near = words[j + 1 : j + 1 + _HOLDS]
        if any(w.key in word_class("became_words") for w in near):
            return True
    return False


def began_before(edtf: str | None, published: str | None) -> bool:
    """Whether a stretch of days (EDTF) began before the report came out (ISO day).

    Example:
        >>> began_before("2021-07-01/2021-07-15", "2021-07-10"), began_before("../2021-07-15", "2021-07-10")
        (True, False)
    """
    start, stretch, _ = (edtf or "").partition("/")
    return bool(stretch and published and start[:1].isdigit() and start < published[: len(start)])
