"""Bodies that give directives: how their names are read, told apart, listed, and shortened later."""

from __future__ import annotations

import pytest
from test_directives_issuers import _all_kept, issuers

from nirdesh.extract.people import find_entities
from nirdesh.extract.regions import find_regions

__all__ = ["_all_kept"]


def bodies(text: str) -> list[str]:
    return [body.name for body in find_entities(text, find_regions(text)).organisations]


def test_a_body_of_the_whole_country_takes_no_town_into_its_name() -> None:
    assert bodies("रेलवे ने सूची जारी की। गाड़ी पटना रेलवे स्टेशन से चलेगी।") == ["रेलवे"]
    assert bodies("सोमवार को पटना रेलवे ने सूची जारी की। पटना पुलिस ने जांच की।") == ["रेलवे", "पटना पुलिस"]


def test_governments_of_two_states_are_two() -> None:
    text = "सोमवार को दिल्ली सरकार ने बसें चलाने का फैसला किया है। बिहार सरकार ने स्कूल बंद करने का फैसला किया है।"
    assert issuers(text) == [["दिल्ली सरकार"], ["बिहार सरकार"]]
    assert bodies("बिहार सरकार ने सूची मांगी। राज्य सरकार ने पत्र भेजा। सरकार ने जांच की।") == ["बिहार सरकार"]
    assert bodies("यूपी सरकार ने सूची मांगी। उत्तर प्रदेश सरकार ने पत्र भेजा।") == ["उत्तर प्रदेश सरकार"]


@pytest.mark.parametrize(
    ("agent", "expected"),
    [
        ("विमानन नियामक डीजीसीए", ["डीजीसीए"]),
        ("जांच एजेंसी सीबीआई", ["सीबीआई"]),
        ("स्वास्थ्य मंत्रालय और डीजीसीए", ["स्वास्थ्य मंत्रालय", "डीजीसीए"]),
        ("वन विभाग, लोक निर्माण विभाग और सिंचाई विभाग", ["वन विभाग", "लोक निर्माण विभाग", "सिंचाई विभाग"]),
        ("महिला एवं बाल विकास विभाग", ["महिला एवं बाल विकास विभाग"]),
        ("गीता देवी मेले का प्रबंधन करने वाले वन विभाग", ["वन विभाग"]),
        ("समाचार एजेंसी पीटीआई", []),
    ],
)
def test_who_gives_it_is_the_body_itself(agent: str, expected: list[str]) -> None:
    assert issuers(f"सोमवार को {agent} ने सभी होटलों को 5 मई तक सूची भेजने को कहा है।") == [expected]


def test_an_agent_before_the_word_that_opens_its_clause() -> None:
    text = "केंद्र ने जहां सभी अस्पतालों को दवा मंगाने का निर्देश दिया है, वहीं वन विभाग ने रेंजरों को गश्त करने को कहा है।"
    assert issuers(text) == [["केंद्र"], ["वन विभाग"]]


def test_a_bare_noun_that_acted_is_no_longer_body_named_since() -> None:
    text = "प्रशासन ने निगम को नाले साफ कराने के निर्देश दिए। टीम में पुलिस प्रशासन और जिला प्रशासन के लोग हैं। "
    assert issuers(text + "प्रशासन की लोगों से अपील है कि वे घर में रहें।") == [["प्रशासन"], ["प्रशासन"]]


def test_what_a_document_says_is_by_the_body_that_issued_it() -> None:
    text = "एक अधिकारी ने बताया कि परिवहन निगम ने बसें चलाने के लिए दिशा-निर्देश जारी किए हैं। "
    text += "इसमें कहा गया है कि चालकों की जांच कराई जाए।\nदिशा-निर्देशों में कहा गया है कि यात्री मास्क पहनें।"
    assert issuers(text)[1:] == [["परिवहन निगम"], ["परिवहन निगम"]]
    other = "परिवहन निगम ने दिशा-निर्देश जारी किए हैं। सचिव रमा देशवाल ने ज्ञापन दिया। "
    other += "रमा देशवाल ने कहा कि किराया घटाया जाए। इसमें कहा गया है कि चालकों की जांच कराई जाए।"
    assert issuers(other)[-1] == ["रमा देशवाल"]


def test_whose_document_it_is_that_only_gives_the_time() -> None:
    text = "सचिव रमा देशवाल ने कहा कि सभी दुकानें बंद रहेंगी।\nनियमों के तहत मास्क पहनना होगा। "
    text += "यह आदेश गृह मंत्रालय द्वारा जारी दिशानिर्देशों के लागू होने के चार दिन बाद जारी किए गए हैं।"
    assert ["गृह मंत्रालय"] not in issuers(text)


def test_the_source_of_a_statement_speaks_on() -> None:
    text = "सचिव रमा देशवाल के मुताबिक स्थिति अब ठीक है। सभी दुकानदार नियमों का पालन करें।"
    assert issuers(text) == [["रमा देशवाल"]]
    nobody = "सचिव रमा देशवाल ने कहा कि मेले से मदद मिलेगी। पार्टी सूत्रों के अनुसार 5 मई को बैठक होगी।"
    assert issuers(nobody) == [[]]


def test_who_bids_is_who_spoke_though_sentences_stand_between() -> None:
    told = "सचिव रमा देशवाल ने बताया कि स्थिति ठीक है। मरीज घटे हैं। बाजार खुले हैं। दवा पहुंच गई है। "
    assert issuers(told + "सभी दुकानदार नियमों का पालन करें।") == [["रमा देशवाल"]]
    other = told + "विधायक मोहन ठाकुर ने इसे सराहा। सभी दुकानदार नियमों का पालन करें।"
    assert issuers(other) == [[]]
