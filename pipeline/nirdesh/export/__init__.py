"""Passing records on: one small module for each standard, one registry.

Every exporter takes a database that is open for reading and a path, and gives the number of things written.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from nirdesh.errors import NirdeshError

Exporter = Callable[[Database, Path], int]
# Name -> module, function, what the number counts, usual file or folder.
FORMATS: Final = {
    "parquet": ("tables", "parquet", "directives", "parquet"),
    "csv": ("tables", "comma_separated", "directives", "csv"),
    "ftm": ("ftm", "ftm", "entities", "entities.ftm.json"),
    "popolo": ("popolo", "popolo", "people", "popolo.json"),
    "schema-org": ("linked", "schema_org", "articles", "schema-org.jsonl"),
    "web-annotation": ("linked", "web_annotation", "annotations", "annotations.jsonl"),
    "conllu": ("analysed", "conllu", "sentences", "reports.conllu"),
    "docbin": ("analysed", "docbin", "documents", "reports.spacy"),
    "ics": ("ics", "ics", "deadlines", "due.ics"),
    "label-studio": ("review", "label_studio", "tasks", "label-studio.json"),
    "doccano": ("review", "doccano", "reports", "doccano.jsonl"),
    "gold": ("gold", "gold", "reviewed reports", "gold.jsonl"),
}


def export(db: Database, to: str, out: Path) -> int:
    """Write a database in another format.

    Args:
        db: Open for reading.
        to: A name of :data:`FORMATS`.
        out: The file, or the folder for ``parquet`` and ``csv``.

    Raises:
        NirdeshError: If the format is unknown or its library is not installed.
    """
    if to not in FORMATS:
        known = ", ".join(FORMATS)
        raise NirdeshError(
            "no-format", f"There is no format {to!r}.", hint=f"Use one of {known}.", stage="sink"
        )
    module, function, *_ = FORMATS[to]
    exporter: Exporter = getattr(import_module(f"nirdesh.export.{module}"), function)
    try:
        return exporter(db, out)
    except ModuleNotFoundError as error:
        hint = "Install it with: pip install 'nirdesh[export]'"
        raise NirdeshError(
            "no-library", f"{error.name} is not installed.", hint=hint, stage="sink"
        ) from error
