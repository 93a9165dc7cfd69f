"""Gold directives as what the trained reader of directives learns, and the command that trains it.

``python -m nirdesh.evaluate.directive_reader corpus --data DATA`` learns from the development reports of
the corpus, from ``corpus/directives.jsonl``, from ``corpus/empty.jsonl``, where nothing counts, and from
the treebank's documents in the development part of ``corpus/treebank``.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from spacy.tokens import Doc

from nirdesh.analyse import load_engine
from nirdesh.analyse.models import read_card
from nirdesh.evaluate.gold import GoldDirective, GoldReport, ids_of, read_gold, read_splits, read_texts
from nirdesh.evaluate.matching import name_key, word_f1
from nirdesh.evaluate.reader import FURTHER, VECTORS, Flat, documents
from nirdesh.evaluate.standoff import read_standoff
from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.entities import entities
from nirdesh.extract.clauses.words import sentences, text_of
from nirdesh.extract.directives.trained.inputs import OPEN, Inputs, inputs_of, rows
from nirdesh.extract.directives.trained.network import MODALITIES, save
from nirdesh.extract.pairs import overlap
from nirdesh.extract.sequence import Place
from nirdesh.train.build import write_card
from nirdesh.train.directives import Example, Label, arrays, fit

EMPTY: Final = "empty.jsonl"
MODEL_VERSION: Final = "1.1"
EPOCHS: Final = 22
SEEDS: Final = (1, 2)
_KEYS: Final = 400  # commonest words that the reader knows by themselves
_SEEN: Final = 6  # reports that such a word stands in
_ALIKE: Final = 0.67  # share of words in common of two names of a body


def values_of(docs: Sequence[Doc]) -> dict[str, list[str]]:
    """Values of the open columns, the commonest first."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in OPEN}
    for doc in docs:
        read = sentences(doc)
        words = [word for sentence in read for word in sentence.words]
        told = list(rows(read, text_of(doc)))
        counts["pos"].update(word.pos for word in words)
        counts["dep"].update(word.dep for word in words)
        counts["block"].update(sentence.block for sentence in read)
        counts["actor"].update(actor_class(word) or "" for word in words)
        counts["key"].update({word.key for word in words})
        counts["frame"].update({row.frame for row in told})
        counts["mood"].update({row.mood for row in told})
        counts["clause"].update({row.clause for row in told})
    common = {
        name: [v for v, _ in sorted(c.items(), key=lambda x: (-x[1], x[0])) if v]
        for name, c in counts.items()
    }
    common["key"] = [word for word in common["key"][:_KEYS] if counts["key"][word] >= _SEEN]
    return common


def example(gold: GoldReport, doc: Doc, inputs: Inputs) -> Example:
    """A report with its directives as words; those whose act can't be found are left out."""
    flat = Flat(inputs.words)
    made = Example(gold.id, inputs)
    names = {person.id: person.name for person in doc._.people}
    actors = {c.id: names.get(c.id, c.id) for c in inputs.actors}
    for item in gold.directives:
        act = _act(item, flat)
        again = (place for text in item.repeats for place in flat.find(text))
        made.open += again
        if act is None:
            made.open += flat.find(item.evidence)
            continue
        if item.soft:
            made.open.append(act)
            continue
        told = _told(item.addressee, act, flat, inputs, actors)
        also = (reading for reading in item.addressee_alt)
        also_told = [place for reading in also for place in _told(reading, act, flat, inputs, actors) or ()]
        issuers = _ids(item.issuer, actors)
        also_ids = {i for reading in item.issuer_alt for i in _ids(reading, actors) or ()}
        made.labels.append(
            Label(
                act,
                MODALITIES.index(item.modality),
                None if "issuer" in item.doubt_fields else issuers,
                None if "addressee" in item.doubt_fields else told,
                frozenset(also_ids),
                frozenset(also_told),
            )
        )
    return made


def _act(item: GoldDirective, flat: Flat) -> Place | None:
    evidence = flat.find(item.evidence)
    places = flat.find(item.action)
    inside = [p for p in places if any(a <= p[0] and p[1] <= b for a, b in evidence)]
    return next(iter(inside or places), None)


def _ids(wanted: Sequence[str], actors: Mapping[str, str]) -> frozenset[str] | None:
    """Ids of those who are named; None if somebody is no mention."""
    found = set()
    for name in wanted:
        same = {i for i, known in actors.items() if name_key(known) == name_key(name)}
        same = same or {i for i, known in actors.items() if word_f1(known, name) >= _ALIKE}
        if not same:
            return None
        found |= same
    return frozenset(found)


def _told(
    wanted: Sequence[str], act: Place, flat: Flat, inputs: Inputs, actors: Mapping[str, str]
) -> frozenset[Place] | None:
    """Where those who are told are named nearest to the act; None if somebody is named nowhere."""
    found = set()
    for name in wanted:
        known = {i for i, other in actors.items() if name_key(other) == name_key(name)}
        places = [*flat.find(name), *(c.place for c in inputs.actors if c.id in known)]
        free = [p for p in places if not overlap(p, act)] or places
        if not free:
            return None
        here = inputs.sentence[act[0]]
        found.add(min(free, key=lambda p: (inputs.sentence[p[0]] != here, abs(p[0] - act[0]))))
    return frozenset(found)


def examples(
    pairs: Iterable[tuple[GoldReport, Doc]], values: Mapping[str, Sequence[str]]
) -> Iterator[Example]:
    """What a network learns from."""
    numbers = {name: {value: i + 1 for i, value in enumerate(listed)} for name, listed in values.items()}
    for gold, doc in pairs:
        yield example(gold, doc, inputs_of(doc, entities(doc), numbers))


def training_texts(corpus: Path, data: Path) -> list[tuple[GoldReport, str]]:
    """All reports that the reader learns from; real news stands in it twice, because there is little."""
    chosen = set(ids_of(read_splits(corpus / "splits.toml"), "develop"))
    gold = [report for report in read_gold(corpus / "gold.jsonl") if report.id in chosen]
    texts = [(r, (corpus / "reports" / r.file).read_bytes().decode("utf-8")) for r in gold]
    folder = corpus / "treebank"
    named = set(read_splits(folder / "splits.toml")["develop"])
    news = [(r, text) for r, text in read_standoff(folder, data) if r.id in named]
    return [*texts, *read_texts(corpus / FURTHER), *read_texts(corpus / EMPTY), *news, *news]


def main(argv: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="folder with treebank/, or its parent")
    parser.add_argument("--out", type=Path, default=Path("models/hi_directives"))
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--without", help="kind of report that nothing is learned from, such as party")
    arguments = parser.parse_args(argv)
    engine = load_engine("spacy")
    texts = training_texts(arguments.corpus, arguments.data)
    kept = [(gold, text) for gold, text in texts if not arguments.without or gold.domain != arguments.without]
    pairs = documents(engine, kept)
    values = values_of([doc for _, doc in pairs])
    made = list(examples(pairs, values))
    networks = [arrays(fit(made, values, arguments.epochs, seed)) for seed in SEEDS]
    save(arguments.out, networks, values)
    recipe = {"epochs": arguments.epochs, "seeds": list(SEEDS), "reports": len(made)}
    write_card(arguments.out, MODEL_VERSION, {**recipe, VECTORS: read_card("hi_nirdesh").sha256})


if __name__ == "__main__":
    main()
