"""Directives without a verb of their own, and acts that somebody answers for."""

from __future__ import annotations

from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import is_item
from nirdesh.extract.directives.audience import labelled
from nirdesh.extract.directives.duties import Duty
from nirdesh.extract.directives.framing import Framing
from nirdesh.extract.directives.gapped import split_gapped
from nirdesh.extract.directives.model import Context, Draft
from nirdesh.extract.directives.roles import action_start, clause_start, trim_span
from nirdesh.extract.directives.special import ENSURES
from nirdesh.extract.directives.verbless import ACT, binds
from nirdesh.mentions import Span


class Stating(Framing):
    """Reads what stands without a verb that says it; clauses with one are the extractor's."""

    def _just_drafted(self, previous: Clause | None) -> bool:
        return bool(self.drafts) and self.drafts[-1].clause is previous

    def _verbless(self, clause: Clause, context: Context | None) -> None:
        """A notice's statement without a verb, which belongs to whoever spoke before it."""
        sentence = clause.sentence
        inherited = context or self._carried(sentence)
        over = inherited.cls if inherited is not None else ""
        last = self.drafts[-1] if self.drafts else None
        found = binds(clause, last, self.entities, over if self.listing else "")
        if found is None or (context is not None and context.cls == "history"):
            return
        ids, rule, told_end = self._issuers(clause, context, inherited)
        modality, own = found
        told, start = labelled(clause, self.entities) if self.listing or is_item(sentence) else ((), 0)
        modality = "order" if modality == "announcement" and over in ("order", "text") else modality
        start = max(clause.body, told_end)
        draft = Draft(
            clause,
            Span(sentence.start, sentence.end),
            trim_span(sentence, max(clause.body, start), clause.end),
            sentence.span(start, clause.end),
            modality,
            ids,
            told or (inherited.addressees if inherited and own == ACT else ()),
            [own, rule],
            implicit=not ids,
        )
        self.drafts += split_gapped(draft, start, clause.end, self.entities)

    def _settle_ensured(self, begun: int) -> None:
        """यह सुनिश्चित करने को कहा है कि …: one directive, that of the कि-clause where one was read in it.

        Args:
            begun: Number of drafts before the sentence.
        """
        new = self.drafts[begun:]
        for draft in [d for d in new if ENSURES in d.rules]:
            if any(d.action.start >= draft.action.end for d in new):
                self.drafts.remove(draft)
            else:
                sentence = draft.clause.sentence
                last = len(sentence.words)
                draft.action = Span(draft.action.start, trim_span(sentence, draft.clause.end, last).end)
                draft.scope = Span(draft.scope.start, draft.action.end)

    def _named(self, clause: Clause, ids: tuple[str, ...]) -> bool:
        """रमा देशवाल ने पालकों से कहा कि …: whether the sentence itself names who speaks in full."""
        words = clause.sentence.words[: clause.start]
        inside = [r.span for r in self.entities.refs if r.id in ids]
        return any(sum(s.start <= w.start < s.end for w in words) > 1 for s in inside)

    def _duty(self, clause: Clause, held: Duty, context: Context | None, inherited: Context | None) -> None:
        sentence = clause.sentence
        ids, rule, _ = self._issuers(clause, context, inherited)
        ordered = inherited is not None and inherited.cls in ("order", "text")
        start = action_start(clause, held.start, held.end, self.entities)
        draft = Draft(
            clause,
            Span(sentence.start, sentence.end),
            trim_span(sentence, start, held.end),
            sentence.span(clause_start(clause), held.end),
            "order" if ordered else "obligation",
            ids,
            held.addressees,
            ["mood:duty-of-office", rule, *([inherited.rule] if inherited else [])],
            implicit=not ids,
        )
        self.drafts.append(draft)
