"""The joint analyser in numpy: weights from disk, words in, classes, trees and entities out."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from nirdesh.analyse.annotate import Words
from nirdesh.analyse.neural import decode
from nirdesh.analyse.neural.features import (
    LISTS,
    VERSION,
    WordTable,
    end_rows,
    piece_rows,
    spelling_key,
)
from nirdesh.analyse.neural.labels import PREFIX, Arcs, SecondReading, log_softmax, sentence_ends
from nirdesh.analyse.neural.layers import BiLstm, Floats, Ints, Linear, halved, leaky, pack
from nirdesh.analyse.neural.lemmas import apply_edit
from nirdesh.errors import NirdeshError

# About what a few thousand reports need, in 15 MB; names make ever more.
_CACHE: Final = 1 << 14
_HALF: Final = ("word", "piece", "end")


@dataclass(frozen=True, slots=True)
class Crf:
    """Scores of an entity output's tag sequences."""

    tags: tuple[str, ...]
    layer: Linear
    steps: Floats
    start: Floats
    ends: Floats

    def spans(self, values: Floats) -> list[tuple[int, int, str]]:
        """Entities of one sentence from the entity layer's rows."""
        best = decode.viterbi(self.layer(values), self.steps, self.start, self.ends)
        return decode.spans([self.tags[i] for i in best]) if best.any() else []


def _lstm(weights: Mapping[str, Floats], name: str) -> BiLstm:
    parts = [
        halved(*(weights[f"{name}.{way}.{part}"] for part in ("input", "recurrent", "bias")))
        for way in ("forward", "backward")
    ]
    return BiLstm(parts[0], parts[1])


def _linear(weights: Mapping[str, Floats], name: str) -> Linear:
    return Linear(weights[f"{name}.weight"], weights[f"{name}.bias"])


class Vectors:
    """Input vectors of word types, computed once for each word and kept until there are too many."""

    def __init__(self, weights: Mapping[str, Floats], table: WordTable) -> None:
        self.table = table
        self.tables = [weights[name] for name in _HALF]
        self.flag = _linear(weights, "flag")
        self.width = sum(table.shape[1] for table in self.tables) + self.flag.bias.shape[0]
        self.rows: Floats = np.empty((0, self.width), dtype=np.float32)
        self.clear()

    def clear(self) -> None:
        """Forget every word."""
        self.number: dict[str, int] = {}
        if len(self.rows) != _CACHE:  # what a long report made larger goes away
            self.rows = np.empty((_CACHE, self.width), dtype=np.float32)

    def of(self, words: Sequence[str]) -> Floats:
        """Vectors of words, ``(n, width)``."""
        new = [word for word in dict.fromkeys(words) if word not in self.number]
        if self.number and len(self.number) + len(new) > _CACHE:
            self.clear()
            new = list(dict.fromkeys(words))
        if new:
            self._add(new)
        return self.rows[[self.number[word] for word in words]]

    def _add(self, new: Sequence[str]) -> None:
        keys = [spelling_key(word) for word in new]
        pieces = [piece_rows(key) for key in keys]
        sizes = np.array([len(rows) for rows in pieces])
        offsets = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        word, piece, end = self.tables
        flat = piece[np.concatenate([np.array(rows) for rows in pieces])].astype(np.float32)
        parts = [
            word[[self.table.words.get(key, 0) for key in keys]].astype(np.float32),
            np.add.reduceat(flat, offsets, axis=0) / sizes[:, None].astype(np.float32),
            end[np.array([end_rows(key) for key in keys])].astype(np.float32).sum(axis=1),
            leaky(self.flag(np.stack([self.table.flags(w, k) for w, k in zip(new, keys, strict=True)]))),
        ]
        begin = len(self.number)
        while begin + len(new) > len(self.rows):
            self.rows = np.concatenate([self.rows, np.empty_like(self.rows)])
        self.rows[begin : begin + len(new)] = np.concatenate(parts, axis=1)
        for i, item in enumerate(new):
            self.number[item] = begin + i


@dataclass(frozen=True, slots=True)
class Reading:
    """What the first reading says of the words of sentences.

    Attributes:
        numbers: Output (``tag``, ``upos``, ``feats``, ``edit``) -> number of the class of each word.
        heads: Head of each word within its sentence, counted from 1; 0 for the root.
        entity: Output of the entity layer.
        states: Outputs of all three layers beside each other, ``(words, width)``.
    """

    numbers: Mapping[str, Ints]
    heads: list[int]
    arcs: Arcs
    entity: Floats
    states: Floats


class Analyser:
    """The model; one call analyses the sentences of one document together."""

    def __init__(self, meta: Mapping[str, Any], weights: Mapping[str, Floats], table: WordTable) -> None:
        self.classes: dict[str, list[str]] = {k: list(v) for k, v in meta["classes"].items()}
        self.known: dict[str, dict[str, int]] = meta["lemmas"]
        self.vectors = Vectors(weights, table)
        self.shared, self.middle, self.tree, self.entity = (
            _lstm(weights, name) for name in ("shared", "middle", "tree", "entity")
        )
        self.outputs = [(name, _linear(weights, name)) for name in ("tag", "upos", "feats", "edit")]
        self.arc_dep, self.arc_head, self.arc, self.arc_bias = (
            _linear(weights, name) for name in ("arc_dep", "arc_head", "arc", "arc_bias")
        )
        self.root = weights["root"][None, :]
        self.label_dep, self.label_head = (_linear(weights, name) for name in ("label_dep", "label_head"))
        label = weights["label"]
        self.label = np.ascontiguousarray(label.reshape(label.shape[0], -1))
        self.label_bias = _linear(weights, "label_bias")
        trained = any(name.startswith(PREFIX) for name in weights)
        self.second = SecondReading(weights) if trained else None
        self.guidelines = {
            name: Crf(
                tuple(tags),
                _linear(weights, f"heads.{name}"),
                weights[f"crfs.{name}.steps"],
                weights[f"crfs.{name}.start"],
                weights[f"crfs.{name}.ends"],
            )
            for name, tags in meta["entities"].items()
        }

    def __call__(
        self, sentences: Sequence[Sequence[str]], guidelines: Sequence[str]
    ) -> tuple[list[list[Words]], Floats]:
        """Analyse sentences (none empty).

        Returns:
            One list of sentences for each guideline, trees in all of them alike, and the states of all words.
        """
        read = self.first(sentences)
        arcs = read.arcs
        chosen = self.second(arcs) if self.second else arcs.scores.argmax(axis=1).tolist()
        labels = [self.classes["dep"][i] for i in chosen]
        best = {name: numbers.tolist() for name, numbers in read.numbers.items()}
        found: list[list[Words]] = [[] for _ in guidelines]
        begin = 0
        for words in sentences:
            end = begin + len(words)
            columns = {
                name: [self.classes[name][i] for i in best[name][begin:end]]
                for name in ("tag", "upos", "feats")
            }
            heads = read.heads[begin:end]
            deps = ["ROOT" if h == 0 else d for h, d in zip(heads, labels[begin:end], strict=True)]
            for out, name in zip(found, guidelines, strict=True):
                spans = self.guidelines[name].spans(read.entity[begin:end])
                out.append(
                    Words(
                        columns["tag"],
                        columns["upos"],
                        columns["feats"],
                        [*arcs.lemmas[begin:end]],
                        heads,
                        deps,
                        spans,
                    )
                )
            begin = end
        return found, read.states

    def first(self, sentences: Sequence[Sequence[str]]) -> Reading:
        """Everything but the second reading of labels and the entities' spans."""
        packing = pack([len(words) for words in sentences])
        flat = [word for words in sentences for word in words]
        packed = np.empty((len(packing.rows), self.vectors.width), dtype=np.float32)
        vectors = self.vectors.of(flat)
        packed[packing.rows] = vectors
        shared = self.shared(packed, packing)
        middle = self.middle(shared, packing)
        tree = self.tree(middle, packing)[packing.rows]
        entity = self.entity(shared, packing)[packing.rows]
        middle = middle[packing.rows]
        best = {name: layer(middle).argmax(axis=1) for name, layer in self.outputs}
        heads, above = self._trees(tree, packing.lengths)
        scores = log_softmax(self._label_scores(tree, above))
        lemmas = self._lemmas(flat, best["upos"].tolist(), best["edit"].tolist())
        ends = sentence_ends(packing.lengths)
        arcs = Arcs(tree, vectors, best["tag"], best["feats"], scores, above, lemmas, *ends)
        return Reading(best, heads, arcs, entity, np.concatenate([middle, tree, entity], axis=1))

    def _lemmas(self, words: Sequence[str], upos: Sequence[int], edits: Sequence[int]) -> list[str]:
        """Lemmas of words with these numbers of UPOS and edit."""
        names, ends = self.classes["upos"], self.classes["edit"]
        found = []
        for word, kind, edit in zip(words, upos, edits, strict=True):
            known = self.known.get(word)
            if known is not None:
                edit = known.get(names[kind], edit)
            found.append(apply_edit(word, ends[edit]))
        return found

    def _trees(self, tree: Floats, lengths: Sequence[int]) -> tuple[list[int], Ints]:
        """Heads within each sentence (0 is the root), and their places among all words (-1 is the root)."""
        deps = self.arc(leaky(self.arc_dep(tree)))
        heads = leaky(self.arc_head(tree))
        bias = self.arc_bias(heads)[:, 0]
        root = leaky(self.arc_head(self.root))
        to_root = deps @ root[0] + self.arc_bias(root)[0, 0]
        chosen: list[int] = []
        above = np.empty(len(tree), dtype=np.int64)
        begin = 0
        for length in lengths:
            end = begin + length
            scores = np.empty((length, length + 1), dtype=np.float32)
            scores[:, 0] = to_root[begin:end]
            scores[:, 1:] = deps[begin:end] @ heads[begin:end].T
            scores[:, 1:] += bias[begin:end]
            scores[np.arange(length), np.arange(1, length + 1)] = -1e9
            own = decode.best_tree(scores)
            chosen.extend(own)
            above[begin:end] = [begin + head - 1 if head else -1 for head in own]
            begin = end
        return chosen, above

    def _label_scores(self, tree: Floats, above: Ints) -> Floats:
        """Scores ``(words, labels)`` of a word and its head alone."""
        below = leaky(self.label_dep(tree))
        with_root = leaky(self.label_head(np.concatenate([tree, self.root])))
        upper = with_root[above]
        pairs = (below @ self.label).reshape(len(below), -1, upper.shape[1])
        scores: Floats = np.matmul(pairs, upper[:, :, None])[:, :, 0]
        scores += self.label_bias(np.concatenate([below, upper], axis=1))
        return scores


def save(folder: Path, meta: Mapping[str, Any], weights: Mapping[str, Floats], table: WordTable) -> None:
    """Write a model's files; the tables and weights as 16-bit floats."""
    folder.mkdir(parents=True, exist_ok=True)
    words = sorted(table.words, key=lambda key: table.words[key])
    (folder / "words.txt").write_text("\n".join(words) + "\n", encoding="utf-8")
    text = json.dumps({"features": VERSION, **meta}, ensure_ascii=False, sort_keys=True, indent=0)
    (folder / "meta.json").write_text(text + "\n", encoding="utf-8")
    arrays: dict[str, Any] = {name: value.astype(np.float16) for name, value in weights.items()}
    for name, known in zip(LISTS, table.lists, strict=True):
        arrays[f"list.{name}"] = np.array(sorted(known), dtype=np.uint32)
    np.savez_compressed(folder / "weights.npz", **arrays)


def load(folder: Path) -> Analyser:
    """Read a model.

    Raises:
        NirdeshError: When a file is missing or unreadable, or the model was made for other features.
    """
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        words = (folder / "words.txt").read_text(encoding="utf-8").split("\n")[:-1]
        with np.load(folder / "weights.npz") as archive:
            arrays = {name: archive[name] for name in archive.files}
        if meta["features"] != VERSION:
            raise ValueError(f"made for features {meta['features']}, not {VERSION}")
        lists = tuple(frozenset(int(number) for number in arrays.pop(f"list.{name}")) for name in LISTS)
        weights = {
            name: value if name in _HALF else np.ascontiguousarray(value, dtype=np.float32)
            for name, value in arrays.items()
        }
        return Analyser(meta, weights, WordTable({key: i + 1 for i, key in enumerate(words)}, lists))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise NirdeshError(
            "bad-model",
            f"The analyser in {folder.name} can't be read: {error}.",
            hint="Restore models/hi_nirdesh (git checkout), or run `make models DATA=...`.",
            stage="analyse",
        ) from error
