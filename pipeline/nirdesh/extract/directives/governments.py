"""What governments do: levels of them act by their bare name (राज्य जांच कराएंगे), and they impose bans."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.lexis import affixes, word_class
from nirdesh.mentions import Addressee

_SUBJECT = "k1"  # Paninian label of the one who acts


def government_acts(clause: Clause, j: int) -> bool:
    """Whether the level of government at ``j`` is who acts, not the opening of a compound (राज्य स्तर पर).

    So it is where a word says which ones (सभी राज्य, भेजने वाला राज्य), or the parser sees the subject in it.
    """
    words, group = clause.sentence.words, clause.group
    if group is None or group.stem in closed("intransitive") or j < 1 or j + 1 >= group.start:
        return False
    if words[j].key not in word_class("bare_governments") or actor_class(words[j + 1]) in ("office", "body"):
        return False
    if words[j + 1].is_noun(word_class("levels_of_government")) or words[j + 1].pos == "ADP":
        return False
    if words[j - 1].key.startswith(affixes("agentive_stems")) or words[j - 1].key in closed("quantifiers"):
        return True
    verb = {w.token for w in words[group.start : group.end]}
    if words[j].dep == _SUBJECT and words[j].head in verb:
        return True
    nobody = not any(w.dep == _SUBJECT and w.head in verb for w in words[clause.body : group.start])
    opens = clause.content and j == clause.body and group.forms[-1].plural
    return opens and nobody and words[j + 2].key in closed("case_markers")


def imposes(clause: Clause, doers: Sequence[Addressee]) -> bool:
    """सरकार इन पर रोक लगाएगी: who imposes a ban is to act, where a ban that stands tells nobody."""
    group = clause.group
    active = group is not None and not group.passive and group.stem in word_class("imposing_verbs")
    return active and bool(doers)
