"""Stable ids from content."""

from __future__ import annotations

import hashlib


def content_id(*parts: str | None, length: int = 16) -> str:
    """Hex id of the given parts, the same on every machine.

    Args:
        *parts: Strings in order; None differs from the empty string.
        length: Number of hex digits, at most 64.

    Example:
        >>> content_id("क", None) == content_id("क", None), content_id("क", None) == content_id("क", "")
        (True, False)
    """
    digest = hashlib.sha256()
    for part in parts:
        raw = b"\x00" if part is None else b"\x01" + part.encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return digest.hexdigest()[:length]
