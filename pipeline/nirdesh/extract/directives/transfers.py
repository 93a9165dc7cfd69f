"""Acts by which something comes to somebody, whom को marks: किसानों को बीज दिलाने, शाखा को ई-मेल करने."""

from __future__ import annotations

from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.lexis import word_class


def transfers(clause: Clause, group: VerbGroup | None) -> bool:
    """किसानों को बीज दिलाने, लाभुकों को राशि का भुगतान करने: who of the public gets something."""
    if group is None:
        return False
    host = clause.sentence.words[group.host].key if group.host is not None else ""
    if host in word_class("own_acts"):
        return False  # उपभोक्ताओं को पंजीकरण कराने के निर्देश
    return host in word_class("transfer_hosts") or not word_class("transfer_verbs").isdisjoint(group.stems)


def supplied(clause: Clause, group: VerbGroup | None) -> bool:
    """सभी पात्रों को राशन की आपूर्ति सुनिश्चित कराने: who gets what is supplied."""
    words = clause.sentence.words
    if group is None or group.host is None or words[group.host].key not in word_class("ensuring_hosts"):
        return False
    supply = words[group.host - 1].is_noun(word_class("supplies"))
    return supply and words[group.host - 2].key in closed("genitives")


def hands_over(clause: Clause, group: VerbGroup) -> bool:
    """शाखा को ई-मेल करने, कार्यालय को भेजने: को marks who receives."""
    host = clause.sentence.words[group.host].key if group.host is not None else ""
    return host in word_class("transfer_hosts") or group.stem in word_class("sending_verbs")
