"""Fetches Stanza's official Hindi package, only when a user asks for it by name."""

from __future__ import annotations

from pathlib import Path

from nirdesh.errors import NirdeshError


def download_stanza(folder: Path, *, base_url: str | None = None, version: str | None = None) -> Path:
    """Download the official package into ``folder`` and return the folder of its language.

    Args:
        base_url: Where ``resources_<version>.json`` and, under ``models/``, the files lie; else Stanza's own.
        version: Version of the listing; by default the one of the installed Stanza.

    Raises:
        NirdeshError: When Stanza is missing, nothing can be reached, or a file is not what the listing says.
    """
    try:
        from stanza.resources import common
    except ImportError as error:
        raise NirdeshError(
            "no-stanza",
            "Downloading needs the package stanza.",
            hint="Run `pip install 'nirdesh[stanza]'`.",
            stage="analyse",
        ) from error
    options = {"resources_version": version or common.DEFAULT_RESOURCES_VERSION}
    if base_url is not None:
        base = base_url.rstrip("/")
        options |= {"resources_url": base, "model_url": f"{base}/models/{{filename}}"}
    folder.mkdir(parents=True, exist_ok=True)
    try:
        common.download("hi", model_dir=str(folder), logging_level="ERROR", **options)
    except (OSError, ValueError, KeyError) as error:
        raise NirdeshError(
            "no-download",
            f"Stanza's Hindi package could not be fetched: {error}.",
            hint="Check the address and the network, then run the command again; finished files are kept.",
            stage="analyse",
        ) from error
    return folder / "hi"
