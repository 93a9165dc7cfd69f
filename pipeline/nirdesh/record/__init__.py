"""The record contract: models, JSON Schema, ids and the evidence check."""
