"""Measures sentence splitting on noisy press text: ``python -m nirdesh.evaluate.sentences --data ../shared``.

Two sets: the project's own reports with doubtful boundaries read by eye, and paragraphs made of treebank
sentences. Both get the noise of real pages: ``|`` or ``.`` for the danda, a blank before it, none after it.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import regex
import spacy

from nirdesh.analyse.sentences import sentence_starts
from nirdesh.analyse.tokenizer import split_words
from nirdesh.train.treebank import read_treebank

ENDS = ("।", "।", " ।", "|", " |", ".", "।।")
_END = regex.compile(r"\s*[।|.]+$")
Splitter = Callable[[str], list[int]]


@dataclass(frozen=True, slots=True)
class Page:
    """A text with the offsets where its sentences begin."""

    text: str
    starts: tuple[int, ...]


def own_starts(text: str) -> list[int]:
    """Sentence starts by the project's splitter."""
    words, spaces = split_words(text)
    offsets: list[int] = []
    position = 0
    for word, space in zip(words, spaces, strict=True):
        offsets.append(position)
        position += len(word) + space
    return [_skip_blank(text, offsets[i]) for i in sentence_starts(words, spaces)]


def _skip_blank(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def sentencizer_starts() -> Splitter:
    """spaCy's sentencizer on its Hindi tokenizer."""
    nlp = spacy.blank("hi")
    nlp.add_pipe("sentencizer")
    return lambda text: [_skip_blank(text, sent.start_char) for sent in nlp(text).sents if sent.text.strip()]


def indic_nlp_starts() -> Splitter:
    """indic-nlp-library; its sentences are found again in the text in order."""
    from indicnlp.tokenize.sentence_tokenize import sentence_split

    def split(text: str) -> list[int]:
        found: list[int] = []
        position = 0
        for sentence in sentence_split(text, lang="hi"):
            head = sentence.strip()[:12]
            place = text.find(head, position) if head else -1
            if place >= 0:
                found.append(place)
                position = place + 1
        return found

    return split


def joined(sentences: Iterable[str], rng: random.Random, noise: bool) -> Page:
    """Sentences as one running text; a line that has no end mark stays a line of its own."""
    text = ""
    starts: list[int] = []
    for sentence in sentences:
        marked = bool(_END.search(sentence)) and not sentence.startswith("|")
        if marked and noise:
            sentence = _END.sub("", sentence) + rng.choice(ENDS)
        starts.append(len(text))
        gap = "\n" if not marked else ("" if noise and rng.random() < 0.3 else " ")
        text += sentence + gap
    return Page(text, tuple(starts))


def corpus_pages(corpus: Path, gold: Path, noise: bool) -> list[Page]:
    """The project's reports with doubtful boundaries read by eye; a report changed since then is left out."""
    rng = random.Random(3)
    pages = []
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        path = corpus / row["file"]
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        starts = row["starts"]
        if [text[start : start + 8] for start in starts] != row["firsts"]:
            continue
        bounds = [*starts, len(text)]
        sentences = [text[a:b].strip() for a, b in pairwise(bounds)]
        pages.append(joined(sentences, rng, True) if noise else Page(text, tuple(starts)))
    return pages


def treebank_pages(data: Path, noise: bool) -> list[Page]:
    """Paragraphs of five treebank sentences each."""
    rng = random.Random(4)
    sentences = [
        regex.sub(r" ([,।?!.)])", r"\1", " ".join(row.form for row in rows))
        for rows in read_treebank(data / "treebank/hdtb-ssf-dev.conllx.xz")
    ]
    return [joined(sentences[i : i + 5], rng, noise) for i in range(0, len(sentences), 5)]


def split_f1(pages: Sequence[Page], splitter: Splitter) -> float:
    """F1 of sentence starts in percent."""
    right = gold = found = 0
    for page in pages:
        have = set(splitter(page.text))
        right += len(have & set(page.starts))
        gold += len(page.starts)
        found += len(have)
    return round(200 * right / max(1, gold + found), 2)


def measure(data: Path | None, corpus: Path, gold: Path) -> dict[str, dict[str, float]]:
    """Every splitter on every set."""
    splitters = {
        "nirdesh": own_starts,
        "spacy sentencizer": sentencizer_starts(),
        "indic-nlp": indic_nlp_starts(),
    }
    out: dict[str, dict[str, float]] = {}
    for noise in (False, True):
        sets = {"corpus": corpus_pages(corpus, gold, noise)}
        if data is not None:
            sets["treebank"] = treebank_pages(data, noise)
        for name, pages in sets.items():
            key = f"{name}, noisy" if noise else name
            out[key] = {splitter: split_f1(pages, run) for splitter, run in splitters.items()}
    return out


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=Path("../shared"), help="folder with treebank, or its parent"
    )
    parser.add_argument("--corpus", type=Path, default=Path("corpus/reports"))
    parser.add_argument("--gold", type=Path, default=Path("tests/data/analyse/sentences.jsonl"))
    chosen = parser.parse_args(arguments)
    data = chosen.data / "data" if (chosen.data / "data").is_dir() else chosen.data
    figures = measure(data if data.is_dir() else None, chosen.corpus, chosen.gold)
    print(json.dumps(figures, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
