"""Who gives the posts: the agent of the clause, or the one whose list, order or announcement it is."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nirdesh.extract.assignments.dealing import deals_out, while_dealing
from nirdesh.extract.assignments.gates import shuffles
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word, words
from nirdesh.extract.assignments.papers import by_decree, by_paper, on_paper, passes_on, puts_out
from nirdesh.extract.assignments.roles import is_role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase, marked, phrase_start
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.ids import ids_of
from nirdesh.extract.directives.roles import clause_start
from nirdesh.extract.directives.speaker import on_behalf
from nirdesh.mentions import Assignment, Span

_ISSUED = 8  # words after की ओर से within which जारी stands
_BODY = 8  # words of the longest department
_MATTER = 4  # words from इस to the order of इस संबंध में आदेश
_OPENING = 7  # words in which a clause names the order it reports


@dataclass(slots=True)
class Givers:
    """State over a report: who announced posts, who gave an order, which person acted last."""

    entities: Entities
    announcer: tuple[str, ...] = ()
    orderer: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    dealing: tuple[str, ...] = ()  # who deals out duties while he speaks in the sentence
    history: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)

    def remember(self, start: int) -> None:
        """Keep who announces posts from the sentence at ``start`` on."""
        if self.announcer and (not self.history or self.history[-1][1] != self.announcer):
            self.history.append((start, self.announcer))

    def of_row(self, row: Assignment) -> Assignment:
        """A row of a list with who announced posts last before it, else first after it."""
        if not self.history or row.by != self.announcer:
            return row
        before = [ids for place, ids in self.history if place <= row.evidence.start]
        return replace(row, by=before[-1] if before else self.history[0][1])

    def agents(self, clause: Clause) -> tuple[str, ...]:
        """Agents of a clause: its ने- or द्वारा-phrase, उन्होंने, उनके अनुसार."""
        first = clause_start(clause)
        (ergative,) = words("ergative")
        bidder = self._bidder(clause, first)
        told = tuple(marked(clause, first, clause.end, self.entities, words("ergative") | words("agentive")))
        acts = max((phrase.marker for phrase in told if phrase.case in words("ergative")), default=-1)
        for phrase in map(_past_object, told):
            if phrase.case in words("agentive") and phrase.marker < acts:
                continue  # विभाग द्वारा दिए गए निर्देशों की पालना में | A ने
            if (
                self._of_infinitive(clause, phrase)
                or _of_noun(clause, phrase)
                or (self.announcer and puts_out(phrase))
            ):
                continue
            actors = ids_of(replace(phrase, case=ergative), self.entities)
            ids = tuple(self._whole(i, phrase.span) for i in actors)
            if bidder and phrase.text in words("bare_bodies"):
                return bidder  # दल ने A के निर्देश पर
            ids = self._joint_body(clause, first, phrase.marker) or ids
            if ids:
                if all(r.kind == "person" for r in self.entities.refs if r.id in ids):
                    self.person = ids
                return ids
        keys = clause.word_keys()
        if not closed("subject_pronouns").isdisjoint(keys):
            return self.person or self._meant(clause)
        if len(keys) > 1 and keys[0] in words("his_own") and keys[1] in words("according"):
            return self.person
        return bidder or (() if self.announcer and on_paper(clause, first) else self._issuer(clause, first))

    def _meant(self, clause: Clause) -> tuple[str, ...]:
        """A अध्यक्ष चुने गए. | उन्होंने: whom the pronoun of a clause means, who did not act before."""
        inside = self.entities.inside(clause.sentence.span(clause.start, clause.end))
        pronouns = [w.start for w in clause.sentence.words if w.key in closed("subject_pronouns")]
        meant = [r.id for r in inside if r.mention == "pronoun" and r.span.start in pronouns]
        return tuple(dict.fromkeys(meant))[:1]

    @staticmethod
    def _of_infinitive(clause: Clause, phrase: Phrase) -> bool:
        """B द्वारा नाम वापस लेने पर A अध्यक्ष चुने गए: who acts before the verb that gives the post."""
        after = [g for g in clause.groups if g.start > phrase.marker]
        run = clause.sentence.words
        return (
            phrase.case in words("agentive")
            and len(after) > 1
            and after[0].mood == "inf"
            and after[0].end < len(run)
            and run[after[0].end].key in words("occasion")
        )

    def bid(self, clause: Clause) -> tuple[str, ...]:
        """On whose order the passive of a clause is done."""
        return self._bidder(clause, clause_start(clause))

    def _bidder(self, clause: Clause, first: int) -> tuple[str, ...]:
        """X के निर्देश पर, X के पत्र के अनुसार, where nobody else is said to act: the person or body X."""
        run = clause.sentence.words
        (ergative,) = words("ergative")
        for j in range(first + 2, clause.end - 1):
            bidden = run[j].key in words("bidding") and run[j + 1].key in words("bidding_marks")
            bidden = bidden or run[j].key in words("bidden") or by_decree(run[j : j + 3])
            mark = j - 2 if run[j - 1].key in words("jointly") else j - 1  # के संयुक्त आदेश से
            if not bidden or run[mark].key not in words("oblique_genitive"):
                continue
            start = phrase_start(clause, mark, first, self.entities)
            phrase = Phrase(clause.sentence, start, mark, mark, ergative)
            if start < mark:
                return ids_of(phrase, self.entities)
        return ()

    def _issuer(self, clause: Clause, first: int) -> tuple[str, ...]:
        """X की ओर से जारी आदेश में: X."""
        behalf = on_behalf(clause, first, clause.end, self.entities)
        after = clause.sentence.words[behalf.end : behalf.end + _ISSUED] if behalf is not None else ()
        told = has_word("issued", after) or has_noun("decrees", after)
        return behalf.ids if behalf is not None and told else ()

    def _behalf(self, clause: Clause) -> tuple[str, ...]:
        """X की ओर से A को सचिव बनाया गया: X."""
        group = clause.group
        if group is None or not group.passive or group.mood != "perf":
            return ()
        told = on_behalf(clause, clause_start(clause), group.start, self.entities)
        if told is None or has_word("issued", clause.sentence.words[told.end : told.end + 2]):
            return ()  # X की ओर से जारी सूची में
        return told.ids

    def _whole(self, ref: str, span: Span) -> str:
        return ref if " " in ref else self.entities.body_called(ref, span)

    def _joint_body(self, clause: Clause, first: int, marker: int) -> tuple[str, ...]:
        """परिवार एवं समाज कल्याण विभाग ने: a department whose name a conjunction joins opens the clause."""
        run = clause.sentence.words[first:marker]
        if not 2 < len(run) <= _BODY or run[-1].key not in words("departments"):
            return ()
        plain = not any(w.punct or w.verbs or w.key in closed("case_markers") for w in run)
        joined = sum(w.key in closed("list_conjunctions") for w in run) == 1
        span = clause.sentence.span(first, marker)
        named = any(r.kind == "person" for r in self.entities.inside(span)) or self.entities.regions_in(span)
        if not plain or not joined or named or sum(w.key in words("departments") for w in run) > 1:
            return ()
        return (self.entities.office(clause.sentence.text(first, marker), span),)

    def hear(self, clause: Clause, agents: tuple[str, ...], gave: bool) -> None:
        """Remember who announces posts or gives an order in this clause.

        Args:
            gave: Whether the clause gives posts.
        """
        run = clause.sentence.words[clause_start(clause) : clause.end]
        self.sentence = agents or self.sentence
        if agents and while_dealing(clause):
            self.announcer = self.dealing = agents
        if not agents:
            self.announcer = () if _decided(clause) else self.announcer
            return
        if clause.sentence.block in ("headline", "subheadline"):
            known = {r.id for r in self.entities.refs if r.kind == "person"}
            if announces(clause, run) and known.issuperset(agents):
                self.announcer = agents
            return
        if not gave and passes_on(clause, agents, self.announcer, self.entities):
            return
        ordered = gave and not self.announcer and has_word("issued", run) and has_noun("decrees", run)
        if announces(clause, run) or ordered or by_paper(run):
            self.announcer = agents
        if has_noun("decrees", run) or _bids(clause):
            self.orderer = agents

    def by(self, clause: Clause, agents: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
        """Givers of an assignment in a clause, and the rule that tells them."""
        if agents:
            return agents, "by:ne"
        if behalf := self._behalf(clause):
            return behalf, "by:behalf"
        if self.dealing:
            return self.dealing, "by:dealing"
        group = clause.group
        active = group is not None and group.mood == "perf" and not group.passive
        if self.sentence and active and group is not None and group.stem not in words("given_to"):
            return self.sentence, "by:same-sentence"
        if active and group is not None and group.stem not in words("given_to") and not self.announcer:
            return self.person, "by:last-agent"
        opening = clause.sentence.words[:_OPENING]
        decreed = any(
            w.is_noun(words("decrees")) and self._according(opening[j + 1 :]) for j, w in enumerate(opening)
        )
        if decreed and self.orderer:
            self.announcer = self.orderer
            return self.orderer, "by:order"
        inside = self.entities.inside(clause.sentence.span(clause.start, clause.end))
        here = {r.id for r in inside if r.kind != "person" and r.mention == "name"}
        within = not here.isdisjoint(self.announcer)  # समिति का सदस्य: the body that the post is in
        return () if within else self.announcer, "by:announcer"

    @staticmethod
    def _according(after: Sequence[Word]) -> bool:
        """के अनुसार, के मुताबिक, or में right after the order or list."""
        keys = [w.key for w in after[:2]]
        return any(k in words("according") for k in keys) or (bool(keys) and keys[0] in words("locative"))


def _bids(clause: Clause) -> bool:
    """X ने निर्देश दिए: who is meant by the order that the next sentence tells of (जारी आदेश में)."""
    group = clause.group
    if group is None or group.host is None or group.mood != "perf" or group.negative:
        return False
    return clause.sentence.words[group.host].is_noun(words("bidding"))


def _decided(clause: Clause) -> bool:
    """बैठक में तय हुआ कि …, निर्णय लिया गया: what follows was given by all, not by who announced posts before."""
    group = clause.group
    if group is None or group.host is None or group.mood != "perf" or group.negative:
        return False
    host = clause.sentence.words[group.host]
    return host.is_noun(words("decisions")) and (group.passive or group.stem in words("happen"))


def _past_object(phrase: Phrase) -> Phrase:
    """A का त्यागपत्र | प्रदेश समिति ने स्वीकार किया: who acts, without what is acted on."""
    run = phrase.sentence.words
    first = phrase.start
    while first < phrase.end - 1 and (
        run[first].is_noun(words("resignations") | words("terms"))
        or (first > phrase.start and run[first].key in words("asked"))
    ):
        first += 1
    return replace(phrase, start=first)


def acts_unnamed(clause: Clause) -> bool:
    """B को सचिव बनाया है: somebody acts whom the sentence does not name again."""
    group = clause.group
    if group is None or group.passive or group.mood != "perf" or group.stem in words("given_to"):
        return False
    return not has_word("ergative", clause.sentence.words)


def _of_noun(clause: Clause, phrase: Phrase) -> bool:
    """संविधान द्वारा प्रदत्त शक्तियों से, आयोग द्वारा तैनाती के कारण: who acts in what a noun tells."""
    run = clause.sentence.words
    after = phrase.marker + 1
    if phrase.case not in words("agentive") or after >= clause.end:
        return False
    if run[after].key in words("granted"):
        return True
    stop = next((j for j in range(after, clause.end) if run[j].verbs or run[j].punct), clause.end)
    return any(
        run[j - 1].is_noun(words("filling"))
        and run[j].key in words("oblique_genitive")
        and run[j + 1].key in words("reasons")
        for j in range(after + 1, stop - 1)
    )


def told_before(run: Sequence[Word]) -> bool:
    """Whether a sentence speaks of a list or an act that the posts before it come from, and of no other."""
    if _pointed(run):
        return True
    others = has_word("elsewhere", run[:_OPENING]) or has_word("as_follows", run)
    return has_noun("decrees", run) and not others


def _pointed(run: Sequence[Word]) -> bool:
    """यह मनोनयन … ने किया है, … ने इस संबंध में आदेश जारी किया: the agent gives what was told just before."""
    decreed = has_word("issued", run)
    for j, word in enumerate(run):
        if word.key not in words("this"):
            continue
        if any(w.is_noun(words("announce_acts")) for w in run[j + 1 : j + 2]):
            return True
        if decreed and has_noun("decrees", run[j + 1 : j + 1 + _MATTER]):
            return True
    return False


def _of_posts(run: Sequence[Word]) -> bool:
    """जिलाध्यक्षों की घोषणा, सचिवों के नामों का ऐलान: the announcement is one of posts."""
    return any(
        is_role(word) and word.key.endswith(tuple(words("plural_endings"))) and after.key in words("genitive")
        for word, after in itertools.pairwise(run)
    )


def announces(clause: Clause, run: Sequence[Word]) -> bool:
    """… ने कार्यकारिणी की घोषणा की, … ने छह अधिकारियों का तबादला किया: posts are handed out here."""
    agent = next((j for j, w in enumerate(run) if w.key in words("ergative") | words("agentive")), -1)
    acting = clause_start(clause) + agent  # the act that follows the agent is the agent's
    if shuffles(run[agent + 1 :]) or _pointed(run):
        return True
    if deals_out(clause, acting) or _done_by(clause, acting):
        return True
    if has_word("as_follows", run) and (has_noun("staffing", run) or has_noun("dealt", run)):
        return True  # X ने निम्न को जिम्मेदारी दी; X के आदेश से तैनाती इस प्रकार है
    if any(_puts_out(clause, g) for g in clause.groups if g.start > acting):
        return True
    if not has_noun("staffing", run[agent + 1 :]) and not _of_posts(run[agent + 1 :]):
        return False
    return any(
        g.host is not None
        and g.host > acting
        and not g.negative
        and g.mood in ("perf", "pres", "past", "kar", "part")
        and clause.sentence.words[g.host].is_noun(words("announce_acts"))
        for g in clause.groups
    )


def _puts_out(clause: Clause, group: VerbGroup) -> bool:
    """… ने चार आदेश निकाले, … ने ओहदेदारों के नाम बताए."""
    if group.host is None or group.negative or group.mood not in ("perf", "pres", "past", "kar", "part"):
        return False
    host = clause.sentence.words[group.host]
    if group.stem in words("naming_stems"):
        return host.is_noun(words("named")) and _of_posts(clause.sentence.words[clause.start : group.host])
    return group.stem in words("put_out") and host.is_noun(words("decrees"))


def _done_by(clause: Clause, agent: int) -> bool:
    """कमेटी की घोषणा … ने की: the act stands before the agent, the bare verb right after."""
    run = clause.sentence.words
    group = clause.group
    if group is None or group.host is not None or group.start <= agent or group.negative:
        return False
    if not all(word.key in words("as_follows") for word in run[agent + 1 : group.start]):
        return False
    before = run[clause_start(clause) : agent]
    return group.mood in ("perf", "pres") and has_noun("announce_acts", before)
