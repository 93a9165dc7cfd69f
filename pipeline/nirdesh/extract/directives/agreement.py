"""Agreement of a verb with its subject, which tells पहुंचे as a subjunctive from पहुंचे as a past."""

from __future__ import annotations

from spacy.tokens import Doc

from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.lexis import affixes, word_class
from nirdesh.extract.directives.roles import clause_start


def clashes(clause: Clause, doc: Doc) -> bool:
    """Whether a form in -े cannot be the past of its subject, a feminine or a singular (बिजली मिले, मुआवजा मिले).

    The subject is the last noun before the verb that no case marker follows; one of a list decides nothing.
    """
    group = clause.group
    if group is None or not group.hort_possible:
        return False
    if group.stem not in closed("intransitive"):
        return _has_object_in_ko(clause)
    words = clause.sentence.words
    verb = words[group.end - 1] if words[group.end - 1].verbs else words[group.end - 2]
    if not verb.key.endswith(affixes("plural_participle_endings")) or len(group.forms) > 1:
        return False
    for j in range(group.start - 1, clause_start(clause) - 1, -1):
        word = words[j]
        if word.pos not in ("NOUN", "PROPN") or words[j + 1].key in closed("case_markers"):
            continue
        before = words[j - 1] if j > clause_start(clause) else None
        if word.pos == "PROPN" or word.key.endswith(affixes("oblique_plural_endings")):
            return False
        if before is not None and (before.punct or before.key in closed("list_conjunctions")):
            return False
        if word.is_noun(word_class("collective_doers")):
            return True  # पुलिस बल तैनात रहे: the past is रहा
        features = doc[word.token].morph
        if "Fem" in features.get("Gender", []):
            return True
        singular = "Sing" in features.get("Number", []) and word.key.endswith(
            affixes("masculine_singular_endings")
        )
        return singular and actor_class(word) is None
    return False


def _has_object_in_ko(clause: Clause) -> bool:
    """फीडिंग के कार्य को कराए: the past with an object in को would end in -ा (काम को कराया)."""
    group = clause.group
    words = clause.sentence.words
    if group is None or len(group.forms) > 1 or group.negative:
        return False
    agents = word_class("ergative") | word_class("ergative_pronouns")
    if not group.forms[-1].plural or any(w.key in agents for w in words[clause_start(clause) : group.start]):
        return False
    return words[group.start - 1].key in word_class("dative")
