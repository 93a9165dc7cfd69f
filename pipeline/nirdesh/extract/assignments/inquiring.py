"""Bodies of inquiry and teams, and who leads them and sits in them."""

from __future__ import annotations

from nirdesh.extract.assignments.becoming import Becoming
from nirdesh.extract.assignments.committees import formed, led, manned, members
from nirdesh.extract.assignments.lists_of_words import has_phrase
from nirdesh.extract.clauses.segment import Clause

_SITS = 2  # sentences after one that forms a committee which may tell who sits in it


class Inquiring(Becoming):
    """The recorder with the bodies that are formed and filled."""

    def _inquires(self, clause: Clause, first: int, agents: tuple[str, ...]) -> bool:
        """A की अध्यक्षता में जांच समिति बनाई; समिति में B और C शामिल हैं; A और B की टीम बनाई.

        Returns:
            Whether the clause makes a team of people it names, and so gives nothing else.
        """
        team = manned(clause, self.entities)
        self._give(clause, team, agents, "assign:sits-in")
        if team:
            return True
        body = formed(clause)
        if body is not None:
            self.body = body
            self._give(clause, led(clause, body, self.entities), agents, "assign:leads")
        else:
            near = self.body is not None and clause.sentence.index - self.body.sentence.index <= _SITS
            titled = has_phrase("as_role", clause.sentence.words[clause.start : clause.end])  # सदस्य के रूप में
            body = self.body if near else None
            sitting = [] if titled else members(clause, first, body, self.entities)
            self._give(clause, sitting, agents, "assign:sits-in")
        return False
