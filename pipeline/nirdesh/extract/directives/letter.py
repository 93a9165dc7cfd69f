"""Reports that are themselves letters, circulars or press notes: their author is who signed."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from spacy.tokens import Doc

from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.entities import Entities, Ref
from nirdesh.extract.clauses.lexis import closed, fold, table
from nirdesh.extract.clauses.phrases import Phrase, phrase_start
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Sentence, is_item, text_of
from nirdesh.extract.directives.boxes import sign_boxes
from nirdesh.extract.directives.ids import ids_of
from nirdesh.extract.directives.lexis import purposive_ends_at, word_class
from nirdesh.extract.directives.model import Draft
from nirdesh.extract.directives.roles import as_addressees, phrase_class
from nirdesh.extract.directives.signs import WISHES
from nirdesh.mentions import Addressee, Span

_LONGEST_NAME = 5  # words of the name of a body after हमारी पार्टी
_SIGNATURE = 120  # code points after the closing in which the name stands


def author(doc: Doc, entities: Entities) -> tuple[str, ...]:
    """Ids of the sender of a letter or press note; none for other reports.

    ``हमारी पार्टी X`` names a body; else it is the person after भवदीय and the like.
    """
    data = table("frames/attribution.toml")["letter"]
    whole = text_of(doc)
    text = fold(whole)
    if len(text) != len(whole):
        text = whole
    for phrase in data["ourselves"]:
        at = text.find(phrase)
        if at >= 0:
            bodies = _after(entities, at, "organisation")
            start = at + len(phrase) + 1
            if bodies and bodies[0].span.start <= start + 2:
                return (bodies[0].id,)
            name = whole[start : start + _SIGNATURE].split(",")[0].split("।")[0].strip()
            if 1 < len(name.split()) <= _LONGEST_NAME:
                return (entities.office(name, Span(start, start + len(name))),)
    for word in data["closings"]:
        at = _last_whole(text, word)
        if at >= len(text) // 2:
            people = _after(entities, at, "person")
            if people:
                return (people[0].id,)
    return ()


def sign(doc: Doc, read: Sequence[Sentence], drafts: Sequence[Draft], entities: Entities) -> bool:
    """Give drafts without issuer a letter's sender, a heading's owner, or who speaks in the headline.

    Returns:
        Whether a heading announces orders.
    """
    tell_items(read, drafts, entities)
    boxed = sign_boxes(read, drafts, entities)
    sender = author(doc, entities)
    if not sender and not boxed and not any(d.issuers for d in drafts):
        sender = signature(read, entities)
    head = letterhead(read, entities)
    sender = sender or head
    announced, owner = heading_author(read, entities)
    ids, rule = (sender, "issuer:letter") if sender else (owner, "issuer:heading")
    if not ids and not any(d.issuers for d in drafts if not d.headline):
        ids, rule = headline_speaker(read, entities), "issuer:headline"
    asked = bool(ids) and appeals(read)
    for draft in drafts:
        item = is_item(draft.clause.sentence) and "issuer:goes-on-next-paragraph" in draft.rules
        passive = "issuer:passive" in draft.rules and rule == "issuer:headline"
        passive = passive or (bool(sender) and performs_now(draft))
        unsigned = item or passive or bool(head) or "issuer:none" in draft.rules
        if ids and not draft.issuers and not draft.headline and unsigned:
            draft.issuers = ids
            draft.rules.append(rule)
        if asked and draft.issuers == ids and draft.rules[0] in WISHES:
            draft.modality = "request"
    return announced


def performs_now(draft: Draft) -> bool:
    """सचिवों को निर्देश दिया जाता है: the paper itself gives the order, so who signed it does."""
    if not {"issuer:passive", "issuer:frame"}.intersection(draft.rules):
        return False
    groups = (clause.group for clause in segment(draft.clause.sentence))
    return any(
        g is not None and g.passive and not g.negative and any(form.form == "impf" for form in g.forms)
        for g in groups
    )


def _last_whole(text: str, word: str) -> int:
    """Last place of ``word`` as a word of its own (हस्ता., not हस्तांतरण), -1 without one."""
    ends = regex.finditer(regex.escape(word) + r"(?![\p{L}\p{M}\p{N}])", text)
    return max((found.start() for found in ends), default=-1)


def _after(entities: Entities, at: int, kind: str) -> list[Ref]:
    return [r for r in entities.refs if r.kind == kind and at <= r.span.start <= at + _SIGNATURE]


def heading_author(read: Sequence[Sentence], entities: Entities) -> tuple[bool, tuple[str, ...]]:
    """Whether a heading or verbless line announces orders (पुलिस की एडवाइजरी), and whose they are."""
    nouns = frozenset(fold(w) for w in table("frames/attribution.toml")["heading"]["nouns"])
    announced = False
    for sentence in read:
        for clause in segment(sentence):
            if clause.group is not None and sentence.block == "body":
                continue
            for j in range(clause.body, clause.end):
                if not sentence.words[j].is_noun(nouns):
                    continue
                announced = True
                ids = _owner(clause, j, entities)
                if ids:
                    return True, ids
    return announced, ()


def appeals(read: Sequence[Sentence]) -> bool:
    """Whether a headline calls the report an appeal (कलेक्टर की अपील), so that it bids nobody."""
    nouns = word_class("appeal_nouns")
    return any(s.block == "headline" and any(w.is_noun(nouns) for w in s.words) for s in read)


def headline_speaker(read: Sequence[Sentence], entities: Entities) -> tuple[str, ...]:
    """सभी कार्यकर्ता जुटें : जिला सचिव: who stands after the colon that ends a headline."""
    for sentence in read:
        words = sentence.words
        colon = next((j for j in range(len(words) - 1, 0, -1) if words[j].text == ":"), 0)
        size = len(words) - colon - 1
        if sentence.block != "headline" or not colon or not 0 < size <= _LONGEST_NAME:
            continue
        phrase = Phrase(sentence, colon + 1, len(words), len(words), "")
        if phrase_class(phrase, entities) in ("person", "office"):
            return ids_of(phrase, entities, speaks=True)
    return ()


def _owner(clause: Clause, noun: int, entities: Entities) -> tuple[str, ...]:
    words = clause.sentence.words
    while noun - 2 > clause.body and words[noun - 1].pos == "ADJ":
        noun -= 1  # कलेक्टर के प्रमुख निर्देश
    if noun - 1 <= clause.body or words[noun - 1].key not in closed("genitives") or words[noun - 2].verbs:
        return ()
    phrase = Phrase(
        clause.sentence, phrase_start(clause, noun - 1, clause.body, entities), noun - 1, noun - 1, ""
    )
    return ids_of(phrase, entities) if phrase_class(phrase, entities) not in (None, "public") else ()


def letterhead(read: Sequence[Sentence], entities: Entities) -> tuple[str, ...]:
    """कार्यालय नगर पालिका सोनपुर, जिला …: the body or the office of whose notice a line at the top tells."""
    for sentence in read[:_FIRST_LINES]:
        words = sentence.words
        if not words or words[0].key not in word_class("letterheads"):
            continue
        if any(c.group is not None for c in segment(sentence)):
            return ()
        last = next((j for j, w in enumerate(words) if w.punct), len(words))
        phrase = Phrase(sentence, 1, last, last, "")
        inside = [w for w in words[1:last] if actor_class(w) in ("body", "office")]
        if not inside or not 1 < last <= _LONGEST_HEAD:
            return ()
        holder = entities.titles.get(fold(phrase.text))
        return (holder or entities.office(phrase.text, phrase.span),)
    return ()


_FIRST_LINES, _LONGEST_HEAD = 3, 10
_LAST_LINES = 3
_LINE_WORDS = 12


def signature(read: Sequence[Sentence], entities: Entities) -> tuple[str, ...]:
    """The person whose name ends a report in a line of its own, in which nobody else speaks."""
    for sentence in reversed(read[-_LAST_LINES:]):
        if any(c.group is not None for c in segment(sentence)):
            return ()
        if len(sentence.words) > _LINE_WORDS:
            continue
        inside = entities.inside(Span(sentence.start, sentence.end))
        people = [r.id for r in inside if r.kind == "person" and r.mention in ("name", "short")]
        if people:
            return (people[0],) if len(people) == 1 else ()
    return ()


def tell_items(read: Sequence[Sentence], drafts: Sequence[Draft], entities: Entities) -> None:
    """अभिभावकों के लिए सलाह: a heading that says whom the items under it tell."""
    told: dict[int, tuple[Addressee, ...]] = {}
    meant: tuple[Addressee, ...] = ()
    for sentence in read:
        if not is_item(sentence):
            meant = _meant(sentence, entities)
        elif meant:
            told[sentence.index] = meant
    for draft in drafts:
        sentence = draft.clause.sentence
        own = any(sentence.start <= a.span.start < sentence.end for a in draft.addressees)
        imperative = any(r.startswith("mood:hort") for r in draft.rules)
        if imperative and not own and sentence.index in told:
            draft.addressees = told[sentence.index]


def _meant(sentence: Sentence, entities: Entities) -> tuple[Addressee, ...]:
    nouns = frozenset(fold(w) for w in table("frames/attribution.toml")["heading"]["nouns"])
    words = sentence.words
    clauses = segment(sentence)
    if len(words) > _LINE_WORDS or len(clauses) != 1 or clauses[0].group is not None:
        return ()
    for j in range(1, len(words) - 1):
        if purposive_ends_at(words, j) and any(w.is_noun(nouns) for w in words[j + 1 :]):
            phrase = Phrase(sentence, phrase_start(clauses[0], j - 1, 0, entities), j - 1, j - 1, "")
            return as_addressees(phrase, entities) if phrase_class(phrase, entities) else ()
    return ()
