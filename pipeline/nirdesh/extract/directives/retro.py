"""Issuers that a later sentence tells: ये निर्देश … ने दिए; उक्त बातें … ने कहीं."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.clauses.words import Sentence
from nirdesh.extract.directives.frames import Frame
from nirdesh.extract.directives.matrix import OTHERS, REPORT
from nirdesh.extract.directives.model import Draft
from nirdesh.mentions import Addressee

# Rules of what one is obliged to by its own words (करना होगा, अनिवार्य है), whoever orders it.
_OBLIGES = ("mood:must", "mood:necessar", "mood:permission-needed", "mood:papers-needed")
HEARSAY = "frame:hearsay"  # rule of what nobody is named to have said (बताया जाता है कि …)
_WEAK = ("issuer:goes-on", "issuer:goes-on-next-paragraph", "issuer:same-paragraph")


def attribute_back(
    drafts: Sequence[Draft],
    ids: tuple[str, ...],
    frame: Frame,
    sentence: Sentence,
    addressees: tuple[Addressee, ...],
) -> None:
    """Give ``ids`` to the drafts before ``sentence`` without issuer; what ये निर्देश tells is an order."""
    inside = any(draft.clause.sentence is sentence for draft in drafts)
    for draft in reversed(drafts):
        if inside and draft.clause.sentence is not sentence:
            break
        weak = any(r in _WEAK for r in draft.rules) and draft.clause.sentence is sentence
        if draft.issuers and draft.issuers != ids and not weak:
            break
        if draft.headline or (not draft.issuers and REPORT in draft.rules):
            continue
        told = bool(draft.issuers)
        if not told or weak:
            draft.issuers = ids
            draft.rules.append("issuer:told-later")
        bidden = not told and draft.modality == "order"
        if frame.cls == "request" and (weak or bidden):
            draft.modality = "request"
        if addressees and not draft.addressees:
            draft.addressees = addressees
        bidden = draft.modality == "obligation" and not any(r.startswith(_OBLIGES) for r in draft.rules)
        if frame.cls == "order" and (bidden or draft.modality == "announcement"):
            draft.modality = "order"
            draft.rules.append(f"mood:told-later-{frame.id}")


def fill_single_issuer(
    drafts: Sequence[Draft], bodies: set[str], first: dict[str, int], givers: set[tuple[str, ...]]
) -> None:
    """An order without agent (निर्देश दिए गए हैं) belongs to the only one who gives orders in the report.

    Where no order has an issuer it is the only one of ``givers``, who gave orders that are not told, or who
    led the meeting or the inspection; else, from then on, the only one who says what is planned.
    In a press note of a body its plans are the body's too, once it has bidden somebody. ``first`` says where
    each id is named first: an order that stands before is nobody's.
    """
    known = {d.issuers for d in drafts if d.issuers and not d.headline and d.modality != "announcement"}
    known = known or givers or {d.issuers for d in drafts if d.issuers and d.headline}
    spoken = known or {d.issuers for d in drafts if d.issuers}
    if len(spoken) != 1:
        return
    (ids,) = spoken
    begun = bool(known)
    seen = authority_seen(drafts)
    alone = all(d.issuers in ((), ids) for d in drafts) and bodies.issuperset(ids)
    rules_laid = False
    for draft in drafts:
        begun = begun or draft.issuers == ids
        bare = not seen and any(r == "issuer:none" for r in draft.rules) and not draft.addressees
        bare = bare and not (alone and rules_laid)
        somebody = not {"issuer:unknown-ne", REPORT, OTHERS, HEARSAY}.isdisjoint(draft.rules)
        somebody = somebody or not _MEETING.isdisjoint(draft.rules)
        ahead = any(first.get(i, -1) >= draft.evidence.end for i in ids)
        told = alone or draft.modality != "announcement"
        if not draft.issuers and begun and told and not bare and not somebody and not ahead:
            draft.issuers = ids
            draft.rules.append("issuer:only-one")
            bids = draft.rules[0].startswith("mood:") and bool(draft.addressees)
            rules_laid = rules_laid or (bids and draft.modality in ("order", "obligation", "prohibition"))


_MEETING = frozenset({"frame:settle", "frame:decide", "frame:approve"})  # बैठक में तय किया गया: of all who met
_STRONG = ("frame:order", "frame:request", "frame:demand", "frame:answer", "frame:task")


def authority_seen(drafts: Sequence[Draft]) -> bool:
    """Whether somebody gives orders in the report: a frame of ordering or asking stands in its body."""
    return any(r.startswith(_STRONG) for d in drafts if not d.headline for r in d.rules)
