"""Word classes of ``frames/words.toml``, folded and read once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from nirdesh.errors import NirdeshError
from nirdesh.extract.clauses.lexis import fold, table
from nirdesh.extract.clauses.words import Word

TABLE = "frames/words.toml"
SECTIONS = ("words", "affixes", "phrases")


def check(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The document ``data`` if each of its sections is a table of lists of words.

    Raises:
        NirdeshError: If a section is missing or unknown, or a class is empty or no list of words.

    Example:
        >>> check({"version": 1, "words": {"dative": ["को"]}, "affixes": {}, "phrases": {}})["version"]
        1
    """
    wrong = [name for name in SECTIONS if not isinstance(data.get(name), Mapping)]
    wrong += [name for name in data if name not in (*SECTIONS, "version")]
    if not wrong:
        wrong = [
            f"{section}.{name}"
            for section in SECTIONS
            for name, members in data[section].items()
            if not (isinstance(members, list) and members and all(isinstance(m, str) and m for m in members))
        ]
    if wrong:
        raise NirdeshError(
            "bad-lexicon",
            f"{TABLE} can't be used: {', '.join(wrong)}.",
            hint=f"It has the sections {', '.join(SECTIONS)}; each of their classes is a list of words.",
            stage="lexicon",
        )
    return data


def _members(section: str, name: str) -> list[str]:
    classes = _checked()[section]
    if name not in classes:
        raise NirdeshError(
            "no-word-class",
            f"{TABLE} has no class {name!r} in [{section}].",
            hint=f"Its classes there: {', '.join(sorted(classes))}.",
            stage="lexicon",
        )
    return [str(member) for member in classes[name]]


@cache
def _checked() -> Mapping[str, Any]:
    return check(table(TABLE))


@cache
def word_class(name: str) -> frozenset[str]:
    """Keys of the words of a class.

    Raises:
        NirdeshError: If there is no such class.

    Example:
        >>> sorted(word_class("first_person_ergatives"))
        ['मैंने', 'हमने']
    """
    return frozenset(fold(word) for word in _members("words", name))


@cache
def affixes(name: str) -> tuple[str, ...]:
    """Beginnings or endings of a class, as ``str.startswith`` and ``str.endswith`` take them.

    Raises:
        NirdeshError: If there is no such class.

    Example:
        >>> fold("गांवों").endswith(affixes("oblique_plural_endings"))
        True
    """
    return tuple(fold(affix) for affix in _members("affixes", name))


@cache
def sequences(name: str) -> tuple[tuple[str, ...], ...]:
    """Phrases of a class, each as the keys of its words, in the order of the table.

    Raises:
        NirdeshError: If there is no such class.

    Example:
        >>> sequences("comitative")
        (('के', 'साथ'),)
    """
    return tuple(tuple(fold(word) for word in phrase.split()) for phrase in _members("phrases", name))


def stands_at(words: Sequence[Word], start: int, sequence: tuple[str, ...]) -> bool:
    """Whether the words from ``start`` on have these keys."""
    if words[start].key != sequence[0]:
        return False
    return tuple(w.key for w in words[start : start + len(sequence)]) == sequence


def places_of(
    words: Sequence[Word], first: int, end: int, phrases: Iterable[tuple[str, ...]]
) -> Iterator[tuple[int, int]]:
    """Where phrases stand among words ``first`` to ``end``: begin and end of each, phrase by phrase."""
    keys = [w.key for w in words[first:end]]
    for phrase in phrases:
        if phrase[0] in keys:
            for j in range(first, end - len(phrase) + 1):
                if stands_at(words, j, phrase):
                    yield j, j + len(phrase)


def sequence_at(words: Sequence[Word], start: int, end: int, name: str) -> int:
    """Size of the first phrase of a class that stands at ``start`` and ends by ``end``; 0 for none."""
    if start >= end:
        return 0
    for sequence in _by_first(name).get(words[start].key, ()):
        if start + len(sequence) <= end and stands_at(words, start, sequence):
            return len(sequence)
    return 0


@cache
def _by_first(name: str) -> dict[str, list[tuple[str, ...]]]:
    """Phrases of a class, in their order, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for sequence in sequences(name):
        found.setdefault(sequence[0], []).append(sequence)
    return found


def purposive_ends_at(words: Sequence[Word], j: int) -> bool:
    """Whether the word at ``j`` is the लिए of के लिए.

    Example:
        >>> from nirdesh.analyse import blank
        >>> from nirdesh.extract.clauses.words import sentences
        >>> (sentence,) = sentences(blank()("सफाई करने के लिए कहा"))
        >>> [purposive_ends_at(sentence.words, j) for j in (2, 3)]
        [False, True]
    """
    if not j or words[j].key not in word_class("benefactive"):
        return False
    return words[j - 1].key in word_class("oblique_genitive")


def is_purposive(word: Word) -> bool:
    """लिए or हेतु."""
    return word.key in word_class("benefactive") or word.key in word_class("bare_purposive")
