"""Past or future by the finite verb that governs an expression, from its endings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from nirdesh.extract.dates.lexicon import read_rows
from nirdesh.extract.dates.tokens import Token, fold

SENTENCE_END: Final = frozenset({"।", "॥", "?", "!", "|", "\n", "。"})
_SIGN: Final = {"future": 1, "order": 1, "state": 1, "past": -1, "present": 0}
_OF: Final = frozenset({"का", "के", "की"})
MAX_WORDS: Final = 60  # how far a governing verb is looked for


@dataclass(frozen=True, slots=True)
class Verbs:
    """Finite verbs by whole word, and endings with their reading."""

    words: dict[str, str]
    endings: tuple[tuple[str, str], ...]
    plans: frozenset[str]
    bridges: dict[str, str]


@cache
def load_verbs() -> Verbs:
    """The verb table (read once)."""
    words: dict[str, str] = {}
    endings: list[tuple[str, str]] = []
    plans: set[str] = set()
    bridges: dict[str, str] = {}
    for forms, kind, reading in read_rows("verbs.tsv"):
        for form in forms.split("|"):
            if kind == "word":
                words[fold(form)] = reading
            elif kind == "bridge":
                bridges.update(dict.fromkeys(map(fold, forms.split("|")), reading))
                break
            elif kind == "plan":
                plans.add(fold(form))
            else:
                endings.append((form, reading))
    return Verbs(words, tuple(endings), frozenset(plans), bridges)


@cache
def _ending(word: str) -> str | None:
    return next(
        (
            reading
            for ending, reading in load_verbs().endings
            if word.endswith(ending) and len(word) > len(ending)
        ),
        None,
    )


def reading(word: str) -> str | None:
    """Reading of a word as a finite verb, or None.

    Example:
        >>> reading("करेंगे"), reading("किया"), reading("सभा")
        ('future', 'past', None)
    """
    return load_verbs().words.get(word) or _ending(word)


@dataclass(frozen=True, slots=True)
class Governor:
    """Tense of the governing verb (1, -1, 0 unknown) and whether it is a state that lasts (बंद रहेंगे)."""

    tense: int
    state: bool


def governor(tokens: list[Token], after: int, before: int) -> Governor:
    """Tense for the expression that ends before token ``after`` and starts at token ``before``."""
    previous = None
    present = False
    oblique = 0  # 1 after करने, 2 after करने के
    plans, bridges = load_verbs().plans, load_verbs().bridges
    last: str | None = None  # reading of the verb group so far: किया जाएगा is future, किया गया है past
    for token in tokens[after : after + MAX_WORDS]:
        if token.form in SENTENCE_END:
            break
        found = reading(token.form)
        if last is not None and token.form in bridges:  # किया जा सकेगा, किया जा रहा है
            last = bridges[token.form] if bridges[token.form] != "bridge" else last
            continue
        if last is not None and found in (None, "present"):
            break
        if oblique >= 2 and token.form in plans:
            return Governor(1, False)
        oblique = (
            1
            if token.form.endswith("ने") and len(token.form) > 3
            else 2
            if oblique == 1 and token.form in _OF
            else 0
        )
        if found == "present":
            if previous == "infinitive":
                return Governor(1, False)
            present = True
        elif found is not None and found != "infinitive":
            last = found
        elif found == "infinitive" and last is not None:
            last = "order"  # किया जाना है
        previous = found
    if last is not None:
        return Governor(_SIGN[last], last == "state")
    if present:
        return Governor(0, False)
    for token in reversed(tokens[max(0, before - MAX_WORDS) : before]):
        if token.form in SENTENCE_END:
            break
        found = reading(token.form)
        if found is not None and found not in ("infinitive", "present"):
            return Governor(_SIGN[found], found == "state")
    return Governor(0, False)
