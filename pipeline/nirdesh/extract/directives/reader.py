"""Who speaks and who is to act where a clause leaves it open: state over the sentences of a report."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from nirdesh.extract.assignments import extract_assignments
from nirdesh.extract.assignments.triggers import act_rules
from nirdesh.extract.clauses.entities import Entities, entities, full_names
from nirdesh.extract.clauses.lexis import closed, fold
from nirdesh.extract.clauses.phrases import marked
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Sentence, is_item, item_body, sentences, text_of
from nirdesh.extract.directives.attribution import according_to, on_orders, opening_source, signed_after
from nirdesh.extract.directives.continued import NEXT, same_doers, same_duty, tells_next_event
from nirdesh.extract.directives.frames import Hit
from nirdesh.extract.directives.handled import founded
from nirdesh.extract.directives.ids import ids_of
from nirdesh.extract.directives.lexis import affixes, is_purposive, word_class
from nirdesh.extract.directives.matrix import OTHERS, REPORT, own_plan, turns, will
from nirdesh.extract.directives.model import Context, Draft
from nirdesh.extract.directives.pleas import tells_of_pleading
from nirdesh.extract.directives.roles import (
    action_start,
    as_addressees,
    clause_start,
    doers,
    needs,
    phrase_class,
    trim_span,
)
from nirdesh.extract.directives.signs import (
    in_quotes,
    is_office,
    order_text,
    parted,
    points_at,
)
from nirdesh.extract.directives.speaker import on_behalf, voice
from nirdesh.extract.directives.subjects import pronoun_inside, subject
from nirdesh.extract.directives.told import NEAR, doer_meant, named_last, relative_head, such_as
from nirdesh.extract.directives.voices import Speaker, Voice
from nirdesh.mentions import Addressee, Span

_NEAR_SENTENCES = 3
_ROW_REACH = 6  # sentences back to the one whose plan the rows of a schedule tell


class Reader:
    """What was read so far: drafts, speaker, the frame that goes on, posts given; and what it implies."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.entities: Entities = entities(doc)
        self.entities.full = full_names(sentences(doc))
        self.speaker = Speaker()
        self.drafts: list[Draft] = []
        self.carry: Context | None = None
        self.listing = False
        self.pleaded = tells_of_pleading(sentences(doc))
        self.said: Clause | None = None  # the last clause that only an opponent or an expert said
        self.unheard = -1  # paragraph in which somebody without a say spoke last
        self.givers: set[tuple[str, ...]] = set()
        self.document: tuple[tuple[str, ...], int] = ((), -1)  # whose order or notice a paragraph reports
        self.source: tuple[tuple[str, ...], int] = ((), -1)  # according to whom a sentence tells it
        self.turned = -1  # paragraph in which the report turns to something else (उधर …)
        self.posts = extract_assignments(doc)
        self.assigned = [a for a in self.posts if a.change != "removed" and a.role != a.from_role]
        for given in self.assigned:  # नए अध्यक्ष ने कहा
            role = fold(self._role(given.role))
            self.entities.titles.setdefault(role, given.assignee)
            told = text_of(doc)[given.evidence.start : given.evidence.end]
            if any(word in told.split() for word in closed("extra_charges")):
                self.entities.acting[role] = given.assignee  # प्रभारी सिविल सर्जन ने

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
        if self.source[1] == sentence.index and inherited is None:
            return self.source[0], "issuer:according-to", 0  # X के अनुसार रोज पढ़ें, रटें नहीं
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
        near = sentence.index - self.speaker.sentence <= _NEAR_SENTENCES
        if self.speaker.ids and near and self.speaker.paragraph == sentence.paragraph:
            if acted and self.speaker.told_of > self.speaker.sentence and will(clause):
                return (), OTHERS, 0  # विभाग ने इसे गलत बताया है। वह अपील करेगा: the report tells it
            return self.speaker.ids, "issuer:same-paragraph", 0
        return (), "issuer:none", 0

    def _written(self, sentence: Sentence) -> tuple[str, ...]:
        """Whose order a clause tells that names nobody (चिट्ठी के अनुसार …)."""
        self.carry = None if self.speaker.written(sentence.index, sentence.paragraph) else self.carry
        return self.speaker.ids or self.speaker.people

    def _posted(self, sentence: Sentence) -> tuple[str, ...]:
        """… की सूची जारी की। आदेश में कहा गया है कि …: who gave the posts that stand before."""
        given = {a.by for a in self.posts if a.by and a.evidence.end <= sentence.start}
        return given.pop() if len(given) == 1 else ()

    def _still_speaking(self, clause: Clause, *, asked: bool = False) -> tuple[str, ...]:
        """Who spoke before an order without agent, and goes on to bid (… निर्देश दिए गए हैं। पशु खुले न छोड़ें).

        Args:
            asked: Whether the clause asks by its noun (लोगों से अनुरोध है कि …).
        """
        bids = asked or (clause.group is not None and clause.group.mood in ("hort", "oblig", "should"))
        near = clause.sentence.index - self.speaker.sentence <= _NEAR_SENTENCES
        same = self.speaker.paragraph == clause.sentence.paragraph
        return self.speaker.ids if bids and near and same else ()

    def _declared(self, clause: Clause) -> None:
        """विभाग ने अवकाश घोषित किया है। जिसमें सभी विद्यालय बंद रहेंगे: who declares something speaks on."""
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

    # who is to act

    def _authority(self, ids: tuple[str, ...]) -> bool:
        """Whether somebody holds a post or is a body: others only advise."""
        posts = {p.id for p in self.doc._.people if any(is_office(x.title) for x in p.posts if not x.former)}
        posts |= {a.assignee for a in self.assigned if is_office(self._role(a.role))}
        people = {p.id for p in self.doc._.people}
        return any(i in posts or i not in people for i in ids)

    def _role(self, role: Span) -> str:
        return text_of(self.doc)[role.start : role.end]

    def _initial(self, clause: Clause, begin: int, found: tuple[Addressee, ...]) -> bool:
        """Whether only dates, purposes and lead-ins stand before the doer, so that the action follows it."""
        if not found:
            return True
        words = clause.sentence.words
        start = next((j for j in range(begin, clause.end) if words[j].start >= found[0].span.start), begin)
        lead = action_start(clause, begin, start + 3, self.entities)
        purposes = [j for j in range(lead, start) if is_purposive(words[j])]
        orders = word_class("order_nouns") | word_class("call_nouns")
        purposes += [
            j
            for j in range(lead + 1, start)
            if words[j].key in word_class("superessive") and words[j - 1].key in orders
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
        source = opening_source(clause, self.entities)
        first = source.end if source is not None else clause_start(clause)
        such = such_as(clause, previous) if self._resumes(clause, clause.body) else ()
        if such:
            return such, clause.body + 1
        if clause.group is not None and self._resumes(clause, first):
            return self._they(clause, context, previous), first + 1
        if clause.content and pronoun_inside(clause, first):
            return self._they(clause, context, previous), 0
        if words[first].key in word_class("relative_subjects") and clause.kind == "main":
            return self._who(clause, previous), first + 1
        return doers(clause, first, self.entities)

    def _resumes(self, clause: Clause, first: int) -> bool:
        """वे; ये or दोनों where no noun follows that they belong to (दोनों 5 मई को …, but दोनों गांव)."""
        words = clause.sentence.words
        if words[first].key in word_class("plural_pointers") and first + 1 < len(words):
            after = words[first + 1]
            own = after.key.startswith(affixes("reflexive_stems"))
            told = own or after.key in closed("particles") | closed("quantifiers")
            return told or self.entities.in_date(after)
        return words[first].key in word_class("resumptive_subjects")

    def _they(
        self, clause: Clause, context: Context | None, previous: Clause | None
    ) -> tuple[Addressee, ...]:
        """वे: whom the frame addresses, else who was given a post in the same sentence."""
        if previous is not None and previous.kind == "relative":
            whose = relative_head(previous)
            if whose:
                return whose
        if context is not None and context.addressees:
            return context.addressees
        given = self._assigned_in(clause.sentence) or self._assigned_before(clause)
        planned = clause.group is not None and clause.group.mood == "fut"
        return given or (doer_meant(clause, self.entities) if planned else ())

    def _assigned_before(self, clause: Clause) -> tuple[Addressee, ...]:
        """ये, दोनों: those who were given a post in the sentence before, one after the other."""
        sentence = clause.sentence
        before = next((s for s in sentences(self.doc) if s.index == sentence.index - 1), None)
        many = sentence.words[clause_start(clause)].key in word_class("plural_pointers")
        return self._assigned_in(before) if many and before is not None else ()

    def _assigns(self, clause: Clause) -> bool:
        """A जिला संयोजक होंगे: the clause gives a post, which is no directive."""
        if clause.group is None or clause.group.mood != "fut":
            return False
        span = clause.sentence.span(clause.body, clause.end)
        return any(span.contains(a.role) for a in self.assigned if act_rules().isdisjoint(a.rules))

    def _assigned_in(self, sentence: Sentence) -> tuple[Addressee, ...]:
        ids = [a.assignee for a in self.assigned if sentence.start <= a.evidence.start < sentence.end]
        spans = {r.id: r.span for r in reversed(self.entities.refs) if r.kind == "person"}
        return tuple(Addressee(spans[i], person=i) for i in ids if i in spans)

    def _who(self, clause: Clause, previous: Clause | None) -> tuple[Addressee, ...]:
        """जो after a main clause: its को-phrase, or the person named last before."""
        if previous is not None:
            dative = word_class("dative")
            for phrase in marked(previous, clause_start(previous), previous.end, self.entities, dative):
                if phrase_class(phrase, self.entities):
                    return as_addressees(phrase, self.entities)
            team = founded(previous, self.entities)
            if team is not None:
                return as_addressees(team, self.entities, named=False)
        return named_last(clause, self.entities)

    def _public(self, clause: Clause) -> bool:
        """Whether the doer is the public (बच्चे, मरीज, लोग)."""
        found = subject(clause, clause.body, self.entities)
        return found is not None and phrase_class(found, self.entities) == "public"

    def _inherited_addressees(
        self,
        clause: Clause,
        context: Context | None,
        inherited: Context | None,
        modality: str,
        previous: Clause | None,
    ) -> tuple[Addressee, ...]:
        referred = previous is not None and previous.kind in ("relative", "condition")
        group = clause.group
        oblique = not referred and points_at(clause)
        if oblique:
            undergo = group is not None and group.passive and group.mood == "hort"
            return () if undergo else self._these(clause)  # इन्हें अवकाश न दिया जाए
        due = group is not None and group.mood in ("oblig", "should")
        if due and previous is not None and previous.kind == "relative" and points_at(clause):
            whose = relative_head(previous)
            if whose:
                return whose
        if (
            self.drafts
            and self.drafts[-1].clause.sentence is clause.sentence
            and not parted(self.drafts[-1], clause)
        ):
            before = self.drafts[-1].clause.group
            same = before is not None and group is not None and before.passive == group.passive
            own = context.addressees if context is not None else ()
            if own and "content:infinitive" in self.drafts[-1].rules:
                return own  # सदस्यों को आने को कहा वहीं दुकानदारों से आग्रह किया कि …
            if same and (self.drafts[-1].addressees or context is None):
                return self.drafts[-1].addressees
        if self.drafts and modality == "obligation" and same_duty(self.drafts[-1], clause):
            return self.drafts[-1].addressees
        if self.drafts and same_doers(self.drafts[-1], clause):
            return self.drafts[-1].addressees
        if inherited is None:
            return ()
        listed = self.listing and is_item(clause.sentence) and inherited.rule == "frame:tell"
        if listed and group is not None and group.mood == "hort":
            return inherited.addressees  # राज्यों से कहा गया है कि: 1. … चिह्नित किया जाए
        if clause.group is not None and clause.group.mood == "fut":
            read_out = context is not None and context.cls == "text" and not clause.group.passive
            told = context is not None and (context.cls == "order" or (read_out and modality == "order"))
            bidden = context is not None and clause.content and not context.issuers  # X से कहा गया है कि …
            told = told or (bidden and clause.group.forms[-1].plural and not clause.group.passive)
            return inherited.addressees if told else ()
        if context is not None or modality in ("order", "request"):
            return inherited.addressees
        if inherited.cls == "order" and modality in ("obligation", "prohibition") and not needs(clause):
            return inherited.addressees
        return ()

    def _these(self, clause: Clause) -> tuple[Addressee, ...]:
        """इन्हें … करना होगा: whom the directive before addressed, or who was given a post just before."""
        begin = clause.sentence.start
        posts = [a for a in self.assigned if begin - NEAR < a.evidence.end <= begin]
        spans = {r.id: r.span for r in reversed(self.entities.refs) if r.kind == "person"}
        given = tuple(Addressee(spans[a.assignee], person=a.assignee) for a in posts if a.assignee in spans)
        if given:
            return given
        return self.drafts[-1].addressees if self.drafts else ()
