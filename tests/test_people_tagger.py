"""The trained tagger of names: its networks, its model, what it learns from, how it goes with the rules."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from spacy.tokens import Doc

from nirdesh.analyse import Engine, load_engine
from nirdesh.analyse.models import model_path, read_card
from nirdesh.analyse.neural.component import word_vectors
from nirdesh.errors import NirdeshError
from nirdesh.evaluate.gold import GoldReport
from nirdesh.evaluate.reader import VECTORS, documents
from nirdesh.evaluate.tagger import BEFORE, example
from nirdesh.extract.people.component import seen
from nirdesh.extract.people.find import Scene
from nirdesh.extract.people.names import Names
from nirdesh.extract.people.trained import NAME, completed, tagger
from nirdesh.extract.people.trained.inputs import NUMBERS, VALUES, inputs_of
from nirdesh.extract.people.trained.network import VERSION, load

TEXT = (
    "मंडल की टीम घोषित\n\nबैठक में सेक्टर प्रभारी बनाए गए। कोटरा में डूंगरमल खटोड़ तथा सिंघाना में तसद्दुक को जिम्मेदारी मिली। "
    "जिला मंत्री रमेश कुमार वर्मा 'छोटे भैया' ने बधाई दी।\n"
)
PEOPLE = ("डूंगरमल खटोड़", "तसद्दुक", "रमेश कुमार वर्मा")


def gold(**fields: object) -> GoldReport:
    return GoldReport.model_validate({"id": "x1", "file": "x1.txt", "published": "2024-03-04", **fields})


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine("spacy")


@pytest.fixture(scope="module")
def doc(engine: Engine) -> Doc:
    ((_, doc),) = documents(engine, [(gold(), TEXT)], BEFORE)
    return doc


def names_of(doc: Doc) -> Names:
    scene = Scene.of(doc.text, doc._.regions, seen(doc))
    return Names(scene.marks, scene.posts)


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


def test_tags_stand_where_the_gold_says(engine: Engine, doc: Doc) -> None:
    vectors = word_vectors(engine.nlp)
    words = [word.text for word in names_of(doc).words]
    told = gold(people=[{"name": name} for name in PEOPLE])
    made = example(told, doc, vectors)
    assert [words[i] for i in np.flatnonzero(made.tags == 1)] == [name.split()[0] for name in PEOPLE]
    assert (made.tags == 2).sum() == 3
    listed = gold(
        text=TEXT,
        assignments=[{"assignee": "डूंगरमल खटोड़", "role": "सेक्टर प्रभारी", "evidence": "बैठक"}],
    )
    made = example(listed, doc, vectors)
    assert [words[i] for i in np.flatnonzero(made.tags > 0)] == ["डूंगरमल", "खटोड़"]
    assert made.tags[words.index("रमेश")] < 0  # a name of the rules that nobody said is one


def test_training_gives_the_network_that_is_run(engine: Engine, doc: Doc) -> None:
    torch = pytest.importorskip("torch", reason="needs torch (pip install '.[dev]')")
    from nirdesh.extract.people.trained.network import Network
    from nirdesh.train.tagger import arrays, fit

    made = example(gold(people=[{"name": name} for name in PEOPLE]), doc, word_vectors(engine.nlp))
    assert made.inputs.numbers.shape[1] == NUMBERS
    assert (made.inputs.classes.max(axis=0) < np.array(VALUES)).all()
    net = fit([made], 100, 1)
    with torch.no_grad():
        wanted = torch.softmax(net(made.inputs), 1).numpy()
    shares = Network(arrays(net)).shares(made.inputs)
    assert np.allclose(shares, wanted, atol=1e-4)
    assert (shares.argmax(axis=1) == made.tags).mean() > 0.9


def read(doc: Doc, tags: dict[str, int]) -> list[str]:
    """Names where the networks are sure of these tags."""
    names = names_of(doc)
    names.collect()
    shares = np.full((len(names.words), 3), 0.02, dtype=np.float32)
    for i, word in enumerate(names.words):
        shares[i, tags.get(word.text, 0)] = 0.96
    return [" ".join(w.text for w in names.words[h.first : h.last]) for h in completed(names, shares)]


def test_names_end_at_quotes_and_commas_and_are_cut_as_the_networks_say(doc: Doc) -> None:
    whole = {"डूंगरमल": 1, "खटोड़": 2, "तसद्दुक": 1, "रमेश": 1, "कुमार": 2, "वर्मा": 2, "छोटे": 2, "भैया": 2}
    assert read(doc, whole) == list(PEOPLE)
    assert "रमेश कुमार" in read(doc, {**whole, "वर्मा": 0, "छोटे": 0, "भैया": 0})
    assert "रमेश कुमार वर्मा" not in read(doc, {})


def test_words_that_name_nobody_are_no_names_and_a_closing_word_stays(engine: Engine) -> None:
    text = "शिविर उमवि कोटरा में लगेगा। संचालन रमेश मास्टर ने किया।\n"
    ((_, doc),) = documents(engine, [(gold(), text)], BEFORE)
    assert read(doc, {"उमवि": 1, "कोटरा": 2, "रमेश": 1}) == ["रमेश मास्टर"]


def test_a_title_before_a_name_is_no_part_of_it(engine: Engine) -> None:
    text = "बैठक में जिलाधिकारी मोहन ठाकुर आए।\n"
    ((_, doc),) = documents(engine, [(gold(), text)], BEFORE)
    assert read(doc, {"जिलाधिकारी": 1, "मोहन": 2, "ठाकुर": 2}) == ["मोहन ठाकुर"]


def test_a_word_that_is_a_first_name_too_stays_in_a_name(engine: Engine) -> None:
    text = "भंडारे में लाला साहू और रमेश वर्मा आए।\n"
    ((_, doc),) = documents(engine, [(gold(), text)], BEFORE)
    assert "लाला साहू" in read(doc, {"साहू": 1, "रमेश": 1, "वर्मा": 2})


def test_an_empty_text_has_no_names(engine: Engine) -> None:
    empty = engine.nlp.make_doc("")
    assert tagger(engine.nlp).complete(names_of(empty), empty) == []
    assert len(inputs_of(names_of(empty), empty, word_vectors(engine.nlp)).numbers) == 0
