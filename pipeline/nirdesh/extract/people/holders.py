"""Which title belongs to whom: before the name, after it, given to it, or standing alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from itertools import pairwise

from nirdesh.extract.lexis import closed, place_like, unknown
from nirdesh.extract.people.appointed import Appointments, plural_followers
from nirdesh.extract.people.merge import Draft
from nirdesh.extract.people.posts import PostSpan
from nirdesh.extract.people.rows import row_holders
from nirdesh.extract.people.runs import NameHit
from nirdesh.extract.people.served import headed, names_field, opens_list, predicate
from nirdesh.extract.words import Word
from nirdesh.lexicon.posts import post_grammar, split_key
from nirdesh.lexicon.quantity import quantity

_FIELD_WORDS = 4
_PLACE = 2  # words of a place after a title
_BODY = 7  # words of the body between a name and a title
_OF = 5  # words from को to a title, with what it is of
_SENTENCE = 80
_ROW_ENDS = ("comma", "line", "stop", "bracket")  # क ख-अध्यक्ष, ग घ-सचिव


def attach_posts(words: list[Word], posts: list[PostSpan], drafts: list[Draft]) -> list[PostSpan]:
    """Give every title to its holder: the name beside it, or the one whom the sentence appoints.

    Returns:
        The titles that stand alone, roles left out.
    """
    owners = {id(hit): draft for draft in drafts for hit in draft.hits}
    hits = sorted((hit for draft in drafts for hit in draft.hits), key=lambda hit: hit.first)
    held = _beside(words, posts, drafts, owners, hits)
    alone = [post for post in posts if post not in held and not post.role]
    ends = {hit.outer_last for hit in hits}
    appointments = Appointments(words, hits, [*alone, *(post for post in held if post.first in ends)])
    for post in held:
        if post.first in ends and _become(words, post):
            held[post] += [owners[id(hit)] for hit in appointments.placed_before(post)]
    given = {post: [owners[id(hit)] for hit in appointments.holders(post)] for post in alone}
    given |= {post: _called(words, drafts, post) for post in alone if not given[post]}
    for post in posts:
        for holder in held.get(post, []) or given.get(post, []):
            _give(words, holder, post)
    return [post for post in alone if not given[post]]


def _called(words: list[Word], drafts: list[Draft], post: PostSpan) -> list[Draft]:
    """वर्मा, दल की प्रभारी भी हैं।: who opens the sentence by the surname alone, and is told to hold the post."""
    first = post.first
    while first > 0 and words[first - 1].sentence == words[post.first].sentence:
        first -= 1
    word = words[first]
    before = [d for d in drafts if word.key in d.short and min(m.span.start for m in d.mentions) < word.start]
    if len(before) != 1 or word.gap not in ("space", "comma"):
        return []
    hit = NameHit(first, first + 1, first, first + 1, respected=False, post=None, rule="short")
    return before if predicate(words, [hit], post) else []


def _beside(
    words: list[Word],
    posts: list[PostSpan],
    drafts: list[Draft],
    owners: dict[int, Draft],
    hits: list[NameHit],
) -> dict[PostSpan, list[Draft]]:
    """Titles with a name before or after them."""
    starts = {hit.outer_first: owners[id(hit)] for hit in hits}
    ends = {hit.outer_last: owners[id(hit)] for hit in hits}
    led = {hit.outer_last for hit in hits if hit.post is not None and not hit.post.role}
    begins = sorted(starts)
    rows = row_holders(words, posts, hits)
    held = {p: [owners[id(hit)] for hit in row] for p, row in rows.items() if not _of_office(words, p)}
    for hit in hits:
        if hit.post is not None:
            covered = [hit]
            colon = words[hit.post.last - 1].gap == "punct"
            rank = words[hit.post.last - 1].key in post_grammar().ranks and not _attends(
                words, hit.post, posts
            )
            if (
                colon
                or rank
                or hit.post.plural
                or _counted(words, hit.post)
                or _dual(words, hit.post)
                or _committee(words, posts, hit.post, hits)
            ):
                covered += plural_followers(words, hits, hit)
            held.setdefault(hit.post, []).extend(owners[id(other)] for other in covered)
    for index in range(len(posts) - 1, -1, -1):
        post = posts[index]
        if post in held:
            continue
        partner = posts[index + 1] if index + 1 < len(posts) else None
        apart = partner is not None and bisect_left(begins, post.last) < bisect_left(begins, partner.first)
        glossed = index > 0 and posts[index - 1].last == post.first
        holders = _shared(words, post, partner, held, glossed=glossed) if not apart else []
        listed = (post.first in led and _enumerates(words, post)) or headed(words, hits, post) is not None
        after = _after_name(words, post, posts, ends, starts) if not holders and not listed else None
        after = after or (_ahead(words, post, starts) if not holders else None)
        if holders or after is not None:
            held[post] = holders or [after] if after is not None else holders
    for post, partner in pairwise(posts):
        follows = post in held and post.first in ends and partner.last not in starts
        if follows and partner not in held and not partner.role and _pair(words, post, partner):
            held[partner] = held[post]  # क ख, अध्यक्ष एवं प्रभारी
    return held


def _of_office(words: list[Word], post: PostSpan) -> bool:
    """डीएफओ कार्यालय: whether a title only names the office where somebody works."""
    return (
        post.last < len(words)
        and words[post.last - 1].gap == "space"
        and words[post.last].key in closed("offices")
    )


def _become(words: list[Word], post: PostSpan) -> bool:
    after = words[post.last] if post.last < len(words) and words[post.last - 1].gap == "space" else None
    return after is not None and after.key in closed("become_many") and not post.role


def _pair(words: list[Word], post: PostSpan, partner: PostSpan) -> bool:
    """Whether only a conjunction stands between two titles."""
    gap = words[post.last : partner.first]
    spaced = len(gap) == 1 and words[post.last - 1].gap == gap[0].gap == "space"
    return spaced and gap[0].key in closed("conjunctions")


def _enumerates(words: list[Word], post: PostSpan) -> bool:
    """A title between commas after a name that has its own before it: सीओ क, एसडीओ, बीडीओ उपस्थित थे।."""
    follower = words[post.last].key if post.last < len(words) else ""
    return words[post.first - 1].gap == "comma" and follower not in closed("agent")


def _committee(words: list[Word], posts: list[PostSpan], post: PostSpan, hits: list[NameHit]) -> bool:
    """उपाध्यक्ष क, ख, सचिव ग बनाए गए: where posts are filled, each title covers the names up to the next."""
    here = words[post.first].sentence
    leads = {hit.post for hit in hits if hit.post is not None}
    inside = [p for p in posts if words[p.first].sentence == here and not p.role]
    filled = any(
        word.sentence == here and word.key in closed("appointing") for word in words[post.last :][:_SENTENCE]
    )
    return filled and len(inside) > 1 and all(p in leads for p in inside)


def _counted(words: list[Word], post: PostSpan) -> bool:
    """दो पार्षद क व ख: a number of holders who are named."""
    return (
        post.first > 0
        and quantity([words[post.first - 1].key])[1] > 0
        and words[post.first - 1].gap == "space"
    )


def _attends(words: list[Word], post: PostSpan, posts: list[PostSpan]) -> bool:
    """मुखिया क, जिप सदस्य ख, ग मौजूद थे: among those who came a member's title is his own alone."""
    if words[post.last - 1].key not in closed("member_words"):
        return False
    here = words[post.first].sentence
    rest = [word.key for word in words[post.last :][:_SENTENCE] if word.sentence == here]
    led = any(p.last <= post.first and words[p.first].sentence == here and not p.role for p in posts)
    led = led or (post.first > 0 and words[post.first - 1].gap == "comma")
    return bool(led) and any(key in closed("attending") for key in rest)


def _dual(words: list[Word], post: PostSpan) -> bool:
    """जिला महामंत्री द्वय; विधायक सर्वश्री; मंत्री पद पर."""
    after = [word.key for word in words[post.last : post.last + 2]]
    return any(key in closed("dual") for key in after) or "".join(after) in closed("in_post")


def _captain(words: list[Word], post: PostSpan) -> bool:
    """क ख (कप्तान); क कप्तान और ख उपकप्तान होंगी."""
    if words[post.first].key not in closed("captains") or not post.first:
        return False
    rest = [
        word.key for word in words[post.last :][:_SENTENCE] if word.sentence == words[post.first].sentence
    ]
    given = any(key in closed("becoming") or key in closed("appointing") for key in rest)
    return words[post.first - 1].gap == "bracket" or given


def _give(words: list[Word], draft: Draft, post: PostSpan) -> None:
    if any(_same_field(words, post, other) for other in draft.posts):
        return
    draft.posts[:] = [other for other in draft.posts if not _same_field(words, other, post)]
    if (not post.role or split_key(post.title) in post_grammar().trades) and all(
        other.title != post.title for other in draft.posts
    ):
        draft.posts.append(post)


def _same_field(words: list[Word], post: PostSpan, other: PostSpan) -> bool:
    """सचिव | गृह विभाग क, सचिव गृह क: whether the other has the field of the department after this one."""
    field = split_key(other.title)[post.last - post.first :]
    after = tuple(word.key for word in words[post.last : post.last + len(field)])
    return bool(field) and field == after and other.title.startswith(f"{post.title} ")


def _shared(
    words: list[Word],
    post: PostSpan,
    partner: PostSpan | None,
    held: dict[PostSpan, list[Draft]],
    *,
    glossed: bool,
) -> list[Draft]:
    """प्रदेश महामंत्री एवं क्षेत्रीय प्रभारी क: the first title shares the holder of the second."""
    if partner is None or partner not in held or post.role or post.plural or _bestowed(words, post):
        return []
    gap = words[post.last : partner.first]
    bracketed = glossed and words[post.first - 1].gap == words[post.last - 1].gap == "bracket"
    if (words[post.last - 1].gap == "space" or bracketed) and gap and _joins(gap):
        return held[partner]
    if not gap and words[post.first].key in closed("body_heads") and words[post.last - 1].gap == "space":
        return held[partner]  # दल के प्रमुख | पुलिस अधीक्षक (एसपी) क ख
    if not gap and words[post.last - 1].gap == words[partner.last - 1].gap == "bracket":
        return held[partner]  # विशेष अधिकारी (ओएसडी) एवं सचिव क ख
    if (
        len(gap) == 1
        and gap[0].key in closed("with_links")
        and words[post.last - 1].gap in ("space", "hyphen")
    ):
        return held[partner]
    return held[partner] if not gap and words[post.last - 1].gap == "slash" else []


def _bestowed(words: list[Word], post: PostSpan) -> bool:
    """क को शिविर का अध्यक्ष एवं मुखिया ख को: somebody is given it, so that the next name isn't its holder's."""
    for index in range(post.first - 1, max(-1, post.first - 1 - _OF), -1):
        if words[index].gap != "space":
            return False
        if words[index].key in closed("dative"):
            return True
        if words[index].key in closed("conjunctions") or words[index].key in closed("clause"):
            return False
    return False


def _joins(gap: list[Word]) -> bool:
    """और or सह, with the body or area of the second title (अध्यक्ष और जिले की सांसद)."""
    joint = gap[0].key in closed("conjunctions") or (len(gap) > 1 and gap[0].key in closed("with_links"))
    if not joint or len(gap) > _FIELD_WORDS + 1:
        return False
    if any(word.gap != "space" for word in gap):
        return False
    return all(word.key not in closed("clause") and word.key not in closed("actor_marks") for word in gap)


def _ahead(words: list[Word], post: PostSpan, starts: dict[int, Draft]) -> Draft | None:
    """प्रभारी स्वाट टीम क ख: only nouns of the field between title and name."""
    if post.role or post.plural or (post.first and words[post.first - 1].key in closed("indefinite")):
        return None
    for index in range(post.last, min(len(words), post.last + _FIELD_WORDS)):
        if words[index - 1].gap != "space":
            return None
        if index in starts:
            return starts[index]
        key = words[index].key
        if key in closed("postpositions") or key in closed("conjunctions") or key in closed("clause"):
            return None
        if key in closed("copula") or key in closed("appointing") or key in post_grammar().unheld:
            return None
    return None


def _signature(words: list[Word], post: PostSpan) -> bool:
    """A line that is only a name above one that is only a title, or a title, a comma and its place."""
    above, below = words[post.first - 1].line, words[post.first].line
    row = [n for n in range(max(0, post.first - 5), post.first) if words[n].line == above]
    last = post.last
    if last < len(words) and words[last - 1].gap == "comma":
        while last < min(len(words), post.last + _PLACE) and words[last].line == below:
            last += 1
    alone = last >= len(words) or words[last].line != below
    return above != below and alone and len(row) <= 4


def _onward(words: list[Word], post: PostSpan, starts: Collection[int]) -> bool:
    """क, उपप्रधान के लिए ख; क, मंत्री के रूप में ख; क, सचिव में ख: the title is for the name that follows."""
    if opens_list(words, starts, post):
        return True
    chunk = [word.key for word in words[post.last : post.last + 3]]
    if chunk[:1] and chunk[0] in closed("post_nouns"):
        chunk = chunk[1:]
    return "".join(chunk[:2]) in closed("for_post", "as_post")


def _ends_apposition(words: list[Word], post: PostSpan, posts: list[PostSpan]) -> bool:
    """क ख, सचिव ने; क ख, सचिव एवं प्रभारी सोनपुर की: titles and a place, then a case mark."""
    index = post.last
    while index < len(words) and words[index].key in closed("conjunctions") and words[index].gap == "space":
        partner = next((p for p in posts if p.first == index + 1 and not p.role), None)
        if partner is None or words[partner.last - 1].gap != "space":
            return False
        index = partner.last
    for last in range(index, min(len(words), index + _PLACE + 1)):
        if words[last].key in closed("postpositions"):
            named = all(place_like(word.key) or unknown(word.key) for word in words[index:last])
            return named and (last == index or words[last].key in closed("case_marks"))
        if words[last].gap != "space":
            break
    return False


def _past_body(words: list[Word], first: int, ends: dict[int, Draft]) -> int:
    """Start of the body before a title, after a bracket or comma (क ख, विकास समिति के | अध्यक्ष)."""
    last = first - 1 if words[first - 1].key in closed("genitive") else first
    for start in range(last - 1, max(0, last - _BODY), -1):
        if words[start].gap != "space":
            return first
        if start in ends:
            gap = words[start - 1].gap
            apart = gap == "bracket" or (gap == "comma" and not any(hit.post for hit in ends[start].hits))
            return start if apart and names_field(words[start:last]) else first
    return first


def _after_name(
    words: list[Word],
    post: PostSpan,
    posts: list[PostSpan],
    ends: dict[int, Draft],
    starts: dict[int, Draft],
) -> Draft | None:
    """X, प्रदेश महामंत्री, … ; X (जिलाध्यक्ष); X जिलाध्यक्ष."""
    bracketed = post.first in ends and words[post.first - 1].gap == "bracket"
    listed = words[post.first - 1].gap == "space" and words[post.last - 1].gap == "comma"  # क अध्यक्ष, ख सचिव
    if post.role and not _captain(words, post):
        return None
    followed = post.last in starts and words[post.last - 1].gap not in ("line", "stop")
    if post.plural or (followed and not bracketed and not listed):
        return None
    after = words[post.last].key if post.last < len(words) and words[post.last - 1].gap == "space" else ""
    if _of_office(words, post):
        return None  # (क ख) जिलाध्यक्ष कार्यालय में
    if post.first in ends and _signature(words, post):
        return ends[post.first]
    first = post.first
    leading = post_grammar().former | post_grammar().fresh | closed("serving_as")
    while first > 0 and first not in ends and words[first - 1].key in leading:
        first -= 1
    first = first if first in ends else _past_body(words, first, ends)
    holder = ends.get(first)
    if holder is None:
        return None
    gap = words[first - 1].gap
    if gap == "comma" and _onward(words, post, starts):
        return None
    closes = post.last >= len(words) or words[post.last - 1].gap != "space"
    if gap == "bracket" or (gap == "hyphen" and words[post.last - 1].gap in _ROW_ENDS):
        return holder
    if gap == "comma":
        return holder if closes or _ends_apposition(words, post, posts) else None
    spoken_to = after in closed("from_mark") and any(hit.post is not None for hit in holder.hits)
    return holder if gap == "space" and not spoken_to else None  # डीएम क ख सिविल सर्जन से बोले
