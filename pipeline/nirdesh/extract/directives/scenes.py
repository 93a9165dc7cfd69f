"""Places that a report tells of before it says what holds there: of an assembly, a fair, a visit."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import Sentence, Word, text_of
from nirdesh.extract.directives.lexis import affixes, sequence_at, word_class
from nirdesh.extract.directives.model import Draft
from nirdesh.extract.directives.own_places import listed
from nirdesh.mentions import Modality, Span

_UNIT = 4  # words from a place to its में (टंडवा थाना क्षेत्र में)
_PARTICIPLE = 8  # words from the place to होने वाले
_NOUN = 5  # words from there to the fair

Kind = Literal["traffic", "assembly", "community", "fair", "visit"]
_RULES: frozenset[Modality] = frozenset({"prohibition", "obligation", "announcement"})
_ALL: frozenset[Modality] = _RULES | {"order", "request"}
_HOLDS: dict[Kind, frozenset[Modality]] = {
    "traffic": _RULES,
    "assembly": frozenset({"prohibition", "obligation"}),
    "community": _RULES,
    "fair": _ALL,
    "visit": _ALL,
}


@dataclass(frozen=True, slots=True)
class Scene:
    """Where something holds or takes place.

    Attributes:
        sentence: The sentence that says so.
        regions: Ids of the places.
    """

    kind: Kind
    sentence: Sentence
    regions: tuple[str, ...]


def scenes(doc: Doc, read: Sequence[Sentence], entities: Entities) -> list[Scene]:
    """Everything that the report tells of with its place, in order."""
    kinds = {r.id: r.kind for r in doc._.regions}
    found: list[Scene] = []
    for sentence in read:
        if sentence.block == "dateline" or _recalled(sentence):
            continue
        places = [(p, i) for p, i in entities.regions if sentence.start <= p.start < sentence.end]
        if not places:
            continue
        words = sentence.words
        for kind in _kinds(words):
            sites = _sites(text_of(doc), words, places)
            if kind == "assembly":
                sites = tuple(i for i in sites if kinds.get(i) == "village")
            if sites:
                found.append(Scene(kind, sentence, sites))
        for beside, test in _BESIDE.items():
            ids = tuple(dict.fromkeys(i for p, i in places if test([w for w in words if w.start >= p.end])))
            if len(ids) == 1:
                found.append(Scene(beside, sentence, ids))
    return found


def _recalled(sentence: Sentence) -> bool:
    """पिछले साल सोनपुर में कर्फ्यू लगा था: what no longer holds."""
    return any(group.mood == "past" for clause in segment(sentence)[-1:] for group in clause.groups)


def _kinds(words: Sequence[Word]) -> Iterator[Kind]:
    end = len(words)
    if any(sequence_at(words, j, end, "traffic_plans") for j in range(end)):
        yield "traffic"
    if any(sequence_at(words, j, end, "village_assemblies") for j in range(end)):
        yield "assembly"


def _sites(text: str, words: Sequence[Word], places: Sequence[tuple[Span, str]]) -> tuple[str, ...]:
    """Places of a sentence that में follows, with those that are listed before them."""
    found: list[str] = []
    site: Span | None = None
    for place, region in reversed(places):
        after = [w for w in words if w.start >= place.end]
        if (site is not None and listed(text[place.end : site.start])) or _within(after):
            found.insert(0, region)
            site = place
        else:
            site = None
    return tuple(dict.fromkeys(found))


def _within(after: Sequence[Word]) -> bool:
    """टंडवा थाना क्षेत्र में, रामपुर में."""
    for word in after[:_UNIT]:
        if word.key in word_class("inessive"):
            return True
        if word.punct or word.verbs or word.key in closed("case_markers") | closed("genitives"):
            return False
    return False


def _fair_after(after: Sequence[Word]) -> bool:
    """में 5 से 9 मई तक लगने वाले मेले."""
    if not after or after[0].key not in word_class("inessive"):
        return False
    for k, word in enumerate(after[1:_PARTICIPLE], 1):
        if word.key.startswith(affixes("agentive_stems")) and after[k - 1].verbs:
            return any(w.is_noun(word_class("fairs")) for w in after[k + 1 : k + 1 + _NOUN])
    return False


def _community_after(after: Sequence[Word]) -> bool:
    """सीहोर जिले के किरार समाज ने."""
    marks = word_class("ergative") | closed("genitives")
    for j, (word, mark) in enumerate(itertools.pairwise(after[: _UNIT + 1])):
        if word.key in word_class("self_ruled"):
            return j > 0 and mark.key in marks
        if word.punct or word.verbs:
            return False
    return False


def _visited_after(after: Sequence[Word]) -> bool:
    """गोंडा जंक्शन का निरीक्षण किया."""
    return sequence_at(after, 0, len(after), "stations_seen") > 0


_BESIDE: dict[Kind, Callable[[Sequence[Word]], bool]] = {
    "fair": _fair_after,
    "community": _community_after,
    "visit": _visited_after,
}


def scene_of(draft: Draft, told: Sequence[Scene], entities: Entities) -> tuple[tuple[str, ...], str]:
    """Ids of the places of the scene that the draft belongs to, and the rule; both empty for none.

    What others say than who visits the station belongs to no scene.
    """
    for scene in reversed(told):
        if scene.sentence.index > draft.clause.sentence.index or not _belongs(draft, scene.kind):
            continue
        if scene.kind == "visit":
            named = {ref.id for ref in entities.inside(Span(scene.sentence.start, scene.sentence.end))}
            if draft.issuers and named and named.isdisjoint(draft.issuers):
                break
        return scene.regions, f"where:{scene.kind}"
    return (), ""


def _belongs(draft: Draft, kind: Kind) -> bool:
    """Whether what is told of in a scene of this kind holds for the draft as well."""
    words = draft.clause.sentence.words
    inside = [w for w in words if draft.scope.start <= w.start < draft.scope.end]
    if kind == "traffic" and not any(w.is_noun(word_class("vehicles")) for w in inside):
        return False
    if kind == "fair" and _of_another_fair(inside):
        return False
    return draft.modality in _HOLDS[kind]


def _of_another_fair(inside: Sequence[Word]) -> bool:
    """दूसरे मेले में, हर मेले में."""
    return any(
        before.key in word_class("other_homes") and word.is_noun(word_class("fairs"))
        for before, word in itertools.pairwise(inside)
    )


def opening_place(doc: Doc, draft: Draft, entities: Entities) -> tuple[str, ...]:
    """Ids of the places that open the draft's sentence: वार्ड 22 में कचरा देखकर उन्होंने कहा कि आज सफाई करें.

    Where a meeting was, or where somebody came to or spoke to the press, is none.
    """
    sentence = draft.clause.sentence
    before = [w for w in sentence.words if w.start < draft.scope.start]
    places = [(p, i) for p, i in entities.regions if sentence.start <= p.start < draft.scope.start]
    if not places or places[0][0].start > before[min(1, len(before) - 1)].start:
        return ()
    sites = _sites(text_of(doc), before, places)
    if not sites or places[0][1] != sites[0] or len(sites) != len({i for _, i in places}):
        return ()
    spoken = closed("occasions") | word_class("hearers") | word_class("press_talks")
    if any(w.is_noun(spoken) for w in before):
        return ()
    last = max(p.end for p, i in places if i in sites)
    after = itertools.dropwhile(lambda w: w.start < last or w.key not in word_class("inessive"), before)
    return sites if _found_there([*after][1:]) else ()


def _found_there(after: Sequence[Word]) -> bool:
    """वार्ड 22 में | कचरा देखकर आयुक्त ने, नल खराब मिलने पर …: whether something is said to be so at the place.

    In लखनऊ में सचिव ने कहा it is only where who acts is; without who acts the place is that of the act.
    """
    agent = next((j for j, w in enumerate(after) if w.key in word_class("ergative")), None)
    if agent is None:
        return True
    return any(
        w.key in word_class("found_marks") or any(form.form == "kar" for form in w.verbs)
        for w in after[:agent]
    )
