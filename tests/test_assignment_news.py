"""Assignments of short reports as newspapers print them: who comes from where, who gave a list, and more."""

from __future__ import annotations

import pytest

from nirdesh.ingest.build import to_report
from nirdesh.ingest.document import Document
from nirdesh.report import Report
from nirdesh.run.pipeline import Pipeline

Row = tuple[str, str, str | None, str, list[str]]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline("spacy")


def read(pipeline: Pipeline, text: str) -> list[Row]:
    """Who is given what, where, how that changes it, and by whom."""
    report = to_report(Document(source="x", place="x", text=text + "\n", published="2024-05-13"))
    assert isinstance(report, Report)
    record = pipeline.record(report)
    names = {person.id: person.name for person in record.people}
    names |= {office.id: office.title for office in record.offices}
    places = {region.id: region.name for region in record.regions}
    return [
        (
            names[a.assignee],
            a.role.text,
            places.get(a.region or ""),
            a.change,
            [names.get(giver, giver) for giver in a.by],
        )
        for a in record.assignments
    ]


def test_who_puts_out_the_list_of_a_body_gives_nothing(pipeline: Pipeline) -> None:
    text = "पटना। जदयू ने जिलाध्यक्षों की घोषणा की है। महासचिव रमेश खन्ना ने सोमवार को सूची जारी की। "
    text += "बक्सर में मोहन सोनी को जिलाध्यक्ष बनाया गया है।"
    assert read(pipeline, text) == [("मोहन सोनी", "जिलाध्यक्ष", "बक्सर", "appointed", ["जदयू"])]


def test_the_post_of_one_who_is_removed_without_a_name(pipeline: Pipeline) -> None:
    text = "मेरठ। एसएसपी रमेश खन्ना ने थाना दौराला के प्रभारी को हटाकर उनकी जगह निरीक्षक मोहन सोनी को जिम्मेदारी दी है।"
    assert read(pipeline, text) == [("मोहन सोनी", "प्रभारी", "दौराला", "appointed", ["रमेश खन्ना"])]
    text = "मेरठ। एसपी ने दो दरोगाओं को हटाकर मोहन सोनी को चौकी प्रभारी बनाया है।"
    assert [row[:3] for row in read(pipeline, text)] == [("मोहन सोनी", "चौकी प्रभारी", None)]


def test_an_officer_called_from_a_place_moves_and_a_worker_of_a_party_does_not(pipeline: Pipeline) -> None:
    text = "मेरठ। पुलिस लाइन से निरीक्षक मोहन सोनी को प्रभारी निरीक्षक कंकरखेड़ा बनाया गया है।"
    assert read(pipeline, text) == [("मोहन सोनी", "प्रभारी निरीक्षक", "कंकरखेड़ा", "transferred", [])]
    text = "भोपाल। बैतूल से मोहन सोनी को अध्यक्ष बनाया गया है।"
    assert read(pipeline, text) == [("मोहन सोनी", "अध्यक्ष", "बैतूल", "appointed", [])]


def test_those_who_met_gave_what_they_chose(pipeline: Pipeline) -> None:
    text = "भोपाल। मंत्री रमेश खन्ना ने रमा सोनी को समिति का अध्यक्ष बनाया। मोहन राय को सर्वसम्मति से सचिव चुना गया।"
    assert [row[-1] for row in read(pipeline, text)] == [["रमेश खन्ना"], []]


def test_a_duty_that_somebody_has_until_now_is_not_given(pipeline: Pipeline) -> None:
    text = "रोहतक। पानीपत का कामकाज देख रहे मोहन सोनी को पानीपत से हटाकर सोनीपत में लगाया गया है।"
    assert read(pipeline, text) == [("मोहन सोनी", "कामकाज", "सोनीपत", "transferred", [])]


def test_a_duty_at_a_place_goes_to_whom_a_pronoun_means(pipeline: Pipeline) -> None:
    text = "रायपुर। कांग्रेस ने मोहन सोनी को महासचिव बनाया है। उन्हें गुजरात का प्रभार भी दिया गया है।"
    assert read(pipeline, text) == [
        ("मोहन सोनी", "महासचिव", None, "appointed", ["कांग्रेस"]),
        ("मोहन सोनी", "प्रभार", "गुजरात", "appointed", ["कांग्रेस"]),
    ]


def test_on_whose_behalf_a_post_is_given(pipeline: Pipeline) -> None:
    text = "बहराइच। शिविर में किसान नेता रमेश खन्ना की ओर से मोहन सोनी को यूनियन का उपाध्यक्ष बनाया गया है।"
    assert read(pipeline, text) == [("मोहन सोनी", "उपाध्यक्ष", None, "appointed", ["रमेश खन्ना"])]


def test_the_poll_at_a_place_for_which_somebody_is_named(pipeline: Pipeline) -> None:
    text = "नई दिल्ली। पार्टी ने बिहार विधानसभा चुनाव के मद्देनजर मोहन सोनी को पर्यवेक्षक नियुक्त किया है।"
    assert [row[:3] for row in read(pipeline, text)] == [("मोहन सोनी", "पर्यवेक्षक", "बिहार")]


def test_the_noun_right_before_the_verb_says_what_is_done(pipeline: Pipeline) -> None:
    text = "झांसी। एसएसपी रमेश खन्ना ने निगरानी में चूक पर सिपाही मोहन सोनी को सस्पेंड कर दिया।"
    assert read(pipeline, text) == [("मोहन सोनी", "सिपाही", None, "removed", ["रमेश खन्ना"])]


def test_who_keeps_one_duty_deals_out_the_others(pipeline: Pipeline) -> None:
    text = "भोपाल। मुख्यमंत्री रमेश खन्ना ने इंदौर जिले का प्रभार अपने पास रखा है। "
    text += "मोहन सोनी को पन्ना और दमोह जिलों का प्रभारी मंत्री बनाया गया है।"
    assert read(pipeline, text) == [
        ("रमेश खन्ना", "प्रभार", "इंदौर", "appointed", []),
        ("मोहन सोनी", "प्रभारी मंत्री", "पन्ना", "appointed", ["रमेश खन्ना"]),
        ("मोहन सोनी", "प्रभारी मंत्री", "दमोह", "appointed", ["रमेश खन्ना"]),
    ]


def test_who_put_out_others_before_they_are_named(pipeline: Pipeline) -> None:
    text = "उन्नाव। बीएसए ने दो शिक्षक निलंबित किए। सहायक शिक्षक मोहन सोनी को गैरहाजिर रहने पर निलंबित किया गया।"
    assert read(pipeline, text) == [("मोहन सोनी", "सहायक शिक्षक", None, "removed", ["बीएसए"])]


def test_places_behind_names_before_a_verb_and_its_post(pipeline: Pipeline) -> None:
    text = "लखनऊ। मोहन सोनी बहराइच, रमा राय कानपुर देहात और सुरेश जैन झांसी के होंगे जिलाध्यक्ष।"
    found = [row[:3] for row in read(pipeline, text)]
    assert found == [
        ("मोहन सोनी", "जिलाध्यक्ष", "बहराइच"),
        ("रमा राय", "जिलाध्यक्ष", "कानपुर देहात"),
        ("सुरेश जैन", "जिलाध्यक्ष", "झांसी"),
    ]


def test_names_among_those_of_an_announced_title(pipeline: Pipeline) -> None:
    text = "भोपाल। पार्टी ने जिलाध्यक्षों के नाम घोषित कर दिए। कई जिलों में नए चेहरों को अवसर मिला है, "
    text += "जिनमें बालाघाट से मोहन सोनी और बैतूल से रमेश खन्ना शामिल हैं।"
    assert read(pipeline, text) == [
        ("मोहन सोनी", "जिलाध्यक्ष", "बालाघाट", "appointed", ["पार्टी"]),
        ("रमेश खन्ना", "जिलाध्यक्ष", "बैतूल", "appointed", ["पार्टी"]),
    ]


def test_an_act_beside_which_another_is_done(pipeline: Pipeline) -> None:
    text = "नागपुर। पार्टी ने मोहन सोनी को महासचिव बनाने के साथ ही विदर्भ का प्रभारी भी नियुक्त किया है।"
    found = [row[:3] for row in read(pipeline, text)]
    assert found == [("मोहन सोनी", "महासचिव", None), ("मोहन सोनी", "प्रभारी", "विदर्भ")]


def test_whose_place_a_pronoun_takes(pipeline: Pipeline) -> None:
    text = "जयपुर। मोहन सोनी को मुख्य सचिव बनाया गया है। वह रमेश खन्ना का स्थान लेंगे।"
    assert [(row[0], row[3]) for row in read(pipeline, text)] == [
        ("मोहन सोनी", "appointed"),
        ("रमेश खन्ना", "removed"),
    ]


def test_where_somebody_serves_now_is_no_new_post(pipeline: Pipeline) -> None:
    text = "झांसी। एसएसपी रमेश खन्ना ने उपनिरीक्षक मोहन सोनी वर्तमान तैनाती थाना नवाबाद को निलंबित कर दिया।"
    assert [row[:2] for row in read(pipeline, text)] == [("मोहन सोनी", "उपनिरीक्षक")]


def test_a_duty_given_to_several_goes_on_with_their_names(pipeline: Pipeline) -> None:
    text = "सीतामढ़ी। डीएम रमेश खन्ना ने तीन बीडीओ को अतिरिक्त प्रभार दिया है। "
    text += "डुमरा बीडीओ मोहन सोनी को रीगा का अतिरिक्त प्रभार दिया गया है।"
    assert read(pipeline, text) == [("मोहन सोनी", "अतिरिक्त प्रभार", "रीगा", "appointed", ["रमेश खन्ना"])]


def test_the_poll_names_the_place_of_all(pipeline: Pipeline) -> None:
    text = "नई दिल्ली। पार्टी ने बिहार विधानसभा चुनाव के संदर्भ में पूर्व मंत्री मोहन सोनी और "
    text += "सांसद रमा राय को पर्यवेक्षक के रूप में नियुक्त किया है।"
    assert [row[2] for row in read(pipeline, text)] == ["बिहार", "बिहार"]


def test_what_a_later_clause_leaves_out(pipeline: Pipeline) -> None:
    text = "पटना। पार्टी ने सीवान का जिलाध्यक्ष मोहन सोनी को बनाया है, वहीं गोपालगंज का रमेश खन्ना को।"
    assert read(pipeline, text) == [
        ("मोहन सोनी", "जिलाध्यक्ष", "सीवान", "appointed", ["पार्टी"]),
        ("रमेश खन्ना", "जिलाध्यक्ष", "गोपालगंज", "appointed", ["पार्टी"]),
    ]
    text = "पटना। सीवान में मोहन सोनी को जिलाध्यक्ष बनाया गया है, जबकि गोपालगंज में रमेश खन्ना को चोट लगी।"
    assert [row[0] for row in read(pipeline, text)] == ["मोहन सोनी"]


def test_a_chance_at_a_place_after_a_post_at_another(pipeline: Pipeline) -> None:
    text = "पटना। सीवान में मोहन सोनी को जिलाध्यक्ष बनाया गया है। गोपालगंज से रमेश खन्ना को मौका मिला है।"
    assert [row[:3] for row in read(pipeline, text)][1:] == [("रमेश खन्ना", "जिलाध्यक्ष", "गोपालगंज")]
    text = "पटना। सीवान में मोहन सोनी को जिलाध्यक्ष बनाया गया है। गोपालगंज में रमेश खन्ना को बोलने का मौका मिला।"
    assert [row[0] for row in read(pipeline, text)] == ["मोहन सोनी"]


def test_an_office_that_no_name_holds_may_be_given_a_post(pipeline: Pipeline) -> None:
    text = "सागर। कलेक्टर रमेश खन्ना ने संबंधित तहसीलदार को नोडल अधिकारी नियुक्त किया है।"
    assert [row[1] for row in read(pipeline, text)] == ["नोडल अधिकारी"]


def test_a_surname_behind_the_word_for_a_police_station_is_its_place(pipeline: Pipeline) -> None:
    text = "महोबा। एसपी ने उप निरीक्षकों के तबादले किए हैं। उप निरीक्षक राकेश पाल को थाना खन्ना भेजा गया है।"
    assert [row[:4] for row in read(pipeline, text)] == [("राकेश पाल", "उप निरीक्षक", "खन्ना", "transferred")]
