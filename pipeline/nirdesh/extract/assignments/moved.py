"""Who is moved where, who loses what, and holders of posts that no name tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nirdesh.extract.assignments.adjust import Adjusted
from nirdesh.extract.assignments.align import Match, match
from nirdesh.extract.assignments.assignees import assignees, cut_between, past_agent, past_giver, word_range
from nirdesh.extract.assignments.charges import (
    accepted,
    extended,
    into_office,
    joined,
    kept_back,
    took_charge,
    took_oath,
)
from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.assignments.name_places import adjunct_places
from nirdesh.extract.assignments.open_places import open_place
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.portfolios import portfolios, unit_taken
from nirdesh.extract.assignments.roles import Role, find_duty, find_role
from nirdesh.extract.assignments.sent_lists import unparted
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence, Word

_UNIT = 2  # words of a police unit and its name
_GOAL = 9  # words of the longest post and place where somebody goes


def match_moves(clause: Clause, first: int, last: int, entities: Entities) -> list[Match]:
    """Assignees of a transfer with the place or office that follows each (A को R, B को S भेजा गया)."""
    sentence = clause.sentence
    people = assignees(clause, first, last, entities, genitives=True)
    matches: list[Match] = []
    later: Match | None = None
    for number in range(len(people) - 1, -1, -1):
        person, start, end = people[number]
        limit = people[number + 1][1] if number + 1 < len(people) else last
        floor = people[number - 1][2] if number else first
        after = past_giver(sentence, _past_recipient(sentence, end, limit), limit)
        stop = limit if limit == last else cut_between(sentence, after, limit, trailing=True)
        stop = stop if stop > after or limit == last else unparted(sentence, after, limit, entities)
        stop = max(stop, after)
        before = _past_recipient(sentence, floor, start) if number else first
        before = cut_between(sentence, before, start, trailing=True) if number else before
        if number and before == _past_recipient(sentence, floor, start):
            before = unparted(sentence, before, start, entities)
        marker = _own_marker(sentence, end, after, stop)
        office = find_role(sentence, after, marker, entities) if marker is not None else None
        at_office = places_in(sentence, after, marker, entities) if marker is not None else ()
        after = marker + 1 if marker is not None else after
        rest = goal(sentence, after, stop)
        found = Match(
            person,
            _post_at(sentence, rest.start, rest.end, entities) if rest else None,
            places_in(sentence, rest.start, rest.end, entities) if rest else (),
            None,
            office or find_role(sentence, before, start, entities),
            at_office or places_in(sentence, before, start, entities),
            tail=True,
            rest=rest,
            whence=any(w.key in listed("ablative") for w in sentence.words[after:stop]),
        )
        if found.whence and found.role is None and rest is not None:
            left = _post_left(sentence, after, rest.start, entities)
            found = replace(found, own=left or found.own)
        if found.whence and rest is not None and not found.own_regions:
            found = replace(found, own_regions=_place_left(sentence, after, rest.start, entities))
        if found.role is None and found.own is None and later is not None and not found.whence:
            found = replace(found, role=later.role)
        if rest is None and later is not None:
            found = replace(found, role=later.role, regions=later.regions, rest=later.rest)
        later = found
        matches.insert(0, found)
    return [_of_rank(matches, people, number, sentence) for number in range(len(matches))]


def sent_to_office(clause: Clause, group: VerbGroup, found: list[Match], entities: Entities) -> list[Match]:
    """सागर के तहसीलदार A को सचिवालय में लगाया: where A goes in a list of transfers."""
    run = clause.sentence.words
    last = group.start - 1
    alone = len(found) == 1 and not found[0].tail and found[0].own is not None
    if not alone or group.stem not in listed("stationing") or run[last].key not in listed("stations"):
        return found
    mark = next((j for j in range(last - 1, clause.body, -1) if run[j].key in listed("dative")), last)
    plain = mark < last - 1 and not any(w.punct or w.verbs for w in run[mark + 1 : last])
    regions = places_in(clause.sentence, mark + 1, last, entities) if plain else ()
    office = plain and run[last - 1].is_noun(listed("posting_places") | listed("premises"))
    return [replace(found[0], regions=regions, tail=True)] if regions or office else found


def at_unit(found: Match, entities: Entities) -> Match:
    """A को थाना झिरनाव, चौकी खन्ना भेजा: an unknown name, or a surname, behind the word of a police unit."""
    rest = found.rest
    if rest is None or found.regions or found.role is not None or rest.end - rest.start != _UNIT:
        return found
    unit, name = rest.sentence.words[rest.start : rest.end]
    span = rest.sentence.span(rest.end - 1, rest.end)
    named = any(ref.kind == "person" for ref in entities.inside(span))
    if unit.key not in listed("police_units") or name.verbs or name.key[:1].isdigit():
        return found
    opened = (
        entities.place(name.text, span)
        if named
        else open_place(rest.sentence, rest.start, rest.end, entities)
    )
    return replace(found, regions=(opened,)) if opened is not None else found


def _of_rank(
    matches: Sequence[Match], people: Sequence[tuple[str, int, int]], number: int, sentence: Sentence
) -> Match:
    """आरक्षी A, B और C को लाइन भेजा: the rank before the first name of a list is that of all."""
    each = matches[number]
    if each.own is not None:
        return each
    for k in range(number, 0, -1):
        between = sentence.words[people[k - 1][2] : people[k][1]]
        plain = all(w.punct or w.key in closed("list_conjunctions") | closed("honorifics") for w in between)
        if not plain or not between:
            return each
        if (rank := matches[k - 1].own) is not None:
            return replace(each, own=rank, own_regions=matches[k - 1].own_regions)
    return each


def _post_left(sentence: Sentence, first: int, last: int, entities: Entities) -> Role | None:
    """A को चौकी प्रभारी सागर से दमोह भेजा: the post that stands before से, which is taken along."""
    words = sentence.words
    source = next((j for j in range(last - 1, first, -1) if words[j].key in listed("ablative")), first)
    return _post_at(sentence, first, source, entities) if source > first else None


def _post_at(sentence: Sentence, first: int, last: int, entities: Entities) -> Role | None:
    """The post between two words; पन्ना is a district."""
    role = find_role(sentence, first, last, entities)
    named = role is not None and any(place == role.span for place, _ in entities.regions)
    return None if named else role


def _place_left(sentence: Sentence, first: int, last: int, entities: Entities) -> tuple[str, ...]:
    """A का तबादला सागर से दमोह: the place that stands before से, which another gets (उनके स्थान पर B)."""
    words = sentence.words
    source = next((j for j in range(last - 1, first, -1) if words[j].key in listed("ablative")), first)
    return places_in(sentence, first, source, entities)


def unsaid_moves(clause: Clause, first: int, entities: Entities, title: Role | None) -> list[Adjusted]:
    """A को सागर, सचिव B को निदेशक: where people go in a list of transfers, without a verb.

    Args:
        title: Title of all who are transferred here.
    """
    run = clause.sentence.words
    inside = run[first : clause.end]
    if clause.sentence.block == "headline" or any(w.key in listed("ergative") or w.verbs for w in inside):
        return []
    given = set()
    for person, _, end in assignees(clause, first, clause.end, entities, genitives=False):
        while end < clause.end and run[end].key in closed("after_names"):
            end += 1
        if end < clause.end and run[end].key in listed("dative"):
            given.add(person)
    moved: list[Adjusted] = []
    held: Role | None = None
    for each in match_moves(clause, first, clause.end, entities) if given else ():
        goal = each.rest
        held = each.own or held
        if each.id not in given or goal is None or goal.end - goal.start > _GOAL:
            continue
        words = run[goal.start : goal.end]
        if any(w.key in listed("sent_papers") for w in words):
            continue
        role = each.role or held or title
        opened = None if each.regions else open_place(clause.sentence, goal.start, goal.end, entities)
        regions = (opened,) if opened is not None and each.role is None else each.regions
        told = replace(each, role=role or goal, regions=regions)
        charge = any(w.key in listed("additional") for w in words)
        moved.append(Adjusted(told, "appointed") if charge else Adjusted(told, "transferred", each.own))
    return moved


def _own_marker(sentence: Sentence, end: int, after: int, stop: int) -> int | None:
    """The को behind an office that stands after a name (क ख तहसीलदार सागर को), which is held already."""
    if after > end:
        return None
    run = sentence.words
    marker = next((j for j in range(after + 1, stop) if run[j].key in listed("dative")), None)
    plain = marker is not None and not any(
        (w.punct and w.text != ",") or w.verbs or w.key in listed("ergative") for w in run[after:marker]
    )
    return marker if plain and marker is not None and marker + 1 < stop else None


def _past_recipient(sentence: Sentence, j: int, limit: int) -> int:
    """First word after a name's marker and the noun that governs it (A का तबादला …)."""
    words = sentence.words
    skip = closed("after_names") | listed("recipient_marks") | closed("genitives")
    while j < limit and (words[j].key in skip or words[j].key in listed("action_hosts")):
        j += 1
    return j


def goal(sentence: Sentence, first: int, last: int) -> Role | None:
    """Words that say where somebody is moved to: after the last से, without case markers and commas."""
    words = sentence.words
    for j in range(last - 1, first - 1, -1):
        if words[j].key in listed("ablative") | listed("until"):
            first = j + 1  # आगामी आदेश तक | कार्यालय में
            break
    while last > first and (
        words[last - 1].key in closed("case_markers")
        or words[last - 1].punct
        or words[last - 1].key in closed("list_conjunctions")
    ):
        last -= 1
    while first < last and (
        words[first].punct or _on_the_way(words[first]) or words[first].key in listed("drop")
    ):
        first += 1
    return Role(sentence, first, last) if first < last else None


def _on_the_way(word: Word) -> bool:
    """Whether a word is a participle of what was done first (हटाकर)."""
    return any(form.form == "kar" for form in word.verbs)


def deprived(clause: Clause, first: int, last: int, entities: Entities) -> list[Match]:
    """People from whom (से) a post or duty is taken: A से पद छीन लिया, A से X का प्रभार वापस लिया."""
    sentence = clause.sentence
    found = []
    for ref in entities.inside(sentence.span(first, last)):
        place = word_range(sentence, ref)
        if ref.kind != "person" or ref.mention == "pronoun" or place is None or place[1] >= last:
            continue
        after = place[1]
        while after < last and sentence.words[after].text in listed("quotes"):
            after += 1
        if sentence.words[after].key not in listed("ablative"):
            continue
        own = find_role(sentence, first, place[0], entities)
        of_post = any(w.is_noun(listed("post_words")) for w in sentence.words[place[1] : last])
        role = own if of_post else find_duty(sentence, place[1], last, entities)
        role = role or unit_taken(sentence, after + 1, last, entities)
        if role is None:  # भंडार का प्रभार A से वापस लेकर
            role = find_duty(sentence, past_agent(sentence, first, place[0]), place[0], entities)
        regions = places_in(sentence, first if of_post else place[1], last, entities)
        own_regions = places_in(sentence, first, place[0], entities) or adjunct_places(
            sentence, first, place[0], entities
        )
        if role is not None:
            found.append(Match(ref.id, role, regions or own_regions, None, own, own_regions))
    return found


def swapped(clause: Clause, first: int, last: int, entities: Entities) -> list[Match]:
    """P के R A और Q के S B की अदला-बदली: each of two gets the post and place of the other."""
    sentence = clause.sentence
    people = assignees(clause, first, last, entities, genitives=True)
    if len(people) != 2 or not any(w.key in listed("exchanged") for w in sentence.words[first:last]):
        return []
    held = []
    floor = first
    for _, start, end in people:
        held.append(
            (find_role(sentence, floor, start, entities), places_in(sentence, floor, start, entities))
        )
        floor = end
    (one, at_one), (other, at_other) = held
    return [
        Match(people[0][0], other, at_other, None, one, at_one, tail=True),
        Match(people[1][0], one, at_one, None, other, at_other, tail=True),
    ]


def sanctioned(clause: Clause, first: int, last: int, entities: Entities, told: bool = False) -> list[Match]:
    """सचिव A पर निलंबन की कार्रवाई की गई: people with पर lose the post before their name.

    Args:
        told: Whether the sentence before tells what they lose (A और B पर यह गाज गिरी).
    """
    sentence = clause.sentence
    words = sentence.words
    if not told and not any(w.is_noun(listed("removals")) for w in words[first:last]):
        return []
    found: list[Match] = []
    waiting: list[Match] = []
    first = past_giver(sentence, first, last)
    for ref in entities.inside(sentence.span(first, last)):
        place = word_range(sentence, ref)
        if ref.kind != "person" or ref.mention == "pronoun" or place is None or place[1] >= last:
            continue
        own = find_role(sentence, first, place[0], entities)
        if own is not None:
            regions = places_in(sentence, first, place[0], entities)
            waiting.append(Match(ref.id, own, regions, None, None, ()))
        after = words[place[1]]
        if after.key in listed("superessive"):
            found += waiting
        if after.text != "," and after.key not in closed("list_conjunctions"):
            waiting = []
        first = place[1]
    return found


def sworn(clause: Clause, first: int, last: int, entities: Entities) -> list[Match]:
    """A को सचिव पद की शपथ दिलाई: the post that stands after the name, not the one that somebody has.

    In an oath of office (नवनिर्वाचित सचिव A को पद एवं गोपनीयता की शपथ दिलाई) the one before it is the post too.
    """
    found = match(clause, first, last, entities)
    posts = all(each.role is not None and not each.role.duty for each in found)
    several = posts and len({each.role.start for each in found if each.role is not None}) > 1
    if any(each.tail for each in found) or not into_office(clause, first, last, several=several):
        return [replace(each, own=None) for each in found if each.tail and each.role is not None]
    return [replace(each, own=None) for each in found] if posts else []


def waiting(clause: Clause, first: int, last: int, entities: Entities) -> list[Match]:
    """सचिव A को एपीओ किया: the post beside the name is lost; without one the word itself tells it."""
    at = next(j for j in range(last, first, -1) if clause.sentence.words[j - 1].key in listed("unposted")) - 1
    role = Role(clause.sentence, at, at + 1)
    made = []
    for person, start, _ in assignees(clause, first, at, entities, genitives=False):
        held = find_role(clause.sentence, first, start, entities)
        regions = places_in(clause.sentence, first, start, entities)
        made.append(Match(person, held or role, regions, None, None, ()))
        first = start
    return made


# triggers whose people, posts and places are read without the order of the others
PLAIN = {
    "oath": sworn,
    "swap": swapped,
    "sanction": sanctioned,
    "wait": waiting,
    "sworn": took_oath,
    "charge": took_charge,
    "joined": joined,
    "accepted": accepted,
    "extended": extended,
    "portfolio": portfolios,
    "kept": kept_back,
}
