"""Where a directive is to be done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from directed import doc_of, run

from nirdesh.extract.dates.tagger import tag
from nirdesh.extract.directives.extractor import Extractor


def test_places_told_before() -> None:
    text = "सचिव ने कहा कि सभी 40 बूथों पर सभा हो । हर बूथ पर सूची बनाई जाए और सचिव वहां के लोगों से मिलें ।"
    doc = doc_of(text, places=("सभी 40 बूथों",))
    doc._.regions = (replace(doc._.regions[0], count=40),)
    found = [directive for directive, _ in Extractor(doc).candidates()]
    assert [d.regions for d in found] == [("r1",)] * 3
    assert [[r for r in d.rules if r.startswith("where:")] for d in found] == [
        [],
        ["where:each"],
        ["where:there"],
    ]


def test_a_relative_clause_says_where_there_is() -> None:
    text = "सागर में सचिव ने कहा कि जिस घर में बीमार हों, वहां के लोगों से लिपिक मिलें ।"
    _, found = run(text, places=("सागर",))
    assert "where:there" not in [rule for directive in found for rule in directive.rules]


@pytest.mark.parametrize(
    ("where", "meant"), [("गांव में", ("r1",)), ("पड़ोस के गांव में", ()), ("हर गांव में", ()), ("गांव जाकर", ("r1",))]
)
def test_the_only_village_of_a_report(where: str, meant: tuple[str, ...]) -> None:
    text = f"बहेरिया में मेला है । सचिव ने कहा कि {where} सूची बनाई जाए ।"
    doc = doc_of(text, places=("बहेरिया",))
    doc._.regions = (replace(doc._.regions[0], kind="village"),)
    (found,) = [directive for directive, _ in Extractor(doc).candidates()]
    assert found.regions == meant


def test_a_letter_holds_where_those_whom_it_is_to_are() -> None:
    text = "सेवा में,\nसमस्त लिपिक, सागर ।\nविषय- सूची के संबंध में ।\nआदेश है कि लिपिक सूची बनाएं ।"
    _, found = run(text, places=("सागर",))
    assert [(d.regions, d.rules[-1]) for d in found] == [(("r1",), "where:letter")]


def test_the_place_of_a_directive() -> None:
    places = ("सागर", "दमोह")
    _, (here,) = run("सागर । सचिव ने कहा कि जिले में सूची बनाई जाए ।", places=places[:1])
    assert (here.regions, "where:home" in here.rules) == (("r1",), True)
    _, (every,) = run("सागर । सचिव ने कहा कि हर जिले में सूची बनाई जाए ।", places=places[:1])
    assert every.regions == ()
    _, (seat,) = run("सागर । सचिव ने कहा कि प्रखंड मुख्यालय पर सूची बनाई जाए ।", places=places[:1])
    assert seat.regions == ()  # a district has many blocks
    _, (both,) = run("सागर और दमोह में सचिव ने कहा कि दोनों जिलों में सूची बनाई जाए ।", places=places)
    assert (both.regions, "where:together" in both.rules) == (("r1", "r2"), True)
    _, (three,) = run("सागर और दमोह में सचिव ने कहा कि तीनों जिलों में सूची बनाई जाए ।", places=places)
    assert three.regions == ()
    _, (origin,) = run("सचिव ने कहा कि दमोह से पानी मंगाया जाए ।", places=places[1:])
    assert origin.regions == ()


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("पानी की व्यवस्था सागर की टीम देखे", ()),
        ("रोडवेज सागर और दमोह से बसें चलाए", ()),
        ("लिपिक हर सोमवार रिपोर्ट सागर भेजें", ()),
        ("लिपिक टैंकर सागर भेजें", ("r1",)),
        ("लिपिक सूची सागर मुख्यालय को सौंपें", ()),
        ("लिपिक हर सोमवार प्रतिवेदन जिला कार्यालय सागर को प्रस्तुत करें", ()),
        ("लिपिक सागर मुख्यालय में बैठक करें", ("r1",)),
        ("सागर जाने वाले यात्री दमोह में नाम लिखाएं", ("r2",)),
        ("सागर जाने वाले यात्री नाम लिखाएं", ()),
        ("लिपिक सागर से चलकर दमोह में सूची बनाएं", ("r2",)),
        ("सागर में मरम्मत को लेकर दमोह में सूची बनाई जाए", ("r2",)),
        ("सागर में वर्षा को देखते हुए सूची बनाई जाए", ("r1",)),
    ],
)
def test_places_that_are_named_for_something_else(told: str, meant: tuple[str, ...]) -> None:
    places = tuple(place for place in ("सागर", "दमोह") if place in told)
    _, (found,) = run(f"सचिव ने कहा कि {told} ।", places=places)
    assert found.regions == meant


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("सागर में लगने वाले मेले की तैयारी हुई । सचिव ने कहा कि मेले में थैलियां न बिकें ।", ("r1",)),
        ("सागर में लगने वाले मेले की तैयारी हुई । सचिव ने कहा कि मेले के दौरान सूची बनाई जाए ।", ("r1",)),
        ("सागर में होने वाली बैठक की तैयारी हुई । सचिव ने कहा कि बैठक में लाठी न लाएं ।", ()),
        ("सागर में लगने वाले मेले की तैयारी हुई । सचिव ने कहा कि दूसरे मेले में थैलियां न बिकें ।", ()),
    ],
)
def test_a_fair_is_where_it_is_held(told: str, meant: tuple[str, ...]) -> None:
    _, found = run(told, places=("सागर",))
    assert found[-1].regions == meant


def test_a_directive_shares_the_places_that_the_one_before_points_at() -> None:
    text = "सागर और दमोह में काम है । सचिव ने कहा कि दोनों जिलों में सूची बनाई जाए तथा रंगाई कराई जाए ।"
    _, (first, second) = run(text, places=("सागर", "दमोह"))
    assert (first.regions, second.regions) == (("r1", "r2"), ("r1", "r2"))
    assert "where:shared" in second.rules
    _, (_, own) = run("सचिव ने कहा कि सागर में सूची बनाई जाए तथा रंगाई कराई जाए ।", places=("सागर",))
    assert own.regions == ()


def places_of(text: str, kind: str, place: str) -> list[tuple[str, ...]]:
    doc = doc_of(text, places=(place,))
    doc._.regions = (replace(doc._.regions[0], kind=kind),)
    return [directive.regions for directive, _ in Extractor(doc).candidates()]


@pytest.mark.parametrize(
    ("where", "meant"),
    [("राज्य में", ("r1",)), ("प्रदेशभर में", ("r1",)), ("सूबे के स्कूलों में", ("r1",)), ("हर राज्य में", ()), ("राज्य से", ())],
)
def test_the_state_that_was_told_last(where: str, meant: tuple[str, ...]) -> None:
    text = f"केरल में वर्षा हुई है । सचिव ने कहा कि {where} सूची बनाई जाए ।"
    assert places_of(text, "state", "केरल") == [meant]


def test_what_a_curfew_closes_is_closed_where_it_holds() -> None:
    text = "सागर में कर्फ्यू 5 मई तक लागू रहेगा । सभी दुकानें बंद रहेंगी । सभी अधिकारी सूची बनाएंगे ।"
    assert places_of(text, "city", "सागर") == [("r1",), ("r1",), ()]


def test_points_of_a_ban_hold_where_it_does_unless_that_is_the_whole_district() -> None:
    text = (
        "रमा देशवाल ने सागर में निषेधाज्ञा लागू कर दी है । बिना अनुमति जुलूस नहीं निकाला जाएगा । सभी अधिकारी सूची बनाएंगे ।"
    )
    assert places_of(text, "block", "सागर") == [("r1",), ("r1",), ()]
    assert places_of(text, "district", "सागर") == [("r1",), (), ()]


def test_an_act_of_protest_is_done_where_the_protest_is() -> None:
    text = "मोर्चा ने 18 मार्च को सागर में धरना देने का ऐलान किया है । रमा देशवाल ने कहा कि {} ।"
    for act, meant in (("डिपो का घेराव किया जाएगा", ("r1",)), ("सभी अधिकारी सूची बनाएंगे", ())):
        doc = doc_of(text.format(act), people=("रमा देशवाल",), places=("सागर",))
        doc._.dates = tag(doc.text, reference=date(2024, 3, 3))
        assert [directive.regions for directive, _ in Extractor(doc).candidates()][1:] == [meant]


def test_the_state_of_a_post_comes_before_the_one_told_last() -> None:
    text = "केरल के सचिव क ख ने गोवा के बाद कहा कि राज्य में सूची बनाई जाए ।"
    doc = doc_of(text, people=("क ख",), places=("केरल", "गोवा"))
    doc._.regions = tuple(replace(region, kind="state") for region in doc._.regions)
    (person,) = doc._.people
    doc._.people = (replace(person, posts=(replace(person.posts[0], region="r1"),)),)
    assert [directive.regions for directive, _ in Extractor(doc).candidates()] == [("r1",)]


@pytest.mark.parametrize(
    ("where", "meant"),
    [("राजधानी के बाजार में", ("r1",)), ("राष्ट्रीय राजधानी में", ("r2",)), ("राजधानी एक्सप्रेस में", ())],
)
def test_a_capital_without_its_name(where: str, meant: tuple[str, ...]) -> None:
    text = f"दिल्ली और लखनऊ में वर्षा हुई है । सचिव ने कहा कि {where} सूची बनाई जाए ।"
    doc = doc_of(text, places=("लखनऊ", "दिल्ली"))
    assert [directive.regions for directive, _ in Extractor(doc).candidates()] == [meant]


@pytest.mark.parametrize(
    "content",
    ["सागर आने वाले यात्रियों की जांच की जाए", "नमूने सागर न भेजे जाएं", "सूची सागर भेजी जाए"],
)
def test_where_travellers_and_samples_go_nothing_is_done(content: str) -> None:
    _, found = run(f"सचिव ने कहा कि {content} ।", places=("सागर",))
    assert [directive.regions for directive in found] == [()]


@pytest.mark.parametrize(("act", "meant"), [("अगले माह सूची बनाए", ()), ("में सूची बनाई जाए", ("r1",))])
def test_a_country_that_acts_is_no_place(act: str, meant: tuple[str, ...]) -> None:
    assert places_of(f"सचिव ने कहा कि नेपाल {act} ।", "country", "नेपाल") == [meant]


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ("कलेक्टर ने सागर थाना क्षेत्र में निषेधाज्ञा लागू की है ।", "where:in-force"),
        ("पिछले साल सागर में कर्फ्यू लगा था ।", ""),
        ("ग्रामीणों ने सागर में ग्राम सभा की ।", "where:assembly"),
        ("सागर के किरार समाज ने नियम बनाए हैं ।", "where:community"),
        ("सागर में लगने वाले मेले के प्रबंध देखे गए ।", "where:fair"),
        ("सागर में बारिश हुई है ।", ""),
    ],
)
def test_what_holds_where_it_was_told_of(told: str, rule: str) -> None:
    doc = doc_of(f"{told} कोई भी व्यक्ति नदी में नहीं उतरेगा ।", places=("सागर",))
    doc._.regions = (replace(doc._.regions[0], kind="village"),)
    found = [directive for directive, _ in Extractor(doc).candidates()][-1]
    assert found.regions == (("r1",) if rule else ())
    assert [r for r in found.rules if r.startswith("where:")] == ([rule] if rule else [])


def test_who_visits_a_station_orders_there() -> None:
    said = "रमा देशवाल ने सागर जंक्शन का निरीक्षण किया ।"
    _, (own,) = run(f"{said} उन्होंने लिपिक को नल बदलवाने को कहा ।", people=("रमा देशवाल",), places=("सागर",))
    assert (own.regions, own.rules[-1]) == (("r1",), "where:visit")
    people = ("रमा देशवाल", "अनिल जैन")
    _, (other,) = run(f"{said} अनिल जैन ने लिपिक को सूची बनाने को कहा ।", people=people, places=("सागर",))
    assert other.regions == ()


@pytest.mark.parametrize(
    ("opening", "meant"),
    [
        ("सागर में गंदगी देखकर सचिव ने", ("r1",)),
        ("सागर में नल खराब मिलने पर सचिव ने", ("r1",)),
        ("सागर में सचिव ने", ()),
        ("सागर में आए सचिव ने", ()),
        ("सागर में हुई बैठक में सचिव ने", ()),
        ("सागर में पत्रकारों से बातचीत में सचिव ने", ()),
    ],
)
def test_the_place_that_opens_a_sentence(opening: str, meant: tuple[str, ...]) -> None:
    doc = doc_of(f"{opening} लिपिक को सफाई कराने के निर्देश दिए ।", places=("सागर",))
    doc._.regions = (replace(doc._.regions[0], kind="ward"),)
    (found,) = [directive for directive, _ in Extractor(doc).candidates()]
    assert found.regions == meant
