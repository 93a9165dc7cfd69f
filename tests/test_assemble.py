"""From mentions in normalised text to quotes of the published text."""

from __future__ import annotations

import pytest

from nirdesh.analyse import Engine, load_engine
from nirdesh.assemble import assemble
from nirdesh.mentions import (
    Addressee,
    DateMention,
    Directive,
    EntityMention,
    Office,
    Person,
    Post,
    Region,
    Span,
)
from nirdesh.report import Report

# The scraper's text has a no-break space, a damaged vowel sign and Devanagari digits.
TEXT = "नगर आयुक्त बाॅबी राणा ने १५ जून तक नाले साफ\u00a0करने के निर्देश दिए।"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine("blank")


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def analysed(engine: Engine):
    doc = next(engine.pipe([Report(id="r", source="a.txt", text=TEXT)]))
    text = doc.text
    date = DateMention(span(text, "15 जून तक"), "../XXXX-06-15", "by", "deadline", rule="until")
    doc._.dates = (date,)
    mention = EntityMention(span(text, "बॉबी राणा"))
    post = Post("नगर आयुक्त", span(text, "नगर आयुक्त"))
    doc._.people = (Person("p1", "बॉबी राणा", "Bobby Rana", (post,), (mention,)),)
    action = span(text, "नाले साफ करने")
    doc._.directives = (Directive(Span(0, len(text)), action, "order", issuers=("p1",), when=(0,)),)
    return doc


def test_quotes_are_the_published_words(engine: Engine):
    record = next(assemble([analysed(engine)]))
    assert record.dates[0].text == "१५ जून तक"
    assert record.people[0].name == "बॉबी राणा"
    assert record.people[0].mentions[0].text == "बाॅबी राणा"
    assert record.directives[0].action.text == "नाले साफ\u00a0करने"
    assert record.directives[0].when[0].date == record.dates[0].id == "d1"
    assert record.people[0].part == ["issuer"]
    assert any(repair.text == "बाॅबी" or "ाॅ" in repair.text for repair in record.repairs)


def test_the_same_words_with_the_same_value_are_one_date(engine: Engine):
    doc = analysed(engine)
    doc._.dates = (*doc._.dates, doc._.dates[0])
    record = next(assemble([doc]))
    assert [len(date.mentions) for date in record.dates] == [2]


def test_an_item_without_a_place_in_the_text_is_told_not_raised(engine: Engine):
    doc = analysed(engine)
    broken = Directive(Span(3, 3), Span(0, 5), "order")
    doc._.directives = (*doc._.directives, broken)
    record = next(assemble([doc]))
    assert len(record.directives) == 1
    assert [problem.code for problem in record.problems] == ["bad-span"]


def test_a_place_keeps_its_signs_of_abbreviation(engine: Engine):
    doc = next(engine.pipe([Report(id="r", source="a.txt", text="उ0प्र0 में बैठक हुई")]))
    doc._.regions = (Region("r1", "उ.प्र.", "state", (EntityMention(Span(0, 6)),)),)
    assert [region.name for region in next(assemble([doc])).regions] == ["उ0प्र0"]


def test_ids_stay_when_other_items_change(engine: Engine):
    before = next(assemble([analysed(engine)])).directives[0].id
    doc = analysed(engine)
    addressee = Addressee(span(doc.text, "नगर आयुक्त"))
    more = Directive(Span(0, len(doc.text)), span(doc.text, "निर्देश"), "order", addressees=(addressee,))
    doc._.directives = (more, *doc._.directives)
    doc._.offices = (Office("आयुक्त", "आयुक्त", ()),)
    assert before in {directive.id for directive in next(assemble([doc])).directives}


def test_recurrences_belong_to_the_action_that_they_stand_in(engine: Engine):
    text = "उन्होंने कहा कि पार्षद रोज गश्त करें और सड़क साफ कराएं।"
    doc = next(engine.pipe([Report(id="r", source="a.txt", text=text)]))
    daily = DateMention(span(doc.text, "रोज"), None, "every", "other", rrule="FREQ=DAILY")
    doc._.dates = (daily,)
    whole = Span(0, len(doc.text))
    doc._.directives = tuple(
        Directive(whole, span(doc.text, words), "order") for words in ("रोज गश्त करें", "सड़क साफ कराएं")
    )
    first, second = next(assemble([doc])).directives
    assert [row.rrule for row in first.recurrence] == ["FREQ=DAILY"]
    assert (first.when, second.recurrence) == ([], [])
