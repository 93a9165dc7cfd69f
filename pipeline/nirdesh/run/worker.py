"""The inside of a worker process: batches in, outcomes out, within limits of memory."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, Final

from nirdesh.ingest.build import DEFAULTS, Options
from nirdesh.ingest.document import Document
from nirdesh.lexicon.gazetteer import latin_places
from nirdesh.run.pipeline import Batch, Pipeline

if TYPE_CHECKING:
    from nirdesh.analyse import EngineName

_MEGABYTE: Final = 1_000_000
_STATUS: Final = Path("/proc/self/status")
# Cycles are rare in the pipeline, and Python's own threshold looks for them every few sentences.
GARBAGE: Final = (50_000, 20, 20)
_WARM_UP: Final = (
    "कानपुर, 12 मार्च। जिलाधिकारी श्री अनूप गुप्ता ने मंगलवार को बैठक में निर्देश दिए कि 15 जून तक सभी नालों की सफाई "
    "कराई जाए। उन्होंने राम वर्मा को जिला प्रभारी नियुक्त किया।"
)


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker needs to make its pipeline, and how far it may go.

    Attributes:
        engine: ``spacy``, ``stanza`` or ``blank``.
        options: What the user says about all reports.
        workers: Number of processes.
        seconds: Processor time that one report may take.
        megabytes: Memory that a worker may take beside the models.
    """

    engine: EngineName = "spacy"
    options: Options = DEFAULTS
    workers: int = 1
    seconds: float = 120.0
    megabytes: int = 2_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker sends back.

    Attributes:
        batch: Outcomes, or None if the worker could not begin; ``fault`` tells why.
        last: Whether the worker ends after it, since it holds too much memory.
    """

    batch: Batch | None
    last: bool = False
    fault: Exception | None = None


_own: Pipeline | None = None


def load(setup: Setup) -> Pipeline:
    """The pipeline of this process, made once; a forked process finds that of its parent.

    Raises:
        NirdeshError: If the engine or its models are not installed.
    """
    global _own
    if _own is None or (_own.name, _own.options) != (setup.engine, setup.options):
        gc.disable()  # nothing of what is loaded goes away
        _own = Pipeline(setup.engine, setup.options)
        _own.process([Document("warm-up", "warm-up", text=_WARM_UP)])  # reads the lexicons
        if setup.workers > 1:
            latin_places()  # few reports need it; loaded now, all processes share it
        gc.freeze()  # pages of the models stay shared between the processes
        gc.enable()
    return _own


def work(connection: Connection, setup: Setup, parent: int) -> None:
    """Answer batches until the connection closes.

    Args:
        connection: To the main process.
        setup: How to make the pipeline.
        parent: Process id of the main process.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the main process's to answer
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_follow, args=(parent,), daemon=True).start()
    try:
        pipeline = load(setup)
    except Exception as error:
        # Whatever keeps a worker from beginning is told to the main process before it ends this one.
        connection.send(Answer(None, last=True, fault=error))
        raise
    if torch := sys.modules.get("torch"):
        torch.set_num_threads(1)
    gc.set_threshold(*GARBAGE)
    allowed = _held() + setup.megabytes * _MEGABYTE
    _limit_memory(allowed)
    while True:
        try:
            documents: Sequence[Document] = connection.recv()
        except (EOFError, OSError):
            return
        batch = pipeline.process(documents)
        last = batch.out_of_memory or _held() > allowed - setup.megabytes * _MEGABYTE // 4
        connection.send(Answer(batch, last))
        if last:
            return


def _held() -> int:
    """Bytes of private data of this process; 0 where the system does not tell."""
    if not _STATUS.exists():
        return 0
    for line in _STATUS.read_text(encoding="ascii", errors="replace").splitlines():
        if line.startswith("VmData:"):
            return int(line.split()[1]) * 1024
    return 0


def _limit_memory(size: int) -> None:
    """Make an allocation beyond ``size`` fail, which costs the report that asked for it."""
    if sys.platform != "linux":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard != resource.RLIM_INFINITY:
        size = min(size, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (size, hard))


def _follow(parent: int) -> None:
    """End with the main process, also where that was killed and could not say so."""
    while os.getppid() == parent:
        sleep(0.5)
    os._exit(1)
