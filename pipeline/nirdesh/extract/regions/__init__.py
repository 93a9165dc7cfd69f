"""Regions of a report: named places with their kind and codes, and counted classes of places."""

from __future__ import annotations

from nirdesh.extract.regions.component import create
from nirdesh.extract.regions.find import find_regions
from nirdesh.extract.regions.within import find_place, lies_within

__all__ = ["create", "find_place", "find_regions", "lies_within"]
