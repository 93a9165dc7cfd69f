"""Who is to act where a clause leaves it open."""

from __future__ import annotations

from spacy.tokens import Doc

from nirdesh.extract.assignments import extract_assignments
from nirdesh.extract.assignments.triggers import STATIONED, act_rules
from nirdesh.extract.clauses.entities import Entities, entities, full_names
from nirdesh.extract.clauses.lexis import closed, fold
from nirdesh.extract.clauses.phrases import marked
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence, is_item, sentences, text_of
from nirdesh.extract.directives.attribution import opening_source
from nirdesh.extract.directives.continued import same_doers, same_duty
from nirdesh.extract.directives.handled import founded
from nirdesh.extract.directives.implied import due_paper, formed_before, holds_for
from nirdesh.extract.directives.lexis import affixes, is_purposive, word_class
from nirdesh.extract.directives.model import Context, Draft
from nirdesh.extract.directives.pleas import tells_of_pleading
from nirdesh.extract.directives.roles import (
    action_start,
    as_addressees,
    clause_start,
    doers,
    needs,
    phrase_class,
)
from nirdesh.extract.directives.signs import (
    is_office,
    parted,
    points_at,
)
from nirdesh.extract.directives.subjects import pronoun_inside, subject
from nirdesh.extract.directives.told import NEAR, doer_meant, named_last, relative_head, such_as
from nirdesh.extract.directives.voices import Speaker
from nirdesh.mentions import Addressee, Directive, Span

_NEAR_SENTENCES = 3
_ROW_REACH = 6  # sentences back to the one whose plan the rows of a schedule tell


class Whom:
    """What was read so far: drafts, speaker, the frame that goes on, posts given; and who is to act by it."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.entities: Entities = entities(doc)
        self.entities.full = full_names(sentences(doc))
        self.speaker = Speaker()
        self.drafts: list[Draft] = []
        self.merged: list[tuple[Directive, Draft]] = []  # what the rules made of them, once each
        self.carry: Context | None = None
        self.listing = False
        self.pleaded = tells_of_pleading(sentences(doc))
        self.said: Clause | None = None  # the last clause that only an opponent or an expert said
        self.unheard = -1  # paragraph in which somebody without a say spoke last
        self.givers: set[tuple[str, ...]] = set()
        self.heard: tuple[tuple[str, ...], Sentence | None] = ((), None)  # source of the last statement
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
            found, after = self._they(clause, context, previous), first + 1
            if words[after].key not in word_class("those_people"):
                return found, after
            own = (Addressee(clause.sentence.span(first, after + 1)),)  # जो आए हैं, वे लोग जांच कराएं
            return found or own, after + 1
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
        if planned and clause.content and context is not None and len(context.issuers) > 1:
            return self._all_of(clause, context.issuers)  # क, ख और ग ने कहा कि वह नहीं जाएंगे
        return given or (doer_meant(clause, self.entities) if planned else ())

    def _all_of(self, clause: Clause, ids: tuple[str, ...]) -> tuple[Addressee, ...]:
        """Those of ``ids`` who are people, as they were named last before a clause."""
        begin = clause.sentence.words[clause.start].start
        spans = {r.id: r.span for r in self.entities.refs if r.kind == "person" and r.span.end <= begin}
        return tuple(Addressee(spans[i], person=i) for i in ids if i in spans)

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
        if holds_for(clause):
            return True
        span = clause.sentence.span(clause.body, clause.end)
        if any(span.contains(a.role) for a in self.assigned if act_rules().isdisjoint(a.rules)):
            return True
        sent = {a.assignee for a in self.posts if a.evidence.contains(span) and a.rules[0] in STATIONED}
        return any(span.contains(ref.span) for ref in self.entities.refs if sent and ref.id in sent)

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
        return formed_before(clause, previous, self.entities) or named_last(clause, self.entities)

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
            undergo = group is not None and group.passive
            thing = clause.sentence.words[clause_start(clause)].key in word_class("pointed_things")
            if thing and context is not None and context.addressees and group is not None:
                return () if group.passive else context.addressees  # जेई से कहा, इसे आज ही ढंकवाइए
            return () if undergo else self._these(clause)  # इन्हें अवकाश न दिया जाए, उन्हें घर भेजा जाएगा
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
        if due_paper(clause, group):
            charged = self._assigned_in(clause.sentence)
            if len(charged) == 1 and charged[0].span.start < clause.sentence.words[clause.start].start:
                return charged  # सीओ को जांच सौंपी है, रिपोर्ट सात दिन में देनी होगी
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
        new = context is None and inherited.paragraph != clause.sentence.paragraph
        if new and inherited.cls == "order" and not is_item(clause.sentence) and not self.listing:
            return ()  # an order ends with its paragraph
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
