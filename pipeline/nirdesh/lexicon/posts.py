"""Loaders for post titles and the grammar that builds longer ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from string import ascii_uppercase
from typing import NamedTuple

from nirdesh.lexicon.files import table, toml
from nirdesh.lexicon.keys import fold


class Title(NamedTuple):
    """A form of a post (``posts.tsv``, ``domains.tsv``); ``group`` is the same for all forms of one post."""

    kind: str
    level: str
    title: str
    group: str


@dataclass(frozen=True, slots=True)
class PostGrammar:
    """Keys of the words that build titles; ``prefixes`` are levels and fields together."""

    prefixes: frozenset[str]
    verbal: frozenset[str]
    levels: frozenset[str]
    inner: frozenset[str]
    heads: frozenset[str]
    plural_heads: dict[str, str]
    bound: frozenset[str]
    weak: frozenset[str]
    former: frozenset[str]
    acting: frozenset[str]
    given: frozenset[str]
    qualifiers: frozenset[tuple[str, ...]]
    roles: frozenset[tuple[str, ...]]
    qualified: frozenset[str]
    unheld: frozenset[str]
    surnames: frozenset[str]
    given_names: frozenset[str]
    bodies: frozenset[str]
    parted: frozenset[str]
    loose: frozenset[str]
    body_levels: frozenset[str]
    duties: frozenset[str]
    shortened: frozenset[str]
    fresh: frozenset[str]
    served: frozenset[str]
    councils: frozenset[str]
    council_nouns: frozenset[str]
    compound: frozenset[str]
    initials: frozenset[str]
    stand_ins: frozenset[str]
    ranks: frozenset[str]
    single_named: frozenset[str]
    openers: frozenset[str]
    trades: frozenset[tuple[str, ...]]
    advising: frozenset[tuple[str, ...]]
    alike: dict[str, str]
    called: dict[str, str]
    guests: frozenset[tuple[str, ...]]


@lru_cache(maxsize=4096)
def split_key(phrase: str) -> tuple[str, ...]:
    """Keys of the words of a phrase."""
    return tuple(fold(word) for word in phrase.replace("(", " ").replace(")", " ").replace("-", " ").split())


@lru_cache(maxsize=1)
def titles() -> dict[tuple[str, ...], Title]:
    """Keys of a title's words -> the post.

    Example:
        >>> titles()[split_key("डीएम")].group == titles()[split_key("जिलाधिकारी")].group
        True
    """
    found: dict[tuple[str, ...], Title] = {}
    for post in _forms():
        for form in (split_key(post.title), *_respelt(split_key(post.title))):
            found.setdefault(form, post)
        latin = spelt(post.title)
        if len(latin) > 1:
            found.setdefault(split_key(latin), post)
            found.setdefault(split_key(post.title.replace("ई", "इ")), post)  # डीआइजी
    return found


@lru_cache(maxsize=1)
def _spellings() -> dict[str, tuple[str, ...]]:
    """Key of a word of titles -> keys of its other spellings."""
    rows = [[fold(word) for word in row] for row in toml("posts", "grammar.toml")["spellings"]]
    return {row[0]: tuple(dict.fromkeys(row[1:])) for row in rows}


def _respelt(form: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A title with words of it spelt in other ways (प्रैस सैक्रेटरी)."""
    yield from islice(product(*((key, *_spellings().get(key, ())) for key in form)), 1, None)


def _forms() -> Iterator[Title]:
    """Every form of every post; of a form that several posts have the first one counts."""
    for row in table("posts", "posts.tsv"):
        for form in (row["title"], *row["variants"].split(";")):
            if form:
                yield Title(row["kind"], row["level"], form, row["title"])
    for row in table("posts", "domains.tsv"):
        for post in row["titles"].split(";"):
            forms = post.split("=")
            yield from (Title(row["kind"], row["level"], form, forms[0]) for form in forms)


@lru_cache(maxsize=1)
def _rows() -> dict[str, frozenset[tuple[str, ...]]]:
    """Group -> keys of all forms of the post."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for post in _forms():
        found.setdefault(post.group, set()).add(split_key(post.title))
    return {
        group: frozenset(forms | {other for form in forms for other in _respelt(form)})
        for group, forms in found.items()
    }


def forms_of(group: str) -> frozenset[tuple[str, ...]]:
    """Keys of all forms of a post; none for a group that no row has."""
    return _rows().get(group, frozenset())


@lru_cache(maxsize=1)
def _groups() -> dict[tuple[str, ...], frozenset[str]]:
    """Keys of a form -> every post that it may mean."""
    found: dict[tuple[str, ...], set[str]] = {key: {title.group} for key, title in titles().items()}
    for group, forms in _rows().items():
        for key in forms:
            found.setdefault(key, set()).add(group)
    return {key: frozenset(groups) for key, groups in found.items()}


def groups_of(key: tuple[str, ...]) -> frozenset[str]:
    """Every post that a form may mean (सीओ: क्षेत्राधिकारी, अंचल अधिकारी).

    Example:
        >>> sorted(groups_of(split_key("सीओ")))
        ['अंचल अधिकारी', 'क्षेत्राधिकारी']
    """
    return _groups().get(key, frozenset())


def spelt(form: str) -> str:
    """The Latin capitals whose names a short form is made of, or nothing.

    Example:
        >>> spelt("डीएम"), spelt("सचिव")
        ('DM', '')
    """
    letters: dict[str, str] = dict(zip(toml("names", "latin.toml")["letters"], ascii_uppercase, strict=True))
    for size in range(len(form), 0, -1):
        head = letters.get(form[:size])
        if head and size == len(form):
            return head
        rest = spelt(form[size:]) if head else ""
        if head and rest:
            return head + rest
    return ""


def plurals(word: str) -> tuple[str, ...]:
    """Plural forms that a masculine title takes (मंत्री: मंत्रियों; अध्यक्ष: अध्यक्षों).

    Example:
        >>> plurals("मंत्री")
        ('मंत्रियों', 'मंत्रीगण', 'मंत्रिगण')
    """
    if word.endswith("ी"):
        stem = word[:-1]
        return (f"{stem}ियों", f"{word}गण", f"{stem}िगण")
    if word.endswith("ा"):
        return (f"{word[:-1]}ों", f"{word}गण", f"{word}ओं")
    if word.endswith(("ु", "ू", "े", "ो", "ई", "ओ")):
        return (f"{word}ओं", f"{word}गण")
    return (f"{word}ों", f"{word}गण")


def _feminine_first(word: str) -> tuple[bool, str]:
    """Order in which plurals are noted: अध्यक्षों is of अध्यक्ष rather than of अध्यक्षा."""
    return not word.endswith("ा"), word


def _with_spellings(keys: Iterable[str]) -> frozenset[str]:
    """The words and their other spellings."""
    return frozenset(form for key in keys for form in (key, *_spellings().get(key, ())))


@lru_cache(maxsize=1)
def post_grammar() -> PostGrammar:
    """The grammar of titles, read once."""
    data = toml("posts", "grammar.toml")
    plain = (
        "prefixes",
        "verbal",
        "inner",
        "bound",
        "weak",
        "former",
        "acting",
        "given",
        "qualified",
        "unheld",
        "surnames",
        "given_names",
        "bodies",
        "parted",
        "loose",
        "body_levels",
        "duties",
        "shortened",
        "fresh",
        "served",
        "councils",
        "council_nouns",
        "compound",
        "initials",
        "stand_ins",
        "ranks",
        "single_named",
        "openers",
    )
    words = {name: frozenset(fold(word) for word in data[name]) for name in plain}
    words = {name: _with_spellings(keys) for name, keys in words.items()}
    words["levels"] = words["prefixes"]
    words["prefixes"] |= _with_spellings(fold(word) for word in data["fields"])
    heads = {head for head in data["heads"] if " " not in head}
    singles = heads | {title.title for key, title in titles().items() if len(key) == 1}
    fields = {
        *data["prefixes"],
        *data["fields"],
        *(word for line in data["qualifiers"] for word in line.split()),
    }
    ends = {title.title.split()[-1] for key, title in titles().items() if len(key) > 1}
    last = singles | {end for end in ends if not end.endswith(")")} - (fields - singles)
    return PostGrammar(
        **words,
        heads=_with_spellings(fold(head) for head in heads),
        plural_heads={
            fold(form): fold(spelt)
            for word in sorted(last, key=_feminine_first)
            for spelt in (word, *_spellings().get(fold(word), ()))
            for form in plurals(spelt)
        },
        qualifiers=frozenset(split_key(phrase) for phrase in data["qualifiers"]),
        roles=frozenset(split_key(phrase) for phrase in [*data["roles"], *data["trades"]]),
        trades=frozenset(split_key(phrase) for phrase in data["trades"]),
        advising=frozenset(split_key(phrase) for phrase in data["advising"]),
        guests=frozenset(split_key(phrase) for phrase in data["guests"]),
        alike={
            key: fold(row[0])
            for row in data["alike"]
            for word in row
            for key in (fold(word), *_spellings().get(fold(word), ()))
        },
        called={fold(word): post for word, post in data["called"].items()},
    )


@lru_cache(maxsize=1)
def post_words() -> frozenset[str]:
    """Keys of all words that occur in titles, for telling titles from names."""
    grammar = post_grammar()
    found = set(grammar.prefixes | grammar.heads | grammar.given | frozenset(grammar.plural_heads))
    for key in [*titles(), *grammar.roles, *grammar.qualifiers]:
        found.update(key)
    links = toml("names", "closed.toml")
    return frozenset(found) - {fold(word) for word in [*links["postpositions"], *links["conjunctions"]]}
