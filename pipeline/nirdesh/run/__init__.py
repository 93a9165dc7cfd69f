"""Runs over many reports: journal, workers, sinks."""
