"""Realistic noise for clean text, the same for the same seed: what fonts, scrapers and typists do to reports.

For measuring how much noise costs, and for training on noisy text. Words stay words: each kind of noise is
one that :mod:`nirdesh.text.normalise` knows, at a rate seen on scraped pages.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, fields

_WORD = re.compile("[\u0900-\u0963\u0970-\u097f]+")
_DEVANAGARI_DIGITS = str.maketrans("0123456789", "०१२३४५६७८९")
_HOMORGANIC = (("क-घ", "ङ"), ("च-झ", "ञ"), ("ट-ढ", "ण"), ("त-ध", "न"), ("प-भ", "म"))
_COMPOSED = {"क़": "\u0958", "ख़": "\u0959", "ग़": "\u095a", "ज़": "\u095b"}
_COMPOSED |= {"ड़": "\u095c", "ढ़": "\u095d", "फ़": "\u095e"}


@dataclass(frozen=True, slots=True)
class Rates:
    """Share of the places where each kind of noise strikes.

    Attributes:
        font: Words that a converter could damage (ई, ॉ, चौ, reph with ि, ि in a conjunct).
        danda: Dandas that lose their blank, get one before them, or are written as ``|``, ``.`` or ``l``.
        lost: Dandas that are missing altogether; at the end of a line three times as many.
        digits: Numbers in Devanagari digits.
        spelling: Words with a homorganic nasal or glide, spelt the other way.
        blanks: Blanks that become a no-break or a double blank.
        forms: Nukta letters as one code point, and joiners after a virama.
        abbreviation: Abbreviation dots typed as 0 (उ.प्र. as उ0प्र0).
    """

    font: float = 0.15
    danda: float = 0.25
    lost: float = 0.03
    digits: float = 0.3
    spelling: float = 0.15
    blanks: float = 0.03
    forms: float = 0.3
    abbreviation: float = 0.5


def add_noise(text: str, *, seed: int = 0, rates: Rates | None = None) -> str:
    """The text with noise; the same text, seed and rates always give the same noise.

    Example:
        >>> add_noise("कोई बैठक 12 मार्च को हुई।", seed=3, rates=Rates(font=1.0, danda=0.0, digits=1.0))
        'कोर्इ बैठक १२ मार्च को हुर्इ।'
    """
    digest = hashlib.sha256(f"{seed}\0{text}".encode()).digest()
    rng = random.Random(int.from_bytes(digest[:8], "big"))
    rates = rates or Rates()
    for kind in fields(rates):
        rate = getattr(rates, kind.name)
        if rate > 0:
            text = _KINDS[kind.name](text, rate, rng)
    return text


def _font(text: str, rate: float, rng: random.Random) -> str:
    def damage(m: re.Match[str]) -> str:
        word = m[0]
        options = [new for find, to in _DAMAGE if (new := find.sub(to, word)) != word]
        return rng.choice(options) if options and rng.random() < rate else word

    return _WORD.sub(damage, text)


_DAMAGE = (
    (re.compile("ई"), "र्इ"),
    (re.compile("ॉ"), "ाॅ"),
    (re.compile("ऑ"), "आॅ"),
    (re.compile("चौ"), "चै"),
    (re.compile("([क-ह])्([क-ह])ि"), r"\1्ि\2"),
    (re.compile("र्([क-ह])ि"), "\\1र्ि"),
    (re.compile("र्([क-ह])्([क-ह])"), r"\1्र्\2"),
    (re.compile("ें(?=$)"), "ंे"),
)


def _danda(text: str, rate: float, rng: random.Random) -> str:
    def change(m: re.Match[str]) -> str:
        if rng.random() >= rate:
            return m[0]
        return rng.choice((f" ।{m[1]}", "।", f"|{m[1]}", f" |{m[1]}", f".{m[1]}", f" l{m[1]}"))

    return re.sub("।( ?)(?=.)", change, text)


def _lost(text: str, rate: float, rng: random.Random) -> str:
    text = re.sub("।(?=\n|$)", lambda m: "" if rng.random() < 3 * rate else m[0], text)
    return re.sub("। ", lambda m: " " if rng.random() < rate else m[0], text)


def _digits(text: str, rate: float, rng: random.Random) -> str:
    return re.sub(
        "[0-9]+", lambda m: m[0].translate(_DEVANAGARI_DIGITS) if rng.random() < rate else m[0], text
    )


def _spelling(text: str, rate: float, rng: random.Random) -> str:
    for following, nasal in _HOMORGANIC:
        text = re.sub(f"ं(?=[{following}])", lambda m, n=nasal: f"{n}्" if rng.random() < rate else m[0], text)  # type: ignore[misc]
    pairs = (("(?<=[ाेोि])ए(?![ऀ-ॿ])", "ये"), ("(?<=[क-ह])ई(?![ऀ-ॿ])", "यी"), ("ां", "ाँ"))
    for find, to in pairs:
        text = re.sub(find, lambda m, t=to: t if rng.random() < rate else m[0], text)  # type: ignore[misc]
    return text


def _blanks(text: str, rate: float, rng: random.Random) -> str:
    return re.sub(" ", lambda m: rng.choice(("\u00a0", "  ")) if rng.random() < rate else m[0], text)


def _forms(text: str, rate: float, rng: random.Random) -> str:
    for pair, one in _COMPOSED.items():
        text = re.sub(pair, lambda m, o=one: o if rng.random() < rate else m[0], text)  # type: ignore[misc]
    return re.sub("्(?=[क-ह])", lambda m: "्\u200d" if rng.random() < rate / 10 else m[0], text)


def _abbreviation(text: str, rate: float, rng: random.Random) -> str:
    def change(m: re.Match[str]) -> str:
        return m[0].replace(".", "0") if rng.random() < rate else m[0]

    return re.sub("(?<![ऀ-ॿ])(?:[क-हअ-औ][ऀ-्]{0,3}\\.){2,}", change, text)


_KINDS: dict[str, Callable[[str, float, random.Random], str]] = {
    "font": _font,
    "danda": _danda,
    "lost": _lost,
    "digits": _digits,
    "spelling": _spelling,
    "blanks": _blanks,
    "forms": _forms,
    "abbreviation": _abbreviation,
}
