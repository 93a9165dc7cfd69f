"""What the sentences before a clause say of it: posts that were left, filled, announced or given."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from nirdesh.extract.assignments.adjust import Adjusted, Vacancy, moves, succeeds, with_role
from nirdesh.extract.assignments.align import Match
from nirdesh.extract.assignments.assignees import word_range
from nirdesh.extract.assignments.chosen import successors
from nirdesh.extract.assignments.continued import goes_on
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word
from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.assignments.meant import moved_by_pronoun
from nirdesh.extract.assignments.open_places import open_place
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.recorder import Recorder, words_of
from nirdesh.extract.assignments.roles import Role, find_role, is_role
from nirdesh.extract.assignments.triggers import TriggerHit
from nirdesh.extract.assignments.unnamed import holder, unnamed
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence, text_of

_AWAY = 4  # words from where somebody comes to the name (सागर कोतवाली से हटाए गए B)
_NEAR = 4  # sentences after one that announces a title within which others fill it


def _before_leave(sentence: Sentence, last: int) -> int | None:
    """सागर के तहसीलदार | अवकाश पर हैं: the word past the post of a holder who is away and whom no name tells."""
    run = sentence.words
    away = next((j for j in range(2, last - 1) if run[j].key in listed("leave")), None)
    if away is None or run[away + 1].key not in listed("superessive"):
        return None
    return away - 1 if run[away - 1].key in closed("genitives") else away


class Remembering(Recorder):
    """The recorder with what its state means for the clause that is read."""

    def _replaces(self, clause: Clause) -> bool:
        return self.state.vacant is not None and succeeds(clause, self.state.vacant)

    def _fills(self, clause: Clause, kind: str, found: Match) -> bool:
        """Whether somebody without a post gets the one that another left (A को हटाकर B को पदस्थ किया).

        Who is posted elsewhere (A को सागर से दमोह, B को पन्ना) does so only where उनकी जगह stands.
        """
        left = self.state.vacant
        if left is None or found.role is not None or found.whence or kind not in ("needed", "posting"):
            return False
        return succeeds(clause, left, named=kind == "posting" and found.tail and bool(found.regions))

    def _inherits(self, clause: Clause, kind: str, found: Match) -> bool:
        """Whether somebody gets just what another left.

        A से निगरानी वापस लेकर B को दी: the duty, in the same sentence; उनकी जगह A को भेजा: the post.
        """
        left, last = self.state.vacant, self.state.last
        if left is None or (kind == "duty" and last is not None and last.assignee == found.id):
            return False
        if kind == "duty" and found.role is not None and found.role.duty and not left.role.duty:
            alone = found.role.end - found.role.start == 1
            return alone and succeeds(clause, left, named=True)
        if kind == "duty":
            held = not found.tail and found.role is not None and found.role is found.own
            return (left.role.duty or held) and left.sentence == clause.sentence.index
        bare = kind == "place" and found.role is None and found.rest is None
        return bare and succeeds(clause, left, named=True)

    def _lends(self, clause: Clause) -> None:
        """A अवकाश पर हैं, उनका प्रभार B देखेंगे: the post of A is the one that B gets."""
        run = clause.sentence.words
        index = clause.sentence.index
        own = (j for j in range(clause.start, clause.end - 1) if run[j].key in listed("his_own"))
        at = next((j for j in own if run[j + 1].is_noun(listed("duty"))), None)
        if at is None:
            return
        away = has_word("leave", run[:at])
        left = self.state.vacant is not None and index - self.state.vacant.sentence <= 1
        if not away and (left or not run[at + 1].is_noun(listed("charges"))):
            return
        for sentence in (clause.sentence, *self.read[max(index - 1, 0) : index]):
            last = at if sentence is clause.sentence else len(sentence.words)
            refs = self.entities.inside(sentence.span(0, last)) if last else ()
            named = [r for r in refs if r.kind == "person" and r.mention == "name"]
            place = word_range(sentence, named[-1]) if named else None
            end = place[0] if place is not None else _before_leave(sentence, last)
            if end is None:
                continue
            role = find_role(sentence, 0, end, self.entities)
            if role is not None and not role.duty:
                regions = places_in(sentence, 0, end, self.entities)
                self.state.vacant = Vacancy(role, regions, index)
            return

    def _stands_empty(self, clause: Clause) -> None:
        """सागर में सचिव का पद खाली था, वहां A की तैनाती हुई: the post that A gets."""
        run = clause.sentence.words
        group = clause.group
        host = run[group.host] if group is not None and group.host is not None else None
        if group is None or host is None or not host.is_noun(listed("empty")) or group.negative:
            return
        post = next(
            (
                j
                for j in range(group.start - 1, clause.body + 1, -1)
                if run[j].is_noun(listed("post_words") | listed("held_duties"))
            ),
            None,
        )
        role = find_role(clause.sentence, clause.body, post + 1, self.entities) if post is not None else None
        if role is not None and post is not None and not role.duty:
            regions = places_in(clause.sentence, clause.body, post, self.entities)
            self.state.vacant = Vacancy(role, regions, clause.sentence.index)

    def _dealt(self) -> Role | None:
        """The duty that was shared out last, or the title of those who are all moved."""
        return self.shared or (self.moved if self.shuffle else None)

    def _given_more(self, clause: Clause, found: Sequence[Match]) -> tuple[list[Match], tuple[str, ...]]:
        """A को उपनिदेशक बनाया है, वह सचिव का काम भी देखेंगी; A को सागर से हटाया. उन्हें दमोह की जिम्मेदारी दी.

        Returns:
            Those who were given something here or get a duty at a place, and who gave what stands before.
        """
        here = clause.sentence.start
        before = self.before.start if self.before is not None else here
        near = {a.assignee: a for a in self.found if a.evidence.start >= before}
        given = has_word("pronoun_dative", clause.sentence.words[clause.start : clause.end])
        kept = [
            m
            for m in found
            if (m.id in near and near[m.id].evidence.start >= here)
            or (m.role is not None and m.role.duty and m.regions and given)
        ]
        return kept, tuple(by for m in kept[:1] if m.id in near for by in near[m.id].by)

    def _listed_with_title(self, clause: Clause, adjusted: Adjusted) -> bool:
        """पर्यवेक्षकों की नियुक्ति की, जिनमें A को सागर की जिम्मेदारी दी: the title says already what A has there."""
        found = adjusted.match
        if found.role is None or not found.role.duty or not found.regions:
            return False
        start = clause.sentence.start
        return any(
            a.assignee == found.id and a.region in found.regions and a.rules[0] == "assign:list-after-verb"
            for a in self.found
            if a.evidence.start == start
        )

    def _lately(self) -> bool:
        """Whether this sentence or the one before gave somebody something."""
        since = self.before.start if self.before is not None else 0
        return bool(self.found) and self.found[-1].evidence.start >= since

    def _takes_over(self, clause: Clause, agents: tuple[str, ...]) -> list[Match]:
        """उनके स्थान पर A ने चार्ज लिया: the post that was just left."""
        left = self.state.vacant
        if left is None or not succeeds(clause, left, named=True):
            return []
        people = {r.id for r in self.entities.refs if r.kind == "person"}
        return [Match(a, left.role, left.regions, None, None, ()) for a in agents if a in people]

    def _placed_anew(self, found: Match) -> Match:
        """निरीक्षक A को सागर से झिरनाव भेजा: an officer's goal behind से that no list knows is a place."""
        rest, own = found.rest, found.own
        if rest is None or own is None or not found.whence or found.regions or found.role is not None:
            return found
        if not has_noun("moved_officers", words_of(own)):
            return found
        opened = open_place(rest.sentence, rest.start, rest.end, self.entities)
        return replace(found, regions=(opened,)) if opened is not None else found

    def _sent_on(self, clause: Clause, hit: TriggerHit) -> list[Match]:
        """वे A का स्थान लेंगे, जिन्हें सागर भेजा गया है: A had the post that was just given."""
        found = moved_by_pronoun(clause, clause.start, hit.end, self.entities)
        if not any(w.key in listed("place_of") for w in clause.sentence.words[: clause.start + 1]):
            return found
        held = self._role_before(clause)
        return [each if each.role is not None else replace(each, role=held) for each in found]

    def _as_held(self, found: Match) -> Match:
        """The match of who is sent somewhere with the post that the report just took from the person."""
        last = next((a for a in reversed(self.found) if a.assignee == found.id), None)
        if last is None or last.change != "removed" or not found.regions:
            return found
        line = next((s for s in self.read if s.start <= last.role.start < s.end), None)
        if line is None:
            return found
        inside = [k for k, w in enumerate(line.words) if last.role.start <= w.start < last.role.end]
        return replace(found, own=Role(line, inside[0], inside[-1] + 1)) if inside else found

    def _from_there(self, found: Match) -> Match:
        """वहां से हटाए गए B को, सागर वाले B को लाइन भेजा: B had the post that somebody just got there."""
        last, held = self.state.last, self.state.role
        if found.own is not None or found.rest is None or last is None or held is None or held.duty:
            return found
        line = found.rest.sentence
        refs = [r for r in self.entities.inside(line.span(0, found.rest.start)) if r.id == found.id]
        place = word_range(line, refs[-1]) if refs else None
        near = 0 <= line.index - held.sentence.index <= 1
        if place is None or not near or last.region is None:
            return found
        run = line.words
        begins = max(place[0] - _AWAY, 0)
        marks = (
            j for j in range(place[0] - 1, begins, -1) if run[j].key in listed("ablative") | listed("native")
        )
        at = next(marks, None)
        if at is None:
            return found
        there = run[at - 1].key in listed("there")
        named = at > begins and self.entities.regions_in(line.span(begins, at))[-1:] == [last.region]
        return replace(found, own=held, own_regions=(last.region,)) if there or named else found

    def _lost_duty(self, clause: Clause) -> Role | None:
        """खनन विभाग A से लेकर B को दिया: the duty that the same sentence takes from somebody."""
        left = self.state.vacant
        here = left is not None and left.sentence == clause.sentence.index
        return left.role if here and left is not None and left.role.duty else None

    def _same_post(self, clause: Clause) -> Role | None:
        """सागर में इस पद पर A को लाया गया: the post that was left or filled last."""
        run = clause.sentence.words[clause.start : clause.end]
        pointed = any(
            one.key in listed("this") and other.is_noun(listed("post_words"))
            for one, other in itertools.pairwise(run)
        )
        role = self.state.role
        near = role is not None and clause.sentence.index - role.sentence.index <= 1
        return role if pointed and near and role is not None and not role.duty else None

    def _only_first(self, clause: Clause, hit: TriggerHit) -> bool:
        """A को P से हटाकर R, B को S बनाया: no other person stands before the next comma, so A gets R."""
        run = clause.sentence.words
        stops = (j for j in range(hit.group.end, clause.end) if run[j].punct)
        span = clause.sentence.span(hit.group.end, next(stops, clause.end))
        return not any(r.kind == "person" and r.mention != "pronoun" for r in self.entities.inside(span))

    def _succeeds(self, clause: Clause, hit: TriggerHit, first: int, agents: tuple[str, ...]) -> None:
        """उनका स्थान A लेंगे, A ने उनकी जगह ली: A gets the post that somebody just left."""
        left = self.state.vacant
        if left is None or not succeeds(clause, left, named=True):
            return
        for each in successors(clause, first, hit, self.entities):
            found = with_role(replace(each, tail=True), left.role, left.regions)
            moved = moves(clause, found, self.transfers, self.shuffle)
            adjusted = Adjusted(found, "transferred" if moved else "appointed", found.own if moved else None)
            self._add(clause, adjusted, agents, f"assign:{hit.trigger.id}")

    def _in_context(self, clause: Clause, found: Match, agents: tuple[str, ...], rule: str) -> None:
        """A को मौका मिला, A पर भरोसा जताया: the post that is told before goes to A."""
        vacant = self.state.vacant if self._replaces(clause) else None
        title = self._title(clause)
        if vacant is not None:
            whole = with_role(found, vacant.role, vacant.regions)
        elif title is not None and found.regions:
            whole = with_role(found, title, found.regions)
        elif found.regions and (goes_on(clause.sentence) or self._placed_before(clause)):
            whole = with_role(found, self._role_before(clause), found.regions)
        else:
            return
        self._add(clause, Adjusted(whole, "appointed"), agents, rule)

    def _placed_before(self, clause: Clause) -> bool:
        """सागर में A को सचिव बनाया है. दमोह से B को मौका मिला है: the sentence before gave a post at a place."""
        last = self.state.last
        since = self.before.start if self.before is not None else clause.sentence.start
        return last is not None and last.evidence.start >= since and last.region is not None

    def _title(self, clause: Clause) -> Role | None:
        """The title that was announced shortly before, for all who are named now."""
        title = self.title
        near = title is not None and 0 < clause.sentence.index - title.sentence.index <= _NEAR
        return title if near else None

    def _pointed(self, role: Role) -> bool:
        """यह प्रभार A के पास रहेगा: the post named before."""
        before = role.sentence.words[role.start - 1] if role.start else None
        known = self.state.role is not None and not self.state.role.duty
        return role.duty and before is not None and before.key in listed("this") and known

    def _unread(self, clause: Clause, found: list[Match]) -> list[Match]:
        """The matches of people whom a list after the verb of the same sentence has not read."""
        read = {
            a.assignee
            for a in self.found
            if a.evidence.start >= clause.sentence.start and a.rules[0] == "assign:list-after-verb"
        }
        return [each for each in found if each.id not in read]

    def _rank_before(self, clause: Clause) -> Role | None:
        """The rank of the one who was moved just before (जज A को …, B को दमोह से सागर भेजा)."""
        last = self.state.last
        before = self._role_before(clause) if last is not None and last.change == "transferred" else None
        return before if before is not None and is_role(words_of(before)[-1]) else None

    def _role_before(self, clause: Clause) -> Role | None:
        """The post that the sentence before filled."""
        role = self.state.role
        near = role is not None and clause.sentence.index - role.sentence.index <= 1
        return role if near and role is not None and not role.duty else None

    def _unnamed(
        self, clause: Clause, hit: TriggerHit, first: int, agents: tuple[str, ...], rule: str
    ) -> None:
        pair = unnamed(clause, first, hit.end, self.entities, hit.trigger.role == "duty")
        if pair is None or hit.group.mood == "fut":
            return
        phrase, role = pair
        text = text_of(self.doc)
        title = text[phrase.span.start : phrase.span.end]
        person = holder(title, self.entities, text)
        assignee = person or self.entities.office(title, phrase.span)
        found = Match(assignee, role, (), None, None, ())
        self._add(clause, Adjusted(found, "appointed"), agents, rule + "-unnamed")
