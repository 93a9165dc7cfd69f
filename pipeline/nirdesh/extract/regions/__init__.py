"""Regions of a report: named places with their kind and codes, and counted classes of places."""

from __future__ import annotations

from nirdesh.extract.regions.component import create
from nirdesh.extract.regions.find import find_regions

__all__ = ["create", "find_regions"]
