"""Reads the entity data sets as token spans over the project's own tokens."""

from __future__ import annotations

import lzma
import random
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nirdesh.analyse.tokenizer import split_words
from nirdesh.lexicon.files import toml


@dataclass(frozen=True, slots=True)
class Tagged:
    """One sentence with its entities as ``(start, end, label)``, half-open token spans."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int, str], ...]
    source: str


def read_columns(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Words and tags of each sentence: first and last column, blank lines between sentences, text in NFC."""
    words: list[str] = []
    tags: list[str] = []
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = unicodedata.normalize("NFC", line).split()
            if len(columns) < 2 or (columns[0] == "#" and columns[1] == "id"):
                if words:
                    yield words, tags
                words, tags = [], []
                continue
            words.append(columns[0])
            tags.append(columns[-1])
    if words:
        yield words, tags


def spans_of(tags: Sequence[str], scheme: str) -> list[tuple[int, int, str]]:
    """Entity spans of a column of tags; scheme ``BIO``, or ``IO`` with one tag a token and no prefix.

    Example:
        >>> spans_of(["B-PER", "I-PER", "O", "I-LOC"], "BIO"), spans_of(["name", "name", "other"], "IO")
        ([(0, 2, 'PER'), (3, 4, 'LOC')], [(0, 2, 'name')])
    """
    spans: list[tuple[int, int, str]] = []
    start, label = -1, ""
    for i, tag in enumerate([*tags, "O"]):
        prefix, _, rest = tag.partition("-") if scheme == "BIO" else ("I", "", tag)
        name = "" if tag in ("O", "other", "-") or not rest or prefix not in ("B", "I") else rest
        if start >= 0 and (name != label or prefix == "B"):
            spans.append((start, i, label))
            start = -1
        if name and start < 0:
            start, label = i, name
    return spans


def retokenised(words: Sequence[str], spans: Sequence[tuple[int, int, str]], source: str) -> Tagged:
    """The same sentence over the project's tokens; a span covers every token that it touches.

    Example:
        >>> retokenised(["दिल्ली-मुंबई", "गए।"], [(0, 1, "LOC")], "x").words
        ('दिल्ली', '-', 'मुंबई', 'गए', '।')
    """
    text = " ".join(words)
    begins: list[int] = []
    position = 0
    for word in words:
        begins.append(position)
        position += len(word) + 1
    ends = [begin + len(word) for begin, word in zip(begins, words, strict=True)]
    found, spaces = split_words(text)
    starts: list[int] = []
    position = 0
    for word, space in zip(found, spaces, strict=True):
        starts.append(position)
        position += len(word) + space
    stops = [start + len(word) for start, word in zip(starts, found, strict=True)]
    kept: list[tuple[int, int, str]] = []
    for first, last, label in spans:
        low, high = begins[first], ends[last - 1]
        begin, end = bisect_right(stops, low), bisect_left(starts, high)
        while end > begin + 1 and found[end - 1] in ("।", ",", "|", "."):
            end -= 1
        if begin < end and (not kept or kept[-1][1] <= begin):
            kept.append((begin, end, label))
    return Tagged(tuple(found), tuple(kept), source)


def read_source(name: str, data: Path) -> list[Tagged]:
    """Every sentence of a source of ``entities.toml``, our tokens, the source's own labels."""
    recipe: dict[str, Any] = toml("analyse", "entities.toml")[name]
    return [
        retokenised(words, spans_of(tags, recipe["scheme"]), name)
        for file in recipe["files"]
        for words, tags in read_columns(data / file)
    ]


def read_bio(path: Path, source: str) -> list[Tagged]:
    """Sentences of a BIO file as they stand, without cutting words anew."""
    return [Tagged(tuple(words), tuple(spans_of(tags, "BIO")), source) for words, tags in read_columns(path)]


def held_out(sentences: Sequence[Tagged], share: float, seed: int) -> tuple[list[Tagged], list[Tagged]]:
    """Split into training and held-out sentences; equal sentences stay on one side."""
    keys = sorted({" ".join(sentence.words) for sentence in sentences})
    chosen = set(random.Random(seed).sample(keys, int(len(keys) * share)))
    kept = [s for s in sentences if " ".join(s.words) not in chosen]
    return kept, [s for s in sentences if " ".join(s.words) in chosen]
