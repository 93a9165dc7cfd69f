"""Batches through worker processes, in order; a worker that dies or hangs costs one report."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic
from typing import Final

from nirdesh.errors import NirdeshError, Problem
from nirdesh.ingest.document import Document
from nirdesh.run.clock import Clock
from nirdesh.run.outcome import Outcome
from nirdesh.run.pipeline import Batch
from nirdesh.run.worker import Answer, Setup, load, work

__all__ = ["Pool", "Setup", "process_all"]

# Enough waiting batches to keep every worker busy, few enough to keep memory flat.
_AHEAD: Final = 3
_POLL: Final = 0.25
# A report may wait for a disk or for its turn; beyond this it hangs.
_WALL: Final = 10
_TICKS: Final = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
# Somebody may have killed the worker: only who kills it twice is guilty.
_TRIES: Final = 2


def process_all(batches: Iterable[Sequence[Document]], setup: Setup) -> Iterator[Batch]:
    """The outcomes of every batch, in order, whatever the number of workers.

    Models are loaded for the first batch that holds something. A batch that kills or stalls its worker is
    done again report by report, so that only the guilty one becomes a problem.

    Raises:
        NirdeshError: If the engine or its models are not installed.
    """
    pool = Pool(setup)
    slots: deque[_Slot] = deque()
    source = iter(batches)
    # One worker goes in step with its input, so that what is done is written before more is waited for.
    ahead = setup.workers * _AHEAD if setup.workers > 1 else 1
    more = True
    try:
        while more or slots:
            if more and len(slots) < ahead:
                documents = next(source, None)
                more = documents is not None
                if documents is not None:
                    slots.append(pool.submit(documents))
                    pool.turn(0)
            elif not slots[0].open:
                yield slots.popleft().batch()
            else:
                pool.turn(_POLL)
    finally:
        pool.close()


@dataclass(slots=True)
class _Slot:
    """A batch with what became of its documents so far."""

    documents: Sequence[Document]
    outcomes: list[Outcome | None] = field(default_factory=list)
    clock: Clock = field(default_factory=Clock)
    open: int = 0

    def batch(self) -> Batch:
        """The finished batch."""
        return Batch([outcome for outcome in self.outcomes if outcome is not None], self.clock)


@dataclass(frozen=True, slots=True)
class _Task:
    """Documents of a slot from ``start`` to ``end`` that a worker does in one go."""

    slot: _Slot
    start: int
    end: int
    tries: int = 0

    def settle(self, batch: Batch) -> None:
        """Keep what a worker made."""
        self.slot.outcomes[self.start : self.end] = batch.outcomes
        self.slot.clock.add(batch.clock)
        self.slot.open -= 1

    def blame(self, problem: Problem) -> None:
        """Keep that the only document of it failed."""
        self.settle(Batch([Outcome(problem=problem, keep=False)]))

    def parts(self) -> Iterator[_Task]:
        """Each document alone."""
        self.slot.open += self.end - self.start - 1
        for index in range(self.start, self.end):
            yield _Task(self.slot, index, index + 1)


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    task: _Task | None = None
    began: float = 0.0
    used: float = 0.0

    def give(self, task: _Task) -> None:
        """Hand a task over."""
        self.task, self.began, self.used = task, monotonic(), _processor_seconds(self.process.pid)
        self.connection.send(task.slot.documents[task.start : task.end])

    def is_late(self, seconds: float) -> bool:
        """Whether its task took longer than a report may."""
        elapsed = monotonic() - self.began
        if elapsed <= seconds:
            return False
        used = _processor_seconds(self.process.pid) - self.used
        return used > seconds or elapsed > _WALL * seconds

    def end(self) -> None:
        """Stop it for good."""
        self.process.kill()
        self.process.join()
        self.connection.close()


class Pool:
    """Worker processes; where the system can fork they share the memory of models loaded once.

    Args:
        setup: Engine, limits and number of processes.
        fork: Whether to fork; a process with threads of its own, as in a cluster, must not.
    """

    def __init__(self, setup: Setup, fork: bool = sys.platform == "linux") -> None:
        self._setup = setup
        self._fork = fork
        self._waiting: deque[_Task] = deque()
        self._workers: list[_Worker] = []

    def submit(self, documents: Sequence[Document]) -> _Slot:
        """A place for the outcomes of a batch, which is queued."""
        slot = _Slot(documents, [None] * len(documents))
        if documents:
            slot.open = 1
            self._waiting.append(_Task(slot, 0, len(documents)))
        return slot

    def process(self, documents: Sequence[Document]) -> Batch:
        """The outcomes of one batch, waited for."""
        slot = self.submit(documents)
        while slot.open:
            self.turn(_POLL)
        return slot.batch()

    def turn(self, seconds: float) -> None:
        """Take answers that have come, look for late and dead workers, hand out what waits."""
        busy = {worker.connection: worker for worker in self._workers if worker.task}
        for ready in wait(list(busy), seconds) if busy else ():
            self._take(busy[ready])  # type: ignore[index]
        for worker in [worker for worker in self._workers if worker.task]:
            if worker.task and worker.is_late(self._setup.seconds):
                self._drop(worker)
                self._late(worker.task)
        while self._waiting and (free := self._free()):
            task = self._waiting.popleft()
            try:
                free.give(task)
            except OSError:  # it died while it had nothing to do
                self._drop(free)
                self._waiting.appendleft(task)

    def close(self) -> None:
        """End every worker."""
        for worker in self._workers:
            worker.end()
        self._workers = []

    def _free(self) -> _Worker | None:
        for worker in self._workers:
            if worker.task is None:
                return worker
        if len(self._workers) >= self._setup.workers:
            return None
        self._workers.append(self._start())
        return self._workers[-1]

    def _start(self) -> _Worker:
        here, there = multiprocessing.Pipe()
        told = (here, there, self._setup, os.getpid())
        process: BaseProcess
        if self._fork:
            load(self._setup)  # before forking, so that memory is shared
            process = multiprocessing.get_context("fork").Process(target=_begin, args=told, daemon=True)
        else:
            process = multiprocessing.get_context("spawn").Process(target=_begin, args=told, daemon=True)
        process.start()
        there.close()
        return _Worker(process, here)

    def _take(self, worker: _Worker) -> None:
        task = worker.task
        if task is None:
            return
        try:
            answer: Answer = worker.connection.recv()
        except (EOFError, OSError):
            self._drop(worker)
            self._died(task)
            return
        worker.task = None
        if answer.batch is None:
            self._drop(worker)
            raise _fault(answer)
        if answer.last:
            self._drop(worker)
        if answer.batch.out_of_memory and task.end - task.start > 1:
            self._waiting.extendleft(reversed(list(task.parts())))
            return
        task.settle(answer.batch)

    def _drop(self, worker: _Worker) -> None:
        worker.end()
        self._workers.remove(worker)

    def _died(self, task: _Task) -> None:
        if task.end - task.start > 1:
            self._waiting.extendleft(reversed(list(task.parts())))
        elif task.tries + 1 < _TRIES:
            self._waiting.appendleft(_Task(task.slot, task.start, task.end, task.tries + 1))
        else:
            message = "The process that read this report died (a fault in a library). Try it alone."
            task.blame(Problem("extract", "worker-died", message))

    def _late(self, task: _Task) -> None:
        if task.end - task.start > 1:
            self._waiting.extendleft(reversed(list(task.parts())))
        else:
            message = (
                f"It took more than {self._setup.seconds:g} seconds. Shorten it, or allow more (--seconds)."
            )
            task.blame(Problem("extract", "time-limit", message))


def _begin(mine: Connection, connection: Connection, setup: Setup, parent: int) -> None:
    """Start of a worker process."""
    mine.close()
    work(connection, setup, parent)


def _processor_seconds(pid: int | None) -> float:
    """Processor time that a process has used; 0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS
    except (OSError, IndexError, ValueError):
        return 0.0


def _fault(answer: Answer) -> Exception:
    if isinstance(answer.fault, NirdeshError):
        return answer.fault
    return NirdeshError(
        "worker", f"A worker could not begin: {answer.fault}.", hint="Check the installation."
    )
