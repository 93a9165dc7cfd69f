"""Territories that a directive means without their names: राज्य में, what a government closes in its state."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from spacy.tokens import Doc

from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.lexis import sequence_at, word_class
from nirdesh.extract.directives.model import Draft
from nirdesh.mentions import Directive, Person, Region

_REACH = 12  # sentences that a curfew reaches
_WIDE = ("district", "division", "state", "country")  # kinds of regions that a report is about as a whole


def territory_meant(
    doc: Doc, draft: Draft, entities: Entities, finished: Sequence[tuple[Directive, Draft]]
) -> tuple[tuple[str, ...], str]:
    """Ids of the regions in whose whole territory the draft holds, and the rule; both empty for none.

    Args:
        finished: Directives before it, in order, with their drafts.
    """
    words = [w for w in draft.clause.sentence.words if draft.scope.start <= w.start < draft.scope.end]
    governed = _governed(doc, draft)
    state = _state(doc, words, entities, governed or _headed(doc, draft))
    if state is not None:
        return (state,), "where:state"
    regulates = any(w.key in word_class("regulating") for w in words)
    if regulates and governed is not None:
        return (governed,), "where:government"
    if not regulates and draft.modality not in ("prohibition", "obligation"):
        return (), ""
    return _under_order(doc, draft, finished, everywhere=regulates)


def _state(doc: Doc, words: Sequence[Word], entities: Entities, ruled: str | None) -> str | None:
    """राज्य में, सूबे के सभी स्कूल: the state that its issuer rules, or else the one told last before it."""
    named = [place for place, _ in entities.regions]
    for j, (word, after) in enumerate(itertools.pairwise(words)):
        if word.key not in word_class("state_nouns") or any(p.start <= word.start < p.end for p in named):
            continue
        if j and words[j - 1].key in word_class("other_homes") | closed("genitives"):
            continue
        whole = after.key in word_class("inessive") or word.key in word_class("throughout")
        owned = after.key in closed("genitives") and _is_thing(words[j + 2 : j + 3])
        if whole or owned:
            states = {region.id for region in doc._.regions if region.kind == "state"}
            if ruled in states:
                return ruled
            told = [i for place, i in entities.regions if place.start < word.start and i in states]
            return told[-1] if told else None
    return None


def _is_thing(following: Sequence[Word]) -> bool:
    """Whether what follows राज्य के is no people (राज्य के अधिकारी), but schools, shops or the like."""
    return bool(following) and actor_class(following[0]) in (None, "body")


def _headed(doc: Doc, draft: Draft) -> str | None:
    """The region that the only issuer of the draft holds a post in (केरल के मुख्यमंत्री क ख)."""
    if len(draft.issuers) != 1:
        return None
    person: Person | None = next((p for p in doc._.people if p.id == draft.issuers[0]), None)
    return next((post.region for post in person.posts if post.region), None) if person is not None else None


def _governed(doc: Doc, draft: Draft) -> str | None:
    """The region of the only government or administration that issues the draft (सोनपुर प्रशासन)."""
    if len(draft.issuers) != 1 or draft.issuers[0].split()[-1] not in word_class("local_rulers"):
        return None
    regions: Sequence[Region] = doc._.regions
    return next((r.id for r in regions if not r.count and draft.issuers[0].startswith(f"{r.name} ")), None)


def _under_order(
    doc: Doc, draft: Draft, finished: Sequence[tuple[Directive, Draft]], *, everywhere: bool
) -> tuple[tuple[str, ...], str]:
    """Regions where a curfew was told to hold: सोनपुर में कर्फ्यू रहेगा। … सभी दुकानें बंद रहेंगी।

    Args:
        everywhere: Whether a district or a state counts as well, or only a place smaller than that.
    """
    wide = {r.id for r in doc._.regions if r.kind in _WIDE}
    for directive, other in reversed(finished):
        sentence = other.clause.sentence
        if draft.clause.sentence.index - sentence.index > _REACH:
            break
        inside = [w for w in sentence.words if other.scope.start <= w.start < other.scope.end]
        laid = any(sequence_at(inside, j, len(inside), "prohibitory_orders") for j in range(len(inside)))
        other_hand = draft.issuers and directive.issuers and draft.issuers != directive.issuers
        if not everywhere and ("where:home" in other.rules or not wide.isdisjoint(directive.regions)):
            continue
        if laid and len(directive.regions) == 1 and not other_hand:
            return directive.regions, "where:in-force"
    return (), ""
