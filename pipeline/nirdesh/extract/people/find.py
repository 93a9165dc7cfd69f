"""From a text to its people, offices and organisations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from nirdesh.extract.lexis import closed
from nirdesh.extract.organisations import OrganisationHit, find_hits, organisations
from nirdesh.extract.people.columns import with_columns
from nirdesh.extract.people.holders import attach_posts
from nirdesh.extract.people.mentions import OfficeDraft, resolve_guests, resolve_titles, span_of
from nirdesh.extract.people.merge import Draft, merge
from nirdesh.extract.people.names import Names
from nirdesh.extract.people.nicknames import with_surnames
from nirdesh.extract.people.posts import PostSpan, find_posts
from nirdesh.extract.people.pronouns import Pronouns
from nirdesh.extract.people.reference import resolve_surnames
from nirdesh.extract.people.runs import Marks, NameHit
from nirdesh.extract.words import Word, scan
from nirdesh.lexicon.latin import latin
from nirdesh.lexicon.posts import post_grammar, titles
from nirdesh.mentions import Office, Organisation, Person, Post, Region, Span

_AREA_WITHIN = 6
_AREA_WORDS = 5
_OVER = frozenset({"admin", "police", "party"})
Resolver = Callable[[list[Word], list[Draft], list[OfficeDraft]], Pronouns]


@dataclass(frozen=True, slots=True)
class Entities:
    """What ``find_entities`` returns."""

    people: tuple[Person, ...]
    offices: tuple[Office, ...]
    organisations: tuple[Organisation, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with its titles, bodies and regions, before its people are found."""

    words: list[Word]
    areas: dict[int, tuple[int, str]]
    bodies: list[OrganisationHit]
    posts: list[PostSpan]
    marks: Marks

    @classmethod
    def of(cls, text: str, regions: Sequence[Region] = (), seen: Sequence[Span] = ()) -> Scene:
        """Titles and bodies of a text; a body gives way to a title, a role to a body."""
        words = scan(text)
        areas = _areas(words, regions)
        found = find_hits(words, [(first, last) for last, (first, _) in areas.items()])
        titles = [_past_area(words, post, areas) for post in find_posts(words)]
        bodies = [hit for hit in found if not any(_share(p, hit) and not _yields(p, hit) for p in titles)]
        posts = [p for p in titles if not any(_share(p, hit) and _yields(p, hit) for hit in bodies)]
        marks = _marks(words, posts, bodies, areas)
        marks.see(seen)
        return cls(words, areas, bodies, posts, marks)


@dataclass(frozen=True, slots=True)
class _Context:
    words: list[Word]
    bodies: list[OrganisationHit]
    body_ids: dict[str, str]
    areas: dict[int, tuple[int, str]]


def find_entities(
    text: str,
    regions: Sequence[Region] = (),
    seen: Sequence[Span] = (),
    complete: Callable[[Names], list[NameHit]] = Names.collect,
    pronouns: Resolver = Pronouns,
) -> Entities:
    """People, offices and organisations of a report.

    Args:
        text: Normalised text.
        regions: Its regions; their names are no people, and posts are linked to them.
        seen: Where a model saw a person.
        complete: Finds the names; by the rules alone if not told otherwise.
        pronouns: Resolves the pronouns.

    Example:
        >>> found = find_entities("जिला मंत्री रमेश कुमार वर्मा ने कहा। उन्होंने मुख्य सचिव को पत्र भेजा।")
        >>> [(p.name, p.posts[0].title, len(p.mentions)) for p in found.people], [o.id for o in found.offices]
        ([('रमेश कुमार वर्मा', 'जिला मंत्री', 2)], ['मुख्य सचिव'])
    """
    scene = Scene.of(text, regions, seen)
    words, posts, marks = scene.words, scene.posts, scene.marks
    hits = with_columns(text, marks, posts, complete(Names(marks, posts)))
    hits = _no_nicknames(words, with_surnames(text, marks, _named_after(hits, scene.bodies)))
    drafts = merge(words, text, hits)
    alone = attach_posts(words, posts, drafts)
    offices = resolve_titles(words, alone, drafts)
    resolve_guests(words, posts, drafts)
    resolve_surnames(marks, drafts)
    pronouns(words, drafts, offices).resolve()
    made, ids = organisations(words, scene.bodies)
    context = _Context(words, scene.bodies, ids, scene.areas)
    people = tuple(_person(context, draft, f"p{number}") for number, draft in enumerate(drafts, 1))
    return Entities(people, tuple(_office(context, office) for office in offices), made)


def _past_area(words: list[Word], post: PostSpan, areas: dict[int, tuple[int, str]]) -> PostSpan:
    """A title without the end of a place's name before it (संथाल परगना | चुनाव प्रभारी)."""
    if tuple(word.key for word in words[post.first : post.last]) in titles():
        return post  # सोनपुर थाना प्रभारी
    for last in range(post.first + 1, post.last):
        level = words[last - 1].key in post_grammar().body_levels
        if last in areas and areas[last][0] < post.first and not level:
            text = " ".join(word.text for word in words[last : post.last])
            return replace(post, first=last, title=text, group=text)
    return post


def _share(post: PostSpan, hit: OrganisationHit) -> bool:
    return post.first < hit.last and hit.first < post.last


def _yields(post: PostSpan, hit: OrganisationHit) -> bool:
    """Whether a title gives way to a body: a role, or a part of a listed name (पटवारी संघ)."""
    return post.role or (hit.listed and hit.first <= post.first and post.last <= hit.last)


def _named_after(hits: list[NameHit], bodies: list[OrganisationHit]) -> list[NameHit]:
    """The names without those that are parts of a listed body's (चौधरी चरण सिंह विश्वविद्यालय)."""
    listed = [body for body in bodies if body.listed]
    return [hit for hit in hits if not any(b.first <= hit.first and hit.last <= b.last for b in listed)]


def _no_nicknames(words: list[Word], hits: list[NameHit]) -> list[NameHit]:
    """The names without those in brackets right after another (क ख (छोटू पहलवान)): the same person."""
    ends = {hit.last for hit in hits}
    return [
        hit
        for hit in hits
        if hit.post is not None
        or hit.first not in ends
        or words[hit.first - 1].gap != "bracket"
        or words[hit.last - 1].gap != "bracket"
    ]


def _areas(words: list[Word], regions: Sequence[Region]) -> dict[int, tuple[int, str]]:
    """End word of a region's mention -> (first word, region id)."""
    starts = {word.start: index for index, word in enumerate(words)}
    ends = {word.end: index + 1 for index, word in enumerate(words)}
    found = {}
    for region in regions:
        for mention in region.mentions:
            if mention.span.start in starts and mention.span.end in ends:
                found[ends[mention.span.end]] = (starts[mention.span.start], region.id)
    return found


def _marks(
    words: list[Word], posts: list[PostSpan], bodies: list[OrganisationHit], areas: dict[int, tuple[int, str]]
) -> Marks:
    marks = Marks(words)
    for last, (first, _) in areas.items():
        marks.mark(first, last, "region")
    for hit in bodies:
        marks.mark(hit.first, hit.last, "organisation")
    for post in posts:
        marks.mark(post.first, post.last, "post")
    return marks


def _person(context: _Context, draft: Draft, identity: str) -> Person:
    name = draft.name
    mentions = tuple(sorted(draft.mentions, key=lambda mention: mention.span))
    return Person(identity, name, latin(name), tuple(_post(context, post) for post in draft.posts), mentions)


def _post(context: _Context, post: PostSpan) -> Post:
    organisation, region = _scope(context, post)
    return Post(post.title, span_of(context.words, post), organisation, region, post.former)


def _scope(context: _Context, post: PostSpan) -> tuple[str | None, str | None]:
    """Body and region that a title is over, read backwards from it (भाजपा कानपुर उत्तर के जिलाध्यक्ष)."""
    organisation: str | None = None
    region: str | None = None
    bodies = {hit.last: hit for hit in context.bodies}
    index = post.first
    shared = context.areas.get(index + 1)
    if shared is not None and shared[0] < index:  # सोनपुर थाना प्रभारी
        index, region = shared
    floor = max(0, post.first - 2 * _AREA_WITHIN)
    while index > floor and context.words[index - 1].gap in ("space", "hyphen"):
        if index in bodies and organisation is None:
            organisation = context.body_ids[bodies[index].body]
            index = bodies[index].first
        elif index in context.areas and region is None:
            first, region = context.areas[index]
            index = first
        elif context.words[index - 1].key in closed("genitive") and index - 1 > floor:
            index -= 1
            if index not in bodies and index not in context.areas:
                break
        else:
            break
    after = next((hit for hit in context.bodies if hit.first == post.last), None)
    if organisation is None and after is not None and context.words[post.last - 1].gap == "space":
        organisation = context.body_ids[after.body]
    if organisation is None and post.kind == "party":
        organisation = _only_party(context)
    return organisation, region or _area_after(context, post)


def _area_after(context: _Context, post: PostSpan) -> str | None:
    """एसडीएम करसोग क ख, ब्लॉक अध्यक्ष सोनपुर: the region after a title, unless something happens there."""
    words, first = context.words, post.last
    if post.kind not in _OVER or first >= len(words) or words[first - 1].gap != "space":
        return None
    last = next(
        (n for n in range(first + 1, first + _AREA_WORDS) if context.areas.get(n, (0,))[0] == first), 0
    )
    if not last:
        return None
    after = words[last].key if last < len(words) and words[last - 1].gap == "space" else ""
    barred = closed("genitive", "inside", "apart", "moved")
    return None if after in barred else context.areas[last][1]


def _only_party(context: _Context) -> str | None:
    parties = {hit.body for hit in context.bodies if hit.kind == "party"}
    return context.body_ids[next(iter(parties))] if len(parties) == 1 else None


def _office(context: _Context, office: OfficeDraft) -> Office:
    organisation, region = _scope(context, office.posts[0])
    mentions = tuple(sorted(office.mentions, key=lambda mention: mention.span))
    return Office(office.title, office.title, mentions, organisation, region)
