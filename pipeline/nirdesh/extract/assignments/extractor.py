"""Assignments of a report: who is given, loses or changes a post or duty."""

from __future__ import annotations

from dataclasses import replace

from nirdesh.extract.assignments.adjust import (
    Adjusted,
    adjust,
    with_role,
)
from nirdesh.extract.assignments.align import match
from nirdesh.extract.assignments.all_lists import listed_assignments
from nirdesh.extract.assignments.announced import announced_title, elects, opens_posts
from nirdesh.extract.assignments.branches import branch_place
from nirdesh.extract.assignments.chosen import chosen
from nirdesh.extract.assignments.committees import will_chair
from nirdesh.extract.assignments.continued import (
    goes_on,
    listed_among,
    names_of_list,
    points_among,
    posts_after,
    with_own_posts,
)
from nirdesh.extract.assignments.dealing import to_several
from nirdesh.extract.assignments.expelled import (
    expelled_from,
)
from nirdesh.extract.assignments.gaps import respectively
from nirdesh.extract.assignments.gates import late, lost_membership, no_news, shuffled
from nirdesh.extract.assignments.givers import told_before
from nirdesh.extract.assignments.going import Going
from nirdesh.extract.assignments.greeted import greeted
from nirdesh.extract.assignments.inverted import post_after, with_post_after
from nirdesh.extract.assignments.line_roles import heading_role, verbless
from nirdesh.extract.assignments.lists_of_words import has_noun, has_phrase, has_word
from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.assignments.matters import each_a_matter
from nirdesh.extract.assignments.meant import pronoun_matches, removed_by_pronoun
from nirdesh.extract.assignments.merge import unique
from nirdesh.extract.assignments.moved import PLAIN, deprived, sent_to_office, unsaid_moves
from nirdesh.extract.assignments.open_places import headings
from nirdesh.extract.assignments.pairs import paired
from nirdesh.extract.assignments.places import label_places
from nirdesh.extract.assignments.portfolios import inherited
from nirdesh.extract.assignments.replaced import replaced
from nirdesh.extract.assignments.resigning import resigned
from nirdesh.extract.assignments.roles import find_role
from nirdesh.extract.assignments.seats import ends_filled, in_new_team, of_new_body, past_relative, seated
from nirdesh.extract.assignments.seen_to import dealt_out, matter_after, put_on_duty, shared_duty
from nirdesh.extract.assignments.titled import (
    became,
    deputed_for,
    included,
    on_post,
    participle,
    posted_at,
    run_on,
    under_title,
)
from nirdesh.extract.assignments.told_titles import for_posts
from nirdesh.extract.assignments.triggers import TriggerHit, acts_on, copula_future, find_triggers, released
from nirdesh.extract.assignments.won import won
from nirdesh.extract.clauses.entities import full_names
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Sentence, sentences, text_of
from nirdesh.extract.directives.roles import clause_start
from nirdesh.mentions import Assignment, Span


class AssignmentExtractor(Going):
    """Reads one document; make a new one for each."""

    def run(self) -> tuple[Assignment, ...]:
        """Assignments in order of their evidence."""
        self.read = read = list(sentences(self.doc))
        self.entities.full = full_names(read)
        self.shuffle = shuffled(read)
        self.transfers = self.transfers or self.shuffle
        self.branch = branch_place(read, self.entities)
        self.headings = headings(read, self.entities)
        moved = self._titles(read)
        for number, sentence in enumerate(read):
            over = heading_role(read[number - 1], self.entities) if number and self.transfers else None
            self.moved = over or moved
            self.section = over or (self.section if number and verbless(read[number - 1]) else None)
            known, begins = self.givers.announcer, len(self.found)
            self._sentence(sentence)
            fills = elects(sentence) or opens_posts(sentence) or len(self.found) - begins > 1
            self.filled = fills or (self.filled and run_on(sentence))
            title = announced_title(sentence, self.entities)
            self.title = title or self.title
            self.shared = shared_duty(sentence) or self.shared
            if title is not None and not self.givers.announcer and sentence.block == "body":
                self.givers.announcer = self.givers.sentence  # X ने पर्यवेक्षक तैनात करने का फैसला लिया
            self.givers.remember(sentence.start)
            if self.givers.announcer and not known and told_before(sentence.words):
                self._told_later(sentence, begins)
            self.before = sentence
        rows = len(self.found)
        self.found += listed_assignments(
            *(read, self.entities, self.givers.announcer, self.found, text_of(self.doc)),
            transfers=self.transfers,
            shuffle=self.shuffle,
            moved=moved.span if moved is not None else None,
            branch=self.branch,
            headings=self.headings,
        )
        self.found[rows:] = map(self.givers.of_row, self.found[rows:])
        self._runs()
        self.found += replaced(read, self.entities, self.found)
        dead = late(read, self.entities)
        self.found = [a for a in self.found if a.assignee not in dead]
        heads = tuple(Span(s.start, s.end) for s in read if s.block in ("headline", "subheadline"))
        return unique(self.found, heads, text_of(self.doc))

    def _sentence(self, sentence: Sentence) -> None:
        self.givers.sentence = self.givers.dealing = ()
        opens = self.before is None or self.before.paragraph != sentence.paragraph
        if sentence.words[0].key in listed("meanwhile"):
            self.title, self.state.lost_by = None, ()
            self.givers.announcer = () if opens else self.givers.announcer
        places = label_places(sentence, self.entities)
        if places:
            self.label = (sentence.paragraph, places)
        self.under = self.headings.get(sentence.start, self.under)
        for clause in segment(sentence):
            agents, begins = self.givers.agents(clause), len(self.found)
            told = clause.kind in ("main", "relative")
            self._contrasted(clause, agents)
            if told and not no_news(clause, self.published, self.entities):
                self._clause(clause, agents)
            if told and not no_news(clause, self.published, self.entities, polls=True):
                self._give(clause, won(clause, clause_start(clause), self.entities), (), "assign:won")
            self.givers.hear(clause, agents, gave=len(self.found) > begins)
        for each in paired(sentence, self.read, self.entities):
            self._add(segment(sentence)[0], Adjusted(each, "appointed"), (), "assign:pairs")

    def _clause(self, clause: Clause, agents: tuple[str, ...]) -> None:
        first = past_relative(clause)
        if self.spent[0] == clause.sentence.index:
            first = max(first, self.spent[1])
        hits = find_triggers(clause)
        if self._inquires(clause, first, agents) or self._stations(clause, first, agents):
            return
        self._lends(clause)
        self._stands_empty(clause)
        self._retires(clause)
        self._resigns(clause, agents)
        for hit in hits:
            adverbial = hit.group.forms[0].form == "impf" and hit.group.end > hit.group.start + 1
            on_the_way = adverbial or hit.group.mood == "kar"
            if (
                hit is not hits[-1]
                and (hits[-1].trigger.settles or released(clause, hit, hits[-1]))
                and on_the_way
                and self._only_first(clause, hit)
            ):
                self._vacated(clause, hit, first)
                continue  # A को स्थानांतरित करते हुए, A को P से हटाकर R बनाया: the verb at the end gives the post
            if hit.group.mood == "part" and listed("go_on") & frozenset(hit.group.stems[1:]):
                continue  # सागर का काम देख रहे A को
            if (
                hit.group.mood == "part"
                and not adverbial
                and post_after(clause, hit.group, self.entities) is None
            ):
                self._give(clause, participle(clause, hit, first, self.entities), (), "assign:participle")
                continue
            self._hit(clause, hit, first, agents)
            if not (hit.group.mood == "inf" and self._only_first(clause, hit)):
                first = hit.group.end  # A को सचिव बनाने के साथ ही | प्रभारी नियुक्त किया: A again
        future = copula_future(clause)
        dealt = each_a_matter(clause, first, clause.group, self.entities) if clause.group and not hits else []
        self._give(clause, dealt, agents, "assign:each-a-matter")
        if future is not None and not dealt and all(hit.group.mood == "kar" for hit in hits):
            self._will_be(clause, first, future, agents)
        self._give(clause, will_chair(clause, self.entities), agents, "assign:will-chair")
        self._give(clause, () if hits else became(clause, first, self.entities), agents, "assign:became")
        for each in (
            ()
            if any(hit.group.mood != "part" for hit in hits)
            else (
                *in_new_team(clause, first, self.entities),
                *ends_filled(clause, first, self.entities),
                *of_new_body(clause, first, self.entities),
            )
        ):
            self._add(clause, Adjusted(each, "appointed"), agents, "assign:told-to-have")
        for each in () if hits else dealt_out(clause, first, self.shared, self.entities):
            self._add(clause, Adjusted(each, "appointed"), agents, "assign:dealt-out")
        if not hits:
            self._gapped(clause, first, agents)
            self._sees_to(clause, first, agents)
        if not hits and future is None:
            self._give(clause, names_of_list(clause, first, self.entities), (), "assign:list-of-names")
        if not hits and (opens_posts(clause.sentence) or has_word("as_follows", clause.sentence.words)):
            self._give(clause, posts_after(clause, self.entities, first), agents, "assign:posts-after-verb")
        if not hits and clause.group is None and self.transfers:
            for adjusted in unsaid_moves(clause, first, self.entities, self.section):
                self._add(clause, adjusted, agents, "assign:unsaid-move")
        told = goes_on(clause.sentence) or (clause.start > 0 and opens_posts(clause.sentence))
        if not hits and clause.group is None and told:
            for each in self._unread(clause, match(clause, first, clause.end, self.entities)):
                whole = with_role(each, each.role or self._role_before(clause), each.regions)
                self._add(clause, Adjusted(whole, "appointed"), agents, "assign:goes-on")
        if not hits and not told and self.filled:
            self.runs.append((clause, first))
        filled = self.filled or opens_posts(clause.sentence)
        title = self.state.opened or (self._title(clause) if points_among(clause) else None)
        if title is not None or filled:
            for each in listed_among(clause, title, self.entities):
                self._add(clause, Adjusted(each, "appointed"), agents, "assign:among-them")
        self._removed_named(clause, agents)
        self._no_longer(clause, first, agents)
        self._give(clause, greeted(clause, self.entities), (), "assign:greeted")

    # triggers -----------------------------------------------------------------------------------------------

    def _hit(self, clause: Clause, hit: TriggerHit, first: int, agents: tuple[str, ...]) -> None:
        rule = f"assign:{hit.trigger.id}"
        kind = hit.trigger.role
        run = clause.sentence.words
        if kind == "members":
            self._give(clause, included(clause, hit, first, self.entities), agents, rule)
            return
        if kind == "seated":
            self._give(clause, seated(clause, hit.group, self.entities), agents, rule)
            return
        if kind in ("duty", "handed", "portfolio"):
            dealt = each_a_matter(clause, first, hit.group, self.entities)
            for dealt_one in (Adjusted(each, hit.trigger.change) for each in dealt):
                if not self._listed_with_title(clause, dealt_one):
                    self._add(clause, dealt_one, agents, rule)
            if dealt:
                return
        if kind == "succeed":
            self._succeeds(clause, hit, first, agents)
            return
        if kind in PLAIN:
            people = PLAIN[kind](clause, first, hit.group.start, self.entities)
            if kind == "sanction" and not people:
                people, agents = self._sanctioned(clause, first, hit, agents)
            if kind == "portfolio" and not people and (left := self._lost_duty(clause)) is not None:
                people = inherited(clause, first, hit.group.start, left, self.entities)
            if kind == "accepted":
                agents = tuple(a for a in agents if a not in self.entities.made)
                people = people or self._leaving(clause)
            if kind == "kept" and people:
                self.givers.announcer = agents  # who keeps one duty deals out the others
            if kind == "charge":
                people = people or self._takes_over(clause, agents)
            for each in people:
                self._add(clause, Adjusted(each, hit.trigger.change, each.own), agents, rule)
            return
        if kind == "chosen":
            for each in chosen(clause, first, hit.end, self.entities):
                self._in_context(clause, each, agents, rule)
            return
        if kind == "left":
            leaving = resigned(clause, hit.end, agents, self.entities)
            for each in leaving:
                self._add(clause, Adjusted(each, "removed"), (), rule)
            if not leaving and hit.loose is not None:
                self._hit(clause, hit.loose, first, agents)
            return
        if kind == "posting" and (
            has_phrase("as_role", run[first : hit.end])
            or ((agents or not self.givers.announcer) and on_post(clause, first, hit.end, self.entities))
        ):
            matches = match(clause, first, hit.end, self.entities, genitives=True)
        elif kind in ("place", "posting", "shift"):
            matches = self._moves(clause, hit, first)
        elif kind == "listed":
            matches = match(clause, first, hit.end, self.entities, genitives=True)
        elif kind == "named":
            agreed = match(clause, first, hit.end, self.entities, genitives=True)
            told = run[first : hit.end]
            matches = [m for m in agreed if m.role is not None and not m.role.duty]
            marked = has_noun("post_words", told) or has_phrase("as_role", told) or for_posts(told)
            marked = marked or len({m.role for m in matches}) > 1  # अध्यक्ष A, सचिव B के नाम तय किए गए
            matches = matches if marked else []
            if not marked and has_word("rooms", run[first : hit.group.start]):
                matches = seated(clause, hit.group, self.entities, "committees_joined")
        elif kind == "as":
            named = match(clause, first, hit.group.start, self.entities)
            same = self._same_post(clause)
            matches = [m for m in named if m.role is not None or same is not None]
        elif kind == "taken":
            matches = deprived(clause, first, hit.end, self.entities)
        else:
            ended = kind == "own" and run[hit.end - 1].is_noun(listed("membership"))
            own = has_noun("own_hosts", run[hit.end : hit.group.start])
            served = kind == "own" and has_noun("services", run[first : hit.end])
            own = own or served
            genitives = ended or own or acts_on(clause, first, hit.group)
            duty = kind in ("duty", "handed")
            matches = match(clause, first, hit.end, self.entities, genitives=genitives, duty=duty)
            if ended:
                lost = lost_membership(clause, first, hit.end)
                matches = [with_role(replace(m, own=None), lost, ()) for m in matches]
            elif kind in ("own", "expelled"):
                self._vacated(clause, hit, first)
                matches = with_own_posts(matches, clause.sentence, self.entities)
                lost = expelled_from(clause, first, hit, self.entities)
                if kind == "expelled" and lost is None:
                    return
                matches = matches or removed_by_pronoun(
                    clause, hit.end, self.before, self.read, self.entities
                )
                matches = matches or (self._sent_on(clause, hit) if hit.trigger.led else [])
                if self._same_post(clause) is None:  # A को इस पद से हटाया
                    matches = [m for m in matches if m.role is not None or m.own is not None]
                matches = self._losing(matches, lost or self._lost_before(clause, hit))
        if kind == "needed":
            matches = with_post_after(clause, hit.group, matches, self.entities)
            if self.transfers:
                matches = sent_to_office(clause, hit.group, matches, self.entities)
        if not matches and kind in ("needed", "posting", "duty"):
            matches = pronoun_matches(clause, clause.start, hit.end, self.before, self.entities)
            if kind == "duty":
                matches, before = self._given_more(clause, matches)
                agents = agents or before
            matches = [m for m in matches if m.role is not None and (kind == "duty" or not m.role.duty)]
        if not matches and hit.trigger.change == "removed":
            self._expelled(clause, hit, first, agents)
        if not matches and kind in ("needed", "duty", "posting"):
            listed_after = hit.group.mood == "perf" and self._listed_after(clause, first, hit.group, agents)
            role = find_role(clause.sentence, first, hit.end, self.entities, counted=True)
            self.state.opened = role if kind == "needed" else None
            many = kind != "duty" or to_several(clause.sentence.words[first : hit.end])
            if agents and hit.group.finite and not hit.group.passive and many and role is not None:
                self.givers.announcer = agents  # X ने पांच नोडल अधिकारी नियुक्त किए हैं, छह नेताओं को दायित्व दिए
            if hit.group.finite and hit.group.passive and (bid := self.givers.bid(clause)):
                self.givers.announcer = bid  # X के आदेश से मजिस्ट्रेट लगाए गए हैं
            if not listed_after:
                self._unnamed(clause, hit, first, agents, rule)
            return
        placed = kind == "needed" and any(each.regions for each in matches)
        for found in respectively(clause, matches, hit.end, self.entities):
            if self.state.vacant and self._fills(clause, kind, found):
                found = with_role(found, self.state.vacant.role, self.state.vacant.regions)
            gapped = goes_on(clause.sentence) or bool(hit.trigger.hosts and found.regions)
            if found.role is None and kind == "needed" and gapped:
                found = with_role(found, self._role_before(clause), found.regions)
            found = under_title(clause, kind, found, self._title(clause), self.posted, self.entities)
            if found.role is None and hit.trigger.itself and (placed or found.regions):
                found = with_role(found, hit.duty(clause), found.regions)
            if hit.trigger.itself and kind == "needed" and deputed_for(found):
                found = with_role(found, hit.duty(clause), found.regions)
            if (
                hit.trigger.itself
                and len(matches) == 1
                and (matter := matter_after(clause, hit, self.entities))
            ):
                found = with_role(found, matter, found.regions)
            if kind == "posting" and found.role is None:
                found = posted_at(clause, hit, found)
            if kind == "duty" and found.role is not None and self._pointed(found.role):
                found = with_role(found, self._title(clause) or self.state.role, found.regions)
            if kind == "needed" and (found.role is None or not (found.tail or found.role.duty)):
                put = put_on_duty(clause, hit.group, found.role, self.entities)
                found = with_role(found, put or found.role, found.regions)
            if kind == "place" and found.role is None and found.regions and self.newly is not None:
                found = with_role(found, self.newly, found.regions)
            if kind in ("place", "shift") and found.role is None and found.own is None:
                found = self._from_there(self._as_held(found))
                found = with_role(found, self.moved or self._rank_before(clause), found.regions)
            if found.role is None and (same := self._same_post(clause)) is not None:
                found = with_role(found, same, found.regions)
            if self.state.vacant and self._inherits(clause, kind, found):
                found = with_role(found, self.state.vacant.role, self.state.vacant.regions)
                sent = kind == "place"
                adjusted = (
                    Adjusted(found, "transferred", found.own)
                    if sent
                    else adjust(clause, hit, found, self.transfers, self.shuffle)
                )
            else:
                adjusted = adjust(clause, hit, found, self.transfers, self.shuffle)
            if adjusted is not None and not self._listed_with_title(clause, adjusted):
                self._add(clause, adjusted, agents, rule)
