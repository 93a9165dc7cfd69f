"""Every source beyond plain files, with files made on the spot."""

from __future__ import annotations

import gzip
import html
import io
import json
import tarfile
import zipfile
from pathlib import Path

import pytest
from test_ingest import REPORT, SECOND, ingest, only_problem, write

from nirdesh.evaluate import samples
from nirdesh.report import Report
from nirdesh.text.fonts import convert

PARAGRAPHS = [line for line in REPORT.splitlines() if line]
FORMATS = samples.every_format(PARAGRAPHS)
LEGACY = [convert(line, from_="unicode", to="krutidev010") for line in PARAGRAPHS]


def flat(text: str) -> str:
    return " ".join(text.split())


def one(path: Path) -> Report:
    reports, problems = ingest(path)
    assert problems == []
    assert len(reports) == 1
    return reports[0]


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_gives_the_same_report(name: str, tmp_path: Path) -> None:
    path = write(tmp_path / name, FORMATS[name])
    reports, problems = ingest(path)
    assert [problem.code for problem in problems if problem.code != "duplicate-report"] == []
    assert all(PARAGRAPHS[1] in flat(report.text) for report in reports)
    assert PARAGRAPHS[0] in {reports[0].title, flat(reports[0].text)[: len(PARAGRAPHS[0])]}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_nameless_content_is_told_by_its_first_bytes(name: str, tmp_path: Path) -> None:
    if name in {"a.csv", "a.tsv", "a.eml", "a.md"}:
        pytest.skip("its first bytes are plain text")
    reports, _ = ingest(write(tmp_path / "content", FORMATS[name]))
    assert PARAGRAPHS[1] in flat(reports[0].text)


@pytest.mark.parametrize(("name", "make"), [("a.docx", samples.docx), ("a.odt", samples.odt)])
def test_word_processors_legacy_fonts(name: str, make, tmp_path: Path) -> None:
    for font in ("Kruti Dev 010", "Arial"):  # by the name of the font, and by the text itself
        report = one(write(tmp_path / name, make(LEGACY, font=font)))
        assert flat(report.text) == flat(REPORT)
        assert [problem.code for problem in report.problems] == ["legacy-font"]
    assert one(write(tmp_path / name, make(PARAGRAPHS))).problems == ()


def test_docx_tables_deletions_and_fallbacks(tmp_path: Path) -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    body = (
        f"<w:tbl><w:tr>{cell.format('भुवन टम्टेल')}{cell.format('खंड विकास अधिकारी')}</w:tr></w:tbl>"
        "<w:p><w:del><w:r><w:t>हटाया गया</w:t></w:r></w:del>"
        "<w:r><w:t>रखा</w:t><w:tab/><w:t>गया</w:t></w:r></w:p>"
        '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>'
        "<mc:Choice><w:r><w:t>एक बार</w:t></w:r></mc:Choice>"
        "<mc:Fallback><w:r><w:t>एक बार</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>"
    )
    text = one(write(tmp_path / "a.docx", samples.docx(PARAGRAPHS, body=body))).text
    assert "भुवन टम्टेल \tखंड विकास अधिकारी" in text
    assert "रखा\tगया" in text
    assert "हटाया" not in text
    assert text.count("एक बार") == 1
    assert "सूचना विभाग" not in text


def test_documents_that_are_broken(tmp_path: Path) -> None:
    raw = samples.docx(PARAGRAPHS)
    cases = {
        "cut.docx": (raw[: len(raw) // 2], "broken-document"),
        "no.docx": (samples.zipped(("a.xml", b"<a/>")), "broken-document"),
        "xml.docx": (samples.docx(PARAGRAPHS, body="<w:p>"), "broken-document"),
        "text.rtf": (REPORT.encode(), "broken-document"),
        "cut.pdf": (b"%PDF-1.7\n1 0 obj", "broken-pdf"),
        "empty.pdf": (b"", "empty"),
        "picture.pdf": (samples.picture_pdf(), "image-only"),
        "cut.parquet": (samples.parquet(REPORT)[:-9], "broken-parquet"),
        "other.parquet": (b"PAR1", "broken-parquet"),
        "a.xml": (b"<other><item2/></other>", "broken-feed"),
        "a.warc": (b"WARC/1.0\r\nnonsense", "empty"),
        "cut.zip": (samples.zipped(("a.txt", REPORT.encode()))[:-30], "broken-archive"),
        "cut.tar": (b"x" * 2000, "broken-archive"),
        "a.csv": (b"name,place\n1,2\n", "broken-table"),
        "rows.csv": (b"id,text\n", "empty"),
    }
    for name, (content, code) in cases.items():
        assert (name, only_problem(write(tmp_path / name, content)).code) == (name, code)


def test_rtf_with_codes_of_windows(tmp_path: Path) -> None:
    lines = "\\par ".join(
        line.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}") for line in LEGACY
    )
    escaped = "".join(c if c.isascii() else "".join(f"\\'{b:02x}" for b in c.encode("cp1252")) for c in lines)
    report = one(write(tmp_path / "a.rtf", f"{{\\rtf1\\ansi {escaped}}}"))
    assert flat(report.text) == flat(REPORT)


def test_mail_with_a_covering_note(tmp_path: Path) -> None:
    raw = samples.eml(
        PARAGRAPHS, ("../../विज्ञप्ति.docx", samples.docx(PARAGRAPHS)), ("a.png", b"x"), text="संलग्न है।"
    )
    report = one(write(tmp_path / "a.eml", raw))
    assert (report.published, report.published_from) == ("2026-03-12", "metadata")
    assert report.author == "सूचना विभाग <suchna@darpan.example>"
    assert report.source.startswith(f"{tmp_path}/a.eml!/")
    assert not list(tmp_path.parent.glob("*.docx"))


def test_mail_in_html_and_without_text(tmp_path: Path) -> None:
    head = "Subject: =?utf-8?b?4KS44KWC4KSa4KSo4KS+?=\nContent-Type: text/html; charset=utf-8\n"
    body = "".join(f"<p>{html.escape(line)}</p>" for line in PARAGRAPHS * 2)
    assert PARAGRAPHS[1] in flat(one(write(tmp_path / "a.eml", f"{head}\n{body}")).text)
    assert only_problem(write(tmp_path / "b.eml", "Subject: x\n\n\n")).code == "empty"
    deep = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(5000))
    assert only_problem(write(tmp_path / "c.eml", deep)).code in {"broken-mail", "empty"}


def test_feeds_hold_what_their_entries_say(tmp_path: Path) -> None:
    report = one(write(tmp_path / "a.atom", samples.atom(PARAGRAPHS)))
    assert (report.title, report.url) == (PARAGRAPHS[0], samples.ADDRESS)
    assert (report.author, report.publisher, report.published) == ("कविता नेगवाल", "दर्पण", "2026-03-12")
    first = one(write(tmp_path / "a.xml", samples.rss(PARAGRAPHS)))
    assert (first.url, first.published) == (f"{samples.ADDRESS}-0", "2026-03-12")
    item = f"<item><title>क</title><description>{REPORT}</description></item>"
    rdf = f"<rdf:RDF xmlns:rdf='r' xmlns='p'>{item}</rdf:RDF>"
    assert REPORT.strip() == one(write(tmp_path / "b.xml", rdf)).text


def test_a_sitemap_holds_no_report(tmp_path: Path) -> None:
    urls = "".join(f"<url><loc>https://darpan.example/{n}</loc></url>" for n in range(3))
    problem = only_problem(write(tmp_path / "sitemap.xml", f"<urlset>{urls}</urlset>"))
    assert problem.code == "no-text"
    assert "3 addresses" in problem.message


def test_xml_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = write(tmp_path / "secret.txt", "गुप्त")
    outer = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY a "{"क" * 50}">'
    laughs = "".join(f'<!ENTITY {b} "{f"&{a};" * 20}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    entry = f"<item><title>&x;</title><description>{REPORT} &x; &i;</description></item>"
    reports, problems = ingest(
        write(tmp_path / "a.rss", f"{outer}{laughs}]><rss><channel>{entry}</channel></rss>")
    )
    assert len(reports) + len(problems) == 1
    assert all("गुप्त" not in report.text and len(report.text) < 1000 for report in reports)
    document = samples.docx(PARAGRAPHS)
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        content = package.read("word/document.xml").decode().replace("सुरजपुर", "&x;", 1)
    raw = samples.zipped(
        ("word/document.xml", f"{outer}]>{content}".replace("DOCTYPE rss", "DOCTYPE w").encode())
    )
    assert "गुप्त" not in one(write(tmp_path / "a.docx", raw)).text


def test_web_archive(tmp_path: Path) -> None:
    pages = samples.page(PARAGRAPHS), samples.page([SECOND.strip(), SECOND.strip() * 3])
    for packed in (True, False):
        name = "a.warc.gz" if packed else "a.warc"
        reports, problems = ingest(write(tmp_path / name, samples.warc(*pages, packed=packed)))
        assert problems == []
        assert [report.source for report in reports] == [f"{samples.ADDRESS}-{number}" for number in (0, 1)]
        assert reports[0].published == "2026-03-12"
    raw = samples.warc(pages[0].replace("utf-8", "x").encode("utf-16"), kind="text/html; charset=utf-16")
    assert PARAGRAPHS[1] in flat(one(write(tmp_path / "b.warc.gz", raw)).text)
    as_pdf = samples.warc(samples.pdf(PARAGRAPHS), kind="application/pdf")
    assert PARAGRAPHS[1] in flat(one(write(tmp_path / "c.warc", as_pdf)).text)
    reports, (skipped,) = ingest(write(tmp_path / "d.warc", samples.warc("x", kind="image/png")))
    assert (reports, skipped.code) == ([], "skipped-files")
    reports, (cut,) = ingest(write(tmp_path / "e.warc.gz", samples.warc(*pages)[:-200]))
    assert (len(reports), cut.code) == (1, "broken-archive")


def test_tables(tmp_path: Path) -> None:
    lines = f'\ufeffTEXT;published;place\r\n"{REPORT}";12.03.2026;x\r\n;;\r\n"a";b;c;d\r\n'
    reports, problems = ingest(write(tmp_path / "a.csv", lines))
    assert [(report.text, report.published) for report in reports] == [(REPORT.strip(), "2026-03-12")]
    assert [problem.code for problem in problems] == ["broken-row"]
    open_quote = f'id,text\n1,{SECOND.strip()}\n2,"{SECOND.strip()} और\n' + "x\n" * 10
    reports, problems = ingest(write(tmp_path / "b.csv", open_quote))
    assert len(reports) == 2  # the rest of the file is in the second one
    huge = b"id,text\n1," + b"x" * 11_000_000
    assert only_problem(write(tmp_path / "c.csv", huge)).code == "too-large"


def test_archive_members(tmp_path: Path) -> None:
    inner = samples.zipped(("c.txt", SECOND.encode()))
    members = (
        ("../../evil.txt", REPORT.encode()),
        ("/etc/b.jsonl", samples.rows(SECOND + "तीसरी।")),
        ("d\n\x1b[2Jक.zip", inner),
        ("picture.png", b"x"),
        ("__MACOSX/._b.txt", b"x"),
    )
    for name, make in (("a.zip", samples.zipped), ("a.tar", samples.tarred)):
        folder = tmp_path / "deep" / "down"
        reports, problems = ingest(write(folder / name, make(*members)))
        assert len(reports) == 3
        assert {report.source.rpartition("!/")[2] for report in reports} == {"../../evil.txt", "n0", "c.txt"}
        assert all(report.source.isprintable() for report in reports)
        assert [problem.code for problem in problems] == ["skipped-files"]
        assert "1 with .png" in problems[0].message
    assert sorted(path.name for path in tmp_path.rglob("*.*")) == ["a.tar", "a.zip"]


@pytest.mark.parametrize("name", ["a.tgz", "a.tar.zst", "a.tar.xz"])
def test_packed_archives(name: str, tmp_path: Path) -> None:
    pack = samples.PACKERS[".gz" if name.endswith("gz") else name[-4:].lstrip("r")]
    assert one(write(tmp_path / name, pack(samples.tarred(("b.txt", REPORT.encode()))))).source.endswith(
        "b.txt"
    )


def test_links_and_devices_of_archives_are_left_alone(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind, name in (
            (tarfile.SYMTYPE, "a.txt"),
            (tarfile.LNKTYPE, "b.txt"),
            (tarfile.CHRTYPE, "c.txt"),
        ):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    reports, (skipped,) = ingest(write(tmp_path / "a.tar", out.getvalue()))
    assert (reports, skipped.code) == ([], "skipped-files")
    assert "3 that are links or devices" in skipped.message


def test_nested_archives_end(tmp_path: Path) -> None:
    raw = REPORT.encode()
    for level in range(6):
        raw = samples.zipped((f"{level}.zip" if level else "a.txt", raw))
    assert only_problem(write(tmp_path / "a.zip", raw)).code == "nested-archives"


def test_bombs_are_stopped(tmp_path: Path) -> None:
    zeros = (b" " * 99_999 + b"\n") * 100
    packed = gzip.compress(zeros, 9, mtime=0)
    many = packed * 40  # gzip members one after the other: 400 MB out of 400 kB
    assert only_problem(write(tmp_path / "a.jsonl.gz", many)).code == "bomb"
    zst = samples.PACKERS[".zst"](zeros) * 40
    assert only_problem(write(tmp_path / "a.jsonl.zst", zst)).code == "bomb"
    members = [(f"{number}.txt", b" " * 9_000_000) for number in range(40)]
    _, problems = ingest(write(tmp_path / "a.zip", samples.zipped(*members)))
    assert {problem.code for problem in problems} == {"empty", "bomb"}
    xml = samples.docx(PARAGRAPHS, body="<w:p/>" * 12_000_000)
    assert only_problem(write(tmp_path / "a.docx", xml)).code == "too-large"


def test_locked_archive_member(tmp_path: Path) -> None:
    raw = bytearray(samples.zipped(("a.txt", REPORT.encode())))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert only_problem(write(tmp_path / "a.zip", bytes(raw))).code == "encrypted"


def test_documents_nested_without_end(tmp_path: Path) -> None:
    deep = "<w:p>" * 5_000 + "</w:p>" * 5_000
    assert (
        ingest(write(tmp_path / "a.docx", samples.docx(PARAGRAPHS, body=deep)))[1][0].code
        == "broken-document"
    )
    rows = json.dumps({"text": REPORT})
    assert one(write(tmp_path / "b.jsonl", rows + "\n")).text == REPORT.strip()
