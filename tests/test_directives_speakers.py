from __future__ import annotations

from typing import Any

import pytest
from directed import quote, run
from spacy.tokens import Doc

from nirdesh.mentions import Directive


def said(text: str, **given: Any) -> list[tuple[str, tuple[str, ...]]]:
    """Action and issuers of each directive."""
    doc, found = run(text, **given)
    return [(quote(doc, d.action), d.issuers) for d in found]


def first(text: str, **given: Any) -> tuple[Doc, Directive]:
    doc, found = run(text, **given)
    return doc, found[0]


@pytest.mark.parametrize("told", ["बताया", "कहा", "आदेश दिया", "निर्देश दिया गया"])
def test_ki_written_as_a_genitive_opens_what_was_said(told: str) -> None:
    agent = "को" if told.endswith("गया") else "ने"
    ((action, _),) = said(f"रमा देशवाल {agent} {told} की सभी बीडीओ 5 मई तक सूची भेजें ।", people=("रमा देशवाल",))
    assert action == "5 मई तक सूची भेजें"


def test_saying_needs_no_complementizer_after_its_agent() -> None:
    ((action, issuers),) = said("रमा देशवाल ने कहा सभी बीडीओ गांवों में जाएं ।", people=("रमा देशवाल",))
    assert (action, issuers) == ("गांवों में जाएं", ("p1",))


def test_the_noun_of_an_order_after_its_verb() -> None:
    text = "रमा देशवाल ने नालों की सफाई कराने के दिए निर्देश, बीडीओ को सूची भेजने के भी दिए निर्देश।"
    assert said(text, people=("रमा देशवाल",)) == [
        ("नालों की सफाई कराने", ("p1",)),
        ("सूची भेजने", ("p1",)),
    ]


def test_a_place_between_the_noun_of_an_order_and_its_verb() -> None:
    doc, directive = first("इसके अतिरिक्त थाना प्रभारियों को शाम को गश्त करने के निर्देश बैठक में दिए गए ।")
    assert quote(doc, directive.action) == "शाम को गश्त करने"
    assert [quote(doc, a.span) for a in directive.addressees] == ["थाना प्रभारियों"]


def test_besides_opens_another_clause() -> None:
    text = "सूची बनाने का निर्देश बीडीओ को दिया गया साथ ही रमा देशवाल ने सचिव को पुल देखने को कहा ।"
    assert [action for action, _ in said(text, people=("रमा देशवाल",))] == ["सूची बनाने", "पुल देखने"]


def test_who_did_something_by_dvara_speaks_after_it() -> None:
    text = "रमा देशवाल द्वारा घाटों का निरीक्षण किया गया । साथ ही निर्देशित किया कि घाटों पर बिजली लगाई जाए ।"
    assert said(text, people=("रमा देशवाल",)) == [("घाटों पर बिजली लगाई जाए", ("p1",))]
    text = "रमा देशवाल द्वारा बीडीओ को सूची भेजने के निर्देश दिए ।"
    assert said(text, people=("रमा देशवाल",)) == [("सूची भेजने", ("p1",))]


def test_who_led_the_meeting_is_meant_by_the_pronoun_after() -> None:
    text = "रमा देशवाल की अध्यक्षता में बैठक हुई । उन्होंने कहा कि सभी बीडीओ गांवों में जाएं ।"
    assert said(text, people=("रमा देशवाल",)) == [("गांवों में जाएं", ("p1",))]


def test_the_agent_of_a_participle_is_not_told_to_act() -> None:
    doc, directive = first("सचिव ने कहा कि विभाग द्वारा दिए गए आवेदनों की जांच की जाए ।")
    assert directive.addressees == ()
    assert quote(doc, directive.action).endswith("जांच की जाए")


@pytest.mark.parametrize("purpose", ["इस हेतु", "उसके लिए"])
def test_a_pronoun_is_no_content(purpose: str) -> None:
    assert said(f"{purpose} बीडीओ को निर्देशित किया गया ।") == []


def test_a_conclusion_is_no_goal() -> None:
    text = "रमा देशवाल ने कहा कि बाढ़ की आशंका है, इसलिए सभी बीडीओ गांवों में जाएं ।"
    assert said(text, people=("रमा देशवाल",)) == [("गांवों में जाएं", ("p1",))]


def test_who_is_quoted_by_a_speaker_does_not_take_over() -> None:
    text = (
        "रमा देशवाल ने कहा कि मोहन कोली ने बीडीओ को सूची भेजने के निर्देश दिए हैं । "
        "सभी सचिव 5 मई तक बैठक करें । उन्होंने कहा कि हर गांव में शिविर लगाएं ।"
    )
    found = said(text, people=("रमा देशवाल", "मोहन कोली"))
    assert found == [
        ("सूची भेजने", ("p2",)),
        ("5 मई तक बैठक करें", ("p1",)),
        ("हर गांव में शिविर लगाएं", ("p1",)),
    ]


def test_the_public_that_acts_before_is_who_asks() -> None:
    text = "रमा देशवाल पहुंचीं । ग्रामीणों ने समस्याएं बताईं और सड़क बनवाने का आग्रह किया ।"
    assert said(text, people=("रमा देशवाल",)) == [("सड़क बनवाने", ("ग्रामीणों",))]


@pytest.mark.parametrize("reached", ["फोन कर", "मौके पर बुलाकर"])
def test_how_somebody_is_reached_is_no_part_of_the_act(reached: str) -> None:
    doc, directive = first(f"सचिव ने बीडीओ को {reached} पुल देखने का निर्देश दिया ।")
    assert quote(doc, directive.action) == "पुल देखने"
    assert [quote(doc, a.span) for a in directive.addressees] == ["बीडीओ"]


def test_giving_orders_is_the_manner_of_what_is_told_after_it() -> None:
    ((action, issuers),) = said("रमा देशवाल ने अभियंता को निर्देश देकर पुल बनवाने को कहा ।", people=("रमा देशवाल",))
    assert action.endswith("पुल बनवाने")
    assert issuers == ("p1",)


def test_a_sentence_with_jismen_goes_on() -> None:
    text = "बैठक हुई । जिसमें रमा देशवाल ने बीडीओ को सूची भेजने का निर्देश देते हुए कमियां गिनाईं और कहा कि शिविर लगाएं ।"
    assert said(text, people=("रमा देशवाल",)) == [("सूची भेजने", ("p1",)), ("शिविर लगाएं", ("p1",))]


def test_a_passive_order_in_the_light_of_somebodys_order_is_theirs() -> None:
    text = "रमा देशवाल के आदेश के आलोक में केंद्र 4 मई तक बंद रखने का आदेश दिया गया है ।"
    assert said(text, people=("रमा देशवाल",)) == [("केंद्र 4 मई तक बंद रखने", ("p1",))]


def test_his_own_staff_is_no_doer() -> None:
    doc, directive = first("सचिव ने कहा कि अधिकारी उनके अधीनस्थ कार्यों की जांच करें ।")
    assert [quote(doc, a.span) for a in directive.addressees] == ["अधिकारी"]


def test_who_is_told_is_told_though_an_institute_opens_the_clause() -> None:
    doc, directive = first("सचिव ने सभी बीडीओ को निर्देश दिए कि पंचायत चुनाव के लिए सूची बनाएं ।")
    assert [quote(doc, a.span) for a in directive.addressees] == ["सभी बीडीओ"]


def test_what_is_done_to_an_organisation_is_no_order_to_it() -> None:
    doc, directive = first("सचिव ने बीडीओ को निर्देश दिए । पार्टी संगठन को मजबूत करने के निर्देश दिए ।")
    assert quote(doc, directive.action) == "पार्टी संगठन को मजबूत करने"
    doc, directive = first("विभाग ने सभी विद्यालयों को छात्रों के लिए बंद करने का निर्णय लिया ।")
    assert directive.addressees == ()


@pytest.mark.parametrize("before", ["फोन पर", "तुरंत", "दावों के बजाय"])
def test_a_manner_is_no_part_of_who_is_told(before: str) -> None:
    doc, directive = first(f"सचिव ने {before} संबंधित अधिकारियों को सूची भेजने के निर्देश दिए ।")
    assert [quote(doc, a.span) for a in directive.addressees] == ["संबंधित अधिकारियों"]


def test_the_verb_with_its_own_noun_takes_no_other() -> None:
    text = "रमा देशवाल ने रोकथाम के संबंध में निर्देश जारी कर बीडीओ को सूची भेजने के लिए निर्देशित किया है ।"
    assert said(text, people=("रमा देशवाल",)) == [("सूची भेजने", ("p1",))]


def test_what_the_issuer_does_stands_between_whom_he_tells_and_what() -> None:
    doc, directive = first("सचिव ने बीडीओ को गंदगी पर नाराजगी जाहिर करते हुए सफाई कराने के आदेश दिए ।")
    assert quote(doc, directive.action) == "सफाई कराने"
    assert [quote(doc, a.span) for a in directive.addressees] == ["बीडीओ"]


def test_a_postposition_is_no_content() -> None:
    doc, found = run("सचिव ने नागरिकों से बाढ़ की संभावनाओं के दृष्टिगत अपील की कि वे घरों में रहें ।")
    assert [quote(doc, d.action) for d in found] == ["घरों में रहें"]


def test_care_that_is_told_of_after_it_begins_its_own_directive() -> None:
    doc, directive = first("सचिव ने कहा कि मेला बड़ा पर्व है तथा इसका ख्याल रखा जाए कि भीड़ न हो ।")
    assert quote(doc, directive.action) == "इसका ख्याल रखा जाए कि भीड़ न हो"


def test_they_after_whom_they_were_told_are_to_act() -> None:
    assert [a for a, _ in said("संचालकों से कहा गया है कि वे शोर से बचे ।")] == ["शोर से बचे"]


def test_a_decision_on_doing_something_is_a_plan() -> None:
    assert [a for a, _ in said("बैठक में कैलेंडर लागू करने पर निर्णय लिया गया ।")] == ["कैलेंडर लागू करने"]


def test_who_is_served_a_notice_is_not_told_to_serve_it() -> None:
    doc, directive = first("सचिव ने दोषी अधिकारियों को कारण बताओ नोटिस जारी करने के निर्देश दिए ।")
    assert quote(doc, directive.action) == "दोषी अधिकारियों को कारण बताओ नोटिस जारी करने"
    assert directive.addressees == ()


def test_an_order_of_transfer_tells_nobody_to_act() -> None:
    assert said("विभाग ने तीन लिपिकों के तबादले के आदेश जारी किए ।") == []


def test_a_name_that_opens_a_body_is_no_person() -> None:
    _, directive = first("सचिव ने कहा कि सभी पूजा समिति 5 मई तक आवेदन जमा करेंगी ।", people=("पूजा",))
    assert [a.person for a in directive.addressees] == [None]


def test_they_told_are_whom_the_sentence_before_names() -> None:
    text = "सचिव ने तहसीलदारों को समझाया कि योजना अच्छी है । उन्होंने उन्हें हर गांव में शिविर लगाने का निर्देश दिया ।"
    doc, directive = first(text)
    assert [quote(doc, a.span) for a in directive.addressees] == ["तहसीलदारों"]


def test_a_wish_before_for_this_is_a_purpose() -> None:
    text = "बच्चों को परेशानी न हो इसके लिए लिपिकों को सूची बनाने के निर्देश दिए गए ।"
    doc, found = run(text)
    assert [quote(doc, d.action) for d in found] == ["सूची बनाने"]
    assert [quote(doc, a.span) for a in found[0].addressees] == ["लिपिकों"]


def test_whom_an_order_is_told_to_stands_between_act_and_noun() -> None:
    doc, directive = first("सचिव ने सूची भेजने के थानेदारों को निर्देश दिए ।")
    assert quote(doc, directive.action) == "सूची भेजने"
    assert [quote(doc, a.span) for a in directive.addressees] == ["थानेदारों"]


def test_a_list_that_is_asked_for_is_about_whom_it_names() -> None:
    doc, directive = first("सचिव ने नए सदस्यों की सूची भी मांगी है ।")
    assert quote(doc, directive.action) == "नए सदस्यों की सूची भी मांगी है"
    assert directive.addressees == ()


def test_dative_marks_who_acts_where_the_verb_has_no_object() -> None:
    doc, directive = first("अदालत ने पीएस वित्त को खुद हाजिर रहने के आदेश दिए ।")
    assert [quote(doc, a.span) for a in directive.addressees] == ["पीएस वित्त"]


def test_a_dated_plan_of_somebody_is_announced() -> None:
    dates = {"5 मई": "2024-05-05"}
    assert said("संघ ने 5 मई को धरना देने का ऐलान किया है ।", dates=dates) == [("धरना देने", ("संघ",))]
    assert said("संघ ने धरना देने का ऐलान किया है ।") == []
    assert said("संघ ने 5 मई को सचिव मनोनीत करने की घोषणा की ।", dates=dates) == []


def test_a_title_opens_the_name_of_a_scheme() -> None:
    doc, directive = first("सचिव ने कहा कि मुख्यमंत्री कन्या विवाह योजना के फार्म भरें ।")
    assert directive.addressees == ()
    assert quote(doc, directive.action).startswith("मुख्यमंत्री")


def test_whom_they_ask_not_to_come_is_told() -> None:
    ((action, _),) = said("किसानों से निवेदन है कि वे उपज मंडी में लेकर नहीं आए ।")
    assert action == "उपज मंडी में लेकर नहीं आए"


def test_who_is_sent_inside_an_act_is_not_told_to_act() -> None:
    doc, directive = first("बैठक में किसानों को भिजवाने के लिए अभियान चलाने का निर्णय लिया गया ।")
    assert quote(doc, directive.action) == "किसानों को भिजवाने के लिए अभियान चलाने"
    assert directive.addressees == ()


def test_the_agent_of_a_letter_did_not_decide() -> None:
    ((_, issuers),) = said("संघ द्वारा दिए गए पत्र के बाद मंडी बंद रखने का निर्णय लिया गया ।")
    assert issuers == ()


def test_what_somebody_held_is_said_not_history() -> None:
    found = said("रमा देशवाल का कहना था कि सभी बीडीओ गांवों में जाएं ।", people=("रमा देशवाल",))
    assert found == [("गांवों में जाएं", ("p1",))]


def test_an_order_that_was_made_opens_its_text() -> None:
    assert [a for a, _ in said("आवेदक को यह आदेश हुआ कि वह सूची सचिव, खनन को भेजे ।")] == ["सूची सचिव, खनन को भेजे"]


def test_a_passive_order_is_of_who_gave_orders_that_are_not_told() -> None:
    text = "रमा देशवाल ने आवश्यक निर्देश दिए । सभी केंद्रों पर पंखे लगाने के निर्देश दिए गए ।"
    assert said(text, people=("रमा देशवाल",)) == [("सभी केंद्रों पर पंखे लगाने", ("p1",))]


def test_for_whom_an_advisory_is_issued_is_no_content() -> None:
    assert said("पुलिस ने भारी वाहनों के लिए एडवाइजरी जारी की है ।") == []


def test_a_title_and_its_department_are_one() -> None:
    doc, directive = first("सचिव ने निदेशक, आपदा प्रबंधन को सूची भेजने के निर्देश दिए ।")
    assert [quote(doc, a.span) for a in directive.addressees] == ["निदेशक, आपदा प्रबंधन"]


def test_a_short_gloss_is_no_part_of_whom_an_order_tells() -> None:
    doc, directive = first("सचिव ने सभी बूथ लेवल अधिकारी (बीएलओ) को सूची भेजने के निर्देश दिए ।")
    assert [quote(doc, a.span) for a in directive.addressees] == ["सभी बूथ लेवल अधिकारी"]


def test_whom_an_order_is_told_to_opens_the_clause() -> None:
    doc, directive = first("सभी बीडीओ को सचिव ने सूची भेजने के निर्देश दिए ।")
    assert [quote(doc, a.span) for a in directive.addressees] == ["सभी बीडीओ"]
    doc, directive = first("सचिव ने इसकी जांच करने के अनुविभागीय अधिकारी को निर्देश दिए ।")
    assert [quote(doc, a.span) for a in directive.addressees] == ["अनुविभागीय अधिकारी"]


def test_what_is_to_be_completed_is_not_told_to_act() -> None:
    doc, directive = first("सचिव ने कहा कि कार्यों को तेज गति से पूरा करना होगा ।")
    assert directive.addressees == ()
    assert quote(doc, directive.action) == "कार्यों को तेज गति से पूरा करना होगा"


def test_an_issuer_named_twice_in_a_clause() -> None:
    text = "रमा देशवाल ने सड़कों की समीक्षा के दौरान उन्होंने बाधाओं को दूर करने के निर्देश दिए ।"
    assert said(text, people=("रमा देशवाल",)) == [("बाधाओं को दूर करने", ("p1",))]


def test_an_imperative_inside_a_name_is_no_order() -> None:
    dates = {"5 मई": "2024-05-05"}
    found = said("संघ ने भारत जोड़ो आंदोलन के तहत 5 मई को धरना देने का निर्णय लिया ।", dates=dates)
    assert [action for action, _ in found] == ["भारत जोड़ो आंदोलन के तहत 5 मई को धरना देने"]


def test_an_agent_between_the_order_and_its_verb() -> None:
    found = said("सूची पेश करने का निर्देश रमा देशवाल ने दिया ।", people=("रमा देशवाल",))
    assert found == [("सूची पेश करने", ("p1",))]


def test_judges_speak_in_their_court() -> None:
    text = "जस्टिस रमा देशवाल और जस्टिस मोहन कोली की अदालत ने सचिव को सूची पेश करने का निर्देश दिया ।"
    assert said(text, people=("रमा देशवाल", "मोहन कोली")) == [("सूची पेश करने", ("p1", "p2"))]


@pytest.mark.parametrize("act", ["गठित कर लें", "बना लें"])
def test_a_body_that_is_founded_is_not_told_to_act(act: str) -> None:
    text = f"रमा देशवाल ने पदाधिकारियों से कहा कि वार्ड स्तर की कमेटियां {act} ।"
    doc, directive = first(text, people=("रमा देशवाल",))
    assert [doc.text[a.span.start : a.span.end] for a in directive.addressees] == ["पदाधिकारियों"]
    assert quote(doc, directive.action) == f"वार्ड स्तर की कमेटियां {act}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("न्यायाधीश रमा देशवाल ने तत्कालीन थाना प्रभारी के खिलाफ रिपोर्ट दर्ज करने का आदेश दिया है ।", 1),
        ("तत्कालीन कलेक्टर रमा देशवाल ने थाना प्रभारी के खिलाफ रिपोर्ट दर्ज करने का आदेश दिया था ।", 0),
    ],
)
def test_only_the_one_who_orders_makes_an_order_history(text: str, told: int) -> None:
    assert len(said(text, people=("रमा देशवाल",))) == told


def test_who_spoke_before_an_order_without_agent_goes_on_to_bid() -> None:
    text = "आयुक्त रमा देशवाल ने बताया कि ठेले नहीं लगेंगे । निरीक्षक को निर्देश दिए गए हैं । पशुपालक पशु खुले में न छोड़ें ।"
    _, found = run(text, people=("रमा देशवाल",))
    assert found[-1].issuers == ("p1",)


def test_this_order_says_what_its_author_says() -> None:
    text = "राजस्व विभाग ने तहसीलों के लिए निर्देश जारी किए हैं । इसमें कहा गया है कि हर गांव में शिविर लगाया जाए ।"
    _, found = run(text)
    assert [(d.modality, d.issuers) for d in found] == [("order", ("राजस्व विभाग",))]


def told(text: str, **given: Any) -> list[list[str]]:
    """Whom each directive tells."""
    doc, found = run(text, **given)
    return [[quote(doc, a.span) for a in d.addressees] for d in found]


def test_members_of_a_body_gather() -> None:
    text = "सचिव ने बताया कि राज्य कर्मचारी महासंघ से जुड़े कर्मी 5 मई को पार्क में एकत्रित होंगे और ज्ञापन देंगे ।"
    whole = ["राज्य कर्मचारी महासंघ से जुड़े कर्मी"]
    assert told(text, dates={"5 मई": "2024-05-05"}) == [whole, whole]


def test_who_has_to_be_there() -> None:
    text = "सचिव ने कहा कि बैठक में सभी बीडीओ व पटवारियों की उपस्थिति अनिवार्य है ।"
    assert told(text) == [["सभी बीडीओ", "पटवारियों"]]
    assert told("सचिव ने कहा कि हर बूथ से 10 कार्यकर्ता की उपस्थिति अनिवार्य है ।") == [[]]


def test_what_somebody_got_tells_nobody_to_act() -> None:
    text = "विभाग को मिली शिकायत पर पुल की जांच कराने का निर्णय लिया गया ।"
    assert told(text) == [[]]
    assert told("विभाग को पुल की जांच कराने के निर्देश दिए गए ।") == [["विभाग"]]


def test_the_founding_of_a_unit_is_no_doer() -> None:
    text = "सचिव ने अध्यक्षों को निर्देश दिए कि मंडल गठन में सभी वर्गों के लोगों को शामिल करें ।"
    assert told(text) == [["अध्यक्षों"]]


def test_with_heart_and_soul_belongs_to_the_action() -> None:
    doc, directive = first("रमा देशवाल ने कहा कि सभी बीडीओ जी जान से तैयारी में जुट जाएं ।", people=("रमा देशवाल",))
    assert quote(doc, directive.action) == "जी जान से तैयारी में जुट जाएं"


def test_what_is_joined_to_a_relative_future_is_no_plan() -> None:
    text = "रमा देशवाल ने कहा कि जो कमी दिखेगी या बतायी जाएगी उसे बीडीओ 5 मई तक दूर करेंगे ।"
    found = said(text, people=("रमा देशवाल",), dates={"5 मई तक": "../2024-05-05"})
    assert [action for action, _ in found] == ["उसे बीडीओ 5 मई तक दूर करेंगे"]


def test_a_day_and_the_feast_on_it_are_one_time() -> None:
    text = "5 मई को सभी जिलों और मंडलों पर जल दिवस मनाने का आग्रह किया गया ।"
    doc, directive = first(text, dates={"5 मई": "2024-05-05"})
    assert quote(doc, directive.action) == "सभी जिलों और मंडलों पर जल दिवस मनाने"
