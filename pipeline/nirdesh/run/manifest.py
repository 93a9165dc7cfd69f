"""``manifest.json``: what a run is doing, did, or stopped at, for people and schedulers."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from nirdesh import __version__
from nirdesh.errors import NirdeshError
from nirdesh.run.output import Lines, whole_file
from nirdesh.run.plan import MANIFEST, RECORDS, Plan
from nirdesh.run.summary import Summary
from nirdesh.run.versions import fingerprint, library_versions, model_version


class Manifest:
    """The manifest of a run: ``running`` from the start, then ``complete`` or ``stopped``.

    A manifest that says ``running`` without a process that runs belongs to a run that was killed; the same
    command goes on.
    """

    def __init__(self, plan: Plan, summary: Summary) -> None:
        self._plan = plan
        self._summary = summary
        self._at = datetime.now(UTC)

    def complete(self, records: Lines) -> None:
        """Everything is done and written."""
        rows = {"file": RECORDS, "rows": records.count, "sha256": records.sha256}
        self._write("complete", records=rows)

    def __enter__(self) -> Self:
        self._write("running")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            return
        code = error.code if isinstance(error, NirdeshError) else type(error).__name__
        try:
            self._write("stopped", error={"code": code, "message": str(error)})
        except OSError:
            return  # the disk is full; what stopped the run is told anyway

    def _write(self, status: str, **more: object) -> None:
        plan = self._plan
        if plan.out is None:
            return
        setup = plan.setup
        options = {
            "workers": setup.workers,
            "limit": plan.limit,
            "redo": plan.redo,
            "near": plan.near,
            "seconds": setup.seconds,
            "megabytes": setup.megabytes,
            **asdict(setup.options),
        }
        text = self._summary.as_json(
            status=status,
            nirdesh=__version__,
            engine=setup.engine,
            fingerprint=fingerprint(setup.engine),
            model=model_version(setup.engine),
            versions=library_versions(),
            started=self._at.isoformat(timespec="seconds"),
            inputs=list(plan.inputs),
            options=options,
            **more,
        )
        with whole_file(plan.out / MANIFEST) as lines:
            lines.write(text.removesuffix("\n"))
