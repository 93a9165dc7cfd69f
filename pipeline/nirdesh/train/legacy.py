"""Compile the character model that tells glyph-coded Hindi from Latin-script words.

Usage: ``python -m nirdesh.train.legacy --data ../shared/data``. Glyph-coded words are made from the word list
with our own converter; Latin-script words are a frequency list of English and Hindi names in Latin letters.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import math
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from nirdesh.text import fonts, words

_TARGET = Path(__file__).parents[1] / "lexicon" / "data" / "text" / "legacy.tsv.gz"
_SMOOTH = 0.5
_LEAST = 0.05
_CAP = 5.0
HEADER = """# Three-character pieces of Kruti Dev words against those of Latin-script words.
# Compiled by nirdesh.train.legacy from words.tsv.gz (CC BY-SA 4.0), the English list of wordfreq 3
# (CC BY-SA 4.0) and Latin-script name tokens of in-rolls/indicate (MIT). Licence: CC BY-SA 4.0.
# Columns: piece, log odds.
"""


def _pieces(weighted: Iterable[tuple[str, float]]) -> Counter[str]:
    seen: Counter[str] = Counter()
    for word, weight in weighted:
        text = f"^{word}$"
        for i in range(len(text) - 2):
            seen[text[i : i + 3]] += weight  # type: ignore[assignment]
    return seen


def glyph_words() -> Iterable[tuple[str, float]]:
    """Every known word in Kruti Dev, alone and before the marks that follow words."""
    for word, n in words.counts().items():
        glyphs = fonts.convert(word, from_="unicode", to="krutidev010")
        weight = 1.0 + math.log(n)
        yield glyphs, weight
        if n > 20:
            yield from ((glyphs + mark, weight / 8) for mark in ("A", "]", "&"))


def latin_words(data: Path) -> Iterable[tuple[str, float]]:
    """English words and Hindi names in Latin letters, in the cases they are written in."""
    from wordfreq import get_frequency_dict

    with (data / "names/affidavit-en-hi-name-tokens.tsv").open(encoding="utf-8", newline="") as file:
        names = [(row["en"], float(row["count"])) for row in csv.DictReader(file, delimiter="\t")]
    english = sorted(get_frequency_dict("en", "best").items(), key=lambda x: -x[1])[:80_000]
    for word, share in [*((w, p * 1e7) for w, p in english), *names]:
        weight = 1.0 + math.log(max(share, 1.0))
        yield word, weight
        yield word.capitalize(), weight / 2
        yield word.upper(), weight / 4
        yield from ((word + mark, weight / 8) for mark in (",", ".", ":"))


def main() -> None:
    """Write the model into the lexicon."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    args = parser.parse_args()
    glyph, latin = _pieces(glyph_words()), _pieces(latin_words(args.data))
    glyph_total, latin_total = sum(glyph.values()), sum(latin.values())
    lines = []
    for piece in sorted(glyph.keys() | latin.keys()):
        odds = math.log((glyph[piece] + _SMOOTH) / glyph_total) - math.log(
            (latin[piece] + _SMOOTH) / latin_total
        )
        if abs(odds) >= _LEAST and glyph[piece] + latin[piece] >= 2:
            lines.append(f"{piece}\t{max(-_CAP, min(_CAP, odds)):.1f}")
    _TARGET.write_bytes(
        gzip.compress((HEADER + "\n".join(lines) + "\n").encode("utf-8"), compresslevel=9, mtime=0)
    )


if __name__ == "__main__":
    main()
