"""Short names and pronouns: whom गुप्ता, उन्होंने, उनका कहना and उनकी जगह mean."""

from __future__ import annotations

from bisect import bisect_left

from nirdesh.extract.lexis import closed, common
from nirdesh.extract.people.mentions import OfficeDraft
from nirdesh.extract.people.merge import Draft
from nirdesh.extract.people.runs import Marks
from nirdesh.extract.words import Word
from nirdesh.mentions import EntityMention, MentionKind, Span

Entity = Draft | OfficeDraft
_PLURAL = ("ों", "ियां", "गण")
_REACH = 4


def resolve_surnames(marks: Marks, drafts: list[Draft]) -> None:
    """A surname or first name standing alone is a mention of its person, the last one named before."""
    owners: dict[str, list[Draft]] = {}
    for draft in drafts:
        if len(draft.parts) > 1:
            for key in {draft.parts[0], draft.parts[-1]}:
                owners.setdefault(key, []).append(draft)
    taken = _taken(marks.words, drafts)
    for index, word in enumerate(marks.words):
        if word.key not in owners or taken[index] or marks.label[index] in ("post", "organisation", "region"):
            continue
        if not _alone(marks.words, index, taken):
            continue
        owner = max(owners[word.key], key=lambda d: _last_before(d, word.start))
        owner.mentions.append(EntityMention(Span(word.start, word.end), "short"))


def _taken(words: list[Word], drafts: list[Draft]) -> list[bool]:
    starts = [word.start for word in words]
    taken = [False] * len(words)
    for draft in drafts:
        for mention in draft.mentions:
            index = bisect_left(starts, mention.span.start)
            while index < len(words) and words[index].start < mention.span.end:
                taken[index] = True
                index += 1
    return taken


def _alone(words: list[Word], index: int, taken: list[bool]) -> bool:
    """Whether the word is no part of a longer name and, if it is an ordinary word too, speaks (कमल ने)."""
    word = words[index]
    after = words[index + 1] if index + 1 < len(words) and word.gap == "space" else None
    before = words[index - 1] if index and words[index - 1].gap == "space" else None
    if (before is not None and taken[index - 1]) or (after is not None and taken[index + 1]):
        return False
    if common(word.key):
        return after is not None and after.key in closed("subject")
    return True


def _last_before(draft: Draft, offset: int) -> int:
    return max((m.span.start for m in draft.mentions if m.span.start < offset), default=-1)


class Pronouns:
    """Reads the text once and keeps who spoke last and who was named last."""

    def __init__(self, words: list[Word], drafts: list[Draft], offices: list[OfficeDraft]) -> None:
        self.words = words
        ends = {word.end: index for index, word in enumerate(words)}
        self.at: dict[int, tuple[Entity, MentionKind]] = {}
        everyone: list[Entity] = [*offices, *drafts]
        for entity in everyone:
            for mention in entity.mentions:
                self.at[ends[mention.span.end]] = (entity, mention.kind)
        self.speaker: Entity | None = None
        self.named: list[tuple[int, Draft]] = []

    def resolve(self) -> None:
        """Add a mention of kind ``pronoun`` for every pronoun whose person is clear."""
        for index, word in enumerate(self.words):
            found = self.at.get(index)
            if found is not None:
                self._note(index, *found)
            target = self._target(index)
            if target is not None:
                target.mentions.append(EntityMention(Span(word.start, word.end), "pronoun"))

    def _note(self, index: int, entity: Entity, kind: MentionKind) -> None:
        if isinstance(entity, Draft):
            self.named.append((self.words[index].sentence, entity))
        if self.words[index].gap != "space":
            return
        following = [word.key for word in self.words[index + 1 : index + 3]]
        said = (
            len(following) == 2
            and following[0] in closed("genitive")
            and following[1] in closed("said_nouns")
        )
        if said or (following and following[0] in closed("subject")):
            self.speaker = entity

    def _target(self, index: int) -> Entity | None:
        word = self.words[index]
        if word.key in closed("pronouns"):
            return self.speaker or (self.named[-1][1] if self.named else None)
        if word.key in closed("pronouns_first"):
            return self.speaker
        if word.key not in closed("pronouns_loose"):
            return None
        following = self.words[index + 1].key if index + 1 < len(self.words) and word.gap == "space" else ""
        if following in closed("said_nouns"):
            return self.speaker or (self.named[-1][1] if self.named else None)
        if following in closed("place_nouns"):
            return self.named[-1][1] if self.named else None
        return self._only(index)

    def _only(self, index: int) -> Draft | None:
        """The one person of this and the last sentence, where no group of people stands between."""
        here = self.words[index].sentence
        for reach in (1, _REACH):
            near = {id(draft): draft for sentence, draft in self.named if here - sentence <= reach}
            if near:
                break
        if len(near) != 1:
            return None
        start = index
        while start > 0 and self.words[start - 1].sentence == here:
            start -= 1
        if any(
            word.key.endswith(_PLURAL) and word.key not in closed("not_plural")
            for word in self.words[start:index]
        ):
            return None
        return next(iter(near.values()))
