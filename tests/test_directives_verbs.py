"""Verbs, frames and lists of acts that orders are told in; all sentences are made up."""

from __future__ import annotations

import pytest
from directed import quote, run


def acts(text: str) -> list[tuple[str, str]]:
    """Action and modality of each directive."""
    doc, found = run(text, people=("रमा देशवाल",))
    return [(quote(doc, d.action), d.modality) for d in found]


@pytest.mark.parametrize(
    "act",
    [
        "स्कूलों की छतें ढलवाने",
        "खाली जमीन पर पौधे रोपवाने",
        "टंकी का पानी उलीचवाने",
        "पुराने मटके फोड़वाने",
        "वार्डों में कूड़ा उठवाने",
        "नशा त्यागने",
        "लंबित मामले सलटाने",
        "बोरों में बालू लदवाने",
    ],
)
def test_causatives_and_rarer_verbs_are_known(act: str) -> None:
    assert acts(f"रमा देशवाल ने सभी सचिवों को {act} के निर्देश दिए ।") == [(act, "order")]


@pytest.mark.parametrize(
    "text",
    [
        "रमा देशवाल ने सचिवों को पेड़ कटवाने के संबंध में निर्देश दिए ।",
        "रमा देशवाल ने सचिवों को पेड़ कटवाने का टारगेट दिया ।",
        "रमा देशवाल ने सचिवों को तीन दिन में पेड़ कटवाने की मोहलत दी ।",
        "सचिवों को पेड़ कटवाने के निर्देश प्राप्त हुए हैं ।",
        "रमा देशवाल ने सचिवों को पेड़ कटवाने का फरमान सुनाया ।",
        "रमा देशवाल ने सचिवों को पेड़ कटवाने के दिए सख्त निर्देश ।",
        "रमा देशवाल ने पेड़ कटवाने को लेकर सचिवों को सख्त हिदायत दी ।",
        "बैठक में पेड़ कटवाने का प्रस्ताव सर्वसम्मति से पारित किया गया ।",
    ],
)
def test_frames_take_an_infinitive(text: str) -> None:
    assert [action.endswith("पेड़ कटवाने") for action, _ in acts(text)] == [True]


@pytest.mark.parametrize("opening", ["ये निर्देश दिए ।", "ये निर्देश दिए हैं :", "निम्न निर्देश दिए ।"])
def test_a_list_follows_the_order_that_points_at_it(opening: str) -> None:
    text = f"रमा देशवाल ने सचिवों को {opening}\n1. पेड़ कटवाएं ।\n2. नालियां साफ कराना ।"
    assert acts(text) == [("पेड़ कटवाएं", "order"), ("नालियां साफ कराना", "order")]


def test_what_is_told_before_is_no_list() -> None:
    assert acts("पेड़ कटवाएं । ये निर्देश रमा देशवाल ने सचिवों को दिए ।") == [("पेड़ कटवाएं", "order")]
    assert acts("रमा देशवाल ने सैर की ।\n1. पेड़ कटवाना ।\n2. नालियां साफ कराना ।") == []


def test_what_a_meeting_agrees_upon_is_planned() -> None:
    assert acts("बैठक में घाटों की सफाई कराने का प्रस्ताव पारित किया गया ।") == [
        ("घाटों की सफाई कराने", "announcement")
    ]
    assert acts("बैठक में नए बजट पर सहमति बनी ।") == []


def test_an_act_is_made_mandatory() -> None:
    assert acts("सरकार ने दुकानों पर नाम लिखना अनिवार्य कर दिया है ।") == [("दुकानों पर नाम लिखना", "obligation")]
