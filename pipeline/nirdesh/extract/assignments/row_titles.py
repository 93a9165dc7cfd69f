"""The title that those get whom a list of places and names tells, from what stands around the list."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.assignments.announced import announced_title, one_of
from nirdesh.extract.assignments.line_roles import heading_role
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word, words
from nirdesh.extract.assignments.roles import Role, in_name, is_count, is_role, role_at
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import Sentence, Word

_BEFORE = 4  # sentences before a list of which one announces its title
_AFTER = 5  # words after इन सभी among which the title stands
_ACT = 4  # words after a title's genitive among which the act stands


def title_of_rows(read: Sequence[Sentence], first: int, last: int, entities: Entities) -> Role | None:
    """Title of the list that the sentences ``first`` to ``last`` (excluded) are, if it has one.

    It stands in the heading over the list, behind it (इन सभी प्रभारियों को), in a sentence before, in the
    headline, or a sentence before gives a duty (वार्डों की कमान).
    """
    if any(
        has_word("present", s.words) or has_noun("contests", s.words) for s in read[max(first - 1, 0) : first]
    ):
        return None
    if first and (duty := _their_duty(read[first - 1])) is not None:
        return duty
    found = _of_rows(read, first, last, entities)
    barred = words("workers") | words("duty_heads")
    return None if found is None or found.sentence.words[found.end - 1].is_noun(barred) else found


def _of_rows(read: Sequence[Sentence], first: int, last: int, entities: Entities) -> Role | None:
    over = read[first - 1] if first else None
    found = _heading(over, entities) if over is not None else None
    found = found or (_pointed_at(read[last], entities) if last < len(read) else None)
    if found is not None:
        return one_of(found, read)
    near = read[max(first - _BEFORE, 0) : first]
    for sentence in reversed(near):
        if sentence.block not in ("headline", "dateline"):
            title = announced_title(sentence, entities) or _named(sentence, entities)
            if title is not None:
                return one_of(title, read[:first])
    for sentence in read[:first]:
        if sentence.block in ("headline", "subheadline"):
            title = announced_title(sentence, entities) or _headed(sentence, entities)
            if title is not None:
                return one_of(title, read)
    duties = (_duty(sentence) for sentence in reversed(near))
    return next((duty for duty in duties if duty is not None), None)


def _their_duty(over: Sentence) -> Role | None:
    """मंत्री और उनके प्रभार वाले जिले: what the holders of a post are given in the rows below."""
    run = over.words
    owned = (j for j in range(1, len(run)) if run[j - 1].key in words("his_own"))
    at = next((j for j in owned if run[j].is_noun(words("bare_duties"))), None)
    return Role(over, at, at + 1, duty=True) if at is not None else None


def _heading(over: Sentence, entities: Entities) -> Role | None:
    run = over.words
    if over.block == "headline" or has_word("ergative", run) or has_word("dative", run):
        return None
    end = next((j for j, word in enumerate(run) if word.text == "("), len(run))
    titled = 0 < end < len(run) and is_role(run[end - 1])  # महिला मोर्चा : ब्लॉक अध्यक्ष (भाग 2)
    role = role_at(over, 0, end - 1, entities) if titled else heading_role(over, entities)
    return None if role is None or _named_after(role, entities) else role


def _named_after(role: Role, entities: Entities) -> bool:
    """Whether a title is that of somebody whose name follows."""
    run = role.sentence.words
    return role.end < len(run) and in_name(run[role.end], entities)


def _pointed_at(after: Sentence, entities: Entities) -> Role | None:
    """इन सभी वार्ड प्रभारियों को …: what the sentence behind a list calls those in it."""
    run = after.words
    if not has_word("everybody", run[:2]):
        return None
    for j, word in enumerate(run[:_AFTER]):
        if is_role(word) and word.key.endswith(tuple(words("plural_endings"))):
            first = next((k + 1 for k in range(j, -1, -1) if run[k].key in words("everybody")), 0)
            return None if word.is_noun(words("generic")) else role_at(after, first, j, entities)
    return None


def _named(sentence: Sentence, entities: Entities) -> Role | None:
    """सदर का ऐलान किया, सभापति के नाम घोषित किए, प्रभारी नियुक्त करते हुए कहा: a title that is filled."""
    run = sentence.words
    for j in range(len(run) - 2, -1, -1):
        if not is_role(run[j]) or in_name(run[j], entities) or run[j].is_noun(words("generic")):
            continue
        after = run[j + 1 : j + 2 + _ACT]
        if in_name(after[0], entities):
            continue
        told = after[0].key in words("genitive") and has_noun("announce_acts", after[1:])
        filled = after[0].is_noun(words("filling")) and any(w.verbs for w in after[1:3])
        if told or filled:
            return _uncounted(role_at(sentence, 0, j, entities))
    return None


def _headed(sentence: Sentence, entities: Entities) -> Role | None:
    """प्रभारियों को दी जिम्मेदारी: the last title of a headline that tells that posts are filled or dealt out."""
    run = sentence.words
    groups = [clause.group for clause in segment(sentence) if clause.group is not None]
    told = has_noun("staffing", run) or has_noun("dealt", run) or has_noun("filling", run)
    told = told or any(g.stem in words("filling_stems") | words("dealing_stems") for g in groups)
    for j in range(len(run) - 1, -1, -1):
        if not is_role(run[j]) or in_name(run[j], entities) or run[j].is_noun(words("generic")):
            continue
        ends = j == len(run) - 1 and not groups
        if (told or ends) and not _acts(run, j) and not in_name(run[min(j + 1, len(run) - 1)], entities):
            return _uncounted(role_at(sentence, 0, j, entities))
    return None


def _acts(run: Sequence[Word], j: int) -> bool:
    """Whether a title is that of somebody who acts, or of several between whom things are shared."""
    after = [w.key for w in run[j + 1 : j + 3]]
    return bool(after) and (after[0] in words("ergative") or after[0] in words("oblique_genitive"))


def _uncounted(role: Role) -> Role:
    first = role.start
    while first < role.end - 1 and (
        is_count(role.sentence.words[first]) or role.sentence.words[first].key in words("drop")
    ):
        first += 1
    return Role(role.sentence, first, role.end, ending=role.ending)


def _duty(sentence: Sentence) -> Role | None:
    """वार्डों की कमान पदाधिकारियों को दी है, जिलों का प्रभार: a duty that is dealt out."""
    run = sentence.words
    for j in range(len(run) - 1, 0, -1):
        if run[j].is_noun(words("bare_duties")) and run[j - 1].key in words("genitive"):
            return Role(sentence, j, j + 1, duty=True)
    return None
