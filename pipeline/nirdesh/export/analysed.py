"""CoNLL-U and spaCy DocBin: the reports analysed, with what the records say as spans."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlite_utils import Database

from nirdesh.export.source import Source, sources
from nirdesh.record.models import Quote

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

Spans = list[tuple[str, str, int, int]]
_NAMES: Final = {"person": "PERSON", "organisation": "ORG", "region": "GPE", "date": "DATE"}


def docbin(db: Database, out: Path) -> int:
    """A DocBin whose documents have the spans ``directives``, ``actions``, ``assignments`` and ``entities``.

    Span labels are the modality, the change, or the kind; span ids are the record's. Read it with
    ``DocBin().from_disk(out)`` and ``nlp = nirdesh.load()`` for its vocabulary.

    Returns:
        Number of documents.
    """
    from spacy.tokens import DocBin

    made = DocBin(store_user_data=True)
    for source, doc in _analysed(db):
        groups: dict[str, list[Span]] = {}
        for group, label, start, end in spans(source):
            span = doc.char_span(start, end, label=label, alignment_mode="expand")
            if span is not None:
                groups.setdefault(group, []).append(span)
        for group, found in groups.items():
            doc.spans[group] = found
        doc.user_data = {"report": source.record.report.id, "published": source.record.report.published}
        made.add(doc)
    out.parent.mkdir(parents=True, exist_ok=True)
    made.to_disk(out)
    return len(made)


def conllu(db: Database, out: Path) -> int:
    """Sentences with tags, features and trees; MISC says which names and actions a word belongs to.

    Returns:
        Number of sentences.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with out.open("w", encoding="utf-8") as stream:
        for source, doc in _analysed(db):
            stream.write(f"# newdoc id = {source.record.report.id}\n")
            marks = _marks(source, doc)
            for number, lines in enumerate(_sentences(doc, marks), 1):
                stream.write(f"# sent_id = {source.record.report.id}-{number}\n")
                stream.write("\n".join(lines) + "\n\n")
                count += 1
    return count


def spans(source: Source) -> Spans:
    """Group, label, start and end of everything that a record quotes, in characters of the report."""
    record = source.record
    found: Spans = []

    def add(group: str, label: str, quote: Quote) -> None:
        found.append((group, label, quote.start, quote.end))

    for row in source.accepted():
        add("directives", row.modality, row.evidence)
        add("actions", row.modality, row.action)
    for assignment in record.assignments:
        add("assignments", assignment.change, assignment.evidence)
    for kind, rows in (
        ("person", record.people),
        ("organisation", record.organisations),
        ("region", record.regions),
    ):
        for entity in rows:
            for mention in entity.mentions:
                if mention.kind in ("name", "short"):
                    add("entities", _NAMES[kind], mention)
    for date in record.dates:
        add("entities", _NAMES["date"], date)
    return found


def _analysed(db: Database) -> Iterator[tuple[Source, Doc]]:
    from nirdesh.analyse import load_engine

    nlp: Language = load_engine("spacy").nlp
    for source in sources(db):
        yield source, nlp(source.record.report.text)


def _marks(source: Source, doc: Doc) -> dict[int, list[str]]:
    """MISC values by token."""
    marks: dict[int, list[str]] = {}
    for group, label, start, end in spans(source):
        name = {"entities": "Entity", "actions": "Action", "assignments": "Assignment"}.get(group)
        span = doc.char_span(start, end, alignment_mode="expand") if name else None
        for token in span or ():
            values = marks.setdefault(token.i, [])
            if not any(value.startswith(f"{name}=") for value in values):
                values.append(f"{name}={label}")
    return marks


def _sentences(doc: Doc, marks: dict[int, list[str]]) -> Iterator[list[str]]:
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if words:
            text = "".join(f"{token.text}{' ' if _spaced(token, doc) else ''}" for token in words).rstrip()
            yield [f"# text = {text}", *_rows(words, doc, marks)]


def _rows(words: list[Token], doc: Doc, marks: dict[int, list[str]]) -> Iterator[str]:
    place = {token.i: number for number, token in enumerate(words, 1)}
    roots = [token for token in words if token.head.i not in place or token.head.i == token.i]
    root = roots[0] if roots else words[0]
    for token in words:
        head = place.get(token.head.i, 0)
        relation = token.dep_.lower() or "dep"
        if token.i == root.i:
            head, relation = 0, "root"
        elif head in (0, place[token.i]):
            head, relation = place[root.i], "dep" if relation == "root" else relation
        misc = sorted(marks.get(token.i, ()))
        if not _spaced(token, doc):
            misc.append("SpaceAfter=No")
        cells = (
            str(place[token.i]),
            token.text,
            token.lemma_ or token.text,
            token.pos_ or "X",
            token.tag_ or "_",
            str(token.morph) or "_",
            str(head),
            relation,
            "_",
            "|".join(misc) or "_",
        )
        yield "\t".join(cell.replace("\t", " ").replace(" ", "\u00a0") or "_" for cell in cells)


def _spaced(token: Token, doc: Doc) -> bool:
    """Whether a blank of any kind follows a word."""
    following = token.i + 1
    return bool(token.whitespace_) or (following < len(doc) and doc[following].is_space)
