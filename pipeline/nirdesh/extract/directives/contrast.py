"""Two plans set side by side with तो: निगम नाले साफ कराएगा तो जलकल विभाग लाइनें बदलेगा."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import subordinators
from nirdesh.extract.clauses.phrases import Phrase
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.roles import phrase_class
from nirdesh.extract.directives.subjects import subject

_DOERS = ("office", "body", "person")


def contrasted(clause: Clause, clauses: Sequence[Clause], entities: Entities) -> bool:
    """Whether a clause before तो plans something itself: both tell what an office or a body will do.

    A word such as यदि, a negation or the same doer makes it a condition (निगम नाले साफ कराएगा तो पानी उतरेगा).
    """
    after = next((c for c in clauses if c.start == clause.end), None)
    if clause.kind != "condition" or after is None:
        return False
    words = clause.sentence.words
    if any(w.key in subordinators() for w in words[clause.start : clause.end]):
        return False
    if not all(_plans(c) for c in (clause, after)):
        return False
    found = [_doer(c, entities) for c in (clause, after)]
    return all(p is not None for p in found)


def _plans(clause: Clause) -> bool:
    group = clause.group
    return group is not None and group.mood == "fut" and not group.negative and not group.passive


def _doer(clause: Clause, entities: Entities) -> Phrase | None:
    found = subject(clause, clause.body, entities)
    return found if found is not None and phrase_class(found, entities) in _DOERS else None
