"""One verb, several places: कन्नौज में तहसीलदार, तिर्वा में बीडीओ और सौरिख में एसडीओ मौजूद रहेंगे."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.lexis import word_class
from nirdesh.extract.directives.model import Draft
from nirdesh.extract.directives.roles import as_addressees, phrase_class, trim_span
from nirdesh.extract.directives.target import number
from nirdesh.mentions import Addressee, Span

_TYPE = 1  # words before a place that say of what kind it is (कोतवाली कन्नौज)
_MOODS = ("fut", "hort", "oblig", "prog")
_ALIKE = 2  # members that do where each has its marker; more where the places only have numbers


@dataclass(frozen=True, slots=True)
class _Lead:
    """A place that opens a member: its first word, the first word after it and its marker, the marker."""

    start: int
    end: int
    marker: str


def split_places(draft: Draft, start: int, end: int, entities: Entities) -> list[Draft]:
    """One draft for each place of a list whose members say something of their own; else the draft alone."""
    words = draft.clause.sentence.words
    group = draft.clause.group
    told = draft.rules[0].startswith(("frame:", "mood:scheduled"))
    if not told and (group is None or group.mood not in _MOODS):
        return [draft]
    leads = _leads(words, start, end, entities)
    joints = [i for i, lead in enumerate(leads) if i and _joint(words, leads[i - 1], lead)]
    if not leads or len(joints) != len(leads) - 1 or not joints:
        return [draft]
    markers = {lead.marker for lead in leads}
    alike = len(markers) == 1 and "" not in markers
    if len(leads) < _ALIKE or (not alike and len(leads) <= _ALIKE):
        return [draft]
    edges = [*(lead.start for lead in leads), end]
    shared = draft.clause.sentence.span(start, leads[0].start) if start < leads[0].start else None
    acting = any(a.span.start >= words[leads[0].start].start for a in draft.addressees)
    pieces = []
    for lead, last in zip(leads, edges[1:], strict=True):
        piece = _piece(draft, lead.start, last, shared)
        if acting:
            piece.addressees = _acting(piece, lead.end, last, entities)
        pieces.append(piece)
    return pieces


def _piece(draft: Draft, first: int, last: int, shared: Span | None) -> Draft:
    sentence = draft.clause.sentence
    while last > first + 1 and _joins(sentence.words[last - 1]):
        last -= 1
    return replace(
        draft,
        action=trim_span(sentence, first, last),
        scope=sentence.span(first, last),
        rules=[*draft.rules, "split:gapped"],
        shared=shared,
    )


def _acting(piece: Draft, first: int, last: int, entities: Entities) -> tuple[Addressee, ...]:
    """Who acts in a member: what stands between its place and the verb."""
    sentence, group = piece.clause.sentence, piece.clause.group
    if group is not None and first < group.start < last:
        hosted = group.host is not None and group.host > first
        last = group.host if hosted and group.host is not None else group.start
    while last > first and (_joins(sentence.words[last - 1]) or sentence.words[last - 1].punct):
        last -= 1
    while first < last and sentence.words[first].key in word_class("oneself"):
        first += 1
    last = next((j for j in range(first, last) if entities.in_date(sentence.words[j])), last)
    for end in range(last, first, -1):  # एसडीएम | 5 मई को शिविर में मौजूद रहेंगे
        phrase = Phrase(sentence, first, end, end - 1, "")
        if phrase_class(phrase, entities) and not _joins(sentence.words[end - 1]):
            return as_addressees(phrase, entities)
    return ()


def _leads(words: Sequence[Word], first: int, last: int, entities: Entities) -> list[_Lead]:
    """Places with their marker or a number, each followed by something of its own before the next joint."""
    found: list[_Lead] = []
    j = first
    while j < last:
        end = _place_end(words, j, last, entities)
        while end and end + 1 < last and words[end].key in closed("list_conjunctions"):
            further = _place_end(words, end + 1, last, entities)
            if not further:
                break
            end = further  # जोगिंद्रनगर व द्रंग 7
        lead = _led(words, j, end, last, entities) if end else None
        if not end and found and _joins(words[j - 1]):
            lead = _like(words, j, last, found[-1].marker, entities)  # a place that no list has
        if lead is not None:
            opens = j - _TYPE >= first and (j - _TYPE == first or _joins(words[j - _TYPE - 1]))
            typed = opens and not _joins(words[j - 1]) and not words[j - 1].punct
            found.append(replace(lead, start=j - _TYPE) if typed else lead)
        j = max(end, j + 1)
    return found


def _place_end(words: Sequence[Word], j: int, last: int, entities: Entities) -> int:
    """Index after the place whose mention begins at word ``j``, 0 for none."""
    place = next((p for p, _ in entities.regions if p.start == words[j].start), None)
    if place is None:
        return 0
    end = j
    while end < last and words[end].start < place.end:
        end += 1
    return end


def _led(words: Sequence[Word], start: int, end: int, last: int, entities: Entities) -> _Lead | None:
    """कन्नौज में तहसीलदार: a marker and words after it; टोहाना 120: a number that ends the member."""
    if end + 2 < last and words[end].key in closed("genitives"):
        in_it = words[end + 2].key in word_class("place_markers")
        end += 2 * (in_it and words[end + 1].is_noun(closed("occasions")))  # सोनपुर के धरने | में
    if end >= last:
        return None
    marked = words[end].key in word_class("place_markers")
    rest = end + 1 if marked else end
    own = rest
    while own < last and not _joins(words[own]):
        own += 1
    if own == rest or any(entities.in_date(w) for w in words[rest:own][:1] if marked and own - rest > 1):
        return None
    if not marked:
        counts = number(words[end].text) is not None
        return _Lead(start, end, "") if counts else None
    return _Lead(start, rest, words[end].key)


def _like(words: Sequence[Word], j: int, last: int, marker: str, entities: Entities) -> _Lead | None:
    """A noun between a joint and the marker that the place before has, too."""
    alike = j + 1 < last and words[j + 1].key == marker and words[j].pos in ("NOUN", "PROPN")
    return _led(words, j, j + 1, last, entities) if marker and alike else None


def _joint(words: Sequence[Word], before: _Lead, lead: _Lead) -> bool:
    """Whether a comma or conjunction stands right before a member, and no verb in the one before it."""
    joined = lead.start > before.end and _joins(words[lead.start - 1])
    return joined and not any(w.verbs and not w.punct for w in words[before.end : lead.start])


def _joins(word: Word) -> bool:
    return word.text == "," or word.key in closed("list_conjunctions")
