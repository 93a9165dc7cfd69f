"""Fits and measures whom pronouns mean.

``python -m nirdesh.evaluate.pronouns corpus`` learns the weights of ``lexicon/data/names/pronouns.toml`` from
the references of the development reports and from ``corpus/pronouns.jsonl``; ``--check FILE`` only measures
what is shipped on marked passages. There every pronoun of one person is marked ``[उन्होंने|whom it means]``.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np
import regex
from numpy.typing import NDArray

from nirdesh.analyse import Engine, load_engine
from nirdesh.evaluate.entities import reference_kind
from nirdesh.evaluate.gold import read_gold, read_splits
from nirdesh.evaluate.matching import name_key
from nirdesh.extract.people.component import annotate
from nirdesh.extract.people.mentions import OfficeDraft
from nirdesh.extract.people.merge import Draft
from nirdesh.extract.people.pronouns import Pronouns
from nirdesh.extract.people.salience import Entity, Track, form_of
from nirdesh.extract.people.trained import tagger
from nirdesh.extract.words import Word, scan
from nirdesh.ingest.build import to_report
from nirdesh.ingest.document import Document
from nirdesh.lexicon.files import data_path
from nirdesh.report import Report

PASSAGES: Final = "pronouns.jsonl"
USES: Final = ("agent", "loose")
LEAST: Final = {"agent": 0.0, "loose": 0.4}  # share below which nobody is chosen
RIDGE: Final = 3.0
REPORTS_COUNT: Final = 3  # times that an example of a whole report counts; passages name fewer people
STEPS: Final = 600
RATE: Final = 0.05
_MARK: Final = regex.compile(r"\[([^|\]]+)\|([^\]]+)\]")
_HEADER: Final = """\
# How much each sign of extract/people/salience.py speaks for a person as the one that a pronoun means
# (version 2). Own work, fitted by `python -m nirdesh.evaluate.pronouns corpus` on the develop reports of the
# corpus and on corpus/pronouns.jsonl. Licence: Apache-2.0.
# "agent": उन्होंने, उनका कहना; "loose": वे, वह, उन्हें, उनका. least: share below which nobody is chosen.
"""
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its pronouns: which of the same words in a row, and whom it means."""

    id: str
    text: str
    meant: dict[tuple[str, int], str]


@dataclass
class Example:
    """A pronoun: signs of all who may be meant, and which of them is."""

    use: str
    signs: list[dict[str, float]]
    right: int


@dataclass
class TaughtPronouns(Pronouns):
    """Follows what is known, so that later pronouns see the right ones before them."""

    meant: Mapping[tuple[str, int], str] = field(default_factory=dict)
    examples: list[Example] = field(default_factory=list)

    def choose(self, index: int, use: str, able: list[Track]) -> Entity | None:
        """Whom it is known to mean, or whom the weights choose."""
        word = self.words[index]
        number = sum(other.text == word.text for other in self.words[:index])
        name = self.meant.get((word.text, number))
        right = [n for n, track in enumerate(able) if name and _is(track.entity, name)]
        if not right:
            return super().choose(index, use, able)
        self.examples.append(Example(use, self.signs(index, able), right[0]))
        return able[right[0]].entity


@dataclass
class _Resolver:
    """Makes a resolver that knows what is meant, and keeps it."""

    meant: Mapping[tuple[str, int], str]
    made: list[TaughtPronouns] = field(default_factory=list)

    def __call__(self, words: list[Word], drafts: list[Draft], offices: list[OfficeDraft]) -> Pronouns:
        self.made.append(TaughtPronouns(words, drafts, offices, meant=self.meant))
        return self.made[-1]


def _is(entity: Entity, name: str) -> bool:
    forms = entity.forms if isinstance(entity, Draft) else [entity.title]
    return name_key(name) in {name_key(form) for form in forms}


def unmark(marked: str) -> Passage:
    """A marked passage without its marks.

    Example:
        >>> unmark("क आए। [उन्होंने|क] कहा।").meant
        {('उन्होंने', 0): 'क'}
    """
    text, meant, at = "", {}, 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        word = mark[1].split()[0]
        meant[word, _count(text, word)] = mark[2]
        text += mark[1]
        at = mark.end()
    return Passage("", text + marked[at:], meant)


def _count(text: str, word: str) -> int:
    return sum(found.text == word for found in scan(text))


def read_passages(file: Path) -> list[Passage]:
    """Marked passages (``id`` and ``marked``), one a line."""
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    found = [(row["id"], unmark(row["marked"])) for row in rows]
    return [Passage(name, passage.text, passage.meant) for name, passage in found]


def corpus_passages(corpus: Path) -> list[Passage]:
    """The development reports with the pronouns among their references."""
    developing = {
        report
        for split, ids in read_splits(corpus / "splits.toml").items()
        if split.startswith("develop")
        for report in ids
    }
    found = []
    for report in read_gold(corpus / "gold.jsonl"):
        text = (corpus / "reports" / report.file).read_bytes().decode("utf-8")
        meant = {}
        for reference in report.refs:
            start = text.find(reference.text, max(text.find(reference.context), 0))
            word = reference.text.split()[0]
            if reference_kind(reference) == "pronoun":
                meant[word, _count(text[:start], word)] = reference.person
        if report.id in developing and meant:
            found.append(Passage(report.id, text, meant))
    return found


def run(
    engine: Engine, passages: Sequence[Passage], taught: bool = True
) -> Iterator[tuple[Passage, TaughtPronouns]]:
    """The resolver of each passage after its work, with the right answers given before or not."""
    regions = engine.nlp.create_pipe("nirdesh_regions")
    trained = tagger(engine.nlp)
    for passage in passages:
        report = to_report(Document(source=passage.id, place=passage.id, text=passage.text))
        if isinstance(report, Report):
            doc = regions(next(iter(engine.pipe([report]))))
            resolver = _Resolver(passage.meant if taught else {})
            annotate(doc, partial(trained.complete, doc=doc), resolver)
            yield passage, resolver.made[-1]


def examples(engine: Engine, passages: Sequence[Passage]) -> list[Example]:
    """What there is to learn."""
    found = [resolver.examples for _, resolver in run(engine, passages)]
    return [example for row in found for example in row]


def fit(found: Sequence[Example], use: str, ridge: float = RIDGE) -> dict[str, float]:
    """Weights of the signs by which the right ones are the likeliest (softmax over all who may be meant)."""
    chosen = [example for example in found if example.use == use]
    names = sorted({name for example in chosen for row in example.signs for name in row})
    at = {name: n for n, name in enumerate(names)}
    tables = []
    for example in chosen:
        table = np.zeros((len(example.signs), len(names)))
        for n, row in enumerate(example.signs):
            for name, value in row.items():
                table[n, at[name]] = value
        tables.append((table, example.right))
    weights: Floats = np.zeros(len(names))
    momentum, spread = np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        slope = ridge * weights
        for table, right in tables:
            scores = table @ weights
            share = np.exp(scores - scores.max())
            slope += (share / share.sum()) @ table - table[right]
        momentum = 0.9 * momentum + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        weights -= RATE * (momentum / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(weights[n]), 3) for name, n in at.items() if abs(weights[n]) >= 0.02}


def judge(engine: Engine, passages: Sequence[Passage]) -> tuple[Counter[str], list[str]]:
    """How many pronouns go to the right person, by shape, and the wrong ones."""
    counts: Counter[str] = Counter()
    wrong = []
    for passage, resolver in run(engine, passages, taught=False):
        everyone: list[Entity] = [*resolver.offices, *resolver.drafts]
        named = {
            mention.span.start: entity
            for entity in everyone
            for mention in entity.mentions
            if mention.kind == "pronoun"
        }
        seen: Counter[str] = Counter()
        for word in resolver.words:
            name = passage.meant.get((word.text, seen[word.text]))
            seen[word.text] += 1
            if name is None:
                continue
            form = form_of(word)
            counts[form] += 1
            answer = named.get(word.start)
            if answer is not None and _is(answer, name):
                counts[f"{form} right"] += 1
            else:
                told = answer.name if isinstance(answer, Draft) else answer.title if answer else "nobody"
                wrong.append(f"{passage.id}: {word.text}: {told}, not {name}")
    return counts, wrong


def to_toml(weights: Mapping[str, Mapping[str, float]]) -> str:
    """The file of weights."""
    lines = [_HEADER + "version = 2"]
    for use, table in weights.items():
        lines += ["", f"[{use}]", f"least = {LEAST[use]}"]
        lines += [f'"{name}" = {value}' for name, value in table.items()]
    return "\n".join(lines) + "\n"


def _print(title: str, counts: Counter[str], wrong: Sequence[str], show: bool) -> None:
    forms = [form for form in counts if not form.endswith(" right")]
    right, total = sum(counts[f"{form} right"] for form in forms), sum(counts[form] for form in forms)
    each = ", ".join(f"{form} {counts[f'{form} right']}/{counts[form]}" for form in forms)
    print(f"{title}: {right / max(1, total):.3f} ({right} of {total}; {each})")
    if show:
        print("\n".join(wrong))


def main() -> None:
    """Fit the weights, or measure what is shipped."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--check", type=Path, action="append", default=[], help="marked passages to measure")
    parser.add_argument("--show", action="store_true", help="list the wrong ones")
    chosen = parser.parse_args()
    engine = load_engine("spacy")
    if chosen.check:
        for file in chosen.check:
            _print(file.name, *judge(engine, read_passages(file)), show=chosen.show)
        return
    found = examples(engine, corpus_passages(chosen.corpus)) * REPORTS_COUNT
    found += examples(engine, read_passages(chosen.corpus / PASSAGES))
    weights = {use: fit(found, use) for use in USES}
    data_path("names", "pronouns.toml").write_text(to_toml(weights), "utf-8")
    print(f"{len(found)} pronouns, {sum(map(len, weights.values()))} weights")


if __name__ == "__main__":
    main()
