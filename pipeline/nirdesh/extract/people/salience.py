"""What speaks for a person as the one that a pronoun means: signs that a fitted table weighs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from nirdesh.extract.lexis import closed
from nirdesh.extract.people.mentions import OfficeDraft
from nirdesh.extract.people.merge import Draft
from nirdesh.extract.words import Word
from nirdesh.mentions import MentionKind

Entity = Draft | OfficeDraft
Form = Literal["agent", "plain", "object", "owner"]
_MANY: Final = 4  # mentions beyond which one more tells nothing
_FAR: Final = 4  # sentences, each told apart
_LONG: Final = 12  # sentences beyond which more tell nothing
_OTHERS: Final = 6  # people named since, likewise
_BESIDE: Final = 3  # words after a pronoun that say what is done to its person
_ACTING: Final = ("subject", "topic")
_UNDERGOING: Final = ("object", "owner", "patient")


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention: its last word, its sentence and line, and what follows it.

    Attributes:
        role: ``subject`` (ने, बोले), ``topic`` (a nominative that opens its sentence), ``patient`` (को before a
            passive), ``object``, ``owner`` or ``bare``.
        familiar: It is a pronoun in the singular (उसने, उसे).
    """

    index: int
    sentence: int
    line: int
    role: str
    kind: MentionKind
    familiar: bool = False


@dataclass(slots=True)
class Track:
    """What was read of one person or office so far."""

    entity: Entity
    number: int
    seen: list[Seen] = field(default_factory=list)

    @property
    def last(self) -> Seen:
        """The latest mention."""
        return self.seen[-1]


def form_of(word: Word) -> Form:
    """Shape of a pronoun: उन्होंने and उसने, वे and वह, उनका, or what stands in another case."""
    if word.key in closed("pronouns") or word.key in closed("pronouns_acting"):
        return "agent"
    if word.key in closed("pronouns_plain"):
        return "plain"
    return "owner" if word.key in closed("possessives") or word.key in closed("pronouns_near") else "object"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pronoun stands, worked out once for all who may be meant.

    Attributes:
        content: The word कि before the pronoun in its sentence, or -1.
        wish: Its clause ends in a subjunctive (कहा कि वे जाएं).
        against: What follows tells of something done to the person (उनके खिलाफ, उनका स्वागत).
    accuses: A reproach stands before कि (आरोप लगाया कि उन्होंने).
        answers: Its sentence tells an answer (उन्होंने बताया).
    gives: Its sentence gives a post or a duty (उन्हें प्रभारी बनाया गया).
    passive: Its clause is a passive (उन्हें चेतावनी दी गई).
    clause: First word of its clause.
        ends: Last words of the latest mentions of all who were named, in order.
    """

    words: list[Word]
    index: int
    form: Form
    content: int
    wish: bool
    against: bool
    accuses: bool
    answers: bool
    gives: bool
    passive: bool
    clause: int
    ends: tuple[int, ...]

    @classmethod
    def of(cls, words: list[Word], index: int, tracks: list[Track]) -> Place:
        """Look around the pronoun at ``index``."""
        first, last = _sentence(words, index)
        end = _clause_end(words, index)
        beside = words[index + 1 : min(index + 1 + _BESIDE, last)]
        content = next((n for n in range(index - 1, first - 1, -1) if words[n].key in closed("content")), -1)
        return cls(
            words,
            index,
            form_of(words[index]),
            content,
            words[end].key.endswith(tuple(closed("wish_endings"))),
            any(word.key in closed("undergone") for word in beside),
            any(word.key in closed("accusing") for word in words[first : max(content, first)]),
            any(word.key in closed("answers") for word in words[index:last]),
            any(
                word.key in closed("appointing") or word.key in closed("charge") for word in words[index:last]
            ),
            any(word.key in closed("passive") for word in words[index : end + 1]),
            _clause_start(words, index),
            tuple(sorted(track.last.index for track in tracks)),
        )


def _sentence(words: list[Word], index: int) -> tuple[int, int]:
    number, first, last = words[index].sentence, index, index + 1
    while first > 0 and words[first - 1].sentence == number:
        first -= 1
    while last < len(words) and words[last].sentence == number:
        last += 1
    return first, last


def _clause_start(words: list[Word], index: int) -> int:
    while index > 0 and words[index - 1].gap == "space" and words[index - 1].key not in closed("opening"):
        index -= 1
    return index


def _clause_end(words: list[Word], index: int) -> int:
    while index < len(words) - 1 and words[index].gap in ("space", "hyphen", "bracket"):
        index += 1
    return index


def signs(place: Place, track: Track, speaker: str) -> Iterator[tuple[str, float]]:
    """Names and values of the signs of one who may be meant.

    Args:
        place: The pronoun.
        track: Who may be meant.
        speaker: ``speaker`` if he was the last to act by name, ``left`` if he was, but the paragraph of the
            pronoun names others, else empty.
    """
    last, form = track.last, place.form
    here = place.words[place.index]
    apart = min(here.sentence - last.sentence, _FAR)
    yield f"role {last.role}", 1
    yield f"apart {apart}", 1
    yield f"{last.role}, apart {min(apart, 2)}", 1
    yield f"{form}, {last.role}", 1
    yield f"{form}, apart {min(apart, 2)}", 1
    often = min(len(track.seen) - 1, _MANY) / _MANY
    yield "often", often
    yield f"{form}, often", often
    if speaker:
        yield speaker, 1
        yield f"{form}, {speaker}", 1
    if last.kind == "pronoun":
        yield "pronoun", 1
    since = len(place.ends) - bisect_right(place.ends, last.index)
    if not since:
        yield f"{form}, latest", 1
    yield "others since", min(since, _OTHERS) / _OTHERS
    yield f"{form}, others since", min(since, _OTHERS) / _OTHERS
    yield "far", min(here.sentence - last.sentence, _LONG) / _LONG
    if last.line == here.line:
        yield "paragraph", 1
    if track.number == 0:
        yield "first", 1
    one = "one" if familiar(here) else "honoured"
    if isinstance(track.entity, OfficeDraft):
        yield f"{one}, office", 1
    else:
        yield f"{one}, {'official' if track.entity.posts else 'without post'}", 1
    if any(mention.familiar for mention in track.seen):
        yield f"{one}, familiar before", 1
    elif any(mention.kind == "pronoun" for mention in track.seen):
        yield f"{one}, honoured before", 1
    if place.against:
        yield f"against, {last.role}", 1
    if place.gives and form != "agent":
        yield f"gives, {last.role}", 1
        if speaker:
            yield f"gives, {speaker}", 1
    if apart == 0:
        yield from _beside(place, track)
        if last.index >= place.clause:
            yield f"{form}, {last.role}, same clause", 1
        if form == "owner" and last.index == place.index - 2:
            yield "joined", float(place.words[place.index - 1].key in closed("conjunctions"))
    if apart == 1:
        yield from _before(place, track)


def familiar(word: Word) -> bool:
    """उसने, उसे: the singular, which nobody uses of an officer; वह is used of anybody."""
    return word.key in closed("pronouns_acting") or (
        word.key in closed("pronouns_one") and word.key not in closed("pronouns_plain")
    )


def _beside(place: Place, track: Track) -> Iterator[tuple[str, float]]:
    """Who tells, or is told, in the sentence of the pronoun."""
    number = place.words[place.index].sentence
    seen = [m for m in track.seen if m.sentence == number and m.index < place.content]
    parts = []
    if any(m.role in _ACTING for m in seen):
        parts.append("teller")
    if any(m.role in _UNDERGOING for m in seen):
        parts.append("told")
    for part in parts:
        yield part, 1
        yield f"{part}, {place.form}", 1
        if place.wish:
            yield f"{part}, wish", 1
        if place.against:
            yield f"{part}, against", 1
        if place.passive:
            yield f"{part}, {place.form}, passive", 1
        if place.accuses:
            yield f"{part}, accuses", 1


def _before(place: Place, track: Track) -> Iterator[tuple[str, float]]:
    """Who did something to whom in the sentence before."""
    first, last = _sentence(place.words, track.last.index)
    keys = {word.key for word in place.words[first:last]}
    seen = [m for m in track.seen if m.sentence == track.last.sentence]
    acting = any(m.role in _ACTING for m in seen)
    part = "doer" if acting else "other"
    if not keys.isdisjoint(closed("courtesies")):
        yield f"courtesy, {part}", 1
    if not keys.isdisjoint(closed("asking")):
        yield f"asking, {part}", 1
        if place.answers:
            yield f"asking, answers, {part}", 1
    if not acting and any(m.kind == "pronoun" for m in seen):
        yield "goes on", 1
