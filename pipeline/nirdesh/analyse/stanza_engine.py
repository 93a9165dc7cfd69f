"""The shipped Stanza package ``models/stanza/hi`` behind the same kind of ``Doc``."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language

from nirdesh.analyse.models import model_path


def load_stanza(models: Path | None = None) -> Language:
    """Load the package from disk.

    Raises:
        NirdeshError: When it is missing or damaged, or Stanza is not installed.
    """
    model_path("stanza", models)
    raise NotImplementedError
