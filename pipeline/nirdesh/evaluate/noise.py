"""What noise costs: the corpus as it is against the same corpus with font damage, lost dandas and odd spellings.

Quotes of a record are the words as published, damage and all, so before scoring they are read as the pipeline
reads them; what is measured is what is found, not how it is spelt.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from nirdesh.evaluate.gold import read_gold, read_splits
from nirdesh.evaluate.records import Table, records_of, to_markdown
from nirdesh.evaluate.score import score
from nirdesh.record.models import Record
from nirdesh.text.noise import add_noise
from nirdesh.text.normalise import normalise


def as_read(record: Record) -> Record:
    """The record with every quote normalised; its offsets no longer count."""
    row = json.loads(record.to_json())
    text = row["report"].pop("text")
    read = _read(row)
    read["report"]["text"] = text
    return Record.model_validate(read)


def _read(node: Any) -> Any:
    if isinstance(node, list):
        return [_read(item) for item in node]
    if isinstance(node, dict):
        return {key: normalise(value).text if key == "text" else _read(value) for key, value in node.items()}
    return node


def noise_table(corpus: Path, seed: int) -> Table:
    """Figures of each split, clean and with noise, and the difference in points."""
    gold = {report.id: report for report in read_gold(corpus / "gold.jsonl")}
    texts = {
        report.id: (corpus / "reports" / report.file).read_bytes().decode("utf-8") for report in gold.values()
    }
    clean = [as_read(record) for record in records_of(gold.values(), texts)]
    noisy_texts = {name: add_noise(text, seed=seed) for name, text in texts.items()}
    noisy = [as_read(record) for record in records_of(gold.values(), noisy_texts)]
    table: Table = {}
    for split, ids in read_splits(corpus / "splits.toml").items():
        judged = [gold[report] for report in ids]
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
