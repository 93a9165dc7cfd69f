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

_LONGEST = 2  # words of such a place
_HEADING = 6  # words of the longest line that is only a place
_FEWEST = 2  # such lines that are headings of what stands below each


def open_place(line: Sentence, first: int, last: int, entities: Entities) -> str | None:
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
    return entities.place(line.text(first, last), span)


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
    return found if len(set(found.values())) >= _FEWEST else {}


def _names(word: Word) -> bool:
    """Whether a word can be part of a place's name: no post, no unit or office of a service, no verb."""
    barred = words("posting_places") | words("staffing") | words("duty") | closed("case_markers")
    if word.punct or word.verbs or word.key in barred or is_role(word):
        return False
    return nameable_key(fold(word.text))
