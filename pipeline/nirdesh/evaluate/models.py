"""Measures the models on the development splits: ``python -m nirdesh.evaluate.models --data ../shared``."""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from nirdesh.analyse import load_engine
from nirdesh.analyse.tokenizer import split_words
from nirdesh.analyse.ud import to_ud, ud_tree
from nirdesh.errors import NirdeshError
from nirdesh.train.entities import Tagged, held_out, read_bio, read_source
from nirdesh.train.noise import noisy
from nirdesh.train.treebank import Row, read_blocks, read_treebank
from nirdesh.train.ud_table import nodes_of, pairs

ROLES = ("k1", "k2", "k4", "k7t", "k7p", "pof")
THREE = frozenset({"PERSON", "LOCATION", "ORGANIZATION"})
NOISE_SHARE = 0.15
GROUP = 32


def f1(right: int, gold: int, found: int) -> float:
    """F1 in percent.

    Example:
        >>> f1(1, 2, 2)
        50.0
    """
    return round(200 * right / (gold + found), 2) if gold + found else 0.0


def data_folder(path: Path) -> Path:
    """The folder with ``treebank`` and ``ner``: the argument itself or its ``data``."""
    return path / "data" if (path / "data").is_dir() else path


def analysed(nlp: Language, sentences: Sequence[tuple[Sequence[str], Sequence[bool]]]) -> Iterator[Span]:
    """Sentences given as words and blanks, through everything after the splitter, many to a document."""
    for begin in range(0, len(sentences), GROUP):
        group = sentences[begin : begin + GROUP]
        words = [word for own, _ in group for word in own]
        spaces = [space for _, own in group for space in own]
        starts = [mark for own, _ in group for mark in (1, *[-1] * (len(own) - 1))]
        doc = Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=[*starts])
        with nlp.select_pipes(disable=["nirdesh_sentences"]):
            for _, component in nlp.pipeline:
                doc = component(doc)
        position = 0
        for own, _ in group:
            yield doc[position : position + len(own)]
            position += len(own)


def spaced(words: Sequence[str]) -> tuple[Sequence[str], Sequence[bool]]:
    """Words with a blank after each."""
    return words, [True] * len(words)


def measure_trees(nlp: Language, data: Path, every: int = 1) -> dict[str, float]:
    """Tags, features, lemmas, heads and labels on the treebank's development split, gold sentences."""
    gold = list(read_treebank(data / "treebank/hdtb-ssf-dev.conllx.xz"))[::every]
    counts: Counter[str] = Counter()
    for span, rows in zip(
        analysed(nlp, [spaced([r.form for r in rows]) for rows in gold]), gold, strict=True
    ):
        for token, row in zip(span, rows, strict=True):
            _count_tree(counts, token, row, token.head.i - span.start == row.head)
    total = counts["words"]
    out = {
        name: round(100 * counts[name] / total, 2) for name in ("tag", "upos", "feats", "lemma", "uas", "las")
    }
    for role in ROLES:
        out[role] = f1(counts[f"{role} right"], counts[f"{role} gold"], counts[f"{role} found"])
    return out


def _count_tree(counts: Counter[str], token: Any, row: Row, attached: bool) -> None:
    counts.update(
        {
            "words": 1,
            "tag": token.tag_ == row.tag,
            "upos": token.pos_ == row.upos,
            "feats": str(token.morph) == row.feats,
            "lemma": token.lemma_ == row.lemma,
            "uas": attached,
            "las": attached and token.dep_ == row.dep,
            f"{row.dep} gold": 1,
            f"{token.dep_} found": 1,
            f"{row.dep} right": attached and token.dep_ == row.dep,
        }
    )


def measure_upos(nlp: Language, data: Path, every: int = 1) -> float:
    """UPOS on the UD development split (v1 labels, CONJ read as CCONJ)."""
    blocks = list(read_blocks(data / "treebank/hi-ud12-dev.conllu.xz"))[::every]
    right = total = 0
    found = analysed(nlp, [spaced([row[1] for row in block]) for block in blocks])
    for span, block in zip(found, blocks, strict=True):
        for token, row in zip(span, block, strict=True):
            total += 1
            right += token.pos_ == {"CONJ": "CCONJ"}.get(row[3], row[3])
    return round(100 * right / total, 2)


def measure_ud(nlp: Language, data: Path, every: int = 1) -> dict[str, float]:
    """UD v1 heads and labels by the mapping, on the half of UD dev that its table was not counted on."""
    kept = [pair for i, pair in enumerate(pairs(data)) if i % 2][::every]
    words = attached = labelled = gold_attached = gold_labelled = 0
    found = analysed(nlp, [spaced([row.form for row in rows]) for rows, _ in kept])
    for span, (rows, block) in zip(found, kept, strict=True):
        mapped = zip(ud_tree(list(span)), to_ud(nodes_of(rows)), block, strict=True)
        for (head, label), (gold_head, gold_label), columns in mapped:
            wanted = int(columns[6]) - 1
            words += 1
            attached += head == wanted
            labelled += head == wanted and label == columns[7]
            gold_attached += gold_head == wanted
            gold_labelled += gold_head == wanted and gold_label == columns[7]
    counts = {
        "uas": attached,
        "las": labelled,
        "uas, gold trees": gold_attached,
        "las, gold trees": gold_labelled,
    }
    return {f"ud {name}": round(100 * count / words, 2) for name, count in counts.items()}


def entity_f1(
    nlp: Language, sentences: Sequence[Tagged], labels: Callable[[str], str | None], group: str | None
) -> float:
    """F1 of exact spans over the set's own words.

    Args:
        labels: Gold label -> label to score, or None to leave it out.
        group: ``doc.spans`` group of the set's guideline, or None for ``doc.ents``.
    """
    right = gold = found = 0
    texts = [split_words(" ".join(sentence.words)) for sentence in sentences]
    for span, sentence in zip(analysed(nlp, texts), sentences, strict=True):
        want = {(a, b, labels(name)) for a, b, name in sentence.spans if labels(name)}
        have = set(_over_words(span, sentence.words, group, labels))
        right, gold, found = right + len(want & have), gold + len(want), found + len(have)
    return f1(right, gold, found)


def _over_words(
    sentence: Span, words: Sequence[str], group: str | None, labels: Callable[[str], str | None]
) -> Iterable[tuple[int, int, str]]:
    """Spans found in a sentence, as ranges of the set's words that they touch."""
    ends: list[int] = []
    position = 0
    for word in words:
        position += len(word)
        ends.append(position)
        position += 1
    spans = sentence.doc.spans.get(group, []) if group else sentence.ents
    for span in spans:
        name = labels(span.label_)
        if name and sentence.start <= span.start < sentence.end:
            begin, stop = span.start_char - sentence.start_char, span.end_char - sentence.start_char
            first = next(i for i, end in enumerate(ends) if end > begin)
            last = next(i for i, end in enumerate(ends) if end >= stop)
            yield first, last + 1, name


def with_noise(sentences: Sequence[Tagged], seed: int) -> list[Tagged]:
    """The same sentences with the project's own noise."""
    rng = random.Random(seed)
    changed: list[Tagged] = []
    for sentence in sentences:
        words = noisy(sentence.words, rng, NOISE_SHARE)
        if words[-1] == "":
            words = words[:-1]
        changed.append(
            Tagged(tuple(words), tuple(s for s in sentence.spans if s[1] <= len(words)), sentence.source)
        )
    return changed


def measure_entities(nlp: Language, data: Path, every: int = 1) -> dict[str, float]:
    """Entity F1 on the held-out tenth of HiNER and on IL-NER dev, clean and with noise."""
    own = nlp.get_pipe("nirdesh_analyser") if nlp.has_pipe("nirdesh_analyser") else None
    if own is not None:
        own.also = ["hiner", "il-ner"]  # type: ignore[attr-defined]
    _, kept = held_out(read_source("hiner", data), 0.1, 1)
    chosen = {" ".join(sentence.words) for sentence in kept}
    hiner = [
        s
        for s in read_bio(data / "ner/hiner-original-part.conll.xz", "hiner")
        if _retokenised_key(s) in chosen
    ][::every]
    il_ner = read_bio(data / "ner/il-ner-hi-dev.txt.xz", "il-ner")[::every]
    names = {"NEP": "PERSON", "NEL": "LOCATION", "NEO": "ORGANIZATION", "NETI": "TIMEX"}

    def three(name: str) -> str | None:
        return name if name in THREE else None

    def whole(name: str) -> str | None:
        return name

    def mapped(name: str) -> str | None:
        name = names.get(name, name)
        return name if name in THREE else None

    out: dict[str, float] = {}
    for kind, change in (("", lambda x: x), (" noisy", lambda x: with_noise(x, 5))):
        clean_or_not = change(hiner)
        group = ("hiner", "il-ner") if own is not None else (None, None)
        out[f"hiner collapsed{kind}"] = entity_f1(nlp, clean_or_not, three, group[0])
        out[f"hiner original{kind}"] = entity_f1(nlp, clean_or_not, whole, group[0])
        out[f"hiner collapsed, press labels{kind}"] = entity_f1(nlp, clean_or_not, three, None)
        clean_or_not = change(il_ner)
        out[f"il-ner{kind}"] = entity_f1(nlp, clean_or_not, whole, group[1])
        out[f"il-ner three types, press labels{kind}"] = entity_f1(nlp, clean_or_not, mapped, None)
    if own is not None:
        own.also = []  # type: ignore[attr-defined]
    return out


def _retokenised_key(sentence: Tagged) -> str:
    from nirdesh.train.entities import retokenised

    return " ".join(retokenised(sentence.words, sentence.spans, "").words)


def measure_speed(nlp: Language, texts: Sequence[str], seconds: float = 8.0) -> float:
    """Words a second of processor time, whole pipeline from text; loading is not counted."""
    for doc in nlp.pipe(texts[:5]):
        len(doc)
    words = 0
    began = time.process_time()
    while time.process_time() - began < seconds:
        for doc in nlp.pipe(texts):
            words += sum(not token.is_space for token in doc)
    return round(words / (time.process_time() - began))


def measure(
    engine: str, data: Path, corpus: Path, models: Path | None = None, every: int = 1
) -> dict[str, float]:
    """Every figure of one engine."""
    nlp = load_engine(engine, models=models).nlp  # type: ignore[arg-type]
    texts = [path.read_text(encoding="utf-8") for path in sorted(corpus.glob("*.txt"))][::every]
    out: dict[str, float] = {}
    if texts:
        out["words a second"] = measure_speed(nlp, texts)
    out |= measure_trees(nlp, data, every)
    out["upos on UD dev"] = measure_upos(nlp, data, every)
    out |= measure_ud(nlp, data, every)
    out |= measure_entities(nlp, data, every)
    return out


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=Path("../shared"), help="folder with treebank and ner, or its parent"
    )
    parser.add_argument(
        "--corpus", type=Path, default=Path("corpus/reports"), help="texts for measuring speed"
    )
    parser.add_argument("--models", type=Path, default=None, help="folder of the models")
    parser.add_argument("--engine", action="append", choices=["spacy", "stanza"], help="only this engine")
    parser.add_argument("--every", type=int, default=1, help="measure every n-th sentence only")
    chosen = parser.parse_args(arguments)
    for engine in chosen.engine or ["spacy", "stanza"]:
        try:
            figures = measure(engine, data_folder(chosen.data), chosen.corpus, chosen.models, chosen.every)
        except NirdeshError as error:
            print(json.dumps({"engine": engine, "error": str(error)}, ensure_ascii=False))
            continue
        print(json.dumps({"engine": engine, **figures}, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
