"""What the networks read in a document: acts that somebody is told to do, and what belongs to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from nirdesh.extract.directives.trained.inputs import Inputs
from nirdesh.extract.directives.trained.network import MODALITIES, Model
from nirdesh.extract.pairs import Candidate, overlap, pair_numbers
from nirdesh.extract.sequence import Floats, Place, spans_of
from nirdesh.mentions import Modality

REACH: Final = 250  # words between an act and who may tell it or be told


@dataclass(frozen=True, slots=True)
class Reading:
    """One act that somebody is told to do.

    Attributes:
        sure: Probability of its words to be part of acts, their mean.
    """

    act: Place
    modality: Modality
    sure: float


def told_candidates(told: Sequence[Place], actors: Sequence[Candidate]) -> list[Place]:
    """Words that may name who is told: marked ones, and mentions beside them, in order."""
    free = [c.place for c in actors if not any(overlap(c.place, place) for place in told)]
    return sorted({*told, *free})


class Read:
    """One document, read by all networks of a model."""

    def __init__(self, inputs: Inputs, model: Model) -> None:
        self.inputs = inputs
        self.networks = model.networks
        self.starts = [word.start for word in inputs.words]
        self.states = [network.states(inputs) for network in model.networks]

    @cached_property
    def shares(self) -> Floats:
        """Probabilities that a word is outside an act, begins one, is inside one, ``(n, 3)``."""
        heads = [network.acts(state) for network, state in zip(self.networks, self.states, strict=True)]
        shares: Floats = np.mean(heads, axis=0)
        return shares

    def sure(self, act: Place) -> float:
        """Probability of words to be part of acts, their mean."""
        return float(1 - self.shares[act[0] : act[1], 0].mean())

    @cached_property
    def readings(self) -> list[Reading]:
        """All acts, in order."""
        acts = spans_of(self.shares.argmax(axis=1).tolist())
        if not acts:
            return []
        pairs = zip(self.networks, self.states, strict=True)
        kinds: Floats = np.mean([network.modalities(state, acts) for network, state in pairs], axis=0)
        return [
            Reading(act, MODALITIES[int(kind.argmax())], self.sure(act))
            for act, kind in zip(acts, kinds, strict=True)
        ]

    @cached_property
    def told(self) -> list[Place]:
        """Words that may name who is told."""
        heads = [network.told(state) for network, state in zip(self.networks, self.states, strict=True)]
        marked = spans_of(np.mean(heads, axis=0).argmax(axis=1).tolist())
        return told_candidates(marked, self.inputs.actors)

    def issuers(self, acts: Sequence[Place], act: Place) -> dict[str, float]:
        """Ids of those who may tell to do ``act``, one of ``acts``, and how likely each is."""
        actors = self.inputs.actors
        found: dict[str, float] = {}
        for j, share in self._linked("issuer", acts, act, [c.place for c in actors]):
            found[actors[j].id] = max(share, found.get(actors[j].id, 0.0))
        return found

    def addressees(self, acts: Sequence[Place], act: Place) -> dict[Place, float]:
        """Words that may name who is told to do ``act``, and how likely each are to."""
        return {self.told[j]: share for j, share in self._linked("addressee", acts, act, self.told)}

    def _linked(
        self, kind: str, acts: Sequence[Place], act: Place, others: Sequence[Place]
    ) -> list[tuple[int, float]]:
        near = [j for j, place in enumerate(others) if abs(place[0] - act[0]) <= REACH]
        if not near:
            return []
        at = acts.index(act)
        numbers = pair_numbers(self.inputs, acts, others, [(at, j) for j in near])
        spans = [others[j] for j in near]
        scores = [
            network.linked(kind, state, [act] * len(near), spans, numbers)
            for network, state in zip(self.networks, self.states, strict=True)
        ]
        return list(zip(near, np.mean(scores, axis=0).tolist(), strict=True))
