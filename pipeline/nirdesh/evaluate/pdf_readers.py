"""Text layers by several libraries: ``python -m nirdesh.evaluate.pdf_readers corpus``.

Corpus reports set as PDF with shaped syllables; the share of their different words that come out whole, and
processor time. pdfminer.six and pypdf are measured where they are installed.
"""

from __future__ import annotations

import argparse
import io
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pypdfium2

from nirdesh.evaluate.samples import pdf
from nirdesh.ingest.forms.pdf import read


def _by_pdfium(blob: bytes) -> str:
    with pypdfium2.PdfDocument(blob) as document:
        return "".join(str(page.get_textpage().get_text_bounded()) for page in document)


def readers() -> dict[str, Callable[[bytes], str]]:
    """Functions from a file to its text, by name."""
    found: dict[str, Callable[[bytes], str]] = {"nirdesh": lambda blob: read(blob).text, "PDFium": _by_pdfium}
    if find_spec("pdfminer"):
        extract: Any = import_module("pdfminer.high_level").extract_text
        found["pdfminer.six"] = lambda blob: str(extract(io.BytesIO(blob)))
    if find_spec("pypdf"):
        reader: Any = import_module("pypdf").PdfReader
        found["pypdf"] = lambda blob: "".join(page.extract_text() for page in reader(io.BytesIO(blob)).pages)
    return found


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--reports", type=int, default=12)
    chosen = parser.parse_args()
    paths = sorted((chosen.corpus / "reports").glob("*.txt"))[: chosen.reports]
    texts = [[" ".join(line.split()) for line in path.read_text("utf-8").splitlines()] for path in paths]
    reports = [[line for line in lines if line] for lines in texts]
    files = [pdf(report) for report in reports]
    print("| library | words whole | ms a file |\n|---|---|---|")
    for name, reader in readers().items():
        reader(files[0])
        began = time.process_time()
        made = [reader(blob) for blob in files]
        spent = time.process_time() - began
        shares = []
        for text, report in zip(made, reports, strict=True):
            words = set(" ".join(report).split())
            shares.append(len(words & set(text.split())) / len(words))
        print(f"| {name} | {sum(shares) / len(shares):.3f} | {1000 * spent / len(files):.1f} |")


if __name__ == "__main__":
    main()
