"""Places that a directive only points at: each of a class counted before (हर बूथ पर), and वहां."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed, noun_keys
from nirdesh.extract.clauses.words import Word, text_of
from nirdesh.extract.directives.lexis import sequence_at, word_class
from nirdesh.extract.directives.model import Draft
from nirdesh.mentions import Directive

_NEAR = 3  # words from a determiner to its noun (उस एक बूथ)


def earlier_places(
    doc: Doc, draft: Draft, entities: Entities, finished: Sequence[tuple[Directive, Draft]]
) -> tuple[tuple[str, ...], str]:
    """Ids of the regions that the draft's scope points back at, and the rule; both empty for none."""
    line = text_of(doc).rfind("\n", 0, draft.scope.start) + 1
    before = [(place, i) for place, i in entities.regions if line <= place.start < draft.scope.start]
    contrast = word_class("contrasting")
    clause = draft.clause
    opening = [w for w in clause.sentence.words[clause.start : clause.body + 1] if w.key in contrast]
    words = [w for w in clause.sentence.words if draft.scope.start <= w.start < draft.scope.end]
    words = [w for w in words if w not in opening]
    counted = {region.id for region in doc._.regions if region.count}
    for place, i in reversed(before):
        if i in counted and _one_of(words, text_of(doc)[place.start : place.end].split()[-1]):
            return (i,), "where:each"
    for directive, other in reversed(finished):
        if other.clause.sentence is not clause.sentence:
            break
        if directive.regions and _led_there(other):
            return directive.regions, "where:there"  # जिन गांवों में नल नहीं, वहां टैंकर भेजें | और …
    spoken = [w for w in draft.clause.sentence.words if w.start < draft.scope.end]
    if _there(words) and not any(w.key in word_class("where") for w in spoken):
        for directive, other in reversed(finished[-1:]):
            if directive.regions and other.evidence.start >= line:
                return directive.regions, "where:there"
        if before:
            return (before[-1][1],), "where:there"
    shared = _shared(draft, entities, finished)
    return (shared, "where:shared") if shared else ((), "")


def _shared(draft: Draft, entities: Entities, finished: Sequence[tuple[Directive, Draft]]) -> tuple[str, ...]:
    """Places that the directive before in the sentence only points at, as this one does then.

    तीनों स्टेशनों पर बोर्ड लगवायें तथा टिकट खिड़की खोलें; but सोनपुर में जांच करें तथा रिपोर्ट दें says where the
    inquiry is only. What is done at it is done there too (सोनपुर में सभा होगी, जिसमें सूची रखें).
    """
    directive, other = finished[-1] if finished else (None, None)
    if directive is None or other is None or other.clause.sentence is not draft.clause.sentence:
        return ()
    if directive.issuers != draft.issuers or not directive.regions:
        return ()
    clause = draft.clause
    words = clause.sentence.words
    first = next((j for j in range(clause.start, clause.end) if not words[j].punct), clause.end)
    if sequence_at(words, first, clause.end, "thereby"):
        return directive.regions
    own = any(i in directive.regions and other.scope.contains(place) for place, i in entities.regions)
    if own or not any(rule.startswith("where:") for rule in other.rules):
        return ()
    if draft.addressees and draft.addressees != other.addressees:
        return ()
    home = "where:home" in other.rules and any(
        w.key in word_class("home") and other.action.start <= w.start < other.action.end for w in words
    )
    return () if home else directive.regions


def _led_there(draft: Draft) -> bool:
    """Whether the directive's clause answers a relative one of place."""
    clause = draft.clause
    return any(w.key in word_class("there") for w in clause.sentence.words[clause.start : clause.body])


def _one_of(words: Sequence[Word], unit: str) -> bool:
    """Whether a determiner stands before the noun that ``unit`` is the plural of: हर बूथ, उस जिला इकाई."""
    nouns = noun_keys(unit)
    for j in range(len(words)):
        start = j + sequence_at(words, j, len(words), "each")
        for later in words[start : start + _NEAR] if start > j else ():
            if later.key in closed("case_markers"):
                break
            if not later.nouns.isdisjoint(nouns):
                return True
    return False


def _there(words: Sequence[Word]) -> bool:
    return any(
        word.key in word_class("there")
        and (j + 1 == len(words) or words[j + 1].key not in word_class("ablative"))
        for j, word in enumerate(words)
    )
