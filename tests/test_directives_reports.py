"""Slips and habits of real reports: nouns with a hyphen, missing stops, idioms, acts inside acts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from directed import doc_of, quote, run

from nirdesh.extract.directives.extractor import Extractor
from nirdesh.ingest.build import to_report
from nirdesh.ingest.document import Document
from nirdesh.mentions import EntityMention, Organisation, Post, Span
from nirdesh.report import Report
from nirdesh.run.pipeline import Pipeline

PERSON = "रमा देशवाल"


def read(text: str, **given: object) -> list[tuple[str, list[str], list[str]]]:
    doc, found = run(text, people=(PERSON,), **given)
    return [
        (quote(doc, d.action), [quote(doc, a.span) for a in d.addressees], list(d.issuers)) for d in found
    ]


@pytest.mark.parametrize("noun", ["दिशा-निर्देश", "दिशा - निर्देश", "दिशा निर्देश", "आदेश-निर्देश"])
@pytest.mark.parametrize("link", ["के", "हेतु", "के लिए", "हेतु आवश्यक"])
def test_a_noun_with_a_hyphen_has_its_content_before_it(noun: str, link: str) -> None:
    ((action, whom, _),) = read(f"सचिव रमा देशवाल ने अधीक्षक को वार्ड साफ रखने {link} {noun} दिए ।")
    assert (action, whom) == ("वार्ड साफ रखने", ["अधीक्षक"])
    assert read(f"सचिव रमा देशवाल ने स्वच्छता के संबंध में {noun} दिए ।") == []


def test_what_they_are_told_to_be_is_subjunctive() -> None:
    text = "सचिव रमा देशवाल ने लिपिकों को निर्देश दिया कि वे अपने कक्ष में उपस्थित रहे ।"
    ((action, whom, _),) = read(text)
    assert action == "अपने कक्ष में उपस्थित रहे"
    assert whom == ["लिपिकों"]
    assert read("सचिव रमा देशवाल ने निर्देश दिए और बैठक में सभी लिपिक उपस्थित रहे ।") == []


def test_taking_along_is_one_act() -> None:
    (first, second) = read("सचिव रमा देशवाल ने कहा कि लिपिक फार्म भरें और सूची ले जाकर कार्यालय में जमा करें ।")
    assert first[0] == "फार्म भरें"
    assert second[0] == "सूची ले जाकर कार्यालय में जमा करें"


def test_about_it_is_no_verb() -> None:
    ((action, _, _),) = read("सचिव रमा देशवाल ने कहा कि मेले को ले सभी थानेदार गश्त बढ़ाएं ।")
    assert action.endswith("गश्त बढ़ाएं")
    assert read("सचिव रमा देशवाल ने कहा कि लिपिक बच्चों को ले जाएं ।")[0][0] == "बच्चों को ले जाएं"


def test_told_with_a_genitive() -> None:
    ((action, whom, _),) = read("चिकित्सकों को अपने जिले में पहुंचने का कहा गया है ।")
    assert (action, whom) == ("अपने जिले में पहुंचने", ["चिकित्सकों"])


def test_a_stop_that_is_missing_before_who_said_it() -> None:
    ((action, whom, issuers),) = read("सभी बीडीओ गांवों में जाएं उक्त बातें सचिव रमा देशवाल ने कहीं ।")
    assert (action, whom, issuers) == ("गांवों में जाएं", ["सभी बीडीओ"], ["p1"])


def test_who_does_what_a_protest_is_against_is_not_told_to_protest() -> None:
    dates = {"5 मई": "2024-05-05"}
    text = "निर्णय लिया गया कि नगर निगम द्वारा दुकानें हटाए जाने के विरोध में 5 मई को धरना दिया जाएगा ।"
    ((_, whom, _),) = read(text, dates=dates)
    assert whom == []
    ((_, whom, _),) = read("नगर निगम द्वारा 5 मई को शिविर लगाया जाएगा ।", dates=dates)
    assert whom == ["नगर निगम"]


def test_who_is_made_something_is_not_told_to_act() -> None:
    ((_, whom, _),) = read("सचिव रमा देशवाल ने कहा कि मोहन को सरपंच बनाने के लिए बीडीओ को काम करना होगा ।")
    assert whom == ["बीडीओ"]
    ((_, whom, _),) = read("सचिव रमा देशवाल ने कहा कि सभी बीडीओ को सूची बनाने के लिए शिविर लगाना होगा ।")
    assert whom == ["सभी बीडीओ"]


def test_they_may_be_told_to_stay_united() -> None:
    ((action, whom, _),) = read("सचिव रमा देशवाल ने कार्यकर्ताओं को एकजुट रहने को कहा ।")
    assert (action, whom) == ("एकजुट रहने", ["कार्यकर्ताओं"])
    ((_, whom, _),) = read("सचिव रमा देशवाल ने कार्यकर्ताओं को एकजुट करने को कहा ।")
    assert whom == []


def test_whose_orders_a_plan_follows_is_not_told_to_act() -> None:
    text = "मुख्य सचिव राजस्व विभाग के निर्देशानुसार 5 मई को जनसुनवाई होगी ।"
    ((_, whom, _),) = read(text, dates={"5 मई": "2024-05-05"})
    assert whom == []


def test_who_spoke_before_also_requests() -> None:
    text = "सचिव रमा देशवाल ने बताया कि 5 मई को शिविर लगेगा । सभी किसानों से अनुरोध है कि आवेदन जमा करें ।"
    (_, (_, whom, issuers)) = read(text, dates={"5 मई": "2024-05-05"})
    assert whom == ["सभी किसानों"]
    assert issuers == ["p1"]


def test_a_postposition_ends_the_name_of_who_speaks() -> None:
    text = "मेले के चलते जयपुर यातायात पुलिस ने वाहन न लाने की सलाह दी है ।"
    ((_, _, issuers),) = read(text)
    assert issuers == ["जयपुर यातायात पुलिस"]


@pytest.mark.parametrize("told", ["सौपें", "सौंपें", "पहुचाएं", "पहुंचाएं"])
def test_misspelt_stems_are_verbs(told: str) -> None:
    ((action, _, _),) = read(f"सचिव रमा देशवाल ने कहा कि सभी लिपिक समय पर सूची {told} ।")
    assert action.endswith(told)


def test_what_was_not_managed_is_no_order() -> None:
    order = "सचिव रमा देशवाल ने सभी लिपिकों को सूची भेजने का निर्देश दिया ।\n"
    assert len(read(order + "समीक्षा में पाया गया कि सात काम अब तक शुरू नहीं हो सके हैं ।")) == 1


def test_the_year_in_the_name_of_a_fair_is_no_date_of_the_act() -> None:
    lines = (
        "सागर। सचिव ने कहा कि पुस्तक मेला 2018 के लिए सभी लिपिक 27 मार्च तक सूची भेजें।",
        "वर्ष 2018 में सभी लिपिक नई सूची बनाएं।",
    )
    document = Document(source="x", place="x", text="\n".join(lines), published="2018-03-13")
    report = to_report(document)
    assert isinstance(report, Report)
    record = Pipeline("spacy").record(report)
    assert [[day.edtf for day in d.when] for d in record.directives] == [["../2018-03-27"], ["2018"]]


def test_a_line_of_a_list_is_no_signature() -> None:
    rows = "बड़ा घाट - लिपिक मोहन ठाकुर, माली सलीम बारी\nछोटा घाट - चौकीदार रमा देशवाल\n"
    ((_, _, issuers),) = read(f"घाटों पर तैनाती\n{rows}सभी लिपिक 27 मार्च तक सूची भेजेंगे ।")
    assert issuers == []


def test_the_chair_of_the_first_sentence_gives_orders_without_an_agent() -> None:
    text = "उपायुक्त रमा देशवाल की अध्यक्षता में बैठक आयोजित की गई । सूची भेजने के निर्देश बीडीओ को दिए गए ।"
    assert read(text) == [("सूची भेजने", ["बीडीओ"], ["p1"])]


def test_a_plural_verb_agrees_with_all_members_not_with_their_party() -> None:
    dates = {"5 मई": "2024-05-05"}
    ((_, whom, _),) = read("5 मई को पार्टी स्थापना दिवस पर सभी कार्यकर्ता घरों पर झंडा लगाएंगे ।", dates=dates)
    assert whom == ["सभी कार्यकर्ता"]
    ((_, whom, _),) = read("5 मई को पार्टी सभी वार्डों में झंडा लगाएगी ।", dates=dates)
    assert whom == ["पार्टी"]


def test_pay_held_back_is_a_penalty() -> None:
    assert read("सचिव रमा देशवाल ने लिपिक के सितंबर के वेतन आहरण पर रोक लगा दी ।") == []
    assert len(read("सचिव रमा देशवाल ने घाट पर नौका चलाने पर रोक लगा दी ।")) == 1


def test_orders_to_this_effect_are_told_before() -> None:
    text = "5 मई को बच्चों को भोज दिया जाएगा । सचिव रमा देशवाल ने इस आशय के निर्देश शिक्षकों को दिए हैं ।"
    ((action, whom, issuers),) = read(text, dates={"5 मई": "2024-05-05"})
    assert action == "बच्चों को भोज दिया जाएगा"
    assert whom == ["शिक्षकों"]
    assert issuers == ["p1"]


def test_an_order_inside_an_order_keeps_whom_it_is_told_to() -> None:
    text = "सचिव रमा देशवाल ने लिपिकों को निर्देशित किया कि पंजिका सुरक्षित रखने के निर्देश दिए हैं ।"
    ((_, whom, _),) = read(text)
    assert whom == ["लिपिकों"]


def test_who_is_won_over_is_not_told_to_act() -> None:
    ((_, whom, _),) = read("सचिव रमा देशवाल ने अधिक से अधिक लोगों को संगठन से जोड़ने का आह्वान किया ।")
    assert whom == []
    ((_, whom, _),) = read("सचिव रमा देशवाल ने लोगों को पौधे लगाने के लिए प्रेरित किया ।")
    assert whom == ["लोगों"]


def test_the_object_of_a_participle_is_not_told_to_act() -> None:
    ((_, whom, _),) = read("बैठक में संगठन को आगे बढ़ाते हुए हर वार्ड में शिविर लगाने का निर्णय लिया गया ।")
    assert whom == []


def test_the_public_beside_them_is_not_told_to_act() -> None:
    text = "सचिव रमा देशवाल ने बीडीओ को बुलाया । उन्हें लोगों को पानी उपलब्ध रखने के निर्देश दिए ।"
    ((_, whom, _),) = read(text)
    assert whom == ["बीडीओ"]


def test_officers_of_several_places_are_one_phrase() -> None:
    places = ("चंबा", "मंडी", "कुल्लू")
    text = "सचिव रमा देशवाल ने चंबा, मंडी और कुल्लू के उपायुक्तों को सड़कें खोलने के निर्देश दिए ।"
    ((_, whom, _),) = read(text, places=places)
    assert whom == ["चंबा, मंडी और कुल्लू के उपायुक्तों"]


def test_the_holder_of_a_post_before_its_body_speaks() -> None:
    text = "कार्यपालन अधिकारी जिला पंचायत ने कहा कि सभी सरपंच सूची भेजें ।"
    doc = doc_of(f"कार्यपालन अधिकारी {PERSON} पहुंचे । {text}", people=(PERSON,))
    (person,) = doc._.people
    doc._.people = (replace(person, posts=(Post("कार्यपालन अधिकारी", Span(0, 17)),)),)
    at = doc.text.index("जिला पंचायत")
    mention = EntityMention(Span(at, at + len("जिला पंचायत")))
    doc._.organisations = (Organisation("जिला पंचायत", "जिला पंचायत", "government", (mention,)),)
    ((directive, _),) = Extractor(doc).candidates()
    assert directive.issuers == ("p1",)


def test_a_chair_of_a_meeting_told_in_the_same_sentence() -> None:
    text = "उपायुक्त रमा देशवाल की अध्यक्षता में संपन्न हुई बैठक में बीडीओ को सूची भेजने के निर्देश दिए गए ।"
    assert read(text) == [("सूची भेजने", ["बीडीओ"], ["p1"])]


def test_who_gets_the_petition_is_asked() -> None:
    text = "संघ अध्यक्ष रमा देशवाल ने जिलाधिकारी को ज्ञापन सौंपकर मांग की कि सड़क ठीक कराई जाए ।"
    ((_, whom, _),) = read(text)
    assert whom == ["जिलाधिकारी"]
    ((_, whom, _),) = read("संघ अध्यक्ष रमा देशवाल ने किसानों को बीज देकर मांग की कि सड़क ठीक कराई जाए ।")
    assert whom == []


def test_two_bare_posts_are_their_two_holders() -> None:
    people = ("मोहन ठाकुर", "सलीम बारी")
    doc = doc_of("एसडीओ व डीएसपी ने लोगों से मिलकर रहने की अपील की । मोहन ठाकुर, सलीम बारी", people=people)
    titles = ("एसडीओ", "डीएसपी")
    posted = zip(doc._.people, titles, strict=True)
    doc._.people = tuple(replace(p, posts=(Post(title, Span(0, 1)),)) for p, title in posted)
    ((directive, _),) = Extractor(doc).candidates()
    assert directive.issuers == ("p1", "p2")


def test_what_may_be_the_case_either_way_is_no_order() -> None:
    text = "सचिव रमा देशवाल ने निर्देश दिए कि बैठक हो या यात्रा हो, सभी सदस्य समय पर पहुंचें ।"
    assert [action for action, _, _ in read(text)] == ["समय पर पहुंचें"]
    text = "सचिव रमा देशवाल ने निर्देश दिए कि हर गांव में बैठक हो और सदस्य समय पर पहुंचें ।"
    assert len(read(text)) == 2


def test_a_bracket_belongs_to_its_name() -> None:
    dates = {"5 मई": "2024-05-05"}
    ((_, whom, _),) = read("5 मई को जिला अधिकारी (सीडीओ) शिविर का निरीक्षण करें ।", dates=dates)
    assert whom == ["जिला अधिकारी (सीडीओ)"]
    ((_, whom, _),) = read("किसान संघ (केएस) के स्थापना दिवस पर 5 मई को सभी सदस्य धरना देंगे ।", dates=dates)
    assert whom == ["सभी सदस्य"]


def test_a_plan_by_directions_is_announced_not_ordered() -> None:
    text = "प्रदेश नेतृत्व के निर्देशानुसार 5 मई को सभी मंडलों में शिविर लगाया जाएगा ।"
    _, (directive,) = run(text, dates={"5 मई": "2024-05-05"})
    assert directive.modality == "announcement"
    text = "आदेश के अनुसार 5 मई को सभी दुकानें बंद रहेंगी ।"
    _, (directive,) = run(text, dates={"5 मई": "2024-05-05"})
    assert directive.modality == "order"


@pytest.mark.parametrize("act", ["नजदीकी थाने में जाएं", "तुरंत नजदीकी अस्पताल जाएं", "समय पर मुख्यालय पहुंचें"])
def test_where_they_go_is_not_told_to_act(act: str) -> None:
    ((_, whom, _),) = read(f"सचिव रमा देशवाल ने कहा कि {act} ।")
    assert whom == []


def test_a_list_with_a_place_for_each_member_is_a_directive_for_each() -> None:
    text = "आयुक्त ने बताया कि 5 मई को सागर में तहसीलदार, दमोह में खंड अधिकारी और सतना में उपायुक्त मौजूद रहेंगे ।"
    doc, found = run(text, dates={"5 मई को": "XXXX-05-05"}, places=("सागर", "दमोह", "सतना"))
    assert [quote(doc, d.action) for d in found] == [
        "सागर में तहसीलदार",
        "दमोह में खंड अधिकारी",
        "सतना में उपायुक्त मौजूद रहेंगे",
    ]
    assert [quote(doc, a.span) for d in found for a in d.addressees] == ["तहसीलदार", "खंड अधिकारी", "उपायुक्त"]
    assert [len(d.when) for d in found] == [1, 1, 1]


def test_several_places_of_one_act_are_one_directive() -> None:
    text = "आयुक्त ने कहा कि सागर, दमोह और सतना में शिविर लगाए जाएं ।"
    doc, found = run(text, places=("सागर", "दमोह", "सतना"))
    assert [quote(doc, d.action) for d in found] == ["सागर, दमोह और सतना में शिविर लगाए जाएं"]


def test_a_negative_verb_of_a_relative_clause_ends_before_its_answer() -> None:
    doc, found = run("आयुक्त ने कहा कि जिन गांवों में पानी नहीं पहुंच रहा वहां टैंकर भेजे जाएं ।")
    assert [quote(doc, d.action) for d in found] == ["टैंकर भेजे जाएं"]


def test_a_condition_opens_an_act_of_its_own() -> None:
    doc, found = run("आयुक्त ने दुकानों की जांच करने व शिकायत मिलने पर दुकान बंद कराने के निर्देश दिए ।")
    assert [quote(doc, d.action) for d in found] == ["दुकानों की जांच करने", "शिकायत मिलने पर दुकान बंद कराने"]
    doc, found = run("आयुक्त ने देर से आने और फाइल लटकाने पर कार्रवाई करने के निर्देश दिए ।")
    assert len(found) == 1


def test_what_follows_there_in_its_sentence_is_there_too_and_a_train_is_no_place() -> None:
    text = "आयुक्त ने कहा कि सागर के जिन गांवों में पानी नहीं आ रहा वहां टैंकर भेजे जाएं तथा दमोह एक्सप्रेस का समय बताया जाए ।"
    doc, found = run(text, places=("सागर", "दमोह"))
    assert [(quote(doc, d.action), d.regions) for d in found] == [
        ("टैंकर भेजे जाएं", ("r1",)),
        ("दमोह एक्सप्रेस का समय बताया जाए", ("r1",)),
    ]


def test_small_words_are_known_misspelt() -> None:
    doc, found = run("बैठक मे आयुक्त ने सूची भेजने को कहा साथ हीं नालियां साफ करनें के निर्देश दिए ।")
    assert [quote(doc, d.action) for d in found][-1] == "नालियां साफ करनें"


def test_a_transitive_form_with_its_object_in_ko_is_a_wish() -> None:
    doc, found = run("आयुक्त ने कहा कि सभी बीडीओ सूची भेजें । पंजीयन के काम को कराये ।")
    assert [quote(doc, d.action) for d in found] == ["सूची भेजें", "पंजीयन के काम को कराये"]


def test_collecting_is_a_noun_before_an_order() -> None:
    doc, found = run("आयुक्त ने तहसीलदारों को शत प्रतिशत राजस्व वसूली के निर्देश दिए ।")
    assert [quote(doc, d.action) for d in found] == ["शत प्रतिशत राजस्व वसूली"]


def test_a_row_of_several_days_may_tell_who_gets_something() -> None:
    text = "संघ ने बताया कि 14 मई को सभी सेवक काम बंद रखेंगे । 18 मई को धरना तथा 22 मई को उपायुक्त को ज्ञापन ।"
    dates = {"14 मई": "XXXX-05-14", "18 मई": "XXXX-05-18", "22 मई": "XXXX-05-22"}
    doc, found = run(text, dates=dates)
    assert [quote(doc, d.action) for d in found][1:] == ["18 मई को धरना", "22 मई को उपायुक्त को ज्ञापन"]


def test_what_a_notice_cancels() -> None:
    _, found = run("5 मई की बैठक स्थगित की जाती है ।", dates={"5 मई": "XXXX-05-05"})
    assert [d.modality for d in found] == ["announcement"]
    assert run("बैठक हर साल वर्षा के कारण स्थगित की जाती है ।")[1] == ()
