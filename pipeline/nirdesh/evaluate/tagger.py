"""Gold people as what the trained tagger of names learns, and the command that trains it.

``python -m nirdesh.evaluate.tagger corpus`` learns from the development reports of the corpus, all of whose
people are annotated, and from ``corpus/assignments.jsonl``, where only those with an assignment are: nothing
is learned from other names that the rules find there.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from nirdesh.analyse import load_engine
from nirdesh.analyse.models import read_card
from nirdesh.analyse.neural.component import word_vectors
from nirdesh.evaluate.gold import TEXT, GoldReport
from nirdesh.evaluate.matching import normalised
from nirdesh.evaluate.reader import VECTORS, documents, training_texts
from nirdesh.extract.people.component import seen
from nirdesh.extract.people.find import Scene
from nirdesh.extract.people.names import Names
from nirdesh.extract.people.trained.inputs import Vectors, inputs_of
from nirdesh.extract.people.trained.network import save
from nirdesh.extract.sequence import Place
from nirdesh.extract.words import Word
from nirdesh.lexicon.names import honorifics, surnames
from nirdesh.lexicon.organisations import heads
from nirdesh.train.build import write_card
from nirdesh.train.tagger import IGNORED, Example, arrays, fit

BEFORE: Final = ("nirdesh_dates", "nirdesh_regions")  # what the tagger needs
MODEL_VERSION: Final = "1.0"
EPOCHS: Final = 16
SEEDS: Final = (1, 2)


def _compared(text: str) -> list[str]:
    return normalised(text.replace("।", " ")).split()


class _Flat:
    """Words of a text as they are compared, one after the other."""

    def __init__(self, words: Sequence[Word]) -> None:
        parts = [(part, i) for i, word in enumerate(words) for part in _compared(word.text)]
        self.words = [part for part, _ in parts]
        self.at = [i for _, i in parts]

    def find(self, texts: Iterable[str]) -> Iterator[Place]:
        """Every place where the words of one of the texts stand."""
        for wanted in filter(None, map(_compared, texts)):
            size = len(wanted)
            for i in range(len(self.words) - size + 1):
                if self.words[i : i + size] == wanted:
                    yield self.at[i], self.at[i + size - 1] + 1


def _bare(words: Sequence[Word], place: Place) -> Place:
    """A name without its honorifics."""
    first, last = place
    while first < last - 1 and words[first].key in honorifics().before:
        first += 1
    while last - 1 > first and words[last - 1].key in honorifics().after:
        last -= 1
    return first, last


def _body(key: str) -> bool:
    """Whether a name that ends so is that of a body (a committee can have a duty too)."""
    return (key,) in heads() and key not in surnames()


def example(gold: GoldReport, doc: Doc, vectors: Vectors) -> Example:
    """A report with the tags of its words."""
    scene = Scene.of(doc.text, doc._.regions, seen(doc))
    names = Names(scene.marks, scene.posts)
    hits = [(hit.first, hit.last) for hit in names.collect()]
    flat = _Flat(scene.words)
    if TEXT not in (gold.model_extra or {}):
        full = set(flat.find(person.name for person in gold.people))
        other = set(flat.find(a for person in gold.people for a in person.aliases))
        short = {place for place in other - full if place[1] - place[0] == 1}
        told = full | (other - short)
        open_places = short | {place for place in hits if place[1] - place[0] == 1}
    else:
        told = set(flat.find(item.assignee for item in gold.assignments))
        open_places = {*hits, *flat.find(name for item in gold.assignments for name in item.by)}
    bare = {_bare(scene.words, place) for place in told}
    bodies = {place for place in bare if _body(scene.words[place[1] - 1].key)}
    return Example(
        gold.id,
        inputs_of(names, doc, vectors),
        _tags(len(scene.words), bare - bodies, open_places | bodies),
    )


def _tags(n: int, told: Iterable[Place], open_places: Iterable[Place]) -> npt.NDArray[np.int64]:
    """Tags of the longest names; words of open places that none of them touches are left out."""
    tags = np.zeros(n, dtype=np.int64)
    for first, last in sorted(told, key=lambda place: (place[0] - place[1], place)):
        if not tags[first:last].any():
            tags[first:last] = 2
            tags[first] = 1
    taken = tags > 0
    for first, last in open_places:
        if not taken[first:last].any():
            tags[first:last] = IGNORED
    return tags


def main(argv: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path, default=Path("models/hi_people"))
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    arguments = parser.parse_args(argv)
    engine = load_engine("spacy")
    vectors = word_vectors(engine.nlp)
    pairs = documents(engine, training_texts(arguments.corpus), BEFORE)
    made = [example(gold, doc, vectors) for gold, doc in pairs]
    save(arguments.out, [arrays(fit(made, arguments.epochs, seed)) for seed in SEEDS])
    recipe = {"epochs": arguments.epochs, "seeds": list(SEEDS), "reports": len(made)}
    write_card(arguments.out, MODEL_VERSION, {**recipe, VECTORS: read_card("hi_nirdesh").sha256})


if __name__ == "__main__":
    main()
