"""Places that a directive means without their names: तीनों जिलों में, गांव जाकर, प्रखंड मुख्यालय पर."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from spacy.tokens import Doc

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed, fold
from nirdesh.extract.clauses.words import Word, text_of
from nirdesh.extract.directives.fairs import fair_place
from nirdesh.extract.directives.lexis import word_class
from nirdesh.extract.directives.model import Draft
from nirdesh.extract.regions.counted import together
from nirdesh.lexicon.gazetteer import gazetteer
from nirdesh.lexicon.keys import fold_name
from nirdesh.mentions import Region, Span

_CLOSE = 20  # code points between two members of a list of places
_STOPS = ("।", ". ", "|", ":")
_NEAR = 2  # words from the number to the unit


def meant_places(doc: Doc, draft: Draft, entities: Entities) -> tuple[tuple[str, ...], str]:
    """Ids of the regions that the draft's scope means, and the rule; both empty for none."""
    words = [w for w in draft.clause.sentence.words if draft.scope.start <= w.start < draft.scope.end]
    line = text_of(doc).rfind("\n", 0, draft.scope.start) + 1
    told = [
        w
        for a in draft.addressees
        for w in draft.clause.sentence.words
        if a.span.start <= w.start < a.span.end
    ]
    several = _together(text_of(doc), told, line, entities) or _together(text_of(doc), words, line, entities)
    if several:
        return several, "where:together"
    village = _village(doc, words, draft.scope.start, entities)
    if village is not None:
        return (village,), "where:village"
    if entities.home is not None and _at_seat(words) and not _of_district(doc, entities.home):
        return (entities.home,), "where:seat"
    capital = _capital(doc, words, entities)
    if capital is not None:
        return (capital,), "where:capital"
    fair = fair_place(doc, words, entities) if words else None
    if fair is not None:
        return (fair,), "where:fair"
    addressed = _addressed(doc, entities)
    return ((addressed,), "where:letter") if addressed is not None else ((), "")


def _addressed(doc: Doc, entities: Entities) -> str | None:
    """The only place in the address of a letter (सेवा में, समस्त प्रधानाचार्य, जनपद सोनपुर; विषय …)."""
    text = text_of(doc)
    start = _line_with(text, word_class("address_opens"))
    end = _line_with(text, word_class("address_ends"))
    if start < 0 or end <= start:
        return None
    named = entities.regions_in(Span(start, end))
    return named[0] if len(named) == 1 else None


def _line_with(text: str, words: frozenset[str]) -> int:
    """Offset of the first line that begins with one of ``words``, or -1."""
    at = 0
    for line in text.splitlines(keepends=True):
        first = line.split(maxsplit=1)[:1]
        if first and fold(first[0].rstrip(",:-–")) in words:
            return at
        at += len(line)
    return -1


def _together(text: str, words: Sequence[Word], line: int, entities: Entities) -> tuple[str, ...]:
    """The list of so many places that the paragraph told last (सोनपुर, हरिपुर और रामपुर …, तीनों जिलों में)."""
    for j, word in enumerate(words):
        number = together().get(word.key, 0)
        units = words[j + 1 : j + 1 + _NEAR]
        pointed = word_class("place_units") | word_class("place_holders")
        if not number or not any(w.key in pointed for w in units):
            continue
        told = [(place, i) for place, i in entities.regions if line <= place.start < word.start]
        run = _last_list(text, told)
        if len(run) == number:
            return run
    return ()


def _last_list(text: str, told: Sequence[tuple[Span, str]]) -> tuple[str, ...]:
    """Ids of the last places that stand close together, at least two."""
    run: list[str] = []
    after: Span | None = None
    for place, region in reversed(told):
        between = text[place.end : after.start] if after is not None else ""
        if len(between) > _CLOSE or any(mark in between for mark in _STOPS):
            if len(run) > 1:
                break
            run = []
        if region not in run:
            run.insert(0, region)
        after = place
    return tuple(run)


def _village(doc: Doc, words: Sequence[Word], start: int, entities: Entities) -> str | None:
    """The only village of the report, where the draft says गांव with no word that makes it another."""
    for j, (word, after) in enumerate(itertools.pairwise(words)):
        marks = word_class("home_marks") | word_class("village_marks")
        if word.key not in word_class("villages") or after.key not in marks:
            continue
        others = word_class("other_homes") | closed("genitives") | {word.key}
        if j and words[j - 1].key in others:
            continue
        told = [i for place, i in entities.regions if place.start < start]
        villages: set[str] = {r.id for r in doc._.regions if r.kind == "village" and not r.count}
        if len(villages) == 1 and villages & set(told):
            return villages.pop()
    return None


def _capital(doc: Doc, words: Sequence[Word], entities: Entities) -> str | None:
    """राजधानी के बाजार: the capital told last before it, or else the only one of the report.

    राष्ट्रीय राजधानी is दिल्ली.
    """
    for j, (word, after) in enumerate(itertools.pairwise(words)):
        if word.key not in word_class("capital") or after.key not in word_class("capital_marks"):
            continue
        national = j > 0 and words[j - 1].key in word_class("national")
        names = word_class("national_capital") if national else word_class("capitals")
        regions: Sequence[Region] = doc._.regions
        capitals = {r.id for r in regions if not r.count and " ".join(map(fold, r.name.split())) in names}
        told = [i for place, i in entities.regions if place.start < word.start and i in capitals]
        return told[-1] if told else min(capitals) if len(capitals) == 1 else None
    return None


def _at_seat(words: Sequence[Word]) -> bool:
    """प्रखंड मुख्यालय पर, विकासखंड के सभी स्कूल: the block or tehsil that the report is about."""
    for j, (word, after) in enumerate(itertools.pairwise(words)):
        if word.key not in word_class("small_homes"):
            continue
        if j and words[j - 1].key in word_class("other_homes"):
            continue
        if after.key in word_class("home_marks") or after.key in word_class("seats"):
            return True
    return False


def _of_district(doc: Doc, home: str) -> bool:
    """Whether the town or district that the report is about heads a district, which has many blocks."""
    region: Region = next(r for r in doc._.regions if r.id == home)
    key = "".join(map(fold_name, region.name.replace("-", " ").split()))
    places = gazetteer().by_key.get(key, ())
    return region.kind == "district" or any(place.kind == "district" for place in places)
