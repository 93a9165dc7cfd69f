"""Rows of transfers: a name, and from where to where in cells or with से or an arrow."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.assignments.assignees import word_range
from nirdesh.extract.assignments.line_roles import SEPARATORS
from nirdesh.extract.assignments.list_heads import Head, line_people
from nirdesh.extract.assignments.lists_of_words import words
from nirdesh.extract.assignments.open_places import only_place, open_place
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.roles import Role, find_role, is_role, rank_before
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.mentions import Assignment, Span

_CONFIDENCE = 0.7
_LEADERS = ("..", "……", "…")
_ARROWS = ("→", "➡", "⇒", "➜", ">", ">>", "»")
_COLUMNS = ("-", "–", "—", "|", "/", *_ARROWS)


def tells_move(line: Sentence, names: Sequence[tuple[int, int]], head: Head, post: Span | None) -> bool:
    """क ख - P से Q: behind the name stand a dash and a move, or the move alone under the title of all.

    So it is behind the rank of the person (निरीक्षक क ख P से Q).

    Args:
        names: First word of each name and the one past its last.
    """
    name = names[0]
    run = line.words[name[1] :]
    if any(not is_role(line.words[at - 1]) for at, _ in names[1:]):
        return False  # क ख, ग घ: several are named, no place behind a post taken for a name
    dashed = bool(run) and run[0].text in (*SEPARATORS, *_ARROWS)
    ranked = post is not None and post.end == line.words[name[0] - 1].end and line.start <= post.start
    return (dashed or ranked or head.title is not None) and any(_moves_on(w) for w in run)


def transfer_columns(
    line: Sentence, entities: Entities, announcer: tuple[str, ...], shared: Span | None, moved: Span | None
) -> Assignment | None:
    """NAME — post now — new post: a row of a transfer order, its cells parted by dashes, bars or tabs."""
    run = line.words
    people = line_people(line, entities)
    place = word_range(line, people[0]) if people else None
    if place is None or len({r.id for r in people}) > 1:
        return None
    cuts = [j for j in range(place[1], len(run) - 1) if _is_column(line, j)]
    cuts = _after_comma(line, place[1], cuts, entities)
    if len(cuts) == 1 and moved is not None and shared is None:
        return _cell_of_place(line, people[0].id, cuts[0] + 1, entities, announcer, moved)
    if len(cuts) != 2:
        return None
    now, new = (cuts[0] + 1, cuts[1]), (cuts[1] + 1, len(run))
    own = _first_post(line, *new, entities) or find_role(line, *new, entities)
    regions = places_in(line, *new, entities)
    only_place = any(place == line.span(*new) for place, _ in entities.regions)
    opened = open_place(line, own.end, len(run), entities) if own is not None and not regions else None
    rank = rank_before(line, 0, place[0], entities)
    general = rank.span if rank is not None else shared or (moved if only_place else None)
    role = own.span if own is not None else general or line.span(*new)
    charge = any(w.key in words("beside") for w in run[new[0] : new[1]])
    return Assignment(
        evidence=Span(line.start, line.end),
        assignee=people[0].id,
        role=role,
        change="appointed" if charge else "transferred",
        region=regions[-1] if regions else opened,
        by=tuple(a for a in announcer if a != people[0].id),
        from_role=line.span(*now) if now[0] < now[1] else None,
        confidence=_CONFIDENCE,
        rules=("assign:transfer-columns",),
    )


def _first_post(line: Sentence, first: int, last: int, entities: Entities) -> Role | None:
    """The post that ends before the first comma of a cell (प्रबंध निदेशक, निगम, अतिरिक्त प्रभार …)."""
    comma = next((j for j in range(first, last) if line.words[j].text == ","), first)
    found = find_role(line, first, comma, entities)
    return found if found is not None and found.end == comma and not found.duty else None


def _after_comma(line: Sentence, end: int, cuts: list[int], entities: Entities) -> list[int]:
    """The cuts of a row, its comma among them where a post or office held stands behind it.

    NAME, post now – new post; NAME, post now को new post.
    """
    run = line.words
    cuts = cuts or _given(line, end, entities)
    if len(cuts) != 1 or end >= cuts[0] - 1 or run[end].text != ",":
        return cuts
    held = find_role(line, end + 1, cuts[0], entities) is not None
    held = held or any(w.is_noun(words("posting_places")) for w in run[end + 1 : cuts[0]])
    return [end, *cuts] if held and not any(w.verbs for w in run[end : cuts[0]]) else cuts


def _given(line: Sentence, end: int, entities: Entities) -> list[int]:
    """The only को of a row, before a post, where no papers are sent to somebody."""
    run = line.words
    marks = [j for j in range(end, len(run) - 1) if run[j].key in words("dative")]
    if len(marks) != 1 or any(w.key in words("sent_papers") for w in run):
        return []
    return marks if find_role(line, marks[0] + 1, len(run), entities) is not None else []


def goes_from_post(line: Sentence, entities: Entities) -> bool:
    """Whether a row has a comma between a name and the post now, and one column more (NAME, सचिव – निदेशक)."""
    people = line_people(line, entities)
    place = word_range(line, people[0]) if people else None
    if place is None:
        return False
    cuts = [j for j in range(place[1], len(line.words) - 1) if _is_column(line, j)]
    return len(_after_comma(line, place[1], cuts, entities)) > len(cuts)


def _cell_of_place(
    line: Sentence, person: str, first: int, entities: Entities, announcer: tuple[str, ...], moved: Span
) -> Assignment | None:
    """NAME | new place, where all who are named hold one post (पटवारियों के हल्के बदले)."""
    last = len(line.words)
    known = places_in(line, first, last, entities) if only_place(line, first, last, entities) else ()
    region = known[-1] if known else open_place(line, first, last, entities)
    if region is None:
        return None
    return Assignment(
        evidence=Span(line.start, line.end),
        assignee=person,
        role=moved,
        change="transferred",
        region=region,
        by=tuple(a for a in announcer if a != person),
        confidence=_CONFIDENCE,
        rules=("assign:transfer-columns",),
    )


def _is_column(line: Sentence, j: int) -> bool:
    """Whether a word parts two cells: a dash or bar with blanks on both sides, or leading dots."""
    run = line.words
    if run[j].text.startswith(_LEADERS):
        return True
    return run[j].text in _COLUMNS and run[j - 1].end < run[j].start and run[j].end < run[j + 1].start


def _moves_on(word: Word) -> bool:
    """Whether a word parts whence from whither: से or an arrow."""
    return word.key in words("ablative") or word.text in _ARROWS


def transfer_row(
    line: Sentence, entities: Entities, announcer: tuple[str, ...], moved: Span | None
) -> Assignment | None:
    """NAME, post and place से (or an arrow) post and place: a row of transfers; ``moved``: all are that."""
    run = line.words
    people = line_people(line, entities)
    place = word_range(line, people[0]) if people else None
    if place is None:
        return None
    split = next((j for j in range(place[1], len(run) - 1) if _moves_on(run[j])), None)
    if split is None:
        return None
    first, start, last = place[1], split + 1, len(run)
    while first < split and run[first].punct:
        first += 1
    while last > start and run[last - 1].punct:
        last -= 1
    if start >= last:
        return None
    regions = places_in(line, start, last, entities)
    own = find_role(line, start, last, entities)
    if own is not None and any(place == own.span for place, _ in entities.regions):
        own = None  # पन्ना is a district too
    tail = own.end if own is not None else start
    opened = None if regions or (own is None and moved is None) else open_place(line, tail, last, entities)
    rank = rank_before(line, 0, place[0], entities)
    general = rank.span if rank is not None else moved if regions or opened else None
    return Assignment(
        evidence=Span(line.start, line.end),
        assignee=people[0].id,
        role=own.span if own is not None else general or line.span(start, last),
        change="transferred",
        region=regions[-1] if regions else opened,
        by=tuple(a for a in announcer if a != people[0].id),
        from_role=line.span(first, split) if first < split else None,
        confidence=_CONFIDENCE,
        rules=("assign:transfer-row",),
    )
