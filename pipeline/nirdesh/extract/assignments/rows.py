"""Rows of a list that begin with a name and its post: 3. क ख, उपखंड अधिकारी, सागर; 04 क ख सचिव सागर."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.assignments.assignees import word_range
from nirdesh.extract.assignments.list_heads import line_people
from nirdesh.extract.assignments.lists_of_words import has_word, words
from nirdesh.extract.assignments.open_places import open_place
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.roles import Role, is_role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.words import Sentence, Word

_FEWEST = 3  # such rows that make a list
_BRACKET = 6  # words from a bracket to its end
_TITLE = 6  # words of the longest post of a row


def post_rows(lines: Sequence[Sentence], entities: Entities) -> dict[int, Role]:
    """Posts of rows by where they begin, if most lines of a list are such rows."""
    made = ((line.start, post_of_row(line, entities)) for line in lines)
    found = {start: role for start, role in made if role is not None}
    return found if len(found) >= _FEWEST and len(found) * 2 >= len(lines) else {}


def post_of_row(line: Sentence, entities: Entities) -> Role | None:
    """The post right after the name of a row, which nothing but a number stands before."""
    run = line.words
    people = line_people(line, entities)
    place = word_range(line, people[0]) if people else None
    if place is None:
        return None
    plain = closed("honorifics")
    if not all(w.punct or w.key.strip(".)").isdigit() or w.key in plain for w in run[: place[0]]):
        return None
    first = _past_bracket(run, place[1])
    first += first < len(run) and run[first].text == ","
    if has_word("ablative", run[first:]) or has_word("dative", run[first:]):
        return None
    stop = next((j for j in range(first, len(run)) if run[j].punct and not _hyphen(run, j)), len(run))
    heads = [j for j in range(first, min(stop, first + _TITLE)) if is_role(run[j])]
    if not heads:
        return None
    head = heads[0]
    while head + 1 in heads:
        head += 1
    others = [at[0] for ref in people[1:] if (at := word_range(line, ref)) is not None]
    if any(at <= head for at in others) or any(run[at - 1].text == "," for at in others):
        return None  # A सचिव B, C: a list of people
    if any(w.verbs or w.key in closed("case_markers") for w in run[first:head]):
        return None
    return None if entities.regions_in(line.span(first, head + 1)) else Role(line, first, head + 1)


def _past_bracket(run: Sequence[Word], end: int) -> int:
    """First word after a name and the bracket behind it (क ख (सागर) सचिव)."""
    if end >= len(run) or run[end].text != "(":
        return end
    return next((j + 1 for j in range(end, min(end + _BRACKET, len(run))) if run[j].text == ")"), end)


def _hyphen(run: Sequence[Word], j: int) -> bool:
    """भू-प्रबंध: a hyphen inside a word."""
    inside = 0 < j < len(run) - 1 and run[j].text == "-"
    return inside and run[j - 1].end == run[j].start and run[j].end == run[j + 1].start


def place_of_row(line: Sentence, role: Role, entities: Entities) -> str | None:
    """Place that a row tells after its post, one that nobody knew where it fills the last cell."""
    run = line.words
    last = len(run)
    if role.start and run[role.start - 1].text == ")":
        opens = next((j for j in range(role.start - 1, -1, -1) if run[j].text == "("), role.start)
        inside = places_in(line, opens, role.start, entities)
        if inside:
            return inside[-1]
    if role.end >= last:
        return None
    known = places_in(line, role.end, last, entities) or entities.regions_in(line.span(role.end, last))[-1:]
    if known:
        return known[-1]
    commas = [j for j in range(role.end, last - 1) if run[j].text == ","]
    if not commas and run[role.end].text in ("-", "–", "—") and not _hyphen(run, role.end):
        commas = [role.end]  # क ख, तहसीलदार - हटवारा
    office = any(w.key in words("posting_places") for w in run[role.end : last])
    return open_place(line, commas[-1] + 1, last, entities) if commas and not office else None
