"""Lines that open a list of decisions, rules or orders: बैठक में लिए गए निर्णय इस प्रकार हैं-."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import fold, table
from nirdesh.extract.clauses.phrases import marked
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import Sentence, is_item
from nirdesh.extract.directives.audience import headed
from nirdesh.extract.directives.ids import ids_of
from nirdesh.extract.directives.lexis import sequence_at, word_class
from nirdesh.extract.directives.model import Context
from nirdesh.extract.directives.roles import clause_start
from nirdesh.extract.directives.voices import Speaker

_POINTER = 6  # words of a sentence that only points at the list (जो निम्नानुसार हैं)


@cache
def _listed() -> frozenset[str]:
    nouns = table("frames/attribution.toml")["heading"]["nouns"]
    return frozenset(map(fold, nouns)) | word_class("decision_nouns") | word_class("rule_nouns")


def opens_list(read: Sequence[Sentence], number: int) -> Sentence | None:
    """The sentence that tells what the items after sentence ``number`` of ``read`` are, None for no list.

    It ends in a colon or dash or points ahead (निम्नानुसार); what only points ahead belongs to the one
    before it (विभाग ने नियम भेजे हैं। जो निम्नानुसार हैं।).
    """
    sentence, following = read[number], read[number + 1 : number + 2]
    if not following or not is_item(following[0]):
        return None
    points = any(
        sequence_at(sentence.words, j, len(sentence.words), "as_follows") for j in range(len(sentence.words))
    )
    if sentence.words[-1].text[:1] not in (":", "-", "–", "—") and not points:
        return None
    if _names_list(sentence):
        return sentence
    before = read[number - 1 : number] if points and len(sentence.words) <= _POINTER else ()
    return before[0] if before and _names_list(before[0]) else None


def _names_list(sentence: Sentence) -> bool:
    return any(w.is_noun(_listed()) for w in sentence.words)


def opened_list(
    sentence: Sentence, known: Context | None, speaker: Speaker, entities: Entities
) -> Context | None:
    """The context of the items: who decided, else who led the meeting or acted last; None if nobody did."""
    told = known.addressees if known is not None and known.addressees else headed(sentence, entities)
    if known is not None and known.issuers:
        return replace(known, addressees=told) if told and not known.addressees else None
    ids = _laid_down_by(sentence, entities) or speaker.latest
    if not ids and not told:
        return None
    orders = told or any(w.is_noun(word_class("order_nouns")) for w in sentence.words)
    cls = known.cls if known is not None else "order" if orders else "say"
    rule = known.rule if known is not None else "frame:list"
    return Context(cls, ids, told, sentence.index, sentence.paragraph, rule)


def _laid_down_by(sentence: Sentence, entities: Entities) -> tuple[str, ...]:
    """महासंघ ने नियम भेजे हैं: who laid down what the items tell."""
    for clause in segment(sentence):
        for phrase in marked(clause, clause_start(clause), clause.end, entities, word_class("ergative")):
            ids = ids_of(phrase, entities)
            if ids:
                return ids
    return ()
