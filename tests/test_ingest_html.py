"""Web pages: main text, metadata, and the day of publication."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html

from nirdesh.ingest import read
from nirdesh.ingest.page_dates import visible_day
from nirdesh.report import Report

HEADLINE = "जिलाधिकारी ने दिए तालाब सफाई के निर्देश"
PARAGRAPHS = (
    "रांची। जिलाधिकारी कविता नेगवाल ने सोमवार को सभागार में बैठक लेकर सभी खंड विकास अधिकारियों को निर्देश दिए "
    "कि वे 31 मार्च तक अपने क्षेत्र के तालाबों की सफाई करा लें और उसकी तस्वीर भेजें।",
    "उन्होंने कहा कि गर्मी से पहले प्रत्येक पंचायत में पेयजल की व्यवस्था सुनिश्चित की जाए तथा खराब हैंडपंप की सूची "
    "तीन दिन में दी जाए। बैठक में मुख्य विकास अधिकारी भुवन टम्टेल भी मौजूद रहे।",
)


def page(*, head: str = "", before: str = "", in_article: bool = True, after: str = "") -> str:
    heading = f"<h1>{HEADLINE}</h1>"
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang='hi'><head><meta charset='utf-8'>{head}"
        f"<title>{HEADLINE} | नवप्रभात समाचार</title></head><body>"
        "<nav><ul><li><a href='/'>होम</a></li><li><a href='/khel'>खेल</a></li></ul></nav>"
        f"{'' if in_article else heading}<article>"
        f"{heading if in_article else ''}{before}{body}{after}</article>"
        "<aside><h3>ताज़ा खबरें</h3><ul><li><a href='/x'>मेले की तैयारी पूरी</a> "
        "<time>2019-11-15</time></li></ul></aside>"
        "<footer>© 2025 नवप्रभात समाचार. सर्वाधिकार सुरक्षित।</footer></body></html>"
    )


def ingest(tmp_path: Path, markup: str | bytes, name: str = "page.html") -> Report:
    path = tmp_path / name
    path.write_bytes(markup.encode() if isinstance(markup, str) else markup)
    problems: list[object] = []
    (report,) = read([path], on_problem=problems.append)
    assert problems == []
    return report


def test_main_text_without_menus_and_teasers(tmp_path: Path) -> None:
    report = ingest(tmp_path, page(after="<div class='share'><a>Facebook</a> <a>WhatsApp</a></div>"))
    assert report.text.split("\n") == [HEADLINE, *PARAGRAPHS]
    assert (report.title, report.place) == (HEADLINE, "रांची")


def test_a_headline_outside_the_article_stays_in_the_text(tmp_path: Path) -> None:
    report = ingest(tmp_path, page(in_article=False))
    assert report.text.startswith(HEADLINE)
    assert report.text.count(HEADLINE) == 1
    assert report.blocks[0].kind == "headline"


def test_metadata_of_the_page(tmp_path: Path) -> None:
    head = (
        "<meta property='og:site_name' content='नवप्रभात समाचार'><meta name='author' content='रमेश वर्णवाल'>"
        "<link rel='canonical' href='https://news.example.org/uttar/talab-991.html'>"
    )
    report = ingest(tmp_path, page(head=head))
    assert (report.publisher, report.author) == ("नवप्रभात समाचार", "रमेश वर्णवाल")
    assert report.url == "https://news.example.org/uttar/talab-991.html"


@pytest.mark.parametrize(
    ("markup", "day", "origin"),
    [
        (
            {"head": "<meta property='article:published_time' content='2024-03-12T22:10:00+05:30'>"},
            "2024-03-12",
            "metadata",
        ),
        (
            {
                "head": '<script type="application/ld+json">{"@type": "NewsArticle", '
                '"dateModified": "2024-03-14T08:00:00+05:30", '
                '"datePublished": "2024-03-12T22:10:00+05:30"}</script>'
            },
            "2024-03-12",
            "metadata",
        ),
        ({"before": "<time datetime='2024-03-12T10:00:00+05:30'>मंगलवार</time>"}, "2024-03-12", "metadata"),
        ({"before": "<p class='date'>प्रकाशित: 12 मार्च 2024, 10:20 AM</p>"}, "2024-03-12", "dateline"),
        ({"before": "<span>Updated: 12/03/2024</span>"}, "2024-03-12", "dateline"),
        (
            {"head": "<link rel='canonical' href='https://n.example.org/2024/03/12/talab'>"},
            "2024-03-12",
            "url",
        ),
        (
            {"head": "<meta property='og:image' content='https://n.example.org/12_03_2024-talab_22065.jpg'>"},
            "2024-03-12",
            "url",
        ),
        ({}, None, None),
        ({"after": "<p>अगली बैठक 24/04/2024 को होगी।</p>"}, None, None),
        ({"after": "<p>स्थापना वर्ष 2024, क्रमांक 1</p>"}, None, None),
        ({"after": "<div class='posted-on'>12 मार्च 2024</div>"}, "2024-03-12", "dateline"),
    ],
    ids=[
        "meta",
        "json-ld",
        "time",
        "hindi line",
        "updated line",
        "address",
        "picture",
        "nothing",
        "meeting",
        "year",
        "below",
    ],
)
def test_day_of_publication(
    tmp_path: Path, markup: dict[str, str], day: str | None, origin: str | None
) -> None:
    report = ingest(tmp_path, page(**markup))
    assert (report.published, report.published_from) == (day, origin)


def test_metadata_beats_line_and_address(tmp_path: Path) -> None:
    report = ingest(
        tmp_path,
        page(
            head="<meta property='article:published_time' content='2024-03-12'>"
            "<link rel='canonical' href='https://n.example.org/2024/03/10/talab'>",
            before="<p class='date'>11 मार्च 2024</p>",
        ),
    )
    assert (report.published, report.published_from) == ("2024-03-12", "metadata")


def test_declared_charset_is_used_when_it_is_not_utf8(tmp_path: Path) -> None:
    markup = page().replace("charset='utf-8'", "charset='utf-16'")
    assert ingest(tmp_path, markup.encode("utf-16-le")).text.startswith(HEADLINE)
    declared = page(after="<p>£</p>").replace("charset='utf-8'", "charset='windows-1252'")
    assert (
        HEADLINE in ingest(tmp_path, declared.encode()).text
    )  # the declaration is wrong, the bytes are UTF-8


def test_xml_declaration_is_no_obstacle(tmp_path: Path) -> None:
    report = ingest(tmp_path, '<?xml version="1.0" encoding="utf-8"?>\n' + page(), "page.xhtml")
    assert report.text.startswith(HEADLINE)


def test_rows_with_markup(tmp_path: Path) -> None:

    rows = json.dumps({"id": "7", "html": page(), "published": "2024-03-12", "title": "दूसरा शीर्षक"})
    report = ingest(tmp_path, rows, "feed.jsonl")
    assert report.text.split("\n")[0] == HEADLINE
    assert (report.source, report.title, report.published) == ("7", "दूसरा शीर्षक", "2024-03-12")


MENU = (
    "<div class='menu'><ul>"
    + "".join(f"<li><a href='/{n}'>खंड {n}</a></li>" for n in range(8))
    + "</ul></div>"
)
TEASERS = (
    "<div class='related'>" + "".join(f"<a href='/{n}'>मेले की तैयारी {n}</a>" for n in range(6)) + "</div>"
)
LAYOUTS = {
    "breaks": (
        f"<title>नवप्रभात: {HEADLINE}</title><body>{MENU}<div class='date-header'>मंगलवार, 12 मार्च 2024</div>"
        f"<h3 class='post-title'>{HEADLINE}</h3>"
        f"<div class='post-body'>{'<br><br>'.join(PARAGRAPHS)}</div>{TEASERS}"
    ),
    "table": (
        f"<title>{HEADLINE}</title><body><table><tr><td>{MENU}</td></tr><tr><td><b>{HEADLINE}</b><br>"
        f"दिनांक: 12/03/2024<br><br>{'<br>'.join(PARAGRAPHS)}</td><td>{TEASERS}</td></tr></table>"
    ),
    "site title": (
        f"<title>Press Release</title><body>{MENU}<div class='content'><h2>{HEADLINE}</h2>"
        f"<div class='when'>प्रविष्टि तिथि: 12 MAR 2024 10:20AM</div><p>{'</p><p>'.join(PARAGRAPHS)}</p></div>"
    ),
    "boxes": (
        f"<title>{HEADLINE} - नवप्रभात</title><body>{MENU}<div><h1>{HEADLINE}</h1><span>Mar 12, 2024</span>"
        f"<div>{'</div><div>'.join(PARAGRAPHS)}</div></div>{TEASERS}<p>© 2025</p>"
    ),
}


@pytest.mark.parametrize("markup", LAYOUTS.values(), ids=LAYOUTS)
def test_layouts_of_sites(tmp_path: Path, markup: str) -> None:
    report = ingest(tmp_path, f"<html><head><meta charset='utf-8'>{markup}</body></html>")
    assert HEADLINE in report.text
    assert all(paragraph in report.text for paragraph in PARAGRAPHS)
    assert "मेले की तैयारी" not in report.text
    assert "खंड 3" not in report.text
    assert (report.published, report.published_from) == ("2024-03-12", "dateline")


def test_control_characters_beside_a_day_break_nothing() -> None:
    tree = html.document_fromstring(page(before="<p class='date'>खबर \x02 देर \x03 रात</p>"))
    assert "\x02" in tree.text_content()
    assert visible_day(tree, "\n".join(PARAGRAPHS), HEADLINE) is None
