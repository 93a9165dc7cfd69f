"""The keyword baseline: every sentence with an instruction word is one directive, whole sentence as action.

It is what a user would write in an afternoon, kept so that every table shows what the pipeline adds.
"""

from __future__ import annotations

from typing import Final

import regex

from nirdesh.mentions import Modality
from nirdesh.record.ids import content_id
from nirdesh.record.models import AddresseeRow, DirectiveRow, Quote, Record

_KEYWORDS: Final[tuple[tuple[Modality, str], ...]] = (
    ("prohibition", r"\b(?:रोक|प्रतिबंध|न करें|स्वीकार्य नहीं)\b"),
    ("request", r"\b(?:अपील|आह्वान|अनुरोध|आग्रह)\b"),
    ("order", r"\b(?:निर्देश|निर्देशित|आदेश|हिदायत|करें)\b"),
    ("obligation", r"\b(?:करना होगा|अनिवार्य|सुनिश्चित|किया जाए|की जाए)\b"),
    ("announcement", r"\b(?:करेंगे|किया जाएगा|की जाएगी|होगा|होगी)\b"),
)
_PATTERNS: Final = tuple((modality, regex.compile(words)) for modality, words in _KEYWORDS)
_SENTENCE: Final = regex.compile(r"[^।|\n]+[।|]?")
_ADDRESSEE: Final = regex.compile(r"((?:\S+\s+){0,3}\S+)\s+(?:को|से)\b")


def keyword_record(record: Record) -> Record:
    """The record with the baseline's directives in place of its own, and no assignments."""
    report = record.report
    rows = []
    for found in _SENTENCE.finditer(report.text):
        text = found.group().strip()
        start = found.start() + found.group().index(text) if text else found.start()
        modality = next((name for name, pattern in _PATTERNS if pattern.search(text)), None)
        if modality is None:
            continue
        quote = Quote(text=text, start=start, end=start + len(text))
        to = _ADDRESSEE.search(text)
        addressees = (
            [AddresseeRow(text=to.group(1), start=start + to.start(1), end=start + to.end(1))] if to else []
        )
        rows.append(
            DirectiveRow(
                id=content_id(report.id, "keyword", str(start)),
                evidence=quote,
                action=quote,
                modality=modality,
                addressees=addressees,
                confidence=0.5,
            )
        )
    return record.model_copy(update={"directives": rows, "assignments": []})
