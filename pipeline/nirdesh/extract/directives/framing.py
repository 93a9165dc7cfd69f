"""Clauses with a frame (… ने निर्देश दिए): who speaks, what is asked of whom, and what the frame opens."""

from __future__ import annotations

from dataclasses import replace

from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import is_item, sentences
from nirdesh.extract.directives.agents import comes_before
from nirdesh.extract.directives.attribution import (
    is_attribution,
    long_ago,
    on_orders,
    presiding,
    quoted_before,
    tells_both,
    tells_others_too,
    trails,
)
from nirdesh.extract.directives.audience import gathered, met_before, sent_to, talked_with, told_to_hearers
from nirdesh.extract.directives.contents import Reading, passed_on, read
from nirdesh.extract.directives.documents import document_speaks
from nirdesh.extract.directives.frames import Hit, is_adverbial
from nirdesh.extract.directives.gatherings import GATHERED, decided
from nirdesh.extract.directives.implied import at_whose_feet, held_before, pronoun_at
from nirdesh.extract.directives.lexis import word_class
from nirdesh.extract.directives.matrix import REPORT
from nirdesh.extract.directives.members import asks, past_pronoun, told_beside
from nirdesh.extract.directives.model import Context, history, opened
from nirdesh.extract.directives.pleas import is_plea
from nirdesh.extract.directives.powerless import powerless, to_the_top
from nirdesh.extract.directives.reader import Reader
from nirdesh.extract.directives.retro import HEARSAY, attribute_back
from nirdesh.extract.directives.roles import clause_start
from nirdesh.extract.directives.signs import (
    own_voice,
)
from nirdesh.extract.directives.speaker import TAKES_OVER, voice
from nirdesh.extract.directives.special import (
    answer_draft,
    ban_draft,
    content_drafts,
    plan_draft,
    regime_draft,
)
from nirdesh.extract.directives.terms import GRANTED
from nirdesh.extract.directives.told import (
    met,
    pronoun_told,
    relative_told,
    reported,
    said_to,
    tells_them,
    them,
    those_who,
    told_before,
)
from nirdesh.extract.directives.voices import Voice
from nirdesh.mentions import Addressee

_NOTE = 8  # sentences of a press note within which its author still speaks
ACTS = ("order", "request", "demand", "answer", "ban", "plan")


class Framing(Reader):
    """Reads clauses with a frame; those without one are the extractor's."""

    def _nobodys(self, clause: Clause) -> bool:
        """Whether what was bidden last in the paragraph has no issuer."""
        last = self.drafts[-1] if self.drafts else None
        return (
            last is not None
            and not last.issuers
            and last.clause.sentence.paragraph == clause.sentence.paragraph
        )

    def _frame(self, clause: Clause, hits: list[Hit], outer: Context | None) -> Context | None:
        hit = _main(clause, hits)
        opinion = hit.group.forms[0].form == "inf"  # X का कहना था कि …
        told_of = (hit.group.mood == "past" and hit.group.finite and not opinion) or own_voice(clause)
        if hit.group.negative and hit.group.finite and hit.frame.cls in (*ACTS, "say"):
            return None if hit.frame.cls in ACTS else history(clause)  # मांग नहीं की, नहीं कहा
        plea = is_plea(clause, hit, self.entities, pleaded=self.pleaded)
        if plea:
            self.speaker.take((), clause.sentence.index, clause.sentence.paragraph)
        if (
            told_of
            or long_ago(clause)
            or self._years_ago(clause)
            or plea
            or powerless(clause, hit, self.entities)
        ):
            self.carry = None
            self.unheard = clause.sentence.paragraph if hit.frame.cls == "request" else -1
            return history(clause)
        before = replace(self.speaker)
        spoken = self._spoken(clause, hit, outer)
        self.unheard = -1
        reading = read(clause, hit, spoken.end, self.entities)
        if (reading.deictic or is_attribution(clause)) and not self._told_ahead(clause, reading):
            return self._told_back(clause, hit, spoken, reading)
        if spoken.ids and (tells_both(clause) or quoted_before(clause, hit.frame)):
            told_of_it = () if tells_both(clause) else said_to(clause, spoken, self.entities)
            attribute_back(self.drafts, spoken.ids, hit.frame, clause.sentence, told_of_it)
        if spoken.rule == "issuer:ne" and tells_others_too(clause, hit.frame) and self._nobodys(clause):
            attribute_back(self.drafts, spoken.ids, hit.frame, clause.sentence, ())
        same = bool(self.drafts) and self.drafts[-1].clause.sentence is clause.sentence
        if spoken.ids and same and trails(clause, hit.frame):
            attribute_back(self.drafts, spoken.ids, hit.frame, clause.sentence, ())
        if (hit.frame.cls == "order" or hit.frame.id == "tell") and spoken.rule == "issuer:dropped":
            earlier = told_before(clause, self.entities) or met(clause, self.entities)
            reading = reading.filled(earlier)
        if outer is not None and outer.cls == "order" and spoken.rule == "issuer:frame":
            reading = reading.filled(outer.addressees)  # निर्देशित किया कि … करने के निर्देश दिए हैं
        told = hit.frame.cls in ("order", "request") or reading.contents
        meant = relative_told(clause, self.entities) if told else ()
        if meant or (told and tells_them(clause, spoken.end, asks=asks(hit))):
            earlier = meant or them(clause, spoken, self.doc, self.entities) or self._these(clause)
            bare = tuple(past_pronoun(clause, c) for c in reading.contents)
            named = tuple(replace(c, addressees=told_beside(clause, c) or earlier) for c in bare)
            reading = replace(reading, contents=named, addressees=reading.addressees or earlier)
        at = pronoun_at(clause, clause_start(clause), hit.group.start)
        at = at if (told or hit.frame.cls == "answer") and not meant else None
        several = held_before(clause, at, self.entities) if at is not None else ()
        several = several or (those_who(clause, at) if at is not None else ())
        if several:  # दोनों बीडीओ का वेतन रोकते हुए उन्हें … को कहा गया
            named = tuple(replace(past_pronoun(clause, c), addressees=several) for c in reading.contents)
            reading = replace(reading, contents=named, addressees=several)
        if hit.frame.cls == "request" and not reading.addressees:
            before_them = at_whose_feet(clause, clause_start(clause), hit.noun, self.entities)
            reading = replace(reading.filled(before_them), addressees=before_them)
        reading = self._untold(clause, hit, reading)
        if document_speaks(clause, clause_start(clause), hit.noun) and self.carry is not None:
            meant = self.carry.addressees if self.carry.paragraph == clause.sentence.paragraph else ()
            reading = passed_on(clause, reading, meant)  # … के लिए एडवाइजरी जारी की। एडवाइजरी में … को कहा
        answered = reported(clause, before, spoken, self.entities)
        if answered and not reading.addressees:
            reading = replace(reading.filled(answered), addressees=answered)
        if hit.frame.cls == "demand" and spoken.rule == "issuer:document" and self._handed_up(clause):
            self.carry = None
            return history(clause)
        if hit.frame.cls in ("answer", "ban", "plan"):
            return self._special(clause, hit, spoken, reading)
        for content in reading.contents:
            self.drafts += content_drafts(clause, hit, spoken, content, self.entities)
        report = self.doc._.report
        published = report.published if report is not None else None
        self.drafts += regime_draft(clause, hit, spoken, self.entities, published)
        addressees = reading.addressees
        if not addressees and reading.contents:
            addressees = reading.contents[-1].addressees
        if not addressees and hit.frame.cls == "say" and spoken.rule == "issuer:dropped":
            addressees = told_before(clause, self.entities) or self._met(clause)
        if not addressees and hit.frame.id == "tell" and not hit.group.passive:
            addressees = pronoun_told(clause, spoken, hit.group.start, self.entities)
            if not addressees and tells_them(clause, spoken.end, asks=True):
                addressees = them(clause, spoken, self.doc, self.entities)  # उन्होंने उनसे कहा कि …
        if not addressees and hit.frame.cls == "say":
            addressees = self._still_asked(clause, spoken)
        if not addressees and spoken.rule == "issuer:document" and self.carry is not None:
            addressees = self.carry.addressees
        if hit.frame.cls == "order" and spoken.ids:
            self.givers.add(spoken.ids)
        if not hit.group.finite and any(h.group.finite for h in hits):
            spoken = self._finite_voice(clause, hits, spoken)
            others = self._told_too(clause, hit, hits)
            if others and reading.contents:
                return opened(clause, next(h for h in hits if h.group.finite), "say", spoken.ids, others)
        if hit.group.mood == "prog" and hit.frame.cls in ACTS and not (spoken.ids or reading.contents):
            after = clause.sentence.words[clause.end : clause.end + 1]
            if not any(w.key in word_class("complementizer") for w in after):
                return None  # किसानों को नोटिस थमाए जा रहे हैं: what goes on, told by who speaks already
        cls = "demand" if self._still_demands(clause, hit, spoken) else ""
        cls = cls or self._context_class(clause, hit, spoken.rule)
        context = opened(clause, hit, cls, spoken.ids, addressees)
        return replace(context, rule=HEARSAY) if spoken.rule == REPORT and not spoken.ids else context

    def _told_too(self, clause: Clause, hit: Hit, hits: list[Hit]) -> tuple[Addressee, ...]:
        """लोगों से बचने की अपील करते हुए | राज्यों से कहा कि …: whom the finite frame tells what follows it."""
        finite = next(h for h in hits if h.group.finite)
        if finite.frame.id != "tell" or finite.group.start <= hit.group.end:
            return ()
        return read(clause, finite, hit.group.end, self.entities).addressees

    def _still_demands(self, clause: Clause, hit: Hit, spoken: Voice) -> bool:
        """संघ ने … की मांग की है। संघ ने कहा है कि मंत्री बैठक बुलाएं: the same one goes on to demand."""
        carry = self.carry
        if carry is None or carry.cls != "demand" or hit.frame.cls != "say" or not spoken.ids:
            return False
        next_one = clause.sentence.index == carry.sentence + 1
        return next_one and clause.sentence.paragraph == carry.paragraph and carry.issuers == spoken.ids

    def _untold(self, clause: Clause, hit: Hit, reading: Reading) -> Reading:
        """A reading that names nobody with those of the meeting or the paper in which the order stands."""
        named = reading.addressees or any(c.addressees for c in reading.contents)
        if named or (hit.frame.cls != "order" and hit.frame.id != "tell"):
            return reading
        first = clause_start(clause)
        if hit.frame.cls == "say" and told_to_hearers(clause, self.entities):
            return reading  # संचालकों के साथ बैठक के बाद उसने पत्रकारों से कहा कि …
        found = gathered(clause, first, hit.noun, self.entities) or sent_to(clause, self.entities)
        before = sentences(self.doc)[max(clause.sentence.index - 1, 0) : clause.sentence.index]
        if not found and before and self._told_ahead(clause, replace(reading, deictic=True)):
            found = met_before(before[0], self.entities)
        if not found and before and before[0].paragraph == clause.sentence.paragraph and not clause.content:
            found = talked_with(before[0], self.entities)
        return replace(reading.filled(found), addressees=found) if found else reading

    def _met(self, clause: Clause) -> tuple[Addressee, ...]:
        """सचिव ने बीडीओ की बैठक ली (और / ।) कहा कि …: whose meeting the one who goes on held just before."""
        found = met(clause, self.entities)
        before = sentences(self.doc)[max(clause.sentence.index - 1, 0) : clause.sentence.index]
        if found or not before or before[0].paragraph != clause.sentence.paragraph:
            return found
        return () if clause_start(clause) else met_before(before[0], self.entities)

    def _still_asked(self, clause: Clause, spoken: Voice) -> tuple[Addressee, ...]:
        """लोगों से अपील की है। उन्होंने कहा कि …: whom the sentence before asked, where the same one goes on."""
        carry = self.carry
        if carry is None or carry.cls not in ("request", "order") or carry.issuers != spoken.ids:
            return ()
        if carry.cls == "order" and any(d.clause.sentence.index == carry.sentence for d in self.drafts):
            return ()  # सचिव को सूची बनाने के निर्देश दिए। उन्होंने कहा कि …
        goes_on = clause.sentence.index == carry.sentence + 1 and clause.sentence.paragraph == carry.paragraph
        return carry.addressees if goes_on else ()

    def _years_ago(self, clause: Clause) -> bool:
        """2018 में उन्हें … को कहा गया: a year that is over opens the clause (not 2018 में होने वाली परीक्षा)."""
        words, first = clause.sentence.words, clause_start(clause)
        opened = self.entities.dates_in(clause.sentence.span(first, min(first + 3, clause.end)))
        edtf = self.entities.dates[opened[0]].edtf if opened else None
        report = self.doc._.report
        this = report.published[:4] if report is not None and report.published else ""
        if edtf is None or len(edtf) != len("2018") or not edtf.isdecimal() or (this and edtf >= this):
            return False
        after = next((w for w in words[first + 1 : clause.end] if not self.entities.in_date(w)), None)
        return after is not None and not after.verbs and not after.is_noun(closed("occasions"))

    def _handed_up(self, clause: Clause) -> bool:
        """मुख्यमंत्री के नाम ज्ञापन दिया। ज्ञापन में …: whether the petition told right before is to a government."""
        before = sentences(self.doc)[: clause.sentence.index][-1:]
        return any(to_the_top(s) for s in before)

    def _told_ahead(self, clause: Clause, reading: Reading) -> bool:
        """ये फैसले किए हैं: …, or ये निर्देश दिए हैं। over a list: the pronoun points at what follows."""
        if not reading.deictic:
            return False
        if clause.sentence.words[-1].text.startswith(":"):
            return True
        after = sentences(self.doc)[clause.sentence.index + 1 :][:1]
        return any(is_item(s) for s in after) and not is_item(clause.sentence)

    def _spoken(self, clause: Clause, hit: Hit, outer: Context | None) -> Voice:
        """Who speaks in a frame; the state of the speaker follows it."""
        spoken = voice(clause, hit, self.speaker, self.entities)
        came = comes_before(clause, self.entities) if spoken.rule == "issuer:dropped" else ()
        if came:
            spoken = replace(spoken, ids=came)
        if outer is not None and spoken.rule in ("issuer:passive", "issuer:dropped"):
            spoken = Voice(outer.issuers, spoken.end, "issuer:frame")
        if spoken.rule == "issuer:passive" and not spoken.ids and not self.speaker.latest:
            spoken = on_orders(clause, self.entities) or spoken
        written = self.speaker.ids in ((), self.document[0])  # nobody else has spoken since
        if spoken.rule == "issuer:passive" and self.document[1] == clause.sentence.paragraph and written:
            spoken = Voice(self.document[0], spoken.end, "issuer:document")
        sentence = clause.sentence
        if spoken.rule == "issuer:document":
            posted = self._posted_here(sentence) or (() if spoken.ids else self._posted(sentence))
            spoken = replace(spoken, ids=posted or spoken.ids)
        if spoken.rule == "issuer:passive" and hit.frame.id == "is-requested" and not spoken.ids:
            spoken = replace(spoken, ids=self._still_speaking(clause, asked=True))
        if spoken.rule == "issuer:passive" and not spoken.ids and self._performs(clause, hit):
            spoken = Voice(self.speaker.written_by, spoken.end, "issuer:document")
        acted = self.speaker.acted == sentence.index and hit.frame.id != GRANTED
        if spoken.rule == "issuer:passive" and acted and not spoken.ids:
            spoken = Voice(self.speaker.people, spoken.end, "issuer:same-sentence")
        hearsay = hit.frame.id in ("tell", "inform") and hit.group.mood in ("pres", "prog")
        hearsay = hearsay and outer is None and clause.kind == "main" and not is_item(sentence)
        if spoken.rule == "issuer:passive" and hearsay and not spoken.ids:
            spoken = replace(spoken, rule=REPORT)  # बताया जाता है कि …, लोगों को … करने को कहा जा रहा है
        if spoken.rule == "issuer:passive" and self.turned == sentence.paragraph and not spoken.ids:
            spoken = replace(spoken, rule=REPORT)
        spoken = decided(clause, hit, spoken, self.speaker) if outer is None else spoken
        if spoken.ids and spoken.rule in TAKES_OVER and hit.frame.id != "request-suggested":
            self.speaker.take(spoken.ids, sentence.index, sentence.paragraph)
            if spoken.rule == "issuer:nominative":
                self.speaker.agent(spoken.ids, sentence.index)
        elif spoken.rule in ("issuer:pronoun", "issuer:dropped") and spoken.ids:
            self.speaker.take(spoken.ids, sentence.index, sentence.paragraph)
        return spoken

    def _performs(self, clause: Clause, hit: Hit) -> bool:
        """सभी शाखाओं को निर्देशित किया जाता है कि …: what orders by being said is of who spoke before."""
        group = hit.group
        said = group.passive and any(f.form == "impf" for f in group.forms) and not group.forms[-1].plural
        if not said or clause.sentence.words[hit.noun].key not in word_class("performed"):
            return False
        return clause.sentence.index - max(self.speaker.sentence, self.speaker.paper[1]) <= _NOTE

    def _told_back(self, clause: Clause, hit: Hit, spoken: Voice, reading: Reading) -> Context | None:
        """ये निर्देश … ने दिए: tells whose the drafts before are; a sub-headline opens what follows it."""
        if clause.sentence.block == "subheadline":
            return opened(clause, hit, self._context_class(clause, hit), self.speaker.ids)
        ids = spoken.ids if spoken.rule != GATHERED else ()
        if not ids and hit.group.passive:
            led = presiding(clause, self.entities)  # X की अध्यक्षता में हुई बैठक में उक्त बातें कही गईं
            ids = led.ids if led is not None else ()
        if ids:
            attribute_back(self.drafts, ids, hit.frame, clause.sentence, reading.addressees)
        return None

    def _special(self, clause: Clause, hit: Hit, spoken: Voice, reading: Reading) -> Context | None:
        make = {"answer": answer_draft, "ban": ban_draft, "plan": plan_draft}[hit.frame.cls]
        made = make(clause, hit, spoken, reading, self.entities)
        if hit.frame.cls == "ban" and not made:
            if clause.sentence.words[hit.noun].is_noun(word_class("refusals")):
                self.carry = None
                self.speaker.take((), clause.sentence.index, clause.sentence.paragraph)
            return None  # बोलने से मना कर दिया
        for draft in made:
            if hit.frame.cls == "answer" and spoken.rule == "issuer:dropped" and not draft.addressees:
                draft.addressees = told_before(clause, self.entities) or reading.addressees
            self.drafts.append(draft)
        return opened(clause, hit, "plan" if hit.frame.cls == "plan" else "say", spoken.ids)


def _main(clause: Clause, hits: list[Hit]) -> Hit:
    """आदेश जारी करते हुए … करने को कहा: the frame that tells the act, not one that only goes on beside it."""
    first, last = hits[0], hits[-1]
    if not is_adverbial(first.group) or last.frame.id != "tell" or not last.group.finite:
        return first
    acts = any(g.mood == "inf" and first.group.end <= g.start < last.group.start for g in clause.groups)
    told_before = any(g.mood == "inf" and g.end <= first.noun for g in clause.groups)
    return last if acts and not told_before else first
