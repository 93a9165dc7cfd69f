"""Titles of classes of people, from which those that are named get theirs."""

from __future__ import annotations

from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.assignments.roles import Role, counted_role, is_count, is_role, role_at
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.words import Sentence


def class_role(sentence: Sentence, entities: Entities, before: str) -> Role | None:
    """Title of a class of people (नौ प्रधानाचार्यों के तबादले, सदस्यों में …), without its plural ending.

    Where the ending is part of another stem (अधिकारियों), the plural is the title.

    Args:
        before: Word class of what follows the title.
    """
    words = sentence.words
    found: list[Role] = []
    for j, word in enumerate(words[:-1]):
        plural = next((e for e in listed("plural_endings") if word.text.endswith(e)), "")
        if plural and is_role(word) and words[j + 1].key in listed(before):
            plural = "" if word.text.endswith(tuple(listed("stem_changing_plurals"))) else plural
            role = role_at(sentence, 0, j, entities)
            counted = counted_role(role) and role.start < j and is_count(words[role.start])
            found.append(Role(sentence, role.start + counted, j + 1, ending=len(plural)))
    titles_first = (r for r in found if not words[r.end - 1].is_noun(listed("generic")))
    return next(titles_first, next(iter(found), None))
