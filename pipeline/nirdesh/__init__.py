"""Nirdesh (निर्देश, directive): structured records of directives and assignments from Hindi reports."""

__version__ = "0.1.0"
