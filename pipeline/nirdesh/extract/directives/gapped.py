"""One verb, several dates and places: सभा 3 मई को सागर, 5 को दमोह और 7 मई को सतना में होगी."""

from __future__ import annotations

import itertools
from dataclasses import replace

from nirdesh.extract.clauses.entities import Entities, is_feast
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.directives.model import Draft
from nirdesh.extract.directives.parallel import split_places
from nirdesh.extract.directives.roles import trim_span
from nirdesh.mentions import Span


def split_gapped(draft: Draft, start: int, end: int, entities: Entities) -> list[Draft]:
    """One draft for each date of a list whose members differ in more than the date, or for each place."""
    sentence = draft.clause.sentence
    group = draft.clause.group
    ordered = draft.rules[0].startswith(("frame:", "verbless:"))
    moods = ("fut", "oblig", "hort")
    if start >= end or (not ordered and (group is None or group.mood not in moods)):
        return [draft]
    first = min(start, next((i for i, w in enumerate(sentence.words) if w.start >= draft.scope.start), start))
    dates = _separate(entities, sentence.span(first, end))
    cuts = []
    for left, right in itertools.pairwise(dates):
        cut = _joint(draft, left, right)
        if cut is None:
            return split_places(draft, first, end, entities)
        cuts.append(cut)
    if not cuts:
        return split_places(draft, first, end, entities)
    edges = [first, *cuts, end]
    led = any(not w.punct and not entities.in_date(w) for w in sentence.words[first : cuts[0]])
    if not led and not any(w.key in closed("case_markers") for w in sentence.words[first : cuts[0]]):
        return [draft]  # सागर, 5 मई 2024, किसान 8 मई तक …: the first is the day of the report
    dated = next((j for j in range(first, start) if sentence.words[j].start == dates[0].start), start)
    pieces = []
    for a, b in itertools.pairwise(edges):
        begin = a if a == first else a + 1
        span = trim_span(sentence, max(begin, dated) if a == first and start < b else begin, b)
        pieces.append(
            replace(draft, action=span, scope=sentence.span(begin, b), rules=[*draft.rules, "split:gapped"])
        )
    return pieces


def _separate(entities: Entities, span: Span) -> list[Span]:
    """Dates of a span that do not overlap each other."""
    found: list[Span] = []
    values: set[str] = set()
    for index in entities.dates_in(span):
        date = entities.dates[index]
        if date.edtf is None or (found and found[-1].overlaps(date.span)):
            continue
        if is_feast(date) and date.edtf in values:
            continue  # 11 फरवरी को … समर्पण दिवस मनाएं: the feast is what is done on its day
        values.add(date.edtf)
        found.append(date.span)
    return found


def _joint(draft: Draft, left: Span, right: Span) -> int | None:
    """Comma or conjunction between two dates, with a word of content on one side of it."""
    words = draft.clause.sentence.words
    between = [i for i, w in enumerate(words) if left.end <= w.start < right.start]
    joints = [i for i in between if words[i].text == "," or words[i].key in closed("list_conjunctions")]
    contents = [
        i
        for i in between
        if i not in joints and not words[i].punct and words[i].key not in closed("case_markers")
    ]
    glossed = any(words[i - 1].text == ")" for i in joints)  # अमावस्या (18 जनवरी), पंचमी (23 जनवरी) को
    acts = any(words[i].verbs and words[i].key not in closed("occasions") for i in contents)  # not धरना
    if not joints or not contents or glossed or acts:
        return None
    return joints[-1]
