"""What a clause stands under: a denied or judged clause, the report's own words, somebody's plan."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.lexis import sequence_at, word_class
from nirdesh.extract.directives.model import Context

# Rules of drafts that nobody who speaks in the report issued: its own words, the plan of somebody else.
REPORT, OTHERS = "issuer:report", "issuer:others-plan"
_SHORT = 4  # words of a clause that only turns to the reader (उल्लेखनीय है)
_DECIDED = ("frame:decide", "frame:announce")
_PLANNED = ("frame:order", "frame:request", "frame:demand")


def matrix(clause: Clause, clauses: Sequence[Clause]) -> Clause | None:
    """The clause whose कि the content ``clause`` stands after, also as a later member of a list."""
    before = [c for c in clauses if c.start < clause.start]
    for earlier in reversed(before):
        words = clause.sentence.words
        if words[clause.start].key in word_class("complementizer"):
            return earlier if earlier.end == clause.start or words[earlier.end].punct else None
        if not clause.content or words[clause.start].key not in closed("list_conjunctions"):
            return None
        clause = earlier
    return None


def denied(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """यह उचित नहीं होगा कि …, इसका मतलब नहीं कि …: what somebody denies or judges is not laid down."""
    over = matrix(clause, clauses)
    if over is None or over.group is None or not over.group.negative:
        return False
    return over.group.mood not in ("hort", "oblig", "should")


def to_readers(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """उल्लेखनीय है कि …, विदित हो कि …: the report itself tells it, not who spoke before."""
    over = matrix(clause, clauses)
    if over is None or over.content:
        return False
    own = over.word_keys()
    return len(own) <= _SHORT and not word_class("reporter_openers").isdisjoint(own)


def turns(clause: Clause) -> bool:
    """उधर …, इस बीच …: the sentence turns to something else than who spoke before said."""
    words = clause.sentence.words
    if clause.content or clause.start:
        return False
    return bool(sequence_at(words, 0, clause.end, "turns"))


def own_plan(clause: Clause, inherited: Context | None, acted: bool) -> bool:
    """A plan after an order or a decision that the report tells, not the one who ordered or decided.

    Args:
        acted: Whether the clause names who is to act.
    """
    group = clause.group
    if group is None or group.mood != "fut" or inherited is None:
        return False
    if group.passive:
        return inherited.rule.startswith(_PLANNED)
    takes_place = group.stem in word_class("existential_verbs")
    if takes_place and inherited.rule.startswith(_DECIDED):
        return True
    return acted and inherited.rule.startswith((*_PLANNED, *_DECIDED))


def misspelt(clause: Clause) -> bool:
    """सचिव ने गांवों से आएं लोगों की बात सुनी: no wish has an agent with ने, so the form is a participle."""
    group = clause.group
    words = clause.sentence.words
    if group is None or group.mood != "hort" or clause.content or group.hort_possible:
        return False
    after = words[clause.end] if clause.end < len(words) else None
    if after is None or after.punct or after.key in closed("coordinators"):
        return False
    return any(w.key in word_class("ergative") for w in clause.sentence.words[clause.body : group.start])


def will(clause: Clause) -> bool:
    """Whether a clause tells what is to come."""
    return clause.group is not None and clause.group.mood == "fut"
