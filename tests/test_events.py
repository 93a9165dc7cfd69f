from __future__ import annotations

from directed import doc_of
from spacy.tokens import Doc

from nirdesh.api import read_text
from nirdesh.extract.events import extract_events
from nirdesh.mentions import Event

PEOPLE = ("रमा देशवाल", "मोहन ठाकुर", "सलीम बारी", "ज्योति टुडू")


def run(text: str, dates: dict[str, str] | None = None) -> tuple[Doc, tuple[Event, ...]]:
    doc = doc_of(text, people=PEOPLE, dates=dates)
    return doc, extract_events(doc)


def test_a_meeting_with_its_people() -> None:
    _, (event,) = run(
        "जिला समिति की बैठक पंचायत भवन में हुई । बैठक की अध्यक्षता रमा देशवाल ने की । संचालन मोहन ठाकुर ने किया । "
        "मुख्य अतिथि सलीम बारी ने बैठक को संबोधित किया । बैठक में ज्योति टुडू आदि मौजूद रहे ।"
    )
    assert event.kind == "meeting"
    assert event.chair == ("p1",)
    assert event.conveners == ("p2",)
    assert event.chief_guests == ("p3",)
    assert "p3" in event.speakers
    assert event.attendees == ("p4",)


def test_a_planned_campaign_has_its_time() -> None:
    doc, found = run("5 मार्च को पौधरोपण अभियान चलाया जाएगा ।", {"5 मार्च": "2024-03-05"})
    assert [(e.kind, doc.text[e.name.start : e.name.end], e.when) for e in found] == [
        ("campaign", "पौधरोपण अभियान", (0,))
    ]


def test_a_noun_inside_another_name_is_no_event() -> None:
    assert run("सम्मेलन स्थल पर टेंट लगे हैं ।")[1] == ()


def test_chair_and_convener_under_one_verb() -> None:
    _, (event,) = run("जिला समिति की बैठक हुई । अध्यक्षता रमा देशवाल एवं संचालन मोहन ठाकुर ने किया ।")
    assert event.chair == ("p1",)
    assert event.conveners == ("p2",)


def test_a_body_is_no_rally() -> None:
    assert run("किसान सभा ने सचिव की बात मानी ।")[1] == ()


def test_an_inspection_is_a_tour() -> None:
    _, (event,) = run("रमा देशवाल ने नहर के पुल का निरीक्षण किया ।")
    assert event.kind == "tour"


def names(doc: Doc, found: tuple[Event, ...]) -> list[str]:
    return [doc.text[e.name.start : e.name.end] for e in found]


def test_a_noun_before_a_date_or_a_place_names_an_event() -> None:
    doc, found = run("दीक्षा समारोह 5 मार्च को होगा ।", {"5 मार्च": "2024-03-05"})
    assert names(doc, found) == ["दीक्षा समारोह"]
    doc, found = run("जिला समिति की बैठक आज पंचायत भवन में हुई ।")
    assert names(doc, found) == ["जिला समिति की बैठक"]


def test_whoever_holds_a_meeting_is_in_the_chair() -> None:
    _, (event,) = run("रमा देशवाल ने अधिकारियों की बैठक ली ।")
    assert event.chair == ("p1",)


def test_a_review_is_the_meeting_of_the_next_sentence() -> None:
    _, (event,) = run("रमा देशवाल ने पेयजल की समीक्षा की । बैठक में ज्योति टुडू मौजूद रहे ।")
    assert (event.kind, event.chair, event.attendees) == ("meeting", ("p1",), ("p4",))


def test_a_ceremony_that_was_held() -> None:
    doc, found = run("भवन में मिलन समारोह का आयोजन किया गया ।")
    assert names(doc, found) == ["मिलन समारोह"]


def test_a_sit_in_is_no_verb() -> None:
    doc, found = run("5 मार्च को धरना दिया जाएगा ।", {"5 मार्च": "2024-03-05"})
    assert names(doc, found) == ["धरना"]


def test_who_inspects_is_there_and_speaks_nowhere() -> None:
    _, (event,) = run("रमा देशवाल ने नहर के पुल का निरीक्षण किया । मोहन ठाकुर ने कहा कि काम पूरा है ।")
    assert (event.attendees, event.speakers) == (("p2",), ())


def test_an_event_without_a_place_is_at_the_dateline() -> None:
    doc = doc_of("रीवा । रमा देशवाल ने अधिकारियों की बैठक ली ।", people=PEOPLE, places=("रीवा",))
    assert [e.regions for e in extract_events(doc)] == [("r1",)]


def test_two_in_the_chair() -> None:
    _, (event,) = run("रमा देशवाल और मोहन ठाकुर की अध्यक्षता में बैठक हुई ।")
    assert event.chair == ("p1", "p2")


def test_a_person_right_after_the_meeting_is_no_part_of_its_name() -> None:
    doc, (event,) = run("भवन में बैठक रमा देशवाल की अध्यक्षता में संपन्न हुई ।")
    assert (names(doc, (event,)), event.chair) == (["बैठक"], ("p1",))


def test_the_day_of_what_a_meeting_decides_is_not_its_own() -> None:
    text = "सोनपुर। बैठक में 8 नवंबर को बूथ स्तरीय सम्मेलन गांधी भवन में करने का निर्णय लिया गया।"
    record = read_text(text, published="2024-11-01")
    assert [(e.kind, e.name, [w.edtf for w in e.when]) for e in record.events] == [
        ("meeting", "बैठक", []),
        ("conference", "बूथ स्तरीय सम्मेलन", ["2024-11-08"]),
    ]
