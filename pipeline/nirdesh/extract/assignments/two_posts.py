"""Which of two posts before a name is given, and which the person holds or held."""

from __future__ import annotations

from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.assignments.roles import Role, find_role, is_role, role_at
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.lexicon.keys import fold as title_key
from nirdesh.lexicon.posts import titles
from nirdesh.mentions import Span


def given_role(sentence: Sentence, first: int, name: int, person: str, entities: Entities) -> Role | None:
    """The post that is given where two stand before a name (समिति का अध्यक्ष उप निदेशक A को बनाया): the first.

    Args:
        name: First word of the name; a comma or conjunction between the posts makes both the person's own.
    """
    span = sentence.span(first, name)
    held = [s for s in entities.posts.get(person, ()) if span.contains(s)]
    if len(held) < 2:
        return None
    words = sentence.words
    while len(held) > 2 and 0 <= held[1].start - held[0].end <= 1:
        held[:2] = [Span(held[0].start, held[1].end)]  # विधानसभा प्रवासी प्रभारी
    heads = [max(j for j in range(first, name) if words[j].start < s.end) for s in held[:2]]
    between = words[heads[0] + 1 : heads[1] + 1]
    if any(w.punct or w.key in closed("list_conjunctions") or w.verbs for w in between):
        return None
    whole = role_at(sentence, first, heads[0], entities)
    return Role(sentence, whole.start, heads[0] + 1)


def placed_role(sentence: Sentence, first: int, name: int, entities: Entities) -> Role | None:
    """The title before a place that a post of the person follows (नोडल अधिकारी सागर में तहसीलदार A)."""
    words = sentence.words
    for place, _ in entities.regions:
        if not sentence.span(first, name).contains(place):
            continue
        start = next((j for j in range(first, name) if words[j].start >= place.start), name)
        after = next((j for j in range(start, name) if words[j].start >= place.end), name)
        located = after < name - 1 and words[after].key in listed("locative")
        if located and start > first and is_role(words[start - 1]) and is_role(words[name - 1]):
            return role_at(sentence, first, start - 1, entities)
    return None


def held_under(role: Role, name: int, given: Role) -> bool:
    """सागर की जिम्मेदारी A, दमोह की तहसीलदार B को: whether a post is the person's own, what is given left out.

    Args:
        role: The post before a name.
        name: First word of the name.
        given: What the one before gets.
    """
    words = role.sentence.words
    led = role.start > 1 and words[role.start - 1].key in listed("genitive")
    led = led and role.end == name and not is_role(words[role.start - 2])
    before = given.start > 0 and words[given.start - 1].key in listed("genitive")
    if not led or not before:
        return False
    keys = tuple(title_key(w.text) for w in words[role.start : role.end])
    known = next((titles()[keys[k:]] for k in range(len(keys)) if keys[k:] in titles()), None)
    whole = tuple(title_key(w.text) for w in words[given.start : given.end])
    duty = words[given.end - 1].key in listed("given_duties")
    duty = duty and not (len(whole) > 1 and whole in titles())  # थाना प्रभारी is no mere duty
    return given.duty or (duty and known is not None and known.kind != "party")


def holds_now(role: Role) -> bool:
    """सागर का कामकाज देख रहे A को दमोह में लगाया: a duty that the person behind it has until now."""
    run = role.sentence.words[role.end : role.end + 2]
    return role.duty and len(run) > 1 and bool(run[0].verbs) and run[1].key in listed("going_on_verbs")


def first_of_two(role: Role, entities: Entities) -> Role:
    """यात्रा प्रभारी प्रदेश उपाध्यक्ष A होंगे: the post that is given stands before the one that A holds."""
    words = role.sentence.words
    end = role.end
    while end > role.start + 1 and any(p.start <= words[end - 1].start < p.end for p, _ in entities.regions):
        end -= 1  # प्रभारी अधिकारी एसडीएम सागर A
    keys = [title_key(word.text) for word in words[role.start : end]]
    if role.duty or tuple(keys) in titles() or has_former(role):
        return role if role.duty else _before_former(role, entities)
    for cut in range(1, len(keys)):
        head = words[role.start + cut - 1]
        held = tuple(keys[cut:])
        whole = cut > 1 and tuple(keys[:cut]) in titles() and _will_be(role)
        titled = held in titles() and (len(held) > 1 or whole or _given_duty(role, cut))
        opens = words[role.start + cut].key in listed("rank_openers") and len(held) > 1 and cut > 1
        joined = _joins(head) or (_joins(words[role.start + cut]) and not opens)
        if titled and is_role(head) and not joined:
            return Role(role.sentence, role.start, role.start + cut)
    return role


def _before_former(role: Role, entities: Entities) -> Role:
    """समिति का अध्यक्ष पूर्व सचिव A को बनाया: the post that is given stands before the one that A held."""
    words = role.sentence.words
    at = next((j for j in range(max(role.start - 1, 0), role.end) if words[j].key in listed("former")), 0)
    return role_at(role.sentence, 0, at - 1, entities) if at > 1 and is_role(words[at - 1]) else role


def _will_be(role: Role) -> bool:
    """सह प्रभारी तहसीलदार A होंगे: the verb after the name gives a post."""
    return any(w.key in listed("becoming") for w in role.sentence.words[role.end :])


def _given_duty(role: Role, cut: int) -> bool:
    """कक्ष के प्रभारी लेखपाल A होंगे, मेला प्रभारी तहसीलदार A होंगे: a duty before the post that A holds."""
    words = role.sentence.words
    duty = role.start + cut - 1
    led = duty > 0 and words[duty - 1].key in listed("genitive")
    whole = (title_key(words[duty].text), title_key(words[duty + 1].text)) in titles()  # प्रभारी मंत्री
    named = cut > 1 and duty + 2 == role.end and not whole
    given = any(w.key in listed("becoming") for w in words[role.end :])
    nodal = cut > 1 and words[duty - 1].key in listed("duty_marks")
    of_duty = nodal or words[duty].key in listed("given_duties")
    return ((cut == 1 and led) or named) and given and of_duty


def _joins(word: Word) -> bool:
    """सह, उप, प्रतिनिधि: words that make one title of two."""
    return word.key in listed("title_openers") or word.key in listed("bracket_roles")


def has_former(role: Role) -> bool:
    """Whether a title is one that somebody held (पूर्व अध्यक्ष)."""
    words = role.sentence.words
    return any(w.key in listed("former") for w in words[max(role.start - 1, 0) : role.end])


def own_seat(duty: Role | None, before: tuple[int, int], name: int, entities: Entities) -> bool:
    """सागर की जिम्मेदारी A और पन्ना के विधायक B को दी: के shows that the place is that of B's own post."""
    if duty is None or not duty.duty:
        return False
    run = duty.sentence.words
    held = find_role(duty.sentence, *before, entities)
    if held is None or held.duty or held.end != name:
        return False
    seat = range(before[0], held.start)
    oblique = [j for j in seat if run[j].key in listed("oblique_genitive")]
    plain = all(run[j].key not in closed("case_markers") for j in seat if j not in oblique)
    return bool(oblique) and plain and bool(entities.regions_in(duty.sentence.span(before[0], oblique[-1])))
