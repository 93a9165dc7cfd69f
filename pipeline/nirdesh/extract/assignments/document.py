"""Assignments of a document: what the rules find, and what a trained reader adds."""

from __future__ import annotations

from spacy.tokens import Doc

from nirdesh.analyse.neural.component import one_thread
from nirdesh.extract.assignments.extractor import AssignmentExtractor
from nirdesh.extract.assignments.gates import relatives
from nirdesh.extract.assignments.signed import with_signer
from nirdesh.extract.assignments.trained import RULE, Reader
from nirdesh.extract.clauses.words import text_of
from nirdesh.extract.directives.bygone import in_news
from nirdesh.mentions import Assignment


def extract_assignments(doc: Doc, reader: Reader | None = None) -> tuple[Assignment, ...]:
    """Assignments of an analysed report, in order of their evidence.

    Args:
        reader: Reads what the rules leave open; without one they stand alone.
    """
    extractor, by_rules = _by_rules(doc)
    found = by_rules
    if reader is not None:
        with one_thread():
            whole = reader.complete(doc, extractor.entities, found)
        whole = tuple(a for a in whole if RULE not in a.rules or not _of_another(a, doc))
        found = tuple(sorted((extractor.completed(a) if RULE in a.rules else a for a in whole), key=_order))
    found = with_signer(extractor.read, found, extractor.entities)
    kin = relatives(extractor.read, extractor.entities)
    found = in_news([a for a in found if a.assignee not in kin], extractor.read, extractor.published)
    made = extractor.entities.places.values()
    if made:
        new = {region.id for region in made}
        doc._.regions = (*(region for region in doc._.regions if region.id not in new), *made)
    used = {a.assignee for a in found} | {b for a in found for b in a.by}
    known = {o.id for o in doc._.offices}
    extra = tuple(o for o in extractor.entities.made.values() if o.id in used and o.id not in known)
    if extra:
        doc._.offices = (*doc._.offices, *extra)
    _keep(doc, extractor, by_rules)
    return found


def _of_another(assignment: Assignment, doc: Doc) -> bool:
    """A (कप्तान), B, C: whether the post stands in the bracket right behind the name of somebody else."""
    before = text_of(doc)[: assignment.role.start].rstrip()
    end = len(before[:-1].rstrip()) if before.endswith("(") else -1
    holders = {p.id for p in doc._.people for mention in p.mentions if mention.span.end == end}
    return bool(holders) and assignment.assignee not in holders


def _by_rules(doc: Doc) -> tuple[AssignmentExtractor, tuple[Assignment, ...]]:
    """What the rules find and the extractor that found it; made once for each state of the entities."""
    kept: _Kept | None = doc.user_data.get(_KEPT)
    if kept is None or any(a is not b for a, b in zip(kept[0], _state(doc), strict=True)):
        extractor = AssignmentExtractor(doc)
        return extractor, extractor.run()
    return kept[1], kept[2]


def _keep(doc: Doc, extractor: AssignmentExtractor, found: tuple[Assignment, ...]) -> None:
    """Keep what the rules found, directives and assignments both ask for it."""
    doc.user_data[_KEPT] = _state(doc), extractor, found


def _state(doc: Doc) -> tuple[object, ...]:
    return doc._.people, doc._.offices, doc._.organisations, doc._.regions, doc._.dates


_Kept = tuple[tuple[object, ...], AssignmentExtractor, tuple[Assignment, ...]]
_KEPT = "nirdesh.assignments"


def _order(assignment: Assignment) -> tuple[int, int, str]:
    return assignment.evidence.start, assignment.role.start, assignment.assignee
