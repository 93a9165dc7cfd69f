"""Fit the probability that a directive or assignment is right from the rules that made it.

``python -m nirdesh.evaluate.rule_confidence GOLD.jsonl RECORDS.jsonl IDS… > frames/confidence.toml``

A logistic model with one weight for each rule id and a ridge penalty; rules that are seen less than three
times get no weight of their own. It writes a table that the extractors read: nothing is learned at run time.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from nirdesh.evaluate.matching import edtf_key, match, same_names, word_f1

_ROUNDS = 600
_RATE = 0.05
_RIDGE = 1.5
_RARE = 3
_FOUND = 0.5

Row = tuple[tuple[str, ...], bool]


def fit(rows: Sequence[Row]) -> tuple[float, dict[str, float]]:
    """Bias and weight of each rule.

    Example:
        >>> bias, weights = fit([(("a",), True)] * 8 + [(("b",), False)] * 8)
        >>> weights["a"] > 0 > weights["b"]
        True
    """
    seen = Counter(rule for rules, _ in rows for rule in set(rules))
    weights = {rule: 0.0 for rule, count in sorted(seen.items()) if count >= _RARE}
    bias = 0.0
    for _ in range(_ROUNDS):
        slope: dict[str, float] = {rule: -_RIDGE * weight / len(rows) for rule, weight in weights.items()}
        lift = 0.0
        for rules, right in rows:
            error = right - _probability(bias, weights, rules)
            lift += error / len(rows)
            for rule in set(rules) & weights.keys():
                slope[rule] += error / len(rows)
        bias += _RATE * 10 * lift
        for rule, value in slope.items():
            weights[rule] += _RATE * 10 * value
    return bias, weights


def _probability(bias: float, weights: dict[str, float], rules: Iterable[str]) -> float:
    return 1 / (1 + math.exp(-(bias + sum(weights.get(rule, 0.0) for rule in set(rules)))))


def judged(gold: dict[str, Any], record: dict[str, Any]) -> list[Row]:
    """Each directive of a record with whether who, whom, what and when are right."""
    names = {p["id"]: p["name"] for p in record["people"]}
    wanted, found = gold.get("directives", []), record["directives"]

    def similarity(g: dict[str, Any], f: dict[str, Any]) -> float:
        action = word_f1(g["action"], f["action"]["text"])
        both = 0.9 * word_f1(g["evidence"], f["evidence"]["text"]) if action >= 0.3 else 0.0
        return max(action, both)

    pairs = {j: i for i, j in match(wanted, found, similarity, _FOUND).items()}
    return [
        (tuple(row["rules"]), j in pairs and _whole(wanted[pairs[j]], row, names))
        for j, row in enumerate(found)
    ]


def _whole(gold: dict[str, Any], row: dict[str, Any], names: dict[str, str]) -> bool:
    issuers = [names.get(i, i) for i in row["issuers"]]
    told = [names.get(a["person"] or "", a["text"]) for a in row["addressees"]]
    when = {edtf_key(w["edtf"]) for w in row["when"]}
    who = any(
        same_names(names_, issuers) or word_f1(" ".join(names_), " ".join(issuers)) >= 0.67
        for names_ in _readings(gold, "issuer")
    )
    whom = any(
        (not names_ and not told) or word_f1(" ".join(names_), " ".join(told)) >= _FOUND
        for names_ in _readings(gold, "addressee")
    )
    return who and whom and {edtf_key(w) for w in gold.get("when", [])} == when


def _readings(gold: dict[str, Any], name: str) -> list[list[str]]:
    other = gold.get(f"{name}_alt")
    return [gold[name], *([other if isinstance(other, list) else [other]] if other is not None else [])]


def calibration_error(rows: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error: mean distance of said and true probability over equal bins.

    Example:
        >>> calibration_error([(0.9, True)] * 9 + [(0.9, False)])
        0.0
    """
    total = 0.0
    for low in range(bins):
        inside = [
            (p, r) for p, r in rows if low / bins <= p < (low + 1) / bins or (low == bins - 1 and p == 1)
        ]
        if inside:
            said = sum(p for p, _ in inside) / len(inside)
            true = sum(r for _, r in inside) / len(inside)
            total += len(inside) / len(rows) * abs(said - true)
    return round(total, 4)


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main(arguments: Sequence[str]) -> int:
    """Print the table for the reports whose ids are given (all without ids)."""
    gold = {Path(g["file"]).name: g for g in _read(Path(arguments[0]))}
    wanted = set(arguments[2:])
    rows: list[Row] = []
    for record in _read(Path(arguments[1])):
        name = Path(record["report"]["source"]).name
        if name in gold and (not wanted or gold[name]["id"] in wanted):
            rows += judged(gold[name], record)
    bias, weights = fit(rows)
    print(
        "# Log-odds that a directive is right, by the rules that made it: bias plus the weights of its rules."
    )
    print(f"# Made by nirdesh.evaluate.rule_confidence on {len(rows)} directives of the develop split.")
    print(f"version = 2\nbias = {bias:.3f}\n\n[rules]")
    for rule, weight in sorted(weights.items()):
        print(f'"{rule}" = {weight:.3f}')
    said = [(_probability(bias, weights, rules), right) for rules, right in rows]
    print(f"calibration error on the same directives: {calibration_error(said)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
