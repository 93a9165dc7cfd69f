"""Who takes which part in an event: chair, convener, chief guest, speaker, attendee."""

from __future__ import annotations

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase, heads, marked, phrase_start
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.frames import find_hits
from nirdesh.extract.directives.ids import ids_of
from nirdesh.extract.directives.roles import clause_start
from nirdesh.extract.events.draft import Draft, part, words

_GUEST_REACH = 60  # code points after मुख्य अतिथि in which the guest is named
_SPEAKING = ("say", "order", "request")


def take_part(clause: Clause, draft: Draft, entities: Entities) -> None:
    """Give the people of a clause their parts in ``draft``."""
    run = clause.sentence.words[clause_start(clause) : clause.end]
    keys = [w.key for w in run]
    agents = _agents(clause, entities)
    shared = _shared(clause, draft, entities)
    for name in ("chair", "conveners", "speakers"):
        if shared and name != "speakers":
            continue
        if agents and any(k in part(name) for k in keys):
            draft.add(name, agents)
    if agents and _holds(clause, draft):
        draft.add("chair", agents)
    _genitive_chair(clause, draft, entities)
    _chief_guest(clause, draft, entities)
    if agents and any(h.frame.cls in _SPEAKING for h in find_hits(clause)):
        draft.add("attendees" if draft.kind == "tour" else "speakers", agents)
    if agents and any(w.is_noun(words("views")) for w in run) and any(k in words("expressed") for k in keys):
        draft.add("speakers", agents)
    _present(clause, draft, entities, keys)


def _holds(clause: Clause, draft: Draft) -> bool:
    """X ने बैठक ली, X ने प्रगति की समीक्षा की: X is in the chair."""
    run = clause.sentence.words
    return draft.kind == "meeting" and any(
        g.host is not None
        and run[g.host].is_noun(frozenset({draft.head}))
        and g.mood in ("perf", "past", "kar", "part")
        and not words("hold_verbs").isdisjoint(g.stems[:1])
        for g in clause.groups
    )


def _shared(clause: Clause, draft: Draft, entities: Entities) -> bool:
    """अध्यक्षता A एवं संचालन B ने किया: each part is that of the person named after it."""
    first = clause_start(clause)
    run = clause.sentence.words
    heads = [
        (name, j)
        for j in range(first, clause.end)
        for name in ("chair", "conveners")
        if run[j].key in part(name)
    ]
    if len({name for name, _ in heads}) < len(("chair", "conveners")):
        return False
    ends = [j for _, j in heads[1:]] + [clause.end]
    given = 0
    for (name, j), end in zip(heads, ends, strict=True):
        span = clause.sentence.span(j, end)
        named = [r.id for r in entities.inside(span) if r.kind == "person" and r.mention != "pronoun"]
        draft.add(name, tuple(named[:1]))
        given += bool(named)
    return given == len(heads)


def _agents(clause: Clause, entities: Entities) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    for phrase in marked(clause, clause_start(clause), clause.end, entities, words("ergative")):
        found = tuple(i for i in ids_of(phrase, entities) if _is_person(i, entities)) or found
    return found


def _is_person(ref: str, entities: Entities) -> bool:
    return any(r.id == ref and r.kind == "person" for r in entities.refs)


def _people(clause: Clause, entities: Entities) -> tuple[str, ...]:
    span = clause.sentence.span(clause_start(clause), clause.end)
    return tuple(r.id for r in entities.inside(span) if r.kind == "person")


def _present(clause: Clause, draft: Draft, entities: Entities, keys: list[str]) -> None:
    """People who are said to be there, and speakers who are still to come."""
    group = clause.group
    if group is None:
        return
    host = clause.sentence.words[group.host].key if group.host is not None else ""
    attending = host in part("attendees") and group.mood in ("perf", "past", "part", "hort")
    among = group.finite and group.mood in ("perf", "past") and host in closed("after_names")
    if attending or among or not words("joining").isdisjoint(keys):
        draft.add("attendees", tuple(n for n in _people(clause, entities) if n not in draft.people["chair"]))
    if host in part("speakers") and group.mood == "fut":
        draft.add("speakers", _people(clause, entities))


def _genitive_chair(clause: Clause, draft: Draft, entities: Entities) -> None:
    """X की अध्यक्षता में, X (जी) के संचालन में."""
    run = clause.sentence.words
    for j in range(clause_start(clause) + 2, clause.end):
        if run[j - 1].key not in closed("genitives"):
            continue
        holder = j - 2 if run[j - 2].key not in closed("after_names") else j - 3
        for name in ("chair", "conveners"):
            if run[j].key in part(name):
                start = phrase_start(clause, holder + 1, clause_start(clause), entities)
                phrase = Phrase(clause.sentence, start, holder + 1, holder + 1, "")
                named = [r for r in heads(phrase, entities) if r.kind == "person"]
                if named and named[-1].span.end == run[holder].end:
                    draft.add(name, tuple(r.id for r in named))


def _chief_guest(clause: Clause, draft: Draft, entities: Entities) -> None:
    """मुख्य अतिथि (के रूप में) X: the first person named after it; X मुख्य अतिथि थे: the one before."""
    run = clause.sentence.words
    first = clause_start(clause)
    for j in range(first, clause.end - 1):
        if run[j].key not in words("chief") or run[j + 1].key not in words("guest"):
            continue
        begins = run[j + 1].end
        people = [r for r in entities.refs if r.kind == "person"]
        later = [
            r for r in people if begins <= r.span.start < min(begins + _GUEST_REACH, clause.sentence.end)
        ]
        before = [
            r for r in people if run[first].start <= r.span.start < run[j].start and r.mention != "post"
        ]
        final = clause.group is not None and j + 2 >= clause.group.start
        chosen = before[-1:] if final and before else later[:1]
        draft.add("chief_guests", tuple(r.id for r in chosen))
