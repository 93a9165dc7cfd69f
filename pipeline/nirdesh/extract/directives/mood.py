"""How binding a clause is: the ordered rules of ``frames/moods.toml`` over its verb, words and frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from nirdesh.extract.clauses.lexis import fold, noun_keys, table
from nirdesh.extract.clauses.segment import Clause

_SHORT = 3  # words of a clause that only judges what follows (बेहतर हो कि …)


@dataclass(frozen=True, slots=True)
class Facts:
    """What rules see besides the clause: class of its frame, whether a doer is named, whether it is dated."""

    cls: str
    actor: bool
    dated: bool
    content: bool = False
    counted: bool = False
    public: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """A modality, or None for no directive, and the id of the rule that gave it."""

    modality: str | None
    rule: str


@lru_cache(maxsize=1)
def _rules() -> tuple[dict[str, Any], ...]:
    folded = []
    for row in table("frames/moods.toml")["rule"]:
        rule = dict(row)
        for name in ("words", "host", "stems", "head", "last"):
            if name in rule:
                rule[name] = frozenset(fold(w) for w in rule[name])
        if "phrases" in rule:
            rule["phrases"] = tuple(fold(p) for p in rule["phrases"])
        folded.append(rule)
    return tuple(folded)


def decide(clause: Clause, facts: Facts, mood: str | None = None) -> Decision:
    """Modality of a clause with a finite verb; ``mood`` overrides the verb's own (पहुंचे read as पहुंचें)."""
    group = clause.group
    if group is None or any(w.text == "?" for w in clause.sentence.words[clause.end : clause.end + 2]):
        return Decision(None, "no-verb")
    bag = _bag(clause)
    joined = " " + " ".join(clause.word_keys()) + " "
    for rule in _rules():
        if (mood or group.mood) in rule["moods"] and _fits(rule, clause, facts, bag, joined):
            gives = rule["gives"]
            return Decision(None if gives == "none" else gives, f"mood:{rule['id']}")
    return Decision(None, "mood:none")


def _bag(clause: Clause) -> frozenset[str]:
    first = clause.front[0] if clause.front else clause.start
    keys: set[str] = set()
    for word in clause.sentence.words[first : clause.end]:
        keys |= noun_keys(word.text)
    return frozenset(keys)


def _fits(rule: dict[str, Any], clause: Clause, facts: Facts, bag: frozenset[str], joined: str) -> bool:
    group = clause.group
    if group is None:
        return False
    words = clause.sentence.words
    host = noun_keys(words[group.host].text) if group.host is not None else frozenset()
    checks: dict[str, Callable[[Any], bool]] = {
        "cls": lambda v: facts.cls in v,
        "negative": lambda v: group.negative == v,
        "passive": lambda v: group.passive == v,
        "words": lambda v: not v.isdisjoint(bag),
        "phrases": lambda v: any(f" {p} " in joined for p in v),
        "host": lambda v: not v.isdisjoint(host),
        "last": lambda v: group.forms[-1].stem in v,
        "stems": lambda v: not v.isdisjoint(group.stems),
        "head": lambda v: group.stem in v,
        "subject": lambda v: facts.public if v == "public" else facts.actor == (v == "actor"),
        "short": lambda v: (sum(not w.punct for w in words[clause.body : clause.end]) <= _SHORT) == v,
        "plural": lambda v: group.forms[-1].plural == v,
        "counted": lambda v: facts.counted == v,
        "content": lambda v: facts.content == v,
        "future": lambda v: (group.forms[-1].form == "fut") == v,
        "dated": lambda v: facts.dated == v,
        "ahead": lambda v: facts.ahead == v,
    }
    return all(check(rule[name]) for name, check in checks.items() if name in rule)
