"""Places and bodies that stand with a role, venues apart."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.extract.directives.roles import clause_start
from nirdesh.lexicon.gazetteer import gazetteer
from nirdesh.lexicon.keys import fold_name
from nirdesh.mentions import Span

_AGENT = 7  # words from में to the ने of who acts
_LABEL = 3  # words of the longest label that names a place
_VENUE_REACH = 5  # words after में within which a meeting makes a place its venue


def places_in(sentence: Sentence, first: int, last: int, entities: Entities) -> tuple[str, ...]:
    """Regions named between two words: the last one, and those that a list joins to it; no venues."""
    if first >= last:
        return ()
    span = sentence.span(first, last)
    mentions = [
        (place, region)
        for place, region in entities.regions
        if span.contains(place)
        and not is_venue(sentence, place, last)
        and not _in_body(place, span, entities)
    ]
    if not mentions:
        return ()
    chosen = [mentions[-1]]
    for place, region in reversed(mentions[:-1]):
        between = [w for w in sentence.words[first:last] if place.end <= w.start < chosen[0][0].start]
        if not _joined(between):
            break
        chosen.insert(0, (place, region))
    return tuple(dict.fromkeys(region for _, region in chosen))


def opening_place(clause: Clause, entities: Entities) -> tuple[str, ...]:
    """सागर जिले में | पार्टी ने A को प्रभारी बनाया: the state or district that opens a clause before who acts."""
    words = clause.sentence.words
    first = clause_start(clause)
    for place, region in entities.regions:
        if place.start != words[first].start:
            continue
        j = next((k for k in range(first, clause.end) if words[k].start >= place.end), clause.end)
        typed = j < clause.end and words[j].key in listed("place_nouns")
        typed = typed or words[j - 1].key in listed("place_nouns")
        stated = any(
            p.kind == "state" for p in gazetteer().by_key.get(fold_name(place_text(words, place)), ())
        )
        while j < clause.end and words[j].key in listed("place_nouns"):
            j += 1
        behind = past_poll(words, j, clause.end)
        if not (typed or stated) or j >= clause.end or not (behind or words[j].key in listed("locative")):
            continue
        j = behind or j + 1
        j += j < clause.end and words[j].text == ","
        marks = [k for k in range(j, min(j + _AGENT, clause.end)) if words[k].key in closed("case_markers")]
        ends = next((k for k in marks if words[k].key not in closed("genitives")), None)
        if ends is not None and words[ends].key in listed("ergative"):
            dated = entities.dates_in(clause.sentence.span(j, ends))
            return () if dated else (region,)
    return ()


def past_poll(words: Sequence[Word], j: int, last: int) -> int:
    """बिहार | चुनाव के मद्देनजर, उपचुनाव के लिए: the word past what says for which poll at a place, else 0."""
    if j >= last or words[j].key not in listed("polls"):
        return 0
    after = [w.key for w in words[j + 1 : min(j + 3, last)]]
    viewed = len(after) > 1 and after[1] in listed("in_view")
    viewed = viewed and after[0] in listed("oblique_genitive") | listed("dative")
    return j + 3 + (j + 3 < last and words[j + 3].key in listed("locatives")) if viewed else 0


def place_text(words: Sequence[Word], place: Span) -> str:
    """The words of a place."""
    return " ".join(w.text for w in words if place.start <= w.start < place.end)


def label_places(sentence: Sentence, entities: Entities) -> tuple[str, ...]:
    """Places of the label that opens a paragraph (सागर सीट : …); a bare place is a dateline."""
    head = sentence.words[: _LABEL + 1]
    colon = next((j for j, w in enumerate(head) if w.text == ":"), 0)
    regions = entities.regions_in(sentence.span(0, colon)) if colon > 1 else []
    return tuple(regions) if len(regions) == 1 and regions[0] != entities.home else ()


def _in_body(place: Span, span: Span, entities: Entities) -> bool:
    """Whether a place is only the first part of a body's name (मुरादाबाद विकास प्राधिकरण)."""
    return any(
        ref.kind == "organisation" and ref.span.contains(place) and ref.span.end > place.end
        for ref in entities.inside(span)
    )


def _joined(between: list[Word]) -> bool:
    """Only commas and conjunctions stand between two places, or one more member that nobody knew."""
    names = [w for w in between if w.text != "," and w.key not in closed("list_conjunctions")]
    if any(w.key in closed("case_markers") or w.punct or w.verbs for w in names):
        return False
    return bool(between) and len(names) <= (1 if len(between) > len(names) + 1 else 0)


def is_venue(sentence: Sentence, place: Span, last: int) -> bool:
    """वागले में आयोजित बैठक में: where they met is no place of the post."""
    words = sentence.words
    after = [j for j in range(last) if words[j].start >= place.end][: _VENUE_REACH + 2]
    if not after:
        return False
    j = after[0]
    while j in after and words[j].key in listed("place_nouns"):
        j += 1
    if j >= last:
        return False
    if words[j].key in listed("located"):
        return True
    if words[j].key not in listed("locative"):
        return False
    stop = min(last, j + 1 + _VENUE_REACH)
    return any(
        words[k].key in listed("venue")
        or (
            words[k].is_noun(listed("venue_nouns"))
            and k + 1 < last
            and words[k + 1].key in listed("locatives")
        )
        for k in range(j + 1, stop)
    )


def body_in(sentence: Sentence, first: int, last: int, entities: Entities) -> str | None:
    """Organisation named between two words."""
    if first >= last:
        return None
    span = sentence.span(first, last)
    bodies = [r.id for r in entities.inside(span) if r.kind == "organisation"]
    return bodies[-1] if bodies else None
