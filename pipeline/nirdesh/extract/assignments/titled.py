"""People who are named under a title of their class, or right after the participle that fills a post."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nirdesh.extract.assignments.align import Match, match
from nirdesh.extract.assignments.assignees import word_range
from nirdesh.extract.assignments.class_roles import class_role
from nirdesh.extract.assignments.gates import former
from nirdesh.extract.assignments.lists_of_words import has_noun, has_phrase, has_word, phrase_at, words
from nirdesh.extract.assignments.open_places import open_place
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.roles import Role, find_role
from nirdesh.extract.assignments.seats import seated
from nirdesh.extract.assignments.told_titles import several
from nirdesh.extract.assignments.triggers import TriggerHit
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.lexicon.keys import fold
from nirdesh.lexicon.posts import titles

_RESPECT = 6  # code points from a word to the name after it: a blank, श्री or डॉ.


def under_title(
    clause: Clause, kind: str, found: Match, near: Role | None, posted: Role | None, entities: Entities
) -> Match:
    """The match with the title of its class, where the sentence itself gives no post.

    Args:
        clause: The clause of the match.
        kind: What its trigger takes.
        near: Title that was announced shortly before (सेक्टर मजिस्ट्रेट तैनात किए हैं): who is named with another
            office (सागर में तहसीलदार A को लगाया) holds that office already.
        posted: Title of all who are posted in the report.
    """
    role = found.role
    detailed = role is not None and role.duty and has_noun("postings", _words(role)) and not _of_things(role)
    if role is not None and not role.duty and phrase_at("as_role", role.sentence.words, role.end):
        return found  # मजिस्ट्रेट के रूप में A की ड्यूटी लगाई
    if kind == "posting" and role is None and found.whence and found.own is not None and found.regions:
        return found  # शिक्षकों का तबादला किया गया. व्याख्याता A को सागर से दमोह पदस्थ किया
    title = near or posted
    if title is not None and (detailed or (role is None and kind == "posting")):
        return replace(found, role=title)
    if near is not None and kind == "duty" and several(near):
        near = None  # प्रभारियों की नियुक्ति
    if near is not None and kind == "duty" and role is not None and _bare(role) and not _changes(near):
        regions = found.regions or _named_before(role, entities)
        return replace(found, role=near, regions=regions) if regions else found  # सागर का जिम्मा A को
    if near is None or found.tail or kind not in ("needed", "posting"):
        return found
    told = role is None and bool(found.regions)
    held = role is not None and role is found.own and not role.duty and _office(role)
    same = role is not None and (
        {w.key for w in _words(role)} <= {w.key for w in _words(near)} or _one_of(role, near)
    )
    return replace(found, role=near) if told or (held and not same) else found


def _one_of(role: Role, near: Role) -> bool:
    """जिला स्तरीय नोडल अधिकारी: one of the नोडल अधिकारियों who were announced."""
    keys = {w.key for w in _words(role)}
    *others, head = _words(near)
    return head.is_noun(frozenset((_words(role)[-1].key,))) and {w.key for w in others} <= keys


def _named_before(duty: Role, entities: Entities) -> tuple[str, ...]:
    """झिरनाव का जिम्मा A को: a name that nobody knew, alone before the genitive of a duty."""
    run = duty.sentence.words
    at = duty.start - 1
    start = at
    while start > 0 and not run[start - 1].punct and run[start - 1].key not in closed("list_conjunctions"):
        start -= 1
    led = start < at and run[at].key in words("genitive")
    made = open_place(duty.sentence, start, at, entities) if led else None
    return (made,) if made is not None else ()


def posted_at(clause: Clause, hit: TriggerHit, found: Match) -> Match:
    """सागर में A की तैनाती की गई, सागर में सिपाही A की तैनाती: the rank that is told, else the posting itself."""
    host = hit.duty(clause)
    run = clause.sentence.words
    led = host is not None and run[host.start - 1].key in words("feminine_genitive")
    led = led or (host is not None and hit.group.passive and found.own is not None)  # तहसीलदार A तैनात किए गए
    regions = found.regions or found.own_regions
    if host is None or not led or not regions:
        return found
    own = found.own
    before = run[own.start - 1] if own is not None else None
    beside = before is not None and (before.text == "," or before.key in closed("list_conjunctions"))
    marked = beside or (before is not None and before.key in words("stations"))
    if own is not None and not found.regions and not marked:
        return found  # सागर के सचिव A की तैनाती
    return replace(found, role=own or replace(host, duty=False), regions=regions)


def posted_beside(found: Sequence[Match]) -> list[Match]:
    """सागर में निरीक्षक A, आरक्षक B व सैनिक C की तैनाती: the place before the first of a list is that of all."""
    made: list[Match] = []
    for each in found:
        own, last = each.own, made[-1] if made else None
        if own is None or last is None or last.own is None or each.regions or each.own_regions:
            made.append(each)
            continue
        between = own.sentence.words[last.own.end : own.start]
        plain = not any(w.verbs or w.key in closed("case_markers") for w in between)
        joined = bool(between) and (between[-1].text == "," or between[-1].key in closed("list_conjunctions"))
        here = plain and joined and not last.regions
        made.append(replace(each, own_regions=last.own_regions) if here else each)
    return made


def _changes(title: Role) -> bool:
    """पांच थाना प्रभारी बदल दिए हैं: holders go and others come."""
    return any(form.stem in words("changing") for word in title.sentence.words for form in word.verbs)


def on_post(clause: Clause, first: int, last: int, entities: Entities) -> bool:
    """सागर में सचिव के रिक्त पद पर A को पदस्थ किया: whether a name stands right behind पद पर."""
    run = clause.sentence.words
    ends = [
        run[j + 1].end
        for j in range(first, last - 2)
        if run[j].is_noun(words("post_words")) and run[j + 1].key in words("superessive")
    ]
    named = (
        (r.span.start for r in entities.refs if r.kind == "person" and r.mention == "name") if ends else ()
    )
    return any(0 < start - end <= _RESPECT for start in named for end in ends)


def deputed_for(found: Match) -> bool:
    """शिविर के लिए तहसीलदार A को प्रतिनियुक्त किया: whether the post before a name is the one that A holds."""
    role = found.role
    if role is None or found.tail or role.duty or role.start < 1 or not _office(role):
        return False
    before = role.sentence.words[role.start - 1]
    return before.key in words("purpose") | words("locatives")


def _of_things(role: Role) -> bool:
    """वाहनों की ड्यूटी: what the duty is about stands before it."""
    run = role.sentence.words
    led = role.start > 1 and run[role.start - 1].key in words("genitive")
    return led and run[role.start - 2].key.endswith(tuple(words("plural_endings")))


def _bare(role: Role) -> bool:
    """जिम्मा, कमान: a duty of which nothing else is told."""
    return role.duty and role.end - role.start == 1 and has_noun("bare_duties", _words(role))


def _words(role: Role) -> tuple[Word, ...]:
    return role.sentence.words[role.start : role.end]


def _office(role: Role) -> bool:
    """Whether a role is an office of state or a trade, not a post of a party or a society."""
    keys = tuple(fold(w.text) for w in _words(role))
    known = next((titles()[keys[k:]] for k in range(len(keys)) if keys[k:] in titles()), None)
    return known is not None and known.kind != "party"


def included(clause: Clause, hit: TriggerHit, first: int, entities: Entities) -> list[Match]:
    """कार्यकारिणी सदस्यों में A, B को शामिल किया गया.

    Args:
        first: Word after what the clause gave before (C को सचिव बनाते हुए | …).
    """
    role = class_role(clause.sentence, entities, "locative")
    begins = max(clause.body, first)
    run = clause.sentence.words[begins : hit.group.start]
    last = hit.group.host or hit.group.start
    if has_phrase("as_role", run) or has_noun("post_words", run):
        return match(clause, begins, last, entities)
    if role is None or role.end >= hit.group.start:
        return seated(clause, hit.group, entities, "committees_joined")
    before = match(clause, clause.body, role.start, entities)
    posts = {each.role.start for each in before if each.role is not None and not each.role.duty}
    plain = not any(
        has_word(mark, clause.sentence.words[clause.body : role.start])
        for mark in ("dative", "ergative", "ablative")
    )
    told = before if plain and len(posts) > 1 and all(each.role is not None for each in before) else []
    return [*told, *(replace(each, role=role) for each in match(clause, role.end + 1, last, entities))]


def participle(clause: Clause, hit: TriggerHit, first: int, entities: Entities) -> list[Match]:
    """ROLE बनाए गए NAME: the name follows the participle; ROLE बने NAME only at the end (R बनीं A के मुताबिक)."""
    run = clause.sentence.words
    if hit.group.end >= len(run) or former(clause, hit.group.end):
        return []
    begins = run[hit.group.end].start
    named = [r for r in entities.refs if r.kind == "person" and r.span.start == begins]
    role = find_role(clause.sentence, first, hit.end, entities)
    if not named or role is None or hit.trigger.role != "needed":
        return []
    after = [word for word in run if word.start >= named[0].span.end]
    if hit.group.stem in words("become") and any(has_word(mark, after) for mark in ("dative", "genitive")):
        return []
    regions = places_in(clause.sentence, first, hit.end, entities)
    return [Match(named[0].id, role, regions, None, None, ())]


def run_on(sentence: Sentence) -> bool:
    """Whether a sentence without a verb leaves open that the next one goes on with the posts."""
    return all(clause.group is None for clause in segment(sentence))


def became(clause: Clause, first: int, entities: Entities) -> list[Match]:
    """अध्यक्ष A, सचिव B बने; प्रधान A और मंत्री B रखे गए: each of several has a post before the name."""
    group = clause.group
    if group is None or group.mood != "perf" or group.negative or has_word("present", clause.sentence.words):
        return []
    if not (group.stem in words("become") or (group.passive and group.stem in words("keep_stems"))):
        return []
    run = clause.sentence.words[first : group.start]
    if any(has_word(mark, run) for mark in ("dative", "ergative", "ablative")):
        return []
    found = match(clause, first, group.start, entities)
    posts = {each.role.start for each in found if each.role is not None and not each.role.duty}
    if len(found) == 1 and posts and group.stem in words("become") and _body_post(found[0].role):
        return found if _right_before(clause, first, found[0], group.start, entities) else []
    return found if len(posts) > 1 and all(each.role is not None for each in found) else []


def _body_post(role: Role | None) -> bool:
    return role is not None and has_noun("body_posts", role.sentence.words[role.end - 1 : role.end])


def _right_before(clause: Clause, first: int, found: Match, verb: int, entities: Entities) -> bool:
    """उपाध्यक्ष A बने: nothing but the name stands between the post and the verb."""
    named = [
        place
        for ref in entities.inside(clause.sentence.span(first, verb))
        if ref.id == found.id and ref.mention == "name" and (place := word_range(clause.sentence, ref))
    ]
    return bool(named) and found.role is not None and named[-1] == (found.role.end, verb)


def run_of_posts(clause: Clause, first: int, entities: Entities) -> list[Match]:
    """प्रधान A, महासचिव B, कोषाध्यक्ष C: a clause without a verb after the one that says that posts were filled.

    Each of at least two people has a post of their own beside the name; without को, ने or से.
    """
    sentence = clause.sentence
    run = sentence.words[first : clause.end]
    if clause.group is not None or any(has_word(mark, run) for mark in ("dative", "ergative", "ablative")):
        return []
    if has_word("present", sentence.words) or sentence.block in ("headline", "subheadline"):
        return []
    found = match(clause, first, clause.end, entities)
    posts = {each.role.start for each in found if each.role is not None}
    return found if len(posts) > 1 and all(each.role is not None for each in found) else []
