"""Following folders: a run whenever something in them has changed and come to rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic

from nirdesh.errors import NirdeshError, Problem
from nirdesh.ingest.paths import STDIN, find
from nirdesh.run.local import run
from nirdesh.run.plan import Plan
from nirdesh.run.summary import Summary

State = dict[Path, tuple[int, int]]


def watch(
    plan: Plan,
    *,
    seconds: float,
    pause: Callable[[float], bool],
    on_problem: Callable[[Problem], None] | None = None,
) -> Iterator[Summary]:
    """Run, then run again each time a file comes, goes or changes; each run writes the whole output anew.

    A file that changed between two looks may still be written to: it is left out until it rests.

    Args:
        plan: Inputs and output folder.
        seconds: Time between two looks.
        pause: Waits so long; False ends the watch.
        on_problem: Called with each problem of each run.

    Raises:
        NirdeshError: ``watch`` where the inputs can't be followed, and what ``run`` raises.
    """
    if plan.out is None or STDIN in plan.inputs:
        raise NirdeshError(
            "watch", "Only files and folders can be followed, into a folder.", hint="Use -o FOLDER."
        )
    done: State | None = None
    before = _state(plan)
    while pause(seconds):
        now = _state(plan)
        moving = frozenset(path for path, mark in now.items() if before.get(path) != mark)
        resting = {path: mark for path, mark in now.items() if path not in moving}
        if resting != done and (resting or done is not None):
            yield run(replace(plan, unready=moving), on_problem=on_problem)
            done = resting
        before = now


def until(end: float) -> Callable[[float], bool]:
    """A pause that ends the watch at a time of ``monotonic``."""
    from time import sleep

    def pause(seconds: float) -> bool:
        sleep(max(0.0, min(seconds, end - monotonic())))
        return monotonic() < end

    return pause


def _state(plan: Plan) -> State:
    """Size and time of change of every file behind the inputs."""
    found: State = {}
    for item in find(plan.inputs):
        if isinstance(item, Problem) or item.path is None:
            continue
        try:
            status = item.path.stat()
        except OSError:
            continue
        found[item.path] = (status.st_size, status.st_mtime_ns)
    return found
