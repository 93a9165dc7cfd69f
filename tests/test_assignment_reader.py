"""The trained reader of assignments: its networks, its model, what it learns from and what it adds."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from nirdesh.analyse import Engine, load_engine
from nirdesh.analyse.models import model_path, read_card
from nirdesh.analyse.neural.component import word_vectors
from nirdesh.errors import NirdeshError
from nirdesh.evaluate.gold import GoldReport, quote_faults, read_gold, read_texts
from nirdesh.evaluate.reader import VECTORS, documents, examples, values_of
from nirdesh.extract.assignments import extract_assignments
from nirdesh.extract.assignments.trained import NAME, enough, reader
from nirdesh.extract.assignments.trained.inputs import inputs_of
from nirdesh.extract.assignments.trained.network import VERSION, load
from nirdesh.extract.assignments.trained.reading import Read, Reading
from nirdesh.extract.clauses.entities import entities
from nirdesh.extract.pairs import pair_numbers
from nirdesh.extract.sequence import Place

LISTS = Path(__file__).parents[1] / "corpus" / "assignments.jsonl"
CHECKED = LISTS.with_name("assignments_check.jsonl")
TEXT = (
    "ग्राम सुधार मंच का गठन\n\nबैठक में ग्राम सुधार मंच का गठन किया गया। इसमें रमेश खटाना को पुस्तकालय प्रमुख और "
    "सरिता बैरवा को जल मित्र बनाया गया। बैठक में मोहन लोधा भी आए।\n"
)
GOLD = GoldReport.model_validate(
    {
        "id": "x1",
        "file": "x1.txt",
        "published": "2024-03-04",
        "assignments": [
            {
                "evidence": "इसमें रमेश खटाना को पुस्तकालय प्रमुख और सरिता बैरवा को जल मित्र बनाया गया।",
                "assignee": name,
                "role": role,
                "optional": name == "सरिता बैरवा",
            }
            for name, role in (("रमेश खटाना", "पुस्तकालय प्रमुख"), ("सरिता बैरवा", "जल मित्र"))
        ],
    }
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine("spacy")


def test_the_model_belongs_to_the_word_vectors_that_are_shipped() -> None:
    card = json.loads((model_path(NAME) / "card.json").read_text(encoding="utf-8"))
    assert card["recipe"][VECTORS] == read_card("hi_nirdesh").sha256


@pytest.mark.parametrize("harm", ["missing", "cut", "other inputs"])
def test_a_damaged_model_says_what_to_run(tmp_path: Path, harm: str) -> None:
    folder = tmp_path / NAME
    shutil.copytree(model_path(NAME), folder)
    if harm == "missing":
        (folder / "weights.npz").unlink()
    elif harm == "cut":
        (folder / "weights.npz").write_bytes((folder / "weights.npz").read_bytes()[:1000])
    else:
        text = (folder / "meta.json").read_text(encoding="utf-8")
        (folder / "meta.json").write_text(
            text.replace(f'"inputs": {VERSION}', '"inputs": 0'), encoding="utf-8"
        )
    with pytest.raises(NirdeshError, match=r"bad-model: .*make models"):
        load(folder)


def test_lists_hold_what_they_quote() -> None:
    learned, kept = ({report.id for report in read_gold(path)} for path in (LISTS, CHECKED))
    assert len(learned) > 800
    assert learned.isdisjoint(kept)
    lists = [*read_texts(LISTS), *read_texts(CHECKED)]
    assert not [fault for report, text in lists for fault in quote_faults(report, text)]


def test_labels_stand_where_the_gold_says(engine: Engine) -> None:
    pairs = documents(engine, [(GOLD, TEXT)])
    values = values_of([doc for _, doc in pairs])
    (made,) = examples(pairs, word_vectors(engine.nlp), values)

    def words(place: Place) -> str:
        return " ".join(word.text for word in made.inputs.words[place[0] : place[1]])

    assert len(made.variants) == 3
    assert any(len(less.inputs.people) < len(made.inputs.people) for less in made.variants)
    assert all(
        [(x.person, x.role) for x in less.labels] == [(x.person, x.role) for x in made.labels]
        for less in made.variants
    )
    told = [(words(x.person), words(x.role), x.optional, x.place, x.givers) for x in made.labels]
    assert told == [
        ("रमेश खटाना", "पुस्तकालय प्रमुख", False, None, frozenset()),
        ("सरिता बैरवा", "जल मित्र", True, None, frozenset()),
    ]


def test_training_gives_the_network_that_is_run(engine: Engine, tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="needs torch (pip install '.[dev]')")
    from nirdesh.extract.assignments.trained.network import Network, save
    from nirdesh.train.reader import arrays, fit, fit_givers

    pairs = documents(engine, [(GOLD, TEXT)])
    values = values_of([doc for _, doc in pairs])
    (made,) = examples(pairs, word_vectors(engine.nlp), values)
    net = fit([made], values, 250, 1)
    fit_givers(net, [made], 1, 1)
    with torch.no_grad():
        wanted = net.states(made.inputs).numpy()
    assert np.allclose(Network(arrays(net)).states(made.inputs), wanted, atol=1e-4)
    save(tmp_path, [arrays(net)], values)
    first = Read(made.inputs, load(tmp_path)).readings()[0]
    assert (first.person, first.role, first.change) == (
        made.labels[0].person,
        made.labels[0].role,
        "appointed",
    )
    assert first.sure > 0.5


def test_pairs_know_what_stands_between_them(engine: Engine) -> None:
    (_, doc), *_ = documents(engine, [(GOLD, TEXT)])
    inputs = inputs_of(doc, entities(doc), word_vectors(engine.nlp), {name: {} for name in _OPEN})
    people = [c.place for c in inputs.people]
    near, far = pair_numbers(inputs, people, people, [(0, 0), (0, len(people) - 1)])
    assert near[-1] == 1.0  # the same words
    assert far[0] == 1.0  # the second stands after the first
    assert far[1] > near[1]


_OPEN = ("pos", "dep", "trigger", "block", "actor", "key")


def test_the_reader_leaves_what_rules_found_alone(engine: Engine) -> None:
    (_, doc), *_ = documents(engine, [(GOLD, TEXT)])
    rules = extract_assignments(doc)
    assert len(rules) == 2
    whole = extract_assignments(doc, reader(engine.nlp))
    assert {(a.assignee, a.role, a.change) for a in rules} <= {(a.assignee, a.role, a.change) for a in whole}


def test_a_place_that_nobody_knew_becomes_a_region(engine: Engine) -> None:
    text = (
        "नई तैनाती\n\nएसपी रमेश खटाना ने सरिता बैरवा को चौकी प्रभारी फुलझरिया, मोहन पाटीदार को "
        "चौकी प्रभारी कोदवाही और गणेश उरांव को चौकी प्रभारी तमकुरा बनाया है।\n"
    )
    ((_, doc),) = documents(engine, [(GOLD, text)])
    known = len(doc._.regions)
    found = extract_assignments(doc, reader(engine.nlp))
    names = {region.id: region.name for region in doc._.regions}
    assert [names[a.region] for a in found if a.region] == ["फुलझरिया", "कोदवाही", "तमकुरा"]
    assert len(doc._.regions) == known + sum("place:trained" in a.rules for a in found)


def test_who_gives_a_post_is_given_none(engine: Engine) -> None:
    text = (
        "नियंत्रक को हटाया\n\nविश्वविद्यालय की कुलपति सुनीता खटाना ने शिकायतों के बाद परीक्षा नियंत्रक "
        "राजेश बैरवा को पद से हटा दिया है। "
        "उनके स्थान पर भूगोल विभाग के मोहन लोधा को अतिरिक्त प्रभार दिया गया है।\n"
    )
    ((_, doc),) = documents(engine, [(GOLD, text)])
    names = {person.id: person.name for person in doc._.people}
    found = extract_assignments(doc, reader(engine.nlp))
    assert {names[a.assignee] for a in found} == {"राजेश बैरवा", "मोहन लोधा"}


def test_few_readings_must_be_surer_than_many() -> None:
    def readings(*sure: float) -> list[Reading]:
        return [Reading((0, 1), "p1", (1, 2), "appointed", each, 1.0) for each in sure]

    assert enough(readings(0.8))
    assert enough(readings(0.7, 0.7, 0.7))
    assert not enough(readings(0.7, 0.55, 0.55))
    assert enough(readings(0.7, 0.55, 0.55, 0.55, 0.55))
    assert not enough(readings(0.7, 0.7))
