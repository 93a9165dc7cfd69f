"""How binding a clause is: the ordered rules of ``frames/moods.toml`` over its verb, words and frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed, fold, table
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.lexis import affixes, sequences, word_class

_SHORT = 3  # words of a clause that only judges what follows (बेहतर हो कि …)


@dataclass(frozen=True, slots=True)
class Facts:
    """What rules see besides the clause: class of its frame, whether a doer is named, whether it is dated.

    Also whether who says it holds an office, and whether a stretch of time in it began before the report.
    """

    cls: str
    actor: bool
    dated: bool
    content: bool = False
    counted: bool = False
    public: bool = False
    ahead: bool = False
    office: bool = False
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """A modality, or None for no directive, and the id of the rule that gave it."""

    modality: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class _Rule:
    """A row of the table: what it asks for, by the names of checks, and what it gives."""

    id: str
    moods: frozenset[str]
    asks: tuple[tuple[str, Any], ...]
    gives: str | None
    settled: bool


@cache
def _rules(mood: str) -> tuple[_Rule, ...]:
    """Rules that a verb of this mood may meet, in the order of the table."""
    rules = []
    for row in table("frames/moods.toml")["rule"]:
        rule = dict(row)
        for name in ("words", "host", "stems", "head", "last"):
            if name in rule:
                rule[name] = frozenset(fold(w) for w in rule[name])
        if "phrases" in rule:
            rule["phrases"] = tuple(fold(p) for p in rule["phrases"])
        asks = tuple((name, rule[name]) for name in _CHECKS if name in rule)
        gives = None if rule["gives"] == "none" else rule["gives"]
        settled = rule.get("settled", False)
        rules.append(_Rule(rule["id"], frozenset(rule["moods"]), asks, gives, settled))
    return tuple(rule for rule in rules if mood in rule.moods)


def decide(clause: Clause, facts: Facts, mood: str | None = None) -> Decision:
    """Modality of a clause with a finite verb; ``mood`` overrides the verb's own (पहुंचे read as पहुंचें)."""
    group = clause.group
    if group is None or any(w.text == "?" for w in clause.sentence.words[clause.end : clause.end + 2]):
        return Decision(None, "no-verb")
    seen = _seen(clause, group, facts)
    for rule in _rules(mood or group.mood):
        if all(_CHECKS[name](seen, asked) for name, asked in rule.asks):
            return Decision(rule.gives, f"mood:{rule.id}")
    return Decision(None, "mood:none")


def settled(clause: Clause) -> bool:
    """यह आदेश 5 मई तक प्रभावी रहेगा: whether a clause is none by its words alone, whoever reads it."""
    group = clause.group
    if group is None:
        return False
    seen = _seen(clause, group, Facts("none", actor=False, dated=False))
    rules = [rule for rule in _rules(group.mood) if rule.settled]
    return any(all(_CHECKS[name](seen, asked) for name, asked in rule.asks) for rule in rules)


def _bag(clause: Clause) -> frozenset[str]:
    first = clause.front[0] if clause.front else clause.start
    keys: set[str] = set()
    for word in clause.sentence.words[first : clause.end]:
        keys |= word.nouns
    return frozenset(keys)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the checks look at: nouns of the clause and of its host, its joined keys, the facts."""

    group: VerbGroup
    facts: Facts
    bag: frozenset[str]
    joined: str
    host: frozenset[str]
    short: bool
    familiar: bool
    relative: bool
    own: bool
    reasoned: bool
    act: bool


def _seen(clause: Clause, group: VerbGroup, facts: Facts) -> _Seen:
    words = clause.sentence.words
    host = words[group.host].nouns if group.host is not None else frozenset()
    short = sum(not w.punct for w in words[clause.body : clause.end]) <= _SHORT
    joined = " " + " ".join(clause.word_keys()) + " "
    relative = words[clause.body].key in word_class("relative_subjects")
    own = any(w.key.endswith(affixes("own_future_endings")) for w in words[group.start : group.end])
    reasoned = any(f" {' '.join(reason)} " in joined for reason in sequences("reasons"))
    familiar = _familiar(clause, group)
    act = _judges_act(clause, group)
    return _Seen(group, facts, _bag(clause), joined, host, short, familiar, relative, own, reasoned, act)


def _judges_act(clause: Clause, group: VerbGroup) -> bool:
    """नारे लिखना भी | प्रतिबंधित है: whether an infinitive stands right before the verb's noun."""
    last = (group.host if group.host is not None else group.start) - 1
    while last > clause.start and clause.sentence.words[last].key in closed("particles"):
        last -= 1
    return any(g.mood == "inf" and g.end == last + 1 for g in clause.groups)


def _familiar(clause: Clause, group: VerbGroup) -> bool:
    """उठो, जीत लो, डरो मत; not हो."""
    last = next((w for w in reversed(clause.sentence.words[group.start : group.end]) if w.verbs), None)
    if last is None or group.forms[-1].form != "subj" or group.forms[-1].stem in word_class("stative_verbs"):
        return False
    return last.key.endswith(affixes("familiar_endings"))


_CHECKS: Final[dict[str, Callable[[_Seen, Any], bool]]] = {
    "cls": lambda seen, v: seen.facts.cls in v,
    "negative": lambda seen, v: seen.group.negative == v,
    "passive": lambda seen, v: seen.group.passive == v,
    "words": lambda seen, v: not v.isdisjoint(seen.bag),
    "phrases": lambda seen, v: any(f" {p} " in seen.joined for p in v),
    "host": lambda seen, v: not v.isdisjoint(seen.host),
    "last": lambda seen, v: seen.group.forms[-1].stem in v,
    "stems": lambda seen, v: not v.isdisjoint(seen.group.stems),
    "head": lambda seen, v: seen.group.stem in v,
    "subject": lambda seen, v: seen.facts.public if v == "public" else seen.facts.actor == (v == "actor"),
    "short": lambda seen, v: seen.short == v,
    "own": lambda seen, v: seen.own == v,
    "act": lambda seen, v: seen.act == v,
    "reasoned": lambda seen, v: seen.reasoned == v,
    "relative": lambda seen, v: seen.relative == v,
    "familiar": lambda seen, v: seen.familiar == v,
    "plural": lambda seen, v: seen.group.forms[-1].plural == v,
    "counted": lambda seen, v: seen.facts.counted == v,
    "content": lambda seen, v: seen.facts.content == v,
    "future": lambda seen, v: (seen.group.forms[-1].form == "fut") == v,
    "dated": lambda seen, v: seen.facts.dated == v,
    "ahead": lambda seen, v: seen.facts.ahead == v,
    "office": lambda seen, v: seen.facts.office == v,
    "begun": lambda seen, v: seen.facts.begun == v,
}
