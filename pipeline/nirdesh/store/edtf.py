"""First and last day that an EDTF value of a record allows."""

from __future__ import annotations

import calendar
import re
from functools import lru_cache
from typing import Final

_DAY: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?[?~%]?$")

Days = tuple[str | None, str | None]


@lru_cache(maxsize=16384)
def days(edtf: str | None) -> Days:
    """ISO days that a value lies between; None at an end that is open or not known.

    Args:
        edtf: A day, month or year, an interval (``..`` is an open end) or a set in braces; values with
            unknown digits (``XXXX-02-06``) have no days.

    Example:
        >>> days("../2026-02-06"), days("2021-11")
        ((None, '2026-02-06'), ('2021-11-01', '2021-11-30'))
        >>> days("{2019-01-28,2019-01-31}"), days("XXXX-02-06")
        (('2019-01-28', '2019-01-31'), (None, None))
    """
    if not edtf:
        return None, None
    if edtf[0] in "{[":
        ends = [_point(part) for part in re.split(r",|\.\.", edtf[1:-1]) if part]
        if not ends or any(end is None for end in ends):
            return None, None
        known = [end for end in ends if end]
        return min(first for first, _ in known), max(last for _, last in known)
    first, slash, last = edtf.partition("/")
    start = _point(first)
    if not slash:
        return start or (None, None)
    end = _point(last)
    return (start[0] if start else None), (end[1] if end else None)


def _point(value: str) -> tuple[str, str] | None:
    match = _DAY.match(value)
    if match is None:
        return None
    year, month, day = match.groups()
    if day:
        return f"{year}-{month}-{day}", f"{year}-{month}-{day}"
    if not month:
        return f"{year}-01-01", f"{year}-12-31"
    if not 1 <= int(month) <= 12 or int(year) < 1:
        return None
    return f"{year}-{month}-01", f"{year}-{month}-{calendar.monthrange(int(year), int(month))[1]:02d}"
