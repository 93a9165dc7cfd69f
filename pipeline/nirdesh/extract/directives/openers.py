"""Lines that open a list of decisions, rules or orders: बैठक में लिए गए निर्णय इस प्रकार हैं-."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import fold, table
from nirdesh.extract.clauses.words import Sentence, is_item
from nirdesh.extract.directives.audience import headed
from nirdesh.extract.directives.lexis import word_class
from nirdesh.extract.directives.model import Context
from nirdesh.extract.directives.voices import Speaker


@cache
def _listed() -> frozenset[str]:
    nouns = table("frames/attribution.toml")["heading"]["nouns"]
    return frozenset(map(fold, nouns)) | word_class("decision_nouns")


def opens_list(sentence: Sentence, following: Sequence[Sentence]) -> bool:
    """Whether a sentence ends in a colon or dash and tells what the items after it are."""
    ahead = sentence.words[-1].text[:1] in (":", "-", "–", "—")
    items = bool(following) and is_item(following[0])
    return ahead and items and any(w.is_noun(_listed()) for w in sentence.words)


def opened_list(
    sentence: Sentence, known: Context | None, speaker: Speaker, entities: Entities
) -> Context | None:
    """The context of the items: who decided, else who led the meeting or acted last; None if nobody did."""
    told = known.addressees if known is not None and known.addressees else headed(sentence, entities)
    if known is not None and known.issuers:
        return replace(known, addressees=told) if told and not known.addressees else None
    ids = speaker.latest
    if not ids and not told:
        return None
    orders = told or any(w.is_noun(word_class("order_nouns")) for w in sentence.words)
    cls = known.cls if known is not None else "order" if orders else "say"
    rule = known.rule if known is not None else "frame:list"
    return Context(cls, ids, told, sentence.index, sentence.paragraph, rule)
