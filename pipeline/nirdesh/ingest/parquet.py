"""Reports in Parquet files, a few rows in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import BinaryIO, Final

from nirdesh.errors import NirdeshError, Problem
from nirdesh.ingest.document import FIELDS, Document, problem
from nirdesh.ingest.limits import megabytes
from nirdesh.ingest.rows import row_document
from nirdesh.ingest.streams import seekable

_COLUMNS: Final = ("id", "text", "html", *FIELDS)
_BATCH: Final = 64
_MOST_OF_GROUP: Final = 4_000_000_000


def read_parquet(stream: BinaryIO, source: str) -> Iterator[Document | Problem]:
    """One report a row; columns as in JSONL, others are not read."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        message = "Parquet files need pyarrow. Install it: `pip install 'nirdesh[sources]'`."
        yield problem("missing-library", message, source)
        return
    try:
        with seekable(stream, source) as content:
            table = pq.ParquetFile(pa.PythonFile(content, mode="r"), pre_buffer=False, memory_map=False)
            yield from _rows(table, source)
    except NirdeshError as error:
        yield error.as_problem(source)
    except (pa.ArrowException, OSError, ValueError, OverflowError, NotImplementedError) as error:
        # pyarrow raises NotImplementedError for encodings that it cannot read.
        words = " ".join(str(error).split())[:200]
        yield problem("broken-parquet", f"The Parquet file is damaged ({words}). Fetch it again.", source)


def _rows(table: object, source: str) -> Iterator[Document | Problem]:
    import pyarrow.parquet as pq

    assert isinstance(table, pq.ParquetFile)
    columns = [name for name in table.schema_arrow.names if name in _COLUMNS]
    if not {"text", "html"} & set(columns):
        yield problem("broken-table", "There is no column text or html in it. Rename one.", source)
        return
    for number in range(table.num_row_groups):
        size = table.metadata.row_group(number).total_byte_size
        if size > _MOST_OF_GROUP:
            message = f"A row group of {megabytes(size)} does not fit. Write smaller ones."
            yield problem("too-large", message, source)
            return
    count = 0
    for batch in table.iter_batches(batch_size=_BATCH, columns=columns, use_threads=False):
        for row in batch.to_pylist():
            count += 1
            yield row_document({name: _plain(value) for name, value in row.items()}, f"{source}:{count}")
    if not count:
        yield problem("empty", "The file has no rows. Remove it or scrape it again.", source)


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value
