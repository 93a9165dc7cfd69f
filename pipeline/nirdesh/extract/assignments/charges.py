"""Who takes charge of a post or is sworn into one, whose resignation is accepted, whose time is extended."""

from __future__ import annotations

from dataclasses import replace

from nirdesh.extract.assignments.align import Match, match
from nirdesh.extract.assignments.assignees import word_range
from nirdesh.extract.assignments.coagents import acting_together
from nirdesh.extract.assignments.lists_of_words import has_noun, has_phrase, has_word, phrase_at, words
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.roles import Role, find_duty, find_role, named_before, open_title
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence, Word

_MARK = 2  # words after a name among which its ने stands
_GENITIVE = 4  # words after a name's का among which the noun stands that it governs


def took_oath(clause: Clause, first: int, last: int, entities: Entities) -> list[Match]:
    """A ने अध्यक्ष, B और C ने सचिव पद की शपथ ली: the post between each ने and the next name, or before it."""
    sentence = clause.sentence
    found: list[Match] = []
    agents = _agents(clause, first, last, entities) or _will_act(clause, first, last, entities)
    stops = [*(place[0] for _, place, _ in agents[1:]), last]
    for (people, place, _), stop in zip(agents, stops, strict=False):
        role = find_role(sentence, place[1], stop, entities)
        if role is not None:
            regions = places_in(sentence, min(place[1], role.start), role.end, entities)
            found += [_of(person, role, regions) for person in people]
    marked = next((j for j in range(first + 1, last) if phrase_at("as_role", sentence.words, j)), None)
    if not found and agents and marked is not None and marked < agents[0][1][0]:
        role = find_role(sentence, first, agents[0][1][0], entities)  # सदस्यों के रूप में A, B ने शपथ ली
        people = [person for names, _, _ in agents for person in names]
        return [_of(person, role, ()) for person in people] if role is not None else []
    return found or _own_posts(clause, first, last, entities)


def _own_posts(clause: Clause, first: int, last: int, entities: Entities) -> list[Match]:
    """नए अध्यक्ष A व सचिव B ने पद की शपथ ली: those who act, each with the post right before the name."""
    sentence = clause.sentence
    if not into_office(clause, first, last):
        return []
    found = []
    floor = first
    named = {p for people, _, _ in _agents(clause, first, last, entities) for p in people}
    for ref in entities.inside(sentence.span(first, last)):
        place = word_range(sentence, ref)
        if ref.kind != "person" or ref.id not in named or ref.mention != "name" or place is None:
            continue
        role = find_role(sentence, floor, place[0], entities)
        if role is None or role.duty or any(not _of_oath(w) for w in sentence.words[role.end : place[0]]):
            return []
        found.append(_of(ref.id, role, places_in(sentence, floor, role.end, entities)))
        floor = place[1]
    return found


def _of_oath(word: Word) -> bool:
    """सचिव पद की शपथ | A ने ली: words that stand between a post and who is sworn into it."""
    plain = word.key in closed("honorifics") or word.key in closed("genitives")
    return plain or word.is_noun(words("post_words")) or word.key in words("oath")


def into_office(clause: Clause, first: int, last: int, several: bool = False) -> bool:
    """पद एवं गोपनीयता की शपथ; नवनिर्वाचित अध्यक्ष को शपथ: an oath of who takes office, no vow.

    Args:
        several: Whether several people with different posts are told before it.
    """
    run = clause.sentence.words[first : last + 1]
    vow = any(
        w.key in words("oath") and run[j - 1].key in closed("genitives") for j, w in enumerate(run) if j
    )
    if has_phrase("oaths_of_office", run):
        return True
    return not vow and (has_word("new_in_office", run) or (several and has_word("oath", run)))


def took_charge(clause: Clause, first: int, last: int, entities: Entities) -> list[Match]:
    """A ने सचिव का पदभार संभाला, सचिव पद का कार्यभार A ने लिया, सचिव A ने पदभार संभाला."""
    sentence = clause.sentence
    run = sentence.words[first : last + 1]
    if has_word("oath", run[-3:]):
        return took_oath(clause, first, last, entities)  # सचिव के रूप में शपथ ग्रहण की
    if not has_noun("charges", run) and not has_noun("bare_duties", run):
        return []
    found: list[Match] = []
    for people, place, after in _agents(clause, first, last, entities):
        behind = _charge(sentence, after, last, entities) if after < last else None
        if behind is not None:
            regions = places_in(sentence, after, behind.end, entities)
        else:
            behind = _before(sentence, first, place[0], last, entities)
            regions = places_in(sentence, first, behind.end, entities) if behind is not None else ()
            regions = regions or places_in(sentence, after, last, entities)  # सचिव A ने सागर का चार्ज लिया
        if behind is not None:
            found += [_of(person, behind, regions) for person in people]
    return found


def joined(clause: Clause, first: int, last: int, entities: Entities) -> list[Match]:
    """सचिव के रूप में A ने योगदान दिया, नए सचिव A ने योगदान दिया: who is new in a post or joins as one."""
    sentence = clause.sentence
    run = sentence.words
    found: list[Match] = []
    for people, place, after in _agents(clause, first, last, entities):
        if _contributes(sentence, after, last, entities):
            continue
        told = _introduced(sentence, after, last, entities)
        begins = after
        if told is None and has_word("new_in_office", run[first : place[0]]):
            told = find_role(sentence, first, place[0], entities)
            between = run[told.end : place[0]] if told is not None else ()
            told = told if all(w.key in closed("honorifics") or w.punct for w in between) else None
        if told is None or told.end <= after:
            told = told or _introduced(sentence, first, place[0], entities)
            begins = first
        if told is not None and not told.duty:
            regions = places_in(sentence, begins, told.end, entities)
            regions = regions or places_in(sentence, after, last, entities)
            found += [_of(person, told, regions) for person in people]
    return found


def _introduced(sentence: Sentence, first: int, last: int, entities: Entities) -> Role | None:
    """सचिव के रूप में, सचिव के पद पर: a post that a phrase marks as one between two words."""
    run = sentence.words
    marked = any(
        phrase_at("as_role", run, j)
        or (run[j].is_noun(words("post_words")) and run[j + 1].key in words("superessive"))
        for j in range(first, last - 1)
    )
    return find_role(sentence, first, last, entities) if marked else None


def _contributes(sentence: Sentence, first: int, last: int, entities: Entities) -> bool:
    """सफाई में योगदान दिया: what stands with में is neither a place, an office nor the role."""
    run = sentence.words
    places = entities.regions_in(sentence.span(first, last)) if first < last else ()
    return not places and any(
        run[j].key in words("locative") and not has_word("posting_places", run[first:j])
        for j in range(first, last)
        if not phrase_at("as_role", run, j - 2)
    )


def _agents(
    clause: Clause, first: int, last: int, entities: Entities
) -> list[tuple[list[str], tuple[int, int], int]]:
    """People who act: their ids, the words of the name that ने follows, and the word after it."""
    sentence = clause.sentence
    named = [
        (ref.id, *place)
        for ref in entities.inside(sentence.span(first, last))
        if ref.kind == "person" and ref.mention in ("name", "short")
        if (place := word_range(sentence, ref)) is not None
    ]
    together = acting_together(clause, named, last)
    found: list[tuple[list[str], tuple[int, int], int]] = []
    waiting: list[str] = []
    for person, start, end in named:
        mark = next(
            (j for j in range(end, min(end + _MARK, last)) if sentence.words[j].key in words("ergative")),
            None,
        )
        if mark is not None:
            found.append(([*waiting, person], (start, end), mark + 1))
            waiting = []
        elif person in together:
            waiting.append(person)
    return found


def _will_act(
    clause: Clause, first: int, last: int, entities: Entities
) -> list[tuple[list[str], tuple[int, int], int]]:
    """A, B और C सचिव के रूप में शपथ लेंगे: the names joined at the head of a clause, without ने before a future."""
    sentence = clause.sentence
    run = sentence.words
    if clause.group is None or clause.group.mood != "fut":
        return []
    people: list[str] = []
    begin = end = -1
    for ref in entities.inside(sentence.span(first, last)):
        place = word_range(sentence, ref)
        if ref.kind != "person" or ref.mention not in ("name", "short") or place is None:
            continue
        gap = run[end : place[0]] if people else ()
        if people and not (gap and all(w.punct or w.key in closed("list_conjunctions") for w in gap)):
            break
        begin = begin if people else place[0]
        people.append(ref.id)
        end = place[1]
    free = bool(people) and end < last and run[end].key not in closed("case_markers")
    return [(people, (begin, end), end)] if free else []


def _charge(sentence: Sentence, first: int, last: int, entities: Entities) -> Role | None:
    """The post whose charge is taken between two words: a known one, else the words before का."""
    run = sentence.words
    introduced = named_before(sentence, first, last, entities)
    if introduced is not None:
        return introduced
    marked = next((j for j in range(first + 1, last) if phrase_at("as_role", sentence.words, j)), None)
    duty = find_duty(sentence, first, last, entities) if marked is None else None
    if duty is not None and duty.duty:
        at = duty.end - 1
        governed = at - 1 > first and sentence.words[at - 1].key in closed("genitives")
        governed = governed and sentence.words[at].is_noun(words("charges"))
        told = open_title(sentence, first, at - 1, entities) if governed else None
        unit = told is not None and all(w.key in words("place_nouns") for w in run[told.start : told.end])
        return None if unit else told  # थाने का चार्ज
    return duty or find_role(sentence, first, last, entities)


def _before(sentence: Sentence, first: int, name: int, last: int, entities: Entities) -> Role | None:
    """The post told before the name of who takes it: that of the charge, or the one beside the name."""
    run = sentence.words[first:name]
    if has_noun("charges", run) or has_noun("bare_duties", run) or has_phrase("as_role", run):
        return _charge(sentence, first, name, entities)
    if not has_noun("charges", sentence.words[name:last]):
        return None
    beside = find_role(sentence, first, name, entities)
    between = sentence.words[beside.end : name] if beside is not None else ()
    return beside if all(w.key in closed("honorifics") or w.punct for w in between) else None


def accepted(clause: Clause, first: int, last: int, entities: Entities) -> list[Match]:
    """सचिव A का इस्तीफा स्वीकार किया: people lose the post that stands beside their name."""
    at = _governed(clause, first, last, "resignations")
    return _holders(clause, first, at, entities) if at is not None else []


def kept_back(clause: Clause, first: int, last: int, entities: Entities) -> list[Match]:
    """A ने सागर का प्रभार अपने पास रखा है: the duty that who deals out such duties keeps."""
    run = clause.sentence.words
    owns = (j for j in range(first, last - 1) if run[j].key in words("own"))
    at = next((j for j in owns if run[j + 1].key in words("keepers")), None)
    mark = next((j for j in range(first, last) if run[j].key in words("ergative")), None)
    if at is None or mark is None or mark > at:
        return []
    duty = find_duty(clause.sentence, mark + 1, at, entities)
    people = [
        ref.id
        for ref in entities.inside(clause.sentence.span(first, mark))
        if ref.kind == "person" and ref.mention in ("name", "short")
    ]
    if duty is None or len(set(people)) != 1:
        return []
    regions = places_in(clause.sentence, mark + 1, at, entities)
    return [_of(people[0], duty, regions)] if regions or not duty.duty else []


def extended(clause: Clause, first: int, last: int, entities: Entities) -> list[Match]:
    """सचिव A का कार्यकाल बढ़ाया: people keep the post that stands beside their name."""
    at = _governed(clause, first, last, "terms")
    return _holders(clause, first, at, entities) if at is not None else []


def _governed(clause: Clause, first: int, last: int, name: str) -> int | None:
    """Word of class ``name`` behind a genitive."""
    run = clause.sentence.words
    return next(
        (
            j
            for j in range(first + 1, last)
            if run[j].is_noun(words(name)) and has_word("genitive", run[max(j - _GENITIVE, first) : j])
        ),
        None,
    )


def _holders(clause: Clause, first: int, last: int, entities: Entities) -> list[Match]:
    """People in the genitive before a word who each have a post beside the name."""
    made = match(clause, first, last, entities, genitives=True)
    return [replace(each, own=None) for each in made if each.role is not None and not each.role.duty]


def _of(person: str, role: Role, regions: tuple[str, ...]) -> Match:
    return Match(person, role, regions, None, None, ())
