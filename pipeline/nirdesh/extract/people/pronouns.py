"""Whom उन्होंने, उनका कहना, वे and उन्हें mean: the person who stands out most where the pronoun is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from nirdesh.extract.lexis import closed
from nirdesh.extract.people.mentions import OfficeDraft
from nirdesh.extract.people.merge import Draft
from nirdesh.extract.words import Word
from nirdesh.lexicon.files import toml
from nirdesh.mentions import EntityMention, MentionKind, Span

Entity = Draft | OfficeDraft
_PLURAL = ("ों", "ियां", "गण")


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = toml("names", "pronouns.toml")
    return found


@dataclass
class _Track:
    """What was read of one person or office so far.

    Attributes:
        index: Last word of the latest mention.
        role: ``subject`` (ने, बोले), ``object``, ``owner`` or ``bare``: what follows the latest mention.
        count: Mentions so far.
    """

    entity: Entity
    index: int
    sentence: int
    role: str
    kind: MentionKind
    count: int = 1


@dataclass
class Pronouns:
    """Reads the text once; whoever was the subject last, and is spoken of most, stands out."""

    words: list[Word]
    drafts: list[Draft]
    offices: list[OfficeDraft]
    speaker: Entity | None = None
    tracks: dict[int, _Track] = field(default_factory=dict)

    def resolve(self) -> None:
        """Add a mention of kind ``pronoun`` for every pronoun whose person is clear."""
        ends = {word.end: index for index, word in enumerate(self.words)}
        at: dict[int, tuple[Entity, MentionKind]] = {}
        everyone: list[Entity] = [*self.offices, *self.drafts]
        for entity in everyone:
            for mention in entity.mentions:
                at[ends[mention.span.end]] = (entity, mention.kind)
        for index, word in enumerate(self.words):
            if index in at:
                self._note(index, *at[index])
            target = self._target(index)
            if target is not None:
                target.mentions.append(EntityMention(Span(word.start, word.end), "pronoun"))
                self._note(index, target, "pronoun")

    def _note(self, index: int, entity: Entity, kind: MentionKind) -> None:
        role = self._role(index, kind)
        known = self.tracks.get(id(entity))
        count = known.count + 1 if known else 1
        self.tracks[id(entity)] = _Track(entity, index, self.words[index].sentence, role, kind, count)
        if role == "subject" and kind != "pronoun":
            self.speaker = entity

    def _role(self, index: int, kind: MentionKind) -> str:
        word = self.words[index]
        if kind == "pronoun":
            if word.key in closed("pronouns") or word.key in closed("pronouns_plain"):
                return "subject"
            return "object" if word.key in closed("object_pronouns") else "owner"
        following = [after.key for after in self.words[index + 1 : index + 3]]
        if word.gap != "space" or not following:
            return "bare"
        if following[0] in closed("subject"):
            return "subject"
        if following[0] in closed("genitive"):
            said = len(following) == 2 and following[1] in closed("said_nouns")
            return "subject" if said else "owner"
        return "object" if following[0] in closed("postpositions") else "bare"

    def _target(self, index: int) -> Entity | None:
        word = self.words[index]
        if word.key in closed("pronouns_first"):
            return self.speaker
        following = self.words[index + 1].key if index + 1 < len(self.words) and word.gap == "space" else ""
        if word.key in closed("pronouns") or (
            word.key in closed("pronouns_loose") and following in closed("said_nouns")
        ):
            return self._best(index, "agent")
        loose = word.key in closed("pronouns_loose")
        if following in closed("place_nouns") and (loose or word.key in closed("pronouns_near")):
            return self._replaced(index)
        if not loose:
            return None
        if self._grouped(index):
            return None
        return self._best(index, "loose")

    def _best(self, index: int, use: str) -> Entity | None:
        weights = _weights()[use]
        barred = self._subjects(index) if use == "loose" else set()
        ranked = sorted(
            (
                (self._score(track, index, weights), -number, track.entity)
                for number, track in enumerate(self.tracks.values())
                if id(track.entity) not in barred and (use == "agent" or isinstance(track.entity, Draft))
            ),
            key=lambda row: row[:2],
            reverse=True,
        )
        if not ranked or ranked[0][0] < weights["least"]:
            return None
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < weights["margin"]:
            return None
        return ranked[0][2]

    def _replaced(self, index: int) -> Entity | None:
        """Whose place is taken (ख को उनकी जगह भेजा): the last one named outside the clause."""
        start = self._clause(index)
        before = [t for t in self.tracks.values() if t.index < start and isinstance(t.entity, Draft)]
        return max(before, key=lambda track: track.index).entity if before else None

    def _score(self, track: _Track, index: int, weights: dict[str, float]) -> float:
        apart = self.words[index].sentence - track.sentence
        total = weights[track.role] - weights["apart"] * min(apart, weights["farthest"])
        total += weights["often"] * min(track.count - 1, 4)
        if track.entity is self.speaker and not self._left(track, index):
            total += weights["speaker"]
        if track.kind == "pronoun":
            total += weights["pronoun"]
        if isinstance(track.entity, OfficeDraft):
            total += weights["office"]
        return total

    def _left(self, track: _Track, index: int) -> bool:
        """Whether the paragraph of a pronoun, which has not named the one who spoke last, names another."""
        line = self.words[index].line
        if self.words[track.index].line == line:
            return False
        return any(
            self.words[other.index].line == line
            for other in self.tracks.values()
            if isinstance(other.entity, Draft)
        )

    def _subjects(self, index: int) -> set[int]:
        """Who is the subject of the clause of an oblique pronoun and so is not meant by it (क ने उन्हें)."""
        word = self.words[index]
        if word.key in closed("pronouns_plain"):
            return set()
        start = self._clause(index)
        return {
            id(track.entity)
            for track in self.tracks.values()
            if start <= track.index < index and track.role == "subject"
        }

    def _clause(self, index: int) -> int:
        """First word of the clause of a pronoun, as far as its words show it."""
        start = index
        while start > 0 and self.words[start - 1].gap == "space":
            if self.words[start - 1].key in closed("opening"):
                break
            start -= 1
        return start

    def _grouped(self, index: int) -> bool:
        """Whether a group of people stands before the pronoun in its sentence (किसानों से कहा कि वे)."""
        here = self.words[index].sentence
        start = index
        while start > 0 and self.words[start - 1].sentence == here:
            start -= 1
        for word, after in zip(self.words[start:index], self.words[start + 1 : index + 1], strict=True):
            if word.key in closed("relatives"):
                return True
            if not word.key.endswith(_PLURAL) or word.key in closed("not_plural"):
                continue
            if word.gap != "space" or after.key not in closed("group_marks"):
                continue
            return True
        return False
