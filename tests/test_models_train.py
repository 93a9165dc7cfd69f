"""Readers, noise and losses of the training code, on small examples of our own."""

from __future__ import annotations

import itertools
import random
from pathlib import Path
from typing import Any

import pytest

from nirdesh.analyse.models import models_folder
from nirdesh.lexicon.files import toml
from nirdesh.train.entities import held_out, read_columns, retokenised, spans_of
from nirdesh.train.noise import noisy, rules
from nirdesh.train.templates import Fillers, _tagged
from nirdesh.train.treebank import convert, drop_null, read_treebank, ud_feats

TREE = """\
# text = सीमा ने काम किया ।
1\tसीमा\tसीमा\tn\tNNP\tcat-n|gen-f|num-sg|pers-3|case-o|vib-0|tam-0\t4\tk1\t_\t_
2\tने\tने\tpsp\tPSP\tcat-psp|gen-|num-|pers-|case-|vib-|tam-\t1\tlwg\t_\t_
3\tNULL\tNULL\tv\tVM\tcat-v|gen-|num-|pers-|case-|vib-|tam-\t4\tccof\t_\t_
4\tकिया\tकर\tv\tVM\tcat-v|gen-m|num-sg|pers-any|case-|vib-या|tam-yA|voicetype-active\t0\troot\t_\t_
5\t।\t।\tpunc\tSYM\tcat-punc|gen-|num-|pers-|case-|vib-|tam-\t3\trsym\t_\t_

"""


def test_a_treebank_sentence_without_its_empty_node(tmp_path: Path) -> None:
    path = tmp_path / "small.conllx"
    path.write_text(TREE, encoding="utf-8")
    (rows,) = read_treebank(path)
    assert [row.form for row in rows] == ["सीमा", "ने", "किया", "।"]
    assert [row.head for row in rows] == [2, 0, 2, 2]
    assert [row.dep for row in rows] == ["k1", "lwg", "ROOT", "rsym"]
    assert rows[2].upos == "VERB"
    assert rows[2].feats == "Aspect=Perf|Gender=Masc|Number=Sing|VerbForm=Part"


@pytest.mark.parametrize(
    ("heads", "null", "wanted"),
    [
        ([2, 0], [False, False], [2, 0]),
        ([3, 3, 0], [False, False, True], [2, 0, -1]),  # the empty root's last child becomes the root
        ([2, 1], [False, False], None),  # a circle
        ([0, 0], [False, False], None),  # two roots
    ],
)
def test_empty_nodes(heads: list[int], null: list[bool], wanted: list[int] | None) -> None:
    assert drop_null(heads, null) == wanted


def test_a_broken_tree_is_left_out() -> None:
    block = [line.split("\t") for line in TREE.splitlines() if line and line[0] != "#"]
    block[3][6] = "1"
    assert convert(block) is None


def test_features_without_values_are_left_out() -> None:
    assert ud_feats("cat-psp|gen-|num-any|pers-|case-any|vib-|tam-") == ""


@pytest.mark.parametrize("rule", toml("analyse", "noise.toml")["rule"], ids=lambda rule: rule["id"])
def test_every_noise_rule_makes_its_example(rule: dict[str, Any]) -> None:
    pattern, new = next((pattern, new) for name, pattern, new in rules() if name == rule["id"])
    before, after = rule["example"]
    assert pattern.sub(new, before, count=1) == after


def test_noise_keeps_the_number_of_words() -> None:
    words = ["हिन्दी", "की", "सडक", "।"]
    for seed in range(20):
        assert len(noisy(words, random.Random(seed), 0.8)) == len(words)


def test_spans_move_to_the_tokens_of_the_project() -> None:
    moved = retokenised(["सीमा", "वर्मा,", "कानपुर-लखनऊ", "गईं।"], [(0, 2, "PERSON"), (2, 3, "LOCATION")], "x")
    found = [(" ".join(moved.words[a:b]), label) for a, b, label in moved.spans]
    assert found == [("सीमा वर्मा", "PERSON"), ("कानपुर - लखनऊ", "LOCATION")]


def test_columns_of_an_entity_file(tmp_path: Path) -> None:
    path = tmp_path / "small.conll"
    path.write_text("# id 1\tdomain=hi\nसीमा _ _ B-NEP\nवर्मा _ _ I-NEP\n\n\nगईं _ _ O\n", encoding="utf-8")
    read = list(read_columns(path))
    assert [words for words, _ in read] == [["सीमा", "वर्मा"], ["गईं"]]
    assert spans_of(read[0][1], "BIO") == [(0, 2, "NEP")]


def test_equal_sentences_stay_on_one_side() -> None:
    sentences = [retokenised([word], [], "x") for word in ["अ", "आ", "इ", "ई", "उ", "ऊ", "अ", "आ", "इ", "ई"]]
    kept, held = held_out(sentences, 0.5, 1)
    assert held
    assert not {s.words for s in kept} & {s.words for s in held}


def test_a_frame_gets_its_labels() -> None:
    data = {**toml("analyse", "templates.toml"), "months": ["मार्च"]}
    filling = Fillers(["सीमा"], ["वर्मा"], ["महापौर"], ["कानपुर"], ["नगर निगम"], data)
    for slot, label in (
        ("P", "PERSON"),
        ("O", "POST"),
        ("G", "ORGANIZATION"),
        ("L", "LOCATION"),
        ("T", "TIMEX"),
    ):
        tagged = _tagged(filling.fill(slot, random.Random(2)))
        assert [name for *_, name in tagged.spans] == [label]


def test_every_frame_has_only_known_slots() -> None:
    frames = toml("analyse", "templates.toml")["sentences"]
    slots = {part.split("}")[0] for frame in frames for part in frame.split("{")[1:]}
    assert slots <= {"P", "PL", "S", "O", "G", "L", "T"}


def test_the_loss_of_open_tags_is_the_share_of_the_sequences_they_allow() -> None:
    torch = pytest.importorskip("torch")
    from nirdesh.train.network import Crf

    torch.manual_seed(3)
    crf = Crf(["O", "B-X", "I-X"])
    torch.nn.init.normal_(crf.steps)
    torch.nn.init.normal_(crf.start)
    emissions = torch.randn(1, 3, 3)
    open_tags = torch.tensor([[[True, True, False], [True, False, True], [False, False, True]]])
    steps, start, ends = (table.detach() for table in crf.tables())

    def score(tags: tuple[int, ...]) -> float:
        total = start[tags[0]] + ends[tags[-1]] + sum(emissions[0, i, tag] for i, tag in enumerate(tags))
        return float(total + sum(steps[a, b] for a, b in itertools.pairwise(tags)))

    every = list(itertools.product(range(3), repeat=3))
    right = [tags for tags in every if all(open_tags[0, i, tag] for i, tag in enumerate(tags))]
    wanted = torch.logsumexp(torch.tensor([score(t) for t in every]), 0) - torch.logsumexp(
        torch.tensor([score(t) for t in right]), 0
    )
    loss = crf.loss(emissions, torch.ones(1, 3, dtype=torch.bool), open_tags) * 3
    assert float(loss.detach()) == pytest.approx(float(wanted.detach()), abs=1e-3)


def test_matching_marginals_moves_the_scores_towards_them() -> None:
    torch = pytest.importorskip("torch")
    from nirdesh.train.network import Crf

    torch.manual_seed(5)
    crf = Crf(["O", "B-X", "I-X"])
    torch.nn.init.normal_(crf.steps)
    mask = torch.tensor([[True, True, True], [True, False, False]])
    teacher, own = torch.randn(2, 3, 3), torch.randn(2, 3, 3, requires_grad=True)
    wanted = crf.marginals(teacher, mask)
    assert wanted.sum(-1)[mask].tolist() == pytest.approx([1.0] * 4, abs=1e-4)
    assert float(wanted[~mask].abs().sum()) == 0.0
    crf.match(own, mask, wanted).backward()
    slope = (crf.marginals(own, mask) - wanted) / 4
    assert torch.allclose(own.grad, slope, atol=1e-5)


def test_vectors_for_stanza_are_what_the_analyser_reads(tmp_path: Path) -> None:
    pytest.importorskip("stanza")
    from stanza.models.common.pretrain import Pretrain

    from nirdesh.analyse.neural.model import load
    from nirdesh.train.stanza_vectors import frequent_words, write_vectors

    words = frequent_words([["सचिव", "ने"], ["ने", "DM"]], size=3)
    assert words == ["ने", "dm", "सचिव"]
    model = models_folder() / "hi_nirdesh"
    write_vectors(model, words, tmp_path / "vectors.pt")
    read = Pretrain(str(tmp_path / "vectors.pt"))
    wanted = load(model / "nirdesh_analyser").vectors.of(["सचिव"])[0]
    assert read.emb[read.vocab.unit2id("सचिव")].tolist() == wanted.tolist()
