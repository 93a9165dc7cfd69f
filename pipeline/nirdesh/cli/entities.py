"""``nirdesh entities``: people, organisations, regions, posts and dates in rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from nirdesh.cli.filters import Row, run_filter
from nirdesh.cli.run import EngineChoice
from nirdesh.cli.terminal import add

if TYPE_CHECKING:
    from spacy.tokens import Doc

EXAMPLES = """
echo '{"id": "1", "input": "जिलाधिकारी कविता नेगवाल ने रांची में बैठक ली।"}' | nirdesh entities
# What the engine's model marks by itself, without our rules
nirdesh entities rows.jsonl --model > marks.jsonl
"""


def entities(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE", help="Rows (JSONL); standard input if none.", show_default=False),
    ] = None,
    engine: Annotated[EngineChoice, typer.Option(help="What analyses the sentences.")] = EngineChoice.spacy,
    model: Annotated[bool, typer.Option("--model", help="Only what the engine's model marks.")] = False,
) -> None:
    """Find people, organisations, regions, posts and dates in rows.

    Rows {"id", "input", "reference"} in, rows {"id", "results": [{"text", "start", "end", "label"}]} out.
    Labels are PERSON, ORGANIZATION, LOCATION, POST and TIMEX; reference is the day of publication, or null.

    Exit code: 0 all rows answered, 1 some were no rows, 2 none was.
    """
    from nirdesh.report import Report
    from nirdesh.run.pipeline import Pipeline

    pipeline = Pipeline(engine.value)

    def answer(row: Row) -> list[Row]:
        text, reference = str(row["input"]), row.get("reference")
        report = Report("row", "row", text, published=str(reference)[:10] if reference else None)
        doc = pipeline.analysed(report) if model else pipeline.extracted(report)
        return _results(doc, text, _marked(doc) if model else _found(doc))

    run_filter(files or (), answer)


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "entities", entities, EXAMPLES)


def _marked(doc: Doc) -> Iterator[tuple[int, int, str]]:
    for entity in doc.ents:
        yield entity.start_char, entity.end_char, entity.label_


def _found(doc: Doc) -> Iterator[tuple[int, int, str]]:
    groups = (
        ("PERSON", doc._.people),
        ("ORGANIZATION", doc._.organisations),
        ("LOCATION", doc._.regions),
    )
    for label, rows in groups:
        for row in rows:
            for mention in row.mentions:
                if mention.kind in {"name", "short"}:
                    yield mention.span.start, mention.span.end, label
    for person in doc._.people:
        for post in person.posts:
            yield post.span.start, post.span.end, "POST"
    for office in doc._.offices:
        for mention in office.mentions:
            yield mention.span.start, mention.span.end, "POST"
    for date in doc._.dates:
        yield date.span.start, date.span.end, "TIMEX"


def _results(doc: Doc, text: str, found: Iterator[tuple[int, int, str]]) -> list[Row]:
    """Rows in order of the published text, each place once for each label."""
    places = sorted({(*doc._.aligned.to_raw(start, end), label) for start, end, label in found})
    return [
        {"text": text[start:end], "start": start, "end": end, "label": label} for start, end, label in places
    ]
