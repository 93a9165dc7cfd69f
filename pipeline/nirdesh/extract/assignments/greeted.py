"""Posts told by how others take them: A के सचिव बनने पर हर्ष जताया, सचिव बनने पर A का स्वागत हुआ."""

from __future__ import annotations

from dataclasses import replace

from nirdesh.extract.assignments.align import Match, match
from nirdesh.extract.assignments.assignees import word_range
from nirdesh.extract.assignments.lists_of_words import has_word, phrase_at, words
from nirdesh.extract.assignments.roles import find_role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause

_NEAR = 4  # words from the act to the name of who is greeted


def greeted(clause: Clause, entities: Entities) -> list[Match]:
    """Those whose new post others are glad of, told before the act (A के, A को) or right after it (A का)."""
    run = clause.sentence.words
    act = next((j for j in range(clause.start + 1, clause.end) if phrase_at("greeted_acts", run, j)), None)
    if act is None or not has_word("joys", run[act : clause.end]):
        return []
    sentence = clause.sentence
    role = find_role(sentence, clause.start, act, entities)
    if role is None or role.duty or act - role.end > 2:
        return []
    before = match(clause, clause.start, act, entities, genitives=True)
    if before:
        posts = [replace(each, own=None) for each in before if each.role is not None and each.tail]
        return posts if len(posts) == len(before) else []
    after = act + phrase_at("greeted_acts", run, act)
    for ref in entities.inside(sentence.span(after, clause.end)) if after < clause.end else ():
        place = word_range(sentence, ref)
        if ref.kind != "person" or ref.mention != "name" or place is None or place[0] - after > _NEAR:
            continue
        end = place[1]
        while end < clause.end and run[end].key in closed("after_names"):
            end += 1
        if end < clause.end and run[end].key in closed("genitives") | words("dative"):
            return [Match(ref.id, role, (), None, None, ())]
    return []
