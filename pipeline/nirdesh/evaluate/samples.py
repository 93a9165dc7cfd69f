"""Small files of every format that ingest reads, made from paragraphs, for tests and campaigns."""

from __future__ import annotations

import bz2
import csv
import gzip
import html
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Final

import zstandard

_DOCX: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ODF: Final = "urn:oasis:names:tc:opendocument:xmlns"
ADDRESS: Final = "https://darpan.example/2026/03/12/nirdesh-101"


def pdf(paragraphs: Sequence[str], *, columns: int = 1, running: str = "", shaped: bool = True) -> bytes:
    """A PDF with a Devanagari font.

    Args:
        paragraphs: The first is the headline.
        columns: Text columns below the headline.
        running: A line at the head of each page, with a page number at its foot.
        shaped: Whether syllables are shaped as word processors do it; else one glyph a letter.
    """
    import fontpkg_noto_sans_devanagari
    from fpdf import FPDF

    class Pages(FPDF):
        def header(self) -> None:
            if running:
                self.set_font("Deva", size=9)
                self.cell(0, 6, running, new_x="LMARGIN", new_y="NEXT", align="C")
                self.ln(4)

        def footer(self) -> None:
            if running:
                self.set_y(-14)
                self.set_font("Deva", size=9)
                self.cell(0, 6, f"पृष्ठ {self.page_no()}", align="C")

    files = Path(fontpkg_noto_sans_devanagari.__file__).parent / "files"
    document = Pages()
    document.set_creation_date(datetime(2026, 3, 12, tzinfo=UTC))
    document.add_font("Deva", "", str(next(files.glob("*.ttf"))))
    if shaped:
        document.set_text_shaping(True)
    document.add_page()
    document.set_font("Deva", size=15)
    document.multi_cell(0, 8, paragraphs[0], new_x="LMARGIN", new_y="NEXT")
    document.ln(3)
    document.set_font("Deva", size=11)
    with document.text_columns(ncols=columns, gutter=10, line_height=1.4) as text:
        for paragraph in paragraphs[1:]:
            text.write(paragraph + "\n")
    return bytes(document.output())


def picture_pdf() -> bytes:
    """A PDF whose only page is a picture."""
    from fpdf import FPDF
    from PIL import Image

    document = FPDF()
    document.add_page()
    document.image(Image.new("L", (300, 200), 200), x=10, y=10, w=100)
    return bytes(document.output())


def legacy_pdf(lines: Sequence[str], font: str = "Kruti Dev 010") -> bytes:
    """A PDF by hand whose text is in the glyph codes of an old font of that name."""
    shown = "".join(
        f"({line.translate(_ESCAPED)}) Tj 0 -20 Td\n".encode("cp1252").decode("latin-1") for line in lines
    )
    content = f"BT /F1 14 Tf 60 780 Td\n{shown}ET".encode("latin-1")
    name = font.replace(" ", "#20")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode(),
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


_ESCAPED: Final = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})


def docx(paragraphs: Sequence[str], *, font: str = "Mangal", body: str = "") -> bytes:
    """A Word document; ``body`` is more XML behind its paragraphs."""
    runs = "".join(
        f'<w:p><w:r><w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
        f'<w:t xml:space="preserve">{html.escape(text, quote=False)}</w:t></w:r></w:p>'
        for text in paragraphs
    )
    return _package(
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", f'<w:document xmlns:w="{_DOCX}"><w:body>{runs}{body}</w:body></w:document>'),
        ("word/header1.xml", f'<w:hdr xmlns:w="{_DOCX}"><w:p><w:r><w:t>सूचना विभाग</w:t></w:r></w:p></w:hdr>'),
    )


def odt(paragraphs: Sequence[str], *, font: str = "Mangal", body: str = "") -> bytes:
    """An OpenDocument text."""
    lines = "".join(
        f'<text:p text:style-name="P1">{html.escape(text, quote=False)}</text:p>' for text in paragraphs
    )
    spaces = " ".join(f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "text", "style", "table"))
    style = (
        '<office:automatic-styles><style:style style:name="P1" style:family="paragraph">'
        f'<style:text-properties style:font-name="{font}"/></style:style></office:automatic-styles>'
    )
    content = f"<office:body><office:text>{lines}{body}</office:text></office:body>"
    return _package(
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", f"<office:document-content {spaces}>{style}{content}</office:document-content>"),
    )


def rtf(paragraphs: Sequence[str]) -> bytes:
    """Rich text."""
    lines = ("".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text) for text in paragraphs)
    return ("{\\rtf1\\ansi\\uc1 " + "\\par\n".join(lines) + "}").encode("ascii")


def eml(paragraphs: Sequence[str], *attached: tuple[str, bytes], text: str | None = None) -> bytes:
    """A mail with attachments."""
    message = EmailMessage()
    message["Subject"], message["From"] = paragraphs[0], "सूचना विभाग <suchna@darpan.example>"
    message["Date"] = "Thu, 12 Mar 2026 18:00:00 +0530"
    message.set_content("\n".join(paragraphs) if text is None else text, cte="base64")
    for name, raw in attached:
        message.add_attachment(raw, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def page(paragraphs: Sequence[str]) -> str:
    """A plain web page."""
    body = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs[1:])
    return (
        "<!DOCTYPE html><html lang='hi'><head><meta charset='utf-8'>"
        f"<title>{html.escape(paragraphs[0])}</title>"
        "<meta property='article:published_time' content='2026-03-12T10:00:00+05:30'></head>"
        f"<body><article><h1>{html.escape(paragraphs[0])}</h1>{body}</article></body></html>"
    )


def rss(paragraphs: Sequence[str], count: int = 1) -> bytes:
    """A feed with the whole text in each entry."""
    body = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    item = (
        f"<item><title>{html.escape(paragraphs[0])}</title><link>{ADDRESS}-NUMBER</link>"
        "<pubDate>Thu, 12 Mar 2026 10:00:00 +0530</pubDate><description>सार</description>"
        f"<content:encoded><![CDATA[{body}]]></content:encoded></item>"
    )
    items = "".join(item.replace("NUMBER", str(number)) for number in range(count))
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>दर्पण</title>'
        f"{items}</channel></rss>"
    ).encode()


def atom(paragraphs: Sequence[str]) -> bytes:
    """An Atom feed whose entry holds XHTML."""
    body = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>दर्पण</title><entry>'
        f'<title>{html.escape(paragraphs[0])}</title><link rel="alternate" href="{ADDRESS}"/>'
        "<published>2026-03-12T10:00:00+05:30</published><author><name>कविता नेगवाल</name></author>"
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{body}</div></content></entry></feed>'
    ).encode()


def warc(*pages: str | bytes, packed: bool = True, kind: str = "text/html; charset=utf-8") -> bytes:
    """A web archive with one answer a page."""
    out = b""
    for number, content in enumerate(pages):
        raw = content.encode() if isinstance(content, str) else content
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + raw
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {ADDRESS}-{number}\r\n"
            f"WARC-Record-ID: <urn:uuid:{number:032}>\r\nWARC-Date: 2026-03-13T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        record = head.encode() + answer + b"\r\n\r\n"
        out += gzip.compress(record, mtime=0) if packed else record
    return out


def rows(*texts: str) -> bytes:
    """JSONL."""
    return b"".join(
        json.dumps({"id": f"n{number}", "text": text}, ensure_ascii=False).encode() + b"\n"
        for number, text in enumerate(texts)
    )


def table(*texts: str, separator: str = ",") -> bytes:
    """CSV."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator)
    writer.writerow(["id", "Title", "text", "published", "views"])
    writer.writerows([f"n{number}", "शीर्षक", text, "2026-03-12", "7"] for number, text in enumerate(texts))
    return out.getvalue().encode()


def parquet(*texts: str) -> bytes:
    """A Parquet file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    ids = [f"n{number}" for number in range(len(texts))]
    pq.write_table(pa.table({"id": ids, "text": list(texts), "views": [7] * len(texts)}), out)
    return out.getvalue()


def zipped(*members: tuple[str, bytes]) -> bytes:
    """A ZIP archive."""
    return _package(*members)


def tarred(*members: tuple[str, bytes]) -> bytes:
    """A TAR archive."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, raw in members:
            info = tarfile.TarInfo(name)
            info.size = len(raw)
            archive.addfile(info, io.BytesIO(raw))
    return out.getvalue()


PACKERS: Final[dict[str, Callable[[bytes], bytes]]] = {
    ".gz": lambda raw: gzip.compress(raw, mtime=0),
    ".zst": lambda raw: zstandard.compress(raw),
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
}


def every_format(paragraphs: Sequence[str]) -> dict[str, bytes]:
    """The same report in every format, by file name."""
    text = "\n".join(paragraphs)
    plain = text.encode()
    made = {
        "a.txt": plain,
        "a.md": f"# {text}".encode(),
        "a.html": page(paragraphs).encode(),
        "a.json": json.dumps({"text": text}).encode(),
        "a.jsonl": rows(text, text + "।"),
        "a.csv": table(text, text + "।"),
        "a.tsv": table(text, separator="\t"),
        "a.parquet": parquet(text, text + "।"),
        "a.pdf": pdf(paragraphs),
        "a.docx": docx(paragraphs),
        "a.odt": odt(paragraphs),
        "a.rtf": rtf(paragraphs),
        "a.eml": eml(paragraphs, ("b.docx", docx(paragraphs))),
        "a.rss": rss(paragraphs, 2),
        "a.atom": atom(paragraphs),
        "a.warc": warc(page(paragraphs), packed=False),
        "a.warc.gz": warc(page(paragraphs)),
        "a.zip": zipped(("b.txt", plain), ("c.docx", docx(paragraphs))),
        "a.tar": tarred(("b.txt", plain), ("c.html", page(paragraphs).encode())),
    }
    return made | {f"a.txt{ending}": pack(plain) for ending, pack in PACKERS.items()}


def _package(*members: tuple[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            package.writestr(info, content)
    return out.getvalue()
