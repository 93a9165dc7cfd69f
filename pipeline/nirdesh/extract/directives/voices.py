"""Who speaks: the state over the sentences of a report, and what one clause says of it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Speaker:
    """State over sentences: who spoke last and where, who led a meeting, who spoke or acted at all.

    Attributes:
        author: Who issued the order or letter that was told of last.
        told_of: The sentence in which anybody acted last (… ने), whoever it was.
        gathering: The body whose meeting was told of last.
        began: The sentence in which the speaker began to speak.
        paper: Who issued the last order, letter or notice, a body too, and the sentence that tells it.
    """

    ids: tuple[str, ...] = ()
    sentence: int = -1
    paragraph: int = -1
    people: tuple[str, ...] = ()
    acted: int = -1
    told_of: int = -1
    author: tuple[str, ...] = ()
    gathering: tuple[str, ...] = ()
    began: int = -1
    paper: tuple[tuple[str, ...], int] = ((), -1)
    leaders: set[tuple[str, ...]] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)

    def take(self, ids: tuple[str, ...], sentence: int, paragraph: int) -> None:
        """Another (or the same) speaker begins."""
        self.began = self.began if ids == self.ids else sentence
        self.ids = ids
        self.seen.update(ids)
        self.sentence = sentence
        self.paragraph = paragraph

    def agent(self, ids: tuple[str, ...], sentence: int) -> None:
        """Somebody acts (… ने); a later उन्होंने, or कहा without a subject, may mean that one."""
        self.people = ids
        self.seen.update(ids)
        self.acted = sentence

    def written(self, sentence: int, paragraph: int) -> bool:
        """What an order or letter says goes on; whether its author is somebody else than who spoke."""
        other = bool(self.author) and self.author != self.ids
        if other:
            self.take(self.author, sentence, paragraph)
        else:
            self.goes_on(sentence, paragraph)
        return other

    @property
    def written_by(self) -> tuple[str, ...]:
        """Whose the document is that speaks: its author, unless another began to speak after it came out."""
        ids, sentence = self.paper
        return ids if ids and sentence >= self.began else self.ids or self.people

    @property
    def latest(self) -> tuple[str, ...]:
        """Who spoke or acted last."""
        return self.people if self.people and self.acted > self.sentence else self.ids or self.people

    def goes_on(self, sentence: int, paragraph: int) -> bool:
        """The same speaker is still quoted; refreshes the distance."""
        if not self.ids:
            return False
        self.sentence = sentence
        self.paragraph = paragraph
        return True


@dataclass(frozen=True, slots=True)
class Voice:
    """Issuers of a frame, the word after their marker, and the rule that found them."""

    ids: tuple[str, ...]
    end: int
    rule: str
