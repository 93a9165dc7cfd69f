"""The joint analyser's parts: packing, layers, trees, tag sequences, lemmas, features."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest

from nirdesh.analyse.neural import decode, features, model
from nirdesh.analyse.neural.layers import BiLstm, Floats, halved, pack
from nirdesh.analyse.neural.lemmas import apply_edit, edit_of
from nirdesh.analyse.neural.model import Vectors

RNG = np.random.default_rng(4)


def best_by_trying(scores: Floats) -> float:
    size = scores.shape[0]
    trees = (heads for heads in itertools.product(range(size + 1), repeat=size) if decode.is_tree(heads))
    return max(sum(float(scores[i, head]) for i, head in enumerate(heads)) for heads in trees)


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_best_tree_is_the_best_one_with_one_root(size: int) -> None:
    for _ in range(25):
        scores = RNG.normal(size=(size, size + 1)).astype(np.float32)
        scores[np.arange(size), np.arange(1, size + 1)] = -1e9
        heads = decode.best_tree(scores)
        assert decode.is_tree(heads)
        value = sum(float(scores[i, head]) for i, head in enumerate(heads))
        assert value == pytest.approx(best_by_trying(scores), abs=1e-4)


def test_viterbi_keeps_inside_tags_behind_their_beginning() -> None:
    tags = decode.bio_labels(["PERSON", "POST"])
    table = decode.allowed(tags)
    fine = np.where(table, 0.0, -1e4).astype(np.float32)
    for _ in range(20):
        emissions = RNG.normal(size=(6, len(tags))).astype(np.float32)
        best = decode.viterbi(emissions, fine[:-1], fine[-1], np.zeros(len(tags), dtype=np.float32))
        chain = [len(tags), *best.tolist()]
        assert all(table[a, b] for a, b in itertools.pairwise(chain))


def weights(inputs: int, width: int) -> tuple[Floats, Floats, Floats]:
    parts = [
        RNG.normal(size=shape).astype(np.float32)
        for shape in ((inputs, 4 * width), (width, 4 * width), (4 * width,))
    ]
    return parts[0], parts[1], parts[2]


def test_a_sentence_gets_the_same_vectors_alone_and_in_company() -> None:
    layer = BiLstm(weights(5, 3), weights(5, 3))
    sentences = [RNG.normal(size=(n, 5)).astype(np.float32) for n in (4, 1, 6)]
    packing = pack([4, 1, 6])
    packed = np.empty((11, 5), dtype=np.float32)
    packed[packing.rows] = np.concatenate(sentences)
    together = layer(packed, packing)[packing.rows]
    alone = []
    for sentence in sentences:
        own = pack([len(sentence)])
        values = np.empty_like(sentence)
        values[own.rows] = sentence
        alone.append(layer(values, own)[own.rows])
    np.testing.assert_allclose(together, np.concatenate(alone), atol=1e-5)


def test_lstm_agrees_with_torch() -> None:
    torch = pytest.importorskip("torch")
    from nirdesh.train.export import gates
    from nirdesh.train.network import BiLstm as Trained

    torch.manual_seed(0)
    trained = Trained(5, 3)
    state = {name: value.detach().numpy() for name, value in trained.state_dict().items()}
    ways = []
    for way in ("forward_run", "backward_run"):
        bias = state[f"{way}.bias_ih_l0"] + state[f"{way}.bias_hh_l0"]
        ways.append(
            (
                gates(state[f"{way}.weight_ih_l0"]),
                gates(state[f"{way}.weight_hh_l0"]),
                gates(bias[:, None])[0],
            )
        )
    values = RNG.normal(size=(1, 7, 5)).astype(np.float32)
    with torch.no_grad():
        wanted = trained(torch.from_numpy(values), torch.arange(6, -1, -1)[None, :])[0].numpy()
    packing = pack([7])
    np.testing.assert_allclose(
        BiLstm(halved(*ways[0]), halved(*ways[1]))(values[0], packing), wanted, atol=1e-5
    )


@pytest.mark.parametrize(
    ("form", "lemma"), [("लड़कियों", "लड़की"), ("गया", "जा"), ("करेंगे", "कर"), ("घर", "घर"), ("है", "है")]
)
def test_edits_give_the_lemma_back(form: str, lemma: str) -> None:
    assert apply_edit(form, edit_of(form, lemma)) == lemma


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("सम्बन्धित", "संबंधित"),
        ("बड़ा", "बडा"),
        ("गाँव", "गांव"),
        ("२०२१", "2021"),
        ("स्‍थान", "स्थान"),
        ("फ़ोन", "फ़ोन"),
    ],
)
def test_spellings_share_a_key(one: str, other: str) -> None:
    assert features.spelling_key(one) == features.spelling_key(other)


def test_keys_keep_words_apart() -> None:
    words = ["दिन", "दीन", "में", "मैं", "है", "हैं", "करें", "करे"]
    assert len({features.spelling_key(word) for word in words}) == len(words)


def test_vectors_of_words_are_kept_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "_CACHE", 50)
    rows = {"word": 3, "piece": features.PIECE_ROWS, "end": features.END_ROWS}
    tables = {name: RNG.normal(size=(count, 4)).astype(np.float16) for name, count in rows.items()}
    flag = RNG.normal(size=(len(features.LISTS) + features.SHAPES, 2)).astype(np.float32)
    known = features.WordTable({"नाला": 1}, tuple(frozenset() for _ in features.LISTS))
    vectors = Vectors({**tables, "flag.weight": flag, "flag.bias": np.zeros(2, np.float32)}, known)
    first = vectors.of(["नाला", "सड़क", "नाला"])
    for number in range(100):
        vectors.of([f"ग्राम{number}{letter}" for letter in "कखगघ"])
        assert len(vectors.number) <= 50
    assert np.allclose(vectors.of(["नाला", "सड़क", "नाला"]), first, atol=1e-6)
    assert vectors.of([f"वार्ड{number}" for number in range(60)] * 2).shape == (120, vectors.width)


def test_a_missing_analyser_says_what_to_run(tmp_path: Path) -> None:
    from nirdesh.analyse.neural.model import load
    from nirdesh.errors import NirdeshError

    with pytest.raises(NirdeshError, match="make models"):
        load(tmp_path)
