"""Who is to act where the words around it could mislead: things before the doer, lists, groups, meetings."""

from __future__ import annotations

import pytest
from directed import quote, run

from nirdesh.api import read_text


def whom(text: str) -> list[list[str]]:
    """Addressees of each directive, by name or as quoted."""
    record = read_text(text, published="2024-03-01")
    names = {person.id: person.name for person in record.people}
    return [[names[a.person] if a.person else a.text for a in d.addressees] for d in record.directives]


_BDO = "सोनपुर। बीडीओ मोहन ठाकुर ने कहा कि "


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("मूल प्रमाणपत्र स्कूल मुखिया 5 मई तक जमा करें।", "स्कूल मुखिया"),
        ("टूटे खंभे बिजली विभाग द्वारा 5 मई तक बदले जाएंगे।", "बिजली विभाग"),
        ("पोस्टर और बैनर मेला समिति द्वारा 5 मई तक हटाए जाएंगे।", "मेला समिति"),
        ("मशीन का तेल सफाई निरीक्षक 5 मई तक उपलब्ध कराएंगे।", "सफाई निरीक्षक"),
        ("खराब चापाकल संबंधित कनीय अभियंता 5 मई तक ठीक कराएं।", "संबंधित कनीय अभियंता"),
        ("मतदाता पर्चियां सभी बीएलओ 5 मई तक बांटें।", "सभी बीएलओ"),
        ("सभी टैंकर चालक 5 मई तक कागजात जमा करें।", "सभी टैंकर चालक"),
        ("जिले की स्वास्थ्य टीम 5 मई तक रिपोर्ट भेजेगी।", "जिले की स्वास्थ्य टीम"),
    ],
)
def test_what_is_acted_on_may_stand_before_who_acts(text: str, doer: str) -> None:
    assert whom(_BDO + text) == [[doer]]


def test_an_appeal_goes_on_in_the_next_sentence() -> None:
    text = "सोनपुर। एसडीएम मोहन ठाकुर ने तीर्थयात्रियों से अपील की है। उन्होंने कहा कि अफवाहों पर ध्यान न दें।"
    assert whom(text)[-1] == ["तीर्थयात्रियों"]


@pytest.mark.parametrize(
    "text",
    [
        "बीडीओ मोहन ठाकुर ने {} की साप्ताहिक समीक्षा बैठक में कहा कि 5 मई तक शौचालयों की सूची भेजें।",
        "बीडीओ मोहन ठाकुर ने {} के साथ बैठक कर 5 मई तक शौचालयों की सूची भेजने के निर्देश दिए।",
        "बीडीओ मोहन ठाकुर ने {} को परिपत्र भेजा है, जिसमें कहा गया है कि 5 मई तक शौचालयों की सूची भेजें।",
        "{} के नाम जारी पत्र में बीडीओ मोहन ठाकुर ने कहा है कि 5 मई तक शौचालयों की सूची भेजें।",
        "बीडीओ मोहन ठाकुर ने {} की बैठक ली। बैठक में ये निर्देश दिए गए:\n1. 5 मई तक शौचालयों की सूची भेजें।",
        "बीडीओ मोहन ठाकुर ने कार्य देखा।\n{} को दिए गए निर्देश:\n1. 5 मई तक शौचालयों की सूची भेजें।",
    ],
)
def test_a_meeting_a_paper_and_a_heading_say_who_is_told(text: str) -> None:
    assert whom("सोनपुर। " + text.format("ग्राम सेवकों")) == [["ग्राम सेवकों"]]


def test_a_line_of_a_list_may_open_with_who_is_told() -> None:
    text = (
        "सोनपुर। बैठक में एसडीएम मोहन ठाकुर ने विभागवार निर्देश दिए:\n"
        "जल निगम - टूटी पाइपलाइन 5 मई तक ठीक की जाए।\nबिजली विभाग - झूलते तार 8 मई तक कसे जाएं।"
    )
    assert whom(text) == [["जल निगम"], ["बिजली विभाग"]]


def test_each_body_may_stand_after_its_act() -> None:
    text = (
        "सोनपुर। एसडीएम मोहन ठाकुर ने पुलिया की मरम्मत के लिए जल संसाधन विभाग को तथा "
        "तारों की मरम्मत के लिए बिजली विभाग को निर्देशित किया।"
    )
    assert whom(text) == [["जल संसाधन विभाग"], ["बिजली विभाग"]]


@pytest.mark.parametrize(
    "text",
    [
        "5 मई तक शौचालयों की सूची भेजें ग्राम सेवक।",
        "5 मई तक शौचालयों की सूची लंबित न रहे, इसका ध्यान ग्राम सेवक रखें।",
        "5 मई तक शौचालयों की सूची लंबित न रहे, इसकी जिम्मेदारी ग्राम सेवक की होगी।",
    ],
)
def test_who_acts_may_stand_last(text: str) -> None:
    assert whom(_BDO + text) == [["ग्राम सेवक"]]


def test_party_workers_are_asked_before_those_they_meet() -> None:
    text = "सोनपुर। सभा के जिलाध्यक्ष मोहन ठाकुर ने कार्यकर्ताओं से गांव-गांव जनसंपर्क करने का आह्वान किया।"
    assert whom(text) == [["कार्यकर्ताओं"]]


def test_a_management_is_that_of_the_body_before_it() -> None:
    text = "सोनपुर। एसडीएम मोहन ठाकुर ने बताया कि 5 मई को पेयजल की व्यवस्था मंदिर प्रबंधन करेगा।"
    assert whom(text) == [["मंदिर प्रबंधन"]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("बकायादारों के घर शाखा प्रबंधक 5 मई तक स्वयं पहुंचें।", "शाखा प्रबंधक"),
        ("आपत्ति का प्रपत्र-7 सेक्टर प्रभारी 5 मई तक जमा करें।", "सेक्टर प्रभारी"),
        ("टिकट के दावेदार 5 मई तक आवेदन जमा करें।", "टिकट के दावेदार"),
        (
            "जिन परियोजनाओं ने रिपोर्ट नहीं भेजी है वे 5 मई तक रिपोर्ट जमा करें।",
            "जिन परियोजनाओं ने रिपोर्ट नहीं भेजी है",
        ),
    ],
)
def test_doers_of_other_shapes(text: str, told: str) -> None:
    assert whom(_BDO + text) == [[told]]


def test_members_of_a_list_of_orders_have_their_own() -> None:
    text = (
        "सोनपुर। एसडीएम मोहन ठाकुर ने जल निगम को पेयजल व्यवस्था 20 मई तक दुरुस्त करने तथा "
        "बिजली विभाग को झूलते तार कसने के निर्देश दिए।"
    )
    assert whom(text) == [["जल निगम"], ["बिजली विभाग"]]


def test_who_gets_something_is_not_told() -> None:
    text = "सोनपुर। सभा के जिलाध्यक्ष मोहन ठाकुर ने समाज के लोगों से नशा छोड़ने और बेटियों को पढ़ाने का आह्वान किया।"
    assert whom(text) == [["समाज के लोगों"], ["समाज के लोगों"]]


@pytest.mark.parametrize(
    "text",
    [
        "उन्होंने उनसे कहा कि वे 5 मई तक शौचालयों की सूची भेजें।",
        "उन्होंने उन्हें 5 मई तक शौचालयों की सूची भेजने के निर्देश दिए।",
    ],
)
def test_a_pronoun_means_those_of_the_meeting_before(text: str) -> None:
    assert whom("सोनपुर। बीडीओ मोहन ठाकुर ने ग्राम सेवकों के साथ बैठक की। " + text) == [["ग्राम सेवकों"]]


def test_the_noun_before_a_relative_clause_acts() -> None:
    text = _BDO + "ऐसे किसान जिनका बीमा नहीं हुआ है, वे 5 मई तक आवेदन जमा करें।"
    assert whom(text) == [["ऐसे किसान जिनका बीमा नहीं हुआ है"]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("बीडीओ मोहन ठाकुर ने किसानों से कहा कि 5 मई तक कोई किसान पराली न जलाए।", ["किसानों"]),
        ("बीडीओ मोहन ठाकुर ने दुकानदारों से कहा कि 5 मई तक कोई भी दुकानदार नाली न ढके।", ["दुकानदारों"]),
        ("बीडीओ मोहन ठाकुर ने किसानों से कहा कि 5 मई तक कोई दुकानदार नाली न ढके।", ["कोई दुकानदार"]),
        ("बीडीओ मोहन ठाकुर ने निर्देश दिया कि 5 मई तक कोई भी ड्यूटी स्थल नहीं छोड़ेगा।", []),
    ],
)
def test_nobody_of_those_told_means_all_of_them(text: str, told: list[str]) -> None:
    assert whom("सोनपुर। " + text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "सोनपुर। जलभराव रोकने हेतु सभी अभियंताओं को महापौर रमा देशवाल ने निर्देशित किया।",
        "सोनपुर। सोमवार को हुई बैठक में जलभराव रोकने के लिए सभी अभियंताओं को महापौर रमा देशवाल ने निर्देश दिए।",
        "सोनपुर। जलभराव रोकने के लिए महापौर रमा देशवाल ने सभी अभियंताओं को निर्देश दिए।",
    ],
)
def test_the_act_may_stand_before_who_orders_it(text: str) -> None:
    (directive,) = read_text(text, published="2024-03-01").directives
    assert (whom(text), directive.action.text) == ([["सभी अभियंताओं"]], "जलभराव रोकने")


def test_what_somebody_came_for_is_no_order() -> None:
    assert whom("सोनपुर। मेला देखने के लिए आए सचिव मोहन ठाकुर ने अधिकारियों को निर्देश दिए।") == []


def test_who_acts_stands_behind_in_time() -> None:
    assert whom(_BDO + "समय रहते सभी पंचायत सचिव सूची जमा कर दें।") == [["सभी पंचायत सचिव"]]


def test_who_acts_together_is_no_mill() -> None:
    assert whom(_BDO + "सभी शिक्षक मिल कर बच्चों की सूची तैयार करें।") == [["सभी शिक्षक"]]
    assert whom(_BDO + "चीनी मिल 5 मई तक भुगतान करे।") == [["चीनी मिल"]]


def test_what_is_watched_for_stands_before_who_watches() -> None:
    text = "किसी काम में नियमों की अनदेखी ना हो इसका सभी पंचायत सचिव ख्याल रखें।"
    assert whom(_BDO + text) == [["सभी पंचायत सचिव"]]


def test_an_office_to_which_something_is_sent_is_not_told() -> None:
    doc, (one,) = run("सचिव रमा देशवाल ने कहा कि चार प्रतियां डीसी कार्यालय भेजें ।", people=("रमा देशवाल",))
    assert one.addressees == ()
    doc, (one,) = run("सचिव रमा देशवाल ने कहा कि डीसी कार्यालय सूची भेजे ।", people=("रमा देशवाल",))
    assert [quote(doc, a.span) for a in one.addressees] == ["डीसी कार्यालय"]
