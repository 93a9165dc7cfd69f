"""Past or future by the finite verb that governs an expression, from its endings."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final

from nirdesh.extract.dates.lexicon import read_rows
from nirdesh.extract.dates.tokens import Token, fold

SENTENCE_END: Final = frozenset({"।", "॥", "?", "!", "|", "\n", "。"})
MAX_WORDS: Final = 60  # how far a governing verb is looked for
_ARE: Final = fold("हैं")
_BE: Final = fold("हों")
_GOING: Final = -2  # what Group.oblique is after करने जा
_PLUPERFECT: Final = 3  # words after निर्देश in which थे makes it an order of another day
_SIGN: Final = {"future": 1, "order": 1, "state": 1, "past": -1, "present": 0}


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verb table: readings of whole words by kind, and endings with their reading."""

    kinds: dict[str, dict[str, str]]
    endings: tuple[tuple[str, str], ...]


@cache
def load_verbs() -> Verbs:
    """The verb table (read once)."""
    kinds: dict[str, dict[str, str]] = {}
    endings: list[tuple[str, str]] = []
    for forms, kind, reading in read_rows("verbs.tsv"):
        for form in forms.split("|"):
            if kind == "suffix":
                endings.append((form, reading))
            else:
                kinds.setdefault(kind, {})[fold(form)] = reading
    return Verbs(kinds, tuple(endings))


@lru_cache(maxsize=4096)
def _ending(word: str) -> str | None:
    endings = load_verbs().endings
    return next((r for ending, r in endings if word.endswith(ending) and len(word) > len(ending)), None)


def reading(word: str) -> str | None:
    """Reading of a word as a finite verb, or None.

    Example:
        >>> reading("करेंगे"), reading("किया"), reading("सभा")
        ('future', 'past', None)
    """
    return load_verbs().kinds["word"].get(word) or _ending(word)


def _plural(word: str) -> bool:
    """Whether a word is a past form in े, which is a wish after न (आए, रहे)."""
    return reading(word) == "past" and word.endswith(("े", "ए"))


def is_genitive(word: str) -> bool:
    """Whether a word is का, के or की."""
    return word in load_verbs().kinds["genitive"]


def is_pluperfect(word: str) -> bool:
    """Whether a word is था, थे or थी."""
    return word in load_verbs().kinds["pluperfect"]


@dataclass(frozen=True, slots=True)
class Governor:
    """The verb that governs an expression.

    Attributes:
        tense: 1, -1, 0 unknown.
        state: Whether it is a state that lasts (बंद रहेंगे) or something that is not done (कोई ताला न लगाएं).
        begins: Whether it is one that names its start (20 मई से बस चलेगी).
    """

    tense: int
    state: bool
    begins: bool = False


@dataclass(slots=True)
class _Group:
    """A verb group as far as it is read: किया जाएगा is future, किया गया है past, करने के निर्देश an order.

    Attributes:
        last: Reading of the group so far.
        infinitive: The word before was an infinitive (करना है).
        oblique: 1 after करने (not after उन्होंने) or निस्तारण, 2 to 5 after करने के (भी कड़े निर्देश), -1 after
            करने को, -2 after करने जा (रहे हैं).
        prospective: It is करने जा रहे हैं.
        fixed: What is set for a day closes it (तय, निर्धारित).
        present: A present form was passed.
        set_up: A verb of setting something for a day was passed (रखी गई).
        due: A noun of what is due on a day was passed (सुनवाई).
        started: The verb is one of starting (शुरू हुई).
        denied: A negation stands right before the group (नहीं खुलेंगे, नहीं कर सकेगा).
        next_to: The word before was the negation.
        barred: A word that forbids stands right before (कोई न आए).
        before: The word before.
        finite: The last verb of the group.
    """

    last: str | None = None
    infinitive: bool = False
    oblique: int = 0
    present: bool = False
    set_up: bool = False
    due: bool = False
    started: bool = False
    denied: bool = False
    next_to: bool = False
    barred: bool = False
    before: str = ""
    finite: str = ""
    prospective: bool = False
    fixed: bool = False
    kinds: dict[str, dict[str, str]] = field(default_factory=lambda: load_verbs().kinds)

    def take(self, word: str) -> bool:
        """Read one more word; False when the group is complete."""
        if self.last is not None and word in self.kinds["bridge"]:  # किया जा सकेगा, किया जा रहा है
            bridge = self.kinds["bridge"][word]
            self.last = self.last if bridge == "bridge" else bridge
            return True
        found = "order" if self.barred and _plural(word) else reading(word)
        self.barred = word in self.kinds["barring"]
        if self.last == "order" and self.prospective and word in self.kinds["pluperfect"]:
            self.last = "past"  # करने जा रहे थे
            return False
        goes_on = self.before in self.kinds["progressive"]
        due = self.due and self.last is None and not goes_on
        if found == "present" and (self.set_up or due):
            self.last = "order"  # बैठक रखी गई है, 5 मई को सुनवाई है, and not सुनवाई कर रही है
            return False
        if self.last is not None and found in (None, "present"):
            self.denied = self.denied and word not in self.kinds["then"]
            if self.oblique >= 2 and word in self.kinds["plan"]:
                self.last = "order"  # सड़कें ठीक करने का दिया लक्ष्य
            return False
        if self._planned(word):
            self.last = "order"
            return False
        if found == "present" and (self.infinitive or (self.oblique == 1 and word == _ARE)):
            self.last = "order"  # करना है, सदस्य बनाने हैं
            return False
        if found == "present" and goes_on and not self.started:
            self.last = "present"  # सुनवाई कर रही है, and not शुरू हो रही है
            return False
        self._deny(word, found)
        self._note(word, found)
        return True

    def _deny(self, word: str, found: str | None) -> None:
        if word in self.kinds["negation"]:
            self.denied, self.next_to = True, True
            return
        goes_on = (self.next_to and word not in self.kinds["then"]) or word in self.kinds["bridge"]
        if found is None and not word.endswith("ने") and not goes_on:
            self.denied = False
        self.next_to = False

    def _planned(self, word: str) -> bool:
        """करने के निर्देश, करने वाले, करने को कहा, अवकाश घोषित."""
        pair, self.before = f"{self.before} {word}", word
        if not self.kinds["fixed"].keys().isdisjoint((word, pair)) or (
            self.infinitive and word in self.kinds["settled"]
        ):
            self.fixed = True
            return True  # 17 मई नियत, होना सुनिश्चित
        if self.oblique == _GOING and word in self.kinds["progressive"]:
            self.prospective = True  # घोषणा करने जा रहे हैं
            return True
        if self.oblique >= 2:
            return word in self.kinds["plan"]
        if self.oblique == 1 and word in self.kinds["prospect"]:
            self.denied = False  # 31 मार्च तक न देने वाले
            return True
        return self.oblique != 0 and word in self.kinds["asked"]  # करने को कहा, करने निर्देशित किया

    def _note(self, word: str, found: str | None) -> None:
        infinitive = word.endswith("ने") and len(word) > len("पने") and word not in self.kinds["agent"]
        if infinitive or (self.oblique == 0 and word in self.kinds["deed"]):
            self.oblique = 1
        elif self.oblique == 2 and word in self.kinds["for"]:
            self.oblique = -1
        elif self.oblique == 1 and word in self.kinds["going"]:
            self.oblique = _GOING
        elif self.oblique == -1 and word in self.kinds["still"]:
            pass  # करने को भी कहा
        elif self.oblique == 1:
            self.oblique = 2 if word in self.kinds["genitive"] else -1 if word in self.kinds["to"] else 0
        else:
            self.oblique = self.oblique + 1 if 2 <= self.oblique < 5 else 0
        self.infinitive = found == "infinitive"
        self.set_up = self.set_up or word in self.kinds["set"]
        self.due = self.due or word in self.kinds["due"]
        if self.last is None:
            goes_on = found is not None or word in self.kinds["bridge"]  # शुरू हो गई
            goes_on = goes_on and word not in self.kinds["pluperfect"]  # 2013 से लागू था
            self.started = word in self.kinds["started"] or (self.started and goes_on)
        if found == "present":
            self.present = True
        elif found == "infinitive":
            self.last = "order" if self.last is not None else None  # किया जाना है
        elif found is not None and (self.last, found) != ("order", "past"):  # तलब किया, मांगा गया
            self.last, self.finite = found, word


def without_orders(no_verbs: frozenset[int], tokens: Iterable[Token]) -> frozenset[int]:
    """The offsets of words that are no verbs, without nouns that order (चेतावनी, तलब).

    A limit stands under those.
    """
    kinds = load_verbs().kinds
    orders = {t.start for t in tokens if t.form in kinds["plan"] or t.form in kinds["nominal"]}
    return no_verbs - orders


def _clause(tokens: Iterable[Token], no_verbs: frozenset[int]) -> Iterable[str]:
    for token in tokens:
        if token.form in SENTENCE_END:
            return
        noun = token.start in no_verbs and reading(token.form) is not None
        yield "" if noun else token.form


def _finite(words: Iterable[str]) -> Iterator[str]:
    """The words of a clause; हो before a comma or at the end is a verb by itself."""
    final = load_verbs().kinds["final"]
    for word, after in itertools.pairwise(itertools.chain(words, [","])):
        yield _BE if word in final and after == "," else word


def _supposed(before: Iterable[str]) -> bool:
    """Whether जो, यदि or the like opens the clause: who does not pay by then is fined."""
    supposing = load_verbs().kinds["supposing"]
    return any(word in supposing for word in itertools.islice(before, MAX_WORDS))


def _long_ago(group: _Group, words: Iterator[str]) -> bool:
    """निपटाने के आदेश दिए थे: an order of another day."""
    for word in itertools.islice(words, _PLUPERFECT):
        if word in group.kinds["pluperfect"]:
            return True
        if reading(word) != "past" and not is_genitive(word):
            return False  # की is a verb here: मांग की थी
    return False


def governor(
    tokens: list[Token], after: int, before: int, no_verbs: frozenset[int] = frozenset()
) -> Governor:
    """Tense for the expression that ends before token ``after`` and starts at token ``before``.

    The first verb group after the expression governs it; where none follows, the nearest verb before it.
    ``no_verbs`` holds the offsets of words that look like verbs but are none, where a tagger tells.
    """
    group = _Group()
    words = _finite(_clause(tokens[after : after + MAX_WORDS], no_verbs))
    for word in words:
        if not group.take(word):
            break
    if group.last is not None:
        if group.fixed and any(w in group.kinds["several"] for w in itertools.islice(words, 2)):
            return Governor(-1, False)  # सोमवार को तीन केंद्र तय किए गए
        if group.last == "order" and _long_ago(group, words):
            return Governor(-1, False)
        tense = _SIGN[group.last]
        denied = group.denied and tense > 0 and not _supposed(_clause(reversed(tokens[:before]), no_verbs))
        lasts = group.last == "state" or denied
        begins = group.finite in group.kinds["begins"] or (group.started and tense < 0)
        return Governor(tense, lasts, begins or denied)
    if group.due and not group.present:
        return Governor(1, False)  # 5 मई को सुनवाई
    if not group.present:
        for word in _clause(reversed(tokens[max(0, before - MAX_WORDS) : before]), no_verbs):
            found = reading(word)
            if found in _SIGN and found != "present":
                return Governor(_SIGN[found], found == "state")
    return Governor(0, False)
