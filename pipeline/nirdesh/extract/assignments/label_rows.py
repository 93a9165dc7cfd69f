"""Rows of a place or unit and a name under one title: सागर | क ख; वार्ड 4 → ग घ; बीना / च छ on two lines.

Three such rows make a list. Which side of them names people is what most of the rows say, so that a college
that bears a person's name is none of them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nirdesh.extract.assignments.assignees import word_range
from nirdesh.extract.assignments.blocks import only_names, people_of, whole_lines
from nirdesh.extract.assignments.line_roles import SEPARATORS
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word, words
from nirdesh.extract.assignments.places import places_in
from nirdesh.extract.assignments.roles import Role, is_role
from nirdesh.extract.assignments.row_titles import title_of_rows
from nirdesh.extract.clauses.entities import Entities, Ref
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.mentions import Assignment, Span

_BEFORE = 2  # sentences before a list of duties of which one tells that they are dealt out
_FEWEST = 3  # rows that make a list
_WHENCE = 4  # words of सागर जिले से :
_LABEL = 9  # words of the longest label
_LINE = 40  # words of the longest line of rows
_CONFIDENCE = 0.7
_MARKS = (*SEPARATORS, "--", "---", "->", "=>", "|", "||", "//", "→", "➡", "⇒", "➜", "..", "…")
_ITEMS = (",", ";", "।")
_GAPS = ("\t", "    ")  # what parts two cells of a line


@dataclass(frozen=True, slots=True)
class Part:
    """Words ``first`` to ``last`` (excluded) of a line, and the people whom they may name."""

    line: Sentence
    first: int
    last: int
    people: tuple[Ref, ...]

    @property
    def span(self) -> Span:
        """Offsets of the words."""
        return self.line.span(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Row:
    """The two sides of a row."""

    left: Part
    right: Part


def label_rows(
    read: Sequence[Sentence],
    entities: Entities,
    announcer: tuple[str, ...],
    known: Sequence[Assignment],
    text: str,
) -> tuple[list[Assignment], frozenset[int]]:
    """Assignments of such lists, and where the sentences begin that they have read.

    Args:
        known: What other lists gave; a list of which those have read half is left to them.
        text: The report, for its line breaks and cells.
    """
    given = {a.assignee for a in known}
    found: list[Assignment] = []
    taken: set[int] = set()
    for rows, first, last in _lists(whole_lines(read, text), entities, text):
        begins = next(k for k, s in enumerate(read) if s.start >= first)
        ends = next((k for k, s in enumerate(read) if s.start >= last), len(read))
        title = title_of_rows(read, begins, ends, entities)
        named = _sides(rows, entities)
        people = {ref.id for _, names in named for ref in names.people}
        mattered = _are_matters([label for label, _ in named])
        if len(people & given) * 2 >= len(people) and not mattered:
            continue
        placed = sum(_is_place(label, entities) for label, _ in named) * 3 >= len(named)
        if placed and title is not None:
            made = [a for label, names in named for a in _assignments(label, names, title, entities)]
        elif mattered or (not placed and title is None and _deals(read[max(begins - _BEFORE, 0) : begins])):
            made = [a for label, names in named for a in _duties(label, names, entities)]
        else:
            continue
        found += [replace(a, by=tuple(b for b in announcer if b != a.assignee)) for a in made]
        taken.update(s.start for s in read[begins:ends])
    return found, frozenset(taken)


def _lists(lines: Sequence[Sentence], entities: Entities, text: str) -> Iterator[tuple[list[Row], int, int]]:
    """Runs of rows: on one line each, several on a line, or a label and its names on two lines."""
    rows: list[Row] = []
    start = end = stray = 0
    waiting: Part | None = None  # a line that may be the label of the next
    for line in [*lines, None]:
        if line is not None and all(w.punct or w.key.isdigit() for w in line.words):
            continue
        found = _rows(line, entities, text) if line is not None else None
        if found is None or _is_title(found):
            if len(rows) >= _FEWEST and stray * 3 < len(rows):
                yield rows, start, end
            rows, waiting, stray = [], None, 0
            continue
        if line is None:
            continue
        whole = found[0] if len(found) == 1 and isinstance(found[0], Part) else None
        if whole is None:
            made = [each for each in found if isinstance(each, Row)]
            waiting = None
        elif whole.people and only_names(line, whole.first, whole.last, entities):
            made = [Row(waiting, whole)] if waiting is not None else []
            stray += waiting is None
            waiting = None
        else:
            made = []
            waiting = whole
        if made and not rows:
            start = made[0].left.line.start
        rows += made
        end = line.end if made or rows else end


def _is_title(found: Sequence[Row | Part]) -> bool:
    """Whether a line is the title of what stands below it."""
    part = found[0] if len(found) == 1 else None
    return isinstance(part, Part) and not part.people and is_role(part.line.words[part.last - 1])


def _rows(line: Sentence, entities: Entities, text: str) -> list[Row | Part] | None:
    """The rows of a line, or the line as one part; None where it is neither."""
    run = line.words
    if line.block in ("headline", "dateline") or len(run) > _LINE:
        return None
    if has_word("dative", run) or has_word("ergative", run):
        return None
    if any(clause.group is not None for clause in segment(line)):
        return None
    cuts = [_whence(line), *(j for j, w in enumerate(run) if w.text in _ITEMS), len(run)]
    cells = [_cells(line, a + 1, b, entities, text) for a, b in itertools.pairwise(cuts)]
    if len(cells) > 1 and all(len(each) == 2 for each in cells if each):
        return [Row(*each) for each in cells if each]
    whole = _cells(line, 0, len(run), entities, text)
    if len(whole) == 2:
        return [Row(*whole)]
    return [whole[0]] if len(whole) == 1 and whole[0].last - whole[0].first <= _LABEL else None


def _whence(line: Sentence) -> int:
    """The colon of a label that tells where those of a line come from (सागर से : क ख - बीना); else -1."""
    run = line.words
    colon = next((j for j, w in enumerate(run) if w.text == ":"), 0)
    return colon if 0 < colon <= _WHENCE and run[colon - 1].key in words("ablative") else -1


def _cells(line: Sentence, first: int, last: int, entities: Entities, text: str) -> list[Part]:
    """The cells of some words: parted by a dash, an arrow, a bar or a gap; numbers of rows apart."""
    run = line.words
    parts: list[Part] = []
    begin = first
    for j in range(first, last + 1):
        mark = j < last and run[j].text in _MARKS and _parts(line, j, entities)
        gap = first < j < last and any(g in text[run[j - 1].end : run[j].start] for g in _GAPS)
        if j == last or mark or gap:
            part = _trimmed(line, begin, j, entities)
            parts += [part] if part is not None else []
            begin = j + 1 if mark else j
    return parts


def _parts(line: Sentence, j: int, entities: Entities) -> bool:
    """Whether a mark parts two cells: one with a blank at a side, or right before or behind a name."""
    run = line.words
    if not 0 < j < len(run) - 1 or run[j].text not in SEPARATORS or run[j].text.startswith(":"):
        return True
    tight = run[j - 1].end == run[j].start and run[j].end == run[j + 1].start
    named = any(r.kind == "person" and r.span.start == run[j + 1].start for r in entities.refs)
    return named or not tight


def _trimmed(line: Sentence, first: int, last: int, entities: Entities) -> Part | None:
    """The words of a cell without the marks and the number before them and the marks after them."""
    run = line.words
    while first < last and (
        (run[first].punct and run[first].text != "(") or run[first].key.strip(".)").isdigit()
    ):
        first += 1
    while last > first and run[last - 1].punct and run[last - 1].text != ")":
        last -= 1
    if first >= last:
        return None
    return Part(line, first, last, tuple(people_of(line, first, last, entities)))


def _sides(rows: Sequence[Row], entities: Entities) -> list[tuple[Part, Part]]:
    """Label and names of the rows, if the names stand at one side of most of them."""
    right = [(r.left, r.right) for r in rows if _are_names(r.right, entities)]
    left = [(r.right, r.left) for r in rows if _are_names(r.left, entities)]
    one, other = (right, left) if len(right) >= len(left) else (left, right)
    fits = len(one) >= _FEWEST and len(one) * 3 >= len(rows) * 2 and len(one) > len(other)
    labels = [label for label, _ in one]
    posts = sum(is_role(label.line.words[label.last - 1]) for label in labels)
    return one if fits and posts * 2 < len(labels) else []


def _is_place(label: Part, entities: Entities) -> bool:
    """Whether a label names a place that is known, or one by its kind or number (वार्ड 4, छपिया मंडल)."""
    run = label.line.words[label.first : label.last]
    if is_role(run[-1]):
        return False
    kinds = words("place_nouns") | words("sites") | words("institutions")
    kind = any(w.key in kinds for w in (run[0], run[-1])) or run[-1].key.isdigit()
    return kind or bool(entities.regions_in(label.span))


def _are_matters(labels: Sequence[Part]) -> bool:
    """Whether most of the labels are matters that somebody sees to (पार्किंग, पेयजल)."""
    known = [_is_matter(label.line.words[label.first : label.last]) for label in labels]
    return sum(known) > 1 and sum(known) * 2 >= len(labels)


def _is_matter(run: Sequence[Word]) -> bool:
    """पार्किंग, मंच सज्जा; no body (सफाई समिति, युवा मंच) and no post (मीडिया प्रभारी)."""
    body = run[-1].is_noun(words("bodies_of_titles")) or (
        len(run) > 1 and run[-1].is_noun(words("platforms"))
    )
    return has_noun("matters", run) and not body and not any(map(is_role, run))


def _are_names(part: Part, entities: Entities) -> bool:
    return bool(part.people) and only_names(part.line, part.first, part.last, entities)


def _assignments(label: Part, names: Part, title: Role, entities: Entities) -> Iterator[Assignment]:
    """What a row gives: the title to each name, at the place that the label tells."""
    run = label.line.words
    if is_role(run[label.last - 1]) or has_word("continuing", names.line.words):
        return
    regions: tuple[str | None, ...] = _places(label, entities)
    floor = names.first
    for ref in names.people:
        at = word_range(names.line, ref)
        if at is None:
            continue
        own = _own_title(names.line, floor, at[0], title)
        for region in regions:
            yield Assignment(
                evidence=Span(label.line.start, names.line.end),
                assignee=ref.id,
                role=(own or title).span,
                change="appointed",
                region=region,
                confidence=_CONFIDENCE,
                rules=("assign:label-row",),
            )
        floor = at[1]


def _deals(before: Sequence[Sentence]) -> bool:
    """Whether the sentences before a list tell that duties are dealt out or committees made."""
    return any(has_noun("dealt", s.words) or has_noun("staffing", s.words) for s in before)


def _duties(label: Part, names: Part, entities: Entities) -> Iterator[Assignment]:
    """What a row gives whose label is a duty or a title: पालकी सजावट : क ख."""
    if label.people:
        return
    regions = entities.regions_in(label.span)
    for ref in names.people:
        yield Assignment(
            evidence=Span(label.line.start, names.line.end),
            assignee=ref.id,
            role=label.span,
            change="appointed",
            region=regions[-1] if regions else None,
            confidence=_CONFIDENCE,
            rules=("assign:duty-row",),
        )


def _own_title(line: Sentence, first: int, name: int, title: Role) -> Role | None:
    """सह प्रभारी च छ, सहयोगी लिपिक ज झ under the title प्रभारी: a second title beside a name."""
    run = line.words
    head = title.sentence.words[title.end - 1]
    begins = first
    while begins < name and (run[begins].punct or run[begins].key in closed("list_conjunctions")):
        begins += 1
    if begins < name and run[begins].key in words("second_titles"):
        return Role(line, begins, begins + 1)
    before = name - 1
    while before > first and (run[before].punct or run[before].key in closed("honorifics")):
        before -= 1
    if before <= first or not is_role(run[before]) or not run[before].is_noun(frozenset((head.key,))):
        return None
    return Role(line, before - 1, before + 1) if run[before - 1].key in words("title_openers") else None


def _places(label: Part, entities: Entities) -> tuple[str | None, ...]:
    """Places of a label: those that are known, else what it says as the name of one."""
    known = places_in(label.line, label.first, label.last, entities)
    if known:
        return known
    run = label.line.words[label.first : label.last]
    if label.people or any(w.verbs for w in run) or has_noun("staffing", run):
        return (None,)
    return (entities.place(label.line.text(label.first, label.last), label.span),)
