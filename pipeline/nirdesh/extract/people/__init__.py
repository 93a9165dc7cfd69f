"""People of a report with their posts and mentions, and offices and organisations."""

from __future__ import annotations

from nirdesh.extract.people.component import create
from nirdesh.extract.people.find import Entities, find_entities

__all__ = ["Entities", "create", "find_entities"]
