"""The record contract: models, JSON Schema, ids and the evidence check."""

from nirdesh.record.check import check_evidence
from nirdesh.record.ids import content_id
from nirdesh.record.models import Record
from nirdesh.record.schema import record_schema, schema_json

__all__ = ["Record", "check_evidence", "content_id", "record_schema", "schema_json"]
