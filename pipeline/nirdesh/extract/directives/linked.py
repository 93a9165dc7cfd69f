"""What ties an act to its frame: the genitive, purpose or को before the noun, and who stands between."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase, phrase_start
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.frames import Hit
from nirdesh.extract.directives.lexis import is_purposive, purposive_ends_at, word_class
from nirdesh.extract.directives.roles import phrase_class


def infinitive_before(clause: Clause, link: int) -> bool:
    """Whether an infinitive ends right before ``link``."""
    return any(g.mood == "inf" and g.end == link for g in clause.groups)


def act_before(clause: Clause, phrase: Phrase, at: dict[int, VerbGroup]) -> int | None:
    """सूची भेजने के | थानेदारों को निर्देश: the genitive of the act, where whom it is told to follows at once."""
    words = clause.sentence.words
    before = at.get(phrase.start - 2)
    if before is not None and before.mood == "inf" and words[phrase.start - 1].key in closed("genitives"):
        return phrase.start - 1  # सूची भेजने का | सभी थानेदारों को आदेश
    for group in clause.groups:
        ends = group.mood == "inf" and phrase.start <= group.start and group.end + 1 < phrase.end
        if not ends or words[group.end].key not in closed("genitives"):
            continue
        if words[group.end + 1].key not in word_class("apt_adjectives"):
            return group.end
    return None


def act_before_issuer(clause: Clause, hit: Hit, issuer_end: int) -> int | None:
    """जलभराव रोकने हेतु | अभियंताओं को महापौर ने निर्देशित किया: the act stands before who orders it."""
    words = clause.sentence.words
    follows = hit.group.end < len(words) and words[hit.group.end].key in word_class("complementizer")
    before = [g for g in clause.groups if g.mood == "inf" and g.end < min(issuer_end, hit.noun)]
    if hit.frame.cls != "order" or hit.frame.acts or follows or not before:
        return None
    end = before[-1].end
    if any(w.verbs for w in words[end + 2 : issuer_end]):
        return None  # मेला देखने के लिए आए सचिव ने …
    if purposive_ends_at(words, end + 1) or words[end].key in word_class("bare_purposive"):
        return end
    return None


def told_after_act(words: Sequence[Word], phrase: Phrase, at: dict[int, VerbGroup]) -> bool:
    """सूची बनाने को | संबंधित बीडीओ को कहा: whom the frame tells stands after the act and its own को."""
    before = at.get(phrase.start - 2)
    linked = words[phrase.start - 1].key in word_class("dative")
    return linked and before is not None and before.forms[-1].form == "inf_o"


def meant_for(
    clause: Clause, hit: Hit, cut: int, floor: int, at: dict[int, VerbGroup], entities: Entities
) -> Phrase | None:
    """पूजा समितियों के लिए दिशानिर्देश: who an order is for, where no act stands before के लिए."""
    if hit.frame.cls != "order" or cut <= floor or cut - 1 in at:
        return None
    phrase = Phrase(clause.sentence, phrase_start(clause, cut, floor, entities), cut, cut, "")
    return phrase if phrase_class(phrase, entities) else None


def before_phrase(clause: Clause, phrase: Phrase, floor: int) -> int | None:
    """Link that stands before an addressee (… करने के लिए सिविल सर्जन को निर्देश)."""
    words = clause.sentence.words
    j = phrase.start - 1
    while j > floor and (words[j].punct or words[j].key in closed("particles")):
        j -= 1
    if j > floor and is_purposive(words[j]):
        return j - 1 if purposive_ends_at(words, j) else j
    if j - 1 > floor and words[j].key in closed("occasioning") and infinitive_before(clause, j - 1):
        return j - 1  # सफाई कराने को लेकर | निगम को हिदायत दी
    return None


def content_before(clause: Clause, link: int, floor: int, at: dict[int, VerbGroup], noun_ok: bool) -> bool:
    """Whether an infinitive or an action noun stands before the genitive at ``link``."""
    words = clause.sentence.words
    j = link - 1
    while j >= floor and words[j].key in closed("particles"):
        j -= 1
    if j < floor:
        return False
    if j in at:
        return at[j].mood == "inf"
    if not noun_ok or words[j].key in closed("case_markers") | word_class("courtesy_titles"):
        return False
    return actor_class(words[j]) is None and words[j].key not in closed("empty_heads")


def ends_in_noun(clause: Clause, end: int, link: int) -> bool:
    """सूची बनाने, गश्त बढ़ाने और | वारंटियों की गिरफ्तारी के निर्देश: a noun ends the list of acts."""
    words = clause.sentence.words
    joined = words[end].key in closed("list_conjunctions") and words[link].key in closed("genitives")
    return joined and not any(w.verbs for w in words[end + 1 : link])
