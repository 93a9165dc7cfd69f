"""Expressions found in a text, with what the words around them say: their verb, states, events."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Final, Literal

from nirdesh.extract.dates.grammar import load_grammar, run_layer
from nirdesh.extract.dates.items import scan
from nirdesh.extract.dates.lexicon import guard_words
from nirdesh.extract.dates.nodes import (
    At,
    Cal,
    Kal,
    Lasting,
    Multi,
    Node,
    Now,
    Open,
    Range,
    Shift,
    Weekday,
    Within,
)
from nirdesh.extract.dates.policy import Found, View, is_rate, select
from nirdesh.extract.dates.tense import (
    SENTENCE_END,
    Governor,
    governor,
    is_genitive,
    load_verbs,
    reading,
    without_orders,
)
from nirdesh.extract.dates.tokens import Token, tokenise

Profile = Literal["report", "suite"]
EVENT_WINDOW: Final = 12  # how many words before a term an event may end that it lies beside
CASE_WINDOW: Final = 8  # how many words before a length a case may stand that it counts from
STATE_WINDOW: Final = 5  # how many words after तक a state may stand (31 मार्च तक सभी विद्यालय बंद)
DOER_WINDOW: Final = 10  # how many words after सोमवार the phrase with ने may end
EXTENDED_WINDOW: Final = 3  # how many words after तक a verb of putting off may stand
AFTER_WINDOW: Final = 8  # how many words after a day होने के बाद may stand
_LIMITS: Final = ("until", "before")
ERGATIVE_WINDOW: Final = 1  # ने right before a weekday makes it past


@dataclass(frozen=True, slots=True)
class Draft:
    """An expression that is found but not resolved.

    Attributes:
        tense: Of the governing verb: 1, -1, 0 unknown.
        state: Whether what is said lasts until, or holds from, the time named.
        genitive: Whether का, के or की follows (आज सुबह 9 बजे तक के आंकड़े).
        event: Whether it counts from an event that is no date (मतदान से 48 घंटे पहले).
        begins: Whether its verb names a start (5 मई से बस चलेगी).
        in_force: Whether a rule is said to hold from then on (1 जून से लागू रहेगा).
        overtaken: Whether it is the day of what came before (सोमवार को सेवानिवृत्त होने के बाद).
    """

    found: Found
    tense: int
    state: bool
    genitive: bool
    event: bool = False
    begins: bool = False
    overtaken: bool = False
    in_force: bool = False


def parse(
    text: str, profile: Profile, no_verbs: frozenset[int] = frozenset()
) -> tuple[list[Token], list[Draft]]:
    """Expressions of a text, in order, with their verbs."""
    tokens = tokenise(text)
    layers = load_grammar()
    starts = {token.start: i for i, token in enumerate(tokens)}
    ends = {token.end: i + 1 for i, token in enumerate(tokens)}
    view = View(tokens, starts, ends, profile)
    drafts: list[Draft] = []
    for_limits = without_orders(no_verbs, tokens) if no_verbs else no_verbs
    for items in scan(tokens, prose=profile == "report"):
        for layer in layers:
            run_layer(layer, items, profile)
        for found in select(items, view):
            limit = isinstance(found.node, Within) or (
                isinstance(found.node, Open) and found.node.side in _LIMITS
            )
            nouns = for_limits if limit else no_verbs
            verb = governor(tokens, ends[found.end], starts[found.start], nouns)
            drafts.append(_draft(found, verb, tokens, starts[found.start], ends[found.end]))
    return tokens, drafts


_TO_ITS_END = "until-ending-current"  # rule of वर्ष समाप्त होने तक
_TO_COME = ("वाला", "वाले", "वाली")
_GRANTED = ("within-term", "within-term-due", "until-due")


def _draft(found: Found, verb: Governor, tokens: list[Token], before: int, after: int) -> Draft:
    tense = _forced(found.node, verb)
    day = found.node.day if isinstance(found.node, At) else found.node
    if isinstance(day, (Weekday, Kal)):
        if is_kind(tokens, after, "since") and is_kind(tokens, after + 1, "sake"):
            tense = 1  # सोमवार के लिए चेतावनी जारी की
        elif any(is_kind(tokens, k, "ergative") for k in range(before - ERGATIVE_WINDOW, before)):
            tense = tense if _qualified(day) else -1  # मंत्री ने सोमवार को
        elif tense > 0 and not _qualified(day) and _done_by(tokens, after):
            tense = -1
    if isinstance(found.node, Within) and is_rate(found.node, tokens[after : after + 1]):
        tense = 0
    if isinstance(found.node, Open) and found.node.side == "since" and _stood_still(tokens, after):
        tense = 0
    due = tokens[after - 1].form in _TO_COME  # 5 मई से शुरू होने वाली यात्रा पर बैठक की
    tense = 1 if due or found.rule in _GRANTED else tense  # 15 दिन का समय दिया
    genitive = after < len(tokens) and is_genitive(tokens[after].form)
    node = found.node.point if isinstance(found.node, Open) else found.node
    event = (
        isinstance(node, Shift) and isinstance(node.base, Now) and is_kind(tokens, before - 1, "event")
    ) or (isinstance(found.node, Within) and (_after_event(tokens, before) or _standing(tokens, before)))
    counted = found.rule in _GRANTED or isinstance(found.node, Lasting)
    event = event or (counted and verb.tense > 0 and not verb.state and _beside_event(tokens, before))
    event = event or (counted and _behind_event(tokens, before))
    event = event or (found.rule == _TO_ITS_END and is_kind(tokens, before - 1, "own_year"))
    begins = verb.begins or is_kind(tokens, after, "putting_off")  # 5 मई से बढ़ाकर 20 मई तक
    begins = begins or (is_kind(tokens, after, "begins") and is_kind(tokens, after + 1, "happens"))
    put_off = is_kind(tokens, before - 1, "putting_off")
    state = (verb.state or _state(tokens, after)) and not _last_day(tokens, before)
    state = state and not (put_off or _extended(tokens, after))
    in_force = state and any(is_kind(tokens, i, "holding") for i in range(after, after + STATE_WINDOW))
    return Draft(found, tense, state, genitive, event, begins, _overtaken(tokens, after), in_force)


def _after_event(tokens: list[Token], before: int) -> bool:
    """Whether a length counts from an event (प्रकाशन के, प्राप्ति की तिथि से, मिलने से, होने पर … सात दिन के भीतर)."""
    if before > 1 and is_kind(tokens, before - 1, "upon"):
        return tokens[before - 2].form.endswith("ने")
    if before < 2 or not (is_kind(tokens, before - 1, "since", "ablative")):
        return False
    what = tokens[before - 2].form
    return is_kind(tokens, before - 1, "since") or what in guard_words("happening") or what.endswith("ने")


def _behind_event(tokens: list[Token], before: int) -> bool:
    """परीक्षा के बाद तीन माह तक: whether what a length counts from stands right before it."""
    late, case = (tokens[before - k].form if before >= k else "" for k in (1, 2))
    return late in guard_words("beside") and case in guard_words("event")


def _beside_event(tokens: list[Token], before: int) -> bool:
    """Whether a length lies before or after an event of its clause (परीक्षा होने से पहले 10 दिन का समय).

    It may also begin with one: आगमन से लेकर 28 दिनों तक.
    """
    if is_kind(tokens, before - 1, "onward"):
        return True
    run = itertools.takewhile(lambda t: t.form not in SENTENCE_END, reversed(tokens[:before]))
    forms = [token.form for token in run][:EVENT_WINDOW]
    return any(
        late in guard_words("beside") and case in guard_words("event") and verb.endswith("ने")
        for late, case, verb in zip(forms, forms[1:], forms[2:], strict=False)
    )


def _standing(tokens: list[Token], before: int) -> bool:
    """Whether a length belongs to a standing rule (आगे से जांच सात दिन में होगी, हर मरीज की सूचना एक दिन में)."""
    run = itertools.takewhile(lambda t: t.form not in SENTENCE_END, reversed(tokens[:before]))
    forms = [token.form for token in run]
    near = forms[:CASE_WINDOW]
    cases = (k for k, form in enumerate(near) if form in guard_words("case"))
    if any(not guard_words("each").isdisjoint(near[k + 1 : k + 3]) for k in cases):
        return True
    pairs = itertools.pairwise(forms)
    return any(f"{first} {second}" in guard_words("henceforth") for second, first in pairs)


def _last_day(tokens: list[Token], before: int) -> bool:
    """Whether अंतिम तिथि stands before: that day is a deadline, however long it is said to last."""
    return before > 1 and is_kind(tokens, before - 1, "happening") and is_kind(tokens, before - 2, "last")


def _done_by(tokens: list[Token], after: int) -> bool:
    """सोमवार को सचिव ने सड़क बनाने के निर्देश दिए: the day on which somebody told others to do something.

    A day for which something is fixed is none, nor is one before a perfect (सोमवार को समिति ने बैठक रखी है).
    """
    run = [t.form for t in itertools.takewhile(lambda t: t.form not in SENTENCE_END, tokens[after:])]
    if run[:1] == [] or run[0] not in guard_words("dative"):
        return False
    verbs = load_verbs().kinds
    if run[-1] in ("है", "हैं") or any(form in verbs["set"] or form in verbs["due"] for form in run):
        return False
    for form in run[1:DOER_WINDOW]:
        if form in guard_words("ergative") or form in guard_words("ergative_pronoun"):
            return True
        if form.endswith("ने") or reading(form) is not None or form in guard_words("opener"):
            return False
    return False


def _extended(tokens: list[Token], after: int) -> bool:
    """Whether what follows तक says that something is put off to that day: 30 मई तक कर्फ्यू बढ़ा दिया."""
    for i in range(after, min(after + EXTENDED_WINDOW, len(tokens))):
        if tokens[i].form in SENTENCE_END or (i > after and reading(tokens[i].form) is not None):
            return is_kind(tokens, i, "extended")
        if is_kind(tokens, i, "extended"):
            return True
    return False


def _overtaken(tokens: list[Token], after: int) -> bool:
    """Whether होने के बाद or the like follows before any finite verb."""
    run = [token.form for token in tokens[after : after + AFTER_WINDOW]]
    for i, form in enumerate(run[:-2]):
        if form in SENTENCE_END or reading(form) is not None:
            return False
        if form.endswith("ने") and is_genitive(run[i + 1]) and run[i + 2] in guard_words("later"):
            return True
    return False


def _state(tokens: list[Token], after: int) -> bool:
    """Whether what follows तक lasts until then (बंद, स्थगित, लागू) rather than is done by then."""
    states = guard_words("state")
    if is_kind(tokens, after, "not_until", "daily"):
        return True  # 16 जुलाई तक नहीं खुलेंगे, 7 दिसंबर तक रोजाना
    if is_kind(tokens, after, "since") and is_kind(tokens, after + 1, "sake"):
        return True  # 1 दिसंबर तक के लिए जेल भेजा
    for i in range(after, min(after + STATE_WINDOW, len(tokens))):
        if tokens[i].form in SENTENCE_END:
            break
        if tokens[i].form in states:
            return not is_kind(tokens, i + 1, "closed_by")  # 5 मई तक शिकायतें बंद कराएं
    return False


def _stood_still(tokens: list[Token], after: int) -> bool:
    """22 मार्च से बंद बसों को चलाएंगे: a start told of something that now changes, so the nearest such day."""
    if not is_kind(tokens, after, "standing") or after + 2 >= len(tokens):
        return False
    marked = is_kind(tokens, after + 2, "dative") or is_genitive(tokens[after + 2].form)
    return marked and reading(tokens[after + 1].form) is None and not tokens[after + 1].form.endswith("ने")


def _qualified(node: Node) -> bool:
    return isinstance(node, Weekday) and node.mod is not None


def _forced(node: Node, verb: Governor) -> int:
    """Qualifiers that look ahead or back outweigh the verb (आगामी, बीते, तक)."""
    inner = node.first if isinstance(node, Range) else node.point if isinstance(node, Open) else node
    if isinstance(inner, Cal) and inner.mod:
        return inner.mod
    if isinstance(inner, Weekday) and inner.mod in ("coming", "next", "last"):
        return -1 if inner.mod == "last" else 1
    if isinstance(node, Open) and verb.tense == 0 and node.side == "until":
        return 1
    return verb.tense


def days_of(node: Node) -> list[Cal]:
    """The dated days that an expression is made of."""
    items: tuple[Node, ...] = (node,)
    if isinstance(node, Multi):
        items = node.items
    elif isinstance(node, Range):
        items = (node.first, node.last)
    inner = [item.point if isinstance(item, Open) else item for item in items]
    inner = [item.day if isinstance(item, At) else item for item in inner]
    return [item for item in inner if isinstance(item, Cal) and item.day and item.month]


def covered(tokens: list[Token], drafts: list[Draft]) -> dict[int, Draft]:
    """Index of every token that lies in an expression -> that expression."""
    at = {token.start: i for i, token in enumerate(tokens)}
    covered: dict[int, Draft] = {}
    for draft in drafts:
        i = at[draft.found.start]
        while i < len(tokens) and tokens[i].start < draft.found.end:
            covered[i] = draft
            i += 1
    return covered


def is_kind(tokens: list[Token], i: int, *kinds: str) -> bool:
    """Whether token ``i`` is a word of one of the guards."""
    return 0 <= i < len(tokens) and any(tokens[i].form in guard_words(kind) for kind in kinds)
