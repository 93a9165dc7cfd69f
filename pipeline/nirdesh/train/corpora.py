"""Readers of the training and measuring data that the text layer uses (see the data's own README)."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from pathlib import Path

# Sources whose licence lets word counts be published with attribution.
OPEN = {
    "il-ner": "ner/il-ner-hi-train-nodup.txt.xz",
    "hiner": "ner/hiner-collapsed-part.conll.xz",
    "multiconer": "ner/multiconer2-hi-train.conll.xz",
    "pud": "treebank/hi-pud.conllu.xz",
    "mann-ki-baat": "text/mann-ki-baat-hi.txt.xz",
    "xquad": "text/xquad-hi-contexts.txt.xz",
}
# Clean text that only measures.
MEASURE = {
    "hdtb-train": "treebank/hdtb-ssf-train.conllx.xz",
    "hdtb-dev": "treebank/hdtb-ssf-dev.conllx.xz",
    "pud": OPEN["pud"],
    "il-ner": OPEN["il-ner"],
    "il-ner-dev": "ner/il-ner-hi-dev.txt.xz",
    "hiner": OPEN["hiner"],
    "multiconer": OPEN["multiconer"],
    "multiconer-dev": "ner/multiconer2-hi-dev.conll.xz",
    "ijcnlp": "ner/ijcnlp2008-hi-dedup.txt.xz",
    "fire": "ner/fire2018-iecsil-hi-demo.txt.xz",
}


def sentences(data: Path, name: str) -> Iterator[list[str]]:
    """Tokens of each sentence of a source; empty nodes of the treebank are left out."""
    path = data / (MEASURE.get(name) or OPEN[name])
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        if ".conll" in path.name and "hiner" not in path.name and "multiconer" not in path.name:
            yield from _conllu(lines)
        elif "/text/" in path.as_posix():
            yield from (line.split() for line in lines if not line.startswith("<"))
        else:
            yield from _columns(lines)


def _conllu(lines: Iterator[str]) -> Iterator[list[str]]:
    tokens: list[str] = []
    for line in lines:
        if line.startswith("#"):
            continue
        if not line.strip():
            if tokens:
                yield tokens
            tokens = []
            continue
        columns = line.split("\t")
        if columns[0].isdecimal() and not columns[1].startswith("NULL"):
            tokens.append(columns[1])
    if tokens:
        yield tokens


def _columns(lines: Iterator[str]) -> Iterator[list[str]]:
    tokens: list[str] = []
    for line in lines:
        if line.startswith("# id"):
            continue
        word = re.split(r"[\t ]", line.rstrip("\n"), maxsplit=1)[0]
        if word in ("", "newline"):
            if tokens:
                yield tokens
            tokens = []
        else:
            tokens.append(word)
    if tokens:
        yield tokens
