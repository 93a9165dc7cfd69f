"""What a sentence takes from the one before it, and posts that people hold where they lose or leave them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nirdesh.extract.assignments.align import Match, match
from nirdesh.extract.assignments.assignees import word_range
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word, phrase_at, words
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.roles import Role, find_role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.mentions import Span


def goes_on(sentence: Sentence) -> bool:
    """इसके अलावा गुना का A, दमोह का B बनाया गया: the sentence goes on with the posts of the one before."""
    return phrase_at("going_on", sentence.words, 0) > 0


def points_among(clause: Clause) -> bool:
    """इनमें, जिनमें: a clause that points at those told of before."""
    return clause.sentence.words[clause.start].key in words("among_them")


def listed_among(clause: Clause, role: Role | None, entities: Entities) -> list[Match]:
    """इनमें सागर में A, दमोह में B शामिल हैं: names under the post that the sentence before filled.

    Where it told of several posts (पदाधिकारियों के नाम घोषित किए), each name has one of its own.
    """
    run = clause.sentence.words
    first = clause.start
    group = clause.group
    pointed = points_among(clause)
    if not pointed and (role is None or group is not None or not _placed(clause, role, entities)):
        return []
    included = group is not None and group.host is not None and run[group.host].key in words("included")
    if group is not None and not included and group.stem not in words("be_now"):
        return []
    if group is not None and included and group.mood == "perf" and group.stem in words("happen"):
        return []  # बैठक हुई, जिसमें अध्यक्ष A शामिल हुए
    last = clause.end if group is None else group.host if included and group.host else group.start
    told = role is not None and role.sentence is not clause.sentence
    named = told and last - 2 > first and run[last - 1].key in words("named")  # A और B के नाम शामिल हैं
    others = _past_besides(run, first, last)
    start = others if others > first else first + pointed
    found = match(clause, start, last, entities, genitives=named)
    far = role is not None and (clause.start > 0 or clause.sentence.index - role.sentence.index > 1)
    if far and role is not None and role.sentence is not clause.sentence:
        found = [each for each in found if each.regions and included]  # जिनमें सागर से A, दमोह से B शामिल हैं
    return [each if each.role is not None or role is None else replace(each, role=role) for each in found]


def _past_besides(run: Sequence[Word], first: int, last: int) -> int:
    """जिसमें अध्यक्ष A के अलावा | B और C शामिल हैं: the post is that of the one besides whom the others are told."""
    told = (j + 1 for j in range(first + 1, last) if run[j].key in words("besides"))
    return next((j for j in told if run[j - 2].key in closed("genitives")), first)


def _placed(clause: Clause, role: Role, entities: Entities) -> bool:
    """सागर में A, दमोह B: a verbless sentence that opens with a place, after the one that fills the post."""
    run = clause.sentence.words
    near = clause.sentence.index - role.sentence.index == 1
    opens = any(place.start == run[clause.start].start for place, _ in entities.regions)
    people = {
        r.id for r in entities.inside(clause.sentence.span(clause.start, clause.end)) if r.kind == "person"
    }
    return near and opens and len(people) > 1


def names_of_list(clause: Clause, first: int, entities: Entities) -> list[Match]:
    """मंडल अध्यक्षों की सूची में R से A, S से B के नाम हैं."""
    run = clause.sentence.words
    at = next((j for j in range(first + 2, clause.end - 1) if run[j].key in words("listed")), None)
    named = has_word("named", run[clause.end - 4 : clause.end])
    if at is None or not named or run[at + 1].key not in words("locative"):
        return []
    if run[at - 1].key not in words("feminine_genitive"):
        return []
    role = find_role(clause.sentence, first, at - 1, entities)
    if role is None:
        return []
    stop = max(j for j in range(first, clause.end) if run[j].key in words("named")) - 1
    return [replace(each, role=role) for each in match(clause, at + 2, stop, entities, genitives=True)]


def posts_after(clause: Clause, entities: Entities, first: int) -> list[Match]:
    """नई कार्यकारिणी इस प्रकार है – अध्यक्ष A, सचिव B व C; बाकी प्रवक्ता इस तरह हैं – D, E."""
    run = clause.sentence.words
    group = clause.group
    if group is None or group.end >= len(run) or not run[group.end].punct:
        return []
    if group.mood == "fut" and run[group.end].text == ",":
        return []  # अध्यक्ष का नाम बाद में तय होगा, तब तक A बैठक बुलाएंगी
    found = match(clause, _past_besides(run, group.end + 1, len(run)), len(run), entities)
    title = find_role(clause.sentence, first, group.start, entities)
    if title is not None and not title.duty and not has_noun("generic", run[title.end - 1 : title.end]):
        found = [each if each.role is not None else replace(each, role=title) for each in found]
    return [each for each in found if each.role is not None]


def with_own_posts(found: Sequence[Match], sentence: Sentence, entities: Entities) -> list[Match]:
    """The matches of a removal, each with the post that stands beside its name (A ब्लॉक अध्यक्ष सागर)."""
    return [
        replace(each, own=own[0], own_regions=own[1], tail=False)
        if (own := _own(each, sentence, entities))
        else each
        for each in found
    ]


def _own(found: Match, sentence: Sentence, entities: Entities) -> tuple[Role, tuple[str, ...]] | None:
    spans = [
        s for s in entities.posts.get(found.id, ()) if sentence.start <= s.start and s.end <= sentence.end
    ]
    ends = [
        place[1]
        for ref in entities.refs
        if ref.kind == "person" and ref.id == found.id and ref.mention == "name"
        if (place := word_range(sentence, ref)) is not None
    ]
    run = sentence.words
    for span in spans:
        inside = [j for j, w in enumerate(run) if span.start <= w.start < span.end]
        for end in ends:
            if inside and 0 <= inside[0] - end <= 1:  # A ब्लॉक अध्यक्ष सागर
                role = Role(sentence, inside[0], inside[-1] + 1)
                return role, places_in(sentence, role.end, _part_end(sentence, role.end), entities)
    return _as_title(found, sentence, entities)


def _as_title(found: Match, sentence: Sentence, entities: Entities) -> tuple[Role, tuple[str, ...]] | None:
    """X ने प्रधानाध्यापक को निलंबित किया, of A: the title that means the person is the post that is lost."""
    if found.own is not None or found.role is not None:
        return None
    for ref in entities.inside(Span(sentence.start, sentence.end)):
        place = word_range(sentence, ref)
        if ref.id == found.id and ref.mention == "post" and place is not None:
            return Role(sentence, *place), places_in(sentence, 0, place[0], entities)
    return None


def _part_end(sentence: Sentence, first: int) -> int:
    """End of the list item that goes on at ``first``."""
    run = sentence.words
    stops = (
        j
        for j in range(first, len(run))
        if run[j].punct or run[j].key in closed("list_conjunctions") | words("dative")
    )
    return next(stops, len(run))


def holders_before(sentence: Sentence, last: int, entities: Entities) -> list[Match]:
    """The last person named before a word, with the post and place right before the name."""
    refs = [r for r in entities.inside(sentence.span(0, last)) if r.kind == "person" and r.mention == "name"]
    place = word_range(sentence, refs[-1]) if refs else None
    role = find_role(sentence, 0, place[0], entities) if place is not None else None
    if place is None or role is None or role.duty or role.end != place[0]:
        return []
    regions = places_in(sentence, 0, place[0], entities)
    return [Match(refs[-1].id, role, regions, None, role, regions)]
