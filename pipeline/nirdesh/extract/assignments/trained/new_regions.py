"""Places that only the networks see, as regions of the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from spacy.tokens import Doc

from nirdesh.extract.assignments.trained.inputs import Inputs, Place
from nirdesh.extract.clauses.words import text_of
from nirdesh.mentions import Assignment, EntityMention, Region, RegionKind, Span


class NewRegions:
    """New regions of one document; the same words are the same region."""

    def __init__(self, doc: Doc, inputs: Inputs) -> None:
        self.text = text_of(doc)
        self.known: tuple[Region, ...] = doc._.regions
        self.inputs = inputs
        self.ids: dict[str, str] = {}
        self.mentions: dict[str, EntityMention] = {}

    def id_of(self, place: Place) -> str:
        """Id of the region named at ``place``."""
        begin, end = place
        span = Span(self.inputs.words[begin].start, self.inputs.words[end - 1].end)
        name = " ".join(self.text[span.start : span.end].split())
        known = next((region.id for region in self.known if region.name == name), None)
        if known is not None:
            return known
        if name not in self.ids:
            self.ids[name] = f"r{len(self.known) + len(self.ids) + 1}"
            self.mentions[name] = EntityMention(span)
        return self.ids[name]

    def regions(self, assignments: Iterable[Assignment]) -> tuple[Region, ...]:
        """The new regions; each is of the kind that most places of the assignments are."""
        kinds = {region.id: region.kind for region in self.known}
        counts = Counter(kinds[a.region] for a in assignments if a.region in kinds)
        common: RegionKind = counts.most_common(1)[0][0] if counts else "other"
        return tuple(Region(key, name, common, (self.mentions[name],)) for name, key in self.ids.items())
