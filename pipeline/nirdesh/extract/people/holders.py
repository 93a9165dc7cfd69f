"""Which title belongs to whom: before the name, after it, given to it, or standing alone."""

from __future__ import annotations

from nirdesh.extract.lexis import closed
from nirdesh.extract.people.merge import Draft
from nirdesh.extract.people.posts import PostSpan
from nirdesh.extract.words import Word
from nirdesh.lexicon.keys import fold
from nirdesh.lexicon.posts import post_grammar

_APPOINTED_WITHIN = 10


def attach_posts(words: list[Word], posts: list[PostSpan], drafts: list[Draft]) -> list[PostSpan]:
    """Give every title beside a name to its holder.

    Returns:
        The titles that stand alone, roles left out.
    """
    starts = {hit.outer_first: draft for draft in drafts for hit in draft.hits}
    ends = {hit.outer_last: draft for draft in drafts for hit in draft.hits}
    leads = {id(hit.post): draft for draft in drafts for hit in draft.hits if hit.post is not None}
    held: dict[PostSpan, Draft] = {}
    for post in posts:
        holder = leads.get(id(post))
        if holder is not None and not post.plural:
            held[post] = holder
        for draft in drafts:
            if post.plural and any(hit.post is post for hit in draft.hits):
                held[post] = draft
                _give(draft, post)
    for index in range(len(posts) - 1, -1, -1):
        post = posts[index]
        if post not in held:
            partner = posts[index + 1] if index + 1 < len(posts) else None
            holder = (
                _shared(words, post, partner, held)
                or _after_name(words, post, ends, starts)
                or _given(words, post, ends)
            )
            if holder is not None and not (post.role and holder is None):
                held[post] = holder
    for post in posts:
        if post in held and not post.role and not post.plural:
            _give(held[post], post)
    return [post for post in posts if post not in held and not post.role]


def _give(draft: Draft, post: PostSpan) -> None:
    if not post.role and all(other.title != post.title for other in draft.posts):
        draft.posts.append(post)


def _shared(
    words: list[Word], post: PostSpan, partner: PostSpan | None, held: dict[PostSpan, Draft]
) -> Draft | None:
    """प्रदेश महामंत्री एवं क्षेत्रीय प्रभारी X: the first title shares the holder of the second."""
    if partner is None or partner not in held or post.role or partner.role:
        return None
    gap = words[post.last : partner.first]
    if (
        len(gap) == 1
        and gap[0].key in closed("conjunctions")
        and words[post.last - 1].gap == "space"
        and not post.plural
    ):
        return held[partner]
    if not gap and words[post.last - 1].gap == "slash":
        return held[partner]
    return None


def _after_name(
    words: list[Word], post: PostSpan, ends: dict[int, Draft], starts: dict[int, Draft]
) -> Draft | None:
    """X, प्रदेश महामंत्री, … ; X (जिलाध्यक्ष); X जिलाध्यक्ष."""
    if post.role or post.plural or post.last in starts:
        return None
    first = post.first
    while first > 0 and first not in ends and words[first - 1].key in post_grammar().former:
        first -= 1
    holder = ends.get(first)
    if holder is None:
        return None
    gap = words[first - 1].gap
    closes = post.last >= len(words) or words[post.last - 1].gap != "space"
    if gap == "bracket":
        return holder
    if gap == "comma":
        return holder if closes or words[post.last].key in closed("postpositions") else None
    return holder if gap == "space" else None


def _given(words: list[Word], post: PostSpan, ends: dict[int, Draft]) -> Draft | None:
    """X को … का जिलाध्यक्ष नियुक्त किया."""
    if post.role or post.plural or post.kind == "duty" or post.last >= len(words):
        return None
    if words[post.last].key not in _appointing() and not any(
        w.key in _appointing() for w in words[post.last : post.last + 3]
    ):
        return None
    for index in range(post.first - 1, max(0, post.first - _APPOINTED_WITHIN), -1):
        if words[index].sentence != words[post.first].sentence:
            return None
        if words[index].key == fold("को") and index in ends:
            return ends[index]
    return None


def _appointing() -> frozenset[str]:
    return closed("appointing")
