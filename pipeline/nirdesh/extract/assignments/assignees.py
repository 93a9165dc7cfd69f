"""The people of one trigger: who is given a role, and which words before and after each name are its own."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from nirdesh.extract.assignments.coagents import acting_together
from nirdesh.extract.assignments.lists_of_words import has_noun, phrase_at
from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.assignments.roles import Role, find_role, is_role, open_role
from nirdesh.extract.clauses.entities import Entities, Ref
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.extract.lexis import place_like


@dataclass(frozen=True, slots=True)
class Group:
    """One assignee: id, words of the name, words before it and after it that are its own."""

    id: str
    start: int
    end: int
    before: tuple[int, int]
    after: tuple[int, int]


def word_range(sentence: Sentence, ref: Ref) -> tuple[int, int] | None:
    """Word indices of a mention."""
    inside = [i for i, w in enumerate(sentence.words) if ref.span.start <= w.start < ref.span.end]
    return (inside[0], inside[-1] + 1) if inside else None


def assignees(
    clause: Clause, first: int, last: int, entities: Entities, genitives: bool
) -> list[tuple[str, int, int]]:
    """Named people between two words who can be assignees: no agents (… ने), no genitives (… की जगह)."""
    sentence = clause.sentence
    if first >= last:
        return []
    unique: dict[str, tuple[str, int, int]] = {}
    people = [
        (ref, place)
        for ref in entities.inside(sentence.span(first, last))
        if ref.kind == "person" and ref.mention != "pronoun" and (place := word_range(sentence, ref))
        if not of_unit(sentence, *place)
    ]
    agents = acting_together(clause, [(r.id, *place) for r, place in people if r.mention != "post"], last)
    for ref, place in people:
        if ref.id not in agents and _recipient(sentence, ref, place[1], last, entities, genitives):
            unique.setdefault(ref.id, (ref.id, *place))
    return list(unique.values())


def of_unit(sentence: Sentence, first: int, last: int) -> bool:
    """थाना | खन्ना: a single word right behind that of a police unit is the name of the place, nobody's."""
    return last - first == 1 <= first and sentence.words[first - 1].key in listed("police_units")


def _recipient(
    sentence: Sentence, ref: Ref, after: int, last: int, entities: Entities, genitives: bool
) -> bool:
    """Whether what follows a mention lets the person be the one who is given the post."""
    words = sentence.words
    while after < last and (
        words[after].key in closed("after_names") or words[after].text in listed("quotes")
    ):
        after += 1
    key = words[after].key if after < len(words) else ""
    held = after + 1 < len(words) and words[after + 1].key in listed("keepers")
    if key in listed("ergative") | listed("agentive") | listed("ablative"):
        return False
    if key in listed("superessive"):
        return _trusted(words, after, last)
    if names_body(words, after):
        return False
    shared = _shared_genitive(sentence, ref, after, entities) if key in closed("list_conjunctions") else 0
    if shared:
        both_keep = words[shared].key in listed("oblique_genitive") and shared + 1 < len(words)
        if both_keep and words[shared + 1].key in listed("keepers"):
            return True  # A और B के पास
        return genitives and not _for_others(words, shared)
    if key in closed("genitives"):
        kept = key in listed("oblique_genitive") and held
        filled = ref.mention == "post" and any(
            w.is_noun(listed("ballots")) for w in words[after + 1 : after + _FILLED]
        )  # जिलाध्यक्ष का भी मनोनयन: the post is filled
        return kept or (genitives and not filled and not _for_others(words, after))
    if ref.mention == "post":
        return key in listed("dative") and not _before_name(ref, entities)
    return True


def _trusted(words: Sequence[Word], after: int, last: int) -> bool:
    """A पर फिर भरोसा जताते हुए प्रभारी बनाया: whom the words before the post say that one trusts."""
    return any(
        words[j].is_noun(listed("trust")) and words[j + 1].key in listed("showing")
        for j in range(after + 1, min(after + _TRUSTED, last - 1))
    )


def _for_others(words: Sequence[Word], genitive: int) -> bool:
    """A की जगह, A के अनुमोदन से, A के छुट्टी पर रहने तक: what the genitive governs says that another gets it."""
    governed = words[genitive + 1].key if genitive + 1 < len(words) else ""
    leave = (
        j for j in range(genitive + 1, min(genitive + 3, len(words) - 1)) if words[j].key in listed("leave")
    )
    away = any(words[j + 1].key in listed("superessive") for j in leave)  # A के लंबी छुट्टी पर जाने से
    return away or governed in listed("place_of") | listed("on_behalf")


def names_body(words: Sequence[Word], after: int) -> bool:
    """महाराणा प्रताप कृषि विश्वविद्यालय, मोहन ठाकुर सरकार: a name that is part of a body's."""
    if after < len(words) and words[after].key in listed("named_after_head"):
        return True
    for j in range(after, min(after + _BODY, len(words))):
        word = words[j]
        if word.is_noun(listed("institutions")):
            titled = j == after and j + 1 < len(words) and is_role(words[j + 1])
            return not (titled or _led(words, after, j))  # मोहन ठाकुर महाविद्यालय प्रमुख
        first = j == after and word.key in closed("list_conjunctions")
        if first or word.punct or word.verbs or is_role(word) or word.key in closed("case_markers"):
            return False
    return False


def _led(words: Sequence[Word], after: int, institution: int) -> bool:
    """मोहन ठाकुर | सागर विश्वविद्यालय के नए कुलपति: a place and the post at the school follow the name."""
    run = words[institution + 1 : institution + 4]
    placed = institution == after + 1 and place_like(words[after].key)
    return placed and bool(run) and run[0].key in listed("genitive") and any(is_role(w) for w in run[1:])


def _shared_genitive(sentence: Sentence, ref: Ref, joint: int, entities: Entities) -> int:
    """A और B के साथ: word of the genitive after the second name, which holds for the first too; else 0."""
    for other in entities.inside(sentence.span(joint + 1, len(sentence.words))):
        place = word_range(sentence, other)
        if other.kind != "person" or place is None or place[0] - joint > _TITLED:
            continue
        if any(w.key in closed("case_markers") for w in sentence.words[joint + 1 : place[0]]):
            return 0  # सागर का A व दमोह का B के पास
        end = place[1]
        while end < len(sentence.words) and sentence.words[end].key in closed("after_names"):
            end += 1
        governs = end < len(sentence.words) and sentence.words[end].key in closed("genitives")
        return end if governs else 0
    return 0


def _before_name(ref: Ref, entities: Entities) -> bool:
    """Whether a post stands right before a name, so that it belongs to that person."""
    return any(
        other.kind == "person"
        and other.mention != "post"
        and 0 <= other.span.start - ref.span.end <= _ADJACENT
        for other in entities.refs
    )


_ADJACENT = 8  # code points: a space, श्री and the like
_FILLED = 4  # words after a post in the genitive among which the noun stands that says that it is filled
_BODY = 7  # words between the person that a body is named after and its last word
_OFFICE = 5  # words of an office and its place between a name and को
_TRUSTED = 4  # words from पर to भरोसा
_TITLED = 4  # words from a conjunction to the name after it, a title between them


def groups(
    clause: Clause, first: int, last: int, entities: Entities, genitives: bool
) -> tuple[list[Group], bool]:
    """Assignees with the words that are theirs, and whether roles follow the names."""
    people = assignees(clause, first, last, entities, genitives)
    sentence = clause.sentence
    if not people:
        return [], False
    tail_from = past_giver(sentence, _past_marker(sentence, people[-1][2], last), last)
    tail = find_role(sentence, tail_from, last, entities)
    if tail is not None and (
        _of_another(sentence, tail, last, entities) or _of_unnamed(sentence, people[-1][2], tail, last)
    ):
        tail = None
    trailing = tail is not None and not (
        tail.duty
        and (named_as(sentence, first, people[0][1]) or _by_posts(sentence, first, people, entities))
    )
    if (
        tail is not None
        and _all_of_them(sentence, tail)
        and find_role(sentence, first, people[0][1], entities)
    ):
        trailing = False
    trailing = trailing or _open_tail(sentence, people, last, entities)
    if trailing and any(w.key in listed("self") for w in sentence.words[tail_from:last]):
        return [], False  # … तथा सागर का प्रभार स्वयं जिलाध्यक्ष संभालेंगे: nobody of those named before
    cuts = [past_agent(sentence, first, people[0][1])]
    for (_, _, end), (_, start, _) in itertools.pairwise(people):
        cuts.append(cut_between(sentence, _past_marker(sentence, end, start), start, trailing))
    cuts.append(last)
    made = []
    for number, (person, start, end) in enumerate(people):
        after = past_giver(sentence, _past_marker(sentence, end, cuts[number + 1]), cuts[number + 1])
        stop = max(after, cuts[number + 1])
        made.append(Group(person, start, end, (cuts[number], start), (after, stop)))
    return made, trailing


def _of_another(sentence: Sentence, role: Role, last: int, entities: Entities) -> bool:
    """A को सचिव B की शिकायत पर हटाया: the post before a name that a genitive follows is that person's."""
    words = sentence.words
    for ref in entities.inside(sentence.span(role.end, last)) if role.end < last else ():
        place = word_range(sentence, ref)
        if ref.kind == "person" and ref.mention == "name" and place is not None:
            governs = place[1] < last and words[place[1]].key in closed("genitives")
            return place[0] == role.end and governs
    return False


def _of_unnamed(sentence: Sentence, end: int, role: Role, last: int) -> bool:
    """दरोगा A और सिपाही को, A व दो तहसीलदारों को हटाया: a title joined to a name before को is another's."""
    run = sentence.words
    joined = end < role.start and run[end].key in closed("list_conjunctions")
    marked = any(w.key in listed("dative") for w in run[end : role.start])
    return joined and not marked and any(w.key in listed("dative") for w in run[role.end : last])


def _by_posts(
    sentence: Sentence, first: int, people: Sequence[tuple[str, int, int]], entities: Entities
) -> bool:
    """मंत्री A व कोषाध्यक्ष पद पर B को जिम्मेदारी दी: each has a post before the name, one of them with पद पर."""
    starts = [first, *(end for _, _, end in people[:-1])]
    spans = [(begin, start) for begin, (_, start, _) in zip(starts, people, strict=True)]
    told = any(has_noun("post_words", sentence.words[begin:end]) for begin, end in spans)
    return told and all(find_role(sentence, *span, entities) is not None for span in spans)


def _all_of_them(sentence: Sentence, tail: Role) -> bool:
    """सचिव A समेत सभी पदाधिकारी चुने गए: the word after the names is that for all, no post of theirs."""
    run = sentence.words
    after = any(w.key in closed("along_with") for w in run[max(tail.start - 2, 0) : tail.start + 1])
    return after or (tail.end - tail.start == 1 and run[tail.start].is_noun(listed("office_bearers")))


def _open_tail(
    sentence: Sentence, people: Sequence[tuple[str, int, int]], last: int, entities: Entities
) -> bool:
    """A को सचिव, B को लेखा सहायक चुना: a title that no list has, after others of the same build."""
    if len(people) < 2 or open_role(sentence, people[-1][2], last, entities) is None:
        return False
    (_, _, end), (_, start, _) = people[-2:]
    return (
        _given_to(sentence, end)
        and find_role(sentence, _past_marker(sentence, end, start), start, entities) is not None
    )


def _given_to(sentence: Sentence, end: int) -> bool:
    return end < len(sentence.words) and sentence.words[end].key in listed("dative")


def _past_marker(sentence: Sentence, j: int, limit: int) -> int:
    """First word after a name and its को, an apposition between them too (A, निदेशक, सागर को | …)."""
    run = sentence.words
    while j < limit and (run[j].key in closed("after_names") or run[j].key in listed("dative")):
        j += 1
    if stationed := past_station(sentence, j, limit):
        return stationed
    if j < limit and run[j].text == "," and run[j - 1].key not in listed("dative"):
        marker = next((k for k in range(j + 1, limit) if run[k].key in listed("dative")), None)
        if marker is not None and not any(w.verbs or w.key in listed("ergative") for w in run[j:marker]):
            return marker + 1
    return _past_office(sentence, j, limit)


def past_station(sentence: Sentence, j: int, limit: int) -> int:
    """A वर्तमान तैनाती थाना सागर को | निलंबित किया: first word after where somebody serves; 0 without it."""
    run = sentence.words
    j += j < limit and run[j].text == ","
    at = j + (j < limit and run[j].key in listed("at_present"))
    if (
        at >= limit
        or not run[at].is_noun(listed("postings") - listed("details"))
        or run[j - 1].key in listed("dative")
    ):
        return 0
    ends = (k for k in range(at + 1, limit) if _parts(run[k]) or run[k].key in listed("dative"))
    end = next(ends, limit if at > j else 0)
    told = any(w.verbs or w.key in closed("case_markers") for w in run[at + 1 : end])
    return 0 if told or end <= at + 1 else end + (end < limit and not _parts(run[end]))


def _parts(word: Word) -> bool:
    return word.text in (",", ";") or word.key in closed("list_conjunctions")


def _past_office(sentence: Sentence, j: int, limit: int) -> int:
    """A तहसीलदार सागर को | सचिव बनाया: first word after the office that stands between a name and its को."""
    run = sentence.words
    marker = next((k for k in range(j + 1, limit - 1) if run[k].key in listed("dative")), None)
    if marker is None or run[j - 1].key in listed("dative"):
        return j
    posted = run[j].key in listed("posted_now") and not any(w.verbs or w.punct for w in run[j + 2 : marker])
    if posted:
        return marker + 1  # A वर्तमान तैनाती थाना सागर को
    if marker - j > _OFFICE:
        return j
    plain = not any(w.punct or w.verbs or w.key in closed("case_markers") for w in run[j:marker])
    return marker + 1 if plain and any(map(is_role, run[j:marker])) else j


def past_agent(sentence: Sentence, first: int, last: int) -> int:
    """First word after the agent of the clause (प्रदेश अध्यक्ष ने | …; सचिव की सूची के अनुसार | …)."""
    marks = listed("ergative") | listed("agentive") | listed("on_decree")
    return next((j + 1 for j in range(last - 1, first, -1) if sentence.words[j].key in marks), first)


def past_giver(sentence: Sentence, first: int, last: int) -> int:
    """First word after who acts, where he stands after the recipient (A को मंत्री B ने | सचिव बनाया)."""
    return max(first, past_agent(sentence, first - 1, last))


def cut_between(sentence: Sentence, first: int, last: int, trailing: bool) -> int:
    """Comma or conjunction between two assignees: the last one where roles follow names, else the first."""
    joints = [j for j in range(first, last) if _parts(sentence.words[j])]
    joints = joints or [j for j in range(first, last) if sentence.words[j].key in listed("contrast")]
    if not joints:
        return first
    return joints[-1] if trailing else joints[0]


def named_as(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words before a name give the post as one (के रूप में)."""
    return any(phrase_at("as_role", sentence.words, j) for j in range(first, last))
