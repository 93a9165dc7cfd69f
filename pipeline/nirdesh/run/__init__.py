"""Runs: journal, workers, files."""

from __future__ import annotations

from nirdesh.run.local import dry_run, run
from nirdesh.run.pipeline import Pipeline
from nirdesh.run.plan import Plan
from nirdesh.run.summary import Summary
from nirdesh.run.worker import Setup

__all__ = ["Pipeline", "Plan", "Setup", "Summary", "dry_run", "run"]
