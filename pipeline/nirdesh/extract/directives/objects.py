"""What is acted on before who acts on it: मूल प्रमाणपत्र | स्कूल मुखिया लेंगे, सड़कों के गड्ढे | विभाग भरेगा."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nirdesh.extract.clauses.actors import actor_class, known_office
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.lexis import affixes, word_class


def past_object(clause: Clause, start: int, end: int, entities: Entities, after: int = 0) -> int:
    """First word of who acts in the phrase from ``start`` to ``end``, past the thing that it opens with.

    Only where no other thing stands between the phrase and its verb.

    Args:
        clause: The clause of the phrase.
        start: First word of the phrase.
        end: The word after its last.
        entities: What the report names.
        after: The word after its case marker, if it has one.
    """
    words, group = clause.sentence.words, clause.group
    if group is None or group.stem in closed("intransitive"):
        return start
    if _acts_on_another(clause, max(end, after), entities):
        return start
    named = _name_start(words, start, end, entities)
    for j in range(end - 1, start, -1):
        if j <= named and _is_thing(clause, start, j, end):
            return start if _another_acts(words, start, j - 1) else j
    return start


def _another_acts(words: Sequence[Word], start: int, thing: int) -> bool:
    """सभी अध्यक्ष बूथों की सूची | जिला कार्यालय जमा करें: whether somebody who may act stands before the thing."""
    return any(
        actor_class(words[j]) == "office"
        and words[j + 1].key not in closed("case_markers") | closed("along_with")
        for j in range(start, thing)
    )


def _acts_on_another(clause: Clause, end: int, entities: Entities) -> bool:
    """सफाई कर्मी | सूची भेजेंगे: whether a thing without a case marker stands right before the verb."""
    words, group = clause.sentence.words, clause.group
    if group is None:
        return False
    return any(
        words[j].pos in ("NOUN", "PROPN")
        and j != group.host
        and words[j + 1].key not in closed("case_markers") | closed("after_genitive")
        and not entities.in_date(words[j])
        and words[j].key not in closed("case_markers") | closed("np_stops")
        for j in range(end, group.start)
    )


def _name_start(words: Sequence[Word], start: int, end: int, entities: Entities) -> int:
    """First word of the name or title that ends the phrase, as another extractor found it."""
    last = words[end - 1].end
    begins = [r.span.start for r in entities.refs if r.span.end == last and r.span.start > words[start].start]
    if not begins:
        return end - 1
    first = next(j for j in range(start, end) if words[j].start >= min(begins))
    handed = first + 1 < end and words[first].is_noun(word_class("handed_things"))
    title = known_office(f"{words[first].text} {words[first + 1].text}") if handed else False
    return first + 1 if handed and not title else first  # सूचना | बीईओ कल तक देंगे


def _is_thing(clause: Clause, start: int, j: int, end: int) -> bool:
    """Whether the word before ``j`` is what is acted on, not a part of who acts."""
    words = clause.sentence.words
    thing = words[j - 1]
    if thing.key.isdigit() and j - 2 > start and words[j - 2].text == "-":
        return words[j].pos != "NUM"  # फार्म-7 | कार्यकर्ता भरें
    handed = thing.is_noun(word_class("handed_things"))
    whole = j - 2 >= start and words[j - 2].key in word_class("wholes") and thing.is_noun(closed("areas"))
    if actor_class(thing) is not None or not (handed or whole or thing.pos in ("NOUN", "PROPN")):
        return False
    if words[j].key in closed("case_markers") | closed("list_conjunctions") or words[j].punct:
        return False
    if j == end - 1 and words[j].is_noun(word_class("keepers_of_things")):
        return False  # टैंकर चालक
    if known_office(f"{thing.text} {words[j].text}"):
        return False  # सूचना अधिकारी
    owned = j - 2 > start and words[j - 2].key in closed("genitives")
    if handed or whole:
        return True  # पूरा इलाका | नगर निगम सील करेगा
    if j - 1 == start and start > clause.body and words[j - 2].key in word_class("direct_genitive"):
        return words[end].key in closed("case_markers")  # जनरेटर का | तेल | कोटेदार द्वारा
    if words[j].key in closed("quantifiers") | closed("governed_by_from"):
        return thing.key not in closed("areas")
    if thing.key.endswith(affixes("direct_plural_endings")):
        return True  # पर्चियां | बीएलओ बांटेंगे
    return owned and _no_owner(clause, j, end)


def _no_owner(clause: Clause, j: int, end: int) -> bool:
    """गेहूं की तौल | विभाग कराएगा, जनरेटर का तेल | बीडीओ देंगे: the genitive agrees with the thing only."""
    words, group = clause.sentence.words, clause.group
    if any(w.key in closed("genitives") for w in words[j:end]):
        return False
    if words[j - 2].key in word_class("direct_genitive"):
        return group is not None and group.forms[-1].plural and not group.passive
    feminine = words[end - 1].is_noun(word_class("feminine_bodies"))
    return words[j - 2].key in word_class("feminine_genitive") and not feminine


def given_to(clause: Clause, phrase: Phrase) -> bool:
    """कर्मियों को अलग ब्रेक देना होगा, लोगों को इससे अवगत कराना होगा: the only one whom को marks gets it."""
    group, words = clause.group, clause.sentence.words
    if group is None or phrase.case not in word_class("dative"):
        return False
    between = words[phrase.marker + 1 : group.start]
    if any(w.key in word_class("dative") for w in between):
        return False  # सचिव को लोगों को सलाह देनी होगी
    if group.host is not None and words[group.host].key in word_class("informing_hosts"):
        return True
    return (
        group.stem in word_class("giving_verbs")
        and bool(between)
        and between[-1].is_noun(word_class("gifts"))
    )


def done_to(clause: Clause, phrase: Phrase) -> bool:
    """पांच महिलाओं को रखना अनिवार्य है: को marks whom one keeps or calls, where nothing else is kept."""
    inner = next((g for g in clause.groups if g.start > phrase.marker), None)
    if inner is None or inner.stem not in word_class("verbs_done_to_people"):
        return False
    words = clause.sentence.words[phrase.marker + 1 : inner.start + 1]
    things = (
        word.pos in ("NOUN", "PROPN") and after.pos not in ("NOUN", "PROPN", "ADP")
        for word, after in pairwise(words)
    )
    return not any(things)
