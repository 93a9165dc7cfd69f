"""Who loses or leaves a post that another sentence or clause than the one that names the person tells of."""

from __future__ import annotations

from nirdesh.extract.assignments.adjust import Adjusted, Vacancy, with_role
from nirdesh.extract.assignments.align import Match
from nirdesh.extract.assignments.assignees import assignees, past_giver
from nirdesh.extract.assignments.continued import holders_before
from nirdesh.extract.assignments.expelled import (
    expelled_from,
    expelled_lines,
    expels,
    is_near,
    named_later,
    with_lost,
)
from nirdesh.extract.assignments.gates import lost_membership
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word, words
from nirdesh.extract.assignments.moved import sanctioned
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.remembered import Remembering
from nirdesh.extract.assignments.resigning import resigned
from nirdesh.extract.assignments.roles import Role, find_role, is_role, role_at
from nirdesh.extract.assignments.triggers import TriggerHit
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause, segment


class Removing(Remembering):
    """The recorder with those of whom it was told before that they lose or leave something."""

    def _resigns(self, clause: Clause, agents: tuple[str, ...]) -> None:
        """A ने इस्तीफा दिया था: told as past, so that only its acceptance is news."""
        for group in clause.groups:
            host = clause.sentence.words[group.host] if group.host is not None else None
            if host is not None and group.mood == "past" and host.is_noun(words("resignations")):
                found = resigned(clause, group.host or group.start, agents, self.entities)
                self.state.leaving = (clause.sentence.index, tuple(found))

    def _retires(self, clause: Clause) -> None:
        """सचिव A सेवानिवृत्त हो गए। उनके स्थान पर B …: who retires loses the post, where another comes."""
        run = clause.sentence.words
        index = clause.sentence.index
        comes = any(
            run[j].key in words("his_own") and run[j + 1].key in words("place_of")
            for j in range(clause.start, min(clause.end, len(run) - 1))
        )
        if not comes:
            return
        for line in (clause.sentence, *self.read[max(index - 1, 0) : index]):
            last = len(line.words) if line is not clause.sentence else clause.start + 1
            at = next((j for j in range(last) if line.words[j].key in words("retired")), None)
            for each in holders_before(line, at, self.entities) if at else ():
                if all(a.assignee != each.id for a in self.found):
                    self._add(segment(line)[0], Adjusted(each, "removed"), (), "assign:retire")
                    return

    def _no_longer(self, clause: Clause, first: int, agents: tuple[str, ...]) -> None:
        """A अब शाखा के सचिव नहीं रहे: who does not stay in a post; without one, who died."""
        group = clause.group
        if group is None or not group.negative or group.mood != "perf" or group.stem not in words("go_on"):
            return
        run = clause.sentence.words
        people = assignees(clause, first, group.start, self.entities, genitives=False)
        role = (
            find_role(clause.sentence, people[0][2], group.start, self.entities) if len(people) == 1 else None
        )
        if role is None or role.duty or not has_word("from_now", run[first : group.start]):
            return
        if not any(w.key in closed("negation") for w in run[role.end : group.end]):
            return
        regions = places_in(clause.sentence, people[0][2], role.end, self.entities)
        found = Match(people[0][0], role, regions, None, None, ())
        self._add(clause, Adjusted(found, "removed"), agents, "assign:no-longer")

    def _leaving(self, clause: Clause) -> list[Match]:
        """A ने इस्तीफा दिया था, जिसे मंजूर कर लिया गया: those whose resignation is accepted."""
        told, people = self.state.leaving
        return list(people) if 0 <= clause.sentence.index - told <= 1 else []

    def _removed_named(self, clause: Clause, agents: tuple[str, ...]) -> None:
        """निष्कासित होने वालों में A, B शामिल हैं."""
        near = is_near(clause, self.state.lost)
        ousted = clause.sentence.index - self.state.ousted == 1
        for each in named_later(clause, near or ousted, self.entities):
            role = (self.state.lost if near else None) or each.own or each.role
            if role is not None:
                regions = () if near else each.own_regions
                adjusted = Adjusted(with_role(each, role, regions), "removed")
                self._add(clause, adjusted, agents or self.state.lost_by, "assign:removed-list")

    def _expelled(self, clause: Clause, hit: TriggerHit, first: int, agents: tuple[str, ...]) -> None:
        """Nobody is named who loses something: those named after it do."""
        lost = expelled_from(clause, first, hit, self.entities) or lost_membership(clause, first, hit.end)
        self.state.lost = lost
        self.state.ousted = clause.sentence.index
        self.state.lost_by = agents
        if lost is not None:
            self.found += expelled_lines(self.read, clause.sentence.index, lost, agents, self.entities)

    def _vacated(self, clause: Clause, hit: TriggerHit, first: int) -> None:
        """सागर थाने के प्रभारी को हटाकर उनकी जगह A को जिम्मेदारी दी: the post of one whom no name tells."""
        sentence = clause.sentence
        run = sentence.words
        first = past_giver(sentence, first, hit.group.start)
        marks = (j for j in range(hit.group.start - 1, first, -1) if run[j].key in words("dative"))
        mark = next(marks, None)
        if mark is None or hit.trigger.role != "own" or not is_role(run[mark - 1]):
            return
        named = self.entities.inside(sentence.span(first, hit.group.start))
        if any(r.kind == "person" and r.mention == "name" for r in named):
            return
        role = role_at(sentence, first, mark - 1, self.entities)
        if not run[role.end - 1].is_noun(words("generic")):
            regions = places_in(sentence, first, mark, self.entities)
            self.state.vacant = Vacancy(role, regions, sentence.index)

    def _sanctioned(
        self, clause: Clause, first: int, hit: TriggerHit, agents: tuple[str, ...]
    ) -> tuple[list[Match], tuple[str, ...]]:
        """Whom an act strikes that names no post lost by them (A और B पर यह गाज गिरी), and who acts.

        Without people who acts by it removes those named later (X ने निलंबन की कार्रवाई की, A को हटाया गया).
        """
        people: list[Match] = []
        if clause.sentence.index - self.state.ousted == 1:
            people = sanctioned(clause, first, hit.group.start, self.entities, told=True)
        if not people and agents and has_noun("removals", clause.sentence.words[first : hit.group.start]):
            self.state.ousted, self.state.lost_by = clause.sentence.index, agents
        return people, (self.state.lost_by if people else ()) or agents

    def _lost_before(self, clause: Clause, hit: TriggerHit) -> Role | None:
        """What those lost of whom a sentence shortly before told that they were expelled."""
        near = is_near(clause, self.state.lost) and expels(clause, hit)
        return self.state.lost if near else None

    def _losing(self, matches: list[Match], lost: Role | None) -> list[Match]:
        """The matches of who is expelled, each person once."""
        if lost is None:
            return matches
        gone = {a.assignee for a in self.found if a.change == "removed"}
        return [with_lost(m, lost) for m in matches if m.id not in gone]
