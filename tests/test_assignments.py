from __future__ import annotations

from typing import Any

import pytest
from directed import doc_of
from spacy.tokens import Doc

from nirdesh.analyse import blank
from nirdesh.extract.assignments import extract_assignments
from nirdesh.extract.clauses.lexis import table
from nirdesh.mentions import Assignment, EntityMention, Person, Region

NLP = blank()
TRIGGERS: list[dict[str, Any]] = table("assignments/triggers.toml")["trigger"]
PEOPLE = ("रमा देशवाल", "मोहन ठाकुर", "सलीम बारी")


def run(
    text: str, places: tuple[str, ...] = (), people: tuple[str, ...] = PEOPLE
) -> tuple[Doc, tuple[Assignment, ...]]:
    doc = doc_of(text, people=people)
    doc._.people = tuple(Person(p.id, p.name, "", (), p.mentions) for p in doc._.people if p.mentions)
    doc._.regions = tuple(
        Region(f"r{n}", place, "district", (EntityMention(_span(text, place)),))
        for n, place in enumerate(places, 1)
    )
    return doc, extract_assignments(doc)


def _span(text: str, words: str) -> Any:
    from nirdesh.mentions import Span

    return Span(text.index(words), text.index(words) + len(words))


def rows(doc: Doc, found: tuple[Assignment, ...]) -> list[tuple[str, str, str | None, str]]:
    names = {p.id: p.name for p in doc._.people}
    places = {r.id: r.name for r in doc._.regions}
    return [
        (
            names.get(a.assignee, a.assignee),
            doc.text[a.role.start : a.role.end],
            places.get(a.region or ""),
            a.change,
        )
        for a in found
    ]


@pytest.mark.parametrize("trigger", TRIGGERS, ids=lambda t: t["id"])
def test_every_trigger_is_found_in_its_example(trigger: dict[str, Any]) -> None:
    places = ("सागर",) if "सागर" in trigger["example"] else ()
    _, found = run(trigger["example"], places)
    assert found[-1].change == trigger["change"]
    assert found[-1].rules[0].startswith(f"assign:{trigger['id']}")


@pytest.mark.parametrize("trigger", [t for t in TRIGGERS if "negative" in t], ids=lambda t: t["id"])
def test_no_assignment_in_a_negative_example(trigger: dict[str, Any]) -> None:
    assert run(trigger["negative"])[1] == ()


def test_roles_after_names_with_a_shared_role() -> None:
    text = "मंत्री रमा देशवाल को सागर तथा प्रवक्ता मोहन ठाकुर को दमोह में जिला प्रवासी के रूप में जिम्मेदारी सौंपी गई है ।"
    doc, found = run(text, ("सागर", "दमोह"))
    assert rows(doc, found) == [
        ("रमा देशवाल", "जिला प्रवासी", "सागर", "appointed"),
        ("मोहन ठाकुर", "जिला प्रवासी", "दमोह", "appointed"),
    ]


def test_roles_before_names() -> None:
    doc, found = run("शिविर प्रभारी रमा देशवाल और सह प्रभारी मोहन ठाकुर को बनाया गया ।")
    assert [(name, role) for name, role, _, _ in rows(doc, found)] == [
        ("रमा देशवाल", "शिविर प्रभारी"),
        ("मोहन ठाकुर", "सह प्रभारी"),
    ]


def test_posts_after_names_and_then_before_them() -> None:
    doc, found = run("रमा देशवाल को शिविर मंत्री, कोषाध्यक्ष पद पर मोहन ठाकुर को मनोनीत किया गया है ।")
    assert [(name, role) for name, role, _, _ in rows(doc, found)] == [
        ("रमा देशवाल", "शिविर मंत्री"),
        ("मोहन ठाकुर", "कोषाध्यक्ष"),
    ]


def test_what_is_cancelled_gives_nobody_a_post() -> None:
    assert not run("सचिव रमा देशवाल का तबादला रद्द कर दिया गया है ।")[1]


def test_the_whole_post_of_who_is_suspended() -> None:
    doc, found = run("सहायक यंत्री रमा देशवाल को निलंबित कर दिया गया ।")
    assert [role for _, role, _, _ in rows(doc, found)] == ["सहायक यंत्री"]


def test_a_role_ends_at_a_pronoun() -> None:
    doc, found = run("रमा देशवाल का तबादला रद्द कर उन्हें शिविर प्रभारी बनाया गया है ।")
    assert [role for _, role, _, _ in rows(doc, found)] == ["शिविर प्रभारी"]


@pytest.mark.parametrize("given", ["उन्हें शिविर प्रभारी बनाया गया ।", "वे शिविर प्रभारी होंगी ।"])
def test_a_pronoun_is_given_a_post(given: str) -> None:
    doc = doc_of(f"रमा देशवाल ने सदस्यता ली । {given}", people=PEOPLE)
    meant = EntityMention(_span(doc.text, given.split()[0]), "pronoun")
    doc._.people = tuple(
        Person(p.id, p.name, "", (), (*p.mentions, meant)) for p in doc._.people if p.mentions
    )
    assert rows(doc, extract_assignments(doc)) == [("रमा देशवाल", "शिविर प्रभारी", None, "appointed")]


def test_one_assignment_for_each_place_of_a_duty() -> None:
    doc, found = run("सागर व दमोह की जिम्मेदारी रमा देशवाल को दी गई ।", ("सागर", "दमोह"))
    assert [(name, place) for name, _, place, _ in rows(doc, found)] == [
        ("रमा देशवाल", "सागर"),
        ("रमा देशवाल", "दमोह"),
    ]


def test_removed_then_appointed_in_one_sentence() -> None:
    doc, found = run("केंद्र प्रभारी रमा देशवाल को हटाकर मोहन ठाकुर को केंद्र प्रभारी बनाया गया ।")
    assert {(name, change) for name, _, _, change in rows(doc, found)} == {
        ("रमा देशवाल", "removed"),
        ("मोहन ठाकुर", "appointed"),
    }


def test_future_copula_gives_a_post_and_a_plan_does_not() -> None:
    doc, found = run("सलीम बारी शिविर के संयोजक होंगे ।")
    assert rows(doc, found) == [("सलीम बारी", "संयोजक", None, "appointed")]
    assert run("कार्यकर्ता रमा देशवाल को मुख्यमंत्री बनाएंगे ।")[1] == ()


def test_by_is_the_one_who_gives() -> None:
    _, (found,) = run("रमा देशवाल ने मोहन ठाकुर को भंडार प्रभारी नियुक्त किया ।")
    assert found.by == ("p1",)


def test_a_life_story_is_no_news() -> None:
    assert run("रमा देशवाल 1985 में पंचायत की प्रधान चुनी गईं ।")[1] == ()


def test_a_name_that_is_a_word_of_life_stories_tells_none() -> None:
    _, (found,) = run("जयंती लाल माली को भंडार प्रभारी नियुक्त किया गया ।", people=("जयंती लाल माली",))
    assert found.role.end > found.role.start
    assert run("दादा की जयंती पर रमा देशवाल को भंडार प्रभारी नियुक्त किया गया ।")[1] == ()


EXAMPLES: list[dict[str, Any]] = table("assignments/examples.toml")["example"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e["id"])
def test_classes_of_assignments(example: dict[str, Any]) -> None:
    doc, found = run(example["text"], tuple(example.get("places", ())))
    got = sorted(
        " | ".join((name, role, place or "-", change)) for name, role, place, change in rows(doc, found)
    )
    assert got == sorted(example["rows"])
    names = {p.id: p.name for p in doc._.people}
    for assignment in found:
        assert [names.get(b, b) for b in assignment.by] == example.get("by", [])


def test_asking_twice_changes_nothing() -> None:
    doc, found = run("शिक्षा विभाग ने रमा देशवाल को ग्राम डांगरपुर का केंद्राध्यक्ष बनाया।")
    offices, regions = doc._.offices, doc._.regions
    assert found
    assert extract_assignments(doc) == found
    assert (doc._.offices, doc._.regions) == (offices, regions)
    doc._.people = ()
    assert [a.assignee for a in extract_assignments(doc)] != [found[0].assignee]


def test_a_body_is_mentioned_once_at_a_place() -> None:
    doc, _ = run("व्यापार मंडल के अध्यक्ष ने रमा देशवाल को महामंत्री बनाया।")
    extract_assignments(doc)
    for office in doc._.offices:
        assert len({m.span for m in office.mentions}) == len(office.mentions)
