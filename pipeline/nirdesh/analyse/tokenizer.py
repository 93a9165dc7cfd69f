"""Tokenizer for Hindi press text: one scan of one pattern, offsets exact, words as in the Hindi treebank.

Kept whole: abbreviations with a full stop (डॉ., रु., उ.प्र.) or a zero (उ0प्र0), initials (ए. के.), numbers,
dates, times, ordinals (21वीं), addresses of the web, Latin words. Everything else that is not a letter stands
alone, the hyphen of अपने-अपने included, as in the treebank.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import regex
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from nirdesh.lexicon.files import toml

NAME: Final = "nirdesh.HindiTokenizer.v1"
TEXT: Final = "nirdesh.text"  # key of the text of a document, which spaCy joins anew each time

# Devanagari without dandas and digits, with the joiners that live inside words.
LETTER: Final = r"[\u0900-\u0963\u0970-\u097F\u200C\u200D]"
DIGIT: Final = r"[0-9\u0966-\u096F]"
# One written syllable: a consonant group or a vowel with its signs.
SYLLABLE: Final = (
    r"(?:[\u0904-\u0939\u0958-\u0961\u0972-\u097F]\u093C?(?:\u094D[\u200C\u200D]?[\u0915-\u0939\u0958-\u095F]\u093C?)*"
    r"[\u0900-\u0903\u093E-\u094C\u0962\u0963]*\u094D?)"
)


def _either(words: Iterable[str]) -> str:
    """Alternation of literal words, longest first."""
    return (
        "(?:" + "|".join(regex.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w))) + ")"
    )


def _number_patterns(ordinals: Sequence[str]) -> list[str]:
    d = DIGIT
    number = rf"(?:{d}{{1,3}}(?:,{d}{{2,3}})*,{d}{{3}}(?!{d})|{d}+)(?:\.{d}+)?"
    return [
        rf"{d}{{1,4}}([./-]){d}{{1,2}}\1{d}{{2,4}}(?!{d})",
        rf"{d}{{1,2}}:{d}{{2}}(?::{d}{{2}})?(?!{d})",
        rf"{number}(?:{_either(ordinals)}(?!{LETTER}|[A-Za-z]))?",
    ]


def _abbreviation_patterns(data: dict[str, Any]) -> list[str]:
    guarded = set(data["guarded"]["after_digit"])
    initials = data["initials"]["letters"]
    weak = set(data["initials"]["weak"])
    plain = [w for words in data["abbreviations"].values() for w in words if w not in guarded]
    stop = _either(w for w in data["syllables"]["words"] if w not in initials)
    piece = rf"(?:(?!{stop}\.|{stop}(?!{LETTER}))(?:{_either(initials)}|{SYLLABLE}))"
    letter = _either(initials)
    closing = _either(data["syllables"]["closing"])
    return [
        rf"(?:{LETTER}{{1,5}}[0०](?!{DIGIT}))+{LETTER}*",
        rf"(?:{piece}\.){{2,}}(?:{closing}\.|{piece}(?!{LETTER}))?",
        rf"{piece}\.{piece}(?![.\u0900-\u0963\u0970-\u097F])",
        rf"{_either(plain)}\.(?!\.)",
        rf"(?<={DIGIT}[ \u00A0]?(?:[\u0900-\u0963]+\.[ \u00A0]?)?){_either(guarded)}\.(?!\.)",
        rf"{_either(w for w in initials if w not in weak)}\.(?=[ \u00A0]?{LETTER})",
        rf"{_either(weak)}\.(?=[ \u00A0]?{letter}\.)",
        rf"(?<={letter}\.[ \u00A0]?){_either(weak)}\.(?=[ \u00A0]?{LETTER})",
        rf"(?<={_either(data['abbreviations']['title'])}\.?[ \u00A0]){_either(weak)}\.(?=[ \u00A0]?{LETTER})",
        rf"(?<=[,:][ \u00A0]){_either(weak)}\.(?=[ \u00A0]?{LETTER})",
        r"(?:[A-Za-z]\.){2,}",
    ]


@lru_cache(maxsize=1)
def token_pattern() -> regex.Pattern[str]:
    """The pattern of one token that is not white space; the first alternative that fits wins."""
    data = toml("analyse", "tokens.toml")
    parts = [
        r"https?://[^\s<>\"”’।|]*[^\s<>\"”’।|.,;:!?)\]]",
        r"www\.[A-Za-z0-9.-]+\.[A-Za-z]{2,}(?:/[^\s<>\"।|]*[^\s<>\"।|.,;:!?)])?",
        r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
        rf"[@#](?:[A-Za-z0-9_]|{LETTER})+",
        *_number_patterns(data["ordinals"]["suffixes"]),
        *_abbreviation_patterns(data),
        rf"{_either(data['visarga']['words'])}:(?=\s)",
        rf"{LETTER}+",
        r"[A-Za-z\u00C0-\u024F]+[0-9]*(?:[-'’&][A-Za-z0-9]+)*",
        r"\.{2,}|…+|[।॥|]+|-{2,}|[–—]+",
        r"\S",
    ]
    return regex.compile("|".join(f"(?:{part})" if "\\1" not in part else part for part in parts))


def split_words(text: str) -> tuple[list[str], list[bool]]:
    """Words of a text and whether a blank follows each; more white space is a word of its own, as in spaCy.

    ``"".join(word + " " * space)`` gives the text back.

    Example:
        >>> split_words("डॉ. वर्मा आए।वे  गए")
        (['डॉ.', 'वर्मा', 'आए', '।', 'वे', ' ', 'गए'], [True, True, False, False, True, False, False])
    """
    words: list[str] = []
    spaces: list[bool] = []
    position = 0
    for match in token_pattern().finditer(text):
        start, end = match.span()
        if start > position:
            _add_blank(text[position:start], words, spaces)
        words.append(text[start:end])
        spaces.append(False)
        position = end
    if position < len(text):
        _add_blank(text[position:], words, spaces)
    return words, spaces


def _add_blank(gap: str, words: list[str], spaces: list[bool]) -> None:
    """White space between two words: the first blank belongs to the word before."""
    if words and gap[0] == " ":
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        own = gap[:-1] if len(gap) > 1 and gap[-1] == " " else gap
        words.append(own)
        spaces.append(own is not gap)


class HindiTokenizer:
    """spaCy tokenizer over :func:`split_words`; has no state of its own.

    Example:
        >>> [token.text for token in HindiTokenizer(Vocab())("उ0प्र0 में 10:30 बजे")]
        ['उ0प्र0', 'में', '10:30', 'बजे']
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Tokenise one text."""
        words, spaces = split_words(text)
        return Doc(self.vocab, words=words, spaces=spaces, user_data={TEXT: text})

    def __reduce__(self) -> tuple[Any, ...]:
        return HindiTokenizer, (self.vocab,)

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to keep: the rules are part of the package."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> HindiTokenizer:
        """Counterpart of :meth:`to_bytes`."""
        return self

    def to_disk(self, _path: str | Path, **_: Any) -> None:
        """Nothing to keep: the rules are part of the package."""

    def from_disk(self, _path: str | Path, **_: Any) -> HindiTokenizer:
        """Counterpart of :meth:`to_disk`."""
        return self


@registry.tokenizers(NAME)  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], HindiTokenizer]:
    """Registered maker for spaCy configurations."""

    def make(nlp: Language) -> HindiTokenizer:
        return HindiTokenizer(nlp.vocab)

    return make
