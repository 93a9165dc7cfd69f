"""Directives of a report: frames, their contents, the clauses that follow, and who said it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from nirdesh.extract.assignments import extract_assignments
from nirdesh.extract.clauses.entities import Entities, actor_class, entities
from nirdesh.extract.clauses.lexis import closed, fold, table
from nirdesh.extract.clauses.phrases import heads, marked
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Sentence, Word, is_item, sentences
from nirdesh.extract.directives.attach import finish
from nirdesh.extract.directives.attribution import according_to, long_ago, ordered_by
from nirdesh.extract.directives.contents import Content, Reading, read
from nirdesh.extract.directives.frames import Hit, find_hits
from nirdesh.extract.directives.gapped import split_gapped
from nirdesh.extract.directives.letter import author, heading_author, signature
from nirdesh.extract.directives.merge import merge
from nirdesh.extract.directives.model import Context, Draft
from nirdesh.extract.directives.mood import Facts, decide
from nirdesh.extract.directives.retro import attribute_back, authority_seen, fill_single_issuer
from nirdesh.extract.directives.roles import (
    action_start,
    as_addressees,
    clause_start,
    doers,
    needs,
    phrase_class,
    subject,
    trim_span,
)
from nirdesh.extract.directives.speaker import Speaker, Voice, ids_of, voice
from nirdesh.extract.directives.special import answer_draft, ban_draft, plan_draft
from nirdesh.extract.directives.target import number
from nirdesh.mentions import Addressee, Directive, Span

_ACTS = ("order", "request", "demand", "answer", "ban", "plan")
_CARRY_SENTENCES = 1
_TAKES_OVER = ("issuer:ne", "issuer:dvara", "issuer:nominative", "issuer:genitive")
_NOBODY_ACTS = ("mood:future-number",)
_ADVICE = ("mood:should", "mood:should-not")
_LONGEST = 12  # words of an addressee phrase in the clause before
_NEAR_SENTENCES = 3
_NEAR = 80  # code points back to the person that a sentence-initial जो refers to


class Extractor:
    """Reads one document from left to right; make a new one for each."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.entities: Entities = entities(doc)
        self.speaker = Speaker()
        self.drafts: list[Draft] = []
        self.carry: Context | None = None
        self.listing = False
        self.assigned = [a for a in extract_assignments(doc) if a.change != "removed"]

    def run(self) -> tuple[Directive, ...]:
        """Directives in order of their action's place."""
        for sentence in sentences(self.doc):
            self._sentence(sentence)
        announced = self._unsigned()
        bodies = {r.id for r in self.entities.refs if r.kind == "organisation"}
        fill_single_issuer(self.drafts, bodies)
        if not announced and not authority_seen(self.drafts):
            self.drafts = [d for d in self.drafts if not _to_nobody(d)]
        finished = finish(self.doc, self.drafts, self.entities)
        directives = merge(self.doc, finished)
        if self.entities.made:
            used = {i for d in directives for i in d.issuers}
            extra = tuple(o for o in self.entities.made.values() if o.id in used)
            self.doc._.offices = (*self.doc._.offices, *extra)
        return directives

    def _unsigned(self) -> bool:
        """Give drafts without issuer a letter's sender or a heading's owner; whether a heading announces."""
        read = tuple(sentences(self.doc))
        sender = author(self.doc, self.entities)
        if not sender and not any(d.issuers for d in self.drafts):
            sender = signature(read, self.entities)
        announced, owner = heading_author(read, self.entities)
        ids, rule = (sender, "issuer:letter") if sender else (owner, "issuer:heading")
        for draft in self.drafts:
            if ids and not draft.issuers and not draft.headline and "issuer:none" in draft.rules:
                draft.issuers = ids
                draft.rules.append(rule)
        return announced

    def _sentence(self, sentence: Sentence) -> None:
        context: Context | None = None
        previous: Clause | None = None
        before = len(self.drafts)
        clauses = segment(sentence)
        for clause in clauses:
            hits = find_hits(clause)
            context = self._clause(clause, hits, context, previous, clauses)
            previous = clause
        self.listing = is_item(sentence) and self.listing
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
        self._note_agent(clause)
        if self._ordered_by(clause):
            return context
        if hits and clause.content and context is not None and not _own_ne(clause):
            hits = [h for h in hits if h.frame.cls in _ACTS]
            if hits:
                self._frame(clause, hits, context)
                return context
        if hits:
            return self._frame(clause, hits, None) or (context if clause.content else None)
        if clause.kind == "main" and not self._assigns(clause):
            self._free(clause, context, previous, clauses)
        return context

    def _note_agent(self, clause: Clause) -> None:
        """The person of a ने-phrase outside quoted content is whom a later उन्होंने means."""
        if clause.content and not _own_ne(clause):
            return
        for phrase in marked(clause, clause_start(clause), clause.end, self.entities, frozenset({fold("ने")})):
            refs = heads(phrase, self.entities)
            if refs and refs[0].kind == "person":
                self.speaker.agent(tuple(dict.fromkeys(r.id for r in refs if r.kind == "person")))
            elif phrase_class(phrase, self.entities) == "office":
                self.speaker.agent(ids_of(phrase, self.entities))

    def _assigns(self, clause: Clause) -> bool:
        """A जिला संयोजक होंगे: the clause gives a post, which is no directive."""
        if clause.group is None or clause.group.mood != "fut":
            return False
        start = clause.sentence.words[clause.body].start
        end = clause.sentence.words[clause.end - 1].end
        return any(start <= a.role.start < end for a in self.assigned)

    def _ordered_by(self, clause: Clause) -> bool:
        """X के निर्देश पर यह फैसला लिया गया: tells whose order stands before."""
        for ids, frame in ordered_by(clause, self.entities):
            sentence = clause.sentence
            self.speaker.take(ids, sentence.index, sentence.paragraph)
            attribute_back(self.drafts, ids, frame, sentence, ())
            return True
        return False

    # frames -------------------------------------------------------------------------------------------------

    def _frame(self, clause: Clause, hits: list[Hit], outer: Context | None) -> Context | None:
        hit = hits[0]
        told_of = (hit.group.mood == "past" and hit.group.finite) or self._own_voice(clause)
        if told_of or long_ago(clause.sentence):
            self.carry = None
            return self._history(clause)
        spoken = voice(clause, hit, self.speaker, self.entities)
        if outer is not None and spoken.rule in ("issuer:passive", "issuer:dropped"):
            spoken = Voice(outer.issuers, spoken.end, "issuer:frame")
        sentence = clause.sentence
        if spoken.ids and spoken.rule in _TAKES_OVER:
            self.speaker.take(spoken.ids, sentence.index, sentence.paragraph)
            if spoken.rule == "issuer:nominative":
                self.speaker.agent(spoken.ids)
        elif spoken.rule in ("issuer:pronoun", "issuer:dropped") and spoken.ids:
            self.speaker.goes_on(sentence.index, sentence.paragraph)
        reading = read(clause, hit, spoken.end, self.entities)
        if reading.deictic or self._is_attribution(clause, hit):
            if sentence.block == "subheadline":
                cls = self._context_class(clause, hit)
                return Context(
                    cls, self.speaker.ids, (), sentence.index, sentence.paragraph, f"frame:{hit.frame.id}"
                )
            if spoken.ids:
                attribute_back(self.drafts, spoken.ids, hit.frame, sentence, reading.addressees)
            return None
        if hit.frame.cls == "order" and spoken.rule == "issuer:dropped":
            earlier = self._told_before(clause)
            bare = tuple(replace(c, addressees=c.addressees or earlier) for c in reading.contents)
            reading = replace(reading, contents=bare)
        if hit.frame.cls in ("answer", "ban", "plan"):
            return self._special(clause, hit, spoken, reading)
        for content in reading.contents:
            self._content(clause, hit, spoken, content)
        addressees = reading.addressees
        if not addressees and reading.contents:
            addressees = reading.contents[-1].addressees
        if not addressees and hit.frame.cls == "say" and spoken.rule == "issuer:dropped":
            addressees = self._told_before(clause)
        if not hit.group.finite and any(h.group.finite for h in hits):
            spoken = self._finite_voice(clause, hits, spoken)
        return Context(
            self._context_class(clause, hit),
            spoken.ids,
            addressees,
            sentence.index,
            sentence.paragraph,
            f"frame:{hit.frame.id}",
        )

    def _own_voice(self, clause: Clause) -> bool:
        """मैंने कहा, हमने निर्देश दिए: told in the first person."""
        said = {fold("मैंने"), fold("हमने")}
        return any(w.key in said for w in clause.sentence.words[clause_start(clause) : clause.end])

    def _history(self, clause: Clause) -> Context:
        """निर्देश दिए थे, कहा था: told as history, so that nothing under it is a directive."""
        sentence = clause.sentence
        return Context("history", (), (), sentence.index, sentence.paragraph, "frame:history")

    def _told_before(self, clause: Clause) -> tuple[Addressee, ...]:
        """उन्होंने X को फटकार लगाई और कहा कि …: the clause before names whom they told."""
        words = clause.sentence.words
        for j in range(clause.start - 1, 0, -1):
            if words[j].key != fold("को"):
                continue
            earlier = [c for c in segment(clause.sentence) if c.start <= j < c.end and not c.content]
            if not earlier:
                return ()
            first = max(earlier[0].body, j - _LONGEST)
            for phrase in marked(earlier[0], first, j + 1, self.entities, frozenset({fold("को")})):
                if phrase_class(phrase, self.entities) in ("person", "office"):
                    return as_addressees(phrase, self.entities)
            return ()
        return ()

    def _finite_voice(self, clause: Clause, hits: list[Hit], spoken: Voice) -> Voice:
        if spoken.ids:
            return spoken
        finite = next(h for h in hits if h.group.finite)
        return voice(clause, finite, self.speaker, self.entities)

    def _context_class(self, clause: Clause, hit: Hit) -> str:
        """Text of an order (जारी आदेश में कहा गया है कि …) or the frame's own class."""
        return "text" if hit.frame.cls == "say" and _order_text(clause) else hit.frame.cls

    def _is_attribution(self, clause: Clause, hit: Hit) -> bool:
        """उक्त बातें, यह जानकारी … ने दी: tells who said what stands before."""
        words = clause.sentence.words
        first = clause_start(clause)
        return any(
            words[j].key in closed("deictics") and _speech_noun(words, j + 1)
            for j in range(first, min(clause.end, len(words) - 2))
        ) and not any(w.key == fold("कि") for w in words[clause.end : clause.end + 1])

    def _special(self, clause: Clause, hit: Hit, spoken: Voice, reading: Reading) -> Context | None:
        make = {"answer": answer_draft, "ban": ban_draft, "plan": plan_draft}[hit.frame.cls]
        for draft in make(clause, hit, spoken, reading, self.entities):
            self.drafts.append(draft)
        sentence = clause.sentence
        cls = "plan" if hit.frame.cls == "plan" else "say"
        return Context(cls, spoken.ids, (), sentence.index, sentence.paragraph, f"frame:{hit.frame.id}")

    def _content(self, clause: Clause, hit: Hit, spoken: Voice, content: Content) -> None:
        sentence = clause.sentence
        start = action_start(clause, content.start, content.end, self.entities)
        modality = hit.frame.modality or "order"
        rules = [
            f"frame:{hit.frame.id}",
            spoken.rule,
            "content:infinitive" if content.group else "content:noun",
        ]
        if content.group is None and _empty(clause, start, content.end):
            return
        if modality == "order" and _forbids(clause, content):
            modality = "prohibition"
            rules.append("mood:forbidding-action")
        if hit.frame.cls == "say":
            modality = "order"
        self.drafts.append(
            Draft(
                clause,
                Span(sentence.start, sentence.end),
                trim_span(sentence, start, content.end),
                sentence.span(content.start, content.end),
                modality,  # type: ignore[arg-type]
                spoken.ids,
                content.addressees,
                rules,
                headline=sentence.block in ("headline", "subheadline"),
                implicit=spoken.rule == "issuer:passive",
            )
        )

    # clauses without a frame of their own -------------------------------------------------------------------

    def _free(
        self, clause: Clause, context: Context | None, previous: Clause | None, clauses: Sequence[Clause]
    ) -> None:
        group = clause.group
        if group is None or _ensured(previous, clause) or (context is not None and context.cls == "history"):
            return
        if _goal(previous, clause):
            self.carry = None
            return
        if clause.sentence.words[clause.body].key == fold("जो") and group.mood == "hort":
            return
        if group.mood == "fut" and any(_if_we_win(c) for c in clauses if c.start < clause.start):
            return
        sentence = clause.sentence
        inherited = context or self._carried(sentence)
        found, after = self._doers(clause, context, previous)
        facts, mood = self._facts(clause, context, inherited, bool(found))
        decision = decide(clause, facts, mood)
        if decision.modality is None:
            return
        ids, rule, told_end = self._issuers(clause, context, inherited)
        if decision.rule in _ADVICE and not self._authority(ids):
            return
        begin = max(clause.body, told_end)
        if after > begin and self._initial(clause, begin, found):
            begin = after
        start = max(action_start(clause, begin, clause.end, self.entities), clause.body)
        end = self._action_end(clause, clauses)
        draft = Draft(
            clause,
            Span(sentence.start, sentence.end),
            trim_span(sentence, start, end),
            sentence.span(clause_start(clause), end),
            decision.modality,  # type: ignore[arg-type]
            ids,
            self._whom(decision.rule, found)
            if decision.rule in _NOBODY_ACTS or found
            else self._inherited_addressees(clause, context, inherited, decision.modality, previous),
            [decision.rule, rule, *([inherited.rule] if inherited else [])],
            headline=sentence.block in ("headline", "subheadline"),
            implicit=not ids,
        )
        self.drafts += split_gapped(draft, start, end, self.entities)

    def _whom(self, rule: str, found: tuple[Addressee, ...]) -> tuple[Addressee, ...]:
        """Doers that the clause names; none where it only tells what something consists of."""
        return () if rule in _NOBODY_ACTS else found

    def _authority(self, ids: tuple[str, ...]) -> bool:
        """Whether somebody holds a post or is a body: others only advise."""
        posts = {p.id for p in self.doc._.people if any(_is_office(x.title) for x in p.posts if not x.former)}
        people = {p.id for p in self.doc._.people}
        return any(i in posts or i not in people for i in ids)

    def _initial(self, clause: Clause, begin: int, found: tuple[Addressee, ...]) -> bool:
        """Whether only dates, purposes and lead-ins stand before the doer, so that the action follows it."""
        if not found:
            return True
        words = clause.sentence.words
        start = next((j for j in range(begin, clause.end) if words[j].start >= found[0].span.start), begin)
        lead = action_start(clause, begin, start + 3, self.entities)
        purposes = [j for j in range(lead, start) if words[j].key in (fold("लिए"), fold("हेतु"))]
        orders = {fold("निर्देश"), fold("आदेश"), fold("आह्वान")}
        purposes += [
            j for j in range(lead + 1, start) if words[j].key == fold("पर") and words[j - 1].key in orders
        ]
        lead = max([lead, *(p + 1 for p in purposes)])
        rest = action_start(clause, lead, start + 3, self.entities)
        group = clause.group
        if group is not None and found[-1].span.end >= words[max(group.start - 1, 0)].start:
            return False
        return rest >= start

    def _doers(
        self, clause: Clause, context: Context | None, previous: Clause | None
    ) -> tuple[tuple[Addressee, ...], int]:
        words = clause.sentence.words
        first = clause_start(clause)
        if words[first].key in (fold("वे"), fold("वह")) and clause.group is not None:
            return self._they(clause, context, previous), first + 1
        if words[first].key == fold("जो") and clause.kind == "main":
            return self._who(clause, previous), first + 1
        return doers(clause, first, self.entities)

    def _they(
        self, clause: Clause, context: Context | None, previous: Clause | None
    ) -> tuple[Addressee, ...]:
        """वे: whom the frame addresses, else who was given a post in the same sentence."""
        if previous is not None and previous.kind == "relative":
            whose = self._relative_head(previous)
            if whose:
                return whose
        if context is not None and context.addressees:
            return context.addressees
        return self._assigned_in(clause.sentence)

    def _relative_head(self, clause: Clause) -> tuple[Addressee, ...]:
        """जिन अधिकारियों की ड्यूटी है, वे …: the noun of the relative clause."""
        words = clause.sentence.words
        start = clause.body + 1
        for j in range(start, min(start + 5, clause.end)):
            if words[j].verbs or words[j].punct:
                break
            if actor_class(words[j]) is not None:
                return (Addressee(clause.sentence.span(start, j + 1)),)
        return ()

    def _assigned_in(self, sentence: Sentence) -> tuple[Addressee, ...]:
        ids = [a.assignee for a in self.assigned if sentence.start <= a.evidence.start < sentence.end]
        spans = {r.id: r.span for r in reversed(self.entities.refs) if r.kind == "person"}
        return tuple(Addressee(spans[i], person=i) for i in ids if i in spans)

    def _who(self, clause: Clause, previous: Clause | None) -> tuple[Addressee, ...]:
        """जो after a main clause: its को-phrase, or the person named last before."""
        if previous is not None:
            to = frozenset({fold("को")})
            for phrase in marked(previous, clause_start(previous), previous.end, self.entities, to):
                if phrase_class(phrase, self.entities):
                    return as_addressees(phrase, self.entities)
        begin = clause.sentence.words[clause.body].start
        near = [r for r in self.entities.refs if r.kind == "person" and begin - _NEAR < r.span.end < begin]
        return (Addressee(near[-1].span, person=near[-1].id),) if near else ()

    def _facts(
        self, clause: Clause, context: Context | None, inherited: Context | None, actor: bool
    ) -> tuple[Facts, str | None]:
        group = clause.group
        cls = inherited.cls if inherited else "none"
        if context is None and inherited is not None:
            fades = inherited.cls == "plan" or (group is not None and group.mood == "fut" and cls != "text")
            if fades or (cls == "request" and group is not None and group.negative):
                cls = "say"
        if _order_text(clause):
            cls = "text"
        scope = clause.sentence.span(clause_start(clause), clause.end)
        dated = bool(self.entities.dates_in(scope))
        mood = "hort" if _subjunctive(clause, context, actor) else None
        if group is not None and group.stem in (fold("हो"), fold("रह")) and group.mood == "fut":
            host = clause.sentence.words[group.host].key if group.host is not None else ""
            actor = actor and host in closed("attending")
        public = actor and group is not None and self._public(clause)
        return Facts(cls, actor, dated, context is not None, self._counted(clause), public), mood

    def _public(self, clause: Clause) -> bool:
        """Whether the doer is the public (बच्चे, मरीज, लोग)."""
        found = subject(clause, clause.body, self.entities)
        return found is not None and phrase_class(found, self.entities) == "public"

    def _counted(self, clause: Clause) -> bool:
        words = clause.sentence.words[clause.body : clause.end]
        return any(number(w.text) is not None and not self.entities.in_date(w) for w in words)

    def _action_end(self, clause: Clause, clauses: Sequence[Clause]) -> int:
        """करना अनिवार्य है ends with the infinitive; सुनिश्चित करें कि … goes on to what is to be ensured."""
        group = clause.group
        if group is not None and needs(clause):
            ends = [g.end for g in clause.groups if g.mood == "inf" and g.end <= group.start]
            if ends:
                return ends[-1]
        later = [c for c in clauses if c.start >= clause.end]
        if later and _ensured(clause, later[0]):
            return later[0].end
        return clause.end

    def _carried(self, sentence: Sentence) -> Context | None:
        carry = self.carry
        if carry is None:
            return None
        if is_item(sentence) and self.listing:
            return carry
        near = (
            self.speaker.sentence >= sentence.index - _CARRY_SENTENCES or carry.sentence >= sentence.index - 1
        )
        if not near:
            return None
        if sentence.index - carry.sentence > 1 and carry.cls in ("order", "request", "demand"):
            return replace(carry, cls="say")
        return carry

    def _issuers(
        self, clause: Clause, context: Context | None, inherited: Context | None
    ) -> tuple[tuple[str, ...], str, int]:
        """Issuers of a clause without frame, the rule, and the word after an attribution (X के अनुसार)."""
        sentence = clause.sentence
        told = according_to(clause, self.entities)
        if told is not None:
            return told.ids or (self.speaker.ids if _order_text(clause) else ()), told.rule, told.end
        if context is not None:
            return context.issuers, "issuer:frame", 0
        happens = clause.group is not None and clause.group.stem == fold("हो")
        if happens and fold("अगली") in clause.word_keys():
            return (), "issuer:next-event", 0
        if self._own_plan(clause, inherited):
            return (), "issuer:own-plan", 0
        if inherited is not None and inherited.paragraph == sentence.paragraph:
            return inherited.issuers, "issuer:goes-on", 0
        planned = clause.group is not None and clause.group.mood == "fut" and not self.listing
        if inherited is not None and planned:
            return (), "issuer:new-paragraph", 0
        if inherited is not None:
            return inherited.issuers, "issuer:goes-on-next-paragraph", 0
        near = sentence.index - self.speaker.sentence <= _NEAR_SENTENCES
        if self.speaker.ids and near and self.speaker.paragraph == sentence.paragraph:
            return self.speaker.ids, "issuer:same-paragraph", 0
        return (), "issuer:none", 0

    def _own_plan(self, clause: Clause, inherited: Context | None) -> bool:
        """A passive plan after an order is told by the report, not by the one who ordered."""
        group = clause.group
        if group is None or group.mood != "fut" or not group.passive or self.listing or inherited is None:
            return False
        return inherited.rule.startswith(("frame:order", "frame:request", "frame:demand"))

    def _inherited_addressees(
        self,
        clause: Clause,
        context: Context | None,
        inherited: Context | None,
        modality: str,
        previous: Clause | None,
    ) -> tuple[Addressee, ...]:
        words = clause.sentence.words
        first = clause_start(clause)
        referred = previous is not None and previous.kind in ("relative", "condition")
        oblique = not referred and any(w.key in closed("oblique_pronouns") for w in words[first : first + 2])
        if oblique:
            return self._these(clause)
        if (
            self.drafts
            and self.drafts[-1].clause.sentence is clause.sentence
            and not _parted(self.drafts[-1], clause)
        ):
            group = self.drafts[-1].clause.group
            if group is not None and clause.group is not None and group.passive == clause.group.passive:
                return self.drafts[-1].addressees
        if self.drafts and modality == "obligation" and self._same_duty(clause):
            return self.drafts[-1].addressees
        if inherited is None or (clause.group is not None and clause.group.mood == "fut"):
            return ()
        if context is not None or modality in ("order", "request"):
            return inherited.addressees
        if inherited.cls == "order" and modality in ("obligation", "prohibition"):
            return inherited.addressees
        return ()

    def _same_duty(self, clause: Clause) -> bool:
        """इसके साथ ही … करना होगा: one more duty of those of the sentence before."""
        last = self.drafts[-1]
        near = clause.sentence.index - last.clause.sentence.index == 1
        more = {fold("साथ"), fold("भी")} & set(clause.word_keys())
        return near and bool(more) and "mood:must" in last.rules

    def _these(self, clause: Clause) -> tuple[Addressee, ...]:
        """इन्हें … करना होगा: whom the directive before addressed, or who was given a post just before."""
        begin = clause.sentence.start
        posts = [a for a in self.assigned if begin - _NEAR < a.evidence.end <= begin]
        spans = {r.id: r.span for r in reversed(self.entities.refs) if r.kind == "person"}
        given = tuple(Addressee(spans[a.assignee], person=a.assignee) for a in posts if a.assignee in spans)
        if given:
            return given
        return self.drafts[-1].addressees if self.drafts else ()


def _subjunctive(clause: Clause, context: Context | None, actor: bool) -> bool:
    """Whether a form that is perfective or subjunctive is the latter; a transitive perfective needs ने."""
    group = clause.group
    if group is None or not group.hort_possible:
        return False
    keys = set(clause.word_keys())
    host = clause.sentence.words[group.host].key if group.host is not None else ""
    standing = group.stem in (fold("रह"), fold("हो"))
    if (
        (standing and host in closed("attending"))
        or fold("ने") in keys
        or not keys.isdisjoint(closed("subject_pronouns"))
    ):
        return False
    if group.negative and not keys.isdisjoint({fold("न"), fold("ना")}):
        return True
    ordered = context is not None and context.cls in ("order", "request", "text")
    if group.stem in closed("intransitive"):
        return ordered or (
            context is not None and not keys.isdisjoint({fold("हर"), fold("प्रत्येक"), fold("कोई")})
        )
    return ordered or actor or (context is not None and clause.content)


def _to_nobody(draft: Draft) -> bool:
    """An imperative that nobody says to nobody, a duty that nobody lays down: advice to the reader."""
    if draft.issuers:
        return False
    if any(r.startswith(("frame:order", "frame:request", "frame:demand")) for r in draft.rules):
        return False
    if any(r in ("mood:must", "mood:must-not", *_ADVICE) for r in draft.rules):
        return not any(_holds_office(draft, a) for a in draft.addressees)
    return not draft.addressees and any(r.startswith("mood:hort") for r in draft.rules)


def _holds_office(draft: Draft, addressee: Addressee) -> bool:
    """Whether an addressee is named by a post or a trade, not just a part of the public."""
    inside = [w for w in draft.clause.sentence.words if addressee.span.start <= w.start < addressee.span.end]
    return addressee.person is not None or (bool(inside) and actor_class(inside[-1]) == "office")


def _if_we_win(clause: Clause) -> bool:
    """अगर हमारी सरकार बनी तो …"""
    won = {fold("सरकार"), fold("सत्ता"), fold("जीत"), fold("जीते"), fold("जीता"), fold("मौका")}
    return clause.kind == "condition" and not won.isdisjoint(clause.word_keys())


def _is_office(title: str) -> bool:
    return any(_office_word(word) for word in title.split())


def _office_word(word: str) -> bool:
    offices = {fold(w) for w in table("clauses/actors.toml")["classes"]["office"]}
    endings = tuple(fold(e) for e in table("clauses/actors.toml")["endings"]["office"])
    key = fold(word)
    return key in offices or key.endswith(endings)


def _parted(draft: Draft, clause: Clause) -> bool:
    """Whether another plan with its own event, not one more act of the same doer, follows in the sentence."""
    before, group = draft.clause.group, clause.group
    if before is None or group is None or group.mood != "fut":
        return False
    return before.mood != "fut" or group.stem in (fold("हो"), fold("रह"))


def _own_ne(clause: Clause) -> bool:
    """Whether a clause after कि has a speaker of its own."""
    first = clause_start(clause)
    markers = {fold("ने")} | closed("subject_pronouns")
    return any(w.key in markers for w in clause.sentence.words[first : clause.end])


def _speech_noun(words: Sequence[Word], j: int) -> bool:
    step = j + 1 if words[j].key in closed("quantifiers") else j
    return words[step].key in closed("speech_nouns")


def _goal(previous: Clause | None, clause: Clause) -> bool:
    """पार्टी का लक्ष्य है कि …, हमारा प्रयास है कि …: a goal, told to nobody."""
    if previous is None or previous.group is None or not (clause.content or previous.end == clause.start):
        return False
    if previous.group.stem in closed("opinion_verbs"):
        return True
    aims = not closed("goal_nouns").isdisjoint(previous.word_keys())
    return aims and previous.group.mood in ("pres", "past")


def _ensured(previous: Clause | None, clause: Clause) -> bool:
    """यह सुनिश्चित करें कि …: the clause says what is to be ensured, so both make one directive."""
    if previous is None or previous.group is None or not clause.content or previous.end > clause.start:
        return False
    host = previous.group.host
    if previous.group.mood not in ("hort", "oblig", "should", "fut") or host is None:
        return False
    opens = clause.sentence.words[clause.start].key == fold("कि")
    return opens and previous.sentence.words[host].key in (
        fold("सुनिश्चित"),
        fold("ध्यान"),
        fold("प्रयास"),
        fold("ख्याल"),
    )


def _order_text(clause: Clause) -> bool:
    """आदेश के अनुसार …, जारी आदेश में कहा गया है कि …"""
    joined = " ".join(clause.word_keys()[:9])
    return any(fold(p) in joined for p in table("frames/attribution.toml")["order_text"]["phrases"])


def _empty(clause: Clause, first: int, last: int) -> bool:
    """आवश्यक दिशा-निर्देश: nothing that could be done stands before the noun."""
    words = [w for w in clause.sentence.words[first:last] if not w.punct and w.key not in closed("particles")]
    return len(words) < 1


def _forbids(clause: Clause, content: Content) -> bool:
    words = clause.sentence.words
    keys = [w.key for w in words[max(content.start, content.end - 4) : content.end]]
    if any(k in (fold("न"), fold("ना"), fold("नहीं")) for k in keys):
        return True
    return any(k in {fold(w) for w in ("रोक", "प्रतिबंध", "पाबंदी")} for k in keys) and any(
        k in {fold(w) for w in ("लगाने", "लगाए", "लगाये")} for k in keys
    )


def extract_directives(doc: Doc) -> tuple[Directive, ...]:
    """Directives of an analysed report."""
    return Extractor(doc).run()
