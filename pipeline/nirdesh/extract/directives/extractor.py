"""Directives of a report: frames, their contents, the clauses that follow, and who said it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from nirdesh.analyse.neural.component import one_thread
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Sentence, is_item, sentences
from nirdesh.extract.directives.acting import parsed_subject
from nirdesh.extract.directives.agents import movers, note_agent
from nirdesh.extract.directives.agreement import clashes
from nirdesh.extract.directives.attach import finish
from nirdesh.extract.directives.attribution import ordered_by
from nirdesh.extract.directives.audience import labelled
from nirdesh.extract.directives.bygone import began_before, told_of_old
from nirdesh.extract.directives.classes import not_oneself
from nirdesh.extract.directives.confidence import assured, judge, sure, threshold
from nirdesh.extract.directives.contrast import contrasted
from nirdesh.extract.directives.critics import commands, only_said, performs
from nirdesh.extract.directives.documents import announced_by
from nirdesh.extract.directives.duties import duty, joined_doers, minded_by, split_acts, vocative
from nirdesh.extract.directives.enumerated import enumerated
from nirdesh.extract.directives.frames import Hit, find_hits
from nirdesh.extract.directives.framing import ACTS
from nirdesh.extract.directives.gapped import split_gapped
from nirdesh.extract.directives.gatherings import note_gathering
from nirdesh.extract.directives.genres import genres, idle
from nirdesh.extract.directives.governments import imposes
from nirdesh.extract.directives.implied import everybody, refused, will_be_told
from nirdesh.extract.directives.letter import sign
from nirdesh.extract.directives.lexis import word_class
from nirdesh.extract.directives.matrix import REPORT, denied, misspelt, to_readers, turns
from nirdesh.extract.directives.merge import merge, restated
from nirdesh.extract.directives.model import Context, Draft, history
from nirdesh.extract.directives.mood import Facts, decide, settled
from nirdesh.extract.directives.openers import opened_list, opens_list
from nirdesh.extract.directives.powerless import unvouched
from nirdesh.extract.directives.quoted import hoaxed
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
    one_of_told,
    only_compound,
    only_some,
    opinion_piece,
    order_text,
    own_ne,
    shares_doer,
    subjunctive,
    to_nobody,
    wish,
    within,
)
from nirdesh.extract.directives.stating import Stating
from nirdesh.extract.directives.target import counted
from nirdesh.extract.directives.trained import Reader
from nirdesh.extract.directives.unbinding import SANCTIONS, against_whom, binds_nobody, we_too
from nirdesh.extract.directives.voices import Speaker
from nirdesh.mentions import Addressee, Directive, Span


class Extractor(Stating):
    """Reads one document from left to right; make a new one for each."""

    def run(self, reader: Reader | None = None) -> tuple[Directive, ...]:
        """Directives in order of their action's place, those that the judge doubts left out.

        Args:
            reader: Reads what the rules leave out.
        """
        judged = [(directive, judge(signs)) for directive, signs in self.candidates()]
        surest = max((verdict.found for _, verdict in judged), default=0.0)
        judged = judged if surest >= sure() else []
        kept = [replace(d, confidence=verdict.right) for d, verdict in judged if verdict.found >= threshold()]
        if reader is not None:
            kept = self._read(reader, kept, surest)
        if self.entities.made:
            used = {i for d in kept for i in d.issuers}
            extra = tuple(o for o in self.entities.made.values() if o.id in used)
            self.doc._.offices = (*self.doc._.offices, *extra)
        return tuple(kept)

    def _read(self, reader: Reader, kept: Sequence[Directive], surest: float) -> list[Directive]:
        """Directives of the rules, and what the trained reader sees beside them.

        Args:
            surest: The greatest probability that the judge gives to one of them.
        """
        if not sentences(self.doc):
            return [*kept]
        with one_thread():
            reading = reader.read(self.doc, self.entities)
            doubted = surest < assured() and reading.doubts_all(kept)
            found = [] if doubted else [*kept]
            drafts = [pair for pair in reading.drafts(found) if not settled(pair[0].clause)]
        actions = {directive.action for directive in found}
        known = [pair for pair in self.merged if pair[0].action in actions]
        finished = finish(self.doc, [draft for draft, _ in drafts], self.entities, known)
        for (directive, draft), (_, share) in zip(finished, drafts, strict=True):
            if not (draft.headline and found) and not restated(self.doc, directive, found):
                found.append(replace(directive, confidence=share))
        found.sort(key=lambda directive: (directive.action.start, directive.action.end))
        with one_thread():
            return reading.completed(found)

    def candidates(self) -> list[tuple[Directive, frozenset[str]]]:
        """Everything that the rules take for a directive, in order, with what speaks for or against it."""
        read = list(sentences(self.doc))
        if read and opinion_piece(read[0]):
            return []
        published = self.doc._.report.published if self.doc._.report is not None else None
        rows = schedule_rows(read, self.entities, published)
        for number, sentence in enumerate(read):
            if sentence.index in rows:
                self._row(sentence)
            else:
                self._sentence(sentence, opens_list(read, number))
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
        old = told_of_old(read, published or "") | hoaxed(read) if self.drafts else frozenset()
        self.drafts = [d for d in self.drafts if d.clause.sentence.index not in old]
        kinds = genres(read) if self.drafts else ()
        if kinds:
            self.drafts = [
                d
                for d in self.drafts
                if (self._authority(d.issuers) and not performs(self.doc, d.issuers))
                or not idle(d, kinds, dated=bool(self.entities.dates_in(d.scope)))
            ]
        finished = finish(self.doc, self.drafts, self.entities)
        self.merged = merge(self.doc, finished)
        signs = signals(self.doc, self.merged, self.entities)
        return [(directive, own) for (directive, _), own in zip(self.merged, signs, strict=True)]

    def _sentence(self, sentence: Sentence, opens: Sentence | None) -> None:
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
        self._settle_ensured(before)
        if outer is not None and context is not None and context.issuers != outer[0].issuers:
            paper = self.speaker.paper
            context, self.speaker = outer  # X ने कहा कि Y ने निर्देश दिए हैं: X goes on
            self.speaker.paper = paper
        context = (opened_list(opens, context, self.speaker, self.entities) if opens else None) or context
        labels = any(labelled(clause, self.entities)[0] for clause in clauses[:1])
        self.listing = self.listing and (is_item(sentence) or is_heading(sentence, clauses) or labels)
        if context is not None and context.cls != "history":
            self.carry = context
            self.listing = True
        elif any(d.issuers or d.modality != "announcement" for d in self.drafts[before:]):
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
        note_gathering(clause, self.speaker, self.entities)
        issued = announced_by(clause, self.speaker.author, self.entities)
        self.document = (issued, clause.sentence.paragraph) if issued else self.document
        paper = announced_by(clause, self.speaker.author, self.entities, only_told=False)
        self.speaker.paper = (paper, clause.sentence.index) if paper else self.speaker.paper
        if clause.content and unvouched(clause, clauses):
            return history(clause)
        if clause.content and context is not None and context.cls == "history":
            return context
        if self._ordered_by(clause):
            return context
        quotes = any(c.content and c.start == clause.end for c in clauses)
        if (clause.kind == "relative" or against_whom(clause)) and hits and not quotes:
            return context  # जो निर्देश दिए हैं: told of, not given
        if hits and clause.content and context is not None and not own_ne(clause):
            hits = [h for h in hits if h.frame.cls in ACTS or (h.frame.id == "tell" and h.group.passive)]
            if hits:
                inner = self._frame(clause, hits, context)
                after = clause.sentence.words[clause.end : clause.end + 1]
                goes_on = any(w.key in word_class("complementizer") for w in after)
                return inner if goes_on and inner is not None else context
        if hits:
            return self._frame(clause, hits, None) or (context if clause.content else None)
        if clause.group is None:
            self._note_source(clause)
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
        minding = minded_by(previous, clause, self.entities) if self._just_drafted(previous) else ()
        if minding:
            self.drafts[-1].addressees = minding
            return
        sentence = clause.sentence
        inherited = context or self._carried(sentence)
        acts = enumerated(clause, inherited, self.drafts, self.entities)
        if acts:
            self.drafts += acts
            return
        held = duty(clause, self.entities)
        if held is not None:
            self._duty(clause, held, context, inherited)
            return
        if (inherited is None or inherited.cls not in ("order", "text")) and we_too(clause, clauses):
            return
        found, after = ((), 0) if happens(clause) else self._doers(clause, context, previous)
        if not found:
            found, after = vocative(clause, clause_start(clause), self.entities)
        if not found:
            found, after = everybody(clause, clause_start(clause), self.entities)
        own = bool(found)
        found = found or joined_doers(clause, previous, self.entities)
        minor = only_compound(clause, found) or only_some(clause, found)
        asked = context.addressees if context is not None else ()
        if asked and (minor or one_of_told(clause, found, asked)):
            found, after = (), 0
        if looks_after(clause, found):
            return
        parsed = () if found else parsed_subject(clause, clause_start(clause), self.entities)
        decision = decide(clause, *self._facts(clause, context, inherited, bool(found or parsed)))
        if decision.modality is None:
            self._declared(clause)
            if decision.rule in SANCTIONS and inherited is not None:
                self.speaker.goes_on(sentence.index, sentence.paragraph)
            return
        ids, rule, told_end = self._issuers(clause, context, inherited, own and bool(found))
        if told_end and found and found[0].span.start < sentence.words[told_end - 1].start:
            found, after = (), 0  # मुख्य सचिव राजस्व विभाग के निर्देशानुसार …: the words tell whose order it is
        if to_readers(clause, clauses):
            ids, rule = (), REPORT
        if only_said(self.doc, clause, decision.rule, ids, found, inherited, self.said, self.entities):
            self.said = clause
            return
        private = bool(ids) and not self._authority(ids)
        if not ids and (
            decision.rule in ADVICE or (self.unheard == sentence.paragraph and wish(decision.rule, None))
        ):
            return
        if decision.rule in ADVICE and private:
            return
        told = context is not None and context.addressees and self._named(clause, ids)
        doubts = ["issuer:no-office"] if private and not told and wish(decision.rule, inherited) else []
        addressees: tuple[Addressee, ...] = ()
        barred = refused(clause, decision.rule, clause_start(clause), self.entities)
        if barred or (decision.rule in NOBODY_ACTS and not imposes(clause, found)):
            found, after, addressees = (), 0, barred
        else:
            plans = decision.modality == "announcement"
            found = not_oneself(clause, found, ids, self.entities, plans=plans)
            addressees = found or self._inherited_addressees(
                clause, context, inherited, decision.modality, previous
            )
            if not found and self.listing:
                own_line, line_start = labelled(clause, self.entities)
                addressees, told_end = own_line or addressees, max(told_end, line_start)
        addressees = addressees or movers(clause, decision.rule, self.entities) or parsed
        addressees = addressees or will_be_told(clause, self.entities)
        start = self._action_start(clause, max(clause.body, told_end), found, after)
        if previous is not None and ensured_before(previous, clause):
            start = action_start(previous, previous.body, previous.end, self.entities)
            self.drafts = [d for d in self.drafts if d.clause is not previous]
        end = action_end(clause, clauses)
        if (
            found
            and clause.group is not None
            and found[0].span.start >= sentence.words[clause.group.end - 1].end
        ):
            end = clause.group.end  # सूची भेजें | पंचायत सचिव
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
        acts = split_acts(draft, start, end)
        self.drafts += acts or split_gapped(draft, start, end, self.entities)

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
            actor = actor and host in closed("attending") | closed("necessities")
        public = actor and group is not None and self._public(clause)
        actor = actor or (bool(same) and shares_doer(same[0], clause))
        ahead = any(d.role != "past" for d in dates)
        numbered = counted(clause, self.entities)
        addressed = context is not None and bool(context.addressees)
        issuers = inherited.issuers if inherited is not None else ()
        bidden = group is not None and group.mood == "hort"
        office = (addressed and self._authority(issuers)) or (not bidden and commands(self.doc, issuers))
        published = self.doc._.report.published if self.doc._.report is not None else None
        begun = any(began_before(d.edtf, published) for d in dates)
        facts = Facts(cls, actor, bool(dates), context is not None, numbered, public, ahead, office, begun)
        return facts, mood

    def _action_start(self, clause: Clause, begin: int, found: tuple[Addressee, ...], after: int) -> int:
        """First word of the action from ``begin`` on, or from ``after`` where the doers ``found`` open it."""
        if after > begin and self._initial(clause, begin, found):
            begin = after
        start = max(action_start(clause, begin, clause.end, self.entities), clause.body)
        return begin if bare_verb(clause, start) else start


def extract_directives(doc: Doc, reader: Reader | None = None) -> tuple[Directive, ...]:
    """Directives of an analysed report.

    Args:
        reader: Reads what the rules leave out.
    """
    return Extractor(doc).run(reader)
