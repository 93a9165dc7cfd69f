"""The command line; every command stands in a file of its own."""

from __future__ import annotations

from nirdesh.cli.app import app

__all__ = ["app"]
