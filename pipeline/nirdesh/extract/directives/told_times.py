"""Times that a directive only points at: मेले के दौरान, a list under इस अवधि में, rules of a plan in force."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from nirdesh.extract.clauses.entities import Entities, is_feast
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.words import Sentence, Word, is_item
from nirdesh.extract.directives.lexis import affixes, sequence_at, word_class
from nirdesh.extract.directives.model import Draft
from nirdesh.mentions import DateMention

_AFTER = 10  # words after a date in which what takes place on it stands (17 फरवरी को भरने वाला मेला)
_BEFORE = 3  # words before a date in which the same stands
_LEAD = 6  # last words of the line over a list that may point at a time
_OPENING = 2  # first words in which इस दौरान stands
_FORCE = 5  # words after a period in which what is said of it stands (… तक प्रभावी रहेगा)


def told_time(draft: Draft, entities: Entities, read: Sequence[Sentence]) -> tuple[tuple[int, ...], str]:
    """Indices of the dates that the draft's scope points back at, and the rule; both empty for none."""
    before = [i for i in range(len(entities.dates)) if _held(entities.dates[i], draft.scope.start)]
    if not before:
        return (), ""
    words = [w for w in draft.clause.sentence.words if draft.scope.start <= w.start < draft.scope.end]
    for noun, day in _lasting(words):
        held = [i for i in before if _takes_place(noun, entities.dates[i], read)]
        values = {entities.dates[i].edtf or "" for i in held}
        if held and not (
            day and (len(values) > 1 or "/" in values.pop())
        ):  # परीक्षा वाले दिन: on which of them
            return (held[-1],), "when:occasion"
    lead = _lead(draft, read)
    if lead is not None and _points(lead.words[-_LEAD:]):
        told = [i for i in before if entities.dates[i].span.start < lead.end]
        return tuple(told[-1:]), "when:list"
    if any(w.key in word_class("parts_of_day") for w in words):
        force = [i for i in before if _in_force(entities.dates[i], read)]
        force = force or [i for i in before if _occasions_rules(entities.dates[i], read)]
        return (tuple(force), "when:in-force") if len(force) == 1 else ((), "")
    return (), ""


def meanwhile(draft: Draft, entities: Entities, read: Sequence[Sentence]) -> tuple[tuple[int, ...], str]:
    """The period told last in the sentence or in the one before: … 15 से 30 जून तक रहता है, इस दौरान …."""
    own = draft.clause.sentence
    words = [w for w in own.words if draft.scope.start <= w.start < draft.scope.end]
    if not _points(words[:_OPENING]) and not _same_period(words):
        return (), ""
    since = next((s.start for s in read if s.index == own.index - 1), own.start)
    dates = entities.dates
    told = [i for i in range(len(dates)) if since <= dates[i].span.start < draft.scope.start]
    last = [i for i in told if _held(dates[i], draft.scope.start)][-1:]
    if not last or dates[last[0]].relation != "during":
        return (), ""
    return tuple(last), "when:occasion"


def _same_period(words: Sequence[Word]) -> bool:
    """इस अवधि में, wherever it stands."""
    return any(
        word.key in closed("demonstratives") and after.is_noun(word_class("terms_of_time"))
        for word, after in itertools.pairwise(words)
    )


def _held(date: DateMention, end: int) -> bool:
    """Whether a date before ``end`` is a day or a period that something takes place in."""
    if date.edtf is None or is_feast(date) or date.role in ("past", "dateline", "deadline"):
        return False
    return date.relation in ("on", "during") and ".." not in date.edtf and date.span.start < end


def _told_in(date: DateMention, read: Sequence[Sentence]) -> Sentence | None:
    return next((s for s in read if s.start <= date.span.start < s.end), None)


def _lasting(words: Sequence[Word]) -> list[tuple[Word, bool]]:
    """Nouns of what goes on meanwhile (मेले के दौरान, परीक्षा अवधि में), and whether that is a day (मेले वाले दिन)."""
    found = []
    for j in range(1, len(words)):
        noun = words[j - 1]
        day = sequence_at(words, j, len(words), "day_of") > 0
        if (day or sequence_at(words, j, len(words), "meanwhile")) and not noun.verbs and not noun.punct:
            found.append((noun, day))
    return [(w, day) for w, day in found if w.key not in closed("demonstratives") | closed("pointing")]


def _takes_place(noun: Word, date: DateMention, read: Sequence[Sentence]) -> bool:
    """Whether ``noun`` names what the sentence of a date says to take place on it."""
    sentence = _told_in(date, read)
    if sentence is None:
        return False
    for word in [w for w in reversed(sentence.words) if w.end <= date.span.start][:_BEFORE]:
        if word.punct or word.key in closed("case_markers") or word.verbs:
            break
        if not word.nouns.isdisjoint(noun.nouns):
            return word.start != noun.start  # मेला 10 से 18 मार्च तक लगेगा
    for word in [w for w in sentence.words if w.start >= date.span.end][:_AFTER]:
        if word.punct or word.key in closed("list_conjunctions") | word_class("companions"):
            return False
        if not word.nouns.isdisjoint(noun.nouns):
            return word.start != noun.start
    return False


def _in_force(date: DateMention, read: Sequence[Sentence]) -> bool:
    """Whether a period is one in which a plan will be in force (… तक प्रभावी रहेगा)."""
    sentence = _told_in(date, read)
    if sentence is None or date.relation != "during":
        return False
    after = [w for w in sentence.words if w.start >= date.span.end]
    return any(w.key in word_class("in_force") for w in after[:_FORCE])


def _occasions_rules(date: DateMention, read: Sequence[Sentence]) -> bool:
    """Whether a day is that of an occasion for which rules are made (रविवार को होने वाली दौड़ के चलते)."""
    sentence = _told_in(date, read)
    if sentence is None or date.relation not in ("on", "during"):
        return False
    after = [w for w in sentence.words if w.start >= date.span.end][:_AFTER]
    ahead = next((j for j, w in enumerate(after[:_FORCE]) if w.key.startswith(affixes("agentive_stems"))), 0)
    return ahead > 0 and any(sequence_at(after, j, len(after), "reasons") for j in range(ahead, len(after)))


def _lead(draft: Draft, read: Sequence[Sentence]) -> Sentence | None:
    """The line over the list that the draft stands in."""
    index = draft.clause.sentence.index
    if not is_item(draft.clause.sentence):
        return None
    position = next((k for k, s in enumerate(read) if s.index == index), 0)
    return next((s for s in reversed(read[:position]) if not is_item(s)), None)


def _points(words: Sequence[Word]) -> bool:
    """इस अवधि में, उक्त दिनों."""
    return any(
        word.key in closed("demonstratives") and words[j + 1].is_noun(word_class("spans_of_time"))
        for j, word in enumerate(words[:-1])
    )


def one_time(draft: Draft, entities: Entities) -> tuple[int, ...]:
    """The times of a draft: of a limit and a day, or of one in its sentence and one beyond, one is its own.

    14 तारीख तक प्रचार थमेगा और 22 को मतदान होगा: the later one, which stands nearer to the verb.
    """
    if len(draft.when) != _PAIR:
        return draft.when
    inside = tuple(i for i in draft.when if draft.evidence.contains(entities.dates[i].span))
    if len(inside) == 1:
        return inside
    first, last = sorted(draft.when, key=lambda i: entities.dates[i].span.start)
    one, other = entities.dates[first], entities.dates[last]
    between = [w for w in draft.clause.sentence.words if one.span.end <= w.start < other.span.start]
    either = any(w.key in closed("disjunctions") for w in between)  # 11 तक या 13 को
    return draft.when if either or one.relation == other.relation else (last,)


_PAIR = 2
