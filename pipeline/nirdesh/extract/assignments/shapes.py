"""Lists whose own build says what they are: a post beside each name, line after line or in one run."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from nirdesh.extract.assignments.assignees import word_range
from nirdesh.extract.assignments.line_roles import roles_of, verbless
from nirdesh.extract.assignments.list_heads import line_people
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word, words
from nirdesh.extract.assignments.roles import Role
from nirdesh.extract.assignments.rows import post_rows
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import Sentence
from nirdesh.lexicon.keys import fold
from nirdesh.lexicon.posts import titles
from nirdesh.mentions import Span

_FEWEST = 3  # lines with a post for each of their people that make such a list
_BEFORE = 3  # sentences before it, and
_AFTER = 1  # after it, one of which tells of posts, or a headline does


def is_list_of_posts(
    read: Sequence[Sentence], first: int, last: int, entities: Entities, shared: Span | None = None
) -> bool:
    """Whether the lines ``first`` to ``last`` (excluded) give posts by their build alone.

    Args:
        shared: Post that a sentence gives to all; offices of state in the lines are then people's own.
    """
    lines = [line for line in read[first:last] if line_people(line, entities)]
    rows = post_rows(lines, entities)
    titled = [_titles(line, entities, rows) for line in lines]
    whole = [each for each in titled if each and all(each)]
    heads = {title for each in whole for title in each}
    headed = first > 0 and verbless(read[first - 1]) and len(lines) == len(whole) == 1
    run = headed and len(whole[0]) > _FEWEST <= len(heads) and _are_of_bodies(heads)
    if (len(whole) < _FEWEST and not run) or len(whole) * 3 < len(lines) * 2 or len(heads) < 2:
        return False
    if shared is not None and not _are_of_bodies({head for head in heads if not _at_large(head)}):
        return False
    around = [s for s in read if s.block == "headline"]
    around += [*read[max(first - _BEFORE, 0) : first], *read[last : last + _AFTER]]
    near = read[max(first - 1, 0) : first]
    if any(has_word("present", s.words) or has_noun("contests", s.words) for s in near):
        return False
    return any(_tells_of_posts(s) for s in around)


def _titles(line: Sentence, entities: Entities, rows: Mapping[int, Role]) -> list[str | None]:
    """The head of the post of each person of a line, None for who has none."""
    row = rows.get(line.start)
    if row is not None and _of_body(head := row.sentence.words[row.end - 1].key):
        return [head]
    people = [place for ref in line_people(line, entities) if (place := word_range(line, ref)) is not None]
    spans = roles_of(line, people, None, None, entities)
    ends = {word.end: word.key for word in line.words}
    return [ends.get(span.end) if span is not None else None for span in spans]


def _are_of_bodies(heads: Collection[str | None]) -> bool:
    """Whether most titles are those of parties and societies."""
    return sum(map(_of_body, heads)) * 2 > len(heads)


def _at_large(head: str | None) -> bool:
    """अधिकारी, विशेषज्ञ: a head that no list has alone and that is no post of a body either."""
    return titles().get((fold(head or ""),)) is None and (head or "") not in words("body_posts")


def _of_body(head: str | None) -> bool:
    """Whether a title is one of parties and societies (संयोजक), no office of state (तहसीलदार)."""
    known = titles().get((fold(head or ""),))
    return known is None or known.kind == "party"


def _tells_of_posts(sentence: Sentence) -> bool:
    run = sentence.words
    nouns = ("staffing", "ballots", "duty_heads", "dealt", "filling")
    if any(has_noun(name, run) for name in nouns):
        return True
    groups = (clause.group for clause in segment(sentence))
    return any(g is not None and g.stem in words("filling_stems") and g.mood == "perf" for g in groups)
