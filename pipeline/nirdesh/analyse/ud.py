"""Universal Dependencies (v1 relations of UD Hindi 1.2) from Paninian trees: changes of shape and a table.

Coordination: the conjunction that heads its members hangs on the first of them. Copula: the predicate (k1s)
heads its verb. Auxiliaries hang in a chain. Labels come from ``ud.tsv`` by Paninian label, tag, tag above and
postposition.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from spacy.tokens import Doc, Token

from nirdesh.lexicon.files import table

ROOT: Final = -1
COPULAS: Final = frozenset({"है", "था"})
# What takes the place of a copula: its predicate, else what exists or where something is.
PREDICATES: Final = ("k1", "k7", "k7p", "k1u")
# Tag -> tags of a next word in the same group that it hangs on.
NEIGHBOURS: Final = {
    "NNPC": ("NNP",),
    "NNC": ("NN", "NNP"),
    "QCC": ("QC",),
    "JJC": ("JJ",),
    "INTF": ("JJ", "QF", "RB"),
    "QC": ("NN",),
    "JJ": ("NNP",),
}


@dataclass(frozen=True, slots=True)
class Node:
    """One token of a tree; ``head`` is an index in the sentence, ``ROOT`` for the root."""

    form: str
    lemma: str
    tag: str
    head: int
    dep: str


def reshape(nodes: Sequence[Node]) -> list[Node]:
    """The tree in UD's shape with Paninian labels; ``cc mark conj cop auxpass`` are new."""
    tree = list(nodes)
    for i in _bottom_up(tree):
        if tree[i].tag in ("CC", "CCC"):
            _coordinate(tree, i)
    for i in range(len(tree)):
        if tree[i].tag == "VM" and tree[i].lemma in COPULAS:
            _copula(tree, i)
    for i in range(len(tree)):
        _inside_group(tree, i)
    return tree


def _children(tree: Sequence[Node], i: int) -> list[int]:
    return [k for k, node in enumerate(tree) if node.head == i and k != i]


def _bottom_up(tree: Sequence[Node]) -> list[int]:
    """Indices with every node after its children."""
    depth = []
    for i in range(len(tree)):
        steps, node = 0, i
        while tree[node].head != ROOT and steps <= len(tree):
            node, steps = tree[node].head, steps + 1
        depth.append(steps)
    return sorted(range(len(tree)), key=lambda i: (-depth[i], i))


def _coordinate(tree: list[Node], i: int) -> None:
    """The first member takes the conjunction's place."""
    members = [k for k in _children(tree, i) if tree[k].dep == "ccof"]
    if not members:
        return
    first = members[0]
    own = "mark" if len(members) == 1 and first > i else "cc"
    tree[first] = replace(tree[first], head=tree[i].head, dep=tree[i].dep)
    for k in _children(tree, i):
        if k != first:
            tree[k] = replace(tree[k], head=first, dep="conj" if k in members else tree[k].dep)
    tree[i] = replace(tree[i], head=first, dep=own)


def _copula(tree: list[Node], i: int) -> None:
    """The predicate takes the copula's place."""
    children = _children(tree, i)
    if any(tree[k].dep == "pof" or tree[k].tag == "VAUX" for k in children):
        return
    before = [k for k in children if k < i and tree[k].tag not in ("VM", "CC", "CCC")]
    predicates = [k for k in before if tree[k].dep == "k1s"] or [
        k for k in before if tree[k].dep in PREDICATES
    ]
    if not predicates:
        return
    top = predicates[-1]
    tree[top] = replace(tree[top], head=tree[i].head, dep=tree[i].dep)
    for k in _children(tree, i):
        if k != top and tree[k].tag != "NEG":
            tree[k] = replace(tree[k], head=top)
    tree[i] = replace(tree[i], head=top, dep="cop")


def _inside_group(tree: list[Node], i: int) -> None:
    """Words that hang on a neighbour in their group rather than on its head."""
    node = tree[i]
    if i and node.dep == "lwg" and (tree[i - 1].head == node.head or tree[i - 1].dep == "auxpass"):
        before = tree[i - 1]
        if node.tag == before.tag == "VAUX":
            tree[i] = replace(node, head=i - 1, dep="auxpass")
        elif (node.tag, before.dep) == ("RP", "intra") or (node.tag, before.tag) == ("PSP", "NST"):
            tree[i] = replace(node, head=i - 1)
    elif node.dep == "intra" and i + 1 < len(tree):
        following = next(k for k in range(i + 1, len(tree) + 1) if k == len(tree) or tree[k].tag[-1] != "C")
        if (
            following < len(tree)
            and tree[following].head == node.head
            and _modifies(node.tag, tree[following].tag)
        ):
            tree[i] = replace(node, head=following)


def _modifies(tag: str, following: str) -> bool:
    """Whether a word with this tag belongs to the word after it and not to the whole group."""
    return following in NEIGHBOURS.get(tag, ())


@lru_cache(maxsize=1)
def labels() -> Mapping[tuple[str, ...], str]:
    """UD labels by context; shorter keys stand for any value of what they leave out."""
    return {
        tuple(part for part in (row["dep"], row["tag"], row["above"], row["case"]) if part != "*"): row["ud"]
        for row in table("analyse", "ud.tsv")
    }


def contexts(tree: Sequence[Node], i: int) -> list[tuple[str, ...]]:
    """Contexts of a token's label, the fullest first."""
    node = tree[i]
    above = "ROOT" if node.head == ROOT else tree[node.head].tag
    case = next((tree[k].lemma for k in _children(tree, i) if tree[k].tag == "PSP"), "-")
    full = (node.dep, node.tag, above, case)
    return [full[:size] for size in (4, 3, 2, 1)]


def to_ud(nodes: Sequence[Node]) -> list[tuple[int, str]]:
    """Head (``ROOT`` for the root) and UD label of each token."""
    tree = reshape(nodes)
    known = labels()
    found: list[tuple[int, str]] = []
    for i, node in enumerate(tree):
        label = next((known[context] for context in contexts(tree, i) if context in known), "dep")
        found.append((node.head, "root" if node.head == ROOT else label))
    return found


def ud_trees(doc: Doc) -> list[list[tuple[int, str]]]:
    """UD trees of an analysed document, by sentence, without white space; heads count in the sentence."""
    return [ud_tree([token for token in sent if not token.is_space]) for sent in doc.sents]


def ud_tree(tokens: Sequence[Token]) -> list[tuple[int, str]]:
    """UD tree of the tokens of one sentence; heads count in the sentence."""
    place = {token.i: k for k, token in enumerate(tokens)}
    heads = [ROOT if t.head.i == t.i else place.get(t.head.i, ROOT) for t in tokens]
    return to_ud([Node(t.text, t.lemma_, t.tag_, h, t.dep_) for t, h in zip(tokens, heads, strict=True)])
