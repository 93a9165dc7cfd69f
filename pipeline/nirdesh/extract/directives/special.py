"""Drafts of a frame: one for each content, or its own verb (स्पष्टीकरण मांगा, रोक लगा दी, निर्णय लिया गया)."""

from __future__ import annotations

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import marked
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.bygone import began_before
from nirdesh.extract.directives.circumstances import past_circumstances
from nirdesh.extract.directives.contents import Reading
from nirdesh.extract.directives.frames import Hit, event_before
from nirdesh.extract.directives.gapped import split_gapped
from nirdesh.extract.directives.lexis import affixes, purposive_ends_at, sequence_at, word_class
from nirdesh.extract.directives.members import Content
from nirdesh.extract.directives.model import Draft
from nirdesh.extract.directives.roles import (
    action_start,
    as_addressees,
    clause_start,
    doers,
    phrase_class,
    trim_span,
)
from nirdesh.extract.directives.signs import empty, forbids, moves, others
from nirdesh.extract.directives.terms import GRANTED, timed
from nirdesh.extract.directives.unbinding import to_custody
from nirdesh.extract.directives.voices import Voice
from nirdesh.mentions import Addressee, Modality, Span

ENSURES = "content:ensures"  # rule of a draft whose act stands in the कि-clause behind it
_SHORT_TITLE = 3  # words of a title that no list has


def _draft(
    clause: Clause,
    start: int,
    end: int,
    modality: Modality,
    spoken: Voice,
    addressees: tuple[Addressee, ...],
    rules: list[str],
) -> Draft:
    sentence = clause.sentence
    return Draft(
        clause,
        Span(sentence.start, sentence.end),
        trim_span(sentence, start, end),
        sentence.span(min(start, max(spoken.end, clause_start(clause))), end),
        modality,
        spoken.ids,
        addressees,
        [*rules, spoken.rule],
        headline=sentence.block in ("headline", "subheadline"),
        implicit=spoken.rule == "issuer:passive",
    )


def content_drafts(
    clause: Clause, hit: Hit, spoken: Voice, content: Content, entities: Entities
) -> list[Draft]:
    """What somebody has to do: X को सूची भेजने के निर्देश दिए, रिक्त पद भरने का भरोसा दिया."""
    sentence = clause.sentence
    start = action_start(clause, content.start, content.end, entities)
    modality = hit.frame.modality or "order"
    bare = content.group is None
    rules = [f"frame:{hit.frame.id}", spoken.rule, "content:noun" if bare else "content:infinitive"]
    if bare and (empty(clause, start, content.end) or moves(clause, content)):
        return []
    if _only_aims(clause, hit, content) or (bare and _before_whom(clause, content)):
        return []
    if _only_ensures(clause, start, content):
        rules.append(ENSURES)
    if to_custody(clause, content):
        return []
    if bare and hit.frame.cls == "demand" and hit.group.mood == "pres":
        return []  # शरीर आराम की मांग करता है
    if modality == "order" and forbids(clause, content):
        modality = "prohibition"
        rules.append("mood:forbidding-action")
    if hit.frame.cls == "say" and modality != "prohibition":
        modality = "order"
    if hit.frame.cls == "assure":
        if not entities.dates_in(sentence.span(content.start, content.end)):
            return []
        modality = "announcement"
    draft = Draft(
        clause,
        Span(sentence.start, sentence.end),
        trim_span(sentence, start, content.end),
        sentence.span(content.start, hit.noun + 1 if hit.frame.id == GRANTED else content.end),
        modality,  # type: ignore[arg-type]
        spoken.ids,
        others(content.addressees, spoken.ids),
        rules,
        headline=sentence.block in ("headline", "subheadline"),
        implicit=spoken.rule == "issuer:passive",
    )
    return split_gapped(draft, start, content.end, entities)


def _before_whom(clause: Clause, content: Content) -> bool:
    """मंत्री के सामने | पांच मांगें रखीं: who hears the demands is not what is demanded."""
    words = clause.sentence.words
    return any(w.key in word_class("before_whom") for w in words[content.end : content.end + 2])


def _only_ensures(clause: Clause, start: int, content: Content) -> bool:
    """यह सुनिश्चित करने को कहा है कि …: what is to be ensured stands behind the frame, and is found there."""
    words = clause.sentence.words
    group = content.group
    if group is None or group.host is None or words[group.host].key not in word_class("ensuring_hosts"):
        return False
    pointing = word_class("cataphoric_pronouns") | word_class("genitive_pointers") | closed("particles")
    told = [j + 1 for j in range(start, group.host) if words[j].key in closed("oblique_pronouns")]
    start = max(told, default=start)  # बैठक में उन्हें | यह सुनिश्चित करने को कहा
    if any(w.key not in pointing for w in words[start : group.host]):
        return False
    return any(w.key in word_class("complementizer") for w in words[clause.end : clause.end + 1])


def _only_aims(clause: Clause, hit: Hit, content: Content) -> bool:
    """बाढ़ से बचने के लिए … ने एडवाइजरी जारी की: what a paper is issued for, told to nobody in it."""
    words = clause.sentence.words
    verb = words[hit.group.host].key if hit.group.host is not None else ""
    if content.addressees or content.group is None or verb not in word_class("issued"):
        return False
    if not words[content.end : content.end + 2] or not purposive_ends_at(words, content.end + 1):
        return False
    return any(not w.is_noun(hit.frame.nouns) for w in words[content.end + 2 : hit.noun])


def answer_draft(
    clause: Clause, hit: Hit, spoken: Voice, reading: Reading, entities: Entities
) -> list[Draft]:
    """Somebody has to answer: X से स्पष्टीकरण मांगा, X का जवाब तलब किया."""
    first = max(spoken.end, clause_start(clause))
    if hit.noun < first:
        return []
    asked = word_class("ablative")
    rules = [f"frame:{hit.frame.id}", "content:answer"]
    if hit.frame.id == "summon":  # सचिव को सोमवार को तलब किया
        summoned = [
            p
            for p in marked(clause, first, hit.noun, entities, word_class("dative"))
            if phrase_class(p, entities)
        ]
        by_court = any(w.is_noun(closed("named_courts")) for w in clause.sentence.words[: hit.noun])
        if not summoned or not by_court:
            return []
        told = as_addressees(summoned[0], entities)
        return [_draft(clause, summoned[0].marker + 1, clause.end, "order", spoken, told, rules)]
    phrases = marked(clause, first, hit.noun, entities, asked | closed("genitives"))
    words = clause.sentence.words
    for phrase in sorted(phrases, key=lambda p: p.case not in asked):
        if words[phrase.marker + 1].key in closed("after_genitive") | word_class("benefactive"):
            continue  # संयंत्रों के लिए पेड़ काटने पर … जवाब मांगा
        if phrase_class(phrase, entities):
            owned = phrase.case not in asked
            about = owned and not clause.sentence.words[hit.noun].is_noun(word_class("own_answers"))
            start = action_start(clause, first, clause.end, entities) if about else hit.noun
            start = start if owned else phrase.marker + 1
            addressees = () if about else as_addressees(phrase, entities)
            return [_draft(clause, start, clause.end, "order", spoken, addressees, rules)]
    pronoun = next(
        (j for j in range(first, hit.noun) if clause.sentence.words[j].key in word_class("asked_pronouns")),
        None,
    )
    if pronoun is not None:  # उनसे स्पष्टीकरण मांगा
        told = _named_before(clause, pronoun, spoken, entities)
        return [_draft(clause, pronoun + 1, clause.end, "order", spoken, told, rules)]
    papered = any(g.mood == "kar" and g.start < hit.noun for g in clause.groups)
    if hit.group.passive or papered:
        for phrase in marked(clause, first, hit.noun, entities, word_class("dative")):
            if phrase_class(phrase, entities):  # चार पार्षदों को नोटिस थमाकर जवाब मांगा गया
                after = phrase.marker + 1
                done = [g.end for g in clause.groups if g.mood == "kar" and after <= g.start < hit.noun]
                start = max([after, *done])
                told = as_addressees(phrase, entities)
                return [_draft(clause, start, clause.end, "order", spoken, told, rules)]
    for phrase in marked(clause, clause_start(clause), spoken.end - 1, entities, asked):
        if phrase_class(phrase, entities):  # सहायक अभियंता से आयुक्त ने स्पष्टीकरण मांगा
            told = as_addressees(phrase, entities)
            return [_draft(clause, first, clause.end, "order", spoken, told, rules)]
    for phrase in marked(clause, first, hit.noun, entities, asked):
        title = clause.sentence.words[phrase.end - 1]  # one that nobody knows: आरडीसी से जवाब मांगा
        short = phrase.end - phrase.start <= _SHORT_TITLE and title.key not in closed("manners")
        if short and not entities.in_date(title) and not title.verbs:
            told = as_addressees(phrase, entities)
            return [_draft(clause, phrase.marker + 1, clause.end, "order", spoken, told, rules)]
    start = past_circumstances(clause, hit, first, spoken.end)
    if spoken.ids and timed(clause, start, hit.group.start, entities):
        return [_draft(clause, start, clause.end, "order", spoken, (), rules)]  # तीन दिन में रिपोर्ट मांगी
    return []


def _named_before(clause: Clause, pronoun: int, spoken: Voice, entities: Entities) -> tuple[Addressee, ...]:
    """The person named last before a pronoun who is not the one who speaks."""
    start = clause.sentence.words[pronoun].start
    named = [
        r for r in entities.refs if r.kind == "person" and r.span.end <= start and r.id not in spoken.ids
    ]
    return (Addressee(named[-1].span, person=named[-1].id),) if named else ()


def regime_draft(
    clause: Clause, hit: Hit, spoken: Voice, entities: Entities, published: str | None
) -> list[Draft]:
    """जिले में 10 से 15 मई तक धारा 144 लागू की गई है: a regime for days to come is an order.

    Args:
        published: ISO day of the report; of days that began before it the order is no news.
    """
    if hit.frame.id != "publish" or hit.group.mood not in ("perf", "pres"):
        return []
    if not clause.sentence.words[hit.noun].is_noun(word_class("regimes")):
        return []
    first = max(spoken.end, clause_start(clause))
    stretches = [
        entities.dates[i].edtf or "" for i in entities.dates_in(clause.sentence.span(first, clause.end))
    ]
    if not any(e[:1].isdigit() and "/" in e and not began_before(e, published) for e in stretches):
        return []
    start = action_start(clause, first, clause.end, entities)
    return [
        _draft(clause, start, clause.end, "order", spoken, (), [f"frame:{hit.frame.id}", "content:regime"])
    ]


def _refuses(clause: Clause, hit: Hit, entities: Entities) -> bool:
    """बोलने से मना कर दिया, मना कर रहे हैं: where nobody is told it is no ban but a refusal (छेड़ने से मना किया)."""
    if hit.group.mood in ("prog", "pres"):
        return True
    told = marked(clause, clause_start(clause), hit.noun, entities, word_class("dative"))
    given = not word_class("refusing_vectors").isdisjoint(hit.group.stems[1:])
    return given and not any(phrase_class(p, entities) for p in told)


def _stands(hit: Hit) -> bool:
    """रोक लगी हुई है: how things stand, not what somebody bans now."""
    first, after = hit.group.forms[0], hit.group.forms[1:2]
    return (
        first.form == "perf"
        and any(f.stem in word_class("existential_verbs") for f in after)
        and any(f.form == "perf" for f in after)
    )


def ban_draft(clause: Clause, hit: Hit, spoken: Voice, reading: Reading, entities: Entities) -> list[Draft]:
    """… पर रोक लगा दी, … पर प्रतिबंध रहेगा."""
    if hit.group.mood in ("past", "pres") and not hit.group.passive:
        return []
    if clause.kind == "purpose" or _stands(hit):
        return []
    if clause.sentence.words[hit.noun].is_noun(word_class("refusals")) and _refuses(clause, hit, entities):
        return []
    first = max(spoken.end, clause_start(clause))
    start = action_start(clause, first, hit.noun + 1, entities)
    what = clause.sentence.words[start : hit.noun]
    ahead = _banned_ahead(clause, spoken) if len(what) < 2 else 0
    if ahead:
        start = action_start(clause, clause_start(clause), ahead, entities)
        what = clause.sentence.words[start : ahead - 1]
    if len(what) < 2 or any(w.is_noun(closed("pays")) for w in what):
        return []  # वेतन आहरण पर रोक लगा दी: a penalty
    told = _kept_out(clause, start, ahead or hit.noun, entities)
    rules = [f"frame:{hit.frame.id}", "content:ban"]
    return [_draft(clause, start, clause.end, "prohibition", spoken, told, rules)]


def _banned_ahead(clause: Clause, spoken: Voice) -> int:
    """बालू के उठाव पर | प्रशासन ने रोक लगा दी: the word after what is banned before its agent; 0 for none."""
    words, first = clause.sentence.words, clause_start(clause)
    ends = [j + 1 for j in range(first + 1, spoken.end) if words[j].key in word_class("superessive")]
    return ends[-1] if ends and spoken.end > first else 0


def _kept_out(clause: Clause, first: int, last: int, entities: Entities) -> tuple[Addressee, ...]:
    """वरिष्ठ छात्रों के छात्रावास में जाने पर रोक: who may not go there; not 5 से अधिक लोगों के जमा होने पर."""
    words = clause.sentence.words
    going = [g for g in clause.groups if g.mood == "inf" and first < g.start and g.end == last - 1]
    if not going:
        return ()
    for phrase in marked(clause, first, going[0].start, entities, word_class("oblique_genitive")):
        if phrase.start == first and phrase_class(phrase, entities) == "office":
            return as_addressees(phrase, entities, named=False)  # कुलपति के निविदा निकालने पर रोक
    if going[0].stem not in word_class("going_verbs"):
        return ()
    for phrase in marked(clause, first, going[0].start, entities, word_class("oblique_genitive")):
        inside = words[phrase.start : phrase.end]
        counted = any(w.key[:1].isdigit() or w.key in closed("comparers") for w in inside)
        many = inside[-1].key.endswith(affixes("oblique_plural_endings"))
        if phrase.start == first and many and not counted:
            return as_addressees(phrase, entities, named=False) if phrase_class(phrase, entities) else ()
        return ()
    return ()


def plan_draft(clause: Clause, hit: Hit, spoken: Voice, reading: Reading, entities: Entities) -> list[Draft]:
    """… करने का निर्णय लिया गया, … होना तय हुआ है."""
    if hit.frame.id in ("decide", "announce", "approve"):
        made: list[Draft] = []
        body = any(r.id in spoken.ids and r.kind == "organisation" for r in entities.refs)
        for content in reading.contents:
            start = action_start(clause, content.start, content.end, entities)
            dated = bool(entities.dates_in(clause.sentence.span(content.start, content.end)))
            private = any(r.id in spoken.ids and r.kind == "person" for r in entities.refs)
            private = (private and not clause.content) or (hit.frame.id == "announce" and not body)
            act = content.group is not None or (dated and _announces(clause, hit, content))
            if not act or (private and not dated) or moves(clause, content):
                continue
            rules = [f"frame:{hit.frame.id}", "content:infinitive" if content.group else "content:noun"]
            modality: Modality = "announcement"
            if content.group is not None and _bans(clause, content):
                modality, rules = "prohibition", [*rules, "mood:forbidding-action"]
            draft = _draft(clause, start, content.end, modality, spoken, content.addressees, rules)
            made += split_gapped(draft, start, content.end, entities)
        return made
    ends = [
        g for g in clause.groups if g.mood == "inf" and g.end <= hit.group.start and hit.noun - g.end <= 1
    ]
    if not ends:
        return _last_day(clause, hit, spoken, entities)
    first = clause_start(clause)
    found, after = doers(clause, first, entities)
    start = action_start(clause, after, ends[-1].end, entities)
    rules = [f"frame:{hit.frame.id}", "content:plan"]
    return [_draft(clause, start, ends[-1].end, "announcement", spoken, found, rules)]


def _bans(clause: Clause, content: Content) -> bool:
    """जुलूसों पर रोक लगाने (का निर्णय)."""
    keys = [w.key for w in clause.sentence.words[max(content.start, content.end - 4) : content.end]]
    return any(k in closed("bans") for k in keys) and keys[-1] in closed("imposing")


def _announces(clause: Clause, hit: Hit, content: Content) -> bool:
    """5 मई को जेल भरो आंदोलन का ऐलान किया: the event is what is announced."""
    return hit.frame.id == "announce" and event_before(clause, content.end)


def _last_day(clause: Clause, hit: Hit, spoken: Voice, entities: Entities) -> list[Draft]:
    """आवेदन की अंतिम तिथि 10 मई निर्धारित है; सुनवाई के लिए 10 मई की तारीख तय की."""
    words = clause.sentence.words
    first = max(spoken.end, clause_start(clause))
    named = any(sequence_at(words, j, clause.end, "last_days") for j in range(first, hit.noun))
    named = named or _day_for(clause, hit, first)
    if not named or not entities.dates_in(clause.sentence.span(first, clause.end)):
        return []
    return [
        _draft(
            clause, first, clause.end, "announcement", spoken, (), [f"frame:{hit.frame.id}", "content:day"]
        )
    ]


def _day_for(clause: Clause, hit: Hit, first: int) -> bool:
    """अगली सुनवाई के लिए 10 मई की तारीख | तय की: the day of an event is what is settled."""
    words = clause.sentence.words
    if not words[hit.noun - 1].is_noun(word_class("settled_days")):
        return False
    return any(
        purposive_ends_at(words, j) and words[j - 2].is_noun(word_class("settled_events"))
        for j in range(first + 2, hit.noun)
    )
