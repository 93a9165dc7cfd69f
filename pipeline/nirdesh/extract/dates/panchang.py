"""Days of the Hindu lunar calendar."""

from __future__ import annotations

from datetime import date


def tithi_day(year: int, month: int, tithi: int, dark: bool) -> date | None:
    """Day of a tithi in the lunar year that begins in spring of ``year``; None where it is not dated."""
    return None
