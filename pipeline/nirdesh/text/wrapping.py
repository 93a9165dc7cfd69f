"""Lines that were broken at a fixed width, as in mail and text from pages: their breaks become blanks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nirdesh.text.alignment import Aligned, Edit
from nirdesh.text.punctuation import stops

_CLOSED = re.compile(r"[।॥.?!:;|)\]”’\"'][ \t]*$")
_ITEM = re.compile(r"[ \t]*(?:[-•*●▪◦–—>|#=]|\(?\d{1,2}[.)]|\(?[क-ह][.)])\s*")
_LEAST_LINES = 4
_WIDTHS = (30, 130)  # of the longest line
_FULL = 0.6  # of the longest line: a shorter one ends its paragraph
_FULL_SHARE = 0.7
_TORN_SHARE = 0.2  # of the open breaks that part a word from what must follow it
_TORN_LEAST = 2


def unwrap(a: Aligned) -> Aligned:
    r"""Join the lines of paragraphs that were cut at a width, not where sentences or list items end.

    Many breaks of such a paragraph stand before or after a postposition or an auxiliary; rows of a list have
    no such breaks.

    Example:
        >>> from nirdesh.text.alignment import identity
        >>> lines = [
        ...     "सोमवार को सभागार में जो बैठक हुई उस",
        ...     "में सभी अधिकारी आए और सचिव का कहना",
        ...     "था कि हर माह ऐसी ही बैठक बुलाई",
        ...     "जाएगी और सूची बने।",
        ... ]
        >>> unwrap(identity("\n".join(lines))).text.count("\n")
        0
    """
    edits: list[Edit] = []
    lines: list[str] = []
    begin = at = 0
    for line in [*a.text.split("\n"), ""]:
        if line and not line.isspace():
            begin = begin if lines else at
            lines.append(line)
        else:
            edits += [Edit(i, i + 1, " ", "line-wrap") for i in _breaks(lines, begin)]
            lines = []
        at += len(line) + 1
    return a.then(edits)


def _breaks(lines: Sequence[str], begin: int) -> list[int]:
    """Offsets of the breaks to join in a paragraph that starts at ``begin``."""
    if len(lines) < _LEAST_LINES:
        return []
    widths = [len(line.strip()) for line in lines]
    widest = max(widths)
    if not _WIDTHS[0] <= widest <= _WIDTHS[1]:
        return []
    open_ends = [
        i for i in range(len(lines) - 1) if not _CLOSED.search(lines[i]) and not _ITEM.match(lines[i + 1])
    ]
    full = [i for i in open_ends if widths[i] >= _FULL * widest]
    torn = sum(_torn(lines, i) for i in full)
    if len(full) < _FULL_SHARE * len(open_ends) or torn < max(_TORN_LEAST, _TORN_SHARE * len(full)):
        return []
    starts = [begin]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return [starts[i + 1] - 1 for i in full]


def _torn(lines: Sequence[str], i: int) -> bool:
    """Whether the break after line ``i`` stands before a word that only goes on."""
    words = lines[i + 1].split()
    return bool(words) and words[0].strip("।,.;:") in stops().continuing
