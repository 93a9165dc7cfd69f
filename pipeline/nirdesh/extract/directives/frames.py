"""Frames of instruction found in a clause: निर्देश देना, अपील करना, कहना …, with their verb group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed, fold, table
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.lexis import affixes, word_class


@dataclass(frozen=True, slots=True)
class Frame:
    """One row of ``frames/frames.toml``, folded."""

    id: str
    cls: str
    nouns: frozenset[str]
    verbs: frozenset[str]
    addressee: frozenset[str]
    modality: str
    adjectives: frozenset[str]
    against: frozenset[str]
    acts: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A frame at a verb group; ``noun`` is the index of its host noun (the group's own start without one)."""

    frame: Frame
    group: VerbGroup
    noun: int


@lru_cache(maxsize=1)
def frames() -> tuple[Frame, ...]:
    """All frames of the table, in its order.

    Example:
        >>> [f.cls for f in frames() if f.id == "order-noun"]
        ['order']
    """
    return tuple(
        Frame(
            row["id"],
            row["class"],
            frozenset(fold(n) for n in row["nouns"]),
            frozenset(fold(v) for v in row["verbs"]),
            frozenset(fold(a) for a in row["addressee"]),
            row["modality"],
            frozenset(fold(a) for a in row.get("adjectives", [])),
            frozenset(fold(a) for a in row.get("against", [])),
            row.get("acts", ""),
        )
        for row in table("frames/frames.toml")["frame"]
    )


_INDICATIVE = ("perf", "pres", "past", "prog")
_RANK = ("order", "request", "demand", "answer", "ban", "plan", "assure", "say")


def find_hits(clause: Clause) -> list[Hit]:
    """Frames of a clause, the strongest class first, the finite verb before participles."""
    asks = clause.group is not None and _asks_now(clause, clause.group)
    if clause.group is not None and clause.group.mood not in _INDICATIVE and not asks:
        return []
    found = [hit for group in clause.groups for hit in _hits(clause, group)]
    if asks:
        found = [h for h in found if h.frame.cls == "request"]
    found = [h for h in found if h.group.finite or h.frame.cls in ("order", "request", "say", "assure")]
    if any(h.group.finite for h in found):
        found = [h for h in found if h.group.mood != "kar" or not _only_manner(clause, h)]
    return sorted(found, key=lambda h: (_RANK.index(h.frame.cls), not h.group.finite))


def _asks_now(clause: Clause, group: VerbGroup) -> bool:
    """मैं सभी किसानों से अपील करूंगा कि …: who says that he will ask asks by it."""
    words = clause.sentence.words
    if group.mood != "fut" or not words[group.end - 1].key.endswith(affixes("own_future_endings")):
        return False
    return any(w.key in word_class("complementizer") for w in words[clause.end : clause.end + 1])


def _only_manner(clause: Clause, hit: Hit) -> bool:
    """पत्र लिखकर कहा, निर्देश देकर सड़क बनवाने को कहा: what is ordered stands after it."""
    after = any(g.mood == "inf" and g.start >= hit.group.end for g in clause.groups)
    return after or hit.frame.acts == "infinitive"


def _hits(clause: Clause, group: VerbGroup) -> Iterator[Hit]:
    if not _counts(clause, group):
        return
    for frame in frames():
        light_host = group.host is not None and clause.sentence.words[group.host].key in frame.verbs
        if group.stem not in frame.verbs and not light_host:
            continue
        if not frame.nouns:
            host = clause.sentence.words[group.host].key if group.host is not None else ""
            if host not in frame.against:
                yield Hit(frame, group, group.start)
            continue
        noun = _past_day(clause, _noun(clause, group, frame))
        if noun is None or (noun and clause.sentence.words[noun - 1].key in frame.against):
            continue
        if frame.cls == "plan" and frame.acts == "infinitive" and not _of_act(clause, noun):
            continue
        yield Hit(frame, group, _compound_start(clause, noun))


def _past_day(clause: Clause, noun: int | None) -> int | None:
    """करने का | रविवार को निर्देश दिया: a day between an act and the frame's noun is no part of either.

    Returns:
        Index of the day, before which the content stands, or ``noun`` where none stands there.
    """
    words = clause.sentence.words
    if noun is None or noun - 3 < clause.start or words[noun - 1].key not in word_class("dative"):
        return noun
    linked = words[noun - 3].key in closed("genitives")
    return noun - 2 if linked and words[noun - 2].key in word_class("days_of_telling") else noun


def _compound_start(clause: Clause, noun: int) -> int:
    """दिशा-निर्देश, आदेश-निर्देश: the first word of a noun with a hyphen, before which its content stands."""
    words = clause.sentence.words
    while noun - 2 >= clause.start and words[noun - 1].text == "-" and not words[noun - 2].punct:
        noun -= 2
    return noun


def _of_act(clause: Clause, noun: int) -> bool:
    """धरना देने का ऐलान, धरने का ऐलान, देने पर सहमति: whether an act with its marker stands before the noun."""
    while noun - 1 > clause.start and clause.sentence.words[noun - 1].key in closed("particles"):
        noun -= 1  # धरना देने का | भी ऐलान
    link = clause.sentence.words[noun - 1].key
    acts = any(g.mood == "inf" and g.end == noun - 1 for g in clause.groups)
    if acts and link in word_class("superessive"):
        return True
    return link in closed("genitives") and (acts or event_before(clause, noun - 1))


def event_before(clause: Clause, link: int) -> bool:
    """Whether a planned event stands right before a genitive (धरने | का ऐलान)."""
    return link > clause.start and clause.sentence.words[link - 1].is_noun(word_class("announced_events"))


def _counts(clause: Clause, group: VerbGroup) -> bool:
    """A finite verb, करते हुए, करके; not the participle that only modifies a noun (दिए गए निर्देश)."""
    if group.finite or group.mood == "kar":
        return group.mood in ("perf", "pres", "past", "prog", "kar") or _asks_now(clause, group)
    if group.mood != "part":
        return False
    words = clause.sentence.words
    if is_adverbial(group):
        return True
    return group.end < len(words) and words[group.end].key in word_class("resultative_participles")


def is_adverbial(group: VerbGroup) -> bool:
    """Whether a participle tells what goes on beside (करते हुए)."""
    return group.forms[0].form == "impf" and group.forms[-1].stem in word_class("existential_verbs")


def _noun(clause: Clause, group: VerbGroup, frame: Frame) -> int | None:
    """Host noun of the frame: before the verb, before जारी, after the verb in a headline, or scrambled."""
    words = clause.sentence.words
    host = group.host
    if host is not None and words[host].is_noun(frame.nouns):
        return host
    if host is not None and words[host].key in frame.adjectives | frame.verbs and host > clause.start:
        before = host - 1
        while before > clause.start and _passed_over(words[before]):
            before -= 1
        if before - 1 > clause.start and words[before - 1].key in word_class("votes"):
            before -= 2  # प्रस्ताव | सर्वसम्मति से पारित
        if words[before].is_noun(frame.nouns):
            return before
    given = group.forms[-1].form == "perf" or group.forms[-1].form == "cop"
    after = group.end + 1 if words[group.end : group.end + 1] and _led(words, group.end) else group.end
    if given and after < clause.end and words[after].is_noun(frame.nouns):
        linked = words[group.start - 1].key in closed("genitives") | word_class("benefactive")
        return group.start if clause.sentence.block == "body" or linked else after
    if group.finite and not _hosted(clause, group):
        return _scrambled(clause, group, frame)
    return None


def _led(words: Sequence[Word], j: int) -> bool:
    """दिए | सख्त निर्देश: a word that stands between a verb and its noun after it."""
    return j + 1 < len(words) and words[j].key in closed("before_inverted")


def _hosted(clause: Clause, group: VerbGroup) -> bool:
    """निर्देश जारी कर … निर्देशित किया: the verb has the noun of a frame right before it."""
    if group.host is None:
        return False
    word = clause.sentence.words[group.host]
    return any(f.nouns and group.stem in f.verbs and word.is_noun(f.nouns) for f in frames())


def _passed_over(word: Word) -> bool:
    """भी, ही, or a number (धारा 144 लागू की)."""
    return word.key in closed("particles") or word.key.isdigit()


def _scrambled(clause: Clause, group: VerbGroup, frame: Frame) -> int | None:
    """A bare noun further left (ये निर्देश … ने दिए): no case marker or noun of its own may follow it."""
    words = clause.sentence.words
    blocked = closed("case_markers") | word_class("source_postpositions")
    roles = word_class("ergative") | word_class("dative") | word_class("inessive")
    roles |= word_class("passive_agent") if group.passive else frozenset()  # निर्देश सीओ द्वारा दिया गया
    host_is_light = group.host is None or words[group.host].key in closed("case_markers")
    first = clause.front[0] if clause.front else clause.start
    for j in range(group.start - 1, first - 1, -1):
        if words[j].is_noun(frame.nouns) and words[j + 1].is_noun(frame.nouns):
            continue  # दिशा निर्देशन में: the second noun tells how it goes on
        if any(g.mood == "kar" and g.start == j + 1 for g in clause.groups):
            continue  # पत्र भेजकर … को लिखा
        if words[j].is_noun(frame.nouns) and words[j + 1].key not in blocked:
            if any(
                j < g.start < group.start and _counts(clause, g) and g.mood != "kar" for g in clause.groups
            ):
                continue
            between = [w for w in words[j + 1 : group.start] if w.key in roles]
            if between and (host_is_light or frame.cls in ("order", "say")):
                return j
    return None
