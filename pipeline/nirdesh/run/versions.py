"""What a record depends on beside its report: code, language data, engine and models."""

from __future__ import annotations

import hashlib
import json
import platform
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import nirdesh
from nirdesh.record.ids import content_id

_DATA: Final = frozenset({".py", ".toml", ".tsv", ".gz", ".json", ".cfg", ".bin"})
_MODELS: Final = {"spacy": "hi_nirdesh", "stanza": "stanza"}
_READERS: Final = ("hi_people", "hi_assignments", "hi_directives")  # go behind either engine
_LIBRARIES: Final = ("spacy", "stanza", "trafilatura", "htmldate", "dateparser", "pydantic")


@lru_cache(maxsize=1)
def code_hash() -> str:
    """Hash of the package's modules and data files: a changed rule makes old results outdated."""
    root = Path(nirdesh.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.suffix in _DATA and path.is_file():
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def library_versions() -> dict[str, str]:
    """Versions of the libraries whose results go into a record; those not installed are left out."""
    found = {"python": platform.python_version()}
    for name in _LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def model_version(engine: str) -> dict[str, str]:
    """Name, version and digest of the model behind an engine; empty for one that has none.

    Raises:
        NirdeshError: When the model is missing or its card damaged.
    """
    name = _MODELS.get(engine)
    return _model(name) if name is not None else {}


def _model(name: str) -> dict[str, str]:
    from nirdesh.analyse.models import read_card

    card = read_card(name)
    return {"name": card.name, "version": card.version, "sha256": card.sha256}


def fingerprint(engine: str) -> str:
    """One hash for everything beside the input that decides what a record says."""
    readers = [_model(name) for name in _READERS]
    parts = {"libraries": library_versions(), "model": model_version(engine), "readers": readers}
    return content_id(engine, code_hash(), json.dumps(parts, sort_keys=True))
