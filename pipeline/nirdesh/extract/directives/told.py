"""Whom somebody tells where another clause or sentence names them: उन्होंने X को फटकार लगाई और कहा कि …"""

from __future__ import annotations

from spacy.tokens import Doc

from nirdesh.extract.clauses.actors import actor_class, serves_as
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase, marked, phrase_start
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Sentence, sentences
from nirdesh.extract.directives.audience import met_before
from nirdesh.extract.directives.lexis import affixes, sequence_at, word_class
from nirdesh.extract.directives.roles import as_addressees, clause_start, phrase_class, trim_span
from nirdesh.extract.directives.voices import Speaker, Voice
from nirdesh.mentions import Addressee, Span

NEAR = 80  # code points back to the person that a sentence-initial जो refers to
_JOINTS = ("-", "/")
_AFTER = 2  # words after the issuer among which the pronoun stands
_LONGEST = 12  # words of an addressee phrase in the clause before


def told_before(clause: Clause, entities: Entities) -> tuple[Addressee, ...]:
    """उन्होंने X को फटकार लगाई और कहा कि …, X से जानकारी ली और …: the clause before names whom they told."""
    words = clause.sentence.words
    clauses = segment(clause.sentence)
    for j in range(clause.start - 1, 0, -1):
        cases = word_class("dative") if words[j].key in word_class("dative") else word_class("ablative")
        if words[j].key not in cases:
            continue
        earlier = [c for c in clauses if c.start <= j < c.end and not c.content]
        asked = earlier and (
            _asks(earlier[0]) or any(w.is_noun(word_class("talks")) for w in words[j : earlier[0].end])
        )
        if words[j].key in word_class("ablative") and not asked:
            continue
        if not earlier:
            return ()
        first = max(earlier[0].body, j - _LONGEST)
        for phrase in marked(earlier[0], first, j + 1, entities, cases):
            scolded = any(w.is_noun(word_class("scoldings")) for w in words[j : earlier[0].end])
            if phrase_class(phrase, entities) in ("person", "office") or (scolded and phrase.marker == j):
                return as_addressees(phrase, entities)
        if words[j].key in word_class("dative"):
            return ()
    return ()


def _asks(clause: Clause) -> bool:
    """सचिव से प्रगति पूछी: whether the verb is to ask."""
    return clause.group is not None and clause.group.stem in word_class("asking_verbs")


def reported(clause: Clause, speaker: Speaker, spoken: Voice, entities: Entities) -> tuple[Addressee, ...]:
    """अभियंता ने बताया कि …, इस पर सचिव ने … को कहा: the official whose report an order answers."""
    words = clause.sentence.words
    first = clause_start(clause)
    answers = any(sequence_at(words, j, clause.end, "at_this") for j in (clause.start, first))
    if not answers or len(speaker.ids) != 1 or speaker.ids == spoken.ids:
        return ()
    told = speaker.ids[0]
    begin = words[first].start
    named = [r for r in entities.refs if r.id == told and r.mention in ("name", "short")]
    before = [r for r in named if r.span.end <= begin]
    titles = [title for title, holder in entities.titles.items() if holder == told]
    serves = any(serves_as(title) for title in titles)
    return (Addressee(before[-1].span, person=told),) if before and serves else ()


def met(clause: Clause, entities: Entities) -> tuple[Addressee, ...]:
    """विभागीय अधिकारियों की बैठक ली और … की हिदायत दी: whose meeting the one who orders holds."""
    words = clause.sentence.words
    for j in range(clause.start - 1, 0, -1):
        end = j - 2 if words[j - 1].key in word_class("comitatives") else j - 1
        if not words[j].is_noun(word_class("meetings")) or words[end].key not in closed("genitives"):
            continue
        earlier = next((c for c in segment(clause.sentence) if c.start <= j < c.end and not c.content), None)
        if earlier is not None and earlier.group is not None and earlier.group.stem in _holding():
            return _whose_meeting(earlier, end, earlier.body, entities)
    return ()


def _holding() -> frozenset[str]:
    return word_class("holding_verbs")


def _whose_meeting(clause: Clause, link: int, floor: int, entities: Entities) -> tuple[Addressee, ...]:
    """Officials before the genitive at ``link``, whose meeting it is."""
    start = phrase_start(clause, link, floor, entities)
    phrase = Phrase(clause.sentence, start, link, link, "")
    found = phrase_class(phrase, entities)
    many = clause.sentence.words[phrase.end - 1].key.endswith(affixes("oblique_plural_endings"))
    return as_addressees(phrase, entities) if found == "office" or (found == "public" and many) else ()


def asked_beside(clause: Clause, first: int, last: int, entities: Entities) -> tuple[Addressee, ...]:
    """अधिकारियों से जानकारी लेते हुए … के निर्देश दिए: who is asked while an order is given, up to ``last``."""
    words = clause.sentence.words
    for j in range(first + 1, last):
        if words[j].is_noun(word_class("meetings")) and words[j - 1].key in closed("genitives"):
            return _whose_meeting(clause, j - 1, first, entities)  # आशाओं की बैठक लेकर … के निर्देश दिए
    if not any(w.is_noun(word_class("talks")) for w in words[first:last]):
        return ()
    for phrase in marked(clause, first, last, entities, word_class("ablative")):
        if phrase_class(phrase, entities) in ("person", "office"):
            return as_addressees(phrase, entities)
    return ()


def tells_them(clause: Clause, first: int, *, asks: bool = False) -> bool:
    """उन्होंने उन्हें … के निर्देश दिए, उनसे … की अपील की: whether a pronoun after the issuer is whom he tells."""
    words = clause.sentence.words
    told = word_class("told_pronouns") | (word_class("asked_pronouns") if asks else frozenset())
    return words[max(first, clause_start(clause))].key in told


def them(clause: Clause, spoken: Voice, doc: Doc, entities: Entities) -> tuple[Addressee, ...]:
    """Whom the clause or the sentence before told or names with को, else whom the pronoun means."""
    found = told_before(clause, entities)
    if found:
        return found
    read = {s.index: s for s in sentences(doc)}
    before = read.get(clause.sentence.index - 1)
    for earlier in segment(before) if before is not None else ():
        first = clause_start(earlier)
        for phrase in marked(earlier, first, earlier.end, entities, word_class("dative")):
            if phrase_class(phrase, entities) in ("person", "office"):
                return as_addressees(phrase, entities)
    met_there = met_before(before, entities) if before is not None else ()
    if met_there:
        return met_there
    return pronoun_told(clause, spoken, spoken.end + _AFTER, entities) or group_meant(
        clause, before, entities, spoken.end
    )


def group_meant(
    clause: Clause, before: Sentence | None, entities: Entities, issuer: int = 0
) -> tuple[Addressee, ...]:
    """किसानों की समस्याएं सुनीं और उन्हें …: the people named last, here or in the sentence before."""
    for sentence, last in (
        (clause.sentence, max(clause.start, issuer)),
        (before, len(before.words) if before else 0),
    ):
        if sentence is None:
            continue
        words = sentence.words
        for j in range(min(last, len(words) - 1) - 1, -1, -1):
            people = actor_class(words[j]) in ("office", "public") and not words[j].is_noun(
                word_class("hearers")
            )
            many = words[j].key.endswith(affixes("oblique_plural_endings"))
            if people and many and words[j + 1].key in closed("case_markers"):
                own = next((c for c in segment(sentence) if c.start <= j < c.end), None)
                if own is None or words[j + 1].key in word_class("ergative"):
                    return ()
                start = phrase_start(own, j + 1, own.start, entities)
                return as_addressees(Phrase(sentence, start, j + 1, j + 1, ""), entities, named=False)
    return ()


def pronoun_told(clause: Clause, spoken: Voice, last: int, entities: Entities) -> tuple[Addressee, ...]:
    """उन्होंने उनसे कहा कि …: whom a pronoun after the issuer and before ``last`` means; nobody tells himself."""
    told = word_class("told_pronouns") | word_class("asked_pronouns")
    for word in clause.sentence.words[max(spoken.end, clause_start(clause)) : last]:
        if word.key in told:
            span = Span(word.start, word.end)
            people = [r for r in entities.inside(span) if r.kind == "person" and r.mention == "pronoun"]
            return tuple(Addressee(span, person=r.id) for r in people if r.id not in spoken.ids)
    return ()


def said_to(clause: Clause, spoken: Voice, entities: Entities) -> tuple[Addressee, ...]:
    """ "सूची दें," सचिव ने लिपिक से कहा।: whom से marks after the issuer."""
    for phrase in marked(clause, spoken.end, clause.end, entities, word_class("ablative")):
        last = clause.sentence.words[phrase.end - 1]
        many = last.key.endswith(affixes("oblique_plural_endings")) and not last.is_noun(
            word_class("hearers")
        )
        found = phrase_class(phrase, entities)
        if found in ("person", "office") or (found == "public" and many):
            return as_addressees(phrase, entities)
    return ()


def relative_told(clause: Clause, entities: Entities) -> tuple[Addressee, ...]:
    """जांच अधिकारी X होंगे, जिन्हें … सौंपने को कहा गया है: who stands before the pronoun that opens the clause."""
    words = clause.sentence.words
    first = clause_start(clause)
    if first == 0 or words[first].key not in word_class("told_relatives"):
        return ()
    begin = max((c.start for c in segment(clause.sentence) if c.start < first), default=0)
    before = entities.inside(Span(words[begin].start, words[first - 1].end))
    people = [r for r in before if r.kind == "person" and r.mention != "pronoun"]
    return (Addressee(people[-1].span, person=people[-1].id),) if people else ()


def doer_meant(clause: Clause, entities: Entities) -> tuple[Addressee, ...]:
    """वे कल पटना जाएंगे: the person whom the pronoun that opens a plan means."""
    word = clause.sentence.words[clause_start(clause)]
    span = Span(word.start, word.end)
    meant = (r for r in entities.inside(span) if r.kind == "person" and r.mention == "pronoun")
    return tuple(Addressee(span, person=r.id) for r in meant)


def named_last(clause: Clause, entities: Entities) -> tuple[Addressee, ...]:
    """… में रमा देशवाल हैं, जो रिपोर्ट देंगी: the person named last; nobody where the verb shows no respect."""
    last = clause.group.forms[-1] if clause.group is not None else None
    if last is not None and last.form == "fut" and not last.plural:
        return ()  # X ने बताया कि जुलूस निकलेगा जो चौक तक जायेगा
    begin = clause.sentence.words[clause.body].start
    people = [r for r in entities.refs if r.kind == "person" and r.mention in ("name", "short")]
    near = [r for r in people if begin - NEAR < r.span.end < begin]
    return (Addressee(near[-1].span, person=near[-1].id),) if near else ()


def those_who(clause: Clause, pronoun: int) -> tuple[Addressee, ...]:
    """जो लोग लौटे हैं उन्हें … की सलाह दी जाती है: whom a pronoun takes up from a relative clause."""
    earlier = [c for c in segment(clause.sentence) if c.end == clause.start]
    if not earlier or earlier[0].kind != "relative" or pronoun != clause.start:
        return ()
    front = clause.front
    if front is not None and front[1] == earlier[0].start:
        start = front[1] - 1
        if actor_class(clause.sentence.words[start]) is not None:  # उन यात्रियों जिनमें लक्षण हैं उन्हें
            return (Addressee(clause.sentence.span(start, start + 1)),)
    return relative_head(earlier[0])


def relative_head(clause: Clause) -> tuple[Addressee, ...]:
    """जिन अधिकारियों की ड्यूटी है, वे …: the noun of the relative clause; of the public, all that says who.

    So it is where no noun stands with the pronoun (जिनके पास रसीद है, वे …).
    """
    words = clause.sentence.words
    if words[clause.body].key in word_class("free_relatives"):
        return (Addressee(trim_span(clause.sentence, clause.body, clause.end)),)
    start = clause.body + 1
    for j in range(start, min(start + 5, clause.end)):
        if words[j].verbs or (words[j].punct and words[j].text not in _JOINTS):
            break
        found = actor_class(words[j])
        if found == "body" and actor_class(words[j + 1]) not in (None, "body"):
            continue  # जिन थाना प्रभारियों ने
        if found == "public":
            return (Addressee(trim_span(clause.sentence, clause.body, clause.end)),)
        if found is not None:
            return (Addressee(clause.sentence.span(start, j + 1)),)
        if words[j].key in word_class("ergative"):
            break  # जिन प्रकल्पों ने रिपोर्ट नहीं दी, वे …
    owned = word_class("ergative") | closed("genitives")
    plural = any(
        words[j].key.endswith(affixes("oblique_plural_endings")) and words[j + 1].key in owned
        for j in range(start, min(start + 2, clause.end - 1))
    )
    if plural or any(w.key in word_class("ergative") for w in words[start : min(start + 3, clause.end)]):
        return (Addressee(trim_span(clause.sentence, clause.body, clause.end)),)
    return ()


def such_as(clause: Clause, previous: Clause | None) -> tuple[Addressee, ...]:
    """ऐसे किसान जिनका बीमा नहीं है, वे …: the noun before a relative clause; of the public, with the clause."""
    if clause.front is None or previous is None or previous.kind != "relative":
        return ()
    first, end = clause.front
    end -= clause.sentence.words[end - 1].punct  # ऐसे किसान, जिनका बीमा नहीं है, वे …
    found = actor_class(clause.sentence.words[end - 1])
    if found is None or not first < end <= previous.start:
        return ()
    last = previous.end if found == "public" else end
    return (Addressee(trim_span(clause.sentence, first, last)),)
