"""Reads the Hindi Dependency Treebank (SSF features in CoNLL-X columns) as rows with UD-style attributes."""

from __future__ import annotations

import lzma
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

NULL_FORMS: Final = ("NULL", "NUL", "null")


@dataclass(frozen=True, slots=True)
class Row:
    """One token of the treebank.

    Attributes:
        head: Index of the head in the sentence, counted from 0; the root is its own head.
        dep: Paninian label (``k1``, ``k2``, ``pof`` …), ``ROOT`` for the root.
    """

    form: str
    lemma: str
    tag: str
    upos: str
    feats: str
    head: int
    dep: str


@lru_cache(maxsize=1)
def tagset() -> Mapping[str, Any]:
    """The map from treebank tags and features to UPOS and UD features.

    Example:
        >>> tagset()["upos"]["VAUX"]
        'AUX'
    """
    path = files("nirdesh.lexicon") / "data" / "analyse" / "treebank.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def ud_feats(ssf: str) -> str:
    """UD-style features from the SSF feature column.

    Example:
        >>> ud_feats("cat-v|gen-m|num-sg|pers-3h|case-|vib-गा|tam-gA|voicetype-active'")
        'Gender=Masc|Mood=Ind|Number=Sing|Person=3|Polite=Form|Tense=Fut|VerbForm=Fin'
    """
    table = tagset()["feats"]
    found: set[str] = set()
    for part in ssf.split("|"):
        key, _, value = part.partition("-")
        mapped = table.get(key, {}).get(value.rstrip("'").lower() if key == "voicetype" else value)
        if mapped:
            found.update(mapped.split("|"))
    return "|".join(sorted(found))


def upos_of(tag: str, form: str, dep: str, previous: str) -> str:
    """UPOS of a treebank tag; ``previous`` is the tag before.

    Example:
        >>> upos_of("CC", "और", "root", ""), upos_of("NST", "बाद", "k7t", "PSP")
        ('CCONJ', 'ADP')
    """
    table = tagset()
    for upos, forms in table["upos_by_form"].get(tag, {}).items():
        if form in forms:
            return str(upos)
    for upos, tags in table["upos_by_previous"].get(tag, {}).items():
        if previous in tags:
            return str(upos)
    by_dep = table["upos_by_dep"].get(tag)
    if by_dep:
        return str(by_dep.get(dep, by_dep["default"]))
    return str(table["upos"].get(tag, "X"))


def read_blocks(path: Path) -> Iterator[list[list[str]]]:
    """Sentences of a CoNLL file (plain or .xz) as lists of columns, comments dropped, text in NFC."""
    opener = lzma.open if path.suffix == ".xz" else open
    rows: list[list[str]] = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line.strip():
                if rows:
                    yield rows
                rows = []
            elif not line.startswith("#"):
                rows.append(unicodedata.normalize("NFC", line).split("\t"))
    if rows:
        yield rows


def drop_null(heads: Sequence[int], null: Sequence[bool]) -> list[int] | None:
    """Heads (0 is the root, tokens count from 1) after the empty nodes are taken out.

    A child of an empty node moves to that node's head; where the empty node was the root, its last child
    becomes the root and the others hang on it. Heads keep the old numbering. None when the links run in a
    circle or the sentence has not exactly one root.
    """
    heads = list(heads)
    order = [i + 1 for i, empty in enumerate(null) if empty]
    for node in order:
        children = [i for i, head in enumerate(heads) if head == node and i + 1 != node]
        parent = heads[node - 1]
        heads[node - 1] = -1
        if parent == 0 and children:
            heirs = [i for i in children if not null[i]] or children
            parent = heirs[-1] + 1
            heads[parent - 1] = 0
            children = [i for i in children if i + 1 != parent]
        for child in children:
            heads[child] = parent
    kept = [i for i, empty in enumerate(null) if not empty]
    if sum(heads[i] == 0 for i in kept) != 1:
        return None
    for i in kept:
        seen = set()
        node = i + 1
        while node != 0:
            if node in seen or node < 0:
                return None
            seen.add(node)
            node = heads[node - 1]
    return heads


def convert(block: Sequence[Sequence[str]]) -> list[Row] | None:
    """One sentence as rows without empty nodes, or None where its links are no tree."""
    null = [row[1].startswith(NULL_FORMS) for row in block]
    heads = drop_null([int(row[6]) for row in block], null)
    kept = [i for i, empty in enumerate(null) if not empty]
    if heads is None or not kept:
        return None
    new = {old + 1: index for index, old in enumerate(kept)}
    rows: list[Row] = []
    previous = ""
    for index, old in enumerate(kept):
        columns = block[old]
        form = columns[1].replace("-JOIN", "-")
        tag = tagset()["tag_repair"].get(columns[4], columns[4])
        root = heads[old] == 0
        dep = "ROOT" if root else ("fragof" if columns[7] == "root" else columns[7])
        upos = upos_of(tag, form, columns[7], previous)
        if tag == "RDP":
            upos = next((row.upos for row in reversed(rows) if row.tag != "SYM"), upos)
        lemma = columns[2] if columns[2] not in ("", "_") else form
        head = index if root else new[heads[old]]
        rows.append(Row(form, lemma, tag, upos, ud_feats(columns[5]), head, dep))
        previous = tag
    return rows


def read_treebank(path: Path) -> Iterator[list[Row]]:
    """Sentences of a treebank file that form one tree each."""
    for block in read_blocks(path):
        rows = convert(block)
        if rows is not None:
            yield rows


def rare_labels_merged(sentences: Sequence[Sequence[Row]], least: int) -> list[list[Row]]:
    """The sentences with labels seen fewer than ``least`` times cut back to their first part."""
    counts: dict[str, int] = {}
    for sentence in sentences:
        for row in sentence:
            counts[row.dep] = counts.get(row.dep, 0) + 1

    def merged(row: Row) -> Row:
        if counts[row.dep] >= least:
            return row
        for cut in ("__", "-", "_"):
            short = row.dep.split(cut)[0]
            if counts.get(short, 0) >= least:
                return replace(row, dep=short)
        return replace(row, dep="mod")

    return [[merged(row) for row in sentence] for sentence in sentences]
