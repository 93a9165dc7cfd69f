"""Posts that people will have: A सचिव होंगे, यह प्रभार A के पास रहेगा, वे सचिव होंगे, and lists after such a verb."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.assignments.adjust import Adjusted, kept_duty, moves, with_role
from nirdesh.extract.assignments.align import Match, match
from nirdesh.extract.assignments.assignees import assignees, past_agent, word_range
from nirdesh.extract.assignments.inverted import post_after
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word
from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.assignments.meant import pronoun_matches
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.recorder import words_of
from nirdesh.extract.assignments.removing import Removing
from nirdesh.extract.assignments.roles import Role, find_role, is_role
from nirdesh.extract.assignments.seen_to import answers_for, each_a_place, in_charge
from nirdesh.extract.assignments.titled import run_of_posts, under_title
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Word
from nirdesh.mentions import Assignment


def _placed_as_first(found: list[Match]) -> list[Match]:
    """घाट पर 5 फरवरी तक A तथा 6 फरवरी से B ड्यूटी पर रहेंगे: the place of the first is that of all."""
    first = found[0].regions if found else ()
    return [each if each.regions else with_role(each, each.role, first) for each in found]


def _with_post_before(clause: Clause, each: Match) -> Match:
    """शिविर के प्रभारी A, प्रबंधक होंगे: behind the comma stands what the person is, before the name the post."""
    own, role = each.own, each.role
    if own is None or role is None or not each.tail or own.duty or role.duty or role.start < 1:
        return each
    run = clause.sentence.words
    led = own.start > clause.start and run[own.start - 1].key in closed("genitives")
    apart = run[role.start - 1].text == "," and not any(w.punct for w in run[own.start : role.start - 1])
    return with_role(each, own, each.own_regions) if led and apart else each


class Becoming(Removing):
    """The recorder with the posts that people will have."""

    def _runs(self) -> None:
        """Runs of posts and names that no list has read."""
        given = {a.assignee for a in self.found}
        for clause, first in self.runs:
            named = run_of_posts(clause, first, self.entities)
            if given.isdisjoint(each.id for each in named):
                self._give(clause, named, (), "assign:run-of-posts")

    def _will_be(self, clause: Clause, first: int, future: VerbGroup, agents: tuple[str, ...]) -> None:
        """A जिला संयोजक होंगे; वे अब संयोजक होंगे; यह प्रभार A के पास रहेगा."""
        run = clause.sentence.words
        behind = post_after(clause, future, self.entities)
        if behind is not None:  # A होंगे संघ के नए अध्यक्ष
            places = places_in(clause.sentence, future.end, behind.end, self.entities)
            people = assignees(clause, first, future.start, self.entities, genitives=True)
            each_has = each_a_place(clause.sentence, people, future.start, behind, self.entities)
            self.spent = (clause.sentence.index, behind.end)
            for each in each_has or match(clause, first, future.start, self.entities):
                placed = with_role(each, behind, each.regions if each_has else places)
                self._add(clause, Adjusted(placed, "appointed"), agents, "assign:will-be")
            return
        answering = answers_for(clause, first, future, self.entities)
        for each in answering:
            self._add(clause, Adjusted(each, "appointed"), agents, "assign:will-be")
        if answering:
            return
        kept = has_word("keepers", run[clause.body : clause.end])
        found = match(clause, first, future.start, self.entities, duty=kept)
        host = run[future.host].key if future.host is not None else ""
        posted = host in listed("posted") or (self.posted is not None and host in listed("on_duty"))
        if posted and self.posted is not None:
            found = [with_role(each, self.posted, each.regions) for each in found]
        charge = in_charge(clause, future, self.entities)
        if charge is not None:
            found = _placed_as_first(found)
        kept = kept or charge is not None
        title = self._title(clause)
        found = [under_title(clause, "needed", each, title, None, self.entities) for each in found]
        if not kept and not posted and self._says_more(run, future):
            attends = future.host is not None and run[future.host].key in closed("attending")
            found = [] if attends else [each for each in found if each.tail]
        if charge is None and not kept:
            found = [_with_post_before(clause, each) for each in found]
        for each in found:
            if charge is not None:
                each = with_role(each, charge, each.regions)
            elif kept and len(found) == 1:
                each = with_role(each, kept_duty(clause, each, self.entities, self.state.role), each.regions)
            if posted and each.role is None and run[future.host or 0].key in listed("on_post"):
                on_post = Role(clause.sentence, future.start - 1, future.start)
                each = with_role(each, on_post, each.regions)  # कंट्रोल रूम में A तैनात रहेंगे
            if each.role is not None and (kept or not each.role.duty):
                moved = moves(clause, each, self.transfers, self.shuffle)
                moved = moved and (self.shuffle or self._replaces(clause))
                adjusted = Adjusted(
                    each, "transferred" if moved else "appointed", each.own if moved else None
                )
                self._add(clause, adjusted, agents, "assign:will-be")
        if found or self._listed_after(clause, first, future, agents):
            return
        meant = pronoun_matches(clause, clause.start, future.start, self.before, self.entities)
        last = self.state.last
        if last is not None and run[first].key in closed("nominative_pronouns"):
            role = find_role(clause.sentence, first + 1, future.start, self.entities)
            if role is not None and not role.duty:
                self._replace(clause, last, role, agents)
                return
        for each in meant:
            self._add(clause, Adjusted(each, "appointed"), agents, "assign:will-be")

    def _says_more(self, run: Sequence[Word], future: VerbGroup) -> bool:
        """A सफल होंगे, A शामिल होंगे: the word before the verb is neither a post nor a name."""
        host = run[future.start - 1] if future.start else None
        if future.start > 2 and host is not None and host.key in listed("native"):
            host = run[future.start - 3]  # संयोजक A | सागर वाले होंगे
        if host is None or host.punct or is_role(host) or host.key in closed("after_names"):
            return False
        named = any(r.span.start <= host.start < r.span.end for r in self.entities.refs if r.kind == "person")
        return not named and host.key not in closed("particles") and not host.is_noun(listed("duty"))

    def _listed_after(self, clause: Clause, first: int, group: VerbGroup, agents: tuple[str, ...]) -> bool:
        """ब्लॉक अध्यक्ष इस प्रकार रहेंगे – R में A, S में B."""
        last = len(clause.sentence.words)
        first = past_agent(clause.sentence, first, group.start)
        role = find_role(clause.sentence, first, group.start, self.entities)
        if role is None or group.end >= last or not clause.sentence.words[group.end].punct:
            return False
        if group.mood == "fut" and clause.sentence.words[group.end].text == ",":
            return False  # अध्यक्ष का नाम तय होगा, तब तक A बैठक बुलाएंगे
        named = self._together(clause, group.end, match(clause, group.end, last, self.entities))
        for each in named:
            broad = len(words_of(role)) == 1 and has_noun("generic", words_of(role))
            given = each.role if broad and each.role is not None else role
            adjusted = Adjusted(with_role(each, given, each.regions), "appointed")
            self._add(clause, adjusted, agents, "assign:list-after-verb")
        return bool(named)

    def _together(self, clause: Clause, first: int, found: list[Match]) -> list[Match]:
        """सागर - A व B: who is joined to the name before shares its place."""
        line = clause.sentence
        refs = self.entities.inside(line.span(first, len(line.words)))
        at = {r.id: place for r in reversed(refs) if r.kind == "person" and (place := word_range(line, r))}
        made = found[:1]
        for each in found[1:]:
            before = made[-1]
            between = (
                line.words[at[before.id][1] : at[each.id][0]] if {before.id, each.id} <= at.keys() else ()
            )
            joined = bool(between) and all(
                w.key in closed("list_conjunctions") | closed("honorifics") for w in between
            )
            shares = joined and not each.regions and each.role is None
            made.append(with_role(each, each.role, before.regions) if shares else each)
        return made

    def _replace(self, clause: Clause, last: Assignment, role: Role, agents: tuple[str, ...]) -> None:
        """The sentence after a transfer names the new post of the same person."""
        moved = last.change == "transferred"
        if moved:
            self.found.remove(last)
        each = Match(last.assignee, role, (), None, None, ())
        self._add(
            clause, Adjusted(each, last.change if moved else "appointed"), agents, "assign:they-will-be"
        )
