"""Runs of name words and the evidence that a person is named there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from nirdesh.extract.lexis import (
    closed,
    common,
    first_like,
    may_begin,
    may_continue,
    name_share,
    place_like,
    surname_like,
    unknown,
)
from nirdesh.extract.people.ends import closing_word, ended, follows_name, shortened_name
from nirdesh.extract.people.letters import shortened, spaced_initials
from nirdesh.extract.people.posts import PostSpan
from nirdesh.extract.people.respect import feast_name, surname_of_respect
from nirdesh.extract.people.segment import initials, segment
from nirdesh.extract.regions.latin import known_sound
from nirdesh.extract.words import Word, is_initial
from nirdesh.lexicon.gazetteer import kind_openers
from nirdesh.lexicon.names import honorifics, second_parts, surnames
from nirdesh.lexicon.organisations import names
from nirdesh.lexicon.posts import post_grammar, post_words
from nirdesh.mentions import Span

_MAX_RUN = 80
_PLURAL = 3  # letters of a word that may be an oblique plural at least, less one
_STRONG = 0.7
_SEEN = 1.5
_NO_NAMES = (
    "postpositions",
    "conjunctions",
    "verbs",
    "ends",
    "predicates",
    "demonstrative",
    "alias_words",
    "never_names",
)


@dataclass(frozen=True, slots=True)
class NameHit:
    """A person's name in the words ``first:last``.

    Attributes:
        outer_first: First word with the honorifics.
        outer_last: One past the last word with जी.
        respected: An honorific stands before or after the name.
        post: The title that the name follows directly, or None.
        rule: What shows that it is a name.
    """

    first: int
    last: int
    outer_first: int
    outer_last: int
    respected: bool
    post: PostSpan | None
    rule: str


class Marks:
    """Which words are already something else: title, body or region."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.label: list[str] = [""] * len(words)
        self.seen: list[bool] = [False] * len(words)
        self.letters: list[bool] = spaced_initials(words)

    def mark(self, first: int, last: int, label: str) -> None:
        """Label the words ``first:last``."""
        for index in range(first, last):
            self.label[index] = label

    def see(self, spans: Sequence[Span]) -> None:
        """Note the words that a model took for a person's name."""
        for span in spans:
            index = bisect_left(self.words, span.start, key=lambda word: word.start)
            while index < len(self.words) and self.words[index].end <= span.end:
                self.seen[index] = True
                index += 1


def namey(marks: Marks, index: int) -> bool:
    """Whether the word can be part of a personal name, by what it is and what it is not."""
    word = marks.words[index]
    label = marks.label[index]
    if label in ("post", "organisation") or _told(marks.words, index):
        return False
    if marks.letters[index]:
        return True
    return _namey(word.key, word.text, word.dotted, marks.seen[index]) and not (
        label and word.key[-1:].isdigit()
    )


def _told(words: list[Word], index: int) -> bool:
    """Whether the word tells what happened to somebody (घायल हुए) or is a thing with a name (मार्ग)."""
    word = words[index]
    if word.key in closed("bearers"):
        return not word.dotted and not feast_name(words, index, closes=follows_name(words, index + 2))
    if word.key in closed("states"):
        return True
    adverb = word.gap == "space" and index + 1 < len(words) and words[index + 1].key in closed("manner_nouns")
    if adverb:
        return True
    if word.key not in closed("predicates") or word.gap != "space" or index + 1 >= len(words):
        return False
    return words[index + 1].key in closed("happening")


@lru_cache(maxsize=16384)
def _namey(key: str, text: str, dotted: bool, seen: bool) -> bool:
    if any(char.isdigit() for char in key):
        return "0" in key and initials(text.replace("0", ""))
    if key in closed("never_names") or (len(key) > _PLURAL and key.endswith("ों")):
        return False
    if dotted and (is_initial(text) or key in closed("short_given")):
        return True
    if key in closed("postpositions") or key in closed("conjunctions"):
        return dotted and is_initial(text)
    if key in honorifics().before and key not in honorifics().doubtful and name_share(key) < _STRONG:
        return False
    if key in closed("ends") or key in closed("demonstrative") or key in post_grammar().given:
        return False
    if key in closed("human_verbs", "nominal", "charge") or (key in closed("appointing") and unknown(key)):
        return False
    if unknown(key) and key.endswith(tuple(closed("office_endings"))):
        return False
    if key in post_grammar().initials:
        return True  # no title here, or the word would be marked as one
    if key in post_words() and not (name_share(key) >= 0.5 and not unknown(key)):
        return False
    if key in honorifics().after and not dotted:
        return False
    if initials(text) and (dotted or len(text) > 1):
        return True
    if name_share(key) <= 0.5 and key.endswith(tuple(closed("verb_endings"))):
        return False
    return not common(key) or (seen and may_begin(key))


def begins(marks: Marks, index: int) -> bool:
    """Whether a name may begin at ``index``; most words show by themselves that none does."""
    word = marks.words[index]
    if _barren(word.key, word.text) and not (word.dotted or marks.seen[index] or marks.letters[index]):
        after = marks.words[index + 1].key if index + 1 < len(marks.words) else ""
        return after in closed("sure_seconds") and opens(marks, index)
    return namey(marks, index) or opens(marks, index)


@lru_cache(maxsize=16384)
def _barren(key: str, text: str) -> bool:
    """Whether a word can neither be a part of a name nor be a first name as well."""
    return not (_namey(key, text, False, False) or may_begin(key) or key in closed("first_too"))


def at_place(marks: Marks, index: int) -> bool:
    """Whether a place and में, से or a hyphen stand before ``index``."""
    before = marks.words[index - 1] if index else None
    if before is None or before.gap == "hyphen":
        return before is not None and marks.label[index - 1] == "region"
    if index < 2 or before.gap != "space" or before.key not in closed("slot_marks"):
        return False
    place = marks.words[index - 2]
    named = marks.label[index - 2] == "region" or place_like(place.key) or known_sound(place.text)
    return place.gap == "space" and named


def opens(marks: Marks, index: int) -> bool:
    """An ordinary word that is a first name too, before a word that ends names (विकास गुप्ता, भगवान स्वरूप)."""
    words = marks.words
    if index + 1 >= len(words) or words[index].gap != "space" or marks.label[index] or marks.label[index + 1]:
        return False
    after = words[index + 1].key
    if any(words[index].key in closed(name) for name in ("postpositions", "conjunctions", "quantifiers")):
        return False
    if _seen_first(marks, index) or (words[index].key in closed("first_too") and first_like(after)):
        return True
    if may_begin(words[index].key) and may_continue(after):
        return True
    return after in closed("sure_seconds") and words[index].key not in closed("verbs")


def _seen_first(marks: Marks, index: int) -> bool:
    """An ordinary word that the model sees as the first of a name (आदर्श पाल सिंह)."""
    if not marks.seen[index + 1] or (
        index and marks.seen[index - 1] and marks.words[index - 1].gap == "space"
    ):
        return False
    return _seen_part(marks, index) and marks.words[index].key not in post_words() and namey(marks, index + 1)


def _continues(marks: Marks, index: int) -> bool:
    key = marks.words[index].key
    return not marks.label[index] and (may_continue(key) or key in post_grammar().surnames)


def _inner(marks: Marks, first: int, last: int, *, titled: bool) -> bool:
    """A shortened word (दिलीप कु. ठाकुर), or an ordinary one after a title (नूरुल ऐन सिद्दीकी), inside a name."""
    words = marks.words
    if last + 1 >= len(words) or words[last].gap != "space" or marks.label[last] or marks.label[last + 1]:
        return False
    key, after = words[last].key, words[last + 1].key
    if words[last].dotted and key in closed("abbreviations"):
        named = namey(marks, last + 1) or may_continue(after)
        return named and (first_like(words[first].key) or titled)
    if not titled or last - first > 1 or not (first_like(words[first].key) or unknown(words[first].key)):
        return False
    if any(key in closed(name) for name in _NO_NAMES) or key in post_words() or key in honorifics().after:
        return False
    return after in surnames() and after not in second_parts() and not common(after)


def _seen_part(marks: Marks, index: int) -> bool:
    """Whether the model sees the word as a part of a person's name, and nothing else claims it."""
    if index >= len(marks.words) or not marks.seen[index] or marks.label[index]:
        return False
    key = marks.words[index].key
    barred = (
        "postpositions",
        "conjunctions",
        "ends",
        "demonstrative",
        "alias_words",
        "human_verbs",
        "bearers",
        "never_names",
    )
    if any(key in closed(name) for name in barred):
        return False
    return key not in honorifics().after and key not in honorifics().before


def _surname_of_place(words: list[Word], index: int) -> bool:
    """सिंह चंपावत को: a place between a second name and ने or को is a surname."""
    if index + 1 >= len(words) or words[index].gap != "space" or words[index - 1].gap != "space":
        return False
    return words[index - 1].key in second_parts() and words[index + 1].key in closed("actor_marks")


def _seen_last(marks: Marks, index: int) -> bool:
    """An ordinary word that the model sees as the last of a name (तानाजी सहारे ने)."""
    words = marks.words
    if not marks.seen[index - 1] or not _seen_part(marks, index) or words[index].key in kind_openers():
        return False
    return words[index].gap != "stop" and follows_name(words, index + 1)


def _led(marks: Marks, index: int) -> bool:
    """An ordinary word that is a first name too, before an unlisted word (जिलाधिकारी कविता नेगवाल)."""
    words = marks.words
    if index + 1 < len(words) and _seen_part(marks, index) and marks.seen[index + 1]:
        return words[index].gap == "space" and namey(marks, index + 1)
    if marks.label[index] or index + 1 >= len(words) or words[index].gap != "space" or marks.label[index + 1]:
        return False
    if not may_begin(words[index].key):
        return _before_surname(words, index)
    return namey(marks, index + 1) or shortened_name(words, index + 1)


def _before_surname(words: list[Word], index: int) -> bool:
    """An ordinary word between a title and a surname that ends the name (निरीक्षक जागृत गायकवाड़ ने)."""
    key, after = words[index].key, words[index + 1].key
    if after not in surnames() or after in second_parts() or common(after) or place_like(after):
        return False
    if any(key in closed(name) for name in _NO_NAMES) or key in post_words() or key in honorifics().after:
        return False
    return (key,) not in names() and not place_like(key) and follows_name(words, index + 2)


def run_end(marks: Marks, first: int, *, respected: bool = False, titled: bool = False) -> int:
    """End of the run of name words that begins at ``first``.

    After an honorific a surname may begin it (श्री राय), after a title an ordinary word that is a first name.
    """
    last = first + 1 if titled and _led(marks, first) else first
    while last < len(marks.words) and last - first < _MAX_RUN:
        inside = (respected or last > first) and _continues(marks, last)
        inside = inside or (last > first and _inner(marks, first, last, titled=titled or respected))
        inside = inside or (last > first and _seen_last(marks, last))
        inside = inside or (last > first and surname_of_respect(marks.words, first, last))
        inside = inside or (last > first and closing_word(marks.words, first, last))
        if (not namey(marks, last) and not inside and not opens(marks, last)) or _told(marks.words, last):
            break
        if ended(marks.words, marks.label, first, last, free=not (titled or respected)):
            break
        placed = marks.label[last] == "region" and name_share(marks.words[last].key) < _STRONG
        if placed and not (last > first and _surname_of_place(marks.words, last)):
            break
        last += 1
        if marks.words[last - 1].gap != "space":
            break
    return last


def split_run(words: list[Word], first: int, last: int, *, single: bool) -> list[tuple[int, int]]:
    """Divide a run into persons; a short run with a title or honorific before it is one."""
    if single and last - first <= 3:
        return [(first, last)]
    parts = [(first + a, first + b) for a, b in segment([word.text for word in words[first:last]])]
    for number in range(len(parts) - 2, -1, -1):
        a, b = parts[number]
        if b - a == 1 and initials(words[a].text):
            parts[number : number + 2] = [(a, parts[number + 1][1])]  # वाईएस | क मोहन ख
    return parts


def run_score(marks: Marks, first: int, last: int) -> float:
    """How much the words read like one full name, by the lists and by what stands beside them.

    Every part adds its evidence; a name of the lists with fitting neighbours reaches about 5, an unknown word
    with a surname before a case marker about 3, two unknown words stay under 2.
    """
    words = marks.words
    keys = [word.key for word in words[first:last]]
    score = _first_score(words[first]) + _right_score(marks, last)
    if len(keys) > 1:
        score += _last_score(keys[-1])
        score += sum(_middle_score(word) for word in words[first + 1 : last - 1])
    if all(place_like(key) and key not in surnames() for key in keys):
        score -= 2.0
    if all(marks.seen[first:last]):
        score += _SEEN
    return score


def _first_score(word: Word) -> float:
    key = word.key
    if shortened(word):
        return 1.5
    if initials(word.text):
        return 1.2
    if place_like(key) and not first_like(key):
        return -0.6
    if unknown(key):
        return 0.4
    if common(key):
        return 1.0 if may_begin(key) else -1.0
    if name_share(key) >= _STRONG and first_like(key):
        return 2.0
    return 1.0 if name_share(key) >= 0.5 else 0.0


def _middle_score(word: Word) -> float:
    if word.dotted and is_initial(word.text):
        return 0.4
    return 0.3 if name_share(word.key) >= 0.5 and not unknown(word.key) else -0.2


def _last_score(key: str) -> float:
    if key in surnames() or key in second_parts():
        return 1.2 if common(key) else 2.0
    if key in post_grammar().surnames or key in closed("last_words"):
        return 1.2  # no title here, or the word would be marked as one
    if place_like(key):
        return -0.5
    if unknown(key):
        return 0.4
    if surname_like(key):
        return 1.5
    return 1.0 if name_share(key) >= 0.6 else 0.0


def _right_score(marks: Marks, last: int) -> float:
    """What follows the name: ने and को speak for a person most."""
    words = marks.words
    if last >= len(words) or words[last - 1].gap != "space":
        rowed = last < len(words) and words[last - 1].gap in ("hyphen", "punct") and marks.label[last] != ""
        return 0.8 if rowed else 0.6 if words[last - 1].gap in ("comma", "bracket") else 0.3
    key = words[last].key
    if key in closed("actor_marks") or key in closed("human_verbs"):
        return 1.0
    if marks.label[last] == "post" or key in closed("ends") or key in honorifics().after:
        return 0.8
    if key in closed("conjunctions") or key in closed("copula"):
        return 0.6
    if key in closed("postpositions") or marks.label[last]:
        return 0.4
    return -0.3


def weak_run(words: list[Word], first: int, last: int) -> bool:
    """Whether the words may be a name where the place in the sentence asks for one."""
    keys = [word.key for word in words[first:last]]
    if len(keys) == 1:
        return name_share(keys[0]) >= 0.5
    return _first_score(words[first]) + _last_score(keys[-1]) >= 0.8
