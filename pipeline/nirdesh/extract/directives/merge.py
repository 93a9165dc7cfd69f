"""Restatements: a headline, sub-headline or summary that says what the body says is no second directive."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from nirdesh.extract.clauses.lexis import closed, fold, noun_keys
from nirdesh.extract.clauses.morphology import readings
from nirdesh.extract.clauses.words import text_of
from nirdesh.extract.directives.lexis import word_class
from nirdesh.extract.directives.model import Draft
from nirdesh.mentions import Directive, Span

_BODY_OVERLAP = 0.72
_HEAD_OVERLAP = 0.5  # share of a headline's words in a sentence of the body that says the same
_SIGNED = "issuer:according-to"  # rule of who stands at the end of a headline


def content_words(text: str) -> frozenset[str]:
    """Stems of the words that carry content: no case markers, particles or light verbs."""
    skip = closed("case_markers") | closed("particles") | closed("coordinators") | closed("negation")
    light = word_class("light_verbs")
    kept = set()
    for token in text.split():
        key = fold(token.strip("।,.;:!?()\"'“”‘’-–"))
        if not key or key in skip:
            continue
        forms = readings(key)
        if forms:
            stem = forms[0].stem
            if stem not in light:
                kept.add(stem)
            continue
        kept.add(min(noun_keys(key), key=len))
    return frozenset(kept)


def merge(doc: Doc, finished: Sequence[tuple[Directive, Draft]]) -> list[tuple[Directive, Draft]]:
    """Directives once each, in the order of their actions."""
    text = text_of(doc)
    body = [(d, draft) for d, draft in finished if not draft.headline]
    heads = [(d, draft) for d, draft in finished if draft.headline]
    kept: list[tuple[Directive, Draft]] = []
    words: list[frozenset[str]] = []
    seen: set[Span] = set()
    for directive, draft in body:
        bag = content_words(text[directive.action.start : directive.action.end])
        if directive.action in seen or _repeats(directive, bag, [d for d, _ in kept], words):
            continue
        seen.add(directive.action)
        kept.append((directive, draft))
        words.append(bag)
    told = [content_words(text[d.evidence.start : d.evidence.end]) for d, _ in kept]
    for directive, draft in heads:
        bag = content_words(text[directive.action.start : directive.action.end])
        if told and not (
            _bids(draft) and len(bag) > 1 and all(_shared(bag, t) < _HEAD_OVERLAP for t in told)
        ):
            continue
        if not _repeats(directive, bag, [d for d, _ in kept], words):
            kept.append((directive, draft))
            words.append(bag)
    return sorted(kept, key=lambda pair: (pair[0].action.start, pair[0].action.end))


def _bids(draft: Draft) -> bool:
    """लंबित काम समय से निपटाएं : डीएम: whether a headline bids in the words of whom it names; not अफसर बदले."""
    group = draft.clause.group
    if group is None or group.mood != "hort" or group.hort_possible or not draft.issuers:
        return False
    return _SIGNED in draft.rules


def _shared(bag: frozenset[str], other: frozenset[str]) -> float:
    """Share of the words of a bag that stand in another."""
    return len(bag & other) / len(bag)


def restated(doc: Doc, directive: Directive, known: Sequence[Directive]) -> bool:
    """Whether one of ``known`` says the same as ``directive``."""
    text = text_of(doc)
    bags = [content_words(text[d.action.start : d.action.end]) for d in (directive, *known)]
    return _repeats(directive, bags[0], known, bags[1:])


def _repeats(
    directive: Directive,
    bag: frozenset[str],
    kept: Sequence[Directive],
    words: Sequence[frozenset[str]],
) -> bool:
    """Whether an earlier directive says the same: nearly all content words shared, no different date."""
    for other, earlier in zip(kept, words, strict=True):
        if other.evidence == directive.evidence or len(bag) < 2 or len(earlier) < 2:
            continue
        union = len(bag | earlier)
        if len(bag & earlier) / union >= _BODY_OVERLAP and set(other.when) >= set(directive.when):
            return True
    return False
