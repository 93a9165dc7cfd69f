"""Who speaks: the ने-phrase of a frame, उन्होंने, a dropped subject, or a later sentence that tells it."""

from __future__ import annotations

from dataclasses import replace

from nirdesh.extract.clauses.entities import Entities, is_person_pronoun
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase, heads, marked, phrase_start
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.documents import document_speaks, documents, speaking_author
from nirdesh.extract.directives.frames import Hit, is_adverbial
from nirdesh.extract.directives.ids import ids_of
from nirdesh.extract.directives.lexis import places_of, sequence_at, sequences, word_class
from nirdesh.extract.directives.roles import clause_start, modifies_noun, phrase_class
from nirdesh.extract.directives.subjects import subject
from nirdesh.extract.directives.voices import Speaker, Voice
from nirdesh.mentions import Span

# Rules by which somebody new begins to speak.
TAKES_OVER = (
    "issuer:ne",
    "issuer:dvara",
    "issuer:nominative",
    "issuer:genitive",
    "issuer:bench",
    "issuer:on-behalf",
)


def _opinion_voice(clause: Clause, hit: Hit, first: int, speaker: Speaker, entities: Entities) -> Voice:
    """X का कहना है, उनका कहना है."""
    words = clause.sentence.words
    j = hit.group.start - 1
    while j > first and words[j].key in word_class("before_opinions"):
        j -= 1  # X का यह भी कहना है
    if j > first and words[j].key in word_class("masculine_genitives"):
        phrase = Phrase(clause.sentence, phrase_start(clause, j, first, entities), j, j, "")
        return Voice(ids_of(phrase, entities, speaks=True), hit.group.start, "issuer:genitive")
    if j >= first and words[j].key in word_class("third_person_possessives"):
        return Voice(_meant(words[j], speaker, entities), hit.group.start, "issuer:pronoun")
    last = clause.end - 1
    while last > hit.group.end and words[last].punct:
        last -= 1
    if last > hit.group.end and words[last].key in word_class("direct_genitive"):  # यह कहना है सचिव का
        source = Phrase(clause.sentence, hit.group.end, last, last, "")
        return Voice(ids_of(source, entities, speaks=True), hit.group.start, "issuer:genitive")
    return Voice((), first, "issuer:unknown-ne")


def voice(clause: Clause, hit: Hit, speaker: Speaker, entities: Entities) -> Voice:
    """Issuers of a frame in ``clause``."""
    words = clause.sentence.words
    first = clause_start(clause)
    if hit.group.forms[0].form == "inf":
        return _opinion_voice(clause, hit, first, speaker, entities)
    found: Voice | None = None
    limit = min(clause.end, max(hit.group.start, hit.noun) + 1)
    for found_phrase in marked(clause, first, limit, entities, word_class("ergative")):
        phrase = _past_frame_noun(found_phrase, hit)
        ids = ids_of(phrase, entities) or _askers(phrase, hit, entities)
        if ids:
            found = Voice(ids, phrase.marker + 1, "issuer:ne")
        elif found is None:
            found = Voice((), phrase.marker + 1, "issuer:unknown-ne")
    if found is not None and found.ids:
        again = [j + 1 for j in range(found.end, min(limit, len(words))) if is_person_pronoun(words[j])]
        return replace(found, end=again[-1]) if again else found  # X ने समीक्षा के दौरान उन्होंने …
    for j in range(first, min(limit, len(words))):
        if is_person_pronoun(words[j]):
            beside = _named_beside(clause, first, j, entities)
            return Voice(_meant(words[j], speaker, entities, beside), j + 1, "issuer:pronoun")
        if words[j].key in word_class("first_person_ergatives"):
            return Voice(speaker.ids, j + 1, "issuer:own-voice")
    found = found or _led_by(clause, entities)
    if found is not None:
        return found
    present = hit.group.mood in ("pres", "prog", "fut") and not _agentless(clause, hit)
    done = word_class("nominative_vectors").intersection(hit.group.stems[1:])  # पार्टी फैसला कर चुकी है
    nominative = hit.group.stem in word_class("nominative_saying_verbs") or present or bool(done)
    if nominative and not hit.group.passive:
        spoken = subject(clause, first, entities)
        ids = ids_of(spoken, entities, speaks=True) if spoken is not None else ()
        ids = ids or (_askers(spoken, hit, entities) if spoken is not None else ())
        if spoken is not None and ids:
            return Voice(ids, spoken.end, "issuer:nominative")
    if hit.group.passive or _agentless(clause, hit):
        first = max(first, _past_reason(clause, first, limit))
        for phrase in marked(clause, first, limit, entities, word_class("passive_agent")):
            ids = ids_of(phrase, entities)
            inside = _participial(clause, phrase.marker + 1, hit) or _issued_by(clause, phrase.marker + 1)
            inside = inside or _of_cause(clause, phrase.marker + 1, hit)
            if ids and not inside:
                return Voice(ids, phrase.marker + 1, "issuer:dvara")
        given = hit.frame.id == "grant-time"  # निगम की ओर से जवाब देने के लिए समय दिया गया
        behalf = None if given else on_behalf(clause, first, limit, entities)
        behalf = behalf or _whose(clause, hit, first, entities)
        if behalf is not None:
            return behalf
        met = hit.frame.cls == "plan" and words[first].key in word_class("document_pronouns")
        own = speaking_author(clause, first, limit, entities)
        if own:
            return Voice(own, first, "issuer:document")
        if document_speaks(clause, first, limit) and not met:  # बैठक हुई जिसमें … निर्णय लिया गया
            named = any(i in entities.names for i in speaker.ids)
            spoken_of = speaker.ids if named else speaker.written_by
            return Voice(spoken_of, first, "issuer:document")
        return Voice((), first, "issuer:passive")
    other = _bench(clause, first, limit, entities) or _loose_agent(clause, hit, first, limit, entities)
    other = other or _joined(clause, hit, entities)
    return other or _without_ne(clause, first, entities) or Voice(speaker.latest, first, "issuer:dropped")


def _past_frame_noun(phrase: Phrase, hit: Hit) -> Phrase:
    """घर में रहने की सलाह | डॉक्टरों ने दी: an agent after the noun of its frame does not include it."""
    opens = phrase.end - phrase.start > 1 and phrase.sentence.words[phrase.start].is_noun(hit.frame.nouns)
    return replace(phrase, start=phrase.start + 1) if opens else phrase


def _led_by(clause: Clause, entities: Entities) -> Voice | None:
    """केंद्र ने | जहां … निर्देश दिया है: an agent that stands before the word that opens the clause."""
    words, end = clause.sentence.words, clause.start - 1
    opened = clause.kind != "main" and words[clause.start].key in word_class("contrast_openers")
    if not opened or clause.content or end < 1 or words[end].key not in word_class("ergative"):
        return None
    phrase = Phrase(clause.sentence, phrase_start(clause, end, 0, entities), end, end, words[end].key)
    return Voice(ids_of(phrase, entities), clause.body, "issuer:ne")


def _named_beside(clause: Clause, first: int, pronoun: int, entities: Entities) -> frozenset[str]:
    """मंत्री के फैसले का जिक्र करते हुए उन्होंने …: whom the same clause names before a pronoun that means another."""
    words = clause.sentence.words
    if not any(is_adverbial(g) and first < g.start < pronoun for g in clause.groups):
        return frozenset()
    owners = {words[j].end for j in range(first, pronoun) if words[j + 1].key in closed("genitives")}
    refs = entities.inside(clause.sentence.span(first, pronoun)) if pronoun > first else []
    return frozenset(r.id for r in refs if r.kind == "person" and r.span.end in owners)


def _meant(
    word: Word, speaker: Speaker, entities: Entities, beside: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """Whom उन्होंने means: the likeliest person where that one acted or spoke before, else who did last.

    Args:
        beside: Those whom it cannot mean.
    """
    last = speaker.people or speaker.ids
    if not beside.isdisjoint(last) and beside.isdisjoint(speaker.ids):
        return speaker.ids
    refs = entities.inside(Span(word.start, word.end))
    refs = [r for r in refs if r.id not in beside]
    likeliest = next((r.id for r in refs if r.mention == "pronoun" and r.id in speaker.seen), None)
    together = likeliest in last or (last and last == entities.bench)  # those who spoke with one voice
    return (likeliest,) if likeliest and not together else last


def _without_ne(clause: Clause, first: int, entities: Entities) -> Voice | None:
    """कलेक्टर रमा देशवाल आज अधिकारियों को निर्देश दिए: a person who opens the sentence, where ने is forgotten."""
    if clause.start or clause.content:
        return None
    found = subject(clause, first, entities)
    if found is None or found.start != first:
        return None
    people = [r.id for r in heads(found, entities) if r.kind == "person" and r.mention == "name"]
    return Voice((people[0],), found.end, "issuer:nominative") if len(people) == 1 else None


def _joined(clause: Clause, hit: Hit, entities: Entities) -> Voice | None:
    """सरकार ने सत्र बुलाया और … का फैसला किया: who acts before it decides too; the public only asks."""
    words = clause.sentence.words
    if clause.content or words[clause.start].key not in closed("list_conjunctions"):
        return None
    marks = [j for j in range(1, clause.start) if words[j].key in word_class("ergative")]
    if not marks:
        return None
    phrase = Phrase(clause.sentence, phrase_start(clause, marks[-1], 0, entities), marks[-1], marks[-1], "")
    found = phrase_class(phrase, entities)
    if found == "body":
        ids = ids_of(phrase, entities, speaks=True)
        return Voice(ids, clause_start(clause), "issuer:joined") if ids else None
    if found != "public":
        return None
    asks = hit.frame.cls in ("request", "demand")
    ids = (entities.office(phrase.text, phrase.span),) if asks else ()
    return Voice(ids, clause_start(clause), "issuer:joined-public")


def _past_reason(clause: Clause, first: int, limit: int) -> int:
    """विभाग द्वारा दी चेतावनी को देखते हुए | शासन द्वारा …: where a reason before the agent ends."""
    words = clause.sentence.words
    agents = [j for j in range(first, limit) if words[j].key in word_class("passive_agent")]
    ends = [j + size for j in range(first, limit) if (size := sequence_at(words, j, limit, "reasons"))]
    last = max(ends, default=first)
    return last if agents and agents[-1] > last > agents[0] else first


def _participial(clause: Clause, j: int, hit: Hit) -> bool:
    """संघ द्वारा दिए गए पत्र के अनुसार … निर्णय लिया गया: the agent of a participle before the frame."""
    following = next((g for g in clause.groups if g.start >= j), hit.group)
    return following is not hit.group and following.mood == "part" and not is_adverbial(following)


def _issued_by(clause: Clause, j: int) -> bool:
    """मंत्रालय द्वारा जारी निर्देशों के लागू होने पर …: whose document it is, which only modifies a noun."""
    words = clause.sentence.words
    if words[j].key not in word_class("issued"):
        return False
    k = next((k for k in range(j + 1, min(j + 5, clause.end - 1)) if words[k].is_noun(documents())), None)
    return k is not None and words[k + 1].key in closed("genitives")


def _of_cause(clause: Clause, j: int, hit: Hit) -> bool:
    """ठेकेदारों द्वारा काम न करने पर … के निर्देश दिए: whose act before ``j`` the order only answers."""
    cause = next((g for g in clause.groups if g.start >= j and g.mood != "kar"), hit.group)
    if cause.start >= hit.group.start or cause.mood != "inf" or cause.stem in word_class("finding_verbs"):
        return False
    if cause.stem in closed("intransitive"):
        return False  # आयुक्त द्वारा अनुपस्थित रहने पर सचिव को …
    return sequence_at(clause.sentence.words, cause.end, clause.end, "after_causes") > 0


def _loose_agent(clause: Clause, hit: Hit, first: int, limit: int, entities: Entities) -> Voice | None:
    """आयुक्त द्वारा … निर्देश दिए: द्वारा where the active verb would need ने."""
    for phrase in marked(clause, first, limit, entities, word_class("passive_agent")):
        if modifies_noun(clause, phrase.marker + 1) or _of_cause(clause, phrase.marker + 1, hit):
            continue
        ids = ids_of(phrase, entities) if phrase_class(phrase, entities) not in (None, "public") else ()
        if ids:
            return Voice(ids, phrase.marker + 1, "issuer:dvara")
    return None


def _bench(clause: Clause, first: int, limit: int, entities: Entities) -> Voice | None:
    """A और B की खंडपीठ में सुनवाई करते हुए … निर्देश दिया: the judges speak though no ने marks them."""
    words = clause.sentence.words
    for j in range(first + 1, min(limit, len(words) - 1)):
        if words[j].is_noun(closed("benches")) and words[j + 1].key in word_class("inessive"):
            start = phrase_start(clause, j + 1, first, entities)
            ids = ids_of(Phrase(clause.sentence, start, j + 1, j + 1, ""), entities, speaks=True)
            return Voice(ids, j + 2, "issuer:bench") if ids else None
    return None


def _whose(clause: Clause, hit: Hit, first: int, entities: Entities) -> Voice | None:
    """सचिव की सलाह है कि …, सचिव का सख्त निर्देश है कि …: the genitive before the noun of the frame."""
    words = clause.sentence.words
    issued = any(w.key in word_class("issued") for w in words[hit.noun : hit.group.start])
    stated = hit.group.stem in word_class("copulas") or issued  # विभाग का आदेश जारी हो गया है
    if not stated or hit.noun >= hit.group.start:
        return None
    for phrase in marked(clause, first, hit.noun, entities, word_class("ablative")):
        parted = [
            j for j in range(phrase.start + 1, phrase.end) if words[j].key in word_class("owning_marks")
        ]
        if parted:  # मंडल की दुकानदारों से अपील है कि …
            owner = Phrase(clause.sentence, phrase.start, parted[-1], parted[-1], "")
            ids = ids_of(owner, entities, speaks=True) if phrase_class(owner, entities) else ()
            return Voice(ids, parted[-1] + 1, "issuer:genitive") if ids else None
    for j in range(hit.noun - 1, max(hit.noun - 3, first), -1):
        if words[j].key in closed("genitives") and not words[j - 1].verbs:
            phrase = Phrase(clause.sentence, phrase_start(clause, j, first, entities), j, j, "")
            known = phrase_class(phrase, entities) not in (None, "public")
            ids = ids_of(phrase, entities, speaks=True) if known else ()
            return Voice(ids, j + 1, "issuer:genitive") if ids else None
    return None


def _askers(phrase: Phrase, hit: Hit, entities: Entities) -> tuple[str, ...]:
    """ग्रामीणों ने … की मांग रखी: the public may ask, though it orders nobody."""
    if hit.frame.cls not in ("demand", "request") or phrase_class(phrase, entities) != "public":
        return ()
    return (entities.office(phrase.text, phrase.span),)


def on_behalf(clause: Clause, first: int, limit: int, entities: Entities) -> Voice | None:
    """X की ओर से आदेश जारी किए गए."""
    words = clause.sentence.words
    for j, end in places_of(words, first + 1, limit, sequences("on_behalf")):
        phrase = Phrase(clause.sentence, phrase_start(clause, j, first, entities), j, j, "")
        ids = ids_of(phrase, entities, speaks=True) if phrase_class(phrase, entities) else ()
        if ids:
            return Voice(ids, end, "issuer:on-behalf")
    return None


def _agentless(clause: Clause, hit: Hit) -> bool:
    """निर्देश मिले हैं, तय हुआ: nobody gives it in this clause."""
    return not word_class("agentless_light_verbs").isdisjoint(hit.group.stems[:1])
