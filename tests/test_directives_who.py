"""Who gives a directive and whom it is told to, over the sentences of whole reports."""

from __future__ import annotations

import pytest

from nirdesh.api import read_text


def who(text: str) -> list[tuple[list[str], list[str]]]:
    """Names of the issuers and the addressees of each directive."""
    record = read_text(text, published="2024-03-01")
    names = {person.id: person.name for person in record.people}
    names |= {body.id: body.name for body in record.organisations}
    names |= {office.id: office.title for office in record.offices}
    return [
        ([names[who] for who in d.issuers], [names[a.person] if a.person else a.text for a in d.addressees])
        for d in record.directives
    ]


def test_who_speaks_unnamed_is_who_acted_before() -> None:
    text = (
        "प्राचार्य मोहन ठाकुर ने बच्चों से कहा कि वे रोज स्कूल आएं। प्रधानाध्यापक सलीम बारी ने रिपोर्ट पढ़ी और "
        "बताया कि भवन बन गया है। साथ ही अभिभावकों से अनुरोध किया कि 5 मई तक फार्म जमा करा दें।"
    )
    assert who(text)[-1] == (["सलीम बारी"], ["अभिभावकों"])


def test_an_order_that_tells_of_posts_is_by_who_gave_them() -> None:
    text = (
        "कार्मिक विभाग ने रमा देशवाल को सोनपुर का एसडीएम नियुक्त किया है।\n"
        "आदेश में कहा गया है कि सभी अधिकारी 5 मई तक कार्यभार ग्रहण करें।"
    )
    assert who(text) == [(["कार्मिक विभाग"], ["सभी अधिकारी"])]


def test_items_address_whom_their_heading_told() -> None:
    text = (
        "सचिव रमा देशवाल ने जिलों को पत्र लिखा है। पत्र में उपायुक्तों से कहा गया है कि:\n"
        "· हर प्रखंड में एक अस्पताल 5 मई तक चिह्नित किया जाए;\n"
        "· मरीजों की सूची रोज भेजें"
    )
    assert [told for _, told in who(text)] == [["उपायुक्तों"], ["उपायुक्तों"]]


def test_whom_a_wish_befalls_is_not_told() -> None:
    text = (
        "प्रमुख सचिव रमा देशवाल ने मोहन ठाकुर को सोनपुर का बीडीओ नियुक्त किया है। "
        "उन्होंने कहा कि इन्हें किसी भी दशा में अवकाश न दिया जाए।"
    )
    assert [told for _, told in who(text)] == [[]]


@pytest.mark.parametrize("noun", ["पक्ष", "स्वयंसेवक"])
def test_anybody_who_is_not_to_act_is_told(noun: str) -> None:
    text = f"एसडीएम रमा देशवाल ने निर्देश दिए कि 5 मई तक कोई {noun} विवादित खेत पर जुताई नहीं करेगा।"
    assert who(text)[0][1][0].endswith(noun)


def test_nothing_that_is_handled_is_told() -> None:
    text = "जिला शिक्षा अधिकारी रमा देशवाल ने निर्देश दिए कि कोई पर्चा दीवार पर नहीं चिपकाएगा।"
    assert who(text) == [(["रमा देशवाल"], [])]


def test_a_relative_pronoun_tells_whom_it_means() -> None:
    text = (
        "जिलाधिकारी रमा देशवाल ने सड़क की जांच के आदेश दिए हैं, जांच अधिकारी एसडीएम मोहन ठाकुर होंगे "
        "जिन्हें 10 मई तक रिपोर्ट सौंपने को कहा गया है।"
    )
    assert who(text)[-1] == (["रमा देशवाल"], ["मोहन ठाकुर"])


def test_what_follows_a_turn_is_by_nobody_named_before() -> None:
    text = (
        "जिलाधिकारी रमा देशवाल ने बीडीओ को 5 मई तक सूची भेजने के निर्देश दिए।\n"
        "उधर नगर में सफाई का हाल खराब है। पार्षदों को 8 मई तक नाली साफ कराने के निर्देश दिए गए हैं।"
    )
    assert who(text) == [(["रमा देशवाल"], ["बीडीओ"]), ([], ["पार्षदों"])]


def test_the_holder_in_one_place_is_not_that_of_another() -> None:
    text = (
        "संभागायुक्त रमा देशवाल ने समीक्षा की। हरदा कलेक्टर से उन्होंने कहा कि जांच 5 मई तक करायें। "
        "बैठक में कलेक्टर नर्मदापुरम मोहन ठाकुर उपस्थित थे।"
    )
    assert who(text) == [(["रमा देशवाल"], ["हरदा कलेक्टर"])]


def test_who_has_the_charge_of_a_post_acts_in_it() -> None:
    text = (
        "सिविल सर्जन रमा देशवाल के सेवानिवृत्त होने के बाद डीएम केशव राय ने डॉ. मोहन ठाकुर को सिविल सर्जन का "
        "अतिरिक्त प्रभार दे दिया है। प्रभारी सीएस ने कहा कि सभी चिकित्सक 10 मई तक सूची भेजें।"
    )
    assert who(text) == [(["मोहन ठाकुर"], ["सभी चिकित्सक"])]


def test_a_pronoun_is_the_likeliest_of_those_who_acted() -> None:
    text = (
        "सभासद मोहन ठाकुर ने बैठक में कहा कि नालों की सफाई नहीं हुई है। ठेकेदार ने काम अधूरा छोड़ दिया है। "
        "उन्होंने कहा कि ठेकेदार का भुगतान 10 मई तक रोक दिया जाए।"
    )
    assert [by for by, _ in who(text)] == [["मोहन ठाकुर"]]


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("इन्दिरा आवास की दूसरी किश्त बीडीओ 20 मई तक भेज दें", ["बीडीओ"]),
        ("हर थाना दो टीमें बनाए, इनका प्रभारी एएसआई से नीचे का न हो", ["हर थाना"]),
        ("कमेटी में कम से कम पांच महिलाओं को रखना अनिवार्य है", []),
        ("बाहरी परीक्षक को विद्यालय परिसर से बाहर बुलाना वर्जित है", []),
        ("प्रत्याशी दीवारों पर पोस्टर न चिपकाएं, ऐसा करने पर नामांकन निरस्त होगा", ["प्रत्याशी"]),
    ],
)
def test_who_acts_is_told_and_not_what_is_handled(wish: str, told: list[str]) -> None:
    found = who(f"जिलाधिकारी रमा देशवाल ने बैठक में कहा कि {wish}।")
    assert found[-1] == (["रमा देशवाल"], told) or found[0] == (["रमा देशवाल"], told)


def test_who_stands_after_a_quotation_said_it() -> None:
    text = (
        "मंत्री रमा देशवाल ने निरीक्षण किया। "
        '"सभी चिकित्सक 10 मई तक रिपोर्ट दें," कलेक्टर केशव राय ने अधीक्षक सलीम बारी से कहा।'
    )
    assert who(text) == [(["केशव राय"], ["सभी चिकित्सक"])]


def test_a_short_title_is_the_office_named_with_its_place() -> None:
    text = "एसडीएम नवाबगंज ने गांव में खतौनी पढ़ी। एसडीएम ने कहा कि सभी लेखपाल 10 मई तक सूची भेजें।"
    assert who(text) == [(["एसडीएम नवाबगंज"], ["सभी लेखपाल"])]


def test_whoever_hears_complaints_orders_what_is_ordered() -> None:
    text = "एसडीएम रमा देशवाल ने जनसुनवाई की। शेष शिकायतों को अधिकारियों को 10 मई तक निस्तारित करने के आदेश दिए गए हैं।"
    assert who(text) == [(["रमा देशवाल"], ["अधिकारियों"])]


def test_pronouns_are_often_written_without_their_nasal() -> None:
    text = (
        "जिलाधिकारी रमा देशवाल ने बैठक ली। पशु चिकित्सा अधिकारी से गोशालाओं के विषय में जानकारी ली और "
        "उन्हे निर्देश दिया कि सभी गोशालाओं में चारा 10 मई तक रखवाएं।"
    )
    assert [told for _, told in who(text)] == [["पशु चिकित्सा अधिकारी"]]


def test_those_who_spoke_together_go_on_together() -> None:
    text = (
        "सचिव रमा देशवाल और अध्यक्ष मोहन ठाकुर ने बैठक में कहा कि मांगें जायज हैं। "
        "उन्होंने कहा कि सभी सदस्य 10 मई तक शुल्क जमा करें।"
    )
    assert [by for by, _ in who(text)] == [["रमा देशवाल", "मोहन ठाकुर"]]


def test_on_behalf_of_a_body_is_often_misspelt() -> None:
    text = "बेसिक शिक्षा विभाग के ओर से 10 मई तक विद्यालय बंद रखने का आदेश दिया गया है।"
    assert who(text) == [(["बेसिक शिक्षा विभाग"], [])]


def test_a_head_master_acts_and_a_master_plan_does_not() -> None:
    text = "कलेक्टर मोहन ठाकुर ने कहा कि सभी हेड मास्टर 10 मई तक रिपोर्ट भेजें। नगर निगम 12 मई तक मास्टर प्लान तैयार करे।"
    assert [told for _, told in who(text)] == [["सभी हेड मास्टर"], ["नगर निगम"]]


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ("प्रभारी 10 मई तक बूथ समितियों की सूची सौंपेंगे।", "प्रभारी"),
        ("बीएलओ 10 मई को घर-घर जाएंगे।", "बीएलओ"),
        ("कोई भी प्रभारी 10 मई तक जिला नहीं छोड़ेगा।", "प्रभारी"),
    ],
)
def test_a_title_that_many_hold_means_all_of_them(plan: str, told: str) -> None:
    text = (
        "जिलाध्यक्ष मोहन ठाकुर ने हरिपुर में सलीम बारी तथा रामगढ़ में सुधा मरांडी को प्रभारी बनाया है। "
        f"बीएलओ रामेश्वर कोल को सम्मानित किया गया। ठाकुर ने बताया कि {plan}"
    )
    assert who(text)[-1] == (["मोहन ठाकुर"], [told])


def test_the_end_of_the_speakers_title_means_those_below_him() -> None:
    text = "मुख्य अभियंता रमा देशवाल ने कहा कि अभियंता 10 मई को गांव जाकर नल जांचेंगे।"
    assert who(text) == [(["रमा देशवाल"], ["अभियंता"])]


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ("10 मई को सभी अखाड़े सुभाष चौक पर जमा होंगे।", ["सभी अखाड़े"]),
        ("10 मई को कोई भी दुकानदार चौक पर नहीं रुकेगा।", ["दुकानदार"]),
        ("रोडवेज 12 मई से अतिरिक्त बसें चलाएगा।", ["रोडवेज"]),
        ("12 मई को रोडवेज बसें हरिपुर तिराहे से चलेंगी।", []),
        ("शिक्षक 25 मई से हड़ताल पर चले जायेंगे।", ["शिक्षक"]),
        ("हर बूथ पर कार्यकर्ता नियुक्त करें।", []),
    ],
)
def test_who_acts_in_a_plan_is_told(plan: str, told: list[str]) -> None:
    assert who(f"समिति के सचिव मोहन ठाकुर ने कहा कि {plan}") == [(["मोहन ठाकुर"], told)]


@pytest.mark.parametrize(
    ("told_of", "told"),
    [
        ("अधीक्षण अभियंता सलीम बारी ने बताया कि 20 नल खराब हैं", ["सलीम बारी"]),
        ("विधायक सलीम बारी ने बताया कि 20 नल खराब हैं", []),
        ("ग्रामीणों ने पानी नहीं आने की शिकायत की", []),
    ],
)
def test_an_official_whose_report_is_answered_is_told(told_of: str, told: list[str]) -> None:
    text = f"सोनपुर में बैठक हुई। {told_of}, इस पर कलेक्टर मोहन ठाकुर ने 10 मई तक नल सुधारने के निर्देश दिए।"
    assert who(text) == [(["मोहन ठाकुर"], told)]


@pytest.mark.parametrize(
    "meeting",
    ["थाना प्रभारियों की बैठक ली और", "थाना प्रभारियों की बैठक लेकर"],
)
def test_who_holds_a_meeting_of_officials_bids_those(meeting: str) -> None:
    text = f"एसपी मोहन ठाकुर ने सोमवार को {meeting} 10 मई तक लंबित मामले निपटाने के निर्देश दिए।"
    assert who(text) == [(["मोहन ठाकुर"], ["थाना प्रभारियों"])]


def test_a_word_of_respect_stands_for_whom_it_was_said_of() -> None:
    text = (
        "महंत रामशरण दास की अध्यक्षता में मंदिर समिति की बैठक हुई। "
        "महंत जी ने सदस्यों से 10 मई तक काम पूरा करने को कहा वहीं दुकानदारों से आग्रह किया कि पॉलीथिन का उपयोग न करें।"
    )
    assert who(text) == [(["रामशरण दास"], ["सदस्यों"]), (["रामशरण दास"], ["दुकानदारों"])]


def test_who_arrives_and_bids_is_the_one_who_speaks() -> None:
    text = (
        "मुखिया सलीम बारी ने कहा कि प्रशासन सोया है। "
        "एसडीओ मोहन ठाकुर मौके पर पहुंचे और बीडीओ को 10 मई तक राशि देने के निर्देश दिए।"
    )
    assert who(text)[-1] == (["मोहन ठाकुर"], ["बीडीओ"])


def test_a_letterhead_says_whose_a_notice_is() -> None:
    text = (
        "कार्यालय नगर पालिका सोनपुर, जिला सोनपुर\nआम सूचना\n"
        "समस्त करदाताओं को सूचित किया जाता है कि 10 मई 2024 तक कर जमा कराएं।"
    )
    assert who(text) == [(["नगर पालिका सोनपुर"], ["समस्त करदाताओं"])]


def test_one_of_many_who_is_to_come_is_sent_by_whom_one_told() -> None:
    text = "डीएम मोहन ठाकुर ने सिविल सर्जन से कहा कि 10 मई को एम्बुलेंस में एक डॉक्टर भी जाए।"
    assert who(text) == [(["मोहन ठाकुर"], ["सिविल सर्जन"])]


def test_what_opens_first_is_not_told() -> None:
    text = "अध्यक्ष मोहन ठाकुर ने नए पदाधिकारियों से कहा कि महाविद्यालय खुलते ही 10 मई से हेल्प डेस्क लगाएं।"
    assert who(text) == [(["मोहन ठाकुर"], ["नए पदाधिकारियों"])]


def test_states_and_territories_are_told() -> None:
    text = "मंत्रालय ने राज्यों/केंद्र शासित प्रदेशों को 10 मई तक स्टॉक की रिपोर्ट भेजने का निर्देश दिया है।"
    assert who(text) == [(["मंत्रालय"], ["राज्यों/केंद्र शासित प्रदेशों"])]


def test_advice_after_a_dash_is_of_whom_it_says() -> None:
    text = (
        "कार्यशाला में जिलाध्यक्ष सलीम बारी ने स्वागत किया। प्रदेश सचिव की नसीहत- मंच पर भीड़ न करें। "
        "प्रदेश सचिव मोहन ठाकुर ने कहा कि 10 मई तक कमेटी बनाएं।"
    )
    assert [given for given, _ in who(text)] == [["मोहन ठाकुर"], ["मोहन ठाकुर"]]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "मंत्री हरि सांगवान ने कहा कि सड़कें बनेंगी। इस बारे में निदेशक रमा देशवाल की ओर से प्राचार्यों को "
            "चिट्ठी निकाल दी गई है। चिट्ठी के अनुसार प्राचार्यों को 5 मई तक सूची भेजनी होगी।",
            "रमा देशवाल",
        ),
        (
            "उपायुक्त रमा देशवाल की ओर से जारी कार्यालय आदेश में काम बांटे गए हैं। "
            "नगराधीश को लाइसेंस शाखा मिली है।\n\n"
            "आदेशानुसार सभी शाखा प्रभारी हर शुक्रवार लंबित फाइलों की सूची बनाएंगे।",
            "रमा देशवाल",
        ),
        ("परीक्षा नियंत्रक सलीम बारी के हस्ताक्षर से जारी पत्र के मुताबिक छात्र 5 मई तक फार्म जमा करेंगे।", "सलीम बारी"),
        (
            "उपायुक्त रमा देशवाल ने तैयारियों की समीक्षा की। बैठक में लिए गए निर्णय इस प्रकार हैं-\n"
            "- जल संसाधन विभाग नहर की मरम्मत 10 जून तक पूरी करे\n- सभी अंचलाधिकारी नावों की सूची दें\n"
            "परियोजना अधिकारी सलीम बारी ने लोगों से अपील की कि वे घाट पर न जाएं।",
            "रमा देशवाल",
        ),
        ("प्रधान सलीम बारी ने फैसले पढ़कर सुनाए कि हर परिवार 5 मई तक चंदा जमा करेगा।", "सलीम बारी"),
    ],
)
def test_documents_and_lists_of_decisions_are_those_of_who_issued_or_led(text: str, issuer: str) -> None:
    assert who(text)[0][0] == [issuer]


def test_who_bids_others_too_bade_those_before() -> None:
    text = "सोनपुर। सभी थानाध्यक्ष 5 मई तक सूची भेजें। एसपी ने निरीक्षकों को भी गश्त करने का निर्देश दिया है।"
    assert who(text) == [(["एसपी"], ["सभी थानाध्यक्ष"]), (["एसपी"], ["निरीक्षकों"])]


def test_what_is_bidden_and_to_whom_is_not_told_again_as_one_name() -> None:
    text = "सोनपुर। बीडीओ मोहन ठाकुर ने खातों की जांच करने के निर्देश लेखपालों को दिए तथा 5 मई तक सूची भेजने को कहा।"
    assert who(text) == [(["मोहन ठाकुर"], ["लेखपालों"])] * 2


def test_who_gets_time_may_stand_behind_what_it_is_for() -> None:
    text = "सोनपुर। अदालत ने जवाब दाखिल करने के लिए नगर निगम को दो सप्ताह का समय दिया है।"
    assert who(text) == [(["अदालत"], ["नगर निगम"])]


def test_a_direct_genitive_belongs_to_no_group() -> None:
    text = "सोनपुर। बीडीओ मोहन ठाकुर ने कहा कि शिकायतों का समस्त लेखपाल 5 मई तक निस्तारण करें।"
    assert who(text) == [(["मोहन ठाकुर"], ["समस्त लेखपाल"])]
