"""Places in the words of a directive where it is to be done, not those named for something else."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.words import Word, text_of
from nirdesh.extract.directives.lexis import sequence_at, word_class
from nirdesh.extract.directives.model import Draft
from nirdesh.mentions import EntityMention, Span

_NEAR = 3  # words after a place that make it a part of another name
_BESIDE = 6  # code points between a post and the place that it is over (थराली की एसडीएम)
_JOINED = 6  # code points between two members of a list (सोनपुर तथा हरिपुर)


def own_places(doc: Doc, draft: Draft, entities: Entities) -> tuple[str, ...]:
    """Ids of the regions of the draft's scope that it is to be done in.

    Left out are places that something comes from (सागर से पानी मंगाएं), that a report is sent to, or that belong
    to the name of a train, to the post of a named person or to a body (सोनपुर की एसडीएम …, सोनपुर इकाई).
    """
    words = [w for w in draft.clause.sentence.words if draft.scope.start <= w.start < draft.scope.end]
    inside = [(place, region) for place, region in entities.regions if draft.scope.contains(place)]
    kept: list[tuple[Span, str]] = []
    dropped: Span | None = None
    for place, region in reversed(inside):
        after = [w for w in words if w.start >= place.end]
        too = dropped is not None and listed(text_of(doc)[place.end : dropped.start])
        if too or _of_body(after) or _comes_from(after) or _told_there(words, after):
            dropped = place
            continue
        dropped = None
        if _names_train(after) or _of_holder(doc, place, region) or _acts(doc, draft, place, region, after):
            continue
        kept.insert(0, (place, region))
    staying = [
        (place, region)
        for place, region in kept
        if not _goes_there([w for w in words if w.start >= place.end])
    ]
    reason = reason_end(draft.clause.sentence.words, draft.scope)
    bound = [(place, region) for place, region in staying if place.start >= reason]
    if not bound and any(w.start >= reason and w.key in word_class("home") for w in words):
        return ()  # सोनपुर उपकेंद्र में मरम्मत को लेकर | शहर में आपूर्ति बंद रहेगी
    return tuple(dict.fromkeys(region for _, region in bound or staying))


def reason_end(words: Sequence[Word], scope: Span) -> int:
    """Where the reason of an order ends (5 मई के मेले को देखते हुए | …); that is not the order's own."""
    inside = [j for j, w in enumerate(words) if scope.start <= w.start < scope.end]
    ends = [
        words[j + size - 1].end for j in inside if (size := sequence_at(words, j, inside[-1] + 1, "reasons"))
    ]
    return max(ends, default=scope.start)


def listed(between: str) -> bool:
    """Whether only a comma or a conjunction stands between two places."""
    if len(between) > _JOINED:
        return False
    words = between.replace(",", " ").split()
    return len(words) < 2 and all(word in closed("list_conjunctions") for word in words)


def _comes_from(after: Sequence[Word]) -> bool:
    """Whether words after a place say that something comes or is brought from there."""
    keys = [w.key for w in after[:3]]
    from_it = keys[:1] and keys[0] in word_class("ablative")
    from_side = len(keys) > 2 and keys[1] in word_class("sides") and keys[2] in word_class("ablative")
    if not from_it and not from_side:
        return False
    verbs = [w.verbs for w in after if w.verbs]
    if verbs and any(f.form == "kar" and f.stem in word_class("setting_out") for f in verbs[0]):
        return True  # माधव चौक से चलकर गांधी पार्क पहुंचेगा
    return bool(verbs) and any(f.stem in word_class("arriving") for f in verbs[0])


def _told_there(words: Sequence[Word], after: Sequence[Word]) -> bool:
    """रिपोर्ट … सोनपुर भेजें, सोनपुर मुख्यालय को सौंपें: a place that something written is sent to."""
    if _receives(words, after):
        return any(w.is_noun(word_class("written_things")) for w in words)
    verb = next((w for w in after[:2] if w.key not in closed("negation")), None)
    if verb is None or not any(form.stem in word_class("sending_verbs") for form in verb.verbs):
        return False
    return any(w.is_noun(word_class("written_things") | word_class("samples")) for w in words)


def _receives(words: Sequence[Word], after: Sequence[Word]) -> bool:
    """जिला कार्यालय सोनपुर को उपलब्ध कराएं, सोनपुर दफ्तर भेजें: beside the seat of those who get it."""
    seats = word_class("receiving_seats")
    behind = words[: len(words) - len(after)][-2:-1]
    rest = after[1:] if after[:1] and after[0].key in seats else after
    if rest is after and not any(w.key in seats for w in behind):
        return False
    rest = [w for w in rest if w.key not in closed("case_markers")][:2]
    if rest and rest[0].is_noun(word_class("receiving_nouns")):
        rest = rest[1:]
    return bool(rest) and any(form.stem in word_class("receiving_verbs") for form in rest[0].verbs)


def _names_train(after: Sequence[Word]) -> bool:
    """टाटा-बादामपहाड़ पैसेंजर, रांची एक्सप्रेस: a place that a train is called by."""
    for word in after[:_NEAR]:
        if word.key in word_class("trains"):
            return True
        if word.text != "-" and word.pos != "PROPN":
            return False
    return False


def _of_body(after: Sequence[Word]) -> bool:
    """सोनपुर की टीम देखेगी, सोनपुर डिस्कॉम को: a body that does it, of which nothing is told (इकाई का चुनाव)."""
    j = 1 if after and after[0].key in closed("genitives") else 0
    if j >= len(after) or after[j].key not in word_class("local_bodies"):
        return False
    return j + 1 == len(after) or after[j + 1].key not in closed("genitives")


def _of_holder(doc: Doc, place: Span, region: str) -> bool:
    """थराली की एसडीएम क ख: a place beside the post of a named person who is over it."""
    for person in doc._.people:
        for post in person.posts:
            if post.region != region:
                continue
            first, last = min(place, post.span), max(place, post.span)
            if last.start - first.end <= _BESIDE and _named_at(person.mentions, last):
                return True
    return False


def _named_at(mentions: Sequence[EntityMention], post: Span) -> bool:
    """Whether the person is named right after the post."""
    return any(0 <= mention.span.start - post.end <= _BESIDE for mention in mentions)


def _acts(doc: Doc, draft: Draft, place: Span, region: str, after: Sequence[Word]) -> bool:
    """भारत अगले सप्ताह सूची भेजेगा: a country at the head of the act, which does it."""
    if place.start != draft.scope.start or not after or after[0].punct or after[0].verbs:
        return False
    marks = (
        closed("case_markers") | closed("genitives") | closed("list_conjunctions") | word_class("inessive")
    )
    if after[0].key in marks | word_class("companions"):
        return False
    return any(r.id == region and r.kind == "country" for r in doc._.regions)


def _goes_there(after: Sequence[Word]) -> bool:
    """सोनपुर जाने वाले यात्री: a place that only says which travellers are meant."""
    return bool(after) and sequence_at(after, 0, len(after), "travelling") > 0
