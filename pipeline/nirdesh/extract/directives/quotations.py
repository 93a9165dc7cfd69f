"""Quotations that run over several sentences."""

from __future__ import annotations

import regex

_SINGLE_QUOTE = regex.compile(r"(?:^|(?<=[\s,:(]))['‘](?=\S)")
_SINGLE_QUOTE_END = regex.compile(r"(?<=\S ?)['’](?=$|[\s,.।)])")


def in_quotes(text: str, start: int) -> bool:
    """Whether a quotation that began before in the paragraph still runs at ``start``.

    Example:
        >>> in_quotes('उन्होंने कहा "सब आएं। कोई न छूटे।"', 23)
        True
    """
    before = text[:start].rpartition("\n")[2]
    single = len(_SINGLE_QUOTE.findall(before)) > len(_SINGLE_QUOTE_END.findall(before))
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”") or single
