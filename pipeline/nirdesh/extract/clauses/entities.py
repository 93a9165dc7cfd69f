"""Look-up of what the other extractors found: which person, office or body a noun phrase is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from spacy.tokens import Doc

from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.lexis import closed, fold, table
from nirdesh.extract.clauses.words import Sentence, Word, text_of
from nirdesh.lexicon.posts import groups_of, split_key
from nirdesh.mentions import DateMention, EntityMention, Office, Person, Region, RegionKind, Span

RefKind = Literal["person", "office", "organisation"]
_RANK = {"person": 0, "office": 1, "organisation": 2}


@dataclass(frozen=True, slots=True)
class Ref:
    """A mention of an entity: its id, what it is, where it stands, how it refers."""

    id: str
    kind: RefKind
    span: Span
    mention: str


@dataclass(slots=True)
class Entities:
    """Mentions of a document's entities, by place; offices made here for phrases that nobody else knew."""

    refs: list[Ref]
    dates: tuple[DateMention, ...]
    regions: list[tuple[Span, str]]
    titles: dict[str, str]
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    bodies: tuple[str, ...] = ()
    made: dict[str, Office] = field(default_factory=dict)
    bench: tuple[str, ...] = ()
    full: dict[str, str] = field(default_factory=dict)
    posts: dict[str, tuple[Span, ...]] = field(default_factory=dict)  # of each person, in order
    held: dict[str, tuple[Span, ...]] = field(default_factory=dict)  # the same without former ones
    home: str | None = None  # first town or district of the report, its dateline mostly
    acting: dict[str, str] = field(default_factory=dict)  # who was given the charge of a post
    places: dict[str, Region] = field(default_factory=dict)  # made here for names that nobody else knew
    shared: frozenset[str] = frozenset()  # titles that several people hold
    led: dict[str, str] = field(default_factory=dict)  # words of respect before a name, and whose (महंत)
    ruled: set[str] = field(default_factory=set)  # who acted so far (… ने), bodies among them

    def inside(self, span: Span) -> list[Ref]:
        """Mentions that lie in ``span``, in order; the longer one where two overlap."""
        found: list[Ref] = []
        for ref in self.refs:
            if not span.contains(ref.span):
                continue
            if found and found[-1].span.overlaps(ref.span):
                if _better(ref, found[-1]):
                    found[-1] = ref
                continue
            found.append(ref)
        return found

    def dates_in(self, span: Span) -> list[int]:
        """Indices of the dates that lie in ``span``."""
        return [i for i, date in enumerate(self.dates) if span.contains(date.span)]

    def dates_touching(self, span: Span) -> list[int]:
        """Indices of the dates that lie in ``span`` or reach over its end (13 से शुरू होगा और 27 मई तक चलेगा)."""
        return [
            i
            for i, date in enumerate(self.dates)
            if date.span.start < span.end and span.start < date.span.end
        ]

    def regions_in(self, span: Span) -> list[str]:
        """Ids of the regions that are mentioned in ``span``, in order, once each."""
        return list(dict.fromkeys(region for place, region in self.regions if span.contains(place)))

    def in_date(self, word: Word) -> bool:
        """Whether a word is part of a time expression."""
        return any(d.span.start <= word.start < d.span.end for d in self.dates)

    def in_post(self, word: Word) -> bool:
        """Whether a word is part of the title of a named person (पूर्व in पूर्व विधायक)."""
        return any(p.start <= word.start < p.end for posts in self.posts.values() for p in posts)

    def person_called(self, word: str, before: int | None = None) -> str | None:
        """The only person with ``word`` as a part of the name (चट्ठा ने …), or with it as the end of a post.

        Args:
            before: Offset before which the holder of a lesser post must be named (कलेक्टर ने अपर कलेक्टर …).
        """
        named = [i for i, keys in self.names.items() if fold(word) in keys]
        if len(named) == 1:
            return named[0]
        held = {
            i
            for title, i in self.titles.items()
            if title.split()[-1:] == [fold(word)] and self._may_be_called(title, i, before)
        }
        ends = _compounds().get(fold(word), frozenset()) if len(held) != 1 and not named else frozenset()
        whole = {i for title, i in self.titles.items() if title.split()[-1] in ends}
        if len(whole) == 1:
            return whole.pop()  # निगमायुक्त रमा देशवाल …, अपर आयुक्त …, उपायुक्त …; आयुक्त ने
        if not held and not named:
            return self.holder(word)
        return held.pop() if len(held) == 1 and not named else None

    def _may_be_called(self, title: str, person: str, before: int | None) -> bool:
        """Whether the last word of a title may stand for its holder, of a lesser post once he is named."""
        if before is None or closed("lesser_posts").isdisjoint(title.split()[:-1]):
            return True
        first = min((r.span.start for r in self.refs if r.id == person), default=before)
        short = title.split()[-1]
        others = (r for r in self.refs if r.kind == "office" and fold(r.id) == short)
        return first < before and all(first < r.span.start for r in others)

    def holder(self, title: str) -> str | None:
        """The only person who holds a post that ``title`` names by other words (समाहर्ता, जिलाधिकारी)."""
        alike = next((posts for posts in _same_posts() if _undotted(title) in posts), frozenset())
        held = {i for known, i in self.titles.items() if _undotted(known) in alike}
        return held.pop() if len(held) == 1 else None

    def acting_as(self, title: str) -> str | None:
        """The only one who was given the charge of a post that ``title`` names, in other words too."""
        groups = groups_of(split_key(title))
        same = (i for known, i in self.acting.items() if not groups.isdisjoint(groups_of(split_key(known))))
        held = {*same, *(i for known, i in self.acting.items() if known == fold(title))}
        return held.pop() if len(held) == 1 else None

    def body_called(self, text: str, span: Span | None = None) -> str:
        """The body whose name ends in ``text`` (निदेशालय for शिक्षा निदेशालय), else ``text``.

        Of several it is the one named last before ``span``; कोर्ट and अदालत mean any court. Where no other
        extractor found the body, an office is made for the mention at ``span``.
        """
        ends = closed("named_courts") if fold(text) in closed("courts") else {fold(text)}
        longer = [b for b in (*self.bodies, *self.made) if b != text and fold(b.split()[-1]) in ends]
        if fold(text) in closed("courts"):
            longer = [b for b in longer if b in self.ruled] or longer
        full = self.full.get(text)
        if span and full is not None and not any(b in self.bodies or b.endswith(full) for b in longer):
            return self.office(full, span)
        if len(longer) == 1:
            return longer[0]
        if text in self.ruled and self.ruled.isdisjoint(longer):
            return text  # प्रशासन ने …, पुलिस प्रशासन से …; प्रशासन की अपील है
        named = self._named_last(longer, span.start) if span is not None else None
        if named is not None:
            return named if " " in named else self.body_called(named)
        return text

    def court_before(self, before: int) -> str | None:
        """The court that was named last before an offset: a bench of it speaks for it."""
        words = closed("named_courts")
        courts = [b for b in self.bodies if not words.isdisjoint(fold(b).split())]
        named = self._named_last([b for b in courts if b in self.ruled] or courts, before)
        longer = [b for b in courts if named is not None and b != named and b.endswith(f" {named}")]
        return longer[0] if len(longer) == 1 else named

    def _named_last(self, bodies: Collection[str], before: int) -> str | None:
        """Which of ``bodies`` was mentioned last before an offset; the longer name where two end there."""
        spans = [(r.span, r.id) for r in self.refs if r.id in bodies]
        spans += [(m.span, o.id) for o in self.made.values() if o.id in bodies for m in o.mentions]
        earlier = [(span.end, -span.start, body) for span, body in spans if span.end <= before]
        return max(earlier)[2] if earlier else None

    def office(self, title: str, span: Span) -> str:
        """Id of the office ``title``; one is made where no other extractor found it."""
        if title not in self.made and not any(r.id == title for r in self.refs):
            self.made[title] = Office(title, title, ())
        if title in self.made:
            known = self.made[title].mentions
            if all(mention.span != span for mention in known):
                self.made[title] = Office(title, title, (*known, EntityMention(span, "post")))
        return title

    def place(self, name: str, span: Span, kind: RegionKind = "other") -> str:
        """Id of the place that a name stands for; one is made, of a kind."""
        known = self.places.get(name)
        used = [int(region[1:]) for _, region in self.regions if region[1:].isdigit()]
        identity = known.id if known else f"r{max(used, default=0) + 1}"
        mentions = (*(known.mentions if known else ()), EntityMention(span))
        self.places[name] = Region(identity, name, known.kind if known else kind, mentions)
        self.regions = sorted([*self.regions, (span, identity)])
        return identity


def full_names(read: Iterable[Sentence]) -> dict[str, str]:
    """Heads of bodies with the first long name that ends in each (संघ: संविदा कर्मचारी संघ); one name only."""
    found: dict[str, set[str]] = {}
    for sentence in read:
        for i, word in enumerate(sentence.words):
            if word.key not in closed("shortened_bodies"):
                continue
            first = i
            while first and i - first < _LONGEST and _in_name(sentence.words[first - 1]):
                first -= 1
            if i - first >= _SHORTEST:
                found.setdefault(word.text, set()).add(sentence.text(first, i + 1))
    return {head: names.pop() for head, names in found.items() if len(names) == 1}


_SHORTEST, _LONGEST = 2, 5


def _in_name(word: Word) -> bool:
    barred = ("case_markers", "np_stops", "particles", "list_conjunctions", "demonstratives", "quantifiers")
    if word.punct or word.verbs or word.key[:1].isdigit() or actor_class(word) == "body":
        return False
    return not any(word.key in closed(name) for name in barred)


def _better(new: Ref, old: Ref) -> bool:
    called = new.kind == "person" and new.mention == "name" and old.kind == "organisation"
    if called and old.span.contains(new.span) and old.span.end > new.span.end:
        return False  # माता रमा देवी सेवा न्यास
    if _RANK[new.kind] != _RANK[old.kind]:
        return _RANK[new.kind] < _RANK[old.kind]
    return (new.span.end - new.span.start) > (old.span.end - old.span.start)


def _rows(kind: RefKind, items: Iterable[tuple[str, tuple[EntityMention, ...]]]) -> list[Ref]:
    return [Ref(key, kind, m.span, m.kind) for key, mentions in items for m in mentions]


def entities(doc: Doc) -> Entities:
    """Mentions of the people, offices, bodies, places and dates of ``doc``."""
    refs = _rows("person", ((p.id, p.mentions) for p in doc._.people))
    refs += _rows("office", ((o.id, o.mentions) for o in doc._.offices))
    refs += _rows("organisation", ((o.id, o.mentions) for o in doc._.organisations))
    refs.sort(key=lambda r: (r.span.start, -r.span.end))
    regions = sorted((m.span, r.id) for r in doc._.regions for m in r.mentions)
    titles: dict[str, str] = {}
    for person in doc._.people:
        for post in person.posts:
            if not post.former:
                titles.setdefault(fold(post.title), person.id)
    holders = Counter(t for p in doc._.people for t in {fold(x.title) for x in p.posts if not x.former})
    shared = frozenset(title for title, count in holders.items() if count > 1)
    names = {p.id: tuple(fold(w) for w in p.name.split() if len(w) > 1) for p in doc._.people}
    bodies = tuple(o.id for o in doc._.organisations)
    posts = {p.id: tuple(sorted(post.span for post in p.posts)) for p in doc._.people}
    held = {p.id: tuple(sorted(post.span for post in p.posts if not post.former)) for p in doc._.people}
    homes = {r.id for r in doc._.regions if r.kind in ("city", "district")}
    wide = any(_wider(r) for r in doc._.regions)
    home = next((i for _, i in regions if i in homes and not wide), None)
    return Entities(
        refs,
        tuple(doc._.dates),
        regions,
        titles,
        names,
        bodies,
        posts=posts,
        held=held,
        home=home,
        shared=shared,
        led=_led_names(doc._.people, text_of(doc)),
    )


def _led_names(people: Iterable[Person], text: str) -> dict[str, str]:
    """Words that open a mention of one person only, or stand right before it (महंत रामशरण दास)."""
    whose: dict[str, set[str]] = {}
    for person in people:
        own = person.name.split()
        for mention in person.mentions:
            words = text[mention.span.start : mention.span.end].split()
            if mention.kind == "name" and len(words) > len(own) and words[0] not in own:
                whose.setdefault(fold(words[0]), set()).add(person.id)
            before = text[max(0, mention.span.start - _WORD) : mention.span.start]
            if _lesser_before(person, mention.span.start):
                continue  # अपर कलेक्टर | रमा देशवाल is not who कलेक्टर means
            if mention.kind == "name" and before.endswith(" ") and before.strip():
                whose.setdefault(fold(before.split()[-1]), set()).add(person.id)
    return {word: ids.pop() for word, ids in whose.items() if len(ids) == 1}


def _lesser_before(person: Person, start: int) -> bool:
    """Whether a lesser post of ``person`` stands right before the offset ``start``."""
    ends = (post.title for post in person.posts if 0 <= start - post.span.end <= 1)
    return any(not closed("lesser_posts").isdisjoint(map(fold, title.split()[:-1])) for title in ends)


_WORD = 24  # code points in which the word before a name stands


def _wider(region: Region) -> bool:
    """Whether a region shows that a report is about many districts: many of a kind, a region of a party."""
    count = region.count or 0
    return region.kind == "party_region" or count >= _MANY.get(region.kind, _MANY_OF_ANY)


_MANY: dict[str, int] = {"district": 2, "assembly_constituency": 20}
_MANY_OF_ANY = 1000


@cache
def _compounds() -> dict[str, frozenset[str]]:
    """Titles by their last part, by which a report calls them later (निगमायुक्त: आयुक्त)."""
    rows = table("clauses/closed.toml")["short_titles"].items()
    return {fold(part): frozenset(map(fold, titles)) for part, titles in rows}


def _undotted(title: str) -> str:
    """A folded title without points (वी.सी.: वीसी)."""
    return fold(title).replace(".", "")


@cache
def _same_posts() -> tuple[frozenset[str], ...]:
    """Folded titles of one and the same post, without the points of abbreviations."""
    return tuple(
        frozenset(map(_undotted, titles)) for titles in table("clauses/actors.toml")["same_posts"]["titles"]
    )


def is_person_pronoun(word: Word) -> bool:
    """Whether the word is उन्होंने and the like, which carries ने in itself."""
    return word.key in closed("subject_pronouns")


def is_feast(date: DateMention) -> bool:
    """Whether a date is the day of a feast, named by it."""
    return date.rule == "holiday"


def span_of(sentence: Sentence, first: int, last: int) -> Span:
    """Offsets of words ``first`` to ``last`` (excluded)."""
    return sentence.span(first, last)
