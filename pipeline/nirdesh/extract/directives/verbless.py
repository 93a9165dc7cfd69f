"""Statements of a notice without a verb: जुलूस पर 5 मई तक रोक; स्कूल 8 मई तक बंद; 9 मई को नाम वापसी."""

from __future__ import annotations

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Word, is_item
from nirdesh.extract.directives.lexis import word_class
from nirdesh.extract.directives.model import Draft
from nirdesh.mentions import Modality

ACT = "verbless:act"
_ASKED: dict[str, Modality] = {"order": "order", "text": "order", "request": "request"}
_WORDS = 24  # words of the longest statement
_ROW = 14  # words of the longest one that only gives a day
_SEVERAL = 2  # days of a row that tells several things, one of them with its own को (डीडीसी को ज्ञापन)
_LAST_DAY = 31
_SHORTEST = 2  # words of a ban beside its dates, at least one more


def binds(
    clause: Clause, last: Draft | None, entities: Entities, over: str = ""
) -> tuple[Modality, str] | None:
    """Modality and rule of a stretch without a verb that binds as one with a verb would, else None.

    Args:
        last: Draft before it; what follows a dated plan of the same paragraph goes on with it.
        over: Class of the frame that stands over the list that it belongs to.
    """
    sentence = clause.sentence
    words = [w for w in sentence.words[clause.body : clause.end] if not w.punct]
    days = len(entities.dates_in(sentence.span(clause.body, clause.end)))
    if sentence.block in ("headline", "subheadline", "dateline") or len(words) > max(_WORDS, _ROW * days):
        return None
    if any(w.key in word_class("ergative") for w in words):
        return None
    told = _beside_dates(words, entities)
    if not told:
        return None
    ruled = is_item(sentence) or over in ("order", "text")
    if ruled and told[-1].key in word_class("verbless_duties") and _to_act(clause, told[-1]):
        return "obligation", "verbless:duty"
    if is_item(sentence) and told[-1].key in word_class("verbless_forbidden") and len(told) > _SHORTEST:
        return "prohibition", "verbless:forbidden"
    ended = told[-1].key in word_class("verbless_ended") and over in ("plan", "order", "text")
    if is_item(sentence) and ended and len(told) > _SHORTEST:
        return "prohibition", "verbless:forbidden"
    if is_item(sentence) and over in _ASKED and _only_act(clause):
        negative = clause.groups[-1].negative and over != "request"
        return "prohibition" if negative else _ASKED[over], ACT
    predicate = told[-1].key
    banned = predicate in word_class("verbless_bans") and len(told) > _SHORTEST and _upon(told)
    if banned and all(g.mood == "inf" for g in clause.groups):  # लोगों के जुटने पर रोक
        return "prohibition", "verbless:ban"
    if any(sentence.words[g.start].key not in closed("occasions") for g in clause.groups):  # not धरना
        return None
    ahead = _ahead(clause, entities)
    if banned:
        return "prohibition", "verbless:ban"
    if predicate in word_class("verbless_states") and len(told) > 1 and ahead:
        return "announcement", "verbless:state"
    other = closed("negation") | closed("necessities")
    other |= word_class("dative") if days < _SEVERAL else frozenset()
    plain = len(words) <= _ROW * max(days, 1) and not any(w.key in other for w in told)
    called = (
        days >= _SEVERAL and over == "plan" and any(w.is_noun(word_class("announced_events")) for w in told)
    )
    if ahead and plain and (called or (last is not None and _goes_on(clause, last, entities))):
        return "announcement", "verbless:row"
    return None


def _only_act(clause: Clause) -> bool:
    """निम्न निर्देश दिए: 1. नालों की सफाई कराना।: an item that ends with an infinitive."""
    if not clause.groups or clause.groups[-1].forms[-1].form != "inf":
        return False
    rest = clause.sentence.words[clause.groups[-1].end : clause.end]
    return clause.groups[-1].start > clause.body and all(w.punct for w in rest)


def _to_act(clause: Clause, predicate: Word) -> bool:
    """शपथपत्र ऑनलाइन भरना अनिवार्य: an infinitive right before the word that makes it a duty."""
    words = clause.sentence.words
    return any(
        g.forms[-1].form == "inf" and g.start > clause.body and words[g.end : g.end + 1] == (predicate,)
        for g in clause.groups
    )


def _beside_dates(words: list[Word], entities: Entities) -> list[Word]:
    """Words that are no part of a date nor the marker after one."""
    told: list[Word] = []
    dated = False
    for j, word in enumerate(words):
        marker = dated and word.key in closed("date_markers")
        dated = entities.in_date(word) or _bare_day(words, j)
        told += [] if dated or marker else [word]
    return told


def _bare_day(words: list[Word], j: int) -> bool:
    """28 को जांच तथा 30 अक्टूबर तक वापसी: a day without its month."""
    day = words[j].text
    if not day.isdecimal() or not 0 < int(day) <= _LAST_DAY or j + 1 >= len(words):
        return False
    return words[j + 1].key in word_class("dative")


def _upon(told: list[Word]) -> bool:
    return any(w.key in word_class("superessive") for w in told[1:-1])


def _ahead(clause: Clause, entities: Entities) -> bool:
    found = entities.dates_in(clause.sentence.span(clause.body, clause.end))
    dates = [entities.dates[i] for i in found]  # a day after बताया कि … takes its role from that verb
    return any(d.edtf is not None and (clause.content or d.role != "past") for d in dates)


def _goes_on(clause: Clause, last: Draft, entities: Entities) -> bool:
    """Whether the sentence before, or this one, plans something for a day."""
    before = last.clause.sentence
    near = before.paragraph == clause.sentence.paragraph and clause.sentence.index - before.index <= 1
    return near and last.modality == "announcement" and bool(entities.dates_in(last.scope))
