"""Lines of records made ready in a second process, while this one writes.

Only for an empty database, about which the other process needs to ask nothing. The order of the batches is
that of the lines, so the numbers are the same as in one process.
"""

from __future__ import annotations

import gc
import marshal
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread, active_count
from typing import Any, Final

from nirdesh.errors import NirdeshError, Problem
from nirdesh.store.known import Nothing
from nirdesh.store.names import Resolve
from nirdesh.store.prepare import Batch, Chunk, Preparer

_AHEAD: Final = 3
# Marshalled without references: there are few, and looking for them takes longer than writing them out.
_FORMAT: Final = 2
_DEAD: Final = "The process that reads the records has ended."


def possible() -> bool:
    """Whether a second process can be forked safely and has a core of its own."""
    alone = active_count() == 1 and not multiprocessing.current_process().daemon
    return sys.platform == "linux" and alone and len(os.sched_getaffinity(0)) > 1


class Beside:
    """A process that prepares; a context manager.

    Raises:
        NirdeshError: If a line is no record, or the process ends before its time.
    """

    def __init__(self, resolve: Resolve) -> None:
        context = multiprocessing.get_context("fork")
        self._connection, there = context.Pipe()
        told = (there, self._connection, resolve)
        self._process = context.Process(target=_serve, args=told, daemon=True)
        self._process.start()
        there.close()

    def __enter__(self) -> Beside:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()
        self._process.kill()
        self._process.join()

    def batches(self, chunks: Iterator[Chunk]) -> Iterator[tuple[Batch, Chunk]]:
        """Batches with the chunk that each is of."""
        sent: deque[Chunk] = deque()
        for chunk in chunks:
            self._send(chunk)
            sent.append(chunk)
            if len(sent) >= _AHEAD:
                yield from self._answer(sent.popleft())
        while sent:
            yield from self._answer(sent.popleft())

    def finish(self, problems: list[Problem]) -> Batch:
        """The last rows."""
        self._send(problems)
        ((batch, _),) = self._answer((0, []))
        return batch

    def _send(self, task: Chunk | list[Problem]) -> None:
        try:
            self._connection.send(task)
        except OSError as error:
            raise _ended() from error

    def _answer(self, chunk: Chunk) -> Iterator[tuple[Batch, Chunk]]:
        try:
            kind = self._connection.recv()
            answer = marshal.loads(self._connection.recv_bytes()) if kind is None else ()
        except (EOFError, OSError) as error:
            raise _ended() from error
        if kind is not None:
            raise kind
        for values in answer:
            yield Batch(*values), chunk


def _ended() -> NirdeshError:
    return NirdeshError("worker", _DEAD, hint="Nothing was changed; load again.", stage="sink")


def _serve(connection: Connection, other: Connection, resolve: Resolve) -> None:
    """Answer tasks until the other process closes its end or dies."""
    other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    tasks: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_receive, args=(connection, tasks), daemon=True).start()
    preparer = Preparer(Nothing(), resolve)
    with suppress(OSError):
        while (task := tasks.get()) is not None:
            try:
                made = [preparer.finish(task)] if isinstance(task, list) else list(preparer.prepare(task))
            except NirdeshError as error:
                connection.send(error)
                return
            connection.send(None)
            connection.send_bytes(marshal.dumps([batch.values() for batch in made], _FORMAT))


def _receive(connection: Connection, tasks: SimpleQueue[Any]) -> None:
    """Take tasks at once, so that neither process waits to send while the other does."""
    with suppress(EOFError, OSError):
        while True:
            tasks.put(connection.recv())
    tasks.put(None)
