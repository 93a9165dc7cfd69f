"""Sentences and headings that say that posts are filled, and the title of all whom those after them name."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.assignments.class_roles import class_role
from nirdesh.extract.assignments.line_roles import SEPARATORS
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word, phrase_at, words
from nirdesh.extract.assignments.roles import Role, in_name, is_count, is_role, role_at
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import is_occasion
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import Sentence, Word

_FILLED = 4  # words after X के रूप में, or after the plural of a title, within which the act stands
_NAMES = 1  # words from नामों to the act (नामों की घोषणा)
_NEAR = 3  # sentences before a list among which the one that announces its title is looked for


def opens_posts(sentence: Sentence) -> bool:
    """Whether a sentence or line announces the posts that the lines after it name."""
    run = sentence.words
    if run[-1].text in SEPARATORS and has_noun("elections", run):
        return True
    if not has_noun("staffing", run):
        return False
    return has_word("as_follows", run) or run[-1].text in SEPARATORS or has_noun("announce_acts", run)


def elects(sentence: Sentence) -> bool:
    """Whether a sentence tells that a body was elected or formed (कार्यकारिणी का चुनाव हुआ)."""
    run = sentence.words
    told = any(g.mood == "perf" and not g.negative for g in _finite(sentence))
    return told and has_noun("staffing", run) and has_noun("ballots", run)


def announced_title(sentence: Sentence, entities: Entities) -> Role | None:
    """Title that a sentence fills without naming a holder.

    सेक्टर मजिस्ट्रेट तैनात किए हैं, प्रभारियों की सूची जारी की, मजिस्ट्रेट के रूप में ड्यूटी लगाई; in a heading
    without a verb (नोडल अधिकारी नियुक्त) or after it (ने बनाए सीट प्रभारी) too.
    """
    run = sentence.words
    finite = _finite(sentence)
    if has_word("present", run) or any(g.negative for g in finite):
        return None
    if any(g.mood != "perf" for g in finite):
        return _posted_as_follows(sentence, finite, entities)
    if names_recipient(sentence, entities) or _given(run, entities):
        return None
    posts = opens_posts(sentence) or has_noun("postings", run)
    found = class_role(sentence, entities, "genitive") if posts else None
    found = found or _told_of(sentence, entities) or _filled(sentence, finite, entities)
    if found is None or (found.end < len(run) and run[found.end].key in words("dative")):
        return None
    head = run[found.end - 1]
    single = found.end - found.start == 1
    titled = head.is_noun(words("titled")) and not has_noun("transfer_signs", run)
    generic = head.is_noun(words("generic")) and (single or not titled)
    return None if generic else found


def _posted_as_follows(sentence: Sentence, finite: Sequence[VerbGroup], entities: Entities) -> Role | None:
    """दंडाधिकारियों की प्रतिनियुक्ति की गई है, जो इस प्रकार है: the verb behind the act only opens the list."""
    run = sentence.words
    opens = finite[0].mood == "perf" and has_word("as_follows", run[finite[0].end :])
    if not opens or names_recipient(sentence, entities):
        return None
    found = class_role(sentence, entities, "genitive")
    generic = found is not None and run[found.end - 1].is_noun(words("generic"))
    return None if found is None or generic or not has_noun("postings", run[found.end :]) else found


def listed_as(sentence: Sentence, entities: Entities) -> Role | None:
    """केंद्रों पर स्टैटिक दंडाधिकारी इस प्रकार हैं: the title of all whom the lines below name."""
    run = sentence.words
    others = words("present") | words("contests") | words("removed_words") | words("elected")
    if others & {w.key for w in run} or names_recipient(sentence, entities):
        return None
    for j in range(1, len(run)):
        head = j - 2 if run[j - 1].key in words("this") else j - 1
        opens = run[j].key in words("as_follows") and head >= 0 and is_role(run[head])
        if opens and any(f.stem in words("be_now") for w in run[j + 1 :] for f in w.verbs):
            after = (w for w in run[j + 1 :] if not w.punct and w.key not in words("locative"))
            role = role_at(sentence, 0, head, entities)
            generic = role.end - role.start == 1 and run[head].is_noun(words("generic"))
            return role if all(w.verbs for w in after) and not generic else None
    return None


def title_over(read: Sequence[Sentence], first: int, entities: Entities) -> Role | None:
    """Title announced for the names from sentence ``first`` on, in the singular where the report has it."""
    for sentence in reversed(read[max(first - _NEAR, 0) : first]):
        found = announced_title(sentence, entities)
        if found is not None:
            return one_of(found, read[:first])
    return None


def one_of(role: Role, read: Sequence[Sentence]) -> Role:
    """The title of one of a class whose plural has another stem (प्रभारियों: प्रभारी), if the report has it."""
    if role.ending:
        return role
    plural = role.sentence.words[role.end - 1]
    for sentence in read[: role.sentence.index + 1]:
        for j, word in enumerate(sentence.words):
            if word.key != plural.key and plural.is_noun(frozenset((word.key,))):
                return Role(sentence, j, j + 1)
    return role


def _told_of(sentence: Sentence, entities: Entities) -> Role | None:
    """मंडल अध्यक्षों की घोषणा की, जिलाध्यक्षों के नाम तय किए: the act is one of a class of posts."""
    found = class_role(sentence, entities, "genitive")
    if found is None:
        return None
    after = sentence.words[found.end + 1 :]
    if after and has_noun("named", after[:1]):
        after = after[1 + _NAMES :] if after[1:2] and after[1].key in words("genitive") else after[1:]
    return found if has_noun("announce_acts", after[:1]) else None


def _finite(sentence: Sentence) -> list[VerbGroup]:
    return [clause.group for clause in segment(sentence) if clause.group is not None]


def names_recipient(sentence: Sentence, entities: Entities) -> bool:
    """Whether a sentence names somebody other than who acts (X ने, X द्वारा, X के …)."""
    run = sentence.words
    marks = words("ergative") | words("agentive") | closed("genitives")
    for ref in entities.inside(sentence.span(0, len(run))):
        if ref.kind != "person" or ref.mention not in ("name", "short"):
            continue
        after = next((j for j, w in enumerate(run) if w.start >= ref.span.end), len(run))
        while after < len(run) and (
            run[after].key in closed("after_names") or run[after].text in words("quotes")
        ):
            after += 1
        if after == len(run) or run[after].key not in marks:
            return True
    return False


def _given(run: Sequence[Word], entities: Entities) -> bool:
    """Whether somebody is given something (को); several who are not named, days and को लेकर apart."""
    unnamed = tuple(words("plural_endings"))
    return any(
        word.key in words("dative")
        and not is_occasion(run, j)
        and not (j and (entities.in_date(run[j - 1]) or run[j - 1].key.endswith(unnamed)))
        for j, word in enumerate(run)
    )


def _duty_of(run: Sequence[Word], after: int) -> int:
    """Words of की जिम्मेदारी behind a title (नोडल अधिकारी की जिम्मेदारी तय कर दी)."""
    led = after + 1 < len(run) and run[after].key in words("genitive")
    return 2 if led and run[after + 1].is_noun(words("bare_duties")) else 0


def _filled(sentence: Sentence, finite: Sequence[VerbGroup], entities: Entities) -> Role | None:
    """The title right before the act that fills it, or in a heading after it."""
    run = sentence.words
    verbs = {g.start for g in finite if g.stem in words("filling_stems")}
    for j in range(len(run) - 1, -1, -1):
        if not is_role(run[j]) or in_name(run[j], entities):
            continue
        role = role_at(sentence, 0, j, entities)
        if role.start < j and is_count(run[role.start]):
            role = Role(sentence, role.start + 1, role.end)
        after = role.end
        while after < len(run) and run[after].key in closed("particles"):
            after += 1  # समन्वयक भी तय हुए
        if phrase_at("as_role", run, after):
            if has_noun("filling", run[after : after + _FILLED + 2]):
                return role
            continue
        after += _duty_of(run, after)
        if (
            after + 1 < len(run)
            and run[after].key in words("genitive")
            and has_noun("postings", run[after + 1 : after + 2])
        ):
            return role  # दंडाधिकारी की प्रतिनियुक्ति
        if after < len(run) and (run[after].is_noun(words("filling")) or after in verbs):
            return role
        ends = [g for g in finite if g.end <= role.start and g.stem in words("filling_stems")]
        headed = sentence.block in ("headline", "subheadline") and role.end == len(run)
        if headed and ends and all(is_count(w) for w in run[ends[-1].end : role.start]):
            return role
        if headed and role.start and run[role.start - 1].is_noun(words("filling")):
            return role
    return None
