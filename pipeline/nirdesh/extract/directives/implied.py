"""Who is told where neither the subject nor the frame says it: refused, formed, charged or named before."""

from __future__ import annotations

from dataclasses import replace

from nirdesh.extract.clauses.actors import actor_class, weak_actors
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase, marked, phrase_start
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.ids import ids_of
from nirdesh.extract.directives.lexis import affixes, sequence_at, word_class
from nirdesh.extract.directives.objects import done_to
from nirdesh.extract.directives.roles import as_addressees, clause_start, phrase_class
from nirdesh.extract.directives.target import number
from nirdesh.extract.directives.voices import Voice
from nirdesh.mentions import Addressee, Span

_REFUSED = (
    "mood:no-entry",
    "mood:permission-denied",
    "mood:not-free-to",
    "mood:permission-lacking",
    "mood:forbidden-state",
    "mood:forbidden",
)
_ANYBODY = 3  # words of किसी भी प्रभारी
_LEAD = 8  # words that may open a clause before सभी (आदेश के अनुसार सभी …)
_BETWEEN = 2  # words between a noun and the verb that forms what it names (12 सर्वेयर तैनात किए गए)
_HELD = 8  # words between those whose pay is stopped and the pronoun that means them


def refused(clause: Clause, rule: str, first: int, entities: Entities) -> tuple[Addressee, ...]:
    """किसी भी कर्मचारी को … की अनुमति नहीं होगी, वीक्षकों को … की मनाही रहेगी: who may not do it."""
    group = clause.group
    if group is None or rule not in _REFUSED:
        return ()
    words = clause.sentence.words
    for phrase in marked(clause, first, group.start, entities, word_class("dative")):
        start = phrase.start
        while start > first and words[start - 1].key in word_class("anyone") | closed("particles"):
            start -= 1
        phrase = replace(phrase, start=start)
        if done_to(clause, phrase):
            return ()  # परीक्षक को बाहर बुलाना वर्जित है
        run = words[start : phrase.end]
        anybody = run[0].key in word_class("anyone") and 1 < len(run) <= _ANYBODY
        kind = phrase_class(phrase, entities)
        many = run[-1].key.endswith(affixes("oblique_plural_endings"))
        anyone = anybody and run[-1].is_noun(weak_actors("people"))
        if kind in ("office", "person") or (kind == "public" and (many or anybody)) or anyone:
            return as_addressees(phrase, entities, named=False)
        return ()
    return ()


def will_be_told(clause: Clause, entities: Entities) -> tuple[Addressee, ...]:
    """कंपनियों से प्रशिक्षण देने के लिए भी कहा जाएगा: whom somebody will tell."""
    group = clause.group
    told = group is not None and group.passive and group.stem in word_class("telling_verbs")
    if group is None or not told or group.mood != "fut":
        return ()
    first = clause_start(clause)
    for phrase in marked(clause, first, group.start, entities, word_class("ablative") | word_class("dative")):
        return as_addressees(phrase, entities) if phrase_class(phrase, entities) else ()
    return ()


def everybody(clause: Clause, first: int, entities: Entities) -> tuple[tuple[Addressee, ...], int]:
    """आदेश के अनुसार सभी तत्काल आमद दें: सभी without a noun that it belongs to, and the word after it."""
    group, words = clause.group, clause.sentence.words
    if group is None or group.passive or group.mood not in ("hort", "fut") or not group.forms[-1].plural:
        return (), first
    for j in range(first, min(first + _LEAD, group.start - 1)):
        before = words[j - 1] if j > first else None
        if words[j].key not in word_class("everyone"):
            continue
        opens = before is None or before.punct or entities.in_date(before)
        if not opens and (before is None or before.key not in word_class("source_postpositions")):
            return (), first
        after = words[j + 1]
        known = after.key in word_class("after_everyone") or entities.in_date(after)
        if known or after.key.startswith(affixes("reflexive_stems")):
            return (Addressee(Span(words[j].start, words[j].end)),), j + 1
        return (), first
    return (), first


def formed_before(clause: Clause, previous: Clause | None, entities: Entities) -> tuple[Addressee, ...]:
    """… टीम बनाई गई है जो रोज जांच करेगी: whom the clause before forms, elects or puts on duty."""
    before = previous.group if previous is not None else None
    if previous is None or before is None or before.mood not in ("perf", "past", "pres"):
        return ()
    words, last = previous.sentence.words, clause.group
    settled = before.host is not None and words[before.host].key in word_class("forming_hosts")
    end = before.host if settled and before.host is not None else before.start
    near = range(end - 1, max(end - 1 - _BETWEEN, previous.body) - 1, -1)
    noun = next((j for j in near if not words[j].punct and actor_class(words[j]) is not None), None)
    if noun is None or last is None:
        return ()
    marks = [w.key for w in words[noun + 1 : end] if w.key in closed("case_markers")]
    if marks and not (settled and len(marks) == 1 and marks[0] in word_class("direct_genitive")):
        return ()  # दल का | गठन किया है, but not समिति को
    formed = settled or before.stem in word_class("forming_verbs")
    many = last.forms[-1].plural
    if not formed or (not many and actor_class(words[noun]) != "body"):
        return ()
    start = phrase_start(previous, noun + 1, clause_start(previous), entities)
    start = max((j + 1 for j in range(start, noun) if words[j].key in closed("locatives")), default=start)
    return as_addressees(Phrase(previous.sentence, start, noun + 1, noun + 1, ""), entities, named=False)


def former(clause: Clause, entities: Entities) -> Voice | None:
    """सचिव ने टीम बनाई है, जो सूची देगी: who formed or charged those whom a relative clause tells to act."""
    words, first = clause.sentence.words, clause_start(clause)
    if words[first].key not in word_class("relative_subjects") or clause.content:
        return None
    before = next((c for c in reversed(segment(clause.sentence)) if c.end <= clause.start), None)
    group = before.group if before is not None else None
    if before is None or group is None or before.content or group.mood != "perf":
        return None
    host = words[group.host].key if group.host is not None else ""
    hosts = word_class("forming_hosts") | word_class("appointing_hosts") | word_class("founding")
    charged = group.stem in word_class("forming_verbs") | word_class("handing_verbs") or host in hosts
    if not charged:
        return None
    case = word_class("passive_agent") if group.passive else word_class("ergative")
    for phrase in marked(before, clause_start(before), group.start, entities, case):
        ids = ids_of(phrase, entities) if phrase_class(phrase, entities) not in (None, "public") else ()
        return Voice(ids, 0, "issuer:former") if ids else None
    return None


def held_before(clause: Clause, pronoun: int, entities: Entities) -> tuple[Addressee, ...]:
    """दोनों बीडीओ का वेतन रोकते हुए उन्हें, पांच दारोगा अनुपस्थित मिले, उन्हें: the several officials told of before."""
    words = clause.sentence.words
    for j in range(pronoun - 1, max(pronoun - _HELD, 0), -1):
        word = words[j]
        if word.key in word_class("ergative"):
            return ()
        if actor_class(word) != "office" or word.verbs:
            continue
        after = words[j + 1].key
        if after not in closed("genitives") and after in closed("case_markers") | word_class("comitatives"):
            continue
        own = next((c for c in segment(clause.sentence) if c.start <= j < c.end), clause)
        start = phrase_start(own, j + 1, own.body, entities)
        if not any(_several(w) for w in words[start:j]):
            return ()
        return as_addressees(Phrase(clause.sentence, start, j + 1, j + 1, ""), entities, named=False)
    return ()


def _several(word: Word) -> bool:
    """दोनों, तीनों, सभी, 12, पांच."""
    told = word.key in closed("quantifiers") | closed("collective_numbers")
    return told or word.key[:1].isdigit() or number(word.text) is not None


def pronoun_at(clause: Clause, first: int, last: int) -> int | None:
    """Where उन्हें or उनसे stands between two words of a clause."""
    told = word_class("told_pronouns") | word_class("asked_pronouns")
    return next((j for j in range(first, last) if clause.sentence.words[j].key in told), None)


def at_whose_feet(clause: Clause, first: int, last: int, entities: Entities) -> tuple[Addressee, ...]:
    """संगत के चरणों में विनती की, व्यापारियों के समक्ष आग्रह किया: before whom one asks."""
    words = clause.sentence.words
    for j in range(first + 1, last):
        if not sequence_at(words, j, last + 1, "before_whom"):
            continue
        phrase = Phrase(clause.sentence, phrase_start(clause, j, first, entities), j, j, "")
        return as_addressees(phrase, entities) if phrase_class(phrase, entities) else ()
    return ()


def due_paper(clause: Clause, group: VerbGroup | None) -> bool:
    """रिपोर्ट … देनी होगी, सूची कल तक भेजनी है: what who got an inquiry or a task has to hand over."""
    if group is None or group.mood != "oblig" or group.passive:
        return False
    words = clause.sentence.words[clause.body : group.start]
    return group.stem in word_class("handing_over") and any(
        w.is_noun(word_class("written_things")) for w in words
    )


def holds_for(clause: Clause) -> bool:
    """A के अवकाश पर रहने पर B लिंक अधिकारी का कार्य करेंगे: who does the work of a post holds it for a time."""
    group, words = clause.group, clause.sentence.words
    if group is None or group.negative or group.passive or group.stem not in word_class("holding_for"):
        return False
    work = group.start - 1
    if work - 2 <= clause.body or not words[work].is_noun(word_class("works_of_posts")):
        return False
    return words[work - 1].key in closed("genitives") and actor_class(words[work - 2]) == "office"
