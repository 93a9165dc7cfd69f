"""The second reading of labels: sums over children, what stays, numpy beside torch, what it learns from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nirdesh.analyse.models import models_folder
from nirdesh.analyse.neural.component import NAME
from nirdesh.analyse.neural.labels import Arcs, SecondReading, log_softmax, sentence_ends, summed, unsure
from nirdesh.analyse.neural.layers import Floats
from nirdesh.analyse.neural.model import load
from nirdesh.train.treebank import Row

RNG = np.random.default_rng(6)
TREE, WORD, TAGS, FEATS, LABELS = 7, 5, 4, 3, 6
HEADS = [1, 3, 1, -1, 5, -1, 5]


def arcs(heads: list[int], lengths: list[int]) -> Arcs:
    n = len(heads)
    scores = log_softmax(RNG.normal(size=(n, LABELS)).astype(np.float32))
    return Arcs(
        RNG.normal(size=(n, TREE)).astype(np.float32),
        RNG.normal(size=(n, WORD)).astype(np.float32),
        RNG.integers(0, TAGS, n),
        RNG.integers(0, FEATS, n),
        scores,
        np.array(heads),
        [f"शब्द{i}" for i in range(n)],
        *sentence_ends(lengths),
    )


def weights() -> dict[str, Floats]:
    torch = pytest.importorskip("torch")
    from nirdesh.train.labels import LabelRecipe, SecondNet, weights_of

    torch.manual_seed(0)
    return weights_of(SecondNet(LabelRecipe(), TREE, WORD, TAGS, FEATS, LABELS))


def test_children_are_summed_and_roots_stand_in_the_last_row() -> None:
    values = np.arange(14, dtype=np.float32).reshape(7, 2)
    found = summed(values, np.array(HEADS))
    wanted = np.zeros((8, 2), dtype=np.float32)
    for child, head in enumerate(HEADS):
        wanted[head] += values[child]
    np.testing.assert_array_equal(found, wanted)


def test_roots_and_sure_labels_stay() -> None:
    given = arcs(HEADS, [4, 3])
    scores = given.scores.copy()
    scores[0] = log_softmax(np.eye(LABELS, dtype=np.float32)[2:3] * 20)[0]
    given = replace(given, scores=scores)
    assert unsure(given.scores, given.above).tolist() == [1, 2, 4, 6]
    found = SecondReading(weights())(given)
    assert [found[i] for i in (0, 3, 5)] == scores.argmax(axis=1)[[0, 3, 5]].tolist()


def test_a_sentence_reads_the_same_alone_and_in_company() -> None:
    given = arcs(HEADS, [4, 3])
    reading = SecondReading(weights())
    together = reading.scores(given, np.array([1, 2, 4, 6]))
    second = Arcs(
        given.tree[4:],
        given.vectors[4:],
        given.tags[4:],
        given.feats[4:],
        given.scores[4:],
        np.array([1, -1, 1]),
        given.lemmas[4:],
        *sentence_ends([3]),
    )
    np.testing.assert_allclose(reading.scores(second, np.array([0, 2])), together[2:], atol=1e-5)


def test_numpy_agrees_with_torch() -> None:
    torch = pytest.importorskip("torch")
    from nirdesh.analyse.neural.labels import pair_row
    from nirdesh.train.label_samples import Sample
    from nirdesh.train.labels import LabelRecipe, SecondNet, batch, weights_of

    torch.manual_seed(2)
    net = SecondNet(LabelRecipe(), TREE, WORD, TAGS, FEATS, LABELS).eval()
    given = arcs(HEADS, [4, 3])
    pairs = np.array([pair_row(given.lemmas[i], given.lemmas[h]) for i, h in enumerate(HEADS)])
    read = Sample(
        given.tree,
        given.vectors,
        np.arange(7),
        given.tags,
        given.feats,
        given.scores,
        given.above,
        pairs,
        np.array([0, 4, 7]),
        np.array([0, 1, 2, 3, 4, 5, -1]),
    )
    made = batch(read, [0, 1])
    assert made.chosen.tolist() == [0, 1, 2, 4]  # no roots, nothing without a right label
    with torch.no_grad():
        wanted = net(made).numpy()
    found = SecondReading(weights_of(net)).scores(given, made.chosen.numpy())
    np.testing.assert_allclose(found, wanted, atol=1e-5)


def test_only_labels_under_right_heads_are_learned() -> None:
    pytest.importorskip("torch")
    from nirdesh.train.label_samples import sample, with_gold

    analyser = load(models_folder() / "hi_nirdesh" / NAME)
    words = ["सीमा", "ने", "काम", "किया"]
    read = sample(analyser, [words], 0.5, 1)
    assert (read.tree.shape[0], read.begins.tolist()) == (4, [0, 4])
    read = replace(read, above=np.array([3, 0, 0, -1]))
    heads = [3, 0, 3, 3]
    gold = [
        Row(word, word, "NN", "NOUN", "", head, dep)
        for word, head, dep in zip(words, heads, ["k1", "lwg", "pof", "ROOT"], strict=True)
    ]
    labels = analyser.classes["dep"]
    found = with_gold(read, [gold], labels).wanted.tolist()
    assert found == [labels.index("k1"), labels.index("lwg"), -1, labels.index("ROOT")]


def test_new_weights_leave_the_others_alone(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    from nirdesh.train.labels import add_weights

    path = tmp_path / "weights.npz"
    np.savez_compressed(path, word=np.ones(3, np.float16), **{"second.root": np.ones(2, np.float16)})
    add_weights(path, {"second.root": np.zeros(2, np.float32), "second.trust": np.ones(1, np.float32)})
    with np.load(path) as archive:
        assert sorted(archive.files) == ["second.root", "second.trust", "word"]
        assert archive["second.root"].tolist() == [0, 0]
        assert archive["word"].dtype == np.float16
