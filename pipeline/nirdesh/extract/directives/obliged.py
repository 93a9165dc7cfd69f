"""Who is bound by what is necessary, where no को marks them: सभी चालकों के लिए …, सभी सचिवों की उपस्थिति …"""

from __future__ import annotations

from collections.abc import Callable

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase, marked, phrase_start
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.lexis import word_class

Classed = Callable[[Phrase, Entities], str | None]


def mandatory_for(clause: Clause, first: int, entities: Entities, classed: Classed) -> Phrase | None:
    """सभी चालकों के लिए बीमा कराना अनिवार्य है: who stands before के लिए at the start of what is mandatory."""
    group, words = clause.group, clause.sentence.words
    if group is None or group.host is None or words[group.host].key not in word_class("mandatory"):
        return None
    for phrase in marked(clause, first, group.start, entities, word_class("benefactive")):
        last = phrase.end - 1
        if words[last].key not in word_class("oblique_genitive") or last <= phrase.start:
            return None
        found = Phrase(clause.sentence, phrase.start, last, phrase.marker, "")
        return found if classed(found, entities) not in (None, "body") else None
    return None


def whose_act(clause: Clause, first: int, entities: Entities, classed: Classed) -> Phrase | None:
    """सभी का मास्क पहनना जरूरी होगा: the genitive before what one does oneself, where all are meant."""
    group, words = clause.group, clause.sentence.words
    if group is None or group.host is None or words[group.host].key not in closed("necessities"):
        return None
    act = next((g for g in clause.groups if g.mood == "inf" and g.start > first), None)
    if act is None or act.stem not in word_class("own_doings"):
        return None
    for phrase in marked(clause, first, act.start, entities, closed("genitives")):
        each = words[phrase.start].key in closed("quantifiers") | word_class("everyone")
        return phrase if each and classed(phrase, entities) in ("office", "public") else None
    return None


def must_be_there(clause: Clause, first: int, entities: Entities, classed: Classed) -> Phrase | None:
    """सभी सचिवों की उपस्थिति अनिवार्य है: the genitive is who has to come, a number (10 लोगों की) how many."""
    group, words = clause.group, clause.sentence.words
    if group is None or group.host is None or words[group.host].key not in closed("necessities"):
        return None
    for j in range(group.host - 1, first + 1, -1):
        if words[j].is_noun(closed("presences")) and words[j - 1].key in closed("genitives"):
            phrase = Phrase(clause.sentence, phrase_start(clause, j - 1, first, entities), j - 1, j - 1, "")
            counted = any(w.key[:1].isdigit() for w in words[phrase.start : phrase.end])
            return phrase if classed(phrase, entities) and not counted else None
    return None
