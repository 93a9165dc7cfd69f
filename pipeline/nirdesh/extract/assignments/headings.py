"""Headings of the columns of a table: what the cells under each tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nirdesh.extract.assignments.lists_of_words import has_noun, has_phrase, has_word, words
from nirdesh.extract.assignments.roles import Role, is_role, role_at
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.words import Sentence, Word

_LONGEST = 8  # words of the longest heading of a column
_NO_HEADING = (":", "।")
_JOINED = 5  # words of the longest heading with a slash (पद / नाम)
NUMBER, NAME, POST, NOW, NEW, DUTY, PLACE, TITLE, OTHER, OPEN = (
    *("number", "name", "post", "now", "new", "duty", "place", "title", "other", "open"),
)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds, and the title that its heading gives to the people in it."""

    kind: str
    role: Role | None = None


def column(line: Sentence, first: int, last: int, entities: Entities) -> Column | None:
    """The column that a heading heads; None where the words are no heading.

    Example:
        ``पटवारी का नाम`` heads names of people with the title पटवारी, ``नवीन पदस्थापना`` their new posts.
    """
    while first < last and line.words[first].punct:
        first += 1
    run = line.words[first:last]
    told = [w for w in run if not w.punct]
    if (
        not told
        or len(told) > _LONGEST
        or any(w.key in words("ergative") | words("dative_ends") for w in told[:-1])
    ):
        return None
    joined = len(told) > _JOINED and any(w.text == "/" for w in run)
    if (
        joined
        or any(w.text in _NO_HEADING for w in run)
        or any(r.kind == "person" and r.mention == "name" for r in entities.inside(line.span(first, last)))
    ):
        return None
    numbered = [w.key.rstrip(".") in words("number_heads") for w in told]
    if all(numbered) or (numbered[-1] and has_word("place_heads", told[:-1])):
        return Column(NUMBER)
    if has_word("other_columns", told):
        return Column(OTHER)
    if has_word("name_heads", told):
        return _names(line, first, last, entities)
    if has_word("now_heads", told) or has_phrase("now_heads", told) or _only(told, "from_heads"):
        return Column(NOW)
    if has_noun("new_heads", told) or _only(told, "to_heads"):
        return Column(NEW)
    return _by_last(line, first, last, told, entities)


def _names(line: Sentence, first: int, last: int, entities: Entities) -> Column:
    """नाम, अधिकारी का नाम, केन्द्र का नाम: of whom or what the names are."""
    run = line.words
    at = next(j for j in range(first, last) if run[j].key in words("name_heads"))
    of = at - 2 if at - 1 >= first and run[at - 1].key in closed("genitives") else at - 1
    if of < first:
        return Column(NAME)
    if run[of].key in words("place_heads") | words("place_nouns"):
        return Column(PLACE)
    if not is_role(run[of]) or run[of].is_noun(words("generic")):
        return Column(NAME)
    return Column(NAME, role_at(line, first, of, entities))


def _by_last(
    line: Sentence, first: int, last: int, told: Sequence[Word], entities: Entities
) -> Column | None:
    """A heading by its last word before a bracket."""
    run = line.words
    end = next((j for j in range(first, last) if run[j].text == "("), last)
    while end > first and run[end - 1].punct:
        end -= 1
    if end == first:
        return None
    head = run[end - 1]
    if head.is_noun(words("duty_columns")):
        return Column(DUTY)  # सौंपा गया कार्य
    if any(w.verbs for w in run[first:end]):
        return None
    if head.key in words("post_heads"):
        return Column(POST)
    if head.key in words("place_heads") | words("place_nouns"):
        return Column(PLACE)
    if is_role(head) or head.is_noun(words("title_heads")):
        return Column(TITLE, Role(line, first, end))
    plain = not any(w.key in closed("case_markers") or w.punct or w.key[:1].isdigit() for w in run[first:end])
    return Column(OPEN, Role(line, first, end)) if plain and end - first < _LONGEST // 2 else None


def _only(told: Sequence[Word], name: str) -> bool:
    return len(told) == 1 and told[0].key in words(name)
