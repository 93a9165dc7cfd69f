"""Gold assignments as what the trained reader learns, and the command that trains it.

``python -m nirdesh.evaluate.reader corpus`` learns from the development reports of the corpus, from
``corpus/directives.jsonl``, and from ``corpus/assignments.jsonl``, annotated with nothing but assignments.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from spacy.tokens import Doc

from nirdesh.analyse import Engine, load_engine
from nirdesh.analyse.models import CARD, read_card
from nirdesh.analyse.neural.component import word_vectors
from nirdesh.evaluate.gold import GoldAssignment, GoldReport, ids_of, read_gold, read_splits, read_texts
from nirdesh.evaluate.matching import name_key, normalised, word_f1
from nirdesh.extract import sequence
from nirdesh.extract.assignments.trained.inputs import OPEN, Inputs, Vectors, inputs_of
from nirdesh.extract.assignments.trained.network import CHANGES, VERSION, save
from nirdesh.extract.assignments.triggers import find_triggers
from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.entities import Entities, entities
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import Word, sentences
from nirdesh.extract.pairs import Candidate, overlap
from nirdesh.extract.sequence import Place
from nirdesh.ingest.build import to_report
from nirdesh.ingest.document import Document
from nirdesh.report import Report
from nirdesh.train.build import write_card
from nirdesh.train.reader import Example, Label, Start, arrays, fit, fit_givers

LISTS: Final = "assignments.jsonl"
FURTHER: Final = "directives.jsonl"
BEFORE: Final = ("nirdesh_dates", "nirdesh_regions", "nirdesh_people")  # what the reader needs
MODEL_VERSION: Final = "1.2"
EPOCHS: Final = 30
GIVER_EPOCHS: Final = 20
VECTORS: Final = "digest of the model whose word vectors it reads"
SEEDS: Final = (1, 2)
_KEYS: Final = 300  # commonest words that the reader knows by themselves
_SEEN: Final = 8  # reports that such a word stands in
_VARIANTS: Final = 3  # of each report, each with other people and places unknown
_MENTIONS: Final = ("name", "short", "pronoun")


def documents(
    engine: Engine, texts: Iterable[tuple[GoldReport, str]], before: Sequence[str] = BEFORE
) -> list[tuple[GoldReport, Doc]]:
    """Analysed reports with what the components before the reader set."""
    components = [engine.nlp.create_pipe(name) for name in before]
    found = []
    for gold, text in texts:
        report = to_report(Document(source=gold.file, place=gold.file, text=text, published=gold.published))
        if isinstance(report, Report):
            doc = next(iter(engine.pipe([report])))
            for component in components:
                doc = component(doc)
            found.append((gold, doc))
    return found


def values_of(docs: Sequence[Doc]) -> dict[str, list[str]]:
    """Values of the open columns, the commonest first."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in OPEN}
    for doc in docs:
        read = sentences(doc)
        words = [word for sentence in read for word in sentence.words]
        counts["pos"].update(word.pos for word in words)
        counts["dep"].update(word.dep for word in words)
        counts["block"].update(sentence.block for sentence in read)
        counts["actor"].update(actor_class(word) or "" for word in words)
        counts["key"].update({word.key for word in words})
        hits = (hit for s in read for clause in segment(s) for hit in find_triggers(clause))
        counts["trigger"].update(hit.trigger.role for hit in hits)
    counts["trigger"]["host"] += 1
    common = {
        name: [v for v, _ in sorted(c.items(), key=lambda x: (-x[1], x[0])) if v]
        for name, c in counts.items()
    }
    common["key"] = [word for word in common["key"][:_KEYS] if counts["key"][word] >= _SEEN]
    return common


class Flat:
    """Words of a document as they are compared, one after the other."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words: list[str] = []
        self.at: list[int] = []
        for i, word in enumerate(words):
            parts = _compared(word.text)
            self.words += parts
            self.at += [i] * len(parts)

    def find(self, text: str) -> list[Place]:
        """Every place where the words of ``text`` stand."""
        wanted = _compared(text)
        size = len(wanted)
        starts = range(len(self.words) - size + 1) if wanted else ()
        return [(self.at[i], self.at[i + size - 1] + 1) for i in starts if self.words[i : i + size] == wanted]


def _compared(text: str) -> list[str]:
    return normalised(text.replace("।", " ")).split()


def example(gold: GoldReport, doc: Doc, inputs: Inputs) -> Example:
    """A report with its assignments as words; those whose role or person can't be found are left out."""
    flat = Flat(inputs.words)
    made = Example(gold.id, inputs)
    mentions = {m.span.start: m.kind for person in doc._.people for m in person.mentions}
    kinds = {c.place: mentions.get(inputs.words[c.place[0]].start, "name") for c in inputs.people}
    names = {person.id: person.name for person in doc._.people}
    regions = {region.id: region.name for region in doc._.regions}
    for item in gold.assignments:
        found = flat.find(item.evidence)
        evidence = found[0] if found else (0, len(inputs.words))
        person = _person(item, gold, inputs, names, kinds, flat, evidence)
        role = _role(item, person, flat, evidence) if person is not None else None
        if person is None or role is None:
            continue
        place, known = _place(item, person, inputs, regions, flat, evidence)
        change = CHANGES.index(item.change or "appointed")
        givers = _givers(item, doc, inputs)
        made.labels.append(Label(person.place, person.id, role, change, place, known, givers, item.soft))
    return made


def _within(place: Place, around: Place) -> bool:
    return around[0] <= place[0] and place[1] <= around[1]


def _person(
    item: GoldAssignment,
    gold: GoldReport,
    inputs: Inputs,
    names: Mapping[str, str],
    kinds: Mapping[Place, str],
    flat: Flat,
    evidence: Place,
) -> Candidate | None:
    wanted = name_key(item.assignee)
    known = [c for c in inputs.people if name_key(names.get(c.id)) == wanted]
    inside = [c for c in known if _within(c.place, evidence)]
    if inside:
        return min(inside, key=lambda c: (_MENTIONS.index(kinds[c.place]), c.place))
    person = next((p for p in gold.people if name_key(p.name) == wanted), None)
    spellings = [item.assignee, *(person.aliases if person else ())]
    taken = [c.place for c in inputs.people]
    for place in (p for spelling in spellings for p in flat.find(spelling) if _within(p, evidence)):
        if not any(place[0] < b and a < place[1] for a, b in taken):
            return Candidate(place, f"new:{wanted}")
    return min(known, key=lambda c: abs(c.place[0] - evidence[0]), default=None)


def _role(item: GoldAssignment, person: Candidate, flat: Flat, evidence: Place) -> Place | None:
    for text in (item.role, *item.role_alt):
        places = flat.find(text)
        inside = [p for p in places if _within(p, evidence)]
        if places:
            return min(inside or places, key=lambda p: abs(p[0] - person.place[0]))
    return None


def _place(
    item: GoldAssignment,
    person: Candidate,
    inputs: Inputs,
    regions: Mapping[str, str],
    flat: Flat,
    evidence: Place,
) -> tuple[Place | None, bool]:
    if not item.region:
        return None, True
    named = [c.place for c in inputs.regions if word_f1(regions.get(c.id), item.region) >= 0.5]
    taken = [c.place for c in (*inputs.regions, *inputs.people)]
    new = [p for p in flat.find(item.region) if not any(overlap(p, other) for other in taken)]
    order = sorted(named or new, key=lambda p: (not _within(p, evidence), abs(p[0] - person.place[0])))
    return (order[0], True) if order else (None, False)


def _givers(item: GoldAssignment, doc: Doc, inputs: Inputs) -> frozenset[str] | None:
    names = {person.id: person.name for person in doc._.people}
    actors = {c.id: name_key(names.get(c.id, c.id)) for c in inputs.actors}
    wanted = {name_key(name) for name in item.by}
    found = frozenset(key for key, name in actors.items() if name in wanted)
    return found if {actors[key] for key in found} == wanted else None


def examples(
    pairs: Sequence[tuple[GoldReport, Doc]], vectors: Vectors, values: Mapping[str, Sequence[str]]
) -> list[Example]:
    """What a network learns from."""
    numbers = {name: {value: i + 1 for i, value in enumerate(listed)} for name, listed in values.items()}
    made = []
    for gold, doc in pairs:
        known = entities(doc)
        whole = example(gold, doc, inputs_of(doc, known, vectors, numbers))
        for part in range(_VARIANTS if whole.labels else 0):
            fewer = _fewer(known, part)
            whole.variants.append(example(gold, doc, inputs_of(doc, fewer, vectors, numbers)))
        made.append(whole)
    return made


def _fewer(known: Entities, part: int) -> Entities:
    """As if every third region and every third person of a report had not been found."""
    gone: set[str] = set()
    people = {ref.id for ref in known.refs if ref.kind == "person"}
    for ids in ({name for _, name in known.regions}, people):
        gone.update(sorted(ids, key=lambda name: crc32(name.encode()))[part::_VARIANTS])
    return replace(
        known,
        regions=[(span, name) for span, name in known.regions if name not in gone],
        refs=[ref for ref in known.refs if ref.kind != "person" or ref.id not in gone],
    )


def training_texts(corpus: Path) -> list[tuple[GoldReport, str]]:
    """All reports that the reader learns from."""
    chosen = set(ids_of(read_splits(corpus / "splits.toml"), "develop"))
    gold = [report for report in read_gold(corpus / "gold.jsonl") if report.id in chosen]
    texts = [(r, (corpus / "reports" / r.file).read_bytes().decode("utf-8")) for r in gold]
    return [*texts, *read_texts(corpus / LISTS), *read_texts(corpus / FURTHER)]


def recipe_of(folder: Path) -> dict[str, Any]:
    """The recipe that a model's card tells."""
    recipe: dict[str, Any] = json.loads((folder / CARD).read_text("utf-8"))["recipe"]
    return recipe


def starts_of(folder: Path) -> dict[int, Start]:
    """The networks of a trained model to go on from, by seed."""
    meta, networks = sequence.load(folder, VERSION, "The reader of assignments")
    return {seed: Start(weights, meta["values"]) for seed, weights in zip(SEEDS, networks, strict=True)}


def main(argv: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path, default=Path("models/hi_assignments"))
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--start", type=Path, help="a trained model to go on from")
    arguments = parser.parse_args(argv)
    starts = starts_of(arguments.start) if arguments.start else dict[int, Start]()
    engine = load_engine("spacy")
    pairs = documents(engine, training_texts(arguments.corpus))
    values = values_of([doc for _, doc in pairs])
    made = examples(pairs, word_vectors(engine.nlp), values)
    networks = []
    for seed in SEEDS:
        net = fit(made, values, arguments.epochs, seed, starts.get(seed))
        fit_givers(net, made, GIVER_EPOCHS, seed)
        networks.append(arrays(net))
    save(arguments.out, networks, values)
    before = {"started from": recipe_of(arguments.start)} if arguments.start else {}
    recipe = {**before, "epochs": arguments.epochs, "seeds": list(SEEDS), "reports": len(made)}
    write_card(arguments.out, MODEL_VERSION, {**recipe, VECTORS: read_card("hi_nirdesh").sha256})


if __name__ == "__main__":
    main()
