"""Clauses that go on with whom the one before tells to act, without naming them."""

from __future__ import annotations

from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.lexis import word_class
from nirdesh.extract.directives.model import Draft


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
