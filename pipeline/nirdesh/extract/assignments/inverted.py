"""Posts told after the verb, as headlines do: A को बनाया सागर का जिलाध्यक्ष, बनाया A को सचिव, A बने सचिव."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nirdesh.extract.assignments.align import Match, match
from nirdesh.extract.assignments.gates import former
from nirdesh.extract.assignments.lists_of_words import has_word, words
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.roles import Role, find_role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.segment import Clause

_REST = 9  # words of the longest post with its place and body


def post_after(clause: Clause, group: VerbGroup, entities: Entities) -> Role | None:
    """The post that ends the sentence after its verb, nothing but its place and body between them."""
    sentence = clause.sentence
    run = sentence.words
    last = len(run)
    while last > group.end and run[last - 1].punct:
        last -= 1
    named = [r.span.start for r in entities.refs if r.kind == "person" and r.mention == "name"]
    joint = next((j for j in range(group.end, last - 1) if run[j].text == ","), last)
    if joint < last and run[joint + 1].start in named:
        last = joint  # A होंगे सागर के सचिव, B को दमोह भेजा
    rest = run[group.end : last]
    became = group.mood == "part" and group.stem in words("become") and clause.group is None
    told = group.finite and group.mood in ("perf", "fut")
    if not 0 < len(rest) <= _REST or not (told or became):
        return None
    more = any(w.punct or w.verbs for w in rest) or any(
        has_word(mark, rest) for mark in ("dative", "ergative", "ablative", "agentive")
    )
    fresh = has_word("new_in_office", rest)  # नए अध्यक्ष: not the one whom the report calls so elsewhere
    others = (r for r in entities.inside(sentence.span(group.end, last)) if r.kind == "person")
    if more or any(not (fresh and r.mention == "post") for r in others):
        return None
    role = find_role(sentence, group.end, last, entities)
    return role if role is not None and role.end == last else None


def _named_after(clause: Clause, group: VerbGroup, entities: Entities) -> list[Match]:
    """सागर के नए सचिव बने A: the name ends the sentence behind the verb, the post stands right before it."""
    sentence = clause.sentence
    run = sentence.words
    last = len(run)
    while last > group.end and run[last - 1].punct:
        last -= 1
    if group.stem not in words("become") or not group.finite or group.mood != "perf" or last == group.end:
        return []
    rest = sentence.span(group.end, last)
    named = next((r for r in entities.inside(rest) if r.kind == "person" and r.mention == "name"), None)
    role = find_role(sentence, clause.start, group.start, entities)
    if named is None or named.span != rest or role is None or role.duty or role.end != group.start:
        return []
    before = run[clause.start : group.start]
    fresh = has_word("new_in_office", before) or sentence.block in ("headline", "subheadline")
    if not fresh or has_word("ergative", before) or former(clause, group.end):
        return []
    regions = places_in(sentence, clause.start, role.end, entities)
    return [Match(named.id, role, regions, None, None, ())]


def _of_kin(clause: Clause, group: VerbGroup) -> bool:
    """Whether who gets the post is told by a word of kin right before the verb, with no name beside it."""
    run = clause.sentence.words
    at = group.start - 1
    if at < 1 or not run[at].is_noun(words("relatives")):
        return False
    return run[at - 1].punct or run[at - 1].key in words("by_now")


def with_post_after(
    clause: Clause, group: VerbGroup, found: Sequence[Match], entities: Entities
) -> list[Match]:
    """The matches of a verb whose post stands after it, or of people who do so too."""
    if any(each.tail for each in found):
        return list(found)
    run = clause.sentence.words
    role = post_after(clause, group, entities)
    if role is not None and found and _of_kin(clause, group):
        return []  # शहीद हुए A, अब बेटी बनी सचिव
    if role is not None and found:
        regions = places_in(clause.sentence, group.end, role.end, entities)
        return [replace(each, role=role, regions=regions or each.regions, tail=True) for each in found]
    given = group.finite and group.mood == "perf" and has_word("dative", run[group.end :])
    if found or not given or any(w.verbs for w in run[group.end :]):
        return list(found) or _named_after(clause, group, entities)
    named = match(clause, group.end, len(run), entities)
    return [each for each in named if each.tail and each.role is not None]
