"""Times that a directive only points at, and what sets no time for it."""

from __future__ import annotations

from datetime import date

from directed import doc_of, quote

from nirdesh.extract.dates.tagger import tag
from nirdesh.extract.directives.extractor import Extractor

PERSON = "रमा देशवाल"
DAY = date(2024, 3, 3)


def times(text: str) -> dict[str, list[str]]:
    """Values of the dates of each directive, by its action."""
    doc = doc_of(text, people=(PERSON,))
    doc._.dates = tuple(m for m in tag(text, reference=DAY) if m.edtf is not None)
    found = [directive for directive, _ in Extractor(doc).candidates()]
    return {quote(doc, d.action): [doc._.dates[i].edtf for i in d.when] for d in found}


def test_what_holds_during_an_occasion_has_its_days() -> None:
    fair = "ददरी मेला 10 से 18 मार्च तक लगेगा । "
    told = "रमा देशवाल ने कहा कि मेले के दौरान सभी चिकित्सक मुख्यालय पर रहें ।"
    assert times(fair + told)["मेले के दौरान सभी चिकित्सक मुख्यालय पर रहें"] == ["2024-03-10/2024-03-18"]
    polling = "11 मार्च को समिति का मतदान होगा । "
    told = "रमा देशवाल ने कहा कि मतदान के वक्त सभी दुकानें बंद रखें ।"
    assert times(polling + told)["मतदान के वक्त सभी दुकानें बंद रखें"] == ["2024-03-11"]


def test_another_occasion_or_a_deadline_sets_no_days() -> None:
    fair = "ददरी मेला 10 से 18 मार्च तक लगेगा । "
    told = "रमा देशवाल ने कहा कि बारिश के दौरान तिरपाल लगाएं ।"
    assert times(fair + told)["बारिश के दौरान तिरपाल लगाएं"] == []
    text = "रमा देशवाल ने कहा कि 10 मार्च तक निरीक्षण पूरा करें । उन्होंने कहा कि निरीक्षण के दौरान कोई कर्मी बाहर न जाए ।"
    assert times(text)["निरीक्षण के दौरान कोई कर्मी बाहर न जाए"] == []
    feast = "10 मार्च को परीक्षा और 12 मार्च को मेला होगा । "
    told = "रमा देशवाल ने कहा कि मेले के दौरान मुख्यालय पर रहें ।"
    assert times(feast + told)["मेले के दौरान मुख्यालय पर रहें"] == ["2024-03-12"]


def test_a_list_under_a_line_that_points_at_a_time_has_it() -> None:
    text = (
        "नया रूट 10 मार्च से 14 मार्च तक लागू रहेगा । रमा देशवाल ने बताया कि इस अवधि में\n"
        "- भारी वाहन बायपास से जाएंगे\n"
        "- ऑटो स्टेशन रोड पर नहीं चलेंगे\n"
        "उन्होंने लोगों से कहा कि सुबह सात से नौ बजे तक सड़क खाली रखें । "
        "उन्होंने चालकों से कहा कि अपने कागज साथ रखें ।"
    )
    found = times(text)
    period = ["2024-03-10/2024-03-14"]
    assert found["भारी वाहन बायपास से जाएंगे"] == period
    assert found["ऑटो स्टेशन रोड पर नहीं चलेंगे"] == period
    assert found["सुबह सात से नौ बजे तक सड़क खाली रखें"] == period
    assert found["अपने कागज साथ रखें"] == []


def test_until_further_orders_is_no_day() -> None:
    text = "रमा देशवाल ने कहा कि अगले आदेश तक वहां कोई पेड़ न काटा जाए ।"
    assert list(times(text).values()) == [[]]


def test_hours_of_an_advisory_have_the_day_of_its_occasion() -> None:
    text = (
        "रविवार को होने वाली दौड़ के चलते नया रूट बना है । "
        "रमा देशवाल ने कहा कि सुबह पांच से नौ बजे तक चौक का रास्ता बंद रहेगा ।"
    )
    assert list(times(text).values()) == [["2024-03-03"]]


def test_an_occasion_on_a_day_may_come_before_what_is_done_then() -> None:
    text = "रमा देशवाल ने कहा कि सभी सदस्य 10 मार्च की पूजा के बाद घर-घर जाएं ।"
    assert list(times(text).values()) == [["2024-03-10"]]


def test_what_is_not_done_until_something_happens_takes_no_deadline_of_another() -> None:
    text = "रमा देशवाल ने कहा कि 10 मार्च तक सूची सौंपें और जब तक मानदेय नहीं मिलता तब तक ऐप पर हाजिरी न लगाएं ।"
    assert [v for k, v in times(text).items() if "हाजिरी" in k] == [[]]


def test_plans_of_one_sentence_share_its_day() -> None:
    text = "रमा देशवाल ने बताया कि 10 मार्च को सुबह हवन कराया जाएगा और दोपहर एक बजे झांकी निकाली जाएगी ।"
    assert times(text)["दोपहर एक बजे झांकी निकाली जाएगी"] == ["2024-03-10"]
    text = "रमा देशवाल ने बताया कि 10 मार्च को शिविर लगाया जाएगा, जिसके बाद पंजी जमा की जाएगी ।"
    assert times(text)["जिसके बाद पंजी जमा की जाएगी"] == []


def test_what_is_done_at_what_was_just_told_has_its_day() -> None:
    text = "रमा देशवाल ने बताया कि 10 मार्च को अभ्यास कराया जाएगा जिसमें सभी दल भाग लेंगे ।"
    assert times(text)["भाग लेंगे"] == ["2024-03-10"]


def test_the_same_term_is_that_of_the_order_before() -> None:
    first = "रमा देशवाल ने लिपिकों को दस दिन के भीतर पंजी भेजने को कहा । "
    again = "रमा देशवाल ने पटवारियों को इसी अवधि में नक्शा भेजने को कहा ।"
    found = times(first + again)
    assert [value for action, value in found.items() if "नक्शा" in action] == [["../2024-03-13"]]


def test_a_term_before_whom_it_is_told_to_binds() -> None:
    text = "रमा देशवाल ने 12 मार्च तक सभी लिपिकों को पंजी भेजने के निर्देश दिए ।"
    assert times(text)["पंजी भेजने"] == ["../2024-03-12"]
    text = "रमा देशवाल ने सोमवार को सभी लिपिकों को पंजी भेजने के निर्देश दिए ।"
    assert times(text)["पंजी भेजने"] == []


def test_what_a_ban_or_a_diversion_lays_down_holds_as_long() -> None:
    period = ["2024-03-10/2024-03-24"]
    ban = "जिले में 10 से 24 मार्च तक निषेधाज्ञा लागू रहेगी । मेला भरेगा । बिना अनुमति जुलूस नहीं निकाला जाएगा ।"
    assert times(ban)["बिना अनुमति जुलूस नहीं निकाला जाएगा"] == period
    plan = "मेले के लिए 10 से 24 मार्च तक रूट डायवर्जन रहेगा । भारी वाहन बायपास से जाएंगे । "
    told = "रमा देशवाल ने बताया कि रोक रहेगी । उन्होंने चालकों से कहा कि अपने कागज साथ रखें ।"
    found = times(plan + told)
    assert found["भारी वाहन बायपास से जाएंगे"] == period
    assert found["अपने कागज साथ रखें"] == []


def test_a_rule_is_told_to_hold_from_a_day_after_it_is_told() -> None:
    text = "रमा देशवाल ने कहा कि शिक्षक कक्षा में मोबाइल नहीं ले जा सकेंगे । यह आदेश एक अप्रैल से लागू होगा ।"
    assert next(iter(times(text).values())) == ["2024-04-01"]
    text = "रमा देशवाल ने कहा कि शिक्षक कक्षा में मोबाइल नहीं ले जा सकेंगे । सड़क का ठेका एक अप्रैल से लागू होगा ।"
    assert next(iter(times(text).values())) == []


def test_a_term_may_be_granted_before_or_after_the_order() -> None:
    text = "रमा देशवाल ने दुकानदारों को किराया जमा करने के लिए सात दिन का अल्टीमेटम दिया ।"
    assert list(times(text).values()) == [["../2024-03-10"]]
    text = "रमा देशवाल ने सात दिन का समय देते हुए दुकानदारों को किराया जमा करने को कहा ।"
    assert list(times(text).values()) == [["../2024-03-10"]]
    text = "रमा देशवाल ने सचिवों को आवास पूरे करने के निर्देश दिए । इसके लिए 31 मार्च तक का समय दिया गया है ।"
    assert list(times(text).values()) == [["../2024-03-31"]]
    text = "रमा देशवाल ने सचिवों को आवास पूरे करने के निर्देश दिए । इसके लिए 31 मार्च को भूमिपूजन हुआ था ।"
    assert list(times(text).values()) == [[]]


def test_meanwhile_is_the_period_told_right_before() -> None:
    text = (
        "रमा देशवाल ने कहा कि अगली बैठक 12 मार्च को होगी । "
        "मेला 15 से 30 मार्च तक भरता है । उन्होंने कहा कि इस दौरान सभी चिकित्सक मुख्यालय पर रहें ।"
    )
    assert list(times(text).values())[-1] == ["2024-03-15/2024-03-30"]


def test_a_day_of_a_period_told_before_needs_no_month() -> None:
    text = "ब्लॉक 20 से 23 मार्च तक रहेगा । सोनभद्र पैसेंजर 22 को नहीं चलेगी । शिविर में 25 को पकड़ा जाएगा ।"
    found = [m.edtf for m in tag(text, reference=DAY)]
    assert found == ["2024-03-20/2024-03-23", "2024-03-22"]


def test_what_goes_on_is_said_of_a_noun() -> None:
    text = "रमा देशवाल ने 20 मार्च से शुरू हो रहे मेले के लिए पानी की व्यवस्था करने के निर्देश दिए ।"
    assert list(times(text).values()) == [[]]


def test_an_order_is_told_to_hold_until_a_day_after_it_is_told() -> None:
    text = "रमा देशवाल ने कहा कि विवाह में 50 से अधिक लोग शामिल नहीं हो सकेंगे । यह आदेश 31 मार्च तक लागू रहेगा ।"
    assert next(iter(times(text).values())) == ["2024-03-03/2024-03-31"]


def test_what_is_done_in_a_procession_is_done_on_its_day() -> None:
    text = "रमा देशवाल ने कहा कि सभी अखाड़े 25 मार्च को निकलने वाले जुलूस में तलवार न लाएं ।"
    assert list(times(text).values()) == [["2024-03-25"]]


def test_the_day_of_an_announcement_is_no_time_in_force() -> None:
    said = "सचिव ने रविवार को जिले में कर्फ्यू की अवधि बढ़ाने का एलान किया । रमा देशवाल ने कहा कि लोग बाजार न जाएं ।"
    assert times(said)["बाजार न जाएं"] == []
    met = "5 मार्च को लॉकडाउन और राशन पर सचिव की बैठक है । रमा देशवाल ने कहा कि लोग बाजार न जाएं ।"
    assert times(met)["बाजार न जाएं"] == []
    held = "जिले में 10 मार्च तक कर्फ्यू रहेगा । रमा देशवाल ने कहा कि लोग बाजार न जाएं ।"
    assert times(held)["बाजार न जाएं"] == ["2024-03-03/2024-03-10"]


def test_what_points_back_holds_for_what_was_told_before() -> None:
    text = "यह रोक लॉकडाउन की अवधि 10 मार्च तक प्रभावी रहेगी । रमा देशवाल ने कहा कि लोग बाजार न जाएं ।"
    assert times(text)["बाजार न जाएं"] == []


def test_what_is_done_on_the_day_of_an_occasion_is_done_on_its_day() -> None:
    text = "रमा देशवाल ने कहा कि 15 मार्च के मेले के दिन शहर में भारी वाहन न चलाएं ।"
    assert list(times(text).values()) == [["2024-03-15"]]


def test_meanwhile_points_at_no_day_told_long_before() -> None:
    told = "रमा देशवाल ने कहा कि समीक्षा 10 मार्च को की जाएगी । "
    more = "दुकानें समूहों में खोली गई हैं । सुबह भीड़ रहती है । "
    ordered = "उन्होंने कहा कि इस दौरान सभी कर्मी मास्क पहनें ।"
    assert list(times(told + ordered).values())[-1] == ["2024-03-10"]
    assert list(times(told + more + ordered).values())[-1] == []


def test_a_day_beside_one_that_is_dated_needs_no_month() -> None:
    text = "किसान 29 मार्च को ताला जड़ेंगे । किसान 28 को ट्रालियां खेत में ही रोक लें । शिविर में 25 को पकड़ा जाएगा ।"
    assert [m.edtf for m in tag(text, reference=DAY)] == ["2024-03-29", "2024-03-28"]


def test_a_length_that_counts_for_each_from_a_day_of_his_own_is_no_day() -> None:
    text = "रमा देशवाल ने कहा कि बाहर से आए लोगों को सात दिन तक आइसोलेशन में रखा जाए ।"
    assert list(times(text).values()) == [[]]
    text = "रमा देशवाल ने कहा कि सभी दुकानें सात दिन तक बंद रखी जाएं ।"
    assert list(times(text).values()) == [["2024-03-03/2024-03-09"]]
    text = "रमा देशवाल ने कहा कि गांव पहुंचने के बाद सभी को सात दिन तक स्कूल में ठहराया जाएगा ।"
    assert list(times(text).values()) == [[]]


def test_a_time_of_a_condition_or_of_what_comes_before_is_none_of_the_act() -> None:
    text = "रमा देशवाल ने कहा कि दस दिन में यदि बुखार आए तो दोबारा जांच कराई जाए ।"
    assert list(times(text).values()) == [[]]
    text = "रमा देशवाल ने कहा कि 10 मार्च तक सर्वे कराने के बाद 12 मार्च से काम शुरू किया जाए ।"
    assert list(times(text).values()) == [["2024-03-12"]]
    text = "रमा देशवाल ने कहा कि चार दिन बाद सात मार्च को सुनवाई होगी ।"
    assert list(times(text).values()) == [["2024-03-07"]]


def test_how_something_has_stood_since_a_day_is_no_time_of_the_act() -> None:
    text = "रमा देशवाल ने कहा कि 22 फरवरी से बंद बसों को 12 मार्च से चलाया जाएगा ।"
    assert list(times(text).values()) == [["2024-03-12"]]
    text = "रमा देशवाल ने कहा कि 12 मार्च से बसें बंद रहेंगी ।"
    assert list(times(text).values()) == [["2024-03-12"]]


def test_what_a_report_only_recalls_lays_nothing_down() -> None:
    text = "बता दें कि जिले में 24 मार्च तक लॉकडाउन लागू है । रमा देशवाल ने कहा कि लोगों को मास्क पहनना होगा ।"
    assert [v for k, v in times(text).items() if "मास्क" in k] == [[]]


def test_hours_of_every_night_are_none_of_one_day() -> None:
    text = "10 मार्च को रैली होगी । रमा देशवाल ने कहा कि शाम सात बजे से सुबह सात बजे तक दुकानें बंद रखें ।"
    assert [v for k, v in times(text).items() if "दुकानें" in k] == [[]]


def test_a_period_that_is_laid_down_lies_ahead_of_a_perfect() -> None:
    text = "रमा देशवाल ने बताया कि नगर में कल से 31 मार्च तक धारा 144 लागू की गई है ।"
    assert all(value == ["2024-03-04/2024-03-31"] for value in times(text).values())


def test_of_a_limit_and_a_day_the_one_beside_the_verb_counts() -> None:
    told = "रमा देशवाल ने कहा कि 10 मार्च तक भत्ता न आने पर 11 मार्च से दफ्तर के बाहर धरना शुरू होगा ।"
    assert [days for action, days in times(told).items() if "धरना" in action] == [["2024-03-11"]]
    either = "रमा देशवाल ने कहा कि सभी समितियां 10 मार्च तक या 12 मार्च को विसर्जन कर लें ।"
    assert [days for action, days in times(either).items() if "विसर्जन" in action] == [
        ["../2024-03-10", "2024-03-12"]
    ]
