"""Short names: whom गुप्ता, standing alone, means."""

from __future__ import annotations

from bisect import bisect_left

from nirdesh.extract.lexis import closed, common
from nirdesh.extract.people.merge import Draft, nearest_bearer
from nirdesh.extract.people.runs import Marks
from nirdesh.extract.words import Word
from nirdesh.lexicon.names import honorifics, second_parts
from nirdesh.lexicon.posts import post_words
from nirdesh.mentions import EntityMention, Span


def resolve_surnames(marks: Marks, drafts: list[Draft]) -> None:
    """A surname or first name standing alone is a mention of its person, the last one named before."""
    owners: dict[str, list[Draft]] = {}
    for draft in drafts:
        for key in draft.short:
            owners.setdefault(key, []).append(draft)
    taken = _taken(marks.words, drafts)
    for index, word in enumerate(marks.words):
        if word.key not in owners or taken[index] or marks.label[index] in ("post", "organisation"):
            continue
        place = marks.label[index] == "region"
        if not _alone(marks.words, index, taken, acts=place or common(word.key)):
            continue
        owner = nearest_bearer(marks.words, owners[word.key], word.start)
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


def _alone(words: list[Word], index: int, taken: list[bool], *, acts: bool) -> bool:
    """Whether the word is no part of a longer name and, if a place or an ordinary word too, acts (कमल ने)."""
    word = words[index]
    after = words[index + 1] if index + 1 < len(words) and word.gap == "space" else None
    before = words[index - 1] if index and words[index - 1].gap == "space" else None
    if word.key in second_parts() and before is not None and not _opens_name(before):
        return False  # पहल सिंह: another man
    if (before is not None and taken[index - 1]) or (after is not None and taken[index + 1]):
        return False
    if acts:
        return after is not None and after.key in closed("subject")
    return True


def _opens_name(before: Word) -> bool:
    """Whether a name may begin after the word: an honorific, a title, a particle or a conjunction."""
    key = before.key
    if key in honorifics().before or key in post_words():
        return True
    return any(key in closed(name) for name in ("postpositions", "conjunctions", "clause", "opening"))
