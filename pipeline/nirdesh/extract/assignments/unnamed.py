"""Holders of posts whom no name tells: संबंधित एसडीएम को प्रभारी बनाया, अनुमंडल पदाधिकारी, सदर को … नामित किया."""

from __future__ import annotations

from nirdesh.extract.assignments.dealing import to_several
from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.assignments.roles import Role, find_role, is_role
from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase, head_word, phrase_start
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence
from nirdesh.lexicon.keys import fold as title_key
from nirdesh.lexicon.posts import titles

_SEAT = 3  # words of the comma and the place behind a title
_APART = 2  # code points that may part a title from the name
_OFFICE = 6  # words of the comma and the department behind one


def unnamed(
    clause: Clause, first: int, last: int, entities: Entities, duty: bool
) -> tuple[Phrase, Role] | None:
    """A post-holder without a name as assignee: संबंधित एसडीएम को ओवरऑल इंचार्ज नियुक्त किया; no several ones.

    Args:
        clause: The clause that gives something.
        first: Its first word that is not read yet.
        last: The word past the last that may name what is given.
        entities: Those of the document.
        duty: Whether a duty is given, which titles with their place are told to do (no assignment).
    """
    words = clause.sentence.words
    for j in range(last - 1, first, -1):
        if words[j].key not in listed("dative"):
            continue
        end = j if duty else past_seat(clause.sentence, first, j, entities)
        start = phrase_start(clause, end, first, entities)
        start += words[start].key in closed("genitives")  # वहां के | थानाध्यक्ष को
        phrase = Phrase(clause.sentence, start, j, j, words[j].key)
        head = words[end - 1 if end < j else head_word(phrase)]
        several = head.key.endswith(tuple(listed("plural_endings"))) or to_several(words[start : j + 1])
        known = not duty and _known(clause.sentence, start, end, end < j)
        generic = head.is_noun(listed("generic")) and not known
        role = find_role(clause.sentence, j + 1, last, entities)
        if role is None or generic or several or actor_class(head) != "office":
            return None
        return phrase, role
    return None


def _known(sentence: Sentence, first: int, last: int, seated: bool) -> bool:
    """जिला कृषि अधिकारी, and with its place उपखंड अधिकारी सदर: a title, no officer at large."""
    keys = tuple(title_key(w.text) for w in sentence.words[first:last])
    listed_title = any(keys[k:] in titles() for k in range(len(keys) - 1))
    return listed_title or (seated and last - first > 1)


def past_seat(sentence: Sentence, first: int, last: int, entities: Entities) -> int:
    """अनुमंडल पदाधिकारी | , सदर को: the word past the title before the place or department that it is of.

    Else ``last``.
    """
    words = sentence.words
    if words[last - 1].key in listed("departments"):
        comma = next((j for j in range(last - 2, max(first, last - _OFFICE), -1) if words[j].text == ","), 0)
        plain = comma and not any(w.verbs or w.key in closed("case_markers") for w in words[comma:last])
        return comma if plain and is_role(words[comma - 1]) else last
    for j in range(last - 1, max(first, last - _SEAT) - 1, -1):
        named = any(place.start <= words[j].start < place.end for place, _ in entities.regions)
        if named or words[j].key in listed("seats") or (words[j].text == "," and j < last - 1):
            continue
        return j + 1 if j + 1 < last and is_role(words[j]) else last
    return last


def holder(title: str, entities: Entities, text: str) -> str | None:
    """The only person before whose name the very words of a title stand (अनुमंडल पदाधिकारी, सदर रमा देशवाल)."""
    named = {
        ref.id
        for ref in entities.refs
        if ref.kind == "person"
        and ref.mention == "name"
        and text[max(ref.span.start - len(title) - _APART, 0) : ref.span.start].rstrip().endswith(title)
    }
    return named.pop() if len(named) == 1 else None
