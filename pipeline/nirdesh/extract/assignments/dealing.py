"""How posts and duties are told to be dealt out among several who are not named."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from nirdesh.extract.assignments.lists_of_words import has_word, words
from nirdesh.extract.assignments.roles import is_count, is_role
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Word


def to_several(run: Sequence[Word]) -> bool:
    """छह नेताओं को, तीन बीडीओ को: whether something is given to several who are not named."""
    if has_word("people", run):
        return True
    return any(
        b.key in words("dative") and (of_several(a) or _counted_officers(run[max(j - 1, 0) : j + 1]))
        for j, (a, b) in enumerate(itertools.pairwise(run))
    )


def while_dealing(clause: Clause) -> bool:
    """ड्यूटियां लगाते हुए X ने बताया कि …: duties are dealt out by who speaks."""
    run = clause.sentence.words
    return any(
        g.start > 0
        and g.mood == "part"
        and g.forms[0].form == "impf"
        and g.stem in words("dealing_stems") | words("handing_stems")
        and run[g.start - 1].is_noun(words("dealt"))
        for g in clause.groups
        if not g.negative
    )


def deals_out(clause: Clause, agent: int) -> bool:
    """… ने थानों की कमान बदल दी, … ने मंडलों में अध्यक्ष बैठाए: posts or duties of several are dealt out."""
    run = clause.sentence.words
    for group in clause.groups:
        told = group.mood in ("perf", "kar") and not group.negative
        if group.start <= agent + 1 or not told:
            continue
        between = run[agent + 1 : group.start]
        while len(between) > 1 and between[-1].key in closed("particles"):
            between = between[:-1]  # थाना प्रभारियों को भी बदला
        if group.host is not None and group.host > agent and run[group.host].is_noun(words("dealing_hosts")):
            filled = len(between) > 1 and is_role(between[-2]) and all(f.plural for f in group.forms[:1])
            dealt = words("staffing") | words("dealt")
            if filled or any(w.is_noun(dealt) or of_several(w) for w in between[:-1]):
                return True  # … ने अधिकारी तय किए
            continue
        if len(between) > 1 and between[-1].key in words("dealing_stems"):
            between = between[:-1]  # बदल दिया, where the first verb looks like a noun
        elif group.stem not in words("dealing_stems"):
            continue
        last = between[-1]
        if last.is_noun(words("dealt") | words("staffing")) or is_role(last):
            if any(_plural(word) for word in between) or _counted_officers(between):
                return True
            continue
        if last.key in words("dative") and len(between) > 1 and of_several(between[-2]):
            return True
    return False


def _counted_officers(run: Sequence[Word]) -> bool:
    """दो आईपीएस की कुर्सी, तीन थानेदार: a number of officers."""
    return any(
        is_count(one) and (is_role(other) or other.is_noun(words("shuffled_officers")))
        for one, other in itertools.pairwise(run)
    )


def _plural(word: Word) -> bool:
    """अधिकारियों, थानों: an oblique plural."""
    return word.key.endswith(tuple(words("plural_endings")))


def of_several(word: Word) -> bool:
    """अधिकारियों, अध्यक्षों: an oblique plural of people who hold posts."""
    return is_role(word) and _plural(word)
