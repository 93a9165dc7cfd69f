"""Imperatives as they are spoken, duties of a post, and acts that a plan before goes on with."""

from __future__ import annotations

import pytest
from directed import quote, run

SPOKEN = {
    "सचिव ने लिपिक से कहा कि ठेकेदार का भुगतान रोको और नया टेंडर निकालो ।": [
        ("order", "ठेकेदार का भुगतान रोको"),
        ("order", "नया टेंडर निकालो"),
    ],
    "सचिव ने कर्मचारियों से कहा कि मेले में समय पर आना और डीजे मत लाना ।": [
        ("obligation", "मेले में समय पर आना"),
        ("prohibition", "डीजे मत लाना"),
    ],
    "आयुक्त ने निर्देश दिए कि नालियों की सफाई करा ली जावे ।": [("order", "नालियों की सफाई करा ली जावे")],
    "आयुक्त ने कहा कि शराब पीकर कोई सभा में नहीं आये ।": [
        ("prohibition", "शराब पीकर कोई सभा में नहीं आये"),
    ],
    "आयुक्त ने निर्देश दिए कि गश्त चेक करने की जवाबदारी थाना प्रभारी की होगी ।": [
        ("order", "गश्त चेक करने"),
    ],
    "आयुक्त ने आदेश दिया है कि पुतला जलाना, सभा करना और पटाखे फोड़ना प्रतिबंधित रहेगा ।": [
        ("prohibition", "पुतला जलाना"),
        ("prohibition", "सभा करना"),
        ("prohibition", "पटाखे फोड़ना प्रतिबंधित रहेगा"),
    ],
    "व्यापारियों को थाने में आवेदन देना अनिवार्य किया गया है ।": [("obligation", "थाने में आवेदन देना")],
}


@pytest.mark.parametrize("text", SPOKEN)
def test_acts_as_they_are_said(text: str) -> None:
    doc, found = run(text)
    assert [(d.modality, quote(doc, d.action)) for d in found] == SPOKEN[text]


@pytest.mark.parametrize(
    "text",
    [
        "सचिव ने कहा कि योजना का उद्देश्य हर घर तक पानी पहुंचाना ।",
        "सचिव ने कहा कि गांव में सफाई करना सबका काम है ।",
        "युवा संघ ने नारे लगाए कि पुल बनाओ, कर हटाओ ।",
        "सचिव ने कहा कि हार की जिम्मेदारी अध्यक्ष की होगी ।",
    ],
)
def test_what_bids_nobody(text: str) -> None:
    assert run(text)[1] == ()


def test_a_vocative_is_addressed() -> None:
    doc, found = run("सचिव ने कहा कि साथियों, कार्यालय पर पहुंचें ।")
    assert [[quote(doc, a.span) for a in d.addressees] for d in found] == [["साथियों"]]


def test_the_doer_of_the_plan_before_goes_on() -> None:
    doc, found = run("सभी मजिस्ट्रेट घाट पर पहुंचेंगे तथा बिना अनुमति स्थान नहीं छोड़ेंगे ।")
    assert [(d.modality, [quote(doc, a.span) for a in d.addressees]) for d in found] == [
        ("announcement", ["सभी मजिस्ट्रेट"]),
        ("prohibition", ["सभी मजिस्ट्रेट"]),
    ]
