"""Engines (spaCy, Stanza) that turn text into a spaCy ``Doc``."""
