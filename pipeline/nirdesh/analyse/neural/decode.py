"""From scores to structures: trees with one root, and entity tags that can follow each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
_NEVER = -1e9


def is_tree(heads: Sequence[int]) -> bool:
    """Whether heads (0 is the root node, tokens count from 1) form one tree under exactly one root.

    Example:
        >>> is_tree([2, 0, 2]), is_tree([2, 1]), is_tree([0, 0])
        (True, False, False)
    """
    if sum(head == 0 for head in heads) != 1:
        return False
    safe = [False] * (len(heads) + 1)
    safe[0] = True
    for start in range(1, len(heads) + 1):
        path = []
        node = start
        while not safe[node]:
            if node in path:
                return False
            path.append(node)
            node = heads[node - 1]
        for seen in path:
            safe[seen] = True
    return True


def best_tree(scores: Floats) -> list[int]:
    """Heads of the best tree with one root.

    Args:
        scores: ``(n, n + 1)``; ``scores[i, h]`` is the score of head ``h`` for token ``i + 1``, the root
            being head 0.

    Example:
        >>> best_tree(np.array([[0, 0, 5], [4, 7, 0]], dtype=np.float32))
        [2, 0]
    """
    greedy = [int(head) for head in scores.argmax(axis=1)]
    if is_tree(greedy):
        return greedy
    total = scores.shape[0]
    full = np.full((total + 1, total + 1), _NEVER, dtype=np.float64)
    full[1:, :] = scores
    # A fine on every link to the root leaves exactly one such link in the best tree.
    full[1:, 0] -= 1e4
    np.fill_diagonal(full, _NEVER)
    return _arborescence(full)[1:]


def _cycle(heads: list[int]) -> list[int]:
    """Nodes of one circle of a head function, or nothing."""
    state = [0] * len(heads)
    for start in range(1, len(heads)):
        node = start
        path = []
        while node != 0 and state[node] == 0:
            state[node] = start
            path.append(node)
            node = heads[node]
        if node != 0 and state[node] == start:
            return path[path.index(node) :]
    return []


def _arborescence(scores: npt.NDArray[np.float64]) -> list[int]:
    """Chu-Liu and Edmonds: heads of the best tree under node 0; ``scores[child, head]``."""
    heads = [0, *(int(head) for head in scores[1:].argmax(axis=1))]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [node for node in range(len(heads)) if node not in inside]
    place = {node: i for i, node in enumerate(outside)}
    size = len(outside)
    small = np.full((size + 1, size + 1), _NEVER)
    small[1:size, :size] = scores[np.ix_(outside[1:], outside)]
    leaving = scores[np.ix_(outside, cycle)]
    leave = [cycle[i] for i in leaving.argmax(axis=1)]
    small[1:size, size] = leaving.max(axis=1)[1:]
    gains = scores[np.ix_(cycle, outside)] - scores[cycle, [heads[member] for member in cycle]][:, None]
    enter = [cycle[i] for i in gains.argmax(axis=0)]
    small[size, :size] = gains.max(axis=0)
    np.fill_diagonal(small, _NEVER)
    solved = _arborescence(small)
    for node in outside[1:]:
        head = solved[place[node]]
        heads[node] = leave[place[node]] if head == size else outside[head]
    heads[enter[solved[size]]] = outside[solved[size]]
    return heads


def viterbi(emissions: Floats, transitions: Floats, start: Floats, ends: Floats) -> npt.NDArray[np.int64]:
    """Best tag sequence of one sentence.

    Args:
        emissions: ``(n, k)`` scores.
        transitions: ``(k, k)``; ``transitions[a, b]`` for tag ``b`` after ``a``.
        start: ``(k,)`` for the first tag.
        ends: ``(k,)`` for the last tag.
    """
    length = emissions.shape[0]
    back = np.zeros(emissions.shape, dtype=np.int64)
    state = start + emissions[0]
    for i in range(1, length):
        paths = state[:, None] + transitions
        back[i] = paths.argmax(axis=0)
        state = paths.max(axis=0) + emissions[i]
    tags = np.zeros(length, dtype=np.int64)
    tags[-1] = int((state + ends).argmax())
    for i in range(length - 1, 0, -1):
        tags[i - 1] = back[i, tags[i]]
    return tags


def bio_labels(labels: Sequence[str]) -> list[str]:
    """Tags of a label set: ``O``, then ``B-`` and ``I-`` of each label.

    Example:
        >>> bio_labels(["PERSON"])
        ['O', 'B-PERSON', 'I-PERSON']
    """
    return ["O", *(f"{prefix}-{label}" for label in labels for prefix in "BI")]


def allowed(tags: Sequence[str]) -> npt.NDArray[np.bool_]:
    """``allowed[a, b]``: tag ``b`` may follow tag ``a``; row ``len(tags)`` is the start of a sentence."""
    table = np.ones((len(tags) + 1, len(tags)), dtype=np.bool_)
    for j, tag in enumerate(tags):
        if tag.startswith("I-"):
            table[:, j] = [*(before in (f"B-{tag[2:]}", tag) for before in tags), False]
    return table


def spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Entity spans of a BIO sequence.

    Example:
        >>> spans(["B-PERSON", "I-PERSON", "O"])
        [(0, 2, 'PERSON')]
    """
    found: list[tuple[int, int, str]] = []
    start = -1
    for i, tag in enumerate([*tags, "O"]):
        if start >= 0 and not tag.startswith("I-"):
            found.append((start, i, tags[start][2:]))
            start = -1
        if tag.startswith("B-"):
            start = i
    return found
