"""Batches through one process or several, results in the order of the batches."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from time import sleep
from typing import TYPE_CHECKING, Final

from nirdesh.errors import NirdeshError, Problem
from nirdesh.ingest.build import DEFAULTS, Options
from nirdesh.ingest.document import Document
from nirdesh.run.outcome import Outcome
from nirdesh.run.pipeline import Batch, Pipeline

if TYPE_CHECKING:
    from nirdesh.analyse import EngineName

# Enough waiting batches to keep every worker busy, few enough to keep memory flat.
_AHEAD: Final = 2
_own: Pipeline | None = None


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker needs to make its pipeline."""

    engine: EngineName = "spacy"
    options: Options = DEFAULTS
    workers: int = 1


def process_all(batches: Iterable[Sequence[Document]], setup: Setup) -> Iterator[Batch]:
    """The outcomes of every batch, in order, whatever the number of workers.

    Models are loaded for the first batch that holds something.
    """
    if setup.workers > 1:
        yield from _Workers(setup).map(batches)
        return
    pipeline: Pipeline | None = None
    for batch in batches:
        if batch and pipeline is None:
            pipeline = Pipeline(setup.engine, setup.options)
        yield pipeline.process(batch) if batch and pipeline else Batch([])


class _Workers:
    """A pool of processes; where the system can fork they share the memory of models loaded once."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._pool: ProcessPoolExecutor | None = None

    def map(self, batches: Iterable[Sequence[Document]]) -> Iterator[Batch]:
        """Outcomes in the order of ``batches``."""
        waiting: deque[_Waiting] = deque()
        try:
            for batch in batches:
                waiting.append((batch, self._submit(batch) if batch else None))
                if len(waiting) > self._setup.workers * _AHEAD:
                    yield self._next(waiting)
            while waiting:
                yield self._next(waiting)
        finally:
            if self._pool:
                self._pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self, batch: Sequence[Document]) -> Future[Batch]:
        if self._pool is None:
            _load(self._setup)  # tells what is missing; and before forking, so that memory is shared
            self._pool = self._start("fork" if sys.platform == "linux" else "spawn")
        try:
            return self._pool.submit(_process, batch)
        except BrokenProcessPool as error:  # a worker died while it had nothing to do
            failed: Future[Batch] = Future()
            failed.set_exception(error)
            return failed

    def _start(self, method: str, workers: int = 0) -> ProcessPoolExecutor:
        context = multiprocessing.get_context(method)
        return ProcessPoolExecutor(workers or self._setup.workers, context, _begin, (self._setup,))

    def _next(self, waiting: deque[_Waiting]) -> Batch:
        batch, future = waiting.popleft()
        try:
            return future.result() if future else Batch([])
        except BrokenProcessPool:
            result = self._recover(batch)
        self._pool = self._start("spawn")
        again = [(other, self._again(other, future)) for other, future in waiting]
        waiting.clear()
        waiting.extend(again)
        return result

    def _again(self, batch: Sequence[Document], future: Future[Batch] | None) -> Future[Batch] | None:
        """The future of a batch after a worker died: what was finished stands."""
        if future is None or (future.done() and future.exception() is None):
            return future
        return self._submit(batch)

    def _recover(self, batch: Sequence[Document]) -> Batch:
        """A worker died: the batch again, then each report alone, so that only the guilty one is lost."""
        whole = next(self._careful([batch]))
        if whole is not None:
            return whole
        result = Batch([])
        for part in self._careful([document] for document in batch):
            result.outcomes += part.outcomes if part else [_crashed()]
            if part:
                result.clock.add(part.clock)
        return result

    def _careful(self, parts: Iterable[Sequence[Document]]) -> Iterator[Batch | None]:
        """One part after the other in a process of its own; None for a part that kills it."""
        pool = self._start("spawn", 1)
        try:
            for part in parts:
                try:
                    yield pool.submit(_process, part).result()
                except BrokenProcessPool:
                    pool = self._start("spawn", 1)
                    yield None
        finally:
            pool.shutdown(wait=False)


_Waiting = tuple[Sequence[Document], Future[Batch] | None]


def _begin(setup: Setup) -> None:
    """Start of a worker process; Ctrl-C is the main process's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, args=(os.getppid(),), daemon=True).start()
    _load(setup)
    if torch := sys.modules.get("torch"):
        torch.set_num_threads(1)


def _follow(parent: int) -> None:
    """End with the main process, also where that was killed and could not say so."""
    while os.getppid() == parent:
        sleep(1.0)
    os._exit(1)


def _load(setup: Setup) -> None:
    global _own
    if _own is None or (_own.name, _own.options) != (setup.engine, setup.options):
        _own = Pipeline(setup.engine, setup.options)


def _process(batch: Sequence[Document]) -> Batch:
    if _own is None:
        raise NirdeshError("worker", "The worker has no pipeline.")
    return _own.process(batch)


def _crashed() -> Outcome:
    message = (
        "The process that read this report died (no memory left, or a fault in a library). Try it alone."
    )
    return Outcome(problem=Problem("extract", "worker-died", message), keep=False)
