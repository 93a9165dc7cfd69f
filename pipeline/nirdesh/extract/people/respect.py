"""Words of respect before a name."""

from __future__ import annotations

from nirdesh.extract.lexis import closed, first_like, surname_like
from nirdesh.extract.people.ends import shortened_name
from nirdesh.extract.words import Word
from nirdesh.lexicon.names import honorifics, second_parts


def _full_name(words: list[Word], index: int) -> bool:
    """Whether a first name and a surname stand at ``index``: चौधरी or कुमारी before them is a title."""
    if index + 1 >= len(words) or words[index - 1].gap != "space" or words[index].gap != "space":
        return False
    return first_like(words[index].key) and surname_like(words[index + 1].key)


def _given_name(words: list[Word], index: int) -> bool:
    """Whether a word of respect is the first name before one last word (सरदार सिंह, ज्ञानी यादव)."""
    word = words[index]
    if word.key not in honorifics().given or word.gap != "space" or index + 1 >= len(words):
        return False
    after = words[index + 1]
    if after.key not in second_parts() and (not surname_like(after.key) or first_like(after.key)):
        return False
    further = words[index + 2].key if index + 2 < len(words) and after.gap == "space" else ""
    return not (surname_like(further) or further in second_parts() or first_like(further))


def _past_retired(words: list[Word], index: int) -> int:
    """First word after a bracket that says that the rank before it is a former one (से.नि.), or 0."""
    while index < len(words) and words[index].key in closed("retired"):
        index += 1
        if words[index - 1].gap == "bracket":
            return index
    return 0


def skip_honorifics(words: list[Word], index: int) -> int:
    """First word after the honorifics at ``index``."""
    while index < len(words):
        key = words[index].key
        titled = key in honorifics().before or (
            key in closed("dotted_respect") and words[index].gap == "stop"
        )
        if not titled and not (key in honorifics().doubtful and _full_name(words, index + 1)):
            return index
        if shortened_name(words, index):
            return index
        if titled and (words[index].gap == "comma" or _given_name(words, index)):
            return index  # युगल बाबा, क ख
        bracketed = _past_retired(words, index + 1) if words[index].gap == "bracket" else index
        if bracketed > index:
            index = bracketed
            continue
        if words[index].gap not in ("space", "stop") or (words[index].gap == "stop" and not titled):
            return index + 1
        index += 1
    return index


def surname_of_respect(words: list[Word], first: int, index: int) -> bool:
    """A word of respect that ends a name right before ने or को (नवल किशोर सरदार ने)."""
    if words[index].key not in honorifics().given or words[index].gap != "space" or index + 1 >= len(words):
        return False
    named = first_like(words[first].key) and words[index - 1].gap == "space"
    return named and words[index + 1].key in closed("actor_marks")


def feast_name(words: list[Word], index: int, *, closes: bool) -> bool:
    """Whether a feast is the first name of somebody (पूर्णिमा देवी, जयंती लाल माली).

    ``closes``: whether a name ends after the next word.
    """
    if words[index].key not in closed("feast_names") or words[index].gap != "space":
        return False
    before = words[index - 1] if index else None
    if before is not None and before.gap == "space" and surname_like(before.key):
        return False
    if index + 1 >= len(words):
        return False
    after = words[index + 1]
    return after.key in closed("sure_seconds") or (closes and surname_like(after.key))
