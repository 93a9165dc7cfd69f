"""From Paninian trees to UD."""

from __future__ import annotations

import pytest

from nirdesh.analyse.ud import ROOT, Node, to_ud


def tree(text: str) -> list[Node]:
    """Nodes from ``form/lemma/tag/head/dep``, heads from 1, 0 for the root."""
    rows = [part.split("/") for part in text.split()]
    return [Node(form, lemma, tag, int(head) - 1, dep) for form, lemma, tag, head, dep in rows]


@pytest.mark.parametrize(
    ("paninian", "wanted"),
    [
        (
            "सीमा/सीमा/NNP/2/ccof और/और/CC/4/k1 मीना/मीना/NNP/2/ccof गईं/जा/VM/0/ROOT ।/।/SYM/4/rsym",
            [(3, "nsubj"), (0, "cc"), (0, "conj"), (ROOT, "root"), (3, "punct")],
        ),
        (
            "सड़क/सड़क/NN/3/k1 चौड़ी/चौड़ा/JJ/3/k1s है/है/VM/0/ROOT ।/।/SYM/3/rsym",
            [(1, "nsubj"), (ROOT, "root"), (1, "cop"), (1, "punct")],
        ),
        (
            "काम/काम/NN/2/k1 किया/कर/VM/0/ROOT जा/जा/VAUX/2/lwg चुका/चुक/VAUX/2/lwg है/है/VAUX/2/lwg",
            [(1, "nsubj"), (ROOT, "root"), (1, "aux"), (2, "auxpass"), (3, "auxpass")],
        ),
    ],
)
def test_shapes(paninian: str, wanted: list[tuple[int, str]]) -> None:
    found = to_ud(tree(paninian))
    assert [head for head, _ in found] == [head for head, _ in wanted]
    assert [label for _, label in found] == [label for _, label in wanted]


def test_a_conjunction_without_members_stays() -> None:
    assert to_ud(tree("लेकिन/लेकिन/CC/2/vmod गए/जा/VM/0/ROOT"))[0][0] == 1
