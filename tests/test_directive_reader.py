"""The trained reader of directives: its networks, its model, what it learns from and what it adds."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from spacy.tokens import Doc

from nirdesh.analyse import Engine, load_engine
from nirdesh.analyse.models import model_path, read_card
from nirdesh.analyse.neural.component import word_states
from nirdesh.errors import NirdeshError
from nirdesh.evaluate.directive_reader import examples, values_of
from nirdesh.evaluate.gold import GoldReport, quote_faults, read_gold, read_texts
from nirdesh.evaluate.reader import FURTHER, VECTORS, documents
from nirdesh.extract.clauses.entities import entities
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import sentences
from nirdesh.extract.directives.extractor import extract_directives
from nirdesh.extract.directives.trained import NAME, RULE, inner, reader
from nirdesh.extract.directives.trained.network import MODALITIES, VERSION, Network, load, save
from nirdesh.extract.directives.trained.reading import Read
from nirdesh.extract.sequence import Place

TEXT = (
    "गांवों में लगेंगे शिविर\n\nसोनपुर, 4 मार्च। एसडीएम रमेश खटाना ने बैठक ली। उन्होंने पटवारियों को 12 मार्च तक सूची "
    "बनाने के निर्देश दिए। बैठक में सरिता बैरवा भी आईं।\n"
)
GOLD = GoldReport.model_validate(
    {
        "id": "x1",
        "file": "x1.txt",
        "published": "2024-03-05",
        "directives": [
            {
                "evidence": "उन्होंने पटवारियों को 12 मार्च तक सूची बनाने के निर्देश दिए",
                "action": "12 मार्च तक सूची बनाने",
                "issuer": ["रमेश खटाना"],
                "addressee": ["पटवारियों"],
                "modality": "order",
                "when": ["../2024-03-12"],
            },
            {
                "evidence": "बैठक में सरिता बैरवा भी आईं",
                "action": "आईं",
                "modality": "order",
                "optional": True,
            },
        ],
    }
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine("spacy")


@pytest.fixture(scope="module")
def doc(engine: Engine) -> Doc:
    ((_, doc),) = documents(engine, [(GOLD, TEXT)])
    return doc


def test_the_model_belongs_to_the_analyser_that_is_shipped() -> None:
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


def test_further_reports_hold_what_they_quote() -> None:
    corpus = Path(__file__).parents[1] / "corpus"
    further = read_texts(corpus / FURTHER)
    assert len(further) == 150
    assert not [fault for report, text in further for fault in quote_faults(report, text)]
    assert {report.id for report, _ in further}.isdisjoint(
        report.id for report in read_gold(corpus / "gold.jsonl")
    )


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        (
            "एसडीएम रमा देशवाल ने सूची बनाने के लिए पटवारियों को गांवों में जाने के निर्देश दिए।",
            {"गांवों में जाने": False, "सूची बनाने": True},
        ),
        (
            "बच्चों को लाने व ले जाने के लिए बसें लगाने के निर्देश दिए गए।",
            {"लाने": True, "ले जाने": True, "बसें लगाने": False},
        ),
        (
            "रमा देशवाल ने नालियां साफ करने और कूड़ा उठाने के निर्देश दिए।",
            {"नालियां साफ करने": False, "कूड़ा उठाने": False},
        ),
    ],
)
def test_infinitives_that_say_what_for_are_no_acts(
    engine: Engine, sentence: str, acts: dict[str, bool]
) -> None:
    (read,) = sentences(engine.nlp(sentence))
    keys = [word.text for word in read.words]
    for act, expected in acts.items():
        wanted = act.split()
        first = next(i for i in range(len(keys)) if keys[i : i + len(wanted)] == wanted)
        (clause,) = (c for c in segment(read) if c.start <= first < c.end)
        assert inner(clause, first, first + len(wanted)) == expected, act


def test_states_of_another_engine_are_read_by_the_shipped_analyser(doc: Doc) -> None:
    own = word_states(doc)
    assert own.any(axis=1).sum() == sum(not token.is_space for token in doc)
    bare = doc.copy()
    bare.tensor = np.zeros((0,))
    assert np.array_equal(word_states(bare), own)


def test_labels_stand_where_the_gold_says(doc: Doc) -> None:
    values = values_of([doc])
    (made,) = examples([(GOLD, doc)], values)

    def words(place: Place) -> str:
        return " ".join(word.text for word in made.inputs.words[place[0] : place[1]])

    (label,) = made.labels
    assert (words(label.act), MODALITIES[label.modality]) == ("12 मार्च तक सूची बनाने", "order")
    names = {person.id: person.name for person in doc._.people}
    assert [names[i] for i in label.issuers or ()] == ["रमेश खटाना"]
    assert [words(place) for place in label.told or ()] == ["पटवारियों"]
    assert [words(place) for place in made.open] == ["आईं"]


def test_training_gives_the_network_that_is_run(doc: Doc, tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="needs torch (pip install '.[dev]')")
    from nirdesh.train.directives import arrays, fit

    values = values_of([doc])
    (made,) = examples([(GOLD, doc)], values)
    net = fit([made], values, 150, 1)
    with torch.no_grad():
        wanted = net.states(made.inputs).numpy()
    assert np.allclose(Network(arrays(net)).states(made.inputs), wanted, atol=1e-4)
    save(tmp_path, [arrays(net)], values)
    read, (label,) = Read(made.inputs, load(tmp_path)), made.labels
    (first,) = read.readings
    assert (first.act, first.modality) == (label.act, "order")
    assert first.sure > 0.8
    acts = [label.act]
    assert {i for i, share in read.issuers(acts, label.act).items() if share > 0.5} == label.issuers
    assert {p for p, share in read.addressees(acts, label.act).items() if share > 0.5} == label.told


def test_directives_of_the_rules_stay(doc: Doc) -> None:
    rules = extract_directives(doc)
    assert len(rules) == 1
    whole = extract_directives(doc, reader())
    assert [(d.action, d.modality, d.issuers) for d in whole] == [
        (d.action, d.modality, d.issuers) for d in rules
    ]


def test_an_act_that_no_rule_reads_is_drafted(doc: Doc) -> None:
    known = entities(doc)
    reading = reader().read(doc, known)
    ((draft, sure),) = reading.drafts(())
    assert (draft.rules, draft.modality) == ([RULE], "order")
    assert doc.text[draft.action.start : draft.action.end] == "12 मार्च तक सूची बनाने"
    assert 0.5 < sure < 0.65
    (rule,) = extract_directives(doc)
    assert reading.drafts([rule]) == []
