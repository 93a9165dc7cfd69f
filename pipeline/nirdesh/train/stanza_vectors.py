"""Word vectors for Stanza's modules: what ``hi_nirdesh`` knows of the most used ones.

A small tagger sees too few words to know the rare ones; the shipped analyser has learnt vectors of words,
pieces and ends from every text there is (``nirdesh.train.vectors``), so Stanza's modules start from these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from nirdesh.analyse.neural.component import NAME
from nirdesh.analyse.neural.model import load
from nirdesh.train.prepare import Material
from nirdesh.train.vectors import extra_sentences

WORDS: Final = 30_000


def all_words(data: Path, material: Material) -> Iterator[Sequence[str]]:
    """Sentences of the training sets and the plain texts below ``data``, without the project's own frames."""
    yield from ([row.form for row in sentence] for sentence in material.trees)
    for name, found in material.entities.items():
        if name != "templates":
            yield from (sentence.words for sentence in found)
    yield from extra_sentences(data)


def frequent_words(sentences: Iterable[Iterable[str]], size: int = WORDS) -> list[str]:
    """The words used most, lower case, most frequent first."""
    counts = Counter(word.lower() for sentence in sentences for word in sentence)
    return [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:size]]


def write_vectors(model: Path, words: list[str], out: Path) -> None:
    """Write ``out`` in Stanza's own format, a row of ``(width,)`` 32-bit numbers a word.

    Args:
        model: Folder of ``hi_nirdesh``.
        words: Lower case, without repeats.
        out: The file to write.
    """
    import torch
    from stanza.models.common.pretrain import PretrainedWordVocab
    from stanza.models.common.vocab import VOCAB_PREFIX

    rows = load(model / NAME).vectors.of(words)
    empty = np.zeros((len(VOCAB_PREFIX), rows.shape[1]), dtype=np.float32)
    vocab = PretrainedWordVocab(words, lang="hi", lower=True)
    table = torch.from_numpy(np.concatenate([empty, rows]).astype(np.float32))
    torch.save({"vocab": vocab.state_dict(), "emb": table}, out)
