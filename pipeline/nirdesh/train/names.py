"""Compile the frequency lexicon of Hindi name parts from public lists and annotated corpora.

    python -m nirdesh.train.names --data ../shared

Only counts of single words are kept: no person can be read out of the result.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import lzma
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import regex

from nirdesh.lexicon.files import data_path
from nirdesh.lexicon.keys import fold
from nirdesh.lexicon.names import honorifics, word_list

HEADER: Final = """\
# Counts of Hindi words as parts of personal names and elsewhere (version 1). Made by nirdesh.train.names.
# Columns: key (nirdesh.lexicon.keys.fold), first, middle, last, single (parts of names);
#   place; other uses; listed as an ordinary word.
# Sources: in-rolls/local_elections_up (public election results, aggregated); joke2k/faker (MIT);
#   ltrc/IL-NER (CC BY 4.0); cfiltnlp/HiNER (CC BY-SA 4.0); HDTB tag counts (facts);
#   surnames.tsv, first-names.tsv and second-parts.tsv (own); ordinary-words.tsv (CC BY-SA 4.0).
"""
_DEVANAGARI: Final = regex.compile(r"[\u0900-\u097F\u200c\u200d]+")
_HELD_OUT: Final = 5  # every fifth person of the annotated corpora is kept for the list benchmark
_SURNAME_WEIGHT: Final = 150
_FIRST_WEIGHT: Final = 60
_SECOND_WEIGHT: Final = 300
_WORD_WEIGHT: Final = 3  # enough for an ordinary word (nirdesh.extract.lexis.common)

Columns = dict[str, Counter[str]]
_NAMES: Final = ("first", "middle", "last", "single", "place", "other", "listed")


def tagged_sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Sentences of a two-column BIO file as (word, tag) pairs."""
    sentence: list[tuple[str, str]] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.split()
            if len(parts) < 2:
                if sentence:
                    yield sentence
                sentence = []
            else:
                sentence.append((parts[0], parts[-1]))
    if sentence:
        yield sentence


def persons(sentence: list[tuple[str, str]]) -> Iterator[list[str]]:
    """The person names of one BIO sentence, words only in Devanagari."""
    current: list[str] = []
    for word, tag in [*sentence, ("", "O")]:
        person = tag.endswith(("NEP", "PERSON"))
        if current and (not person or tag.startswith("B-")):
            if all(_DEVANAGARI.fullmatch(part) for part in current):
                yield current
            current = []
        if person:
            current.append(word)


def _read_ner(path: Path, columns: Columns) -> None:
    number = 0
    for sentence in tagged_sentences(path):
        for word, tag in sentence:
            if tag.endswith(("NEL", "LOCATION")):
                columns["place"][fold(word)] += 1
            elif not tag.endswith(("NEP", "PERSON")):
                columns["other"][fold(word)] += 1
        for name in persons(sentence):
            number += 1
            if number % _HELD_OUT:
                _count_name(name, columns)


def held_out_names(data: Path) -> list[list[str]]:
    """Different full names of Indian persons that ``compile_counts`` left out, without honorifics.

    Foreign names (no part is in any list) are left out: they do not stand in such lists.
    """
    known = set(word_list("surnames.tsv")) | set(word_list("second-parts.tsv"))
    respect = honorifics().before | honorifics().after
    names: list[list[str]] = []
    for file in ("il-ner-hi-train-nodup.txt.xz", "hiner-original-part.conll.xz"):
        number = 0
        for sentence in tagged_sentences(data / "ner" / file):
            for name in persons(sentence):
                number += 1
                plain = [word for word in name if fold(word) not in respect]
                if number % _HELD_OUT == 0 and 2 <= len(plain) <= 4 and plain[-1] in known:
                    names.append(plain)
    return sorted(map(list, {tuple(name) for name in names}))


def _count_name(name: list[str], columns: Columns) -> None:
    keys = [fold(part) for part in name]
    if len(keys) == 1:
        columns["single"][keys[0]] += 1
        return
    columns["first"][keys[0]] += 3
    columns["last"][keys[-1]] += 3
    for key in keys[1:-1]:
        columns["middle"][key] += 3


def _read_lists(folder: Path, columns: Columns) -> None:
    with (folder / "up2015-first-names.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            columns["first"][fold(row["name"])] += int(row["count"])
    with (folder / "up2015-last-tokens.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            columns["last"][fold(row["token"])] += int(row["count"])
    targets = {"first_names_male": "first", "first_names_female": "first", "last_names": "last"}
    with (folder / "faker-hi_IN.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["list"] in targets and _DEVANAGARI.fullmatch(row["name"]):
                columns[targets[row["list"]]][fold(row["name"])] += 20


def _read_treebank(path: Path, columns: Columns) -> None:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.split("\t")
            if len(cells) > 5 and not cells[4].startswith("NNP") and _DEVANAGARI.fullmatch(cells[1]):
                columns["other"][fold(cells[1])] += 1


def compile_counts(data: Path) -> Columns:
    """Count every word's uses over all sources.

    Args:
        data: The folder that has ``names/``, ``ner/`` and ``treebank/``.

    Returns:
        Column name -> key -> count.
    """
    columns: Columns = {name: Counter() for name in _NAMES}
    _read_lists(data / "names", columns)
    for name in ("il-ner-hi-train-nodup.txt.xz", "hiner-original-part.conll.xz"):
        _read_ner(data / "ner" / name, columns)
    _read_treebank(data / "treebank" / "hdtb-ssf-train.conllx.xz", columns)
    for word in word_list("surnames.tsv"):
        columns["last"][fold(word)] += _SURNAME_WEIGHT
    for word in word_list("first-names.tsv"):
        columns["first"][fold(word)] += _FIRST_WEIGHT
    for word in word_list("second-parts.tsv"):
        key = fold(word)
        columns["middle"][key] += _SECOND_WEIGHT + columns["last"][key] // 4
    for word in word_list("ordinary-words.tsv"):
        columns["listed"][fold(word)] = _WORD_WEIGHT
    return columns


def write_counts(columns: Columns, target: Path) -> int:
    """Write the table, rare rows left out; returns the number of rows."""
    keys = sorted(set().union(*columns.values()))
    rows = []
    for key in keys:
        counts = [columns[name][key] for name in _NAMES]
        if not _DEVANAGARI.fullmatch(key) or (sum(counts[:4]) < 2 and sum(counts[4:]) < 1):
            continue
        rows.append("\t".join([key, *(str(count) if count else "" for count in counts)]))
    body = HEADER + "\n".join(rows) + "\n"
    with target.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(body.encode("utf-8"))
    return len(rows)


def main() -> None:
    """Command line entry point."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    options = parser.parse_args()
    target = data_path("names", "tokens.tsv.gz")
    print(f"{target.name}: {write_counts(compile_counts(options.data / 'data'), target)} words")


if __name__ == "__main__":
    main()
