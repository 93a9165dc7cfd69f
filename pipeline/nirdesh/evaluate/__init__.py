"""Scorer, quality gate and benchmarks."""
