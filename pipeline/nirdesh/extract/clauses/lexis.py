"""Loading of the word lists and tables that clause analysis reads, and the key under which words compare."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import regex

_NUKTA = "\u093c"
_HOMORGANIC = regex.compile(r"(ङ्(?=[कखगघ])|ञ्(?=[चछजझ])|ण्(?=[टठडढ])|न्(?=[तथदध])|म्(?=[पफबभ]))")
# जायेगा and जाएगा, लिये and लिए, गयी and गई: the glide before a final vowel is a matter of spelling.
_GLIDE = regex.compile(r"(?<=.)(ये(?=$|ं|गे|गी|गा)|यी(?=$|ं))")
_GLIDES = {"ये": "ए", "यी": "ई"}
_INVISIBLE = regex.compile("[\u200b-\u200d\ufeff]")


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Spelling-blind key of a word: no nukta, one sign for every homorganic nasal, no joiners.

    Example:
        >>> fold("सम्बोधित") == fold("संबोधित"), fold("बढ़ाएँ") == fold("बढायें")
        (True, True)
    """
    text = unicodedata.normalize("NFD", word).replace(_NUKTA, "")
    text = unicodedata.normalize("NFC", text).replace("ँ", "ं")
    text = _GLIDE.sub(lambda m: _GLIDES[m.group()], text)
    return str(_HOMORGANIC.sub("ं", _INVISIBLE.sub("", text)))


@lru_cache(maxsize=20_000)
def noun_keys(word: str) -> frozenset[str]:
    """Folded word with the bare nouns that it may be a plural or oblique form of.

    Example:
        >>> fold("निर्देश") in noun_keys("निर्देशों"), fold("व्यवसायी") in noun_keys("व्यवसायियों")
        (True, True)
    """
    key = fold(word)
    keys = {key}
    for ending, replacement in _ENDINGS:
        if key.endswith(ending) and len(key) > len(ending) + 1:
            keys.add(fold(key[: -len(ending)] + replacement))
    return frozenset(keys)


_ENDINGS = (
    ("ियों", "ी"),
    ("ियों", "ि"),
    ("ियों", "िया"),
    ("िए", "िया"),
    ("ियां", "ि"),
    ("ाइयों", "ाई"),
    ("इये", "इया"),
    ("ाइयां", "ाई"),
    ("ुएं", "ू"),
    ("ुओं", "ु"),
    ("ियां", "ी"),
    ("ियो", "ी"),
    ("ुओं", "ू"),
    ("ुओं", "ु"),
    ("ाओं", "ा"),
    ("ाएं", "ा"),
    ("ायें", "ा"),
    ("ओं", ""),
    ("ों", ""),
    ("ों", "ा"),
    ("ें", ""),
    ("ो", ""),
    ("े", "ा"),
)


@cache
def table(path: str) -> dict[str, Any]:
    """Parsed TOML table ``lexicon/data/<path>``.

    Example:
        >>> "condition" in table("clauses/closed.toml")["subordinators"]
        True
    """
    raw = files("nirdesh.lexicon").joinpath("data", *path.split("/")).read_text(encoding="utf-8")
    return tomllib.loads(raw)


@cache
def rows(path: str) -> tuple[tuple[str, ...], ...]:
    """Rows of a TSV table ``lexicon/data/<path>`` without comment lines and header."""
    raw = files("nirdesh.lexicon").joinpath("data", *path.split("/")).read_text(encoding="utf-8")
    lines = [line for line in raw.splitlines() if line and not line.startswith("#")]
    return tuple(tuple(line.split("\t")) for line in lines[1:])


@cache
def closed(name: str) -> frozenset[str]:
    """Folded word list ``name`` of ``closed.toml``.

    Example:
        >>> "भी" in closed("particles")
        True
    """
    return frozenset(fold(word) for word in table("clauses/closed.toml")["words"][name])


@cache
def subordinators() -> dict[str, str]:
    """Folded word that opens a dependent clause -> kind of the clause."""
    kinds = table("clauses/closed.toml")["subordinators"]
    return {fold(word): kind for kind, words in kinds.items() for word in words}


@cache
def auxiliaries() -> dict[str, frozenset[str]]:
    """Form of a verb -> folded stems of the verbs that may follow it inside one group."""
    return {
        form: frozenset(fold(stem) for stem in stems)
        for form, stems in table("clauses/closed.toml")["auxiliaries"].items()
    }
