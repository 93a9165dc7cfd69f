"""What a list of gifts leaves out or says in another order: titles before a dash, one verb's post, क्रमशः."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from nirdesh.extract.assignments.line_roles import SEPARATORS
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word, words
from nirdesh.extract.assignments.roles import Role, find_role, in_name, is_role, role_at
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence, Word

if TYPE_CHECKING:
    from nirdesh.extract.assignments.align import Match

_OPEN = 4  # words of the longest title that no list has
_MATTER = 5  # words of the longest matter that somebody sees to
_ACT = 9  # words of the longest that tells what is to be done


def dashed_role(sentence: Sentence, first: int, name: int, entities: Entities) -> Role | None:
    """Words before a dash or colon right before a name, as a title that no list has (स्टोरकीपर-A)."""
    run = sentence.words
    if name - 2 < first or run[name - 1].text not in SEPARATORS:
        return None
    start = name - 1
    while start > first and not _ends_title(sentence, start - 1, entities):
        start -= 1
    span = sentence.span(start, name - 1) if start < name - 1 else None
    if span is None or name - 1 - start > _OPEN or entities.regions_in(span):
        return None
    return Role(sentence, start, name - 1)


def _ends_title(sentence: Sentence, j: int, entities: Entities) -> bool:
    word = sentence.words[j]
    return (
        word.punct
        or bool(word.verbs)
        or word.key in closed("list_conjunctions") | closed("case_markers") | words("drop")
        or in_name(word, entities)
    )


def led_by_genitive(sentence: Sentence, first: int, name: int) -> bool:
    """युवा मोर्चा के A, महिला मोर्चा की B: what the post is of stands right before the name."""
    return name - 1 > first and sentence.words[name - 1].key in closed("genitives")


def genitive_role(sentence: Sentence, first: int, name: int, entities: Entities) -> Role | None:
    """सचिव का दायित्व A, कोषाध्यक्ष का B को: the post in the genitive right before a name, the duty left out."""
    run = sentence.words
    if name - 1 > first and is_role(run[name - 1]):
        name = role_at(sentence, first, name - 1, entities).start  # कोषाध्यक्ष की तहसीलदार B को
    if name - 2 < first or run[name - 1].key not in closed("genitives") or not is_role(run[name - 2]):
        return None
    role = role_at(sentence, first, name - 2, entities)
    return None if entities.regions_in(sentence.span(role.end - 1, role.end)) else role  # पन्ना is a district


def is_trade(role: Role) -> bool:
    """अधिवक्ता, शिक्षक: what somebody is by trade, no post of a body."""
    run = role.sentence.words[role.start : role.end]
    return len(run) == 1 and run[0].is_noun(words("trades"))


def respectively(clause: Clause, found: Sequence[Match], last: int, entities: Entities) -> list[Match]:
    """To each of several people one of as many places or posts (सागर, दमोह व पन्ना में क्रमशः A, B और C).

    Args:
        last: The word past the last that may name a post (A व B को क्रमशः सचिव और मंत्री बनाया).
    """
    run = clause.sentence.words
    at = next((j for j in range(clause.start, clause.end) if run[j].key in words("respectively")), None)
    if at is None or len(found) < 2:
        return list(found)
    places = found[0].regions
    if len(places) == len(found) and all(m.regions == places for m in found):
        return [replace(m, regions=(place,)) for m, place in zip(found, places, strict=True)]
    after = _posts_before(clause.sentence, at + 1, last, entities)
    people = list({m.id: m for m in found}.values())
    if len(after) == len(people):
        return [replace(m, role=post, tail=True) for m, post in zip(people, after, strict=True)]
    posts = _posts_before(clause.sentence, clause.start, at, entities)
    if len(posts) == len(found):
        return [replace(m, role=post, tail=False) for m, post in zip(found, posts, strict=True)]
    return list(found)


def _posts_before(sentence: Sentence, first: int, last: int, entities: Entities) -> list[Role]:
    """Posts that a list between two words names (अध्यक्ष व महामंत्री की जिम्मेदारी क्रमशः)."""
    run = sentence.words
    joints = [
        j for j in range(first, last) if run[j].text == "," or run[j].key in closed("list_conjunctions")
    ]
    cuts = [first, *(j + 1 for j in joints), last]
    found = [find_role(sentence, a, b, entities) for a, b in itertools.pairwise(cuts) if a < b]
    return [
        role
        for role in found
        if role is not None and not has_word("respectively", run[role.start : role.end])
    ]


def matter(
    sentence: Sentence, first: int, last: int, entities: Entities, before_name: bool = False
) -> Role | None:
    """The words between two others as a matter: no place, date, person, post or verb among them."""
    run = sentence.words
    if before_name:
        while last > first and (is_role(run[last - 1]) or run[last - 1].key in closed("honorifics")):
            last -= 1
        slots = (j + 1 for j in range(last - 1, first - 1, -1) if run[j].key in words("locatives"))
        first = next(slots, first)  # मेले में भोजन वितरण A को
        if last - 1 > first and run[last - 1].key in closed("genitives"):
            last = _past_duty(sentence, first, last)  # जल सेवा युवा मंडल के A को
    while first < last and (
        run[first].punct or run[first].key in words("drop") | closed("list_conjunctions")
    ):
        first += 1
    while last > first and run[last - 1].punct:
        last -= 1
    act = next((j for j in range(last - 2, first - 1, -1) if _act(run, j)), None)
    begins = first if act is None else act + 2  # अतिथियों को ठहराने का | काम
    if not 0 < last - begins <= _MATTER or last - first > _ACT:
        return None
    span = sentence.span(first, last)
    plain = all(
        _in_matter(w, entities) or (w.text == "-" and run[j - 1].end == w.start)
        for j, w in enumerate(run[begins:last], begins)
    ) and not any(w.punct for w in run[first:begins])
    ends_well = run[last - 1].key not in closed("genitives") and run[first].key not in closed("genitives")
    refs = entities.inside(span)
    told = has_noun("matters", run[first:last])  # भंडारे, जलकल: names of a place or a body too
    named = any(r.kind == "person" for r in refs) or ((refs or entities.regions_in(span)) and not told)
    return Role(sentence, first, last, duty=True) if plain and ends_well and not named else None


def own_post_at(sentence: Sentence, person: str, name: int, entities: Entities) -> int:
    """First word of the post that stands right before somebody's name, or the name where none does."""
    begins, ends = sentence.words[0].start, sentence.words[name].start
    for held in entities.held.get(person, ()):
        between = [w for w in sentence.words[:name] if w.start >= held.end]
        plain = all(w.key in closed("honorifics") or w.text == "." for w in between)
        if begins <= held.start and held.end <= ends and plain:
            return next(j for j, w in enumerate(sentence.words) if w.start >= held.start)
    return name


def _past_duty(sentence: Sentence, first: int, last: int) -> int:
    """End of the last duty before whose body a name is (जल सेवा | युवा मंडल के A)."""
    nouns = words("whole_duty") | words("duty") | words("matters")
    return next((j + 1 for j in range(last - 3, first - 1, -1) if sentence.words[j].is_noun(nouns)), last)


def _act(run: Sequence[Word], j: int) -> bool:
    """ठहराने का काम: an infinitive that says what a duty is."""
    return run[j + 1].key in closed("genitives") and any(v.form == "inf_o" for v in run[j].verbs)


def _in_matter(word: Word, entities: Entities) -> bool:
    acts = bool(word.verbs) and not word.is_noun(words("matters"))  # गृहकर, जोड़ा घर
    if word.punct or acts or is_role(word) or entities.in_date(word) or word.key in words("counts"):
        return False
    return word.key not in closed("case_markers") or word.key in closed("genitives")


def genitive_matter(sentence: Sentence, first: int, name: int, entities: Entities) -> Role | None:
    """पार्किंग का दायित्व A को, सफाई का B को: the matter in the genitive before a name, a post between them."""
    run = sentence.words
    while name - 1 > first and is_role(run[name - 1]):
        name -= 1
    if name - 2 < first or run[name - 1].key not in closed("genitives"):
        return None
    role = matter(sentence, first, name - 1, entities)
    return role if role is not None and has_noun("matters", run[role.start : role.end]) else None
