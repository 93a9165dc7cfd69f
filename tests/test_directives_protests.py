"""The day of a protest on all that is told of it, and bans for as long as their order holds."""

from __future__ import annotations

from test_directives_times import times

DHARNA = "किसान मोर्चा ने 18 मार्च को मंडी गेट पर धरना देने का ऐलान किया है । "


def test_acts_of_a_protest_are_done_on_its_day() -> None:
    told = times(DHARNA + "रमा देशवाल ने कहा कि चौक पर धरना दिया जाएगा और तहसीलदार को ज्ञापन सौंपा जाएगा ।")
    assert list(told.values())[1:] == [["2024-03-18"], ["2024-03-18"]]
    told = times(DHARNA + "रमा देशवाल ने कहा कि धरने के बाद कलेक्टर को ज्ञापन सौंपा जाएगा ।")
    assert list(told.values())[1:] == [["2024-03-18"]]


def test_threats_and_later_protests_have_no_day() -> None:
    told = times(DHARNA + "रमा देशवाल ने कहा कि यदि मांगें नहीं मानीं तो किसान घेराव करेंगे ।")
    assert ["2024-03-18"] not in list(told.values())[1:]
    told = times(DHARNA + "रमा देशवाल ने कहा कि आगे उग्र प्रदर्शन किया जाएगा ।")
    assert list(told.values())[1:] == [[]]
    told = times("सड़क 18 मार्च को बनेगी । रमा देशवाल ने कहा कि चौक पर धरना दिया जाएगा ।")
    assert list(told.values())[-1] == []


def test_whom_one_brings_to_a_gathering_comes_on_its_day() -> None:
    text = "रमा देशवाल ने कहा कि प्रभारी 18 मार्च को मैदान में उपस्थित हों और हर केंद्र से 15 साथी लाएं ।"
    assert times(text)["हर केंद्र से 15 साथी लाएं"] == ["2024-03-18"]
    text = "रमा देशवाल ने कहा कि प्रभारी 18 मार्च को मैदान में उपस्थित हों और काम में सुधार लाएं ।"
    assert times(text)["काम में सुधार लाएं"] == []


def test_members_of_a_list_share_the_occasion_told_at_its_head() -> None:
    text = "दल 14 मार्च को सभी मंडलों में धरना देगा । सीहोर के धरने में रमा देशवाल तथा आष्टा में मोहन वर्मा उपस्थित रहेंगे ।"
    assert all(when == ["2024-03-14"] for when in times(text).values())


def test_a_ban_and_its_points_hold_for_the_time_told_at_the_end() -> None:
    ban = "रमा देशवाल ने जिले में पराली जलाने पर रोक लगा दी है । "
    points = "बिना अनुमति जुलूस नहीं निकाला जाएगा ।\nकोई भी व्यक्ति हथियार लेकर नहीं चलेगा । "
    told = times(ban + points + "यह आदेश 10 मार्च से 9 मई तक प्रभावी रहेगा ।")
    assert list(told.values())[:3] == [["2024-03-10/2024-05-09"]] * 3
    told = times(ban + points + "प्रतिबंध 10 मार्च से 9 मई तक रहेगा ।")
    assert list(told.values())[:3] == [["2024-03-10/2024-05-09"]] * 3
    told = times(ban + points + "सड़क का ठेका 10 मार्च से 9 मई तक प्रभावी रहेगा ।")
    assert list(told.values())[:3] == [[]] * 3


def test_a_deadline_before_what_goes_on_binds_the_act() -> None:
    told = times("रमा देशवाल ने 20 मार्च तक बिना अनुमति के चल रहे केंद्रों की सूची बनाने के निर्देश दिए ।")
    assert list(told.values()) == [["../2024-03-20"]]
    told = times("रमा देशवाल ने 20 मार्च तक सेवानिवृत्त होने वाले कर्मियों की सूची बनाने के निर्देश दिए ।")
    assert list(told.values()) == [[]]


def test_a_period_that_is_looked_into_is_no_time_of_the_inquiry() -> None:
    told = times("रमा देशवाल ने कहा कि समिति 1 अप्रैल 2022 से 31 मार्च 2023 के बीच हुई खरीद की जांच करेगी ।")
    assert list(told.values()) == [[]]
    told = times("रमा देशवाल ने कहा कि समिति 5 अप्रैल को खरीद की जांच करेगी ।")
    assert list(told.values()) == [["2024-04-05"]]


def test_that_day_is_the_one_that_lies_ahead_however_far() -> None:
    between = "पदाधिकारियों ने सरकार पर अनदेखी का आरोप लगाया है । " * 10
    told = times(DHARNA + between + "रमा देशवाल ने कहा कि इस दिन सभी सदस्य मंडी में उपज न लाएं ।")
    assert list(told.values())[-1] == ["2024-03-18"]
    told = times(DHARNA + "रमा देशवाल ने कहा कि मतदान के दिन सभी दुकानें बंद रहेंगी ।")
    assert list(told.values())[-1] == []


def test_a_date_of_what_has_happened_is_no_time_of_the_act() -> None:
    told = times("रमा देशवाल ने कहा कि समिति 5 मार्च को हुई घटना की जांच करेगी ।")
    assert list(told.values()) in ([], [[]])
    told = times("रमा देशवाल ने बताया कि 1 मार्च से शुरू हुआ अभियान 31 मार्च तक चलेगा ।")
    assert list(told.values()) == [["2024-03-03/2024-03-31"]]
    told = times("रमा देशवाल ने कहा कि सभी सदस्य 5 मार्च को पहुंचे और सूची लाएं ।")
    assert ["2024-03-05"] in told.values()


def test_what_is_done_in_a_shutdown_is_done_on_its_day() -> None:
    shutdown = "रमा देशवाल ने कहा कि 18 मार्च को होने वाले राज्य बंद में सभी कार्यकर्ता एक साथ दिखें । "
    told = times(shutdown + "उन्होंने दुकानदारों से दुकानें बंद रखने का अनुरोध किया ।")
    assert list(told.values()) == [["2024-03-18"], ["2024-03-18"]]
    told = times(shutdown + "उन्होंने कहा कि महिलाएं भी थाली लेकर निकलेंगी ।")
    assert list(told.values()) == [["2024-03-18"], ["2024-03-18"]]
    told = times(shutdown + "उन्होंने लोगों से दुकानें साफ रखने का अनुरोध किया ।")
    assert list(told.values()) == [["2024-03-18"], []]


def test_points_of_a_traffic_plan_hold_on_its_day() -> None:
    point = "सीहोर से आने वाले वाहनों को बाईपास की ओर डायवर्ट किया जाएगा ।"
    told = times("18 मार्च को मेले के चलते शहर में यातायात व्यवस्था बदली रहेगी । " + point)
    assert list(told.values())[-1] == ["2024-03-18"]
    told = times("18 मार्च को 6 बजे से मेला मैदान की ओर वाहनों का आवागमन बंद रहेगा । " + point)
    assert list(told.values())[-1] == ["2024-03-18"]
    told = times("रमा देशवाल ने 18 मार्च को यातायात व्यवस्था की समीक्षा की । " + point)
    assert list(told.values())[-1] == []
