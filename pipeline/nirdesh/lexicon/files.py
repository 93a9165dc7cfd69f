"""Reading the data files of the lexicon: tables, word lists and TOML documents with a header of comments."""

from __future__ import annotations

import gzip
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from nirdesh.errors import NirdeshError

DATA: Final = Path(__file__).parent / "data"


def data_path(*parts: str) -> Path:
    """Path of a data file of the lexicon.

    Example:
        >>> data_path("names", "surnames.tsv").name
        'surnames.tsv'
    """
    return DATA.joinpath(*parts)


def read_text(path: Path) -> str:
    """Text of a data file, unpacked where its name ends in ``.gz``."""
    if not path.is_file():
        raise NirdeshError(
            "no-lexicon",
            f"Lexicon file {path.name} is missing.",
            hint="Run `make gazetteer`.",
            stage="lexicon",
        )
    if path.suffix == ".gz":
        return gzip.decompress(path.read_bytes()).decode("utf-8")
    return path.read_text(encoding="utf-8")


def lines(*parts: str) -> Iterator[str]:
    """Lines of a data file without comments and blank lines."""
    for line in read_text(data_path(*parts)).split("\n"):
        if line and not line.startswith("#"):
            yield line


def table(*parts: str) -> Iterator[dict[str, str]]:
    """Rows of a TSV file; the first line that is no comment names the columns.

    Example:
        >>> next(table("posts", "posts.tsv"))["level"]
        'national'
    """
    rows = lines(*parts)
    columns = next(rows).split("\t")
    for row in rows:
        cells = row.split("\t")
        yield dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=False))


@lru_cache(maxsize=64)
def toml(*parts: str) -> dict[str, Any]:
    """A TOML file of the lexicon, read once."""
    return tomllib.loads(read_text(data_path(*parts)))
