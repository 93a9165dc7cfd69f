"""Who tells and who is told: levels of government, several who plan together, two frames in one clause."""

from __future__ import annotations

import pytest
from directed import quote, run


def told(text: str, people: tuple[str, ...] = ()) -> list[list[str]]:
    """Addressees of each directive as quoted."""
    dates = {"5 मई": "2024-05-05"} if "5 मई" in text else {}
    doc, found = run(text, people=people, dates=dates)
    return [[quote(doc, a.span) for a in d.addressees] for d in found]


def by_whom(text: str, people: tuple[str, ...] = ()) -> list[list[str]]:
    """Issuers of each directive by name."""
    doc, found = run(text, people=people)
    names = {p.id: p.name for p in doc._.people}
    return [[names.get(i, i) for i in d.issuers] for d in found]


_SAID = "मंत्री मोहन ठाकुर ने कहा कि "


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (_SAID + "यात्रियों को भेजने वाला राज्य स्टेशन पर भोजन उपलब्ध कराएगा।", ["भेजने वाला राज्य"]),
        (_SAID + "मजदूरों को भेजने वाले राज्य उन्हें समूह में लाएं।", ["भेजने वाले राज्य"]),
        (_SAID + "राज्य बंदरगाहों पर नाविकों की जांच कराएंगे।", ["राज्य"]),
        (_SAID + "राज्य मुख्यालय पर शिविर लगाएंगे।", []),
        (_SAID + "दवा की आपूर्ति राज्य सरकार स्वयं तय करेगी।", ["राज्य सरकार"]),
        (_SAID + "अब सरकार अफवाहों पर रोक लगाएगी।", ["सरकार"]),
        (_SAID + "घाट पर नौका चलाने पर रोक रहेगी।", []),
        (_SAID + "बाहर निकलते समय हर किसी को हेलमेट लगाना अनिवार्य है।", ["हर किसी"]),
        (_SAID + "लोगों को सुरक्षित रहने के लिए घरों में रहना होगा।", ["लोगों"]),
        (_SAID + "इस तरह के मोहल्लों को आपदाग्रस्त घोषित करना होगा।", []),
        (_SAID + "सभी थाने और चौकियों में 5 मई तक कैमरे लगेंगे।", []),
        (_SAID + "नगर निगम क्षेत्र में सफाई अभियान 5 मई से शुरू होगा।", []),
        (_SAID + "दूध और मीडिया सेवाएं चालू रहेंगी।", []),
        (_SAID + "इसके लिए लैब अपने नमूने सदर भेजेंगी।", ["लैब"]),
        (_SAID + "कोई भी कर्मचारी मुख्यालय से बाहर नहीं जाएंगे।", ["कर्मचारी"]),
        (_SAID + "ट्रेन में जनरल का कोच नहीं होगा।", []),
        (_SAID + "इस दौरान सभी का हेलमेट पहनना जरूरी होगा।", ["सभी"]),
        (_SAID + "कर्मियों को अलग ब्रेक देना होगा।", []),
        (_SAID + "लोगों को इस बात से अवगत कराना होगा।", []),
        (_SAID + "लोगों को बाहर नहीं निकलना चाहिए।", ["लोगों"]),
        (_SAID + "लोगों को बाहर नहीं भेजना चाहिए।", []),
        (_SAID + "जो लोग लौटे हैं वे लोग जांच कराएं।", ["जो लोग लौटे हैं"]),
        ("मंत्री मोहन ठाकुर ने सभी चालकों के लिए हेलमेट पहनना अनिवार्य किया है।", ["सभी चालकों"]),
        ("मंत्री मोहन ठाकुर ने सभी पात्रों को राशन की आपूर्ति सुनिश्चित कराने को कहा।", []),
        ("मंत्री मोहन ठाकुर ने कहा कि जो लोग लौटे हैं उन्हें घर में रहने की सलाह दी जाती है।", ["जो लोग लौटे हैं"]),
    ],
)
def test_who_is_to_act(text: str, whom: list[str]) -> None:
    assert told(text, people=("मोहन ठाकुर",)) == [whom]


def test_several_who_say_what_they_will_do_are_all_to_act() -> None:
    people = ("मोहन ठाकुर", "रमा देशवाल")
    text = "अध्यक्ष मोहन ठाकुर और सचिव रमा देशवाल ने कहा कि वह 5 मई को सम्मेलन में नहीं जाएंगे।"
    assert told(text, people=people) == [[*people]]


def test_each_frame_of_a_clause_tells_its_own() -> None:
    text = "मंत्री मोहन ठाकुर ने लोगों से नियमों का पालन करने की अपील करते हुए जिला प्रशासन से कहा कि वे दुकानें बंद कराएं।"
    assert told(text, people=("मोहन ठाकुर",)) == [["लोगों"], ["जिला प्रशासन"]]


def test_who_is_sent_somewhere_is_not_told() -> None:
    text = "बीडीओ मोहन ठाकुर ने सचिव को सूची बनाने को कहा। दो लिपिक बाहर हैं, उन्हें भी आने पर अस्पताल भेजा जाएगा।"
    assert told(text, people=("मोहन ठाकुर",)) == [["सचिव"], []]


def test_who_will_ask_asks() -> None:
    text = "सचिव मोहन ठाकुर ने कहा, मैं सभी किसानों से अपील करूंगा कि पराली न जलाएं।"
    assert told(text, people=("मोहन ठाकुर",)) == [["सभी किसानों"]]
    assert by_whom(text, ("मोहन ठाकुर",)) == [["मोहन ठाकुर"]]


def test_a_pronoun_means_nobody_whose_act_its_own_clause_tells_of() -> None:
    text = (
        "सचिव मोहन ठाकुर ने कहा कि मंत्री रमा देशवाल ने मेला न लगाने का फैसला किया है। "
        "रमा देशवाल के फैसले का जिक्र करते हुए उन्होंने लोगों से घर में रहने की अपील की।"
    )
    assert by_whom(text, ("मोहन ठाकुर", "रमा देशवाल"))[-1] == ["मोहन ठाकुर"]


def test_an_agent_after_the_noun_of_its_frame() -> None:
    assert by_whom("घर में रहने की सलाह चिकित्सकों ने दी है।") == [["चिकित्सकों"]]


def test_a_marker_after_two_bodies_holds_for_both() -> None:
    text = "मंत्री मोहन ठाकुर ने जनता से अपील की है कि वे नियमों का पालन करें तथा जिला प्रशासन व पुलिस का सहयोग करें।"
    assert told(text, people=("मोहन ठाकुर",)) == [["जनता"], ["जनता"]]


def test_who_only_hears_it_and_who_met_before_are_not_told() -> None:
    text = "मंत्री मोहन ठाकुर ने व्यापारियों के साथ बैठक के बाद पत्रकारों से कहा कि सड़कें साफ रखी जाएं।"
    assert told(text, people=("मोहन ठाकुर",)) == [[]]


def test_with_whom_somebody_talked_is_told_what_follows() -> None:
    text = "मंत्री मोहन ठाकुर ने कलेक्टर और एसपी से बात की। मंत्री ने मरीज को अस्पताल में भर्ती कर इलाज शुरू करने को कहा।"
    assert told(text, people=("मोहन ठाकुर",)) == [["कलेक्टर", "एसपी"]]


def test_whom_a_letter_went_to_is_told_what_it_says() -> None:
    text = (
        "निदेशक मोहन ठाकुर ने सभी संस्थानों के प्राचार्यों को पत्र लिखा है। "
        "इस पत्र में उन्होंने कॉलेजों को हर प्रकार की मदद देने को कहा है।"
    )
    assert told(text, people=("मोहन ठाकुर",)) == [["सभी संस्थानों के प्राचार्यों"]]


def test_states_named_among_others() -> None:
    _, found = run("बिहार समेत कई राज्यों ने ट्रेनों पर रोक लगा दी है।", places=("बिहार",))
    assert [d.issuers for d in found] == [("बिहार",)]


def test_a_quotation_belongs_to_its_speaker_past_an_order_without_agent() -> None:
    text = (
        "सचिव मोहन ठाकुर ने बताया, 'काम चल रहा है। नई लैब बनाने को कहा गया है। ये लैब कोष से तैयार की जाएंगी।' सब खुश हैं।"
    )
    assert by_whom(text, ("मोहन ठाकुर",))[-1] == ["मोहन ठाकुर"]


def test_who_refuses_to_speak_says_no_more() -> None:
    text = (
        "सचिव मोहन ठाकुर ने कहा कि काम चल रहा है। लेकिन उन्होंने जानकारी देने से मना कर दिया।\n"
        "हर दुकान को नियमों का पालन करना होगा।"
    )
    assert by_whom(text, ("मोहन ठाकुर",)) in ([[]], [])
