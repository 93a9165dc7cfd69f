"""Measures of the entity layer: lists without commas, references, coverage of the gazetteer, cost.

python -m nirdesh.evaluate.entities lists --data ../shared
python -m nirdesh.evaluate.entities corpus --corpus corpus
python -m nirdesh.evaluate.entities coverage --data ../shared
python -m nirdesh.evaluate.entities cost --corpus corpus
"""

from __future__ import annotations

import argparse
import csv
import gc
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import regex

from nirdesh.analyse import load_engine
from nirdesh.evaluate.gold import GoldReference, GoldReport, read_gold, read_splits
from nirdesh.evaluate.matching import name_key
from nirdesh.evaluate.records import make_records
from nirdesh.evaluate.score import score
from nirdesh.extract.people.runs import split_run
from nirdesh.extract.regions import find_regions
from nirdesh.extract.words import scan
from nirdesh.lexicon.gazetteer import gazetteer, latin_places, villages
from nirdesh.lexicon.keys import fold_name
from nirdesh.record.models import Record
from nirdesh.report import Report
from nirdesh.run.worker import GARBAGE
from nirdesh.train.names import held_out_names

_LISTS: Final = 500
_LOWER: Final = 3
_UPPER: Final = 14
_BATCH: Final = 32  # reports, of the measure of cost
KINDS: Final = ("pronoun", "short name", "post")  # of references
_NASALS: Final = {"ङ": "कखगघ", "ञ": "चछजझ", "ण": "टठडढ", "न": "तथदध", "म": "पफबभ"}


def list_score(names: list[list[str]], lists: int = _LISTS, seed: int = 13) -> dict[str, float]:
    """Cut synthetic lists without commas and compare the boundaries with the true ones.

    Args:
        names: Full names (words) that the frequency lexicon was not made from.
        lists: How many lists to make.
        seed: Of the generator, so that the figure can be repeated.

    Returns:
        Precision, recall and F1 of the inner boundaries, and the share of lists without an error.

    Example:
        >>> list_score([["राम", "लाल"], ["सीता", "देवी"]], lists=2)["f1"] > 0.5
        True
    """
    draw = random.Random(seed)
    right = found = true = whole = 0
    for _ in range(lists):
        chosen = [draw.choice(names) for _ in range(draw.randint(_LOWER, _UPPER))]
        words = [word for name in chosen for word in name]
        gold, position = set(), 0
        for name in chosen[:-1]:
            position += len(name)
            gold.add(position)
        cut = {first for first, _ in split_run(scan(" ".join(words)), 0, len(words), single=False)} - {0}
        right += len(gold & cut)
        found += len(cut)
        true += len(gold)
        whole += gold == cut
    precision, recall = right / max(1, found), right / max(1, true)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"precision": precision, "recall": recall, "f1": f1, "whole lists": whole / lists}


def reference_score(gold: Iterable[GoldReport], records: Iterable[Record]) -> tuple[Counter[str], list[str]]:
    """How many pronouns, short names and bare posts go to the right person.

    Returns:
        Counts (``pronoun``, ``pronoun right`` …) and a line for every wrong one.
    """
    by_file = {Path(record.report.source).name: record for record in records}
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for report in gold:
        record = by_file[Path(report.file).name]
        for reference in report.refs:
            kind = reference_kind(reference)
            counts[kind] += 1
            answer = _resolved(record, reference)
            if answer is not None and _same(report, answer, reference.person):
                counts[f"{kind} right"] += 1
            else:
                wrong.append(
                    f"{report.id}: {reference.text} ({reference.context}): {answer}, not {reference.person}"
                )
    return counts, wrong


def reference_figures(gold: Iterable[GoldReport], records: Iterable[Record]) -> dict[str, float]:
    """Shares of references that go to the right person: all of them and each kind."""
    counts, _ = reference_score(gold, records)
    rows = {f"references, {kind}": [kind] for kind in KINDS} | {"references, all": list(KINDS)}
    return {
        name: sum(counts[f"{kind} right"] for kind in kinds) / total
        for name, kinds in rows.items()
        if (total := sum(counts[kind] for kind in kinds))
    }


def reference_kind(reference: GoldReference) -> str:
    """``pronoun``, ``short name`` or ``post``."""
    if reference.text.startswith(("उन", "इन", "वे", "वह", "उस")):
        return "pronoun"
    shared = set(name_key(reference.text).split()) & set(name_key(reference.person).split())
    return "short name" if shared else "post"


def _resolved(record: Record, reference: GoldReference) -> str | None:
    """Name of the person whose mention covers the reference."""
    text = record.report.text
    at = text.find(reference.context)
    start = text.find(reference.text, max(at, 0))
    if start < 0:
        return None
    end = start + len(reference.text)
    for person in record.people:
        if any(mention.start < end and start < mention.end for mention in person.mentions):
            return person.name
    for office in record.offices:
        if any(mention.start < end and start < mention.end for mention in office.mentions):
            return office.title
    return None


def _same(report: GoldReport, answer: str, person: str) -> bool:
    forms = {name_key(person)}
    for row in report.people:
        if name_key(row.name) == name_key(person):
            forms |= {name_key(alias) for alias in row.aliases}
    return name_key(answer) in forms


def spellings(name: str) -> Iterator[str]:
    """The name and its usual other spellings: nasal letters, chandrabindu, lost nukta, no blanks.

    Example:
        >>> list(spellings("बुंदेलखंड"))
        ['बुंदेलखंड', 'बुन्देलखण्ड', 'बुँदेलखँड']
    """
    forms = [name]
    letters = name
    for nasal, following in _NASALS.items():
        letters = regex.sub(f"ं(?=[{following}])", f"{nasal}्", letters)
    forms += [letters, name.replace("ं", "ँ"), name.replace("\u093c", ""), name.replace(" ", "")]
    yield from dict.fromkeys(forms)


def coverage(data: Path) -> list[tuple[str, int, int]]:
    """Names of the official lists that resolve to their code in a sentence, in every spelling.

    Returns:
        Rows of (what, resolved, all).
    """
    folder = data / "data" / "gazetteer"
    rows: dict[str, list[bool]] = {}
    for row in _table(folder / "districts-hindi-belt.tsv"):
        found = all(_code(f"{name} जिले में बैठक हुई।", "lgd") == row["lgd_district"] or _shared_name(name)
                    for name in spellings(row["district_hi"]))  # fmt: skip
        rows.setdefault(f"districts, {row['state_hi']}", []).append(found)
    for row in _table(folder / "up-vidhansabha-403.tsv"):
        code = f"{row['eci_state']}-{row['ac_no']}"
        found = all(_code(f"{name} विधानसभा में बैठक हुई।", "eci") == code or _shared_name(name)
                    for name in spellings(row["ac_hi"]))  # fmt: skip
        rows.setdefault("assembly seats, उत्तर प्रदेश", []).append(found)
    for row in _table(folder / "up-loksabha-80.tsv"):
        code = f"{row['eci_state']}-{row['pc_no']}"
        found = all(_code(f"{name} लोकसभा क्षेत्र में बैठक हुई।", "eci") == code for name in spellings(row["pc_hi"]))
        rows.setdefault("Lok Sabha seats, उत्तर प्रदेश", []).append(found)
    for row in _table(folder / "up-bjp-regions.tsv"):
        text = f"भाजपा {row['region_hi'].replace('-', ' ')} क्षेत्र की बैठक हुई।"
        kinds = [region.kind for region in find_regions(text)]
        rows.setdefault("party regions, उत्तर प्रदेश", []).append(kinds == ["party_region"])
    return [(what, sum(found), len(found)) for what, found in rows.items()]


def _code(text: str, kind: str) -> str | None:
    found = find_regions(text)
    return getattr(found[0].codes, kind) if found else None


def _shared_name(name: str) -> bool:
    """Whether several states have the name: without another place no code can be chosen."""
    kinds = Counter(place.kind for place in gazetteer().by_key.get(fold_name(name), ()))
    return any(count > 1 for count in kinds.values())


def _table(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter="\t")


def cost(corpus: Path) -> dict[str, float]:
    """Seconds to load the lists, megabytes they take, and entity time as a share of analysis time.

    The first half of the corpus warms the caches, the second half is timed, in processor seconds and in
    batches that are let go and with the garbage collector as a worker has it.
    """
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    gazetteer(), villages(), latin_places()
    loaded = time.process_time() - start
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    texts = [path.read_text(encoding="utf-8") for path in sorted((corpus / "reports").glob("*.txt"))]
    engine = load_engine("spacy")
    reports = [Report(id=str(n), source=str(n), text=text) for n, text in enumerate(texts)]
    half = len(reports) // 2
    regions, people = (engine.nlp.create_pipe(name) for name in ("nirdesh_regions", "nirdesh_people"))
    for doc in engine.pipe(reports[:half]):
        people(regions(doc))
    gc.freeze()
    gc.set_threshold(*GARBAGE)
    analysis = entities = 0.0
    words = 0
    for first in range(half, len(reports), _BATCH):
        start = time.process_time()
        docs = list(engine.pipe(reports[first : first + _BATCH]))
        analysed = time.process_time()
        for doc in docs:
            people(regions(doc))
        analysis += analysed - start
        entities += time.process_time() - analysed
        words += sum(len(doc.text.split()) for doc in docs)
    return {
        "load seconds": loaded, "load MB": memory, "analysis words/s": words / analysis,
        "entity words/s": words / entities, "entity share of analysis": entities / analysis,
    }  # fmt: skip


def failures(gold: Iterable[GoldReport], records: Iterable[Record]) -> list[str]:
    """A line for every missed or extra person, post and region."""
    lines = []
    for failure in score(gold, records).failures:
        if failure.kind.startswith(("people", "posts", "regions", "region kind")):
            lines.append(f"{failure.report} {failure.kind}: {failure.what} {failure.detail}".rstrip())
    return lines


def _corpus(corpus: Path, engine: str, show: bool) -> None:
    gold = {report.id: report for report in read_gold(corpus / "gold.jsonl")}
    splits = read_splits(corpus / "splits.toml")
    for split in splits:
        judged = [gold[identity] for identity in splits[split]]
        records = make_records(judged, corpus / "reports", "stanza" if engine == "stanza" else "spacy")
        figures = score(judged, records).figures()
        for name in ("people", "posts of people", "regions", "region kind"):
            print(f"{split:8} {name:16} {figures[name]:.3f}")
        counts, wrong = reference_score(judged, records)
        for kind in [kind for kind in KINDS if counts[kind]]:
            print(f"{split:8} {kind:16} {counts[f'{kind} right']}/{counts[kind]}")
        for name, value in reference_figures(judged, records).items():
            print(f"{split:8} {name:24} {value:.3f}")
        if show and split == "develop":
            print("\n".join([*failures(judged, records), *wrong]))


def main(argv: list[str] | None = None) -> int:
    """Command line entry point."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("lists", "corpus", "coverage", "cost"))
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--engine", default="spacy")
    parser.add_argument("--show", action="store_true", help="print every error of the develop split")
    options = parser.parse_args(argv)
    if options.what == "lists":
        for name, value in list_score(held_out_names(options.data / "data")).items():
            print(f"{name:12} {value:.3f}")
    elif options.what == "coverage":
        for what, right, total in coverage(options.data):
            print(f"{what:40} {right}/{total}")
    elif options.what == "cost":
        for name, value in cost(options.corpus).items():
            print(f"{name:26} {value:.2f}")
    else:
        _corpus(options.corpus, options.engine, options.show)
    return 0


if __name__ == "__main__":
    sys.exit(main())
