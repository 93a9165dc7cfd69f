"""Places of a post that stand around the name of who gets it."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.assignments.assignees import Group
from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.assignments.open_places import open_place
from nirdesh.extract.assignments.places import is_venue, past_poll, places_in
from nirdesh.extract.assignments.roles import Role, is_role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.words import Sentence, Word

_BRACKET = 5  # words from a bracket to its end


def own_places(
    sentence: Sentence, first: int, last: int, role: Role | None, entities: Entities
) -> tuple[str, ...]:
    """Places between two words, the second of them the first of a name, that belong to what is given.

    Args:
        role: Post or duty that stands behind the name.
    """
    source = comes_from(sentence, first, last, role, entities)
    if source is not None:
        return adjunct_places(sentence, first, source, entities)
    return adjunct_places(sentence, first, last, entities) or _governed(sentence, first, last, role, entities)


def comes_from(
    sentence: Sentence, first: int, name: int, role: Role | None, entities: Entities
) -> int | None:
    """पुलिस लाइन से | निरीक्षक A को प्रभारी बनाया: the से behind the place that an officer leaves.

    A party takes its people from where they live (सागर से A को अध्यक्ष बनाया).
    """
    run = sentence.words
    at = next((j for j in range(name - 1, first, -1) if run[j].key in closed("case_markers")), first)
    if at == first or run[at].key not in listed("ablative") or any(w.punct for w in run[at + 1 : name]):
        return None
    officers = run[at + 1 : name] if role is None else (*run[at + 1 : name], *run[role.start : role.end])
    if not any(w.is_noun(listed("moved_officers")) for w in officers):
        return None
    left = run[at - 1]
    placed = left.key in listed("posting_places") | listed("lines") | listed("police_units")
    return at if placed or any(place.end == left.end for place, _ in entities.regions) else None


def polled_place(sentence: Sentence, first: int, last: int, entities: Entities) -> tuple[str, ...]:
    """बिहार चुनाव के मद्देनजर | A, B और C को: the place of the poll for which all who follow are named."""
    run = sentence.words
    for place, region in entities.regions:
        if not sentence.span(first, last).contains(place):
            continue
        j = next((k for k in range(first, last) if run[k].start >= place.end), last)
        while j < last and run[j].key in listed("place_nouns"):
            j += 1
        if past_poll(run, j, last):
            return (region,)
    return ()


def _governed(
    sentence: Sentence, first: int, name: int, role: Role | None, entities: Entities
) -> tuple[str, ...]:
    """सागर की | A को जिम्मेदारी, दमोह का | B को प्रभार: the place whose genitive agrees with what is given.

    Before somebody with को a genitive of that person would be के, or की before a woman's name.
    """
    run = sentence.words
    while name > first and run[name - 1].key in closed("honorifics"):
        name -= 1
    mark = run[name - 1] if name - 1 > first else None
    if role is None or mark is None or any(map(is_role, run[first:name])):
        return ()
    feminine = role.duty and run[role.end - 1].is_noun(listed("feminine_duties"))
    agrees = listed("feminine_genitive") if feminine else listed("masculine_genitive")
    ends_in_place = any(place.end == run[name - 2].end for place, _ in entities.regions)
    if mark.key not in agrees or not (ends_in_place or run[name - 2].key in listed("place_nouns")):
        return ()
    return places_in(sentence, first, name, entities)


def adjunct_places(sentence: Sentence, first: int, last: int, entities: Entities) -> tuple[str, ...]:
    """Places before a name that belong to the new role (R के लिए A, R में A), not to the old (R के सचिव A)."""
    if first >= last:
        return ()
    found = places_in(sentence, first, last, entities)
    for place, region in reversed(entities.regions):
        if not sentence.span(first, last).contains(place):
            continue
        after = [w.key for w in sentence.words[first:last] if w.start >= place.end]
        begins = last - len(after)
        polled = any(past_poll(sentence.words, j, last) for j in range(begins, min(begins + 2, last)))
        while after and after[0] in listed("place_nouns") | listed("polls") | listed("branches") | listed(
            "committees"
        ) | listed("directions"):
            after = after[1:]
        for_it = len(after) > 1 and after[0] in listed("oblique_genitive") and after[1] in listed("purpose")
        if any(key in listed("posted") for key in after[1:]):
            continue
        if for_it or polled or (after and after[0] in listed("locatives")):
            if region in found:
                return found
            if not is_venue(sentence, place, last):
                return (region,)
    return ()


def _marks_slot(run: Sequence[Word], j: int) -> bool:
    """सागर में, सागर से, सागर के लिए."""
    for_it = run[j].key in listed("oblique_genitive") and run[j + 1].key in listed("purpose")
    return run[j].key in listed("locatives") or for_it


def slot_place(sentence: Sentence, first: int, last: int, entities: Entities) -> str | None:
    """सागर में A, बीना में B: a name that nobody knew, in the slot of a place."""
    run = sentence.words
    while first < last and (run[first].punct or run[first].key in closed("list_conjunctions")):
        first += 1
    marker = next((j for j in range(first + 1, last) if _marks_slot(run, j)), None)
    return open_place(sentence, first, marker, entities) if marker is not None else None


def bracketed(sentence: Sentence, after: int, entities: Entities) -> tuple[str, ...]:
    """Places in the bracket right after a name: A (सागर), B (दमोह)."""
    words = sentence.words
    if after >= len(words) or words[after].text != "(":
        return ()
    close = next((j for j in range(after, min(after + _BRACKET, len(words))) if words[j].text == ")"), after)
    from_there = any(w.key in listed("native") for w in words[after:close])
    return () if from_there else places_in(sentence, after, close, entities)


def given_place(sentence: Sentence, group: Group, entities: Entities) -> tuple[str, ...]:
    """A को सागर, B को दमोह में लगाया: the place between को and the next name."""
    run = sentence.words
    marker = next((j for j in range(group.end, group.after[1]) if run[j].key in listed("dative")), None)
    return places_in(sentence, marker + 1, group.after[1], entities) if marker is not None else ()
