"""The shipped spaCy pipeline ``models/hi_nirdesh``."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language

from nirdesh.analyse.models import model_path

# Importing it registers the factory with spaCy.
from nirdesh.analyse.neural import component as _component  # noqa: F401


def load_spacy(models: Path | None = None) -> Language:
    """Load the pipeline from disk.

    Raises:
        NirdeshError: When it is missing or damaged; the message says what to run.
    """
    return spacy.load(model_path("hi_nirdesh", models))
