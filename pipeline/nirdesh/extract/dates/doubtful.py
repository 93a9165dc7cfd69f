"""Expressions that are no dates after all, by what stands around them: habits, processions, these days."""

from __future__ import annotations

import itertools
from typing import Final

from nirdesh.extract.dates.drafting import Draft, is_kind
from nirdesh.extract.dates.lexicon import guard_words
from nirdesh.extract.dates.nodes import Cal, Clock, Indefinite, Open, Recur, Rel, Weekday
from nirdesh.extract.dates.tense import SENTENCE_END, is_pluperfect, reading
from nirdesh.extract.dates.tokens import Token

_MARCH: Final = 3


def is_habit(draft: Draft, tokens: list[Token]) -> bool:
    """रोज भीड़ आती है, हर साल पानी भरता था: what happens again and again, which nobody plans."""
    node = draft.found.node
    if not isinstance(node, Recur) or node.wd is not None or node.day is not None:
        return False
    first = next((k for k, token in enumerate(tokens) if token.end >= draft.found.end), 0) + 1
    for i in range(first, len(tokens) - 1):
        form = tokens[i].form
        if is_kind(tokens, i, "ongoing") and is_kind(tokens, i + 1, "being"):
            return True  # रोज जांच की जा रही है
        goes_on = is_kind(tokens, i + 1, "going")  # किया जा …
        if form in SENTENCE_END or (reading(form) not in (None, "present", "infinitive") and not goes_on):
            return False
        if form.endswith(tuple(guard_words("habit"))) and is_kind(tokens, i + 1, "being"):
            return True
    return False


def is_excepted(draft: Draft, tokens: list[Token]) -> bool:
    """रविवार को छोड़कर बाकी दिन: a weekday on which something does not hold."""
    if not isinstance(draft.found.node, Weekday):
        return False
    after = next((k for k, token in enumerate(tokens) if token.start >= draft.found.end), len(tokens))
    return is_kind(tokens, after, "dative") and is_kind(tokens, after + 1, "excepted")


def is_alternative(draft: Draft, drafts: list[Draft], tokens: list[Token]) -> bool:
    """31 मार्च तक या अगले आदेश तक: the second limit says nothing where the first has a day."""
    if not isinstance(draft.found.node, Indefinite):
        return False
    first = next((k for k, token in enumerate(tokens) if token.start == draft.found.start), 0)
    limits = {other.found.end for other in drafts if isinstance(other.found.node, Open)}
    return first > 1 and is_kind(tokens, first - 1, "or") and tokens[first - 2].end in limits


def is_nowadays(draft: Draft, tokens: list[Token]) -> bool:
    """तब 65 स्कूल थे, आज 22 बचे हैं: आज means these days where what was is told right before."""
    if draft.found.node != Rel("D", 0) or draft.tense > 0:
        return False
    i = next((k for k, token in enumerate(tokens) if token.start == draft.found.start), 0)
    before = [t.form for t in tokens[max(0, i - 3) : i] if t.form not in SENTENCE_END]
    was = any(is_pluperfect(form) for form in before)
    after = itertools.takewhile(lambda t: t.form not in SENTENCE_END, tokens[i:])
    return was and [t.form for t in after][-1:] in (["है"], ["हैं"], ["हूं"])


def is_procession(draft: Draft, tokens: list[Token]) -> bool:
    """माले का मार्च 17 को, मार्च में शामिल हों: a march, where the report tells of one (मशाल मार्च)."""
    node = draft.found.node
    if (
        not isinstance(node, Cal)
        or node.month != _MARCH
        or node.year
        or (node.day and draft.found.rule != "m-d")
    ):
        return False
    return any(
        (is_kind(tokens, i, "marching") and is_kind(tokens, i + 1, "procession"))
        or (is_kind(tokens, i, "procession") and tokens[i + 1].form.startswith(tuple(guard_words("marched"))))
        for i in range(len(tokens) - 1)
    )


def is_loose_part(draft: Draft, drafts: list[Draft], tokens: list[Token]) -> bool:
    """Whether शाम तक is no deadline of its own: of a state, told, of each day, or beside a day."""
    if draft.found.rule != "part-until":
        return False
    first = next((k for k, token in enumerate(tokens) if token.start == draft.found.start), 0)
    if draft.tense <= 0 or draft.state or is_kind(tokens, first - 1, "ablative"):
        return True
    stops = [t.start for t in tokens if t.form in SENTENCE_END]
    opens = max((stop for stop in stops if stop < draft.found.start), default=0)
    closes = min((stop for stop in stops if stop >= draft.found.end), default=tokens[-1].end)
    return any(
        other is not draft and opens <= other.found.start < closes and not isinstance(other.found.node, Clock)
        for other in drafts
    )
