"""Whom उन्होंने, उनका कहना, वे and उन्हें mean: the person who stands out most where the pronoun is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from nirdesh.extract.lexis import closed
from nirdesh.extract.people.groups import grouped
from nirdesh.extract.people.mentions import OfficeDraft
from nirdesh.extract.people.merge import Draft
from nirdesh.extract.words import Word
from nirdesh.lexicon.files import toml
from nirdesh.mentions import EntityMention, MentionKind, Span

Entity = Draft | OfficeDraft
_POLITICAL = frozenset({"party", "elected"})
_BRACKETED = 4  # words in brackets between a name and its case mark
_MANY = 4  # mentions beyond which one more tells nothing


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = toml("names", "pronouns.toml")
    return found


@dataclass
class _Track:
    """What was read of one person or office so far.

    Attributes:
        index: Last word of the latest mention.
        role: ``subject`` (ने, बोले), ``topic`` (a nominative that opens its sentence), ``patient`` (को before a
            passive), ``object``, ``owner`` or ``bare``: what follows the latest mention.
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
    sentence: int = -1
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
        self.sentence = self.words[index].sentence
        known = self.tracks.get(id(entity))
        count = known.count + 1 if known else 1
        self.tracks[id(entity)] = _Track(entity, index, self.words[index].sentence, role, kind, count)
        if role == "subject" and kind != "pronoun":
            self.speaker = entity

    def _role(self, index: int, kind: MentionKind) -> str:
        word = self.words[index]
        if kind == "pronoun":
            if word.key in closed("pronouns"):
                return "subject"
            if word.key in closed("pronouns_plain"):
                return "topic"
            return "object" if word.key in closed("object_pronouns") else "owner"
        at = self._mark(index)
        following = [after.key for after in self.words[at : at + 2]]
        if not following or self.words[at - 1].gap not in ("space", "bracket", "punct"):
            return "bare"
        if following[0] in closed("subject"):
            return "subject"
        if following[0] in closed("genitive"):
            said = len(following) == 2 and following[1] in closed("said_nouns")
            return "subject" if said else "owner"
        if following[0] in closed("postpositions"):
            return "patient" if following[0] in closed("dative") and self._passive(at) else "object"
        alone = word.gap == "space" and following[0] not in closed("conjunctions")
        return "topic" if alone and word.sentence != self.sentence else "bare"

    def _mark(self, index: int) -> int:
        """The word after the one at ``index``, past what stands in brackets (क (52) ने)."""
        if self.words[index].gap != "bracket":
            return index + 1
        closing = (n for n in range(index + 1, min(len(self.words), index + _BRACKETED)))
        return next((n + 1 for n in closing if self.words[n].gap == "bracket"), index + 1)

    def _passive(self, index: int) -> bool:
        """Whether the clause from ``index`` ends in a passive (क को प्रभारी बनाया गया है)."""
        for word, after in pairwise(self.words[index:]):
            if after.key in closed("passive"):
                return word.key.endswith(tuple(closed("participle_endings")))
            if word.gap not in ("space", "bracket", "hyphen") or after.key in closed("clause"):
                return False
        return False

    def _target(self, index: int) -> Entity | None:
        word = self.words[index]
        if word.key in closed("pronouns_first"):
            return self.speaker
        following = self.words[index + 1].key if index + 1 < len(self.words) and word.gap == "space" else ""
        if word.key in closed("leaders") and following in closed("agent"):
            return self._leader(index)
        if word.key in closed("pronouns") or (
            word.key in closed("pronouns_loose") and following in closed("said_nouns")
        ):
            return self._best(index, "agent")
        loose = word.key in closed("pronouns_loose")
        loose = loose or (word.key in closed("pronouns_bare") and following in closed("apart"))
        if following in closed("place_nouns") and (loose or word.key in closed("pronouns_near")):
            return self._replaced(index)
        if not loose or following in closed("of_things") or grouped(self.words, index):
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

    def _leader(self, index: int) -> Entity | None:
        """Whom सोनपुर दल के नेता ने means: who spoke last, where that is a politician."""
        if index and self.words[index - 1].key in closed("indefinite"):
            return None
        found = self._best(index, "agent")
        politician = isinstance(found, Draft) and any(post.kind in _POLITICAL for post in found.posts)
        return found if politician else None

    def _replaced(self, index: int) -> Entity | None:
        """Whose place is taken (ख को उनकी जगह भेजा): the last one named outside the clause, no group."""
        if grouped(self.words, index):
            return None  # थानाध्यक्षों को हटाया, उनके स्थान पर
        start = self._clause(index)
        ends = (n for n in range(index - 1, start, -1) if self.words[n].key in closed("adverbial"))
        start = next(ends, start)  # क को हटाते हुए उनके स्थान पर
        before = [t for t in self.tracks.values() if t.index < start and isinstance(t.entity, Draft)]
        return max(before, key=lambda track: track.index).entity if before else None

    def _score(self, track: _Track, index: int, weights: dict[str, float]) -> float:
        apart = self.words[index].sentence - track.sentence
        total = weights[track.role] - weights["apart"] * min(apart, weights["farthest"])
        if apart == 0 and track.role in ("subject", "topic", "patient"):
            total += weights["here"]
        total += weights["often"] * min(track.count - 1, _MANY)
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
