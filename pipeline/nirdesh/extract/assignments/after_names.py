"""What stands after a name besides a known post: a unit, a place that nobody knew, the first of two posts."""

from __future__ import annotations

from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.assignments.open_places import open_place
from nirdesh.extract.assignments.roles import Role, find_role, in_name
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.words import Sentence
from nirdesh.lexicon.keys import fold as title_key
from nirdesh.lexicon.posts import titles

_LINES = 3  # words of रिजर्व पुलिस लाइन
_OFFICE = 2  # words of an office between a title and the conjunction after it


def unit_after(sentence: Sentence, first: int, last: int, entities: Entities) -> tuple[str, ...]:
    """A को मंडल हटवारा, B को मंडल दमोह का प्रभारी: a kind of place and a name that nobody knew."""
    run = sentence.words
    while last > first and (run[last - 1].punct or run[last - 1].key in closed("list_conjunctions")):
        last -= 1
    kind = last - first > 1 and run[first].key in listed("place_nouns")
    made = open_place(sentence, first, last, entities) if kind else None
    return (made,) if made is not None else ()


def place_of_office(sentence: Sentence, role: Role, last: int, entities: Entities) -> tuple[str, ...]:
    """A को तहसीलदार हटवारा बनाया: a name that nobody knew behind an officer's title."""
    run = sentence.words
    while last > role.end and (run[last - 1].punct or run[last - 1].key in _joining()):
        last -= 1
    officer = run[role.end - 1].is_noun(listed("moved_officers") | listed("place_officers"))
    alone = officer and last - role.end == 1
    made = open_place(sentence, role.end, last, entities, "city") if alone else None
    return (made,) if made is not None else ()


def to_lines(sentence: Sentence, first: int, last: int) -> Role | None:
    """A को सागर का थानाध्यक्ष, B को पुलिस लाइन, C को …: where officers without a post wait."""
    run = sentence.words
    while first < last and run[first].key in listed("drop"):
        first += 1
    while last > first and (run[last - 1].punct or run[last - 1].key in closed("list_conjunctions")):
        last -= 1
    lines = 0 < last - first <= _LINES and run[last - 1].key in listed("lines")
    return Role(sentence, first, last) if lines else None


def to_unit(sentence: Sentence, first: int, last: int, later: Role | None) -> Role | None:
    """A को महिला थाना, B को यातायात प्रभारी बनाया: where A goes, no place of the post that B gets.

    Args:
        later: What the one named after gets; where it is of a place (थाना दमोह का प्रभारी), all get it.
    """
    run = sentence.words
    if later is None or later.duty or (later.start and run[later.start - 1].key in closed("genitives")):
        return None
    while last > first and (run[last - 1].punct or run[last - 1].key in _joining()):
        last -= 1
    first = next((j + 1 for j in range(last - 1, first, -1) if run[j].key in listed("ablative")), first)
    plain = not any(w.punct or w.verbs or w.key in closed("case_markers") for w in run[first:last])
    unit = 1 < last - first <= _LINES and plain and run[last - 1].key in listed("sent_to")
    return Role(sentence, first, last) if unit else None


def _joining() -> frozenset[str]:
    """Words that part what one gets from the next (और, जबकि, वहीं)."""
    return closed("list_conjunctions") | listed("drop")


def first_post(sentence: Sentence, first: int, role: Role | None, entities: Entities) -> Role | None:
    """A को P का डीसी और Q का अधिकारी बनाया: the post before the conjunction."""
    if role is None:
        return None
    joints = [j for j in range(first + 1, role.start) if sentence.words[j].key in closed("list_conjunctions")]
    if len(joints) != 1:
        return None
    found = find_role(sentence, first, joints[0], entities)
    if found is None or found.duty or entities.regions_in(found.span):
        return None  # पन्ना और दमोह का प्रभारी
    between = sentence.words[found.end : joints[0]]  # अपर सचिव कृषि एवं प्रबंध निदेशक मंडी परिषद
    second = tuple(title_key(w.text) for w in sentence.words[joints[0] + 1 : role.end])
    if between and second not in titles():
        return None
    plain = len(between) <= _OFFICE and not any(
        w.punct or w.verbs or w.key in closed("case_markers") or in_name(w, entities) for w in between
    )
    return found if plain else None
