"""Normalising, alignment, legacy fonts, language and layout of a report."""
