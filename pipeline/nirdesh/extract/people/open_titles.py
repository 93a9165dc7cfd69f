"""Titles of which no list has every word: a level, nouns and a head (ब्लॉक सामुदायिक प्रक्रिया प्रबंधक)."""

from __future__ import annotations

from nirdesh.extract.lexis import closed, common, first_like, name_share, place_like, surname_like, unknown
from nirdesh.extract.people.lone import named
from nirdesh.extract.words import Word, is_initial
from nirdesh.lexicon.gazetteer import gazetteer
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.organisations import heads, names, party_words
from nirdesh.lexicon.posts import post_grammar, titles

_NAME = 0.7
_LONGEST = 6
_UNLISTED = 2  # nouns between the level and the head that no title has
_BARRED = (
    "postpositions",
    "conjunctions",
    "verbs",
    "ends",
    "copula",
    "clause",
    "appointing",
    "moved",
    "states",
    "attending",
    "human_verbs",
    "inside_going",
    "demonstrative",
    "never_names",
)


def open_end(words: list[Word], index: int) -> int:
    """End of a title with unlisted nouns that begins at ``index``, 0 without one."""
    return _headed_end(words, index) or _levelled_end(words, index)


def _headed_end(words: list[Word], index: int) -> int:
    """Any noun before a head that needs one (मदाखलत अधिकारी, संपर्क प्रमुख), where a name follows."""
    grammar = post_grammar()
    if index + 2 >= len(words) or words[index].gap != "space" or words[index + 1].gap != "space":
        return 0
    noun, head = words[index].key, words[index + 1].key
    if head in closed("area_words") and (noun in gazetteer().by_key or (words[index + 2].key,) in titles()):
        return 0  # दुमका सदर क ख, की कमान सदर एसडीओ क ख
    if (
        head not in grammar.bound
        or noun in grammar.loose
        or noun in closed("postpositions")
        or noun.isdigit()
    ):
        return 0
    if noun in closed("conjunctions") or name_share(noun) > _NAME or not named(words, index + 2):
        return 0
    return index + 2


def _levelled_end(words: list[Word], index: int) -> int:
    """A level, up to two unlisted nouns and a head, beside a name (ब्लॉक सामुदायिक प्रक्रिया प्रबंधक क ख).

    In brackets after a name no level is needed (क ख (मधुमक्खी पालन अधिकारी)).
    """
    grammar = post_grammar()
    told = _told(words, index)
    if words[index].gap != "space" or (words[index].key not in grammar.openers and told != "bracket"):
        return 0
    unlisted = 0
    for last in range(index, min(len(words), index + _LONGEST)):
        word = words[last]
        if unlisted and word.key in grammar.heads and word.key not in grammar.surnames:
            if _beside_name(words, last, told):
                return last + 1
        elif word.key not in grammar.prefixes:
            unlisted += 1
            if unlisted > _UNLISTED or not _noun(word):
                return 0
        if word.gap != "space":
            return 0
    return 0


def _told(words: list[Word], index: int) -> str:
    """What stands between a name and the word: a comma, a bracket or को; nothing without a name."""
    before = words[index - 1] if index else None
    if before is None:
        return ""
    if before.gap in ("comma", "bracket"):
        return before.gap if surname_like(before.key) else ""
    return "dative" if before.gap == "space" and before.key in closed("dative") else ""


def _beside_name(words: list[Word], last: int, told: str) -> bool:
    """Whether a name follows the head at ``last``, or the title closes after a name that was told."""
    word = words[last]
    if told == "dative":
        return word.gap == "space" and words[last + 1].key in closed("appointing", "post_nouns", "charge")
    if last + 1 >= len(words) or word.gap != "space":
        return bool(told) and word.gap in ("bracket", "comma", "stop", "line")
    return named(words, last + 1) or (bool(told) and words[last + 1].key in closed("actor_marks", "genitive"))


def _noun(word: Word) -> bool:
    """Whether the word may be a noun of a field of work: no name, place, body, mark or verb."""
    key = word.key
    if key.isdigit() or word.dotted or is_initial(word.text) or key in honorifics().before:
        return False
    if any(key in closed(name) for name in _BARRED) or key.endswith(tuple(closed("verb_endings"))):
        return False
    if (key,) in titles() or (key,) in heads() or (key,) in names() or (key,) in post_grammar().roles:
        return False
    barred = post_grammar().loose | post_grammar().parted | post_grammar().former | party_words()
    if key in barred or key.endswith(_VERBAL):
        return False
    named_so = first_like(key) or surname_like(key) or place_like(key)
    return (common(key) or unknown(key)) and not (named_so and not common(key))


_VERBAL = ("स्तरीय", "े", "ीं")  # जिला स्तरीय अधिकारी, जिला पहुंचे
