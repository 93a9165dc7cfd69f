"""What a frame orders when the order stands before its noun: X को Y करने तथा Z को W कराने के निर्देश दिए."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed, fold, table
from nirdesh.extract.clauses.phrases import Phrase, marked, phrase_start
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.circumstances import past_circumstances, past_place_of_meeting
from nirdesh.extract.directives.frames import Hit, event_before
from nirdesh.extract.directives.lexis import (
    affixes,
    is_purposive,
    purposive_ends_at,
    word_class,
)
from nirdesh.extract.directives.linked import (
    act_before,
    act_before_issuer,
    before_phrase,
    content_before,
    infinitive_before,
    meant_for,
    told_after_act,
)
from nirdesh.extract.directives.members import Content, asks, gapped_members, members, told_cases
from nirdesh.extract.directives.parsed import called_upon, told_class
from nirdesh.extract.directives.roles import as_addressees, clause_start, phrase_class
from nirdesh.extract.directives.terms import GRANTED, granted
from nirdesh.extract.directives.told import asked_beside
from nirdesh.extract.directives.transfers import transfers
from nirdesh.mentions import Addressee

_OPENING = 2  # words of the paper that an order comes in (पत्र जारी कर)


@dataclass(frozen=True, slots=True)
class Reading:
    """Contents of a frame inside its clause, and the addressees that the frame itself names."""

    contents: tuple[Content, ...]
    addressees: tuple[Addressee, ...]
    deictic: bool = False

    def filled(self, addressees: tuple[Addressee, ...]) -> Reading:
        """The same with ``addressees`` for the contents that name none."""
        named = tuple(replace(c, addressees=c.addressees or addressees) for c in self.contents)
        return replace(self, contents=named)


def passed_on(clause: Clause, reading: Reading, sent: tuple[Addressee, ...]) -> Reading:
    """प्राचार्यों को पत्र लिखा। पत्र में कॉलेजों को मदद देने को कहा: whom a paper went to is told, others get it."""
    contents = reading.contents
    if sent:
        contents = tuple(
            replace(c, addressees=()) if c.addressees and transfers(clause, c.group) else c for c in contents
        )
    return replace(reading, contents=contents).filled(sent)


def read(clause: Clause, hit: Hit, issuer_end: int, entities: Entities) -> Reading:
    """Split what stands before the frame's noun into ordered actions and addressees.

    Args:
        issuer_end: Index of the first word after the issuer's ने, or the clause's start.
    """
    floor = max(clause_start(clause), issuer_end)
    if hit.noun < floor:
        floor = clause_start(clause)
    acted = past_circumstances(clause, hit, floor, issuer_end)
    late = _after_noun(clause, hit, entities)
    post = late or _before_acts(clause, floor, acted, entities)
    floor = acted
    grace = hit.frame.id == GRANTED and clause.sentence.words[hit.noun].is_noun(word_class("terms_of_grace"))
    if hit.frame.id == GRANTED:
        term = tuple(granted(clause, hit, floor, entities))
        if term or not grace:
            post = post or _granted_to(clause, hit, floor, entities)
            return Reading(term, post).filled(post)
    link, frame_phrase = _link(clause, hit, floor, entities)
    event = link is not None and hit.frame.id == "announce" and event_before(clause, link)
    if hit.frame.acts and (link is None or not (event or infinitive_before(clause, link))):
        link = None
    if link is not None and _points(clause, link):
        link = None
    if hit.frame.id == "tell" and link and not _tells(clause, hit, link):
        link = None
    if hit.frame.cls == "say" and hit.frame.id != "tell" and hit.frame.acts != "told" and not grace:
        link = None
    if link is not None and frame_phrase is not None and _only_why(clause, hit, link):
        link = None
    called = called_upon(clause, hit, floor, entities)
    if called:
        return Reading((), called)
    if _deictic(clause, hit):
        return Reading((), post or _leading(clause, hit, floor, entities), True)
    outer = tuple(as_addressees(frame_phrase, entities)) if frame_phrase else ()
    if link is None:
        leading = outer or post or _leading(clause, hit, floor, entities)
        leading = leading or _before_issuer(clause, hit, floor, entities)
        ahead = act_before_issuer(clause, hit, issuer_end)
        if ahead is not None:
            first = past_place_of_meeting(clause, ahead)
            told = leading or _leading(clause, hit, ahead, entities)
            return Reading(tuple(members(clause, hit, first, ahead, told, entities, told=True)), told)
        return Reading((), leading or _handed_to(clause, hit, floor, entities))
    contents = gapped_members(clause, floor, link, frame_phrase, entities)
    if not contents:
        contents = members(clause, hit, floor, link, outer or post, entities, told=bool(late and not outer))
    if hit.frame.id == "make-mandatory":
        contents = [_bound(clause, c, entities) for c in contents]
    lead = () if outer or post else _before_issuer(clause, hit, floor, entities)
    if lead and not any(c.addressees for c in contents):
        contents = [replace(c, addressees=lead) for c in contents]  # सभी बीडीओ को सचिव ने … के निर्देश दिए
    if hit.frame.acts == "told" or grace:
        contents = [c for c in contents if c.addressees and not _threat(clause, c)]
    return Reading(tuple(_past_paper(clause, hit, content) for content in contents), outer or post)


def _bound(clause: Clause, content: Content, entities: Entities) -> Content:
    """सभी यात्रियों के लिए | मास्क पहनना (अनिवार्य किया): an act with those who are bound to it."""
    for phrase in marked(clause, content.start, content.end, entities, word_class("benefactive")):
        end = phrase.marker - 1
        whom = Phrase(clause.sentence, phrase.start, end, phrase.marker, "")
        opens = phrase.start == content.start and purposive_ends_at(clause.sentence.words, phrase.marker)
        if opens and end > phrase.start and phrase_class(whom, entities) not in (None, "body"):
            return replace(content, start=phrase.marker + 1, addressees=as_addressees(whom, entities))
        break
    return content


def _granted_to(clause: Clause, hit: Hit, floor: int, entities: Entities) -> tuple[Addressee, ...]:
    """जवाब देने के लिए निगम को दो सप्ताह का समय दिया: who gets the time stands behind what it is for."""
    words = clause.sentence.words
    behind = next((j + 1 for j in range(hit.noun - 1, floor, -1) if is_purposive(words[j])), hit.noun)
    for phrase in marked(clause, behind, hit.noun, entities, word_class("dative")):
        if phrase_class(phrase, entities):
            return as_addressees(phrase, entities)
    return ()


def _only_why(clause: Clause, hit: Hit, link: int) -> bool:
    """चोरी रोकने के लिए थानेदारों को निर्देशित किया कि …: what is told follows, the infinitive says what for.

    So it does before a task that nothing names: सम्मेलन सफल बनाने के लिए सभी को जिम्मेदारी दी.
    """
    words = clause.sentence.words
    follows = hit.group.end < len(words) and words[hit.group.end].key in word_class("complementizer")
    purposive = is_purposive(words[link]) or is_purposive(words[min(link + 1, hit.noun)])
    return (follows or hit.frame.id == "task") and purposive and hit.frame.cls == "order"


def _threat(clause: Clause, content: Content) -> bool:
    """कार्रवाई करने की चेतावनी, आंदोलन करने की बात: what the speaker would do."""
    words = clause.sentence.words[content.start : content.end]
    return any(w.is_noun(word_class("threats")) for w in words)


def _before_acts(clause: Clause, first: int, acted: int, entities: Entities) -> tuple[Addressee, ...]:
    """बीडीओ को नाराजगी जाहिर करते हुए … के आदेश दिए: whom the issuer told stands before what he does."""
    for phrase in marked(clause, first, acted, entities, word_class("dative")):
        scolded = any(
            w.is_noun(word_class("scoldings")) for w in clause.sentence.words[phrase.marker : acted]
        )
        if phrase_class(phrase, entities) in ("person", "office") or scolded:
            return as_addressees(phrase, entities)
    return asked_beside(clause, first, acted, entities)


def _petitions(clause: Clause, hit: Hit, group: VerbGroup) -> bool:
    """दफ्तर में ज्ञापन देकर सड़क बनवाने की मांग की: how it is asked is no part of what is asked."""
    papers = clause.sentence.words[max(group.start - 2, 0) : group.start]
    handed = group.mood == "kar" and group.stem in word_class("petitioning_verbs")
    return hit.frame.cls == "demand" and handed and any(w.is_noun(word_class("petitions")) for w in papers)


def _past_paper(clause: Clause, hit: Hit, content: Content) -> Content:
    """An act without the paper that the order comes in (सभी बीडीओ को पत्र जारी कर | सूची भेजने को कहा)."""
    nouns = frozenset(fold(w) for w in table("frames/attribution.toml")["document"]["nouns"])
    nouns |= word_class("calls")
    words = clause.sentence.words
    for group in clause.groups:
        opens = content.start <= group.start <= content.start + _OPENING
        if (
            group.mood == "kar"
            and (opens or _petitions(clause, hit, group))
            and content.start <= group.start < content.end
            and (
                any(w.is_noun(nouns) for w in words[content.start : group.start])
                or group.stem in word_class("summoning_verbs")
            )
        ):
            return replace(content, start=group.end)
    return content


def _points(clause: Clause, link: int) -> bool:
    """इस हेतु, उसके लिए: a pronoun stands where the content would, which other clauses tell."""
    words = clause.sentence.words
    before = words[link - 1].key if link > clause.start else ""
    pronouns = closed("genitive_pronouns")
    return words[link].key in pronouns or before in pronouns | closed("demonstratives")


def _tells(clause: Clause, hit: Hit, link: int) -> bool:
    """करने को कहा, करने के लिए कहा, करने का कहा, करने कहा; not करने की बात कही."""
    words = clause.sentence.words
    key = words[link].key
    if link == hit.noun or (key not in closed("genitives") and infinitive_before(clause, link)):
        return True
    between = words[link + 1 : hit.noun]
    if key in word_class("direct_genitive") and all(w.key in closed("particles") for w in between):
        return infinitive_before(clause, link)  # पहुंचने का कहा गया, पहुंचने का भी कहा
    if key in word_class("oblique_genitive"):
        return link + 1 < len(words) and words[link + 1].key in word_class("benefactive")
    return key in word_class("dative") or key in word_class("bare_purposive")


def _deictic(clause: Clause, hit: Hit) -> bool:
    """यह निर्देश, ये आदेश, उक्त बातें: the content stands in other sentences."""
    if hit.noun == hit.group.start or hit.noun <= clause_start(clause):
        return False
    words = clause.sentence.words
    if any(w.key in word_class("complementizer") for w in words[clause.end : clause.end + 1]):
        return False  # यह आदेश हुआ कि …
    j = hit.noun - 1
    if words[j].key in closed("quantifiers") and j > clause_start(clause):
        j -= 1
    return words[j].key in closed("deictics") or _those_acts(clause, j)


def _those_acts(clause: Clause, link: int) -> bool:
    """उक्त कार्रवाई के आदेश, उक्त प्रतिबंधात्मक आदेश: a noun with उक्त stands for what other sentences tell."""
    words = clause.sentence.words
    if words[link].key not in closed("genitives"):
        return False
    for j in range(link - 1, max(link - _OPENING - 2, clause_start(clause) - 1), -1):
        if words[j].key in closed("aforesaid") or (j == link - 2 and _to_this_effect(words, j)):
            return True
        if words[j].verbs or words[j].punct or words[j].key in closed("case_markers"):
            return False
    return False


def _to_this_effect(words: Sequence[Word], j: int) -> bool:
    """इस आशय के निर्देश: what they say stands before."""
    return words[j].key in closed("demonstratives") and words[j + 1].key in word_class("purports")


def _after_noun(clause: Clause, hit: Hit, entities: Entities) -> tuple[Addressee, ...]:
    """Addressees between the noun and its verb (करने के निर्देश अधिकारियों को दिए)."""
    if hit.noun >= hit.group.start or hit.group.start - hit.noun < 3:
        return ()
    cases = told_cases() if asks(hit) else word_class("dative")
    whole: tuple[Addressee, ...] = ()
    for phrase in marked(clause, hit.noun + 1, hit.group.start, entities, cases):
        if phrase_class(phrase, entities):
            return as_addressees(phrase, entities)
        fills = phrase.start == hit.noun + 1 and phrase.marker + 1 == hit.group.start
        if fills and not entities.in_date(clause.sentence.words[phrase.end - 1]):
            whole = as_addressees(phrase, entities)  # a title that nobody knows: … के निर्देश सीएमडीओ को दिए
    return whole


def _link(clause: Clause, hit: Hit, floor: int, entities: Entities) -> tuple[int | None, Phrase | None]:
    """Index of के/का/की/के लिए/हेतु/को that ties content to the frame, and a phrase between the two."""
    words = clause.sentence.words
    at = {i: g for g in clause.groups for i in range(g.start, g.end)}
    j = hit.noun - 1
    while j > floor and words[j].key in closed("necessities") | word_class("strict"):
        j -= 1
    asks_bare = hit.frame.cls in ("order", "say") or (hit.frame.cls == "request" and not hit.frame.acts)
    if j in at and at[j].forms[-1].form == "inf" and hit.frame.id == "make-mandatory":
        return j + 1, None  # मास्क लगाना अनिवार्य कर दिया
    if j in at and at[j].forms[-1].form == "inf_o" and asks_bare:
        return j + 1, None  # व्यवस्था करने कहा, दूर करने आवश्यक निर्देश दिए, मतदान करने अपील की
    if j in at and at[j].forms[-1].form == "inf" and hit.frame.id == "make-mandatory":
        return j + 1, None  # आवेदन देना अनिवार्य किया गया है
    j = hit.noun - 1
    steps = 0
    while j >= floor and steps < 6:
        word = words[j]
        if j in at and word.key in closed("occasioning") and j - 2 in at and at[j - 2].mood == "inf":
            return j - 1, None  # सफाई कराने को लेकर निर्देश दिया
        beside = closed("postposition_nouns") | word_class("comitatives")
        if word.key in closed("genitives") and words[j + 1].key in beside:
            return None, None  # संभावनाओं के दृष्टिगत अपील, नाराजगी के साथ निर्देश
        if word.key in closed("genitives"):
            return (j, None) if content_before(clause, j, floor, at, True) else (None, None)
        if is_purposive(word):
            cut = j - 1 if purposive_ends_at(words, j) else j
            whom = meant_for(clause, hit, cut, floor, at, entities)
            needful = words[j + 1].key in closed("necessities") and hit.frame.cls == "order"
            if whom is None and needful and cut - 1 not in at:
                return None, None  # संगठन की मजबूती के लिए आवश्यक निर्देश दिए
            issued = hit.noun + 1 < len(words) and words[hit.noun + 1].key in word_class("issued")
            if whom is None and issued and cut - 1 not in at:
                return None, None  # भारी वाहनों के लिए एडवाइजरी जारी की
            return (None, whom) if whom else (cut, None) if cut > floor else (None, None)
        if word.key in word_class("relational_adjectives"):
            return j, None
        if word.key in word_class("inessive") and words[j - 1].key in closed("empty_heads"):
            if hit.frame.cls == "order" and j - 3 in at and infinitive_before(clause, j - 2):
                return j - 2, None  # सूची बनाने के संबंध में निर्देश दिए
            return None, None  # पटाखों के संबंध में आदेश
        if word.key in word_class("superessive") and hit.frame.id in ("decide", "approve") and j - 1 in at:
            return (j, None) if at[j - 1].mood == "inf" else (None, None)
        ablative = word.key in word_class("ablative")
        if ablative or word.key in word_class("dative"):
            if j - 1 in at and at[j - 1].mood == "inf":
                return j, None
            start = phrase_start(clause, j, floor, entities)
            phrase = Phrase(clause.sentence, start, j, j, word.key)
            if _only_hears(phrase, hit):
                return None, None
            asked = hit.frame.cls in ("request", "demand") and ablative
            manner = words[phrase.end - 1].key in closed("manners")
            act = act_before(clause, phrase, at)
            named = phrase_class(phrase, entities) not in (None, "public")
            acts = phrase.start - 1 in at and at[phrase.start - 1].forms[-1].form == "inf_o"
            if acts and named:
                return phrase.start, phrase  # सूची भेजने | सभी बीडीओ को कहा
            if named and told_after_act(words, phrase, at):
                return phrase.start - 1, phrase
            if act is not None:
                return act, Phrase(clause.sentence, act + 1, j, j, word.key)
            if told_class(phrase, hit, entities) is None and (not asked or manner):
                return None, None
            return before_phrase(clause, phrase, floor), phrase
        if j in at or word.punct or word.key in closed("list_conjunctions"):
            return None, None
        j -= 1
        steps += 1
    return None, None


def _only_hears(phrase: Phrase, hit: Hit) -> bool:
    """पत्रकारों से कहा कि सभी …: who hears what others are to do."""
    last = phrase.sentence.words[phrase.end - 1]
    return hit.frame.cls == "say" and last.is_noun(word_class("hearers"))


def _leading(clause: Clause, hit: Hit, floor: int, entities: Entities) -> tuple[Addressee, ...]:
    """Addressee of a frame without content of its own in the clause (सभी बीडीओ को कड़े निर्देश दिए)."""
    cases = hit.frame.addressee & told_cases()
    unknown: tuple[Addressee, ...] = ()
    for phrase in marked(clause, floor, hit.noun, entities, cases):
        if _only_hears(phrase, hit):
            continue
        if phrase_class(phrase, entities):
            return as_addressees(phrase, entities)
        dated = entities.in_date(clause.sentence.words[phrase.end - 1])
        ordered = phrase.case in word_class("dative") and hit.frame.cls in ("order", "request")
        if (ordered and not dated) or told_class(phrase, hit, entities):
            unknown = as_addressees(phrase, entities)
    return unknown


def _handed_to(clause: Clause, hit: Hit, floor: int, entities: Entities) -> tuple[Addressee, ...]:
    """जिलाधिकारी को ज्ञापन सौंपकर मांग की कि …: who gets the petition is asked."""
    words = clause.sentence.words
    for group in clause.groups:
        handed = group.mood == "kar" and floor < group.start < hit.noun and group.host is not None
        if hit.frame.cls != "demand" or not handed or group.stem not in word_class("petitioning_verbs"):
            continue
        if not any(
            w.is_noun(word_class("petitions")) for w in words[max(floor, group.start - 2) : group.start]
        ):
            continue
        for phrase in marked(clause, floor, group.start, entities, word_class("dative")):
            if phrase_class(phrase, entities) in ("person", "office", "body"):
                return as_addressees(phrase, entities)
    return ()


def _before_issuer(clause: Clause, hit: Hit, floor: int, entities: Entities) -> tuple[Addressee, ...]:
    """मरीजों से विभाग ने आग्रह किया है कि …: the addressee opens the clause."""
    first = clause_start(clause)
    cases = hit.frame.addressee & told_cases()
    if hit.frame.cls == "order":
        cases -= word_class("ablative")  # बीडीओ से जानकारी लेने के बाद सचिव ने … के निर्देश दिए
    for phrase in marked(clause, first, floor - 1, entities, cases):
        many = clause.sentence.words[phrase.end - 1].key.endswith(affixes("oblique_plural_endings"))
        asked = many and hit.frame.cls in ("request", "demand")
        if phrase.start == first and (asked or told_class(phrase, hit, entities)):
            return as_addressees(phrase, entities)
    return ()
