"""Compile the word list and the character model of the text layer.

Usage: ``python -m nirdesh.train.words --data ../shared/data``. Reads only sources whose licence lets word
counts be published; drops forms that are damage of a far more frequent form, so that damage in the sources
does not become knowledge.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import lzma
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from nirdesh.text import damage
from nirdesh.text.characters import mend_signs, plain
from nirdesh.text.words import EDGE
from nirdesh.train.corpora import OPEN, sentences

_WORD = re.compile("[\u0900-\u0963\u0970-\u097f]+")
_TARGET = Path(__file__).parents[1] / "lexicon" / "data" / "text"
_ORDER = 4
_DROP_RATIO = 12
HEADER = """# {what}
# Compiled by nirdesh.train.words from: IL-NER (CC BY 4.0), HiNER (CC BY-SA 4.0), MultiCoNER v2 (CC BY 4.0),
# UD_Hindi-PUD (CC BY-SA 3.0), XQuAD (CC BY-SA 4.0), Mann ki Baat (Government of India; counts only),
# wordfreq 3 (CC BY-SA 4.0), LGD and State Election Commission names (GODL-India, facts), faker names (MIT).
# Licence of this file: CC BY-SA 4.0. Columns: {columns}.
"""


def count_words(data: Path) -> Counter[str]:
    """Word forms with how often they were seen, signs in order."""
    seen: Counter[str] = Counter()
    for name in OPEN:
        for tokens in sentences(data, name):
            for token in tokens:
                seen.update(_WORD.findall(plain(token)))
    for word, n in _frequency_list().items():
        seen[word] += n
    for word in _names(data):
        seen[word] += 1
    mended: Counter[str] = Counter()
    for word, n in seen.items():
        mended[mend_signs(word)[0]] += n
    return mended


def _frequency_list() -> Counter[str]:
    from wordfreq import get_frequency_dict

    seen: Counter[str] = Counter()
    for token, share in get_frequency_dict("hi", "best").items():
        for word in _WORD.findall(plain(token)):
            seen[word] += max(1, round(share * 2e5))
    return seen


def _names(data: Path) -> Iterable[str]:
    """Words of places and people, each once; a rare first name counts only from ten bearers on."""
    tables = [
        ("gazetteer/districts-hindi-belt.tsv", ["district_hi", "aliases_hi", "state_hi"]),
        ("gazetteer/up-vidhansabha-403.tsv", ["ac_hi", "district_hi", "pc_hi"]),
        ("gazetteer/up-blocks-2015.tsv", ["block_hi"]),
        ("names/faker-hi_IN.tsv", ["name"]),
    ]
    for path, columns in tables:
        with (data / path).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                for column in columns:
                    yield from _WORD.findall(plain(row[column] or ""))
    for path in ("names/up2015-first-names.tsv", "names/up2015-last-tokens.tsv"):
        with (data / path).open(encoding="utf-8", newline="") as file:
            for cells in csv.reader(file, delimiter="\t"):
                if cells[1].isdecimal() and int(cells[1]) >= 10:
                    yield from _WORD.findall(plain(cells[0]))
    with lzma.open(data / "gazetteer/up-gram-panchayats-2015.tsv.xz", "rt", encoding="utf-8") as lines:
        places = Counter(w for line in lines for w in set(_WORD.findall(plain(line))))
    yield from (w for w, n in places.items() if n >= 5)


def drop_damaged(seen: Counter[str]) -> Counter[str]:
    """Leave out forms that a damage class makes from a far more frequent form."""
    kept: Counter[str] = Counter()
    for word, n in seen.items():
        if damage.is_broken(word):
            continue
        rivals = [seen[c] for c, _ in damage.candidates(word)]
        if damage.is_genuine(word) or max(rivals, default=0) < max(_DROP_RATIO * n, 5):
            kept[word] = n
    return kept


def character_model(seen: Counter[str]) -> dict[str, float]:
    """Log relative frequencies of up to four characters, each word weighted by the log of its count."""
    grams: defaultdict[str, float] = defaultdict(float)
    context: defaultdict[str, float] = defaultdict(float)
    for word, n in seen.items():
        weight = 1.0 + math.log(n)
        text = EDGE + word + EDGE
        for i in range(1, len(text)):
            for length in range(1, min(_ORDER, i + 1) + 1):
                gram = text[i - length + 1 : i + 1]
                grams[gram] += weight
                context[gram[:-1]] += weight
    return {g: math.log(w / context[g[:-1]]) for g, w in grams.items() if len(g) < _ORDER or w >= 2.5}


def _write(path: Path, what: str, columns: str, lines: Iterable[str]) -> None:
    text = HEADER.format(what=what, columns=columns) + "\n".join(lines) + "\n"
    path.write_bytes(gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0))


def main() -> None:
    """Write both files into the lexicon."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    args = parser.parse_args()
    seen = drop_damaged(count_words(args.data))
    words = (f"{w}\t{n}" for w, n in sorted(seen.items(), key=lambda x: (-x[1], x[0])))
    _write(_TARGET / "words.tsv.gz", "Hindi word forms.", "form, count", words)
    model = sorted(character_model(seen).items())
    grams = (f"{g}\t{v:.2f}" for g, v in model)
    _write(
        _TARGET / "characters.tsv.gz", "Character model of Hindi words.", "characters, log probability", grams
    )


if __name__ == "__main__":
    main()
