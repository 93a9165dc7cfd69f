"""Latin spelling of Hindi personal names; the rules stand in ``nirdesh.lexicon.latin``."""

from __future__ import annotations

from nirdesh.lexicon.latin import latin

__all__ = ["latin"]
