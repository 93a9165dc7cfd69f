"""Rows of a schedule (8 मार्च - सागर में सम्मेलन): plans that no verb states."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import Sentence, Word, is_item, item_body
from nirdesh.extract.directives.lexis import word_class

_SEPARATORS = frozenset("-–—:|")
_WORDS = 30  # words of the longest row
_SHORTEST = 2  # words beside the date
_APART = 2  # sentences from one row to the next


def schedule_rows(read: Sequence[Sentence], entities: Entities, published: str | None) -> frozenset[int]:
    """Indices of the sentences that are rows of a schedule: two at least, near each other.

    Args:
        published: Day of publication; rows that are over by then tell history.
    """
    rows = [s.index for s in read if _is_row(s, entities, published)]
    return frozenset(
        index for index in rows if any(other != index and abs(other - index) <= _APART for other in rows)
    )


def _is_row(sentence: Sentence, entities: Entities, published: str | None) -> bool:
    run = sentence.words
    if sentence.block in ("headline", "dateline") or len(run) > _WORDS:
        return False
    if any(clause.group is not None for clause in segment(sentence)):
        return False
    first = item_body(sentence)
    parted = is_item(sentence) or any(w.text[:1] in _SEPARATORS for w in run[first:])
    marks = word_class("ergative")
    if not _led_by_date(run[first:], entities):
        marks = marks | word_class("dative")
    if any(w.key in marks for w in run if not entities.in_date(w)):
        return False
    dates = [entities.dates[i] for i in entities.dates_in(sentence.span(0, len(run)))]
    ahead = [d for d in dates if d.edtf is not None and not _over(d.edtf, published)]
    told = [w for w in run[first:] if not w.punct and not entities.in_date(w)]
    return parted and len(ahead) == 1 and len(dates) == 1 and len(told) >= _SHORTEST


def _led_by_date(run: Sequence[Word], entities: Entities) -> bool:
    """1 अगस्त - प्राचार्यों को ज्ञापन: what follows the date and a separator is what is planned."""
    after = next((w for w in run if not entities.in_date(w)), None)
    return after is not None and after is not run[0] and after.text[:1] in _SEPARATORS


def _over(edtf: str, published: str | None) -> bool:
    """Whether a value ends before the day of publication."""
    last = edtf.strip("{}").split("/")[-1].split(",")[-1]
    return published is not None and last[:1].isdigit() and last < published[: len(last)]
