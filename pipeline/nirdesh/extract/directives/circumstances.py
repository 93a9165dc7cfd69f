"""Where an order begins after what stands before it: acts of the issuer, the meeting, older orders."""

from __future__ import annotations

from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed, fold, table
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.frames import Hit, is_adverbial
from nirdesh.extract.directives.lexis import stands_at, word_class
from nirdesh.extract.directives.roles import clause_start

_MEETING = 14  # words from the chair of a meeting to the noun of the meeting


def past_circumstances(clause: Clause, hit: Hit, floor: int, issuer_end: int) -> int:
    """First word from ``floor`` on that may belong to what is ordered.

    Args:
        issuer_end: Index of the first word after the issuer's ने, or the clause's start.
    """
    words = clause.sentence.words
    told = issuer_end > clause_start(clause) or hit.group.passive
    for group in clause.groups:
        if (
            issuer_end > clause_start(clause)
            and floor <= group.start < hit.noun
            and _meets(clause, group, floor)
        ):
            floor = group.end
        adverbial = group.mood == "part" and is_adverbial(group)
        host = _host(clause, group)
        if not (told or host in closed("feelings")) or not adverbial or not floor <= group.start < hit.noun:
            continue
        if group.stem in word_class("handing_verbs"):
            floor = group.end  # जांच A को सौंपते हुए … करने को कहा
        theirs = any(words[j].key in word_class("dative") for j in range(floor, group.start))
        if issuer_end <= clause_start(clause) and theirs and host not in closed("feelings"):
            continue  # बीडीओ को निरीक्षण करते हुए सूची बनाने के निर्देश दिए गए
        if host in closed("issuer_acts") or group.stem in closed("saying_verbs"):
            floor = group.end
    floor = _past_meeting(clause, hit, floor)
    for j in range(floor, hit.noun - 1):
        if words[j].key in word_class("by_orders") and j + 1 < hit.noun - 1:
            floor = j + 1  # … में दिए निर्देशानुसार | शिविर लगाने के निर्देश
    return floor


def _meets(clause: Clause, group: VerbGroup, floor: int) -> bool:
    """सचिव ने प्रभारियों की बैठक लेकर | सूची भेजने के निर्देश दिए; not बीडीओ को प्रभारियों की बैठक लेकर …."""
    words = clause.sentence.words
    if group.mood != "kar" or group.stem not in word_class("holding_verbs"):
        return False
    others = any(
        words[j].key in word_class("dative") and actor_class(words[j - 1]) is not None
        for j in range(floor, group.start)
    )
    return words[group.start - 1].is_noun(word_class("meetings")) and not others


def _host(clause: Clause, group: VerbGroup) -> str:
    """Key of the noun of a noun verb, or of the noun before में or से (गंभीरता से लेते हुए)."""
    words = clause.sentence.words
    if group.host is not None:
        return words[group.host].key
    j = group.start - 1
    return words[j - 1].key if j > clause.start and words[j].key in closed("case_markers") else ""


def _past_meeting(clause: Clause, hit: Hit, floor: int) -> int:
    """X की अध्यक्षता में हुई बैठक में | सूची भेजने के निर्देश: the meeting is where it was said."""
    words = clause.sentence.words
    for phrase in table("frames/attribution.toml")["presiding"]["phrases"]:
        sequence = tuple(fold(w) for w in phrase.split())
        for j in range(floor + 1, hit.noun - len(sequence)):
            if not stands_at(words, j, sequence):
                continue
            for k in range(j + len(sequence), min(j + _MEETING, hit.noun - 2)):
                if words[k].is_noun(word_class("meetings")) and words[k + 1].key in word_class("inessive"):
                    return k + 2
    return floor


def past_place_of_meeting(clause: Clause, end: int) -> int:
    """सोमवार को हुई बैठक में | जलभराव रोकने हेतु: first word of an act that ends at ``end``."""
    words = clause.sentence.words
    first = clause_start(clause)
    for j in range(first, end - 1):
        if words[j].is_noun(word_class("meetings")) and words[j + 1].key in word_class("inessive"):
            first = j + 2
    return first
