"""One root error with stable codes; a message says what happened, where, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass


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

    def as_problem(self, source: str | None = None) -> Problem:
        """The same facts as a row of ``problems.jsonl``."""
        return Problem(self.stage, self.code, f"{self.message} {self.hint}".strip(), source)
