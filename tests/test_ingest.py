"""Inputs of every kind, good and bad, through ``nirdesh.ingest.read``."""

from __future__ import annotations

import gzip
import io
import json
import os
import time
from pathlib import Path

import pytest

from nirdesh.errors import Problem
from nirdesh.ingest import open_inputs, read
from nirdesh.report import Report

REPORT = (
    "जिला पंचायत अध्यक्ष ने दिए सफाई के निर्देश\n\n"
    "सुरजपुर, 12 मार्च। जिला पंचायत अध्यक्ष कविता नेगवाल ने सभी ग्राम सचिवों को निर्देश दिए कि वे 31 मार्च तक "
    "अपने गांव के तालाबों की सफाई करा लें। बैठक में खंड विकास अधिकारी भुवन टम्टेल भी मौजूद रहे।\n"
)
SECOND = "मंडल प्रभारी दिनेश वर्णवाल ने कार्यकर्ताओं से कहा कि वे रविवार को बूथ समिति की बैठक करें और सूची भेजें।\n"
MARATHI = (
    "जिल्हाधिकाऱ्यांनी सर्व गटविकास अधिकाऱ्यांना तलावांची स्वच्छता करण्याचे आदेश दिले आहेत. या बैठकीत अनेक "
    "अधिकारी उपस्थित होते आणि त्यांनी गावातील पाणीपुरवठ्याची माहिती दिली.\n"
)
ENGLISH = (
    "The district magistrate told all block officers to clean the ponds before the end of March. "
    "The officers were also asked to send a list of broken hand pumps within three days.\n"
)


def ingest(*inputs: Path | str, **options: str) -> tuple[list[Report], list[Problem]]:
    problems: list[Problem] = []
    reports = list(read(inputs, on_problem=problems.append, **options))
    return reports, problems


def only_problem(*inputs: Path | str) -> Problem:
    reports, problems = ingest(*inputs)
    assert reports == []
    assert len(problems) == 1
    return problems[0]


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def row(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"


def test_text_is_kept_as_published_and_described(tmp_path: Path) -> None:
    (report,), problems = ingest(write(tmp_path / "a.txt", REPORT))
    assert problems == []
    assert report.text == REPORT.strip()
    assert report.source == (tmp_path / "a.txt").as_posix()
    assert report.title == "जिला पंचायत अध्यक्ष ने दिए सफाई के निर्देश"
    assert report.place == "सुरजपुर"
    assert [report.text[block.start : block.end] for block in report.blocks][1] == "सुरजपुर, 12 मार्च।"
    assert (report.published, report.published_from) == (None, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_give_the_same_report(tmp_path: Path, encoding: str) -> None:
    (report,), problems = ingest(write(tmp_path / "a.txt", REPORT.encode(encoding)))
    assert (report.text, problems) == (REPORT.strip(), [])


def test_id_depends_on_the_words_alone(tmp_path: Path) -> None:
    first = write(tmp_path / "a.txt", REPORT)
    other = write(tmp_path / "b.jsonl", row(text=REPORT.replace("\n\n", "\r\n\r\n"), id="7"))
    changed = write(tmp_path / "c.txt", REPORT.replace("31 मार्च", "30 मार्च"))
    ids = [ingest(path)[0][0].id for path in (first, other, changed)]
    assert ids[0] == ids[1] != ids[2]


def test_folder_glob_and_gzip_in_order_of_name(tmp_path: Path) -> None:
    write(tmp_path / "in/b/two.txt", SECOND)
    write(tmp_path / "in/a.txt.gz", gzip.compress(REPORT.encode()))
    write(tmp_path / "in/.hidden.txt", REPORT)
    write(tmp_path / "in/b/photo.jpg", b"\xff\xd8\xff")
    reports, problems = ingest(tmp_path / "in")
    assert [Path(report.source).name for report in reports] == ["a.txt.gz", "two.txt"]
    assert [(problem.code, problem.source) for problem in problems] == [
        ("skipped-files", (tmp_path / "in").as_posix())
    ]
    assert "1 with .jpg" in problems[0].message
    reports, problems = ingest(str(tmp_path / "in/**/*.txt*"))
    assert [Path(report.source).name for report in reports] == ["a.txt.gz", "two.txt"]
    assert problems == []


def test_rows_carry_what_is_known(tmp_path: Path) -> None:
    rows = row(
        id=12,
        text=REPORT,
        title="तालाबों की सफाई",
        url="https://news.example.org/2024/03/11/talab.html",
        publisher="नवप्रभात",
        author=[{"name": "रमेश"}, "सुधा"],
        published="2024-03-12T09:30:00+05:30",
    ) + row(text=SECOND, url="https://news.example.org/2024/03/11/talab.html")
    (first, second), problems = ingest(write(tmp_path / "feed.jsonl", rows))
    assert problems == []
    assert (first.source, first.title, first.publisher) == ("12", "तालाबों की सफाई", "नवप्रभात")
    assert (first.author, first.published, first.published_from) == ("रमेश, सुधा", "2024-03-12", "metadata")
    assert second.source == "https://news.example.org/2024/03/11/talab.html"
    assert (second.published, second.published_from) == ("2024-03-11", "url")


def test_json_holds_one_report_or_a_list(tmp_path: Path) -> None:
    one = write(tmp_path / "one.json", json.dumps({"text": REPORT}))
    many = write(tmp_path / "many.json", json.dumps([{"text": SECOND}, {"title": "खाली"}]))
    reports, problems = ingest(one, many)
    assert [report.text for report in reports] == [REPORT.strip(), SECOND.strip()]
    assert [(problem.code, problem.source) for problem in problems] == [
        ("broken-row", f"{many.as_posix()}[2]")
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (REPORT.encode(), ["stdin"]),
        ((row(id="x", text=REPORT) + row(id="y", text=SECOND)).encode(), ["x", "y"]),
        (gzip.compress(row(id="x", text=REPORT).encode()), ["x"]),
        (json.dumps({"id": "z", "text": REPORT}, indent=1).encode(), ["z"]),
        (json.dumps([{"id": "z", "text": REPORT}]).encode(), ["z"]),
    ],
)
def test_standard_input_is_recognised(
    monkeypatch: pytest.MonkeyPatch, content: bytes, expected: list[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
    reports, problems = ingest("-")
    assert ([report.source for report in reports], problems) == (expected, [])


def test_markdown_pictures_go_and_date_the_report(tmp_path: Path) -> None:
    picture = "![](https://img.example.org/files/29_09_2021-baithak_220.jpg)\n"
    (report,), _ = ingest(write(tmp_path / "a.md", picture + REPORT))
    assert "example.org" not in report.text
    assert (report.published, report.published_from) == ("2021-09-29", "url")


MARKDOWN = """---
title: 'पेंशन शिविर के निर्देश'
date: 2024-03-12
---
[होम](https://n.example.org/) | [राज्य](https://n.example.org/rajya_(jh))

# पेंशन शिविर के निर्देश #

![शिविर](https://img.example.org/a_(1).jpg "शिविर")
***
रांची। **उपायुक्त सुनयना टोपनो** ने [सभी सचिवों](https://n.example.org/s "सचिव") को _कड़े_ निर्देश दिए:

> - आवेदन 25 मार्च तक निपटाएं ![](https://img.example.org/b.jpg)।
- 5 \\* 2 शिविर snake_case_word पर लगाएं।

[यह भी पढ़ें: बैठक टली](https://n.example.org/2)
[1]: https://n.example.org/3
"""


def test_markdown_is_read_as_its_readers_see_it(tmp_path: Path) -> None:
    (report,), problems = ingest(write(tmp_path / "a.md", MARKDOWN))
    assert problems == []
    assert [line for line in report.text.split("\n") if line] == [
        "पेंशन शिविर के निर्देश",
        "रांची। उपायुक्त सुनयना टोपनो ने सभी सचिवों को कड़े निर्देश दिए:",
        "- आवेदन 25 मार्च तक निपटाएं ।",
        "- 5 * 2 शिविर snake_case_word पर लगाएं।",
    ]
    assert (report.title, report.place) == ("पेंशन शिविर के निर्देश", "रांची")
    assert (report.published, report.published_from) == ("2024-03-12", "metadata")


def test_links_in_plain_text_are_read_by_their_words(tmp_path: Path) -> None:
    linked = REPORT.replace("ग्राम सचिवों", "[ग्राम सचिवों](https://n.example.org/s)")
    (report,), _ = ingest(write(tmp_path / "a.txt", linked + "# 5 सूची और *तारा* यहां\n"))
    assert report.text.startswith(REPORT.strip())
    (report,), _ = ingest(write(tmp_path / "b.txt", REPORT + "# 5 सूची और *तारा* यहां है।\n"))
    assert report.text.endswith("# 5 सूची और *तारा* यहां है।")


def test_metadata_beside_the_reports(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", REPORT)
    write(tmp_path / "b.txt", SECOND)
    write(
        tmp_path / "metadata.jsonl",
        row(file_name="a.txt", published="2024-03-12", publisher="नवप्रभात") + '{"published": 1}\n',
    )
    (first, second), (fault,) = ingest(tmp_path)
    assert (first.published, first.published_from, first.publisher) == ("2024-03-12", "metadata", "नवप्रभात")
    assert second.published is None
    assert (fault.code, fault.source) == ("broken-metadata", f"{(tmp_path / 'metadata.jsonl').as_posix()}:2")


def test_the_option_overrides_and_the_default_fills_in(tmp_path: Path) -> None:
    dated = write(tmp_path / "a.jsonl", row(text=REPORT, published="2024-03-12"))
    undated = write(tmp_path / "b.txt", SECOND)
    (report,), _ = ingest(dated, published="2024-03-13")
    assert (report.published, report.published_from) == ("2024-03-13", "option")
    assert [problem.code for problem in report.problems] == ["published-differs"]
    (first, second), _ = ingest(dated, undated, published_default="2026-01-24")
    assert (first.published, first.published_from) == ("2024-03-12", "metadata")
    assert (second.published, second.published_from) == ("2026-01-24", "option")


def test_a_date_that_is_none_is_told(tmp_path: Path) -> None:
    (report,), problems = ingest(write(tmp_path / "a.jsonl", row(text=REPORT, published="31/02/2024")))
    assert (report.published, problems) == (None, [])
    assert [problem.code for problem in report.problems] == ["bad-published"]


BAD: list[tuple[str, bytes, str, str]] = [
    ("empty.txt", b"", "empty", "no content"),
    ("blank.txt", b" \n\t\n", "empty", "no content"),
    ("bom.txt", b"\xef\xbb\xbf", "empty", "no content"),
    ("empty.jsonl", b"\n\n", "empty", "no rows"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary", "PNG picture"),
    ("order.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "binary", "PDF"),
    ("noise.txt", bytes(range(256)) * 20, "binary", "binary data"),
    ("nul.txt", REPORT.encode() + b"\x00" * 3, "binary", "binary data"),
    ("latin.txt", "Décision à prêt: réunion générale".encode("latin-1"), "wrong-encoding", "0xe9"),
    ("old.html", "<meta charset='koi8-q'><p>é</p>".encode("latin-1"), "wrong-encoding", "koi8-q"),
    ("broken.json", b'{"text": "x"', "broken-json", "column"),
    ("deep.json", b"[" * 100_000, "broken-json", "nested"),
    ("number.jsonl", b'{"text": 5}', "broken-row", "not a string"),
    ("list.jsonl", b"[1]\n", "broken-row", "Not an object"),
    ("title.jsonl", b'{"title": "x"}\n', "broken-row", "Neither"),
    ("surrogate.jsonl", b'{"text": "\\ud800"}\n', "bad-characters", "surrogate"),
    ("english.txt", ENGLISH.encode(), "not-hindi", "English"),
    ("marathi.txt", MARATHI.encode(), "not-hindi", "Marathi"),
    ("menu.html", b"<html><body><nav><a href='/'>x</a></nav></body></html>", "no-text", "Check the page"),
    ("cut.txt.gz", gzip.compress(REPORT.encode())[:60], "broken-gzip", "cut off"),
]


@pytest.mark.parametrize(("name", "content", "code", "words"), BAD, ids=[case[0] for case in BAD])
def test_bad_input_is_told_and_costs_nothing_else(
    tmp_path: Path, name: str, content: bytes, code: str, words: str
) -> None:
    bad = write(tmp_path / name, content)
    good = write(tmp_path / "good.txt", SECOND)
    reports, problems = ingest(bad, good)
    assert [report.source for report in reports] == [good.as_posix()]
    assert [problem.code for problem in problems] == [code]
    assert problems[0].stage == "ingest"
    assert (problems[0].source or "").startswith(bad.as_posix())
    assert words in problems[0].message


def test_a_few_damaged_bytes_cost_only_themselves(tmp_path: Path) -> None:
    raw = REPORT.strip().encode()
    (report,), problems = ingest(write(tmp_path / "a.txt", raw[:300] + b"\xff" + raw[300:-1]))
    assert problems == []
    assert [problem.code for problem in report.problems] == ["damaged-bytes"]
    assert "1 damaged letters" in report.problems[0].message
    assert report.text.replace("\ufffd", "") == REPORT.strip()[:-1]


def test_a_broken_row_costs_only_itself(tmp_path: Path) -> None:
    content = row(text=REPORT) + "{broken\n" + row(text=ENGLISH, id="en") + row(text=SECOND)
    path = write(tmp_path / "feed.jsonl", content)
    reports, problems = ingest(path)
    assert len(reports) == 2
    assert [(problem.code, problem.source) for problem in problems] == [
        ("broken-json", f"{path.as_posix()}:2"),
        ("not-hindi", f"{path.as_posix()}:3"),
    ]


def test_a_gigantic_line_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        stream.write('{"text": "' + "क" * 10_000_000 + '"}\n')
        stream.write(row(text=REPORT))
    (report,), (problem,) = ingest(path)
    assert report.text == REPORT.strip()
    assert (problem.code, problem.source) == ("too-large", f"{path.as_posix()}:1")
    assert "10 MB" in problem.message


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_gigantic_file_is_refused(tmp_path: Path, name: str) -> None:
    assert only_problem(write(tmp_path / name, b"x" * 10_000_001)).code == "too-large"


def test_a_text_of_a_book_is_refused(tmp_path: Path) -> None:
    assert only_problem(write(tmp_path / "a.txt", SECOND * 5000)).code == "too-large"


def test_repeated_report(tmp_path: Path) -> None:
    first, second = write(tmp_path / "a.txt", REPORT), write(tmp_path / "b.txt", REPORT + "\n\n")
    (report,), (problem,) = ingest(first, second)
    assert report.source == first.as_posix()
    assert (problem.code, problem.source) == ("duplicate-report", second.as_posix())
    assert first.as_posix() in problem.message


def test_missing_file_pattern_and_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    _, problems = ingest(tmp_path / "no.txt", str(tmp_path / "*.html"), tmp_path / "empty")
    assert [problem.code for problem in problems] == ["no-such-file", "no-such-file", "empty-folder"]
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere")
    assert only_problem(tmp_path / "link.txt").code == "no-such-file"


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX rights")
def test_no_permission(tmp_path: Path) -> None:
    secret, closed = write(tmp_path / "secret.txt", REPORT), tmp_path / "closed"
    closed.mkdir()
    good = write(tmp_path / "good.txt", SECOND)
    secret.chmod(0)
    closed.chmod(0)
    # The superuser may read everything; ask as nobody.
    root = os.geteuid() == 0
    if root:
        for folder in (tmp_path, *tmp_path.parents[:2]):
            folder.chmod(0o755)
        os.seteuid(65534)
    try:
        reports, problems = ingest(secret, closed, good)
    finally:
        if root:
            os.seteuid(0)
        closed.chmod(0o700)
    assert [report.source for report in reports] == [good.as_posix()]
    assert [(problem.code, problem.source) for problem in problems] == [
        ("no-permission", secret.as_posix()),
        ("no-permission", closed.as_posix()),
    ]


def test_file_names_that_are_no_text_are_escaped(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff\n.txt"))).write_text(REPORT, encoding="utf-8")
    (report,), problems = ingest(tmp_path)
    assert report.source == f"{tmp_path.as_posix()}/a\\xff\\n.txt"
    assert problems == []


def test_reading_is_lazy(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", REPORT)
    items = open_inputs([tmp_path / "a.txt", tmp_path / "later.txt"])
    next(items)
    write(tmp_path / "later.txt", SECOND)
    assert getattr(next(items), "text", None) == SECOND


HOSTILE = {
    "deep.html": "<div>" * 100_000 + SECOND,
    "quotes.html": '<a href="' * 50_000 + SECOND,
    "comments.html": "<!--" * 100_000 + SECOND,
    "attributes.html": "<p " + "a=1 " * 100_000 + ">" + SECOND,
    "brackets.md": "[" * 300_000,
    "links.md": SECOND + "[a](" * 60_000,
    "menu.md": "[क](http://y) | " * 20_000 + "क",
    "stars.md": SECOND + "*a " * 90_000,
    "spaces.txt": SECOND + " " * 380_000 + "x",
    "days.txt": SECOND + "12 मार्च " * 40_000,
    "digits.txt": SECOND + "12/12/20" * 40_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_takes_no_time(tmp_path: Path, name: str) -> None:
    started = time.process_time()
    reports, problems = ingest(write(tmp_path / name, HOSTILE[name]))
    assert len(reports) + len(problems) == 1
    assert time.process_time() - started < 5
