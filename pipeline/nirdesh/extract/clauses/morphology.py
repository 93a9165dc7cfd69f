"""Full-form table of Hindi verbs, generated from their stems.

Forms are named by what clause analysis needs of them: ``inf`` करना, ``inf_o`` करने, ``impf`` करता,
``perf`` किया, ``kar`` करके, ``subj`` करें (subjunctive and plain imperative), ``fut`` करेगा, ``imp`` कीजिए,
``stem`` कर, ``cop`` है, ``past`` था, ``oblig`` चाहिए.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from nirdesh.extract.clauses.lexis import fold, rows, table


class VerbForm(NamedTuple):
    """One reading of a word as a verb: folded stem, form name, and whether the form is plural."""

    stem: str
    form: str
    plural: bool = False


def _paradigms() -> dict[str, Any]:
    return table("clauses/morphology.toml")


def _regular(stem: str) -> Iterator[tuple[str, str, bool]]:
    """Forms of a stem that follow the pattern: word, form name, whether it is plural."""
    tables = _paradigms()
    every = tables["endings"]
    own = every["after_vowel" if stem[-1] in tables["stem_vowels"] else "after_consonant"]
    for form, name in (("inf", "infinitive"), ("inf_o", "oblique_infinitive")):
        for ending in every[name]:
            yield stem + ending, form, False
    numbered = (("impf", every["imperfective"]), ("perf", own["perfective"]), ("subj", own["subjunctive"]))
    for form, endings in numbered:
        for ending, number in endings:
            yield stem + ending, form, number == "plural"
    plural_signs = tuple(tables["plural_future_signs"])
    for ending in own["future"]:
        yield stem + ending, "fut", ending.endswith(plural_signs)
    for ending in own["imperative"]:
        yield stem + ending, "imp", True
    for ending in every["conjunctive"]:
        yield stem + ending, "kar", False
    yield stem, "stem", False


@lru_cache(maxsize=1)
def verb_table() -> dict[str, tuple[VerbForm, ...]]:
    """Folded word -> its readings as a verb form.

    Example:
        >>> [r.form for r in verb_table()[fold("चलाएंगे")]], [r.form for r in verb_table()[fold("रहे")]]
        (['fut'], ['perf', 'subj'])
    """
    found: dict[str, dict[VerbForm, None]] = {}
    tables = _paradigms()
    defective = tables["defective"]
    plural_signs = tuple(tables["plural_signs"])
    for stem in [*(row[0] for row in rows("clauses/verbs.tsv")), *defective]:
        irregular = tables["irregular"].get(stem, {})
        entries = [] if stem in defective else list(_regular(stem))
        entries = [e for e in entries if e[1] not in irregular or (e[1] == "kar")]
        for form, words in irregular.items():
            entries += [(word, form, word.endswith(plural_signs)) for word in words]
        for misspelt in tables["misspelt"].get(stem, ()):
            entries += _regular(misspelt)
        for word, form, plural in entries:
            found.setdefault(fold(word), {})[VerbForm(fold(stem), form, plural)] = None
    return {word: tuple(readings) for word, readings in found.items()}


@lru_cache(maxsize=1)
def noun_like_stems() -> frozenset[str]:
    """Stems whose bare form is also a common noun (जांच, मांग, रोक)."""
    return frozenset(fold(row[0]) for row in rows("clauses/verbs.tsv") if len(row) > 1 and row[1] == "noun")


def readings(word: str) -> tuple[VerbForm, ...]:
    """Verb readings of a word, none for other words.

    Example:
        >>> [r.stem for r in readings("जायेंगे")], readings("विधानसभा")
        (['जा'], ())
    """
    key = fold(word)
    return verb_table().get(key) or _guess(key)


def _guess(key: str) -> tuple[VerbForm, ...]:
    """Future forms of stems that no table has; no other part of speech ends so."""
    guess = _paradigms()["guess"]
    if len(key) >= guess["shortest"]:
        for ending in guess["future"]:
            if key.endswith(ending):
                return (VerbForm(key.removesuffix(ending), "fut", ending in guess["plural"]),)
    return ()
