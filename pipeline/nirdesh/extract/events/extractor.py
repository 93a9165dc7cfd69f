"""Events of a report, built sentence by sentence: a noun phrase names one, later clauses give it people."""

from __future__ import annotations

from spacy.tokens import Doc

from nirdesh.extract.clauses.entities import Entities, entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import phrase_start
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Sentence, Word, sentences
from nirdesh.extract.directives.roles import clause_start, trim_span
from nirdesh.extract.events.draft import Draft, held_kinds, held_verbs, kind_of
from nirdesh.extract.events.draft import words as listed
from nirdesh.extract.events.parts import take_part
from nirdesh.mentions import Event, EventKind, Span


class EventExtractor:
    """Reads one document; make a new one for each."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.entities: Entities = entities(doc)
        self.drafts: list[Draft] = []

    def run(self) -> tuple[Event, ...]:
        """Events in order of their first mention."""
        for sentence in sentences(self.doc):
            for clause in segment(sentence):
                self._name(sentence, clause)
                self._take_part(clause)
        return tuple(self._event(d) for d in self.drafts)

    def _event(self, draft: Draft) -> Event:
        parts = {part: tuple(ids) for part, ids in draft.people.items()}
        regions = draft.regions
        if not regions and not draft.planned and self.entities.home is not None:
            regions = (self.entities.home,)
        return Event(draft.kind, draft.name, draft.evidence, draft.when, regions, **parts)

    # naming -------------------------------------------------------------------------------------------------

    def _name(self, sentence: Sentence, clause: Clause) -> None:
        first = clause_start(clause)
        for j in range(first, clause.end):
            found = kind_of(sentence.words[j])
            if found is None or self._inside_compound(sentence, j, clause.end):
                continue
            if found[0] in listed("ambiguous") and not self._takes_place(clause, j):
                continue
            start = self._name_start(clause, j, first)
            bare = (
                start == j
                or sentence.words[start].key in closed("deictics")
                or _pointing(sentence.words[start])
            )
            self._mention(sentence, clause, found, start, j, bare)

    def _takes_place(self, clause: Clause, j: int) -> bool:
        """Whether सभा and the like name what happens here, not a body (सभा के अध्यक्ष, किसान सभा ने)."""
        words = clause.sentence.words
        span = clause.sentence.span(j, j + 1)
        if any(r.kind == "organisation" and r.span.contains(span) for r in self.entities.refs):
            return False
        group = clause.group
        if group is not None and group.host == j:
            return group.stem in listed("act_verbs")
        return j + 1 < clause.end and words[j + 1].key in listed("after_event")

    def _inside_compound(self, sentence: Sentence, j: int, end: int) -> bool:
        """सम्मेलन स्थल, बैठक कक्ष, अभियान प्रभारी: the noun only modifies another."""
        if j + 1 >= end:
            return False
        after = sentence.words[j + 1]
        if after.punct or after.verbs or after.key in closed("case_markers") | closed("particles"):
            return False
        if after.key in closed("list_conjunctions") or after.key in closed("quantifiers"):
            return False
        if self.entities.in_date(after) or self._placed(after) or after.key in listed("where"):
            return False  # बैठक मंगलवार को, समारोह रीवा में
        if self._opens_person(after) or self._opens_venue(sentence, j + 1, end):
            return False  # बैठक जिलाध्यक्ष क ख की अध्यक्षता में, सम्मेलन क ख भवन में
        return kind_of(after) is not None or after.key not in held_verbs()

    def _opens_person(self, word: Word) -> bool:
        """Whether a named person, or the title before the name, begins at a word."""
        named = any(r.kind == "person" and r.span.start == word.start for r in self.entities.refs)
        held = (post for posts in self.entities.posts.values() for post in posts)
        return named or any(post.start == word.start for post in held)

    @staticmethod
    def _opens_venue(sentence: Sentence, first: int, end: int) -> bool:
        """Whether a proper name begins at ``first`` and soon ends in में or पर."""
        words = sentence.words[first : min(first + 4, end)]
        markers = [word.key for word in words if word.key in closed("case_markers")]
        return words[0].pos == "PROPN" and bool(markers) and markers[0] in listed("locative")

    @staticmethod
    def _staged(clause: Clause, group: VerbGroup, j: int) -> bool:
        """सम्मान समारोह आयोजित किया गया, मिलन समारोह का आयोजन हुआ."""
        words = clause.sentence.words
        return group.host is not None and group.host > j and words[group.host].key in listed("staged")

    def _placed(self, word: Word) -> bool:
        return any(place.start <= word.start < place.end for place, _ in self.entities.regions)

    def _name_start(self, clause: Clause, j: int, first: int) -> int:
        start = phrase_start(clause, j + 1, first, self.entities)
        words = clause.sentence.words
        held = [k for k in range(start, j) if words[k].key in listed("organised")]
        start = min(max([start, *(k + 1 for k in held)]), j)  # धरना is read as a verb too
        while start < j and (words[start].key in closed("drop_names") or words[start].punct):
            start += 1
        return start

    def _with_place(self, clause: Clause, start: int, j: int) -> int:
        """Start of the phrase with में or पर before a bare event noun (मंडलों में प्रवास)."""
        words = clause.sentence.words
        first = clause_start(clause)
        if start > first + 1 and words[start - 1].key in listed("locative"):
            return phrase_start(clause, start - 1, first, self.entities)
        return start

    def _mention(
        self, sentence: Sentence, clause: Clause, found: tuple[str, EventKind], start: int, j: int, bare: bool
    ) -> None:
        noun, kind = found
        known = [d for d in self.drafts if d.head == noun]
        if not known and bare and noun in listed("general"):
            known = [d for d in self.drafts if d.kind == kind and not d.planned]
        group = clause.group
        planned = group is not None and (
            group.mood in ("fut", "hort", "oblig")
            or _still_to_come(clause, group)
            or _decided(clause, group, j)
        )
        scope = sentence.span(clause_start(clause), clause.end)
        dates = tuple(i for i in self.entities.dates_in(scope) if self._dated(clause, j, i))
        headline = sentence.block in ("headline", "subheadline")
        held = kind in held_kinds()
        other = planned and bool(dates) and known and known[-1].planned and set(dates) != set(known[-1].when)
        follows = planned and any(w.key in listed("next") for w in sentence.words[start:j])
        plural = any(sentence.words[j].key.endswith(e) for e in listed("oblique_plural"))
        acted = noun in listed("acts") and group is not None and group.host == j and not planned
        held = held or (group is not None and not planned and not bare and self._staged(clause, group, j))
        if follows:
            bare = False
        elif other and known[-1].when:
            start, bare = (self._with_place(clause, start, j) if start >= j - 1 else start), False
        elif known and (bare or not planned or not dates):
            self._join(known[-1], dates, planned, sentence, start, j, bare)
            return
        held = (held and not plural) or (acted and not bare)
        if headline or (bare and not held) or not (held or (planned and (dates or not bare))):
            return
        self.drafts.append(
            Draft(
                kind,
                noun,
                trim_span(sentence, start, j + 1),
                Span(sentence.start, sentence.end),
                dates,
                tuple(self.entities.regions_in(scope)),
                planned,
            )
        )

    def _dated(self, clause: Clause, j: int, date: int) -> bool:
        """Whether a date of the clause is the event's: of several events the next one's, else the last's."""
        mention = self.entities.dates[date]
        words = clause.sentence.words
        named = [k for k in range(clause_start(clause), clause.end) if kind_of(words[k]) is not None]
        later = [k for k in named if words[k].start > mention.span.start]
        return mention.role != "dateline" and j == (later or named[::-1] or [j])[0]

    def _join(
        self,
        draft: Draft,
        dates: tuple[int, ...],
        planned: bool,
        sentence: Sentence,
        start: int,
        j: int,
        bare: bool,
    ) -> None:
        """A later mention of a known event may name it more fully or date it."""
        if not draft.when and dates and planned == draft.planned:
            draft.when = dates
        span = trim_span(sentence, start, j + 1)
        if not bare and draft.name.end - draft.name.start <= len(draft.head) + 1 < span.end - span.start:
            draft.name = span

    def _take_part(self, clause: Clause) -> None:
        draft = self._current(clause)
        if draft is not None:
            take_part(clause, draft, self.entities)

    # people -------------------------------------------------------------------------------------------------

    def _current(self, clause: Clause) -> Draft | None:
        first = clause_start(clause)
        for word in clause.sentence.words[first : clause.end]:
            found = kind_of(word)
            if found is not None:
                same = [d for d in self.drafts if d.head == found[0]]
                ahead = clause.group is not None and clause.group.mood in ("fut", "hort", "oblig")
                held = [d for d in same if d.planned == ahead] or same
                if held:
                    return held[-1]
        meetings = [d for d in self.drafts if d.kind in held_kinds() and not d.planned]
        return (
            meetings[0]
            if meetings
            else (self.drafts[0] if self.drafts and not self.drafts[0].planned else None)
        )


def _still_to_come(clause: Clause, group: VerbGroup) -> bool:
    """होना सुनिश्चित हुआ है, and a transitive form without ने that is read as a wish (योजना बनाये)."""
    host = clause.sentence.words[group.host].key if group.host is not None else ""
    return host in closed("settled") or (group.hort_possible and group.stem not in closed("intransitive"))


def _decided(clause: Clause, group: VerbGroup, j: int) -> bool:
    """सम्मेलन 8 मई को करने का निर्णय लिया गया: an infinitive between the event and what was decided about it."""
    words = clause.sentence.words
    if group.host is None or words[group.host].key not in listed("decided"):
        return False
    between = words[j + 1 : group.host]
    opens = between[0].key not in listed("locative") if between else False
    return opens and any(reading.form == "inf_o" for word in between for reading in word.verbs)


def _pointing(word: Word) -> bool:
    return word.key in closed("pointing")


def extract_events(doc: Doc) -> tuple[Event, ...]:
    """Events of an analysed report."""
    return EventExtractor(doc).run()
