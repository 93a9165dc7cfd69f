"""What a verb does with a noun beside it that could act: it is founded, appointed, taken along, or a goal."""

from __future__ import annotations

from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase, phrase_start
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.lexis import word_class


def is_goal(clause: Clause, group: VerbGroup, after: int) -> bool:
    """रिपोर्ट जिला कार्यालय भेजें, तुरंत नजदीकी अस्पताल जाएं, स्कूल न भेजें, थाना छोड़ें: where it goes, or what is left."""
    words = clause.sentence.words
    if after < group.start and words[after].key in closed("negation"):
        after += 1
    beside = group.stem in word_class("transfer_verbs") | word_class("leaving_verbs") or _asked_there(group)
    return after == group.start and beside


def handed(clause: Clause, after: int, entities: Entities) -> bool:
    """प्रतिवेदन जिला कार्यालय जांजगीर को देंगे: the place after a noun has the marker of who gets something."""
    words = clause.sentence.words[after : after + 2]
    if len(words) < 2 or words[1].key not in word_class("dative"):
        return False
    return any(place.start == words[0].start for place, _ in entities.regions)


def _asked_there(group: VerbGroup) -> bool:
    """Whether somebody is asked to go somewhere (जाएं, not जाएगा)."""
    return group.mood == "hort" and group.stem in word_class("motion_verbs")


def founded(clause: Clause, entities: Entities) -> Phrase | None:
    """तीन टीमें बनाई गई हैं, जो …: what has been founded, of which a relative clause goes on to tell."""
    group, words = clause.group, clause.sentence.words
    if group is None or not group.passive or group.mood not in ("perf", "fut", "pres"):
        return None
    hosted = group.host is not None and words[group.host].key in word_class("founding")
    at = group.host if group.host is not None and hosted else group.start
    made = hosted or group.stem in word_class("founding_verbs")
    if not made or at - 1 < clause.body or actor_class(words[at - 1]) != "body":
        return None
    return Phrase(clause.sentence, phrase_start(clause, at, clause.body, entities), at, at, "")


def is_founded(clause: Clause, group: VerbGroup, after: int) -> bool:
    """Whether what ends before word ``after`` is founded or ended: कमेटियां गठित करें, टीम बनाएं, टीम बनाकर …."""
    if group.mood != "kar" and any(g.mood == "kar" and is_founded(clause, g, after) for g in clause.groups):
        return True
    if group.host is None or group.host < after:
        return after == group.start and group.stem in word_class("founding_verbs")
    return after == group.host and clause.sentence.words[group.host].key in word_class("founding")


def appointed(clause: Clause, group: VerbGroup, after: int) -> bool:
    """हर बूथ पर वालंटियर | नियुक्त करें, मजदूर | लगाकर नाली साफ कराएं: whom one appoints, sends or puts to work."""
    for earlier in clause.groups:
        beside = earlier.mood == "kar" and earlier.start == after
        if beside and earlier.stem in word_class("placing_verbs"):
            return clause.sentence.words[after - 1].key not in word_class("oneself")
    if group.host != after or group.stem in word_class("stative_verbs"):
        return False
    if clause.sentence.words[after - 1].key in word_class("oneself"):
        return False  # सरकार स्वयं तय करेगी
    return clause.sentence.words[after].key in word_class("appointing_hosts")
