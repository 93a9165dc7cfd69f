"""The joint analyser as a torch module: what ``nirdesh.analyse.neural`` runs with numpy is trained here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from nirdesh.analyse.neural import decode, features


@dataclass(frozen=True, slots=True)
class Sizes:
    """Widths of the layers; the LSTM widths count one direction."""

    word: int = 100
    piece: int = 64
    end: int = 48
    flag: int = 16
    shared: int = 192
    middle: int = 192
    tree: int = 160
    entity: int = 96
    arc: int = 192
    label: int = 56


@dataclass(frozen=True, slots=True)
class Inventory:
    """Class names of every output."""

    tags: tuple[str, ...]
    upos: tuple[str, ...]
    feats: tuple[str, ...]
    edits: tuple[str, ...]
    deps: tuple[str, ...]
    heads: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded sentences: type numbers, lengths, and the mirrored place of each word.

    Attributes:
        types: ``(b, t)`` row of each word in the batch's list of word types.
        mask: ``(b, t)`` whether a place holds a word.
        mirror: ``(b, t)`` place counted from the sentence's end.
    """

    types: Tensor
    mask: Tensor
    mirror: Tensor
    words: Tensor
    pieces: Tensor
    piece_offsets: Tensor
    ends: Tensor
    flags: Tensor


class BiLstm(nn.Module):
    """Two LSTMs, the second over the mirrored sentence, so that padding never comes before a word."""

    def __init__(self, inputs: int, width: int) -> None:
        super().__init__()
        self.forward_run = nn.LSTM(inputs, width, batch_first=True)
        self.backward_run = nn.LSTM(inputs, width, batch_first=True)

    def forward(self, values: Tensor, mirror: Tensor) -> Tensor:
        """``(b, t, in)`` to ``(b, t, 2h)``."""
        ahead = self.forward_run(values)[0]
        index = mirror.unsqueeze(-1)
        flipped = values.gather(1, index.expand(-1, -1, values.shape[-1]))
        back = self.backward_run(flipped)[0]
        back = back.gather(1, index.expand(-1, -1, back.shape[-1]))
        return torch.cat([ahead, back], dim=-1)


class Crf(nn.Module):
    """Linear-chain CRF over BIO tags; impossible steps stay impossible."""

    def __init__(self, tags: Sequence[str]) -> None:
        super().__init__()
        size = len(tags)
        table = torch.from_numpy(decode.allowed(tags))
        self.register_buffer("fine", torch.where(table, 0.0, -1e4))
        self.steps = nn.Parameter(torch.zeros(size, size))
        self.start = nn.Parameter(torch.zeros(size))
        self.ends = nn.Parameter(torch.zeros(size))

    def tables(self) -> tuple[Tensor, Tensor, Tensor]:
        """Transitions, start and end scores with the fines."""
        fine = cast(Tensor, self.fine)
        return self.steps + fine[:-1], self.start + fine[-1], self.ends

    def log_total(
        self, emissions: Tensor, mask: Tensor, tables: tuple[Tensor, Tensor, Tensor] | None = None
    ) -> Tensor:
        """Log of the summed scores of all tag sequences, ``(b,)``."""
        steps, start, ends = tables or self.tables()
        state = start + emissions[:, 0]
        for i in range(1, emissions.shape[1]):
            moved = torch.logsumexp(state.unsqueeze(2) + steps, dim=1) + emissions[:, i]
            state = torch.where(mask[:, i].unsqueeze(1), moved, state)
        return torch.logsumexp(state + ends, dim=1)

    def loss(self, emissions: Tensor, mask: Tensor, open_tags: Tensor) -> Tensor:
        """Mean loss a word; ``open_tags`` ``(b, t, k)`` says which tags the annotation leaves possible."""
        held = emissions.masked_fill(~open_tags, -1e4)
        both = self.log_total(torch.cat([emissions, held]), torch.cat([mask, mask]))
        every, right = both.chunk(2)
        return (every - right).sum() / mask.sum()

    def marginals(self, emissions: Tensor, mask: Tensor) -> Tensor:
        """Probability of each tag at each word, ``(b, t, k)``; zero beyond the sentence."""
        with torch.enable_grad():
            held = emissions.detach().requires_grad_()
            fixed = tuple(table.detach() for table in self.tables())
            (slope,) = torch.autograd.grad(self.log_total(held, mask, fixed).sum(), held)  # type: ignore[arg-type]
        return slope

    def match(self, emissions: Tensor, mask: Tensor, wanted: Tensor) -> Tensor:
        """Mean distance a word from wanted marginals; its slope is the own marginals less the wanted ones."""
        fixed = tuple(table.detach() for table in self.tables())
        total = self.log_total(emissions, mask, fixed)  # type: ignore[arg-type]
        return (total.sum() - (emissions * wanted).sum()) / mask.sum()


class Network(nn.Module):
    """Shared encoder with outputs for tags, features, lemmas, trees and entities."""

    def __init__(self, sizes: Sizes, inventory: Inventory, vocabulary: int) -> None:
        super().__init__()
        s = sizes
        self.word = nn.Embedding(vocabulary, s.word, sparse=True)
        self.piece = nn.EmbeddingBag(features.PIECE_ROWS, s.piece, mode="mean", sparse=True)
        self.end = nn.EmbeddingBag(features.END_ROWS, s.end, mode="sum", sparse=True)
        for table, scale in ((self.word, 0.1), (self.piece, 0.2), (self.end, 0.1)):
            nn.init.normal_(table.weight, std=scale)
        self.flag = nn.Linear(len(features.LISTS) + features.SHAPES, s.flag)
        self.shared = BiLstm(s.word + s.piece + s.end + s.flag, s.shared)
        self.middle = BiLstm(2 * s.shared, s.middle)
        self.tree = BiLstm(2 * s.middle, s.tree)
        self.entity = BiLstm(2 * s.shared, s.entity)
        self.tag = nn.Linear(2 * s.middle, len(inventory.tags))
        self.upos = nn.Linear(2 * s.middle, len(inventory.upos))
        self.feats = nn.Linear(2 * s.middle, len(inventory.feats))
        self.edit = nn.Linear(2 * s.middle, len(inventory.edits))
        self.arc_dep = nn.Linear(2 * s.tree, s.arc)
        self.arc_head = nn.Linear(2 * s.tree, s.arc)
        self.arc = nn.Linear(s.arc, s.arc)
        self.arc_bias = nn.Linear(s.arc, 1)
        self.root = nn.Parameter(torch.zeros(2 * s.tree))
        self.label_dep = nn.Linear(2 * s.tree, s.label)
        self.label_head = nn.Linear(2 * s.tree, s.label)
        self.label = nn.Parameter(torch.randn(s.label, len(inventory.deps), s.label) * 0.02)
        self.label_bias = nn.Linear(2 * s.label, len(inventory.deps))
        self.heads = nn.ModuleDict(
            {name: nn.Linear(2 * s.entity, len(t)) for name, t in inventory.heads.items()}
        )
        self.crfs = nn.ModuleDict({name: Crf(tags) for name, tags in inventory.heads.items()})
        self.drop = nn.Dropout(0.33)
        self.light = nn.Dropout(0.2)

    def encode(self, batch: Batch) -> Tensor:
        """Output of the shared layer, ``(b, t, 2h)``."""
        types = torch.cat(
            [
                self.word(batch.words),
                self.piece(batch.pieces, batch.piece_offsets),
                self.end(batch.ends),
                functional.leaky_relu(self.flag(batch.flags), 0.1),
            ],
            dim=-1,
        )
        values = self.light(types)[batch.types]
        out: Tensor = self.drop(self.shared(values, batch.mirror))
        return out

    def syntax(self, shared: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
        """Outputs of the tagging and the tree layer."""
        middle = self.drop(self.middle(shared, batch.mirror))
        return middle, self.drop(self.tree(middle, batch.mirror))

    def arcs(self, tree: Tensor) -> Tensor:
        """Head scores ``(b, t, t + 1)``; head 0 is the root."""
        root = self.root.expand(tree.shape[0], 1, -1)
        with_root = torch.cat([root, tree], dim=1)
        heads = self.light(functional.leaky_relu(self.arc_head(with_root), 0.1))
        deps = self.light(functional.leaky_relu(self.arc_dep(tree), 0.1))
        scores = torch.einsum("btd,bsd->bts", self.arc(deps), heads)
        return scores + cast(Tensor, self.arc_bias(heads)).transpose(1, 2)

    def labels(self, tree: Tensor, heads: Tensor) -> Tensor:
        """Label scores ``(b, t, l)`` for given heads ``(b, t)`` (0 is the root)."""
        root = self.root.expand(tree.shape[0], 1, -1)
        with_root = torch.cat([root, tree], dim=1)
        above = self.light(functional.leaky_relu(self.label_head(with_root), 0.1))
        above = above.gather(1, heads.unsqueeze(-1).expand(-1, -1, above.shape[-1]))
        below = self.light(functional.leaky_relu(self.label_dep(tree), 0.1))
        pairs = torch.einsum("btd,dlh->btlh", below, self.label)
        scores = (pairs @ above.unsqueeze(-1)).squeeze(-1)
        out: Tensor = scores + self.label_bias(torch.cat([below, above], dim=-1))
        return out

    def entities(self, shared: Tensor, batch: Batch, names: Sequence[str]) -> dict[str, Tensor]:
        """Tag scores ``(b, t, k)`` of the named entity outputs."""
        values = self.drop(self.entity(shared, batch.mirror))
        return {name: self.heads[name](values) for name in names}


class Types:
    """Word types met so far, with their rows; grows while noise makes new words."""

    def __init__(self, table: features.WordTable) -> None:
        self.table = table
        self.number: dict[str, int] = {}
        self.words: list[int] = []
        self.pieces: list[npt.NDArray[np.int64]] = []
        self.ends: list[list[int]] = []
        self.flags: list[npt.NDArray[np.float32]] = []

    def of(self, word: str) -> int:
        """Number of a word type."""
        known = self.number.get(word)
        if known is not None:
            return known
        key = features.spelling_key(word)
        self.number[word] = len(self.words)
        self.words.append(self.table.words.get(key, 0))
        self.pieces.append(np.array(features.piece_rows(key), dtype=np.int64))
        self.ends.append(features.end_rows(key))
        self.flags.append(self.table.flags(word, key))
        return len(self.words) - 1

    def batch(self, sentences: Sequence[Sequence[str]], drop: float, rng: np.random.Generator) -> Batch:
        """A padded batch; ``drop`` is the share of word types that are taken for unknown."""
        longest = max(len(words) for words in sentences)
        numbers = np.zeros((len(sentences), longest), dtype=np.int64)
        lengths = np.array([len(words) for words in sentences])
        for i, words in enumerate(sentences):
            numbers[i, : len(words)] = [self.of(word) for word in words]
        place = np.arange(longest)[None, :]
        mask = place < lengths[:, None]
        mirror = np.where(mask, lengths[:, None] - 1 - place, place)
        unique, inverse = np.unique(numbers, return_inverse=True)
        pieces = [self.pieces[i] for i in unique]
        rows = np.array([self.words[i] for i in unique], dtype=np.int64)
        rows[rng.random(len(rows)) < drop] = 0
        offsets = np.concatenate([[0], np.cumsum([len(p) for p in pieces])[:-1]])
        return Batch(
            torch.from_numpy(inverse.reshape(numbers.shape)),
            torch.from_numpy(mask),
            torch.from_numpy(mirror),
            torch.from_numpy(rows),
            torch.from_numpy(np.concatenate(pieces)),
            torch.from_numpy(offsets.astype(np.int64)),
            torch.tensor([self.ends[i] for i in unique]),
            torch.from_numpy(np.stack([self.flags[i] for i in unique])),
        )
