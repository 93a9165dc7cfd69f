"""A post that a report gives to a person is one of that person's posts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from nirdesh.lexicon.posts import post_grammar, split_key, titles
from nirdesh.mentions import Assignment, Person, Post


def with_new_posts(
    people: Iterable[Person], assignments: Iterable[Assignment], text: str
) -> tuple[Person, ...]:
    """The people with the posts that assignments give them, each once.

    A role that names no post (जिम्मेदारी, काम) adds none, and neither does a removal.

    Args:
        people: People of the report.
        assignments: Assignments of the report.
        text: The text that the spans count in.
    """
    given: defaultdict[str, list[Post]] = defaultdict(list)
    for assignment in assignments:
        title = " ".join(text[assignment.role.start : assignment.role.end].split())
        if assignment.change != "removed" and names_a_post(title):
            post = Post(title, assignment.role, assignment.organisation, assignment.region)
            given[assignment.assignee].append(post)
    return tuple(replace(person, posts=_joined(person.posts, given[person.id])) for person in people)


def names_a_post(words: str) -> bool:
    """Whether the last word of a role heads a title.

    Example:
        >>> names_a_post("ब्लॉक पर्यवेक्षक"), names_a_post("बड़ी जिम्मेदारी")
        (True, False)
    """
    key = split_key(words.split(",")[0])
    return bool(key) and (key in titles() or key[-1] in post_grammar().heads)


def _joined(posts: tuple[Post, ...], more: Iterable[Post]) -> tuple[Post, ...]:
    found = list(posts)
    known = {split_key(post.title) for post in posts}
    for post in more:
        if split_key(post.title) not in known:
            known.add(split_key(post.title))
            found.append(post)
    return tuple(found)
