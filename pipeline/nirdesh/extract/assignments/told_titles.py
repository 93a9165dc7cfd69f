"""How titles are told: as that of several, or as what people are named for."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.assignments.roles import Role, is_role
from nirdesh.extract.clauses.words import Word


def several(role: Role) -> bool:
    """Whether a title has a plural ending that is part of its stem (प्रभारियों): it is nobody's alone."""
    return not role.ending and role.sentence.words[role.end - 1].text.endswith(
        tuple(listed("stem_changing_plurals"))
    )


def for_posts(words: Sequence[Word]) -> bool:
    """सचिव के लिए A, कोषाध्यक्ष के लिए B: whether a title is told as what people are named for."""
    return any(
        is_role(words[j])
        and words[j + 1].key in listed("oblique_genitive")
        and words[j + 2].key in listed("purpose")
        for j in range(len(words) - 2)
    )
