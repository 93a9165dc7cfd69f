"""A post that a report gives to a person is one of that person's posts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from nirdesh.extract.people.posts import find_posts
from nirdesh.extract.words import scan
from nirdesh.lexicon.posts import post_grammar, split_key
from nirdesh.mentions import Assignment, Person, Post


def with_new_posts(
    people: Iterable[Person], assignments: Iterable[Assignment], text: str
) -> tuple[Person, ...]:
    """The people with the posts that assignments give them, each once.

    A role that names no post (जिम्मेदारी, काम) adds none; a post that is taken away was theirs.

    Args:
        people: People of the report.
        assignments: Assignments of the report.
        text: The text that the spans count in.
    """
    given: defaultdict[str, list[Post]] = defaultdict(list)
    for assignment in assignments:
        title = title_within(text[assignment.role.start : assignment.role.end])
        if title:
            post = Post(title, assignment.role, assignment.organisation, assignment.region)
            given[assignment.assignee].append(post)
    return tuple(replace(person, posts=_joined(person.posts, given[person.id])) for person in people)


def title_within(role: str) -> str:
    """The title that a role ends in, or nothing where it names a duty and no post.

    Example:
        >>> title_within("निम्नानुसार प्रभारी"), title_within("ब्लॉक पर्यवेक्षक"), title_within("बड़ी जिम्मेदारी")
        ('प्रभारी', 'ब्लॉक पर्यवेक्षक', '')
    """
    words = scan(role.split(",")[0])
    found = [span for span in find_posts(words) if not span.role]
    if words and not found and words[-1].key in post_grammar().bound:
        return words[-1].text
    if not found or words[-1].key in post_grammar().duties:
        return ""
    last = found[-1]
    return last.title if last.last == len(words) or words[last.last - 1].gap != "space" else ""


def _joined(posts: tuple[Post, ...], more: Iterable[Post]) -> tuple[Post, ...]:
    found = list(posts)
    known = {split_key(post.title) for post in posts}
    for post in more:
        told = any(post.span.start < other.span.end and other.span.start < post.span.end for other in posts)
        if split_key(post.title) not in known and not told:
            known.add(split_key(post.title))
            found.append(post)
    return tuple(found)
