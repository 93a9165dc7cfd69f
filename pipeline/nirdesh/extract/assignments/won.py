"""Posts that are told in idioms: A ने पद पर कब्जा जमाया, पद A के खाते में गया, A के सिर सजा अध्यक्ष का ताज."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nirdesh.extract.assignments.align import Match
from nirdesh.extract.assignments.assignees import word_range
from nirdesh.extract.assignments.lists_of_words import has_word, phrase_at, words
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.roles import Role, find_role, is_role, role_at
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence, Word

_MARKED = 3  # words after a title among which पद पर, पद, की कुर्सी पर stands
_NICKNAME = 5  # words of a nickname with its brackets
_CROWN = 12  # words from the name to the crown


@dataclass(frozen=True, slots=True)
class _Named:
    """A name with the words of respect after it."""

    id: str
    start: int
    end: int


def won(clause: Clause, first: int, entities: Entities) -> list[Match]:
    """Those who won a post that the clause names, in any of these idioms."""
    run = clause.sentence.words[first : clause.end]
    if not has_word("prizes", run) or has_word("hopes", run) or _long_past(run):
        return []
    named = _names(clause.sentence, first, clause.end, entities)
    return (
        _crowned(clause, named, entities)
        or _taken(clause, first, named, entities)
        or _fallen(clause, first, named, entities)
        or _victorious(clause, first, named, entities)
    )


def _long_past(run: Sequence[Word]) -> bool:
    """गया था, जीता था: told as past; चुके थे is not."""
    return any(
        word.key in words("was") and run[j - 1].key not in words("already") for j, word in enumerate(run) if j
    )


def _names(sentence: Sentence, first: int, last: int, entities: Entities) -> list[_Named]:
    run = sentence.words
    found = []
    for ref in entities.inside(sentence.span(first, last)) if first < last else ():
        place = word_range(sentence, ref)
        if ref.kind != "person" or ref.mention not in ("name", "short") or place is None:
            continue
        start, end = place
        while end < last and run[end].key in closed("after_names"):
            end += 1
        if end < last and run[end].text == "(":  # A (छोटू) ने
            close = (j + 1 for j in range(end, min(end + _NICKNAME, last)) if run[j].text == ")")
            end = next(close, end)
        found.append(_Named(ref.id, start, end))
    return found


def _taken(clause: Clause, first: int, named: list[_Named], entities: Entities) -> list[Match]:
    """अध्यक्ष पद पर A तथा मंत्री पद पर B ने कब्जा जमाया; A ने अध्यक्ष पद पर जीत दर्ज की: those who act."""
    run = clause.sentence.words
    mark = next(
        (each for each in named if each.end < clause.end and run[each.end].key in words("ergative")), None
    )
    act = next((j for j in range(first, clause.end) if phrase_at("wins", run, j)), None)
    if mark is None or act is None or act < mark.end:
        return []
    found: list[Match] = []
    floor, earlier = first, None
    for each in named[: named.index(mark) + 1]:
        before = _marked(clause.sentence, floor, each.start, entities)
        joined = run[each.start - 1].text == "," or run[each.start - 1].key in closed("list_conjunctions")
        earlier = before or (earlier if joined else None)
        if earlier is not None:
            found.append(_of(each.id, earlier, clause.sentence, floor, entities))
        floor = each.end
    behind = _marked(clause.sentence, mark.end + 1, act, entities)
    behind = behind or _polled(clause.sentence, mark.end + 1, act, entities)
    if not found and behind is not None and mark is named[0]:
        found = [_of(mark.id, behind, clause.sentence, mark.end, entities)]
    return found


def _victorious(clause: Clause, first: int, named: list[_Named], entities: Entities) -> list[Match]:
    """अध्यक्ष पद पर A, मंत्री पद पर B विजयी रहे: each with a post before the name, and no case behind it."""
    run = clause.sentence.words
    act = next(
        (
            j
            for j in range(first, clause.end)
            if run[j].key in words("victorious") or phrase_at("polled", run, j)
        ),
        None,
    )
    found: list[Match] = []
    floor = first
    for each in named if act is not None else ():
        post = _marked(clause.sentence, floor, each.start, entities)
        plain = each.end <= (act or 0) and run[each.end].key not in closed("case_markers")
        if post is not None and plain:
            found.append(_of(each.id, post, clause.sentence, floor, entities))
        floor = each.end
    return found


def _fallen(clause: Clause, first: int, named: list[_Named], entities: Entities) -> list[Match]:
    """मंत्री पद A के खाते में गया, अध्यक्ष की कुर्सी B के हाथ लगी: the post that stands before its winner."""
    run = clause.sentence.words
    found: list[Match] = []
    floor = first
    for each in named:
        after = each.end + 1
        led = after < clause.end and run[each.end].key in words("oblique_genitive") | words(
            "feminine_genitive"
        )
        if led and phrase_at("falls", run, after):
            post = _marked(clause.sentence, floor, each.start, entities, bare=True)
            if post is not None:
                found.append(_of(each.id, post, clause.sentence, floor, entities))
        floor = each.end
    return found


def _crowned(clause: Clause, named: list[_Named], entities: Entities) -> list[Match]:
    """A के सिर सजा अध्यक्ष का ताज, अध्यक्ष का ताज A के सिर सजा: the title that governs the crown."""
    sentence = clause.sentence
    run = sentence.words
    for each in named:
        head = each.end + 1
        led = head < clause.end and run[each.end].key in words("oblique_genitive")
        if (
            not led
            or run[head].key not in words("heads")
            or not has_word("crowning", run[clause.start : clause.end])
        ):
            continue
        for j in range(max(clause.start + 2, each.start - _CROWN), min(head + _CROWN, clause.end)):
            crown = run[j].is_noun(words("crowns")) and run[j - 1].key in closed("genitives")
            title = j - 2 - run[j - 2].is_noun(words("post_words")) if crown else 0
            if crown and title >= clause.start and is_role(run[title]) and not each.start <= title < head:
                behind = next(
                    (k + 1 for k in range(head + 1, title) if run[k].key in words("crowning")), head + 1
                )
                floor = behind if title > head else clause.start
                role = role_at(sentence, floor, title, entities)
                return [_of(each.id, role, sentence, floor, entities)]
    return []


def _marked(sentence: Sentence, first: int, last: int, entities: Entities, bare: bool = False) -> Role | None:
    """The title that पद, पद पर, की कुर्सी पर marks as a post.

    Args:
        bare: Whether the post is what the clause tells of, so that no case may stand behind it.
    """
    run = sentence.words
    for j in range(last - 1, first, -1):
        if not run[j].is_noun(words("prizes_won")):
            continue
        if bare and any(w.key in closed("case_markers") for w in run[j + 1 : last]):
            return None
        head = j - 2 if run[j - 1].key in closed("genitives") else j - 1
        if head >= first and is_role(run[head]):
            return find_role(sentence, first, head + 1, entities)
        return None
    return None


def _polled(sentence: Sentence, first: int, act: int, entities: Entities) -> Role | None:
    """A ने 900 वोट पाकर उपाध्यक्ष का | चुनाव जीता: the title whose poll is won."""
    run = sentence.words
    titled = act - 2 >= first and run[act].key in words("polls") and run[act - 1].key in closed("genitives")
    return find_role(sentence, first, act - 1, entities) if titled and is_role(run[act - 2]) else None


def _of(person: str, role: Role, sentence: Sentence, floor: int, entities: Entities) -> Match:
    return Match(person, role, places_in(sentence, floor, role.end, entities), None, None, ())
