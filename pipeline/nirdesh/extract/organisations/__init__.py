"""Parties, bodies of government, departments and committees of a report."""

from __future__ import annotations

from nirdesh.extract.organisations.find import OrganisationHit, find_hits, listed_names, organisations

__all__ = ["OrganisationHit", "find_hits", "listed_names", "organisations"]
