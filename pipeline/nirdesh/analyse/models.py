"""What models ship, where they lie, and whether their files are whole."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nirdesh.errors import NirdeshError

CARD: Final = "card.json"
ENVIRONMENT: Final = "NIRDESH_MODELS"
SHIPPED: Final = {
    "hi_nirdesh": "hi_nirdesh",
    "hi_people": "hi_people",
    "hi_assignments": "hi_assignments",
    "hi_directives": "hi_directives",
    "stanza": "stanza/hi",
}


@dataclass(frozen=True, slots=True)
class Model:
    """One model with what its card says.

    Attributes:
        size: Bytes of all its files.
        sha256: Digest over the names and digests of its files, in order of name.
        figures: Name of a measure -> figure, as measured on the development splits.
        problem: Why it can't be used, or None.
    """

    name: str
    version: str
    licence: str
    size: int
    sha256: str
    figures: Mapping[str, float]
    problem: str | None = None


def models_folder(models: Path | None = None) -> Path:
    """Folder of the models: the argument, else ``NIRDESH_MODELS``, else the project's own."""
    if models is not None:
        return models
    if os.environ.get(ENVIRONMENT):
        return Path(os.environ[ENVIRONMENT])
    return Path(__file__).resolve().parents[3] / "models"


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name not in (CARD, "README.md"):
            yield path


def digest(folder: Path) -> tuple[int, str]:
    """Size and digest of a model's files, its card and notes left out."""
    total = 0
    whole = hashlib.sha256()
    for path in _files(folder):
        data = path.read_bytes()
        total += len(data)
        whole.update(path.relative_to(folder).as_posix().encode())
        whole.update(hashlib.sha256(data).digest())
    return total, whole.hexdigest()


def read_card(name: str, models: Path | None = None) -> Model:
    """What the card of a model says, without looking at the model's files.

    Raises:
        NirdeshError: When the model or its card is missing or can't be read.
    """
    folder = models_folder(models) / SHIPPED.get(name, name)
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        return Model(
            name,
            str(card["version"]),
            str(card["licence"]),
            int(card["size"]),
            str(card["sha256"]),
            {str(key): float(value) for key, value in card.get("figures", {}).items()},
        )
    except FileNotFoundError as error:
        raise _missing(name) from error
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(name, f"its card can't be read ({error})") from error


def _missing(name: str) -> NirdeshError:
    return NirdeshError(
        "no-model",
        f"Model {name} is missing.",
        hint=f"Restore models/{SHIPPED.get(name, name)} of the release, or run `make models DATA=...`.",
        stage="analyse",
    )


def _damaged(name: str, why: str) -> NirdeshError:
    return NirdeshError(
        "bad-model",
        f"Model {name} is damaged: {why}.",
        hint=f"Restore models/{SHIPPED.get(name, name)} (git checkout), or run `make models DATA=...`.",
        stage="analyse",
    )


def verify(name: str, models: Path | None = None) -> Model:
    """Compare a model's files with its card.

    Raises:
        NirdeshError: When a file is missing, changed or added.
    """
    model = read_card(name, models)
    size, sha256 = digest(models_folder(models) / SHIPPED.get(name, name))
    if sha256 != model.sha256:
        raise _damaged(
            name, f"{size} bytes with digest {sha256[:12]} instead of {model.size} with {model.sha256[:12]}"
        )
    return model


def list_models(models: Path | None = None) -> list[Model]:
    """Every model that should be there; what is wrong with one stands in its ``problem``."""
    found: list[Model] = []
    for name in SHIPPED:
        try:
            found.append(verify(name, models))
        except NirdeshError as error:
            found.append(Model(name, "", "", 0, "", {}, problem=str(error)))
    return found


def model_path(name: str, models: Path | None = None) -> Path:
    """Folder of a model whose files are whole.

    Raises:
        NirdeshError: When it is missing or damaged.
    """
    verify(name, models)
    return models_folder(models) / SHIPPED.get(name, name)
