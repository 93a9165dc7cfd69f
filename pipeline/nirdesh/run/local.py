"""A run on this machine: inputs to records, in order, nothing lost and nothing done twice."""

from __future__ import annotations

import json
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field, replace
from time import perf_counter
from typing import Final

from nirdesh.errors import NirdeshError, Problem
from nirdesh.ingest import Document, open_inputs
from nirdesh.ingest.build import to_report
from nirdesh.ingest.repeats import Repeats
from nirdesh.record import Record
from nirdesh.record.models import NearRow
from nirdesh.report import Report
from nirdesh.run.journal import Journal
from nirdesh.run.manifest import Manifest
from nirdesh.run.near import Near, NearReports
from nirdesh.run.outcome import Outcome
from nirdesh.run.output import Lines, prepare, whole_file
from nirdesh.run.parquet import parquet_file
from nirdesh.run.plan import PARQUET, PROBLEMS, RECORDS, Plan
from nirdesh.run.summary import Summary
from nirdesh.run.versions import fingerprint
from nirdesh.run.workers import process_all

BATCH: Final = 16


@dataclass(slots=True)
class _Chunk:
    """Items in input order; ``known`` has the outcome of those that need no work, by index."""

    items: list[Document | Problem] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    known: dict[int, Outcome] = field(default_factory=dict)

    def pending(self) -> list[Document]:
        return [
            item
            for index, item in enumerate(self.items)
            if isinstance(item, Document) and index not in self.known
        ]


class Sink:
    """Writes outcomes and counts them; repetitions are left out, near duplicates linked.

    Args:
        records: Where records go.
        summary: Counts what is written.
        on_problem: Takes problem rows.
        on_done: Called after each report.
        near: Whether near duplicates are looked for.
    """

    def __init__(
        self,
        records: Lines,
        summary: Summary,
        on_problem: Callable[[Problem], None],
        on_done: Callable[[], None],
        near: bool = True,
    ) -> None:
        self._records = records
        self._summary = summary
        self._on_problem = on_problem
        self._on_done = on_done
        self.also: Callable[[str], None] | None = None
        self._repeats = Repeats()
        self._near = NearReports() if near else None

    def write(self, item: Document | Problem, outcome: Outcome | None) -> None:
        """One item of the input with what became of it."""
        if isinstance(item, Problem) or outcome is None:
            self._tell(item if isinstance(item, Problem) else None)
            return
        self.settle(item.place, outcome)

    def settle(self, place: str, outcome: Outcome) -> None:
        """What became of the document at a place."""
        self._summary.reports += 1
        repeated = self._repeats.check(outcome.report, place) if outcome.report else None
        if repeated or outcome.problem:
            self._tell(repeated or outcome.problem, place)
        elif outcome.record is not None:
            line = self._linked(outcome)
            self._records.write(line)
            if self.also:
                self.also(line)
            self._summary.add(outcome)
        self._on_done()

    def _linked(self, outcome: Outcome) -> str:
        """The record, with the first report of its kind where it is a near duplicate."""
        record = outcome.record or ""
        found = self._near.check(outcome.report or "", outcome.near) if self._near else None
        if found is None:
            return record
        self._summary.near += 1
        return _with_link(record, found)

    def _tell(self, problem: Problem | None, place: str | None = None) -> None:
        if problem is not None:
            self._summary.problems[problem.code] += 1
            self._on_problem(replace(problem, source=place or problem.source))


def _with_link(line: str, near: Near) -> str:
    record = Record.from_json(line)
    link = NearRow(first=near.first, similarity=near.similarity)
    report = record.report.model_copy(update={"near": link})
    return record.model_copy(update={"report": report}).to_json()


def _nothing() -> None:
    """No progress is shown."""


def run(
    plan: Plan,
    *,
    on_problem: Callable[[Problem], None] | None = None,
    on_done: Callable[[], None] = _nothing,
) -> Summary:
    """Turn inputs into records.

    With ``plan.out`` a folder gets ``records.jsonl``, ``problems.jsonl`` and ``manifest.json`` (each appears
    whole or not at all) and a journal of finished work, which makes a second run over the same input quick.
    Without it records are streamed to standard output.

    Args:
        plan: Inputs, output and settings.
        on_problem: Also called with each problem.
        on_done: Called after each report.

    Raises:
        NirdeshError: If nothing can be done at all: output folder not writable, models missing, disk full.
    """
    started = perf_counter()
    summary = Summary()
    try:
        with ExitStack() as stack:
            if plan.out is not None:
                prepare(plan.out)
            journal = stack.enter_context(Journal(plan.out, fingerprint(plan.setup.engine)))
            manifest = stack.enter_context(Manifest(plan, summary))
            with ExitStack() as files:
                records, tell = _outputs(plan, files, on_problem)
                sink = Sink(records, summary, tell, on_done, plan.near)
                if plan.parquet and plan.out is not None:
                    sink.also = files.enter_context(parquet_file(plan.out / PARQUET))
                if plan.on == "ray":
                    from nirdesh.run.cluster import drive

                    drive(plan, journal, sink, summary)
                else:
                    _drive(plan, journal, sink, records, summary)
            summary.wall_seconds = perf_counter() - started
            manifest.complete(records)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise _writing_failed(error) from error
    return summary


def dry_run(
    plan: Plan, *, on_report: Callable[[Report], None], on_problem: Callable[[Problem], None]
) -> Summary:
    """Read every input as far as its report, and write nothing."""
    summary = Summary()
    repeats = Repeats()
    for item in limited(open_inputs(plan.inputs, plan.unready), plan.limit):
        made = item if isinstance(item, Problem) else to_report(item, plan.setup.options)
        summary.reports += isinstance(item, Document)
        if isinstance(made, Report) and isinstance(item, Document):
            made = repeats.check(made.id, item.place) or made
        if isinstance(made, Problem):
            summary.problems[made.code] += 1
            on_problem(made)
        else:
            summary.records += 1
            on_report(made)
    return summary


def _drive(plan: Plan, journal: Journal, sink: Sink, records: Lines, summary: Summary) -> None:
    waiting: deque[_Chunk] = deque()

    def feed() -> Iterator[list[Document]]:
        for chunk in _chunks(plan, journal):
            waiting.append(chunk)
            yield chunk.pending()

    for batch in process_all(feed(), plan.setup):
        chunk = waiting.popleft()
        summary.clock.add(batch.clock)
        summary.reused += len(chunk.known)
        summary.outdated += sum(not outcome.current for outcome in chunk.known.values())
        fresh = iter(batch.outcomes)
        finished = []
        for index, item in enumerate(chunk.items):
            outcome = None
            if isinstance(item, Document):
                outcome = chunk.known.get(index) or next(fresh)
                if index not in chunk.known:
                    finished.append((chunk.keys[index], outcome))
            sink.write(item, outcome)
        journal.add(finished)
        if plan.out is None:
            records.flush()


def _chunks(plan: Plan, journal: Journal) -> Iterator[_Chunk]:
    chunk = _Chunk()
    context = plan.setup.options.context()
    for item in limited(open_inputs(plan.inputs, plan.unready), plan.limit):
        key = item.key(*context) if isinstance(item, Document) else ""
        if key and (outcome := journal.get(key)) and plan.takes_over(outcome):
            chunk.known[len(chunk.items)] = outcome
        chunk.items.append(item)
        chunk.keys.append(key)
        if len(chunk.items) >= BATCH:
            yield chunk
            chunk = _Chunk()
    if chunk.items:
        yield chunk


def limited(items: Iterable[Document | Problem], limit: int | None) -> Iterator[Document | Problem]:
    """Items as far as the first ``limit`` documents."""
    left = limit
    for item in items:
        yield item
        if left is not None and isinstance(item, Document):
            left -= 1
            if left <= 0:
                return


def _outputs(
    plan: Plan, stack: ExitStack, on_problem: Callable[[Problem], None] | None
) -> tuple[Lines, Callable[[Problem], None]]:
    also = on_problem or (lambda problem: None)
    if plan.out is None:
        return Lines(sys.stdout.buffer), also
    problems = stack.enter_context(whole_file(plan.out / PROBLEMS))
    records = stack.enter_context(whole_file(plan.out / RECORDS))

    def tell(problem: Problem) -> None:
        problems.write(json.dumps(asdict(problem), ensure_ascii=False))
        also(problem)

    return records, tell


def _writing_failed(error: OSError) -> NirdeshError:
    reason = error.strerror or str(error)
    hint = "Make room or give another folder, then repeat the command: it goes on where it stopped."
    return NirdeshError("output", f"Writing {error.filename or 'the output'} failed: {reason}.", hint=hint)
