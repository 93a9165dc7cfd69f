"""Whose word binds nobody: robbers, kin, kings of old; what is only alleged, rumoured or told in a story."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase, head_word, heads, marked, phrase_start
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.extract.directives.frames import Hit
from nirdesh.extract.directives.lexis import affixes, word_class
from nirdesh.extract.directives.matrix import matrix
from nirdesh.extract.directives.quoted import printed
from nirdesh.extract.directives.roles import clause_start
from nirdesh.extract.directives.subjects import subject

_ASKING = ("request", "demand")
_TELLING = ("order", "say")
_OPENS = 6  # words in which a sentence says that it tells a story (फिल्म में …)


def powerless(clause: Clause, hit: Hit, entities: Entities) -> bool:
    """Whether who speaks in a frame has no say over anybody, or is a story, a rumour or a complaint."""
    if hit.frame.cls in ("order", "say") and (_fiction(clause, hit) or _hearsay(clause, hit)):
        return True
    if hit.frame.cls == "say" and hit.group is clause.group and printed(clause):
        return True
    if hit.frame.cls == "order" and _habit(hit):
        return True
    if hit.frame.cls == "demand" and _for_nothing(clause, hit):
        return True
    if hit.frame.cls == "demand" and to_the_top(clause.sentence):
        return True
    if hit.frame.cls in _TELLING and _at_home(clause, hit, entities):
        return True
    own = clause.sentence.words[clause_start(clause) : clause.end]
    if hit.frame.cls == "plan" and any(w.is_noun(word_class("plays")) for w in own):
        return True
    if hit.frame.cls == "request" and _counsels(clause, hit, entities):
        return True
    phrase = _speaking(clause, hit, entities)
    if phrase is None or phrase.start >= phrase.end:
        return False
    last = head_word(phrase)
    if last < phrase.start:
        return False
    words = phrase.sentence.words
    if hit.frame.cls in _TELLING and any(w.is_noun(word_class("bygone")) for w in words[phrase.start : last]):
        return True
    if hit.frame.cls in _TELLING and _reigned(phrase, entities):
        return True
    if hit.frame.cls == "say" and _abroad(words[phrase.start : last + 1]):
        return True
    named = any(r.kind == "person" for r in heads(phrase, entities))
    before = words[phrase.start] if named else words[last]
    if before.is_noun(word_class("outlaws")) or words[last].is_noun(word_class("outlaws")):
        return True
    advises = hit.frame.cls == "request" and words[hit.noun].is_noun(word_class("advice"))
    if advises and not named and words[last].is_noun(_advisers(clause)):
        return True
    if advises and named and _expert(words[phrase.start : last + 1]):
        return True
    if hit.frame.cls == "say" and phrase.case == "" and words[last].is_noun(word_class("laws")):
        return True
    if hit.frame.cls in _ASKING or (hit.frame.cls == "plan" and _dated(clause, entities)):
        return False
    if before.is_noun(word_class("kin")):
        return True
    if named:
        return False
    alone = not words[last].key.endswith(affixes("oblique_plural_endings"))
    return words[last].is_noun(word_class("rulers_of_old")) or (
        alone and words[last].is_noun(word_class("private_persons"))
    )


def _advisers(clause: Clause) -> frozenset[str]:
    """Those whose advice binds nobody; a doctor's to a patient, whom a pronoun means."""
    told = any(w.key in word_class("told_pronouns") for w in clause.sentence.words[clause.start : clause.end])
    return word_class("advisers") | (word_class("healers") if told else frozenset())


def _expert(run: Sequence[Word]) -> bool:
    """मनोवैज्ञानिक रमा देशवाल; not जिला कृषि अधिकारी …, nor केंद्र के वैज्ञानिक …, who speaks for a body."""
    experts = word_class("experts") | word_class("advisers")
    if any(w.is_noun(word_class("officials")) or w.key in closed("genitives") for w in run):
        return False
    return any(w.is_noun(experts) for w in run)


def _counsels(clause: Clause, hit: Hit, entities: Entities) -> bool:
    """रोग विशेषज्ञ रमा देशवाल की सलाह है कि …: whose advice it is stands before the noun."""
    words = clause.sentence.words
    link = hit.noun - 1
    if link <= clause.body or words[link].key not in closed("genitives"):
        return False
    if not words[hit.noun].is_noun(word_class("advice")):
        return False
    return _expert(words[phrase_start(clause, link, clause.body, entities) : link])


def _reigned(phrase: Phrase, entities: Entities) -> bool:
    """राजा मान सिंह ने महल बनवाने का आदेश दिया: a ruler by name, of whom the report gives no post."""
    words = phrase.sentence.words
    named = [r for r in heads(phrase, entities) if r.kind == "person"]
    if not named or entities.posts.get(named[0].id):
        return False
    before = [w for w in words[phrase.start : phrase.end] if w.start < named[0].span.start]
    return any(w.key in word_class("crowned") for w in before[-1:])


def _dated(clause: Clause, entities: Entities) -> bool:
    return bool(entities.dates_in(clause.sentence.span(clause_start(clause), clause.end)))


def _speaking(clause: Clause, hit: Hit, entities: Entities) -> Phrase | None:
    """The phrase of who speaks: before ने, before का कहना है, or the subject of a present."""
    first = clause_start(clause)
    limit = min(clause.end, max(hit.group.start, hit.noun) + 1)
    found: Phrase | None = None
    for phrase in marked(clause, first, limit, entities, word_class("ergative")):
        found = phrase
    if found is not None:
        return found
    if hit.group.forms[0].form == "inf":
        marks = word_class("masculine_genitives")
        said = list(marked(clause, first, hit.group.start, entities, marks))
        return said[-1] if said else None
    nominative = hit.group.stem in word_class("nominative_saying_verbs")
    if hit.group.passive or not (nominative or hit.group.mood in ("pres", "prog")):
        return None
    return subject(clause, first, entities)


def _for_nothing(clause: Clause, hit: Hit) -> bool:
    """न्याय की मांग की, इस्तीफे की मांग की: nothing that whoever is asked could do, or what opponents ask."""
    words = clause.sentence.words
    link = hit.noun - 1
    if link <= clause.start or words[link].key not in closed("genitives"):
        return False
    return words[link - 1].is_noun(word_class("empty_demands"))


def to_the_top(sentence: Sentence) -> bool:
    """मुख्यमंत्री के नाम ज्ञापन: whether a sentence tells of a petition to a head of government."""
    words = sentence.words
    named = any(
        a.is_noun(word_class("powers")) and b.key in closed("genitives") and c.key in word_class("by_name")
        for a, b, c in zip(words, words[1:], words[2:], strict=False)
    )
    return named and any(w.is_noun(word_class("petitions")) for w in words)


def _at_home(clause: Clause, hit: Hit, entities: Entities) -> bool:
    """उसने पत्नी को मायके जाने को कहा: told to somebody of one's own."""
    words = clause.sentence.words
    cases = word_class("dative") | word_class("ablative")
    for phrase in marked(clause, clause_start(clause), max(hit.group.start, hit.noun), entities, cases):
        last = words[phrase.end - 1]
        if last.is_noun(word_class("near_kin")) and not last.key.endswith(affixes("oblique_plural_endings")):
            return True
    return False


def _abroad(run: Sequence[Word]) -> bool:
    """चीन ने कहा, अमेरिकी राष्ट्रपति ने कहा: a country or who leads one."""
    if run[-1].is_noun(word_class("nations")):
        return True
    foreign = any(w.key in word_class("foreign") for w in run[:-1])
    return foreign and run[-1].is_noun(word_class("leaders"))


def _habit(hit: Hit) -> bool:
    """राजा आदेश देता है, दारोगा को आदेश मिलता है: done again and again, or in a story."""
    return hit.group.finite and not hit.group.passive and hit.group.forms[0].form == "impf"


def _fiction(clause: Clause, hit: Hit) -> bool:
    """फिल्म में मां बेटे से कहती है: told in the present of what happens in a story."""
    if hit.group.mood not in ("pres", "prog"):
        return False
    return tells_story(clause.sentence)


def tells_story(sentence: Sentence) -> bool:
    """Whether a sentence opens with the film, play or book that it tells of."""
    words = [w for w in sentence.words[: _OPENS + 1] if not w.punct]
    within = word_class("inessive") | closed("genitives")
    return any(w.is_noun(word_class("stories")) and after.key in within for w, after in pairwise(words))


def _hearsay(clause: Clause, hit: Hit) -> bool:
    """तहरीर में कहा गया, फर्जी पत्र में … को कहा गया, पौराणिक कथा के अनुसार: what no authority says."""
    words = clause.sentence.words[clause_start(clause) : clause.end]
    opening = list(zip(words, words[1:], words[2:], strict=False))[:_OPENS]
    papers = word_class("hearsay_papers") if hit.frame.cls == "say" and hit.group.passive else frozenset()
    return any(
        (w.is_noun(papers) and after.key in word_class("inessive"))
        or (w.key in word_class("fake") and later.key in word_class("inessive"))
        or (w.is_noun(word_class("legends")) and later.key in word_class("source_postpositions"))
        for w, after, later in opening
    )


def unvouched(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """आरोप है कि …, अफवाह फैली कि …, हुक्म था कि …: only alleged, rumoured, hoped for or once ordered."""
    over = matrix(clause, clauses)
    if over is None or over.group is None:
        return False
    group = over.group
    if printed(over) or (group.mood == "able" and group.stem in word_class("existential_verbs")):
        return True  # हो सकता है कि …
    words = over.sentence.words
    near = [words[i] for i in (group.host, group.start, group.start - 1) if i is not None and i >= 0]
    if group.end - clause_start(over) <= _OPENS:
        agent = [j for j in range(clause_start(over), group.start) if words[j].key in word_class("ergative")]
        near += words[max(agent, default=clause_start(over)) : group.start]  # यह चर्चा जोरों पर है कि …
    if any(w.is_noun(word_class("unvouched") | word_class("arguments")) for w in near):
        return True
    if group.mood == "past" and words[group.start - 1].is_noun(word_class("standing_orders")):
        return True  # तहसीलदार का हुक्म था कि …
    return group.mood in ("pres", "past") and any(w.is_noun(word_class("talk")) for w in near)
