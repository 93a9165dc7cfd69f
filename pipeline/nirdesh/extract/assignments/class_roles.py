"""Titles of classes of people, from which those that are named get theirs."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.assignments.lists_of_words import has_noun
from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.assignments.roles import Role, counted_role, is_count, is_role, role_at
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.words import Sentence

_WHOLE = 2  # words of the shortest title that says which officers


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


def new_class(read: Sequence[Sentence], entities: Entities) -> Role | None:
    """नए जिला कृषि अधिकारियों की पदस्थापना: the title that all get who are sent somewhere, whatever they were.

    In the singular where the report has it so (चार जिलों को मिले नए जिला कृषि अधिकारी).
    """
    for sentence in read:
        role = class_role(sentence, entities, "genitive")
        if role is None or role.end - role.start < _WHOLE or role.start < 1:
            continue
        told = has_noun("transfer_signs", sentence.words) or has_noun("postings", sentence.words)
        if told and sentence.words[role.start - 1].key in listed("new_ones"):
            return role if role.ending else _singular(role, read)
    return None


def _singular(role: Role, read: Sequence[Sentence]) -> Role:
    """The same title of one of a class, where a sentence has it."""
    *rest, head = role.sentence.words[role.start : role.end]
    for sentence in read:
        run = sentence.words
        for j in range(len(rest), len(run)):
            same = [w.key for w in run[j - len(rest) : j]] == [w.key for w in rest]
            if same and run[j].key != head.key and head.is_noun(frozenset((run[j].key,))):
                return Role(sentence, j - len(rest), j + 1)
    return role
