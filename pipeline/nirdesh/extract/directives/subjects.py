"""The nominative doer of a clause: सभी बीडीओ सूची भेजें."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.clauses.actors import actor_class, weak_actors
from nirdesh.extract.clauses.entities import Entities, Ref
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase, led_from, phrase_start
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.compounds import (
    before_subject,
    in_compound,
    past_bracket,
    titles_stranger,
)
from nirdesh.extract.directives.governments import government_acts
from nirdesh.extract.directives.handled import appointed, handed, is_founded, is_goal
from nirdesh.extract.directives.lexis import affixes, word_class
from nirdesh.extract.directives.objects import past_object
from nirdesh.extract.directives.target import number

_AFTER_VERB = 5  # words of who acts after the verb
_JOINED = 3  # words of a noun phrase joined to another


def subject(clause: Clause, first: int, entities: Entities) -> Phrase | None:
    """Nominative doer of a clause: a leading phrase whose head can act and that no case marker follows."""
    group = clause.group
    if group is None or group.passive or _only_is(clause, group):
        return None
    words = clause.sentence.words
    last: tuple[int, int] | None = None
    named_first: tuple[int, int] | None = None
    for j in range(first, group.start):
        if last is not None and j >= last[1] and not _goes_on(clause, last[1], j, entities):
            break
        object_body = j == group.host and actor_class(words[j]) == "body" and last is not None
        if object_body and last == (j, j) and words[j].is_noun(word_class("ruling_bodies")):
            object_body = False  # अस्पताल प्रबंधन करेगा
        if not _can_head(clause, j, entities) or object_body:
            continue  # सभी कार्यकर्ता | सभाएं करेंगे
        after = past_bracket(words, past_honorifics(clause, j + 1, group.start), group.start)
        field = after + 1 if after < len(words) and words[after].text == "," else after
        fielded = field + 1 < group.start and words[field].key in closed("fields")
        each = _any_one(clause, j) or words[j - 1].key in closed("quantifiers")  # कोई कर्मचारी | मुख्यालय से
        if fielded and words[field + 1].key in closed("case_markers") and not each:
            after = field + 1  # अनुविभागीय अधिकारी राजस्व की अध्यक्षता में; सचिव, खनन को
        if led_from(clause, after) or _shares_case(clause, after):
            continue  # महासंघ से जुड़े | कर्मचारी
        if words[j].key in closed("attributive_publics") and actor_class(words[j + 1]) == "body":
            continue  # महिला | पुलिस सहित
        if any(g.start == after and g.mood == "part" and _at_once(words, g) for g in clause.groups):
            continue  # महाविद्यालय | खुलते ही हेल्प डेस्क लगाएं
        if after == j + 1 and titles_stranger(words, j):
            continue  # मंत्री | मेहता द्वारा
        if _of_place(clause, after, entities):
            continue  # संघर्ष समिति, बिहार के आह्वान पर
        oblique = after < len(words) and words[after].key.endswith(affixes("oblique_plural_endings"))
        if after == j + 1 and oblique and actor_class(words[after]) == "office":
            continue  # प्रभारी | सचिवों के साथ
        if after + 1 == group.start and words[after].is_noun(word_class("receiving_seats")):
            continue  # रिपोर्ट डीसी | कार्यालय भेजें
        if after == group.host and _ensured_thing(clause, j):
            continue
        if words[j + 1].key in closed("along_with") or words[after].key in closed("along_with"):
            continue  # पार्टी कार्यालय सहित, अध्यक्ष समेत
        if after < len(words) and words[after].key in closed("case_markers"):
            named = any(r.kind == "person" and r.span.end == words[j].end for r in entities.refs)
            at_whose = words[after + 1].key in word_class("at_whose") | word_class("comitatives")
            if last == (j, j) and at_whose and actor_class(words[j - 1]) == "body":
                last = named_first = None  # निगम सचिव के पास
            if last is not None and named and _one_phrase(clause, last[1], j):
                last = named_first if named_first is not None and named_first != last else None
            if last is not None and words[after].key in closed("genitives") and _paired(words, last[0], j):
                last = named_first = None  # प्रशासन व पुलिस का सहयोग करें
            if last is None or words[after].key in closed("genitives"):
                continue
            if _joins(words[last[0]]) and not any(w.punct for w in words[last[0] + 1 : j]):
                last = named_first = None  # शासन, प्रशासन को: the marker holds for both
                continue
            break
        if actor_class(words[j]) == "body" and is_goal(clause, group, after):
            continue
        if handed(clause, after, entities):
            continue
        if actor_class(words[j]) == "body" and is_founded(clause, group, after):
            continue
        takes_place = group.stem in word_class("event_verbs") | word_class("existential_verbs")
        if last is None and _disagrees(clause, group, j, after, entities):
            continue
        joined = after == j + 1 and (in_compound(clause, j, after) or before_subject(clause, after))
        alone = _any_one(clause, j) or government_acts(clause, j)
        joined = joined and not alone  # कोई भी टोली | चौक पर नहीं रुकेगी, भेजने वाला राज्य | स्टेशन पर भोजन देगा
        if (joined or appointed(clause, group, after)) or (
            takes_place and words[j].is_noun(closed("occasions"))
        ):
            continue
        last = (j + 1, after)
        if named_first is None and _bare_name(words[j], words[after], entities):
            named_first = last
    if last is None:
        return None
    people = [r for r in entities.refs if r.kind == "person" and r.mention == "name"]
    start = _past_genitive(clause, phrase_start(clause, last[0], first, entities), last[0], people)
    start = past_object(clause, start, last[0], entities)
    start = max(
        (j + 1 for j in range(start, last[0] - 1) if words[j].key in word_class("only")), default=start
    )
    own_words = words[_past_participle(words, start, last[0]) : last[0]]
    counted = any(w.key[:1].isdigit() or number(w.text) is not None for w in own_words)
    if group.mood == "hort" and start + 3 < last[0] and words[start].key == words[start + 2].key:
        attends = group.host is not None and words[group.host].key in closed("attending")
        if group.stem in word_class("stative_verbs") and not attends:
            return None  # कम से कम पांच महिलाएं रहें: how many, not who
        start += 3  # कम से कम | दो कार्यकर्ता मौजूद रहें
    own = words[start].key.startswith(affixes("reflexive_stems"))
    taken = group.mood == "fut" and last[1] == group.start and not group.negative
    counted = counted and (group.mood == "hort" or taken)  # हर बूथ पर दो वालंटियर रखेंगे
    if own or (counted and group.stem not in closed("intransitive") and not _titled(words, start)):
        return None
    return Phrase(clause.sentence, start, last[0], last[1] - 1, "")


def named_after(clause: Clause) -> Phrase | None:
    """सूची भेजें पंचायत सचिव।, रैली में जुटेंगे कार्यकर्ता।: who acts stands after the verb and ends the clause."""
    words, group = clause.sentence.words, clause.group
    if group is None or group.passive or group.mood not in ("hort", "fut") or not group.forms[-1].plural:
        return None
    end = clause.end
    while end > group.end and words[end - 1].punct:
        end -= 1
    if not 0 < end - group.end <= _AFTER_VERB:
        return None
    last = words[end - 1]
    barred = closed("case_markers") - closed("genitives")
    if any(w.verbs or w.key in barred for w in words[group.end : end]):
        return None
    if last.key.endswith(affixes("oblique_plural_endings")) or actor_class(last) in (None, "body"):
        return None
    return Phrase(clause.sentence, group.end, end, end, "")


def _paired(words: Sequence[Word], end: int, j: int) -> bool:
    """प्रशासन व पुलिस का: two bodies joined, whose marker holds for both."""
    bodies = actor_class(words[end - 1]) == actor_class(words[j]) == "body"
    return bodies and end + 1 == j and words[end].key in closed("list_conjunctions")


def _shares_case(clause: Clause, after: int) -> bool:
    """सभी थाने | और चौकियों में: a noun joined to an oblique plural, whose case marker holds for both."""
    words = clause.sentence.words
    if after >= len(words) or words[after].key not in closed("list_conjunctions"):
        return False
    for j in range(after + 1, min(after + 1 + _JOINED, len(words) - 1)):
        if words[j].punct or words[j].verbs or words[j].key in closed("case_markers"):
            return False
        if words[j].key.endswith(affixes("oblique_plural_endings")):
            return words[j + 1].key in closed("case_markers") - word_class("ergative")
    return False


def _at_once(words: Sequence[Word], group: VerbGroup) -> bool:
    """खुलते ही: as soon as somebody or something does it."""
    simultaneous = group.forms[-1].form == "impf" and group.end < len(words)
    return simultaneous and words[group.end].key in word_class("as_soon_as")


def _of_place(clause: Clause, after: int, entities: Entities) -> bool:
    """Whether a comma, one place and a genitive follow a noun, which they make part of an oblique phrase."""
    words = clause.sentence.words[after : after + 3]
    placed = len(words) == 3 and any(p.start == words[1].start == p.start for p, _ in entities.regions)
    return placed and words[0].text == "," and words[2].key in closed("genitives")


def _only_is(clause: Clause, group: VerbGroup) -> bool:
    """कमेटी में दो महिलाएं जरूर हों, प्रभारी एएसआई से नीचे का न हो: who is to be there, or to be such, is not told."""
    if group.mood != "hort":
        return False
    if group.stem in word_class("event_verbs"):
        return not group.forms[-1].plural  # मंच नाले से दूर लगे
    if group.stem not in word_class("existential_verbs"):
        return False
    words = clause.sentence.words
    if group.host is not None:
        return words[group.host].pos == "ADV"
    end = group.start - 1
    while end > clause.body and words[end].key in closed("negation") | closed("particles"):
        end -= 1
    return words[end].key in closed("genitives")


def _ensured_thing(clause: Clause, j: int) -> bool:
    """बिजली प्रबंधन | सुनिश्चित करें: what is to be ensured, where no कि follows that tells it."""
    words = clause.sentence.words
    if words[j].key not in word_class("ensured_bodies") or words[j + 1].key not in closed("settled"):
        return False
    return clause.end >= len(words) or words[clause.end].key not in word_class("complementizer")


def _disagrees(clause: Clause, group: VerbGroup, j: int, after: int, entities: Entities) -> bool:
    """पार्टी स्थापना दिवस पर सभी कार्यकर्ता झंडा लगाएंगे: one body, a plural verb, others that it agrees with."""
    words = clause.sentence.words
    last = group.forms[-1]
    if actor_class(words[j]) != "body" or last.form != "fut" or not last.plural:
        return False
    start = phrase_start(clause, j + 1, clause.start, entities)
    many = closed("quantifiers") | closed("list_conjunctions")
    if any(w.key in many or w.text == "," for w in words[start : j + 1]):
        return False
    return any(
        words[k].key in closed("quantifiers")
        and actor_class(words[k + 1]) not in (None, "body")
        and words[k + 2].key not in closed("case_markers")
        for k in range(after, group.start - 2)
    )


def _bare_name(word: Word, following: Word, entities: Entities) -> bool:
    """मोहन ठाकुर | मंडल अध्यक्ष रमा देशवाल को: a name that the words of another phrase follow at once."""
    named = any(r.kind == "person" and r.mention == "name" and r.span.end == word.end for r in entities.refs)
    return named and not following.punct and following.key not in closed("list_conjunctions")


def _one_phrase(clause: Clause, end: int, j: int) -> bool:
    """Whether only honorifics and names stand between, so that both make one phrase (मुख्यमंत्री श्री राम लाल)."""
    words = clause.sentence.words[end:j]
    joined = closed("list_conjunctions") | closed("case_markers")
    return len(words) <= 4 and not any(w.punct or w.verbs or w.key in joined for w in words)


def _past_genitive(clause: Clause, start: int, end: int, people: Sequence[Ref]) -> int:
    """यात्रा का | प्रधानमंत्री जी शुभारंभ करेंगे: का belongs to no noun with which the verb is plural."""
    words = clause.sentence.words
    at_home = [
        j + 1
        for j in range(start + 1, end - 1)
        if words[j].key in word_class("at_whose") and words[j - 1].key in closed("genitives")
    ]
    start = max(at_home, default=start)  # बकायादारों के घर | प्रबंधक पहुंचें
    if clause.group is None or not clause.group.forms[-1].plural:
        return start
    cuts = [j + 1 for j in range(start, end - 1) if words[j].key in word_class("direct_genitive")]
    respected = words[end].key in closed("after_names") or any(
        r.span.end == words[end - 1].end for r in people
    )
    return max(cuts, default=start) if respected else start


def _past_participle(words: Sequence[Word], start: int, end: int) -> int:
    """First word after a participle of a phrase (पांच हजार से अधिक बकाया रखने वाले | उपभोक्ता)."""
    agentive = [j + 1 for j in range(start, end - 1) if words[j].key.startswith(affixes("agentive_stems"))]
    return max(agentive, default=start)


def _titled(words: Sequence[Word], start: int) -> bool:
    return words[start].key in closed("quantifiers")


def _can_head(clause: Clause, j: int, entities: Entities) -> bool:
    word = clause.sentence.words[j]
    pronouns = closed("oblique_pronouns") | closed("genitive_pronouns") | word_class("asked_pronouns")
    after = clause.sentence.words[j + 1].key if j + 1 < len(clause.sentence.words) else ""
    if word.key in word_class("polite_pronouns") and after in closed("quantifiers") | closed("after_names"):
        return False  # आप सभी, not the party of that name
    if word.key.endswith(affixes("oblique_plural_endings")) or word.key in pronouns:
        return False  # an oblique plural is no subject, nor is उन्हें
    if word.key in word_class("joining_stems") and after in word_class("joint_ways"):
        return False  # सभी शिक्षक मिल कर, मिल-जुल कर
    if j and clause.sentence.words[j - 1].key in closed("comparers"):
        return False  # 100 से अधिक लोग is a number of people, mostly an object
    named = any(r.kind in ("person", "office") and r.span.end == word.end for r in entities.refs)
    return (
        named
        or actor_class(word) is not None
        or _every(clause, j, entities)
        or _vala(clause, j, entities)
        or _anybody(clause, j)
        or government_acts(clause, j)
    )


def _every(clause: Clause, j: int, entities: Entities) -> bool:
    """सभी होटल रजिस्टर रखें, हर निजी लैब रिपोर्ट भेजे: a word that acts only after such a quantifier.

    With no other noun before the verb it is rather what something is done to (सभी होटल सील करें).
    """
    words, group = clause.sentence.words, clause.group
    if group is None or not words[j].is_noun(weak_actors("people") | weak_actors("bodies")):
        return False
    if words[j - 1].key in weak_actors("openers") and words[j].is_noun(weak_actors("bodies")):
        return True  # पुलिस बल तैनात रहेगा
    if words[j + 1].key.startswith(affixes("reflexive_stems")) and words[j].is_noun(weak_actors("bodies")):
        return True  # लैब अपने नमूने भेजेंगी
    first = next((k for k in range(j - 1, max(j - 4, -1), -1) if words[k].key in closed("quantifiers")), None)
    if first is None or any(w.punct or w.verbs for w in words[first + 1 : j]):
        return False
    if group.host is not None and words[group.host].key in word_class("verbless_states"):
        return False
    light = group.host if group.stem in word_class("light_verbs_of_acts") else None
    things = (words[k] for k in range(j + 1, group.start) if k != light)
    nouns = ("NOUN", "PROPN", "")
    done = any(
        w.pos in nouns and not entities.in_date(w) and w.key not in closed("case_markers") for w in things
    )
    return done or words[j].is_noun(weak_actors("people"))


def _vala(clause: Clause, j: int, entities: Entities) -> bool:
    """ठेले वाले ठेला न लगाएं, मेले में आने वाले अपने साथ पानी रखें: वाले without a noun that it belongs to."""
    words = clause.sentence.words
    if not words[j].key.startswith(affixes("agentive_stems")) or j <= clause.start:
        return False
    if words[j - 1].key in word_class("trades_with_vala"):
        return actor_class(words[j + 1]) is None
    after = words[j + 1]
    own = after.key.startswith(affixes("reflexive_stems")) or after.key in closed("negation")
    acts = any(g.end == j and g.mood == "inf" for g in clause.groups)
    return acts and (own or entities.in_date(after))


def _any_one(clause: Clause, j: int) -> bool:
    """Whether कोई or कोई भी stands before a noun."""
    words = clause.sentence.words
    first = j - 2 if words[j - 1].key in closed("particles") else j - 1
    return first >= clause.start and words[first].key in word_class("anybody")


def _anybody(clause: Clause, j: int) -> bool:
    """कोई भी पक्ष खेत में जुताई नहीं करेगा: who is not to act, whatever the noun."""
    words, group = clause.sentence.words, clause.group
    if group is None or not _any_one(clause, j):
        return False
    will = group.mood == "fut" and group.negative and not group.forms[-1].plural
    does = will and not group.passive and group.stem not in closed("intransitive")
    what = range(j + 1, group.start) if group.host is None else range(group.host, group.host + 1)
    acts = any(
        words[k].pos == "NOUN" and words[k + 1].key not in closed("case_markers") for k in what if k > j
    )
    where = words[j].key in word_class("duty_places")  # कोई भी | ड्यूटी स्थल नहीं छोड़ेगा
    return does and acts and not where and words[j].pos in ("NOUN", "PROPN")


def past_honorifics(clause: Clause, j: int, limit: int) -> int:
    """First word from ``j`` on that is no particle and no word of respect after a name."""
    words = clause.sentence.words
    while j < limit and (words[j].key in closed("particles") or words[j].key in closed("after_names")):
        if j + 1 < limit and words[j + 1].key in closed("wholehearted"):
            break  # कार्यकर्ता | जी जान से
        j += 1
    return j


def _goes_on(clause: Clause, end: int, j: int, entities: Entities) -> bool:
    """Whether the words from ``end`` to ``j`` belong to the subject: a list, a name after a post, X के Y."""
    words = clause.sentence.words
    if j - end > 6 or any(w.key.startswith(affixes("reflexive_stems")) for w in words[end:j]):
        return False
    for k, word in enumerate(words[end : j + 1], end):
        if led_from(clause, k) or (k > end and led_from(clause, k - 1)):
            continue  # राज्य कर्मचारी महासंघ से जुड़े | कर्मी
        if word.key in closed("quantifiers") and k > end and _joins(words[k - 1]):
            continue  # सभी अध्यक्ष, सभी महामंत्री
        if (
            word.verbs
            or word.key in word_class("comitatives")  # विभाग एंबुलेंस के साथ | टीम
            or entities.in_date(word)
            or word.key[:1].isdigit()
            or word.key in closed("quantifiers")
        ):
            return word.key in closed("quantifiers") and any(
                w.key in closed("genitives") for w in words[end:j]
            )
        if word.key in closed("case_markers") and word.key not in closed("genitives"):
            return False
        if k > end and word.key in closed("np_stops") and word.key not in closed("particles"):
            return False  # किसान | एक बार फिर रेलवे ट्रैक पर
    return True


def _joins(word: Word) -> bool:
    return word.text == "," or word.key in closed("list_conjunctions")


def pronoun_inside(clause: Clause, first: int) -> bool:
    """इस विवाद पर वह … न झुकें: वह or वे stands after a phrase with its postposition."""
    words = clause.sentence.words
    last = clause.group.start if clause.group is not None else first
    return any(
        words[j].key in word_class("resumptive_subjects")
        and words[j - 1].key in closed("case_markers") | closed("after_genitive")
        for j in range(first + 1, last)
    )
