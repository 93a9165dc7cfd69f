"""Who speaks and who is to act where a clause leaves it open: state over the sentences of a report."""

from __future__ import annotations

from dataclasses import replace

from nirdesh.extract.clauses.phrases import marked
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Sentence, is_item, item_body, sentences, text_of
from nirdesh.extract.directives.attribution import (
    CALLED,
    according_to,
    called_by,
    on_orders,
    signed_after,
)
from nirdesh.extract.directives.continued import NEXT, tells_next_event
from nirdesh.extract.directives.frames import Hit
from nirdesh.extract.directives.ids import ids_of
from nirdesh.extract.directives.implied import former
from nirdesh.extract.directives.lexis import word_class
from nirdesh.extract.directives.matrix import OTHERS, REPORT, own_plan, turns, will
from nirdesh.extract.directives.model import Context, Draft
from nirdesh.extract.directives.quotations import in_quotes
from nirdesh.extract.directives.roles import (
    clause_start,
    phrase_class,
    trim_span,
)
from nirdesh.extract.directives.signs import order_text
from nirdesh.extract.directives.speaker import on_behalf, voice
from nirdesh.extract.directives.voices import Voice
from nirdesh.extract.directives.whom import Whom
from nirdesh.mentions import Span

_NEAR_SENTENCES = 3
_NEAR_BIDDING = 6
_ROW_REACH = 6  # sentences back to the one whose plan the rows of a schedule tell


class Reader(Whom):
    """Who speaks, and what stands in rows, by what was read so far."""

    def _row(self, sentence: Sentence) -> None:
        """A row of a schedule is a plan of whoever spoke before it."""
        first = item_body(sentence)
        ids: tuple[str, ...] = ()
        if self.carry is not None and self.carry.cls not in ("history", "assure"):
            ids = self.carry.issuers
        elif self.drafts and sentence.index - self.drafts[-1].clause.sentence.index <= _ROW_REACH:
            ids = self.drafts[-1].issuers
        whole = sentence.span(first, len(sentence.words))
        self.drafts.append(
            Draft(
                segment(sentence)[0],
                Span(sentence.start, sentence.end),
                trim_span(sentence, first, len(sentence.words)),
                whole,
                "announcement",
                ids,
                (),
                ["schedule:row", "issuer:goes-on" if ids else "issuer:none"],
                implicit=not ids,
            )
        )

    # who speaks

    def _finite_voice(self, clause: Clause, hits: list[Hit], spoken: Voice) -> Voice:
        if spoken.ids:
            return spoken
        finite = next(h for h in hits if h.group.finite)
        return voice(clause, finite, self.speaker, self.entities)

    def _carried(self, sentence: Sentence) -> Context | None:
        carry = self.carry
        if carry is None:
            return None
        if is_item(sentence) and self.listing:
            return carry
        near = max(self.speaker.sentence, carry.sentence) >= sentence.index - 1
        if not near and not (
            carry.paragraph == sentence.paragraph and in_quotes(text_of(self.doc), sentence.start)
        ):
            return None
        if sentence.index - carry.sentence > 1 and carry.cls in ("order", "request", "demand"):
            return replace(carry, cls="say")
        return carry

    def _issuers(
        self, clause: Clause, context: Context | None, inherited: Context | None, acted: bool = False
    ) -> tuple[tuple[str, ...], str, int]:
        """Issuers of a clause without frame, the rule, and the word after an attribution (X के अनुसार)."""
        sentence = clause.sentence
        told = according_to(clause, self.entities)
        if told is not None:
            if told.rule == "issuer:document-author":
                self.document = (told.ids, sentence.paragraph)
                self.speaker.take(told.ids, sentence.index, sentence.paragraph)
                self.carry = None
            if told.rule == REPORT:
                self.speaker.take((), sentence.index, sentence.paragraph)
                self.carry = None
            if not order_text(clause):
                self.source = (told.ids, sentence.index)
                if told.ids and inherited is None:
                    self.speaker.take(told.ids, sentence.index, sentence.paragraph)
                return told.ids, told.rule, told.end
            return told.ids or self._written(sentence), told.rule, told.end
        if context is not None:
            return context.issuers, "issuer:frame", 0
        if self.speaker.author and order_text(clause):
            return self._written(sentence), "issuer:document", 0  # आदेशानुसार सभी …
        agent, after = self._agent(clause)
        if agent:
            self.speaker.take(agent, sentence.index, sentence.paragraph)
            return agent, "issuer:ne", after
        signed = signed_after(clause, self.entities)
        if signed:
            return signed, "issuer:according-to", 0
        if self.source[1] == sentence.index:
            return self.source[0], "issuer:according-to", 0  # X के अनुसार रोज पढ़ें, रटें नहीं
        called = called_by(clause, self.entities) or self._still_called(clause)
        called = called or former(clause, self.entities)
        if called is not None:
            return called.ids, called.rule, called.end  # मोर्चा के आह्वान पर किसान धरना देंगे
        if tells_next_event(clause, self.drafts):
            return (), NEXT, 0
        passive = clause.group is not None and clause.group.passive
        told = on_behalf(clause, clause_start(clause), clause.end, self.entities) if passive else None
        if told is not None and inherited is None:
            return told.ids, told.rule, 0  # प्राधिकरण की ओर से शिविर लगाया जाएगा
        carried_out = on_orders(clause, self.entities) if inherited is None else None
        if carried_out is not None:
            return carried_out.ids, carried_out.rule, carried_out.end
        text = inherited is not None and self.document == (inherited.issuers, sentence.paragraph)
        text = text and clause.group is not None and clause.group.passive  # rules of an advisory
        listed = self.listing and is_item(sentence)
        if not listed and not text and own_plan(clause, inherited, acted):
            return (), OTHERS if acted else "issuer:own-plan", 0
        if turns(clause):
            return (), REPORT, 0
        if inherited is not None and inherited.paragraph == sentence.paragraph:
            return inherited.issuers or self._still_speaking(clause), "issuer:goes-on", 0
        planned = clause.group is not None and clause.group.mood == "fut" and not self.listing
        if inherited is not None and planned:
            return (), "issuer:new-paragraph", 0
        if inherited is not None:
            return inherited.issuers, "issuer:goes-on-next-paragraph", 0
        source = self._source_bids(clause)
        if source:
            return source, "issuer:same-paragraph", 0
        acted_before = self._acted_before(clause) if acted else ()
        if acted_before:
            self.speaker.take(acted_before, sentence.index, sentence.paragraph)
            return acted_before, "issuer:joined", 0
        far = sentence.index - self.speaker.sentence
        near = far <= _NEAR_SENTENCES or (far <= _NEAR_BIDDING and self._alone(clause))
        if self.speaker.ids and near and self.speaker.paragraph == sentence.paragraph:
            if acted and self.speaker.told_of > self.speaker.sentence and will(clause):
                return (), OTHERS, 0  # विभाग ने इसे गलत बताया है। वह अपील करेगा: the report tells it
            return self.speaker.ids, "issuer:same-paragraph", 0
        return (), "issuer:none", 0

    def _still_called(self, clause: Clause) -> Voice | None:
        """मोर्चा के आह्वान पर किसान धरना देंगे | और ज्ञापन सौंपेंगे: the rest of the sentence is called for, too."""
        last = self.drafts[-1] if self.drafts else None
        same = last is not None and last.clause.sentence is clause.sentence and CALLED in last.rules
        return Voice(last.issuers, 0, CALLED) if last is not None and same and will(clause) else None

    def _written(self, sentence: Sentence) -> tuple[str, ...]:
        """Whose order a clause tells that names nobody (चिट्ठी के अनुसार …)."""
        self.carry = None if self.speaker.written(sentence.index, sentence.paragraph) else self.carry
        return self.speaker.ids or self.speaker.people

    def _posted(self, sentence: Sentence) -> tuple[str, ...]:
        """… की सूची जारी की। आदेश में कहा गया है कि …: who gave the posts that stand before."""
        given = {a.by for a in self.posts if a.by and a.evidence.end <= sentence.start}
        return given.pop() if len(given) == 1 else ()

    def _posted_here(self, sentence: Sentence) -> tuple[str, ...]:
        """The same of the posts of the paragraph, told since anybody's order was (दूसरे जिले के X ने …)."""
        told = self.speaker.paper[1]
        here = [
            s for s in sentences(self.doc)[told + 1 : sentence.index] if s.paragraph == sentence.paragraph
        ]
        given = {a.by for a in self.posts if a.by and any(s.start == a.evidence.start for s in here)}
        return given.pop() if len(given) == 1 else ()

    def _still_speaking(self, clause: Clause, *, asked: bool = False) -> tuple[str, ...]:
        """Who spoke before an order without agent, and goes on to bid (… निर्देश दिए गए हैं। पशु खुले न छोड़ें).

        Args:
            asked: Whether the clause asks by its noun (लोगों से अनुरोध है कि …).
        """
        bids = asked or (clause.group is not None and clause.group.mood in ("hort", "oblig", "should"))
        near = clause.sentence.index - self.speaker.sentence <= _NEAR_SENTENCES
        same = self.speaker.paragraph == clause.sentence.paragraph
        words = clause.sentence.words[clause_start(clause) : clause.end]
        near = near or (asked and any(w.key in word_class("polite_pronouns") for w in words))
        bids = bids or in_quotes(text_of(self.doc), clause.sentence.start)
        return self.speaker.ids if bids and near and same else ()

    def _source_bids(self, clause: Clause) -> tuple[str, ...]:
        """The source of a statement right before a clause that bids, where nobody spoke or acted since."""
        ids, told = self.heard
        bids = clause.group is not None and clause.group.mood == "hort"
        if told is None or not bids or told.paragraph != clause.sentence.paragraph:
            return ()
        near = clause.sentence.index - told.index <= _NEAR_SENTENCES
        return ids if near and told.index > max(self.speaker.sentence, self.speaker.told_of) else ()

    def _acted_before(self, clause: Clause) -> tuple[str, ...]:
        """आयोग ने प्रवेश पत्र जारी किए हैं, | अभ्यर्थी उन्हें साथ लाएं: the officer or body that acts right before."""
        bids = clause.group is not None and clause.group.mood == "hort"
        before = next((c for c in reversed(segment(clause.sentence)) if c.end <= clause.start), None)
        if not bids or clause.content or before is None or before.content:
            return ()
        if before.group is None or before.group.mood != "perf" or before.group.negative:
            return ()
        for phrase in marked(before, clause_start(before), before.end, self.entities, word_class("ergative")):
            known = phrase_class(phrase, self.entities) in ("person", "office", "body")
            ids = ids_of(phrase, self.entities) if known else ()
            return ids if ids and self._authority(ids) else ()
        return ()

    def _alone(self, clause: Clause) -> bool:
        """Whether a clause bids, as no report does by itself, and nobody acted since the speaker spoke."""
        bids = clause.group is not None and clause.group.mood in ("hort", "should")
        return bids and self.speaker.told_of <= self.speaker.sentence

    def _note_source(self, clause: Clause) -> None:
        """सचिव के अनुसार खांसी | और बुखार होने पर …: whose the sentence is whose first words have no verb."""
        told = None if clause.content else according_to(clause, self.entities)
        if told is not None and told.ids and told.rule == "issuer:according-to" and not order_text(clause):
            self.source = (told.ids, clause.sentence.index)

    def _declared(self, clause: Clause) -> None:
        """विभाग ने अवकाश घोषित किया है। जिसमें सभी विद्यालय बंद रहेंगे: who declares something speaks on.

        Who is the source of a statement goes on at least to bid (सचिव के मुताबिक स्थिति ठीक है। लोग सावधान रहें).
        """
        source = None if clause.content else according_to(clause, self.entities)
        if source is not None and source.ids and source.rule == "issuer:according-to":
            self.heard = (source.ids, clause.sentence)
        host = clause.group.host if clause.group is not None else None
        if host is not None and clause.sentence.words[host].key in word_class("declared"):
            agent, _ = self._agent(clause)
            if agent:
                self.speaker.take(agent, clause.sentence.index, clause.sentence.paragraph)

    def _agent(self, clause: Clause) -> tuple[tuple[str, ...], int]:
        """Who declares something without a frame (कलेक्टर ने अवकाश घोषित किया है), and the word after ने."""
        if clause.group is None or clause.group.mood != "perf":
            return (), 0
        for phrase in marked(clause, clause_start(clause), clause.end, self.entities, word_class("ergative")):
            return ids_of(phrase, self.entities), phrase.marker + 1
        return (), 0

    def _context_class(self, clause: Clause, hit: Hit, rule: str = "") -> str:
        """Text of an order (जारी आदेश में कहा गया है कि …, इसमें कहा गया है कि …) or the frame's own class."""
        ordered = self.carry is not None and self.carry.cls in ("order", "text")
        text = order_text(clause) or (rule == "issuer:document" and ordered)
        return "text" if hit.frame.cls == "say" and text else hit.frame.cls
