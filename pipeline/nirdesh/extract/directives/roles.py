"""Who is to act, and where the words of the action begin: subjects, को/से/द्वारा phrases, adverbials."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nirdesh.extract.clauses.actors import actor_class, known_office
from nirdesh.extract.clauses.entities import Entities, Ref, is_feast
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase, head_word, heads, marked, weak_class
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence, Word, item_body
from nirdesh.extract.directives.classes import of_class
from nirdesh.extract.directives.lexis import affixes, purposive_ends_at, sequence_at, word_class
from nirdesh.extract.directives.listed import members_of, oblique
from nirdesh.extract.directives.objects import done_to, given_to, past_object
from nirdesh.extract.directives.obliged import mandatory_for, must_be_there, whose_act
from nirdesh.extract.directives.subjects import named_after, past_honorifics, subject
from nirdesh.extract.directives.undergone import receives
from nirdesh.mentions import Addressee, Span

_CONCERNED = 2  # words of सभी संबंधितों
_BESIDE = 2  # words from को to a verb right behind it, one noun between
_DOER_DEPS = ("k1", "k4a")  # Paninian labels of a doer and of an experiencer


def clause_start(clause: Clause) -> int:
    """First word that belongs to a clause, words before its dependent clause included."""
    return clause.front[0] if clause.front else clause.body


def phrase_class(phrase: Phrase, entities: Entities) -> str | None:
    """``person``, ``office``, ``body`` or ``public`` for a phrase whose head can act, else None."""
    refs = [r for r in heads(phrase, entities) if r.span.end >= phrase.span.end - 4]
    if any(r.kind == "person" for r in refs):
        return "person"
    word = phrase.sentence.words[head_word(phrase)]
    found = actor_class(word)
    if found:
        return found
    if refs:
        return "office" if refs[-1].kind == "office" else "body"
    weak = weak_class(phrase)
    if weak:
        return weak
    before_it = phrase.sentence.words[phrase.start : head_word(phrase)]
    if word.key in word_class("governments") and all(
        w.punct or w.key in _of_governments() for w in before_it
    ):
        return "body"  # केंद्र को, सभी राज्यों को, केंद्र और राज्य को
    if word.key in word_class("districts") and all(w.key in _of_governments() for w in before_it):
        return "public"  # सभी जिलों को
    if word.key in word_class("concerned") and phrase.end - phrase.start <= _CONCERNED:
        return "office"  # संबंधितों को, सभी संबंधित को
    if word.key.startswith(affixes("agentive_stems")) and oblique(word):
        return "public"  # सहयोग देने वालों से
    if word.key in word_class("anyone") and head_word(phrase) > phrase.start:
        before_word = phrase.sentence.words[head_word(phrase) - 1]
        return "public" if before_word.key in word_class("each") else None  # हर किसी को
    alone = phrase.end - phrase.start == 1 and word.key in closed("collective_numbers")
    if alone or word.key in closed("quantifiers"):
        return "office"  # इन सभी को, तीनों से
    before = head_word(phrase) - 1
    placed = any(place.start <= word.start < place.end for place, _ in entities.regions)
    sided = word.key in closed("sides_of_places") | closed("fields")
    while before > phrase.start and sided and actor_class(phrase.sentence.words[before]) is None:
        before -= 1  # डीएफओ तराई पूर्वी को, उपायुक्त श्रम रोजगार को
    if (placed or sided) and before >= phrase.start:
        led = actor_class(phrase.sentence.words[before])
        if led in ("office", "body"):
            return led  # एसडीपीओ महाराजगंज को, व्यापार महासंघ अशोकनगर ने
    return "office" if _stationed(phrase) else _member_class(phrase)


def _of_governments() -> frozenset[str]:
    joined = closed("list_conjunctions") | closed("demonstratives")
    return word_class("governments") | closed("quantifiers") | joined


def _stationed(phrase: Phrase) -> bool:
    """एसडीएम धनोल्टी को: an officer with his place, which no list knows."""
    words = phrase.sentence.words[phrase.start : phrase.end]
    return len(words) > 1 and known_office(words[0].text) and all(w.pos == "PROPN" for w in words[1:])


def _member_class(phrase: Phrase) -> str | None:
    """Class of another member of a list whose last member is unknown (अंचलाधिकारी, बीडीओ और एमओ)."""
    words = phrase.sentence.words
    for j in range(phrase.start + 1, phrase.end):
        if words[j].key in closed("list_conjunctions") or words[j].text == ",":
            found = actor_class(words[j - 1])
            if found:
                return found
    return None


def as_addressees(phrase: Phrase, entities: Entities, *, named: bool = True) -> tuple[Addressee, ...]:
    """Members of a phrase as addressees: named people one by one, other members as quoted.

    Args:
        named: Whether people are meant where the phrase names them or gives their titles.
    """
    refs = heads(phrase, entities) if named else []
    people = [r for r in refs if r.kind == "person"]
    if people:
        first_of = {r.id: r for r in reversed(people)}
        found = [Addressee(r.span, person=r.id) for r in people if first_of.get(r.id) is r]
        return tuple(sorted([*found, *_unnamed(phrase, people, entities)], key=lambda a: a.span.start))
    found = []
    for first, last in members_of(phrase, entities):
        span = phrase.sentence.span(first, last)
        linked = [r.id for r in refs if r.kind == "organisation" and r.span == span]
        found.append(Addressee(span, organisation=linked[0] if linked else None))
    return tuple(found)


def _unnamed(phrase: Phrase, people: Sequence[Ref], entities: Entities) -> list[Addressee]:
    """बीडीओ रमा देशवाल एवं अन्य अधिकारियों को: members that name nobody beside those that do."""
    words = phrase.sentence.words
    ends = {r.span.end for r in people}
    found = []
    start = phrase.start
    for j in [*range(phrase.start + 1, phrase.end - 1), phrase.end]:
        joins = j == phrase.end or words[j].key in closed("list_conjunctions")
        if not joins or not (words[j - 1].end in ends or actor_class(words[j - 1]) == "office"):
            continue
        span = phrase.sentence.span(start, j)
        alone = j - start == 1 or words[j - 1].key.endswith(affixes("oblique_plural_endings"))
        if alone and not any(span.overlaps(r.span) for r in people):
            found.append(Addressee(span))
        start = j + 1
    return found


def doers(clause: Clause, first: int, entities: Entities) -> tuple[tuple[Addressee, ...], int]:
    """Doers that the clause itself names, and the first word after them (``first`` without any)."""
    group = clause.group
    if group is None:
        return (), first
    undergone = group.passive and group.mood == "should"  # मजदूरों को पंजीकृत किया जाना चाहिए
    needed = (group.mood in ("oblig", "should") and not undergone) or needs(clause)
    if clause.front is not None and first < clause.body and not needed:
        first = clause.body
    if needed:
        for phrase in marked(clause, first, group.start, entities, word_class("dative")):
            if receives(phrase, group) or _of_inner_act(clause, phrase) or done_to(clause, phrase):
                continue
            if given_to(clause, phrase):
                continue
            if group.stem in word_class("getting_verbs"):
                continue  # पीड़ित परिवार को चेक मिल जाना चाहिए
            found_class = phrase_class(phrase, entities)
            host = clause.sentence.words[group.host].key if group.host is not None else ""
            if found_class is None and host in word_class("completions") | word_class("naming_hosts"):
                continue  # कार्यों को तेजी से पूरा करना होगा, इलाकों को आपदाग्रस्त घोषित करना होगा
            if found_class is None and _has_object(clause, phrase.marker + 1, entities):
                found_class = _parsed_doer(phrase)
            if found_class is None and phrase.start == first and _agrees_elsewhere(clause):
                found_class = "office"
            joined = found_class == "public" and group.stem in word_class("joining_verbs")
            acts = not group.negative or _goes(clause, phrase)
            if found_class and not joined and (acts or found_class != "public"):
                return as_addressees(_who_only(clause, phrase, entities), entities), phrase.marker + 1
        bound = mandatory_for(clause, first, entities, phrase_class)
        bound = bound or whose_act(clause, first, entities, phrase_class)
        if bound is not None:
            return as_addressees(bound, entities), bound.marker + 1
    present = must_be_there(clause, first, entities, phrase_class)
    if present is not None:
        return as_addressees(present, entities), present.marker + 1
    for phrase in marked(clause, first, group.start, entities, word_class("passive_agent")):
        if modifies_noun(clause, phrase.marker + 1) or _agent_of_inner(clause, phrase):
            continue
        if phrase_class(phrase, entities):
            return as_addressees(_who_only(clause, phrase, entities), entities), phrase.marker + 1
    if group.mood in ("oblig", "should") or needs(clause):
        return (), first
    found = subject(clause, first, entities)
    if found is not None:
        end = found.marker + 1
        end = past_honorifics(clause, end, group.start)
        return as_addressees(found, entities, named=not of_class(found, group, entities)), end
    after = named_after(clause)
    return (as_addressees(after, entities, named=False) if after else ()), first


def _goes(clause: Clause, phrase: Phrase) -> bool:
    """लोगों को बाहर नहीं निकलना चाहिए, not बच्चों को बाहर नहीं भेजना चाहिए: whether the next verb has no object."""
    act = next((g for g in clause.groups if g.start > phrase.marker), None)
    return act is not None and act.stem in word_class("going_verbs")


def _who_only(clause: Clause, phrase: Phrase, entities: Entities) -> Phrase:
    """सड़कों के गड्ढे | विभाग द्वारा भरे जाएंगे: the phrase without the thing that it opens with."""
    start = past_object(clause, phrase.start, phrase.end, entities, phrase.marker + 1)
    return replace(phrase, start=start)


def _agent_of_inner(clause: Clause, phrase: Phrase) -> bool:
    """निगम द्वारा दुकानें हटाए जाने के विरोध में धरना दिया जाएगा: who does what the main verb is about."""
    inner = next((g for g in clause.groups if g.start > phrase.marker), None)
    words = clause.sentence.words
    if inner is None or inner.mood != "inf" or not inner.passive or inner.end >= len(words):
        return False
    return words[inner.end].key in closed("case_markers")


def _of_inner_act(clause: Clause, phrase: Phrase) -> bool:
    """बच्चों को बचाने का काम होना चाहिए: whom को marks right before it undergoes it."""
    inner = next((g for g in clause.groups if g.start > phrase.marker), None)
    if inner is None or inner.mood != "inf":
        return False
    words = clause.sentence.words
    beside = inner.start - phrase.marker <= _BESIDE
    if inner.stem in word_class("making_verbs") and inner.start > phrase.marker + 1:
        beside = _makes(words, phrase.marker, inner)  # सभी बीडीओ को सूची बनाने के लिए …
    if not beside or inner.end >= len(words):
        return False
    if inner.stem in closed("intransitive") and purposive_ends_at(words, inner.end + 1):
        return False  # लोगों को बचने के लिए घर में रहना होगा
    return words[inner.end].key in closed("genitives")


def _makes(words: Sequence[Word], marker: int, group: VerbGroup) -> bool:
    """प्रत्याशी को भारी मतों से विजयी बनाने: what the one before को is made, with no object of its own."""
    made = group.start - 1
    what = words[made].pos == "ADJ" or actor_class(words[made]) == "office"
    first = made
    while first - 1 > marker and actor_class(words[first - 1]) == "office":
        first -= 1  # प्रधान मंत्री बनाने
    between = [w.key for w in words[marker + 1 : first]]
    apart = not between or between[-1] in closed("case_markers") | closed("particles")
    return what and apart and word_class("dative").isdisjoint(between)


def modifies_noun(clause: Clause, j: int) -> bool:
    """विभाग द्वारा अनुशंसित दवा, विभाग द्वारा दिए गए निर्देश: a participle's agent stands before ``j``."""
    words = clause.sentence.words
    group = clause.group
    if j >= len(words) or (group is not None and group.host == j and group.finite):
        return False  # संघ द्वारा आयोजित किया जाएगा
    learned = words[j].key.endswith(affixes("participle_endings"))
    before_noun = j + 1 < len(words) and not words[j + 1].verbs
    if words[j].key in closed("agentive_participles") or (learned and before_noun):
        return True
    following = next((g for g in clause.groups if g.start >= j), None)
    adverbial = following is not None and following.forms[0].form == "impf"
    if following is not None and following.mood == "inf" and following.end < len(words):
        return words[following.end].key.startswith(affixes("agentive_stems"))  # मंत्री द्वारा शुरू होने वाली यात्रा
    return following is not None and following.mood == "part" and not adverbial


def _has_object(clause: Clause, first: int, entities: Entities) -> bool:
    """Whether a noun beside dates stands before the verb, so that को before it need not mark the object."""
    group = clause.group
    if group is None or group.stem in closed("intransitive"):
        return True
    run = clause.sentence.words[first : group.start]
    return any(w.pos in ("NOUN", "PROPN", "ADJ", "") and not w.punct and not entities.in_date(w) for w in run)


def _parsed_doer(phrase: Phrase) -> str | None:
    """``public`` for a head that the parser takes for the one who is to act (परीक्षार्थियों को आना होगा)."""
    return "public" if phrase.sentence.words[head_word(phrase)].dep in _DOER_DEPS else None


def _agrees_elsewhere(clause: Clause) -> bool:
    """वेस्को को तार उठाने होंगे: the infinitive agrees with an object, so that को marks who has to act."""
    group = clause.group
    if group is None or group.mood != "oblig" or group.stem in word_class("transfer_verbs"):
        return False
    return clause.sentence.words[group.start].key.endswith(affixes("agreeing_infinitive_endings"))


def needs(clause: Clause) -> bool:
    """Whether the clause says that an infinitive is needed (करना अनिवार्य है)."""
    group = clause.group
    if group is None or not any(g.mood == "inf" for g in clause.groups):
        return False
    host = clause.sentence.words[group.host].key if group.host is not None else ""
    return group.mood == "pres" or (group.mood == "fut" and host in closed("necessities"))


def action_start(clause: Clause, first: int, last: int, entities: Entities) -> int:
    """First word of the action between ``first`` and ``last``, after connectors, dates, pronoun subjects."""
    words = clause.sentence.words
    skip = closed("particles") | closed("coordinators") | closed("nominative_pronouns")
    after_date = closed("after_dates")
    j = max(first, item_body(clause.sentence))
    while j < last - 2:
        if words[j].punct or words[j].key in skip:
            if _points_at(words[j], words[j + 1]):
                break
            j += 1
        elif entities.in_date(words[j]) and not (
            _dates_noun(clause, j, last, entities) or _feast_itself(clause, j, last, entities)
        ):
            while j < last - 2 and (entities.in_date(words[j]) or words[j].punct):
                j += 1
            while j < last - 1 and words[j].key in after_date:
                j += 1
        else:
            step = sequence_at(words, j, last - 1, "lead_ins")
            if not step:
                break
            j += step
    return j


def _points_at(word: Word, following: Word) -> bool:
    """यह काम …: the pronoun belongs to a noun; in यह सुनिश्चित it points ahead to a clause."""
    if word.key not in word_class("cataphoric_pronouns") or following.punct:
        return False
    return following.key not in word_class("ensuring_adjectives")


def _feast_itself(clause: Clause, j: int, last: int, entities: Entities) -> bool:
    """होलिका दहन चौक पर होगा: a feast without a case marker is what the clause is about, not its time."""
    word = clause.sentence.words[j]
    date = next(d for d in entities.dates if d.span.start <= word.start < d.span.end)
    after = [w for w in clause.sentence.words[j:last] if w.start >= date.span.end]
    return is_feast(date) and bool(after) and after[0].key not in closed("after_dates")


def _dates_noun(clause: Clause, j: int, last: int, entities: Entities) -> bool:
    """2017 का चुनाव: the date belongs to a noun."""
    words = clause.sentence.words
    while j < last and entities.in_date(words[j]):
        j += 1
    plain = j < last and words[j].key in closed("genitives")
    return (
        plain
        and j + 1 < last
        and words[j + 1].key not in closed("np_stops") | word_class("interval_postpositions")
    )


def trim_span(sentence: Sentence, first: int, last: int) -> Span:
    """Offsets of words ``first`` to ``last`` without punctuation at either end."""
    words = sentence.words
    while last - 1 > first and words[last - 1].punct:
        last -= 1
    while first < last - 1 and words[first].punct:
        first += 1
    return sentence.span(first, last)
