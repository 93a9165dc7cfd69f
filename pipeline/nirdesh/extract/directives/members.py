"""Members of one order, each with its verb and its own addressee: X को Y करने तथा Z को W कराने के."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase, marked
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.frames import Hit, is_adverbial
from nirdesh.extract.directives.lexis import affixes, purposive_ends_at, sequence_at, word_class
from nirdesh.extract.directives.linked import ends_in_noun
from nirdesh.extract.directives.parsed import told_class
from nirdesh.extract.directives.roles import as_addressees, phrase_class
from nirdesh.extract.directives.transfers import hands_over, supplied, transfers
from nirdesh.extract.directives.undergone import receives
from nirdesh.mentions import Addressee


@dataclass(frozen=True, slots=True)
class Content:
    """One ordered action: words ``start`` to ``end`` (excluded), its verb, its own addressees."""

    start: int
    end: int
    group: VerbGroup | None
    addressees: tuple[Addressee, ...]


def gapped_members(
    clause: Clause, floor: int, link: int, phrase: Phrase | None, entities: Entities
) -> list[Content]:
    """A के लिए X तथा B के लिए Y को निर्देश: one pair of action and addressee each."""
    if phrase is None:
        return []
    words = clause.sentence.words
    cuts: list[tuple[int, int, int, Phrase]] = []
    start = floor
    j = floor
    while j < link:
        if purposive_ends_at(words, j):
            stop = j + 1
            while stop < link and not (
                words[stop].key in closed("list_conjunctions") or words[stop].text == ","
            ):
                stop += 1
            last = stop - 1 if words[stop - 1].key in word_class("dative") else stop  # X के लिए Y को, …
            if stop < link and actor_class(words[last - 1]) and stop - j < 8:
                cuts.append((start, j - 1, stop + 1, Phrase(clause.sentence, j + 1, last, last, "")))
                start = j = stop + 1
                continue
        j += 1
    if not cuts:
        return []
    found = [Content(a, b, _last_infinitive(clause, a, b), as_addressees(p, entities)) for a, b, _, p in cuts]
    found.append(Content(start, link, _last_infinitive(clause, start, link), as_addressees(phrase, entities)))
    return found


def _last_infinitive(clause: Clause, first: int, last: int) -> VerbGroup | None:
    inside = [g for g in clause.groups if first <= g.start and g.end == last and g.mood == "inf"]
    return inside[-1] if inside else None


def members(
    clause: Clause,
    hit: Hit,
    floor: int,
    link: int,
    outer: tuple[Addressee, ...],
    entities: Entities,
    *,
    told: bool = False,
) -> list[Content]:
    """Coordinated infinitives before the link, each with its own को-phrase where it has one.

    Args:
        told: Whether the frame names after its noun whom it tells (लिपिकों को … देने का निर्देश सचिव को दिया).
    """
    words = clause.sentence.words
    ends: list[tuple[int, VerbGroup | None]] = []
    for group in clause.groups:
        if group.mood != "inf" or group.start < floor or group.end > link:
            continue
        after = group.end
        while after < link and words[after].key in closed("particles"):
            after += 1
        if after >= link or _joins_next(clause, after, link):
            ends.append((group.end, group))
    if not ends or ends[-1][0] < link - 2:
        ends.append((link, None))
    ends = sorted([*ends, *_paired_ends(clause, floor, link, ends, entities)], key=lambda e: e[0])
    found: list[Content] = []
    start = floor
    current = outer
    settled = told
    told = asked = False
    for end, head in ends:
        first = start
        while first < end and (
            words[first].punct or words[first].key in closed("list_joiners") | closed("particles")
        ):
            first += 1
        first += sequence_at(words, first, end, "comitative")
        while first < end and words[first].key in closed("particles"):
            first += 1  # पूरा करने के साथ ही | सूची बनाने
        handed = settled or (told and head is not None and hands_over(clause, head))
        own, first = (
            ((), first)
            if handed
            else _own_addressee(clause, hit, first, end, head, bool(outer), entities, asked=asked)
        )
        if not own and told and not handed:
            own, first = _parallel(clause, first, end, head, entities)
        told = told or bool(own)
        asked = asked or (bool(own) and words[first - 1].key in word_class("ablative"))
        current = own or current
        if first < end:
            found.append(Content(first, end, head, current))
        start = end
    return found


def _paired_ends(
    clause: Clause, floor: int, link: int, ends: list[tuple[int, VerbGroup | None]], entities: Entities
) -> list[tuple[int, VerbGroup | None]]:
    """Ends of verbless members: X को सफाई तथा Y को मरम्मत कराने के निर्देश."""
    words = clause.sentence.words
    told = [
        _past_shared(words, p, entities)
        for p in marked(clause, floor, link, entities, word_class("dative"))
        if phrase_class(p, entities) not in (None, "public")
    ]
    if len(told) < 2:
        return []
    known = [e for e, _ in ends]
    found: list[tuple[int, VerbGroup | None]] = []
    for phrase in told[1:]:
        joint = phrase.start - 1
        joined = words[joint].key in closed("list_conjunctions") or words[joint].text == ","
        if joint <= told[0].marker + 1 or not joined:
            continue
        if not any(abs(e - joint) <= 1 for e in known) and words[joint - 1].key not in closed("case_markers"):
            found.append((joint, None))
    return found


def _past_shared(words: Sequence[Word], phrase: Phrase, entities: Entities) -> Phrase:
    """B को पानी और | C को दवा बांटने: what right follows the को before is no member of the next phrase."""
    if not phrase.start or words[phrase.start - 1].key not in word_class("dative"):
        return phrase
    for j in range(phrase.end - 2, phrase.start, -1):
        joined = words[j].key in closed("list_conjunctions") or words[j].text == ","
        if joined and actor_class(words[j - 1]) is None:
            before = phrase.sentence.span(phrase.start, j)
            placed = any(before.overlaps(place) for place, _ in entities.regions)
            return phrase if placed else replace(phrase, start=j + 1)
    return phrase


def _parallel(
    clause: Clause, first: int, end: int, group: VerbGroup | None, entities: Entities
) -> tuple[tuple[Addressee, ...], int]:
    """A later member that opens with a को-phrase as the one before did names its own addressee."""
    stop = group.start if group else end
    for phrase in marked(clause, first, stop, entities, word_class("dative")):
        head = clause.sentence.words[phrase.end - 1]
        short = phrase.end - phrase.start == 1 and not head.key.endswith(affixes("inflected_endings"))
        if group is not None and receives(phrase, group):
            break
        placed = actor_class(clause.sentence.words[phrase.start]) in ("office", "body")  # लोनिवि गौचर
        known = phrase_class(phrase, entities) not in (None, "public") or short or placed
        if known and phrase.start <= first + 1 and not entities.in_date(head):
            return as_addressees(phrase, entities), phrase.marker + 1
        break
    return (), first


def _joins_next(clause: Clause, j: int, link: int) -> bool:
    """Whether a comma or conjunction after an infinitive leads to another infinitive of the list."""
    words = clause.sentence.words
    joined = words[j].text == "," or words[j].key in closed("list_conjunctions")
    together = sequence_at(words, j, link, "comitative")
    if not joined and not together:
        return False
    whose = {k for g in clause.groups if _whose(clause, g) for k in range(g.start, g.end + 1)}
    later = [
        g for g in clause.groups if g.mood == "inf" and j < g.start and g.end <= link and g.start not in whose
    ]
    if not later:
        acts = any(words[k].verbs and k not in whose for k in range(j + 1, link))
        return joined and link - j > 2 and not acts
    if later[-1].end < link - 2 and not ends_in_noun(clause, later[-1].end, link):
        return False
    embedded = later[0].end < link and words[later[0].end].key in closed("case_markers")
    if embedded and words[later[0].end + 1].is_noun(word_class("charges")):
        return False  # झूठी रिपोर्ट देने और जांच न करने के आरोप में | कार्रवाई करने
    if embedded and _of_its_own(clause, j, later[0]):
        return True
    return not (embedded and later[0].start - j <= 3 and len(later) > 1)


def _of_its_own(clause: Clause, joint: int, group: VerbGroup) -> bool:
    """सफाई कराने व | शिकायत मिलने पर जांच करने, … व | लोगों के बैठने हेतु …: when or for whom the next act is."""
    words = clause.sentence.words
    if words[group.start - 1].key in word_class("oblique_genitive"):
        return True
    before = next((g for g in reversed(clause.groups) if g.end <= joint), None)
    if before is None or before.negative or group.negative or before.stem in word_class("befalling_verbs"):
        return False
    return group.stem in word_class("befalling_verbs") and words[group.end].key in word_class("superessive")


def _whose(clause: Clause, group: VerbGroup) -> bool:
    """पाइप डालने वालों के खिलाफ: an infinitive that only says who somebody is."""
    words = clause.sentence.words
    after = words[group.end].key if group.end < len(words) else ""
    return group.mood == "inf" and after.startswith(affixes("agentive_stems"))


def told_cases() -> frozenset[str]:
    """को and से, which mark whom a frame addresses."""
    return word_class("dative") | word_class("ablative")


def _own_addressee(
    clause: Clause,
    hit: Hit,
    first: int,
    end: int,
    group: VerbGroup | None,
    has_outer: bool,
    entities: Entities,
    *,
    asked: bool = False,
) -> tuple[tuple[Addressee, ...], int]:
    """The segment's first को/से phrase that can be told to act, and where the action starts after it.

    Args:
        asked: Whether the member before was asked of somebody, whom से marks.
    """
    cases = (hit.frame.addressee | word_class("dative")) & told_cases()
    stop = group.start if group else end
    candidates = []
    for phrase in marked(clause, first, stop, entities, cases):
        kind = told_class(phrase, hit, entities)
        if kind is None and _goes_oneself(phrase, first, group, hit):
            kind = "office"
        if kind is None or (phrase.case in word_class("ablative") and not asks(hit)):
            continue
        if group is not None and receives(phrase, group):
            continue
        if group is not None and (_received_inside(clause, phrase, group) or _taken_from(phrase, group)):
            continue
        if kind == "public" and hit.frame.cls == "order" and (has_outer or transfers(clause, group)):
            continue
        if phrase_class(phrase, entities) in (None, "public") and supplied(clause, group):
            continue
        if kind == "public" and hit.frame.cls == "plan" and transfers(clause, group):
            continue  # विद्यार्थियों को वर्दी देने का निर्णय
        if kind == "public" and asked and phrase.case in word_class("dative"):
            continue  # बंधुओं से नशा छोड़ने और बेटियों को पढ़ाने का आह्वान
        if kind == "public" and _wished_for(clause, phrase, stop):
            continue
        if group is not None and _of_charge(clause, phrase, group):
            continue
        if group is not None and _joined_up(phrase, group, kind):
            continue
        if _of_participle(clause, phrase, stop):
            continue
        if has_outer and phrase.start > first + 1:
            continue
        candidates.append(phrase)
    candidates = [p for p in candidates if phrase_class(p, entities)] or candidates
    if not candidates:
        return (), first
    inner = [
        g.end
        for g in clause.groups
        if g.mood == "inf"
        and first <= g.start
        and g.end < stop
        and clause.sentence.words[g.end].key in closed("genitives")
    ]
    late = [p for p in candidates if inner and p.start > max(inner)]
    chosen = late[0] if late and _eats(candidates[0], inner) else candidates[0]
    return as_addressees(chosen, entities), chosen.marker + 1


def _goes_oneself(phrase: Phrase, first: int, group: VerbGroup | None, hit: Hit) -> bool:
    """पीएस वित्त को हाजिर रहने के आदेश: को marks who acts where the verb has no object."""
    alone = group is not None and group.stem in closed("intransitive") and phrase.start == first
    return alone and hit.frame.cls == "order" and phrase.case in word_class("dative")


def _taken_from(phrase: Phrase, group: VerbGroup) -> bool:
    """लोगों से फीडबैक लेने, मतदाताओं से संपर्क करने: से marks from whom or with whom."""
    if phrase.case not in word_class("ablative"):
        return False
    words = phrase.sentence.words
    host = words[group.host].key if group.host is not None else ""
    party = words[phrase.end - 1].is_noun(word_class("party_workers"))
    if party and group.host is not None and group.host > phrase.marker + 1:
        return False  # कार्यकर्ताओं से घर-घर संपर्क करने का आह्वान
    return host in word_class("contact_hosts") and group.stem not in word_class("transfer_verbs")


def _received_inside(clause: Clause, phrase: Phrase, group: VerbGroup) -> bool:
    """लोगों को भिजवाने के लिए अभियान चलाने: who is sent by an infinitive inside the act."""
    inner = next((g for g in clause.groups if g.start > phrase.marker), group)
    if inner is not group and inner.mood == "kar" and inner.host is not None:
        words = clause.sentence.words
        beside = inner.host == phrase.marker + 1 or words[inner.host - 1].key in closed("case_markers")
        return beside and words[inner.host].key in word_class("affecting_hosts")  # मरीज को भर्ती कर इलाज करने
    return inner is not group and inner.mood == "inf" and receives(phrase, inner)


def _joined_up(phrase: Phrase, group: VerbGroup, kind: str) -> bool:
    """अधिक से अधिक लोगों को जोड़ने, कार्डधारियों को डीलर से जोड़ने: who is joined, and to whom."""
    if group.stem not in word_class("joining_verbs"):
        return False
    to_whom = phrase.case in word_class("ablative") and phrase.marker + 1 == group.start
    return kind == "public" or to_whom


def _of_charge(clause: Clause, phrase: Phrase, group: VerbGroup) -> bool:
    """आवेदक को सूचना न देने के कारण जुर्माना लगाने: who did not get what the reason tells."""
    words = clause.sentence.words
    inner = next((g for g in clause.groups if g.start > phrase.marker), group)
    if inner is group or inner.mood != "inf" or inner.end + 1 >= len(words):
        return False
    reason = words[inner.end].key in closed("genitives") and words[inner.end + 1].is_noun(
        word_class("charges")
    )
    reason = reason or words[inner.end].key in word_class("superessive")
    return reason and not word_class("transfer_verbs").isdisjoint(inner.stems)


def _wished_for(clause: Clause, phrase: Phrase, stop: int) -> bool:
    """लोगों को परेशानी न हो इसका ध्यान रखने: who is not to suffer is not told to act."""
    words = clause.sentence.words[phrase.marker : stop]
    return any(
        word.key in closed("correlative_negation") and after.key in word_class("existential_verbs")
        for word, after in pairwise(words)
    )


def _of_participle(clause: Clause, phrase: Phrase, stop: int) -> bool:
    """संगठन को आगे बढ़ाते हुए …: what is done beside the act is done to the one before को."""
    words = clause.sentence.words
    beside = next((g for g in clause.groups if phrase.marker < g.start < stop), None)
    if beside is None or beside.mood != "part" or not is_adverbial(beside):
        return False
    between = words[phrase.marker + 1 : beside.start]
    return all(w.key in word_class("onward_adverbs") or w.key in closed("particles") for w in between)


def _eats(phrase: Phrase, inner: list[int]) -> bool:
    """Whether the first को-phrase is the object of an embedded infinitive (टीमों को गांवों में ले जाने के लिए)."""
    return bool(inner) and phrase.marker < max(inner)


def past_pronoun(clause: Clause, content: Content) -> Content:
    """A content without the pronoun that says whom it is told to (उन्हें | काम शुरू करने को कहा)."""
    first = content.start
    told = word_class("told_pronouns") | word_class("told_relatives")
    words = clause.sentence.words
    asked = words[first].key in word_class("asked_pronouns") and not words[first + 1].verbs
    pronoun = words[first].key in told or asked
    return replace(content, start=first + 1) if pronoun and first + 1 < content.end else content


def told_beside(clause: Clause, content: Content) -> tuple[Addressee, ...]:
    """Whom a content names beside उन्हें; not the public, to whom it is done (उन्हें लोगों को पानी देने के निर्देश)."""
    ends = {a.span.end for a in content.addressees}
    told = [w for w in clause.sentence.words if w.end in ends]
    return () if told and all(actor_class(w) == "public" for w in told) else content.addressees


def asks(hit: Hit) -> bool:
    """Whether the frame asks or tells rather than orders, so that से marks whom it addresses."""
    return hit.frame.cls in ("request", "demand", "answer") or hit.frame.id == "tell"
