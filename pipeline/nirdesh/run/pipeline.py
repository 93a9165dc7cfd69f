"""The road from documents to records in one process."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from nirdesh.analyse.start import without_torch
from nirdesh.errors import NirdeshError, Problem
from nirdesh.ingest.build import DEFAULTS, Options, to_report
from nirdesh.ingest.document import Document
from nirdesh.report import Report
from nirdesh.run.clock import Clock
from nirdesh.run.near import signature
from nirdesh.run.outcome import Outcome

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from nirdesh.analyse import Engine, EngineName
    from nirdesh.record import Record

LOG: Final = logging.getLogger("nirdesh")
# Every extractor reads what those before it found.
EXTRACTORS: Final = (
    "nirdesh_dates",
    "nirdesh_regions",
    "nirdesh_people",
    "nirdesh_directives",
    "nirdesh_assignments",
    "nirdesh_events",
)
COUNTED: Final = ("directives", "assignments", "events", "people", "organisations", "regions", "dates")
FAILED: Final = "extractor-failed"
MEMORY: Final = "memory-limit"
Component = Callable[["Doc"], "Doc"]


Made = TypeVar("Made")


@dataclass(slots=True)
class Batch:
    """Outcomes of some documents, in their order, and how long each stage took."""

    outcomes: list[Outcome]
    clock: Clock = field(default_factory=Clock)

    @property
    def out_of_memory(self) -> bool:
        """Whether memory ran out on the way."""
        return any(outcome.problem and outcome.problem.code == MEMORY for outcome in self.outcomes)


class Pipeline:
    """Engine, extractors and assembly; made once per process.

    Args:
        engine: ``spacy`` or ``stanza``.
        options: What the user says about all reports.

    Raises:
        NirdeshError: If the engine or its models are not installed.
    """

    def __init__(self, engine: EngineName, options: Options = DEFAULTS) -> None:
        with without_torch() if engine != "stanza" else nullcontext():
            from nirdesh.analyse import load_engine

        self.name = engine
        self.engine: Engine = load_engine(engine)
        self.options = options
        self._components = _components(self.engine)

    def process(self, documents: Sequence[Document]) -> Batch:
        """One outcome for each document; whatever happens to one does not touch the others."""
        with self.engine.forgetting():
            return self._process(documents)

    def _process(self, documents: Sequence[Document]) -> Batch:
        clock = Clock()
        with clock.stage("ingest"):
            made = [_attempt(partial(_report, document, self.options)) for document in documents]
        with clock.stage("analyse"):
            docs = iter(self._analyse([item for item in made if isinstance(item, Report)]))
        outcomes = []
        for item in made:
            if isinstance(item, Report):
                doc = next(docs)
                made_of = doc if isinstance(doc, Outcome) else self._outcome(doc, item.id, clock)
                with clock.stage("near"):
                    near = signature(item.text) if made_of.record else b""
                outcomes.append(replace(made_of, near=near))
            else:
                outcomes.append(item)
        return Batch(outcomes, clock)

    def analysed(self, report: Report) -> Doc:
        """One report as the engine analyses it."""
        return next(iter(self.engine.pipe([report])))

    def extracted(self, report: Report) -> Doc:
        """One analysed report with what the extractors found."""
        return self._extract(self.analysed(report), Clock())

    def record(self, report: Report) -> Record:
        """The record of one report.

        Raises:
            NirdeshError: As the stages raise it.
        """
        return self._assembled(self.analysed(report), Clock())

    def records(self, reports: Iterable[Report]) -> Iterator[Record]:
        """Records of a stream of reports, in order, one in memory at a time.

        Raises:
            NirdeshError: As the stages raise it; ``run`` makes problem rows of such errors instead.
        """
        for doc in self.engine.pipe(reports):
            yield self._assembled(doc, Clock())

    def _analyse(self, reports: list[Report]) -> list[Doc | Outcome]:
        docs = _attempt(lambda: list(self.engine.pipe(reports)))
        if isinstance(docs, list):
            return [*docs]
        # One of them broke the batch: each on its own.
        return [_attempt(partial(self.analysed, report)) for report in reports]

    def _outcome(self, doc: Doc, report: str, clock: Clock) -> Outcome:
        made = _attempt(partial(self._assembled, doc, clock))
        if isinstance(made, Outcome):
            return replace(made, report=report)
        counts = {name: len(getattr(made, name)) for name in COUNTED}
        whole = all(problem.code != FAILED for problem in made.problems)
        return Outcome(report=report, record=made.to_json(), counts=counts, keep=whole)

    def _extract(self, doc: Doc, clock: Clock) -> Doc:
        for stage, component in self._components:
            with clock.stage(stage):
                doc = _extracted(stage, component, doc)
        return doc

    def _assembled(self, doc: Doc, clock: Clock) -> Record:
        from nirdesh.assemble import assemble

        doc = self._extract(doc, clock)
        with clock.stage("assemble"):
            return next(iter(assemble([doc])))


def _components(engine: Engine) -> list[tuple[str, Component]]:
    import_module("nirdesh.extract.components")  # registers the factories
    return [(name.removeprefix("nirdesh_"), engine.nlp.create_pipe(name)) for name in EXTRACTORS]


def _report(document: Document, options: Options) -> Report | Outcome:
    made = to_report(document, options)
    return made if isinstance(made, Report) else Outcome(problem=made)


def _attempt(step: Callable[[], Made]) -> Made | Outcome:
    """What ``step`` gives, or its failure as an outcome."""
    try:
        return step()
    except NirdeshError as error:
        return Outcome(problem=error.as_problem())
    except MemoryError:
        message = "It takes more memory than a worker may. Shorten it, or allow more (--megabytes)."
        return Outcome(problem=Problem("extract", MEMORY, message), keep=False)
    except Exception as error:
        # The border between one report and the run: nothing may pass it, so it is logged whole and told.
        LOG.exception("a report failed")
        return Outcome(problem=_internal(error), keep=False)


def _extracted(stage: str, component: Component, doc: Doc) -> Doc:
    """The document after one extractor; one that fails costs its own findings, not those of the others."""
    try:
        return component(doc)
    except MemoryError:
        raise
    except Exception as error:
        # Whatever goes wrong in one extractor is logged whole and told in the record.
        LOG.exception("an extractor failed")
        problem = replace(_internal(error), code=FAILED)
        report: Report = doc._.report
        told = f"Nothing was extracted by {stage}: {problem.message}"
        doc._.report = replace(report, problems=(*report.problems, replace(problem, message=told)))
        return doc


def _internal(error: Exception) -> Problem:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "nirdesh" in Path(frame.filename).parts]
    frame = ours[-1] if ours else frames[-1]
    place = f"{Path(frame.filename).parent.name}/{Path(frame.filename).name}:{frame.lineno}"
    words = " ".join(str(error).split())[:200]
    hint = "This is a fault of nirdesh: please report it with the input."
    message = f"{type(error).__name__} at {place}: {words}. {hint}"
    return Problem("extract", "internal-error", message)
