"""Directives of a report: frames, their contents, the clauses that follow, and who said it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Sentence, is_item, sentences
from nirdesh.extract.directives.agents import comes_before, note_agent
from nirdesh.extract.directives.agreement import clashes
from nirdesh.extract.directives.attach import finish
from nirdesh.extract.directives.attribution import (
    is_attribution,
    long_ago,
    on_orders,
    ordered_by,
    quoted_before,
    tells_both,
)
from nirdesh.extract.directives.classes import not_oneself
from nirdesh.extract.directives.confidence import judge, sure, threshold
from nirdesh.extract.directives.contents import Reading, read
from nirdesh.extract.directives.contrast import contrasted
from nirdesh.extract.directives.critics import only_said
from nirdesh.extract.directives.frames import Hit, find_hits
from nirdesh.extract.directives.gapped import split_gapped
from nirdesh.extract.directives.letter import sign
from nirdesh.extract.directives.lexis import word_class
from nirdesh.extract.directives.matrix import REPORT, denied, misspelt, to_readers, turns
from nirdesh.extract.directives.members import past_pronoun, told_beside
from nirdesh.extract.directives.merge import merge
from nirdesh.extract.directives.model import Context, Draft, history, opened
from nirdesh.extract.directives.mood import Facts, decide
from nirdesh.extract.directives.pleas import is_plea
from nirdesh.extract.directives.reader import Reader
from nirdesh.extract.directives.retro import attribute_back, authority_seen, fill_single_issuer
from nirdesh.extract.directives.roles import action_start, clause_start, trim_span
from nirdesh.extract.directives.schedule import schedule_rows
from nirdesh.extract.directives.signals import signals
from nirdesh.extract.directives.signs import (
    ADVICE,
    NOBODY_ACTS,
    action_end,
    bare_verb,
    ensured,
    ensured_before,
    goal,
    happens,
    is_heading,
    joined_wish,
    looks_after,
    only_compound,
    only_some,
    opinion_piece,
    order_text,
    own_ne,
    own_voice,
    shares_doer,
    subjunctive,
    to_nobody,
    wish,
    within,
)
from nirdesh.extract.directives.speaker import TAKES_OVER, document_speaks, voice
from nirdesh.extract.directives.special import answer_draft, ban_draft, content_drafts, plan_draft
from nirdesh.extract.directives.target import counted
from nirdesh.extract.directives.told import (
    met,
    pronoun_told,
    relative_told,
    reported,
    said_to,
    tells_them,
    them,
    told_before,
)
from nirdesh.extract.directives.unbinding import SANCTIONS, binds_nobody, we_too
from nirdesh.extract.directives.voices import Speaker, Voice
from nirdesh.mentions import Addressee, Directive, Span

_ACTS = ("order", "request", "demand", "answer", "ban", "plan")


class Extractor(Reader):
    """Reads one document from left to right; make a new one for each."""

    def run(self) -> tuple[Directive, ...]:
        """Directives in order of their action's place, those that the judge doubts left out."""
        judged = [(directive, judge(signs)) for directive, signs in self.candidates()]
        if max((verdict.found for _, verdict in judged), default=0.0) < sure():
            judged = []
        kept = [replace(d, confidence=verdict.right) for d, verdict in judged if verdict.found >= threshold()]
        if self.entities.made:
            used = {i for d in kept for i in d.issuers}
            extra = tuple(o for o in self.entities.made.values() if o.id in used)
            self.doc._.offices = (*self.doc._.offices, *extra)
        return tuple(kept)

    def candidates(self) -> list[tuple[Directive, frozenset[str]]]:
        """Everything that the rules take for a directive, in order, with what speaks for or against it."""
        read = list(sentences(self.doc))
        if read and opinion_piece(read[0]):
            return []
        published = self.doc._.report.published if self.doc._.report is not None else None
        rows = schedule_rows(read, self.entities, published)
        for sentence in read:
            if sentence.index in rows:
                self._row(sentence)
            else:
                self._sentence(sentence)
        announced = sign(self.doc, tuple(read), self.drafts, self.entities)
        bodies = {r.id for r in self.entities.refs if r.kind == "organisation"}
        first = {r.id: r.span.start for r in reversed(self.entities.refs)}
        fill_single_issuer(self.drafts, bodies, first, self.givers or self.speaker.leaders)
        if not announced and not authority_seen(self.drafts):
            self.drafts = [
                d
                for d in self.drafts
                if not to_nobody(d, dated=bool(self.entities.dates_in(d.scope)))
                and "issuer:no-office" not in d.rules
            ]
        finished = finish(self.doc, self.drafts, self.entities)
        merged = merge(self.doc, finished)
        signs = signals(self.doc, merged, self.entities)
        return [(directive, own) for (directive, _), own in zip(merged, signs, strict=True)]

    def _sentence(self, sentence: Sentence) -> None:
        context: Context | None = None
        previous: Clause | None = None
        before = len(self.drafts)
        clauses = segment(sentence)
        self.turned = sentence.paragraph if clauses and turns(clauses[0]) else self.turned
        outer: tuple[Context, Speaker] | None = None
        for clause in clauses:
            hits = find_hits(clause)
            context = self._clause(clause, hits, context, previous, clauses)
            previous = clause
            if context is not None and context.issuers and not within(clause):
                outer = context, replace(self.speaker)
        if outer is not None and context is not None and context.issuers != outer[0].issuers:
            context, self.speaker = outer  # X ने कहा कि Y ने निर्देश दिए हैं: X goes on
        self.listing = self.listing and (is_item(sentence) or is_heading(sentence, clauses))
        if context is not None and context.cls != "history":
            self.carry = context
            self.listing = True
        elif len(self.drafts) > before:
            self.speaker.goes_on(sentence.index, sentence.paragraph)

    def _clause(
        self,
        clause: Clause,
        hits: list[Hit],
        context: Context | None,
        previous: Clause | None,
        clauses: Sequence[Clause],
    ) -> Context | None:
        if not clause.content:
            context = None if hits else context
        note_agent(clause, self.speaker, self.entities)
        if self._ordered_by(clause):
            return context
        quotes = any(c.content and c.start == clause.end for c in clauses)
        if clause.kind == "relative" and hits and not quotes:
            return context  # जो निर्देश दिए हैं: told of, not given
        if hits and clause.content and context is not None and not own_ne(clause):
            hits = [h for h in hits if h.frame.cls in _ACTS]
            if hits:
                inner = self._frame(clause, hits, context)
                after = clause.sentence.words[clause.end : clause.end + 1]
                goes_on = any(w.key in word_class("complementizer") for w in after)
                return inner if goes_on and inner is not None else context
        if hits:
            return self._frame(clause, hits, None) or (context if clause.content else None)
        if clause.group is None:
            self._verbless(clause, context)
        elif self._states(clause, clauses) and not self._assigns(clause):
            self._free(clause, context, previous, clauses)
        return context

    def _states(self, clause: Clause, clauses: Sequence[Clause]) -> bool:
        return clause.kind == "main" or contrasted(clause, clauses, self.entities)

    def _ordered_by(self, clause: Clause) -> bool:
        """X के निर्देश पर यह फैसला लिया गया: tells whose order stands before."""
        for ids, frame in ordered_by(clause, self.entities):
            sentence = clause.sentence
            self.speaker.take(ids, sentence.index, sentence.paragraph)
            attribute_back(self.drafts, ids, frame, sentence, ())
            return True
        return False

    # frames

    def _frame(self, clause: Clause, hits: list[Hit], outer: Context | None) -> Context | None:
        hit = hits[0]
        opinion = hit.group.forms[0].form == "inf"  # X का कहना था कि …
        told_of = (hit.group.mood == "past" and hit.group.finite and not opinion) or own_voice(clause)
        if hit.group.negative and hit.group.finite and hit.frame.cls in (*_ACTS, "say"):
            return None if hit.frame.cls in _ACTS else history(clause)  # मांग नहीं की, नहीं कहा
        plea = is_plea(clause, hit, self.entities, pleaded=self.pleaded)
        if plea:
            self.speaker.take((), clause.sentence.index, clause.sentence.paragraph)
        if told_of or long_ago(clause) or plea:
            self.carry = None
            return history(clause)
        before = replace(self.speaker)
        spoken = self._spoken(clause, hit, outer)
        reading = read(clause, hit, spoken.end, self.entities)
        ahead = clause.sentence.words[-1].text.startswith(":")  # ये फैसले किए हैं: …
        if (reading.deictic and not ahead) or is_attribution(clause):
            return self._told_back(clause, hit, spoken, reading)
        if spoken.ids and (tells_both(clause) or quoted_before(clause, hit.frame)):
            told_of_it = () if tells_both(clause) else said_to(clause, spoken, self.entities)
            attribute_back(self.drafts, spoken.ids, hit.frame, clause.sentence, told_of_it)
        if hit.frame.cls == "order" and spoken.rule == "issuer:dropped":
            earlier = told_before(clause, self.entities) or met(clause, self.entities)
            bare = tuple(replace(c, addressees=c.addressees or earlier) for c in reading.contents)
            reading = replace(reading, contents=bare)
        if outer is not None and outer.cls == "order" and spoken.rule == "issuer:frame":
            bare = tuple(replace(c, addressees=c.addressees or outer.addressees) for c in reading.contents)
            reading = replace(reading, contents=bare)  # निर्देशित किया कि … करने के निर्देश दिए हैं
        told = hit.frame.cls in ("order", "request") or reading.contents
        meant = relative_told(clause, self.entities) if told else ()
        if meant or (told and tells_them(clause, spoken.end)):
            earlier = meant or them(clause, spoken, self.doc, self.entities) or self._these(clause)
            bare = tuple(past_pronoun(clause, c) for c in reading.contents)
            named = tuple(replace(c, addressees=told_beside(clause, c) or earlier) for c in bare)
            reading = replace(reading, contents=named, addressees=reading.addressees or earlier)
        if document_speaks(clause, clause_start(clause), hit.noun) and self.carry is not None:
            meant = self.carry.addressees if self.carry.paragraph == clause.sentence.paragraph else ()
            bare = tuple(replace(c, addressees=c.addressees or meant) for c in reading.contents)
            reading = replace(reading, contents=bare)  # … के लिए एडवाइजरी जारी की। एडवाइजरी में … को कहा
        answered = reported(clause, before, spoken, self.entities)
        if answered and not reading.addressees:
            bare = tuple(replace(c, addressees=c.addressees or answered) for c in reading.contents)
            reading = replace(reading, contents=bare, addressees=answered)
        if hit.frame.cls in ("answer", "ban", "plan"):
            return self._special(clause, hit, spoken, reading)
        for content in reading.contents:
            self.drafts += content_drafts(clause, hit, spoken, content, self.entities)
        addressees = reading.addressees
        if not addressees and reading.contents:
            addressees = reading.contents[-1].addressees
        if not addressees and hit.frame.cls == "say" and spoken.rule == "issuer:dropped":
            addressees = told_before(clause, self.entities)
        if not addressees and hit.frame.id == "tell" and not hit.group.passive:
            addressees = pronoun_told(clause, spoken, hit.group.start, self.entities)
        if not addressees and spoken.rule == "issuer:document" and self.carry is not None:
            addressees = self.carry.addressees
        if hit.frame.cls == "order" and spoken.ids:
            self.givers.add(spoken.ids)
        if not hit.group.finite and any(h.group.finite for h in hits):
            spoken = self._finite_voice(clause, hits, spoken)
        return opened(clause, hit, self._context_class(clause, hit, spoken.rule), spoken.ids, addressees)

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
        if spoken.rule == "issuer:passive" and self.document[1] == clause.sentence.paragraph:
            spoken = Voice(self.document[0], spoken.end, "issuer:document")
        sentence = clause.sentence
        if spoken.rule == "issuer:document" and not spoken.ids:
            spoken = replace(spoken, ids=self._posted(sentence))
        if spoken.rule == "issuer:passive" and hit.frame.id == "is-requested" and not spoken.ids:
            spoken = replace(spoken, ids=self._still_speaking(clause, asked=True))
        if spoken.rule == "issuer:passive" and self.speaker.acted == sentence.index and not spoken.ids:
            spoken = Voice(self.speaker.people, spoken.end, "issuer:same-sentence")
        if spoken.rule == "issuer:passive" and self.turned == sentence.paragraph and not spoken.ids:
            spoken = replace(spoken, rule=REPORT)
        if spoken.ids and spoken.rule in TAKES_OVER:
            self.speaker.take(spoken.ids, sentence.index, sentence.paragraph)
            if spoken.rule == "issuer:nominative":
                self.speaker.agent(spoken.ids, sentence.index)
        elif spoken.rule in ("issuer:pronoun", "issuer:dropped") and spoken.ids:
            self.speaker.take(spoken.ids, sentence.index, sentence.paragraph)
        return spoken

    def _told_back(self, clause: Clause, hit: Hit, spoken: Voice, reading: Reading) -> Context | None:
        """ये निर्देश … ने दिए: tells whose the drafts before are; a sub-headline opens what follows it."""
        if clause.sentence.block == "subheadline":
            return opened(clause, hit, self._context_class(clause, hit), self.speaker.ids)
        if spoken.ids:
            attribute_back(self.drafts, spoken.ids, hit.frame, clause.sentence, reading.addressees)
        return None

    def _special(self, clause: Clause, hit: Hit, spoken: Voice, reading: Reading) -> Context | None:
        make = {"answer": answer_draft, "ban": ban_draft, "plan": plan_draft}[hit.frame.cls]
        for draft in make(clause, hit, spoken, reading, self.entities):
            self.drafts.append(draft)
        return opened(clause, hit, "plan" if hit.frame.cls == "plan" else "say", spoken.ids)

    # clauses without a frame of their own

    def _free(
        self, clause: Clause, context: Context | None, previous: Clause | None, clauses: Sequence[Clause]
    ) -> None:
        told_of = context is not None and context.cls == "history"
        if told_of or ensured(previous, clause) or denied(clause, clauses) or misspelt(clause):
            return
        if goal(previous, clause):
            self.carry = None
            return
        if binds_nobody(clause, clauses):
            return
        sentence = clause.sentence
        inherited = context or self._carried(sentence)
        if (inherited is None or inherited.cls not in ("order", "text")) and we_too(clause, clauses):
            return
        found, after = ((), 0) if happens(clause) else self._doers(clause, context, previous)
        minor = only_compound(clause, found) or only_some(clause, found)
        if context is not None and context.addressees and minor:
            found, after = (), 0
        if looks_after(clause, found):
            return
        decision = decide(clause, *self._facts(clause, context, inherited, bool(found)))
        if decision.modality is None:
            self._declared(clause)
            if decision.rule in SANCTIONS and inherited is not None:
                self.speaker.goes_on(sentence.index, sentence.paragraph)
            return
        ids, rule, told_end = self._issuers(clause, context, inherited, bool(found))
        if told_end and found and found[0].span.start < sentence.words[told_end - 1].start:
            found, after = (), 0  # मुख्य सचिव राजस्व विभाग के निर्देशानुसार …: the words tell whose order it is
        if to_readers(clause, clauses):
            ids, rule = (), REPORT
        if only_said(self.doc, clause, decision.rule, ids, found, inherited, self.said, self.entities):
            self.said = clause
            return
        private = bool(ids) and not self._authority(ids)
        if decision.rule in ADVICE and (private or not ids):
            return
        doubts = ["issuer:no-office"] if private and wish(decision.rule, inherited) else []
        addressees: tuple[Addressee, ...] = ()
        if decision.rule in NOBODY_ACTS:
            found, after = (), 0
        else:
            plans = decision.modality == "announcement"
            found = not_oneself(clause, found, ids, self.entities, plans=plans)
            addressees = found or self._inherited_addressees(
                clause, context, inherited, decision.modality, previous
            )
        start = self._action_start(clause, max(clause.body, told_end), found, after)
        if previous is not None and ensured_before(previous, clause):
            start = action_start(previous, previous.body, previous.end, self.entities)
            self.drafts = [d for d in self.drafts if d.clause is not previous]
        end = action_end(clause, clauses)
        draft = Draft(
            clause,
            Span(sentence.start, sentence.end),
            trim_span(sentence, start, end),
            sentence.span(clause_start(clause), end),
            decision.modality,  # type: ignore[arg-type]
            ids,
            addressees,
            [decision.rule, rule, *([inherited.rule] if inherited else []), *doubts],
            headline=sentence.block in ("headline", "subheadline"),
            implicit=not ids,
        )
        self.drafts += split_gapped(draft, start, end, self.entities)

    def _facts(
        self, clause: Clause, context: Context | None, inherited: Context | None, actor: bool
    ) -> tuple[Facts, str | None]:
        group = clause.group
        cls = inherited.cls if inherited else "none"
        if context is None and inherited is not None:
            fades = inherited.cls == "plan" or (group is not None and group.mood == "fut" and cls != "text")
            if fades or (cls == "request" and group is not None and group.negative):
                cls = "say"
        same = [d for d in self.drafts[-1:] if d.clause.sentence is clause.sentence]
        if order_text(clause) or any("mood:future-order" in d.rules for d in same):
            cls = "text"
        scope = clause.sentence.span(clause_start(clause), clause.end)
        dates = [self.entities.dates[i] for i in self.entities.dates_in(scope)]
        bids = subjunctive(clause, context, actor) or joined_wish(clause, segment(clause.sentence))
        bids = bids or (inherited is not None and clashes(clause, self.doc))
        mood = "hort" if bids else None
        if group is not None and group.stem in word_class("stative_verbs") and group.mood == "fut":
            host = clause.sentence.words[group.host].key if group.host is not None else ""
            actor = actor and host in closed("attending")
        public = actor and group is not None and self._public(clause)
        actor = actor or (bool(same) and shares_doer(same[0], clause))
        ahead = any(d.role != "past" for d in dates)
        numbered = counted(clause, self.entities)
        return Facts(cls, actor, bool(dates), context is not None, numbered, public, ahead), mood

    def _action_start(self, clause: Clause, begin: int, found: tuple[Addressee, ...], after: int) -> int:
        """First word of the action from ``begin`` on, or from ``after`` where the doers ``found`` open it."""
        if after > begin and self._initial(clause, begin, found):
            begin = after
        start = max(action_start(clause, begin, clause.end, self.entities), clause.body)
        return begin if bare_verb(clause, start) else start


def extract_directives(doc: Doc) -> tuple[Directive, ...]:
    """Directives of an analysed report."""
    return Extractor(doc).run()
