"""A quick start: libraries that load others for nothing are kept from it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_torch() -> Iterator[None]:
    """Import spaCy without PyTorch, which thinc loads wherever it is installed.

    It takes a second to load, and nothing in the engines ``spacy`` and ``blank`` uses it. Afterwards ``import
    torch`` works as ever.
    """
    if "torch" in sys.modules or "thinc" in sys.modules:
        yield
        return
    sys.modules["torch"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["torch"]
