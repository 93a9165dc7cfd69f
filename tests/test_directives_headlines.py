"""Acts that only a headline tells, by whom it names at its end."""

from __future__ import annotations

import pytest
from directed import quote, run

BODY = "\nपाली। सचिव रमा देशवाल ने गुरुवार को बैठक ली। उन्होंने सभी लिपिकों को निर्देश दिए कि वे पंजी अद्यतन रखें।"


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("पेयजल योजनाएं बारिश से पहले पूरी कराएं : सचिव रमा देशवाल", ["पेयजल योजनाएं बारिश से पहले पूरी कराएं"]),
        ("पेयजल योजनाएं बारिश से पहले पूरी कराएं - सचिव रमा देशवाल", ["पेयजल योजनाएं बारिश से पहले पूरी कराएं"]),
        ("पंजी हमेशा अद्यतन रखें लिपिक : सचिव रमा देशवाल", []),
        ("मेले में सेक्टर मजिस्ट्रेट लगाए : सचिव रमा देशवाल", []),
        ("पेयजल योजनाएं बारिश से पहले होंगी पूरी", []),
    ],
)
def test_what_is_bidden_in_a_headline_and_nowhere_else_counts(headline: str, expected: list[str]) -> None:
    doc, found = run(headline + BODY, people=("रमा देशवाल",))
    assert [quote(doc, d.action) for d in found] == [*expected, "पंजी अद्यतन रखें"]
