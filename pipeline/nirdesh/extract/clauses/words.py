"""Words of a ``Doc`` with their verb readings, and the sentences and blocks that they stand in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from spacy.tokens import Doc

from nirdesh.analyse.tokenizer import TEXT
from nirdesh.extract.clauses.lexis import auxiliaries, closed, fold, noun_keys, subordinators, table
from nirdesh.extract.clauses.morphology import VerbForm, noun_like_stems, readings
from nirdesh.mentions import Span

_BULLETS = frozenset("-–—*•●▪·o")
_SIGNS = frozenset(
    "✅✔☑✓➡►▶➤➢◆■★☛👉🔹🔸◾"
)  # first character of pictures that mark items, variation selectors aside
_LETTERED = re.compile("[कखगघङचछजझञ]|[अबसद]|[a-hA-H]|[ivx]{1,4}|[IVX]{1,4}")


@dataclass(frozen=True, slots=True)
class Word:
    """One token.

    Attributes:
        key: ``fold(text)``.
        start, end: Offsets in ``doc.text``.
        verbs: Verb readings that its neighbours allow.
        head: Token that the parser hangs it on.
        punct: Whether no letter or digit is in it.
        nouns: ``noun_keys(text)``.
    """

    text: str
    key: str
    start: int
    end: int
    token: int
    verbs: tuple[VerbForm, ...]
    pos: str
    dep: str
    head: int
    punct: bool
    nouns: frozenset[str]

    def is_noun(self, nouns: frozenset[str]) -> bool:
        """Whether the word, or the noun that it is a plural of, is among ``nouns``."""
        return not self.nouns.isdisjoint(nouns)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of one sentence, its place, the layout block it stands in, and its paragraph's number.

    Attributes:
        kept: What was made of the sentence and is asked for again.
    """

    words: tuple[Word, ...]
    start: int
    end: int
    block: str
    paragraph: int
    index: int
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def span(self, first: int, last: int) -> Span:
        """Offsets of words ``first`` (included) to ``last`` (excluded)."""
        return Span(self.words[first].start, self.words[last - 1].end)

    def text(self, first: int, last: int) -> str:
        """Words ``first`` to ``last`` joined by spaces."""
        return " ".join(w.text for w in self.words[first:last])


def _allowed(keys: Sequence[str], i: int, found: tuple[VerbForm, ...], pos: str) -> tuple[VerbForm, ...]:
    """Readings of word ``i`` that its neighbours and its tag allow."""
    key = keys[i]
    if not found or key == _COMPLEMENTIZER or key in closed("not_verbs"):
        return ()
    before = keys[i - 1] if i else ""
    after = keys[i + 1] if i + 1 < len(keys) else "।"
    if key == fold("लिए") and before in closed("genitives"):
        return ()
    if key == fold("ले") and before in closed("about_what") and not _takes_along(keys, i):
        return ()  # चुनाव को ले बैठक हुई: about it
    if key == fold("कर") and after in closed("of_tax") and (not i or before in closed("before_tax")):
        return ()  # भवन कर अनुभाग
    if key in closed("verbs_before_stop") and not _closes(keys, i):
        return ()
    kept = []
    vectors = auxiliaries()["stem"]
    for form in found:
        if form.form == "stem" and not _bare_stem(form, keys, i, after, vectors):
            continue
        kept.append(form)
    forms = {f.form for f in kept}
    familiar = key.endswith(_FAMILIAR) and forms <= {"imp", "subj"}
    if familiar and after not in closed("coordinators") and not _closes(keys, i):
        return ()  # भारत जोड़ो यात्रा, बूथ चलो अभियान
    if familiar and after in closed("quotes") and keys[i + 2 : i + 3] and not _stops(keys[i + 2]):
        return ()  # 'पिंजरा हटाओ' मार्च: the name of something
    if pos in ("PROPN", "ADP", "PRON") and forms <= {"perf", "stem", "impf"}:
        return () if pos == "ADP" or not _closes(keys, i) else tuple(kept)  # उक्त बातें … ने कहीं।
    wished = key.endswith(_WISH) and forms == {"subj"} and key not in closed("noun_plurals")
    bidden = familiar and key != fold("दो")
    distinct = (wished or bidden) and _closes(keys, i)  # सूचना तत्काल देवें ।, काम रोको और …
    if (
        pos in ("NOUN", "NUM")
        and not distinct
        and "subj" in forms
        and forms <= {"perf", "stem", "impf", "subj"}
    ):
        return ()  # पांच बजे, अगले दो दिन
    return tuple(kept)


def _takes_along(keys: Sequence[str], i: int) -> bool:
    """बच्चे को ले जाएं, को ले कर, को ले।: a verb follows that ले goes with, or nothing does."""
    after = keys[i + 1] if i + 1 < len(keys) else "।"
    joined = {f.stem for f in readings(after)} & (auxiliaries()["stem"] | {fold("कर")})
    return bool(joined) or after in closed("stops") or after in closed("soft_stops")


def _bare_stem(form: VerbForm, keys: Sequence[str], i: int, after: str, vectors: frozenset[str]) -> bool:
    """A bare stem is a verb before a vector verb (कर लें), before कर (देख कर), or when it is कर itself."""
    if form.stem == fold("कर"):
        return True
    step = 2 if after in closed("particles") | closed("negation") else 1
    following = readings(keys[i + step]) if i + step < len(keys) else ()
    if form.stem in noun_like_stems():
        narrow = {fold(s) for s in ("सक", "चुक", "रह", "पा", "जा")}
        stays = fold("रह")  # जांच रहा है, but जांच रहेगी: a noun with रहना
        return any(f.stem in narrow and (f.stem != stays or f.form == "perf") for f in following)
    return any(f.stem in vectors for f in following) or after in (fold("कर"), fold("के"))


def _closes(keys: Sequence[str], i: int) -> bool:
    """Whether word ``i`` stands where a verb ends a clause: before a stop, an auxiliary or a conjunction."""
    after = keys[i + 1] if i + 1 < len(keys) else "।"
    if after in closed("stops") or after in closed("soft_stops") or after in (fold("कि"), fold("तो")):
        return True
    if subordinators().get(after) in ("purpose", "cause"):
        return True
    if after in closed("coordinators") and keys[i] != fold("के"):
        if keys[i] == fold("की"):
            return i > 0 and (keys[i - 1] in closed("feminine_hosts") or keys[i - 1] in closed("particles"))
        return keys[i] != fold("दो")
    if keys[i] == fold("हो"):
        joined = any(f.stem in auxiliaries()["stem"] for f in readings(after))
        if joined or after in subordinators() or after in closed("correlatives"):
            return True
    if after in closed("negation") and i + 2 < len(keys):
        after = keys[i + 2]
    return keys[i] not in (fold("दो"), fold("के")) and any(f.stem in _ends() for f in readings(after))


def _stops(key: str) -> bool:
    return key in closed("stops") or key in closed("soft_stops")


@cache
def _ends() -> frozenset[str]:
    return frozenset(fold(s) for s in ("है", "था", "जा"))


def _block_at(doc: Doc, offset: int) -> tuple[str, int]:
    for number, block in enumerate(doc._.blocks or ()):
        if block.start <= offset < block.end:
            return block.kind, number
    return "body", -1


def _make_words(doc: Doc, first: int, last: int, names: frozenset[int]) -> tuple[Word, ...]:
    tokens = [t for t in doc[first:last] if not t.is_space]
    keys = [_spellings().get(key := fold(t.text), key) for t in tokens]
    for i, (token, after) in enumerate(pairwise(tokens)):
        if (
            after.text == "-"
            and keys[i] in closed("case_markers")
            and not token.whitespace_
            and not after.whitespace_
        ):
            keys[i] += "-"  # को-ऑपरेटिव: a syllable, no case marker
    for i in range(1, len(keys)):
        if keys[i] == _GENITIVE and _opens_content(keys, i):
            keys[i] = _COMPLEMENTIZER
    return tuple(
        Word(
            token.text,
            keys[i],
            token.idx,
            token.idx + len(token.text),
            token.i,
            () if token.idx in names else _allowed(keys, i, readings(token.text), token.pos_),
            token.pos_,
            token.dep_,
            token.head.i,
            _is_punct(token.text),
            noun_keys(token.text),
        )
        for i, token in enumerate(tokens)
    )


@cache
def _spellings() -> dict[str, str]:
    """Keys of small words that are misspelt, and of what they are meant for."""
    return {fold(word): fold(meant) for word, meant in table("clauses/closed.toml")["spellings"].items()}


@lru_cache(maxsize=20_000)
def _is_punct(text: str) -> bool:
    return not any(c.isalnum() for c in text)


_GENITIVE, _COMPLEMENTIZER, _WHO = fold("की"), fold("कि"), fold("जो")
_FAMILIAR = (fold("ो"), fold("ओ"))  # endings of the imperative to a friend
_WISH = (fold("ें"), fold("ाएं"), fold("वे"))  # endings of a subjunctive that no noun has


def _opens_content(keys: Sequence[str], i: int) -> bool:
    """Whether की is कि misspelt: no genitive follows a verb that has told something (बताया की …)."""
    before = keys[i - 1]
    if before == _WHO:
        return i + 1 < len(keys) and not readings(keys[i + 1])  # जो की 5 मई से लागू रहेगा
    if before in closed("telling_ends"):
        return True
    told = keys[i - 2] if i > 1 else ""
    if before in closed("telling_light_ends"):
        return bool(told) and told not in closed("case_markers")
    return before in closed("telling_passive_ends") and bool(readings(told))


def _name_starts(doc: Doc) -> frozenset[int]:
    """Offsets of the tokens of names, which are no verbs whatever they look like (हेमा जीना)."""
    spans = [m.span for p in doc._.people for m in p.mentions if m.kind in ("name", "short")]
    starts = doc.to_array("IDX").tolist()
    return frozenset(
        i for s in spans for i in starts[bisect_left(starts, s.start) : bisect_left(starts, s.end)]
    )


def _stands_alone(text: str, words: Sequence[Word]) -> bool:
    """A short line of its own without a stop is a heading inside the body."""
    if words[-1].key in closed("stops") or len(words) > _HEADING_WORDS:
        return False
    before = text[: words[0].start].rstrip(" \t\u00a0#")
    if (words[0].punct and not words[0].text.startswith("#")) or words[0].key[:1].isdigit():
        return False
    after = text[words[-1].end :].lstrip(" \t\u00a0*")
    return (not before or before.endswith("\n")) and after.startswith("\n")


_HEADING_WORDS = 14


def text_of(doc: Doc) -> str:
    """Text of ``doc``, which spaCy joins anew each time that it is asked for."""
    if TEXT not in doc.user_data:
        doc.user_data[TEXT] = doc.text
    text: str = doc.user_data[TEXT]
    return text


def sentences(doc: Doc) -> tuple[Sentence, ...]:
    """Sentences of ``doc`` in order, empty ones left out; made once for each state of its people."""
    names = _name_starts(doc)
    kept: tuple[frozenset[int], tuple[Sentence, ...]] | None = doc.user_data.get(_KEPT)
    if kept is None or kept[0] != names:
        kept = names, tuple(_sentences(doc, names))
        doc.user_data[_KEPT] = kept
    return kept[1]


_KEPT = "nirdesh.sentences"


def _sentences(doc: Doc, names: frozenset[int]) -> Iterator[Sentence]:
    text = text_of(doc)
    paragraph = 0
    previous_end = 0
    index = 0
    spans = [(s.start, s.end) for s in doc.sents] if doc.has_annotation("SENT_START") else [(0, len(doc))]
    for first, last in spans:
        words = _make_words(doc, first, last, names)
        if not any(not w.punct for w in words):
            continue
        if "\n" in text[previous_end : words[0].start]:
            paragraph += 1
        kind, _ = _block_at(doc, words[0].start)
        if kind == "body" and _stands_alone(text, words):
            kind = "subheadline"
        yield Sentence(words, words[0].start, words[-1].end, kind, paragraph, index)
        previous_end = words[-1].end
        index += 1


def is_item(sentence: Sentence) -> bool:
    """Whether a sentence is an item of a list (- …, * …, १. …, (ख) …)."""
    return item_body(sentence) > 0


def item_body(sentence: Sentence) -> int:
    """Index of the first word after the mark of a list item (•, 1), (3), क., (iii)); 0 without one."""
    texts = [w.text for w in sentence.words[:4]]
    if texts[0] in _BULLETS or texts[0][:1] in _SIGNS:
        return 1
    first = 1 if texts[0] == "(" else 0
    label, closing = [*texts[first : first + 2], "", ""][:2]
    if label[:1].isdigit() and label[-1] in ".)":
        return 1
    lettered = _LETTERED.fullmatch(label) is not None and (closing == ")" or (closing == "." and not first))
    numbered = label[:1].isdigit() and closing in (".", ")", ":", "-")
    return first + 2 if len(texts) > first + 2 and (numbered or lettered) else 0
