"""Mentions without a name: titles that stand for somebody named elsewhere, offices, and उन्होंने."""

from __future__ import annotations

from dataclasses import dataclass, field

from nirdesh.extract.lexis import closed, place_like
from nirdesh.extract.people.merge import Draft
from nirdesh.extract.people.posts import PostSpan
from nirdesh.extract.words import Word
from nirdesh.lexicon.organisations import heads, name_words
from nirdesh.lexicon.posts import forms_of, groups_of, post_grammar, split_key
from nirdesh.lexicon.quantity import quantity
from nirdesh.mentions import EntityMention, Span


@dataclass
class OfficeDraft:
    """A post whose holder the report does not name."""

    title: str
    group: str
    posts: list[PostSpan] = field(default_factory=list)
    mentions: list[EntityMention] = field(default_factory=list)


def span_of(words: list[Word], post: PostSpan) -> Span:
    """Code points of a title."""
    return Span(words[post.first].start, words[post.last - 1].end)


def resolve_titles(words: list[Word], alone: list[PostSpan], drafts: list[Draft]) -> list[OfficeDraft]:
    """Give titles that stand alone to the person who holds them in this report; the others are offices."""
    offices: dict[str, OfficeDraft] = {}
    before: tuple[PostSpan, Draft] | None = None
    for post in alone:
        if _unheld(words, post):
            continue
        other = post.group in offices  # कलेक्टर ने अपर कलेक्टर रमा देशवाल को भेजा। कलेक्टर ने …
        holder = None if post.plural else _holder(words, post, drafts, other=other)
        if before is not None and holder is before[1] and _coordinate(words, before[0], post):
            holder = None
        before = (post, holder) if holder is not None else None
        if holder is not None:
            holder.mentions.append(EntityMention(span_of(words, post), "post"))
            told = any(_same_post(post, p) or _shortened(post, p) for p in holder.posts)
            if (
                told
                and not (_last_before(words, post, holder) < 0 and _told_later(words, post, holder))
                and _tells(post)
                and not _announces(words, post)
                and all(other.title != post.title for other in holder.posts)
            ):
                holder.posts.append(post)
            continue
        office = offices.setdefault(
            post.group if not post.plural else post.title, OfficeDraft(post.title, post.group)
        )
        office.posts.append(post)
        office.mentions.append(EntityMention(span_of(words, post), "name"))
    _resolve_called(words, drafts)
    return list(offices.values())


def _coordinate(words: list[Word], one: PostSpan, other: PostSpan) -> bool:
    """सीएमएचओ एवं सीएमओ को: two titles that a conjunction joins are not one person's."""
    between = words[one.last : other.first]
    return len(between) == 1 and between[0].key in closed("conjunctions") and between[0].gap == "space"


def _resolve_called(words: list[Word], drafts: list[Draft]) -> None:
    """Words that mean the holder of a post named elsewhere (कप्तान ने: the superintendent)."""
    called = post_grammar().called
    for index, word in enumerate(words[:-1]):
        if word.key not in called or word.gap != "space" or words[index + 1].key not in closed("agent"):
            continue
        group = called[word.key]
        holder = _holder(words, PostSpan(index, index + 1, group, group, "police"), drafts)
        span = Span(word.start, word.end)
        if holder is not None and not any(m.span.overlaps(span) for d in drafts for m in d.mentions):
            holder.mentions.append(EntityMention(span, "post"))


def resolve_guests(words: list[Word], posts: list[PostSpan], drafts: list[Draft]) -> None:
    """मुख्य अतिथि ने: the person who was named beside the same words before."""
    guests = [p for p in posts if split_key(p.title) in post_grammar().guests]
    for number, post in enumerate(guests):
        if not _acts(words, post):
            continue
        earlier = [p for p in guests[:number] if p.title == post.title]
        named = [d for p in earlier for d in _beside(words, p, drafts)]
        if named:
            named[0].mentions.append(EntityMention(span_of(words, post), "post"))


def _beside(words: list[Word], post: PostSpan, drafts: list[Draft]) -> list[Draft]:
    """Who is named right before a role, or soon after it in its sentence."""
    here = words[post.first].sentence
    hits = sorted(((h, d) for d in drafts for h in d.hits), key=lambda row: row[0].first)
    before = [d for h, d in hits if h.outer_last == post.first and words[h.first].sentence == here]
    reach = post.last + _GUEST_REACH
    after = [d for h, d in hits if post.last <= h.first < reach and words[h.first].sentence == here]
    return before[-1:] or after[:1]


_GUEST_REACH = 9  # words after a role in which its holder is named


def _tells(post: PostSpan) -> bool:
    """Whether a title that stands for its holder says more than अध्यक्ष or सचिव."""
    spelt = not post.title.isascii()  # SDM ने … एसडीएम क ख ने
    return (
        spelt
        and len(post.title.split()) <= 3
        and (post.last - post.first > 1 or post.kind not in ("party", "other"))
    )


def _announces(words: list[Word], post: PostSpan) -> bool:
    """Whether the title stands in the headline and does nothing there (दादरी के सीएमओ हटे, सात थानेदार बदले)."""
    if words[post.first].line != words[0].line:
        return False
    opens = post.first == 0 or words[post.first - 1].gap in ("stop", "comma", "punct")
    after = words[post.last].key if post.last < len(words) else ""
    return not opens and after not in closed("subject")


def _unheld(words: list[Word], post: PostSpan) -> bool:
    """मुख्य चिकित्सा अधिकारी कार्यालय, अध्यक्ष पद: no person is meant."""
    return _followed(words, post.last, post_grammar().unheld)


def _open(words: list[Word], post: PostSpan) -> bool:
    """Whether the title is one to be filled (अध्यक्ष के चुनाव पर चर्चा)."""
    last = post.last
    return _followed(words, last, closed("genitive")) and _followed(words, last + 1, closed("fillings"))


def _followed(words: list[Word], index: int, keys: frozenset[str]) -> bool:
    """Whether one of the words stands at ``index`` with only a blank before it."""
    return 0 < index < len(words) and words[index - 1].gap == "space" and words[index].key in keys


def _holder(words: list[Word], post: PostSpan, drafts: list[Draft], *, other: bool = False) -> Draft | None:
    """The person who holds the title; the last one named before where several do.

    Args:
        other: Whether the title stood for somebody without a name before.
    """
    if _indefinite(words, post.first) or _open(words, post):
        return None
    same = [d for d in drafts if any(_same_post(post, p) and p.former == post.former for p in d.posts)]
    if not same:
        same = [d for d in drafts if any(_shortened(post, p) for p in d.posts)]
        if len(same) > 1 and _acts(words, post):
            same = [d for d in same if _last_before(words, post, d) >= 0]
        same = same if len(same) == 1 else []
    if not same and not other and _acts(words, post):
        alike = [d for d in drafts if any(_alike(post, p) for p in d.posts)]
        same = alike if len(alike) == 1 and _last_before(words, post, alike[0]) >= 0 else []
    if not same and not other and _acts(words, post):
        bare = [d for d in drafts if any(_at_level(post, p) for p in d.posts)]
        same = bare if len(bare) == 1 and _last_before(words, post, bare[0]) >= 0 else []
    here = _place_before(words, post)
    same = [d for d in same if not here or not _elsewhere(words, post, here, d)]
    fields = _fields_before(words, post)
    same = [d for d in same if not fields or not _in_other_department(words, post, fields, d)]
    if not same:
        return None
    last = max(same, key=lambda d: _last_before(words, post, d))
    open_title = words[post.first].line > words[0].line and not _acts(words, post)
    later = _last_before(words, post, last) < 0
    later = later and not _named_next(words, post, last) and not _told_later(words, post, last)
    return None if open_title and (later or len(same) > 1) else last


def _named_next(words: list[Word], post: PostSpan, draft: Draft) -> bool:
    """एसपी ने प्रभारी को हटाया। प्रभारी क ख पर आरोप था।: whether the next sentence opens with who it is."""
    title = min((hit.post.first for hit in draft.hits if hit.post is not None), default=0)
    opens = title > 0 and words[title - 1].sentence == words[post.first].sentence != words[title].sentence
    return opens and _followed(words, post.last, closed("dative"))


def _told_later(words: list[Word], post: PostSpan, draft: Draft) -> bool:
    """निर्देश एसडीएम को दिए। … एसडीएम क ख मौजूद थे।: whether who is told is named later by the same title.

    Not where one of both has a place that the other has not (हरिपुर के एसडीएम क ख).
    """
    headline = words[post.first].line == words[0].line
    if headline or not _followed(words, post.last, closed("dative", "from_mark")):
        return False
    held = min(draft.hits, key=lambda hit: hit.first).post
    return (
        held is not None
        and _same_post(post, held)
        and _place_before(words, post) == _place_before(words, held)
    )


def _place_before(words: list[Word], post: PostSpan) -> str:
    """The place before a title, with or without a genitive (सोनपुर कलेक्टर, सोनपुर के कलेक्टर)."""
    index = post.first - 1
    if index > 0 and words[index].gap == "space" and words[index].key in closed("genitive"):
        index -= 1
    found = index >= 0 and words[index].gap == "space" and place_like(words[index].key)
    return words[index].key if found else ""


def _fields_before(words: list[Word], post: PostSpan) -> frozenset[str]:
    """The fields of the department whose post it is (वित्त in वित्त मंत्रालय की संयुक्त सचिव), if it is told."""
    head = post.first - 2
    marks = closed("genitive", "locative")
    if head < 1 or words[head].gap != "space" or words[head + 1].key not in marks:
        return frozenset()
    listed = heads().get((words[head].key,))
    if listed is None or listed.kind != "department":
        return frozenset()
    known = post_grammar().prefixes | name_words("fields")
    first = head
    while first > 0 and words[first - 1].key in known | name_words("joints") | name_words("loose_joints"):
        first -= 1
    return frozenset(word.key for word in words[first:head]) & known


def _in_other_department(words: list[Word], post: PostSpan, fields: frozenset[str], draft: Draft) -> bool:
    """वित्त मंत्रालय की संयुक्त सचिव is not the one of कृषि मंत्रालय: whether all departments told are others."""
    held = [p for p in draft.posts if p.last <= len(words) and (_same_post(post, p) or _shortened(post, p))]
    known = [_fields_before(words, p) for p in held]
    return bool(known) and all(known) and all(fields.isdisjoint(own) for own in known)


def _elsewhere(words: list[Word], post: PostSpan, place: str, draft: Draft) -> bool:
    """हरदा कलेक्टर is not कलेक्टर सोनपुर: whether somebody holds the post in other places only."""
    held = [p for p in draft.posts if p.last <= len(words) and (_same_post(post, p) or _shortened(post, p))]
    seats = [_place_before(words, p) or _place_after(words, p) for p in held]
    return bool(seats) and all(seats) and place not in seats


def _place_after(words: list[Word], post: PostSpan) -> str:
    """कलेक्टर | सोनपुर: the place right after a title."""
    at = post.last
    spaced = at < len(words) and words[at - 1].gap == "space" and words[at].gap in ("space", "comma", "line")
    return words[at].key if spaced and place_like(words[at].key) else ""


def _acts(words: list[Word], post: PostSpan) -> bool:
    """Whether ने or the like follows a title."""
    return post.last < len(words) and words[post.last].key in closed("agent")


def _last_before(words: list[Word], post: PostSpan, draft: Draft) -> int:
    """Where a person was named last before a title, -1 if only after it."""
    here = words[post.first].start
    return max((m.span.start for m in draft.mentions if m.span.start < here), default=-1)


def _same_post(post: PostSpan, held: PostSpan) -> bool:
    """Whether two titles may be forms of one post (एसडीएम, उपजिलाधिकारी)."""
    if post.group == held.group:
        return True
    return not groups_of(split_key(post.title)).isdisjoint(groups_of(split_key(held.title)))


def _shortened(post: PostSpan, full: PostSpan) -> bool:
    """Whether a title is a shorter form of another (जिला आयुक्त, जिला विकास आयुक्त), forms counted too."""
    if full.former != post.former:
        return False
    one, other = split_key(post.title), split_key(full.title)
    if _shorter(one, other):
        return True
    for form in {one, *forms_of(post.group)}:
        if other[: len(form)] == form and other[len(form) :] in post_grammar().qualifiers:
            return True  # डीपीओ; डीपीओ स्थापना
    return any(
        len(short) > 1 and _shorter(short, long)
        for short in {split_key(post.title), split_key(post.group)}
        for long in {split_key(full.title), *forms_of(full.group)}
    )


def _alike(post: PostSpan, full: PostSpan) -> bool:
    """Whether a title is the last word of another or one like it (अतिरिक्त जिला न्यायाधीश … जज ने)."""
    if full.former or post.former:
        return False
    short, long = split_key(post.title), split_key(full.title)
    extra = set(long[:-1]) - set(short) if len(short) > 1 else set()
    return (
        _standing(short[-1]) == _standing(long[-1])
        and set(short[:-1]) <= set(long)
        and not extra & closed("lesser")
    )


def _at_level(post: PostSpan, held: PostSpan) -> bool:
    """जिला अध्यक्ष क, महासचिव ख … जिला महासचिव ने: whether a title is a bare one with a level before it."""
    one, other = split_key(post.title), split_key(held.title)
    levels = set(one[:-1]) <= post_grammar().body_levels
    return len(one) > 1 and other == one[-1:] and levels and not (held.former or post.former)


def _standing(key: str) -> str:
    """The word that stands for all heads of titles that mean the same."""
    return post_grammar().alike.get(key, key)


def _shorter(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if len(short) >= len(long) or short[-1] != long[-1]:
        return False
    return set(short[:-1]) <= set(long) and not (set(long) - set(short)) & closed("lesser")


def _counted(words: list[Word], first: int) -> bool:
    """सात थानेदार: a number of holders, not the number of an item."""
    before = words[first - 1] if first else None
    if before is None or before.gap != "space" or quantity([before.key])[0] <= 1:
        return False
    return not before.text.isdigit() or (first > 1 and words[first - 2].line == before.line)


def _many_areas(words: list[Word], area: int) -> bool:
    """तीन जिलों के, दोनों प्रखंड के: whether the word at ``area`` means several areas."""
    return words[area].key in closed("areas_many") or (
        area > 0 and words[area - 1].key in closed("areas_all")
    )


def _indefinite(words: list[Word], first: int) -> bool:
    """संबंधित एसडीएम व तहसीलदार, सात थानेदार, तीन जिलों के डीएम: none is the holder named elsewhere."""
    before = words[first - 1].key if first else ""
    if before in closed("indefinite") or _counted(words, first):
        return True
    if first > 1 and before in closed("genitive") and _many_areas(words, first - 2):
        return True
    return before in closed("conjunctions") and first > 2 and words[first - 3].key in closed("indefinite")
