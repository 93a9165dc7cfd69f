"""Which post a line of a list gives to each person: from a bracket, a label, a column, or the heading."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from nirdesh.extract.assignments.assignees import past_agent
from nirdesh.extract.assignments.lists_of_words import has_noun, has_word, words
from nirdesh.extract.assignments.roles import Role, find_duty, find_role, is_role, slot_role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.mentions import Span

SEPARATORS = (":", "-", "–", "—", ":-", "=")
PARTS = (";", "|")
_LEADERS = ("→", "➡", "⇒", "➜", "▶", "►", "➤", "»", "..", "…")
_BRACKET = 6  # words in which the bracket after a name may hold a post
_HEADING = 12  # words of the longest heading that names a post
_LABEL = 6  # words of the longest label that names a duty


def heading_role(sentence: Sentence, entities: Entities) -> Role | None:
    """Post that a heading gives to the lines under it (गतिविधि संयोजक; किसे कहां की जिम्मेदारी)."""
    run = sentence.words
    if len(run) > _HEADING or has_word("present", run) or has_word("column_heads", run):
        return None
    last = next((w for w in reversed(run) if not w.punct), None)
    if has_word("who", run) or (last is not None and last.is_noun(words("duty_heads"))):
        return find_duty(sentence, 0, len(run), entities)
    if has_noun("staffing", run) or (verbless(sentence) and last is not None and is_role(last)):
        role = find_role(sentence, max(past_agent(sentence, -1, len(run)), 0), len(run), entities)
        return None if role is None or approves(role) else role
    return None


def approves(role: Role) -> bool:
    """अध्यक्ष जी की सहमति से, प्रबंध निदेशक के अनुमोदन से: the title of whoever lets it be done."""
    run = role.sentence.words
    after = role.end
    while after < len(run) and run[after].key in closed("after_names") | words("respect"):
        after += 1
    genitive = after + 1 < len(run) and run[after].key in closed("genitives")
    return genitive and run[after + 1].key in words("on_behalf")


def verbless(sentence: Sentence) -> bool:
    """Whether no clause of a sentence has a verb."""
    return all(clause.group is None for clause in segment(sentence))


def roles_of(
    line: Sentence,
    people: Sequence[tuple[int, int]],
    shared: Span | None,
    title: Span | None,
    entities: Entities,
) -> list[Span | None]:
    """Posts of the people of a line: (post) after the name, a label before it, the heading's, one beside it.

    Args:
        people: First word of each name and the one past its last.
        shared: Post that a sentence or heading beside the list gives to all.
        title: Post that was announced for those named here, where the line gives none; the one beside a name
            is then the person's own.

    Example:
        ``उपाध्यक्ष : क ख, ग घ`` gives both the label, ``अध्यक्ष क ख, सचिव ग घ`` each the post before.
    """
    found = [_role_of(line, people, k, shared, title, entities) for k in range(len(people))]
    for k in range(1, len(people)):
        before = found[k - 1]
        led = (
            before is not None
            and line.start <= before.start
            and before.end <= line.words[people[k - 1][0]].start
        )
        if found[k] is None and led and _joined(line, people[k - 1][1], people[k][0]):
            found[k] = before  # सचिव क ख, ग घ
    return found


def _seats(line: Sentence, begin: int, end: int) -> Role | None:
    """कार्यकारिणी : क ख, ग घ: the body in which all have a seat, where the line gives none a post."""
    run = line.words
    if not has_word("seated", run[end - 1 : end]) or any(is_role(w) for w in run[end:]):
        return None
    return Role(line, begin, end)


def _joined(line: Sentence, end: int, start: int) -> bool:
    """Whether only commas, conjunctions, brackets and words of respect part two names."""
    depth = 0
    for word in line.words[end:start]:
        depth += word.text == "("
        plain = word.text == "," or word.key in closed("list_conjunctions") | closed("honorifics")
        if not depth and not plain and word.key not in closed("after_names"):
            return False
        depth -= word.text == ")"
    return end < start


def _role_of(
    line: Sentence,
    people: Sequence[tuple[int, int]],
    k: int,
    shared: Span | None,
    title: Span | None,
    entities: Entities,
) -> Span | None:
    first, last = people[k]
    run = line.words
    if last + 1 < len(run) and run[last].text == "(":
        inside = range(last + 1, min(last + _BRACKET, len(run)))
        close = next((j for j in inside if run[j].text == ")"), last + 1)
        bracket = find_role(line, last + 1, close, entities)
        if bracket is None and has_word("bracket_roles", run[close - 1 : close]):
            bracket = Role(line, last + 1, close)
        if bracket is not None:
            return bracket.span
    for begin, end in _labels(run, first):
        label = find_role(line, begin, end, entities)
        label = label or _seats(line, begin, end)
        if label is not None and not (label.duty and (shared or title) is not None):
            return label.span
    if shared is not None:
        return shared
    if title is not None:
        behind = _behind(line, people, last, entities)
        return behind.span if behind is not None else title
    before = max([e for _, e in people[:k] if e <= first], default=0)
    begin = max([before, *(j + 1 for j in range(before, first) if run[j].punct)])
    own = find_role(line, begin, first, entities)
    if own is not None and own.end == first:
        return own.span
    slot = slot_role(line, begin, first, entities)
    if slot is not None:
        return slot.span
    cell = _cell_role(line, first, last, entities)
    if cell is not None:
        return cell.span
    behind = _behind(line, people, last, entities)
    return behind.span if behind is not None else None


def _behind(line: Sentence, people: Sequence[tuple[int, int]], last: int, entities: Entities) -> Role | None:
    """Post behind a dash after the last name (क ख - उपाध्यक्ष), before its body (उपाध्यक्ष, खेल परिषद)."""
    run = line.words
    after = next((j for j in range(last, len(run) - 1) if separates(run, j)), None)
    if after is None or any(a > after for a, _ in people):
        return None
    comma = next((j for j in range(after + 2, len(run)) if run[j].text == ","), None)
    first = find_role(line, after + 1, comma, entities) if comma is not None else None
    whole = first is not None and first.end == comma and not first.duty
    return first if whole else find_role(line, after + 1, len(run), entities)


def _cell_role(line: Sentence, first: int, last: int, entities: Entities) -> Role | None:
    """Post in another cell of a table's row (सचिव – क ख – सागर)."""
    bars = [
        j for j in range(len(line.words)) if line.words[j].text in SEPARATORS and separates(line.words, j)
    ]
    if len(bars) < 2:
        return None
    cells = itertools.pairwise([-1, *bars, len(line.words)])
    found = (find_role(line, a + 1, b, entities) for a, b in cells if a + 1 < b and not a < first < b)
    return next((role for role in found if role is not None), None)


def _labels(run: Sequence[Word], first: int) -> list[tuple[int, int]]:
    """Words of the labels before a name, the nearest first: उपाध्यक्ष : …; विभाग : क ख (प्रमुख); सदस्य- ग घ."""
    found = []
    stop = first
    for j in range(first - 1, 0, -1):
        if j < stop and ends_label(run, j):
            begin = j
            while begin and not ends_label(run, begin - 1) and run[begin - 1].text not in (*PARTS, ",", ")"):
                begin -= 1
            if begin < j:
                found.append((begin, j))
            stop = begin
    return found


def separates(run: Sequence[Word], j: int) -> bool:
    """Whether a word parts a label from what it says: a colon, a dash with a blank at a side (not आय-व्यय)."""
    if run[j].text not in SEPARATORS or j + 1 >= len(run):
        return False
    tight = j > 0 and run[j - 1].end == run[j].start and run[j].end == run[j + 1].start
    return run[j].text.startswith(":") or not tight


def ends_label(run: Sequence[Word], j: int) -> bool:
    """Whether a word parts a label from the names behind it: a separator, an arrow, leading dots."""
    return separates(run, j) or (0 < j < len(run) - 1 and run[j].text.startswith(_LEADERS))


def duty_label(line: Sentence, first: int, entities: Entities, floor: int = 0) -> Role | None:
    """The label of a line as a duty (4. वाहन व्यवस्था : क ख), where it is no place and no name.

    Args:
        floor: Word from which on the label has to stand.
    """
    run = line.words
    labels = [label for label in _labels(run, first) if label[0] >= floor]
    if not labels:
        return None
    begin, end = labels[-1]
    if floor == 0 and not entities.inside(line.span(0, end)):
        begin = 0  # लाइट, माइक : क ख
    while begin < end and (run[begin].punct or run[begin].key.strip(".)").isdigit()):
        begin += 1
    span = line.span(begin, end) if begin < end else None
    served = end - begin > 1 and run[end - 2].key in words("desks")
    if span is None or (run[end - 1].key in words("sites") and not served):
        return None  # दादर तालाब: where a duty is done
    if end - begin > _LABEL or entities.regions_in(span) or entities.inside(span):
        return None
    return Role(line, begin, end, duty=True)
