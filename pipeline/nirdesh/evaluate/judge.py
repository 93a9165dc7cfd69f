"""Fits the judge of directives: which drafts of the rules are directives, and which are right.

``python -m nirdesh.evaluate.judge corpus --data DATA`` reads the `develop` parts, ``empty.jsonl`` and, with
the treebank at hand, the `develop` part of its annotated documents, prints what ten-fold cross-validation by
report says of it, and writes ``frames/judge.tsv`` and ``judge.toml``. Drafts that gold neither wants nor
forbids are left out.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from nirdesh.assemble import assemble
from nirdesh.evaluate.gold import GoldReport, ids_of, read_gold, read_splits, read_texts
from nirdesh.evaluate.score import DirectiveVerdict, directive_verdicts
from nirdesh.evaluate.standoff import read_standoff
from nirdesh.extract.directives.extractor import Extractor
from nirdesh.ingest.build import to_report
from nirdesh.ingest.document import Document
from nirdesh.report import Report
from nirdesh.run.pipeline import Pipeline

Floats = npt.NDArray[np.float64]
EMPTY = "empty.jsonl"
FOLDS = 10
RARE = 3
# Probability that one directive of a report has to reach; cross-validation prints what that saves and costs.
SURE = 0.53
RIDGE = 12.0
RIDGE_RIGHT = 16.0
# The curve of F1 is flat; on news the lower end of the flat part loses fewer directives.
FLAT = 0.005
LOWEST = 0.3
# The rules were tuned on these longest, so what is found there is right more often than on a new report.
TUNED = ("develop", "develop_more")
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
    steps = np.arange(LOWEST, 0.8, 0.05)
    figures = [_f1(said, found, missed, step) for step in steps]
    return float(round(next(s for s, f1 in zip(steps, figures, strict=True) if f1 >= max(figures) - FLAT), 2))


def _f1(said: Floats, found: Floats, missed: int, threshold: float) -> float:
    kept = said >= threshold
    right = float(found[kept].sum())
    return 2 * right / max(1.0, float(kept.sum() + found.sum()) + missed)


def tuned(splits: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Reports of ``TUNED``, from which nothing is learned of what is right."""
    return frozenset(name for part in TUNED for name in splits[part])


def both(
    found: Sequence[Case], known: frozenset[str], ridge: float = RIDGE
) -> tuple[list[str], Floats, Floats]:
    """Signals and weights of both models; the second learns from all where all reports are ``known``."""
    names = names_of(found)
    values = matrix(found, names)
    real = [i for i, case in enumerate(found) if case.found]
    new = [i for i in real if found[i].report not in known] or real
    return (
        names,
        fit(values, np.array([float(bool(case.found)) for case in found]), ridge),
        fit(values[new], np.array([float(found[i].right) for i in new]), RIDGE_RIGHT),
    )


def report(found: Sequence[Case], ridge: float, wanted: Mapping[str, int], known: frozenset[str]) -> float:
    """Print what cross-validation says of both models; the best threshold.

    Args:
        wanted: Directives that the gold asks for, by report.
        known: Reports that the second model learns nothing from.
    """
    real = np.array([float(bool(case.found)) for case in found])
    right = np.array([float(case.right) for case in found])
    counted = np.array([case.scored for case in found])
    said, share = crossed(found, real, ridge), np.zeros(len(found))
    fresh = np.array([bool(case.found) and case.report not in known for case in found])
    share[fresh] = crossed([c for c, new in zip(found, fresh, strict=True) if new], right[fresh], RIDGE_RIGHT)
    missed = max(0, sum(wanted.values()) - int(real.sum()))
    for least in (0.3, 0.4, 0.5, 0.6):
        kept = int(((said >= least) & ~counted).sum())
        print(
            f"  at {least}: F1 {_f1(said[counted], real[counted], missed, least):.4f}, {kept} of "
            f"{int((~counted).sum())} that gold names as no directive are left"
        )
    some = np.array([wanted[case.report] > 0 for case in found])  # SURE is for reports without any
    threshold = best_threshold(
        said[some], real[some], missed
    )  # what gold names as no directive is wrong here
    _print_sure(found, said, wanted, threshold)
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


def _print_sure(found: Sequence[Case], said: Floats, wanted: Mapping[str, int], threshold: float) -> None:
    """What it costs and saves that one directive of a report has to reach a probability."""
    best: defaultdict[str, float] = defaultdict(float)
    hits: Counter[str] = Counter()
    for case, p in zip(found, said, strict=True):
        if p >= threshold:
            best[case.report] = max(best[case.report], float(p))
            hits[case.report] += bool(case.found)
    none = [name for name, count in wanted.items() if not count]
    for least in (threshold, SURE, 0.5, 0.6, 0.7):
        empty = sum(best[name] < least for name in none)
        lost = sum(count for name, count in hits.items() if best[name] < least)
        print(f"  sure {least}: {empty} of {len(none)} reports without a directive are empty, {lost} lost")


def write(found: Sequence[Case], ridge: float, threshold: float, known: frozenset[str], out: Path) -> None:
    """Fit both models and write their tables."""
    names, first, second = both(found, known, ridge)
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
        "# none of which has the probability of sure. Made by nirdesh.evaluate.judge.\n"
    )
    body = f"version = 1\nthreshold = {threshold}\nsure = {SURE}\n"
    (out / "judge.toml").write_text(head + body, encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit on the `develop` part of a corpus, print what cross-validation says, write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder of the corpus")
    parser.add_argument("--ridge", type=float, default=RIDGE, help="penalty of the weights")
    parser.add_argument("--data", type=Path, help="folder with the treebank, or its parent")
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    chosen = parser.parse_args(arguments)
    gold = {r.id: r for r in read_gold(chosen.corpus / "gold.jsonl")}
    splits = read_splits(chosen.corpus / "splits.toml")
    reports = [gold[name] for name in ids_of(splits, "develop")]
    known = tuned(splits)
    empty = read_texts(chosen.corpus / EMPTY)
    texts = {r.file: text for r, text in empty}
    reports += [r for r, _ in empty]
    if chosen.data is not None:
        folder = chosen.corpus / "treebank"
        named = set(read_splits(folder / "splits.toml")["develop"])
        news = [(r, text) for r, text in read_standoff(folder, chosen.data) if r.id in named]
        texts |= {r.file: text for r, text in news}
        reports += [r for r, _ in news]

    def text(one: GoldReport) -> str:
        return texts.get(one.file) or (chosen.corpus / "reports" / one.file).read_bytes().decode("utf-8")

    found = cases(Pipeline("spacy"), reports, text)
    wanted = {r.id: sum(not d.soft for d in r.directives) for r in reports}
    judged = [case for case in found if case.found is not None]
    threshold = report(judged, chosen.ridge, wanted, known)
    if not chosen.dry_run:
        write(judged, chosen.ridge, threshold, known, OUT)


if __name__ == "__main__":
    main()
