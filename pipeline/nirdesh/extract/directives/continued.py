"""Clauses that go on with whom the one before tells to act, without naming them, or with its event."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.lexis import word_class
from nirdesh.extract.directives.model import Draft

NEXT = "issuer:next-event"  # rule of an event that the report itself announces


def tells_next_event(clause: Clause, drafts: Sequence[Draft]) -> bool:
    """अगली बैठक 5 मई को होगी, जिसमें …: the next event, and what the sentence goes on to tell of it."""
    told = [d for d in drafts[-1:] if d.clause.sentence is clause.sentence and NEXT in d.rules]
    happens = clause.group is not None and clause.group.stem in word_class("existential_verbs")
    later = happens and not word_class("successive_adjectives").isdisjoint(clause.word_keys())
    return later or bool(told)


def same_duty(last: Draft, clause: Clause) -> bool:
    """इसके साथ ही … करना होगा: one more duty of those of the sentence before."""
    near = clause.sentence.index - last.clause.sentence.index == 1
    more = not word_class("additive_connectives").isdisjoint(clause.word_keys())
    return near and more and "mood:must" in last.rules


def same_doers(last: Draft, clause: Clause) -> bool:
    """कार्यकर्ता गांवों में जाएंगे। लोगों की समस्याएं सुनेंगे: the next sentence drops the doer of the one before."""
    before, group = last.clause.group, clause.group
    if before is None or group is None or clause.content:
        return False
    person = len(last.addressees) == 1 and last.addressees[0].person is not None
    if "mood:future-doer" not in last.rules and not (person and last.modality == "announcement"):
        return False
    sentence = clause.sentence
    near = sentence.index - last.clause.sentence.index == 1 or (
        person and sentence is last.clause.sentence and clause.start > last.clause.start
    )
    near = near and sentence.paragraph == last.clause.sentence.paragraph
    alike = before.mood == group.mood == "fut" and before.forms[-1].plural and group.forms[-1].plural
    acts = not group.passive and not group.negative
    acts = acts and (group.stem not in closed("intransitive") or (person and _sets_out(clause)))
    return near and alike and acts


def _sets_out(clause: Clause) -> bool:
    """शाम 4 बजे सोनपुर को रवाना होंगी, पहुंचेंगे: who is on a tour goes on."""
    group = clause.group
    if group is None:
        return False
    host = clause.sentence.words[group.host].key if group.host is not None else ""
    return group.stem in word_class("motion_verbs") or host in word_class("departing")
