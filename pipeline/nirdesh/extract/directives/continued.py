"""Clauses that go on with whom the one before tells to act, without naming them."""

from __future__ import annotations

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import marked
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.directives.lexis import word_class
from nirdesh.extract.directives.model import Draft
from nirdesh.extract.directives.roles import as_addressees, phrase_class
from nirdesh.mentions import Addressee

_LONGEST = 12  # words of an addressee phrase in the clause before


def same_duty(last: Draft, clause: Clause) -> bool:
    """इसके साथ ही … करना होगा: one more duty of those of the sentence before."""
    near = clause.sentence.index - last.clause.sentence.index == 1
    more = not word_class("additive_connectives").isdisjoint(clause.word_keys())
    return near and more and "mood:must" in last.rules


def same_doers(last: Draft, clause: Clause) -> bool:
    """कार्यकर्ता गांवों में जाएंगे। लोगों की समस्याएं सुनेंगे: the next sentence drops the doer of the one before."""
    before, group = last.clause.group, clause.group
    if before is None or group is None or clause.content or "mood:future-doer" not in last.rules:
        return False
    sentence = clause.sentence
    near = sentence.index - last.clause.sentence.index == 1
    near = near and sentence.paragraph == last.clause.sentence.paragraph
    alike = before.mood == group.mood == "fut" and before.forms[-1].plural and group.forms[-1].plural
    acts = not group.passive and not group.negative and group.stem not in closed("intransitive")
    return near and alike and acts


def told_before(clause: Clause, entities: Entities) -> tuple[Addressee, ...]:
    """उन्होंने X को फटकार लगाई और कहा कि …: the clause before names whom they told."""
    words = clause.sentence.words
    for j in range(clause.start - 1, 0, -1):
        if words[j].key not in word_class("dative"):
            continue
        earlier = [c for c in segment(clause.sentence) if c.start <= j < c.end and not c.content]
        if not earlier:
            return ()
        first = max(earlier[0].body, j - _LONGEST)
        for phrase in marked(earlier[0], first, j + 1, entities, word_class("dative")):
            if phrase_class(phrase, entities) in ("person", "office"):
                return as_addressees(phrase, entities)
        return ()
    return ()
