"""Places by where they stand: those that no list knows in a row, and those on lines of their own."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from nirdesh.extract.assignments.lists_of_words import words
from nirdesh.extract.assignments.roles import is_role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.extract.regions.naming import nameable_key
from nirdesh.lexicon.keys import fold
from nirdesh.mentions import RegionKind, Span

_LONGEST = 2  # words of such a place
_HEADING = 6  # words of the longest line that is only a place
_FEWEST = 2  # such lines that are headings of what stands below each


def open_place(
    line: Sentence, first: int, last: int, entities: Entities, kind: RegionKind = "other"
) -> str | None:
    """Id of the place that the words of a cell name, if they can be nothing but the name of one."""
    run = line.words
    while first < last and (run[first].punct or run[first].key in words("place_nouns")):
        first += 1
    while last > first and run[last - 1].punct:
        last -= 1
    span = line.span(first, last) if first < last else None
    if span is None or last - first > _LONGEST or entities.inside(span) or entities.regions_in(span):
        return None
    if not all(_names(word) for word in run[first:last]):
        return None
    return entities.place(line.text(first, last), span, kind)


def only_place(line: Sentence, first: int, last: int, entities: Entities) -> bool:
    """Whether words of a line are the name of a place with its type and number."""
    spans = [place for place, _ in entities.regions if line.span(first, last).contains(place)]
    return bool(spans) and all(
        word.punct
        or word.key.isdigit()
        or word.key in words("place_nouns")
        or any(place.start <= word.start < place.end for place in spans)
        for word in line.words[first:last]
    )


def headings(read: Sequence[Sentence], entities: Entities) -> dict[int, tuple[str, ...]]:
    """Lines that are only a place: where they begin, and the place of what stands below them."""
    found: dict[int, tuple[str, ...]] = {}
    for before, line in itertools.pairwise(read):
        alone = line.paragraph != before.paragraph and line.block not in ("headline", "dateline")
        if alone and len(line.words) <= _HEADING and only_place(line, 0, len(line.words), entities):
            regions = tuple(dict.fromkeys(entities.regions_in(line.span(0, len(line.words)))))
            if len(regions) == 1:
                found[line.start] = regions
    if len(set(found.values())) < _FEWEST:
        found = {}
    sites = [line for line, after in itertools.pairwise(read) if _site_over(line, after, entities)]
    if len(sites) + len(found) >= _FEWEST:
        found |= {line.start: (_site(line, entities),) for line in sites if line.start not in found}
    return found


def _site_over(line: Sentence, after: Sentence, entities: Entities) -> bool:
    """दादर घाट / प्रभारी : क ख: a line that ends or begins with a kind of place, over a name."""
    run = [word for word in line.words if not word.punct]
    if not 1 < len(run) <= _HEADING or line.block in ("headline", "dateline"):
        return False
    kinds = words("sites") | words("place_nouns")
    plain = not any(w.verbs or w.key in closed("case_markers") or is_role(w) for w in run)
    if not plain or not (run[-1].key in kinds or run[0].key in kinds):
        return False
    named = any(r.kind == "person" and r.mention == "name" for r in entities.inside(_whole(after)))
    return named and not entities.inside(_whole(line)) and after.paragraph != line.paragraph


def _site(line: Sentence, entities: Entities) -> str:
    """Id of the site that a line names: the region that it knows whole, else a new one."""
    first, last = 0, len(line.words)
    while line.words[first].punct:
        first += 1
    while line.words[last - 1].punct:
        last -= 1
    span = line.span(first, last)
    known = next((region for place, region in entities.regions if place == span), None)
    return known or entities.place(line.text(first, last), span)


def _whole(line: Sentence) -> Span:
    return Span(line.start, line.end)


def _names(word: Word) -> bool:
    """Whether a word can be part of a place's name: no post, no unit or office of a service, no verb."""
    barred = words("posting_places") | words("staffing") | words("duty") | closed("case_markers")
    if word.punct or word.verbs or word.key in barred or is_role(word):
        return False
    return nameable_key(fold(word.text))
