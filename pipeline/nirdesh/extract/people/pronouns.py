"""Whom उन्होंने, उनका कहना, वे and उन्हें mean: the person who stands out most where the pronoun is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from math import exp

from nirdesh.extract.lexis import closed
from nirdesh.extract.people.groups import grouped
from nirdesh.extract.people.mentions import OfficeDraft
from nirdesh.extract.people.merge import Draft
from nirdesh.extract.people.salience import Entity, Place, Seen, Track, familiar, signs
from nirdesh.extract.words import Word
from nirdesh.lexicon.files import toml
from nirdesh.mentions import EntityMention, MentionKind, Span

_POLITICAL = frozenset({"party", "elected"})
_LISTED = 6  # words between the ends of names beside each other, titles included
_BRACKETED = 4  # words in brackets between a name and its case mark


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = toml("names", "pronouns.toml")
    return found


@lru_cache(maxsize=1)
def _leading() -> frozenset[str]:
    """All words that may mean somebody."""
    sorts = ("", "_first", "_acting", "_loose", "_bare", "_near")
    return closed("leaders").union(*(closed(f"pronouns{sort}") for sort in sorts))


@dataclass
class Pronouns:
    """Reads the text once; whoever was the subject last, and is spoken of most, stands out."""

    words: list[Word]
    drafts: list[Draft]
    offices: list[OfficeDraft]
    speaker: Entity | None = None
    sentence: int = -1
    tracks: dict[int, Track] = field(default_factory=dict)
    named: frozenset[int] = frozenset()  # last words of mentions of people

    def resolve(self) -> None:
        """Add a mention of kind ``pronoun`` for every pronoun whose person is clear."""
        ends = {word.end: index for index, word in enumerate(self.words)}
        at: dict[int, tuple[Entity, MentionKind]] = {}
        everyone: list[Entity] = [*self.offices, *self.drafts]
        for entity in everyone:
            for mention in entity.mentions:
                at[ends[mention.span.end]] = (entity, mention.kind)
        self.named = frozenset(index for index, (entity, _) in at.items() if isinstance(entity, Draft))
        for index, word in enumerate(self.words):
            if index in at:
                self._note(index, *at[index])
            target = self._target(index) if word.key in _leading() else None
            if target is not None:
                target.mentions.append(EntityMention(Span(word.start, word.end), "pronoun"))
                self._note(index, target, "pronoun")

    def _note(self, index: int, entity: Entity, kind: MentionKind) -> None:
        word, role = self.words[index], self._role(index, kind)
        self.sentence = word.sentence
        track = self.tracks.setdefault(id(entity), Track(entity, len(self.tracks)))
        single = kind == "pronoun" and familiar(word)
        track.seen.append(Seen(index, word.sentence, word.line, role, kind, single))
        if role == "subject" and kind != "pronoun":
            self.speaker = entity

    def _role(self, index: int, kind: MentionKind) -> str:
        word = self.words[index]
        if kind == "pronoun":
            if word.key in closed("pronouns") or word.key in closed("pronouns_acting"):
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
        if (
            word.key in closed("pronouns")
            or word.key in closed("pronouns_acting")
            or (word.key in closed("pronouns_loose") and following in closed("said_nouns"))
        ):
            return self._best(index, "agent")
        loose = word.key in closed("pronouns_loose")
        loose = loose or (word.key in closed("pronouns_bare") and following in closed("apart"))
        if following in closed("place_nouns") and (loose or word.key in closed("pronouns_near")):
            return self._replaced(index)
        if not loose or following in closed("of_things") or grouped(self.words, index, self.named):
            return None
        return self._best(index, "loose")

    def _best(self, index: int, use: str) -> Entity | None:
        barred = self._subjects(index) if use == "loose" else set()
        able = [
            track
            for track in self.tracks.values()
            if id(track.entity) not in barred and (use == "agent" or isinstance(track.entity, Draft))
        ]
        if self.words[index].key in closed("pronouns_acting"):  # nobody says उसने of an officer
            plain = [t for t in able if isinstance(t.entity, Draft) and not t.entity.posts]
            able = plain or able
        return self.choose(index, use, able)

    def signs(self, index: int, tracks: list[Track]) -> list[dict[str, float]]:
        """The signs of all who may be meant by the pronoun at ``index``."""
        place = Place.of(self.words, index, list(self.tracks.values()))
        return [dict(signs(place, track, self._spoke(track, index))) for track in tracks]

    def choose(self, index: int, use: str, able: list[Track]) -> Entity | None:
        """The likeliest of those who may be meant, or nobody where that is too unsure."""
        if not able:
            return None
        weights = _weights()[use]
        scores = [
            sum(weights.get(name, 0.0) * value for name, value in found.items())
            for found in self.signs(index, able)
        ]
        best = max(range(len(able)), key=lambda n: (scores[n], -n))
        share = 1 / sum(exp(score - scores[best]) for score in scores)
        if share < weights["least"] or (use == "loose" and self._among_others(able[best], index)):
            return None
        return able[best].entity

    def _among_others(self, track: Track, index: int) -> bool:
        """Whether somebody was named last beside others, whom a plural means as well (क और ख आए। वे)."""
        if familiar(self.words[index]) or self.words[index].sentence == track.last.sentence:
            return False
        at = track.last.index
        near = {other.last.index for other in self.tracks.values() if other is not track}
        after = self.words[at + 1 : at + 2]
        if after and (self.words[at].gap == "comma" or after[0].key in closed("conjunctions")):
            return any(at < other <= at + _LISTED for other in near)
        return any(
            at - _LISTED <= other < at
            and (self.words[other].gap == "comma" or self.words[other + 1].key in closed("conjunctions"))
            for other in near
        )

    def _spoke(self, track: Track, index: int) -> str:
        if track.entity is not self.speaker:
            return ""
        return "left" if self._left(track, index) else "speaker"

    def _leader(self, index: int) -> Entity | None:
        """Whom सोनपुर दल के नेता ने means: who spoke last, where that is a politician."""
        if index and self.words[index - 1].key in closed("indefinite"):
            return None
        found = self._best(index, "agent")
        politician = isinstance(found, Draft) and any(post.kind in _POLITICAL for post in found.posts)
        return found if politician else None

    def _replaced(self, index: int) -> Entity | None:
        """Whose place is taken (ख को उनकी जगह भेजा): the last one named outside the clause, no group."""
        if grouped(self.words, index, self.named):
            return None  # थानाध्यक्षों को हटाया, उनके स्थान पर
        start = self._clause(index)
        ends = (n for n in range(index - 1, start, -1) if self.words[n].key in closed("adverbial"))
        start = next(ends, start)  # क को हटाते हुए उनके स्थान पर
        before = [t for t in self.tracks.values() if t.last.index < start and isinstance(t.entity, Draft)]
        return max(before, key=lambda track: track.last.index).entity if before else None

    def _left(self, track: Track, index: int) -> bool:
        """Whether the paragraph of a pronoun, which has not named the one who spoke last, names another."""
        line = self.words[index].line
        if track.last.line == line:
            return False
        return any(
            other.last.line == line for other in self.tracks.values() if isinstance(other.entity, Draft)
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
            if start <= track.last.index < index and track.last.role == "subject"
        }

    def _clause(self, index: int) -> int:
        """First word of the clause of a pronoun, as far as its words show it."""
        start = index
        while start > 0 and self.words[start - 1].gap == "space":
            if self.words[start - 1].key in closed("opening"):
                break
            start -= 1
        return start
