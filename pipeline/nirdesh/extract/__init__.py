"""Extractors: dates, people, regions, directives, assignments, events."""
