"""The grammar: rules read from a table, compiled to one table of category paths per layer.

A rule's pattern is a sequence of categories; ``a=cat`` names a slot, ``x|y`` are alternatives, ``?``
makes an element optional, and ``>`` before the last one asks for it without taking it in. Layers run in
order, from left to right unless their name ends in ``<``; in one layer the longest match at each place
wins, then the earlier rule. A rule whose action refuses the match falls through to the next. Work is
bounded by text length times the longest pattern.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from nirdesh.extract.dates.items import Item
from nirdesh.extract.dates.lexicon import Cats, read_rows

Slots = Mapping[str, Any]
Action = Callable[[Slots], "Cats | None"]


@dataclass(frozen=True, slots=True)
class Path:
    """One way to match a rule: the rule's rank and id, its action, and which positions fill which slots."""

    rank: int
    rule: str
    action: Action
    slots: tuple[tuple[int, str, str], ...]
    profile: str
    ahead: int = 0


@dataclass(slots=True)
class State:
    """Node of a layer's table."""

    next: dict[str, State] = field(default_factory=dict)
    paths: list[Path] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of the grammar; right-to-left layers fold lists from their last member."""

    name: str
    root: State
    backwards: bool


def _element(text: str) -> tuple[str, tuple[str, ...], bool]:
    optional = text.endswith("?")
    body = text.rstrip("?")
    name, _, cats = body.rpartition("=")
    return name, tuple(cats.split("|")), optional


def _expand(pattern: str) -> list[list[tuple[str, str]]]:
    """All sequences of (slot, category) that the pattern stands for."""
    choices: list[list[tuple[str, str] | None]] = []
    for part in pattern.split():
        name, cats, optional = _element(part)
        choices.append([(name, cat) for cat in cats] + ([None] if optional else []))
    return [[step for step in combo if step is not None] for combo in itertools.product(*choices)]


def compile_rules(rows: list[list[str]], actions: Mapping[str, Action]) -> list[Layer]:
    """Compile rule rows (layer, id, profile, pattern, action) to layers in order of first mention."""
    layers: dict[str, Layer] = {}
    for rank, (layer, rule, profile, pattern, action) in enumerate(rows):
        compiled = layers.setdefault(layer, Layer(layer, State(), layer.endswith("<")))
        for steps in _expand(pattern):
            if not steps:
                continue
            state = compiled.root
            for _, cat in steps:
                state = state.next.setdefault(cat.lstrip(">"), State())
            slots = tuple((i, name, cat) for i, (name, cat) in enumerate(steps) if name)
            ahead = sum(cat.startswith(">") for _, cat in steps)
            state.paths.append(Path(rank, rule, actions[action], slots, profile, ahead))
    return list(layers.values())


def _matches(state: State, items: list[Item], i: int, depth: int, found: list[tuple[int, Path]]) -> None:
    if state.paths:
        found.extend((depth, path) for path in state.paths)
    if i >= len(items) or not state.next:
        return
    following = state.next
    cats = items[i].cats
    if len(cats) < len(following):
        for cat in cats:
            deeper = following.get(cat)
            if deeper is not None:
                _matches(deeper, items, i + 1, depth + 1, found)
    else:
        for cat, deeper in following.items():
            if cat in cats:
                _matches(deeper, items, i + 1, depth + 1, found)


def _reduce(items: list[Item], i: int, found: list[tuple[int, Path]], profile: str) -> Item | None:
    """Apply the best match at ``i`` that its action accepts; the matched items are replaced in place."""
    found.sort(key=lambda match: (-match[0], match[1].rank))
    for depth, path in found:
        if path.profile not in ("*", profile):
            continue
        length = depth - path.ahead
        slots: dict[str, Any] = {name: items[i + k].cats[cat] for k, name, cat in path.slots}
        slots["@"] = items[i : i + length]
        cats = path.action(slots)
        if cats is None:
            continue
        if "veto" in cats:
            return None
        cats["rule"] = path.rule
        made = Item(items[i].start, items[i + length - 1].end, cats)
        items[i : i + length] = [made]
        return made
    return None


def run_layer(layer: Layer, items: list[Item], profile: str) -> None:
    """Run one layer over the items of an island, in place."""
    first = layer.root.next
    i = len(items) - 1 if layer.backwards else 0
    while 0 <= i < len(items):
        if not first.keys().isdisjoint(items[i].cats):
            found: list[tuple[int, Path]] = []
            _matches(layer.root, items, i, 0, found)
            size = len(items)
            if found and _reduce(items, i, found, profile) is not None and len(items) < size:
                continue  # the new item may itself begin a longer match
        i += -1 if layer.backwards else 1


@cache
def load_grammar() -> list[Layer]:
    """The compiled grammar (read once)."""
    from nirdesh.extract.dates.build import ACTIONS

    return compile_rules(read_rows("rules.tsv"), ACTIONS)
