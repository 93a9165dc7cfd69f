"""What the networks read in a document: who is given which role, and where."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from nirdesh.extract.assignments.trained.inputs import Inputs, link_numbers
from nirdesh.extract.assignments.trained.network import CHANGES, Model, Network
from nirdesh.extract.pairs import Candidate, overlap, pair_numbers
from nirdesh.extract.sequence import Floats, Place, spans_of
from nirdesh.mentions import Change

REACH: Final = 250  # words between a person and a role that are tried as a pair
PLACE_REACH: Final = 120
GIVER_REACH: Final = 300
NEW: Final = "new:"
_SEEN: Final = 0.2  # probability in the first network from which on the others are asked
_OUTSIDE: Final = 0.8  # weight of "no part of a role": the pairs sort out what is too much


@dataclass(frozen=True, slots=True)
class Reading:
    """One assignment as the networks read it.

    Attributes:
        id: Id of the person.
        role: Words of the role.
        sure: Probability that it is an assignment.
        change_sure: Probability of its change, if it is one.
    """

    person: Place
    id: str
    role: Place
    change: Change
    sure: float
    change_sure: float


class Read:
    """One document, read by all networks of a model."""

    def __init__(self, inputs: Inputs, model: Model) -> None:
        self.inputs = inputs
        self.networks = model.networks

    @cached_property
    def _first(self) -> Floats:
        return self.networks[0].states(self.inputs)

    @cached_property
    def states(self) -> list[Floats]:
        """States of the words in each network."""
        return [self._first, *(network.states(self.inputs) for network in self.networks[1:])]

    def readings(self, known: Collection[str] = ()) -> list[Reading]:
        """The surest reading of each person, the surest first; if one network sees one, all are asked.

        Args:
            known: Ids of people who are not asked for.
        """
        if all(person.id in known for person in self.inputs.people):
            return []
        glance = self._read(self.networks[:1], [self._first], known)
        if not glance or glance[0].sure < _SEEN:
            return []
        return self._read(self.networks, self.states, known)

    def _read(
        self, networks: Sequence[Network], states: Sequence[Floats], known: Collection[str]
    ) -> list[Reading]:
        people = self.inputs.people
        roles = _roles(networks, states)
        pairs = [
            (i, j)
            for i, person in enumerate(people)
            for j, role in enumerate(roles)
            if person.id not in known
            and abs(person.place[0] - role[0]) <= REACH
            and not overlap(person.place, role)
        ]
        if not pairs:
            return []
        places = [person.place for person in people]
        numbers = pair_numbers(self.inputs, places, roles, pairs)
        one, other = [places[i] for i, _ in pairs], [roles[j] for _, j in pairs]
        scores = [n.pairs(s, one, other, numbers) for n, s in zip(networks, states, strict=True)]
        shares: Floats = np.mean(scores, axis=0)
        found: dict[str, Reading] = {}
        for at in np.argsort(shares[:, 0], kind="stable").tolist():
            person, role = people[pairs[at][0]], roles[pairs[at][1]]
            change = CHANGES[int(shares[at, 1:].argmax())]
            sure = float(1 - shares[at, 0])
            clear = float(shares[at, 1:].max() / shares[at, 1:].sum())
            found.setdefault(person.id, Reading(person.place, person.id, role, change, sure, clear))
        return list(found.values())

    @cached_property
    def new_places(self) -> list[Candidate]:
        """What the networks take for a place that the record does not know; ``NEW`` begins its name."""
        tags = [network.places(state) for network, state in zip(self.networks, self.states, strict=True)]
        shares: Floats = np.mean(tags, axis=0)
        taken = [c.place for c in (*self.inputs.regions, *self.inputs.people)]
        found = spans_of(shares.argmax(axis=1).tolist())
        return [Candidate(p, f"{NEW}{p[0]}") for p in found if not any(overlap(p, other) for other in taken)]

    def place(self, person: Place, role: Place) -> tuple[str, float] | None:
        """Id of the likeliest region of an assignment (``NEW`` begins a new one), and how likely it is."""
        new = [candidate for candidate in self.new_places if not overlap(candidate.place, role)]
        shares = self._linked("place", person, role, [*self.inputs.regions, *new], PLACE_REACH)
        return max(shares.items(), key=lambda item: item[1], default=None)

    def givers(self, person: Place, role: Place) -> dict[str, float]:
        """Ids of those who may have given a role, and how likely each is."""
        return self._linked("giver", person, role, self.inputs.actors, GIVER_REACH)

    def _linked(
        self, kind: str, person: Place, role: Place, candidates: Sequence[Candidate], reach: int
    ) -> dict[str, float]:
        spans = [candidate.place for candidate in candidates]
        near = [
            j
            for j, place in enumerate(spans)
            if abs(place[0] - person[0]) <= reach and not overlap(place, person)
        ]
        if not near:
            return {}
        others = [spans[j] for j in near]
        numbers, roles = link_numbers(self.inputs, person, role, others), [role] * len(near)
        scores = [
            network.linked(kind, state, roles, others, numbers)
            for network, state in zip(self.networks, self.states, strict=True)
        ]
        found: dict[str, float] = {}
        for j, share in zip(near, np.mean(scores, axis=0).tolist(), strict=True):
            found[candidates[j].id] = max(share, found.get(candidates[j].id, 0.0))
        return found


def _roles(networks: Sequence[Network], states: Sequence[Floats]) -> list[Place]:
    tags = [network.roles(state) for network, state in zip(networks, states, strict=True)]
    shares: Floats = np.mean(tags, axis=0)
    shares[:, 0] *= _OUTSIDE
    return spans_of(shares.argmax(axis=1).tolist())
