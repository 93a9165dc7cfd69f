"""Acts that a sentence counts up after an order that names none: कई निर्देश दिए। इनमें … करने … शामिल हैं।"""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.lexis import word_class
from nirdesh.extract.directives.model import Context, Draft
from nirdesh.extract.directives.roles import action_start, clause_start, trim_span
from nirdesh.mentions import Span


def enumerated(
    clause: Clause, over: Context | None, earlier: Sequence[Draft], entities: Entities
) -> list[Draft]:
    """One order for each act of इनमें … करने, … करने और … करना शामिल है, where an order stands before."""
    words, group, first = clause.sentence.words, clause.group, clause_start(clause)
    if over is None or over.cls != "order" or group is None or group.host is None:
        return []
    if words[first].key not in word_class("therein") or words[group.host].key not in word_class("included"):
        return []
    if any(d.clause.sentence.index == over.sentence for d in earlier):
        return []  # काम पूरे करने के निर्देश दिए। इनमें नाली बनाना शामिल है।
    drafts = []
    first += 1
    for act in clause.groups:
        parted = act.mood == "inf" and _parts(clause, act.end, group.host)
        if not parted or act.start <= first:
            continue
        start = action_start(clause, first, act.end, entities)
        span = trim_span(clause.sentence, start, act.end)
        drafts.append(
            Draft(
                clause,
                Span(clause.sentence.start, clause.sentence.end),
                span,
                span,
                "order",
                over.issuers,
                over.addressees,
                [over.rule, "issuer:goes-on", "content:infinitive"],
                implicit=not over.issuers,
            )
        )
        first = act.end
    return drafts


def _parts(clause: Clause, j: int, host: int) -> bool:
    word = clause.sentence.words[j]
    joined = closed("list_conjunctions") | closed("along_with") | word_class("et_cetera")
    return j == host or word.text == "," or word.key in joined
