"""Where officers go in a report of transfers, and who looks after which of several places."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.assignments.adjust import Adjusted, Vacancy, moves, with_role
from nirdesh.extract.assignments.align import Match
from nirdesh.extract.assignments.also_theirs import also_theirs
from nirdesh.extract.assignments.assignees import assignees
from nirdesh.extract.assignments.class_roles import class_role, new_class
from nirdesh.extract.assignments.gates import moved_title, shuffles
from nirdesh.extract.assignments.inquiring import Inquiring
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word, phrase_at
from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.assignments.moved import at_unit, match_moves
from nirdesh.extract.assignments.open_places import open_place
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.recorder import words_of
from nirdesh.extract.assignments.roles import Role, find_role, is_role
from nirdesh.extract.assignments.seen_to import seen_to
from nirdesh.extract.assignments.sent_lists import all_moved, coming
from nirdesh.extract.assignments.titled import posted_beside
from nirdesh.extract.assignments.told_titles import singular
from nirdesh.extract.assignments.triggers import TriggerHit
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.extract.directives.roles import clause_start

_FEWEST = 2  # places with somebody each that make a list


def heads_for(clause: Clause, first: int, entities: Entities) -> Match | None:
    """A अब सागर थाना संभालेंगे, B दमोह जाएंगे, C इसी पद पर पन्ना आएंगे: nothing but the place before the verb."""
    group = clause.group
    going = listed("heading_for") | listed("overseeing")
    if group is None or group.mood != "fut" or group.passive or group.negative or group.stem not in going:
        return None
    people = assignees(clause, first, group.start, entities, genitives=False)
    if len(people) != 1:
        return None
    sentence = clause.sentence
    run = sentence.words
    person, start, end = people[0]
    begins, last = end, group.start
    while begins < last:
        same = phrase_at("same_post", sentence.words, begins)
        if not same and not _passed(sentence, begins):
            break
        begins += same or 1
    if not _only_a_place(sentence, begins, last, entities):
        return None
    bracket = next((j for j in range(begins, last) if run[j].text == "("), last)  # धर्मपुर (मंडी)
    regions = places_in(sentence, begins, bracket, entities)
    if not regions:
        opened = open_place(sentence, begins, last - 1, entities)
        regions = (opened,) if opened is not None else ()
    own = find_role(sentence, first, start, entities)
    left = places_in(sentence, first, start, entities)
    return Match(person, own, regions, None, own, left, tail=True) if regions else None


def _passed(sentence: Sentence, j: int) -> bool:
    word = sentence.words[j]
    return word.key in closed("after_names") | listed("drop") | listed("from_now") or word.text == ","


def _only_a_place(sentence: Sentence, first: int, last: int, entities: Entities) -> bool:
    """सागर, सागर थाना, धर्मपुर (मंडी): a place with its kind or unit; one that nobody knows only with a unit."""
    run = sentence.words
    units = listed("police_units") | listed("place_nouns")
    known = False
    for j in range(first, last):
        inside = any(place.start <= run[j].start < place.end for place, _ in entities.regions)
        known = known or inside
        if not inside and run[j].key not in units and run[j].text not in ("(", ")"):
            return last - first == 2 and not known and run[last - 1].key in listed("police_units")
    return known


def at_places(clause: Clause, first: int, title: Role | None, entities: Entities) -> list[Match]:
    """सागर में A, दमोह में B और पन्ना में C काम देखेंगे: a place before each of several, under one title."""
    group = clause.group
    if title is None or group is None or group.mood != "fut" or group.passive or group.negative:
        return []
    sentence = clause.sentence
    run = sentence.words
    people = assignees(clause, first, group.start, entities, genitives=False)
    found: list[Match] = []
    floor = first
    for number, (person, start, end) in enumerate(people):
        if run[end].key in listed("dative") or person in {each.id for each in found}:
            return []
        mark = start
        while mark > floor and _between(run[mark - 1]):
            mark -= 1
        marked = mark > floor and run[mark - 1].key in listed("stations")
        sees = group.stem in listed("overseeing")
        regions = places_in(sentence, floor, mark, entities) if marked or sees else ()
        led = not number or run[floor].text == "," or run[floor].key in _joints()
        if not regions and led and found and floor + 1 < mark - marked:
            opened = open_place(sentence, floor + 1, mark - marked, entities)
            regions = (opened,) if opened is not None else ()
        elif not marked and not _ends_in_place(sentence, mark, entities):
            return []
        if not regions or not led:
            return []
        found.append(Match(person, title, regions, None, None, ()))
        floor = end
    return found if len({each.regions for each in found}) >= _FEWEST else []


def _ends_in_place(sentence: Sentence, mark: int, entities: Entities) -> bool:
    """Whether the name of a place, or its kind, stands right before a word."""
    before = sentence.words[mark - 1]
    inside = any(place.start <= before.start < place.end for place, _ in entities.regions)
    return inside or before.key in listed("place_nouns")


def _joints() -> frozenset[str]:
    return closed("list_conjunctions") | listed("contrast")


def _between(word: Word) -> bool:
    """Whether a word may stand between a place and a name: a post, a trade, a word of respect."""
    others = closed("honorifics") | listed("former") | listed("trades")
    return is_role(word) or word.key in others or word.text == "."


def _hands_over(clause: Clause) -> bool:
    """… की B को मिली है: a verb of giving without what is given."""
    group = clause.group
    told = group is not None and group.mood == "perf" and not group.negative and group.host is None
    return told and group is not None and group.stem in listed("handing_stems")


class Going(Inquiring):
    """The recorder with where people go, and the places that they look after."""

    def _titles(self, read: Sequence[Sentence]) -> Role | None:
        """Find the titles of all who are moved, posted or put in anew; the first of them is returned."""
        told = (s for s in read if has_noun("transfer_signs", s.words) or shuffles(s.words))
        classes = (class_role(s, self.entities, "genitive") for s in told)
        moved = next((r for r in classes if r and not has_noun("generic", words_of(r))), None)
        self.moved = moved or next(filter(None, map(moved_title, read)), None)
        staffed = (s for s in read if has_noun("postings", s.words))
        posted = (class_role(s, self.entities, "genitive") for s in staffed)
        self.posted = next((r for r in posted if r and not has_noun("generic", words_of(r))), None)
        self.newly = new_class(read, self.entities)
        return self.moved

    def _moves(self, clause: Clause, hit: TriggerHit, first: int) -> list[Match]:
        """Who is sent or posted where by a trigger of such acts."""
        run = clause.sentence.words
        kind = hit.trigger.role
        matches = match_moves(clause, first, hit.end, self.entities)
        after = hit.group.end
        if not matches and after + 1 < len(run) and run[after].punct:  # किसे कहां भेजा गया : A P से Q
            rows = match_moves(clause, after + 1, len(run), self.entities)
            matches = [m for m in rows if m.whence]
        if kind == "posting":
            matches = all_moved(posted_beside(matches))
        if kind == "shift":
            matches = [m for m in matches if m.whence]
        return [self._placed_anew(at_unit(m, self.entities)) for m in matches] or self._sent_on(clause, hit)

    def _ranked(self, clause: Clause, found: Sequence[Match]) -> list[Match]:
        """The matches with a post, that of all who are moved where none stands before a name."""
        role = self.moved or self._role_before(clause)
        whole = [with_role(each, each.role or role, each.regions) for each in found]
        return [each for each in whole if each.role is not None and not each.role.duty]

    def _heads(self, clause: Clause, first: int, agents: tuple[str, ...]) -> bool:
        """Whether an officer goes to a place, by the post before the name or that of those before."""
        if self.transfers and (comers := self._ranked(clause, coming(clause, first, self.entities))):
            for each in comers:
                self._add(clause, Adjusted(each, "transferred", each.own), agents, "assign:coming")
            return True
        title = self._title(clause)
        going = heads_for(clause, first, self.entities) if self.transfers or title is not None else None
        if going is None:
            return False
        if title is not None and not self.transfers:  # प्रभारियों की सूची जारी की. A सागर संभालेंगे
            one = singular(title, self.read)
            if one is None:
                return False
            named = with_role(going, one, going.regions)
            self._add(clause, Adjusted(named, "appointed"), agents, "assign:heads-for")
            return True
        role = going.own or self.moved or self._role_before(clause)
        if role is not None and not role.duty:
            each = with_role(going, role, going.regions)
            self._add(clause, Adjusted(each, "transferred", going.own), agents, "assign:heads-for")
            if going.own is not None:  # who is named next in the sentence succeeds only if it says so
                self.state.vacant = Vacancy(going.own, going.own_regions, clause.sentence.index - 1)
        return role is not None and not role.duty

    def _gapped(self, clause: Clause, first: int, agents: tuple[str, ...]) -> None:
        """सागर में A को सचिव बनाया, वहीं दमोह में B को; … जबकि दमोह की B को मिली है: what A got, at a place."""
        last, role, group = self.state.last, self.state.role, clause.group
        if clause.start == 0 or last is None or role is None or last.change == "removed":
            return
        if last.evidence.start != clause.sentence.start or (group is not None and not _hands_over(clause)):
            return
        run = clause.sentence.words
        end = group.start if group is not None else clause.end
        while end > first and run[end - 1].punct:
            end -= 1
        people = assignees(clause, first, end, self.entities, genitives=False)
        mark = people[0][2] if len(people) == 1 else end
        while mark < end and run[mark].key in closed("after_names"):
            mark += 1
        if mark >= end or run[mark].key not in listed("dative") or people[0][0] == last.assignee:
            return
        person, start, _ = people[0]
        regions = places_in(clause.sentence, first, start, self.entities)
        if mark + 1 < end:  # वहीं दमोह में B को कोषाध्यक्ष
            role = find_role(clause.sentence, mark + 1, end, self.entities)
            if group is not None or role is None or role.end != end or role.duty:
                return
            regions = regions or places_in(clause.sentence, mark + 1, role.start, self.entities)
        elif not regions or find_role(clause.sentence, first, start, self.entities) is not None:
            return
        found = Match(person, role, regions, None, None, ())
        self._add(clause, Adjusted(found, last.change), agents or last.by, "assign:gapped")

    def _contrasted(self, clause: Clause, agents: tuple[str, ...]) -> None:
        """A सागर जाएंगे तो B को दमोह भेजा गया: no condition, where nothing says so."""
        if clause.kind == "condition" and not has_word("supposing", clause.sentence.words[: clause.end]):
            self._heads(clause, clause_start(clause), agents)

    def _sees_to(self, clause: Clause, first: int, agents: tuple[str, ...]) -> None:
        """Who sees to a place or a matter."""
        lately = self.state.role if self._lately() else None
        for each in seen_to(clause, first, self._dealt(), self.entities, lately):
            moved = moves(clause, each, self.transfers, self.shuffle)
            self._add(
                clause, Adjusted(each, "transferred" if moved else "appointed"), agents, "assign:seen-to"
            )

    def _stations(self, clause: Clause, first: int, agents: tuple[str, ...]) -> bool:
        """Whether people get a place each, under the title that was announced for all, or one goes to one.

        So too where somebody has a further duty beside what was just given.
        """
        found = at_places(clause, first, self._title(clause), self.entities)
        self._give(clause, found, agents, "assign:at-places")
        return bool(found) or self._heads(clause, first, agents) or self._adds(clause, first, agents)

    def _adds(self, clause: Clause, first: int, agents: tuple[str, ...]) -> bool:
        """A को सागर का प्रभारी बनाया है, दमोह का काम भी वही देखेंगे."""
        last = self.state.last if self._lately() else None
        if last is None or last.change == "removed":
            return False
        more = also_theirs(clause, first, last, self.entities)
        if more is None:
            return False
        self._add(clause, Adjusted(more, "appointed"), agents or last.by, "assign:also-theirs")
        return True
