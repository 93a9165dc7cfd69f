"""Assignments of a document: what the rules find, and what a trained reader adds."""

from __future__ import annotations

from spacy.tokens import Doc

from nirdesh.analyse.neural.component import one_thread
from nirdesh.extract.assignments.extractor import AssignmentExtractor
from nirdesh.extract.assignments.signed import with_signer
from nirdesh.extract.assignments.trained import RULE, Reader
from nirdesh.mentions import Assignment


def extract_assignments(doc: Doc, reader: Reader | None = None) -> tuple[Assignment, ...]:
    """Assignments of an analysed report, in order of their evidence.

    Args:
        reader: Reads what the rules leave open; without one they stand alone.
    """
    extractor = AssignmentExtractor(doc)
    found = extractor.run()
    if reader is not None:
        with one_thread():
            whole = reader.complete(doc, extractor.entities, found)
        found = tuple(sorted((extractor.completed(a) if RULE in a.rules else a for a in whole), key=_order))
    found = with_signer(extractor.read, found, extractor.entities)
    doc._.regions = (*doc._.regions, *extractor.entities.places.values())
    used = {a.assignee for a in found} | {b for a in found for b in a.by}
    known = {o.id for o in doc._.offices}
    extra = tuple(o for o in extractor.entities.made.values() if o.id in used and o.id not in known)
    if extra:
        doc._.offices = (*doc._.offices, *extra)
    return found


def _order(assignment: Assignment) -> tuple[int, int, str]:
    return assignment.evidence.start, assignment.role.start, assignment.assignee
