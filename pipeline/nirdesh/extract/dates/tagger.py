"""Text in, time expressions with values out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final, Literal

from nirdesh.extract.dates import edtf
from nirdesh.extract.dates.grammar import Layer, load_grammar, run_layer
from nirdesh.extract.dates.items import Item, scan
from nirdesh.extract.dates.nodes import (
    At,
    Cal,
    Duration,
    Kal,
    Multi,
    Next,
    Node,
    Now,
    Open,
    Range,
    Recur,
    Rel,
    Shift,
    Weekday,
    Within,
)
from nirdesh.extract.dates.policy import Found, View, guard_words, select
from nirdesh.extract.dates.tense import SENTENCE_END, Governor, governor, is_genitive
from nirdesh.extract.dates.tokens import Token, tokenise
from nirdesh.extract.dates.value import Context, Value, resolve, rrule
from nirdesh.mentions import DateMention, DateRole, Relation, Span

Profile = Literal["report", "suite"]


@dataclass(frozen=True, slots=True)
class Tagged:
    """A time expression found in a text, before it is written in one convention or another.

    Attributes:
        tense: Of the governing verb: 1, -1, 0 unknown.
        state: Whether what is said lasts until the time named.
        genitive: Whether का, के or की follows (आज सुबह 9 बजे तक के आंकड़े).
    """

    found: Found
    value: Value | None
    tense: int
    state: bool
    genitive: bool


def _islands(text: str, profile: Profile) -> tuple[list[Token], list[list[Item]]]:
    tokens = tokenise(text)
    return tokens, scan(tokens, prose=profile == "report")


def _parse(items: list[Item], layers: list[Layer], profile: Profile) -> None:
    for layer in layers:
        run_layer(layer, items, profile)


def find(text: str, context: Context, profile: Profile) -> Iterator[Tagged]:
    """Time expressions of a text in order."""
    tokens, islands = _islands(text, profile)
    layers = load_grammar()
    starts = {token.start: i for i, token in enumerate(tokens)}
    ends = {token.end: i + 1 for i, token in enumerate(tokens)}
    view = View(tokens, starts, ends, profile)
    told: tuple[int, date] | None = None  # the day that the text last spoke of, and where
    for items in islands:
        _parse(items, layers, profile)
        for found in select(items, view):
            after = ends[found.end]
            verb = governor(tokens, after, starts[found.start])
            tense = _forced(found.node, verb)
            ctx = Context(context.now, tense, context.suite, context.doc_year)
            if isinstance(found.node, Rel) and found.node.told and not context.suite:
                value = _from_told(found, told, ctx)
            else:
                value = resolve(found.node, ctx)
            if value is not None and value.start is not None and value.start == value.end:
                told = (found.end, value.start)
            genitive = after < len(tokens) and is_genitive(tokens[after].form)
            yield Tagged(found, value, tense, verb.state or _state(tokens, after), genitive)


TOLD_WINDOW: Final = 600  # characters after which "that day" no longer means the last day named


def _from_told(found: Found, told: tuple[int, date] | None, ctx: Context) -> Value | None:
    """अगले दिन, उस दिन: counted from the day last named; without one they have no value."""
    if told is None or found.start - told[0] > TOLD_WINDOW:
        return None
    day = datetime.combine(told[1], datetime.min.time())
    return resolve(found.node, Context(day, ctx.tense, ctx.suite, ctx.doc_year))


STATE_WINDOW: Final = 5  # how many words after तक a state may stand (31 मार्च तक सभी विद्यालय बंद)


def _state(tokens: list[Token], after: int) -> bool:
    """Whether what follows तक lasts until then (बंद, स्थगित, लागू) rather than is done by then."""
    states = guard_words("state")
    for token in tokens[after : after + STATE_WINDOW]:
        if token.form in SENTENCE_END:
            break
        if token.form in states:
            return True
    return False


def _forced(node: Node, verb: Governor) -> int:
    """Qualifiers that look ahead or back outweigh the verb (आगामी, बीते, तक)."""
    inner = node.first if isinstance(node, Range) else node.point if isinstance(node, Open) else node
    if isinstance(inner, Cal) and inner.mod:
        return inner.mod
    if isinstance(inner, Weekday) and inner.mod in ("coming", "next", "last"):
        return -1 if inner.mod == "last" else 1
    if isinstance(node, Open) and verb.tense == 0 and node.side == "until":
        return 1
    return verb.tense


_RELATIVE: Final = (Rel, Kal, Weekday, Shift, Next, Within, Now)


def _relation(node: Node, state: bool, value: Value | None) -> Relation:
    if isinstance(node, Recur):
        return "every"
    if isinstance(node, Open):
        sides: dict[str, Relation] = {
            "before": "before",
            "after": "after",
            "since": "from",
            "until": "until" if state else "by",
        }
        return sides[node.side]
    if isinstance(node, Within):
        return "by"
    if isinstance(node, Duration) or value is None or value.edtf is None:
        return "during" if isinstance(node, (Duration, Range, Next)) else "on"
    return "on" if "{" in value.edtf or len(value.edtf) == len("YYYY-MM-DD") else "during"


def _role(node: Node, relation: Relation, tense: int, value: Value | None, today: date | None) -> DateRole:
    if value is not None and today is not None and value.end is not None and value.end < today:
        return "past"
    if relation == "by":
        return "deadline"
    if tense < 0:
        return "past"
    if relation == "every" or value is None:
        return "other"
    return "scheduled" if tense > 0 or (today and value.start and value.start > today) else "other"


def _contract(tagged: Tagged, context: Context) -> tuple[str | None, Relation]:
    """EDTF and relation as the record contract wants them."""
    node, value, today = tagged.found.node, tagged.value, context.today
    relation = _relation(node, tagged.state, value)
    text = value.edtf if value is not None else None
    end = value.end if value is not None else None
    if (
        relation == "by"
        and end is not None
        and today is not None
        and end <= today
        and (tagged.tense < 0 or tagged.genitive)
    ):
        relation = "until"  # शनिवार तक 20 लौट चुके थे
    elif relation == "until" and text is not None and end is not None and today is not None and end >= today:
        text = f"{today.isoformat()}/{text.removeprefix('../')}"
    return (text if text and edtf.is_valid(text) else None), relation


def tag(
    text: str,
    *,
    reference: date | datetime | None = None,
    doc_year: int | None = None,
) -> list[DateMention]:
    """Time expressions of a Hindi text, in order, with EDTF values as records want them.

    Args:
        text: Plain text; offsets of the result count its code points.
        reference: Day that relative expressions count from (publication), or None.
        doc_year: Year for dates without one where no reference is known.

    Example:
        >>> [(m.edtf, m.relation) for m in tag("बैठक 6 फरवरी तक करें", reference=date(2026, 1, 20))]
        [('../2026-02-06', 'by')]
        >>> [m.edtf for m in tag("शिविर 28, 29 एवं 31 जनवरी को लगेंगे")]
        ['{XXXX-01-28,XXXX-01-29,XXXX-01-31}']
    """
    now = (
        reference
        if isinstance(reference, datetime) or reference is None
        else datetime.combine(reference, datetime.min.time())
    )
    context = Context(now, 0, False, doc_year)
    return _agree([_mention(tagged, context) for tagged in find(text, context, "report")], text)


def _agree(mentions: list[DateMention], text: str) -> list[DateMention]:
    """One reading of "31 मार्च तक" in one report: if it lasts until then anywhere, it does everywhere."""
    lasting = {text[m.span.start : m.span.end]: m.edtf for m in mentions if m.relation == "until"}
    return [
        replace(m, edtf=lasting[words], relation="until", role="scheduled")
        if m.relation == "by" and (words := text[m.span.start : m.span.end]) in lasting
        else m
        for m in mentions
    ]


def _mention(tagged: Tagged, context: Context) -> DateMention:
    found, value = tagged.found, tagged.value
    text, relation = _contract(tagged, context)
    if found.starts:
        relation = "from"
    node = found.node
    anchored = value is not None and value.relative and context.today is not None
    return DateMention(
        span=Span(found.start, found.end),
        edtf=text,
        relation=relation,
        role=_role(node, relation, tagged.tense, value, context.today),
        rrule=rrule(node) if isinstance(node, Recur) else None,
        timex=value.timex if value is not None else None,
        rule=found.rule,
        anchor=context.today.isoformat() if anchored and context.today else None,
    )


__all__ = ["At", "Multi", "find", "tag"]
