"""Who is told where neither the subject nor the frame says it."""

from __future__ import annotations

from typing import Any

import pytest
from directed import quote, run


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
