"""Places and names in pairs under one title: जिलाध्यक्षों में सागर-A, दमोह-B; … की सूची : सागर- A, दमोह- B."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.assignments.align import Match
from nirdesh.extract.assignments.announced import one_of, opens_posts
from nirdesh.extract.assignments.assignees import word_range
from nirdesh.extract.assignments.class_roles import class_role
from nirdesh.extract.assignments.line_roles import SEPARATORS
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word, words
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.roles import Role, is_role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.words import Sentence

_TITLES = 3  # words of titles and honorifics between a separator and a name
_FEWEST = 2  # pairs that make a list
_PLACE = 3  # words of the longest place before a separator, its bracket included


def paired(sentence: Sentence, read: Sequence[Sentence], entities: Entities) -> list[Match]:
    """Names with the place before each, where the sentence or the one before tells the title of all.

    Args:
        read: All sentences.
    """
    before = read[sentence.index - 1] if sentence.index else None
    if has_word("present", sentence.words) or has_word("ergative", sentence.words):
        return []
    role, among = _title(sentence, before, entities)
    if role is None or has_noun("generic", role.sentence.words[role.start : role.end]):
        return []
    role = one_of(role, read)
    found: list[Match] = []
    marks = words("title_slots") | words("ablative") if among else frozenset[str]()
    pairs = 0
    last_end = -1
    for ref in entities.inside(sentence.span(0, len(sentence.words))):
        place = word_range(sentence, ref)
        if ref.kind != "person" or ref.mention != "name" or place is None:
            continue
        at = _separator(sentence, place[0], marks)
        joined = found and last_end + 1 == place[0] and sentence.words[last_end].key in _joints()
        inside = _in_bracket(sentence, place[1], entities) if among and at is None else ()
        if at is not None or inside:
            pairs += 1
            regions = inside if at is None else _places(sentence, at, entities)
            found.append(Match(ref.id, role, regions, None, None, ()))
        elif joined:
            found.append(Match(ref.id, role, found[-1].regions, None, None, ()))
        last_end = place[1]
    return found if pairs >= _FEWEST else []


def _joints() -> frozenset[str]:
    return closed("list_conjunctions")


def _title(sentence: Sentence, before: Sentence | None, entities: Entities) -> tuple[Role | None, bool]:
    """Title of all who are named, and whether में after it takes them out of their class."""
    among = class_role(sentence, entities, "locative")
    if among is not None and has_word("included", sentence.words):
        return among, True
    for opener in (sentence, before):
        if opener is not None and opens_posts(opener):
            return class_role(opener, entities, "genitive"), False
    return None, False


def _separator(sentence: Sentence, name: int, marks: frozenset[str]) -> int | None:
    """The dash, colon or case marker that stands before a name, titles apart."""
    run = sentence.words
    for j in range(name - 1, max(name - 2 - _TITLES, 0), -1):
        if run[j].text in SEPARATORS or run[j].key in marks:
            return j
        if run[j].text == "," or is_role(run[j]) or run[j].verbs or run[j].key in closed("case_markers"):
            return None
    return None


def _in_bracket(sentence: Sentence, end: int, entities: Entities) -> tuple[str, ...]:
    """The place in the bracket right behind a name (प्रभारियों में A (सागर), B (दमोह))."""
    run = sentence.words
    if end >= len(run) or run[end].text != "(":
        return ()
    close = next((j for j in range(end, min(end + _PLACE + 2, len(run))) if run[j].text == ")"), end)
    return places_in(sentence, end, close, entities)


def _places(sentence: Sentence, at: int, entities: Entities) -> tuple[str, ...]:
    """The place that ends before word ``at``."""
    run = sentence.words
    if at and run[at - 1].text == ")":  # सागर (सु)- A
        at = next((j for j in range(at - 2, max(at - 2 - _PLACE, 0), -1) if run[j].text == "("), at)
    first = max(at - _PLACE, 0)
    stops = [
        j + 1 for j in range(first, at) if sentence.words[j].text == "," or sentence.words[j].key in _joints()
    ]
    first = max([first, *stops])
    return tuple(entities.regions_in(sentence.span(first, at))[-1:]) if first < at else ()
