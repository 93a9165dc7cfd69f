"""Tables of transfers whose columns nothing parts: क्र. नाम वर्तमान पद नवीन पद / 1. क ख सचिव, सागर निदेशक, दमोह.

The name ends where the post now begins; where a title, or a word for waiting, begins again is the new one.
"""

from __future__ import annotations

from nirdesh.extract.assignments.assignees import word_range
from nirdesh.extract.assignments.headings import NAME, NEW, NOW, Column
from nirdesh.extract.assignments.list_heads import line_people
from nirdesh.extract.assignments.lists_of_words import phrase_at, words
from nirdesh.extract.assignments.roles import in_name, is_role, role_at
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import Sentence
from nirdesh.lexicon.keys import fold as title_key
from nirdesh.lexicon.posts import titles

_HEADING = 12  # words of the longest line of headings
_LINE = 40  # words of the longest row
_LONGEST = 6  # words of the longest title that a list has
COLUMNS = (Column(NAME), Column(NOW), Column(NEW))


def heads_unparted(line: Sentence, entities: Entities) -> bool:
    """Whether a line is the headings of such a table: numbers, names, the post now, the new post."""
    run = [w for w in line.words if not w.punct]
    if not 2 < len(run) <= _HEADING or entities.inside(line.span(0, len(line.words))):
        return False
    name = next((j for j, w in enumerate(run) if w.key in words("name_heads")), None)
    if name is None:
        return False
    now = next(
        (
            j
            for j in range(name + 1, len(run))
            if run[j].key in words("now_heads") or phrase_at("now_heads", run, j)
        ),
        None,
    )
    if now is None:
        return False
    after = now + max(phrase_at("now_heads", run, now), 2)
    new = any(w.is_noun(words("new_heads")) for w in run[after:])
    return new and not any(w.text in ("।", ":") for w in line.words)


def unparted_row(line: Sentence, entities: Entities) -> tuple[tuple[int, int], ...] | None:
    """Words of the name, of the post now and of the new one in a row; None where it is none."""
    run = line.words
    people = line_people(line, entities)
    at = word_range(line, people[0]) if people else None
    if at is None or len(run) > _LINE or len({r.id for r in people}) > 1:
        return None
    plain = closed("honorifics")
    if not all(w.punct or w.key.strip(".)").isdigit() or w.key in plain for w in run[: at[0]]):
        return None
    if any(c.group is not None and c.group.finite for c in segment(line)):
        return None
    last = len(run)
    while last > at[1] and run[last - 1].punct and run[last - 1].text != ")":
        last -= 1
    first = at[1] + (at[1] < last and run[at[1]].text == ",")
    cuts = [
        j
        for j in _starts(line, first, last, entities)
        if (j > first and not run[j - 1].punct) or run[j - 1].text == ")"
    ]
    cuts = [j for j in cuts if j > first and run[j - 1].key not in closed("case_markers")]
    if not cuts:
        return None
    placed = [j for j in cuts if any(p.end == run[j - 1].end for p, _ in entities.regions)]
    cut = (placed or cuts)[-1] if len(cuts) > 1 and placed else cuts[-1]
    return at, (first, cut), (cut, last)


def _starts(line: Sentence, first: int, last: int, entities: Entities) -> list[int]:
    """Where titles, lines of police and words of waiting begin between two words."""
    run = line.words
    found = []
    j = last - 1
    while j >= first:
        if run[j].key in words("unposted"):
            found.append(j)
        elif run[j].key in words("lines"):
            j -= j > first and run[j - 1].key in words("moved_officers")
            found.append(j)
        elif is_role(run[j]) and not in_name(run[j], entities):
            start = _title_from(line, first, j, entities)
            found.append(start)
            j = start
        j -= 1
    return sorted(found)


def _title_from(line: Sentence, first: int, head: int, entities: Entities) -> int:
    """First word of the title that ends in word ``head``: the longest that a list has, else the phrase."""
    run = line.words
    for start in range(max(first, head - _LONGEST), head):
        if tuple(title_key(w.text) for w in run[start : head + 1]) in titles():
            return start
    start = role_at(line, first, head, entities).start
    while start < head and run[start].key in words("unposted"):
        start += 1
    while start < head and any(p.start <= run[start].start < p.end for p, _ in entities.regions):
        start += 1
    return start
