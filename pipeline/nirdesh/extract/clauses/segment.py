"""Clauses of a sentence: each finite verb group closes one; कि, यदि, ताकि, जो … say what kind it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from nirdesh.extract.clauses.groups import VerbGroup, inverted, verb_groups
from nirdesh.extract.clauses.lexis import closed, fold, subordinators
from nirdesh.extract.clauses.words import Sentence, item_body

ClauseKind = Literal["main", "condition", "purpose", "cause", "concession", "relative"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of ``sentence``: words ``start`` to ``end`` (excluded).

    Attributes:
        body: Index of the first word after connectors (और, तथा, तो, कि).
        front: Words before a dependent clause that belong to this later main clause, or None.
        content: The clause stands after कि, so it says what the clause before it announces.
        group: Its finite verb group; None for a verbless stretch (headline, list item).
        groups: All verb groups inside, the finite one included.
    """

    sentence: Sentence
    start: int
    body: int
    end: int
    kind: ClauseKind
    group: VerbGroup | None
    groups: tuple[VerbGroup, ...]
    content: bool = False
    front: tuple[int, int] | None = None

    @property
    def text(self) -> str:
        """Words of the clause from ``body`` on."""
        return self.sentence.text(self.body, self.end)

    def word_keys(self) -> list[str]:
        """Folded words of the clause."""
        return [w.key for w in self.sentence.words[self.start : self.end]]


_KI, _NE, _LIE, _HO, _WHERE = fold("कि"), fold("ने"), fold("लिए"), fold("हो"), fold("जहां")
_FOR_THIS = frozenset((fold("इसके"), fold("उसके")))


def _skip_leading(sentence: Sentence, i: int, end: int) -> int:
    """First word after punctuation, connectors and the mark of a list item."""
    if i == 0:
        i = min(item_body(sentence), end)
    skip = closed("coordinators") | closed("correlatives") | {_KI}
    while i < end and (sentence.words[i].punct or sentence.words[i].key in skip):
        if sentence.words[i].key in closed("correlatives") and not _correlative(sentence, i):
            break
        i += 1
    return i


def _correlative(sentence: Sentence, i: int) -> bool:
    """तो, तब and वहां lead a main clause; वहां के is a genitive of its own, तब तक a time."""
    following = sentence.words[i + 1].key if i + 1 < len(sentence.words) else ""
    leads = sentence.words[i].key in closed("leading_correlatives")
    return leads and following not in closed("genitives") | closed("limits")


def _split_points(sentence: Sentence, start: int, end: int) -> list[int]:
    """Indices where कि or a subordinator opens a new clause inside ``start``–``end``."""
    words = sentence.words
    points = []
    for j in range(start, end):
        key = words[j].key
        if key == _KI or (key in subordinators() and not _inert(sentence, j)):
            points.append(j)
    return points


def _inert(sentence: Sentence, j: int) -> bool:
    """Subordinators that open nothing: जैसे in lists, जिस प्रकार, जो भी as pronoun of the subject."""
    words = sentence.words
    key = words[j].key
    following = words[j + 1].key if j + 1 < len(words) else ""
    if key == fold("जैसे"):
        return following not in (fold("ही"),)
    before = [w.key for w in words[max(0, j - 2) : j]]
    return before == [key, "-"]


def segment(sentence: Sentence) -> tuple[Clause, ...]:
    """Clauses of ``sentence`` in order; made once."""
    if _KEPT not in sentence.kept:
        sentence.kept[_KEPT] = _segment(sentence)
    clauses: tuple[Clause, ...] = sentence.kept[_KEPT]
    return clauses


_KEPT = "clauses"
_JAHAN = fold("जहां")
_ISLIE = fold("इसलिए")


def _segment(sentence: Sentence) -> tuple[Clause, ...]:
    headline = sentence.block in ("headline", "subheadline")
    groups = verb_groups(sentence.words, headline)
    finite = [g for g in groups if g.finite]
    pieces: list[tuple[int, int, VerbGroup | None]] = []
    position = 0
    for group in finite:
        points = [p for p in _split_points(sentence, position, group.end) if p > position]
        for point in points:
            pieces.append((position, point, None))
            position = point
        end = group.end if headline else group.end + inverted(sentence.words, group.end)
        pieces.append((position, end, group))
        position = end
    tail = len(sentence.words)
    if any(not w.punct for w in sentence.words[position:tail]):
        pieces = _attach_tail(sentence, pieces, position, tail)
    return _build(sentence, pieces, groups)


def _attach_tail(
    sentence: Sentence, pieces: list[tuple[int, int, VerbGroup | None]], position: int, tail: int
) -> list[tuple[int, int, VerbGroup | None]]:
    """Words after the last finite verb: postposed phrases join it, a new stretch after a comma does not."""
    first = sentence.words[position]
    if pieces and not first.punct and first.key not in closed("coordinators") and first.key != _KI:
        stop = position
        while stop < tail and not sentence.words[stop].punct:
            stop += 1
        start, _, group = pieces[-1]
        pieces = [*pieces[:-1], (start, stop, group)]
        position = stop
    if any(not w.punct for w in sentence.words[position:tail]):
        pieces = [*pieces, (position, tail, None)]
    return pieces


def _until(sentence: Sentence, ki: int) -> bool:
    """जब तक कि आदेश वापस न लिया जाए: कि belongs to the conjunction."""
    return [w.key for w in sentence.words[max(0, ki - 2) : ki]] == [fold("जब"), fold("तक")]


def _kind(sentence: Sentence, start: int, body: int) -> ClauseKind:
    for j in (body, start):
        if j < len(sentence.words):
            found = subordinators().get(sentence.words[j].key)
            if found and not _inert(sentence, j):
                return found  # type: ignore[return-value]
    return "main"


def _build(
    sentence: Sentence, pieces: list[tuple[int, int, VerbGroup | None]], groups: tuple[VerbGroup, ...]
) -> tuple[Clause, ...]:
    clauses: list[Clause] = []
    front: tuple[int, int] | None = None
    content_open = False
    for number, (start, end, group) in enumerate(pieces):
        opens_ki = sentence.words[start].key == _KI
        content_open = content_open or (opens_ki and not _until(sentence, start))
        body = _skip_leading(sentence, start, end)
        if body >= end:
            continue
        kind = _kind(sentence, start, body)
        if opens_ki and start and sentence.words[start - 1].key in (fold("जिससे"), fold("ताकि")):
            kind = "purpose"
        if opens_ki and _until(sentence, start):
            kind = "condition"
        if group is None and number + 1 < len(pieces) and kind == "main":
            joined = sentence.words[pieces[number + 1][0]].key != _KI
            if joined:
                front = (body, end) if front is None else (front[0], end)
                continue
        inside = tuple(g for g in groups if start <= g.start and g.end <= end)
        clause = Clause(sentence, start, body, end, kind, group, inside, content_open, None)
        if kind == "main" and front is not None:
            clause = Clause(sentence, start, body, end, kind, group, inside, content_open, front)
            front = None
        clauses.append(clause)
    return tuple(
        _settle_relatives(
            _joined_relatives(
                _bare_purposes(_bare_conditions(_whichever(_continued(_whereat(_however(clauses))))))
            )
        )
    )


def _bare_purposes(clauses: list[Clause]) -> list[Clause]:
    """परेशानी न हो इसके लिए …: a wish that the next clause points back at without a stop is a purpose."""
    settled = []
    for clause, after in zip(clauses, [*clauses[1:], None], strict=False):  # there may be none
        wish = clause.kind == "main" and clause.group is not None and clause.group.mood == "hort"
        words = clause.sentence.words
        points = after is not None and after.body + 1 < len(words) and words[after.body].key in _FOR_THIS
        purposive = points and after is not None and words[after.body + 1].key == _LIE
        purposive = purposive and after is not None and after.start == after.body
        lest = after is not None and words[after.start].key == _ISLIE and _denies(clause)
        settled.append(replace(clause, kind="purpose") if wish and (purposive or lest) else clause)
    return settled


def _denies(clause: Clause) -> bool:
    """भीड़ न हो इसलिए …: only what is not to happen is an aim there (पानी पिएं, इसलिए … is not)."""
    return clause.group is not None and clause.group.negative


def _however(clauses: list[Clause]) -> list[Clause]:
    """हालांकि, दुकानें खुलेंगी: what no लेकिन or फिर भी answers concedes nothing; it is a statement of its own."""
    settled = []
    for number, clause in enumerate(clauses):
        words = clause.sentence.words
        led = clause.kind == "concession" and words[clause.body].key in closed("however")
        answers = [words[j].key for c in clauses[number + 1 :] for j in (c.start, c.body) if not c.content]
        answers += [words[c.start + 1].key for c in clauses[number + 1 :] if words[c.start].punct]
        alone = closed("conceding_answers").isdisjoint(answers)
        settled.append(replace(clause, kind="main", body=clause.body + 1) if led and alone else clause)
    return settled


def _whereat(clauses: list[Clause]) -> list[Clause]:
    """मेला लगेगा, जहां डॉक्टर मरीजों की जांच करेंगे: what is planned for a place just told is no condition."""
    if len(clauses) < 2 or clauses[-1].kind != "condition" or clauses[-2].group is None:
        return clauses
    before, last = clauses[-2:]
    words = last.sentence.words
    if last.group is None or last.group.mood not in ("fut", "oblig") or before.kind == "condition":
        return clauses
    if words[last.body].key != _JAHAN or any(
        w.key in closed("pointing_at_place") for w in words[: last.start]
    ):
        return clauses
    return [*clauses[:-1], replace(last, kind="main")]


def _whichever(clauses: list[Clause]) -> list[Clause]:
    """बैठक हो या यात्रा (हो), सभी समय पर आएं: what may be the case either way."""
    settled: list[Clause] = []
    for number, clause in enumerate(clauses):
        after = clauses[number + 1] if number + 1 < len(clauses) else None
        before = settled[-1] if settled else None
        words = clause.sentence.words
        led = after is not None and _either(words[after.start].key)
        joined = before is not None and before.kind == "concession" and _either(words[clause.start].key)
        be = clause.group is not None and clause.group.stem == _HO and clause.group.mood == "hort"
        bare = be and clause.group is not None and len(clause.group.forms) == 1
        settled.append(replace(clause, kind="concession") if bare and (led or joined) else clause)
    return settled


def _either(key: str) -> bool:
    return key in closed("disjunctions")


def _continued(clauses: list[Clause]) -> list[Clause]:
    """A sentence that opens with जिसमें and tells what somebody did goes on from the one before."""
    if not clauses or clauses[0].start or clauses[0].kind != "relative":
        return clauses
    first = clauses[0]
    group = first.group
    told = group is not None and group.mood == "perf" and (_NE in first.word_keys() or _said(group))
    opens = first.sentence.words[0].key in closed("continuing")
    return [replace(first, kind="main"), *clauses[1:]] if told and opens else clauses


def _said(group: VerbGroup) -> bool:
    """कहा गया है: something is told without saying by whom."""
    return group.passive and group.stem in closed("saying_verbs")


def _joined_relatives(clauses: list[Clause]) -> list[Clause]:
    """जो घोषणाएं की हैं और निर्देश दिए हैं, …: what और joins to a relative clause is one too."""
    settled: list[Clause] = []
    for number, clause in enumerate(clauses):
        before = settled[-1] if settled else None
        joined = before is not None and before.kind == "relative" and before.group is not None
        opens = clause.sentence.words[clause.start].key in closed("list_conjunctions")
        later = any(c.kind == "main" and c.group is not None for c in clauses[number + 1 :])
        if (
            joined
            and opens
            and later
            and clause.kind == "main"
            and clause.group is not None
            and before is not None
            and before.group is not None
        ):
            same = clause.group.mood == before.group.mood and clause.group.mood in ("perf", "pres", "fut")
            clause = replace(clause, kind="relative") if same else clause
        settled.append(clause)
    return settled


def _bare_conditions(clauses: list[Clause]) -> list[Clause]:
    """A clause before तो is a condition without यदि (भीड़ हो तो …)."""
    settled = []
    for clause, after in zip(clauses, [*clauses[1:], None], strict=False):  # there may be none
        opens = after is not None and after.start < after.body
        first = _first_word(clause.sentence, after.start) if after is not None else 0
        leads = opens and clause.sentence.words[first].key == fold("तो")
        group = clause.group
        verbal = group is not None and (group.mood in ("hort", "fut", "perf", "pres") or group.hort_possible)
        settled.append(
            replace(clause, kind="condition") if leads and verbal and clause.kind == "main" else clause
        )
    return _joined_conditions(settled)


def _first_word(sentence: Sentence, i: int) -> int:
    """``i``, or the word after a comma there (भीड़ बढ़ेगी, | तो …)."""
    return i + 1 if sentence.words[i].text == "," and i + 1 < len(sentence.words) else i


def _joined_conditions(clauses: list[Clause]) -> list[Clause]:
    """चालक भाग जाए और सूचना न दे तो …: what और joins to a condition is one too, unless it bids."""
    settled: list[Clause] = []
    for clause in reversed(clauses):
        after = settled[-1] if settled else None
        joined = after is not None and after.kind == "condition" and clause.end == after.start
        group, other = clause.group, after.group if after is not None else None
        if joined and clause.kind == "main" and group is not None and other is not None:
            opens = after is not None and clause.sentence.words[after.start].key in closed(
                "list_conjunctions"
            )
            one = other.mood == "hort" and not other.forms[-1].plural
            alike = group.mood == "hort" and not group.forms[-1].plural and (one or other.hort_possible)
            if opens and alike:
                clause = replace(clause, kind="condition")
        settled.append(clause)
    return settled[::-1]


def _pointed(clause: Clause) -> bool:
    """उन्हीं स्थानों पर होगी | जिन्हें निगम चुनेगा: a noun with उन्हीं waits for the relative clause."""
    return not closed("restricting").isdisjoint(clause.word_keys())


def _goes_on(clause: Clause, before: Clause | None, later: Sequence[Clause]) -> bool:
    """बैठक होगी, जिसमें सभी सचिव भाग लेंगे, पंजी साथ लानी होगी: a plan that goes on the one before."""
    if before is None or before.kind != "main" or before.group is None or clause.group is None or not later:
        return False
    opens = clause.sentence.words[clause.body].key in closed("continuing")
    words = clause.sentence.words
    taken_up = words[later[0].start].key in closed("answering") or words[later[0].body].key in closed(
        "answering"
    )
    return opens and not taken_up and before.group.mood == clause.group.mood == "fut"


def _told_of_place(clause: Clause, before: Clause | None) -> bool:
    """शिविर लगेगा, जहां डॉक्टर जांच करेंगे: what is planned for the place told right before."""
    if before is None or before.kind != "main" or before.group is None or clause.group is None:
        return False
    opens = clause.sentence.words[clause.body].key == _WHERE
    return opens and before.group.mood == clause.group.mood == "fut"


def _settle_relatives(clauses: list[Clause]) -> list[Clause]:
    """A relative clause that no main clause follows carries its own statement (…, जिसमें सभी भाग लेंगे)."""
    settled: list[Clause] = []
    for number, clause in enumerate(clauses):
        later = any(c.kind == "main" for c in clauses[number + 1 :])
        before = settled[-1] if settled else None
        restricts = before is not None and before.end == clause.body and _pointed(before)
        free = not later or _goes_on(clause, before, clauses[number + 1 :])
        if clause.kind == "condition" and not later and _told_of_place(clause, before):
            clause = replace(clause, kind="main")
        if clause.kind == "relative" and free and clause.group is not None and not restricts:
            clause = replace(clause, kind="main")
        settled.append(clause)
    return settled
