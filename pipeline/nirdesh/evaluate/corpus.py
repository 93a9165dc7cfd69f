"""The project's own corpus: check its annotations, build the gold, measure how far two annotators agree.

``corpus/annotation/first`` and ``second`` hold two independent annotations of every report, ``settled`` the
one made from both where they differ; ``gold.jsonl`` is the settled one, a line per report.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from nirdesh.evaluate.agreement import as_record
from nirdesh.evaluate.gold import GoldReport, quote_faults
from nirdesh.evaluate.score import Scores, score


def read_annotations(folder: Path) -> dict[str, GoldReport]:
    """Annotations of a folder by the name of their file without its ending, in order."""
    return {
        path.stem: GoldReport.model_validate_json(path.read_bytes()) for path in sorted(folder.glob("*.json"))
    }


def read_text(corpus: Path, report: str) -> str:
    """A report of the corpus as it is kept, byte for byte decoded."""
    return (corpus / "reports" / f"{report}.txt").read_bytes().decode("utf-8")


def annotation_faults(corpus: Path, folder: str) -> list[str]:
    """Quotes that do not stand in their report, over one folder of annotations."""
    return [
        fault
        for name, gold in read_annotations(corpus / "annotation" / folder).items()
        for fault in quote_faults(gold, read_text(corpus, name))
    ]


def agreement(corpus: Path, judge: str = "settled", judged: str = "second") -> Scores:
    """Scores of one folder of annotations against another."""
    gold = read_annotations(corpus / "annotation" / judge)
    found = read_annotations(corpus / "annotation" / judged)
    both = [name for name in gold if name in found]
    records = [
        as_record(found[name].model_copy(update={"file": gold[name].file}), read_text(corpus, name))
        for name in both
    ]
    return score([gold[name] for name in both], records)


def build(corpus: Path) -> int:
    """Write ``gold.jsonl`` and the reports' ``metadata.jsonl``; returns the number of reports."""
    settled = sorted((corpus / "annotation" / "settled").glob("*.json"))
    rows = [json.loads(path.read_bytes()) for path in settled]
    for name, row in zip((path.stem for path in settled), rows, strict=True):
        row["id"], row["file"] = name, f"{name}.txt"
    _write_rows(corpus / "gold.jsonl", rows)
    dated = [
        {"file_name": row["file"], "published": row["published"]} for row in rows if row.get("published")
    ]
    _write_rows(corpus / "reports" / "metadata.jsonl", dated)
    return len(rows)


def _write_rows(path: Path, rows: list[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def main(argv: list[str] | None = None) -> int:
    """Run one of ``check``, ``differences``, ``build`` and ``agreement``; exit status 1 on a fault."""
    parser = argparse.ArgumentParser(description="Keep the corpus.")
    parser.add_argument("what", choices=["check", "differences", "build", "agreement"])
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    options = parser.parse_args(argv)
    folders = [path.name for path in sorted((options.corpus / "annotation").iterdir()) if path.is_dir()]
    if options.what == "check":
        faults = [
            f"{folder}: {fault}" for folder in folders for fault in annotation_faults(options.corpus, folder)
        ]
        print("\n".join(faults) or "Every quote stands in its report.")
        return 1 if faults else 0
    if options.what == "build":
        print(f"{build(options.corpus)} reports")
        return 0
    if options.what == "differences":
        for failure in agreement(options.corpus, "first", "second").failures:
            print(f"{failure.report}\t{failure.kind}\t{failure.what}\t{failure.detail}")
        return 0
    for judged in ("first", "second"):
        print(f"{judged} against settled")
        for name, value in agreement(options.corpus, "settled", judged).figures().items():
            print(f"  {name:42s} {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
