"""Nouns that only open a longer one (बैंक पासबुक, रोडवेज बसें), so that they name nobody who acts."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.lexis import affixes, word_class

_LONGEST_SHORT = 5  # words in brackets after a name, the brackets included
_LONGEST_SCHEME = 5  # words of the name of a scheme after the title that opens it
_NEAR = 3  # words after a noun among which the noun stands that it qualifies


def past_bracket(words: Sequence[Word], after: int, limit: int) -> int:
    """किसान संघ (केएस) | के स्थापना दिवस पर: the word after the short form of a name in brackets."""
    if after >= limit or words[after].text != "(":
        return after
    closing = (j for j in range(after + 1, min(after + _LONGEST_SHORT, limit)) if words[j].text == ")")
    return next(closing, after - 1) + 1


def in_compound(clause: Clause, j: int, after: int) -> bool:
    """Whether the noun at ``j`` opens a longer one (बैंक पासबुक, कृषक एक्सप्रेस), or a state is told of it."""
    words = clause.sentence.words
    if after + 1 >= len(words):
        return False
    if words[after].text == "-" and _paired(words, after + 1):
        return True
    if _names_scheme(clause, after) or _qualifies(words, j, after) or _had_done(clause, after):
        return True
    if _ruled_area(clause, j, after) or _serves(words, j, after):
        return True
    counted = words[j - 1].key in closed("quantifiers") and actor_class(words[j]) in ("office", "public")
    sited = counted and words[after].is_noun(closed("sites_of_work"))
    if words[after].key in word_class("verbless_states"):
        return True
    if words[after].is_noun(closed("compound_things")) and not sited:
        return True  # कलेक्टर परिसर में, but सभी अधिकारी | परिसर में पौधे लगाएं
    owner = past_bracket(words, after + 1, len(words) - 1)
    if actor_class(words[after]) == "body" and words[owner].key in closed("genitives"):
        return words[j].key not in word_class("closing_bodies")  # स्कूल | बोर्ड की परीक्षाएं, सरकार | सेना की मदद
    third = words[after + 2].key if after + 2 < len(words) else ""
    if words[after].is_noun(closed("compound_seconds")) and actor_class(words[after + 1]) == "body":
        return third in closed("genitives")  # शिक्षक | कल्याण संघ के आह्वान पर
    if third in closed("locatives") and words[after + 1].is_noun(closed("compound_feasts")):
        return True  # पार्टी | स्थापना दिवस पर
    second = words[after].is_noun(closed("compound_seconds"))
    parted = closed("locatives") | closed("along_with")
    end = after + 1
    while end + 1 < len(words) and words[end].is_noun(closed("compound_things") | closed("areas")):
        end += 1  # कलेक्टर | कार्यालय परिसर में
    return second and (words[end].key in parted or actor_class(words[j]) == "public")


def _paired(words: Sequence[Word], second: int) -> bool:
    """कार्यकर्ता-पदाधिकारियों को, सांसद-विधायक से: the second of a pair has the case of both."""
    if words[second].key.endswith(affixes("oblique_plural_endings")):
        return True
    return second + 1 < len(words) and words[second + 1].key in closed("case_markers")


def _qualifies(words: Sequence[Word], j: int, after: int) -> bool:
    """ग्रामीण | क्षेत्रों में, संगठन | संबंधी चर्चा, थाना | क्षेत्र में: the word says of what kind a noun is."""
    if words[after].key in word_class("relational_adjectives"):
        return True
    if actor_class(words[j]) == "public" and words[after].is_noun(closed("hearings")):
        return True  # जनता अदालत लगाएं
    of_kind = words[j].key in closed("attributive_publics")
    marked = words[after + 1].key in closed("case_markers")
    adjective = words[j].pos == "ADJ" and words[after].pos == "NOUN"  # सामान्य अंतराल पर
    if of_kind and marked and (adjective or words[after].key.endswith(affixes("oblique_plural_endings"))):
        return True
    sited = of_kind or words[j].key in word_class("compounding_bodies")
    return sited and marked and words[after].is_noun(closed("areas"))


def _ruled_area(clause: Clause, j: int, after: int) -> bool:
    """नगर निगम | क्षेत्र में अभियान चलेगा: the area of a body, in which something takes place."""
    words, group = clause.sentence.words, clause.group
    if group is None or group.stem not in closed("intransitive"):
        return False
    ruled = words[j].is_noun(word_class("territorial_bodies")) and words[after].is_noun(closed("areas"))
    return ruled and words[after + 1].key in closed("case_markers")


def _serves(words: Sequence[Word], j: int, after: int) -> bool:
    """किरायेदारों का पुलिस | सत्यापन, किसान | सहायता केंद्र: what the police check, where people are served."""
    if words[j].key in word_class("police") and words[after].is_noun(word_class("police_checks")):
        return True
    if words[after].key not in word_class("ways_of_service") or after + 2 >= len(words):
        return False
    if not words[after + 1].is_noun(word_class("service_places")):
        return False
    gone_to = words[after + 2].key in closed("locatives")  # किसान | सहायता केंद्र से बीज लें
    return not gone_to and actor_class(words[j]) in ("public", "trade", "body")


def _had_done(clause: Clause, after: int) -> bool:
    """मामलों की मजिस्ट्रेट | जांच करा कर रिपोर्ट दें: what others are made to do is by whom the noun says."""
    made = next((g for g in clause.groups if g.start > after), None)
    if made is None or made.start > after + 1 or made.stem not in word_class("having_done"):
        return False
    return clause.sentence.words[after].is_noun(word_class("inquiries_had"))


def _names_scheme(clause: Clause, after: int) -> bool:
    """प्रधानमंत्री | आवास योजना: what follows a title at once ends in the noun of a scheme."""
    words = clause.sentence.words
    for word in words[after : after + _LONGEST_SCHEME]:
        if word.punct or word.verbs or word.key in closed("case_markers"):
            return False
        if word.is_noun(closed("schemes")):
            return not word.key.endswith(affixes("oblique_plural_endings"))
    return False


def titles_stranger(words: Sequence[Word], j: int) -> bool:
    """मुख्यमंत्री | मेहता द्वारा लागू नियम: a title before a name that nobody found, and its marker."""
    if j + 2 >= len(words) or actor_class(words[j]) != "office" or words[j + 1].pos != "PROPN":
        return False
    agents = word_class("passive_agent") | word_class("ergative")
    return words[j + 2].key in agents and actor_class(words[j + 1]) is None


def before_subject(clause: Clause, after: int) -> bool:
    """रोडवेज | बसें चलेंगी, वालंटियर | अभियान चलेगा: whether what moves or takes place follows at once."""
    words, group = clause.sentence.words, clause.group
    if group is None or group.passive or group.stem not in closed("intransitive"):
        return False
    moving = closed("occasions") | word_class("vehicles")
    for j in range(after, min(after + _NEAR, group.start)):
        if words[j].punct or words[j].key in closed("case_markers") or words[j].key in closed("quantifiers"):
            return False
        if words[j].is_noun(moving):
            marked = words[j + 1].key in closed("case_markers") | closed("after_genitive")
            return not marked and not words[j].key.endswith(affixes("oblique_plural_endings"))
    return False
