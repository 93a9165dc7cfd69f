"""Who acts together with the one that ने marks (A, B और C ने शिविर लगाया): none of them is given a post."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause

_CASES = ("dative", "ergative", "agentive", "ablative", "superessive")


def acting_together(clause: Clause, named: Sequence[tuple[str, int, int]], last: int) -> frozenset[str]:
    """Those of a list of names (id, words from, to) that ends in ने, each other without a case."""
    run = clause.sentence.words
    agents: set[str] = set()
    follower = -1
    for person, start, end in reversed(named):
        if follower < 0:
            while end < last and run[end].key in closed("after_names"):
                end += 1
            if end >= last or run[end].key not in listed("ergative"):
                continue
        elif not _joined(clause, end, follower):
            break
        agents.add(person)
        follower = start
    return frozenset(agents)


def _joined(clause: Clause, end: int, start: int) -> bool:
    """Whether a comma or और stands between two names, and neither a case nor a verb."""
    between = clause.sentence.words[end:start]
    if any(word.key in listed(case) for case in _CASES for word in between):
        return False
    if any(end <= group.start < start for group in clause.groups):
        return False
    return any(word.text == "," or word.key in closed("list_conjunctions") for word in between)
