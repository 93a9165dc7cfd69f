"""Records as a Parquet file: what is asked for most as columns, the whole record beside them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from nirdesh.errors import NirdeshError

_COLUMNS: Final = ("id", "source", "url", "publisher", "title", "place", "published")
_GROUP: Final = 2_000


@contextmanager
def parquet_file(path: Path) -> Iterator[Callable[[str], None]]:
    """A writer of records for ``path``, which appears whole or not at all.

    Raises:
        NirdeshError: ``missing-library`` without pyarrow.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        hint = "Install it: `pip install 'nirdesh[sources]'`."
        raise NirdeshError("missing-library", "Parquet files need pyarrow.", hint=hint) from error
    schema = pa.schema([(name, pa.string()) for name in (*_COLUMNS, "record")])
    part = path.with_name(path.name + ".part")
    rows: list[dict[str, Any]] = []
    try:
        with pq.ParquetWriter(part, schema, compression="zstd") as writer:

            def write(line: str) -> None:
                report = json.loads(line)["report"]
                rows.append({name: report[name] for name in _COLUMNS} | {"record": line})
                if len(rows) >= _GROUP:
                    writer.write_table(pa.Table.from_pylist(rows, schema))
                    rows.clear()

            yield write
            if rows:
                writer.write_table(pa.Table.from_pylist(rows, schema))
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
