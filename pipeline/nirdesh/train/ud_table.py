"""Makes ``ud.tsv``: which UD label a Paninian label becomes, counted on half of UD Hindi 1.2 dev.

The other half measures it (``nirdesh.evaluate.models``). Run ``python -m nirdesh.train.ud_table``.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from nirdesh.analyse.ud import ROOT, Node, contexts, reshape
from nirdesh.lexicon.files import data_path
from nirdesh.train.treebank import Row, read_blocks, read_treebank

HEADER: Final = """\
# UD v1 relation for a Paninian relation in UD's tree shape; * stands for any value, the fullest row counts.
# Counted on every second sentence of UD Hindi HDTB 1.2 dev beside the same sentences of the Hindi treebank.
# Licence: CC BY-NC-SA 4.0, as UD Hindi HDTB.
dep\ttag\tabove\tcase\tud
"""
Pair = tuple[list[Row], list[list[str]]]


def pairs(data: Path) -> Iterator[Pair]:
    """Sentences that are the same in the treebank and in UD: Paninian rows and CoNLL-U columns."""
    known = {
        tuple(r.form for r in rows): rows for rows in read_treebank(data / "treebank/hdtb-ssf-dev.conllx.xz")
    }
    for block in read_blocks(data / "treebank/hi-ud12-dev.conllu.xz"):
        rows = known.get(tuple(columns[1] for columns in block))
        if rows is not None:
            yield rows, block


def nodes_of(rows: Sequence[Row]) -> list[Node]:
    """Rows as nodes of a tree."""
    return [Node(r.form, r.lemma, r.tag, ROOT if r.head == i else r.head, r.dep) for i, r in enumerate(rows)]


def count(chosen: Sequence[Pair]) -> dict[tuple[str, ...], str]:
    """The commonest UD label of each context, where it differs from that of the shorter one."""
    counts: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for rows, block in chosen:
        tree = reshape(nodes_of(rows))
        for i, columns in enumerate(block):
            if tree[i].head == int(columns[6]) - 1 != ROOT:
                for context in contexts(tree, i):
                    counts[context][columns[7]] += 1
    best = {
        context: min(found.items(), key=lambda item: (-item[1], item[0]))[0]
        for context, found in counts.items()
        if sum(found.values()) >= 2
    }

    def backoff(context: tuple[str, ...]) -> str | None:
        return next((best[context[:n]] for n in range(len(context) - 1, 0, -1) if context[:n] in best), None)

    return {context: label for context, label in best.items() if backoff(context) != label}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder with treebank")
    table = count([pair for i, pair in enumerate(pairs(parser.parse_args().data)) if i % 2 == 0])
    rows = sorted(
        "\t".join([*context, *["*"] * (4 - len(context)), label]) for context, label in table.items()
    )
    data_path("analyse", "ud.tsv").write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
