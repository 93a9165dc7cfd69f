"""Places that no list knows, by where they stand in a row: after the post or the dash, alone."""

from __future__ import annotations

from nirdesh.extract.assignments.lists_of_words import words
from nirdesh.extract.assignments.roles import is_role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.extract.regions.hits import nameable_key
from nirdesh.lexicon.keys import fold

_LONGEST = 2  # words of such a place


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


def _names(word: Word) -> bool:
    """Whether a word can be part of a place's name: no post, no unit or office of a service, no verb."""
    barred = words("posting_places") | words("staffing") | words("duty") | closed("case_markers")
    if word.punct or word.verbs or word.key in barred or is_role(word):
        return False
    return nameable_key(fold(word.text))
