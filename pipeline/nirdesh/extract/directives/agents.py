"""Who acts in a clause and may be meant by a later उन्होंने, or speak in one that names nobody."""

from __future__ import annotations

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase, heads, marked, phrase_start
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.directives.attribution import according_to, presiding
from nirdesh.extract.directives.documents import issues
from nirdesh.extract.directives.ids import holders, ids_of
from nirdesh.extract.directives.lexis import affixes, word_class
from nirdesh.extract.directives.roles import clause_start, modifies_noun, phrase_class
from nirdesh.extract.directives.signs import courteous, own_ne
from nirdesh.extract.directives.speaker import on_behalf
from nirdesh.extract.directives.subjects import subject
from nirdesh.extract.directives.target import number
from nirdesh.extract.directives.voices import Speaker
from nirdesh.mentions import Addressee

_WAY = "mood:vehicles-go"
_NOBODY = -2  # no sentence yet; the chair of the first one acts "before" it


def note_agent(clause: Clause, speaker: Speaker, entities: Entities) -> None:
    """The person of a ने-phrase outside quoted content, or who else acts, is whom a later उन्होंने means.

    Who reviews, inspects or holds a meeting is one who leads, too; who issues an order is its author.
    """
    acted = speaker.acted
    speaker.acted = _NOBODY
    _note(clause, speaker, entities)
    if speaker.acted > _NOBODY and speaker.people and _leads(clause):
        speaker.leaders.add(speaker.people)
    if speaker.acted == clause.sentence.index and issues(clause):
        speaker.author = speaker.people
    speaker.acted = speaker.acted if speaker.acted > _NOBODY else acted


def _judging() -> frozenset[str]:
    return closed("benches") | closed("named_courts")


def _leads(clause: Clause) -> bool:
    """समीक्षा की, बैठक ली, निरीक्षण किया गया; not बैठक में कहा."""
    words = clause.sentence.words
    return any(
        words[j].is_noun(word_class("leading_acts"))
        and (j + 1 >= len(words) or words[j + 1].key not in closed("locatives"))
        for j in range(clause_start(clause), clause.end)
    )


def _note(clause: Clause, speaker: Speaker, entities: Entities) -> None:
    if clause.content and not own_ne(clause):
        return
    index = clause.sentence.index
    for phrase in marked(clause, clause_start(clause), clause.end, entities, word_class("ergative")):
        last = phrase.sentence.words[phrase.end - 1]
        refs = heads(phrase, entities)
        speaker.told_of = index
        if any(w.is_noun(word_class("chairing")) for w in clause.sentence.words[clause.start : clause.end]):
            _chairs(phrase, speaker, entities)
        if speaker.people and courteous(clause):
            return
        both = holders(phrase, entities)
        if both:
            speaker.agent(both, index)
        elif last.is_noun(closed("benches")):
            speaker.agent(ids_of(phrase, entities), index)
        elif refs and refs[0].kind == "person":
            speaker.agent(tuple(dict.fromkeys(r.id for r in refs if r.kind == "person")), index)
        elif phrase_class(phrase, entities) == "office" or last.is_noun(_judging()):
            speaker.agent(ids_of(phrase, entities), index)
        return
    told = on_behalf(clause, clause_start(clause), clause.end, entities) or according_to(clause, entities)
    done = told.ids if told is not None else _done_by(clause, entities)
    led = None if done else presiding(clause, entities)
    if done:
        speaker.agent(done, index)
    elif led is not None and led.ids:
        speaker.agent(led.ids, index - 1)  # a passive order in the same sentence need not be the chair's
        if any(w.is_noun(word_class("leading_acts")) for w in clause.sentence.words[led.end : clause.end]):
            speaker.leaders.add(led.ids)
    else:
        _note_subject(clause, speaker, entities)


def _chairs(phrase: Phrase, speaker: Speaker, entities: Entities) -> None:
    """बैठक की अध्यक्षता कलेक्टर ने की: who presided may be who ordered."""
    if phrase_class(phrase, entities) in ("person", "office"):
        ids = ids_of(phrase, entities)
        if ids:
            speaker.leaders.add(ids)


def _done_by(clause: Clause, entities: Entities) -> tuple[str, ...]:
    """The person by whom something was done (आयुक्त द्वारा निरीक्षण किया गया)."""
    if clause.group is None or clause.group.mood != "perf" or courteous(clause):
        return ()
    agents = word_class("passive_agent")
    words = clause.sentence.words[clause_start(clause) : clause.end]
    if any(w.key in closed("subject_pronouns") for w in words):
        return ()  # उन्होंने मंत्री द्वारा शुरू की गई योजना के निर्देश दिए
    for phrase in marked(clause, clause_start(clause), clause.end, entities, agents):
        if not modifies_noun(clause, phrase.marker + 1):
            return tuple(dict.fromkeys(r.id for r in heads(phrase, entities) if r.kind == "person"))
    return ()


def comes_before(clause: Clause, entities: Entities) -> tuple[str, ...]:
    """एसडीओ रमा देशवाल पहुंचीं और बीडीओ को … देने को कहा: the person who acts in the clause before."""
    earlier = [c for c in segment(clause.sentence) if c.end <= clause.start and not c.content]
    if clause.content or not earlier or earlier[-1].group is None or earlier[-1].kind != "main":
        return ()
    group = earlier[-1].group
    if group.mood != "perf" or group.stem not in word_class("motion_verbs") or earlier[-1].start:
        return ()
    found = subject(earlier[-1], clause_start(earlier[-1]), entities)
    people = [r.id for r in heads(found, entities) if r.kind == "person"] if found else []
    return (people[0],) if len(people) == 1 else ()


def movers(clause: Clause, rule: str, entities: Entities) -> tuple[Addressee, ...]:
    """आगरा से आने वाले भारी वाहन बाईपास होकर जाएंगे: the vehicles whose way a plan settles.

    Not those of a service, nor so many of them (पांच बसें जाएंगी).
    """
    group, words = clause.group, clause.sentence.words
    if group is None or rule != _WAY:
        return ()
    for j in range(clause_start(clause), group.start):
        moves = words[j].is_noun(word_class("vehicles")) and not words[j].is_noun(word_class("services"))
        if not moves or words[j].key.endswith(affixes("oblique_plural_endings")):
            continue
        if words[j + 1].key in closed("case_markers") | closed("after_genitive") | word_class("vehicles"):
            return ()
        first = phrase_start(clause, j + 1, clause_start(clause), entities)
        if any(w.key.startswith(affixes("agentive_stems")) for w in words[first:j]):
            first = clause_start(clause)  # आगरा से दिल्ली की ओर जाने वाले | ट्रक
        while first < j and (entities.in_date(words[first]) or words[first].key in closed("after_dates")):
            first += 1
        if any(w.key[:1].isdigit() or number(w.text) is not None for w in words[first : j + 1]):
            return ()
        return (Addressee(clause.sentence.span(first, j + 1)),)
    return ()


def _note_subject(clause: Clause, speaker: Speaker, entities: Entities) -> None:
    """Who came, saw or was angry (सचिव रमा देशवाल बैठक में पहुंचीं) may be meant by a later उन्होंने or कहा."""
    if clause.group is None or clause.group.mood != "perf" or clause.kind != "main":
        return
    found = subject(clause, clause_start(clause), entities)
    people = [r.id for r in heads(found, entities) if r.kind == "person"] if found else []
    people = people or _who_came(clause, entities)
    if len(people) == 1 and not speaker.people:
        speaker.agent((people[0],), clause.sentence.index)


def _who_came(clause: Clause, entities: Entities) -> list[str]:
    """सचिव रमा देशवाल मेला क्षेत्र पहुंचीं: the only person of a clause that ends in a place without a marker."""
    group, words = clause.group, clause.sentence.words
    if group is None or group.stem not in word_class("motion_verbs") or group.passive:
        return []
    named = [
        r for r in entities.inside(clause.sentence.span(clause.start, group.start)) if r.kind == "person"
    ]
    after = [w for w in words if named and w.start >= named[0].span.end][:1]
    marked_off = any(w.punct or w.key in closed("case_markers") | closed("along_with") for w in after)
    return [named[0].id] if len(named) == 1 and not marked_off else []
