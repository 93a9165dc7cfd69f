"""What opponents ask of a government, and what experts advise: सरकार कानून वापस ले; बच्चे पानी पिएं."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import noun_keys
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import text_of
from nirdesh.extract.directives.lexis import word_class
from nirdesh.extract.directives.model import Context
from nirdesh.extract.directives.signs import WISHES
from nirdesh.extract.directives.subjects import subject
from nirdesh.lexicon.posts import post_grammar, split_key, titles
from nirdesh.mentions import Addressee

_BINDING = ("order", "request", "demand", "text")
_SAID = (*WISHES, "mood:should", "mood:should-not", "mood:must", "mood:must-not", "mood:needed")


def only_said(
    doc: Doc,
    clause: Clause,
    rule: str,
    ids: Sequence[str],
    found: Sequence[Addressee],
    context: Context | None,
    before: Clause | None,
    entities: Entities,
) -> bool:
    """Whether a wish is what an opponent says of the government, or an expert's advice.

    Args:
        rule: The rule that reads the clause as binding.
        ids: Who says it.
        found: Whom the clause names as doers.
        context: The frame that it stands under, also one of a sentence before.
        before: The last clause that was only said.
    """
    if rule not in (*_SAID, "mood:hort-request") or not ids:
        return False
    demanded = context is not None and context.cls == "demand"
    if context is not None and context.cls in _BINDING and not demanded:
        return False
    if not demanded and _wished_of(clause, found, entities, word_class("nations") | word_class("rivals")):
        return True
    if not demanded and _other_party(doc, ids, found):
        return True
    if demanded:
        return _wished_of(clause, found, entities, word_class("states"))
    held = [_titles(doc, i) for i in ids]
    if all(own and all(_is(t, word_class("experts")) for t in own) for own in held):
        dates = entities.dates_in(clause.sentence.span(clause.start, clause.end))
        return not any(entities.dates[i].edtf for i in dates)
    if all(_layman(doc, i) for i in ids):
        return True
    if before is not None and before.sentence is clause.sentence and not found:
        return True  # सरकार शर्त हटाए और | कर्ज माफ करे
    asked = _wished_of(clause, found, entities, word_class("powers"))
    return asked and not any(own is None or any(_is(t, word_class("officials")) for t in own) for own in held)


def performs(doc: Doc, ids: Sequence[str]) -> bool:
    """Whether those who speak only lead a play, a team or a congregation, or are experts."""
    held = [_titles(doc, i) for i in ids]
    nouns = word_class("experts") | word_class("performers")
    return bool(ids) and all(own and all(_is(t, nouns) for t in own) for own in held)


def commands(doc: Doc, ids: Sequence[str]) -> bool:
    """Whether one who speaks holds a post of the administration, the police or a court, or governs."""
    gone = post_grammar().former
    held = [t for ref in ids for t in _titles(doc, ref) or () if gone.isdisjoint(split_key(t)[:1])]
    known = [titles().get(split_key(title)) for title in held]
    if any(post is not None and post.kind in ("admin", "police", "judicial") for post in known):
        return True
    return any(_is(title, word_class("officials")) for title in held)


def _titles(doc: Doc, ref: str) -> list[str] | None:
    """Titles of a person's posts, none for one without; a body's name, None for one of the government."""
    for person in doc._.people:
        if person.id == ref:
            return [post.title for post in person.posts if not post.former]
    for body in doc._.organisations:
        if body.id == ref:
            return [body.name] if body.kind in ("party", "other") else None
    return [ref]


def _other_party(doc: Doc, ids: Sequence[str], found: Sequence[Addressee]) -> bool:
    """Whether who belongs to one party wishes something of people of another (भाजपा नेता जवाब दें)."""
    parties = {b.id: [m.span for m in b.mentions] for b in doc._.organisations if b.kind == "party"}
    own = {p.organisation for person in doc._.people if person.id in ids for p in person.posts} & set(parties)
    asked = {b for b, spans in parties.items() if any(a.span.contains(s) for a in found for s in spans)}
    return bool(own and asked) and own.isdisjoint(asked)


def _layman(doc: Doc, ref: str) -> bool:
    """गृहिणी रमा देशवाल: a person without a post, called a private one right before the name."""
    person = next((p for p in doc._.people if p.id == ref), None)
    if person is None or person.posts or not person.mentions:
        return False
    before = text_of(doc)[: person.mentions[0].span.start].split()[-1:]
    return any(not noun_keys(word).isdisjoint(word_class("laymen")) for word in before)


def _is(title: str, nouns: frozenset[str]) -> bool:
    """Whether the last word of a title is of a class."""
    return any(not noun_keys(word).isdisjoint(nouns) for word in title.split()[-1:])


def _wished_of(clause: Clause, found: Sequence[Addressee], entities: Entities, nouns: frozenset[str]) -> bool:
    """सरकार …, मुख्यमंत्री …: whether the clause wishes something of those whom ``nouns`` name."""
    words = [w for a in found for w in clause.sentence.words if a.span.start <= w.start < a.span.end]
    if not found:
        phrase = subject(clause, clause.body, entities)
        words = list(clause.sentence.words[phrase.start : phrase.end]) if phrase is not None else []
    return any(w.is_noun(nouns) for w in words)
