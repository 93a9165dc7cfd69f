"""Titles that name all who hold them, though the report names one who does (पर्यवेक्षक रिपोर्ट भेजेंगे)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed, fold
from nirdesh.extract.clauses.phrases import Phrase, heads, phrase_text
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.lexis import affixes, word_class
from nirdesh.mentions import Addressee

_TWICE = 3  # words of अपनी-अपनी, the hyphen included


def of_class(phrase: Phrase, group: VerbGroup, entities: Entities) -> bool:
    """Whether a subject that only gives a title means whoever holds it.

    So it is where several are named who hold it, where many do everywhere (बीएलओ), where the verb shows no
    respect for a person (खजांची रसीद काटेगा), where a determiner says it (कोई भी कलेक्टर), or where each has
    his own of what follows (संयोजक अपनी-अपनी तहसील में).
    """
    people = [r for r in heads(phrase, entities) if r.kind == "person"]
    if not people or any(r.mention != "post" for r in people):
        return False
    last = group.forms[-1]
    if last.form == "fut" and not last.plural:
        return True
    words = phrase.sentence.words
    if phrase.start and words[phrase.start - 1].key in word_class("only"):
        return True
    if _each_his_own(words[phrase.end : phrase.end + _TWICE]):
        return True
    if words[phrase.start].key in word_class("class_determiners") | closed("quantifiers"):
        return True
    titles = {fold(phrase_text(phrase, r)) for r in people}
    return not titles.isdisjoint(entities.shared | word_class("titles_of_many"))


def _each_his_own(after: Sequence[Word]) -> bool:
    """अपनी-अपनी, अपने अपने."""
    return sum(w.key.startswith(affixes("reflexive_stems")) for w in after if not w.punct) > 1


def not_oneself(
    clause: Clause, found: Sequence[Addressee], ids: Collection[str], entities: Entities, *, plans: bool
) -> tuple[Addressee, ...]:
    """Doers of what ``ids`` said: the end of a longer title of the speaker means others who hold it.

    Args:
        clause: The clause that names them.
        found: Doers that it names.
        ids: Who speaks.
        entities: What the report names.
        plans: Whether the clause tells a plan, in which the speaker may name himself.
    """
    kept = []
    for doer in found:
        if doer.person is None or doer.person not in ids:
            kept.append(doer)
        elif _ends_title(clause, doer, entities):
            kept.append(Addressee(doer.span))
        elif plans:
            kept.append(doer)
    return tuple(kept)


def _ends_title(clause: Clause, doer: Addressee, entities: Entities) -> bool:
    """वार्डन हाजिरी लेंगे, said by the chief warden."""
    inside = [w for w in clause.sentence.words if doer.span.start <= w.start < doer.span.end]
    told = fold(" ".join(w.text for w in inside))
    return any(i == doer.person and title.endswith(f" {told}") for title, i in entities.titles.items())
