"""The trained tagger of names: it finds those that the rules miss, and mends those that they cut wrongly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from nirdesh.analyse.models import model_path
from nirdesh.analyse.neural.component import one_thread, word_vectors
from nirdesh.extract.lexis import closed, first_like
from nirdesh.extract.people.ends import governs, where
from nirdesh.extract.people.letters import shortened
from nirdesh.extract.people.names import Names
from nirdesh.extract.people.runs import NameHit
from nirdesh.extract.people.segment import initials
from nirdesh.extract.people.singles import its_place
from nirdesh.extract.people.things import of_thing
from nirdesh.extract.people.trained.inputs import Vectors, inputs_of
from nirdesh.extract.people.trained.network import Network, load
from nirdesh.extract.sequence import Floats, Place, spans_of
from nirdesh.extract.words import Word
from nirdesh.lexicon.files import toml
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.posts import post_grammar

NAME: Final = "hi_people"
RULE: Final = "trained"
_SYLLABLE: Final = 4  # letters of the longest part of an abbreviation
_DASH: Final = 3  # letters of a dash with its blanks
_SHORT: Final = 3  # words of a name that is one person's
_NEAR: Final = ("space", "hyphen", "bracket")  # between a title or an honorific and the name


@dataclass(frozen=True, slots=True)
class Tagger:
    """Networks and the word vectors that they were trained with."""

    networks: tuple[Network, ...]
    vectors: Vectors

    def complete(self, names: Names, doc: Doc) -> list[NameHit]:
        """The names of the rules, some cut otherwise or dropped, and those that only the networks see."""
        found = names.collect()
        if not names.words:
            return found
        inputs = inputs_of(names, doc, self.vectors)
        with one_thread():
            shares = np.mean([network.shares(inputs) for network in self.networks], axis=0)
        return completed(names, shares)


def tagger(nlp: Language) -> Tagger:
    """The shipped tagger with the word vectors of a pipeline.

    Raises:
        NirdeshError: When the model is missing or damaged; the message says what to run.
    """
    return Tagger(_shipped(), word_vectors(nlp))


@lru_cache(maxsize=1)
def _shipped() -> tuple[Network, ...]:
    return load(model_path(NAME))


def _bounds() -> dict[str, float]:
    bounds: dict[str, float] = toml("names", "tagger.toml")["bounds"]
    return bounds


def _sure(shares: Floats, place: Place) -> float:
    """Probability of the least sure word of a name, and of its end."""
    begin, end = place
    inside = [shares[begin, 1], *shares[begin + 1 : end, 2]]
    if end < len(shares):
        inside.append(1 - shares[end, 2])
    return float(min(inside))


def completed(names: Names, shares: Floats) -> list[NameHit]:
    """The names of the rules and those of the networks as one list, in order.

    Args:
        names: Names that the rules have collected.
        shares: Probabilities of each word to be outside a name, to begin one, to be inside one, ``(n, 3)``.
    """
    bounds = _bounds()
    spans = (piece for place in spans_of(shares.argmax(axis=1).tolist()) for piece in _pieces(names, place))
    read = {place: _sure(shares, place) for place in spans}
    kept: list[NameHit] = []
    taken = [False] * len(shares)

    def keep(hit: NameHit) -> None:
        if not any(taken[hit.first : hit.last]) and not _abbreviated(names, hit):
            kept.append(hit)
            taken[hit.outer_first : hit.outer_last] = [True] * (hit.outer_last - hit.outer_first)

    for hit in names.hits:
        for mended in _mended(names, hit, read, shares):
            keep(mended)
    for place, sure in read.items():
        if sure >= bounds["one" if place[1] - place[0] == 1 else "more"]:
            hit = _new(names, place)
            if not _elsewhere(names, hit):
                keep(hit)
    return sorted(kept, key=lambda hit: hit.first)


def _elsewhere(names: Names, hit: NameHit) -> bool:
    """Whether the words are a post's place (क ख, सचिव सोनपुर ने), or name nobody, or a thing bears the name."""
    if hit.post is not None:
        single = hit.last - hit.first == 1 and its_place(names.marks, hit.post, hit.first)
        return single or _town(names, hit)
    return of_thing(names.words, hit.first, hit.last, None)


def _town(names: Names, hit: NameHit) -> bool:
    """Whether a town of two words that the lists have stands after a title (थाना प्रभारी नांगल चौधरी को)."""
    placed = all(label == "region" for label in names.marks.label[hit.first : hit.last])
    after = names.words[hit.outer_last].key if hit.outer_last < len(names.words) else ""
    acts = hit.respected or after in closed("agent")
    return placed and not acts and not first_like(names.words[hit.first].key)


def _pieces(names: Names, place: Place) -> Iterator[Place]:
    """No name goes over a comma, dash or end of a sentence or line, or a thing that bears one (क ख गुट)."""
    begin, end = place
    for index in range(begin, end):
        if _cuts(names.words, begin, index):
            if begin < index:
                yield begin, index
            begin = index + 1
        elif index + 1 == end or names.words[index].gap in ("comma", "stop", "line") or _dashed(names, index):
            yield begin, index + 1
            begin = index + 1


def _cuts(words: list[Word], begin: int, index: int) -> bool:
    """Whether the word at ``index`` is no part of the name that begins at ``begin``."""
    if words[index].key in closed("bearers", "never_names"):
        return True
    return governs(words, begin, index) or (index > begin and where(words, index))


def _abbreviated(names: Names, hit: NameHit) -> bool:
    """भा.प्र in भा.प्र.से., के. शिव in प्रा.स्वा.के. शिव: a part of a longer abbreviation."""
    words = names.words
    inner = (hit.outer_first - 1, hit.last - 1)
    joints = ((words[n], words[n + 1]) for n in inner if 0 <= n < len(words) - 1)
    return any(
        after.start - word.end == 1
        and (word.dotted or word.gap == "stop")
        and max(len(word.text), len(after.text)) <= _SYLLABLE
        for word, after in joints
    )


def _dashed(names: Names, index: int) -> bool:
    """Whether a dash with blanks follows a word."""
    word, after = names.words[index : index + 2]
    return word.gap == "hyphen" and after.start - word.end >= _DASH


def _mended(names: Names, hit: NameHit, read: Mapping[Place, float], shares: Floats) -> Iterator[NameHit]:
    """A name of the rules as the networks cut it, where they are sure."""
    bounds = _bounds()
    inside = [place for place in read if place[0] < hit.last and hit.first < place[1]]
    outside = [i for i in range(hit.first, hit.last) if not any(a <= i < b for a, b in inside)]
    if not inside:
        if shares[hit.first : hit.last, 0].min() < bounds["none"]:
            yield hit
        return
    sure = min((*(read[place] for place in inside), *(float(shares[i, 0]) for i in outside)))
    opening = names.words[hit.first]
    lettered = names.marks.letters[hit.first] or initials(opening.text) or shortened(opening)
    lettered = lettered or opening.key in closed("first_too")
    beheaded = lettered and all(place[0] > hit.first for place in inside)
    torn = len(inside) > 1 and hit.last - hit.first <= _SHORT and any(b - a == 1 for a, b in inside)
    closing = names.words[hit.last - 1].key
    ended = closing in closed("last_words") or closing in post_grammar().surnames  # रमेश मास्टर, सुरेश मुखिया
    titled = hit.post is not None and any(place[0] < hit.post.last <= hit.first for place in inside)
    whole = inside == [(hit.first, hit.last)] or titled  # एस.एस.पी. क: a title is no part of a name
    if sure < bounds["cut"] or whole or beheaded or torn or ended:
        yield hit
        return
    for place in inside:
        new = _new(names, place)
        if place[0] == hit.first:
            new = replace(new, outer_first=hit.outer_first, respected=hit.respected, post=hit.post)
        yield new


def _new(names: Names, place: Place) -> NameHit:
    """A name with its honorifics and the title before it; a nickname in quotes or brackets is left out."""
    words = names.words
    first, last = place
    quoted = (i + 1 for i in range(first, last - 1) if words[i].gap in ("punct", "bracket"))
    place = first, next(quoted, last)
    while first and words[first - 1].key in honorifics().before and words[first - 1].gap in _NEAR:
        first -= 1
    if last < len(words) and words[last - 1].gap == "space" and words[last].key in honorifics().after:
        last += 1
    respected = first < place[0] or words[last - 1].key in honorifics().after
    before = words[first - 1].gap in _NEAR if first else False
    post = next((post for post in names.posts if before and post.last == first), None)
    return NameHit(*place, first, last, respected, post, RULE)
