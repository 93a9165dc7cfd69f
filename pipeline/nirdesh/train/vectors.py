"""Self-made word vectors: skip-grams with negative samples over words and their pieces, as in fastText.

They start the analyser's word and piece tables, so that rare words stand near words used alike.
"""

from __future__ import annotations

import lzma
import random
import tarfile
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from nirdesh.analyse.sentences import sentence_starts
from nirdesh.analyse.tokenizer import split_words
from nirdesh.train.entities import read_columns, retokenised
from nirdesh.train.network import Network, Types

TEXTS: Final = ("text/mann-ki-baat-hi.txt.xz", "text/xquad-hi-contexts.txt.xz")
EVENTS: Final = "ner/ednil-events-hi.tar.xz"
CHUNK: Final = 4096
WINDOW: Final = 3
NEGATIVES: Final = 256


def extra_sentences(data: Path) -> Iterator[list[str]]:
    """Sentences of the plain texts, of the event news and of MultiCoNER, which serve for vectors only."""
    for file in TEXTS:
        text = lzma.decompress((data / file).read_bytes()).decode("utf-8")
        for line in text.split("\n"):
            if not line.startswith("<"):
                yield from _sentences(line)
    for paragraph in _event_paragraphs(data / EVENTS):
        yield from _sentences(paragraph)
    for found, _ in read_columns(data / "ner/multiconer2-hi-train.conll.xz"):
        yield list(retokenised(found, [], "multiconer").words)


def _sentences(line: str) -> Iterator[list[str]]:
    words, spaces = split_words(unicodedata.normalize("NFC", line))
    bounds = [*sentence_starts(words, spaces), len(words)]
    for start, end in pairwise(bounds):
        yield [word for word in words[start:end] if not word.isspace()]


def _event_paragraphs(path: Path) -> Iterator[str]:
    """Paragraphs of the event news, documents in the order of their names; unreadable XML is left out."""
    with tarfile.open(path) as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            handle = archive.extractfile(member) if member.isfile() else None
            if handle is None:
                continue
            try:
                root = ElementTree.fromstring(handle.read())
            except ElementTree.ParseError:
                continue
            for paragraph in list(root.iter("P"))[1:]:
                yield " ".join("".join(paragraph.itertext()).split())


def _stream(sentences: Sequence[Sequence[str]], types: Types, rng: random.Random) -> np.ndarray[Any, Any]:
    """Type numbers of all sentences in random order, -1 between them."""
    order = list(range(len(sentences)))
    rng.shuffle(order)
    numbers: list[int] = []
    for i in order:
        numbers.extend(types.of(word) for word in sentences[i])
        numbers.append(-1)
    return np.array(numbers, dtype=np.int64)


def _vectors(network: Network, types: Types, unique: np.ndarray[Any, Any]) -> Tensor:
    pieces = [types.pieces[i] for i in unique]
    offsets = np.concatenate([[0], np.cumsum([len(p) for p in pieces])[:-1]]).astype(np.int64)
    rows = torch.tensor([types.words[i] for i in unique])
    return torch.cat(
        [
            network.word(rows),
            network.piece(torch.from_numpy(np.concatenate(pieces)), torch.from_numpy(offsets)),
        ],
        dim=-1,
    )


def pretrain(
    network: Network, types: Types, sentences: Sequence[Sequence[str]], epochs: int, seed: int, log: Any
) -> None:
    """Train the word and piece tables in place, then bring them back to the scale that they began with."""
    rng = random.Random(seed)
    generator = np.random.default_rng(seed)
    scales = [float(table.weight.detach().std()) for table in (network.word, network.piece)]
    counts = Counter(types.of(word) for words in sentences for word in words)
    number = len(types.words)
    weights = np.array([counts.get(i, 0) for i in range(number)], dtype=np.float64) ** 0.75
    weights /= weights.sum()
    width = network.word.embedding_dim + network.piece.embedding_dim
    contexts = nn.Embedding(number, width, sparse=True)
    nn.init.zeros_(contexts.weight)
    tables = [network.word.weight, network.piece.weight, contexts.weight]
    maker = torch.optim.SparseAdam(tables, lr=2e-3)
    for epoch in range(epochs):
        stream = _stream(sentences, types, rng)
        total, steps = 0.0, 0
        for begin in range(0, len(stream) - CHUNK, CHUNK):
            chunk = stream[begin : begin + CHUNK]
            for group in maker.param_groups:
                group["lr"] = 2e-3 * (1 - (epoch + begin / len(stream)) / epochs) + 1e-5
            loss = _loss(network, types, contexts, chunk, generator.choice(number, NEGATIVES, p=weights))
            maker.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            maker.step()  # type: ignore[no-untyped-call]
            total, steps = total + loss.item(), steps + 1
        log(f'{{"vectors": {epoch + 1}, "loss": {total / max(1, steps):.4f}}}')
    with torch.no_grad():
        for weight, scale in zip((network.word.weight, network.piece.weight), scales, strict=True):
            weight.mul_(scale / float(weight.detach().std()))


def _loss(network: Network, types: Types, contexts: nn.Embedding, chunk: Any, negatives: Any) -> Tensor:
    unique, inverse = np.unique(np.maximum(chunk, 0), return_inverse=True)
    real = torch.from_numpy(chunk >= 0)
    places = torch.from_numpy(inverse)
    centres = _vectors(network, types, unique)[places]
    around = functional.embedding(torch.from_numpy(unique), contexts.weight, sparse=True)[places]
    parts = []
    for step in range(1, WINDOW + 1):
        valid = real[step:] & real[:-step]
        for k in range(1, step):
            valid = valid & real[k : len(real) - step + k]
        for left, right in ((centres[:-step], around[step:]), (centres[step:], around[:-step])):
            scores = (left * right).sum(-1)
            parts.append(-functional.logsigmoid(scores)[valid].mean())
    drawn = functional.embedding(torch.from_numpy(negatives), contexts.weight, sparse=True)
    against = centres[real] @ drawn.T
    return torch.stack(parts).mean() - 5.0 * functional.logsigmoid(-against).mean()
