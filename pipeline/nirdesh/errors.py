"""One root error with stable codes; a message says what happened, where, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong with one report, kept as data so that a batch goes on.

    Attributes:
        stage: Who noticed it (``ingest``, ``normalise``, ``analyse``, ``extract``, ``record``, ``sink``).
        code: Stable lower-case code with hyphens, such as ``not-hindi``.
        message: What happened and what the user can do about it, in one sentence or two.
        source: The file, URL or row it happened in.
    """

    stage: str
    code: str
    message: str
    source: str | None = None


# What ends a run before its end: the same command goes on from there.
RESUMABLE: Final = frozenset({"disk-full", "output", "journal", "in-use", "worker"})


class NirdeshError(Exception):
    """Root of every error that nirdesh raises on purpose.

    Example:
        >>> str(NirdeshError("no-model", "Model hi_nirdesh is missing.", hint="Run `make models`."))
        'no-model: Model hi_nirdesh is missing. Run `make models`.'
    """

    def __init__(self, code: str, message: str, *, hint: str = "", stage: str = "run") -> None:
        self.code = code
        self.message = message
        self.hint = hint
        self.stage = stage
        super().__init__(f"{code}: {message} {hint}".strip())

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (self.code, self.message, self.hint, self.stage)

    def as_problem(self, source: str | None = None) -> Problem:
        """The same facts as a row of ``problems.jsonl``."""
        return Problem(self.stage, self.code, f"{self.message} {self.hint}".strip(), source)


def _again(code: str, message: str, hint: str, stage: str) -> NirdeshError:
    """An error as it was before it went to another process."""
    return NirdeshError(code, message, hint=hint, stage=stage)
