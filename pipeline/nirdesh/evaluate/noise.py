"""What noise costs: the corpus against the same corpus with font damage, lost dandas and odd spellings.

Quotes and names of a record are spelt as the report spells them. What is measured is what is found, not how
it is spelt, so gold and records are both compared by their matching keys.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, Final

import regex

from nirdesh.evaluate.gold import GoldReport, read_gold, read_splits
from nirdesh.evaluate.records import Table, records_of, to_markdown
from nirdesh.evaluate.score import score
from nirdesh.record.models import Record
from nirdesh.text.keys import key
from nirdesh.text.noise import add_noise
from nirdesh.text.normalise import normalise

_DEVANAGARI: Final = regex.compile(r"\p{Devanagari}")


def by_key(record: Record) -> Record:
    """The record with all its Hindi as matching keys; its offsets no longer count."""
    return Record.model_validate(_keys(json.loads(record.to_json())))


def _keys(node: Any) -> Any:
    if isinstance(node, list):
        return [_keys(item) for item in node]
    if isinstance(node, dict):
        return {name: _keys(value) for name, value in node.items()}
    if isinstance(node, str) and _DEVANAGARI.search(node):
        return key(normalise(node).text)
    return node


def noise_table(corpus: Path, seed: int) -> Table:
    """Figures of each split, clean and with noise, and the difference in points."""
    gold = {report.id: report for report in read_gold(corpus / "gold.jsonl")}
    texts = {
        report.id: (corpus / "reports" / report.file).read_bytes().decode("utf-8") for report in gold.values()
    }
    clean = [by_key(record) for record in records_of(gold.values(), texts)]
    noisy_texts = {name: add_noise(text, seed=seed) for name, text in texts.items()}
    noisy = [by_key(record) for record in records_of(gold.values(), noisy_texts)]
    table: Table = {}
    for split, ids in read_splits(corpus / "splits.toml").items():
        judged = [GoldReport.model_validate(_keys(gold[report].model_dump())) for report in ids]
        before, after = score(judged, clean).figures(), score(judged, noisy).figures()
        table[split] = before
        table[f"{split}, noise"] = after
        table[f"{split}, points lost"] = {name: 100 * (before[name] - after[name]) for name in before}
    return table


def main(argv: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="What noise costs.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(argv)
    print(to_markdown(noise_table(options.corpus, options.seed)), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
