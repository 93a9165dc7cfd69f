"""What the stages of directive extraction hand to each other."""

from __future__ import annotations

from dataclasses import dataclass

from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.frames import Hit
from nirdesh.mentions import Addressee, Modality, Span


@dataclass(frozen=True, slots=True)
class Context:
    """The frame that a clause stands under.

    Attributes:
        cls: Class of the frame (order, request, say, text …).
        issuers: Ids of those who speak.
        addressees: Whom the frame names.
        sentence: Index of the sentence that holds the frame.
        paragraph: Its paragraph.
        rule: Id of the frame.
    """

    cls: str
    issuers: tuple[str, ...]
    addressees: tuple[Addressee, ...]
    sentence: int
    paragraph: int
    rule: str


def opened(
    clause: Clause,
    hit: Hit,
    cls: str,
    issuers: tuple[str, ...],
    addressees: tuple[Addressee, ...] = (),
) -> Context:
    """The context that a frame opens for the clauses after it."""
    sentence = clause.sentence
    rule = f"frame:{hit.frame.id}"
    return Context(cls, issuers, addressees, sentence.index, sentence.paragraph, rule)


def history(clause: Clause) -> Context:
    """निर्देश दिए थे, कहा था: told as history, so that nothing under it is a directive."""
    sentence = clause.sentence
    return Context("history", (), (), sentence.index, sentence.paragraph, "frame:history")


@dataclass(slots=True)
class Draft:
    """A directive in the making."""

    clause: Clause
    evidence: Span
    action: Span
    scope: Span
    modality: Modality
    issuers: tuple[str, ...]
    addressees: tuple[Addressee, ...]
    rules: list[str]
    headline: bool = False
    implicit: bool = False
    when: tuple[int, ...] = ()
    regions: tuple[str, ...] = ()
    purpose: Span | None = None
    condition: Span | None = None
    shared: Span | None = (
        None  # words before a list whose members have their own place; its dates hold for each
    )
