"""The front door for Python: a pipeline, records from anything, tables for pandas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn

from nirdesh.errors import NirdeshError, Problem

if TYPE_CHECKING:
    from pandas import DataFrame
    from spacy.language import Language

    from nirdesh.record import Record

Engine = Literal["spacy", "stanza", "blank"]


def load(engine: Engine = "spacy") -> Language:
    """A spaCy pipeline with every extractor, whose documents carry what was found.

    Args:
        engine: ``spacy``, ``stanza``, or ``blank``, which needs no model and finds less.

    Returns:
        A pipeline; ``doc._.dates``, ``regions``, ``people``, ``organisations``, ``directives``,
        ``assignments`` and ``events`` hold the findings, with offsets of the document.

    Example:
        >>> import nirdesh
        >>> nlp = nirdesh.load("blank")
        >>> doc = nlp("उपायुक्त सुनयना टोपनो ने सभी पंचायत सचिवों को निर्देश दिए कि वे 25 मार्च तक आवेदन निपटाएं।")
        >>> [doc.text[found.action.start:found.action.end] for found in doc._.directives]
        ['आवेदन निपटाएं']
    """
    from nirdesh.analyse import load_engine
    from nirdesh.run.pipeline import EXTRACTORS

    _register_extractors()
    nlp = load_engine(engine).nlp
    for name in EXTRACTORS:
        nlp.add_pipe(name)
    return nlp


def read(
    path: str | Path,
    *,
    published: str | None = None,
    engine: Engine = "spacy",
    on_problem: Callable[[Problem], None] | None = None,
) -> Iterator[Record]:
    """Records of anything: reports, a file of records, or a database.

    Args:
        path: Reports (a file, a folder, a glob, as for ``nirdesh run``), the ``records.jsonl`` of a run, or a
            database made by ``nirdesh load``.
        published: Day of publication of all the reports.
        engine: What analyses reports.
        on_problem: Called with each report that gives no record; without it the first one is raised.

    Raises:
        NirdeshError: If the file can't be read, or a report gave no record.

    Example:
        >>> import nirdesh
        >>> [record.report.published for record in nirdesh.read("corpus/reports/a01.txt", engine="blank")]
        ['2023-06-14']
    """
    place = Path(path)
    if place.suffix == ".db":
        yield from _of_database(place)
    elif _is_records(place):
        from nirdesh.record import Record

        with place.open(encoding="utf-8") as lines:
            for line in lines:
                yield Record.from_json(line)
    else:
        yield from _of_reports(str(path), published, engine, on_problem or _raise)


def read_text(
    text: str, *, published: str | None = None, title: str | None = None, engine: Engine = "spacy"
) -> Record:
    """The record of one report that is at hand as text.

    Example:
        >>> import nirdesh
        >>> text = "रांची, 12 मार्च। शिविर 25 मार्च तक चलेगा।"
        >>> record = nirdesh.read_text(text, published="2026-03-13", engine="blank")
        >>> record.report.place, [date.edtf for date in record.dates]
        ('रांची', ['2026-03-12', '2026-03-13/2026-03-25'])
    """
    from nirdesh.ingest.build import Options, to_report
    from nirdesh.ingest.document import Document
    from nirdesh.run.pipeline import Pipeline

    made = to_report(Document("text", "text", text=text, title=title), Options(published=published))
    if isinstance(made, Problem):
        _raise(made)
    return Pipeline(engine).record(made)


def to_pandas(records: Iterable[Record]) -> dict[str, DataFrame]:
    """Records as pandas tables, joined by ids: ``reports``, ``directives``, ``people``, ``posts`` …

    Example:
        >>> import nirdesh
        >>> tables = nirdesh.to_pandas(nirdesh.read("corpus/reports/a01.txt", engine="blank"))
        >>> list(tables["people"]["name"])[:2]
        ['सुरभि त्रिवेदी', 'रमाकांत दुबे']
    """
    import pandas

    from nirdesh.export.source import Source
    from nirdesh.export.tables import TABLES, rows_of

    rows: dict[str, list[dict[str, object]]] = {name: [] for name in TABLES}
    for record in records:
        for name, found in rows_of(Source(record)).items():
            rows[name].extend(found)
    return {name: pandas.DataFrame(found, columns=list(TABLES[name])) for name, found in rows.items()}


def _register_extractors() -> None:
    from importlib import import_module

    import_module("nirdesh.extract.components")


def _of_database(path: Path) -> Iterator[Record]:
    from nirdesh.record import Record
    from nirdesh.store import open_database

    for row in open_database(path).query("SELECT json FROM records ORDER BY report"):
        yield Record.from_json(row["json"])


def _of_reports(
    path: str, published: str | None, engine: Engine, on_problem: Callable[[Problem], None]
) -> Iterator[Record]:
    from nirdesh.ingest import read as read_reports
    from nirdesh.run.pipeline import Pipeline

    pipeline: Pipeline | None = None
    for report in read_reports([path], published=published, on_problem=on_problem):
        pipeline = pipeline or Pipeline(engine)
        yield pipeline.record(report)


def _is_records(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        return stream.read(200).lstrip().startswith(b'{"schema":"nirdesh/')


def _raise(problem: Problem) -> NoReturn:
    raise NirdeshError(
        problem.code, f"{problem.source or 'The report'}: {problem.message}", stage=problem.stage
    )
