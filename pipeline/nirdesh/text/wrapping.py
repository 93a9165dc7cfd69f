"""Lines that were broken at a fixed width, as in mail and text from pages: their breaks become blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nirdesh.text.alignment import Aligned, Edit
from nirdesh.text.dateline import find_dateline
from nirdesh.text.punctuation import stops

_CLOSED = re.compile(r"[।॥.?!:;|)\]”’\"'][ \t]*$")
_ITEM = re.compile(r"[ \t]*(?:[-•*●▪◦–—>|#=]|\(?\d{1,2}[.)]|\(?[क-ह][.)])\s*")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_INNER = re.compile(r"[।.?!][ \t]+\S+[ \t]+\S")  # a sentence that ends within a line, as no row of a list has
_LEAST_LINES = 4
_LEAST_SPACED = 8  # where a blank line stands between two
_WIDTHS = (30, 130)  # of the longest line
_FULL = 0.6  # of the longest line: a shorter one ends its paragraph
_FULL_SHARE = 0.7
_TORN_SHARE = 0.2  # of the open breaks that part a word from what must follow it
_TORN_LEAST = 2
_Row = tuple[int, str]  # where a line starts, and its text


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
    rows = [(match.start(), match.group()) for match in _LINE.finditer(a.text)]
    edits: list[Edit] = []
    for gap, least in (("\n", _LEAST_LINES), ("\n\n", _LEAST_SPACED)):
        for block in _blocks(a.text, rows, gap):
            lines = [line for _, line in block]
            for i in _breaks(lines, least, spaced=gap != "\n"):
                edits.append(Edit(block[i][0] + len(lines[i]), block[i + 1][0], " ", "line-wrap"))
    return a.then(sorted(edits, key=lambda edit: edit.start))


def _blocks(text: str, rows: Sequence[_Row], gap: str) -> Iterator[list[_Row]]:
    """Runs of lines with nothing but ``gap`` between two."""
    block: list[_Row] = []
    for row in rows:
        last = block[-1] if block else None
        if last is not None and text[last[0] + len(last[1]) : row[0]].replace(" ", "") != gap:
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _breaks(lines: Sequence[str], least: int, *, spaced: bool) -> list[int]:
    """Numbers of the lines of a block that go on in the next one.

    Args:
        spaced: Whether a blank line stands between two; a headline over a dateline does not go on then.
    """
    if len(lines) < least:
        return []
    widths = [len(line.strip()) for line in lines]
    widest = max(widths)
    if not _WIDTHS[0] <= widest <= _WIDTHS[1]:
        return []
    open_ends = [
        i for i in range(len(lines) - 1) if not _CLOSED.search(lines[i]) and not _ITEM.match(lines[i + 1])
    ]
    full = [i for i in open_ends if widths[i] >= _FULL * widest]
    torn = sum(_torn(lines, i) or (spaced and bool(_INNER.search(lines[i]))) for i in full)
    if len(full) < _FULL_SHARE * len(open_ends) or torn < max(_TORN_LEAST, _TORN_SHARE * len(full)):
        return []
    return [i for i in full if not (spaced and find_dateline(lines[i + 1]))]


def _torn(lines: Sequence[str], i: int) -> bool:
    """Whether the break after line ``i`` stands before a word that only goes on."""
    words = lines[i + 1].split()
    return bool(words) and words[0].strip("।,.;:") in stops().continuing
