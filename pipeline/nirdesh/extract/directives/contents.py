"""What a frame orders when the order stands before its noun: X को Y करने तथा Z को W कराने के निर्देश दिए."""

from __future__ import annotations

from dataclasses import dataclass

from nirdesh.extract.clauses.entities import Entities, actor_class
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase, marked, phrase_start
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.frames import Hit, is_adverbial
from nirdesh.extract.directives.lexis import (
    affixes,
    is_purposive,
    purposive_ends_at,
    sequence_at,
    word_class,
)
from nirdesh.extract.directives.roles import as_addressees, clause_start, phrase_class
from nirdesh.mentions import Addressee


@dataclass(frozen=True, slots=True)
class Content:
    """One ordered action: words ``start`` to ``end`` (excluded), its verb, its own addressees."""

    start: int
    end: int
    group: VerbGroup | None
    addressees: tuple[Addressee, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Contents of a frame inside its clause, and the addressees that the frame itself names."""

    contents: tuple[Content, ...]
    addressees: tuple[Addressee, ...]
    deictic: bool = False


def read(clause: Clause, hit: Hit, issuer_end: int, entities: Entities) -> Reading:
    """Split what stands before the frame's noun into ordered actions and addressees.

    Args:
        issuer_end: Index of the first word after the issuer's ने, or the clause's start.
    """
    floor = max(clause_start(clause), issuer_end)
    if hit.noun < floor:
        floor = clause_start(clause)
    floor = _past_issuer_acts(clause, hit, floor, issuer_end)
    post = _after_noun(clause, hit, entities)
    link, frame_phrase = _link(clause, hit, floor, entities)
    if hit.frame.id == "task" and (link is None or not _infinitive_before(clause, link)):
        link = None
    if hit.frame.cls == "say" and (hit.frame.id != "tell" or (link and not _tells(clause, link))):
        link = None
    called = _called_upon(clause, hit, floor, entities)
    if called:
        return Reading((), called)
    if _deictic(clause, hit):
        return Reading((), post, True)
    outer = tuple(as_addressees(frame_phrase, entities)) if frame_phrase else ()
    if link is None:
        leading = outer or post or _leading(clause, hit, floor, entities)
        leading = leading or _before_issuer(clause, hit, floor, entities)
        return Reading((), leading)
    contents = _gapped(clause, floor, link, frame_phrase, entities)
    if not contents:
        contents = _segments(clause, hit, floor, link, outer or post, entities)
    return Reading(tuple(contents), outer or post)


def _past_issuer_acts(clause: Clause, hit: Hit, floor: int, issuer_end: int) -> int:
    """X ने चर्चा करते हुए …: what the issuer does while ordering is no part of the order."""
    words = clause.sentence.words
    told = issuer_end > clause_start(clause) or hit.group.passive
    for group in clause.groups:
        adverbial = group.mood == "part" and is_adverbial(group)
        if not told or not adverbial or not floor <= group.start < hit.noun:
            continue
        host = words[group.host].key if group.host is not None else ""
        if hit.group.passive and group.stem in word_class("handing_verbs"):
            floor = group.end  # जांच A को सौंपते हुए … करने को कहा गया
        if host in closed("issuer_acts") or group.stem in word_class("saying_verbs"):
            floor = group.end
    return floor


def _infinitive_before(clause: Clause, link: int) -> bool:
    return any(g.mood == "inf" and g.end == link for g in clause.groups)


def _called_upon(clause: Clause, hit: Hit, floor: int, entities: Entities) -> tuple[Addressee, ...]:
    """कार्यकर्ताओं का आह्वान किया कि …: the genitive is whom the call is made to."""
    words = clause.sentence.words
    j = hit.noun - 1
    if hit.frame.cls != "request" or j <= floor or words[j - 1].verbs:
        return ()
    if words[j].key not in word_class("direct_genitive"):
        return ()
    phrase = Phrase(clause.sentence, phrase_start(clause, j, floor, entities), j, j, words[j].key)
    return as_addressees(phrase, entities) if phrase_class(phrase, entities) else ()


def _tells(clause: Clause, link: int) -> bool:
    """करने को कहा, करने के लिए कहा; not करने की बात कही."""
    words = clause.sentence.words
    key = words[link].key
    if key in word_class("oblique_genitive"):
        return link + 1 < len(words) and words[link + 1].key in word_class("benefactive")
    return key in word_class("dative") or key in word_class("bare_purposive")


def _deictic(clause: Clause, hit: Hit) -> bool:
    """यह निर्देश, ये आदेश, उक्त बातें: the content stands in other sentences."""
    if hit.noun == hit.group.start or hit.noun <= clause_start(clause):
        return False
    words = clause.sentence.words
    j = hit.noun - 1
    if words[j].key in closed("quantifiers") and j > clause_start(clause):
        j -= 1
    return words[j].key in closed("deictics")


def _after_noun(clause: Clause, hit: Hit, entities: Entities) -> tuple[Addressee, ...]:
    """Addressees between the noun and its verb (करने के निर्देश अधिकारियों को दिए)."""
    if hit.noun >= hit.group.start or hit.group.start - hit.noun < 3:
        return ()
    cases = _told_cases() if _asks(hit) else word_class("dative")
    for phrase in marked(clause, hit.noun + 1, hit.group.start, entities, cases):
        if phrase_class(phrase, entities):
            return as_addressees(phrase, entities)
    return ()


def _link(clause: Clause, hit: Hit, floor: int, entities: Entities) -> tuple[int | None, Phrase | None]:
    """Index of के/का/की/के लिए/हेतु/को that ties content to the frame, and a phrase between the two."""
    words = clause.sentence.words
    at = {i: g for g in clause.groups for i in range(g.start, g.end)}
    j = hit.noun - 1
    steps = 0
    while j >= floor and steps < 6:
        word = words[j]
        if word.key in closed("genitives"):
            return (j, None) if _content_before(clause, j, floor, at, True) else (None, None)
        if is_purposive(word):
            cut = j - 1 if purposive_ends_at(words, j) else j
            return (cut, None) if cut > floor else (None, None)
        if word.key in word_class("relational_adjectives"):
            return j, None
        ablative = word.key in word_class("ablative")
        if ablative or word.key in word_class("dative"):
            if j - 1 in at and at[j - 1].mood == "inf":
                return j, None
            start = phrase_start(clause, j, floor, entities)
            phrase = Phrase(clause.sentence, start, j, j, word.key)
            asked = hit.frame.cls in ("request", "demand") and ablative
            manner = words[phrase.end - 1].key in closed("manners")
            if phrase_class(phrase, entities) is None and (not asked or manner):
                return None, None
            return _before_phrase(clause, phrase, floor), phrase
        if j in at or word.punct or word.key in closed("list_conjunctions"):
            return None, None
        j -= 1
        steps += 1
    return None, None


def _before_phrase(clause: Clause, phrase: Phrase, floor: int) -> int | None:
    """Link that stands before an addressee (… करने के लिए सिविल सर्जन को निर्देश)."""
    words = clause.sentence.words
    j = phrase.start - 1
    while j > floor and (words[j].punct or words[j].key in closed("particles")):
        j -= 1
    if j > floor and is_purposive(words[j]):
        return j - 1 if purposive_ends_at(words, j) else j
    return None


def _content_before(clause: Clause, link: int, floor: int, at: dict[int, VerbGroup], noun_ok: bool) -> bool:
    """Whether an infinitive or an action noun stands before the genitive at ``link``."""
    words = clause.sentence.words
    j = link - 1
    while j >= floor and words[j].key in closed("particles"):
        j -= 1
    if j < floor:
        return False
    if j in at:
        return at[j].mood == "inf"
    if not noun_ok or words[j].key in closed("case_markers"):
        return False
    return actor_class(words[j]) is None and words[j].key not in closed("empty_heads")


def _leading(clause: Clause, hit: Hit, floor: int, entities: Entities) -> tuple[Addressee, ...]:
    """Addressee of a frame without content of its own in the clause (सभी बीडीओ को कड़े निर्देश दिए)."""
    cases = hit.frame.addressee & _told_cases()
    unknown: tuple[Addressee, ...] = ()
    for phrase in marked(clause, floor, hit.noun, entities, cases):
        if phrase_class(phrase, entities):
            return as_addressees(phrase, entities)
        dated = entities.in_date(clause.sentence.words[phrase.end - 1])
        if phrase.case in word_class("dative") and not dated and hit.frame.cls in ("order", "request"):
            unknown = as_addressees(phrase, entities)
    return unknown


def _before_issuer(clause: Clause, hit: Hit, floor: int, entities: Entities) -> tuple[Addressee, ...]:
    """मरीजों से विभाग ने आग्रह किया है कि …: the addressee opens the clause."""
    first = clause_start(clause)
    for phrase in marked(clause, first, floor - 1, entities, hit.frame.addressee & _told_cases()):
        many = clause.sentence.words[phrase.end - 1].key.endswith(affixes("oblique_plural_endings"))
        asked = many and hit.frame.cls in ("request", "demand")
        if phrase.start == first and (asked or phrase_class(phrase, entities)):
            return as_addressees(phrase, entities)
    return ()


def _gapped(
    clause: Clause, floor: int, link: int, phrase: Phrase | None, entities: Entities
) -> list[Content]:
    """A के लिए X तथा B के लिए Y को निर्देश: one pair of action and addressee each."""
    if phrase is None:
        return []
    words = clause.sentence.words
    cuts: list[tuple[int, int, int, Phrase]] = []
    start = floor
    j = floor
    while j < link:
        if purposive_ends_at(words, j):
            stop = j + 1
            while stop < link and not (
                words[stop].key in closed("list_conjunctions") or words[stop].text == ","
            ):
                stop += 1
            if stop < link and actor_class(words[stop - 1]) and stop - j < 8:
                cuts.append((start, j - 1, stop + 1, Phrase(clause.sentence, j + 1, stop, stop, "")))
                start = j = stop + 1
                continue
        j += 1
    if not cuts:
        return []
    found = [Content(a, b, _last_infinitive(clause, a, b), as_addressees(p, entities)) for a, b, _, p in cuts]
    found.append(Content(start, link, _last_infinitive(clause, start, link), as_addressees(phrase, entities)))
    return found


def _last_infinitive(clause: Clause, first: int, last: int) -> VerbGroup | None:
    inside = [g for g in clause.groups if first <= g.start and g.end == last and g.mood == "inf"]
    return inside[-1] if inside else None


def _segments(
    clause: Clause, hit: Hit, floor: int, link: int, outer: tuple[Addressee, ...], entities: Entities
) -> list[Content]:
    """Coordinated infinitives before the link, each with its own को-phrase where it has one."""
    words = clause.sentence.words
    ends: list[tuple[int, VerbGroup | None]] = []
    for group in clause.groups:
        if group.mood != "inf" or group.start < floor or group.end > link:
            continue
        after = group.end
        while after < link and words[after].key in closed("particles"):
            after += 1
        if after >= link or _joins_next(clause, after, link):
            ends.append((group.end, group))
    if not ends or ends[-1][0] < link - 2:
        ends.append((link, None))
    ends = sorted([*ends, *_paired_ends(clause, floor, link, ends, entities)], key=lambda e: e[0])
    found: list[Content] = []
    start = floor
    current = outer
    told = False
    for end, head in ends:
        first = start
        while first < end and (
            words[first].punct or words[first].key in closed("list_joiners") | closed("particles")
        ):
            first += 1
        handed = told and head is not None and _hands_over(clause, head)
        own, first = (
            ((), first) if handed else _own_addressee(clause, hit, first, end, head, bool(outer), entities)
        )
        if not own and told and not handed:
            own, first = _parallel(clause, first, end, head, entities)
        told = told or bool(own)
        current = own or current
        if first < end:
            found.append(Content(first, end, head, current))
        start = end
    return found


def _paired_ends(
    clause: Clause, floor: int, link: int, ends: list[tuple[int, VerbGroup | None]], entities: Entities
) -> list[tuple[int, VerbGroup | None]]:
    """Ends of verbless members: X को सफाई तथा Y को मरम्मत कराने के निर्देश."""
    words = clause.sentence.words
    told = [
        p
        for p in marked(clause, floor, link, entities, word_class("dative"))
        if phrase_class(p, entities) not in (None, "public")
    ]
    if len(told) < 2:
        return []
    known = [e for e, _ in ends]
    found: list[tuple[int, VerbGroup | None]] = []
    for phrase in told[1:]:
        joint = phrase.start - 1
        joined = words[joint].key in closed("list_conjunctions") or words[joint].text == ","
        if joint <= told[0].marker + 1 or not joined:
            continue
        if not any(abs(e - joint) <= 1 for e in known) and words[joint - 1].key not in closed("case_markers"):
            found.append((joint, None))
    return found


def _parallel(
    clause: Clause, first: int, end: int, group: VerbGroup | None, entities: Entities
) -> tuple[tuple[Addressee, ...], int]:
    """A later member that opens with a को-phrase as the one before did names its own addressee."""
    stop = group.start if group else end
    for phrase in marked(clause, first, stop, entities, word_class("dative")):
        head = clause.sentence.words[phrase.end - 1]
        short = phrase.end - phrase.start == 1 and not head.key.endswith(affixes("inflected_endings"))
        known = phrase_class(phrase, entities) not in (None, "public") or short
        if known and phrase.start <= first + 1 and not entities.in_date(head):
            return as_addressees(phrase, entities), phrase.marker + 1
        break
    return (), first


def _joins_next(clause: Clause, j: int, link: int) -> bool:
    """Whether a comma or conjunction after an infinitive leads to another infinitive of the list."""
    words = clause.sentence.words
    joined = words[j].text == "," or words[j].key in closed("list_conjunctions")
    together = sequence_at(words, j, link, "comitative")
    if not joined and not together:
        return False
    later = [g for g in clause.groups if g.mood == "inf" and j < g.start and g.end <= link]
    if not later:
        return joined and link - j > 2 and not any(words[k].verbs for k in range(j + 1, link))
    if later[-1].end < link - 2:
        return False
    embedded = later[0].end < link and words[later[0].end].key in closed("case_markers")
    return not (embedded and later[0].start - j <= 3 and len(later) > 1)


def _told_cases() -> frozenset[str]:
    """को and से, which mark whom a frame addresses."""
    return word_class("dative") | word_class("ablative")


def _own_addressee(
    clause: Clause,
    hit: Hit,
    first: int,
    end: int,
    group: VerbGroup | None,
    has_outer: bool,
    entities: Entities,
) -> tuple[tuple[Addressee, ...], int]:
    """The segment's first को/से phrase that can be told to act, and where the action starts after it."""
    cases = (hit.frame.addressee | word_class("dative")) & _told_cases()
    stop = group.start if group else end
    candidates = []
    for phrase in marked(clause, first, stop, entities, cases):
        kind = phrase_class(phrase, entities)
        if kind is None or (phrase.case in word_class("ablative") and not _asks(hit)):
            continue
        if kind == "public" and hit.frame.cls == "order" and (has_outer or _transfers(group)):
            continue
        if has_outer and phrase.start > first + 1:
            continue
        candidates.append(phrase)
    if not candidates:
        return (), first
    inner = [
        g.end
        for g in clause.groups
        if g.mood == "inf"
        and first <= g.start
        and g.end < stop
        and clause.sentence.words[g.end].key in closed("genitives")
    ]
    late = [p for p in candidates if inner and p.start > max(inner)]
    chosen = late[0] if late and _eats(candidates[0], inner) else candidates[0]
    return as_addressees(chosen, entities), chosen.marker + 1


def _eats(phrase: Phrase, inner: list[int]) -> bool:
    """Whether the first को-phrase is the object of an embedded infinitive (टीमों को गांवों में ले जाने के लिए)."""
    return bool(inner) and phrase.marker < max(inner)


def _transfers(group: VerbGroup | None) -> bool:
    return group is not None and not word_class("transfer_verbs").isdisjoint(group.stems)


def _hands_over(clause: Clause, group: VerbGroup) -> bool:
    """शाखा को ई-मेल करने, कार्यालय को भेजने: को marks who receives."""
    host = clause.sentence.words[group.host].key if group.host is not None else ""
    return host in word_class("transfer_hosts") or group.stem in word_class("sending_verbs")


def _asks(hit: Hit) -> bool:
    return hit.frame.cls in ("request", "demand", "answer") or hit.frame.id == "tell"
