"""Fits the judge of directives: which drafts of the rules are directives, and which are right.

``python -m nirdesh.evaluate.judge corpus`` reads the `develop` parts, prints what ten-fold cross-validation
by report says of it, and writes ``frames/judge.tsv`` and ``judge.toml``. Drafts that gold neither
wants nor forbids are left out.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from nirdesh.assemble import assemble
from nirdesh.evaluate.gold import GoldReport, ids_of, read_gold, read_splits
from nirdesh.evaluate.score import DirectiveVerdict, directive_verdicts
from nirdesh.extract.directives.extractor import Extractor
from nirdesh.ingest.build import to_report
from nirdesh.ingest.document import Document
from nirdesh.report import Report
from nirdesh.run.pipeline import Pipeline

Floats = npt.NDArray[np.float64]
FOLDS = 10
RARE = 3
# By cross-validation two more of 24 reports without a directive stay empty, and two of 718 directives go.
SURE = 0.5
RIDGE = 8.0
RIDGE_RIGHT = 16.0
# The curve of F1 is flat; on news the lower end of the flat part loses fewer directives.
FLAT = 0.005
# The rules were tuned on these longest, so what is found there is right more often than on a new report.
TUNED = ("develop", "develop_more")
# These are built like real pages of few distractors: nearly every draft in them is a directive.
PLAIN = ("develop_fourth", "develop_fifth")
OUT = Path(__file__).parents[1] / "lexicon" / "data" / "frames"


@dataclass(frozen=True, slots=True)
class Case:
    """One draft of a report: its signals, and what gold says of it (None: said before, so left out).

    Attributes:
        scored: Whether scores count it; what gold names as no directive they pass over.
    """

    report: str
    signals: frozenset[str]
    found: bool | None
    right: bool
    scored: bool = True


def cases(pipeline: Pipeline, gold: Iterable[GoldReport], text: Callable[[GoldReport], str]) -> list[Case]:
    """Drafts of annotated reports, judged."""
    out = []
    for report in gold:
        document = Document(
            source=report.file, place=report.file, text=text(report), published=report.published
        )
        made = to_report(document)
        if not isinstance(made, Report):
            continue
        doc = pipeline.extracted(made)
        extractor = Extractor(doc)
        drafts = extractor.candidates()
        known = {office.id for office in doc._.offices}
        new = (office for office in extractor.entities.made.values() if office.id not in known)
        doc._.offices = (*doc._.offices, *new)
        doc._.directives = tuple(replace(d, confidence=0.5) for d, _ in drafts)
        record = next(iter(assemble([doc])))
        verdicts = directive_verdicts(report, record)
        for (_, signals), verdict in zip(drafts, verdicts, strict=True):
            real = verdict in (DirectiveVerdict.WHOLE, DirectiveVerdict.FOUND)
            found = None if verdict is DirectiveVerdict.FREE else real
            scored = verdict is not DirectiveVerdict.IGNORED
            out.append(Case(report.id, signals, found, verdict is DirectiveVerdict.WHOLE, scored))
    return out


def names_of(found: Sequence[Case]) -> list[str]:
    """Signals that occur in at least ``RARE`` reports, sorted, the bias first."""
    seen: Counter[str] = Counter()
    for signals in {
        c.report: frozenset().union(*(d.signals for d in found if d.report == c.report)) for c in found
    }.values():
        seen.update(signals)
    return ["bias", *sorted(name for name, count in seen.items() if count >= RARE)]


def matrix(found: Sequence[Case], names: Sequence[str]) -> Floats:
    """``(cases, names)`` of zeros and ones."""
    index = {name: i for i, name in enumerate(names)}
    out = np.zeros((len(found), len(names)))
    out[:, 0] = 1
    for row, case in enumerate(found):
        out[row, [index[s] for s in case.signals if s in index]] = 1
    return out


def fit(values: Floats, wanted: Floats, ridge: float, rounds: int = 400) -> Floats:
    """Weights of a logistic model with a ridge penalty (not on the bias), by accelerated gradient steps.

    Example:
        >>> weights = fit(np.array([[1.0, 1.0], [1.0, 0.0]] * 9), np.array([1.0, 0.0] * 9), 0.1)
        >>> bool(weights[1] > 1)
        True
    """
    penalty = np.full(values.shape[1], ridge)
    penalty[0] = 1e-3
    rate = 1 / (0.25 * float(np.linalg.norm(values, 2)) ** 2 + ridge)
    weights = np.zeros(values.shape[1])
    ahead = weights
    for step in range(rounds):
        error = 1 / (1 + np.exp(-(values @ ahead))) - wanted
        new = ahead - rate * (values.T @ error + penalty * ahead)
        ahead = new + step / (step + 3) * (new - weights)
        weights = new
    return weights


def fold_of(report: str) -> int:
    """Which part of the cross-validation a report belongs to."""
    return int(hashlib.sha256(report.encode()).hexdigest(), 16) % FOLDS


def predict(values: Floats, weights: Floats) -> Floats:
    """Probabilities of a model."""
    return np.asarray(1 / (1 + np.exp(-(values @ weights))))


def crossed(found: Sequence[Case], wanted: Floats, ridge: float) -> Floats:
    """Probabilities for each case by a model that saw no case of its fold."""
    out = np.zeros(len(found))
    folds = np.array([fold_of(case.report) for case in found])
    for fold in range(FOLDS):
        own = folds == fold
        rest = [case for case, inside in zip(found, own, strict=True) if not inside]
        names = names_of(rest)
        weights = fit(matrix(rest, names), wanted[~own], ridge)
        out[own] = predict(
            matrix([c for c, inside in zip(found, own, strict=True) if inside], names), weights
        )
    return out


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


def best_threshold(said: Floats, found: Floats, missed: int) -> float:
    """The lowest probability to keep a draft at that makes F1 of directives highest, or nearly so.

    Example:
        >>> 0.2 < best_threshold(np.array([0.9, 0.8, 0.2]), np.array([1.0, 1.0, 0.0]), 0) <= 0.8
        True
    """
    steps = np.arange(0.05, 0.8, 0.05)
    figures = [_f1(said, found, missed, step) for step in steps]
    return float(round(next(s for s, f1 in zip(steps, figures, strict=True) if f1 >= max(figures) - FLAT), 2))


def _f1(said: Floats, found: Floats, missed: int, threshold: float) -> float:
    kept = said >= threshold
    right = float(found[kept].sum())
    return 2 * right / max(1.0, float(kept.sum() + found.sum()) + missed)


@dataclass(frozen=True, slots=True)
class Left:
    """Reports that a model learns nothing from: of what is a directive, and of what is right."""

    found: frozenset[str]
    right: frozenset[str]

    @classmethod
    def of(cls, splits: Mapping[str, Sequence[str]]) -> Left:
        """The reports of ``PLAIN`` and of ``TUNED``."""
        found, right = (frozenset(i for part in parts for i in splits[part]) for parts in (PLAIN, TUNED))
        return cls(found, right)


def both(found: Sequence[Case], left: Left, ridge: float = RIDGE) -> tuple[list[str], Floats, Floats]:
    """Signals and weights of both models; a model whose reports are all left out learns from all."""
    names = names_of(found)
    values = matrix(found, names)
    real = [i for i, case in enumerate(found) if case.found]
    first = [i for i, case in enumerate(found) if case.report not in left.found] or list(range(len(found)))
    second = [i for i in real if found[i].report not in left.right] or real
    return (
        names,
        fit(values[first], np.array([float(bool(found[i].found)) for i in first]), ridge),
        fit(values[second], np.array([float(found[i].right) for i in second]), RIDGE_RIGHT),
    )


def judged(found: Sequence[Case], ridge: float, left: Left) -> tuple[Floats, Floats, Floats, Floats]:
    """What is true, and cross-validated probabilities of both models; 0 for reports that are left out."""
    real = np.array([float(bool(case.found)) for case in found])
    right = np.array([float(case.right) for case in found])
    said, share = np.zeros(len(found)), np.zeros(len(found))
    rich = np.array([case.report not in left.found for case in found])
    said[rich] = crossed([c for c in found if c.report not in left.found], real[rich], ridge)
    fresh = np.array([bool(case.found) and case.report not in left.right for case in found])
    inside = [case for case, new in zip(found, fresh, strict=True) if new]
    share[fresh] = crossed(inside, right[fresh], RIDGE_RIGHT)
    return real, right, said, share


def report(found: Sequence[Case], ridge: float, missed: int, left: Left) -> float:
    """Print what cross-validation says of reports that the first model learns from; the best threshold."""
    rich = np.array([case.report not in left.found for case in found])
    real, right, said, share = (column[rich] for column in judged(found, ridge, left))
    counted = np.array([case.scored for case in found])[rich]
    for least in (0.3, 0.4, 0.5, 0.6):
        kept = int(((said >= least) & ~counted).sum())
        print(
            f"  at {least}: F1 {_f1(said[counted], real[counted], missed, least):.4f}, {kept} of "
            f"{int((~counted).sum())} that gold names as no directive are left"
        )
    threshold = best_threshold(said, real, missed)  # what gold names as no directive is wrong here
    both_say = (said >= threshold) & (share > 0)
    print(f"ridge {ridge}: {len(said)} drafts, {int(real.sum())} directives, {int(right.sum())} whole")
    alone, kept_f1 = (_f1(said[counted], real[counted], missed, least) for least in (0.0, threshold))
    print(f"  F1 without judge {alone:.4f}, at {threshold} {kept_f1:.4f}")
    rows = [(float(p), bool(r)) for p, r in zip(said, real, strict=True)]
    print(f"  calibration error: found {calibration_error(rows)}", end=", ")
    rows = [
        (float(p * s), bool(r))
        for p, s, r in zip(said[both_say], share[both_say], right[both_say], strict=True)
    ]
    print(f"right, of those found {calibration_error(rows)}")
    return threshold


def write(found: Sequence[Case], ridge: float, threshold: float, left: Left, out: Path) -> None:
    """Fit both models and write their tables."""
    names, first, second = both(found, left, ridge)
    lines = [
        "# Log-odds that a draft is a directive, and that a directive is right, by its signals.",
        f"# Made by nirdesh.evaluate.judge on {len(found)} drafts of annotated reports; Apache-2.0.",
        "signal\tfound\tright",
    ]
    for name, a, b in zip(names, first, second, strict=True):
        if abs(a) >= 0.01 or abs(b) >= 0.01 or name == "bias":
            lines.append(f"{name}\t{a:.3f}\t{b:.3f}")
    (out / "judge.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    head = (
        "# Drafts of directives with less probability than threshold are dropped, and all of a report\n"
        "# none of which has the confidence of sure. Made by nirdesh.evaluate.judge.\n"
    )
    body = f"version = 1\nthreshold = {threshold}\nsure = {SURE}\n"
    (out / "judge.toml").write_text(head + body, encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit on the `develop` part of a corpus, print what cross-validation says, write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder of the corpus")
    parser.add_argument("--ridge", type=float, default=RIDGE, help="penalty of the weights")
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    chosen = parser.parse_args(arguments)
    gold = {r.id: r for r in read_gold(chosen.corpus / "gold.jsonl")}
    splits = read_splits(chosen.corpus / "splits.toml")
    reports = [gold[name] for name in ids_of(splits, "develop")]
    left = Left.of(splits)
    found = cases(
        Pipeline("spacy"),
        reports,
        lambda r: (chosen.corpus / "reports" / r.file).read_bytes().decode("utf-8"),
    )
    rich = [r for r in reports if r.id not in left.found]
    missed = sum(not d.soft for r in rich for d in r.directives)
    missed -= sum(bool(c.found) for c in found if c.report not in left.found)
    judged_cases = [case for case in found if case.found is not None]
    threshold = report(judged_cases, chosen.ridge, max(0, missed), left)
    if not chosen.dry_run:
        write(judged_cases, chosen.ridge, threshold, left, OUT)


if __name__ == "__main__":
    main()
