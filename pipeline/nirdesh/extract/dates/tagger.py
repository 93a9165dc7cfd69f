"""Text in, date mentions of the record contract out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from nirdesh.extract.dates import edtf
from nirdesh.extract.dates.almanac import is_moving
from nirdesh.extract.dates.nodes import (
    At,
    Cal,
    Duration,
    Holiday,
    Indefinite,
    Next,
    Node,
    Open,
    Range,
    Recur,
    Rel,
    Tithi,
    Weekday,
    Within,
)
from nirdesh.extract.dates.reader import Tagged, read_report
from nirdesh.extract.dates.value import Context, Value, rrule
from nirdesh.mentions import DateMention, DateRole, Relation, Span

_SIDES: dict[str, Relation] = {"before": "before", "after": "after", "since": "from"}
_SOME_DAY = "XXXX-XX-XX"
APPOSITION = 25  # characters between a date and the name of its day (6 दिसंबर को परिनिर्वाण दिवस)

BRACKET = 2  # characters between two words for one day (मंगलवार (Tuesday), आज दिनांक 8 मई)
_SAME_DAY = "rel-that"
SAME_DAY_REACH = 320  # code points back to the day that उसी दिन means


def tag(
    text: str,
    *,
    reference: date | datetime | None = None,
    doc_year: int | None = None,
    no_verbs: frozenset[int] = frozenset(),
) -> list[DateMention]:
    """Time expressions of a Hindi text, in order, with EDTF values as records want them.

    Args:
        text: Plain text; offsets of the result count its code points.
        reference: Day that relative expressions count from (publication), or None.
        doc_year: Year for dates without one where no reference is known.
        no_verbs: Offsets of words that a tagger knows to be no verbs; without one, endings decide.

    Returns:
        All expressions; lengths of time, times of day and what the text leaves open have no EDTF value.

    Example:
        >>> [(m.edtf, m.relation) for m in tag("बैठक 6 फरवरी तक करें", reference=date(2026, 1, 20))]
        [('../2026-02-06', 'by')]
        >>> [m.edtf for m in tag("शिविर 28, 29 एवं 31 जनवरी को लगेंगे")]
        ['{XXXX-01-28,XXXX-01-29,XXXX-01-31}']
    """
    now = reference
    if now is not None and not isinstance(now, datetime):
        now = datetime.combine(now, datetime.min.time())
    context = Context(now, 0, False, doc_year)
    mentions = [_mention(tagged, context) for tagged in _without_names(read_report(text, context, no_verbs))]
    return _that_day(_agree(mentions, text))


def _without_names(found: list[Tagged]) -> list[Tagged]:
    """Leave out what only repeats the date beside it: the name of a day, आज before दिनांक, (Monday)."""
    kept: list[Tagged] = []
    for k, tagged in enumerate(found):
        before = kept[-1] if kept else None
        after = found[k + 1] if k + 1 < len(found) else None
        if before is not None and _repeats(tagged, before, tagged.found.start - before.found.end):
            continue
        if after is not None and _repeats(tagged, after, after.found.start - tagged.found.end):
            continue
        kept.append(tagged)
    return kept


def _repeats(one: Tagged, other: Tagged, distance: int) -> bool:
    node = one.found.node
    if isinstance(node, Weekday) and node == other.found.node:
        return 0 <= distance <= BRACKET and one.found.start > other.found.start
    if isinstance(node, (Holiday, Tithi)) and one.adrift and other.value is not None:
        return 0 <= distance <= BRACKET  # बसंत पंचमी (23 जनवरी)
    if one.value is None or other.value is None or one.value.edtf != other.value.edtf:
        return False
    if isinstance(node, Rel):
        return node.n == 0 and 0 <= distance <= BRACKET and one.found.start < other.found.start
    return isinstance(node, Holiday) and distance <= APPOSITION and not isinstance(other.found.node, Holiday)


def _that_day(mentions: list[DateMention]) -> list[DateMention]:
    """उसी दिन is the day told just before it."""
    settled: list[DateMention] = []
    before: DateMention | None = None
    for mention in mentions:
        near = before is not None and mention.span.start - before.span.end <= SAME_DAY_REACH
        if mention.rule == _SAME_DAY and mention.edtf is None and before is not None and near:
            text = (before.edtf or "").removeprefix("../")
            if len(text) == len("YYYY-MM-DD") and "," not in text:
                # उस दिन दो बजे तक पहुंचें: on that day
                mention = replace(mention, edtf=text, relation="on", role="scheduled", anchor=before.anchor)
        settled.append(mention)
        before = mention if _is_day_ahead(mention) else before
    return settled


def _is_day_ahead(mention: DateMention) -> bool:
    # 11 मई को दो बजे तक tells a day, too
    hour = mention.rule == "until" and mention.relation == "by" and "T" in (mention.timex or "")
    planned = hour or (mention.relation in ("on", "from") and mention.role == "scheduled")
    return mention.edtf is not None and planned


def _agree(mentions: list[DateMention], text: str) -> list[DateMention]:
    """One reading of "31 मार्च तक" in one report: if it lasts until then anywhere, it does everywhere."""
    lasting = {text[m.span.start : m.span.end]: m.edtf for m in mentions if m.relation == "until" and m.edtf}
    return [
        replace(m, edtf=lasting[words], relation="until", role="scheduled")
        if m.relation == "by" and (words := text[m.span.start : m.span.end]) in lasting
        else m
        for m in mentions
    ]


def _mention(tagged: Tagged, context: Context) -> DateMention:
    found, value = tagged.found, tagged.value
    text, relation = _contract(tagged, context)
    anchored = value is not None and value.relative and context.today is not None
    return DateMention(
        span=Span(found.start, found.end),
        edtf=text if text and edtf.is_valid(text) and not _empty(text, tagged.draft.tense) else None,
        relation=relation,
        role=_role(relation, _tense(tagged, context), value, context.today),
        rrule=rrule(found.node) if isinstance(found.node, Recur) else None,
        timex=value.timex if value is not None else None,
        rule=_rule(found.node, found.rule),
        anchor=context.today.isoformat() if anchored and context.today else None,
        adrift=tagged.adrift,
    )


def _rule(node: Node, rule: str) -> str:
    inner = node.point if isinstance(node, Open) and isinstance(node.point, At) else node
    day = inner.day if isinstance(inner, At) else inner
    if isinstance(day, Rel) and day.told and day.n == 0:
        return _SAME_DAY  # इसी दिन, उसी दिन शाम
    return "feast-limit" if _feast_limit(node) else rule


def _feast_limit(node: Node) -> bool:
    """होली तक, दीपावली से पहले: a limit whose day no report gives."""
    return isinstance(node, Open) and isinstance(node.point, Holiday) and is_moving(node.point.key)


def _empty(text: str, tense: int) -> bool:
    """Whether a value says nothing: some day (a plan for Monday in a report without date)."""
    return _SOME_DAY in text and (tense > 0 or "/" in text)


def _contract(tagged: Tagged, context: Context) -> tuple[str | None, Relation]:
    """EDTF and relation as the record contract wants them."""
    node, value, today = tagged.found.node, tagged.value, context.today
    relation = "from" if tagged.found.starts else _relation(node, tagged.draft.state, value)
    text = value.edtf if value is not None else None
    if text is not None and text.startswith(f"{_SOME_DAY}/") and _SOME_DAY not in text[len(_SOME_DAY) :]:
        text = f"..{text[len(_SOME_DAY) :]}"  # सोमवार से 24 मई तक, where nobody knows which Monday
    end = value.end if value is not None else None
    if end is None or today is None or text is None:
        return text, relation
    if relation == "by" and end <= today and (tagged.draft.tense < 0 or tagged.draft.genitive):
        return text, "until"  # शनिवार तक 20 लौट चुके थे
    if relation == "until" and end >= today:
        return f"{today.isoformat()}/{text.removeprefix('../')}", relation
    return text, relation


def _relation(node: Node, state: bool, value: Value | None) -> Relation:
    if isinstance(node, Recur):
        return "every"
    if isinstance(node, Indefinite):
        return "until"
    if isinstance(node, Open):
        return _SIDES.get(node.side) or ("until" if state else "by")
    if isinstance(node, Within):
        return "by"
    if isinstance(node, Duration) or value is None or value.edtf is None:
        return "during" if isinstance(node, (Duration, Range, Next)) else "on"
    return "on" if "{" in value.edtf or len(value.edtf) == len("YYYY-MM-DD") else "during"


def _tense(tagged: Tagged, context: Context) -> int:
    """Tense of the governing verb; a day after that of the report is not past (20 मई को बैठक बुलाई गई है)."""
    node, value, today = tagged.found.node, tagged.value, context.today
    first = node.first if isinstance(node, Range) else node
    named = isinstance(first, Cal) and first.day is not None
    ahead = named and today and value and value.start and value.start > today
    return max(tagged.draft.tense, 0) if ahead else tagged.draft.tense


def _role(relation: Relation, tense: int, value: Value | None, today: date | None) -> DateRole:
    over = value is not None and today is not None and value.end is not None and value.end < today
    if over and not (tense > 0 and value is not None and value.relative):
        return "past"
    if relation == "by":
        return "deadline"
    if tense < 0:
        return "past"
    if relation == "every" or value is None:
        return "other"
    return "scheduled" if tense > 0 or (today and value.start and value.start > today) else "other"
