"""PDF files made with a Devanagari font: columns, running heads, old fonts, glyph order."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_ingest import REPORT, ingest, only_problem, write
from test_ingest_sources import LEGACY, PARAGRAPHS, flat, one

from nirdesh.evaluate import samples
from nirdesh.ingest.build import Options, to_report
from nirdesh.ingest.document import Document
from nirdesh.ingest.forms.pdf import read
from nirdesh.ingest.forms.pdf_order import logical
from nirdesh.report import Report

BODY = Path(__file__).parent.parent / "corpus/reports"


def report(number: int) -> list[str]:
    text = (BODY / f"a{number:02}.txt").read_text(encoding="utf-8")
    return [flat(line) for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_shaped_text_comes_out_as_it_went_in(number: int) -> None:
    paragraphs = report(number)
    text = read(samples.pdf(paragraphs)).text
    assert flat(text) == flat(" ".join(paragraphs))
    assert text.splitlines()[0] == paragraphs[0]
    assert len(text.splitlines()) > 0.5 * len(paragraphs)


@pytest.mark.parametrize("columns", [2, 3])
def test_columns_running_heads_and_page_numbers(columns: int) -> None:
    paragraphs = report(1) + [line for number in range(2, 8) for line in report(number)]
    raw = samples.pdf(paragraphs, columns=columns, running="जनपद दर्पण, सूचना विभाग")
    text = read(raw).text
    assert "जनपद दर्पण" not in text
    assert "पृष्ठ" not in text
    assert flat(text).replace(" -", "-") == flat(" ".join(paragraphs)).replace(" -", "-")


def test_glyph_order_is_turned(tmp_path: Path) -> None:
    """Writers that map each glyph to its letter leave the short i before its consonant."""
    visual = [
        "िनदेर्श िदए िक कायर् पूरा िकया जाए",
        "िजलािधकारी ने किमर्यों को िनदेर्श िदए िक वे पिरसर की सफाई करें।",
    ]
    text = read(samples.pdf(visual, shaped=False)).text.splitlines()
    assert text == [
        "निर्देश दिए कि कार्य पूरा किया जाए",
        "जिलाधिकारी ने कर्मियों को निर्देश दिए कि वे परिसर की सफाई करें।",
    ]
    assert logical("जिलाधिकारी ने परिसर में िनरीक्षण किया") == "जिलाधिकारी ने परिसर में िनरीक्षण किया"


@pytest.mark.parametrize("font", ["Kruti Dev 010", "ABCDEF+Unknown"])
def test_old_fonts_are_converted(font: str, tmp_path: Path) -> None:
    made = one(write(tmp_path / "a.pdf", samples.legacy_pdf(LEGACY, font)))
    assert flat(made.text) == flat(REPORT)
    assert [problem.code for problem in made.problems] == ["legacy-font"]


def test_a_table_is_read_row_by_row() -> None:
    from fpdf import FPDF

    document = FPDF()
    document.add_page()
    document.set_font("Helvetica", size=11)
    for row in (
        ("Asha Rawat", "Zone 1"),
        ("Bhuvan Tamta", "Zone 2"),
        ("Kavita Negi", "Zone 3"),
        ("Om", "Zone 4"),
    ):
        for cell in row:
            document.cell(80, 8, cell)
        document.ln(8)
    lines = read(bytes(document.output())).text.splitlines()
    assert lines[:2] == ["Asha Rawat\tZone 1", "Bhuvan Tamta\tZone 2"]


def test_pages_that_are_pictures(tmp_path: Path) -> None:
    problem = only_problem(write(tmp_path / "a.pdf", samples.picture_pdf()))
    assert problem.code == "image-only"
    assert "--ocr" in problem.message


def test_locked(tmp_path: Path) -> None:
    from fpdf import FPDF

    document = FPDF()
    document.set_encryption(owner_password="a", user_password="b")
    document.add_page()
    assert only_problem(write(tmp_path / "a.pdf", bytes(document.output()))).code == "encrypted"


def test_too_many_pages(tmp_path: Path) -> None:
    from fpdf import FPDF

    document = FPDF()
    for _ in range(501):
        document.add_page()
    assert only_problem(write(tmp_path / "a.pdf", bytes(document.output()))).code == "too-large"


def test_ocr_reads_what_was_drawn(tmp_path: Path) -> None:
    import shutil
    import subprocess

    listed = shutil.which("tesseract") and subprocess.run(
        ["tesseract", "--list-langs"], capture_output=True, text=True, check=False
    )
    if not listed or "hin" not in listed.stdout.split():
        pytest.skip("needs tesseract with its Hindi model")
    import pypdfium2
    from fpdf import FPDF

    page = pypdfium2.PdfDocument(samples.pdf(PARAGRAPHS))[0]
    document = FPDF()
    document.add_page()
    document.image(page.render(scale=3).to_pil(), x=0, y=0, w=210)
    scanned = Document("a.pdf", "a.pdf", blob=bytes(document.output()), form="pdf")
    made = to_report(scanned, Options(ocr=True))
    assert isinstance(made, Report)
    words = set(flat(REPORT).split())
    assert len(words & set(made.text.split())) > 0.8 * len(words)
    assert [problem.code for problem in made.problems] == ["ocr"]
    assert ingest(write(tmp_path / "b.pdf", scanned.blob or b""))[1][0].code == "image-only"
