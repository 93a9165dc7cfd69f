"""Damaged words: candidates by class (``damage.toml``), decided by the word list and the character model."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from nirdesh.text import words
from nirdesh.text.characters import mend_signs
from nirdesh.text.data import table
from nirdesh.text.keys import key

_TWO_VIRAMAS = "\u094d\u094d"
_REPH = "\u0930\u094d"
_SYLLABLE = re.compile(
    "(?:[\u0915-\u0939]\u093c?\u094d)*[\u0915-\u0939]\u093c?\u094d?[\u093e-\u094c]?[\u0900-\u0903]?|."
)
_HOMORGANIC = re.compile("[ङञणन]्(?=[क-घच-झट-ढत-ध])|म्(?=[प-भ])")
_MAX_WORD = 40
_MAX_PLACES = 4
_RESPELL = 5
_RIVAL = 4.0  # nats that a candidate needs over the first one, the class's own mending


@dataclass(frozen=True, slots=True)
class DamageClass:
    """One row of ``damage.toml``."""

    id: str
    find: re.Pattern[str]
    to: str
    move: tuple[int, ...]
    broken: bool
    least: int
    model: float | None
    respell: bool
    also: tuple[tuple[re.Pattern[str], str], ...]
    insert: str
    ordered: bool
    stems: tuple[str, ...]
    genuine: re.Pattern[str] | None


@cache
def classes() -> tuple[DamageClass, ...]:
    """The classes in the order in which they are tried."""
    return tuple(
        DamageClass(
            r["id"],
            _pattern(r["find"]),
            unicodedata.normalize("NFC", r.get("to", "")),
            tuple(r.get("move", ())),
            r["decide"] == "broken",
            r.get("least", 1),
            r.get("model"),
            r.get("respell", False),
            tuple((_pattern(find), to) for find, to in r.get("also", ())),
            r.get("insert", ""),
            r.get("ordered", False),
            tuple(unicodedata.normalize("NFC", r.get("stems", "")).split()),
            _pattern(r["genuine"]) if "genuine" in r else None,
        )
        for r in table("damage.toml")["class"]
    )


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(unicodedata.normalize("NFC", text))


@cache
def _suspect() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{c.find.pattern})" for c in classes()).replace(r"(\1", "("))


def is_broken(word: str) -> bool:
    """Whether a word has a sequence that no spelling has.

    Example:
        >>> is_broken("अन्र्तगत"), is_broken("अंतर्गत")
        (True, False)
    """
    return any(c.broken and c.find.search(word) is not None for c in classes())


def is_genuine(word: str) -> bool:
    """Whether a class names the word as right although it has the class's sequence."""
    return any(c.genuine is not None and c.genuine.fullmatch(word) is not None for c in classes())


def candidates(word: str) -> list[tuple[str, DamageClass]]:
    """What a damaged word may have been, class by class, without deciding."""
    found: list[tuple[str, DamageClass]] = []
    for c in classes():
        if c.find.search(word) is None or (c.genuine is not None and c.genuine.fullmatch(word) is not None):
            continue
        options = list(_moved(word, c) if c.move else _replaced(word, c.find, c.to))
        for find, to in c.also:
            options.extend(_replaced(word, find, to))
        for m in c.find.finditer(word) if c.insert else ():
            options.extend(word[: m.end()] + letter + word[m.end() :] for letter in c.insert)
        for text in options:
            text = mend_signs(text)[0]
            if text != word and _TWO_VIRAMAS not in text and all(text != t for t, _ in found):
                found.append((text, c))
    return found


def _replaced(word: str, find: re.Pattern[str], to: str) -> Iterator[str]:
    places = list(find.finditer(word))
    if len(places) > 1:
        yield find.sub(to, word)
    for m in places[:_MAX_PLACES]:
        yield word[: m.start()] + m.expand(to) + word[m.end() :]


def _moved(word: str, c: DamageClass) -> Iterator[str]:
    for m in list(c.find.finditer(word))[:_MAX_PLACES]:
        at = m.start() + m[0].index(_REPH)
        rest = word[:at] + word[at + 2 :]
        starts = [s.start() for s in _SYLLABLE.finditer(rest)]
        here = max((i for i, s in enumerate(starts) if s <= at), default=0)
        for step in c.move:
            if 0 <= here + step < len(starts):
                to = starts[here + step]
                yield rest[:to] + _REPH + rest[to:]


@lru_cache(maxsize=4096)
def repair_word(word: str) -> tuple[str, str] | None:
    """The repaired word with the id of the class, or None for a word to be left as it is.

    Example:
        >>> repair_word("चैथाईवाला"), repair_word("चैत्र")
        (('चौथाईवाला', 'vowel-au'), None)
    """
    if word in words.known() or len(word) > _MAX_WORD or _suspect().search(word) is None:
        return None
    for c in classes():
        options = [t for t, k in candidates(word) if k is c]
        if options:
            best = _best(word, options, c)
            if best is not None:
                return (best if best == options[0] else _respelled(best, c)), c.id
    return None


def _best(word: str, options: list[str], c: DamageClass) -> str | None:
    counts = words.counts()
    seen = max(options, key=lambda t: counts.get(t, 0))
    if c.ordered:
        seen = next((t for t in options if t in counts), seen)
    if counts.get(seen, 0) >= (1 if c.broken else c.least):
        return seen
    stemmed = [t for t in options if c.stems and t.startswith(c.stems)]
    if stemmed:
        return stemmed[0]
    by_key = next((t for t in options if key(t) in words.known_keys()), None) if c.broken else None
    if by_key is not None:
        return by_key
    first = words.log_probability(options[0])
    likely = max(
        options[:2] if c.broken else options,
        key=lambda t: words.log_probability(t) - (0 if t == options[0] else _RIVAL),
    )
    gain = max(first, words.log_probability(likely)) - words.log_probability(word)
    if is_broken(likely):
        return None
    if c.broken or (c.model is not None and gain >= c.model):
        return likely
    return None


def _respelled(word: str, c: DamageClass) -> str:
    """The standard spelling, with anusvara, of a word whose own spelling the damage hid (अन्र्तगत: अंतर्गत)."""
    if not c.respell:
        return word
    usual = _HOMORGANIC.sub("ं", word)
    return usual if words.counts().get(usual, 0) >= _RESPELL else word
