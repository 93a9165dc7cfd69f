"""Ten layouts of news sites, after the habits of Hindi papers, agencies, blogs and government portals.

Each takes a headline, paragraphs and a day, and gives a page with what such a site puts around a report:
menus, teasers of other reports with their own days, shares, comments, forms, related links, footers. The sites
and their other reports are invented.
"""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final

_MONTHS: Final = (
    "जनवरी",
    "फरवरी",
    "मार्च",
    "अप्रैल",
    "मई",
    "जून",
    "जुलाई",
    "अगस्त",
    "सितंबर",
    "अक्टूबर",
    "नवंबर",
    "दिसंबर",
)
_ENGLISH: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DIGITS: Final = str.maketrans("0123456789", "०१२३४५६७८९")
_TEASERS: Final = (
    "मंडी में प्याज के भाव गिरे, किसान मायूस",
    "नगर में निकली शोभायात्रा, उमड़े श्रद्धालु",
    "टीम ने जीता फाइनल, कप्तान का शतक",
    "सोने की कीमत में उछाल, जानें आज का भाव",
    "तेज हवा के साथ बारिश, तापमान लुढ़का",
)
_MENU: Final = ("होम", "देश", "प्रदेश", "खेल", "मनोरंजन", "राशिफल", "ई-पेपर", "वीडियो")
Page = Callable[[str, Sequence[str], date], str]


def hindi(day: date) -> str:
    """12 मार्च 2024."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _paragraphs(texts: Sequence[str], tag: str = "p") -> str:
    return "".join(f"<{tag}>{html.escape(text)}</{tag}>" for text in texts)


def _menu(tag: str = "ul") -> str:
    items = "".join(f'<li><a href="/{number}">{name}</a></li>' for number, name in enumerate(_MENU))
    return f"<nav><{tag}>{items}</{tag}></nav>"


def _teasers(day: date, kind: str = "related") -> str:
    items = "".join(
        f'<li><a href="/news/{number}">{name}</a> <span>{hindi(day - timedelta(days=number + 2))}</span></li>'
        for number, name in enumerate(_TEASERS)
    )
    return f'<div class="{kind}"><h3>यह भी पढ़ें</h3><ul>{items}</ul></div>'


def _head(title: str, more: str = "") -> str:
    return f'<!DOCTYPE html><html lang="hi"><head><meta charset="utf-8"><title>{html.escape(title)}</title>{more}</head>'


def _daily(title: str, texts: Sequence[str], day: date) -> str:
    """A big daily: JSON-LD, share bar, related links in the middle, comments."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": f"{day.isoformat()}T07:12:00+05:30",
        "dateModified": f"{(day + timedelta(days=1)).isoformat()}T09:00:00+05:30",
    }
    middle = len(texts) // 2 or 1
    return (
        _head(title + " | जनपद दर्पण", f'<script type="application/ld+json">{json.dumps(data)}</script>')
        + f"<body><header>{_menu()}</header><main><article><h1>{html.escape(title)}</h1>"
        f'<div class="byline">ब्यूरो, अमर नगर | {hindi(day)}</div><div class="share">शेयर करें WhatsApp Facebook</div>'
        f'<div class="story">{_paragraphs(texts[:middle])}{_teasers(day)}{_paragraphs(texts[middle:])}</div></article>'
        '<section class="comments"><h3>टिप्पणियां</h3><p>बहुत अच्छी खबर है, प्रशासन को बधाई।</p></section></main>'
        "<footer>© 2025 जनपद दर्पण. सर्वाधिकार सुरक्षित।</footer></body></html>"
    )


def _wordpress(title: str, texts: Sequence[str], day: date) -> str:
    """A blog of the common kind: time element, categories, comment form, recent posts."""
    return (
        _head(title + " – लोक संवाद")
        + f'<body class="single"><div id="page"><header id="masthead"><a href="/">लोक संवाद</a>{_menu()}</header>'
        f'<article class="post hentry"><h1 class="entry-title">{html.escape(title)}</h1><div class="entry-meta">'
        f'<time class="entry-date published" datetime="{day.isoformat()}T10:20:11+05:30">{hindi(day)}</time> '
        f'by <span class="author">admin</span></div><div class="entry-content">{_paragraphs(texts)}</div>'
        '<footer class="entry-footer">Posted in <a href="/c">प्रदेश</a></footer></article>'
        '<div id="respond"><h3>Leave a Reply</h3><form><p>Your email address will not be published.</p></form></div>'
        f'<aside id="secondary"><h2>ताज़ा खबरें</h2>{_teasers(day, "widget_recent_entries")}</aside></div></body></html>'
    )


def _agency(title: str, texts: Sequence[str], day: date) -> str:
    """An agency: meta tags, the dateline in the text, nothing visible beside it."""
    meta = (
        f'<meta property="og:title" content="{html.escape(title)}"><meta property="og:type" content="article">'
        f'<meta property="article:published_time" content="{day.isoformat()}T18:45:00Z">'
    )
    return (
        _head(title, meta)
        + f'<body>{_menu("ol")}<div class="container"><h1>{html.escape(title)}</h1><div class="text-body">'
        f"{_paragraphs(texts)}</div><p>(यह खबर सिंडिकेट फीड से ली गई है।)</p></div>{_teasers(day, 'more-stories')}"
        "<footer>Contact us | Privacy policy | Terms</footer></body></html>"
    )


def _portal(title: str, texts: Sequence[str], day: date) -> str:
    """A government portal: tables as layout, the day after a label."""
    return (
        _head("सूचना एवं जनसंपर्क विभाग")
        + '<body><table width="100%"><tr><td colspan="2"><b>सूचना एवं जनसंपर्क विभाग</b></td></tr><tr>'
        f'<td width="20%">{"<br>".join(_MENU)}</td><td><h2>{html.escape(title)}</h2>'
        f"<p>प्रकाशन तिथि : {day:%d/%m/%Y}</p>{_paragraphs(texts)}<p>-----------</p></td></tr></table>"
        f"<div>अंतिम अद्यतन: {(day + timedelta(days=400)):%d-%m-%Y} | आगंतुक संख्या: 104523</div></body></html>"
    )


def _breaks(title: str, texts: Sequence[str], day: date) -> str:
    """An old site: no paragraphs but line breaks, the day as Hindi words with Devanagari digits."""
    body = "<br><br>".join(html.escape(text) for text in texts)
    return (
        _head(title + " - समाचार जगत")
        + f'<body><div id="top">{" | ".join(_MENU)}</div><div id="left"><h1>{html.escape(title)}</h1>'
        f'<span class="postdate">प्रकाशित: {hindi(day).translate(_DIGITS)}, सुबह ८:३० बजे</span>'
        f'<div class="newsdetail">{body}</div></div><div id="right">{_teasers(day, "sidebar")}</div>'
        "<div id='bottom'>कॉपीराइट समाचार जगत</div></body></html>"
    )


def _divs(title: str, texts: Sequence[str], day: date) -> str:
    """A site built of nested boxes without meaning; the day as 'Mar 12, 2024'."""
    boxes = "".join(
        f'<div class="c{n}"><div class="x">{html.escape(t)}</div></div>' for n, t in enumerate(texts)
    )
    shown = f"{_ENGLISH[day.month - 1]} {day.day}, {day.year}"
    return (
        _head(title)
        + f'<body><div class="a"><div class="b">{_menu()}</div><div class="d"><div class="e"><h1>{html.escape(title)}'
        f'</h1></div><div class="date-line">Updated: {shown} 11:05 AM IST</div><div class="f">{boxes}</div></div>'
        f'<div class="g">{_teasers(day, "trending")}</div></div></body></html>'
    )


def _amp(title: str, texts: Sequence[str], day: date) -> str:
    """A page for phones: micro-data, advertisements between paragraphs, links to apps."""
    ad = '<amp-ad width="300"></amp-ad><div class="ad-label">विज्ञापन</div>'
    body = ad.join(f'<p itemprop="articleBody">{html.escape(text)}</p>' for text in texts)
    return (
        _head(title).replace("<html", "<html amp")
        + f'<body><article itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">'
        f'{html.escape(title)}</h1><span itemprop="datePublished" content="{day.isoformat()}">{hindi(day)}</span>'
        f'{body}<p><a href="/app">हमारा ऐप डाउनलोड करें</a></p></article>{_teasers(day, "also-read")}</body></html>'
    )


def _release(title: str, texts: Sequence[str], day: date) -> str:
    """A press office: the day in words above the headline, a list of other releases beside it."""
    return (
        _head("प्रेस विज्ञप्ति")
        + f'<body>{_menu()}<div class="content-area"><div class="release"><p class="rel-date">दिनांक {hindi(day)}</p>'
        f"<h3>{html.escape(title)}</h3>{_paragraphs(texts)}</div><div class='archive'><h4>अन्य विज्ञप्तियां</h4>"
        f"{_teasers(day, 'list')}</div></div><footer>सूचना विभाग, दूरभाष 0522-2239023</footer></body></html>"
    )


def _address(title: str, texts: Sequence[str], day: date) -> str:
    """A site whose day stands in its address alone."""
    url = f"https://khabar.example/{day.year}/{day.month:02}/{day.day:02}/prashasan-{day.day}"
    return (
        _head(
            title + " - खबर आज",
            f'<link rel="canonical" href="{url}"><meta property="og:url" content="{url}">',
        )
        + f'<body><header>{_menu()}</header><section><h1>{html.escape(title)}</h1><div class="description">'
        f'{_paragraphs(texts)}</div></section><section class="popular"><h2>लोकप्रिय</h2>{_teasers(day, "pop")}'
        "</section></body></html>"
    )


def _liveblog(title: str, texts: Sequence[str], day: date) -> str:
    """A site of an app: its data as JSON in the page, blocks with buttons, a newsletter box in between."""
    data = json.dumps({"props": {"article": {"publishedAt": f"{day.isoformat()}T05:00:00.000Z", "id": 77}}})
    box = '<div class="newsletter"><p>ताज़ा खबरें सीधे अपने इनबॉक्स में पाएं</p><button>सब्सक्राइब</button></div>'
    return (
        _head(title, f'<meta name="publish-date" content="{day.isoformat()}">')
        + f'<body><div id="__next"><header>{_menu()}</header><main><h1>{html.escape(title)}</h1>'
        f'<div class="meta">By डेस्क, {hindi(day)}, 10:30 AM</div><div class="article-content">'
        f"{_paragraphs(texts[:1])}{box}{_paragraphs(texts[1:])}</div><div class='tags'>#प्रशासन #बैठक</div></main>"
        f'{_teasers(day, "recommended")}</div><script id="__NEXT_DATA__" type="application/json">{data}</script></body></html>'
    )


LAYOUTS: Final[dict[str, Page]] = {
    "daily": _daily,
    "blog": _wordpress,
    "agency": _agency,
    "portal": _portal,
    "line breaks": _breaks,
    "boxes": _divs,
    "phone": _amp,
    "press office": _release,
    "address": _address,
    "app": _liveblog,
}
