"""EDTF syntax (ISO 8601-2, the levels that records use)."""

from __future__ import annotations

from typing import Final

import regex

_DATE: Final = r"(?:\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?"
_VALUE: Final = regex.compile(rf"{_DATE}|(?:{_DATE}|\.\.)/(?:{_DATE}|\.\.)|\{{{_DATE}(?:,{_DATE})+\}}")


def is_valid(text: str) -> bool:
    """Whether a text is an EDTF value of the kinds that the tagger writes.

    Example:
        >>> is_valid("../XXXX-02-06"), is_valid("2026-2-6"), is_valid("../..")
        (True, False, False)
    """
    return text != "../.." and _VALUE.fullmatch(text) is not None
