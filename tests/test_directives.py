from __future__ import annotations

from typing import Any

import pytest
from directed import NLP, doc_of, quote, run

from nirdesh.extract.clauses.entities import entities
from nirdesh.extract.clauses.lexis import table
from nirdesh.extract.clauses.phrases import Phrase
from nirdesh.extract.clauses.segment import segment
from nirdesh.extract.clauses.words import sentences
from nirdesh.extract.directives.confidence import judge, threshold
from nirdesh.extract.directives.extractor import extract_directives
from nirdesh.extract.directives.frames import find_hits
from nirdesh.extract.directives.ids import ids_of
from nirdesh.mentions import Span

FRAMES: list[dict[str, Any]] = table("frames/frames.toml")["frame"]
MOODS: list[dict[str, Any]] = table("frames/moods.toml")["rule"]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f["id"])
def test_every_frame_is_found_in_its_example(frame: dict[str, Any]) -> None:
    found = {h.frame.id for s in sentences(NLP(frame["example"])) for c in segment(s) for h in find_hits(c)}
    assert frame["id"] in found


@pytest.mark.parametrize("frame", [f for f in FRAMES if "negative" in f], ids=lambda f: f["id"])
def test_no_directive_in_a_negative_example(frame: dict[str, Any]) -> None:
    assert run(frame["negative"])[1] == ()


@pytest.mark.parametrize("rule", [m for m in MOODS if m["gives"] == "none"], ids=lambda m: m["id"])
def test_what_only_looks_like_a_directive_gives_none(rule: dict[str, Any]) -> None:
    assert run(rule["example"])[1] == ()


@pytest.mark.parametrize("rule", [m for m in MOODS if m["gives"] != "none"], ids=lambda m: m["id"])
def test_a_mood_rule_gives_its_modality(rule: dict[str, Any]) -> None:
    dates = {w: "2024-05-05" for w in ("5 मार्च", "1 जुलाई", "10 मई", "3 मार्च") if w in rule["example"]}
    _, found = run(rule["example"], dates=dates)
    assert rule["gives"] in {d.modality for d in found}
    assert f"mood:{rule['id']}" in {r for d in found for r in d.rules}


def test_content_before_the_noun_has_own_addressees() -> None:
    doc, found = run("आयुक्त ने तहसीलदार को सूची बनाने तथा अधिशासी अभियंता को पुल की मरम्मत कराने के निर्देश दिए ।")
    got = [(quote(doc, d.action), [quote(doc, a.span) for a in d.addressees]) for d in found]
    assert got == [("सूची बनाने", ["तहसीलदार"]), ("पुल की मरम्मत कराने", ["अधिशासी अभियंता"])]
    assert {d.issuers for d in found} == {("आयुक्त",)}


def test_one_purpose_phrase_for_each_addressee() -> None:
    doc, found = run("पेयजल आपूर्ति के लिए जल विभाग तथा बिजली बहाली के लिए अधीक्षक अभियंता को निर्देश दिए गए ।")
    got = [(quote(doc, d.action), [quote(doc, a.span) for a in d.addressees]) for d in found]
    assert got == [("पेयजल आपूर्ति", ["जल विभाग"]), ("बिजली बहाली", ["अधीक्षक अभियंता"])]


def test_content_after_ki_is_one_directive_for_each_verb() -> None:
    doc, found = run("रमा देशवाल ने निर्देश दिए कि सभी लिपिक पंजिका भरें और सूची भेजें ।", people=("रमा देशवाल",))
    assert [quote(doc, d.action) for d in found] == ["पंजिका भरें", "सूची भेजें"]
    assert all(d.issuers == ("p1",) and d.modality == "order" for d in found)
    assert all(quote(doc, d.addressees[0].span) == "सभी लिपिक" for d in found)


def test_the_speaker_goes_on_until_another_takes_over() -> None:
    text = "रमा देशवाल ने कहा कि सूची बनाई जाए । उन्होंने कहा कि पंजिका भरी जाए । मोहन ठाकुर ने कहा कि पौधे लगाए जाएं ।"
    _, found = run(text, people=("रमा देशवाल", "मोहन ठाकुर"))
    assert [d.issuers for d in found] == [("p1",), ("p1",), ("p2",)]


def test_a_frame_after_its_content_tells_issuer_and_addressee() -> None:
    text = "सभी पंजिकाएं भरी जाएं । ये निर्देश रमा देशवाल ने अधिकारियों को दिए ।"
    doc, (found,) = run(text, people=("रमा देशवाल",))
    assert found.issuers == ("p1",)
    assert found.modality == "order"
    assert [quote(doc, a.span) for a in found.addressees] == ["अधिकारियों"]


def test_a_date_binds_the_action_unless_it_modifies_a_noun() -> None:
    _, (by,) = run("सचिव ने कहा कि लिपिक 6 मार्च तक सूची भेजें ।", dates={"6 मार्च तक": "../2024-03-06"})
    assert by.when == (0,)
    _, (of,) = run("सचिव ने कहा कि लिपिक 6 मार्च तक के आवेदन निपटाएं ।", dates={"6 मार्च तक": "../2024-03-06"})
    assert of.when == ()


def test_an_office_with_its_part_of_a_district_and_a_time_that_leads() -> None:
    text = (
        "प्रदेश हाईकोर्ट ने कहा कि तब तक खनन न किया जाए । आयुक्त ने डीएफओ तराई पूर्वी को मौके की जांच करने के निर्देश दिए ।"
    )
    doc, found = run(text)
    assert quote(doc, found[0].action) == "तब तक खनन न किया जाए"
    assert [quote(doc, a.span) for a in found[1].addressees] == ["डीएफओ तराई पूर्वी"]


def test_history_and_first_person_are_no_directives() -> None:
    assert run("सचिव ने तब कहा था कि लिपिक गांव में रहें ।")[1] == ()
    assert run("मैंने लिपिकों से कहा कि वे गांव में रहें ।")[1] == ()


def test_target_purpose_and_condition() -> None:
    text = "सचिव ने कहा कि यदि वर्षा न हो तो हर गांव में 5 टैंकर भेजे जाएं ताकि पानी मिले ।"
    doc, (found,) = run(text)
    assert found.target is not None
    assert quote(doc, found.purpose or Span(0, 0)).startswith("ताकि")
    assert "यदि वर्षा न हो" in quote(doc, found.condition or Span(0, 0))


def test_an_empty_order_and_a_repeated_one_add_nothing() -> None:
    assert run("सचिव ने आवश्यक दिशा-निर्देश दिए ।")[1] == ()
    text = "सचिव ने अधिकारियों को अधूरे पुल जल्द बनाने के निर्देश दिए । सचिव ने अधूरे पुल जल्द बनाने के निर्देश दिए ।"
    assert len(run(text)[1]) == 1


def test_the_signature_of_a_letter_is_its_issuer() -> None:
    text = "सभी शाखा सचिव 6 मार्च तक सूची भेजें ।\nसूची में पता भी लिखें ।\nभवदीय\nरमा देशवाल"
    _, found = run(text, people=("रमा देशवाल",))
    assert [d.issuers for d in found] == [("p1",), ("p1",)]
    assert all("issuer:letter" in d.rules for d in found)


def test_a_document_speaks_for_the_one_who_sent_it() -> None:
    text = (
        "रमा देशवाल ने परिपत्र जारी कर कहा कि लिपिक सूची भेजें । "
        "परिपत्र में अभिभावकों से अनुरोध किया गया है कि वे बच्चों को भेजें ।"
    )
    _, found = run(text, people=("रमा देशवाल",))
    assert [(d.modality, d.issuers) for d in found] == [("order", ("p1",)), ("request", ("p1",))]


def test_one_directive_for_each_date_of_a_gapped_list() -> None:
    text = "सचिव ने कहा कि 3 मई को सागर , 5 मई को दमोह और 7 मई को सतना में धरना दिया जाएगा ।"
    dates = {"3 मई": "2024-05-03", "5 मई": "2024-05-05", "7 मई": "2024-05-07"}
    _, found = run(text, dates=dates)
    assert [d.when for d in found] == [(0,), (1,), (2,)]


def test_a_surname_alone_is_the_person() -> None:
    text = "रमा देशवाल बैठक में आईं । देशवाल ने कहा कि लिपिक सूची भेजें ।"
    _, (found,) = run(text, people=("रमा देशवाल",))
    assert found.issuers == ("p1",)


def test_the_judge_keeps_an_order_of_an_officer_and_says_how_sure_it_is() -> None:
    doc = doc_of("सचिव रमा देशवाल ने बीडीओ को 5 मई तक सूची भेजने के निर्देश दिए ।", people=("रमा देशवाल",))
    (directive,) = extract_directives(doc)
    assert threshold() < directive.confidence <= 1.0


def test_the_judge_weighs_signs() -> None:
    sure = judge(["frame:order-noun", "who:person:True", "whom:office"]).found
    weak = judge(["mood:hort-active", "who:none", "clause:main:True", "block:headline"]).found
    assert weak < sure


def test_an_opinion_column_lays_down_nothing() -> None:
    text = "सम्पादकीय\nसचिव को 5 मई तक सूची भेजने के निर्देश दिए गए ।"
    assert run(text)[1] == ()
    assert len(run(text.partition("\n")[2])[1]) == 1


def test_a_marker_without_a_phrase_names_nobody() -> None:
    doc = doc_of("वे कहते हैं कि लिपिक सूची भेजें ।")
    (sentence,) = sentences(doc)
    known = entities(doc)
    assert ids_of(Phrase(sentence, 1, 1, 1, ""), known, speaks=True) == ()
    assert known.made == {}


@pytest.mark.parametrize("mark", ["1)", "(२)", "3.", "ख.", "(ग)", "(iii)", "•"])
def test_the_mark_of_a_list_item_is_no_part_of_it(mark: str) -> None:
    doc, found = run(f"आयुक्त ने ये निर्देश दिए :\n{mark} तहसीलदार सभी खतौनियों का सत्यापन करें ।")
    got = [(quote(doc, d.action), [quote(doc, a.span) for a in d.addressees]) for d in found]
    assert got == [("सभी खतौनियों का सत्यापन करें", ["तहसीलदार"])]


def test_a_pronoun_under_an_appeal_is_not_the_one_who_appeals() -> None:
    text = "रमा देशवाल ने किसानों से अपील की है कि वह पैदल ही मंडी जाएं ।"
    doc, (found,) = run(text, people=("रमा देशवाल",))
    assert [quote(doc, a.span) for a in found.addressees] == ["किसानों"]


def test_rows_of_a_schedule_are_plans() -> None:
    text = "रमा देशवाल ने बताया कि अभियान चलेगा ।\n1 मई - सागर में सम्मेलन\n3 मई - दमोह में मशाल जुलूस\n"
    dates = {"1 मई": "2024-05-01", "3 मई": "2024-05-03"}
    doc, found = run(text, people=("रमा देशवाल",), dates=dates)
    plans = [(quote(doc, d.action), d.issuers, d.when) for d in found if "schedule:row" in d.rules]
    assert plans == [("1 मई - सागर में सम्मेलन", ("p1",), (0,)), ("3 मई - दमोह में मशाल जुलूस", ("p1",), (1,))]


def test_one_dated_line_is_no_schedule() -> None:
    assert run("सागर, 1 मई 2024 - प्रेस विज्ञप्ति ।", dates={"1 मई 2024": "2024-05-01"})[1] == ()


def test_what_is_to_be_ensured_stands_before() -> None:
    doc, (found,) = run("आयुक्त ने कहा कि शिविर में पानी पर्याप्त हो, यह सुनिश्चित किया जाए ।")
    assert quote(doc, found.action) == "शिविर में पानी पर्याप्त हो, यह सुनिश्चित किया जाए"


def test_who_receives_a_report_is_not_told_to_act() -> None:
    text = "आयुक्त ने तहसीलदार को सूची बनाने तथा रिपोर्ट शाखा को ई-मेल करने के निर्देश दिए ।"
    doc, found = run(text)
    assert [[quote(doc, a.span) for a in d.addressees] for d in found] == [["तहसीलदार"], ["तहसीलदार"]]


def test_decisions_listed_after_a_colon() -> None:
    text = "प्राधिकरण ने ये फैसले किए हैं :\n1. विद्यालय भवनों में शिविर लगाए जाएंगे ।\n"
    _, (found,) = run(text)
    assert found.issuers == ("प्राधिकरण",)


def test_a_notice_with_a_deadline_needs_no_issuer() -> None:
    dates = {"5 मई तक": "../2024-05-05"}
    _, (found,) = run("फार्म की प्रति 5 मई तक महाविद्यालय में जमा करनी होगी ।", dates=dates)
    assert (found.modality, found.issuers) == ("obligation", ())
    assert run("फार्म की प्रति महाविद्यालय में जमा करनी होगी ।")[1] == ()


def test_a_gloss_in_brackets_is_no_part_of_who_orders() -> None:
    _, (found,) = run("राजस्व विभाग (Revenue Department) ने तहसीलदार को सूची बनाने के निर्देश दिए ।")
    assert found.issuers == ("राजस्व विभाग",)


def test_court_alone_is_the_court_named_before() -> None:
    text = "सतना श्रम न्यायालय ने फैसला सुनाया । रीवा परिवार न्यायालय ने सुनवाई की ।"
    text += " अदालत ने प्रबंधक को वेतन देने का निर्देश दिया ।"
    _, (found,) = run(text)
    assert found.issuers == ("रीवा परिवार न्यायालय",)


def test_judges_speak_in_their_bench() -> None:
    text = "न्यायमूर्ति रमा देशवाल व न्यायमूर्ति मोहन ठाकुर की खंडपीठ में सुनवाई करते हुए निगम को जवाब देने का निर्देश दिया ।"
    _, (found,) = run(text, people=("रमा देशवाल", "मोहन ठाकुर"))
    assert (found.issuers, found.rules[1]) == (("p1", "p2"), "issuer:bench")


def test_an_order_issued_at_some_hour_belongs_to_its_author() -> None:
    text = "रमा देशवाल की ओर से देर शाम निकाले गए आदेश के मुताबिक दुकानें बंद रहेंगी । लिपिकों को काम पर आना होगा ।"
    _, found = run(text, people=("रमा देशवाल",))
    assert [d.issuers for d in found] == [("p1",), ("p1",)]


def test_a_plan_on_the_orders_of_somebody_is_theirs() -> None:
    _, (found,) = run(
        "रमा देशवाल के निर्देश पर 5 मई को शिविर लगेगा ।", people=("रमा देशवाल",), dates={"5 मई को": "2024-05-05"}
    )
    assert (found.issuers, found.rules[1]) == (("p1",), "issuer:on-orders")


def test_whoever_is_the_source_is_meant_by_the_pronoun_after() -> None:
    text = "रमा देशवाल के अनुसार तैयारी पूरी है । उन्होंने कहा कि सूची बनाई जाए ।"
    _, (found,) = run(text, people=("रमा देशवाल",))
    assert found.issuers == ("p1",)


def test_an_order_before_anybody_is_named_is_nobodys() -> None:
    text = "लिपिकों को सूची भेजने का निर्देश दिया गया । मेला लगा । रमा देशवाल ने कहा कि चालक गाड़ी न रोकें ।"
    _, (order, ban) = run(text, people=("रमा देशवाल",))
    assert (order.issuers, ban.issuers) == ((), ("p1",))


def test_giving_this_information_tells_who_said_what_stands_before() -> None:
    text = "शिविर 5 मई को लगेगा । यह जानकारी देते हुए रमा देशवाल ने बताया कि दुकानें बंद रहेंगी ।"
    _, found = run(text, people=("रमा देशवाल",), dates={"5 मई को": "2024-05-05"})
    assert [d.issuers for d in found] == [("p1",), ("p1",)]


def test_details_of_a_plan_are_speech() -> None:
    text = "रमा देशवाल ने यात्रा का ब्यौरा दिया । जिसके अंतर्गत 5 मई को रैली निकाली जाएगी ।"
    _, (found,) = run(text, people=("रमा देशवाल",), dates={"5 मई को": "2024-05-05"})
    assert found.issuers == ("p1",)


def test_a_body_with_its_place_after_a_byline() -> None:
    text = "(मोहन की रिपोर्ट) व्यापार महासंघ रीवा ने दुकानदारों को सूची भेजने के निर्देश दिए ।"
    _, (found,) = run(text, places=("रीवा",))
    assert found.issuers == ("व्यापार महासंघ रीवा",)


def test_who_declares_a_holiday_is_its_issuer() -> None:
    text = "मोहन ठाकुर ने कहा कि सूची बनाई जाए । रमा देशवाल ने 5 मई को विद्यालयों में अवकाश घोषित किया है ।"
    _, found = run(text, people=("मोहन ठाकुर", "रमा देशवाल"), dates={"5 मई को": "2024-05-05"})
    assert [d.issuers for d in found] == [("p1",), ("p2",)]


def test_a_quotation_goes_on_to_its_end() -> None:
    text = 'रमा देशवाल ने कहा, "मेला बड़ा है । भीड़ आती है । चालक गाड़ी धीरे चलाएं ।"'
    _, (found,) = run(text, people=("रमा देशवाल",))
    assert found.issuers == ("p1",)


def test_a_direct_participle_is_no_part_of_who_speaks() -> None:
    _, (found,) = run("काम मोहन को सौंपा गया सचिव ने कहा कि लिपिक सूची भेजें ।")
    assert found.issuers == ("सचिव",)


def test_items_under_a_heading_belong_to_its_owner() -> None:
    text = "मोहन ठाकुर को पद दिया गया ।\n\nव्यापार संघ की गाइडलाइन\n1) दुकानदार सूची भेजें ।\n2) बोर्ड हटाए जाएं ।"
    _, found = run(text, people=("मोहन ठाकुर",))
    assert [d.issuers for d in found] == [("व्यापार संघ",), ("व्यापार संघ",)]


@pytest.mark.parametrize("lead", ["इसकी जानकारी देते हुए", "इस संबंध में जानकारी देते हुए"])
def test_information_about_this_tells_who_said_what_stands_before(lead: str) -> None:
    text = f"शिविर 5 मई को लगेगा । {lead} रमा देशवाल ने बताया कि दुकानें बंद रहेंगी ।"
    _, found = run(text, people=("रमा देशवाल",), dates={"5 मई को": "2024-05-05"})
    assert [d.issuers for d in found] == [("p1",), ("p1",)]


def test_an_order_to_send_word_of_this_is_an_order() -> None:
    doc, found = run("रमा देशवाल ने लिपिकों को इसकी सूचना भेजने का निर्देश दिया ।", people=("रमा देशवाल",))
    assert [quote(doc, d.action) for d in found] == ["इसकी सूचना भेजने"]


def test_a_passive_order_in_the_sentence_of_the_bench_is_the_judges() -> None:
    text = "रमा देशवाल व मोहन ठाकुर की युगलपीठ ने सुनवाई टाली है, तब तक निगम को यथास्थिति बनाए रखने को कहा गया है ।"
    _, (found,) = run(text, people=("रमा देशवाल", "मोहन ठाकुर"))
    assert (found.issuers, found.rules[1]) == (("p1", "p2"), "issuer:same-sentence")
