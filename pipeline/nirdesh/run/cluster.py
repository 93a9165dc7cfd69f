"""A run on a Ray cluster: the same reading, the same workers and the same sink, with Ray Data between them.

Tasks read files, a pool of actors makes records (each loads the models once, in a process of its own that a
bad report can't take along), and the driver writes what they made in the order of the input. The journal on
the driver is the checkpoint. A lost node costs the batches it held; Ray does those again elsewhere.
"""

from __future__ import annotations

import logging
import pickle
from collections.abc import Callable, Iterator
from typing import Any, Final

from nirdesh.errors import NirdeshError, Problem
from nirdesh.ingest import Document
from nirdesh.ingest.opening import documents
from nirdesh.ingest.paths import Found, find
from nirdesh.run.clock import Clock
from nirdesh.run.journal import Journal
from nirdesh.run.local import BATCH, Sink
from nirdesh.run.outcome import Outcome
from nirdesh.run.plan import Plan
from nirdesh.run.summary import Summary
from nirdesh.run.worker import Setup
from nirdesh.run.workers import Pool

# A block is what one actor does in one go and what is done again when a node is lost.
_BLOCK_BYTES: Final = 400_000
_FILES: Final = 256
_READERS: Final = 4
Rows = dict[str, list[Any]]


def drive(plan: Plan, journal: Journal, sink: Sink, summary: Summary) -> None:
    """Run the plan on the cluster that Ray is connected to, or starts.

    Raises:
        NirdeshError: ``no-ray`` without the library, ``no-cluster`` where none answers, ``ray-input`` for
            standard input, ``ray-failed`` where Ray gives up.
    """
    ray = _connected(plan)
    items = list(find(plan.inputs))
    if any(isinstance(item, Found) and item.path is None for item in items):
        raise NirdeshError("ray-input", "A cluster can't read standard input.", hint="Give files or folders.")
    left = plan.limit
    for table in _made(ray, plan, items, journal.finished(plan.takes_over)):
        finished = []
        for place, key, payload in zip(table["place"], table["key"], table["payload"], strict=True):
            made: Problem | tuple[Outcome, Clock | None] | None = pickle.loads(payload) if payload else None
            if isinstance(made, Problem):
                sink.write(made, None)
                continue
            outcome = journal.get(key) if made is None else made[0]
            if outcome is None:
                raise NirdeshError(
                    "journal", "The journal lost a report.", hint="Give the same command again."
                )
            if made is None:
                summary.reused += 1
                summary.outdated += not outcome.current
            else:
                finished.append((key, outcome))
                summary.clock.add(made[1] or Clock())
            sink.settle(place, outcome)
            left = None if left is None else left - 1
            if left == 0:
                break
        journal.add(finished)
        if left == 0:
            return


def _connected(plan: Plan) -> Any:
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise NirdeshError(
            "no-ray", "Ray is not installed.", hint="Install it: `pip install 'nirdesh[ray]'`."
        ) from error
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    if not ray.is_initialized():
        try:
            ray.init(
                address=plan.address,
                include_dashboard=None if plan.address else False,
                log_to_driver=False,
                logging_level=logging.ERROR,
            )
        except (ConnectionError, ValueError, RuntimeError) as error:
            hint = "Check --address, or leave it out to start Ray on this machine."
            raise NirdeshError("no-cluster", f"No Ray cluster answers: {error}.", hint=hint) from error
    return ray


def _made(ray: Any, plan: Plan, items: list[Found | Problem], done: frozenset[str]) -> Iterator[Rows]:
    """What was made of every document, in the order of the input."""
    context = ray.data.DataContext.get_current().copy()
    context.execution_options.preserve_order = True
    context.target_max_block_size = _BLOCK_BYTES
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    rows = [{"item": pickle.dumps(item)} for item in items]
    blocks = max(1, (len(rows) + _FILES - 1) // _FILES, min(len(rows), _READERS))
    with _Settings(ray, context):
        made = (
            ray.data.from_items(rows, override_num_blocks=blocks)
            .map_batches(
                _read,
                fn_args=(ray.put(done), plan.setup.options.context()),
                batch_size=None,
                num_cpus=0,
                compute=ray.data.TaskPoolStrategy(size=min(blocks, _READERS)),
            )
            .map_batches(
                Maker,
                fn_constructor_args=(plan.setup,),
                batch_size=BATCH,
                num_cpus=1,
                compute=ray.data.ActorPoolStrategy(min_size=1, max_size=plan.setup.workers),
            )
        )
        try:
            for table in made.iter_batches(batch_size=None, batch_format="pyarrow"):
                yield table.to_pydict()
        except ray.exceptions.RayError as error:
            hint = "Give the same command again: it goes on where it stopped."
            message = f"Ray gave up: {' '.join(str(error).split())[:300]}."
            raise NirdeshError("ray-failed", message, hint=hint) from error


class _Settings:
    """Ray Data's settings, for the time of a block."""

    def __init__(self, ray: Any, context: Any) -> None:
        self._data = ray.data.DataContext
        self._before, self._context = self._data.get_current(), context

    def __enter__(self) -> None:
        self._data._set_current(self._context)

    def __exit__(self, *_: object) -> None:
        self._data._set_current(self._before)


def _read(batch: dict[str, Any], reference: Any, context: tuple[str | None, ...]) -> Iterator[Rows]:
    """Documents behind files; of those that are finished, the key alone."""
    import ray

    done: frozenset[str] = ray.get(reference)
    rows = _Rows()
    for raw in batch["item"]:
        found: Found | Problem = pickle.loads(raw)
        for item in [found] if isinstance(found, Problem) else documents(found):
            if isinstance(item, Problem):
                rows.add("", "", item)
            else:
                key = item.key(*context)
                rows.add(item.place, key, None if key in done else item)
            if len(rows) >= BATCH:
                yield rows.taken()
    yield rows.taken()


class Maker:
    """An actor: makes records of batches of documents.

    Args:
        setup: Engine, options and limits.
    """

    def __init__(self, setup: Setup) -> None:
        self._pool = Pool(Setup(setup.engine, setup.options, 1, setup.seconds, setup.megabytes), fork=False)

    def __call__(self, batch: dict[str, Any]) -> Any:
        """Outcomes in the place of documents."""
        items = [pickle.loads(raw) if raw else None for raw in batch["payload"]]
        wanted = [item for item in items if isinstance(item, Document)]
        made = self._pool.process(wanted) if wanted else None
        outcomes = iter(made.outcomes if made else ())
        clock = made.clock if made else None
        rows = _Rows()
        for place, key, item in zip(batch["place"], batch["key"], items, strict=True):
            if isinstance(item, Document):
                rows.add(place, key, (next(outcomes), clock))
                clock = None
            else:
                rows.add(place, key, item)
        return rows.taken()


class _Rows:
    """Columns of a block."""

    def __init__(self) -> None:
        self._columns: Rows = {"place": [], "key": [], "payload": []}

    def add(self, place: str, key: str, item: object) -> None:
        """One row; nothing is an empty payload."""
        values = (str(place), str(key), b"" if item is None else pickle.dumps(item))
        for column, value in zip(self._columns.values(), values, strict=True):
            column.append(value)

    def __len__(self) -> int:
        return len(self._columns["key"])

    def taken(self) -> Any:
        """The rows so far as an Arrow table, which is empty afterwards."""
        import pyarrow as pa

        types: dict[str, Callable[[], Any]] = {"place": pa.string, "key": pa.string, "payload": pa.binary}
        table = pa.table({name: pa.array(self._columns[name], kind()) for name, kind in types.items()})
        self.__init__()  # type: ignore[misc]
        return table
