"""Who gives a directive where no clause of its own says it: meetings, sources, orders without an agent."""

from __future__ import annotations

import pytest

from nirdesh.api import read_text
from nirdesh.extract.directives import extractor


@pytest.fixture(autouse=True)
def _all_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """The judge, which is fitted, has tests of its own."""
    monkeypatch.setattr(extractor, "sure", lambda: 0.0)
    monkeypatch.setattr(extractor, "threshold", lambda: 0.0)


def issuers(text: str) -> list[list[str]]:
    """Names of the issuers of each directive."""
    record = read_text(text, published="2024-03-01")
    names = {person.id: person.name for person in record.people}
    names |= {body.id: body.name for body in record.organisations}
    names |= {office.id: office.title for office in record.offices}
    return [[names[who] for who in d.issuers] for d in record.directives]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("व्यापार मंडल की बैठक हुई। बैठक में तय हुआ कि सभी बाजार रविवार को बंद रहेंगे।", "व्यापार मंडल"),
        ("माली समाज की बैठक में निर्णय लिया गया कि विवाह में डीजे नहीं बजाया जाएगा।", "माली समाज"),
        ("नगर परिषद की मासिक बैठक में शहर में पांच शौचालय बनाने का फैसला लिया गया।", "नगर परिषद"),
        ("स्वास्थ्य विभाग की समीक्षा बैठक में तय हुआ कि 5 मई तक सभी केंद्र खोले जाएंगे।", ""),
        ("व्यापार मंडल की बैठक हुई। उधर ग्रामीणों की पंचायत में तय हुआ कि 5 मई को धरना दिया जाएगा।", ""),
    ],
)
def test_a_decision_is_by_the_body_that_met(text: str, expected: str) -> None:
    assert issuers(text) == [[expected] if expected else []]


def test_an_order_without_agent_is_by_the_only_one_who_speaks() -> None:
    text = "बैठक में सचिव रमा देशवाल ने बताया कि सभी विभाग योजना भेजेंगे।\n5 मई तक नाले साफ करने के निर्देश दिए गए।"
    assert issuers(text) == [["रमा देशवाल"], ["रमा देशवाल"]]


def test_who_is_told_of_as_a_source_goes_on() -> None:
    text = "सचिव रमा देशवाल के अनुसार रविवार को सभी बाजार बंद रहेंगे। दुकानदार 5 मई तक बिल जमा करा दें।"
    assert issuers(text) == [["रमा देशवाल"], ["रमा देशवाल"]]


@pytest.mark.parametrize(
    "source",
    [
        "सचिव रमा देशवाल की मानें तो",
        "सचिव रमा देशवाल के पत्र में कहा गया है कि",
        "सचिव रमा देशवाल से मिले निर्देश के अनुसार",
        "सचिव रमा देशवाल से प्राप्त पत्र के अनुसार",
        "सचिव रमा देशवाल के स्तर से जारी आदेश में कहा गया है कि",
        "सचिव रमा देशवाल का आदेश जारी हो गया है। आदेश में कहा गया है कि",
    ],
)
def test_a_document_speaks_for_who_issued_it(source: str) -> None:
    assert issuers(f"सोनपुर। {source} सभी दुकानदारों को 5 मई तक लाइसेंस बनवाना होगा।") == [["रमा देशवाल"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "सोनपुर। यातायात पुलिस ने एडवाइजरी जारी की है। बसें बाईपास से मोड़ी जाएंगी। "
            "लोगों से घर में रहने की अपील की गई है।",
            ["यातायात पुलिस", "यातायात पुलिस"],
        ),
        ("सोनपुर। व्यापार मंडल की ओर से 5 मई को शिविर लगाया जाएगा।", ["व्यापार मंडल"]),
        (
            "सोनपुर। समीक्षा बैठक हुई। अध्यक्षता सीडीओ रमा देशवाल ने की। बीडीओ को 5 मई तक सूची देने के निर्देश दिए गए।",
            ["रमा देशवाल"],
        ),
        ("सोनपुर। सचिव रमा देशवाल मेला क्षेत्र पहुंचीं। संस्था को 5 मई तक काम पूरा करने को कहा।", ["रमा देशवाल"]),
        ('सोनपुर। "सभी बूथ अध्यक्ष 5 मई तक सूची जमा कर दें", यह कहना है सचिव रमा देशवाल का।', ["रमा देशवाल"]),
    ],
)
def test_who_issued_led_or_came_speaks(text: str, expected: list[str]) -> None:
    assert issuers(text) == [[name] for name in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "सोनपुर। पटना हाईकोर्ट ने मेले पर सुनवाई की। "
            "न्यायमूर्ति रमा देशवाल और न्यायमूर्ति मोहन ठाकुर की खंडपीठ ने निगम को फटकार लगाई। "
            "खंडपीठ ने निगम को 5 मई तक जवाब दाखिल करने का निर्देश दिया।",
            ["पटना हाईकोर्ट"],
        ),
        (
            "सोनपुर। पटना हाईकोर्ट ने जिला न्यायालय से रिपोर्ट मांगी है। "
            "कोर्ट ने निगम को 5 मई तक सूची देने का निर्देश दिया।",
            ["पटना हाईकोर्ट", "पटना हाईकोर्ट"],
        ),
        (
            "सोनपुर। पटना हाईकोर्ट ने याचिका स्वीकार कर ली है। साथ ही निगम को 5 मई तक हलफनामा दाखिल करने को कहा है।",
            ["पटना हाईकोर्ट"],
        ),
    ],
)
def test_a_bench_and_a_bare_court_are_the_court_that_acted(text: str, expected: list[str]) -> None:
    assert issuers(text) == [[name] for name in expected]


def test_what_others_will_do_after_somebody_else_acted_is_the_reports() -> None:
    text = "सोनपुर। सचिव रमा देशवाल ने कहा कि सभी बाजार 5 मई को बंद रहेंगे। "
    text += "व्यापार मंडल ने इसका विरोध किया है। महासंघ 6 मई को अपील करेगा।"
    assert issuers(text) == [["रमा देशवाल"], []]


def test_who_signs_a_paper_gives_the_order_that_it_gives() -> None:
    text = (
        "यूनियन की बैठक श्री मोहन ठाकुर की अध्यक्षता में सम्पन्न हुई। समस्त शाखा सचिवों को निर्देश दिया जाता है कि वे "
        "दस साथियों के नाम महामंत्री को भेजें।\n\nभवदीय\nसलीम बारी\nमहामंत्री\n"
    )
    assert issuers(text) == [["सलीम बारी"]]


def test_what_a_village_assembly_decides() -> None:
    text = (
        "ग्राम बरखेड़ा में सरपंच रमा देशवाल की अध्यक्षता में ग्रामसभा रखी गई जिसमें निम्न निर्णय लिए गए\n"
        "1.गांव में शराब बेचना प्रतिबंधित रहेगा\n2.तालाब में कपड़ा धोना मना है\n"
    )
    assert issuers(text) == [["ग्रामसभा"], ["ग्रामसभा"]]


@pytest.mark.parametrize(("title", "short"), [("वाइस चांसलर", "वी.सी."), ("प्रबंध निदेशक", "एम.डी.")])
def test_a_title_and_its_letters_are_one_post(title: str, short: str) -> None:
    text = f"{title} डॉ. मोहन ठाकुर ने केंद्र देखा। {short} ने सभी वार्डनों को निर्देश दिए कि वे रोजाना खाना चैक करें।"
    assert issuers(text) == [["मोहन ठाकुर"]]
