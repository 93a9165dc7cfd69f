"""Who is named as the deputy of one just named: सागर में A को प्रभारी बनाया है. वहीं B को सह प्रभारी बनाया है."""

from __future__ import annotations

from nirdesh.extract.assignments.lists_of_words import has_word, words
from nirdesh.extract.assignments.roles import Role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.segment import Clause


def is_deputy(role: Role, chief: Role | None) -> bool:
    """Whether a post is that of the deputy (सह प्रभारी, सहप्रभारी) of one just told (प्रभारी)."""
    if chief is None or role.duty or chief.duty or role.sentence.index - chief.sentence.index > 1:
        return False
    run = role.sentence.words[role.start : role.end]
    head, over = run[-1].key, chief.sentence.words[chief.end - 1].key
    if run[-1].punct:  # उप महानिरीक्षक (कारागार)
        return False
    joined = head != over and head.endswith(over)
    opens = has_word("deputy_openers", run[:-1]) or run[0].key.startswith(tuple(words("deputy_openers")))
    led = has_word("deputy_openers", chief.sentence.words[chief.start : chief.end - 1])
    return (head == over or joined) and opens and not led and not has_word("of_whole", run)


def names_no_place(clause: Clause, entities: Entities) -> bool:
    """Whether a clause names no place at all."""
    return not entities.regions_in(clause.sentence.span(clause.start, clause.end))
