"""Who is told where neither the subject nor the frame says it."""

from __future__ import annotations

from typing import Any

import pytest
from directed import quote, run

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.words import is_initial


def told(text: str, **given: Any) -> list[list[str]]:
    doc, found = run(text, **given)
    return [[quote(doc, a.span) for a in d.addressees] for d in found]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("सचिव ने कहा कि किसी भी कर्मचारी को परिसर में घुसने की अनुमति नहीं होगी ।", ["किसी भी कर्मचारी"]),
        ("सचिव ने कहा कि ठेकेदारों को रात में खुदाई करने की छूट नहीं होगी ।", ["ठेकेदारों"]),
        ("आदेश के अनुसार सभी तत्काल नई जगह पर आमद दें ।", ["सभी"]),
        ("सचिव ने कहा कि सभी अपने दफ्तर पहुंचें ।", ["सभी"]),
        ("सचिव ने कहा कि सभी दुकानें बंद करें ।", []),
        ("सचिव ने बताया कि पांच लिपिक तैनात किए गए हैं , जो रोज सूची बनाएंगे ।", ["पांच लिपिक"]),
        ("सचिव ने कहा कि टोली बनाई है जो गांवों में पर्ची बांटेगी ।", ["टोली"]),
        ("सचिव ने बताया कि दोनों बीडीओ का वेतन रोकते हुए उन्हें जवाब देने को कहा गया है ।", ["दोनों बीडीओ"]),
        ("महंत ने श्रद्धालुओं के चरणों में निवेदन किया कि मोबाइल न लाएं ।", ["श्रद्धालुओं"]),
        ("सचिव ने कहा कि परीक्षक को परिसर में बुलाना वर्जित है ।", []),
    ],
)
def test_whom_other_words_tell(text: str, whom: list[str]) -> None:
    assert told(text) == [whom]


def test_who_promises_after_the_promise_is_its_issuer() -> None:
    text = "सभी बिल 5 मई तक ठीक कर दिए जाएंगे , सचिव ने भरोसा दिलाया ।"
    (found,) = run(text, dates={"5 मई": "2024-05-05"})[1]
    assert found.issuers == ("सचिव",)


def test_who_does_the_work_of_a_post_for_a_time_gets_no_order() -> None:
    text = "अवकाश की स्थिति में रमा देशवाल लिंक अधिकारी का कार्य करेंगी ।"
    assert run(text, people=("रमा देशवाल",))[1] == ()


def test_whoever_is_told_is_told_about_a_thing_too() -> None:
    assert told("सचिव ने लिपिक से कहा , नाली खुली है , इसे आज ही ढंकवाइए ।") == [["लिपिक"]]


def test_a_title_is_shortened_to_its_last_part() -> None:
    titles = {"निगमायुक्त": "p1", "अपर आयुक्त": "p2", "सहायक आयुक्त": "p3"}
    assert Entities([], (), [], titles).person_called("आयुक्त") == "p1"
    assert Entities([], (), [], {"सहायक आयुक्त": "p3"}).person_called("आयुक्त") == "p3"


def test_letters_in_other_spellings_are_initials() -> None:
    assert is_initial("व्ही")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("सचिव ने कहा कि फार्म एक साथ न जमा कराएं ।", "prohibition"),
        ("सचिव ने कहा कि बाल्टी का पानी न उपयोग करें ।", "prohibition"),
        ("सचिव ने कहा कि कुछ न कुछ दान करें ।", "order"),
    ],
)
def test_a_negation_before_the_noun_of_a_verb_forbids(text: str, modality: str) -> None:
    assert [d.modality for d in run(text)[1]] == [modality]


def test_a_word_of_respect_behind_another_means_who_was_named_with_it() -> None:
    text = "मौलाना अब्दुल वहाब ने बैठक ली । मौलाना साहब ने कहा कि सभी लिपिक सूची भेजें ।"
    assert [d.issuers for d in run(text, people=("अब्दुल वहाब",))[1]] == [("p1",)]


def test_who_is_on_a_tour_goes_on() -> None:
    text = "मोहन देशवाल 5 मई को सोनपुर पहुंचेंगे । शाम को शिविर में बैठक लेंगे ।"
    _, found = run(text, people=("मोहन देशवाल",), dates={"5 मई": "2024-05-05"})
    assert [[a.person for a in d.addressees] for d in found] == [["p1"], ["p1"]]
