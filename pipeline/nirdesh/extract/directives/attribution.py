"""Attributions outside frames: X के अनुसार …, X की मानें तो …, X के निर्देश पर यह फैसला लिया गया."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import cache

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed, fold, table
from nirdesh.extract.clauses.phrases import Phrase, phrase_start
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.documents import author
from nirdesh.extract.directives.frames import Frame, frames
from nirdesh.extract.directives.ids import ids_of
from nirdesh.extract.directives.lexis import places_of, stands_at, word_class
from nirdesh.extract.directives.matrix import REPORT
from nirdesh.extract.directives.roles import clause_start, phrase_class
from nirdesh.extract.directives.signs import speech_noun
from nirdesh.extract.directives.voices import Voice

CALLED = "issuer:called-by"
_REACH = 24
_BEFORE_SIGNATURE = (":", "-", "–", "—")
_SOURCE = 9  # words among which the name of a source ends that बकौल opens
_SPEECH = 2  # words of the shortest speech after a comma
_QUOTES = ('"', "”", "''", "’", "'", "»")


@cache
def _sequences(name: str) -> list[tuple[str, ...]]:
    phrases = table("frames/attribution.toml")[name]["phrases"]
    return [tuple(fold(w) for w in phrase.split()) for phrase in phrases]


@cache
def _nobodys() -> frozenset[str]:
    return frozenset(map(fold, table("frames/attribution.toml")["nobodys"]["nouns"]))


def according_to(clause: Clause, entities: Entities) -> Voice | None:
    """Source that opens a clause (रेल अधिकारियों के मुताबिक …), or None."""
    opened = opening_source(clause, entities)
    if opened is not None:
        return opened
    words = clause.sentence.words
    first = clause_start(clause)
    across = _across(clause, entities)
    if across is not None:
        return across
    limit = min(clause.end, first + _REACH)
    for j, end in places_of(words, first + 1, limit, _sequences("according_to")):
        while end < clause.end and words[end].punct:
            end += 1
        ids = author(clause, first, j, entities)
        if ids:
            return Voice(ids, end, "issuer:document-author")
        phrase = Phrase(clause.sentence, phrase_start(clause, j, first, entities), j, j, "")
        if words[j - 1].is_noun(_nobodys()):
            return Voice((), end, REPORT)
        if phrase_class(phrase, entities) is None and not _order_words(clause, first, j):
            continue
        return Voice(ids_of(phrase, entities), end, "issuer:according-to")
    return None


def _across(clause: Clause, entities: Entities) -> Voice | None:
    """सचिव की मानें | तो …: a source that ends where the clause begins."""
    words, start = clause.sentence.words, clause.start
    if start < 2 or clause.end - start < 2:
        return None
    for sequence in _sequences("according_to"):
        j = start + 1 - len(sequence)
        if j > 0 and stands_at(words, j, sequence):
            source = Phrase(clause.sentence, phrase_start(clause, j, 0, entities), j, j, "")
            known = phrase_class(source, entities) is not None
            return (
                Voice(ids_of(source, entities, speaks=True), start + 1, "issuer:according-to")
                if known
                else None
            )
    return None


def opening_source(clause: Clause, entities: Entities) -> Voice | None:
    """बकौल X, …: a source that a word before it marks, up to the comma or the end of its name."""
    words = clause.sentence.words
    first = clause_start(clause)
    colon = _before_colon(clause, first, entities)
    if colon is not None:
        return colon
    openings = frozenset(map(fold, table("frames/attribution.toml")["according_to"]["openings"]))
    if words[first].key not in openings or first + 2 >= clause.end:
        return None
    near = range(first + 2, min(clause.end, first + _SOURCE))
    end = next((j for j in near if words[j].punct), None)
    named = entities.inside(clause.sentence.span(first + 1, min(clause.end, first + _SOURCE)))
    if end is None and named:
        end = next((j for j in near if words[j - 1].end == named[0].span.end), None)
    if end is None:
        return None
    ids = ids_of(Phrase(clause.sentence, first + 1, end, end, ""), entities, speaks=True)
    return Voice(ids, end + words[end].punct, "issuer:according-to") if ids else None


def _before_colon(clause: Clause, first: int, entities: Entities) -> Voice | None:
    """डीएम रमा देशवाल: सभी …: the officer or body before a colon that opens a sentence."""
    words = clause.sentence.words
    end = next((j for j in range(1, min(len(words), _SOURCE)) if words[j].text == ":"), None)
    if end is None or first > end or any(w.verbs or w.punct for w in words[:end]):
        return None
    if words[end - 1].is_noun(word_class("rule_nouns")):
        return None  # प्रमुख बिंदु: …
    source = Phrase(clause.sentence, 0, end, end, "")
    known = phrase_class(source, entities) in ("person", "office", "body")
    ids = ids_of(source, entities, speaks=True) if known else ()
    return Voice(ids, end + 1, "issuer:according-to") if ids else None


def signed_after(clause: Clause, entities: Entities) -> tuple[str, ...]:
    """सभी … कराएं: डीएम, सभी … कराएं - डीएम: the officer or body at the end of a headline."""
    words = clause.sentence.words
    mark = next((j for j in range(len(words) - 2, 0, -1) if words[j].text in _BEFORE_SIGNATURE), None)
    if mark is None or mark < clause.end - 1 or len(words) - mark > _SOURCE:
        return ()
    end = len(words)
    while end > mark + 1 and words[end - 1].punct:
        end -= 1
    if any(w.verbs or w.punct for w in words[mark + 1 : end]):
        return ()
    source = Phrase(clause.sentence, mark + 1, end, end, "")
    known = mark + 1 < end and phrase_class(source, entities) in ("person", "office", "body")
    return ids_of(source, entities, speaks=True) if known else ()


def _order_words(clause: Clause, first: int, last: int) -> bool:
    """आदेश के अनुसार: the order itself is the source."""
    return any(w.is_noun(word_class("order_nouns")) for w in clause.sentence.words[first:last])


def long_ago(clause: Clause) -> bool:
    """दो वर्ष पूर्व, पिछले साल, तत्कालीन कलेक्टर ने: what was ordered then is history.

    Not what somebody says now of that time (सचिव ने कहा कि पिछले साल की घटना को न दोहराएं).
    """
    first = clause.front[0] if clause.front else 0 if not clause.content else clause.start
    keys = [w.key for w in clause.sentence.words[first : clause.end]]
    agent = next((j for j, key in enumerate(keys) if key in word_class("ergative")), len(keys))
    return _stands_in(keys, "long_ago") or _stands_in(keys[:agent], "then_holders")


def _stands_in(keys: list[str], name: str) -> bool:
    return any(
        tuple(keys[j : j + len(sequence)]) == sequence
        for sequence in _sequences(name)
        for j in range(len(keys) - len(sequence) + 1)
    )


def _points_back(clause: Clause) -> bool:
    """उक्त बातें, यह जानकारी, इसकी जानकारी, इस संबंध में जानकारी."""
    words = clause.sentence.words
    act = any(g.mood == "inf" for g in clause.groups)  # इसकी सूचना भेजने का निर्देश
    about = frozenset() if act else word_class("about_this")
    return any(
        (words[j].key in closed("deictics") and speech_noun(words, j + 1) and not (act and _owned(clause, j)))
        or (words[j].key in about and any(w.is_noun(word_class("information")) for w in words[j + 1 : j + 4]))
        for j in range(clause_start(clause), min(clause.end, len(words) - 2))
    )


def _owned(clause: Clause, deictic: int) -> bool:
    """इस आदेश का | प्रचार करने: what the clause points at only belongs to an act of its own."""
    words = clause.sentence.words
    return any(w.key in closed("genitives") for w in words[deictic + 2 : deictic + 4])


def is_attribution(clause: Clause) -> bool:
    """उक्त बातें, यह जानकारी … ने दी: tells who said what stands before."""
    words = clause.sentence.words
    after = words[clause.end : clause.end + 1]
    goes_on = words[clause.end - 1].text in (",", ":") and len(words) - clause.end > _SPEECH
    if goes_on and tells_both(clause):
        return False  # यह जानकारी देते हुए सचिव ने कहा, सभी …
    return _points_back(clause) and not any(w.key in word_class("complementizer") for w in after)


def tells_both(clause: Clause) -> bool:
    """यह जानकारी देते हुए X ने बताया कि …: tells who says what follows and what stands before."""
    adverbial = any(g.mood == "part" and not g.finite for g in clause.groups)
    return adverbial and _points_back(clause)


def tells_others_too(clause: Clause, frame: Frame) -> bool:
    """एसपी ने निरीक्षकों को भी … का निर्देश दिया: the orders before, which nobody gave yet, are his too."""
    words = clause.sentence.words[clause_start(clause) : clause.end]
    told = word_class("dative")
    return frame.cls == "order" and any(
        a.key in told and b.key in word_class("too") for a, b in itertools.pairwise(words)
    )


def quoted_before(clause: Clause, frame: Frame) -> bool:
    """ "सभी सूची दें," सचिव ने कहा।: a quotation that ends right before tells what is said."""
    words = clause.sentence.words
    first = clause_start(clause)
    while first < clause.end and words[first].punct:
        first += 1
    marks = [w.text for w in words[max(0, first - 2) : first]]
    after = words[clause.end : clause.end + 1]
    ends = not any(w.key in word_class("complementizer") or w.text in (":", ",") for w in after)
    return frame.cls == "say" and first > 1 and ends and any(m in _QUOTES for m in marks)


def trails(clause: Clause, frame: Frame) -> bool:
    """रोशनी की जाए, सचिव ने कहा।; …, सचिव ने भरोसा दिया।: the last clause only tells who said it."""
    group, words = clause.group, clause.sentence.words
    if (
        group is None
        or frame.id not in ("tell", "inform", "assure", "request-suggested")
        or len(clause.groups) > 1
    ):
        return False
    if clause.start < 1:
        return False
    said = group.host if group.host is not None and frame.id == "assure" else group.start
    agent = words[said - 1].key in word_class("ergative")
    ends = all(w.punct for w in words[clause.end :]) and ":" not in {w.text for w in words[clause.end :]}
    return agent and ends and clause.body < group.start and words[clause.body - 1].text == ","


def called_by(clause: Clause, entities: Entities) -> Voice | None:
    """X के आह्वान पर दुकानें बंद रहेंगी: who called upon others to do what a plan tells, or None."""
    return on_orders(clause, entities, "called_by", CALLED)


def on_orders(
    clause: Clause, entities: Entities, name: str = "ordered_by", rule: str = "issuer:on-orders"
) -> Voice | None:
    """X के निर्देश पर or X के आदेशानुसार before a plan: whose order it carries out, or None.

    Args:
        name: Section of ``frames/attribution.toml`` with the phrases that follow X.
        rule: What the voice says of how it was found.
    """
    words = clause.sentence.words
    first = clause_start(clause)
    for sequence in _sequences(name):
        for j in range(first + 1, min(clause.end - len(sequence), first + _REACH) + 1):
            if not stands_at(words, j, sequence):
                continue
            phrase = Phrase(clause.sentence, phrase_start(clause, j, first, entities), j, j, "")
            ids = ids_of(phrase, entities, speaks=True) if phrase_class(phrase, entities) else ()
            if ids:
                return Voice(ids, j + len(sequence), rule)
    return None


def presiding(clause: Clause, entities: Entities) -> Voice | None:
    """X की अध्यक्षता में बैठक हुई: who led what took place, whom a later उन्होंने means."""
    words = clause.sentence.words
    first = clause_start(clause)
    if clause.group is None or clause.group.mood != "perf":
        return None
    for sequence in _sequences("presiding"):
        for j in range(first + 1, min(clause.end - len(sequence), first + _REACH) + 1):
            if stands_at(words, j, sequence):
                phrase = Phrase(clause.sentence, phrase_start(clause, j, first, entities), j, j, "")
                known = phrase_class(phrase, entities) in ("person", "office")
                ids = ids_of(phrase, entities, speaks=True) if known else ()
                return Voice(ids, j + len(sequence), "issuer:presiding") if ids else None
    return None


def _this_act(words: Sequence[Word]) -> bool:
    """यह फैसला, यह कार्रवाई, not यह बैठक, इस दौरान: whether words point at what stands before, no occasion."""
    times = closed("pointing_times")
    return any(
        word.key in closed("deictics") and not after.is_noun(closed("occasions")) and after.key not in times
        for word, after in itertools.pairwise(words[:4])
    )


def ordered_by(clause: Clause, entities: Entities) -> Iterator[tuple[tuple[str, ...], Frame]]:
    """X के निर्देश पर यह फैसला लिया गया: ids of X, once, where the clause points back to what stands before."""
    words = clause.sentence.words
    first = clause_start(clause)
    order = next(f for f in frames() if f.id == "order-noun")
    for j, end in places_of(words, first + 1, clause.end, _sequences("ordered_by")):
        if not _this_act(words[end : clause.end]):
            continue
        phrase = Phrase(clause.sentence, phrase_start(clause, j, first, entities), j, j, "")
        ids = ids_of(phrase, entities)
        if ids:
            yield ids, order
            return
