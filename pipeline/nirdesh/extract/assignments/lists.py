"""Assignments in lists: lines of place and name, post and name, or name and move, under one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nirdesh.extract.assignments.announced import opens_posts
from nirdesh.extract.assignments.assignees import word_range
from nirdesh.extract.assignments.branches import of_branch
from nirdesh.extract.assignments.line_roles import (
    PARTS,
    SEPARATORS,
    duty_label,
    ends_label,
    roles_of,
    separates,
)
from nirdesh.extract.assignments.list_heads import Head, head_of, line_people
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word, words
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.roles import Role
from nirdesh.extract.assignments.rows import place_of_row, post_rows
from nirdesh.extract.assignments.shapes import is_list_of_posts
from nirdesh.extract.assignments.transfer_rows import (
    goes_from_post,
    tells_move,
    transfer_columns,
    transfer_row,
)
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.mentions import Assignment, Span

_LINE_WORDS = 120
_ROW = 20  # words of the longest row without a name
_LABELLED = 2  # labelled lines that make a list of duties
_OVER = 2  # lines over a list that tell what it is of
_CONFIDENCE = 0.7
_ITEMS = (",", ";", "/", "|")


def _verbless(sentence: Sentence) -> bool:
    """Whether a line has no verb, one in a bracket apart (ध्वनि : क ख (माइक समिति देगी))."""
    run = sentence.words
    groups = [clause.group for clause in segment(sentence) if clause.group is not None]
    return all(_bracketed(run, group.start) for group in groups)


def _bracketed(run: Sequence[Word], j: int) -> bool:
    before = "".join(w.text for w in run[:j] if w.text in "()")
    return before.endswith("(")


def _is_line(sentence: Sentence, entities: Entities) -> bool:
    """A short verbless line with a name: a member of a list."""
    if len(sentence.words) > _LINE_WORDS or sentence.block == "headline":
        return False
    return _verbless(sentence) and bool(line_people(sentence, entities))


def _unnamed_row(read: Sequence[Sentence], j: int, entities: Entities) -> bool:
    """सफाई – कार्यकारी अधिकारी नगर परिषद: a row between others whose holder no name tells."""
    line = read[j]
    inside = (
        0 < j < len(read) - 1 and line.block != "headline" and len(line.words) <= _ROW and _verbless(line)
    )
    return inside and all(_labelled(row) for row in read[j - 1 : j + 2]) and _is_line(read[j + 1], entities)


def _labelled(line: Sentence) -> bool:
    """Whether a line is a label and what it says of it."""
    return any(ends_label(line.words, j) for j in range(1, len(line.words)))


def _bare(line: Sentence) -> bool:
    """Whether a line has no को or ने, so that it is no piece of a sentence."""
    return not (has_word("dative", line.words) or has_word("ergative", line.words))


def list_assignments(
    read: Sequence[Sentence],
    entities: Entities,
    announcer: tuple[str, ...],
    known: Sequence[Assignment],
    transfers: bool,
    moved: Span | None = None,
    branch: tuple[str, int] | None = None,
    headings: Mapping[int, tuple[str, ...]] | None = None,
) -> list[Assignment]:
    """One assignment for each name in a list whose post the line, or a sentence beside the list, gives.

    Args:
        moved: Title of all who are transferred.
        transfers: Whether the report is about transfers, so that rows of cells say who moves where.
        branch: Place of the branch that the report is about, and where it is told first.
        headings: Lines that are only a place, and the place.
    """
    taken = {a.assignee for a in known}
    found: list[Assignment] = []
    staffed = False  # whether posts were announced before
    i = seen = 0
    under: tuple[str, ...] = ()  # place of the heading over the lines
    while i < len(read):
        if not _is_line(read[i], entities):
            under = (headings or {}).get(read[i].start, under if _verbless(read[i]) else ())
            i += 1
            continue
        j = i
        while j < len(read) and (_is_line(read[j], entities) or _unnamed_row(read, j, entities)):
            j += 1
        head = head_of(read, i, j, entities)
        if (head.role is not None or not head.opened) and is_list_of_posts(read, i, j, entities, head.role):
            head = Head(None, None, True)
        staffed = staffed or any(opens_posts(s) or _deals(s) for s in read[seen:i])
        around = read[max(i - 1, 0) : j]
        present = any(has_word("present", s.words) or has_noun("contests", s.words) for s in around)
        dealt = head.bare or any(_deals(s) for s in read[max(i - _OVER, 0) : i])
        labelled = (staffed or head.bare) and sum(_labelled(line) for line in read[i:j]) >= _LABELLED
        over = [word for s in read[max(i - _OVER, 0) : i] for word in s.words]
        filled = head.role is None and (head.opened or staffed)
        filled = filled and not has_word("present", over) and not has_noun("contests", over)
        rows = post_rows(read[i:j], entities) if filled else {}
        homes = has_word("homes", over)  # the last column tells where people live
        for line in (line for line in read[i:j] if line_people(line, entities)):
            if line.start in rows and not (transfers and goes_from_post(line, entities)):
                place = None if homes else place_of_row(line, rows[line.start], entities)
                found += _row(line, rows[line.start], place, entities, announcer, taken, transfers=transfers)
                continue
            row = transfer_columns(line, entities, announcer, head.role, moved) if transfers else None
            if row is not None and row.assignee not in taken:
                found.append(row)
            elif row is None and (head.role or (_bare(line) and (head.opened or (staffed and not present)))):
                found += _line(
                    *(line, head, entities, announcer, taken, branch, moved, labelled),
                    dealt=dealt,
                    under=next(iter(under), head.place),
                    transfers=transfers,
                )
        seen = i = j
    return found


def _deals(sentence: Sentence) -> bool:
    """क ने 18 लोगों को काम बांटे: duties are dealt out."""
    groups = (clause.group for clause in segment(sentence))
    dealt = any(g is not None and g.mood == "perf" and g.stem in words("dealing_stems") for g in groups)
    run = sentence.words
    if not dealt and has_word("as_follows", run):  # काम बांटा गया जो इस प्रकार है
        forms = [form for word in run for form in word.verbs]
        dealt = any(form.form == "perf" and form.stem in words("dealing_stems") for form in forms)
    return dealt and has_noun("dealt", run)


def _row(
    line: Sentence,
    role: Role,
    place: str | None,
    entities: Entities,
    announcer: tuple[str, ...],
    taken: set[str],
    *,
    transfers: bool,
) -> list[Assignment]:
    person = line_people(line, entities)[0].id
    made = Assignment(
        evidence=Span(line.start, line.end),
        assignee=person,
        role=role.span,
        change="transferred" if transfers else "appointed",
        region=place,
        by=tuple(a for a in announcer if a != person),
        confidence=_CONFIDENCE,
        rules=("assign:post-row",),
    )
    return [made] if person not in taken else []


def _line(
    line: Sentence,
    head: Head,
    entities: Entities,
    announcer: tuple[str, ...],
    taken: set[str],
    branch: tuple[str, int] | None,
    moved: Span | None,
    labelled: bool,
    *,
    dealt: bool,
    under: str | None,
    transfers: bool,
) -> list[Assignment]:
    made = []
    refs = [(r, place) for r in line_people(line, entities) if (place := word_range(line, r)) is not None]
    places = [place for _, place in refs]
    posts = roles_of(line, places, head.role, head.title, entities)
    ends = {w.end for w in line.words if w.is_noun(words("body_posts"))}
    if head.bare:  # दायित्वों की घोषणा: posts that the line itself tells are what is given
        own = roles_of(line, places, None, None, entities)
        posts = own if sum(each is not None and each.end in ends for each in own) * 2 > len(own) else posts
    moves = transfers and len(refs) > 0 and tells_move(line, places, head, posts[0])
    held = any(posts) and not moves
    row = None if held else transfer_row(line, entities, announcer, head.role or head.title or moved)
    if row is not None:
        return [row] if row.assignee not in taken else []
    duties = _duties(line, places, entities) if labelled else [None] * len(refs)
    for (ref, place), post, duty in zip(refs, posts, duties, strict=True):
        held = dealt and duty is not None and post is not None and post.start >= duty.end
        held = held and post is not None and post.end not in ends  # मंच : तहसीलदार क ख
        role = duty if duty is not None and (post is None or head.bare or held) else post
        if role is None or ref.id in taken:
            continue
        if role is head.title and not entities.regions_in(Span(line.start, line.end)):
            continue  # a title announced before holds for those whose line says where
        made += [
            Assignment(
                evidence=Span(line.start, line.end),
                assignee=ref.id,
                role=role,
                change="appointed",
                region=region or under or _town(role, line, entities) or _branch(branch, role, line),
                by=tuple(a for a in announcer if a != ref.id),
                confidence=_CONFIDENCE,
                rules=("assign:list",),
            )
            for region in _places(line, place, [p for _, p in refs], entities)
        ]
    return made


def _duties(line: Sentence, places: Sequence[tuple[int, int]], entities: Entities) -> list[Span | None]:
    """The duty that the label before each name says, the one of the name before where it has none."""
    found: list[Span | None] = []
    floor = 0
    for first, last in places:
        duty = duty_label(line, first, entities, floor)
        before = (
            found[-1] if found and not any(ends_label(line.words, j) for j in range(floor, first)) else None
        )
        found.append(duty.span if duty is not None else before)
        floor = last
    return found


def _branch(branch: tuple[str, int] | None, role: Span, line: Sentence) -> str | None:
    named = [w for w in line.words if role.start <= w.start < role.end]
    return branch[0] if branch is not None and branch[1] < line.end and of_branch(named) else None


def _town(role: Span, line: Sentence, entities: Entities) -> str | None:
    """The town of the report, for a post of it (महानगर उपाध्यक्ष : क ख)."""
    inside = [w for w in line.words if role.start <= w.start < role.end]
    return entities.home if has_word("of_town", inside) else None


def _places(
    line: Sentence, name: tuple[int, int], people: Sequence[tuple[int, int]], entities: Entities
) -> tuple[str | None, ...]:
    """Places of one person of a line: those after a dash or को behind the name, else the last before it in
    its part, else the first after it, else any.
    """
    run = line.words
    cuts = [j for j in range(len(run)) if run[j].text in PARTS]
    first = max((j + 1 for j in cuts if j < name[0]), default=0)
    last = min([j for j in cuts if j >= name[1]] + [a for a, _ in people if a >= name[1]] + [len(run)])
    last = last if last > name[1] + 1 or not _joined_names(line, name[1], people) else len(run)
    if name[1] < last and (run[name[1]].text in SEPARATORS or has_word("dative", run[name[1] : last])):
        behind = places_in(line, name[1], last, entities)
        if behind:
            return behind
    own = _beside(line, name, people, entities)
    if own:
        return own
    label = next((j for j in range(name[0] - 1, first, -1) if separates(run, j)), name[0])
    before = places_in(line, first, label, entities)
    if before and label < name[0]:
        return before  # सागर एवं दमोह – क ख
    after = entities.regions_in(line.span(name[1], last)) if name[1] < last else []
    whole = entities.regions_in(Span(line.start, line.end))
    others = [] if before or after else _of_others(line, name, people, entities)
    return (next(iter([*before[-1:], *after, *(place for place in whole if place not in others)]), None),)


def _of_others(
    line: Sentence, name: tuple[int, int], people: Sequence[tuple[int, int]], entities: Entities
) -> list[str]:
    """Places right after other people's names, between their commas (क ख सागर, ग घ)."""
    run = line.words
    commas = [j for j in range(len(run)) if run[j].text in _ITEMS]
    ends = [(b, min((j for j in commas if j >= b), default=b)) for a, b in people if (a, b) != name]
    return [place for b, end in ends if b < end for place in entities.regions_in(line.span(b, end))]


def _beside(
    line: Sentence, name: tuple[int, int], people: Sequence[tuple[int, int]], entities: Entities
) -> tuple[str, ...]:
    """Place of one of several people, where it stands between their commas (क ख थाना सागर, दमोह से ग घ)."""
    run = line.words
    commas = [-1, *(j for j in range(len(run)) if run[j].text in _ITEMS), len(run)]
    first = max(j for j in commas if j < name[0]) + 1
    last = min(j for j in commas if j >= name[1])
    alone = sum(first <= a < last for a, _ in people) == 1
    others = [a for a, _ in people if not first <= a < last]
    if not alone or not others or has_word("native", run[first:last]):
        return ()
    label = max((j + 1 for j in range(first, name[0]) if separates(run, j)), default=first)
    found = entities.regions_in(line.span(label, last))
    return (found[0],) if len(found) == 1 else ()


def _joined_names(line: Sentence, end: int, people: Sequence[tuple[int, int]]) -> bool:
    """A और B को …: only a conjunction parts two names, so that both get what follows."""
    return end < len(line.words) and line.words[end].key in closed("list_conjunctions") and len(people) > 1
