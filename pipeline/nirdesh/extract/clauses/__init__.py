"""Shallow clause analysis of Hindi: words, verb groups, clauses, case-marked phrases over a spaCy ``Doc``."""
