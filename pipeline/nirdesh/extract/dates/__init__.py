"""Hindi time expressions: where they stand, what they mean, and against which anchor."""

from nirdesh.extract.dates.component import create
from nirdesh.extract.dates.rows import filter_rows
from nirdesh.extract.dates.tagger import tag

__all__ = ["create", "filter_rows", "tag"]
