from __future__ import annotations

from datetime import date, datetime

import pytest
import spacy

from nirdesh.analyse.extensions import register_extensions
from nirdesh.extract.dates import filter_rows, tag
from nirdesh.extract.dates.almanac import easter, festivals, holiday_days, holiday_rules
from nirdesh.extract.dates.lexicon import load
from nirdesh.extract.dates.numerals import numerals
from nirdesh.extract.dates.panchang import tithi_day
from nirdesh.extract.dates.tense import reading
from nirdesh.report import Report

PUBLISHED = date(2024, 2, 6)


def values(text: str, reference: date | None = PUBLISHED) -> list[str | None]:
    return [m.edtf for m in tag(text, reference=reference)]


def test_deadline_counts_from_the_day_of_speaking() -> None:
    text = "महापौर ने सोमवार को बैठक ली। उन्होंने कहा कि तीन दिन में नाले साफ करें।"
    assert values(text) == ["2024-02-05", "../2024-02-08"]


def test_gapped_list_of_days_takes_the_month_of_the_first() -> None:
    text = "धरना 3 मार्च को रामपुर, 5 को सीतापुर और 9 को लखनपुर में दिया जाएगा।"
    assert values(text) == ["2024-03-03", "2024-03-05", "2024-03-09"]


def test_headline_day_takes_the_month_of_the_body() -> None:
    assert values("मंडल बैठक 14 को\nबैठक 14 मार्च को नगर भवन में होगी।") == ["2024-03-14", "2024-03-14"]


def test_same_deadline_is_read_alike_in_headline_and_body() -> None:
    text = "सभी घाट 20 मार्च तक बंद\nसभा ने 20 मार्च तक नाव न चलाने को कहा।"
    assert set(values(text)) == {"2024-02-06/2024-03-20"}


def test_without_anchor_the_year_stays_unknown() -> None:
    assert values("शिविर 4 मार्च को लगेगा और 9 से 12 मार्च के बीच चलेगा।", None) == [
        "XXXX-03-04",
        "XXXX-03-09/XXXX-03-12",
    ]


def test_document_year_fills_in() -> None:
    assert [m.edtf for m in tag("शिविर 4 मार्च को लगेगा।", doc_year=2019)] == ["2019-03-04"]


def test_two_days_with_months_of_their_own_are_two_dates() -> None:
    assert values("दौड़ 12 मार्च और 19 मार्च को होगी।") == ["2024-03-12", "2024-03-19"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("मेला 25 दिसंबर को हुआ था।", "2023-12-25"),
        ("मेला 25 दिसंबर को होगा।", "2024-12-25"),
        ("दिसंबर में मेला हुआ था।", "2023-12"),
        ("होली पर घाट सजेंगे।", "2024-03-25"),
        ("बीते 3 जनवरी को मेला लगा।", "2024-01-03"),
    ],
)
def test_year_follows_tense(text: str, edtf: str) -> None:
    assert values(text)[0] == edtf


def test_damaged_and_variant_spellings_are_read() -> None:
    expected = values("5 सितंबर 2023 और 7 मई 2023 और 9 मार्च 2023")
    assert values("5 सितम्‍बर 2023 और 7 मर्इ 2023 और 9 माचर् 2023") == expected


def test_mentions_say_rule_and_anchor() -> None:
    mention = tag("बैठक कल होगी", reference=PUBLISHED)[0]
    assert (mention.rule, mention.anchor, mention.role) == ("kal", "2024-02-06", "scheduled")
    assert tag("बैठक 5 मार्च 2024 को होगी", reference=PUBLISHED)[0].anchor is None


def test_several_weekdays_recur() -> None:
    assert tag("प्रत्येक सोमवार एवं गुरुवार को जांच होगी")[0].rrule == "FREQ=WEEKLY;BYDAY=MO,TH"


def test_lengths_and_times_have_no_calendar_value() -> None:
    found = tag("शिविर तीन दिन चला और सुबह 8 बजे खुला", reference=PUBLISHED)
    assert [(m.edtf, m.timex) for m in found] == [(None, "P3D"), (None, "T08")]


def test_component_uses_the_publication_day() -> None:
    register_extensions()
    nlp = spacy.blank("hi")
    nlp.add_pipe("nirdesh_dates")
    doc = nlp.make_doc("सभी 8 मार्च तक सूची दें। सभा दो घंटे चली।")
    doc._.report = Report(id="r", source="t", text=doc.text, published="2024-02-06")
    doc = nlp.get_pipe("nirdesh_dates")(doc)
    assert [(doc.text[m.span.start : m.span.end], m.edtf) for m in doc._.dates] == [
        ("8 मार्च तक", "../2024-03-08")
    ]


def test_relative_days_without_publication_are_found_without_value() -> None:
    found = tag("सोमवार तक सूची दें और तीन दिन में जांच करें। सभा दो घंटे चली।")
    assert [(m.edtf, m.adrift) for m in found] == [(None, True), (None, True), (None, False)]


def test_deadline_counts_from_a_dateline_without_year() -> None:
    text = "जांच के आदेश\nरायपुर, 3 मई : सचिव सात दिन में रिपोर्ट दें।"
    assert values(text, None) == ["XXXX-05-03", "../XXXX-05-10"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (
            "4 मार्च को आवेदन शुरू होंगे, 9 तक फीस जमा होगी और 12 को जांच।",
            ["2024-03-04", "../2024-03-09", "2024-03-12"],
        ),
        ("17 से चलेगी टोली\nटोली 17 मार्च को चलेगी।", ["2024-03-17", "2024-03-17"]),
        ("11 से 13 तक सजेंगे घर\nघर 11 से 13 मार्च तक सजेंगे।", ["2024-03-11/2024-03-13"] * 2),
    ],
)
def test_days_without_month(text: str, edtf: list[str]) -> None:
    assert values(text) == edtf


def test_a_day_before_counts_from_the_day_of_the_sentence() -> None:
    assert values("नल 21 मार्च को बंद रहेंगे, लोग एक दिन पहले पानी भर लें।") == ["2024-03-21", "2024-03-20"]
    assert values("कूपन एक दिन पहले बांटे जाएंगे।") == [None]


def test_one_day_told_twice_is_one_mention() -> None:
    assert values("आज दिनांक 06.02.2024 को बैठक हुई।") == ["2024-02-06"]
    assert values("मंगलवार (Tuesday) को बैठक होगी।") == ["2024-02-06"]


def test_that_day_is_a_day_and_no_limit() -> None:
    assert values("सूची 20 मार्च तक दें और उसी दिन भेज दें।") == ["../2024-03-20", None]
    assert values("मतदान 20 मार्च को होगा, गिनती उसी दिन होगी।") == ["2024-03-20", "2024-03-20"]
    assert values("मतदान 20 मार्च को होगा, गिनती इसी दिन होगी।") == ["2024-03-20", "2024-03-20"]


def test_a_limit_by_a_moving_feast_is_marked() -> None:
    found = tag("सड़कें होली तक ठीक करें, दीवारें गणतंत्र दिवस से पहले।", reference=PUBLISHED)
    assert [m.rule for m in found] == ["feast-limit", "before"]


def test_filter_answers_each_kind_of_row() -> None:
    rows = [
        {"id": "1", "input": "मैं कल सुबह 8 बजे आऊंगा", "reference": "2024-02-06T00:00:00"},
        {"id": "2", "input": "पौने दो लाख और 12 करोड़", "reference": None, "kind": "number"},
        {"id": "3", "input": "पच्चीसवां और अंतिम", "reference": None, "kind": "ordinal"},
    ]
    answers = [[r["timex"] for r in answer["results"]] for answer in filter_rows(rows)]
    assert answers == [["2024-02-07T08"], ["175000", "120000000"], ["25", "end+0"]]


@pytest.mark.parametrize(
    ("kind", "timex"), [("date", "2024-03-05"), ("date-us", "2024-05-03"), ("report", "2024-03-05")]
)
def test_day_comes_first_unless_the_row_is_american(kind: str, timex: str) -> None:
    row = {"id": "1", "input": "बैठक 05/03/2024 को होगी", "reference": None, "kind": kind}
    assert next(filter_rows([row]))["results"][0]["timex"] == timex


def test_filter_takes_a_clock_reference() -> None:
    row = {"id": "1", "input": "5 मिनट में आता हूं", "reference": datetime(2024, 2, 6, 9, 30).isoformat()}
    assert next(filter_rows([row]))["results"][0]["timex"] == "2024-02-06T09:35:00"


def test_every_number_word_is_read() -> None:
    kinds = ("unit", "tens", "hundred", "mult")
    wrong = []
    for word, number in load().numbers.items():
        if number.kind in kinds and "\u0900" <= word[0] <= "\u097f":
            found = numerals(word, "ordinal" if number.ordinal else "number")
            if [n.value for n in found] != [str(number.value)]:
                wrong.append(word)
    assert wrong == []


def test_festival_days_lie_in_their_year_and_rules_parse() -> None:
    for key in holiday_rules():
        assert all(day.year == 2024 for day in holiday_days(key, 2024))
    assert easter(2024) == date(2024, 3, 31)


@pytest.mark.parametrize(
    ("festival", "month", "tithi"),
    [("SHARAD_NAVRATRI", 7, 1), ("CHHATH_PUJA", 8, 6), ("RATH_YATRA", 4, 2), ("GUDI_PADWA", 1, 1)],
)
def test_lunar_calendar_agrees_with_the_dated_one(festival: str, month: int, tithi: int) -> None:
    """Festivals kept on the tithi of sunrise; one year of thirty may differ by place."""
    days = festivals()[festival]
    same = sum(tithi_day(day.year, month, tithi, dark=False) == day for day in days)
    assert same >= len(days) - 1


def test_lunar_calendar_is_silent_outside_its_years() -> None:
    assert tithi_day(1700, 1, 1, dark=False) is None


@pytest.mark.parametrize(
    ("word", "expected"), [("करेंगे", "future"), ("किया", "past"), ("है", "present"), ("नदी", None)]
)
def test_finite_verbs(word: str, expected: str | None) -> None:
    assert reading(word) == expected


@pytest.mark.parametrize("spelling", ["29th of Sept., 2021", "Sept. 29th 2021", "29 Sep 2021"])
def test_odd_latin_spellings_are_read_behind_our_own_spans(spelling: str) -> None:
    text = f"जारी {spelling} को"
    mention = tag(text)[0]
    assert (text[mention.span.start : mention.span.end], mention.edtf) == (spelling, "2021-09-29")


def test_a_plan_for_a_weekday_has_no_value_without_anchor() -> None:
    assert values("सोमवार तक सूची दें।", None) == [None]
    assert values("सोमवार को बैठक होगी।", None) == [None]


def test_a_bare_day_takes_its_month_from_a_day_with_an_hour() -> None:
    found = tag("मतदान 8 जुलाई को सुबह सात बजे से होगा। मतगणना 11 को होगी।", reference=date(2025, 5, 1))
    assert found[-1].edtf == "2025-07-11"


def test_today_and_tomorrow_of_what_was_said_count_from_the_day_of_speaking() -> None:
    text = "तहसीलदार ने शनिवार को कहा कि सभी पटवारी कल सूची लगा दें।"
    assert [m.edtf for m in tag(text, reference=date(2024, 7, 15))] == ["2024-07-13", "2024-07-14"]
    text = "मेला शनिवार को हुआ। कल बाजार बंद रहेगा।"
    assert [m.edtf for m in tag(text, reference=date(2024, 7, 15))] == ["2024-07-13", "2024-07-16"]


def test_a_bare_limit_takes_the_month_that_the_report_gives() -> None:
    text = "छात्राएं 15 तक भरें आवेदन\nछात्राएं 15 जुलाई तक आवेदन भरें।"
    assert [m.edtf for m in tag(text, reference=date(2024, 7, 1))] == ["../2024-07-15", "../2024-07-15"]
    text = "समिति 14 सितंबर को गोष्ठी कराएगी। प्रविष्टियां 10 तारीख तक जमा करें।"
    assert [m.edtf for m in tag(text)] == ["XXXX-09-14", "../XXXX-09-10"]


def test_today_is_the_day_of_the_dateline() -> None:
    text = "सोनपुर, 8 जून। अदालत ने आज फैसला सुरक्षित रखा।"
    assert [m.edtf for m in tag(text, reference=date(2010, 6, 9))] == ["2010-06-08", "2010-06-08"]
    assert [m.edtf for m in tag(text)] == ["XXXX-06-08", "XXXX-06-08"]


def test_two_bare_days_under_one_case_marker() -> None:
    text = "12 जून को हरिपुर, 14 को मानपुर, 15 व 16 को सोनपुर तथा 21 जून को रामपुर में शिविर लगेगा।"
    assert values(text, date(2022, 6, 1)) == [
        "2022-06-12",
        "2022-06-14",
        "{2022-06-15,2022-06-16}",
        "2022-06-21",
    ]


def test_a_length_before_the_name_of_what_is_ordered_is_a_deadline() -> None:
    assert values("प्रबंधक ने एक सप्ताह में शिकायतों के निराकरण के निर्देश दिए।") == ["../2024-02-13"]
    assert values("प्रबंधक ने तीन दिन में भुगतान को कहा।") == ["../2024-02-09"]
    assert values("एक सप्ताह में भुगतान के 12 प्रकरण आए।") == [None]
    assert values("पिछली बार एक सप्ताह में निराकरण के निर्देश दिए थे।") == [None]


def test_a_length_after_an_event_of_each_case_is_no_deadline() -> None:
    assert values("आवेदन मिलने पर तीन दिन में निपटाएं।") == [None]
    assert values("चौक पर तीन दिन में नाली बनाएं।") == ["../2024-02-09"]
    assert values("हर संदिग्ध मरीज की सूचना 24 घंटे में विभाग को दें।") == [None]
    assert values("हर विभाग तीन दिन में सूची देगा।") == ["../2024-02-09"]


def test_a_year_of_its_own_ends_on_no_known_day() -> None:
    assert values("पेराई वर्ष समाप्त होने तक कांटे न हटाएं।") == [None]
    assert values("वर्ष समाप्त होने तक कांटे न हटाएं।") != [None]


def test_days_that_lie_ahead_are_none_of_the_past_whatever_is_told_of_them() -> None:
    text = "बारिश की आशंका को देखते हुए 10 से 14 फरवरी के बीच कोई निर्माण नहीं, यह निर्देश सचिव ने दिया।"
    assert [m.role for m in tag(text, reference=PUBLISHED)] == ["scheduled"]
