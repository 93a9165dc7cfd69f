"""What speaks for or against a draft: named signs of rules, words, roles and place that a judge weighs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.lexis import word_class
from nirdesh.extract.directives.model import Draft
from nirdesh.extract.directives.retro import authority_seen
from nirdesh.extract.directives.signs import is_office
from nirdesh.mentions import Directive

_LENGTHS = (1, 2, 4, 8, 16)
_COUNTS = (1, 2, 4, 8)


def signals(doc: Doc, found: Sequence[tuple[Directive, Draft]], entities: Entities) -> list[frozenset[str]]:
    """Signs of each directive of a report, in order; their names are stable, so that weights fit them."""
    shared = frozenset(_of_report([draft for _, draft in found]))
    posts = {p.id: any(is_office(post.title) for post in p.posts) for p in doc._.people}
    kinds = {o.id: f"body:{o.kind}" for o in doc._.organisations}
    return [
        shared
        | frozenset(_of_rules(directive))
        | frozenset(_of_words(directive, draft.clause))
        | frozenset(_of_roles(directive, draft, posts, kinds))
        | frozenset(_of_place(doc, directive, draft))
        for directive, draft in found
    ]


def _step(value: int, steps: Sequence[int]) -> int:
    """Largest step that a value reaches, 0 below all."""
    return max((step for step in steps if value >= step), default=0)


def _of_report(drafts: Sequence[Draft]) -> Iterator[str]:
    yield f"report:drafts:{_step(len(drafts), _COUNTS)}"
    yield f"report:orders:{authority_seen(drafts)}"


def _of_rules(directive: Directive) -> Iterator[str]:
    yield from directive.rules
    yield f"modality:{directive.modality}"
    first = directive.rules[0] if directive.rules else ""
    yield from (f"{first}+{rule}" for rule in directive.rules[1:] if rule.startswith(("frame:", "issuer:")))


def _of_words(directive: Directive, clause: Clause) -> Iterator[str]:
    inside = [
        w
        for w in clause.sentence.words
        if directive.action.start <= w.start < directive.action.end and not w.punct
    ]
    yield f"length:{_step(len(inside), _LENGTHS)}"
    group = clause.group
    if group is not None:
        yield f"verb:{group.stem}"
        yield f"mood:{group.mood}:{group.passive}:{group.negative}:{group.forms[-1].plural}"
        if group.host is not None:
            yield f"host:{clause.sentence.words[group.host].key}"
    infinitives = [g for g in clause.groups if g.mood == "inf"]
    yield from (f"act:{g.stem}" for g in infinitives[-1:])
    yield from (f"first:{w.key}" for w in inside[:1])
    skip = closed("case_markers") | closed("particles") | closed("coordinators")
    yield from (f"word:{w.key}" for w in inside if w.key not in skip and not w.key[:1].isdigit())
    before = [w for w in clause.sentence.words if w.start < directive.action.start]
    yield from (f"before:{w.key}" for w in before[-12:] if w.key not in skip and not w.punct)


def _of_roles(
    directive: Directive, draft: Draft, posts: dict[str, bool], kinds: dict[str, str]
) -> Iterator[str]:
    if not directive.issuers:
        yield "who:none"
    for issuer in directive.issuers:
        if issuer in posts:
            yield f"who:person:{posts[issuer]}"
        else:
            yield f"who:{kinds.get(issuer, 'office')}"
    if len(directive.issuers) > 1:
        yield "who:several"
    if not directive.addressees:
        yield "whom:none"
    for told in directive.addressees:
        inside = [w for w in draft.clause.sentence.words if told.span.start <= w.start < told.span.end]
        kind = "person" if told.person else (actor_class(inside[-1]) if inside else None)
        yield f"whom:{kind}"
    yield f"when:{bool(directive.when)}"
    yield f"where:{bool(directive.regions)}"
    for name in ("target", "purpose", "condition"):
        if getattr(directive, name) is not None:
            yield f"has:{name}"


def _length(doc: Doc) -> int:
    """Length of ``doc.text``, without making it."""
    return doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0


def _of_place(doc: Doc, directive: Directive, draft: Draft) -> Iterator[str]:
    sentence = draft.clause.sentence
    yield f"block:{sentence.block}"
    yield f"clause:{draft.clause.kind}:{draft.clause.content}"
    yield f"place:{min(4, 5 * directive.action.start // max(1, _length(doc)))}"
    words = sentence.words
    yield f"sentence:{_step(len(words), (8, 16, 32, 64))}"
    yield from (f"sentence:{w.text}" for w in words if w.text in ("?", "!", "“", "‘", '"'))
    if any(w.key in word_class("first_person_ergatives") | closed("own_voice") for w in words):
        yield "sentence:first-person"
